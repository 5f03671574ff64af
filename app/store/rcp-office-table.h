#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

gboolean    rcp_office_table_mark       (RcpDb *db, gint64 article_id, GError **error);
gboolean    rcp_office_table_put        (RcpDb *db, const RcpChangeFindings *change, GError **error);
gboolean    rcp_office_table_put_holder (RcpDb *db, const RcpChangeHolder *holder, GError **error);
gboolean    rcp_office_table_resolve    (RcpDb *db, GArray *articles, GError **error);
GPtrArray  *rcp_office_table_list_of    (RcpDb *db, gint64 base_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *rcp_office_table_list_held  (RcpDb *db, gint64 article_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
