#include "config.h"

#include "rcp-batch.h"

#include "rcp-event-joiner.h"

/* Which accounts of the library a batch is joined with. */

/* Candidates are asked for by stretches of news no longer than this, so that one account of long ago does not bring in all
 * that lies between. */
#define NEAR_DAYS 62

/** rcp_batch_take_stored: takes accounts of the store into the batch, those of articles that are read again left out. */
void
rcp_batch_take_stored (RcpBatch *batch, GPtrArray *stored)
{
  for (guint i = 0; i < stored->len; i++)
    {
      RcpStoredAccount *account = stored->pdata[i];

      if (account->event_id != 0)
        g_hash_table_add (batch->old_events, dup_id (account->event_id));
      if (rcp_batch_has_article (batch, account->article_id))
        rcp_stored_account_free (account);
      else
        {
          RcpTelling *telling = rcp_telling_new_stored (account);

          g_ptr_array_add (batch->own, telling);
          g_ptr_array_add (batch->tellings, telling);
        }
    }
  g_ptr_array_set_free_func (stored, NULL);
  g_ptr_array_set_size (stored, 0);
}

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

/** rcp_batch_join: puts the accounts in the order of their content, and joins them; @groups gets a number for each. */
guint
rcp_batch_join (const RcpBatch *batch, GPtrArray *tellings, guint *groups)
{
  g_autoptr (GArray) constraints = NULL;
  g_autofree Ordered *ordered = g_new (Ordered, tellings->len + 1);
  g_autofree RcpJoinAccount *accounts = g_new0 (RcpJoinAccount, tellings->len + 1);
  g_autofree gpointer *sorted = g_new (gpointer, tellings->len + 1);
  guint n_groups = 0;

  if (tellings->len == 0)
    return 0;
  for (guint i = 0; i < tellings->len; i++)
    {
      ordered[i].content_id = rcp_telling_get_content_id (tellings->pdata[i]);
      ordered[i].telling = i;
    }
  g_qsort_with_data (ordered, tellings->len, sizeof (Ordered), compare_ordered, tellings);
  for (guint i = 0; i < tellings->len; i++)
    sorted[i] = tellings->pdata[ordered[i].telling];
  memcpy (tellings->pdata, sorted, tellings->len * sizeof (gpointer));
  for (guint i = 0; i < tellings->len; i++)
    {
      const RcpTelling *telling = tellings->pdata[i];
      RcpJoinAccount *account = &accounts[i];

      account->id = i + 1;
      account->article = telling->article_id;
      account->position = telling->found->sentence;
      account->when = telling->found->when;
      account->action = telling->found->action;
      account->status = telling->found->status;
      account->actors = telling->sorted;
      account->n_actors = telling->n_sorted;
      account->terms = (const guint32 *) (gpointer) telling->found->terms->data;
      account->n_terms = telling->found->terms->len;
      account->is_lead = telling->found->is_lead;
    }
  constraints = rcp_batch_list_constraints (batch, tellings);
  rcp_event_joiner_join (accounts, tellings->len, (const RcpJoinConstraint *) (gpointer) constraints->data,
                         constraints->len, groups);
  for (guint i = 0; i < tellings->len; i++)
    n_groups = MAX (n_groups, groups[i] + 1);
  return n_groups;
}

typedef struct
{
  gint32 first;
  gint32 last;
} Days;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const Days *x = a, *y = b;

  return (x->first > y->first) - (x->first < y->first);
}

/* The stretches of time the new accounts tell of, as few as do not bring in much that lies between. */
static GArray *
list_days (const RcpBatch *batch)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (Days));
  guint n = 0;

  for (guint i = 0; i < batch->tellings->len; i++)
    {
      RcpEdtf *when = ((RcpTelling *) batch->tellings->pdata[i])->found->when;
      Days one;

      if (when == NULL)
        continue;
      one.first = rcp_edtf_get_first_day (when);
      one.last = rcp_edtf_get_last_day (when);
      g_array_append_val (days, one);
    }
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      Days *one = &g_array_index (days, Days, i), *last = &g_array_index (days, Days, n > 0 ? n - 1 : 0);

      if (n > 0 && one->first <= last->last && MAX (one->last, last->last) - (gint64) last->first <= NEAR_DAYS)
        last->last = MAX (last->last, one->last);
      else
        g_array_index (days, Days, n++) = *one;
    }
  g_array_set_size (days, n);
  return days;
}

static GArray *
list_actors_of_days (const RcpBatch *batch, const Days *days, guint n_tellings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_tellings; i++)
    {
      const RcpTelling *telling = batch->tellings->pdata[i];
      RcpEdtf *when = telling->found->when;

      if (when == NULL || rcp_edtf_get_first_day (when) > days->last || rcp_edtf_get_last_day (when) < days->first)
        continue;
      for (guint j = 0; j < telling->n_sorted; j++)
        if (g_hash_table_add (seen, dup_id (telling->sorted[j])))
          g_array_append_val (ids, telling->sorted[j]);
    }
  return ids;
}

/* The events that the user joined with one that takes part take part as well. */
static void
follow_rules (RcpBatch *batch)
{
  g_autoptr (GHashTable) own = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < batch->own->len; i++)
    g_hash_table_add (own, &((RcpTelling *) batch->own->pdata[i])->id);
  rcp_batch_follow_rules (batch, own, batch->old_events);
}

/* In a large library: the accounts of every event that one of the batch joins. */
static gboolean
take_neighbours (RcpBatch *batch, GError **error)
{
  g_autoptr (GArray) days = list_days (batch);
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_telling_free);
  g_autoptr (GPtrArray) pool = g_ptr_array_new ();
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) stored = NULL;
  g_autofree guint *groups = NULL;
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < days->len; i++)
    {
      const Days *one = &g_array_index (days, Days, i);
      g_autoptr (GArray) actors = list_actors_of_days (batch, one, batch->tellings->len);
      g_autoptr (GPtrArray) found = rcp_store_list_accounts_near (batch->self->store, one->first, one->last,
                                                                  ids_of (actors), actors->len, batch->cancellable,
                                                                  error);

      if (found == NULL)
        return FALSE;
      for (guint j = 0; j < found->len; j++)
        {
          RcpStoredAccount *account = found->pdata[j];

          if (g_hash_table_add (taken, dup_id (account->id)) && !rcp_batch_has_article (batch, account->article_id))
            g_ptr_array_add (near, rcp_telling_new_stored (account));
          else
            rcp_stored_account_free (account);
        }
      g_ptr_array_set_free_func (found, NULL);
    }
  for (guint i = 0; i < batch->tellings->len; i++)
    g_ptr_array_add (pool, batch->tellings->pdata[i]);
  for (guint i = 0; i < near->len; i++)
    g_ptr_array_add (pool, near->pdata[i]);
  groups = g_new (guint, pool->len + 1);
  rcp_batch_join (batch, pool, groups);
  for (guint i = 0; i < pool->len; i++)
    if (((RcpTelling *) pool->pdata[i])->is_new)
      g_hash_table_add (met, GUINT_TO_POINTER (groups[i]));
  for (guint i = 0; i < pool->len; i++)
    {
      const RcpTelling *telling = pool->pdata[i];

      if (!telling->is_new && telling->event_id != 0 && g_hash_table_contains (met, GUINT_TO_POINTER (groups[i])))
        g_hash_table_add (batch->old_events, dup_id (telling->event_id));
    }
  follow_rules (batch);
  g_hash_table_iter_init (&iter, batch->old_events);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (events, *(gint64 *) key);
  if (events->len == 0)
    return TRUE;
  stored = rcp_store_list_accounts_of_events (batch->self->store, ids_of (events), events->len, batch->cancellable,
                                              error);
  if (stored == NULL)
    return FALSE;
  rcp_batch_take_stored (batch, stored);
  return TRUE;
}

static gboolean
load_pool (RcpBatch *batch, const RcpStoreCounts *counts, GError **error)
{
  RcpIntegrator *self = batch->self;
  g_autoptr (GPtrArray) stored = NULL;

  if (self->pool != NULL || self->pool_too_large)
    return TRUE;
  if (counts->n_accounts > RCP_INTEGRATOR_POOL_ACCOUNTS)
    {
      self->pool_too_large = TRUE;
      return TRUE;
    }
  stored = rcp_store_list_all_accounts (self->store, batch->cancellable, error);
  if (stored == NULL)
    return FALSE;
  self->pool = rcp_account_pool_new ();
  for (guint i = 0; i < stored->len; i++)
    rcp_account_pool_take (self->pool, rcp_telling_new_stored (stored->pdata[i]));
  g_ptr_array_set_free_func (stored, NULL);
  return TRUE;
}

/* In a large library: the accounts of every event that one of the batch may join, out of those at hand. */
static void
take_kin (RcpBatch *batch)
{
  GHashTableIter iter;
  gpointer key;

  for (guint i = 0; i < batch->own->len; i++)
    rcp_account_pool_find_kin (batch->self->pool, batch->own->pdata[i], batch->old_events);
  follow_rules (batch);
  g_hash_table_iter_init (&iter, batch->old_events);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const GPtrArray *list = rcp_account_pool_get_event (batch->self->pool, *(gint64 *) key);

      for (guint i = 0; list != NULL && i < list->len; i++)
        g_ptr_array_add (batch->tellings, list->pdata[i]);
    }
}

/* Everything at hand takes part. */
static void
take_all (RcpBatch *batch)
{
  guint n = batch->tellings->len;

  rcp_account_pool_list_all (batch->self->pool, batch->tellings);
  for (guint i = n; i < batch->tellings->len; i++)
    {
      const RcpTelling *telling = batch->tellings->pdata[i];

      if (telling->event_id != 0)
        g_hash_table_add (batch->old_events, dup_id (telling->event_id));
    }
}

/**
 * rcp_batch_take_context:
 *
 * Takes in the events that accounts of the batch may belong to, with all their accounts; see #RcpIntegrator for how far.
 */
gboolean
rcp_batch_take_context (RcpBatch *batch, GError **error)
{
  RcpIntegrator *self = batch->self;
  RcpStoreCounts counts;
  GHashTableIter iter;
  gpointer key;

  if (!rcp_store_count (self->store, 0, &counts, batch->cancellable, error) || !load_pool (batch, &counts, error)
      || !rcp_batch_load_rules (batch, error))
    return FALSE;
  if (self->pool == NULL)
    return take_neighbours (batch, error);
  g_hash_table_iter_init (&iter, batch->incoming_ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    rcp_account_pool_remove_article (self->pool, *(gint64 *) key);
  if (rcp_account_pool_get_size (self->pool) > RCP_INTEGRATOR_STORY_ACCOUNTS)
    take_kin (batch);
  else
    take_all (batch);
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
    {
      g_clear_pointer (&batch->self->pool, rcp_account_pool_free);
      batch->self->pool_too_large = TRUE;
    }
}
