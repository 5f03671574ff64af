#include "config.h"

#include "rcp-same-wording.h"

#include <stdlib.h>

#include "rcp-account-terms.h"

/* Sentences that articles have from each other, or from a third: they tell one happening, whatever day each was read with. Of
 * each such wording one sentence takes part in joining, and the others follow it, so that what is printed ten times weighs once.
 *
 * That two sentences are the same is not enough: "The council met on Tuesday" is said every month. The articles must have
 * more in common than the sentence, and if the days differ, have appeared in the same days and be copies in good part. */

/* How much of a sentence a passage has to cover, and how well the two sentences lie at one place of it where their words
 * are not quite the same. */
#define MIN_COVERED 0.7
#define MIN_ALIGNED 0.6

/* How much of what they tell sentences have in common whose words are not quite the same. */
#define MIN_TERMS 0.7

/* Own words that articles share beside a sentence whose day they read differently: some two sentences. What stands in a
 * set form of a few lines has fewer; set lower, the notices of two weeks become one event. */
#define MIN_COPIED_WORDS 40

/* So many days at most between two copies whose readings of a day differ. A weekly notice comes after seven. */
#define NEAR_DAYS 5

/* The accounts of one sentence: a stretch of Work.places. */
typedef struct
{
  guint first;
  guint n;
  gint64 article;
  guint parent; /* the sentence that it is the same as; itself for one that is first of its wording */
  guint best;   /* of the first one: the sentence that stands for the wording */
} Sentence;

typedef struct
{
  const RcpCheckAccount *accounts;
  const RcpJoinConstraint *words;
  guint n_words;
  guint *places;        /* accounts by article and place */
  guint *sentence_of;   /* by account */
  Sentence *sentences;  /* by article and place */
  guint n_sentences;
} Work;

static const RcpFoundAccount *
found_at (const Work *work, guint place)
{
  return work->accounts[work->places[place]].account;
}

static int
compare_places (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const RcpCheckAccount *accounts = user_data;
  guint i = *(const guint *) x, j = *(const guint *) y;
  const RcpCheckAccount *a = &accounts[i], *b = &accounts[j];

  if (a->article != b->article)
    return a->article < b->article ? -1 : 1;
  if (a->account->range.start != b->account->range.start)
    return a->account->range.start < b->account->range.start ? -1 : 1;
  if (a->account->range.end != b->account->range.end)
    return a->account->range.end < b->account->range.end ? -1 : 1;
  return (i > j) - (i < j);
}

static gboolean
are_equal (RcpRange a, RcpRange b)
{
  return a.start == b.start && a.end == b.end;
}

static void
list_sentences (Work *work, guint n_accounts)
{
  for (guint i = 0; i < n_accounts; i++)
    work->places[i] = i;
  g_qsort_with_data (work->places, n_accounts, sizeof (guint), compare_places, (gpointer) work->accounts);
  for (guint i = 0; i < n_accounts; i++)
    {
      const RcpCheckAccount *account = &work->accounts[work->places[i]];
      const Sentence *last = work->n_sentences > 0 ? &work->sentences[work->n_sentences - 1] : NULL;

      if (last == NULL || last->article != account->article
          || !are_equal (found_at (work, last->first)->range, account->account->range))
        {
          work->sentences[work->n_sentences] = (Sentence){ i, 0, account->article, work->n_sentences, work->n_sentences };
          work->n_sentences++;
        }
      work->sentences[work->n_sentences - 1].n++;
      work->sentence_of[work->places[i]] = work->n_sentences - 1;
    }
}

static guint
find_root (Work *work, guint i)
{
  while (work->sentences[i].parent != i)
    {
      work->sentences[i].parent = work->sentences[work->sentences[i].parent].parent;
      i = work->sentences[i].parent;
    }
  return i;
}

static gboolean
have_common_day (const RcpEdtf *a, const RcpEdtf *b)
{
  RcpJoinSpan x, y;

  if (a == NULL || b == NULL)
    return TRUE;
  x = rcp_join_span_new (a);
  y = rcp_join_span_new (b);
  return x.first <= y.last && y.first <= x.last;
}

/* Whether two articles may have appeared within a few days. */
static gboolean
are_near (const RcpEdtf *a, const RcpEdtf *b)
{
  if (a == NULL || b == NULL)
    return TRUE;
  return (gint64) rcp_edtf_get_first_day (a) - rcp_edtf_get_last_day (b) <= NEAR_DAYS
         && (gint64) rcp_edtf_get_first_day (b) - rcp_edtf_get_last_day (a) <= NEAR_DAYS;
}

/* The account of @other that tells most nearly what the account at @place tells; how nearly in @likeness. */
static guint
find_nearest (const Work *work, guint place, const Sentence *other, double *likeness)
{
  const RcpFoundAccount *one = found_at (work, place);
  guint nearest = other->first;

  *likeness = -1;
  for (guint i = other->first; i < other->first + other->n; i++)
    {
      const RcpFoundAccount *two = found_at (work, i);
      double alike = rcp_account_terms_share ((const guint32 *) (gpointer) one->terms->data, one->terms->len,
                                              (const guint32 *) (gpointer) two->terms->data, two->terms->len);

      /* Of a sentence that tells two things each has the words of the whole. */
      alike += 2 * (one->action == two->action) + (one->status == two->status) + ((one->date < 0) == (two->date < 0))
               + 0.5 * (one->when_rule == two->when_rule) + 0.25 * (one->actors->len == two->actors->len);
      if (alike > *likeness)
        {
          *likeness = alike;
          nearest = i;
        }
    }
  return nearest;
}

static double
get_part (RcpRange of, RcpRange within)
{
  guint length = rcp_range_length (of);

  return length > 0 ? (double) rcp_range_common (of, within) / length : 0;
}

/* How well two sentences lie at one place of the passage that both are in. */
static double
get_aligned (const RcpSharedPassage *passage, RcpRange a, RcpRange b)
{
  double scale = (double) rcp_range_length (passage->b) / MAX (rcp_range_length (passage->a), 1);
  double start = ((double) a.start - passage->a.start) * scale, end = ((double) a.end - passage->a.start) * scale;
  double other_start = (double) b.start - passage->b.start, other_end = (double) b.end - passage->b.start;
  double common = MIN (end, other_end) - MAX (start, other_start), all = MAX (end, other_end) - MIN (start, other_start);

  return all > 0 ? common / all : 0;
}

/* How much of their words two accounts have in common; the kind of what is told, which the lines before may decide, aside. */
static double
share_words (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  guint n_a = 0, n_b = 0, common = 0;

  while (n_a < a->terms->len && g_array_index (a->terms, guint32, n_a) < RCP_TERM_KIND)
    n_a++;
  while (n_b < b->terms->len && g_array_index (b->terms, guint32, n_b) < RCP_TERM_KIND)
    n_b++;
  for (guint i = 0, j = 0; i < n_a && j < n_b;)
    {
      guint32 x = g_array_index (a->terms, guint32, i), y = g_array_index (b->terms, guint32, j);

      common += x == y;
      i += x <= y;
      j += y <= x;
    }
  return n_a + n_b > 0 ? (double) common / MAX (n_a, n_b) : 1;
}

static gboolean
has_other_actor (const RcpCheckAccount *a, const RcpCheckAccount *b)
{
  for (guint i = 0; a->actor_ids != NULL && b->actor_ids != NULL && i < a->account->actors->len; i++)
    {
      gboolean found = a->actor_ids[i] == 0;

      for (guint j = 0; j < b->account->actors->len && !found; j++)
        found = a->actor_ids[i] == b->actor_ids[j];
      if (!found)
        return TRUE;
    }
  return FALSE;
}

/* Whether what the two sentences tell, where their words are not quite the same, is the same down to the day, the place and who
 * takes part; one may know more of that than the other. */
static gboolean
tell_the_same (const Work *work, const Sentence *a, const Sentence *b)
{
  for (guint i = a->first; i < a->first + a->n; i++)
    {
      double likeness;
      guint nearest = find_nearest (work, i, b, &likeness);
      const RcpCheckAccount *one = &work->accounts[work->places[i]], *two = &work->accounts[work->places[nearest]];

      if (!have_common_day (one->account->when, two->account->when) || share_words (one->account, two->account) < MIN_TERMS
          || (one->account->place_key && two->account->place_key
              && !g_str_equal (one->account->place_key, two->account->place_key))
          || (has_other_actor (one, two) && has_other_actor (two, one)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
agree_on_days (const Work *work, const Sentence *a, const Sentence *b)
{
  for (guint i = a->first; i < a->first + a->n; i++)
    {
      double likeness;
      guint nearest = find_nearest (work, i, b, &likeness);

      if (!have_common_day (found_at (work, i)->when, found_at (work, nearest)->when))
        return FALSE;
    }
  return TRUE;
}

/* Whether the passage makes the two one wording, of articles that have @n_own_words in all. */
static gboolean
is_same (const Work *work, const RcpSharedPassage *passage, const Sentence *a, const Sentence *b, double n_own_words)
{
  const RcpFoundAccount *one = found_at (work, a->first), *two = found_at (work, b->first);
  double beside = n_own_words - passage->n_own_words * get_part (passage->a, one->range);

  if (get_part (one->range, passage->a) < MIN_COVERED || get_part (two->range, passage->b) < MIN_COVERED
      || beside < RCP_SHARED_PASSAGE_MIN_WORDS)
    return FALSE;
  if (one->words != two->words)
    return get_aligned (passage, one->range, two->range) >= MIN_ALIGNED
           && (a->n <= b->n ? tell_the_same (work, a, b) : tell_the_same (work, b, a));
  return agree_on_days (work, a, b)
         || (beside >= MIN_COPIED_WORDS
             && are_near (work->accounts[work->places[a->first]].published, work->accounts[work->places[b->first]].published));
}

/* Whether the user has said that an account of one wording is not the event of one of the other. */
static gboolean
are_cut (Work *work, guint a, guint b)
{
  for (guint i = 0; i < work->n_words; i++)
    {
      guint x, y;

      if (work->words[i].join)
        continue;
      x = find_root (work, work->sentence_of[work->words[i].a]);
      y = find_root (work, work->sentence_of[work->words[i].b]);
      if ((x == a && y == b) || (x == b && y == a))
        return TRUE;
    }
  return FALSE;
}

static guint
find_first (const Work *work, gint64 article)
{
  guint low = 0, high = work->n_sentences;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (work->sentences[middle].article < article)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gint64
count_days (const RcpEdtf *date)
{
  return date && rcp_edtf_is_bounded (date) ? rcp_edtf_count_days (date) : G_MAXINT64;
}

static guint
count_actors (const RcpCheckAccount *account)
{
  guint n = 0;

  for (guint i = 0; i < account->account->actors->len; i++)
    n += account->actor_ids == NULL || account->actor_ids[i] != 0;
  return n;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Which of two sentences of one wording stands for it: the one whose day is known best, of an article whose own day is, with
 * the most actors, that appeared first; then by what stands in it and how much before it, so that it does not depend on which
 * was read first. */
static int
compare_sentences (const Work *work, const Sentence *a, const Sentence *b)
{
  const RcpCheckAccount *one = &work->accounts[work->places[a->first]], *two = &work->accounts[work->places[b->first]];
  gint64 days[2] = { G_MAXINT64, G_MAXINT64 };
  guint actors[2] = { 0, 0 };
  int order;

  for (guint side = 0; side < 2; side++)
    {
      const Sentence *sentence = side ? b : a;

      for (guint i = sentence->first; i < sentence->first + sentence->n; i++)
        {
          days[side] = MIN (days[side], count_days (found_at (work, i)->when));
          actors[side] = MAX (actors[side], count_actors (&work->accounts[work->places[i]]));
        }
    }
  order = compare_numbers (days[0], days[1]);
  if (order == 0)
    order = compare_numbers (count_days (one->published), count_days (two->published));
  if (order == 0 && one->published && two->published)
    order = compare_numbers (rcp_edtf_get_flags (one->published), rcp_edtf_get_flags (two->published));
  if (order == 0)
    order = compare_numbers (actors[1], actors[0]);
  if (order == 0)
    order = rcp_edtf_compare (one->published, two->published);
  if (order == 0)
    order = compare_numbers (two->account->sentence, one->account->sentence);
  if (order == 0)
    order = compare_numbers (two->account->range.start, one->account->range.start);
  if (order == 0)
    order = compare_numbers (one->account->range.end, two->account->range.end);
  for (guint i = 0; order == 0 && i < MIN (one->account->terms->len, two->account->terms->len); i++)
    order = compare_numbers (g_array_index (one->account->terms, guint32, i), g_array_index (two->account->terms, guint32, i));
  return order != 0 ? order : compare_numbers (one->article, two->article);
}

static void
unite (Work *work, guint a, guint b)
{
  guint x = find_root (work, a), y = find_root (work, b);
  Sentence *into = &work->sentences[x], *from = &work->sentences[y];

  if (x == y || are_cut (work, x, y))
    return;
  from->parent = x;
  if (compare_sentences (work, &work->sentences[from->best], &work->sentences[into->best]) < 0)
    into->best = from->best;
}

static int
compare_shared (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const RcpSharedWording *shared = user_data;
  guint i = *(const guint *) x, j = *(const guint *) y;
  const RcpSharedWording *a = &shared[i], *b = &shared[j];
  int order = compare_numbers (MIN (a->article_a, a->article_b), MIN (b->article_a, b->article_b));

  if (order == 0)
    order = compare_numbers (MAX (a->article_a, a->article_b), MAX (b->article_a, b->article_b));
  return order != 0 ? order : (i > j) - (i < j);
}

static gboolean
are_of_one_pair (const RcpSharedWording *a, const RcpSharedWording *b)
{
  return MIN (a->article_a, a->article_b) == MIN (b->article_a, b->article_b)
         && MAX (a->article_a, a->article_b) == MAX (b->article_a, b->article_b);
}

static void
unite_by_passage (Work *work, const RcpSharedWording *shared, double n_own_words)
{
  guint n = work->n_sentences;

  for (guint i = find_first (work, shared->article_a); i < n && work->sentences[i].article == shared->article_a; i++)
    {
      if (rcp_range_common (found_at (work, work->sentences[i].first)->range, shared->passage.a) == 0)
        continue;
      for (guint k = find_first (work, shared->article_b); k < n && work->sentences[k].article == shared->article_b; k++)
        if (is_same (work, &shared->passage, &work->sentences[i], &work->sentences[k], n_own_words))
          unite (work, i, k);
    }
}

/**
 * rcp_same_wording_find:
 * @accounts: (array length=n_accounts): accounts of any events, those of one sentence in the order in which they were found
 * @shared: (array length=n_shared): passages that their articles share
 * @words: (nullable) (array length=n_words): what the user says of two accounts; those that are cut apart are not one wording
 * @leads: (out caller-allocates) (array length=n_accounts): for each account the one that stands for its wording; itself
 *   for most
 *
 * Finds the accounts whose sentence one article has from another. The sentence that stands for a wording is the one whose day is
 * the most precise, then of an article whose own day is, with the most actors, published first; each account of the
 * others follows the one of that sentence that tells most nearly the same. Nothing depends on the order in which accounts and
 * passages are given but where two articles are the same down to the place of the sentence. Any thread.
 */
void
rcp_same_wording_find (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared, guint n_shared,
                       const RcpJoinConstraint *words, guint n_words, guint *leads)
{
  g_autofree guint *places = g_new (guint, n_accounts + 1);
  g_autofree guint *sentence_of = g_new (guint, n_accounts + 1);
  g_autofree guint *order = g_new (guint, n_shared + 1);
  g_autofree Sentence *sentences = g_new (Sentence, n_accounts + 1);
  Work work = { accounts, words, n_words, places, sentence_of, sentences, 0 };

  list_sentences (&work, n_accounts);
  for (guint i = 0; i < n_shared; i++)
    order[i] = i;
  g_qsort_with_data (order, n_shared, sizeof (guint), compare_shared, (gpointer) shared);
  for (guint from = 0, to; from < n_shared; from = to)
    {
      double n_own_words = 0;

      for (to = from; to < n_shared && are_of_one_pair (&shared[order[from]], &shared[order[to]]); to++)
        n_own_words += shared[order[to]].passage.n_own_words;
      for (guint i = from; i < to && n_own_words >= RCP_SHARED_PASSAGE_MIN_WORDS; i++)
        unite_by_passage (&work, &shared[order[i]], n_own_words);
    }
  for (guint i = 0; i < n_accounts; i++)
    {
      guint own = sentence_of[places[i]], best = sentences[find_root (&work, own)].best;
      double likeness;

      leads[places[i]] = best == own ? places[i] : places[find_nearest (&work, i, &sentences[best], &likeness)];
    }
}
