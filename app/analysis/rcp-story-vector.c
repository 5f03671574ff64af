#include "config.h"

#include "rcp-story-vector.h"

/* Looking a feature up in a longer vector beats walking along it from that ratio on. */
#define LOOK_UP_RATIO 16

/** rcp_story_vector_new: (transfer full): room for @n features, which the caller fills. */
RcpStoryVector *
rcp_story_vector_new (guint n)
{
  RcpStoryVector *self = g_new0 (RcpStoryVector, 1);

  self->n = n;
  self->keys = g_new0 (guint32, n + 1);
  self->weights = g_new0 (float, n + 1);
  return self;
}

void
rcp_story_vector_free (RcpStoryVector *self)
{
  g_free (self->keys);
  g_free (self->weights);
  g_free (self);
}

/**
 * rcp_story_vector_sum:
 * @a: (nullable): one; NULL for nothing
 * @b: (nullable): the other
 *
 * Returns: (transfer full) (nullable): both together; NULL for nothing.
 */
RcpStoryVector *
rcp_story_vector_sum (const RcpStoryVector *a, const RcpStoryVector *b)
{
  guint n_a = a ? a->n : 0, n_b = b ? b->n : 0, n = 0;
  RcpStoryVector *sum;

  if (n_a + n_b == 0)
    return NULL;
  sum = rcp_story_vector_new (n_a + n_b);
  for (guint i = 0, k = 0; i < n_a || k < n_b; n++)
    {
      gboolean of_a = i < n_a && (k >= n_b || a->keys[i] <= b->keys[k]);
      gboolean of_b = k < n_b && (i >= n_a || b->keys[k] <= a->keys[i]);

      sum->keys[n] = of_a ? a->keys[i] : b->keys[k];
      sum->weights[n] = (of_a ? a->weights[i] : 0) + (of_b ? b->weights[k] : 0);
      i += of_a;
      k += of_b;
    }
  sum->n = n;
  return sum;
}

static double
look_up (const RcpStoryVector *vector, guint32 key, guint *from)
{
  guint low = *from, high = vector->n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (vector->keys[middle] < key)
        low = middle + 1;
      else
        high = middle;
    }
  *from = low;
  return low < vector->n && vector->keys[low] == key ? vector->weights[low] : 0;
}

/**
 * rcp_story_vector_dot:
 * @a: (nullable): one; NULL for nothing
 * @b: (nullable): the other
 *
 * Returns: how much both have in common.
 */
double
rcp_story_vector_dot (const RcpStoryVector *a, const RcpStoryVector *b)
{
  double sum = 0;

  if (a == NULL || b == NULL)
    return 0;
  if (a->n > b->n)
    {
      const RcpStoryVector *shorter = b;

      b = a;
      a = shorter;
    }
  if (b->n / LOOK_UP_RATIO > a->n)
    {
      for (guint i = 0, from = 0; i < a->n; i++)
        sum += a->weights[i] * look_up (b, a->keys[i], &from);
      return sum;
    }
  for (guint i = 0, k = 0; i < a->n && k < b->n;)
    if (a->keys[i] == b->keys[k])
      sum += (double) a->weights[i++] * b->weights[k++];
    else if (a->keys[i] < b->keys[k])
      i++;
    else
      k++;
  return sum;
}

static int
compare_weights (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const RcpStoryVector *vector = user_data;
  guint a = *(const guint *) x, b = *(const guint *) y;

  if (vector->weights[a] != vector->weights[b])
    return vector->weights[a] > vector->weights[b] ? -1 : 1;
  return (a > b) - (a < b);
}

/**
 * rcp_story_vector_list_heaviest:
 * @n_max: how many
 *
 * Returns: (transfer full) (element-type guint): indices of the features with most weight, the heaviest first.
 */
GArray *
rcp_story_vector_list_heaviest (const RcpStoryVector *self, guint n_max)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->n);

  for (guint i = 0; i < self->n; i++)
    g_array_append_val (places, i);
  g_array_sort_with_data (places, compare_weights, (gpointer) self);
  g_array_set_size (places, MIN (places->len, n_max));
  return places;
}
