#include "config.h"

#include "rcp-story-private.h"

/* Only what tells most of a cluster is looked up, and only among so much of the others. */
#define N_LOOKED_UP 24
#define N_INDEXED 160

/* Of the clusters that have something in common with one so many are compared with it, and of those that have one feature
 * so many are seen. */
#define MAX_HOLDERS 200
#define N_COMPARED 48

/* Less alike on the average than that, two clusters are not near; what was looked up gives part of it. */
#define LEAST_LIKENESS 0.04
#define LEAST_SEEN 0.02

/* The clusters that have a feature, with how much of it. */
typedef struct
{
  guint cluster; /* index among those that stand */
  float weight;
} Holder;

typedef struct
{
  guint cluster;
  double likeness;
} Candidate;

static void
add_to_index (GHashTable *index, const RcpStoryVector *vector, guint cluster)
{
  g_autoptr (GArray) places = rcp_story_vector_list_heaviest (vector, N_INDEXED);

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      gpointer key = GUINT_TO_POINTER (vector->keys[place]);
      GArray *holders = g_hash_table_lookup (index, key);
      Holder holder = { cluster, vector->weights[place] };

      if (holders == NULL)
        {
          holders = g_array_new (FALSE, FALSE, sizeof (Holder));
          g_hash_table_insert (index, key, holders);
        }
      if (holders->len < MAX_HOLDERS)
        g_array_append_val (holders, holder);
    }
}

static void
look_up (GHashTable *index, const RcpStoryVector *vector, const GArray *places, double factor, double *likeness,
         GArray *seen)
{
  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const GArray *holders = g_hash_table_lookup (index, GUINT_TO_POINTER (vector->keys[place]));

      for (guint k = 0; holders && k < holders->len; k++)
        {
          const Holder *holder = &g_array_index (holders, Holder, k);

          if (likeness[holder->cluster] == 0)
            g_array_append_val (seen, holder->cluster);
          likeness[holder->cluster] += factor * vector->weights[place] * holder->weight;
        }
    }
}

static int
compare_candidates (gconstpointer x, gconstpointer y)
{
  const Candidate *a = x, *b = y;

  if (a->likeness != b->likeness)
    return a->likeness > b->likeness ? -1 : 1;
  return (a->cluster > b->cluster) - (a->cluster < b->cluster);
}

/* Compares a cluster with those that seem likest, and keeps what is near. */
static void
keep_near (GArray *clusters, const guint *alive, guint self, const GArray *seen, double *likeness)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  RcpStoryCluster *cluster = &g_array_index (clusters, RcpStoryCluster, alive[self]);

  for (guint i = 0; i < seen->len; i++)
    {
      guint other = g_array_index (seen, guint, i);
      const RcpStoryCluster *there = &g_array_index (clusters, RcpStoryCluster, alive[other]);
      Candidate candidate = { alive[other], likeness[other] / ((double) cluster->n * there->n) };

      likeness[other] = 0;
      if (other != self && candidate.likeness >= LEAST_SEEN)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  g_array_set_size (candidates, MIN (candidates->len, N_COMPARED));
  for (guint i = 0; i < candidates->len;)
    {
      Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const RcpStoryCluster *there = &g_array_index (clusters, RcpStoryCluster, candidate->cluster);

      candidate->likeness = rcp_story_cluster_sum_pairs (cluster, there) / ((double) cluster->n * there->n);
      if (candidate->likeness < LEAST_LIKENESS)
        g_array_remove_index_fast (candidates, i);
      else
        i++;
    }
  g_array_sort (candidates, compare_candidates);
  g_array_set_size (candidates, MIN (candidates->len, RCP_STORY_N_NEAR));
  g_clear_pointer (&cluster->near, g_array_unref);
  cluster->near = g_array_sized_new (FALSE, FALSE, sizeof (guint), candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    g_array_append_val (cluster->near, g_array_index (candidates, Candidate, i).cluster);
}

/* Whoever is near one has it near. */
static void
make_mutual (GArray *clusters, const guint *found, guint n_found)
{
  g_autofree guint *lengths = g_new (guint, n_found + 1);

  for (guint i = 0; i < n_found; i++)
    lengths[i] = g_array_index (clusters, RcpStoryCluster, found[i]).near->len;
  for (guint i = 0; i < n_found; i++)
    for (guint k = 0; k < lengths[i]; k++)
      {
        guint other = g_array_index (g_array_index (clusters, RcpStoryCluster, found[i]).near, guint, k);

        g_array_append_val (g_array_index (clusters, RcpStoryCluster, other).near, found[i]);
      }
}

/**
 * rcp_story_neighbours_find:
 * @clusters: (element-type RcpStoryCluster): clusters
 * @alive: (array length=n_alive): numbers of those that stand, ascending
 *
 * Finds which clusters each that has not been looked at yet may be one with, through an index of what they are made of: the
 * cost follows their number, not the number of pairs.
 */
void
rcp_story_neighbours_find (GArray *clusters, const guint *alive, guint n_alive)
{
  GHashTable *indices[RCP_STORY_NAMES];
  g_autofree double *likeness = g_new0 (double, n_alive + 1);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *found = g_new (guint, n_alive + 1);
  guint n_found = 0;

  for (guint v = 0; v < RCP_STORY_NAMES; v++)
    {
      indices[v] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
      for (guint i = 0; i < n_alive; i++)
        {
          const RcpStoryVector *vector = g_array_index (clusters, RcpStoryCluster, alive[i]).vectors[v];

          if (vector)
            add_to_index (indices[v], vector, i);
        }
    }
  for (guint i = 0; i < n_alive; i++)
    {
      RcpStoryCluster *cluster = &g_array_index (clusters, RcpStoryCluster, alive[i]);

      if (cluster->is_seen)
        continue;
      cluster->is_seen = TRUE;
      found[n_found++] = alive[i];
      g_array_set_size (seen, 0);
      for (guint v = 0; v < RCP_STORY_NAMES; v++)
        {
          const RcpStoryVector *vector = cluster->vectors[v];
          g_autoptr (GArray) places = vector ? rcp_story_vector_list_heaviest (vector, N_LOOKED_UP) : NULL;

          for (guint w = 0; places && w < RCP_STORY_NAMES; w++)
            if (v == 0 ? w == 0 : w != 0 && w != v)
              look_up (indices[w], vector, places, v == 0 ? 1 : RCP_STORY_BRIDGE, likeness, seen);
        }
      keep_near (clusters, alive, i, seen, likeness);
    }
  make_mutual (clusters, found, n_found);
  for (guint v = 0; v < RCP_STORY_NAMES; v++)
    g_hash_table_unref (indices[v]);
}
