#pragma once

#include <gio/gio.h>

#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

GListModel *rcp_actor_card_table_list_aliases    (RcpDb *db, gint64 actor_id, gint64 dossier_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_actor_card_table_list_functions  (RcpDb *db, gint64 actor_id, gint64 dossier_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_actor_card_table_list_companions (RcpDb *db, gint64 actor_id, gint64 dossier_id, guint max, GArray **ties,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_actor_card_table_list_passages   (RcpDb *db, gint64 actor_id, gint64 dossier_id, guint max, guint *n_more,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_actor_card_table_count_new       (RcpDb *db, gint64 actor_id, gint64 dossier_id, guint *n, GError **error);

G_END_DECLS
