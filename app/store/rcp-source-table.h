#pragma once

#include "rcp-db.h"
#include "rcp-source.h"
#include "rcp-stored-entry.h"

G_BEGIN_DECLS

gboolean    rcp_source_table_save         (RcpDb *db, RcpSource *source, gint64 *id, GError **error);
gboolean    rcp_source_table_put_settings (RcpDb *db, RcpSource *source, GError **error);
gboolean    rcp_source_table_put_check    (RcpDb *db, const RcpSourceCheck *check, GError **error);
gboolean    rcp_source_table_set_removed  (RcpDb *db, gint64 id, gint64 removed_us, GError **error);
gboolean    rcp_source_table_delete       (RcpDb *db, gint64 id, GError **error);
GListModel *rcp_source_table_list         (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
