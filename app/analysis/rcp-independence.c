#include "config.h"

#include "rcp-independence.h"

#include <math.h>

/* Who was first: by the day of publication, an unknown one last, then by article and by place in it. */
static gboolean
is_earlier (const RcpCheckAccount *a, const RcpCheckAccount *b)
{
  int order = rcp_edtf_compare (a->published, b->published);

  if (order != 0)
    return order < 0;
  if (a->article != b->article)
    return a->article < b->article;
  return a->account->range.start < b->account->range.start;
}

/* The words in own wording of a passage that lie in both sentences; a passage may go on beyond them. */
static double
count_own_words (const RcpSharedWording *shared, const RcpCheckAccount *a, const RcpCheckAccount *b)
{
  RcpRange in_a, in_b;
  double part_a, part_b;

  if (shared->article_a == a->article && shared->article_b == b->article)
    {
      in_a = shared->passage.a;
      in_b = shared->passage.b;
    }
  else if (shared->article_a == b->article && shared->article_b == a->article)
    {
      in_a = shared->passage.b;
      in_b = shared->passage.a;
    }
  else
    return 0;
  if (rcp_range_length (in_a) == 0 || rcp_range_length (in_b) == 0)
    return 0;
  part_a = (double) rcp_range_common (in_a, a->account->range) / rcp_range_length (in_a);
  part_b = (double) rcp_range_common (in_b, b->account->range) / rcp_range_length (in_b);
  return shared->passage.n_own_words * MIN (part_a, part_b);
}

static gboolean
has_same_wording (const RcpCheckAccount *a, const RcpCheckAccount *b, const RcpSharedWording *shared, guint n_shared)
{
  double words = 0;

  for (guint i = 0; i < n_shared; i++)
    words += count_own_words (&shared[i], a, b);
  return round (words) >= RCP_SHARED_PASSAGE_MIN_WORDS;
}

/**
 * rcp_independence_find_copies:
 * @accounts: (array length=n_accounts): the accounts of one event
 * @shared: (array length=n_shared): passages that their articles share
 * @copy_of: (out caller-allocates) (array length=n_accounts): for each account the index of the earliest one of another
 *   outlet whose sentence has at least %RCP_SHARED_PASSAGE_MIN_WORDS words in common with it outside quotation marks, if
 *   that one appeared before it; -1 for an account in its own words
 *
 * That two sentences are alike says nothing of who wrote them first: the earliest published only stands for the others.
 * Any thread.
 */
void
rcp_independence_find_copies (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared,
                              guint n_shared, int *copy_of)
{
  for (guint i = 0; i < n_accounts; i++)
    {
      copy_of[i] = -1;
      for (guint j = 0; j < n_accounts; j++)
        if (accounts[j].article != accounts[i].article && accounts[j].outlet != accounts[i].outlet
            && is_earlier (&accounts[j], &accounts[i])
            && (copy_of[i] < 0 || is_earlier (&accounts[j], &accounts[copy_of[i]]))
            && has_same_wording (&accounts[i], &accounts[j], shared, n_shared))
          copy_of[i] = j;
    }
}

static guint
find_root (guint *parents, guint i)
{
  while (parents[i] != i)
    i = parents[i];
  return i;
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
  guint n = 0;

  for (guint i = 0; i < n_accounts; i++)
    {
      parents[i] = i;
      for (guint j = 0; j < i; j++)
        if (accounts[j].outlet == accounts[i].outlet)
          {
            parents[i] = find_root (parents, j);
            break;
          }
    }
  for (guint i = 0; i < n_accounts; i++)
    if (copy_of[i] >= 0)
      parents[find_root (parents, i)] = find_root (parents, (guint) copy_of[i]);
  for (guint i = 0; i < n_accounts; i++)
    n += parents[i] == i;
  return n;
}
