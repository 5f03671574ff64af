#pragma once

#include "rcp-article.h"
#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

GListModel *rcp_article_query_list          (RcpDb *db, gint64 dossier_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_article_query_load          (RcpDb *db, const gint64 *ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_article_query_list_ids      (RcpDb *db, gint64 dossier_id, RcpStoreArticleOrder order,
                                             const char *match, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_article_query_list_outdated (RcpDb *db, guint analysis_version, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

GArray     *rcp_query_ids                   (RcpStmt *stmt, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_query_in_order              (GPtrArray *objects, const gint64 *ids, guint n) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_query_take_list             (GPtrArray *objects, GType type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
