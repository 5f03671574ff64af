#include "config.h"

#include "rcp-actor-table.h"

#include "rcp-article-query.h"
#include "rcp-article-table.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-office-table.h"

/* Beyond this many articles the mentions are counted by week of publication (design, actor list). */
#define MAX_ARTICLE_COUNTS 12

/* Writing. ------------------------------------------------------------------------------------------------------------ */

/** rcp_actor_table_put: keeps an actor that an analysis found, or what a later one says of it, as the engine has it;
 * corrections are to be laid over it again. */
gboolean
rcp_actor_table_put (RcpDb *db, const RcpChangeActor *actor, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO actor (id, kind, key, name, name_key, shown_id) VALUES (:id, :kind, :key, :name, :name_key, :id)"
      " ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, key = excluded.key, name = excluded.name,"
      "  name_key = excluded.name_key, found_kind = NULL, found_name = NULL");
  g_autofree char *name_key = rcp_fold_words (actor->name);

  rcp_stmt_bind_int (stmt, ":id", actor->id);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_ACTOR_KIND, actor->kind);
  rcp_stmt_bind_text (stmt, ":key", actor->key);
  rcp_stmt_bind_text (stmt, ":name", actor->name);
  rcp_stmt_bind_text (stmt, ":name_key", name_key);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_actor_table_put_alias: keeps a name of an actor; where it is kept already, the first reason and article stay,
 * unless it was the user's word alone. */
gboolean
rcp_actor_table_put_alias (RcpDb *db, const RcpChangeAlias *alias, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO actor_alias (actor_id, alias, is_role, reason, words, article_id, shown_id)"
      " VALUES (:actor, :alias, :is_role, :reason, :words, :article, :actor)"
      " ON CONFLICT DO UPDATE SET reason = excluded.reason, is_role = excluded.is_role, article_id = excluded.article_id"
      "  WHERE reason = 'user'");
  g_autofree char *words = rcp_fold_words (alias->alias);

  rcp_stmt_bind_int (stmt, ":actor", alias->actor_id);
  rcp_stmt_bind_text (stmt, ":alias", alias->alias);
  rcp_stmt_bind_int (stmt, ":is_role", alias->is_role);
  rcp_stmt_bind_text (stmt, ":reason", alias->reason);
  rcp_stmt_bind_text (stmt, ":words", words);
  rcp_stmt_bind_id (stmt, ":article", alias->article_id);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_actor_table_merge: the engine's joining of two of its actors; corrections are to be laid over it again. What is kept
 * under the key of the one that goes holds for the other from then on. */
gboolean
rcp_actor_table_merge (RcpDb *db, const RcpChangeMerge *merge, GError **error)
{
  static const char *const steps[] = {
    "INSERT OR IGNORE INTO actor_alias (actor_id, alias, is_role, reason, words, article_id, shown_id)"
    " SELECT :into, alias, is_role, reason, words, article_id, :into FROM actor_alias WHERE actor_id = :from",
    "UPDATE mention SET base_id = :into, actor_id = :into WHERE base_id = :from",
    "UPDATE account_actor SET base_id = :into, actor_id = :into WHERE base_id = :from",
    "UPDATE account SET speaker_id = :into WHERE speaker_id = :from",
    "UPDATE event_actor SET actor_id = :into WHERE actor_id = :from",
    "UPDATE OR IGNORE happening SET actor_id = :into WHERE actor_id = :from",
    /* An actor that was named under both is named once. */
    "DELETE FROM account_actor WHERE base_id = :into AND rank > (SELECT min (rank) FROM account_actor AS first"
    " WHERE first.account_id = account_actor.account_id AND first.base_id = :into) AND :from IS NOT NULL",
    "DELETE FROM event_actor WHERE actor_id = :into AND rank > (SELECT min (rank) FROM event_actor AS first"
    " WHERE first.event_id = event_actor.event_id AND first.actor_id = :into) AND :from IS NOT NULL",
    /* Who is meant by the offices that either is seen in, or is known for, is to be looked for again. */
    "UPDATE office_meant SET is_stale = 1 WHERE :into IS NOT NULL AND (held_id = :from"
    " OR role IN (SELECT role FROM office_held WHERE base_id IN (:from, :into)))",
    "UPDATE OR IGNORE office_held SET base_id = :into WHERE base_id = :from",
    "UPDATE OR IGNORE office_meant SET base_id = :into WHERE base_id = :from",
    "UPDATE actor SET shown_id = :into WHERE shown_id = :from",
    "INSERT OR REPLACE INTO actor_key (key, stands_for) SELECT (SELECT key FROM actor WHERE id = :from), key FROM actor"
    " WHERE id = :into",
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

/** rcp_actor_table_drop_unnamed: drops actors that no article names any more, and no correction: @only, or all for 0.
 *
 * Returns: (transfer full) (element-type gint64): those that went
 */
GArray *
rcp_actor_table_drop_unnamed (RcpDb *db, gint64 only, GError **error)
{
#define DROP(which) \
  "DELETE FROM actor WHERE " which " AND split_of IS NULL" \
  " AND NOT EXISTS (SELECT 1 FROM mention WHERE mention.base_id = actor.id)" \
  " AND NOT EXISTS (SELECT 1 FROM account_actor WHERE account_actor.base_id = actor.id)" \
  " AND key NOT IN (SELECT subject FROM correction WHERE kind IN " RCP_ACTOR_CORRECTIONS " AND subject IS NOT NULL" \
  "  UNION SELECT value FROM correction WHERE kind IN ('merge-actors', 'distinct-actors') AND value IS NOT NULL)" \
  " RETURNING id"
  g_autoptr (RcpStmt) stmt = only ? rcp_db_prepare (db, DROP ("id = :only")) : rcp_db_prepare (db, DROP ("TRUE"));
#undef DROP

  if (only)
    rcp_stmt_bind_int (stmt, ":only", only);
  return rcp_query_ids (stmt, error);
}

/** rcp_actor_table_find_key: the key of an actor, to @key (transfer full); %RCP_STORE_ERROR_NOT_FOUND where there is no such row. */
gboolean
rcp_actor_table_find_key (RcpDb *db, gint64 actor_id, char **key, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT key FROM actor WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", actor_id);
  if (rcp_stmt_row (stmt))
    {
      *key = rcp_stmt_dup (stmt, 0);
      return TRUE;
    }
  if (rcp_stmt_finish (stmt, error))
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no actor %" G_GINT64_FORMAT, actor_id);
  return FALSE;
}

/**
 * rcp_actor_table_place_marks:
 *
 * Shows pins and watches at the actors that the keys they are kept under stand for at present; to be done after either
 * changes. Where several pins come together, the first counts.
 */
gboolean
rcp_actor_table_place_marks (RcpDb *db, GError **error)
{
  static const char *const steps[] = {
    "UPDATE actor SET pin_rank = NULL WHERE pin_rank IS NOT NULL",
    "UPDATE actor SET pin_rank = place FROM"
    " (SELECT shown, row_number () OVER (ORDER BY min (rank)) - 1 AS place FROM"
    "   (SELECT rank, " RCP_ACTOR_TABLE_SHOWN ("actor_key") " AS shown FROM pin)"
    "  WHERE shown IS NOT NULL GROUP BY shown) WHERE id = shown",
    "UPDATE actor SET is_watched = 0 WHERE is_watched",
    "UPDATE actor SET is_watched = 1 WHERE id IN (SELECT " RCP_ACTOR_TABLE_SHOWN ("actor_key") " FROM watch)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, steps[i]);

      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/** rcp_actor_table_pin: -1 unpins, a rank beyond the last pins last; the others close up. @old_rank: (out) (optional): its rank
 * before, or -1. %RCP_STORE_ERROR_NOT_FOUND where there is no such actor. */
gboolean
rcp_actor_table_pin (RcpDb *db, gint64 actor_id, int rank, int *old_rank, GError **error)
{
  g_autoptr (RcpStmt) now = rcp_db_prepare (db, "SELECT coalesce (pin_rank, -1) FROM actor WHERE id = :id");
  /* A pin of somebody who was merged into this actor is its own. */
  g_autoptr (RcpStmt) list = rcp_db_prepare (db,
      "SELECT actor_key FROM pin WHERE actor_key <> :key AND " RCP_ACTOR_TABLE_SHOWN ("actor_key") " IS NOT :id"
      " ORDER BY rank");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db, "DELETE FROM pin");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db, "INSERT INTO pin (actor_key, rank) VALUES (:key, :rank)");
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *key = NULL;
  int rank_now = -1;

  if (!rcp_actor_table_find_key (db, actor_id, &key, error))
    return FALSE;
  rcp_stmt_bind_int (now, ":id", actor_id);
  if (rcp_stmt_row (now))
    rank_now = rcp_stmt_int (now, 0);
  if (!rcp_stmt_finish (now, error))
    return FALSE;
  if (old_rank)
    *old_rank = rank_now;
  rcp_stmt_bind_text (list, ":key", key);
  rcp_stmt_bind_int (list, ":id", actor_id);
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
  return rcp_stmt_finish (put, error) && rcp_actor_table_place_marks (db, error);
}

/**
 * rcp_actor_table_watch:
 * @seen_us: µs UTC: since when mentions are new; 0 ends the watch
 * @was_us: (out) (optional): what it was before; 0 where the actor was not watched
 */
gboolean
rcp_actor_table_watch (RcpDb *db, gint64 actor_id, gint64 seen_us, gint64 *was_us, GError **error)
{
  g_autoptr (RcpStmt) was = rcp_db_prepare (db,
      "SELECT max (seen_us) FROM watch WHERE " RCP_ACTOR_TABLE_SHOWN ("actor_key") " = :id");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db,
      "DELETE FROM watch WHERE actor_key = :key OR " RCP_ACTOR_TABLE_SHOWN ("actor_key") " = :id");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db, "INSERT INTO watch (actor_key, seen_us) VALUES (:key, :seen)");
  g_autofree char *key = NULL;

  if (!rcp_actor_table_find_key (db, actor_id, &key, error))
    return FALSE;
  rcp_stmt_bind_int (was, ":id", actor_id);
  if (rcp_stmt_row (was) && was_us)
    *was_us = rcp_stmt_int (was, 0);
  rcp_stmt_bind_int (drop, ":id", actor_id);
  rcp_stmt_bind_text (drop, ":key", key);
  if (!rcp_stmt_finish (was, error) || !rcp_stmt_run_once (drop, error))
    return FALSE;
  if (seen_us != 0)
    {
      rcp_stmt_bind_text (put, ":key", key);
      rcp_stmt_bind_int (put, ":seen", seen_us);
      if (!rcp_stmt_run_once (put, error))
        return FALSE;
    }
  return rcp_actor_table_place_marks (db, error);
}

static gboolean
fill_mention_words (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) list = rcp_db_prepare (db,
      "SELECT ordinal, start_offset, end_offset FROM mention WHERE article_id = :article");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db,
      "UPDATE mention SET words = :words WHERE article_id = :article AND ordinal = :ordinal");
  g_autofree char *text = rcp_article_table_load_text (db, article_id, NULL, error);
  glong length;

  if (!text)
    return FALSE;
  length = g_utf8_strlen (text, -1);
  rcp_stmt_bind_int (list, ":article", article_id);
  while (rcp_stmt_row (list))
    {
      glong end = CLAMP (rcp_stmt_int (list, 2), 0, length), start = CLAMP (rcp_stmt_int (list, 1), 0, end);
      g_autofree char *part = g_utf8_substring (text, start, end);
      g_autofree char *words = rcp_fold_words (part);

      rcp_stmt_bind_text (put, ":words", words);
      rcp_stmt_bind_int (put, ":article", article_id);
      rcp_stmt_bind_int (put, ":ordinal", rcp_stmt_int (list, 0));
      if (!rcp_stmt_run_once (put, error))
        return FALSE;
    }
  return rcp_stmt_finish (list, error);
}

/** rcp_actor_table_fill_words: for a library of before schema 3: the folded words of aliases and mentions; the marks. */
gboolean
rcp_actor_table_fill_words (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) aliases = rcp_db_prepare (db, "SELECT id, alias FROM actor_alias");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db, "UPDATE actor_alias SET words = :words WHERE id = :id");
  g_autoptr (RcpStmt) articles = rcp_db_prepare (db, "SELECT DISTINCT article_id FROM mention");
  g_autoptr (GArray) ids = rcp_query_ids (articles, error);

  if (!ids)
    return FALSE;
  while (rcp_stmt_row (aliases))
    {
      g_autofree char *words = rcp_fold_words (rcp_stmt_text (aliases, 1));

      rcp_stmt_bind_int (put, ":id", rcp_stmt_int (aliases, 0));
      rcp_stmt_bind_text (put, ":words", words);
      if (!rcp_stmt_run_once (put, error))
        return FALSE;
    }
  if (!rcp_stmt_finish (aliases, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!fill_mention_words (db, g_array_index (ids, gint64, i), error))
      return FALSE;
  return rcp_actor_table_place_marks (db, error);
}

/* Reading. ------------------------------------------------------------------------------------------------------------ */

/** rcp_actor_table_list_known: (transfer full): of RcpStoredActor, by id. */
GPtrArray *
rcp_actor_table_list_known (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, coalesce (found_kind, kind), key, coalesce (found_name, name),"
      "  EXISTS (SELECT 1 FROM mention WHERE base_id = actor.id)"
      "  OR EXISTS (SELECT 1 FROM account_actor WHERE base_id = actor.id)"
      " FROM actor WHERE split_of IS NULL ORDER BY id");
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_stored_actor_free);

  while (rcp_stmt_row (stmt))
    {
      g_autoptr (RcpStmt) aliases = rcp_db_prepare (db,
          "SELECT alias FROM actor_alias WHERE actor_id = :id AND alias <> :name AND reason IS NOT 'user' ORDER BY alias");
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      RcpStoredActor *actor = g_new0 (RcpStoredActor, 1);

      g_ptr_array_add (actors, actor);
      actor->id = rcp_stmt_int (stmt, 0);
      actor->kind = rcp_stmt_enum (stmt, 1, RCP_TYPE_ACTOR_KIND);
      actor->key = rcp_stmt_dup (stmt, 2);
      actor->name = rcp_stmt_dup (stmt, 3);
      actor->is_found = rcp_stmt_int (stmt, 4);
      rcp_stmt_bind_int (aliases, ":id", actor->id);
      rcp_stmt_bind_text (aliases, ":name", actor->name);
      while (rcp_stmt_row (aliases))
        g_strv_builder_add (builder, rcp_stmt_text (aliases, 0));
      actor->aliases = g_strv_builder_end (builder);
      actor->offices = rcp_office_table_list_of (db, actor->id, error);
      if (!actor->offices || !rcp_stmt_finish (aliases, error))
        return NULL;
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&actors) : NULL;
}

/** rcp_actor_table_list_ids: @dossier_id: 0 for the library; @match (nullable) as rcp_search_match() makes it.
 * Only actors that the dossier names and that act somewhere in the library, pinned ones first, then those with the most
 * mentions; with @match also those that are only named.
 *
 * Returns: (transfer full) (element-type gint64)
 */
GArray *
rcp_actor_table_list_ids (RcpDb *db, gint64 dossier_id, RcpStoreActorFilter filter, const char *match, GError **error)
{
#define MATCHED \
  " AND (:match IS NULL OR actor.id IN (SELECT shown_id FROM actor_fts JOIN actor_alias ON actor_alias.id ="\
  "  actor_fts.rowid WHERE actor_fts MATCH :match))"
  /* Who is only named, as a reporter is, is not listed, unless the user has picked, made or looks for him. */
#define ACTS " AND (n_acting > 0 OR pin_rank IS NOT NULL OR is_watched OR split_of IS NOT NULL OR :match IS NOT NULL)"
#define OF_LIBRARY(condition) \
  "SELECT id FROM actor WHERE n_mentions > 0 AND kind <> 'place' AND " condition ACTS MATCHED \
  " ORDER BY pin_rank IS NULL, pin_rank, n_mentions DESC, name_key, id"
#define OF_DOSSIER(condition) \
  "SELECT actor.id FROM dossier_actor AS own JOIN actor ON actor.id = actor_id" \
  " WHERE dossier_id = :dossier AND kind <> 'place' AND " condition ACTS MATCHED \
  " ORDER BY pin_rank IS NULL, pin_rank, own.n_mentions DESC, name_key, actor.id"
#define BOTH(condition) { OF_LIBRARY (condition), OF_DOSSIER (condition) }
  static const char *const queries[][2] = {
    [RCP_STORE_ACTORS_PINNED] = BOTH ("pin_rank IS NOT NULL"),
    [RCP_STORE_ACTORS_PEOPLE] = BOTH ("pin_rank IS NULL AND kind = 'person'"),
    [RCP_STORE_ACTORS_ORGANISATIONS] = BOTH ("pin_rank IS NULL AND kind = 'organisation'"),
    [RCP_STORE_ACTORS_STATES] = BOTH ("pin_rank IS NULL AND kind = 'state'"),
    [RCP_STORE_ACTORS_ALL] = BOTH ("TRUE"),
  };
#undef BOTH
#undef OF_DOSSIER
#undef OF_LIBRARY
#undef ACTS
#undef MATCHED
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, queries[filter][dossier_id != 0]);

  if (dossier_id != 0)
    rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_text (stmt, ":match", match);
  return rcp_query_ids (stmt, error);
}

/** rcp_actor_table_list_of_article: (transfer full) (element-type gint64): the actors an article names, places aside,
 * those it names most first. */
GArray *
rcp_actor_table_list_of_article (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT actor_id FROM mention JOIN actor ON actor.id = actor_id WHERE article_id = :article AND kind <> 'place'"
      " GROUP BY actor_id ORDER BY count (*) DESC, min (ordinal)");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  return rcp_query_ids (stmt, error);
}

/** rcp_actor_table_list_of_event: (transfer full) (element-type gint64): the actors of an event, by rank. */
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
  g_clear_pointer (&self->counts, g_array_unref);
  g_free (self);
}

/* Ten years: what is older than that before the last one is drawn with the oldest week. */
#define MAX_WEEKS 520

/** Counts by week, in order, those of articles without a date first, become counts of all weeks from the first to the last. */
static GArray *
fill_weeks (const GArray *weeks, const GArray *counts)
{
  GArray *filled = g_array_new (FALSE, TRUE, sizeof (guint32));
  guint n_undated = weeks->len > 1 && g_array_index (weeks, gint64, 0) == 0;
  gint64 first = 0;

  for (guint i = 0; i < weeks->len; i++)
    {
      gint64 at;

      if (i == n_undated)
        first = MAX (g_array_index (weeks, gint64, i), g_array_index (weeks, gint64, weeks->len - 1) - (MAX_WEEKS - 1));
      at = i < n_undated ? 0 : MAX (g_array_index (weeks, gint64, i) - first, 0);
      if (at >= filled->len)
        g_array_set_size (filled, at + 1);
      g_array_index (filled, guint32, at) += g_array_index (counts, guint32, i);
    }
  return filled;
}

static gboolean
count_by_week (RcpDb *db, gint64 dossier_id, gint64 actor_id, Counts *counts, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT week, n_mentions FROM actor_week WHERE actor_id = :actor AND dossier_id = :dossier ORDER BY week");
  g_autoptr (GArray) weeks = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) n = g_array_new (FALSE, FALSE, sizeof (guint32));

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      gint64 week = rcp_stmt_int (stmt, 0);
      guint32 count = rcp_stmt_int (stmt, 1);

      g_array_append_val (weeks, week);
      g_array_append_val (n, count);
    }
  counts->counts = fill_weeks (weeks, n);
  return rcp_stmt_finish (stmt, error);
}

/* One number a row. */
static gboolean
read_counts (RcpStmt *stmt, gint64 dossier_id, gint64 actor_id, Counts *counts, GError **error)
{
  counts->counts = g_array_new (FALSE, FALSE, sizeof (guint32));
  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      guint32 count = rcp_stmt_int (stmt, 0);

      g_array_append_val (counts->counts, count);
    }
  return rcp_stmt_finish (stmt, error);
}

static gboolean
count_by_article (RcpDb *db, gint64 dossier_id, gint64 actor_id, Counts *counts, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT count (*) FROM mention LEFT JOIN reading ON reading.article_id = mention.article_id"
      " WHERE actor_id = :actor AND (:dossier = 0 OR EXISTS (SELECT 1 FROM dossier_article WHERE dossier_id = :dossier"
      "  AND dossier_article.article_id = mention.article_id AND excluded = 0))"
      " GROUP BY mention.article_id ORDER BY first_day, mention.article_id");

  return read_counts (stmt, dossier_id, actor_id, counts, error);
}

/* Every article of a small dossier has its place, those that do not name the actor too: so the rows of a list compare. */
static gboolean
count_by_every_article (RcpDb *db, gint64 dossier_id, gint64 actor_id, Counts *counts, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT (SELECT count (*) FROM mention WHERE mention.article_id = article.id AND mention.actor_id = :actor)"
      " FROM article LEFT JOIN reading ON reading.article_id = article.id"
      " WHERE (:dossier = 0 OR EXISTS (SELECT 1 FROM dossier_article WHERE dossier_id = :dossier"
      "  AND dossier_article.article_id = article.id AND excluded = 0))"
      " ORDER BY first_day, article.id");

  return read_counts (stmt, dossier_id, actor_id, counts, error);
}

/* Whether the dossier has no more articles than are counted one by one. Looks at one more than that, however many there are. */
static gboolean
find_small (RcpDb *db, gint64 dossier_id, gboolean *is_small, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      dossier_id ? "SELECT count (*) FROM (SELECT 1 FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0"
                   " LIMIT :most + 1)"
                 : "SELECT count (*) FROM (SELECT 1 FROM article LIMIT :most + 1)");

  if (dossier_id)
    rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_int (stmt, ":most", MAX_ARTICLE_COUNTS);
  *is_small = rcp_stmt_row (stmt) && rcp_stmt_int (stmt, 0) <= MAX_ARTICLE_COUNTS;
  return rcp_stmt_finish (stmt, error);
}

/* In how many articles, and how often. */
static gboolean
count_totals (RcpDb *db, gint64 dossier_id, gint64 actor_id, Counts *counts, GError **error)
{
  g_autoptr (RcpStmt) stmt = dossier_id
      ? rcp_db_prepare (db, "SELECT n_mentions, n_articles FROM dossier_actor WHERE dossier_id = :dossier"
                            " AND actor_id = :actor")
      : rcp_db_prepare (db, "SELECT n_mentions, n_articles FROM actor WHERE id = :actor");

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  if (dossier_id)
    rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  if (rcp_stmt_row (stmt))
    {
      counts->n_mentions = rcp_stmt_int (stmt, 0);
      counts->n_articles = rcp_stmt_int (stmt, 1);
    }
  return rcp_stmt_finish (stmt, error);
}

static GHashTable *
count_mentions (RcpDb *db, gint64 dossier_id, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)counts_free);

  gboolean is_small = FALSE;

  if (!find_small (db, dossier_id, &is_small, error))
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      Counts *counts = g_new0 (Counts, 1);

      g_hash_table_insert (all, g_memdup2 (&ids[i], sizeof ids[i]), counts);
      if (!count_totals (db, dossier_id, ids[i], counts, error)
          || !(is_small                                  ? count_by_every_article (db, dossier_id, ids[i], counts, error)
               : counts->n_articles > MAX_ARTICLE_COUNTS ? count_by_week (db, dossier_id, ids[i], counts, error)
                                                         : count_by_article (db, dossier_id, ids[i], counts, error)))
        return NULL;
    }
  return g_steal_pointer (&all);
}

/** rcp_actor_table_load: (transfer full): of RcpActor, in the order of @ids, counted within the dossier. */
GPtrArray *
rcp_actor_table_load (RcpDb *db, gint64 dossier_id, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, key, kind, name, coalesce (pin_rank, -1),"
      "  (SELECT alias FROM actor_alias WHERE actor_alias.shown_id = actor.id AND alias <> actor.name"
      "   ORDER BY is_role DESC, instr (alias, ' ') = 0, actor_alias.id LIMIT 1), is_watched"
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
                                             counts->n_articles, "counts", bytes, "watched",
                                             rcp_stmt_int (stmt, 6) != 0, NULL));
    }
  return rcp_stmt_finish (stmt, error) ? rcp_query_in_order (actors, ids, n) : NULL;
}
