#include "config.h"

#include "rcp-event-joiner.h"

/* Accounts are joined in three steps. Blocking: accounts meet only in buckets of near days with an actor or an action
 * in common, so that the pairs looked at grow with the news of a week, not with the library. Linking: a pair is weighed by
 * rcp_event_joiner_affinity(), which knows nothing but the two. Merging: best pair first, never two accounts whose dates
 * exclude each other, and only where the two groups agree on the whole, so that a chain of half-alike accounts does not
 * become one event. Nothing depends on the order in which the accounts are given. */

/* How much an agreement is worth. The sum of a date to the day, the same action and the same actors passes the threshold;
 * any two of them need words in common. Set on the five articles of the founding corpus and on a story of our own. */
#define WEIGHT_DAY 0.50
#define WEIGHT_DAYS 0.42
#define WEIGHT_MONTH 0.36
#define WEIGHT_QUARTER 0.22
#define WEIGHT_YEAR 0.10
#define WEIGHT_ACTION 0.30
#define WEIGHT_FAMILY 0.08
#define WEIGHT_ACTORS 0.45
#define WEIGHT_TERMS 1.40
#define WEIGHT_NEIGHBOUR 0.20
#define PENALTY_STRANGERS 0.30
#define PENALTY_FAMILIES 0.20
#define PENALTY_PLAN 0.10

/* Two accounts one of which has no date: what they must have in common at least; less for the title or the lead of the
 * same article, which seldom names a day. */
#define UNDATED_MIN_TERMS 0.34
#define UNDATED_MIN_TERMS_LEAD 0.15
#define UNDATED_MIN_ACTORS 0.6
#define UNDATED_MIN_ACTORS_LEAD 0.5

/* Two groups merge when their pairs agree that well in the mean. */
#define MEAN_THRESHOLD 0.62
#define MEAN_SAMPLE 8

/* A bucket with more members is split by words, and what is then still larger is compared in a sliding window: 1,000
 * accounts of one event cost 64,000 comparisons, not half a million. */
#define BUCKET_LIMIT 384
#define WINDOW 64

/* An interval of that many days or fewer is filed by week, a longer one by quarter, the longest by word alone. */
#define FINE_DAYS 12
#define COARSE_DAYS 130

typedef struct
{
  gint32 first;
  gint32 last;
} Span;

/* An account filed in a bucket; @meets_all unless it is there only for those that are in no bucket of a shorter time. */
typedef struct
{
  guint64 key;
  guint account;
  gboolean meets_all;
} Entry;

typedef struct
{
  double affinity;
  guint a;
  guint b;
} Edge;

typedef struct
{
  const RcpJoinAccount *accounts;
  GArray *edges;
} Linker;

/* "~" says about then: half as much again on either side, and at least two days, at most a month. */
static Span
widened (const RcpEdtf *date)
{
  Span span = { rcp_edtf_get_first_day (date), rcp_edtf_get_last_day (date) };

  if (rcp_edtf_get_flags (date) & RCP_EDTF_APPROXIMATE)
    {
      gint32 days = rcp_edtf_count_days (date);
      gint32 margin = CLAMP (days / 2, 2, 31);

      if (span.first != RCP_DAY_OPEN_START)
        span.first -= margin;
      if (span.last != RCP_DAY_OPEN_END)
        span.last += margin;
    }
  return span;
}

static double
weigh_dates (const RcpEdtf *a, const RcpEdtf *b)
{
  gint32 days = MAX (rcp_edtf_count_days (a), rcp_edtf_count_days (b));

  if (days <= 1)
    return WEIGHT_DAY;
  if (days <= FINE_DAYS)
    return WEIGHT_DAYS;
  if (days <= 31)
    return WEIGHT_MONTH;
  if (days <= 92)
    return WEIGHT_QUARTER;
  return days <= 366 ? WEIGHT_YEAR : 0;
}

static guint
count_common_actors (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->n_actors && j < b->n_actors;)
    {
      if (a->actors[i] == b->actors[j])
        n++, i++, j++;
      else if (a->actors[i] < b->actors[j])
        i++;
      else
        j++;
    }
  return n;
}

static guint
count_common_terms (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < a->n_terms && j < b->n_terms;)
    {
      if (a->terms[i] == b->terms[j])
        n++, i++, j++;
      else if (a->terms[i] < b->terms[j])
        i++;
      else
        j++;
    }
  return n;
}

static gboolean
is_compatible (const RcpEdtf *a, const RcpEdtf *b)
{
  Span x = widened (a), y = widened (b);

  return x.first <= y.last && y.first <= x.last;
}

/* Long sentences share words by chance, short ones few words at all: the share of the shorter list, damped for lists
 * of under four words. */
static double
share_of_terms (guint common, guint n_a, guint n_b)
{
  guint least = MIN (n_a, n_b), most = MAX (n_a, n_b);

  if (common == 0)
    return 0;
  return common / (0.5 * MAX (least, 4) + 0.5 * MAX (most, 4));
}

/**
 * rcp_event_joiner_affinity:
 *
 * How much speaks for two accounts telling of one happening, from their dates, actions, actors and words. Depends on
 * nothing but the two, and not on their order. Accounts whose dates have no day in common, margins of "about" included,
 * and accounts of one sentence, which was cut because it tells of two things, have none.
 *
 * Returns: 0 for none; %RCP_EVENT_JOINER_THRESHOLD and more for one event. Any thread.
 */
double
rcp_event_joiner_affinity (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  guint common_actors = count_common_actors (a, b), common_terms = count_common_terms (a, b);
  guint n_actors = MIN (a->n_actors, b->n_actors);
  double actors = n_actors ? (double) common_actors / n_actors : 0;
  double terms = share_of_terms (common_terms, a->n_terms, b->n_terms);
  gboolean same_article = a->article == b->article;
  guint distance = MAX (a->position, b->position) - MIN (a->position, b->position);
  gboolean is_lead = same_article && (a->is_lead || b->is_lead);
  double least_terms = is_lead ? UNDATED_MIN_TERMS_LEAD : UNDATED_MIN_TERMS;
  double least_actors = is_lead ? UNDATED_MIN_ACTORS_LEAD : UNDATED_MIN_ACTORS;
  double sum;

  if (a->when && b->when && !is_compatible (a->when, b->when))
    return 0;
  if (same_article && distance == 0)
    return 0;

  sum = WEIGHT_ACTORS * actors + WEIGHT_TERMS * terms;
  if (a->action == b->action)
    sum += a->action == RCP_ACTION_OTHER ? WEIGHT_FAMILY : WEIGHT_ACTION;
  else if (rcp_action_get_family (a->action) == rcp_action_get_family (b->action))
    sum += WEIGHT_FAMILY;
  else
    sum -= PENALTY_FAMILIES;
  if (n_actors && !common_actors)
    sum -= PENALTY_STRANGERS;
  if ((a->status == RCP_STATUS_PLANNED) != (b->status == RCP_STATUS_PLANNED))
    sum -= PENALTY_PLAN;

  if (a->when && b->when)
    {
      sum += weigh_dates (a->when, b->when);
      if (same_article && distance <= 2 && rcp_edtf_equal (a->when, b->when))
        sum += WEIGHT_NEIGHBOUR;
    }
  else if (a->action != b->action || actors < least_actors || terms < least_terms)
    return 0;
  else
    sum += WEIGHT_QUARTER;
  return MAX (sum, 0);
}

static guint64
mix (guint64 kind, guint64 x, guint64 y)
{
  guint64 h = kind * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  h = (h ^ x) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  h ^= h >> 29;
  h = (h ^ y) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return h ^ (h >> 32);
}

static void
file_under (GArray *entries, guint64 key, guint account, gboolean meets_all)
{
  Entry entry = { key, account, meets_all };

  g_array_append_val (entries, entry);
}

/* Files one account under a stretch of time with each of its actors and with its action. */
static void
file_by_partners (GArray *entries, const RcpJoinAccount *account, guint index, guint64 kind, guint64 bucket,
                  gboolean meets_all)
{
  for (guint i = 0; i < account->n_actors; i++)
    file_under (entries, mix (kind, bucket, mix (1, account->actors[i], 0)), index, meets_all);
  file_under (entries, mix (kind, bucket, mix (2, account->action, 0)), index, meets_all);
}

enum
{
  KIND_WEEK = 1,
  KIND_QUARTER,
  KIND_ANY_TIME,
  KIND_ARTICLE,
  KIND_TERM,
};

static void
file_account (GArray *entries, const RcpJoinAccount *account, guint index)
{
  Span span = { 0, 0 };
  gboolean bounded = FALSE;
  gint64 days = G_MAXINT32;

  if (account->when)
    {
      span = widened (account->when);
      bounded = rcp_edtf_is_bounded (account->when);
      days = bounded ? (gint64) span.last - span.first + 1 : G_MAXINT32;
    }
  if (days <= FINE_DAYS + 4)
    for (gint32 week = span.first / 7; week <= span.last / 7; week++)
      file_by_partners (entries, account, index, KIND_WEEK, (guint64) week, TRUE);
  if (days <= COARSE_DAYS)
    for (gint32 quarter = span.first / 91; quarter <= span.last / 91; quarter++)
      file_by_partners (entries, account, index, KIND_QUARTER, (guint64) quarter, days > FINE_DAYS + 4);
  /* Long and open intervals and accounts without a date meet all others, but only over an actor and the same action. */
  for (guint i = 0; i < account->n_actors; i++)
    file_under (entries, mix (KIND_ANY_TIME, account->actors[i], account->action), index, days > COARSE_DAYS);
  file_under (entries, mix (KIND_ARTICLE, (guint64) account->article, 0), index, TRUE);
}

static void
link_pair (Linker *linker, guint a, guint b)
{
  Edge edge = { 0, MIN (a, b), MAX (a, b) };

  if (a == b)
    return;
  edge.affinity = rcp_event_joiner_affinity (&linker->accounts[a], &linker->accounts[b]);
  if (edge.affinity >= RCP_EVENT_JOINER_THRESHOLD)
    g_array_append_val (linker->edges, edge);
}

static int
compare_entries (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const Entry *a = x, *b = y;
  const Linker *linker = user_data;
  gint64 id_a = linker->accounts[a->account].id, id_b = linker->accounts[b->account].id;

  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;
  return (id_a > id_b) - (id_a < id_b);
}

static void
link_window (Linker *linker, const Entry *entries, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && j <= i + WINDOW; j++)
      if (entries[i].meets_all || entries[j].meets_all)
        link_pair (linker, entries[i].account, entries[j].account);
}

static void
link_large_bucket (Linker *linker, const Entry *entries, guint n)
{
  g_autoptr (GArray) split = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < n; i++)
    {
      const RcpJoinAccount *account = &linker->accounts[entries[i].account];

      for (guint k = 0; k < account->n_terms; k++)
        file_under (split, mix (KIND_TERM, account->terms[k], account->action), entries[i].account, entries[i].meets_all);
    }
  g_array_sort_with_data (split, compare_entries, linker);
  for (guint from = 0, to; from < split->len; from = to)
    {
      const Entry *first = &g_array_index (split, Entry, from);

      for (to = from + 1; to < split->len && g_array_index (split, Entry, to).key == first->key; to++)
        ;
      link_window (linker, first, to - from);
    }
}

/* Two entries neither of which meets all have met in the bucket of a shorter time. */
static void
link_bucket (Linker *linker, const Entry *entries, guint n)
{
  if (n > BUCKET_LIMIT)
    {
      link_large_bucket (linker, entries, n);
      return;
    }
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (entries[i].meets_all || entries[j].meets_all)
        link_pair (linker, entries[i].account, entries[j].account);
}

static int
compare_edges (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const Edge *a = x, *b = y;
  const RcpJoinAccount *accounts = user_data;
  gint64 low_a = MIN (accounts[a->a].id, accounts[a->b].id), low_b = MIN (accounts[b->a].id, accounts[b->b].id);
  gint64 high_a = MAX (accounts[a->a].id, accounts[a->b].id), high_b = MAX (accounts[b->a].id, accounts[b->b].id);

  if (a->affinity != b->affinity)
    return a->affinity > b->affinity ? -1 : 1;
  if (low_a != low_b)
    return low_a < low_b ? -1 : 1;
  return (high_a > high_b) - (high_a < high_b);
}

static GArray *
link_all (const RcpJoinAccount *accounts, guint n_accounts)
{
  Linker linker = { accounts, g_array_new (FALSE, FALSE, sizeof (Edge)) };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < n_accounts; i++)
    file_account (entries, &accounts[i], i);
  g_array_sort_with_data (entries, compare_entries, &linker);
  for (guint from = 0, to; from < entries->len; from = to)
    {
      Entry *first = &g_array_index (entries, Entry, from);

      for (to = from + 1; to < entries->len && g_array_index (entries, Entry, to).key == first->key; to++)
        ;
      link_bucket (&linker, first, to - from);
    }
  g_array_sort_with_data (linker.edges, compare_edges, (gpointer) accounts);
  return linker.edges;
}

/* A group of accounts while it grows; @days is what all its dates have in common, which by Helly's theorem for
 * intervals is not empty exactly when every two of them have a day in common. */
typedef struct
{
  GArray *members; /* of guint, by id */
  Span days;
} Group;

static gint64
id_of (const RcpJoinAccount *accounts, const GArray *members, guint i)
{
  return accounts[g_array_index (members, guint, i)].id;
}

static double
mean_affinity (const RcpJoinAccount *accounts, const Group *a, const Group *b)
{
  guint n_a = MIN (a->members->len, MEAN_SAMPLE), n_b = MIN (b->members->len, MEAN_SAMPLE);
  double sum = 0;

  for (guint i = 0; i < n_a; i++)
    for (guint j = 0; j < n_b; j++)
      {
        /* Spread over the group, the first and the last among them. */
        guint x = n_a > 1 ? i * (a->members->len - 1) / (n_a - 1) : 0;
        guint y = n_b > 1 ? j * (b->members->len - 1) / (n_b - 1) : 0;

        sum += rcp_event_joiner_affinity (&accounts[g_array_index (a->members, guint, x)],
                                          &accounts[g_array_index (b->members, guint, y)]);
      }
  return sum / (n_a * n_b);
}

static void
merge_groups (const RcpJoinAccount *accounts, Group *into, Group *from)
{
  GArray *members = g_array_sized_new (FALSE, FALSE, sizeof (guint), into->members->len + from->members->len);

  for (guint i = 0, j = 0; i < into->members->len || j < from->members->len;)
    {
      gboolean first = j >= from->members->len
                       || (i < into->members->len
                           && id_of (accounts, into->members, i) < id_of (accounts, from->members, j));

      if (first)
        g_array_append_val (members, g_array_index (into->members, guint, i++));
      else
        g_array_append_val (members, g_array_index (from->members, guint, j++));
    }
  g_array_unref (into->members);
  into->members = members;
  into->days.first = MAX (into->days.first, from->days.first);
  into->days.last = MIN (into->days.last, from->days.last);
  g_clear_pointer (&from->members, g_array_unref);
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

/**
 * rcp_event_joiner_join:
 * @accounts: (array length=n_accounts): in any order, with ids that differ
 * @groups: (out caller-allocates) (array length=n_accounts): for each account the number of its event, from 0
 *
 * Groups accounts into events. Two accounts whose dates are incompatible are never in one group, and the groups do not
 * depend on the order of @accounts (their numbers follow it). The cost grows with the accounts that are near each other in
 * time and share an actor or an action. Any thread.
 */
void
rcp_event_joiner_join (const RcpJoinAccount *accounts, guint n_accounts, guint *groups)
{
  g_autoptr (GArray) edges = link_all (accounts, n_accounts);
  g_autofree Group *all = g_new0 (Group, n_accounts);
  g_autofree guint *parents = g_new (guint, n_accounts);
  g_autofree guint *numbers = g_new (guint, n_accounts);
  guint n_groups = 0;

  for (guint i = 0; i < n_accounts; i++)
    {
      parents[i] = i;
      all[i].members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (all[i].members, i);
      if (accounts[i].when)
        all[i].days = widened (accounts[i].when);
      else
        all[i].days = (Span){ RCP_DAY_OPEN_START, RCP_DAY_OPEN_END };
    }
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      guint a = find_root (parents, edge->a), b = find_root (parents, edge->b);

      if (a == b || MAX (all[a].days.first, all[b].days.first) > MIN (all[a].days.last, all[b].days.last)
          || mean_affinity (accounts, &all[a], &all[b]) < MEAN_THRESHOLD)
        continue;
      merge_groups (accounts, &all[a], &all[b]);
      parents[b] = a;
    }
  for (guint i = 0; i < n_accounts; i++)
    numbers[i] = G_MAXUINT;
  for (guint i = 0; i < n_accounts; i++)
    {
      guint root = find_root (parents, i);

      if (numbers[root] == G_MAXUINT)
        numbers[root] = n_groups++;
      groups[i] = numbers[root];
    }
  for (guint i = 0; i < n_accounts; i++)
    g_clear_pointer (&all[i].members, g_array_unref);
}
