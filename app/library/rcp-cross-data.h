#pragma once

#include "rcp-account.h"
#include "rcp-store.h"

G_BEGIN_DECLS

/**
 * RcpCrossSibling:
 * @account: (not owned): an account of another event
 * @words: what it says otherwise
 *
 * An account that differs from those of an event so much that it is of another one.
 */
typedef struct
{
  RcpAccount *account;
  char *words;
} RcpCrossSibling;

/**
 * RcpCrossData:
 * @outlets: of RcpOutlet: the columns, by first publication
 * @events: of RcpEvent
 * @accounts: (element-type RcpAccount): those of all events, by event
 * @numbers: (element-type RcpStoredNumber): what they count, by account id
 * @columns: (element-type int): the column of each of @accounts; -1 for an outlet that has none
 * @first_day: (array): by column: the first day on which the outlet may have published here
 * @last_day: (array): by column: the last day on which it may have
 * @sure_last_day: (array): by column: on that day or later it published for certain; %RCP_DAY_OPEN_START where nothing says
 * @n_columns: how many outlets there are
 *
 * What the store holds of events and outlets, put in order so that the cross-check and the pages of outlets can be made of
 * it. A plain value that owns everything.
 */
typedef struct
{
  GListModel *outlets;
  GListModel *events;
  GPtrArray *accounts;
  GPtrArray *numbers;
  GArray *columns;
  gint32 *first_day;
  gint32 *last_day;
  gint32 *sure_last_day;
  guint n_columns;
  GHashTable *by_outlet; /* outlet id → column + 1 */
  GHashTable *words;     /* account id → the value on which it differs, from discrepancies that are not settled */
  GHashTable *siblings;  /* event id → GArray of RcpCrossSibling */
} RcpCrossData;

gboolean    rcp_cross_data_load          (RcpCrossData *self, RcpStore *store, gint64 dossier_id,
                                          GCancellable *cancellable, GError **error);
void        rcp_cross_data_clear         (RcpCrossData *self);
void        rcp_cross_data_find_accounts (const RcpCrossData *self, gint64 event_id, guint *first, guint *end);
int         rcp_cross_data_find_column   (const RcpCrossData *self, gint64 outlet_id);
const char *rcp_cross_data_get_difference (const RcpCrossData *self, gint64 account_id);
const GArray *rcp_cross_data_get_siblings (const RcpCrossData *self, gint64 event_id);
gboolean    rcp_cross_data_ended_before  (const RcpCrossData *self, guint column, RcpEvent *event);
int         rcp_cross_data_find_earliest (const RcpCrossData *self, guint first, guint end);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpCrossData, rcp_cross_data_clear)

G_END_DECLS
