#include "config.h"

#include "rcp-story-private.h"

#include <math.h>

/* So many texts stand behind the shares that words have anyway: few articles move a weight little, many move it more, but
 * only so far: what a thousand articles of one story all have still tells that story. */
#define BACKGROUND_TEXTS 800
#define MOST_OWN_TEXTS 400

/* The features of an article that tell most; the rest is not looked at. */
#define MAX_FEATURES 80

/* What articles of one story have in common on the average, and how many pairs of articles that is worth. */
#define USUAL_COHERENCE 0.25
#define USUAL_PAIRS 30
/* How strongly two clusters must be as close to each other as they are in themselves. */
#define COHERENCE_POWER 1.6

/* Happenings that many days apart may be one; from then on that many days halve what speaks for it. */
#define SAME_DAYS 2.0
#define HALVING_DAYS 5.0
/* What is guessed of days speaks less against texts that are more alike than the first, and nothing from the second on, which
 * only copies reach. */
#define ALIKE 0.35
#define COPIED 0.6

/* Names that agree less than that speak against one story; what is left where none agrees, and both have so many. */
#define LEAST_AGREEMENT 0.15
#define STRANGERS 0.3
#define ENOUGH_NAMES 3.0

typedef struct
{
  guint32 key;
  double weight;
} Weighed;

static int
compare_weighed (gconstpointer x, gconstpointer y)
{
  const Weighed *a = x, *b = y;

  if (a->weight != b->weight)
    return a->weight > b->weight ? -1 : 1;
  return (a->key > b->key) - (a->key < b->key);
}

static int
compare_keys (gconstpointer x, gconstpointer y)
{
  const Weighed *a = x, *b = y;

  return (a->key > b->key) - (a->key < b->key);
}

/* In how many of the articles each feature is. */
static GHashTable *
count_articles (RcpStoryArticle *const *articles, guint n, gboolean bridges)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      const GArray *features = bridges ? articles[i]->bridges : articles[i]->words;

      for (guint k = 0; k < features->len; k++)
        {
          gpointer key = GUINT_TO_POINTER (g_array_index (features, RcpStoryFeature, k).key);

          g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
        }
    }
  return counts;
}

/* Weighs what is rare more, keeps what weighs most, and gives it the length 1. */
static RcpStoryVector *
weigh (const GArray *features, GHashTable *counts, guint n_articles, gboolean names_only)
{
  g_autoptr (GArray) weighed = g_array_sized_new (FALSE, FALSE, sizeof (Weighed), features->len);
  RcpStoryVector *vector;
  double square = 0;

  for (guint i = 0; i < features->len; i++)
    {
      const RcpStoryFeature *feature = &g_array_index (features, RcpStoryFeature, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (feature->key)));
      double own = MIN (n_articles, MOST_OWN_TEXTS);
      double rarity = log ((BACKGROUND_TEXTS + own + 1) / (BACKGROUND_TEXTS * feature->share + own * n / n_articles + 0.5));
      Weighed one = { feature->key, feature->weight * MAX (rarity, 0) };

      if (one.weight > 0 && (!names_only || feature->is_name))
        g_array_append_val (weighed, one);
    }
  if (weighed->len == 0)
    return NULL;
  g_array_sort (weighed, compare_weighed);
  g_array_set_size (weighed, MIN (weighed->len, MAX_FEATURES));
  g_array_sort (weighed, compare_keys);
  vector = rcp_story_vector_new (weighed->len);
  for (guint i = 0; i < weighed->len; i++)
    square += g_array_index (weighed, Weighed, i).weight * g_array_index (weighed, Weighed, i).weight;
  for (guint i = 0; i < weighed->len; i++)
    {
      vector->keys[i] = g_array_index (weighed, Weighed, i).key;
      vector->weights[i] = (float) (g_array_index (weighed, Weighed, i).weight / sqrt (square));
    }
  return vector;
}

static void
cluster_clear (gpointer data)
{
  RcpStoryCluster *cluster = data;

  for (guint i = 0; i < RCP_STORY_N_VECTORS; i++)
    g_clear_pointer (&cluster->vectors[i], rcp_story_vector_free);
  g_clear_pointer (&cluster->near, g_array_unref);
}

static gboolean
are_of_one_language (RcpStoryArticle *const *articles, guint n)
{
  for (guint i = 1; i < n; i++)
    if (articles[i]->language != articles[0]->language)
      return FALSE;
  return TRUE;
}

/**
 * rcp_story_clusters_new:
 * @articles: (array length=n): articles in an order that follows from what they say
 *
 * Returns: (transfer full) (element-type RcpStoryCluster): each article by itself; bridges only where there is anything to
 *   bridge.
 */
GArray *
rcp_story_clusters_new (RcpStoryArticle *const *articles, guint n)
{
  GArray *clusters = g_array_sized_new (FALSE, TRUE, sizeof (RcpStoryCluster), 2 * n);
  g_autoptr (GHashTable) words = count_articles (articles, n, FALSE);
  g_autoptr (GHashTable) bridges = count_articles (articles, n, TRUE);
  gboolean has_bridges = !are_of_one_language (articles, n);

  g_array_set_clear_func (clusters, cluster_clear);
  for (guint i = 0; i < n; i++)
    {
      RcpStoryCluster cluster = { .n = 1, .parent = i };

      cluster.vectors[0] = weigh (articles[i]->words, words, n, FALSE);
      if (has_bridges)
        cluster.vectors[1 + articles[i]->language] = weigh (articles[i]->bridges, bridges, n, FALSE);
      cluster.vectors[RCP_STORY_NAMES] = weigh (articles[i]->bridges, bridges, n, TRUE);
      if (articles[i]->day != RCP_DAY_INVALID)
        {
          cluster.day_sum = articles[i]->day;
          cluster.n_days = 1;
          cluster.n_sure_days = articles[i]->is_day_sure;
        }
      g_array_append_val (clusters, cluster);
    }
  return clusters;
}

/** rcp_story_cluster_sum_pairs: how alike the articles of @a are to those of @b, summed over all pairs. */
double
rcp_story_cluster_sum_pairs (const RcpStoryCluster *a, const RcpStoryCluster *b)
{
  double sum = rcp_story_vector_dot (a->vectors[0], b->vectors[0]), bridged = 0;

  for (guint i = 1; i < RCP_STORY_NAMES; i++)
    for (guint k = 1; k < RCP_STORY_NAMES; k++)
      if (i != k)
        bridged += rcp_story_vector_dot (a->vectors[i], b->vectors[k]);
  return sum + RCP_STORY_BRIDGE * bridged;
}

static double
get_coherence (const RcpStoryCluster *cluster)
{
  double pairs = cluster->n * (cluster->n - 1.0) / 2;

  return (cluster->inner + USUAL_PAIRS * USUAL_COHERENCE) / (pairs + USUAL_PAIRS);
}

/* Happenings of different days are different, however alike. */
static double
compare_days (const RcpStoryCluster *a, const RcpStoryCluster *b, double likeness)
{
  double apart, speaks;

  if (a->n_days == 0 || b->n_days == 0)
    return 1;
  apart = fabs ((double) a->day_sum / a->n_days - (double) b->day_sum / b->n_days);
  speaks = apart <= SAME_DAYS ? 1 : 1 / (1 + (apart - SAME_DAYS) / HALVING_DAYS);
  if (a->n_sure_days == 0 || b->n_sure_days == 0)
    speaks += (1 - speaks) * CLAMP ((likeness - ALIKE) / (COPIED - ALIKE), 0, 1);
  return speaks;
}

/* Alike happenings among other people, elsewhere, are different. */
static double
compare_names (const RcpStoryCluster *a, const RcpStoryCluster *b)
{
  const RcpStoryVector *names_a = a->vectors[RCP_STORY_NAMES], *names_b = b->vectors[RCP_STORY_NAMES];
  double agreement, certainty;

  if (names_a == NULL || names_b == NULL)
    return 1;
  agreement = rcp_story_vector_dot (names_a, names_b)
              / sqrt (rcp_story_vector_dot (names_a, names_a) * rcp_story_vector_dot (names_b, names_b));
  certainty = MIN (1, MIN (names_a->n, names_b->n) / ENOUGH_NAMES);
  return 1 - (1 - STRANGERS) * certainty * (1 - MIN (1, agreement / LEAST_AGREEMENT));
}

/**
 * rcp_story_cluster_compare:
 *
 * Returns: how well two clusters would be one: the likeness of their articles on the average, beside what the articles of
 *   each have in common; clusters that are closer in themselves than to each other are two stories that are alike.
 */
double
rcp_story_cluster_compare (const RcpStoryCluster *a, const RcpStoryCluster *b)
{
  double likeness = rcp_story_cluster_sum_pairs (a, b) / ((double) a->n * b->n);
  double coherence = sqrt (get_coherence (a) * get_coherence (b));

  return likeness * pow (USUAL_COHERENCE / coherence, COHERENCE_POWER) * compare_days (a, b, likeness) * compare_names (a, b);
}
