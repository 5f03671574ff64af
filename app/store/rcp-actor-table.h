#pragma once

#include "rcp-actor.h"
#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

gboolean    rcp_actor_table_put          (RcpDb *db, const RcpChangeActor *actor, GError **error);
gboolean    rcp_actor_table_put_alias    (RcpDb *db, const RcpChangeAlias *alias, GError **error);
gboolean    rcp_actor_table_merge        (RcpDb *db, const RcpChangeMerge *merge, GError **error);
gboolean    rcp_actor_table_drop_unnamed (RcpDb *db, GError **error);
gboolean    rcp_actor_table_pin          (RcpDb *db, gint64 actor_id, int rank, int *old_rank, GError **error);
GPtrArray  *rcp_actor_table_list_known   (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_actor_table_list_ids     (RcpDb *db, gint64 dossier_id, RcpStoreActorFilter filter, const char *match,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_actor_table_load         (RcpDb *db, gint64 dossier_id, const gint64 *ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_actor_table_list_of_article (RcpDb *db, gint64 article_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_actor_table_list_of_event (RcpDb *db, gint64 event_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
