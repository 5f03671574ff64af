#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

gboolean     rcp_reading_table_put           (RcpDb *db, const RcpChangeFindings *change, const char *text,
                                              GError **error);
gboolean     rcp_reading_table_drop          (RcpDb *db, gint64 article_id, GError **error);
RcpFindings *rcp_reading_table_load          (RcpDb *db, gint64 article_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray      *rcp_reading_table_list_mentions (RcpDb *db, gint64 article_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *rcp_reading_table_list_dates    (RcpDb *db, gint64 article_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray   *rcp_reading_table_list_conflicts (RcpDb *db, gint64 event_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
