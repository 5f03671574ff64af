#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

gboolean   rcp_publication_table_put_clues       (RcpDb *db, gint64 article_id, const RcpPublication *publication,
                                                  GError **error);
GPtrArray *rcp_publication_table_list_clues      (RcpDb *db, gint64 article_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean   rcp_publication_table_put_happenings  (RcpDb *db, gint64 article_id, const RcpPublication *publication,
                                                  GError **error);
GPtrArray *rcp_publication_table_list_happenings (RcpDb *db, const RcpStoreHappening *like, guint limit, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray    *rcp_publication_table_list_dated_by   (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
