#include "config.h"

#include "rcp-shared-passages.h"

#include <string.h>

#include "rcp-fold.h"

/* Fingerprints find which of many texts to compare; the comparison itself aligns two texts over their words.
 *
 * Fingerprints: hashes of runs of GRAM folded words, winnowed over WINDOW of them (Schleimer, Wilkerson, Aiken: Winnowing,
 * SIGMOD 2003): any run of GRAM + WINDOW - 1 = 8 common words, the least that counts as shared wording, leaves a hash in
 * both.
 *
 * Alignment: seed and extend. Runs of SEED equal words are lengthened as far as the words are equal, over small edits too,
 * and what stands near in both texts in the same order is chained. Punctuation, spaces, capitals and accents do not
 * count. */
#define GRAM 5
#define WINDOW 4
#define SEED 4

/* A run of words that occurs more often is a refrain and seeds nothing more. */
#define MAX_OCCURRENCES 12

/* Words left out on either side of a small edit, and between two links of a chain. */
#define MAX_SKIP 3
#define MAX_GAP 16
#define GAP_COST 0.35

/* What a passage must have: words in common, or fewer if more of them are long, and not too many words between them. Set
 * phrases are made of short words. */
#define MIN_WORDS 8
#define MIN_LONG_WORDS 2
#define MIN_FEW_WORDS 6
#define MIN_FEW_LONG_WORDS 3
#define LONG_WORD_BYTES 6
#define MIN_DENSITY 0.6

typedef struct
{
  guint64 hash;
  guint token;
  gboolean is_long;
  gboolean is_quoted;
} Word;

/* Equal words: @length of them from @a and from @b. */
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
} Link;

typedef struct
{
  guint64 gram;
  guint at;
} Occurrence;

static guint64
hash_bytes (const char *text)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; *text; text++)
    h = (h ^ (guchar) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return h;
}

/* @stems: whether inflections of a word are equal: the same statement is bent to another sentence. */
static GArray *
read_words (const RcpSegmentedText *text, gboolean stems)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  for (guint i = 0; i < text->n_tokens; i++)
    {
      const RcpToken *token = &text->tokens[i];
      Word word = { 0, i, FALSE, (token->flags & RCP_TOKEN_IN_QUOTES) != 0 };

      if (token->kind == RCP_TOKEN_PUNCTUATION || text->sentences[token->sentence].is_set_aside)
        continue;
      if (stems && token->kind == RCP_TOKEN_WORD)
        {
          g_autofree char *stem = rcp_stem (token->folded, text->language);

          word.hash = hash_bytes (stem);
        }
      else
        word.hash = hash_bytes (token->folded);
      /* Names are long and are no wording. */
      word.is_long = token->length_bytes >= LONG_WORD_BYTES && !(token->flags & RCP_TOKEN_CAPITALISED);
      g_array_append_val (words, word);
    }
  return words;
}

static guint64
hash_run (const Word *words, guint n)
{
  guint64 h = 0;

  for (guint i = 0; i < n; i++)
    h = (h ^ words[i].hash) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (h >> 31);
  return h ^ (h >> 29);
}

/**
 * rcp_shared_passages_fingerprint:
 * @text: the text; what is set aside leaves no fingerprint
 *
 * Returns: (transfer full) (element-type RcpFingerprint): the winnowed fingerprints in text order; empty for a text of
 *   under 5 words. Any thread.
 */
GArray *
rcp_shared_passages_fingerprint (const RcpSegmentedText *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RcpFingerprint));
  g_autoptr (GArray) words = read_words (text, FALSE);
  guint n_grams = words->len >= GRAM ? words->len - GRAM + 1 : 0;
  g_autofree guint64 *grams = g_new (guint64, n_grams + 1);
  gint64 last = -1;

  for (guint i = 0; i < n_grams; i++)
    grams[i] = hash_run (&g_array_index (words, Word, i), GRAM);
  for (guint from = 0; from < n_grams && (from == 0 || from + WINDOW <= n_grams); from++)
    {
      guint least = from;

      for (guint i = from + 1; i < MIN (from + WINDOW, n_grams); i++)
        if (grams[i] <= grams[least])
          least = i;
      if (least > last)
        {
          const RcpToken *first = &text->tokens[g_array_index (words, Word, least).token];
          const RcpToken *end = &text->tokens[g_array_index (words, Word, least + GRAM - 1).token];
          RcpFingerprint fingerprint = { grams[least], first->start, end->end };

          g_array_append_val (found, fingerprint);
          last = least;
        }
    }
  return found;
}

static int
compare_occurrences (gconstpointer x, gconstpointer y)
{
  const Occurrence *a = x, *b = y;

  if (a->gram != b->gram)
    return a->gram < b->gram ? -1 : 1;
  return (a->at > b->at) - (a->at < b->at);
}

static GArray *
index_runs (const Word *words, guint n)
{
  GArray *index = g_array_new (FALSE, FALSE, sizeof (Occurrence));

  for (guint i = 0; i + SEED <= n; i++)
    {
      Occurrence occurrence = { hash_run (&words[i], SEED), i };

      g_array_append_val (index, occurrence);
    }
  g_array_sort (index, compare_occurrences);
  return index;
}

static guint
find_run (const GArray *index, guint64 gram)
{
  guint low = 0, high = index->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (index, Occurrence, middle).gram < gram)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The runs of equal words that cannot be made longer. */
static GArray *
find_links (const Word *a, guint n_a, const Word *b, guint n_b)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));
  g_autoptr (GArray) index = index_runs (b, n_b);

  for (guint i = 0; i + SEED <= n_a; i++)
    {
      guint64 gram = hash_run (&a[i], SEED);
      guint first = find_run (index, gram);

      for (guint k = first; k < index->len && k < first + MAX_OCCURRENCES; k++)
        {
          const Occurrence *there = &g_array_index (index, Occurrence, k);
          Link link = { i, there->at, SEED };

          if (there->gram != gram)
            break;
          if (i > 0 && link.b > 0 && a[i - 1].hash == b[link.b - 1].hash)
            continue;
          while (i + link.length < n_a && link.b + link.length < n_b
                 && a[i + link.length].hash == b[link.b + link.length].hash)
            link.length++;
          link.a_end = i + link.length;
          link.b_end = link.b + link.length;
          g_array_append_val (links, link);
        }
    }
  return links;
}

/* For each link the best chain that ends in it. Links are in order of @a; one further back than the gap allows cannot
 * be reached, however long it is, so the work stays near the diagonal. */
static void
chain_links (GArray *links, guint longest)
{
  for (guint i = 0; i < links->len; i++)
    {
      Link *link = &g_array_index (links, Link, i);

      link->score = link->length;
      link->previous = -1;
      for (guint k = i; k-- > 0;)
        {
          const Link *before = &g_array_index (links, Link, k);
          guint gap_a, gap_b;
          double score;

          if (before->a + longest + MAX_GAP < link->a)
            break;
          if (before->a_end > link->a || before->b_end > link->b)
            continue;
          gap_a = link->a - before->a_end;
          gap_b = link->b - before->b_end;
          if (MAX (gap_a, gap_b) > MIN (MAX_GAP, MIN (before->length, link->length) + MAX_SKIP))
            continue;
          score = before->score + link->length - GAP_COST * MAX (gap_a, gap_b);
          if (score > link->score)
            {
              link->score = score;
              link->previous = k;
            }
        }
    }
}

static guint
count_equal (const Word *a, guint n_a, const Word *b, guint n_b, guint i, guint j)
{
  guint n = 0;

  while (i + n < n_a && j + n < n_b && a[i + n].hash == b[j + n].hash)
    n++;
  return n;
}

/* One passage in words: [a, a_end) and [b, b_end), @common of them equal. */
typedef struct
{
  guint a;
  guint a_end;
  guint b;
  guint b_end;
  guint common;
  guint long_words;
  guint own;
} Passage;

static void
count_words (Passage *passage, const Word *a, const Word *b, guint i, guint j, guint n)
{
  passage->common += n;
  for (guint k = 0; k < n; k++)
    {
      passage->long_words += a[i + k].is_long;
      passage->own += !a[i + k].is_quoted && !b[j + k].is_quoted;
    }
}

/* Goes on over a small edit: a word or two changed, put in or left out, if equal words follow. */
static gboolean
extend_right (Passage *passage, const Word *a, guint n_a, const Word *b, guint n_b)
{
  for (guint skip = 1; skip <= 2 * MAX_SKIP; skip++)
    for (guint skip_a = 0; skip_a <= MIN (skip, MAX_SKIP); skip_a++)
      {
        guint skip_b = skip - skip_a, i = passage->a_end + skip_a, j = passage->b_end + skip_b, n;

        if (skip_b > MAX_SKIP || i >= n_a || j >= n_b)
          continue;
        n = count_equal (a, n_a, b, n_b, i, j);
        if (n >= 2 || (n == 1 && a[i].is_long && skip <= 2))
          {
            count_words (passage, a, b, i, j, n);
            passage->a_end = i + n;
            passage->b_end = j + n;
            return TRUE;
          }
      }
  return FALSE;
}

static gboolean
extend_left (Passage *passage, const Word *a, const Word *b)
{
  for (guint skip = 1; skip <= 2 * MAX_SKIP; skip++)
    for (guint skip_a = 0; skip_a <= MIN (skip, MAX_SKIP); skip_a++)
      {
        guint skip_b = skip - skip_a, i, j, n = 0;

        if (skip_b > MAX_SKIP || passage->a <= skip_a || passage->b <= skip_b)
          continue;
        i = passage->a - skip_a;
        j = passage->b - skip_b;
        while (n < i && n < j && a[i - 1 - n].hash == b[j - 1 - n].hash)
          n++;
        if (n >= 2 || (n == 1 && a[i - 1].is_long && skip <= 2))
          {
            count_words (passage, a, b, i - n, j - n, n);
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
  return (passage->common >= MIN_WORDS && passage->long_words >= MIN_LONG_WORDS)
         || (passage->common >= MIN_FEW_WORDS && passage->long_words >= MIN_FEW_LONG_WORDS);
}

static gboolean
is_covered (const guint8 *covered, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += covered[i];
  return 2 * n > to - from;
}

static int
compare_by_score (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const GArray *links = user_data;
  const Link *a = &g_array_index (links, Link, *(const guint *) x);
  const Link *b = &g_array_index (links, Link, *(const guint *) y);

  if (a->score != b->score)
    return a->score > b->score ? -1 : 1;
  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;
  return (a->b > b->b) - (a->b < b->b);
}

static int
compare_passages (gconstpointer x, gconstpointer y)
{
  const RcpSharedPassage *a = x, *b = y;

  if (a->a.start != b->a.start)
    return a->a.start < b->a.start ? -1 : 1;
  return (a->b.start > b->b.start) - (a->b.start < b->b.start);
}

static RcpRange
range_of (const RcpSegmentedText *text, const Word *words, guint from, guint to)
{
  return (RcpRange){ text->tokens[words[from].token].start, text->tokens[words[to - 1].token].end };
}

/* Follows a chain from its last link, as long as its links are free, and lengthens it at both ends. */
static Passage
collect (GArray *links, guint last, const Word *a, guint n_a, const Word *b, guint n_b)
{
  Link *link = &g_array_index (links, Link, last);
  Passage passage = { link->a, link->a_end, link->b, link->b_end };

  for (;;)
    {
      link->used = TRUE;
      count_words (&passage, a, b, link->a, link->b, link->length);
      passage.a = link->a;
      passage.b = link->b;
      if (link->previous < 0 || g_array_index (links, Link, link->previous).used)
        break;
      link = &g_array_index (links, Link, link->previous);
    }
  while (extend_right (&passage, a, n_a, b, n_b))
    ;
  while (extend_left (&passage, a, b))
    ;
  return passage;
}

/**
 * rcp_shared_passages_compare:
 * @a: a text
 * @b: another
 *
 * Finds the passages that two texts have in common: eight words or more of which two are long, or six of which three are long and no names, in the same order,
 * with small edits and insertions between them. A passage that was moved is found where it stands now. Each stretch of
 * either text belongs to one passage at most. What is set aside is left out.
 *
 * Returns: (transfer full) (element-type RcpSharedPassage): the passages in the order of @a. Any thread.
 */
GArray *
rcp_shared_passages_compare (const RcpSegmentedText *a, const RcpSegmentedText *b)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RcpSharedPassage));
  g_autoptr (GArray) words_a = read_words (a, TRUE);
  g_autoptr (GArray) words_b = read_words (b, TRUE);
  const Word *wa = (const Word *) words_a->data, *wb = (const Word *) words_b->data;
  g_autoptr (GArray) links = find_links (wa, words_a->len, wb, words_b->len);
  g_autofree guint *order = g_new (guint, links->len + 1);
  g_autofree guint8 *covered_a = g_new0 (guint8, words_a->len + 1);
  g_autofree guint8 *covered_b = g_new0 (guint8, words_b->len + 1);
  guint longest = 0;

  for (guint i = 0; i < links->len; i++)
    {
      longest = MAX (longest, g_array_index (links, Link, i).length);
      order[i] = i;
    }
  chain_links (links, longest);
  g_qsort_with_data (order, links->len, sizeof (guint), compare_by_score, links);
  for (guint i = 0; i < links->len; i++)
    {
      Passage passage;
      RcpSharedPassage shared;

      if (g_array_index (links, Link, order[i]).used)
        continue;
      passage = collect (links, order[i], wa, words_a->len, wb, words_b->len);
      if (!is_wording (&passage) || is_covered (covered_a, passage.a, passage.a_end)
          || is_covered (covered_b, passage.b, passage.b_end))
        continue;
      memset (covered_a + passage.a, 1, passage.a_end - passage.a);
      memset (covered_b + passage.b, 1, passage.b_end - passage.b);
      shared.a = range_of (a, wa, passage.a, passage.a_end);
      shared.b = range_of (b, wb, passage.b, passage.b_end);
      shared.n_words = passage.common;
      shared.n_own_words = passage.own;
      shared.quoted = passage.own == 0;
      g_array_append_val (found, shared);
    }
  g_array_sort (found, compare_passages);
  return found;
}
