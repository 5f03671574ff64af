#pragma once

#include <gio/gio.h>

#include "rcp-event.h"
#include "rcp-outlet.h"

G_BEGIN_DECLS

/**
 * RcpCrossCell:
 * @state: what the outlet says of the event
 * @account_id: its account; the most precise where it has several; 0 for none
 * @words: (nullable): the value it gives where that is another or a vaguer one
 */
typedef struct
{
  RcpCellState state;
  gint64 account_id;
  char *words;
} RcpCrossCell;

#define RCP_TYPE_CROSS_ROW (rcp_cross_row_get_type ())

/**
 * RcpCrossRow:
 *
 * One event across all outlets. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpCrossRow, rcp_cross_row, RCP, CROSS_ROW, GObject)

RcpEvent           *rcp_cross_row_get_event (RcpCrossRow *self);
const RcpCrossCell *rcp_cross_row_get_cell  (RcpCrossRow *self, guint outlet);

#define RCP_TYPE_CROSS_TABLE (rcp_cross_table_get_type ())

/**
 * RcpCrossTable:
 *
 * Events × outlets. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpCrossTable, rcp_cross_table, RCP, CROSS_TABLE, GObject)

GListModel *rcp_cross_table_get_outlets (RcpCrossTable *self); /* of RcpOutlet, by first publication */
GListModel *rcp_cross_table_get_rows    (RcpCrossTable *self); /* of RcpCrossRow, by middle of the event's date */
guint       rcp_cross_table_count_single (RcpCrossTable *self);

G_END_DECLS
