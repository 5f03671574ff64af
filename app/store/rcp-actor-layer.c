#include "config.h"

#include "rcp-actor-layer.h"

#include "rcp-actor-rows.h"
#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-note-table.h"
#include "rcp-office-table.h"

/* Lays the user's corrections of actors over what the engine found: which actor each mention, account and event shows, and
 * under which name. The engine's own columns are only read, so that the same can be done again at any time. */

/* Of the actors one engine's actor may be shown as in one account, those after the first get ranks this far apart. */
#define RANK_STEP 1000

typedef struct
{
  gint64 ordinal;
  RcpRange range;
  gint64 base_id;
  gint64 actor_id;
  char *words;
} Mention;

static void
mention_clear (gpointer data)
{
  g_free (((Mention *)data)->words);
}

typedef struct
{
  RcpDb *db;
  RcpActorOverlay *overlay;
  GHashTable *units;      /* of gint64 * to RcpActorUnit: the engine's actors that corrections speak of */
  GHashTable *bases;      /* of gint64 * to RcpActorUnit: the engine's actors that are looked at */
  GHashTable *held;       /* of gint64 * to gint64 *: of the present article, as rcp_office_table_list_held() has it */
  GHashTable *events;     /* set of gint64 *: events whose actors have to be listed again */
} Layer;

static void
layer_clear (Layer *self)
{
  g_clear_pointer (&self->units, g_hash_table_unref);
  g_clear_pointer (&self->bases, g_hash_table_unref);
  g_clear_pointer (&self->held, g_hash_table_unref);
  g_clear_pointer (&self->events, g_hash_table_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Layer, layer_clear)

static void
layer_init (Layer *self, RcpDb *db, RcpActorOverlay *overlay)
{
  self->db = db;
  self->overlay = overlay;
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->bases = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_id (GHashTable *set, gint64 id, gpointer value)
{
  g_hash_table_insert (set, g_memdup2 (&id, sizeof id), value);
}

static GArray *
list_keys (GHashTable *set)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (ids, *(gint64 *)key);
  return ids;
}

static gint64
id_of (const RcpActorUnit *unit)
{
  return unit ? unit->id : 0;
}

/* To be done once the units have rows. */
static void
list_units (Layer *self)
{
  GPtrArray *units = rcp_actor_overlay_get_units (self->overlay);

  for (guint i = 0; i < units->len; i++)
    {
      RcpActorUnit *unit = units->pdata[i];

      if (!unit->split_of)
        add_id (self->units, unit->id, unit);
    }
}

/* The engine's actor itself, or, of an office, whoever held it when the article appeared. */
static gint64
find_meant (Layer *self, gint64 base_id)
{
  const gint64 *held_id = g_hash_table_lookup (self->held, &base_id);

  return held_id && *held_id ? *held_id : base_id;
}

static gboolean
is_looked_at (Layer *self, gint64 base_id)
{
  gint64 meant_id = find_meant (self, base_id);

  return g_hash_table_contains (self->held, &base_id) || g_hash_table_contains (self->bases, &meant_id);
}

/* Whom an engine's actor is shown as in the present article, called @words there (NULL: in general); 0 is nobody. */
static gint64
find_shown (Layer *self, gint64 base_id, const char *words, const char *hash)
{
  gint64 meant_id = find_meant (self, base_id);
  RcpActorUnit *unit = g_hash_table_lookup (self->units, &meant_id);

  return unit ? id_of (rcp_actor_overlay_resolve (unit, words, hash)) : meant_id;
}

/* Articles. ----------------------------------------------------------------------------------------------------------- */

static char *
load_hash (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT content_hash FROM article WHERE id = :article");
  char *hash = NULL;

  rcp_stmt_bind_int (stmt, ":article", article_id);
  if (rcp_stmt_row (stmt))
    hash = rcp_stmt_dup (stmt, 0);
  if (rcp_stmt_finish (stmt, error))
    return hash ? hash : g_strdup ("");
  g_free (hash);
  return NULL;
}

static GArray *
load_mentions (Layer *self, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (self->db,
      "SELECT ordinal, start_offset, end_offset, base_id, coalesce (actor_id, 0), words FROM mention"
      " WHERE article_id = :article ORDER BY start_offset, ordinal");
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (Mention));

  g_array_set_clear_func (mentions, mention_clear);
  rcp_stmt_bind_int (stmt, ":article", article_id);
  while (rcp_stmt_row (stmt))
    {
      gint64 base_id = rcp_stmt_int (stmt, 3);

      if (is_looked_at (self, base_id))
        {
          Mention mention = { rcp_stmt_int (stmt, 0), { rcp_stmt_int (stmt, 1), rcp_stmt_int (stmt, 2) }, base_id,
                              rcp_stmt_int (stmt, 4), rcp_stmt_dup (stmt, 5) };

          g_array_append_val (mentions, mention);
        }
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&mentions) : NULL;
}

static gboolean
lay_mentions (Layer *self, gint64 article_id, const char *hash, GArray *mentions, GError **error)
{
  g_autoptr (RcpStmt) put = rcp_db_prepare (self->db,
      "UPDATE mention SET actor_id = :actor WHERE article_id = :article AND ordinal = :ordinal");

  for (guint i = 0; i < mentions->len; i++)
    {
      Mention *mention = &g_array_index (mentions, Mention, i);
      gint64 id = find_shown (self, mention->base_id, mention->words, hash);

      if (id == mention->actor_id)
        continue;
      mention->actor_id = id;
      rcp_stmt_bind_id (put, ":actor", id);
      rcp_stmt_bind_int (put, ":article", article_id);
      rcp_stmt_bind_int (put, ":ordinal", mention->ordinal);
      if (!rcp_stmt_run_once (put, error))
        return FALSE;
    }
  return TRUE;
}

/* Whom an engine's actor is shown as in an account: as its mentions there are, in the order they stand; 0 is nobody. */
static void
list_shown (Layer *self, const GArray *mentions, RcpRange range, gint64 base_id, const char *hash, GArray *ids)
{
  g_array_set_size (ids, 0);
  for (guint i = 0; i < mentions->len; i++)
    {
      const Mention *mention = &g_array_index (mentions, Mention, i);
      gboolean known = FALSE;

      if (mention->base_id != base_id || mention->range.start < range.start || mention->range.start >= range.end)
        continue;
      for (guint j = 0; j < ids->len && !known; j++)
        known = g_array_index (ids, gint64, j) == mention->actor_id;
      if (!known)
        g_array_append_val (ids, mention->actor_id);
    }
  if (ids->len == 0)
    {
      gint64 id = find_shown (self, base_id, NULL, hash);

      g_array_append_val (ids, id);
    }
}

typedef struct
{
  gint64 account_id;
  gint64 rank;
  gint64 base_id;
  RcpRange range;
} Doer;

static GArray *
load_doers (Layer *self, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (self->db,
      "SELECT account_id, rank, base_id, start_offset, end_offset, coalesce (event_id, 0) FROM account"
      " JOIN account_actor ON account_id = account.id LEFT JOIN event_account USING (account_id)"
      " WHERE article_id = :article AND base_id IS NOT NULL");
  g_autoptr (GArray) doers = g_array_new (FALSE, FALSE, sizeof (Doer));

  rcp_stmt_bind_int (stmt, ":article", article_id);
  while (rcp_stmt_row (stmt))
    {
      Doer doer = { rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1), rcp_stmt_int (stmt, 2),
                    { rcp_stmt_int (stmt, 3), rcp_stmt_int (stmt, 4) } };

      if (!is_looked_at (self, doer.base_id))
        continue;
      g_array_append_val (doers, doer);
      if (rcp_stmt_int (stmt, 5))
        add_id (self->events, rcp_stmt_int (stmt, 5), NULL);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&doers) : NULL;
}

static gboolean
lay_accounts (Layer *self, gint64 article_id, const char *hash, const GArray *mentions, GError **error)
{
  g_autoptr (RcpStmt) put = rcp_db_prepare (self->db,
      "UPDATE account_actor SET actor_id = :actor WHERE account_id = :account AND rank = :rank AND actor_id IS NOT :actor");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (self->db,
      "DELETE FROM account_actor WHERE account_id = :account AND base_id IS NULL AND rank % :step = :rank");
  g_autoptr (RcpStmt) more = rcp_db_prepare (self->db,
      "INSERT INTO account_actor (account_id, rank, base_id, actor_id) VALUES (:account, :rank, NULL, :actor)");
  g_autoptr (GArray) doers = load_doers (self, article_id, error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; doers && i < doers->len; i++)
    {
      const Doer *doer = &g_array_index (doers, Doer, i);

      list_shown (self, mentions, doer->range, doer->base_id, hash, ids);
      rcp_stmt_bind_int (put, ":account", doer->account_id);
      rcp_stmt_bind_int (put, ":rank", doer->rank);
      rcp_stmt_bind_id (put, ":actor", g_array_index (ids, gint64, 0));
      rcp_stmt_bind_int (drop, ":account", doer->account_id);
      rcp_stmt_bind_int (drop, ":rank", doer->rank);
      rcp_stmt_bind_int (drop, ":step", RANK_STEP);
      if (!rcp_stmt_run_once (put, error) || !rcp_stmt_run_once (drop, error))
        return FALSE;
      for (guint j = 1; j < ids->len; j++)
        {
          rcp_stmt_bind_int (more, ":account", doer->account_id);
          rcp_stmt_bind_int (more, ":rank", doer->rank + j * RANK_STEP);
          rcp_stmt_bind_id (more, ":actor", g_array_index (ids, gint64, j));
          if (!rcp_stmt_run_once (more, error))
            return FALSE;
        }
    }
  return doers != NULL;
}

static gboolean
lay_articles (Layer *self, const gint64 *ids, guint n, GError **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *hash = NULL;
      g_autoptr (GArray) mentions = NULL;

      g_clear_pointer (&self->held, g_hash_table_unref);
      self->held = rcp_office_table_list_held (self->db, ids[i], error);
      if (!self->held)
        return FALSE;
      if (g_hash_table_size (self->bases) == 0 && g_hash_table_size (self->held) == 0)
        continue;
      mentions = load_mentions (self, ids[i], error);
      if (!mentions)
        return FALSE;
      if (rcp_actor_overlay_has_article_rules (self->overlay) && !(hash = load_hash (self->db, ids[i], error)))
        return FALSE;
      if (!lay_mentions (self, ids[i], hash, mentions, error) || !lay_accounts (self, ids[i], hash, mentions, error))
        return FALSE;
    }
  return TRUE;
}

/* Events. ------------------------------------------------------------------------------------------------------------- */

/* By how many of the accounts they take part in, then by how early they stand there: as the engine lists them, of whom the
 * accounts show. */
/**
 * rcp_actor_layer_list_actors:
 *
 * Lists the actors of events anew from those of their accounts; what the user says of who takes part is laid over it
 * afterwards.
 */
gboolean
rcp_actor_layer_list_actors (RcpDb *db, const gint64 *event_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db, "DELETE FROM event_actor WHERE event_id = :event");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db,
      "INSERT INTO event_actor (event_id, rank, actor_id)"
      " SELECT :event, row_number () OVER (ORDER BY count (*) DESC, sum (place), actor_id) - 1, actor_id FROM"
      "  (SELECT actor_id, min (rank % :step) AS place FROM event_account JOIN account_actor USING (account_id)"
      "   WHERE event_id = :event AND actor_id IS NOT NULL GROUP BY account_id, actor_id)"
      " GROUP BY actor_id");

  for (guint i = 0; i < n; i++)
    {
      rcp_stmt_bind_int (drop, ":event", event_ids[i]);
      rcp_stmt_bind_int (put, ":event", event_ids[i]);
      rcp_stmt_bind_int (put, ":step", RANK_STEP);
      if (!rcp_stmt_run_once (drop, error) || !rcp_stmt_run_once (put, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
list_event_actors (Layer *self, GError **error)
{
  g_autoptr (GArray) ids = list_keys (self->events);

  return rcp_actor_layer_list_actors (self->db, (gint64 *)ids->data, ids->len, error);
}

/* Of @event_ids, those that show somebody else than the engine found. */
static gboolean
add_corrected_events (Layer *self, const gint64 *event_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (self->db,
      "SELECT value FROM json_each (:ids) WHERE EXISTS (SELECT 1 FROM event_account JOIN account_actor USING (account_id)"
      "  WHERE event_id = value AND actor_id IS NOT base_id)");

  rcp_stmt_bind_ids (stmt, ":ids", event_ids, n);
  while (rcp_stmt_row (stmt))
    add_id (self->events, rcp_stmt_int (stmt, 0), NULL);
  return rcp_stmt_finish (stmt, error);
}

/* The whole. ---------------------------------------------------------------------------------------------------------- */

/**
 * rcp_actor_layer_lay:
 * @db: the writing connection, in a transaction
 * @article_ids: (array length=n_articles): articles that were read, or whose actors the engine has joined
 * @event_ids: (array length=n_events): events that were put
 * @error: return location
 *
 * Shows whom offices mean, then lays all corrections over what the engine has just found in some articles; costs what these
 * hold.
 */
gboolean
rcp_actor_layer_lay (RcpDb *db, const gint64 *article_ids, guint n_articles, const gint64 *event_ids, guint n_events,
                     GError **error)
{
  g_autoptr (RcpActorOverlay) overlay = rcp_actor_overlay_load (db, error);
  g_auto (Layer) self = { 0 };
  gboolean is_empty;
  GPtrArray *units;

  if (!overlay)
    return FALSE;
  is_empty = rcp_actor_overlay_is_empty (overlay);
  layer_init (&self, db, overlay);
  if (!is_empty && !rcp_actor_rows_put (db, overlay, error))
    return FALSE;
  list_units (&self);
  units = rcp_actor_overlay_get_units (overlay);
  for (guint i = 0; i < units->len; i++)
    {
      RcpActorUnit *unit = units->pdata[i];

      if (unit->split_of)
        continue;
      add_id (self.bases, unit->id, unit);
      if (!rcp_actor_rows_lay_aliases (db, unit->id, unit, error))
        return FALSE;
    }
  return lay_articles (&self, article_ids, n_articles, error) &&
         (is_empty || rcp_actor_rows_put_names (db, overlay, error)) &&
         add_corrected_events (&self, event_ids, n_events, error) && list_event_actors (&self, error);
}

static GArray *
list_articles (RcpDb *db, const GArray *bases, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT DISTINCT article_id FROM mention WHERE base_id IN (SELECT value FROM json_each (:ids))"
      " UNION SELECT article_id FROM office_meant WHERE held_id IN (SELECT value FROM json_each (:ids))"
      " UNION SELECT article_id FROM account_actor JOIN account ON account.id = account_id"
      "  WHERE base_id IN (SELECT value FROM json_each (:ids))");

  rcp_stmt_bind_ids (stmt, ":ids", (gint64 *)bases->data, bases->len);
  return rcp_query_ids (stmt, error);
}

/* An engine's actor that no correction speaks of any more is only itself. */
static gboolean
stand_in (Layer *self, GPtrArray *stand_ins, GError **error)
{
  g_autoptr (GArray) ids = list_keys (self->bases);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!g_hash_table_lookup (self->bases, &id))
        {
          RcpActorUnit *unit = g_new0 (RcpActorUnit, 1);

          unit->id = id;
          unit->kind = -1;
          unit->rules = g_ptr_array_new ();
          g_ptr_array_add (stand_ins, unit);
          add_id (self->bases, id, unit);
        }
    }
  return TRUE;
}

static void
stand_in_free (gpointer data)
{
  RcpActorUnit *unit = data;

  g_ptr_array_unref (unit->rules);
  g_free (unit);
}

/* Rows that were only there because a correction spoke of them. */
static gboolean
drop_unnamed (Layer *self, const RcpActorOverlay *before, GError **error)
{
  GPtrArray *units = rcp_actor_overlay_get_units (before);

  for (guint i = 0; i < units->len; i++)
    {
      const RcpActorUnit *unit = units->pdata[i];
      g_autoptr (GArray) dropped = NULL;

      if (unit->split_of || unit->id == 0 || rcp_actor_overlay_find (self->overlay, unit->key))
        continue;
      dropped = rcp_actor_table_drop_unnamed (self->db, unit->id, error);
      if (!dropped)
        return FALSE;
    }
  return TRUE;
}

/**
 * rcp_actor_layer_change:
 * @db: the writing connection, in a transaction
 * @before: the corrections as they were when the library was last laid over with them
 * @error: return location
 *
 * Shows what the corrections in force make of the library; costs what shows something else than @before.
 */
gboolean
rcp_actor_layer_change (RcpDb *db, const RcpActorOverlay *before, GError **error)
{
  g_autoptr (RcpActorOverlay) overlay = rcp_actor_overlay_load (db, error);
  g_autoptr (GPtrArray) stand_ins = g_ptr_array_new_with_free_func (stand_in_free);
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GArray) bases = NULL;
  g_autoptr (GArray) articles = NULL;
  g_auto (Layer) self = { 0 };

  if (!overlay)
    return FALSE;
  layer_init (&self, db, overlay);
  if (!rcp_actor_rows_put (db, overlay, error))
    return FALSE;
  changed = rcp_actor_overlay_list_changed (before, overlay);
  for (guint i = 0; i < changed->len; i++)
    {
      RcpActorUnit *unit = changed->pdata[i];

      add_id (self.bases, unit->id, rcp_actor_overlay_find (overlay, unit->key));
    }
  if (!stand_in (&self, stand_ins, error))
    return FALSE;
  list_units (&self);
  bases = list_keys (self.bases);
  articles = list_articles (db, bases, error);
  if (!articles || !lay_articles (&self, (gint64 *)articles->data, articles->len, error))
    return FALSE;
  for (guint i = 0; i < bases->len; i++)
    {
      gint64 id = g_array_index (bases, gint64, i);

      if (!rcp_actor_rows_lay_aliases (db, id, g_hash_table_lookup (self.bases, &id), error))
        return FALSE;
    }
  return rcp_actor_rows_put_names (db, overlay, error) && list_event_actors (&self, error) &&
         rcp_actor_rows_drop (db, overlay, error) && drop_unnamed (&self, before, error) && rcp_note_table_place (db, error) &&
         rcp_actor_table_place_marks (db, error);
}
