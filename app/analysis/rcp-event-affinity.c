#include "config.h"

#include "rcp-event-affinity.h"

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

/* The finest an interval counts: that many days are some days, not a month. */
#define FINE_DAYS 12

/**
 * rcp_join_span_new:
 * @date: a date
 *
 * Returns: its days; "~" says about then: half as much again on either side, and at least two days, at most a month. Any
 *   thread.
 */
RcpJoinSpan
rcp_join_span_new (const RcpEdtf *date)
{
  RcpJoinSpan span = { rcp_edtf_get_first_day (date), rcp_edtf_get_last_day (date) };

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
  RcpJoinSpan x = rcp_join_span_new (a), y = rcp_join_span_new (b);

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
 * rcp_event_affinity:
 *
 * How much speaks for two accounts telling of one happening, from their dates, actions, actors and words. Depends on
 * nothing but the two, and not on their order. Accounts whose dates have no day in common, margins of "about" included,
 * and accounts of one sentence, which was cut because it tells of two things, have none.
 *
 * Returns: 0 for none; %RCP_EVENT_AFFINITY_THRESHOLD and more for one event. Any thread.
 */
double
rcp_event_affinity (const RcpJoinAccount *a, const RcpJoinAccount *b)
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
