#include "config.h"

#include "rcp-actor-rows.h"

#include "rcp-enum-types.h"
#include "rcp-fold.h"

/* The rows and the names of actors that corrections speak of: what they are called, of what kind they are, and whom they
 * are shown as. */

static gint64
id_of (const RcpActorUnit *unit)
{
  return unit ? unit->id : 0;
}

/* Rows. --------------------------------------------------------------------------------------------------------------- */

static RcpActorKind
kind_of_key (const char *key)
{
  return g_str_has_prefix (key, "org:")     ? RCP_ACTOR_ORGANISATION
         : g_str_has_prefix (key, "state:") ? RCP_ACTOR_STATE
         : g_str_has_prefix (key, "place:") ? RCP_ACTOR_PLACE
                                            : RCP_ACTOR_PERSON;
}

/* The kind the engine found for whom the unit was first split from, or what the key itself says. */
static gboolean
find_kind (RcpDb *db, const RcpActorUnit *unit, RcpActorKind *kind, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT coalesce (found_kind, kind) FROM actor WHERE key = :key");
  g_autofree char *origin = g_strndup (unit->key, strcspn (unit->key, "#"));

  *kind = kind_of_key (unit->key);
  rcp_stmt_bind_text (stmt, ":key", origin);
  if (rcp_stmt_row (stmt))
    *kind = rcp_stmt_enum (stmt, 0, RCP_TYPE_ACTOR_KIND);
  return rcp_stmt_finish (stmt, error);
}

/* A row for a unit that the engine has none for: one that was split off, or one that nothing names any more. */
static gboolean
make_row (RcpDb *db, RcpActorUnit *unit, GError **error)
{
  g_autoptr (RcpStmt) number = rcp_db_prepare (db,
      "INSERT INTO sequence (name, next) VALUES ('actor', 2) ON CONFLICT DO UPDATE SET next = next + 1 RETURNING next");
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO actor (id, kind, key, name, name_key, split_of, shown_id)"
      " VALUES (:id, :kind, :key, :name, :name_key, :split_of, :id)");
  const char *name = unit->label ? unit->label : unit->key;
  g_autofree char *name_key = rcp_fold_words (name);
  RcpActorKind kind;

  if (rcp_stmt_row (number))
    unit->id = rcp_stmt_int (number, 0) - 1;
  if (!rcp_stmt_finish (number, error) || !find_kind (db, unit, &kind, error))
    return FALSE;
  rcp_stmt_bind_int (stmt, ":id", unit->id);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_ACTOR_KIND, kind);
  rcp_stmt_bind_text (stmt, ":key", unit->key);
  rcp_stmt_bind_text (stmt, ":name", name);
  rcp_stmt_bind_text (stmt, ":name_key", name_key);
  rcp_stmt_bind_text (stmt, ":split_of", unit->split_of);
  return rcp_stmt_run_once (stmt, error);
}

/* Whoever was split off is of the kind of whom that was from, as long as the user does not say otherwise. */
static gboolean
inherit_kind (RcpDb *db, const RcpActorUnit *unit, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE actor SET kind = :kind, found_kind = NULL WHERE id = :id");
  RcpActorKind kind;

  if (!find_kind (db, unit, &kind, error))
    return FALSE;
  rcp_stmt_bind_int (stmt, ":id", unit->id);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_ACTOR_KIND, kind);
  return rcp_stmt_run_once (stmt, error);
}

/* What the row shows: the user's name and kind over the engine's. */
static gboolean
show_row (RcpDb *db, gint64 id, const char *name, int kind, gint64 shown_id, GError **error)
{
  g_autoptr (RcpStmt) look = rcp_db_prepare (db,
      "SELECT coalesce (found_name, name), coalesce (found_kind, kind) FROM actor WHERE id = :id");
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE actor SET name = :name, name_key = :name_key, found_name = :found_name, kind = :kind,"
      "  found_kind = :found_kind, shown_id = :shown WHERE id = :id");
  g_autofree char *found_name = NULL, *found_kind = NULL, *name_key = NULL;

  rcp_stmt_bind_int (look, ":id", id);
  if (rcp_stmt_row (look))
    {
      found_name = rcp_stmt_dup (look, 0);
      found_kind = rcp_stmt_dup (look, 1);
    }
  if (!rcp_stmt_finish (look, error) || !found_name)
    return found_name != NULL;
  name_key = rcp_fold_words (name ? name : found_name);
  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_text (stmt, ":name", name ? name : found_name);
  rcp_stmt_bind_text (stmt, ":name_key", name_key);
  rcp_stmt_bind_text (stmt, ":found_name", name ? found_name : NULL);
  rcp_stmt_bind_text (stmt, ":kind", kind >= 0 ? rcp_enum_to_nick (RCP_TYPE_ACTOR_KIND, kind) : found_kind);
  rcp_stmt_bind_text (stmt, ":found_kind", kind >= 0 ? found_kind : NULL);
  rcp_stmt_bind_id (stmt, ":shown", shown_id);
  return rcp_stmt_run_once (stmt, error);
}

/* Rows that show something of the user's but are spoken of no more: the engine's show what the engine found. */
static gboolean
reset_rows (RcpDb *db, RcpActorOverlay *overlay, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, key FROM actor WHERE split_of IS NULL"
      " AND (found_name IS NOT NULL OR found_kind IS NOT NULL OR shown_id IS NOT id)");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (rcp_stmt_row (stmt))
    {
      gint64 id = rcp_stmt_int (stmt, 0);

      if (!rcp_actor_overlay_find (overlay, rcp_stmt_text (stmt, 1)))
        g_array_append_val (ids, id);
    }
  if (!rcp_stmt_finish (stmt, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!show_row (db, id, NULL, -1, id, error))
        return FALSE;
    }
  return TRUE;
}

/** rcp_actor_rows_put: makes a row for whoever has none, and shows in each what the user says: name, kind, and whom it is
 * shown as. Rows that no correction speaks of any more show what the engine found. */
gboolean
rcp_actor_rows_put (RcpDb *db, RcpActorOverlay *overlay, GError **error)
{
  GPtrArray *units = rcp_actor_overlay_get_units (overlay);

  for (guint i = 0; i < units->len; i++)
    {
      RcpActorUnit *unit = units->pdata[i];

      if (unit->id == 0 && !make_row (db, unit, error))
        return FALSE;
    }
  for (guint i = 0; i < units->len; i++)
    {
      RcpActorUnit *unit = units->pdata[i];
      const RcpActorUnit *root = rcp_actor_overlay_get_root (unit);

      if (unit->split_of && !inherit_kind (db, unit, error))
        return FALSE;
      if (!show_row (db, unit->id, unit->name, unit->kind, root->ignored ? 0 : root->id, error))
        return FALSE;
    }
  return reset_rows (db, overlay, error);
}

/** rcp_actor_rows_drop: drops the rows of actors that were split off and are spoken of no more; nothing shows them by then. */
gboolean
rcp_actor_rows_drop (RcpDb *db, RcpActorOverlay *overlay, GError **error)
{
  g_autoptr (RcpStmt) list = rcp_db_prepare (db, "SELECT id, key FROM actor WHERE split_of IS NOT NULL");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db, "DELETE FROM actor WHERE id = :id");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (rcp_stmt_row (list))
    {
      const RcpActorUnit *unit = rcp_actor_overlay_find (overlay, rcp_stmt_text (list, 1));
      gint64 id = rcp_stmt_int (list, 0);

      if (!unit || !unit->split_of)
        g_array_append_val (ids, id);
    }
  if (!rcp_stmt_finish (list, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      rcp_stmt_bind_int (drop, ":id", g_array_index (ids, gint64, i));
      if (!rcp_stmt_run_once (drop, error))
        return FALSE;
    }
  return TRUE;
}

/* Names. -------------------------------------------------------------------------------------------------------------- */

/** rcp_actor_rows_lay_aliases: says of each name of the engine's actor @base_id whom it names; @unit is what corrections make of
 * the actor. */
gboolean
rcp_actor_rows_lay_aliases (RcpDb *db, gint64 base_id, RcpActorUnit *unit, GError **error)
{
  g_autoptr (RcpStmt) list = rcp_db_prepare (db,
      "SELECT id, words, shown_id FROM actor_alias WHERE actor_id = :base AND reason IS NOT 'user'");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db, "UPDATE actor_alias SET shown_id = :shown WHERE id = :id");

  rcp_stmt_bind_int (list, ":base", base_id);
  while (rcp_stmt_row (list))
    {
      const RcpActorUnit *shown = rcp_actor_overlay_resolve (unit, rcp_stmt_text (list, 1), NULL);

      if (id_of (shown) == rcp_stmt_int (list, 2))
        continue;
      rcp_stmt_bind_int (put, ":id", rcp_stmt_int (list, 0));
      rcp_stmt_bind_id (put, ":shown", id_of (shown));
      if (!rcp_stmt_run_once (put, error))
        return FALSE;
    }
  return rcp_stmt_finish (list, error);
}

static gboolean
put_alias (RcpDb *db, gint64 actor_id, const char *alias, const char *reason, gint64 shown_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO actor_alias (actor_id, alias, is_role, reason, words, shown_id)"
      " VALUES (:actor, :alias, 0, :reason, :words, :shown) ON CONFLICT DO NOTHING");
  g_autofree char *words = rcp_fold_words (alias);

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  rcp_stmt_bind_text (stmt, ":alias", alias);
  rcp_stmt_bind_text (stmt, ":reason", reason);
  rcp_stmt_bind_text (stmt, ":words", words);
  rcp_stmt_bind_id (stmt, ":shown", shown_id);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_actor_rows_put_names: puts the names that the user gave, and those of actors the user split off, with the others, to be
 * searched for as they are. */
gboolean
rcp_actor_rows_put_names (RcpDb *db, RcpActorOverlay *overlay, GError **error)
{
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db,
      "DELETE FROM actor_alias WHERE reason = 'user' OR actor_id IN (SELECT id FROM actor WHERE split_of IS NOT NULL)");
  g_autoptr (RcpStmt) words = rcp_db_prepare (db,
      "INSERT INTO actor_alias (actor_id, alias, is_role, reason, words, article_id, shown_id)"
      " SELECT :actor, alias, is_role, reason, words, mention.article_id, :shown FROM mention"
      "  JOIN actor_alias USING (words) WHERE mention.actor_id = :shown AND actor_alias.actor_id = mention.base_id"
      "  AND mention.article_id IN (SELECT id FROM article WHERE content_hash = :hash) GROUP BY alias"
      " ON CONFLICT DO NOTHING");
  GPtrArray *units = rcp_actor_overlay_get_units (overlay);

  if (!rcp_stmt_run_once (drop, error))
    return FALSE;
  for (guint i = 0; i < units->len; i++)
    {
      RcpActorUnit *unit = units->pdata[i];
      const RcpActorUnit *root = rcp_actor_overlay_get_root (unit);
      gint64 shown_id = root->ignored ? 0 : root->id;
      const char *hash = unit->split_of ? g_strrstr (unit->key, "#article:") : NULL;

      if (hash && shown_id)
        {
          rcp_stmt_bind_int (words, ":actor", unit->id);
          rcp_stmt_bind_int (words, ":shown", shown_id);
          rcp_stmt_bind_text (words, ":hash", hash + strlen ("#article:"));
          if (!rcp_stmt_run_once (words, error))
            return FALSE;
        }
      if (unit->split_of && unit->label && !put_alias (db, unit->id, unit->label, "split", shown_id, error))
        return FALSE;
      if (unit->name && !put_alias (db, unit->id, unit->name, "user", shown_id, error))
        return FALSE;
    }
  return TRUE;
}
