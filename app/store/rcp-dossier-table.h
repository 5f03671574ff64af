#pragma once

#include "rcp-db.h"
#include "rcp-dossier.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

gboolean    rcp_dossier_table_create      (RcpDb *db, const char *name, gint64 *id, GError **error);
gboolean    rcp_dossier_table_rename      (RcpDb *db, gint64 id, const char *name, char **old_name, GError **error);
gboolean    rcp_dossier_table_set_removed (RcpDb *db, gint64 id, gint64 removed_us, GError **error);
gboolean    rcp_dossier_table_purge       (RcpDb *db, gint64 removed_before_us, GError **error);
gboolean    rcp_dossier_table_set_members (RcpDb *db, gint64 id, const gint64 *article_ids, guint n, gboolean in,
                                           GError **error);
GArray     *rcp_dossier_table_list_only   (RcpDb *db, gint64 id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_dossier_table_list        (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_dossier_table_count       (RcpDb *db, gint64 id, RcpStoreCounts *counts, GError **error);

G_END_DECLS
