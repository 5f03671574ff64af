#include "config.h"

#include "rcp-shared-passages.h"

#include <string.h>

#include "rcp-shared-links-private.h"

/* Two texts are aligned over their words: seed and extend. Runs of equal words are lengthened over small edits, and what
 * stands near in both texts in the same order is chained. Punctuation, spaces, capitals and accents do not count. */

/* Words left out on either side of a small edit. */
#define MAX_SKIP 3

/* What a passage must have: words in common that are neither names nor offices, some of them long or else many, and not too
 * many words between them. Set phrases are made of few short words. */
#define MIN_LONG_WORDS 3
#define MIN_WORDS_AND_LONG 10
#define MANY_PLAIN_WORDS 10
#define MIN_DENSITY 0.6

/* Words before or after a quotation that are no part of what is shared. */
#define MAX_TRIM 4

/* Words of a sentence of which no more is shared. */
#define MAX_STRAY 2

/* A stretch as long as this that is no wording is not looked at again, however many ways lead to it. */
#define MIN_SPENT 64

/* The two texts, and what of them belongs to a passage already. */
typedef struct
{
  const RcpSegmentedText *text_a;
  const RcpSegmentedText *text_b;
  const RcpSharedWord *a;
  const RcpSharedWord *b;
  guint n_a;
  guint n_b;
  guint8 *taken_a;
  guint8 *taken_b;
} Pair;

/* One passage in words: [a, a_end) and [b, b_end), @common of them equal; of these @own are outside quotation marks in both,
 * @quoted inside in both. */
typedef struct
{
  guint a;
  guint a_end;
  guint b;
  guint b_end;
  guint common;
  guint plain;
  guint long_words;
  guint own;
  guint quoted;
} Passage;

static void
count_words (Passage *passage, const Pair *pair, guint i, guint j, guint n, int sign)
{
  passage->common += sign * (int) n;
  for (guint k = 0; k < n; k++)
    {
      const RcpSharedWord *x = &pair->a[i + k], *y = &pair->b[j + k];

      passage->plain += sign * (int) (x->is_plain && y->is_plain);
      passage->long_words += sign * (int) (x->is_long && y->is_long);
      passage->own += sign * (int) (!x->is_quoted && !y->is_quoted);
      passage->quoted += sign * (int) (x->is_quoted && y->is_quoted);
    }
}

static gboolean
is_equal (const Pair *pair, guint i, guint j)
{
  return pair->a[i].hash == pair->b[j].hash && !pair->taken_a[i] && !pair->taken_b[j];
}

/* Whether equal words are enough to go on with, after @skip words that differ. */
static gboolean
is_enough (const Pair *pair, guint i, guint n, guint skip)
{
  return n >= 2 || (n == 1 && pair->a[i].is_long && skip <= 2);
}

/* Goes on over a small edit: a word or two changed, put in or left out, if equal words follow. */
static gboolean
extend_right (Passage *passage, const Pair *pair)
{
  for (guint skip = 0; skip <= 2 * MAX_SKIP; skip++)
    for (guint skip_a = 0; skip_a <= MIN (skip, MAX_SKIP); skip_a++)
      {
        guint skip_b = skip - skip_a, i = passage->a_end + skip_a, j = passage->b_end + skip_b, n = 0;

        if (skip_b > MAX_SKIP)
          continue;
        while (i + n < pair->n_a && j + n < pair->n_b && is_equal (pair, i + n, j + n))
          n++;
        if (n > 0 && (skip == 0 || is_enough (pair, i, n, skip)))
          {
            count_words (passage, pair, i, j, n, 1);
            passage->a_end = i + n;
            passage->b_end = j + n;
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
extend_left (Passage *passage, const Pair *pair)
{
  for (guint skip = 0; skip <= 2 * MAX_SKIP; skip++)
    for (guint skip_a = 0; skip_a <= MIN (skip, MAX_SKIP); skip_a++)
      {
        guint skip_b = skip - skip_a, i, j, n = 0;

        if (skip_b > MAX_SKIP || passage->a <= skip_a || passage->b <= skip_b)
          continue;
        i = passage->a - skip_a;
        j = passage->b - skip_b;
        while (n < i && n < j && is_equal (pair, i - 1 - n, j - 1 - n))
          n++;
        if (n > 0 && (skip == 0 || is_enough (pair, i - 1, n, skip)))
          {
            count_words (passage, pair, i - n, j - n, n, 1);
            passage->a = i - n;
            passage->b = j - n;
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
is_wording (const Passage *passage)
{
  guint spanned = MAX (passage->a_end - passage->a, passage->b_end - passage->b);

  if (passage->common < MIN_DENSITY * spanned)
    return FALSE;
  return (passage->long_words >= MIN_LONG_WORDS && passage->common + passage->long_words >= MIN_WORDS_AND_LONG)
         || passage->plain >= MANY_PLAIN_WORDS;
}

/* Own words that are enough for copying make wording of it all; else what most of the words are. */
static RcpSharedKind
get_kind (const Passage *passage)
{
  guint marked_once = passage->common - passage->own - passage->quoted;

  if (passage->own >= RCP_SHARED_PASSAGE_MIN_WORDS || (passage->own >= passage->quoted && passage->own >= marked_once))
    return RCP_SHARED_WORDING;
  return passage->quoted >= marked_once ? RCP_SHARED_QUOTE : RCP_SHARED_UNMARKED_QUOTE;
}

/* Whether a quotation opens or closes between two words of a text. */
static gboolean
is_mark (const RcpSharedWord *words, guint outside, guint inside)
{
  return words[inside].is_quoted && !words[outside].is_quoted;
}

/* A quotation that both have is shared from mark to mark; the few words around it are those of whoever quotes. */
static void
trim_to_quotation (Passage *passage, const Pair *pair)
{
  guint n = 0, cut = 0;

  while (n < MAX_TRIM && passage->a + n + 1 < passage->a_end && passage->b + n + 1 < passage->b_end
         && is_equal (pair, passage->a + n, passage->b + n))
    {
      n++;
      if (is_mark (pair->a, passage->a + n - 1, passage->a + n) || is_mark (pair->b, passage->b + n - 1, passage->b + n))
        cut = n;
    }
  count_words (passage, pair, passage->a, passage->b, cut, -1);
  passage->a += cut;
  passage->b += cut;
  n = cut = 0;
  while (n < MAX_TRIM && passage->a + n + 1 < passage->a_end && passage->b + n + 1 < passage->b_end
         && is_equal (pair, passage->a_end - 1 - n, passage->b_end - 1 - n))
    {
      n++;
      if (is_mark (pair->a, passage->a_end - n, passage->a_end - 1 - n)
          || is_mark (pair->b, passage->b_end - n, passage->b_end - 1 - n))
        cut = n;
    }
  count_words (passage, pair, passage->a_end - cut, passage->b_end - cut, cut, -1);
  passage->a_end -= cut;
  passage->b_end -= cut;
}

static gboolean
is_new_sentence (const RcpSegmentedText *text, const RcpSharedWord *words, guint at)
{
  return text->tokens[words[at].token].sentence != text->tokens[words[at - 1].token].sentence;
}

/* That the sentences after and before begin and end with one short word in both texts is chance. */
static void
trim_to_sentences (Passage *passage, const Pair *pair)
{
  for (guint n = 1; n <= MAX_STRAY && passage->common > n; n++)
    {
      guint i = passage->a_end - n, j = passage->b_end - n;

      if (i <= passage->a || j <= passage->b || pair->a[i].is_long || !is_equal (pair, i, j))
        break;
      if (!is_new_sentence (pair->text_a, pair->a, i) || !is_new_sentence (pair->text_b, pair->b, j))
        continue;
      count_words (passage, pair, i, j, n, -1);
      passage->a_end = i;
      passage->b_end = j;
      break;
    }
  for (guint n = 1; n <= MAX_STRAY && passage->common > n; n++)
    {
      guint i = passage->a + n, j = passage->b + n;

      if (i >= passage->a_end || j >= passage->b_end || pair->a[i - 1].is_long || !is_equal (pair, i - 1, j - 1))
        break;
      if (!is_new_sentence (pair->text_a, pair->a, i) || !is_new_sentence (pair->text_b, pair->b, j))
        continue;
      count_words (passage, pair, passage->a, passage->b, n, -1);
      passage->a = i;
      passage->b = j;
      break;
    }
}

/* Follows a chain from its last link, as long as its links are free, and lengthens it at both ends. */
static Passage
collect (GArray *links, guint last, const Pair *pair)
{
  RcpSharedLink *link = &g_array_index (links, RcpSharedLink, last);
  Passage passage = { link->a, link->a_end, link->b, link->b_end };

  for (;;)
    {
      link->used = TRUE;
      count_words (&passage, pair, link->a, link->b, link->length, 1);
      passage.a = link->a;
      passage.b = link->b;
      if (link->previous < 0 || g_array_index (links, RcpSharedLink, link->previous).used)
        break;
      link = &g_array_index (links, RcpSharedLink, link->previous);
    }
  while (extend_right (&passage, pair))
    ;
  while (extend_left (&passage, pair))
    ;
  return passage;
}

static gboolean
is_taken (const guint8 *taken, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += taken[i];
  return 2 * n > to - from;
}

static void
take (const Pair *pair, const Passage *passage)
{
  memset (pair->taken_a + passage->a, 1, passage->a_end - passage->a);
  memset (pair->taken_b + passage->b, 1, passage->b_end - passage->b);
}

/* The mark that a mark of punctuation is the same as, whatever its style. */
static char
normal_mark (const RcpToken *token)
{
  static const char *const quotation[] = { "\"", "«", "»", "“", "”", "„", NULL };

  if (token->kind != RCP_TOKEN_PUNCTUATION)
    return 0;
  return g_strv_contains (quotation, token->folded) ? '"' : token->length_bytes == 1 ? token->folded[0] : '?';
}

/* A passage that ends or begins a sentence in both texts has the marks there too: "accord »." */
static void
add_marks (const Pair *pair, const Passage *passage, RcpSharedPassage *shared)
{
  const RcpSegmentedText *a = pair->text_a, *b = pair->text_b;
  guint i = pair->a[passage->a_end - 1].token + 1, j = pair->b[passage->b_end - 1].token + 1;
  guint end_a = i, end_b = j, first_a, first_b, n = 0;

  while (end_a < a->n_tokens && a->tokens[end_a].sentence == a->tokens[i - 1].sentence && normal_mark (&a->tokens[end_a]))
    end_a++;
  while (end_b < b->n_tokens && b->tokens[end_b].sentence == b->tokens[j - 1].sentence && normal_mark (&b->tokens[end_b]))
    end_b++;
  if ((end_a == a->n_tokens || a->tokens[end_a].sentence != a->tokens[i - 1].sentence)
      && (end_b == b->n_tokens || b->tokens[end_b].sentence != b->tokens[j - 1].sentence))
    for (; i < end_a && j < end_b && normal_mark (&a->tokens[i]) == normal_mark (&b->tokens[j]); i++, j++)
      {
        shared->a.end = a->tokens[i].end;
        shared->b.end = b->tokens[j].end;
      }
  first_a = pair->a[passage->a].token;
  first_b = pair->b[passage->b].token;
  while (first_a > n && first_b > n && a->tokens[first_a - 1 - n].sentence == a->tokens[first_a].sentence
         && b->tokens[first_b - 1 - n].sentence == b->tokens[first_b].sentence
         && normal_mark (&a->tokens[first_a - 1 - n]) == '"' && normal_mark (&b->tokens[first_b - 1 - n]) == '"')
    n++;
  if (n > 0 && a->sentences[a->tokens[first_a].sentence].first_token == first_a - n
      && b->sentences[b->tokens[first_b].sentence].first_token == first_b - n)
    {
      shared->a.start = a->tokens[first_a - n].start;
      shared->b.start = b->tokens[first_b - n].start;
    }
}

static RcpRange
range_of (const RcpSegmentedText *text, const RcpSharedWord *words, guint from, guint to)
{
  return (RcpRange){ text->tokens[words[from].token].start, text->tokens[words[to - 1].token].end };
}

static int
compare_passages (gconstpointer x, gconstpointer y)
{
  const RcpSharedPassage *a = x, *b = y;

  if (a->a.start != b->a.start)
    return a->a.start < b->a.start ? -1 : 1;
  return (a->b.start > b->b.start) - (a->b.start < b->b.start);
}

static void
add_passage (GArray *found, const Pair *pair, GArray *links, guint last)
{
  const RcpSharedLink *link = &g_array_index (links, RcpSharedLink, last);
  RcpSharedPassage shared;
  Passage passage;

  if (link->used || is_taken (pair->taken_a, link->a, link->a_end) || is_taken (pair->taken_b, link->b, link->b_end))
    return;
  passage = collect (links, last, pair);
  if (get_kind (&passage) != RCP_SHARED_WORDING)
    trim_to_quotation (&passage, pair);
  trim_to_sentences (&passage, pair);
  if (!is_wording (&passage))
    {
      if (passage.common >= MIN_SPENT)
        take (pair, &passage);
      return;
    }
  if (is_taken (pair->taken_a, passage.a, passage.a_end) || is_taken (pair->taken_b, passage.b, passage.b_end))
    return;
  take (pair, &passage);
  shared.a = range_of (pair->text_a, pair->a, passage.a, passage.a_end);
  shared.b = range_of (pair->text_b, pair->b, passage.b, passage.b_end);
  shared.n_words = passage.common;
  shared.n_own_words = passage.own;
  shared.kind = get_kind (&passage);
  add_marks (pair, &passage, &shared);
  g_array_append_val (found, shared);
}

/**
 * rcp_shared_passages_compare:
 * @a: a text
 * @b: another
 *
 * Finds the passages that two texts have in common: seven words or more, three of them long, or ten of any length, that are
 * part of no name and no office, in the same order, with small edits and insertions between them. A passage that was moved
 * is found where it stands now. Each stretch of either text belongs to one passage at most. What is set aside is left out.
 * The work grows with the lengths of the texts, however much they repeat themselves.
 *
 * Returns: (transfer full) (element-type RcpSharedPassage): the passages in the order of @a. Any thread.
 */
GArray *
rcp_shared_passages_compare (const RcpSegmentedText *a, const RcpSegmentedText *b)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RcpSharedPassage));
  g_autoptr (GArray) words_a = rcp_shared_words_read (a, TRUE);
  g_autoptr (GArray) words_b = rcp_shared_words_read (b, TRUE);
  g_autofree guint8 *taken_a = g_new0 (guint8, words_a->len + 1);
  g_autofree guint8 *taken_b = g_new0 (guint8, words_b->len + 1);
  Pair pair = { a, b, (const RcpSharedWord *) (gpointer) words_a->data, (const RcpSharedWord *) (gpointer) words_b->data,
                words_a->len, words_b->len, taken_a, taken_b };
  g_autoptr (GArray) links = rcp_shared_links_find (pair.a, pair.n_a, pair.b, pair.n_b);
  g_autofree guint *order = rcp_shared_links_order (links);

  for (guint i = 0; i < links->len; i++)
    add_passage (found, &pair, links, order[i]);
  g_array_sort (found, compare_passages);
  return found;
}
