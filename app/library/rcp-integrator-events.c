#include "config.h"

#include "rcp-batch.h"

/* Groups of accounts become events, which keep their rows as far as they stay the same. */

typedef struct
{
  GPtrArray *tellings;
  gint64 event_id;   /* the row it takes over; 0 for none */
  gint64 most_of;    /* the event most of its accounts were in */
  guint n_of;        /* how many */
  gboolean changed;
} Group;

static void
group_clear (Group *group)
{
  g_clear_pointer (&group->tellings, g_ptr_array_unref);
}

static void
find_most_of (Group *group)
{
  for (guint i = 0; i < group->tellings->len; i++)
    {
      gint64 id = ((RcpTelling *) group->tellings->pdata[i])->event_id;
      guint n = 0;

      if (id == 0)
        continue;
      for (guint j = 0; j < group->tellings->len; j++)
        n += ((RcpTelling *) group->tellings->pdata[j])->event_id == id;
      if (n > group->n_of || (n == group->n_of && id < group->most_of))
        {
          group->n_of = n;
          group->most_of = id;
        }
    }
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const Group *x = *(Group *const *) a, *y = *(Group *const *) b;

  return x->n_of != y->n_of ? (x->n_of > y->n_of ? -1 : 1) : 0;
}

/* An event keeps its row when most of its accounts stay together, so that notes, corrections and what a window shows go
 * on pointing at the same happening. */
static void
assign_rows (GArray *groups)
{
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) claimed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < groups->len; i++)
    {
      find_most_of (&g_array_index (groups, Group, i));
      g_ptr_array_add (order, &g_array_index (groups, Group, i));
    }
  g_ptr_array_sort (order, compare_groups);
  for (guint i = 0; i < order->len; i++)
    {
      Group *group = order->pdata[i];

      if (group->most_of != 0 && g_hash_table_add (claimed, &group->most_of))
        group->event_id = group->most_of;
    }
}

/* A group that has no new account, loses none and takes none over from another event is as it was: only articles of the
 * batch can share more than before. */
static gboolean
is_touched (const RcpBatch *batch, const Group *group, GHashTable *n_before)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_before, &group->event_id));

  if (group->event_id == 0 || group->tellings->len != n || g_hash_table_contains (batch->dirty, &group->event_id))
    return TRUE;
  for (guint i = 0; i < group->tellings->len; i++)
    {
      const RcpTelling *telling = group->tellings->pdata[i];

      if (telling->is_new || telling->event_id != group->event_id)
        return TRUE;
    }
  return FALSE;
}

/* Whether the group is an event that only grew: who copies whom among its old accounts is known then. */
static gboolean
only_grew (const RcpBatch *batch, const Group *group, GHashTable *n_before)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_before, &group->event_id)), n_old = 0;

  if (g_hash_table_contains (batch->dirty, &group->event_id))
    return FALSE;
  for (guint i = 0; i < group->tellings->len; i++)
    {
      const RcpTelling *telling = group->tellings->pdata[i];

      if (!telling->is_new && telling->event_id != group->event_id)
        return FALSE;
      n_old += !telling->is_new;
    }
  return n_old == n;
}

static GHashTable *
count_before (const RcpBatch *batch)
{
  GHashTable *n_before = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < batch->tellings->len; i++)
    {
      const RcpTelling *telling = batch->tellings->pdata[i];

      if (!telling->is_new && telling->event_id != 0)
        {
          guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_before, &telling->event_id));

          g_hash_table_insert (n_before, dup_id (telling->event_id), GUINT_TO_POINTER (n + 1));
        }
    }
  return n_before;
}

static void
add_if_between (GArray *selected, const GArray *list, GHashTable *articles)
{
  const RcpSharedWording *first = list ? &g_array_index (list, RcpSharedWording, 0) : NULL;

  if (first != NULL && g_hash_table_contains (articles, &first->article_a)
      && g_hash_table_contains (articles, &first->article_b))
    g_array_append_vals (selected, list->data, list->len);
}

/* Only passages between articles of the group can make one of its accounts a copy of another. */
static GArray *
select_shared (const RcpBatch *batch, const Group *group)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autofree gint64 *ids = g_new (gint64, group->tellings->len);
  GArray *selected = g_array_new (FALSE, TRUE, sizeof (RcpSharedWording));
  guint n = 0;

  for (guint i = 0; i < group->tellings->len; i++)
    {
      RcpTelling *telling = group->tellings->pdata[i];

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

/** rcp_batch_put_events: joins the accounts that take part, and puts the events that changed into the change set. */
gboolean
rcp_batch_put_events (RcpBatch *batch, GError **error)
{
  g_autofree guint *numbers = g_new (guint, batch->tellings->len + 1);
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autoptr (GHashTable) n_before = count_before (batch);
  guint n_groups = rcp_batch_join (batch, batch->tellings, numbers), n_new = 0;
  GHashTableIter iter;
  gpointer key;
  gint64 next = 0;

  g_array_set_clear_func (groups, (GDestroyNotify) group_clear);
  g_array_set_size (groups, n_groups);
  for (guint i = 0; i < n_groups; i++)
    g_array_index (groups, Group, i).tellings = g_ptr_array_new ();
  for (guint i = 0; i < batch->tellings->len; i++)
    g_ptr_array_add (g_array_index (groups, Group, numbers[i]).tellings, batch->tellings->pdata[i]);
  assign_rows (groups);
  for (guint i = 0; i < n_groups; i++)
    {
      Group *group = &g_array_index (groups, Group, i);

      group->changed = is_touched (batch, group, n_before);
      n_new += group->event_id == 0;
      if (group->event_id != 0)
        g_hash_table_remove (batch->old_events, &group->event_id);
    }
  if (n_new > 0)
    {
      next = rcp_batch_reserve (batch, RCP_STORE_TABLE_EVENT, n_new, error);
      if (next == 0)
        return FALSE;
    }
  for (guint i = 0; i < n_groups; i++)
    {
      Group *group = &g_array_index (groups, Group, i);
      g_autoptr (GArray) shared = NULL;
      gboolean grew;

      if (group->event_id == 0)
        group->event_id = next++;
      if (!group->changed)
        continue;
      grew = only_grew (batch, group, n_before);
      if (!grew && !rcp_batch_load_shared (batch, group->tellings, error))
        return FALSE;
      shared = select_shared (batch, group);
      rcp_event_builder_put (batch->changes, batch->self->store, group->event_id,
                             (RcpTelling *const *) group->tellings->pdata, group->tellings->len,
                             (const RcpSharedWording *) (gpointer) shared->data, shared->len, grew,
                             batch->cancellable);
    }
  g_array_set_size (batch->event_ids, batch->tellings->len);
  for (guint i = 0; i < batch->tellings->len; i++)
    g_array_index (batch->event_ids, gint64, i) = g_array_index (groups, Group, numbers[i]).event_id;
  rcp_batch_put_outcomes (batch);
  g_hash_table_iter_init (&iter, batch->old_events);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    rcp_change_set_remove_event (batch->changes, *(gint64 *) key);
  batch->n_more_events = (int) n_new - (int) g_hash_table_size (batch->old_events);
  return TRUE;
}
