#pragma once

#include "rcp-shared-words-private.h"

G_BEGIN_DECLS

/**
 * RcpSharedLink:
 * @a: first word in the one text
 * @b: first word in the other
 * @length: how many words are equal from there on
 * @a_end: one past the last
 * @b_end: one past the last
 * @score: of the best chain that ends in it
 * @previous: the link before it in that chain; -1 for none
 * @used: belongs to a passage
 *
 * A run of equal words that cannot be made longer.
 */
typedef struct
{
  guint a;
  guint b;
  guint length;
  guint a_end;
  guint b_end;
  double score;
  int previous;
  gboolean used;
} RcpSharedLink;

GArray *rcp_shared_links_find  (const RcpSharedWord *a, guint n_a, const RcpSharedWord *b, guint n_b)
  G_GNUC_WARN_UNUSED_RESULT;
guint  *rcp_shared_links_order (GArray *links) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
