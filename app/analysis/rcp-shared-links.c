#include "config.h"

#include "rcp-shared-links-private.h"

/* Runs of equal words of two texts, and the best chains of them. */

/* Equal words in a row that begin a link. */
#define SEED 4

/* A run of words that occurs more often in either text is a refrain: its first occurrence is laid beside the first, the
 * second beside the second. */
#define MAX_OCCURRENCES 12

/* Words between two links of a chain, more of them only between long links, and what each costs. */
#define MAX_SKIP 3
#define MAX_GAP 16
#define GAP_COST 0.35

/* Links that end at one word and are tried as the one before another. */
#define MAX_BEFORE 32

/* Texts that repeat themselves can be laid beside each other in many ways: steps that are spent on it, for each word. */
#define STEPS_PER_WORD 64

typedef struct
{
  guint64 gram;
  guint at;
} Occurrence;

static int
compare_occurrences (gconstpointer x, gconstpointer y)
{
  const Occurrence *a = x, *b = y;

  if (a->gram != b->gram)
    return a->gram < b->gram ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

/* Where each run of SEED words stands, by run and place. */
static GArray *
index_runs (const RcpSharedWord *words, guint n)
{
  GArray *index = g_array_new (FALSE, FALSE, sizeof (Occurrence));

  for (guint i = 0; i + SEED <= n; i++)
    {
      Occurrence occurrence = { rcp_shared_words_hash (&words[i], SEED), i };

      g_array_append_val (index, occurrence);
    }
  g_array_sort (index, compare_occurrences);
  return index;
}

static guint
count_same (const GArray *index, guint from)
{
  guint n = from;

  while (n < index->len && g_array_index (index, Occurrence, n).gram == g_array_index (index, Occurrence, from).gram)
    n++;
  return n - from;
}

/* Two words where a run of equal words begins. */
typedef struct
{
  guint a;
  guint b;
} Start;

static int
compare_starts (gconstpointer x, gconstpointer y)
{
  const Start *p = x, *q = y;

  if (p->a != q->a)
    return p->a < q->a ? -1 : 1;
  return (p->b > q->b) - (p->b < q->b);
}

static void
add_start (GArray *starts, const RcpSharedWord *a, guint at_a, const RcpSharedWord *b, guint at_b)
{
  Start start = { at_a, at_b };

  if (at_a == 0 || at_b == 0 || a[at_a - 1].hash != b[at_b - 1].hash)
    g_array_append_val (starts, start);
}

/* Both indexes are walked side by side. */
static GArray *
find_starts (const RcpSharedWord *a, guint n_a, const RcpSharedWord *b, guint n_b)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (Start));
  g_autoptr (GArray) in_a = index_runs (a, n_a);
  g_autoptr (GArray) in_b = index_runs (b, n_b);
  guint x = 0, y = 0;

  while (x < in_a->len && y < in_b->len)
    {
      const Occurrence *p = &g_array_index (in_a, Occurrence, x), *q = &g_array_index (in_b, Occurrence, y);
      guint same_a = count_same (in_a, x), same_b = count_same (in_b, y);
      gboolean is_refrain = MAX (same_a, same_b) > MAX_OCCURRENCES;

      if (p->gram == q->gram)
        for (guint i = 0; i < same_a; i++)
          for (guint k = is_refrain ? i : 0; k < (is_refrain ? MIN (i + 1, same_b) : same_b); k++)
            add_start (starts, a, p[i].at, b, q[k].at);
      x += p->gram <= q->gram ? same_a : 0;
      y += q->gram <= p->gram ? same_b : 0;
    }
  g_array_sort (starts, compare_starts);
  return starts;
}

/* For each link the best chain that ends in it. @ending holds, for each word of the first text, the last of the links that
 * end before it, @next the one before that: those a gap away are found at once, however many there are. */
static void
chain_links (GArray *links, guint n_a)
{
  g_autofree int *ending = g_new (int, n_a + 1);
  g_autofree int *next = g_new (int, links->len + 1);

  for (guint i = 0; i <= n_a; i++)
    ending[i] = -1;
  for (guint i = 0; i < links->len; i++)
    {
      RcpSharedLink *link = &g_array_index (links, RcpSharedLink, i);

      link->score = link->length;
      link->previous = -1;
      for (guint gap_a = 0; gap_a <= MIN (MAX_GAP, link->a); gap_a++)
        {
          guint tried = 0;

          for (int k = ending[link->a - gap_a]; k >= 0 && tried < MAX_BEFORE; k = next[k], tried++)
            {
              const RcpSharedLink *before = &g_array_index (links, RcpSharedLink, k);
              guint gap;
              double score;

              if (before->b_end > link->b)
                continue;
              gap = MAX (gap_a, link->b - before->b_end);
              if (gap > MIN (MAX_GAP, MIN (before->length, link->length) + MAX_SKIP))
                continue;
              score = before->score + link->length - GAP_COST * gap;
              if (score > link->score)
                {
                  link->score = score;
                  link->previous = k;
                }
            }
        }
      next[i] = ending[link->a_end];
      ending[link->a_end] = (int) i;
    }
}

/**
 * rcp_shared_links_find:
 *
 * Returns: (transfer full) (element-type RcpSharedLink): the runs of equal words of two texts in order of the first, each
 *   with the best chain that ends in it.
 */
GArray *
rcp_shared_links_find (const RcpSharedWord *a, guint n_a, const RcpSharedWord *b, guint n_b)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (RcpSharedLink));
  g_autoptr (GArray) starts = find_starts (a, n_a, b, n_b);
  guint64 steps = (guint64) STEPS_PER_WORD * (n_a + n_b);

  for (guint i = 0; i < starts->len && steps > 0; i++)
    {
      const Start *start = &g_array_index (starts, Start, i);
      RcpSharedLink link = { start->a, start->b, SEED };

      while (link.a + link.length < n_a && link.b + link.length < n_b
             && a[link.a + link.length].hash == b[link.b + link.length].hash)
        link.length++;
      link.a_end = link.a + link.length;
      link.b_end = link.b + link.length;
      g_array_append_val (links, link);
      steps -= MIN (steps, link.length);
    }
  chain_links (links, n_a);
  return links;
}

static int
compare_by_score (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const GArray *links = user_data;
  const RcpSharedLink *a = &g_array_index (links, RcpSharedLink, *(const guint *) x);
  const RcpSharedLink *b = &g_array_index (links, RcpSharedLink, *(const guint *) y);

  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;
  return (a->b > b->b) - (a->b < b->b);
}

/** rcp_shared_links_order: (transfer full): the links by the score of the chains that end in them, the best first. */
guint *
rcp_shared_links_order (GArray *links)
{
  guint *order = g_new (guint, links->len + 1);

  for (guint i = 0; i < links->len; i++)
    order[i] = i;
  g_qsort_with_data (order, links->len, sizeof (guint), compare_by_score, links);
  return order;
}
