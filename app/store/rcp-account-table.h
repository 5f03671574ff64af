#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

gboolean    rcp_account_table_put              (RcpDb *db, const RcpChangeFindings *change, const char *text,
                                                GError **error);
GPtrArray  *rcp_account_table_list_all         (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_account_table_list_lasting (RcpDb *db, gint32 first_day, gint32 last_day, gint64 more_than,
                                            gint64 at_most, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_account_table_list_of_events   (RcpDb *db, const gint64 *event_ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_account_table_list_of_articles (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_account_table_list             (RcpDb *db, gint64 event_id, gint64 article_id, gint64 dossier_id,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray  *rcp_account_table_load             (RcpDb *db, const gint64 *ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
