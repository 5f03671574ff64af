#include "config.h"

#include "rcp-batch.h"

/* How many articles with the most fingerprints in common are compared word for word with a new one. Text that more than
 * that carry is agency copy; the voices are counted right as long as each copy finds one other. */
#define MAX_SHARING 8
/* Two passages of eight words have at least one winnowed fingerprint in common; a single one is often a set phrase. */
#define MIN_COMMON_FINGERPRINTS 2

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

static int
compare_sharing (gconstpointer a, gconstpointer b)
{
  const RcpSharingCount *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  return (x->article_id > y->article_id) - (x->article_id < y->article_id);
}

/* How many fingerprints each article of the batch has in common with @incoming. */
static void
count_in_batch (GArray *counts, GHashTable *by_hash, const RcpIncoming *incoming)
{
  g_autoptr (GHashTable) n_common = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < incoming->findings->fingerprints->len; i++)
    {
      guint64 hash = g_array_index (incoming->findings->fingerprints, RcpFingerprint, i).hash;
      GArray *owners = g_hash_table_lookup (by_hash, &hash);

      for (guint j = 0; owners != NULL && j < owners->len; j++)
        {
          gint64 id = g_array_index (owners, gint64, j);
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_common, &id));

          if (id != incoming->id)
            g_hash_table_insert (n_common, dup_id (id), GUINT_TO_POINTER (n + 1));
        }
    }
  g_hash_table_iter_init (&iter, n_common);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      RcpSharingCount count = { *(gint64 *) key, GPOINTER_TO_UINT (value) };

      if (count.n >= MIN_COMMON_FINGERPRINTS)
        g_array_append_val (counts, count);
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
      g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (RcpSharingCount));

      for (guint j = 0; j < fingerprints->len; j++)
        hashes[j] = g_array_index (fingerprints, RcpFingerprint, j).hash;
      count_in_batch (counts, by_hash, incoming);
      stored = rcp_store_list_sharing (batch->self->store, hashes, fingerprints->len, MIN_COMMON_FINGERPRINTS,
                                       batch->cancellable, error);
      if (stored == NULL)
        return FALSE;
      for (guint j = 0; j < stored->len; j++)
        if (!g_hash_table_contains (texts, &g_array_index (stored, RcpSharingCount, j).article_id))
          g_array_append_val (counts, g_array_index (stored, RcpSharingCount, j));
      g_array_sort (counts, compare_sharing);
      for (guint j = 0; j < MIN (counts->len, MAX_SHARING); j++)
        if (!compare_texts (batch, texts, incoming, g_array_index (counts, RcpSharingCount, j).article_id, error))
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
