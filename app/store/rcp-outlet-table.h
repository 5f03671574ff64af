#pragma once

#include "rcp-db.h"
#include "rcp-outlet.h"

G_BEGIN_DECLS

gboolean    rcp_outlet_table_find_or_create (RcpDb *db, const char *name, const char *label, gint64 *id, GError **error);
gboolean    rcp_outlet_table_look_up (RcpDb *db, const char *name, const char *label, gint64 *id, GError **error);
gboolean    rcp_outlet_table_find_by_key (RcpDb *db, const char *key, gint64 *id, char **name, GError **error);
gboolean    rcp_outlet_table_rename  (RcpDb *db, gint64 id, const char *name, char **old_name, GError **error);
GListModel *rcp_outlet_table_list    (RcpDb *db, gint64 dossier_id, gint64 only_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
