#include "config.h"

#include "rcp-actor-table.h"

#include "rcp-article-query.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-fold.h"

/* Beyond this many articles the mentions are counted by week of publication (design, actor list). */
#define MAX_ARTICLE_COUNTS 12

#define IN_DOSSIER(column) \
  " (:dossier = 0 OR " column " IN" \
  "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"

/* Writing. ------------------------------------------------------------------------------------------------------------ */

gboolean
rcp_actor_table_put (RcpDb *db, const RcpChangeActor *actor, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO actor (id, kind, key, name, name_key) VALUES (:id, :kind, :key, :name, :name_key)"
      " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, key = excluded.key, name = excluded.name,"
      "  name_key = excluded.name_key");
  g_autofree char *name_key = rcp_fold_words (actor->name);

  rcp_stmt_bind_int (stmt, ":id", actor->id);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_ACTOR_KIND, actor->kind);
  rcp_stmt_bind_text (stmt, ":key", actor->key);
  rcp_stmt_bind_text (stmt, ":name", actor->name);
  rcp_stmt_bind_text (stmt, ":name_key", name_key);
  return rcp_stmt_run_once (stmt, error);
}

gboolean
rcp_actor_table_put_alias (RcpDb *db, const RcpChangeAlias *alias, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO actor_alias (actor_id, alias, is_role, reason) VALUES (:actor, :alias, :is_role, :reason)"
      " ON CONFLICT DO NOTHING");

  rcp_stmt_bind_int (stmt, ":actor", alias->actor_id);
  rcp_stmt_bind_text (stmt, ":alias", alias->alias);
  rcp_stmt_bind_int (stmt, ":is_role", alias->is_role);
  rcp_stmt_bind_text (stmt, ":reason", alias->reason);
  return rcp_stmt_run_once (stmt, error);
}

gboolean
rcp_actor_table_merge (RcpDb *db, const RcpChangeMerge *merge, GError **error)
{
  static const char *const steps[] = {
    "INSERT OR IGNORE INTO actor_alias (actor_id, alias, is_role, reason)"
    " SELECT :into, alias, is_role, 'merged' FROM actor_alias WHERE actor_id = :from",
    "UPDATE mention SET actor_id = :into WHERE actor_id = :from",
    "UPDATE account_actor SET actor_id = :into WHERE actor_id = :from",
    "UPDATE event_actor SET actor_id = :into WHERE actor_id = :from",
    "UPDATE OR IGNORE happening SET actor_id = :into WHERE actor_id = :from",
    /* An actor that was named under both is named once. */
    "DELETE FROM account_actor WHERE actor_id = :into AND rank > (SELECT min (rank) FROM account_actor AS first"
    " WHERE first.account_id = account_actor.account_id AND first.actor_id = :into) AND :from IS NOT NULL",
    "DELETE FROM event_actor WHERE actor_id = :into AND rank > (SELECT min (rank) FROM event_actor AS first"
    " WHERE first.event_id = event_actor.event_id AND first.actor_id = :into) AND :from IS NOT NULL",
    "UPDATE note SET actor_key = (SELECT key FROM actor WHERE id = :into)"
    " WHERE actor_key = (SELECT key FROM actor WHERE id = :from)",
    "INSERT OR IGNORE INTO pin (actor_key, rank) SELECT (SELECT key FROM actor WHERE id = :into), rank FROM pin"
    " WHERE actor_key = (SELECT key FROM actor WHERE id = :from)",
    "DELETE FROM pin WHERE :into IS NOT NULL AND actor_key = (SELECT key FROM actor WHERE id = :from)",
    "DELETE FROM actor WHERE :into IS NOT NULL AND id = :from",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, steps[i]);

      rcp_stmt_bind_int (stmt, ":from", merge->from_id);
      rcp_stmt_bind_int (stmt, ":into", merge->into_id);
      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/** rcp_actor_table_drop_unnamed: drops actors that no article names any more. */
gboolean
rcp_actor_table_drop_unnamed (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "DELETE FROM actor WHERE NOT EXISTS (SELECT 1 FROM mention WHERE mention.actor_id = actor.id)"
      " AND NOT EXISTS (SELECT 1 FROM account_actor WHERE account_actor.actor_id = actor.id)");

  return rcp_stmt_run_once (stmt, error);
}

static gboolean
find_key (RcpDb *db, gint64 actor_id, char **key, int *rank, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT key, coalesce ((SELECT rank FROM pin WHERE actor_key = key), -1) FROM actor WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", actor_id);
  if (rcp_stmt_row (stmt))
    {
      *key = rcp_stmt_dup (stmt, 0);
      *rank = rcp_stmt_int (stmt, 1);
      return TRUE;
    }
  if (rcp_stmt_finish (stmt, error))
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no actor %" G_GINT64_FORMAT, actor_id);
  return FALSE;
}

/** rcp_actor_table_pin: -1 unpins, a rank beyond the last pins last; the others close up. */
gboolean
rcp_actor_table_pin (RcpDb *db, gint64 actor_id, int rank, int *old_rank, GError **error)
{
  g_autoptr (RcpStmt) list = rcp_db_prepare (db, "SELECT actor_key FROM pin WHERE actor_key <> :key ORDER BY rank");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db, "DELETE FROM pin");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db, "INSERT INTO pin (actor_key, rank) VALUES (:key, :rank)");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *key = NULL;
  int rank_now = -1;

  if (!find_key (db, actor_id, &key, &rank_now, error))
    return FALSE;
  if (old_rank)
    *old_rank = rank_now;
  rcp_stmt_bind_text (list, ":key", key);
  while (rcp_stmt_row (list))
    g_ptr_array_add (keys, rcp_stmt_dup (list, 0));
  if (!rcp_stmt_finish (list, error) || !rcp_stmt_run_once (drop, error))
    return FALSE;
  if (rank >= 0)
    g_ptr_array_insert (keys, MIN (rank, (int)keys->len), g_steal_pointer (&key));
  for (guint i = 0; i < keys->len; i++)
    {
      rcp_stmt_bind_text (put, ":key", keys->pdata[i]);
      rcp_stmt_bind_int (put, ":rank", i);
      rcp_stmt_run (put);
    }
  return rcp_stmt_finish (put, error);
}

/* Reading. ------------------------------------------------------------------------------------------------------------ */

/** rcp_actor_table_list_known: (transfer full): of RcpStoredActor, by id. */
GPtrArray *
rcp_actor_table_list_known (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT id, kind, key, name FROM actor ORDER BY id");
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_stored_actor_free);

  while (rcp_stmt_row (stmt))
    {
      g_autoptr (RcpStmt) aliases = rcp_db_prepare (db,
          "SELECT alias FROM actor_alias WHERE actor_id = :id AND alias <> :name ORDER BY alias");
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      RcpStoredActor *actor = g_new0 (RcpStoredActor, 1);

      g_ptr_array_add (actors, actor);
      actor->id = rcp_stmt_int (stmt, 0);
      actor->kind = rcp_stmt_enum (stmt, 1, RCP_TYPE_ACTOR_KIND);
      actor->key = rcp_stmt_dup (stmt, 2);
      actor->name = rcp_stmt_dup (stmt, 3);
      rcp_stmt_bind_int (aliases, ":id", actor->id);
      rcp_stmt_bind_text (aliases, ":name", actor->name);
      while (rcp_stmt_row (aliases))
        g_strv_builder_add (builder, rcp_stmt_text (aliases, 0));
      actor->aliases = g_strv_builder_end (builder);
      if (!rcp_stmt_finish (aliases, error))
        return NULL;
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&actors) : NULL;
}

/** rcp_actor_table_list_ids: @match (nullable) as rcp_search_match() makes it. Only actors that the dossier names. */
GArray *
rcp_actor_table_list_ids (RcpDb *db, gint64 dossier_id, RcpStoreActorFilter filter, const char *match, GError **error)
{
#define IDS(condition) \
  "SELECT actor.id FROM mention JOIN actor ON actor.id = mention.actor_id LEFT JOIN pin ON pin.actor_key = actor.key" \
  " WHERE actor.kind <> 'place' AND " condition " AND" IN_DOSSIER ("mention.article_id") \
  " AND (:match IS NULL OR actor.id IN (SELECT actor_id FROM actor_fts JOIN actor_alias ON actor_alias.id ="\
  "  actor_fts.rowid WHERE actor_fts MATCH :match))" \
  " GROUP BY actor.id ORDER BY pin.rank IS NULL, pin.rank, count (*) DESC, actor.name_key, actor.id"
  static const char *const queries[] = {
    [RCP_STORE_ACTORS_PINNED] = IDS ("pin.rank IS NOT NULL"),
    [RCP_STORE_ACTORS_PEOPLE] = IDS ("pin.rank IS NULL AND actor.kind = 'person'"),
    [RCP_STORE_ACTORS_ORGANISATIONS] = IDS ("pin.rank IS NULL AND actor.kind = 'organisation'"),
    [RCP_STORE_ACTORS_STATES] = IDS ("pin.rank IS NULL AND actor.kind = 'state'"),
    [RCP_STORE_ACTORS_ALL] = IDS ("TRUE"),
  };
#undef IDS
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, queries[filter]);

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_text (stmt, ":match", match);
  return rcp_query_ids (stmt, error);
}

GArray *
rcp_actor_table_list_of_article (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT actor_id FROM mention JOIN actor ON actor.id = actor_id WHERE article_id = :article AND kind <> 'place'"
      " GROUP BY actor_id ORDER BY count (*) DESC, min (ordinal)");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  return rcp_query_ids (stmt, error);
}

GArray *
rcp_actor_table_list_of_event (RcpDb *db, gint64 event_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT actor_id FROM event_actor WHERE event_id = :event ORDER BY rank");

  rcp_stmt_bind_int (stmt, ":event", event_id);
  return rcp_query_ids (stmt, error);
}

typedef struct
{
  guint n_mentions;
  guint n_articles;
  GArray *counts; /* of guint32 */
} Counts;

static void
counts_free (Counts *self)
{
  g_array_unref (self->counts);
  g_free (self);
}

/** Sums counts by article up to counts by week of publication, quiet weeks between two included. */
static void
count_by_week (Counts *counts, const GArray *days)
{
  g_autoptr (GArray) weeks = g_array_new (FALSE, TRUE, sizeof (guint32));
  gint64 first = 0;
  /* Ten years: what is older than that before the last one is drawn with the oldest week. */
  const gint64 max_weeks = 520;

  for (guint i = 0; i < days->len; i++)
    {
      gint64 day = g_array_index (days, gint64, i);
      gint64 week;

      if (i == 0)
        first = MAX (day, g_array_index (days, gint64, days->len - 1) - 7 * (max_weeks - 1));
      week = CLAMP ((day - first) / 7, 0, max_weeks - 1);
      if (week >= weeks->len)
        g_array_set_size (weeks, week + 1);
      g_array_index (weeks, guint32, week) += g_array_index (counts->counts, guint32, i);
    }
  g_array_unref (counts->counts);
  counts->counts = g_steal_pointer (&weeks);
}

static GHashTable *
count_mentions (RcpDb *db, gint64 dossier_id, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)counts_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
          "SELECT count (*), coalesce (first_day, 0) FROM mention JOIN article ON article.id = mention.article_id"
          " LEFT JOIN reading ON reading.article_id = mention.article_id WHERE actor_id = :actor AND"
          IN_DOSSIER ("mention.article_id") " GROUP BY mention.article_id ORDER BY first_day, mention.article_id");
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (gint64));
      Counts *counts = g_new0 (Counts, 1);

      counts->counts = g_array_new (FALSE, TRUE, sizeof (guint32));
      g_hash_table_insert (all, g_memdup2 (&ids[i], sizeof ids[i]), counts);
      rcp_stmt_bind_int (stmt, ":actor", ids[i]);
      rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
      while (rcp_stmt_row (stmt))
        {
          guint32 count = rcp_stmt_int (stmt, 0);
          gint64 day = rcp_stmt_int (stmt, 1);

          counts->n_mentions += count;
          counts->n_articles++;
          g_array_append_val (counts->counts, count);
          g_array_append_val (days, day);
        }
      if (!rcp_stmt_finish (stmt, error))
        return NULL;
      if (counts->n_articles > MAX_ARTICLE_COUNTS)
        count_by_week (counts, days);
    }
  return g_steal_pointer (&all);
}

/** rcp_actor_table_load: (transfer full): of RcpActor, in the order of @ids, counted within the dossier. */
GPtrArray *
rcp_actor_table_load (RcpDb *db, gint64 dossier_id, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, key, kind, name, coalesce ((SELECT rank FROM pin WHERE actor_key = key), -1),"
      "  (SELECT alias FROM actor_alias WHERE actor_id = actor.id AND alias <> actor.name"
      "   ORDER BY is_role DESC, actor_alias.id LIMIT 1)"
      " FROM actor WHERE id IN (SELECT value FROM json_each (:ids))");
  g_autoptr (GHashTable) all = count_mentions (db, dossier_id, ids, n, error);
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func (g_object_unref);

  if (!all)
    return NULL;
  rcp_stmt_bind_ids (stmt, ":ids", ids, n);
  while (rcp_stmt_row (stmt))
    {
      gint64 id = rcp_stmt_int (stmt, 0);
      const Counts *counts = g_hash_table_lookup (all, &id);
      g_autoptr (GBytes) bytes = g_bytes_new (counts->counts->data, counts->counts->len * sizeof (guint32));

      g_ptr_array_add (actors, g_object_new (RCP_TYPE_ACTOR, "id", id, "key", rcp_stmt_text (stmt, 1), "kind",
                                             rcp_stmt_enum (stmt, 2, RCP_TYPE_ACTOR_KIND), "name",
                                             rcp_stmt_text (stmt, 3), "pin-rank", (int)rcp_stmt_int (stmt, 4), "alias",
                                             rcp_stmt_text (stmt, 5), "n-mentions", counts->n_mentions, "n-articles",
                                             counts->n_articles, "counts", bytes, NULL));
    }
  return rcp_stmt_finish (stmt, error) ? rcp_query_in_order (actors, ids, n) : NULL;
}
