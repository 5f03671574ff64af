#include "config.h"

#include "rcp-cross-check.h"

#include <math.h>
#include <string.h>

/** rcp_found_discrepancy_free: frees a discrepancy. */
void
rcp_found_discrepancy_free (RcpFoundDiscrepancy *self)
{
  g_array_unref (self->values);
  g_free (self);
}

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
 * rcp_cross_check_independence:
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
rcp_cross_check_independence (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared,
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
 * rcp_cross_check_count_independent:
 * @copy_of: (array length=n_accounts): from rcp_cross_check_independence()
 *
 * Returns: how many outlets tell the event in their own words: outlets of which one has the wording of another count once,
 *   and an outlet with several accounts counts once. Any thread.
 */
guint
rcp_cross_check_count_independent (const RcpCheckAccount *accounts, guint n_accounts, const int *copy_of)
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

/* One account's one number of a thing; @several where it gives more than one, which says no single value. */
typedef struct
{
  double value;
  RcpRange range;
  gboolean found;
  gboolean several;
} Count;

static Count
look_up_count (const RcpFoundAccount *account, const char *counted)
{
  Count count = { 0 };

  for (guint i = 0; i < account->numbers->len; i++)
    {
      const RcpFoundNumber *number = &g_array_index (account->numbers, RcpFoundNumber, i);
      const char *name = number->counted;

      if (name == NULL || strcmp (name[0] == '~' ? name + 1 : name, counted) != 0)
        continue;
      if (name[0] == '~' || (count.found && count.value != number->value))
        count.several = TRUE;
      count.value = number->value;
      count.range = number->range;
      count.found = TRUE;
    }
  return count;
}

/* Values of one article apart from each other are that article's own affair: the first stands for it. */
static void
check_count (const RcpCheckAccount *accounts, guint n_accounts, const char *counted, GPtrArray *found)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RcpFoundDiscrepancyValue));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean differs = FALSE;
  RcpFoundDiscrepancy *discrepancy;

  for (guint i = 0; i < n_accounts; i++)
    {
      Count count = look_up_count (accounts[i].account, counted);
      RcpFoundDiscrepancyValue value = { i, count.range };
      gboolean known = FALSE;

      if (!count.found || count.several)
        continue;
      for (guint k = 0; k < values->len; k++)
        {
          const RcpFoundDiscrepancyValue *other = &g_array_index (values, RcpFoundDiscrepancyValue, k);
          const RcpCheckAccount *there = &accounts[other->account];

          if (g_array_index (numbers, double, k) != count.value)
            differs = differs || there->article != accounts[i].article;
          else
            known = known || there->article == accounts[i].article;
        }
      if (known)
        continue;
      g_array_append_val (values, value);
      g_array_append_val (numbers, count.value);
    }
  if (!differs)
    return;
  discrepancy = g_new0 (RcpFoundDiscrepancy, 1);
  discrepancy->kind = RCP_DISCREPANCY_NUMBER;
  discrepancy->values = g_steal_pointer (&values);
  g_ptr_array_add (found, discrepancy);
}

static gboolean
is_other_day (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  return a->when && b->when && rcp_edtf_is_exact_day (a->when) && rcp_edtf_is_exact_day (b->when)
         && !rcp_edtf_overlaps (a->when, b->when);
}

/* Days that exclude each other in accounts that were joined all the same, by hand. */
static void
check_dates (const RcpCheckAccount *accounts, guint n_accounts, GPtrArray *found)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RcpFoundDiscrepancyValue));
  gboolean differs = FALSE;
  RcpFoundDiscrepancy *discrepancy;

  for (guint i = 0; i < n_accounts; i++)
    {
      RcpFoundDiscrepancyValue value = { i, accounts[i].account->range };

      if (accounts[i].account->when == NULL || !rcp_edtf_is_exact_day (accounts[i].account->when))
        continue;
      for (guint k = 0; k < values->len; k++)
        {
          guint other = g_array_index (values, RcpFoundDiscrepancyValue, k).account;

          differs = differs || is_other_day (accounts[i].account, accounts[other].account);
        }
      g_array_append_val (values, value);
    }
  if (!differs)
    return;
  discrepancy = g_new0 (RcpFoundDiscrepancy, 1);
  discrepancy->kind = RCP_DISCREPANCY_DATE;
  discrepancy->values = g_steal_pointer (&values);
  g_ptr_array_add (found, discrepancy);
}

/**
 * rcp_cross_check_discrepancies:
 * @accounts: (array length=n_accounts): the accounts of one event, in an order that follows from their content
 *
 * Finds the points on which accounts contradict each other: exact numbers of the same thing that differ, exact days that
 * differ. A vaguer value agrees with every value it may mean, and an account that gives several numbers of one thing says
 * none of them alone; a false alarm costs more trust than a miss.
 *
 * Returns: (transfer full) (element-type RcpFoundDiscrepancy): the points, dates first, then numbers in the order in which
 *   they come up. Any thread.
 */
GPtrArray *
rcp_cross_check_discrepancies (const RcpCheckAccount *accounts, guint n_accounts)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_discrepancy_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  check_dates (accounts, n_accounts, found);
  for (guint i = 0; i < n_accounts; i++)
    for (guint k = 0; k < accounts[i].account->numbers->len; k++)
      {
        const char *counted = g_array_index (accounts[i].account->numbers, RcpFoundNumber, k).counted;

        if (counted && counted[0] != '~' && g_hash_table_add (seen, (gpointer) counted))
          check_count (accounts, n_accounts, counted, found);
      }
  return found;
}

/* How good an account is to date the event by: fewer days, unqualified, dated in its own sentence, done rather than
 * planned. */
static gboolean
dates_better (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  gint32 days_a = rcp_edtf_count_days (a->when), days_b = rcp_edtf_count_days (b->when);
  gboolean vague_a = rcp_edtf_get_flags (a->when) != RCP_EDTF_EXACT;
  gboolean vague_b = rcp_edtf_get_flags (b->when) != RCP_EDTF_EXACT;
  gboolean own_a = a->date >= 0, own_b = b->date >= 0;

  if (days_a != days_b)
    return days_a < days_b;
  if (vague_a != vague_b)
    return vague_b;
  if (own_a != own_b)
    return own_a;
  if ((a->when_rule == RCP_DATE_RULE_WRITTEN) != (b->when_rule == RCP_DATE_RULE_WRITTEN))
    return a->when_rule == RCP_DATE_RULE_WRITTEN;
  return FALSE;
}

/**
 * rcp_cross_check_event_date:
 * @accounts: (array length=n_accounts): the accounts of one event, in an order that follows from their content
 * @best: (out) (optional): index of the account whose date is the most precise, which explains the event's
 *
 * Returns: (transfer full) (nullable): the days that all dated accounts allow, narrowed from the most precise one; NULL
 *   where no account has a date. Any thread.
 */
RcpEdtf *
rcp_cross_check_event_date (const RcpCheckAccount *accounts, guint n_accounts, guint *best)
{
  RcpEdtf *date = NULL;
  guint first = 0;

  for (guint i = 0; i < n_accounts; i++)
    {
      const RcpFoundAccount *account = accounts[i].account;

      if (account->when && (accounts[first].account->when == NULL || dates_better (account, accounts[first].account)))
        first = i;
    }
  if (best)
    *best = first;
  if (n_accounts == 0 || accounts[first].account->when == NULL)
    return NULL;
  date = rcp_edtf_ref (accounts[first].account->when);
  for (guint i = 0; i < n_accounts; i++)
    if (accounts[i].account->when)
      {
        RcpEdtf *narrower = rcp_edtf_intersect (date, accounts[i].account->when);

        /* Nothing in common means that only a margin of "about" held them together. */
        if (narrower == NULL)
          continue;
        rcp_edtf_unref (date);
        date = narrower;
      }
  return date;
}
