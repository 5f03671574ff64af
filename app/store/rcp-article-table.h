#pragma once

#include "rcp-article.h"
#include "rcp-change-set-private.h"
#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

gboolean     rcp_article_table_put           (RcpDb *db, const RcpChangeArticle *change, GError **error);
gboolean     rcp_article_table_remove        (RcpDb *db, gint64 id, gint64 removed_us, GError **error);
gboolean     rcp_article_table_restore       (RcpDb *db, gint64 id, GError **error);
gboolean     rcp_article_table_purge         (RcpDb *db, gint64 removed_before_us, GError **error);

RcpDocument *rcp_article_table_load_document (RcpDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char        *rcp_article_table_load_text     (RcpDb *db, gint64 id, GArray **set_aside, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GBytes      *rcp_article_table_load_raw      (RcpDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean     rcp_article_table_find_content  (RcpDb *db, const char *hash, gint64 *id, GError **error);
gboolean     rcp_article_table_find_uri      (RcpDb *db, const char *uri, gint64 *id, GError **error);
char        *rcp_article_table_without_aside (const char *text, const GArray *set_aside) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
