#include "config.h"

#include "rcp-event-affinity.h"

#include "rcp-account-place.h"
#include "rcp-account-terms.h"

/* How much an agreement is worth. The sum of a date to the day, the same action and the same actors passes the threshold;
 * any two of them need words in common. Set on the five articles of the founding corpus and on a story of our own. */
#define WEIGHT_DAY 0.50
#define WEIGHT_DAYS 0.42
#define WEIGHT_MONTH 0.36
#define WEIGHT_QUARTER 0.22
#define WEIGHT_YEAR 0.10
#define WEIGHT_KIND 0.30
#define WEIGHT_CROSSED 0.22
#define WEIGHT_ACTION 0.20
#define WEIGHT_FAMILY 0.08
#define WEIGHT_ACTORS 0.45
#define WEIGHT_TERMS 1.40
#define WEIGHT_NEIGHBOUR 0.20
#define PENALTY_FAMILIES 0.20
#define PENALTY_PLAN 0.40
#define PENALTY_PLAN_BESIDE 0.10

/* What keeps two happenings of one kind apart: others who do it, less where a title or a lead may name them otherwise, and
 * elsewhere; and two kinds of one day. The two stories do not tell
 * these weights from lower ones; the news of tests/bench/stories.py, which say the same of many towns and pairs of people,
 * do: with 0.3 for a stranger, 0.5 for two and 0.2 for another kind, five of their events are taken for one. */
#define PENALTY_STRANGERS 0.70
#define PENALTY_STRANGERS_LEAD 0.30
#define PENALTY_OTHER_PARTIES 1.10
#define PENALTY_PLACES 0.50
#define PENALTY_APART 0.80

/* Two accounts one of which has no date: what they must have in common at least; less for the title or the lead of the
 * same article, which seldom names a day, and where the same kind of happening is told of the same two actors. */
#define UNDATED_MIN_TERMS 0.34
#define UNDATED_MIN_TERMS_LEAD 0.15
#define UNDATED_MIN_TERMS_KNOWN 0.22
#define UNDATED_MIN_ACTORS 0.6
#define UNDATED_MIN_ACTORS_LEAD 0.5

/* A plan and its outcome: what they have in common at least, and how late what was planned may come. */
#define OUTCOME_MIN_TERMS 0.20
#define OUTCOME_LATE_DAYS 3
#define OUTCOME_LATE_DAYS_MOST 31

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

static gboolean
is_compatible (const RcpEdtf *a, const RcpEdtf *b)
{
  RcpJoinSpan x = rcp_join_span_new (a), y = rcp_join_span_new (b);

  return x.first <= y.last && y.first <= x.last;
}

static double
weigh_kinds (const RcpJoinAccount *a, const RcpJoinAccount *b, RcpKinds kinds)
{
  gboolean other = a->action == RCP_ACTION_OTHER || b->action == RCP_ACTION_OTHER;

  if (kinds == RCP_KINDS_SAME)
    return WEIGHT_KIND;
  if (kinds == RCP_KINDS_CROSSED)
    return WEIGHT_CROSSED;
  if (a->action == b->action && !other)
    return kinds == RCP_KINDS_UNKNOWN ? WEIGHT_KIND : WEIGHT_ACTION;
  if (rcp_action_get_family (a->action) == rcp_action_get_family (b->action) && kinds != RCP_KINDS_APART)
    return WEIGHT_FAMILY;
  if (kinds == RCP_KINDS_TOUCH)
    return 0;
  return kinds == RCP_KINDS_APART ? -PENALTY_APART : -PENALTY_FAMILIES;
}

static gboolean
plans_what_is_done (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  const RcpJoinAccount *plan = a->status == RCP_STATUS_PLANNED ? a : b, *other = plan == a ? b : a;

  return plan->status == RCP_STATUS_PLANNED
         && (other->status == RCP_STATUS_DONE || other->status == RCP_STATUS_BACKGROUND);
}

/* How two accounts lie in one article: FALSE for those of two. Those that stand for wordings may be read from two articles, and
 * yet stand beside each other in a third: where more lies between them, since what was cut brings them nearer. */
static gboolean
find_common_article (const RcpJoinAccount *a, const RcpJoinAccount *b, guint *distance, gboolean *is_lead)
{
  const RcpJoinPlace own_a = { a->article, a->position, a->is_lead }, own_b = { b->article, b->position, b->is_lead };
  const RcpJoinPlace *x = a->places ? a->places : &own_a, *y = b->places ? b->places : &own_b;
  guint n_x = a->places ? a->n_places : 1, n_y = b->places ? b->n_places : 1;
  gboolean found = FALSE, is_one = FALSE;

  *distance = MAX (a->position, b->position) - MIN (a->position, b->position);
  *is_lead = a->article == b->article && (a->is_lead || b->is_lead);
  if (a->article == b->article || (a->places == NULL && b->places == NULL))
    return a->article == b->article;
  for (guint i = 0, j = 0; i < n_x && j < n_y;)
    {
      guint apart = MAX (x[i].position, y[j].position) - MIN (x[i].position, y[j].position);

      if (x[i].article != y[j].article)
        {
          x[i].article < y[j].article ? i++ : j++;
          continue;
        }
      *distance = found ? MAX (*distance, apart) : apart;
      *is_lead = *is_lead || x[i].is_lead || y[j].is_lead;
      is_one = is_one || apart == 0;
      found = TRUE;
      i++, j++;
    }
  if (is_one)
    *distance = 0;
  return found;
}

static guint
count_days (const RcpEdtf *date)
{
  return MAX (rcp_edtf_count_days (date), 1);
}

/**
 * rcp_event_affinity_explain:
 * @parts: (out): what speaks for and against
 *
 * Says what speaks for two accounts telling of one happening, and what against: the parts sum up to the affinity, unless
 * something forbids it, when all are 0. Any thread.
 *
 * Returns: the affinity, as rcp_event_affinity().
 */
double
rcp_event_affinity_explain (const RcpJoinAccount *a, const RcpJoinAccount *b, RcpAffinityParts *parts)
{
  guint common_actors = count_common_actors (a, b);
  guint n_actors = MIN (a->n_actors, b->n_actors);
  double actors = n_actors ? (double) common_actors / n_actors : 0;
  double terms = rcp_account_terms_share (a->terms, a->n_terms, b->terms, b->n_terms);
  guint distance;
  gboolean is_lead, same_article = find_common_article (a, b, &distance, &is_lead);
  RcpKinds kinds = rcp_account_terms_compare_kinds (a->terms, a->n_terms, b->terms, b->n_terms);
  double least_terms = is_lead ? UNDATED_MIN_TERMS_LEAD : UNDATED_MIN_TERMS;
  double least_actors = is_lead ? UNDATED_MIN_ACTORS_LEAD : UNDATED_MIN_ACTORS;
  double sum;

  *parts = (RcpAffinityParts){ 0 };
  if ((a->when && b->when && !is_compatible (a->when, b->when)) || (same_article && distance == 0))
    return 0;
  /* What another article plans, and what is done, are linked but not one: rcp_event_affinity_outcome(). */
  if (!same_article && kinds >= RCP_KINDS_CROSSED && plans_what_is_done (a, b))
    return 0;
  /* A title that names what was done need not name who did it as the text does. */
  if (is_lead && kinds >= RCP_KINDS_CROSSED)
    least_actors = 0;
  else if (kinds == RCP_KINDS_SAME && common_actors >= 2)
    least_terms = MIN (least_terms, UNDATED_MIN_TERMS_KNOWN);
  if (!a->when || !b->when)
    {
      gboolean alike = kinds >= RCP_KINDS_CROSSED || (a->action == b->action && a->action != RCP_ACTION_OTHER);

      if (!alike || actors < least_actors || terms < least_terms)
        return 0;
    }

  parts->actors = WEIGHT_ACTORS * actors;
  parts->words = WEIGHT_TERMS * terms;
  parts->action = weigh_kinds (a, b, kinds);
  if (a->place && b->place && rcp_place_relate (a->place, b->place) == RCP_PLACE_APART)
    {
      if (common_actors == 0)
        {
          *parts = (RcpAffinityParts){ 0 };
          return 0;
        }
      parts->penalties -= PENALTY_PLACES;
    }
  /* Two against two others is more than a stranger: each tells of parties of its own. */
  if (n_actors && !common_actors && !(is_lead && kinds >= RCP_KINDS_CROSSED))
    parts->penalties -= n_actors >= 2              ? PENALTY_OTHER_PARTIES
                        : a->is_lead || b->is_lead ? PENALTY_STRANGERS_LEAD
                                                   : PENALTY_STRANGERS;
  if ((a->status == RCP_STATUS_PLANNED) != (b->status == RCP_STATUS_PLANNED))
    parts->penalties -= same_article ? PENALTY_PLAN_BESIDE : PENALTY_PLAN;
  if (a->when && b->when)
    {
      parts->date = weigh_dates (a->when, b->when);
      if (same_article && distance <= 2 && rcp_edtf_equal (a->when, b->when))
        parts->neighbour = WEIGHT_NEIGHBOUR;
    }
  else
    {
      parts->date = WEIGHT_QUARTER;
      if (is_lead && kinds >= RCP_KINDS_CROSSED)
        parts->neighbour = WEIGHT_NEIGHBOUR;
    }
  sum = parts->date + parts->action + parts->actors + parts->words + parts->neighbour + parts->penalties;
  if (sum <= 0)
    *parts = (RcpAffinityParts){ 0 };
  return MAX (sum, 0);
}

/**
 * rcp_event_affinity:
 *
 * How much speaks for two accounts telling of one happening, from their dates, actions, actors and words. Depends on
 * nothing but the two, and not on their order. Accounts whose dates have no day in common, margins of "about" included,
 * accounts of one sentence, which was cut because it tells of two things, and those of others in another place have none.
 *
 * Returns: 0 for none; %RCP_EVENT_AFFINITY_THRESHOLD and more for one event. Any thread.
 */
double
rcp_event_affinity (const RcpJoinAccount *a, const RcpJoinAccount *b)
{
  RcpAffinityParts parts;

  return rcp_event_affinity_explain (a, b, &parts);
}

/**
 * rcp_event_affinity_outcome:
 * @plan: an account of something planned
 * @outcome: an account of something done
 *
 * Returns: how much speaks for @outcome being what @plan planned: the same kind of happening, the same actors, done in the
 *   days for which it was planned or, late, soon after; 0 for no such thing. Any thread.
 */
double
rcp_event_affinity_outcome (const RcpJoinAccount *plan, const RcpJoinAccount *outcome)
{
  guint n_actors = MIN (plan->n_actors, outcome->n_actors), common;
  RcpKinds kinds;
  double terms, sum;

  /* Asked of every two accounts that come near each other, nearly all of which are no such pair: the cheap questions first. */
  if (plan->status != RCP_STATUS_PLANNED
      || (outcome->status != RCP_STATUS_DONE && outcome->status != RCP_STATUS_BACKGROUND) || outcome->when == NULL
      || !rcp_edtf_is_bounded (outcome->when))
    return 0;
  common = count_common_actors (plan, outcome);
  if (n_actors && !common)
    return 0;
  terms = rcp_account_terms_share (plan->terms, plan->n_terms, outcome->terms, outcome->n_terms);
  kinds = rcp_account_terms_compare_kinds (plan->terms, plan->n_terms, outcome->terms, outcome->n_terms);
  if (kinds < RCP_KINDS_CROSSED || terms < OUTCOME_MIN_TERMS)
    return 0;
  if (plan->when)
    {
      RcpJoinSpan planned = rcp_join_span_new (plan->when), done = rcp_join_span_new (outcome->when);
      gint64 late = CLAMP ((gint64) count_days (plan->when), OUTCOME_LATE_DAYS, OUTCOME_LATE_DAYS_MOST);

      if (done.last < planned.first
          || (planned.last != RCP_DAY_OPEN_END && (gint64) done.first > (gint64) planned.last + late))
        return 0;
    }
  sum = weigh_kinds (plan, outcome, kinds) + WEIGHT_ACTORS * (n_actors ? (double) common / n_actors : 0)
        + WEIGHT_TERMS * terms;
  if (plan->when)
    sum += weigh_dates (plan->when, outcome->when);
  return sum >= RCP_EVENT_AFFINITY_THRESHOLD ? sum : 0;
}
