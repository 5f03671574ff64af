#include "config.h"

#include "rcp-text-diff.h"

#include <string.h>

/* Words that occur once in both versions and in the same order are anchors (Bram Cohen's patience diff); between two
 * anchors the same is done again, and what has no such word left is compared in full where it is short. A stretch that was
 * moved elsewhere counts as gone: its place says what it is about. */

/* Two stretches without an anchor are compared word by word up to so many pairs, half a megabyte of working memory; longer
 * ones, as of a text that was written anew, have nothing in common but their ends. */
#define MAX_PAIRS 250000

#define NONE G_MAXUINT

struct _RcpTextDiff
{
  const RcpSegmentedText *before;
  const RcpSegmentedText *after;
  guint *partner; /* for each token of before its token of after, or NONE */
};

typedef struct
{
  guint from;
  guint to;
} Stretch;

typedef struct
{
  Stretch a;
  Stretch b;
} Pair;

static gboolean
is_same (const RcpTextDiff *self, guint a, guint b)
{
  return strcmp (self->before->tokens[a].folded, self->after->tokens[b].folded) == 0;
}

/* Where a word stands in a stretch: its token, or NONE where it is there more than once. */
static GHashTable *
index_unique (const RcpSegmentedText *text, Stretch stretch)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = stretch.from; i < stretch.to; i++)
    {
      gpointer key = (gpointer) text->tokens[i].folded;
      gboolean again = g_hash_table_contains (places, key);

      g_hash_table_insert (places, key, GUINT_TO_POINTER (again ? NONE : i));
    }
  return places;
}

/* The longest run of anchors that rises in both texts: @ends has for each length the anchor with the least place in after
 * that such a run can end with. */
static GArray *
find_anchors (const RcpTextDiff *self, Pair pair)
{
  g_autoptr (GHashTable) in_a = index_unique (self->before, pair.a);
  g_autoptr (GHashTable) in_b = index_unique (self->after, pair.b);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Stretch)); /* token of before, token of after */
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *previous = NULL;
  GArray *run = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = pair.a.from; i < pair.a.to; i++)
    {
      const char *word = self->before->tokens[i].folded;
      gpointer there;

      if (GPOINTER_TO_UINT (g_hash_table_lookup (in_a, word)) == i
          && g_hash_table_lookup_extended (in_b, word, NULL, &there) && GPOINTER_TO_UINT (there) != NONE)
        {
          Stretch anchor = { i, GPOINTER_TO_UINT (there) };

          g_array_append_val (all, anchor);
        }
    }
  previous = g_new (guint, all->len + 1);
  for (guint i = 0; i < all->len; i++)
    {
      guint low = 0, high = ends->len, place = g_array_index (all, Stretch, i).to;

      while (low < high)
        {
          guint middle = low + (high - low) / 2;

          if (g_array_index (all, Stretch, g_array_index (ends, guint, middle)).to < place)
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? g_array_index (ends, guint, low - 1) : NONE;
      if (low == ends->len)
        g_array_append_val (ends, i);
      else
        g_array_index (ends, guint, low) = i;
    }
  if (ends->len > 0)
    for (guint i = g_array_index (ends, guint, ends->len - 1); i != NONE; i = previous[i])
      g_array_prepend_val (run, g_array_index (all, Stretch, i));
  return run;
}

static void
match (RcpTextDiff *self, guint a, guint b)
{
  self->partner[a] = b;
}

/* The longest common subsequence of two short stretches. */
static void
match_short (RcpTextDiff *self, Pair pair)
{
  guint n = pair.a.to - pair.a.from, m = pair.b.to - pair.b.from;
  g_autofree guint16 *length = g_new0 (guint16, (gsize) (n + 1) * (m + 1));
#define AT(i, j) length[(gsize) (i) * (m + 1) + (j)]

  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      AT (i, j) = is_same (self, pair.a.from + i, pair.b.from + j) ? AT (i + 1, j + 1) + 1
                                                                    : MAX (AT (i + 1, j), AT (i, j + 1));
  for (guint i = 0, j = 0; i < n && j < m;)
    {
      if (is_same (self, pair.a.from + i, pair.b.from + j))
        match (self, pair.a.from + i++, pair.b.from + j++);
      else if (AT (i + 1, j) >= AT (i, j + 1))
        i++;
      else
        j++;
    }
#undef AT
}

static void
push (GArray *pairs, guint a, guint a_to, guint b, guint b_to)
{
  Pair pair = { { a, a_to }, { b, b_to } };

  if (a < a_to && b < b_to)
    g_array_append_val (pairs, pair);
}

static void
compare (RcpTextDiff *self, Pair pair, GArray *pairs)
{
  g_autoptr (GArray) anchors = NULL;

  while (pair.a.from < pair.a.to && pair.b.from < pair.b.to && is_same (self, pair.a.from, pair.b.from))
    match (self, pair.a.from++, pair.b.from++);
  while (pair.a.from < pair.a.to && pair.b.from < pair.b.to && is_same (self, pair.a.to - 1, pair.b.to - 1))
    match (self, --pair.a.to, --pair.b.to);
  if (pair.a.from == pair.a.to || pair.b.from == pair.b.to)
    return;
  anchors = find_anchors (self, pair);
  if (anchors->len == 0)
    {
      if ((guint64) (pair.a.to - pair.a.from) * (pair.b.to - pair.b.from) <= MAX_PAIRS)
        match_short (self, pair);
      return;
    }
  for (guint i = 0; i < anchors->len; i++)
    {
      const Stretch *anchor = &g_array_index (anchors, Stretch, i);

      push (pairs, pair.a.from, anchor->from, pair.b.from, anchor->to);
      match (self, anchor->from, anchor->to);
      pair.a.from = anchor->from + 1;
      pair.b.from = anchor->to + 1;
    }
  push (pairs, pair.a.from, pair.a.to, pair.b.from, pair.b.to);
}

/**
 * rcp_text_diff_new:
 * @before: a text; must outlive the result
 * @after: another version of it; must outlive the result
 *
 * Compares them word by word; case, accents and the shape of apostrophes make no difference. The cost grows with the
 * length of both, but for short stretches that have nothing else in common.
 *
 * Returns: (transfer full): what they have in common. Any thread.
 */
RcpTextDiff *
rcp_text_diff_new (const RcpSegmentedText *before, const RcpSegmentedText *after)
{
  RcpTextDiff *self = g_new0 (RcpTextDiff, 1);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  self->before = before;
  self->after = after;
  self->partner = g_new (guint, before->n_tokens + 1);
  for (guint i = 0; i < before->n_tokens; i++)
    self->partner[i] = NONE;
  push (pairs, 0, before->n_tokens, 0, after->n_tokens);
  while (pairs->len > 0)
    {
      Pair pair = g_array_index (pairs, Pair, pairs->len - 1);

      g_array_set_size (pairs, pairs->len - 1);
      compare (self, pair, pairs);
    }
  return self;
}

void
rcp_text_diff_free (RcpTextDiff *self)
{
  g_free (self->partner);
  g_free (self);
}

/**
 * rcp_text_diff_map_range:
 * @range: a stretch of the text before
 * @mapped: (out): where it is in the text after
 *
 * Finds a stretch again by its words. It is there as long as most of its words are, and what was put between them is not
 * more than they are.
 *
 * Returns: whether it is still there. Any thread.
 */
gboolean
rcp_text_diff_map_range (const RcpTextDiff *self, RcpRange range, RcpRange *mapped)
{
  guint first = NONE, last = NONE, n_words = 0, n_kept = 0;

  for (guint i = rcp_segmented_text_find_token (self->before, range.start);
       i < self->before->n_tokens && self->before->tokens[i].start < range.end; i++)
    {
      guint there = self->partner[i];
      gboolean is_word = self->before->tokens[i].kind != RCP_TOKEN_PUNCTUATION;

      if (self->before->tokens[i].end <= range.start)
        continue;
      n_words += is_word;
      if (there == NONE)
        continue;
      n_kept += is_word;
      if (first == NONE)
        first = there;
      last = there;
    }
  if (first == NONE || 2 * n_kept <= n_words || last - first + 1 > 2 * n_words + 4)
    return FALSE;
  *mapped = (RcpRange){ self->after->tokens[first].start, self->after->tokens[last].end };
  return TRUE;
}

/**
 * rcp_text_diff_get_likeness:
 *
 * Returns: how many words of the shorter text are in both, in the same order, as a share of all its words; 0 for an empty
 *   one. Any thread.
 */
double
rcp_text_diff_get_likeness (const RcpTextDiff *self)
{
  guint n_before = 0, n_after = 0, n_kept = 0, least;

  for (guint i = 0; i < self->before->n_tokens; i++)
    {
      gboolean is_word = self->before->tokens[i].kind != RCP_TOKEN_PUNCTUATION;

      n_before += is_word;
      n_kept += is_word && self->partner[i] != NONE;
    }
  for (guint i = 0; i < self->after->n_tokens; i++)
    n_after += self->after->tokens[i].kind != RCP_TOKEN_PUNCTUATION;
  least = MIN (n_before, n_after);
  return least ? (double) n_kept / least : 0;
}
