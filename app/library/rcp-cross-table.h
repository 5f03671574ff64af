#pragma once

#include <gio/gio.h>

#include "rcp-account.h"
#include "rcp-event.h"
#include "rcp-outlet.h"

G_BEGIN_DECLS

/**
 * RcpCrossCell:
 * @state: what the outlet says of the event
 * @differs: one of its values contradicts another outlet's, and the user has not settled that
 * @account_id: its account; the most precise where it has several; 0 for none
 * @account: (nullable): that account
 * @n_accounts: how many it has
 * @words: (nullable): the value it gives where that is another or a vaguer one
 * @other_event_id: the event that @account is of, where the outlet tells the happening so differently that it is another; then
 *   @n_accounts is 0; 0 for the event of the row
 */
typedef struct
{
  RcpCellState state;
  gboolean differs;
  gint64 account_id;
  RcpAccount *account;
  guint n_accounts;
  char *words;
  gint64 other_event_id;
} RcpCrossCell;

#define RCP_TYPE_CROSS_ROW (rcp_cross_row_get_type ())

/**
 * RcpCrossRow:
 *
 * One event across all outlets. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpCrossRow, rcp_cross_row, RCP, CROSS_ROW, GObject)

RcpEvent           *rcp_cross_row_get_event   (RcpCrossRow *self);
const RcpCrossCell *rcp_cross_row_get_cell    (RcpCrossRow *self, guint outlet);
guint               rcp_cross_row_count_telling (RcpCrossRow *self);
int                 rcp_cross_row_get_first   (RcpCrossRow *self);

#define RCP_TYPE_CROSS_TABLE (rcp_cross_table_get_type ())

/**
 * RcpCrossOrder:
 * @RCP_CROSS_ORDER_DATE: by the middle of the event's date, those without one last
 * @RCP_CROSS_ORDER_INDEPENDENT: told by the most independent outlets first
 * @RCP_CROSS_ORDER_DIFFERENCES: with the most differences first
 * @RCP_CROSS_ORDER_FAMILY: by family of action
 *
 * In all of them, then by date.
 */
typedef enum
{
  RCP_CROSS_ORDER_DATE,
  RCP_CROSS_ORDER_INDEPENDENT,
  RCP_CROSS_ORDER_DIFFERENCES,
  RCP_CROSS_ORDER_FAMILY,
} RcpCrossOrder;

/**
 * RcpCrossSelection:
 * @order: of the events
 * @families: bit per #RcpFamily; 0 for all
 * @only_differences: only events on which outlets differ
 * @only_single: only events that one outlet alone tells
 * @range: (nullable): only events that may have happened within it
 * @actors: (array length=n_actors) (nullable): only events in which one of these takes part
 * @n_actors: how many; 0 for all
 * @outlets: (array length=n_outlets) (nullable): ids of the columns; events that none of them tells are left out
 * @n_outlets: how many; 0 for all
 *
 * What of a table is shown. A plain value that borrows.
 */
typedef struct
{
  RcpCrossOrder order;
  guint families;
  gboolean only_differences;
  gboolean only_single;
  const RcpEdtf *range;
  const gint64 *actors;
  guint n_actors;
  const gint64 *outlets;
  guint n_outlets;
} RcpCrossSelection;

/**
 * RcpCrossTable:
 *
 * Events × outlets. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpCrossTable, rcp_cross_table, RCP, CROSS_TABLE, GObject)

GListModel    *rcp_cross_table_get_outlets  (RcpCrossTable *self); /* of RcpOutlet, by first publication */
GListModel    *rcp_cross_table_get_rows     (RcpCrossTable *self); /* of RcpCrossRow, in the table's order */
guint          rcp_cross_table_count_single (RcpCrossTable *self);
guint          rcp_cross_table_count_told   (RcpCrossTable *self, guint outlet, guint *n_could);
RcpCrossTable *rcp_cross_table_select       (RcpCrossTable *self, const RcpCrossSelection *selection)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
