#include "config.h"

#include "rcp-batch.h"

#include "rcp-discrepancy-finder.h"

/* What the events that change differ in from events near them that are one happening with them, were it not for that. It
 * follows from the accounts of the two alone and is found anew whenever one of them changes, so it does not hang on the order
 * in which articles come. */

typedef struct
{
  RcpBatch *batch;
  GHashTable *events;   /* event id → GPtrArray of RcpTelling, by content: those that take part */
  GHashTable *placed;   /* account id → gint64: the event it came into */
  GPtrArray *newcomers; /* RcpTelling that the pool does not have yet */
  GHashTable *pairs;    /* pairs of events that were looked at */
  GPtrArray *near;
} Search;

static gint64
find_event (const Search *self, const RcpTelling *telling)
{
  const gint64 *id = g_hash_table_lookup (self->placed, &telling->id);

  return id ? *id : telling->event_id;
}

/* The accounts of an event by content: those at hand, or those of the store. @owned (out): what to free. */
static const GPtrArray *
list_accounts (const Search *self, gint64 event_id, GPtrArray **owned, GError **error)
{
  const GPtrArray *list = g_hash_table_lookup (self->events, &event_id);
  g_autoptr (GPtrArray) stored = NULL;

  *owned = NULL;
  if (list != NULL)
    return list;
  if (self->batch->self->pool_is_whole)
    {
      *owned = g_ptr_array_new ();
      list = rcp_account_pool_get_event (self->batch->self->pool, event_id);
      g_ptr_array_extend (*owned, (GPtrArray *) list, NULL, NULL);
    }
  else
    {
      stored = rcp_store_list_accounts_of_events (self->batch->self->store, &event_id, 1, self->batch->cancellable, error);
      if (stored == NULL)
        return NULL;
      *owned = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_telling_free);
      for (guint i = 0; i < stored->len; i++)
        g_ptr_array_add (*owned, rcp_telling_new_stored (stored->pdata[i]));
      g_ptr_array_set_free_func (stored, NULL);
    }
  rcp_batch_sort_tellings (*owned);
  return *owned;
}

static RcpCheckAccount *
to_checks (const GPtrArray *tellings)
{
  RcpCheckAccount *checks = g_new (RcpCheckAccount, tellings->len + 1);

  for (guint i = 0; i < tellings->len; i++)
    checks[i] = rcp_telling_to_check_account (tellings->pdata[i]);
  return checks;
}

/* The one whose first account has the lower content stands first, whichever changed. */
static gboolean
stands_first (const GPtrArray *a, const GPtrArray *b)
{
  guint64 x = rcp_telling_get_content_id (a->pdata[0]), y = rcp_telling_get_content_id (b->pdata[0]);

  return x != y ? x < y : ((RcpTelling *) a->pdata[0])->id < ((RcpTelling *) b->pdata[0])->id;
}

static gboolean
compare_events (Search *self, gint64 event_id, gint64 other_id, GError **error)
{
  g_autoptr (GPtrArray) own = NULL, others = NULL, found = NULL;
  const GPtrArray *first = list_accounts (self, event_id, &own, error), *second;
  g_autofree RcpCheckAccount *a = NULL, *b = NULL;

  second = first ? list_accounts (self, other_id, &others, error) : NULL;
  if (second == NULL)
    return FALSE;
  if (first->len == 0 || second->len == 0)
    return TRUE;
  if (!stands_first (first, second))
    {
      const GPtrArray *list = first;
      gint64 id = event_id;

      first = second;
      second = list;
      event_id = other_id;
      other_id = id;
    }
  a = to_checks (first);
  b = to_checks (second);
  found = rcp_discrepancy_finder_across (a, first->len, b, second->len);
  for (guint i = 0; i < found->len; i++)
    {
      const RcpFoundDiscrepancy *discrepancy = found->pdata[i];
      g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (RcpNewDiscrepancyValue));

      for (guint k = 0; k < discrepancy->values->len; k++)
        {
          const RcpFoundDiscrepancyValue *from = &g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, k);
          const RcpTelling *telling
              = from->account < first->len ? first->pdata[from->account] : second->pdata[from->account - first->len];
          RcpNewDiscrepancyValue value = { telling->id, from->range };

          g_array_append_val (values, value);
        }
      rcp_change_set_add_across (self->batch->changes, event_id, other_id, discrepancy->kind, discrepancy->is_update,
                                 (const RcpNewDiscrepancyValue *) (gpointer) values->data, values->len);
    }
  return TRUE;
}

static gboolean
look_around (Search *self, gint64 event_id, const GPtrArray *tellings, GError **error)
{
  for (guint i = 0; i < MIN (tellings->len, RCP_DISCREPANCY_MAX_ACCOUNTS); i++)
    {
      const RcpTelling *telling = tellings->pdata[i];
      const RcpCheckAccount check = rcp_telling_to_check_account (telling);

      if (telling->found->when == NULL || !rcp_edtf_is_exact_day (telling->found->when))
        continue;
      g_ptr_array_set_size (self->near, 0);
      rcp_account_pool_find_near (self->batch->self->pool, telling, RCP_DISCREPANCY_MAX_DAYS_APART, self->near);
      g_ptr_array_extend (self->near, self->newcomers, NULL, NULL);
      for (guint k = 0; k < self->near->len; k++)
        {
          const RcpTelling *other = self->near->pdata[k];
          const RcpCheckAccount other_check = rcp_telling_to_check_account (other);
          gint64 other_id = find_event (self, other);

          /* Most are of events that were compared already: comparing accounts costs more than asking that. */
          if (other_id == 0 || other_id == event_id || rcp_pair_map_contains (self->pairs, event_id, other_id)
              || !rcp_discrepancy_finder_differ (&check, &other_check))
            continue;
          rcp_pair_map_insert (self->pairs, event_id, other_id, self);
          if (!compare_events (self, event_id, other_id, error))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * rcp_batch_put_across:
 * @events: (element-type GPtrArray): by row the events that take part: their #RcpTelling by content
 * @changed: (element-type gint64): the rows of those that the change set puts
 *
 * Puts into the change set what the events that change differ in from others. How much that costs follows from what happens
 * within ten days of them. To be called once events have their rows, before the pool is brought up to date. Errors:
 * RCP_STORE_ERROR.
 */
gboolean
rcp_batch_put_across (RcpBatch *batch, GHashTable *events, const GArray *changed, GError **error)
{
  g_autoptr (GHashTable) placed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) newcomers = g_ptr_array_new (), near = g_ptr_array_new ();
  g_autoptr (GHashTable) pairs = rcp_pair_map_new (NULL);
  Search search = { batch, events, placed, newcomers, pairs, near };

  /* What is only looked at is asked for its events. */
  if (batch->is_look)
    return TRUE;
  for (guint i = 0; i < batch->tellings->len; i++)
    {
      RcpTelling *telling = batch->tellings->pdata[i];

      g_hash_table_insert (placed, &telling->id, &g_array_index (batch->event_ids, gint64, i));
      if (telling->is_new && telling->found->when != NULL && rcp_edtf_is_exact_day (telling->found->when))
        g_ptr_array_add (newcomers, telling);
    }
  for (guint i = 0; i < changed->len; i++)
    {
      gint64 id = ids_of (changed)[i];

      if (!look_around (&search, id, g_hash_table_lookup (events, &id), error))
        return FALSE;
    }
  return TRUE;
}
