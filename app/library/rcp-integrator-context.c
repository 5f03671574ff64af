#include "config.h"

#include "rcp-batch.h"

#include "rcp-event-joiner.h"
#include "rcp-same-wording.h"

/* Which accounts of the library a batch is joined with. */

/* What lasts so many days at most is had at hand by the month, what lasts longer by the year, and what lasts longest, or has
 * no date, always. */
#define SHORT_DAYS 16
#define MEDIUM_DAYS 130
#define MONTH_DAYS 28
#define YEAR_DAYS 364

/* "About" may mean up to a month more on either side (rcp-event-affinity): of both. */
#define MARGIN_DAYS 62

typedef struct
{
  guint64 content_id;
  guint telling;
} Ordered;

static int
compare_ordered (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Ordered *x = a, *y = b;
  GPtrArray *tellings = user_data;
  gint64 i, j;

  if (x->content_id != y->content_id)
    return x->content_id < y->content_id ? -1 : 1;
  i = ((RcpTelling *) tellings->pdata[x->telling])->article_id;
  j = ((RcpTelling *) tellings->pdata[y->telling])->article_id;
  if (i == j)
    {
      i = ((RcpTelling *) tellings->pdata[x->telling])->id;
      j = ((RcpTelling *) tellings->pdata[y->telling])->id;
    }
  return (i > j) - (i < j);
}

/* Which account stands for the wording of each. */
static void
find_leads (const RcpBatch *batch, const GPtrArray *tellings, const GArray *constraints, guint *leads)
{
  g_autofree RcpCheckAccount *checks = g_new (RcpCheckAccount, tellings->len + 1);
  g_autoptr (GArray) shared = rcp_batch_select_shared (batch, tellings);

  for (guint i = 0; i < tellings->len; i++)
    checks[i] = rcp_telling_to_check_account (tellings->pdata[i]);
  rcp_same_wording_find (checks, tellings->len, (const RcpSharedWording *) (gpointer) shared->data, shared->len,
                         (const RcpJoinConstraint *) (gpointer) constraints->data, constraints->len, leads);
  for (guint i = 0; i < tellings->len; i++)
    ((RcpTelling *) tellings->pdata[i])->follows = leads[i] != i ? ((RcpTelling *) tellings->pdata[leads[i]])->id : 0;
}

/** rcp_batch_sort_tellings: puts accounts in the order of their content; #RcpTelling. */
void
rcp_batch_sort_tellings (GPtrArray *tellings)
{
  g_autofree Ordered *ordered = g_new (Ordered, tellings->len + 1);
  g_autofree gpointer *sorted = g_new (gpointer, tellings->len + 1);

  if (tellings->len == 0)
    return;
  for (guint i = 0; i < tellings->len; i++)
    {
      ordered[i].content_id = rcp_telling_get_content_id (tellings->pdata[i]);
      ordered[i].telling = i;
    }
  g_qsort_with_data (ordered, tellings->len, sizeof (Ordered), compare_ordered, tellings);
  for (guint i = 0; i < tellings->len; i++)
    sorted[i] = tellings->pdata[ordered[i].telling];
  memcpy (tellings->pdata, sorted, tellings->len * sizeof (gpointer));
}

/** rcp_batch_join: puts the accounts in the order of their content, and joins them; @groups gets a number for each. What their
 * articles share is at hand. */
guint
rcp_batch_join (const RcpBatch *batch, GPtrArray *tellings, guint *groups)
{
  g_autoptr (GArray) constraints = NULL;
  g_autofree RcpJoinAccount *accounts = g_new0 (RcpJoinAccount, tellings->len + 1);
  g_autofree guint *leads = g_new (guint, tellings->len + 1);
  guint n_groups = 0;

  if (tellings->len == 0)
    return 0;
  rcp_batch_sort_tellings (tellings);
  for (guint i = 0; i < tellings->len; i++)
    accounts[i] = rcp_telling_to_join_account (tellings->pdata[i], i + 1);
  constraints = rcp_batch_list_constraints (batch, tellings);
  find_leads (batch, tellings, constraints, leads);
  rcp_event_joiner_join_wordings (accounts, tellings->len, leads, (const RcpJoinConstraint *) (gpointer) constraints->data,
                                  constraints->len, groups);
  for (guint i = 0; i < tellings->len; i++)
    n_groups = MAX (n_groups, groups[i] + 1);
  return n_groups;
}

/* Has accounts of the store at hand. */
static void
take_into_pool (RcpAccountPool *pool, GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    rcp_account_pool_take (pool, rcp_telling_new_stored (stored->pdata[i]));
  g_ptr_array_set_free_func (stored, NULL);
  g_ptr_array_set_size (stored, 0);
}

static gboolean
load_pool (RcpBatch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GPtrArray) stored = NULL;
  RcpStoreCounts counts;

  if (self->pool != NULL)
    return TRUE;
  if (!rcp_store_count (self->store, 0, &counts, batch->cancellable, error))
    return FALSE;
  self->pool_is_whole = counts.n_accounts <= self->max_whole;
  stored = self->pool_is_whole
      ? rcp_store_list_all_accounts (self->store, batch->cancellable, error)
      : rcp_store_list_accounts_lasting (self->store, G_MININT32, G_MAXINT32, MEDIUM_DAYS, G_MAXINT64, batch->cancellable,
                                         error);
  if (stored == NULL)
    return FALSE;
  self->pool = rcp_account_pool_new ();
  take_into_pool (self->pool, stored);
  return TRUE;
}

/* Has at hand what lasts from @least to @most days in a stretch of time that is @size days long. */
static gboolean
load_stretch (RcpBatch *batch, gint32 index, gint32 size, gint64 least, gint64 most, GError **error)
{
  RcpIntegrator *self = batch->self;
  gint64 key = (gint64) index * 1000 + size;
  g_autoptr (GPtrArray) stored = NULL;

  if (!rcp_account_pool_open (self->pool, key))
    return TRUE;
  stored = rcp_store_list_accounts_lasting (self->store, index * size, (index + 1) * size - 1, least, most,
                                            batch->cancellable, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = stored->len; i > 0; i--)
    if (rcp_batch_has_article (batch, ((RcpStoredAccount *) stored->pdata[i - 1])->article_id)
        || g_hash_table_contains (batch->gone_articles, &((RcpStoredAccount *) stored->pdata[i - 1])->article_id))
      g_ptr_array_remove_index (stored, i - 1);
  take_into_pool (self->pool, stored);
  return TRUE;
}

static gint32
divide (gint32 day, gint32 size)
{
  return day >= 0 ? day / size : -((size - 1 - day) / size);
}

/* Has at hand all that can be of the time of @telling; what can be of any time is. */
static gboolean
load_around (RcpBatch *batch, const RcpTelling *telling, GError **error)
{
  RcpJoinSpan days;
  const RcpEdtf *when = telling->found->when;

  if (batch->self->pool_is_whole || when == NULL || !rcp_edtf_is_bounded (when))
    return TRUE;
  days = rcp_join_span_new (when);
  if (days.last - days.first > 2 * MEDIUM_DAYS)
    return TRUE;
  for (gint32 i = divide (days.first - SHORT_DAYS - MARGIN_DAYS, MONTH_DAYS); i <= divide (days.last + MARGIN_DAYS, MONTH_DAYS); i++)
    if (!load_stretch (batch, i, MONTH_DAYS, 0, SHORT_DAYS, error))
      return FALSE;
  for (gint32 i = divide (days.first - MEDIUM_DAYS - MARGIN_DAYS, YEAR_DAYS); i <= divide (days.last + MARGIN_DAYS, YEAR_DAYS); i++)
    if (!load_stretch (batch, i, YEAR_DAYS, SHORT_DAYS, MEDIUM_DAYS, error))
      return FALSE;
  return TRUE;
}

/* Has at hand the accounts of the events that take part by the user's word, and lets them take part. */
static gboolean
take_events (RcpBatch *batch, GHashTable *event_ids, GPtrArray *queue, GError **error)
{
  RcpAccountPool *pool = batch->self->pool;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) stored = NULL;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, event_ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_hash_table_add (batch->old_events, dup_id (*(gint64 *) key)))
      g_array_append_val (ids, *(gint64 *) key);
  if (ids->len == 0)
    return TRUE;
  stored = rcp_store_list_accounts_of_events (batch->self->store, ids_of (ids), ids->len, batch->cancellable, error);
  if (stored == NULL)
    return FALSE;
  for (guint i = stored->len; i > 0; i--)
    if (rcp_batch_has_article (batch, ((RcpStoredAccount *) stored->pdata[i - 1])->article_id)
        || g_hash_table_contains (batch->gone_articles, &((RcpStoredAccount *) stored->pdata[i - 1])->article_id))
      g_ptr_array_remove_index (stored, i - 1);
  take_into_pool (pool, stored);
  for (guint i = 0; i < ids->len; i++)
    {
      const GPtrArray *list = rcp_account_pool_get_event (pool, ids_of (ids)[i]);

      for (guint j = 0; list != NULL && j < list->len; j++)
        if (rcp_account_pool_meet (pool, list->pdata[j]))
          g_ptr_array_add (queue, list->pdata[j]);
    }
  return TRUE;
}

/* An event takes part with all its accounts. */
static void
take_mates (RcpBatch *batch, const RcpTelling *telling, GPtrArray *queue)
{
  const GPtrArray *list = telling->event_id ? rcp_account_pool_get_event (batch->self->pool, telling->event_id) : NULL;

  if (list == NULL || !g_hash_table_add (batch->old_events, dup_id (telling->event_id)))
    return;
  for (guint i = 0; i < list->len; i++)
    if (rcp_account_pool_meet (batch->self->pool, list->pdata[i]))
      g_ptr_array_add (queue, list->pdata[i]);
}

/* Has the accounts of an article at hand. */
static const GPtrArray *
load_article (RcpBatch *batch, gint64 article_id, GError **error)
{
  RcpAccountPool *pool = batch->self->pool;
  g_autoptr (GPtrArray) stored = NULL;

  if (!batch->self->pool_is_whole)
    {
      stored = rcp_store_list_accounts_of_articles (batch->self->store, &article_id, 1, batch->cancellable, error);
      if (stored == NULL)
        return NULL;
      take_into_pool (pool, stored);
    }
  return rcp_account_pool_get_article (pool, article_id);
}

/* What stands in a passage that an article of the batch shares takes part, whatever day it was read with. */
static gboolean
take_copied (RcpBatch *batch, GPtrArray *queue, GError **error)
{
  RcpAccountPool *pool = batch->self->pool;
  GHashTableIter iter;
  gpointer list;

  g_hash_table_iter_init (&iter, batch->shared);
  while (g_hash_table_iter_next (&iter, NULL, &list))
    {
      gint64 article_id = g_array_index ((GArray *) list, RcpSharedWording, 0).article_b;
      const GPtrArray *tellings;
      g_autoptr (GError) inner = NULL;

      if (rcp_batch_has_article (batch, article_id) || g_hash_table_contains (batch->gone_articles, &article_id))
        continue;
      tellings = load_article (batch, article_id, &inner);
      if (inner != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&inner));
          return FALSE;
        }
      for (guint i = 0; tellings != NULL && i < tellings->len; i++)
        {
          RcpTelling *telling = tellings->pdata[i];
          gboolean stands = FALSE;

          for (guint j = 0; j < ((GArray *) list)->len && !stands; j++)
            stands = rcp_range_common (telling->found->range, g_array_index ((GArray *) list, RcpSharedWording, j).passage.b) > 0;
          if (stands && rcp_account_pool_meet (pool, telling))
            g_ptr_array_add (queue, telling);
        }
    }
  return TRUE;
}

/* From the accounts in @queue to all that a chain of links leads to, the nearest first; past the limit only what makes
 * the events whole that were reached. */
static gboolean
follow_links (RcpBatch *batch, GPtrArray *queue, GError **error)
{
  RcpIntegrator *self = batch->self;
  guint n_own = batch->own->len, limit = self->max_joined + n_own;

  for (guint i = 0; i < queue->len; i++)
    {
      RcpTelling *telling = queue->pdata[i];

      /* What is new reaches what it may join, however much that is. */
      if (!load_around (batch, telling, error))
        return FALSE;
      if (i < n_own || queue->len < limit)
        rcp_account_pool_find_kin (self->pool, telling, queue);
      if (!telling->is_new)
        take_mates (batch, telling, queue);
    }
  return TRUE;
}

/**
 * rcp_batch_take_context:
 *
 * Takes in the accounts that those of the batch may be one event with, those that these may be one event with, and so on; with
 * the events of the batch that lose accounts and with what the user joined. See #RcpIntegrator for how far.
 */
gboolean
rcp_batch_take_context (RcpBatch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  g_autoptr (GHashTable) accounts = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) events = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  if (!load_pool (batch, error) || !rcp_batch_load_rules (batch, error))
    return FALSE;
  g_hash_table_iter_init (&iter, batch->incoming_ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    rcp_account_pool_remove_article (self->pool, *(gint64 *) key);
  g_hash_table_iter_init (&iter, batch->gone_articles);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    rcp_account_pool_remove_article (self->pool, *(gint64 *) key);
  rcp_account_pool_begin (self->pool);
  for (guint i = 0; i < batch->own->len; i++)
    {
      RcpTelling *telling = batch->own->pdata[i];

      g_ptr_array_add (queue, telling);
      g_hash_table_add (accounts, &telling->id);
    }
  g_hash_table_iter_init (&iter, batch->dirty);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_hash_table_add (events, dup_id (*(gint64 *) key));
  g_hash_table_remove_all (batch->old_events);
  if (!take_events (batch, events, queue, error) || !take_copied (batch, queue, error) || !follow_links (batch, queue, error))
    return FALSE;
  /* What the user joined with any of these, and what that leads to. */
  while (batch->rules != NULL)
    {
      guint n_before = queue->len;

      g_hash_table_remove_all (events);
      g_hash_table_iter_init (&iter, batch->old_events);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        g_hash_table_add (events, dup_id (*(gint64 *) key));
      rcp_batch_follow_rules (batch, accounts, events);
      if (!take_events (batch, events, queue, error))
        return FALSE;
      if (queue->len == n_before)
        break;
      if (!follow_links (batch, queue, error))
        return FALSE;
    }
  g_ptr_array_set_size (batch->tellings, 0);
  g_ptr_array_extend (batch->tellings, queue, NULL, NULL);
  g_debug ("%u accounts of the batch are joined with %u others", batch->own->len, queue->len - batch->own->len);
  return TRUE;
}

/** rcp_batch_update_pool: what was saved is at hand for the next batch. */
void
rcp_batch_update_pool (RcpBatch *batch)
{
  RcpAccountPool *pool = batch->self->pool;

  if (pool == NULL)
    return;
  for (guint i = 0; i < batch->tellings->len; i++)
    {
      RcpTelling *telling = batch->tellings->pdata[i];
      gint64 event_id = g_array_index (batch->event_ids, gint64, i);

      if (telling->is_new)
        {
          RcpTelling *kept = rcp_telling_keep (telling);

          kept->event_id = event_id;
          rcp_account_pool_take (pool, kept);
        }
      else
        rcp_account_pool_set_event (pool, telling, event_id);
    }
  if (rcp_account_pool_get_size (pool) > RCP_INTEGRATOR_POOL_ACCOUNTS)
    g_clear_pointer (&batch->self->pool, rcp_account_pool_free);
}
