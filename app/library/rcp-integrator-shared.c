#include "config.h"

#include "rcp-batch.h"
#include "rcp-sharing-choice.h"

static RcpSegmentedText *
get_text (RcpBatch *batch, GHashTable *texts, gint64 article_id, GError **error)
{
  RcpIntegrator *self = batch->self;
  RcpSegmentedText *text = g_hash_table_lookup (texts, &article_id);
  g_autoptr (RcpDocument) document = NULL;

  for (guint i = 0; text == NULL && self->story != NULL && i < self->story->len; i++)
    if (((RcpKnown *) self->story->pdata[i])->id == article_id)
      text = ((RcpKnown *) self->story->pdata[i])->text;
  if (text != NULL)
    return text;
  document = rcp_store_load_document (self->store, article_id, batch->cancellable, error);
  if (document == NULL)
    return NULL;
  text = rcp_integrator_cut (document);
  g_hash_table_insert (texts, dup_id (article_id), text);
  return text;
}

static gboolean
compare_texts (RcpBatch *batch, GHashTable *texts, const RcpIncoming *incoming, gint64 other_id, GError **error)
{
  g_autoptr (GArray) passages = NULL;
  RcpSegmentedText *other;

  if (other_id == incoming->id || rcp_pair_map_contains (batch->compared, incoming->id, other_id))
    return TRUE;
  other = get_text (batch, texts, other_id, error);
  if (other == NULL)
    return FALSE;
  rcp_pair_map_insert (batch->compared, incoming->id, other_id, NULL);
  passages = rcp_shared_passages_compare (incoming->text, other);
  for (guint i = 0; i < passages->len; i++)
    {
      const RcpSharedPassage *passage = &g_array_index (passages, RcpSharedPassage, i);
      RcpSharedWording wording = { incoming->id, other_id, *passage };

      rcp_change_set_add_shared (batch->changes, incoming->id, other_id, passage);
      rcp_batch_add_shared (batch, &wording);
    }
  return TRUE;
}

/* Which articles of the batch have which fingerprints of @incoming. */
static void
add_prints_of_batch (GArray *prints, GHashTable *by_hash, const RcpIncoming *incoming)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < incoming->findings->fingerprints->len; i++)
    {
      guint64 *hash = &g_array_index (incoming->findings->fingerprints, RcpFingerprint, i).hash;
      GArray *owners = g_hash_table_lookup (by_hash, hash);

      if (!g_hash_table_add (seen, hash))
        continue;
      for (guint j = 0, n = 0; owners != NULL && j < owners->len && n < RCP_STORE_MAX_OWNERS; j++)
        {
          RcpSharedPrint print = { g_array_index (owners, gint64, j), *hash };

          if (print.article_id != incoming->id)
            {
              g_array_append_val (prints, print);
              n++;
            }
        }
    }
}

static GHashTable *
index_fingerprints (const RcpBatch *batch)
{
  GHashTable *by_hash = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];
      const GArray *fingerprints = incoming->findings->fingerprints;

      for (guint j = 0; j < fingerprints->len; j++)
        {
          guint64 hash = g_array_index (fingerprints, RcpFingerprint, j).hash;
          GArray *owners = g_hash_table_lookup (by_hash, &hash);

          if (owners == NULL)
            {
              owners = g_array_new (FALSE, FALSE, sizeof (gint64));
              g_hash_table_insert (by_hash, dup_id ((gint64) hash), owners);
            }
          if (owners->len == 0 || g_array_index (owners, gint64, owners->len - 1) != incoming->id)
            g_array_append_val (owners, incoming->id);
        }
    }
  return by_hash;
}

/** rcp_batch_find_shared: finds what the articles have in common with each other and with those of the library. */
gboolean
rcp_batch_find_shared (RcpBatch *batch, GError **error)
{
  g_autoptr (GHashTable) by_hash = index_fingerprints (batch);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) rcp_segmented_text_unref);

  for (guint i = 0; i < batch->incoming->len; i++)
    {
      RcpIncoming *incoming = batch->incoming->pdata[i];

      g_hash_table_insert (texts, dup_id (incoming->id), rcp_segmented_text_ref (incoming->text));
    }
  for (guint i = 0; i < batch->incoming->len; i++)
    {
      const RcpIncoming *incoming = batch->incoming->pdata[i];
      const GArray *fingerprints = incoming->findings->fingerprints;
      g_autofree guint64 *hashes = g_new (guint64, fingerprints->len + 1);
      g_autoptr (GArray) stored = NULL;
      g_autoptr (GArray) prints = g_array_new (FALSE, FALSE, sizeof (RcpSharedPrint));
      g_autoptr (GArray) chosen = NULL;

      for (guint j = 0; j < fingerprints->len; j++)
        hashes[j] = g_array_index (fingerprints, RcpFingerprint, j).hash;
      add_prints_of_batch (prints, by_hash, incoming);
      stored = rcp_store_list_prints (batch->self->store, hashes, fingerprints->len, batch->cancellable, error);
      if (stored == NULL)
        return FALSE;
      for (guint j = 0; j < stored->len; j++)
        if (!g_hash_table_contains (texts, &g_array_index (stored, RcpSharedPrint, j).article_id))
          g_array_append_val (prints, g_array_index (stored, RcpSharedPrint, j));
      chosen = rcp_sharing_choice_make (prints);
      for (guint j = 0; j < chosen->len; j++)
        if (!compare_texts (batch, texts, incoming, g_array_index (chosen, gint64, j), error))
          return FALSE;
    }
  return TRUE;
}

/**
 * rcp_batch_load_shared:
 * @tellings: (element-type RcpTelling): accounts
 *
 * Takes in what is known of passages in common between the articles of @tellings that were there before.
 */
gboolean
rcp_batch_load_shared (RcpBatch *batch, const GPtrArray *tellings, GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) stored = NULL;

  for (guint i = 0; i < tellings->len; i++)
    {
      const RcpTelling *telling = tellings->pdata[i];

      if (!telling->is_new && g_hash_table_add (seen, dup_id (telling->article_id)))
        g_array_append_val (ids, telling->article_id);
    }
  if (ids->len < 2)
    return TRUE;
  stored = rcp_store_list_shared (batch->self->store, ids_of (ids), ids->len, batch->cancellable, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = 0; i < stored->len; i++)
    {
      const RcpStoredShared *one = &g_array_index (stored, RcpStoredShared, i);
      RcpSharedWording wording = { one->article_a, one->article_b, one->passage };

      /* Two articles of the list have their passages listed from either end; two groups may have both of them. */
      if (one->article_a < one->article_b && g_hash_table_contains (seen, &one->article_b)
          && !rcp_pair_map_contains (batch->compared, one->article_a, one->article_b)
          && !rcp_pair_map_contains (batch->loaded, one->article_a, one->article_b))
        rcp_batch_add_shared (batch, &wording);
    }
  for (guint i = 0; i < stored->len; i++)
    {
      const RcpStoredShared *one = &g_array_index (stored, RcpStoredShared, i);

      if (one->article_a < one->article_b && g_hash_table_contains (seen, &one->article_b))
        rcp_pair_map_insert (batch->loaded, one->article_a, one->article_b, NULL);
    }
  return TRUE;
}

static void
add_if_between (GArray *selected, const GArray *list, GHashTable *articles)
{
  const RcpSharedWording *first = list ? &g_array_index (list, RcpSharedWording, 0) : NULL;

  if (first != NULL && g_hash_table_contains (articles, &first->article_a)
      && g_hash_table_contains (articles, &first->article_b))
    g_array_append_vals (selected, list->data, list->len);
}

/** rcp_batch_select_shared: (transfer full) (element-type RcpSharedWording): of the passages at hand those between articles of
 * @tellings. */
GArray *
rcp_batch_select_shared (const RcpBatch *batch, const GPtrArray *tellings)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *ids = g_new (gint64, tellings->len);
  GArray *selected = g_array_new (FALSE, TRUE, sizeof (RcpSharedWording));
  guint n = 0;

  for (guint i = 0; i < tellings->len; i++)
    {
      RcpTelling *telling = tellings->pdata[i];

      if (g_hash_table_add (articles, &telling->article_id))
        ids[n++] = telling->article_id;
    }
  if (n > 1 && (guint64) n * n / 2 > g_hash_table_size (batch->shared))
    {
      GHashTableIter iter;
      gpointer list;

      g_hash_table_iter_init (&iter, batch->shared);
      while (g_hash_table_iter_next (&iter, NULL, &list))
        add_if_between (selected, list, articles);
      return selected;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      add_if_between (selected, rcp_pair_map_lookup (batch->shared, ids[i], ids[j]), articles);
  return selected;
}
