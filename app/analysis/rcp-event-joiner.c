#include "config.h"

#include "rcp-event-joiner.h"

/* Accounts are joined in three steps. Blocking: accounts meet only in buckets of near days with an actor or an action
 * in common, so that the pairs looked at grow with the news of a week, not with the library. Linking: a pair is weighed by
 * rcp_event_affinity(), which knows nothing but the two. Merging: best pair first, never two accounts whose dates
 * exclude each other, and only where the two groups agree on the whole, so that a chain of half-alike accounts does not
 * become one event. Nothing depends on the order in which the accounts are given. */

/* Two groups merge when their pairs, of at most so many of each, agree that well in the mean. Between 0.63 and 0.70 nothing
 * changes in the founding corpus and a story of our own; with fewer pairs the mean hangs on which are picked. */
#define MEAN_THRESHOLD 0.66
#define MEAN_SAMPLE 24

/* A bucket in which more pairs have a day in common is split by words, and what is then still large is compared in a
 * sliding window: only there does it matter which other accounts take part. 1,000 accounts of one day are within it. */
#define BUCKET_PAIRS 500000
#define WINDOW 256

/* An interval of that many days or fewer is filed by week, a longer one by quarter, the longest by word alone. */
#define FINE_DAYS 12
#define COARSE_DAYS 130

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
  const RcpJoinSpan *spans; /* the days each may mean */
  GArray *edges;
} Linker;

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
  RcpJoinSpan span = { 0, 0 };
  gboolean bounded = FALSE;
  gint64 days = G_MAXINT32;

  if (account->when)
    {
      span = rcp_join_span_new (account->when);
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
  if (account->places == NULL)
    file_under (entries, mix (KIND_ARTICLE, (guint64) account->article, 0), index, TRUE);
  for (guint i = 0; i < account->n_places; i++)
    if (i == 0 || account->places[i].article != account->places[i - 1].article)
      file_under (entries, mix (KIND_ARTICLE, (guint64) account->places[i].article, 0), index, TRUE);
}

/**
 * rcp_event_joiner_links:
 *
 * Returns: whether the two may become one event by themselves; what is in one event is linked by a chain of such pairs. Any
 *   thread.
 */
gboolean
rcp_event_joiner_links (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  return rcp_event_affinity (a, b) >= RCP_EVENT_AFFINITY_THRESHOLD;
}

static void
link_pair (Linker *linker, guint a, guint b)
{
  Edge edge = { 0, MIN (a, b), MAX (a, b) };

  if (a == b)
    return;
  edge.affinity = rcp_event_affinity (&linker->accounts[a], &linker->accounts[b]);
  if (edge.affinity >= RCP_EVENT_AFFINITY_THRESHOLD)
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

static int
compare_first_days (gconstpointer x, gconstpointer y, gpointer user_data)
{
  const Entry *a = x, *b = y;
  const RcpJoinSpan *spans = user_data;

  if (spans[a->account].first != spans[b->account].first)
    return spans[a->account].first < spans[b->account].first ? -1 : 1;
  return (a->account > b->account) - (a->account < b->account);
}

/* Links the accounts of a bucket that have a day in common; FALSE, with nothing linked, where they are too many. Two entries
 * neither of which meets all have met in the bucket of a shorter time. */
static gboolean
link_by_day (Linker *linker, Entry *entries, guint n)
{
  guint64 n_pairs = 0;

  g_qsort_with_data (entries, n, sizeof (Entry), compare_first_days, (gpointer) linker->spans);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && linker->spans[entries[j].account].first <= linker->spans[entries[i].account].last; j++)
      n_pairs++;
  if (n_pairs > BUCKET_PAIRS)
    return FALSE;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n && linker->spans[entries[j].account].first <= linker->spans[entries[i].account].last; j++)
      if (entries[i].meets_all || entries[j].meets_all)
        link_pair (linker, entries[i].account, entries[j].account);
  return TRUE;
}

static void
link_bucket (Linker *linker, Entry *entries, guint n)
{
  if (n > 1 && !link_by_day (linker, entries, n))
    link_large_bucket (linker, entries, n);
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
  g_autofree RcpJoinSpan *spans = g_new (RcpJoinSpan, n_accounts + 1);
  Linker linker = { accounts, spans, g_array_new (FALSE, FALSE, sizeof (Edge)) };
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < n_accounts; i++)
    {
      spans[i] = (RcpJoinSpan){ RCP_DAY_OPEN_START, RCP_DAY_OPEN_END };
      if (accounts[i].when != NULL)
        spans[i] = rcp_join_span_new (accounts[i].when);
      file_account (entries, &accounts[i], i);
    }
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
 * intervals is not empty exactly when every two of them have a day in common. Where the user has joined accounts whose dates
 * exclude each other, @days is empty, and @spans has the dates that the user's accounts give: what has a day in common with
 * one of these may come in. */
typedef struct
{
  GArray *members; /* of guint, by id */
  RcpJoinSpan days;
  GArray *spans;   /* of RcpJoinSpan; NULL unless the user joined what excludes each other */
} Group;

typedef struct
{
  const RcpJoinAccount *accounts;
  const RcpJoinConstraint *cuts; /* those that hold */
  guint n_cuts;
  Group *groups;
  guint *parents;
} Merger;

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

        sum += rcp_event_affinity (&accounts[g_array_index (a->members, guint, x)],
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
  if (from->spans != NULL)
    {
      if (into->spans != NULL)
        g_array_append_vals (into->spans, from->spans->data, from->spans->len);
      else
        into->spans = g_array_ref (from->spans);
    }
  g_clear_pointer (&from->spans, g_array_unref);
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

static gboolean
have_common_day (RcpJoinSpan a, RcpJoinSpan b)
{
  return MAX (a.first, b.first) <= MIN (a.last, b.last);
}

/* Whether the dates of two groups let them be one; of one that the user joined, any of its dates will do. */
static gboolean
fit_in_time (const Group *a, const Group *b)
{
  const Group *joined = a->spans != NULL ? a : b, *other = a->spans != NULL ? b : a;

  if (a->spans != NULL && b->spans != NULL)
    return FALSE;
  if (joined->spans == NULL)
    return have_common_day (a->days, b->days);
  for (guint i = 0; i < joined->spans->len; i++)
    if (have_common_day (g_array_index (joined->spans, RcpJoinSpan, i), other->days))
      return TRUE;
  return FALSE;
}

/* Whether the user has cut an account of one group off one of the other. */
static gboolean
are_cut (Merger *self, guint a, guint b)
{
  for (guint i = 0; i < self->n_cuts; i++)
    {
      guint x = find_root (self->parents, self->cuts[i].a), y = find_root (self->parents, self->cuts[i].b);

      if ((x == a && y == b) || (x == b && y == a))
        return TRUE;
    }
  return FALSE;
}

/* Keeps of the user's words those that no later one speaks against, and leaves in @roots what is joined; returns the cuts. */
static GArray *
weigh_constraints (const RcpJoinConstraint *constraints, guint n, guint *roots)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (RcpJoinConstraint));

  for (guint i = n; i > 0; i--)
    {
      const RcpJoinConstraint *one = &constraints[i - 1];
      guint a = find_root (roots, one->a), b = find_root (roots, one->b);
      gboolean is_cut = FALSE;

      if (a == b)
        continue;
      if (!one->join)
        {
          g_array_append_val (cuts, *one);
          continue;
        }
      for (guint j = 0; j < cuts->len && !is_cut; j++)
        {
          guint x = find_root (roots, g_array_index (cuts, RcpJoinConstraint, j).a);
          guint y = find_root (roots, g_array_index (cuts, RcpJoinConstraint, j).b);

          is_cut = (x == a && y == b) || (x == b && y == a);
        }
      if (!is_cut)
        roots[MAX (a, b)] = MIN (a, b);
    }
  return cuts;
}

/* Makes one group of what the user joined, whatever the dates. */
static void
join_by_hand (Merger *self, const guint *roots, guint n_accounts)
{
  for (guint i = 0; i < n_accounts; i++)
    {
      guint root = roots[i];
      Group *into, *from;
      RcpJoinSpan span;

      while (roots[root] != root)
        root = roots[root];
      if (root == i)
        continue;
      into = &self->groups[root];
      from = &self->groups[i];
      span = from->days;
      if (into->spans == NULL && !have_common_day (into->days, span))
        {
          into->spans = g_array_new (FALSE, FALSE, sizeof (RcpJoinSpan));
          for (guint j = 0; j < into->members->len; j++)
            {
              const RcpJoinAccount *account = &self->accounts[g_array_index (into->members, guint, j)];

              if (account->when != NULL)
                {
                  RcpJoinSpan one = rcp_join_span_new (account->when);

                  g_array_append_val (into->spans, one);
                }
            }
        }
      merge_groups (self->accounts, into, from);
      if (into->spans != NULL && self->accounts[i].when != NULL)
        g_array_append_val (into->spans, span);
      self->parents[i] = root;
    }
}

/* Two groups that were found to be two stay so as long as neither grows: many links say the same of them. */
static gint64
pair_key (guint a, guint b)
{
  return ((gint64) MIN (a, b) << 32) | MAX (a, b);
}

static gint64
pair_size (const Group *a, const Group *b)
{
  return (gint64) a->members->len + b->members->len;
}

static gboolean
was_refused (GHashTable *refused, const Group *x, const Group *y, guint a, guint b)
{
  gint64 key = pair_key (a, b);
  const gint64 *size = g_hash_table_lookup (refused, &key);

  return size != NULL && *size == pair_size (x, y);
}

static void
refuse (GHashTable *refused, const Group *x, const Group *y, guint a, guint b)
{
  gint64 key = pair_key (a, b), size = pair_size (x, y);

  g_hash_table_replace (refused, g_memdup2 (&key, sizeof key), g_memdup2 (&size, sizeof size));
}

/**
 * rcp_event_joiner_join:
 * @accounts: (array length=n_accounts): in any order, with ids that differ
 * @constraints: (nullable) (array length=n_constraints): what the user says, in the order in which it was said: of two words
 *   that contradict each other the later one counts
 * @groups: (out caller-allocates) (array length=n_accounts): for each account the number of its event, from 0
 *
 * Groups accounts into events. Two accounts whose dates are incompatible are never in one group, but by the user's word. The
 * groups do not depend on the order of @accounts (their numbers follow it). The cost grows with the accounts that are near
 * each other in time and share an actor or an action. Any thread.
 */
void
rcp_event_joiner_join (const RcpJoinAccount *accounts, guint n_accounts, const RcpJoinConstraint *constraints,
                       guint n_constraints, guint *groups)
{
  g_autoptr (GArray) edges = link_all (accounts, n_accounts);
  g_autofree Group *all = g_new0 (Group, n_accounts);
  g_autofree guint *parents = g_new (guint, n_accounts);
  g_autofree guint *roots = g_new (guint, n_accounts);
  g_autofree guint *numbers = g_new (guint, n_accounts);
  g_autoptr (GArray) cuts = NULL;
  g_autoptr (GHashTable) refused = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Merger merger = { accounts, NULL, 0, all, parents };
  guint n_groups = 0;

  for (guint i = 0; i < n_accounts; i++)
    {
      parents[i] = roots[i] = i;
      all[i].members = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (all[i].members, i);
      if (accounts[i].when)
        all[i].days = rcp_join_span_new (accounts[i].when);
      else
        all[i].days = (RcpJoinSpan){ RCP_DAY_OPEN_START, RCP_DAY_OPEN_END };
    }
  cuts = weigh_constraints (constraints, n_constraints, roots);
  merger.cuts = (const RcpJoinConstraint *) (gpointer) cuts->data;
  merger.n_cuts = cuts->len;
  join_by_hand (&merger, roots, n_accounts);
  for (guint i = 0; i < edges->len; i++)
    {
      const Edge *edge = &g_array_index (edges, Edge, i);
      guint a = find_root (parents, edge->a), b = find_root (parents, edge->b);

      if (a == b || was_refused (refused, &all[a], &all[b], a, b))
        continue;
      if (!fit_in_time (&all[a], &all[b]) || are_cut (&merger, a, b)
          || mean_affinity (accounts, &all[a], &all[b]) < MEAN_THRESHOLD)
        {
          refuse (refused, &all[a], &all[b], a, b);
          continue;
        }
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
    {
      g_clear_pointer (&all[i].members, g_array_unref);
      g_clear_pointer (&all[i].spans, g_array_unref);
    }
}
