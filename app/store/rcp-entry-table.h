#pragma once

#include "rcp-db.h"
#include "rcp-stored-entry.h"

G_BEGIN_DECLS

gboolean        rcp_entry_table_see    (RcpDb *db, RcpStoredEntry *entry, gint64 now_us, gboolean *is_new,
                                        gboolean *is_changed, GError **error);
gboolean        rcp_entry_table_take   (RcpDb *db, gint64 id, gint64 article_id, GError **error);
gboolean        rcp_entry_table_settle (RcpDb *db, const RcpEntryOutcome *outcome, GError **error);
RcpStoredEntry *rcp_entry_table_load   (RcpDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray         *rcp_entry_table_list_waiting (RcpDb *db, gint64 now_us, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray      *rcp_entry_table_list   (RcpDb *db, gint64 source_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
