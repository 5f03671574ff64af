#include "config.h"

#include "rcp-actor-correction.h"

#include "rcp-actor-reach.h"
#include "rcp-actor-table.h"
#include "rcp-clock.h"
#include "rcp-correction-table.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-fold.h"

/* What a person says of an actor, by rows as they are shown, becomes a correction, which speaks of keys. */

typedef struct
{
  char *subject;
  char *value;
  char *subject_name;
  char *value_name;
} Terms;

static void
terms_clear (Terms *self)
{
  g_free (self->subject);
  g_free (self->value);
  g_free (self->subject_name);
  g_free (self->value_name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Terms, terms_clear)

static gboolean
find_actor (RcpDb *db, gint64 id, char **key, char **name, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT name FROM actor WHERE id = :id");

  if (!rcp_actor_table_find_key (db, id, key, error))
    return FALSE;
  rcp_stmt_bind_int (stmt, ":id", id);
  if (rcp_stmt_row (stmt))
    *name = rcp_stmt_dup (stmt, 0);
  return rcp_stmt_finish (stmt, error);
}

/* Whoever was merged into another is spoken of as that one. */
static gboolean
find_shown (RcpDb *db, const RcpActorOverlay *overlay, gint64 id, char **key, char **name, GError **error)
{
  const RcpActorUnit *unit, *root;

  if (!find_actor (db, id, key, name, error))
    return FALSE;
  unit = rcp_actor_overlay_find (overlay, *key);
  root = unit ? rcp_actor_overlay_get_root (unit) : NULL;
  if (!root || root == unit || root->id == 0)
    return TRUE;
  g_clear_pointer (key, g_free);
  g_clear_pointer (name, g_free);
  return find_actor (db, root->id, key, name, error);
}

/* How often the actor is named by @words (NULL: any) in @article_id (0: any), and how often otherwise. */
static gboolean
count_mentions (RcpDb *db, const char *key, const char *words, gint64 article_id, gint64 *n, gint64 *n_others, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT coalesce (sum (hit), 0), coalesce (sum (NOT hit), 0) FROM (SELECT (:words IS NULL OR words = :words)"
      "  AND (:article = 0 OR article_id = :article) AS hit FROM mention JOIN actor ON actor.id = actor_id"
      "  WHERE key = :key)");

  rcp_stmt_bind_text (stmt, ":words", words);
  rcp_stmt_bind_int (stmt, ":article", article_id);
  rcp_stmt_bind_text (stmt, ":key", key);
  if (rcp_stmt_row (stmt))
    {
      *n = rcp_stmt_int (stmt, 0);
      *n_others = rcp_stmt_int (stmt, 1);
    }
  return rcp_stmt_finish (stmt, error);
}

/* Only a part of what names an actor can be split off. */
static gboolean
check_part (RcpDb *db, const char *key, const char *words, gint64 article_id, GError **error)
{
  gint64 n = 0, n_others = 0;

  if (!count_mentions (db, key, words, article_id, &n, &n_others, error))
    return FALSE;
  if (n == 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "nothing names %s that way", key);
      return FALSE;
    }
  if (n_others == 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS, "all that names %s would be split off", key);
      return FALSE;
    }
  return TRUE;
}

static gboolean
find_article (RcpDb *db, gint64 id, char **hash, char **title, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT content_hash, title FROM article WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  if (rcp_stmt_row (stmt))
    {
      *hash = rcp_stmt_dup (stmt, 0);
      *title = rcp_stmt_dup (stmt, 1);
    }
  if (!rcp_stmt_finish (stmt, error))
    return FALSE;
  if (*hash)
    return TRUE;
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no article %" G_GINT64_FORMAT, id);
  return FALSE;
}

static gboolean
put_in_terms (RcpDb *db, const RcpActorOverlay *overlay, const RcpActorDecision *decision, Terms *terms, GError **error)
{
  switch (decision->kind)
    {
    case RCP_CORRECTION_DISTINCT_ACTORS:
      /* Of two that were merged, each is spoken of by itself. */
      if (!find_actor (db, decision->actor_id, &terms->subject, &terms->subject_name, error)
          || !find_actor (db, decision->other_id, &terms->value, &terms->value_name, error))
        return FALSE;
      break;
    case RCP_CORRECTION_MERGE_ACTORS:
      if (!find_shown (db, overlay, decision->actor_id, &terms->subject, &terms->subject_name, error)
          || !find_shown (db, overlay, decision->other_id, &terms->value, &terms->value_name, error))
        return FALSE;
      break;
    default:
      if (!find_shown (db, overlay, decision->actor_id, &terms->subject, &terms->subject_name, error))
        return FALSE;
    }
  switch (decision->kind)
    {
    case RCP_CORRECTION_MERGE_ACTORS:
    case RCP_CORRECTION_DISTINCT_ACTORS:
      if (!g_str_equal (terms->subject, terms->value))
        return TRUE;
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS, "%s is one actor", terms->subject);
      return FALSE;
    case RCP_CORRECTION_SPLIT_ALIAS:
      terms->value = rcp_fold_words (decision->text ? decision->text : "");
      terms->value_name = g_strdup (decision->text);
      return check_part (db, terms->subject, terms->value, 0, error);
    case RCP_CORRECTION_SPLIT_ARTICLE:
      return find_article (db, decision->other_id, &terms->value, &terms->value_name, error) &&
             check_part (db, terms->subject, NULL, decision->other_id, error);
    case RCP_CORRECTION_ACTOR_NAME:
      terms->value = decision->text && *decision->text ? g_strdup (decision->text) : NULL;
      return TRUE;
    case RCP_CORRECTION_ACTOR_KIND:
      terms->value = g_strdup (rcp_enum_to_nick (RCP_TYPE_ACTOR_KIND, decision->other_id));
      return TRUE;
    case RCP_CORRECTION_IGNORE_ACTOR:
    default:
      terms->value = g_strdup (decision->other_id ? "1" : "0");
      return TRUE;
    }
}

/* Who is shown for a key; the actor itself where that is nobody. */
static gint64
find_row (RcpDb *db, const char *key)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT coalesce (shown_id, id) FROM actor WHERE key = :key");

  rcp_stmt_bind_text (stmt, ":key", key);
  return rcp_stmt_row (stmt) ? rcp_stmt_int (stmt, 0) : 0;
}

/**
 * rcp_actor_correction_make:
 * @db: the writing connection, in a transaction
 * @decision: what the user says
 * @id: (out): the row of the correction
 * @actor_id: (out): the row of whom it is shown at: of the actor that was split off, of whom the actor is one with, or of
 *   the actor itself
 * @error: return location; %RCP_STORE_ERROR_NOT_FOUND for a row that is not there and a name that nothing has,
 *   %RCP_STORE_ERROR_EXISTS for one actor given twice and where nothing would be left of it
 *
 * Keeps a correction, and shows what it makes of the library.
 */
gboolean
rcp_actor_correction_make (RcpDb *db, const RcpActorDecision *decision, gint64 *id, gint64 *actor_id, GError **error)
{
  g_autoptr (RcpActorOverlay) overlay = rcp_actor_overlay_load (db, error);
  g_autoptr (RcpCorrection) correction = NULL;
  g_auto (Terms) terms = { 0 };
  g_autofree char *key = NULL;
  gboolean is_split = decision->kind == RCP_CORRECTION_SPLIT_ALIAS || decision->kind == RCP_CORRECTION_SPLIT_ARTICLE;

  if (!overlay || !put_in_terms (db, overlay, decision, &terms, error))
    return FALSE;
  correction = g_object_new (RCP_TYPE_CORRECTION, "kind", decision->kind, "subject", terms.subject, "value", terms.value,
                             "subject-name", terms.subject_name, "value-name", terms.value_name, "created-us",
                             rcp_clock_now_us (), NULL);
  if (!rcp_correction_table_save (db, correction, id, error))
    return FALSE;
  key = is_split ? rcp_actor_overlay_split_key (decision->kind, terms.subject, terms.value) : g_strdup (terms.subject);
  *actor_id = find_row (db, key);
  return TRUE;
}

/* The name shown at @key once the corrections are @after. */
static gboolean
find_name_after (RcpDb *db, RcpActorOverlay *after, const char *key, char **name, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT coalesce (found_name, name) FROM actor WHERE key = :key");
  const RcpActorUnit *unit = rcp_actor_overlay_find (after, key);

  if (unit)
    unit = rcp_actor_overlay_get_root (unit);
  if (unit && unit->name)
    {
      *name = g_strdup (unit->name);
      return TRUE;
    }
  rcp_stmt_bind_text (stmt, ":key", unit ? unit->key : key);
  if (rcp_stmt_row (stmt))
    *name = rcp_stmt_dup (stmt, 0);
  else if (unit && unit->label)
    *name = g_strdup (unit->label);
  return rcp_stmt_finish (stmt, error);
}

/* The names of an actor whose folded words are among @words, as written. */
static gboolean
list_names (RcpDb *db, const GPtrArray *words, char ***names, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < words->len; i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT alias FROM actor_alias WHERE words = :words ORDER BY id LIMIT 1");

      rcp_stmt_bind_text (stmt, ":words", words->pdata[i]);
      g_strv_builder_add (builder, rcp_stmt_row (stmt) ? rcp_stmt_text (stmt, 0) : words->pdata[i]);
      if (!rcp_stmt_finish (stmt, error))
        return FALSE;
    }
  *names = g_strv_builder_end (builder);
  return TRUE;
}

/* Articles that name both, and accounts in which both take part: two who stand side by side are seldom one. */
static gboolean
count_together (RcpDb *db, const char *key, const char *other, RcpStoredPreview *preview, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "WITH a AS (SELECT id FROM actor WHERE key = :a), b AS (SELECT id FROM actor WHERE key = :b)"
      " SELECT (SELECT count (*) FROM (SELECT article_id FROM mention, a WHERE actor_id = a.id INTERSECT"
      "   SELECT article_id FROM mention, b WHERE actor_id = b.id)),"
      "  (SELECT count (*) FROM (SELECT account_id FROM account_actor, a WHERE actor_id = a.id INTERSECT"
      "   SELECT account_id FROM account_actor, b WHERE actor_id = b.id))");

  rcp_stmt_bind_text (stmt, ":a", key);
  rcp_stmt_bind_text (stmt, ":b", other);
  if (rcp_stmt_row (stmt))
    {
      preview->n_articles_together = rcp_stmt_int (stmt, 0);
      preview->n_accounts_together = rcp_stmt_int (stmt, 1);
    }
  return rcp_stmt_finish (stmt, error);
}

/* Where nobody else is shown, but the same otherwise: all that names the actor. */
static gboolean
count_all (RcpDb *db, const char *key, RcpStoredPreview *preview, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT count (*), count (DISTINCT article_id), (SELECT count (*) FROM event_actor WHERE event_actor.actor_id ="
      "  (SELECT id FROM actor WHERE key = :key)) FROM mention JOIN actor ON actor.id = actor_id WHERE key = :key");

  rcp_stmt_bind_text (stmt, ":key", key);
  if (rcp_stmt_row (stmt))
    {
      preview->n_mentions = rcp_stmt_int (stmt, 0);
      preview->n_articles = rcp_stmt_int (stmt, 1);
      preview->n_events = rcp_stmt_int (stmt, 2);
    }
  return rcp_stmt_finish (stmt, error);
}

static gboolean
find_kinds (RcpDb *db, const Terms *terms, RcpStoredPreview *preview, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT (SELECT kind FROM actor WHERE key = :a) IS NOT (SELECT kind FROM actor WHERE key = :b)");

  rcp_stmt_bind_text (stmt, ":a", terms->subject);
  rcp_stmt_bind_text (stmt, ":b", terms->value);
  if (rcp_stmt_row (stmt))
    preview->kinds_differ = rcp_stmt_int (stmt, 0);
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_actor_correction_preview:
 * @db: any connection, in a transaction
 * @decision: what the user may say
 * @preview: (out caller-allocates): what would come of it; to be cleared with rcp_stored_preview_clear()
 * @error: return location, as for rcp_actor_correction_make()
 *
 * Tells what a correction would change, and changes nothing.
 */
gboolean
rcp_actor_correction_preview (RcpDb *db, const RcpActorDecision *decision, RcpStoredPreview *preview, GError **error)
{
  g_autoptr (RcpActorOverlay) before = rcp_actor_overlay_load (db, error);
  g_autoptr (RcpActorOverlay) after = NULL;
  g_auto (RcpActorReach) reach = { 0 };
  g_auto (Terms) terms = { 0 };
  g_autofree char *key = NULL;
  gboolean is_split = decision->kind == RCP_CORRECTION_SPLIT_ALIAS || decision->kind == RCP_CORRECTION_SPLIT_ARTICLE;

  *preview = (RcpStoredPreview){ 0 };
  if (!before || !put_in_terms (db, before, decision, &terms, error)
      || !(after = rcp_actor_overlay_load_with (db, decision->kind, terms.subject, terms.value, terms.subject_name,
                                                terms.value_name, error))
      || !rcp_actor_reach_measure (db, before, after, &reach, error))
    return FALSE;
  preview->n_mentions = reach.n_mentions;
  preview->n_articles = reach.n_articles;
  preview->n_events = reach.n_events;
  key = is_split ? rcp_actor_overlay_split_key (decision->kind, terms.subject, terms.value) : g_strdup (terms.subject);
  if (!find_name_after (db, after, key, &preview->name, error) || !list_names (db, reach.words, &preview->aliases, error))
    return FALSE;
  if (decision->kind == RCP_CORRECTION_ACTOR_NAME || decision->kind == RCP_CORRECTION_ACTOR_KIND)
    return count_all (db, terms.subject, preview, error);
  if (decision->kind == RCP_CORRECTION_MERGE_ACTORS)
    {
      preview->were_apart = rcp_actor_overlay_are_apart (before, terms.subject, terms.value);
      return count_together (db, terms.subject, terms.value, preview, error) && find_kinds (db, &terms, preview, error);
    }
  return TRUE;
}
