#pragma once

#include "rcp-story-reader.h"
#include "rcp-story-vector.h"

G_BEGIN_DECLS

/* A vector of words, then one of bridges for each language, last the names of all languages. */
#define RCP_STORY_NAMES (1 + RCP_STORY_N_LANGUAGES)
#define RCP_STORY_N_VECTORS (2 + RCP_STORY_N_LANGUAGES)

/**
 * RcpStoryCluster:
 * @vectors: (nullable): the sum of the vectors of its articles
 * @n: how many articles
 * @inner: the likeness of its articles with each other, summed over pairs
 * @day_sum: the sum of the days that are known
 * @n_days: how many are
 * @n_sure_days: how many of these are sure
 * @parent: the cluster that took it up; its own number while it stands
 * @is_seen: @near has been found by its own features
 * @near: (nullable) (element-type guint): clusters it may be one with, as they were numbered when that was found
 *
 * Articles that are taken for one story so far.
 */
typedef struct
{
  RcpStoryVector *vectors[RCP_STORY_N_VECTORS];
  guint n;
  double inner;
  gint64 day_sum;
  guint n_days;
  guint n_sure_days;
  guint parent;
  gboolean is_seen;
  GArray *near;
} RcpStoryCluster;

GArray *rcp_story_clusters_new      (RcpStoryArticle *const *articles, guint n) G_GNUC_WARN_UNUSED_RESULT;
double  rcp_story_cluster_compare   (const RcpStoryCluster *a, const RcpStoryCluster *b);
double  rcp_story_cluster_sum_pairs (const RcpStoryCluster *a, const RcpStoryCluster *b);
void    rcp_story_neighbours_find   (GArray *clusters, const guint *alive, guint n_alive);

/* How much alike articles of two languages are by their bridges, beside articles of one language by their words. */
#define RCP_STORY_BRIDGE 1.0
/* So many clusters at most are near one. */
#define RCP_STORY_N_NEAR 32

G_END_DECLS
