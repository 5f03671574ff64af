#include "config.h"

#include "rcp-batch.h"

/** rcp_incoming_free: frees an article on its way. */
void
rcp_incoming_free (RcpIncoming *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->document, rcp_document_unref);
  g_clear_pointer (&self->text, rcp_segmented_text_unref);
  g_clear_pointer (&self->findings, rcp_findings_unref);
  g_clear_pointer (&self->raw, g_bytes_unref);
  g_clear_pointer (&self->content_type, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->content_hash, g_free);
  g_clear_pointer (&self->first_words, g_free);
  g_free (self);
}

static void
drop_array (gpointer array)
{
  g_array_unref (array);
}

static GHashTable *
new_id_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/** rcp_batch_init: an empty batch. */
void
rcp_batch_init (RcpBatch *batch, RcpIntegrator *self, GCancellable *cancellable)
{
  batch->self = self;
  batch->cancellable = cancellable;
  batch->changes = rcp_change_set_new ();
  batch->incoming = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_incoming_free);
  batch->incoming_ids = new_id_set ();
  batch->outlet_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  batch->own = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_telling_free);
  batch->tellings = g_ptr_array_new ();
  batch->event_ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  batch->replaced = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  batch->old_events = new_id_set ();
  batch->dirty = new_id_set ();
  batch->gone_articles = new_id_set ();
  batch->compared = rcp_pair_map_new (NULL);
  batch->loaded = rcp_pair_map_new (NULL);
  batch->shared = rcp_pair_map_new (drop_array);
}

/** rcp_batch_clear: frees what the batch owns. */
void
rcp_batch_clear (RcpBatch *batch)
{
  g_clear_pointer (&batch->changes, rcp_change_set_free);
  g_clear_pointer (&batch->tellings, g_ptr_array_unref);
  g_clear_pointer (&batch->own, g_ptr_array_unref);
  g_clear_pointer (&batch->event_ids, g_array_unref);
  g_clear_pointer (&batch->incoming, g_ptr_array_unref);
  g_clear_pointer (&batch->incoming_ids, g_hash_table_unref);
  g_clear_pointer (&batch->outlet_ids, g_array_unref);
  g_clear_pointer (&batch->replaced, g_hash_table_unref);
  g_clear_pointer (&batch->old_events, g_hash_table_unref);
  g_clear_pointer (&batch->dirty, g_hash_table_unref);
  g_clear_pointer (&batch->gone_articles, g_hash_table_unref);
  g_clear_pointer (&batch->said, g_ptr_array_unref);
  g_clear_pointer (&batch->rules, rcp_batch_rules_free);
  g_clear_pointer (&batch->compared, g_hash_table_unref);
  g_clear_pointer (&batch->loaded, g_hash_table_unref);
  g_clear_pointer (&batch->shared, g_hash_table_unref);
}

/** rcp_batch_mark_dirty: an account leaves that event, or may. */
void
rcp_batch_mark_dirty (RcpBatch *batch, gint64 event_id)
{
  g_hash_table_add (batch->old_events, dup_id (event_id));
  g_hash_table_add (batch->dirty, dup_id (event_id));
}

/** rcp_batch_add_shared: two articles have a passage in common. */
void
rcp_batch_add_shared (RcpBatch *batch, const RcpSharedWording *wording)
{
  GArray *list = rcp_pair_map_lookup (batch->shared, wording->article_a, wording->article_b);

  if (list == NULL)
    {
      list = g_array_new (FALSE, TRUE, sizeof (RcpSharedWording));
      rcp_pair_map_insert (batch->shared, wording->article_a, wording->article_b, list);
    }
  g_array_append_val (list, *wording);
}

/** rcp_batch_has_article: whether the article is one of the batch. */
gboolean
rcp_batch_has_article (const RcpBatch *batch, gint64 article_id)
{
  return g_hash_table_contains (batch->incoming_ids, &article_id);
}

/**
 * rcp_batch_reserve:
 *
 * Returns: the first of @n numbers for new rows; of a batch that is only looked at they are none of the store's. 0 for an
 *   error.
 */
gint64
rcp_batch_reserve (RcpBatch *batch, RcpStoreTable table, guint n, GError **error)
{
  gint64 first;

  if (!batch->is_look)
    return rcp_store_reserve_ids (batch->self->store, table, n, error);
  first = RCP_BATCH_FIRST_LOOK + batch->next_look;
  batch->next_look += n;
  return first;
}
