#include "config.h"

#include "rcp-actor-layer.h"
#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-article-table.h"
#include "rcp-change-set-private.h"
#include "rcp-clock.h"
#include "rcp-correction-table.h"
#include "rcp-discrepancy-table.h"
#include "rcp-event-table.h"
#include "rcp-note-table.h"
#include "rcp-office-table.h"
#include "rcp-passage-table.h"
#include "rcp-reading-table.h"
#include "rcp-store-private.h"

/** Events that lose an account by this set: those of articles read again or removed, and those that others take from. */
static GArray *
list_losing (const RcpChangeSet *self, RcpDb *db, GError **error)
{
  g_autoptr (GArray) articles = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) losing = NULL;
  g_autoptr (GArray) robbed = NULL;
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT DISTINCT event_id FROM event_account WHERE account_id IN (SELECT value FROM json_each (:ids))");

  g_array_append_vals (articles, self->removed_articles->data, self->removed_articles->len);
  for (guint i = 0; i < self->findings->len; i++)
    g_array_append_val (articles, ((RcpChangeFindings *)self->findings->pdata[i])->article_id);
  losing = rcp_event_table_list_touched (db, (gint64 *)articles->data, articles->len, error);
  if (!losing)
    return NULL;
  for (guint i = 0; i < self->events->len; i++)
    {
      const RcpNewEvent *event = &((RcpChangeEvent *)self->events->pdata[i])->event;

      g_array_append_vals (accounts, event->account_ids, event->n_accounts);
    }
  rcp_stmt_bind_ids (stmt, ":ids", (gint64 *)accounts->data, accounts->len);
  robbed = rcp_query_ids (stmt, error);
  if (!robbed)
    return NULL;
  g_array_append_vals (losing, robbed->data, robbed->len);
  return g_steal_pointer (&losing);
}

static gboolean
apply_removals (const RcpChangeSet *self, RcpDb *db, GError **error)
{
  gint64 now_us = rcp_clock_now_us ();

  for (guint i = 0; i < self->removed_articles->len; i++)
    {
      gint64 id = g_array_index (self->removed_articles, gint64, i);

      if (!rcp_note_table_move_anchors (db, id, error) || !rcp_article_table_remove (db, id, now_us, error) ||
          !rcp_reading_table_drop (db, id, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_findings (const RcpChangeSet *self, RcpDb *db, GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->articles->len; i++)
    {
      RcpNewArticle *article = &((RcpChangeArticle *)self->articles->pdata[i])->article;

      g_hash_table_insert (texts, &article->id, article->document->text);
    }
  for (guint i = 0; i < self->findings->len; i++)
    {
      const RcpChangeFindings *change = self->findings->pdata[i];
      const char *text = g_hash_table_lookup (texts, &change->article_id);
      g_autofree char *stored = NULL;

      if (!text)
        text = stored = rcp_article_table_load_text (db, change->article_id, NULL, error);
      if (!text || !rcp_reading_table_put (db, change, text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
apply_events (const RcpChangeSet *self, RcpDb *db, GError **error)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      const RcpChangeEvent *change = self->events->pdata[i];

      if (!(change->removed ? rcp_event_table_remove (db, change->event.id, error)
                            : rcp_event_table_put (db, change, error)))
        return FALSE;
    }
  for (guint i = 0; i < self->outcomes->len; i++)
    {
      const RcpChangeOutcome *outcome = &g_array_index (self->outcomes, RcpChangeOutcome, i);

      if (!rcp_event_table_set_outcome (db, outcome->plan_id, outcome->outcome_id, error))
        return FALSE;
    }
  for (guint i = 0; i < self->across->len; i++)
    if (!rcp_discrepancy_table_put (db, self->across->pdata[i], error))
      return FALSE;
  return TRUE;
}

/** @articles (out) (transfer full): the articles that name one of those that were joined. */
static gboolean
apply_merges (const RcpChangeSet *self, RcpDb *db, GArray **articles, GError **error)
{
  g_autoptr (RcpActorOverlay) overlay = NULL;
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT DISTINCT article_id FROM mention WHERE base_id IN (SELECT value FROM json_each (:ids))");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->merges->len; i++)
    {
      const RcpChangeMerge *merge = &g_array_index (self->merges, RcpChangeMerge, i);
      g_autofree char *from = NULL, *into = NULL;

      if (!overlay && !(overlay = rcp_actor_overlay_load (db, error)))
        return FALSE;
      if (!rcp_actor_table_find_key (db, merge->from_id, &from, error)
          || !rcp_actor_table_find_key (db, merge->into_id, &into, error))
        return FALSE;
      /* The user's word stands above the engine's. */
      if (rcp_actor_overlay_are_apart (overlay, from, into))
        continue;
      if (!rcp_actor_table_merge (db, merge, error))
        return FALSE;
      g_array_append_val (ids, merge->into_id);
    }
  rcp_stmt_bind_ids (stmt, ":ids", (gint64 *)ids->data, ids->len);
  *articles = rcp_query_ids (stmt, error);
  return *articles != NULL;
}

static gboolean
apply_holders (const RcpChangeSet *self, RcpDb *db, GError **error)
{
  for (guint i = 0; i < self->holders->len; i++)
    if (!rcp_office_table_put_holder (db, self->holders->pdata[i], error))
      return FALSE;
  return TRUE;
}

/** Lays the user's corrections of actors over all that this set has written; @articles are some more. */
static gboolean
lay_corrections (const RcpChangeSet *self, RcpDb *db, const GArray *articles, GError **error)
{
  g_autoptr (GArray) read = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) put = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (read, articles->data, articles->len);
  for (guint i = 0; i < self->findings->len; i++)
    g_array_append_val (read, ((RcpChangeFindings *)self->findings->pdata[i])->article_id);
  for (guint i = 0; i < self->events->len; i++)
    if (!((RcpChangeEvent *)self->events->pdata[i])->removed)
      g_array_append_val (put, ((RcpChangeEvent *)self->events->pdata[i])->event.id);
  return rcp_actor_layer_lay (db, (gint64 *)read->data, read->len, (gint64 *)put->data, put->len, error);
}

/**
 * rcp_change_set_apply:
 * @db: the writing connection, in a transaction
 * @error: return location
 *
 * Writes the whole set, what the others refer to first; then puts the user's notes and corrections back in their
 * places over it.
 */
gboolean
rcp_change_set_apply (const RcpChangeSet *self, RcpDb *db, GError **error)
{
  g_autoptr (GArray) losing = list_losing (self, db, error);
  g_autoptr (GArray) merged = NULL;

  if (!losing || !apply_removals (self, db, error))
    return FALSE;
  for (guint i = 0; i < self->articles->len; i++)
    if (!rcp_article_table_put (db, self->articles->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->actors->len; i++)
    if (!rcp_actor_table_put (db, self->actors->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < self->aliases->len; i++)
    if (!rcp_actor_table_put_alias (db, self->aliases->pdata[i], error))
      return FALSE;
  if (!apply_findings (self, db, error))
    return FALSE;
  for (guint i = 0; i < self->shared->len; i++)
    if (!rcp_passage_table_put_shared (db, &g_array_index (self->shared, RcpStoredShared, i), error))
      return FALSE;
  if (!apply_events (self, db, error))
    return FALSE;
  if (!apply_merges (self, db, &merged, error))
    return FALSE;

  if (!apply_holders (self, db, error) || !rcp_office_table_resolve (db, merged, error)
      || !lay_corrections (self, db, merged, error))
    return FALSE;
  if (!rcp_event_table_refresh (db, (gint64 *)losing->data, losing->len, error))
    return FALSE;
  /* Only what takes something away can leave an actor without a mention. */
  if (losing->len || self->removed_articles->len || self->findings->len > self->articles->len)
    {
      g_autoptr (GArray) dropped = rcp_actor_table_drop_unnamed (db, 0, error);

      if (!dropped)
        return FALSE;
      g_array_append_vals (self->dropped_actors, dropped->data, dropped->len);
    }
  return rcp_note_table_place (db, error) && rcp_actor_table_place_marks (db, error) &&
         rcp_correction_table_apply (db, error);
}
