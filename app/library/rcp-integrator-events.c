#include "config.h"

#include "rcp-batch.h"

/* Groups of accounts become events, which keep their rows as far as they stay the same. */

typedef struct
{
  GPtrArray *tellings;
  gint64 event_id; /* the row it takes over; 0 for none */
  gboolean changed;
} Group;

/* A group that has accounts of an event. */
typedef struct
{
  guint group;
  gint64 event_id;
  guint n; /* how many */
} Claim;

static void
group_clear (Group *group)
{
  g_clear_pointer (&group->tellings, g_ptr_array_unref);
}

static void
list_claims (GArray *claims, const Group *group, guint index)
{
  guint first = claims->len;

  for (guint i = 0; i < group->tellings->len; i++)
    {
      gint64 id = ((RcpTelling *) group->tellings->pdata[i])->event_id;
      guint at = first;

      if (id == 0)
        continue;
      while (at < claims->len && g_array_index (claims, Claim, at).event_id != id)
        at++;
      if (at == claims->len)
        {
          Claim claim = { index, id, 0 };

          g_array_append_val (claims, claim);
        }
      g_array_index (claims, Claim, at).n++;
    }
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const Claim *x = a, *y = b;

  if (x->n != y->n)
    return x->n > y->n ? -1 : 1;
  if (x->event_id != y->event_id)
    return x->event_id < y->event_id ? -1 : 1;
  return (x->group > y->group) - (x->group < y->group);
}

/* An event keeps its row when most of its accounts stay together, so that notes, corrections and what a window shows go
 * on pointing at the same happening. */
static void
assign_rows (GArray *groups)
{
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (Claim));
  g_autoptr (GHashTable) claimed = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < groups->len; i++)
    list_claims (claims, &g_array_index (groups, Group, i), i);
  g_array_sort (claims, compare_claims);
  for (guint i = 0; i < claims->len; i++)
    {
      Claim *claim = &g_array_index (claims, Claim, i);
      Group *group = &g_array_index (groups, Group, claim->group);

      if (group->event_id == 0 && g_hash_table_add (claimed, &claim->event_id))
        group->event_id = claim->event_id;
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

/** rcp_batch_put_events: joins the accounts that take part, and puts the events that changed into the change set. */
gboolean
rcp_batch_put_events (RcpBatch *batch, GError **error)
{
  g_autofree guint *numbers = g_new (guint, batch->tellings->len + 1);
  g_autoptr (GArray) groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_autoptr (GHashTable) n_before = count_before (batch);
  g_autoptr (GHashTable) events = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_groups, n_new = 0;
  GHashTableIter iter;
  gpointer key;
  gint64 next = 0;

  if (!rcp_batch_load_shared (batch, batch->tellings, error))
    return FALSE;
  n_groups = rcp_batch_join (batch, batch->tellings, numbers);
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

      if (group->event_id == 0)
        group->event_id = next++;
      g_hash_table_insert (events, &group->event_id, group->tellings);
      if (!group->changed)
        continue;
      g_array_append_val (changed, group->event_id);
      shared = rcp_batch_select_shared (batch, group->tellings);
      rcp_event_builder_put (batch->changes, batch->self->store, group->event_id,
                             (RcpTelling *const *) group->tellings->pdata, group->tellings->len,
                             (const RcpSharedWording *) (gpointer) shared->data, shared->len, batch->cancellable);
    }
  g_array_set_size (batch->event_ids, batch->tellings->len);
  for (guint i = 0; i < batch->tellings->len; i++)
    g_array_index (batch->event_ids, gint64, i) = g_array_index (groups, Group, numbers[i]).event_id;
  rcp_batch_put_outcomes (batch);
  if (!rcp_batch_put_across (batch, events, changed, error))
    return FALSE;
  g_hash_table_iter_init (&iter, batch->old_events);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    rcp_change_set_remove_event (batch->changes, *(gint64 *) key);
  batch->n_more_events = (int) n_new - (int) g_hash_table_size (batch->old_events);
  return TRUE;
}
