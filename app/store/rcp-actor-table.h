#pragma once

#include "rcp-actor.h"
#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

/* Corrections of actors, as kinds of the table. */
#define RCP_ACTOR_CORRECTIONS \
  "('actor-name', 'merge-actors', 'ignore-actor', 'split-alias', 'split-article', 'actor-kind', 'distinct-actors')"

/* The row that shows the actor of a key: of a key that is gone, whom it stands for; of an actor the user split off and
 * put back, whom it was split from. */
#define RCP_ACTOR_TABLE_SHOWN(key_column) \
  "coalesce ((SELECT shown_id FROM actor WHERE key = " key_column ")," \
  " (SELECT shown_id FROM actor JOIN actor_key ON actor.key = stands_for WHERE actor_key.key = " key_column ")," \
  " (SELECT shown_id FROM actor WHERE key = substr (" key_column ", 1, instr (" key_column ", '#') - 1)))"

gboolean    rcp_actor_table_put          (RcpDb *db, const RcpChangeActor *actor, GError **error);
gboolean    rcp_actor_table_put_alias    (RcpDb *db, const RcpChangeAlias *alias, GError **error);
gboolean    rcp_actor_table_merge        (RcpDb *db, const RcpChangeMerge *merge, GError **error);
GArray     *rcp_actor_table_drop_unnamed (RcpDb *db, gint64 only, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_actor_table_pin          (RcpDb *db, gint64 actor_id, int rank, int *old_rank, GError **error);
GPtrArray  *rcp_actor_table_list_known   (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_actor_table_list_ids     (RcpDb *db, gint64 dossier_id, RcpStoreActorFilter filter, const char *match,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_actor_table_load         (RcpDb *db, gint64 dossier_id, const gint64 *ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_actor_table_list_of_article (RcpDb *db, gint64 article_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_actor_table_list_of_event (RcpDb *db, gint64 event_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_actor_table_find_key     (RcpDb *db, gint64 actor_id, char **key, GError **error);
gboolean    rcp_actor_table_place_marks  (RcpDb *db, GError **error);
gboolean    rcp_actor_table_watch        (RcpDb *db, gint64 actor_id, gint64 seen_us, gint64 *was_us, GError **error);
gboolean    rcp_actor_table_fill_words   (RcpDb *db, GError **error);

G_END_DECLS
