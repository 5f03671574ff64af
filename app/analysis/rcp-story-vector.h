#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpStoryVector:
 * @n: how many features
 * @keys: what they are, ascending
 * @weights: how much of each
 *
 * A text, or the sum of several, as what it is made of: most features are nowhere in it and take no room.
 */
typedef struct
{
  guint n;
  guint32 *keys;
  float *weights;
} RcpStoryVector;

RcpStoryVector *rcp_story_vector_new  (guint n) G_GNUC_WARN_UNUSED_RESULT;
RcpStoryVector *rcp_story_vector_sum  (const RcpStoryVector *a, const RcpStoryVector *b) G_GNUC_WARN_UNUSED_RESULT;
void            rcp_story_vector_free (RcpStoryVector *self);
double          rcp_story_vector_dot  (const RcpStoryVector *a, const RcpStoryVector *b);
GArray         *rcp_story_vector_list_heaviest (const RcpStoryVector *self, guint n_max) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStoryVector, rcp_story_vector_free)

G_END_DECLS
