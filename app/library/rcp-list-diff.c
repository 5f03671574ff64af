#include "config.h"

#include "rcp-list-diff.h"

/* Beyond this many steps one big step costs a list view less: each step makes it walk its rows. */
#define MAX_STEPS 100

/* Marks in @kept the rows of the new list that stay where they are with respect to each other: a longest increasing
 * subsequence of their old places (Fredman, On computing the length of longest increasing subsequences, 1975). */
static void
mark_kept (const guint *old_places, guint n, gboolean *kept)
{
  g_autofree guint *tails = g_new (guint, n + 1);
  g_autofree guint *before = g_new (guint, n + 1);
  guint n_tails = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = n_tails;

      if (old_places[i] == G_MAXUINT)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (old_places[tails[middle]] < old_places[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low > 0 ? tails[low - 1] : G_MAXUINT;
      tails[low] = i;
      if (low == n_tails)
        n_tails++;
    }
  for (guint i = n_tails > 0 ? tails[n_tails - 1] : G_MAXUINT; i != G_MAXUINT; i = before[i])
    kept[i] = TRUE;
}

static void
add_change (GArray *changes, guint position, guint n_removed, guint n_added)
{
  RcpListChange change = { position, n_removed, n_added };

  if (n_removed > 0 || n_added > 0)
    g_array_append_val (changes, change);
}

/**
 * rcp_list_diff:
 * @old_ids: the rows of a list, each once
 * @new_ids: the rows it is to have, each once
 *
 * Finds few and small steps from one to the other; rows that stay in their order are not touched, unless that would take
 * very many steps.
 *
 * Returns: (transfer full) (element-type RcpListChange): the steps, from the front to the back.
 */
GArray *
rcp_list_diff (const gint64 *old_ids, guint n_old, const gint64 *new_ids, guint n_new)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (RcpListChange));
  g_autoptr (GHashTable) places = NULL;
  g_autofree guint *old_places = NULL;
  g_autofree gboolean *kept = NULL;
  guint head = 0, tail = 0, n, next_old, run;

  while (head < n_old && head < n_new && old_ids[head] == new_ids[head])
    head++;
  while (tail < n_old - head && tail < n_new - head && old_ids[n_old - 1 - tail] == new_ids[n_new - 1 - tail])
    tail++;
  if (head + tail == n_old || head + tail == n_new)
    {
      add_change (changes, head, n_old - head - tail, n_new - head - tail);
      return changes;
    }

  n = n_new - head - tail;
  places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = head; i < n_old - tail; i++)
    g_hash_table_insert (places, (gpointer) &old_ids[i], GUINT_TO_POINTER (i + 1));
  old_places = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    {
      gpointer place = g_hash_table_lookup (places, &new_ids[head + i]);

      old_places[i] = place ? GPOINTER_TO_UINT (place) - 1 : G_MAXUINT;
    }
  kept = g_new0 (gboolean, n);
  mark_kept (old_places, n, kept);

  next_old = head;
  run = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!kept[i])
        {
          run++;
          continue;
        }
      add_change (changes, head + i - run, old_places[i] - next_old, run);
      next_old = old_places[i] + 1;
      run = 0;
    }
  add_change (changes, head + n - run, n_old - tail - next_old, run);

  if (changes->len > MAX_STEPS)
    {
      g_array_set_size (changes, 0);
      add_change (changes, head, n_old - head - tail, n);
    }
  return changes;
}
