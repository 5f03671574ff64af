#include "config.h"

#include "rcp-independence.h"

#include <math.h>
#include <stdlib.h>

#include "rcp-event-affinity.h"

/* Who tells in their own words. Accounts that have the same wording are one voice, directly or through others that lie
 * between them; which of them was first is not known, only which appeared first. */

/* How much of both sentences a passage has to cover that goes on beyond them. */
#define MIN_COVERED 0.8

/* An account under its article, or under its outlet. */
typedef struct
{
  gint64 key;
  guint account;
} Place;

/* Words in their own wording that two accounts share. */
typedef struct
{
  guint a;
  guint b;
  double words;
} Likeness;

static int
compare_places (gconstpointer x, gconstpointer y)
{
  const Place *a = x, *b = y;

  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return (a->account > b->account) - (a->account < b->account);
}

static int
compare_likenesses (gconstpointer x, gconstpointer y)
{
  const Likeness *a = x, *b = y;

  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;
  if (a->b != b->b)
    return a->b < b->b ? -1 : 1;
  return (a->words > b->words) - (a->words < b->words);
}

static int
compare_terms (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  for (guint i = 0; i < MIN (a->terms->len, b->terms->len); i++)
    {
      guint32 x = g_array_index (a->terms, guint32, i), y = g_array_index (b->terms, guint32, i);

      if (x != y)
        return x < y ? -1 : 1;
    }
  return (a->terms->len > b->terms->len) - (a->terms->len < b->terms->len);
}

/* What an article has in the event. */
typedef struct
{
  guint n;     /* accounts */
  guint start; /* where the first of them stands */
} Share;

static Share *
list_shares (const RcpCheckAccount *accounts, guint n)
{
  g_autofree Place *places = g_new (Place, n + 1);
  Share *shares = g_new (Share, n + 1);

  for (guint i = 0; i < n; i++)
    places[i] = (Place){ accounts[i].article, i };
  qsort (places, n, sizeof *places, compare_places);
  for (guint from = 0, to; from < n; from = to)
    {
      Share share = { 0, G_MAXUINT };

      for (to = from; to < n && places[to].key == places[from].key; to++)
        share.start = MIN (share.start, accounts[places[to].account].account->range.start);
      share.n = to - from;
      for (guint i = from; i < to; i++)
        shares[places[i].account] = share;
    }
  return shares;
}

/* The order of two days of publication: by the last that each may be, so that one that is only guessed at comes after one that
 * is known and within the guess. */
static int
compare_published (const RcpEdtf *a, const RcpEdtf *b)
{
  gint32 x = a ? rcp_join_span_new (a).last : RCP_DAY_OPEN_END, y = b ? rcp_join_span_new (b).last : RCP_DAY_OPEN_END;

  if (x != y)
    return x < y ? -1 : 1;
  return a && b ? rcp_edtf_compare (b, a) : rcp_edtf_compare (a, b);
}

/* Who appeared first: by the day of publication, an unknown one last; on one day the article that tells more, then by what is
 * said and where it stands, so that it does not depend on who was read first. */
static gboolean
is_earlier (const RcpCheckAccount *accounts, const Share *shares, guint i, guint k)
{
  const RcpCheckAccount *a = &accounts[i], *b = &accounts[k];
  int order = compare_published (a->published, b->published);

  if (order == 0)
    order = (shares[i].n < shares[k].n) - (shares[i].n > shares[k].n);
  if (order == 0)
    order = (shares[i].start > shares[k].start) - (shares[i].start < shares[k].start);
  if (order == 0)
    order = (a->account->range.start > b->account->range.start) - (a->account->range.start < b->account->range.start);
  if (order == 0)
    order = (a->account->range.end > b->account->range.end) - (a->account->range.end < b->account->range.end);
  if (order == 0)
    order = compare_terms (a->account, b->account);
  if (order == 0)
    order = (a->account->words > b->account->words) - (a->account->words < b->account->words);
  return order != 0 ? order < 0 : a->article < b->article;
}

static guint
find_first (const Place *places, guint n, gint64 key)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (places[middle].key < key)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static double
get_part (RcpRange of, RcpRange within)
{
  guint length = rcp_range_length (of);

  return length > 0 ? (double) rcp_range_common (of, within) / length : 0;
}

/* What one passage says of the accounts at its two ends; it may go on beyond their sentences. */
static void
add_likenesses (GArray *likenesses, const RcpCheckAccount *accounts, const Place *places, guint n,
                const RcpSharedWording *shared)
{
  const RcpSharedPassage *passage = &shared->passage;

  if (passage->n_own_words == 0 || shared->article_a == shared->article_b)
    return;
  for (guint i = find_first (places, n, shared->article_a); i < n && places[i].key == shared->article_a; i++)
    {
      guint a = places[i].account;
      double part_a = get_part (passage->a, accounts[a].account->range);

      if (part_a <= 0)
        continue;
      for (guint k = find_first (places, n, shared->article_b); k < n && places[k].key == shared->article_b; k++)
        {
          guint b = places[k].account;
          double part = MIN (part_a, get_part (passage->b, accounts[b].account->range));
          double covered = MIN (get_part (accounts[a].account->range, passage->a),
                                get_part (accounts[b].account->range, passage->b));
          Likeness likeness = { MIN (a, b), MAX (a, b), part * passage->n_own_words };

          /* A short sentence, or a quotation, that was copied with what stands around it. */
          if (covered >= MIN_COVERED && passage->n_own_words >= RCP_SHARED_PASSAGE_MIN_WORDS)
            likeness.words = MAX (likeness.words, RCP_SHARED_PASSAGE_MIN_WORDS);
          if (part > 0)
            g_array_append_val (likenesses, likeness);
        }
    }
}

static guint
find_root (guint *parents, guint i)
{
  while (parents[i] != i)
    {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
  return i;
}

static void
join (guint *parents, guint i, guint j)
{
  parents[find_root (parents, i)] = find_root (parents, j);
}

/* Puts together the accounts of one wording. */
static void
join_alike (guint *parents, const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared,
            guint n_shared)
{
  g_autoptr (GArray) likenesses = g_array_new (FALSE, FALSE, sizeof (Likeness));
  g_autofree Place *places = g_new (Place, n_accounts + 1);

  for (guint i = 0; i < n_accounts; i++)
    places[i] = (Place){ accounts[i].article, i };
  qsort (places, n_accounts, sizeof *places, compare_places);
  for (guint i = 0; i < n_shared; i++)
    add_likenesses (likenesses, accounts, places, n_accounts, &shared[i]);
  g_array_sort (likenesses, compare_likenesses);
  for (guint i = 0, end; i < likenesses->len; i = end)
    {
      const Likeness *first = &g_array_index (likenesses, Likeness, i);
      double words = 0;

      for (end = i; end < likenesses->len; end++)
        {
          const Likeness *one = &g_array_index (likenesses, Likeness, end);

          if (one->a != first->a || one->b != first->b)
            break;
          words += one->words;
        }
      if (round (words) >= RCP_SHARED_PASSAGE_MIN_WORDS)
        join (parents, first->a, first->b);
    }
}

/**
 * rcp_independence_find_copies:
 * @accounts: (array length=n_accounts): the accounts of one event
 * @shared: (array length=n_shared): passages that their articles share
 * @copy_of: (out caller-allocates) (array length=n_accounts): for each account the index of the one that stands for its
 *   wording: of those of another outlet the one that appeared first, if before it; -1 for an account in its own words
 *
 * Two accounts have the same wording if their sentences have at least %RCP_SHARED_PASSAGE_MIN_WORDS words in common outside
 * quotation marks, if both lie within a passage that has, or if each has that of a third. That two sentences are alike says
 * nothing of who wrote them first: the earliest published only stands for the others. Any thread.
 */
void
rcp_independence_find_copies (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared,
                              guint n_shared, int *copy_of)
{
  g_autofree guint *parents = g_new (guint, n_accounts + 1);
  g_autofree int *first = g_new (int, n_accounts + 1);
  g_autofree int *second = g_new (int, n_accounts + 1);
  g_autofree Share *shares = list_shares (accounts, n_accounts);

  for (guint i = 0; i < n_accounts; i++)
    {
      parents[i] = i;
      first[i] = second[i] = -1;
    }
  join_alike (parents, accounts, n_accounts, shared, n_shared);
  /* Of each wording the account that appeared first, and the first one of another outlet than that. */
  for (guint i = 0; i < n_accounts; i++)
    {
      guint root = find_root (parents, i);

      if (first[root] < 0 || is_earlier (accounts, shares, i, first[root]))
        first[root] = i;
    }
  for (guint i = 0; i < n_accounts; i++)
    {
      guint root = find_root (parents, i);

      if (accounts[i].outlet != accounts[first[root]].outlet
          && (second[root] < 0 || is_earlier (accounts, shares, i, second[root])))
        second[root] = i;
    }
  for (guint i = 0; i < n_accounts; i++)
    {
      guint root = find_root (parents, i);
      int origin = accounts[i].outlet != accounts[first[root]].outlet ? first[root] : second[root];

      copy_of[i] = origin >= 0 && is_earlier (accounts, shares, origin, i) ? origin : -1;
    }
}

/**
 * rcp_independence_count:
 * @copy_of: (array length=n_accounts): from rcp_independence_find_copies()
 *
 * Returns: how many outlets tell the event in their own words: outlets of which one has the wording of another count once,
 *   and an outlet with several accounts counts once. Any thread.
 */
guint
rcp_independence_count (const RcpCheckAccount *accounts, guint n_accounts, const int *copy_of)
{
  g_autofree guint *parents = g_new (guint, n_accounts + 1);
  g_autofree Place *places = g_new (Place, n_accounts + 1);
  guint n = 0;

  for (guint i = 0; i < n_accounts; i++)
    {
      parents[i] = i;
      places[i] = (Place){ accounts[i].outlet, i };
    }
  qsort (places, n_accounts, sizeof *places, compare_places);
  for (guint i = 1; i < n_accounts; i++)
    if (places[i].key == places[i - 1].key)
      join (parents, places[i].account, places[i - 1].account);
  for (guint i = 0; i < n_accounts; i++)
    if (copy_of[i] >= 0)
      join (parents, i, (guint) copy_of[i]);
  for (guint i = 0; i < n_accounts; i++)
    n += parents[i] == i;
  return n;
}
