#include "config.h"

#include "rcp-discrepancy-finder.h"

#include <stdlib.h>
#include <string.h>

#include "rcp-account-numbers.h"
#include "rcp-account-place.h"
#include "rcp-event-affinity.h"

/* What two accounts must have in common, were their days the same, to be of one happening: more than joining asks for,
 * for here a day speaks against it; more still where such things happen day after day, and where one was published before
 * the day that the other gives. Set on a story of our own; lower, and strikes and attacks that go on are taken for one that
 * is dated twice. */
#define SAME_BUT_FOR_DAY 1.05
#define SAME_BUT_FOR_DAY_REPEATED 1.4
#define SAME_BUT_FOR_DAY_UNKNOWN 1.75
#define SAME_BUT_FOR_ACT 1.0

/* The words that both have to share. */
#define MIN_WORDS 0.25

static int
compare_ids (gconstpointer x, gconstpointer y)
{
  gint64 a = *(const gint64 *) x, b = *(const gint64 *) y;

  return (a > b) - (a < b);
}

static gint64 *
list_actors (const RcpCheckAccount *check, guint *n_actors)
{
  gint64 *ids = g_new (gint64, check->account->actors->len + 1);
  guint n = 0, kept = 0;

  for (guint i = 0; check->actor_ids && i < check->account->actors->len; i++)
    if (check->actor_ids[i] > 0)
      ids[n++] = check->actor_ids[i];
  qsort (ids, n, sizeof *ids, compare_ids);
  for (guint i = 0; i < n; i++)
    if (i == 0 || ids[i] != ids[i - 1])
      ids[kept++] = ids[i];
  *n_actors = kept;
  return ids;
}

/* What joins two accounts, were @b dated as @a is, and was done what was done in @a. */
static double
weigh (const RcpCheckAccount *a, const RcpCheckAccount *b, gboolean *have_common_actor)
{
  const RcpCheckAccount *checks[] = { a, b };
  RcpJoinAccount join[2];
  g_autofree gint64 *actors_a = NULL, *actors_b = NULL;

  for (guint i = 0; i < 2; i++)
    {
      const RcpFoundAccount *found = checks[i]->account;
      guint n_actors;
      gint64 *actors = list_actors (checks[i], &n_actors);

      join[i] = (RcpJoinAccount){ .id = i + 1, .article = checks[i]->article, .position = found->sentence, .when = a->account->when,
                                  .action = a->account->action, .status = a->account->status, .actors = actors,
                                  .n_actors = n_actors, .terms = (const guint32 *) (gpointer) found->terms->data,
                                  .n_terms = found->terms->len, .is_lead = found->is_lead };
      if (i == 0)
        actors_a = actors;
      else
        actors_b = actors;
    }
  *have_common_actor = FALSE;
  for (guint i = 0; i < join[0].n_actors; i++)
    *have_common_actor = *have_common_actor
                         || bsearch (&actors_a[i], actors_b, join[1].n_actors, sizeof (gint64), compare_ids) != NULL;
  return rcp_event_affinity (&join[0], &join[1]);
}

static double
share_of_words (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  guint common = 0;

  for (guint i = 0, j = 0; i < a->terms->len && j < b->terms->len;)
    {
      guint32 x = g_array_index (a->terms, guint32, i), y = g_array_index (b->terms, guint32, j);

      common += x == y;
      i += x <= y;
      j += y <= x;
    }
  return (double) common / MAX (4, MAX (a->terms->len, b->terms->len));
}

static gboolean
is_told_as_done (const RcpFoundAccount *account)
{
  return account->status == RCP_STATUS_DONE || account->status == RCP_STATUS_BACKGROUND
         || account->status == RCP_STATUS_DENIED;
}

/* An article that tells of both keeps them apart. */
static gboolean
share_an_article (const RcpCheckAccount *a, guint n_a, const RcpCheckAccount *b, guint n_b)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_a; i++)
    g_hash_table_add (articles, (gpointer) &a[i].article);
  for (guint i = 0; i < n_b; i++)
    if (g_hash_table_contains (articles, &b[i].article))
      return TRUE;
  return FALSE;
}

static gboolean
is_known_by (const RcpCheckAccount *check, gint32 day)
{
  return check->published && rcp_edtf_is_bounded (check->published) && rcp_edtf_get_last_day (check->published) >= day;
}

static const RcpFoundDetail *
find_detail (const RcpFoundAccount *account, RcpDiscrepancyKind kind)
{
  for (guint i = 0; i < account->details->len; i++)
    if (g_array_index (account->details, RcpFoundDetail, i).kind == kind)
      return &g_array_index (account->details, RcpFoundDetail, i);
  return NULL;
}

/* The same place where both name one; without one, somebody who takes part in both. */
static gboolean
happen_alike (const RcpFoundAccount *a, const RcpFoundAccount *b, gboolean have_common_actor)
{
  if (a->place_key && b->place_key)
    {
      RcpPlaceRelation relation = rcp_place_relate (a->place_key, b->place_key);

      return relation == RCP_PLACE_SAME || (have_common_actor && relation != RCP_PLACE_APART);
    }
  return have_common_actor;
}

/* What is done again and again in one place. */
static gboolean
is_repeated (RcpAction action)
{
  return action == RCP_ACTION_ASSAULT || action == RCP_ACTION_PROTEST || action == RCP_ACTION_COERCE
         || action == RCP_ACTION_MOBILIZE || action == RCP_ACTION_CONSULT || action == RCP_ACTION_AID;
}

static gboolean
have_other_tolls (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  for (guint i = 0; i < a->numbers->len; i++)
    for (guint k = 0; k < b->numbers->len; k++)
      {
        const RcpFoundNumber *x = &g_array_index (a->numbers, RcpFoundNumber, i);
        const RcpFoundNumber *y = &g_array_index (b->numbers, RcpFoundNumber, k);

        if (x->counted && y->counted && strcmp (rcp_found_number_get_counted (x), rcp_found_number_get_counted (y)) == 0
            && x->value != y->value)
          return TRUE;
      }
  return FALSE;
}

/* Whoever speaks on two days makes two statements. */
static gboolean
is_statement (const RcpFoundAccount *account)
{
  const RcpFoundDetail *date = find_detail (account, RCP_DISCREPANCY_DATE);

  return date && strcmp (date->key, "said") == 0;
}

static gboolean
differ_in_day (const RcpCheckAccount *a, const RcpCheckAccount *b)
{
  const RcpFoundAccount *x = a->account, *y = b->account;
  gint32 day_x, day_y, apart;
  gboolean have_common_actor;
  double affinity;

  if (x->when == NULL || y->when == NULL || !rcp_edtf_is_exact_day (x->when) || !rcp_edtf_is_exact_day (y->when)
      || x->date < 0 || y->date < 0 || x->action != y->action || is_statement (x) || is_statement (y))
    return FALSE;
  day_x = rcp_edtf_get_first_day (x->when);
  day_y = rcp_edtf_get_first_day (y->when);
  apart = ABS (day_x - day_y);
  /* A weekday read as that of another week is more likely our mistake than theirs. */
  if (apart == 0 || apart > RCP_DISCREPANCY_MAX_DAYS_APART
      || (apart % 7 == 0 && (x->when_rule != RCP_DATE_RULE_WRITTEN || y->when_rule != RCP_DATE_RULE_WRITTEN)))
    return FALSE;
  /* "Hier" in one article and in its copy of the next day. */
  if (x->when_rule == RCP_DATE_RULE_OFFSET && y->when_rule == RCP_DATE_RULE_OFFSET && a->published && b->published
      && rcp_edtf_get_first_day (a->published) - day_x == rcp_edtf_get_first_day (b->published) - day_y)
    return FALSE;
  /* Another attack has another toll. */
  if (share_of_words (x, y) < MIN_WORDS || (x->action == RCP_ACTION_ASSAULT && have_other_tolls (x, y)))
    return FALSE;
  affinity = weigh (a, b, &have_common_actor);
  if (!happen_alike (x, y, have_common_actor))
    return FALSE;
  if (!is_known_by (a, day_y) || !is_known_by (b, day_x))
    return affinity >= SAME_BUT_FOR_DAY_UNKNOWN;
  return affinity >= (is_repeated (x->action) ? SAME_BUT_FOR_DAY_REPEATED : SAME_BUT_FOR_DAY);
}

/* What was done in one account and its contrary in the other. */
static gboolean
differ_in_act (const RcpCheckAccount *a, const RcpCheckAccount *b)
{
  const RcpFoundAccount *x = a->account, *y = b->account;
  const RcpFoundDetail *act_x = find_detail (x, RCP_DISCREPANCY_ACT), *act_y = find_detail (y, RCP_DISCREPANCY_ACT);
  gboolean have_common_actor;

  if (act_x == NULL || act_y == NULL || (act_x->key[0] == '!') == (act_y->key[0] == '!')
      || strcmp (act_x->key + (act_x->key[0] == '!'), act_y->key + (act_y->key[0] == '!')) != 0)
    return FALSE;
  if (x->when == NULL || y->when == NULL || !rcp_edtf_is_exact_day (x->when) || !rcp_edtf_equal (x->when, y->when)
      || share_of_words (x, y) < MIN_WORDS)
    return FALSE;
  return weigh (a, b, &have_common_actor) >= SAME_BUT_FOR_ACT
         && (have_common_actor || (x->actors->len == 0 && y->actors->len == 0));
}

static const struct
{
  RcpDiscrepancyKind kind;
  gboolean (*differ) (const RcpCheckAccount *a, const RcpCheckAccount *b);
} differences[] = { { RCP_DISCREPANCY_DATE, differ_in_day }, { RCP_DISCREPANCY_ACT, differ_in_act } };

static void
add_value (RcpFoundDiscrepancy *discrepancy, const RcpCheckAccount *check, guint index)
{
  const RcpFoundDetail *detail = find_detail (check->account, discrepancy->kind);
  RcpFoundDiscrepancyValue value = { index, detail ? detail->range : check->account->range };

  for (guint i = 0; i < discrepancy->values->len; i++)
    if (g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, i).account == index)
      return;
  g_array_append_val (discrepancy->values, value);
}

static gboolean
spans_both (const RcpFoundDiscrepancy *discrepancy, guint n_a)
{
  gboolean first = FALSE, second = FALSE;

  for (guint i = 0; i < discrepancy->values->len; i++)
    {
      gboolean is_first = g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, i).account < n_a;

      first = first || is_first;
      second = second || !is_first;
    }
  return first && second;
}

/* Numbers that differ besides, now that both are taken for one happening. */
static void
add_numbers (GPtrArray *found, const RcpCheckAccount *a, guint n_a, const RcpCheckAccount *b, guint n_b)
{
  guint first = MIN (n_a, RCP_DISCREPANCY_MAX_ACCOUNTS), second = MIN (n_b, RCP_DISCREPANCY_MAX_ACCOUNTS);
  g_autofree RcpCheckAccount *both = g_new (RcpCheckAccount, first + second);
  g_autoptr (GPtrArray) all = NULL;

  memcpy (both, a, first * sizeof *both);
  memcpy (both + first, b, second * sizeof *both);
  all = rcp_discrepancy_finder_find (both, first + second);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      RcpFoundDiscrepancy *discrepancy = all->pdata[i];

      if (discrepancy->kind != RCP_DISCREPANCY_NUMBER || !spans_both (discrepancy, first))
        {
          rcp_found_discrepancy_free (discrepancy);
          continue;
        }
      for (guint k = 0; k < discrepancy->values->len; k++)
        {
          RcpFoundDiscrepancyValue *value = &g_array_index (discrepancy->values, RcpFoundDiscrepancyValue, k);

          if (value->account >= first)
            value->account += n_a - first;
        }
      g_ptr_array_add (found, discrepancy);
    }
}

/**
 * rcp_discrepancy_finder_across:
 * @a: (array length=n_a): the accounts of an event, in an order that follows from their content
 * @b: (array length=n_b): those of another, its discrepancies found by themselves
 *
 * Whether two events are one happening on which articles differ so much that it was not joined: told alike in all but the
 * day, or in all but whether it was done or its contrary. They stay two, for only the user can tell. An article that tells
 * of both shows that they are two. No more than the first accounts of each are looked at, so the work is bounded; only
 * events that lie within ten days of each other can differ so.
 *
 * Returns: (transfer full) (element-type RcpFoundDiscrepancy): the points on which they differ, that which keeps them apart
 *   first; indices of accounts from @n_a on are those of @b. Empty for two happenings. Any thread.
 */
GPtrArray *
rcp_discrepancy_finder_across (const RcpCheckAccount *a, guint n_a, const RcpCheckAccount *b, guint n_b)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_discrepancy_free);

  if (share_an_article (a, n_a, b, n_b))
    return all;
  for (guint c = 0; c < G_N_ELEMENTS (differences) && all->len == 0; c++)
    {
      RcpFoundDiscrepancy *found = g_new0 (RcpFoundDiscrepancy, 1);

      found->kind = differences[c].kind;
      found->values = g_array_new (FALSE, FALSE, sizeof (RcpFoundDiscrepancyValue));
      for (guint i = 0; i < MIN (n_a, RCP_DISCREPANCY_MAX_ACCOUNTS); i++)
        for (guint k = 0; k < MIN (n_b, RCP_DISCREPANCY_MAX_ACCOUNTS); k++)
          if (is_told_as_done (a[i].account) && is_told_as_done (b[k].account) && differences[c].differ (&a[i], &b[k]))
            {
              add_value (found, &a[i], i);
              add_value (found, &b[k], n_a + k);
            }
      if (found->values->len == 0)
        {
          rcp_found_discrepancy_free (found);
          continue;
        }
      g_ptr_array_add (all, found);
      add_numbers (all, a, n_a, b, n_b);
    }
  return all;
}

/**
 * rcp_discrepancy_finder_differ:
 * @a: an account of an event
 * @b: an account of another
 *
 * Whether these two alone make one happening of their events on which articles differ: without two that do,
 * rcp_discrepancy_finder_across() finds nothing. It asks the cheap questions first. Two that do lie within
 * %RCP_DISCREPANCY_MAX_DAYS_APART days and tell the same action, or are of one day and have an actor in common or none at all.
 * Any thread.
 */
gboolean
rcp_discrepancy_finder_differ (const RcpCheckAccount *a, const RcpCheckAccount *b)
{
  if (!is_told_as_done (a->account) || !is_told_as_done (b->account))
    return FALSE;
  for (guint c = 0; c < G_N_ELEMENTS (differences); c++)
    if (differences[c].differ (a, b))
      return TRUE;
  return FALSE;
}
