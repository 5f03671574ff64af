#include "config.h"

#include "rcp-story-grouper.h"

#include <string.h>

#include "rcp-story-private.h"

/* Two clusters that compare as well as that are one story. */
#define THRESHOLD 0.15

/* Clusters found near each other join; joined ones are looked at anew, as long as that still joins any. */
#define MAX_ROUNDS 8

typedef struct
{
  double value;
  guint a;
  guint b;
} Join;

typedef struct
{
  GArray *clusters; /* of RcpStoryCluster */
  GArray *heap;     /* of Join */
} Grouping;

static RcpStoryCluster *
get_cluster (const Grouping *grouping, guint number)
{
  return &g_array_index (grouping->clusters, RcpStoryCluster, number);
}

/* The better join first; of two as good the one of clusters that come first. */
static gboolean
is_before (const Join *a, const Join *b)
{
  if (a->value != b->value)
    return a->value > b->value;
  return a->a != b->a ? a->a < b->a : a->b < b->b;
}

static void
push (Grouping *grouping, guint a, guint b)
{
  Join join = { rcp_story_cluster_compare (get_cluster (grouping, a), get_cluster (grouping, b)), MIN (a, b), MAX (a, b) };
  Join *heap;
  guint at = grouping->heap->len;

  if (join.value < THRESHOLD)
    return;
  g_array_append_val (grouping->heap, join);
  heap = (Join *) (gpointer) grouping->heap->data;
  for (; at > 0 && is_before (&join, &heap[(at - 1) / 2]); at = (at - 1) / 2)
    heap[at] = heap[(at - 1) / 2];
  heap[at] = join;
}

static Join
pop (Grouping *grouping)
{
  Join *heap = (Join *) (gpointer) grouping->heap->data;
  Join top = heap[0], last = heap[grouping->heap->len - 1];
  guint n = grouping->heap->len - 1, at = 0;

  for (guint child; (child = 2 * at + 1) < n; at = child)
    {
      if (child + 1 < n && is_before (&heap[child + 1], &heap[child]))
        child++;
      if (is_before (&last, &heap[child]))
        break;
      heap[at] = heap[child];
    }
  heap[at] = last;
  g_array_set_size (grouping->heap, n);
  return top;
}

static guint
find_root (const Grouping *grouping, guint number)
{
  while (get_cluster (grouping, number)->parent != number)
    {
      RcpStoryCluster *cluster = get_cluster (grouping, number);

      cluster->parent = get_cluster (grouping, cluster->parent)->parent;
      number = cluster->parent;
    }
  return number;
}

static int
compare_numbers (gconstpointer x, gconstpointer y)
{
  guint a = *(const guint *) x, b = *(const guint *) y;

  return (a > b) - (a < b);
}

static void
add_roots (const Grouping *grouping, const GArray *near, guint self, GArray *roots)
{
  for (guint i = 0; near && i < near->len; i++)
    {
      guint root = find_root (grouping, g_array_index (near, guint, i));

      if (root != self)
        g_array_append_val (roots, root);
    }
}

/* What was near either is near both, as it stands now. */
static GArray *
list_near (const Grouping *grouping, const GArray *near_a, const GArray *near_b, guint self)
{
  GArray *roots = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = 0;

  add_roots (grouping, near_a, self, roots);
  add_roots (grouping, near_b, self, roots);
  g_array_sort (roots, compare_numbers);
  for (guint i = 0; i < roots->len; i++)
    if (i == 0 || g_array_index (roots, guint, i) != g_array_index (roots, guint, n - 1))
      g_array_index (roots, guint, n++) = g_array_index (roots, guint, i);
  g_array_set_size (roots, n);
  return roots;
}

typedef struct
{
  double value;
  guint cluster;
} Near;

static int
compare_near (gconstpointer x, gconstpointer y)
{
  const Near *a = x, *b = y;

  if (a->value != b->value)
    return a->value > b->value ? -1 : 1;
  return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

/* Keeps the nearest where there are too many, so that a story of thousands costs no more for each. */
static void
limit_near (const Grouping *grouping, guint self, GArray *near)
{
  g_autoptr (GArray) ranked = NULL;

  if (near->len <= RCP_STORY_N_NEAR)
    return;
  ranked = g_array_sized_new (FALSE, FALSE, sizeof (Near), near->len);
  for (guint i = 0; i < near->len; i++)
    {
      guint other = g_array_index (near, guint, i);
      Near one = { rcp_story_cluster_compare (get_cluster (grouping, self), get_cluster (grouping, other)), other };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_near);
  g_array_set_size (near, RCP_STORY_N_NEAR);
  for (guint i = 0; i < near->len; i++)
    g_array_index (near, guint, i) = g_array_index (ranked, Near, i).cluster;
}

static void
join (Grouping *grouping, guint number_a, guint number_b)
{
  guint number = grouping->clusters->len;
  RcpStoryCluster *a = get_cluster (grouping, number_a), *b = get_cluster (grouping, number_b);
  RcpStoryCluster both = { .n = a->n + b->n, .day_sum = a->day_sum + b->day_sum, .n_days = a->n_days + b->n_days,
                           .n_sure_days = a->n_sure_days + b->n_sure_days,
                           .inner = a->inner + b->inner + rcp_story_cluster_sum_pairs (a, b), .parent = number };
  g_autoptr (GArray) near_a = g_steal_pointer (&a->near), near_b = g_steal_pointer (&b->near);

  for (guint i = 0; i < RCP_STORY_N_VECTORS; i++)
    {
      both.vectors[i] = rcp_story_vector_sum (a->vectors[i], b->vectors[i]);
      g_clear_pointer (&a->vectors[i], rcp_story_vector_free);
      g_clear_pointer (&b->vectors[i], rcp_story_vector_free);
    }
  a->parent = b->parent = number;
  g_array_append_val (grouping->clusters, both);
  both.near = list_near (grouping, near_a, near_b, number);
  limit_near (grouping, number, both.near);
  get_cluster (grouping, number)->near = both.near;
  for (guint i = 0; i < both.near->len; i++)
    push (grouping, g_array_index (both.near, guint, i), number);
}

/* Finds who is near whom and joins the nearest first. Returns whether any joined. */
static gboolean
run_round (Grouping *grouping)
{
  g_autofree guint *alive = g_new (guint, grouping->clusters->len + 1);
  guint n_alive = 0;
  gboolean joined = FALSE;

  for (guint i = 0; i < grouping->clusters->len; i++)
    if (get_cluster (grouping, i)->parent == i)
      alive[n_alive++] = i;
  rcp_story_neighbours_find (grouping->clusters, alive, n_alive);
  for (guint i = 0; i < n_alive; i++)
    {
      g_autoptr (GArray) near = list_near (grouping, get_cluster (grouping, alive[i])->near, NULL, alive[i]);

      for (guint k = 0; k < near->len; k++)
        push (grouping, alive[i], g_array_index (near, guint, k));
    }
  while (grouping->heap->len > 0)
    {
      Join best = pop (grouping);

      if (get_cluster (grouping, best.a)->parent != best.a || get_cluster (grouping, best.b)->parent != best.b)
        continue;
      join (grouping, best.a, best.b);
      joined = TRUE;
    }
  return joined;
}

static int
compare_feature_lists (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return a->len < b->len ? -1 : 1;
  return a->len ? memcmp (a->data, b->data, a->len * sizeof (RcpStoryFeature)) : 0;
}

/* By what they say, so that nothing depends on the order in which they are given. */
static int
compare_articles (gconstpointer x, gconstpointer y)
{
  const RcpStoryArticle *a = *(const RcpStoryArticle *const *) x, *b = *(const RcpStoryArticle *const *) y;
  int order = compare_feature_lists (a->words, b->words);

  if (order == 0)
    order = compare_feature_lists (a->bridges, b->bridges);
  if (order == 0 && a->day != b->day)
    order = a->day < b->day ? -1 : 1;
  if (order == 0)
    order = (a->is_day_sure > b->is_day_sure) - (a->is_day_sure < b->is_day_sure);
  return order != 0 ? order : (a->language > b->language) - (a->language < b->language);
}

static int
compare_places (gconstpointer x, gconstpointer y, gpointer user_data)
{
  RcpStoryArticle *const *articles = user_data;

  return compare_articles (&articles[*(const guint *) x], &articles[*(const guint *) y]);
}

/* Numbers groups from 0 in the order of their first articles. */
static guint
number_groups (guint *groups, guint n, guint n_numbers)
{
  g_autofree guint *numbers = g_new0 (guint, n_numbers + 1);
  guint n_groups = 0;

  for (guint i = 0; i < n; i++)
    {
      if (numbers[groups[i]] == 0)
        numbers[groups[i]] = ++n_groups;
      groups[i] = numbers[groups[i]] - 1;
    }
  return n_groups;
}

/**
 * rcp_story_grouper_group:
 * @articles: (array length=n): what each article is made of
 * @groups: (array length=n): receives the number of the story each tells, from 0 in the order of their first articles
 *
 * Groups articles by the one happening each mainly tells: joins the clusters that are most alike on the average (R. R. Sokal,
 * C. D. Michener, 1958) as long as they are about as alike as the articles within each, and neither days nor names speak
 * against it. Which articles are in one group does not depend on their order. Word for word the same article counts once,
 * whatever the number of its copies. Any thread.
 *
 * Returns: the number of groups.
 */
guint
rcp_story_grouper_group (RcpStoryArticle *const *articles, guint n, guint *groups)
{
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree RcpStoryArticle **distinct = g_new (RcpStoryArticle *, n + 1);
  g_autofree guint *places = g_new (guint, n + 1);
  Grouping grouping = { 0 };
  guint n_distinct = 0, n_numbers, n_rounds = 0;

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, n, sizeof (guint), compare_places, (gpointer) articles);
  for (guint i = 0; i < n; i++)
    {
      /* Articles without a word have nothing in common. */
      if (n_distinct == 0 || articles[order[i]]->words->len == 0
          || compare_articles (&distinct[n_distinct - 1], &articles[order[i]]) != 0)
        distinct[n_distinct++] = articles[order[i]];
      places[order[i]] = n_distinct - 1;
    }
  grouping.clusters = rcp_story_clusters_new (distinct, n_distinct);
  grouping.heap = g_array_new (FALSE, FALSE, sizeof (Join));
  while (run_round (&grouping) && ++n_rounds < MAX_ROUNDS)
    ;
  for (guint i = 0; i < n; i++)
    groups[i] = find_root (&grouping, places[i]);
  n_numbers = grouping.clusters->len;
  g_array_unref (grouping.clusters);
  g_array_unref (grouping.heap);
  return number_groups (groups, n, n_numbers);
}
