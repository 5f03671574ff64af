#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"
#include "rcp-event.h"

G_BEGIN_DECLS

gboolean    rcp_event_table_put          (RcpDb *db, const RcpChangeEvent *change, GError **error);
gboolean    rcp_event_table_remove       (RcpDb *db, gint64 id, GError **error);
gboolean    rcp_event_table_refresh      (RcpDb *db, const gint64 *ids, guint n, GError **error);
gboolean    rcp_event_table_set_date     (RcpDb *db, gint64 id, const RcpEdtf *date, GError **error);
GArray     *rcp_event_table_list_touched (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_event_table_list_of_accounts (RcpDb *db, const gint64 *account_ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_event_table_list         (RcpDb *db, gint64 dossier_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_event_table_load         (RcpDb *db, const gint64 *ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

gboolean    rcp_event_table_set_outcome  (RcpDb *db, gint64 plan_id, gint64 outcome_id, GError **error);
gboolean    rcp_event_table_find_outcome (RcpDb *db, gint64 event_id, GArray **plan_ids, gint64 *outcome_id,
                                          GError **error);

G_END_DECLS
