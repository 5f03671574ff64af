#include "config.h"

#include "rcp-actor-reach.h"

/* How far a change of the corrections would go. */

void
rcp_actor_reach_clear (RcpActorReach *self)
{
  g_clear_pointer (&self->words, g_ptr_array_unref);
}

static const char *
find_key_shown (RcpActorOverlay *overlay, const char *base_key, const char *words, const char *hash)
{
  RcpActorUnit *unit = rcp_actor_overlay_find (overlay, base_key);

  if (unit)
    unit = rcp_actor_overlay_resolve (unit, words, hash);
  else
    return base_key;
  return unit ? unit->key : NULL;
}

/* @events gets the events told by what stands at @at. */
static gboolean
add_events_at (RcpDb *db, gint64 article_id, gint64 at, GHashTable *events, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT event_id FROM account JOIN event_account ON account_id = account.id WHERE article_id = :article"
      " AND start_offset <= :at AND end_offset > :at");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  rcp_stmt_bind_int (stmt, ":at", at);
  while (rcp_stmt_row (stmt))
    {
      gint64 id = rcp_stmt_int (stmt, 0);

      g_hash_table_add (events, g_memdup2 (&id, sizeof id));
    }
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_actor_reach_measure:
 * @before: the corrections in force
 * @after: the corrections as they would be
 * @reach: (out caller-allocates): how far that goes
 * @error: return location
 *
 * Tells what would show another actor, and changes nothing.
 */
gboolean
rcp_actor_reach_measure (RcpDb *db, RcpActorOverlay *before, RcpActorOverlay *after, RcpActorReach *reach,
                         GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT mention.article_id, words, start_offset, content_hash, actor.key FROM mention"
      " LEFT JOIN office_meant USING (article_id, base_id) JOIN actor ON actor.id = coalesce (held_id, base_id)"
      " JOIN article ON article.id = mention.article_id"
      " WHERE base_id IN (SELECT value FROM json_each (:ids)"
      "  UNION SELECT base_id FROM office_meant WHERE held_id IN (SELECT value FROM json_each (:ids)))"
      " ORDER BY mention.article_id");
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) changed = rcp_actor_overlay_list_changed (before, after);
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 last_article = 0;

  *reach = (RcpActorReach){ 0, 0, 0, g_ptr_array_new_with_free_func (g_free) };
  for (guint i = 0; i < changed->len; i++)
    g_array_append_val (bases, ((RcpActorUnit *)changed->pdata[i])->id);
  rcp_stmt_bind_ids (stmt, ":ids", (gint64 *)bases->data, bases->len);
  while (rcp_stmt_row (stmt))
    {
      gint64 article_id = rcp_stmt_int (stmt, 0);
      const char *text = rcp_stmt_text (stmt, 1), *hash = rcp_stmt_text (stmt, 3), *key = rcp_stmt_text (stmt, 4);

      if (g_strcmp0 (find_key_shown (before, key, text, hash), find_key_shown (after, key, text, hash)) == 0)
        continue;
      reach->n_mentions++;
      reach->n_articles += article_id != last_article;
      last_article = article_id;
      if (!g_hash_table_contains (words, text))
        {
          g_ptr_array_add (reach->words, g_strdup (text));
          g_hash_table_add (words, reach->words->pdata[reach->words->len - 1]);
        }
      if (!add_events_at (db, article_id, rcp_stmt_int (stmt, 2), events, error))
        return FALSE;
    }
  reach->n_events = g_hash_table_size (events);
  return rcp_stmt_finish (stmt, error);
}
