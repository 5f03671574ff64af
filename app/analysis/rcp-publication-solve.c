#include "config.h"

#include "rcp-publication-private.h"

#include <math.h>
#include <stdlib.h>

/* Days around a date that fixes the year in which the article is looked for. */
#define AFTER_WRITTEN RCP_PUBLICATION_REACH_DAYS
#define AFTER_YEARLY 45
#define BEFORE_YEARLY 45

/* Years back in which a weekday, a day and a month are looked for. */
#define MAX_YEARS 60

/* Wider spans than this are no publication date. */
#define MAX_SPAN_DAYS 100

/* Longer intervals than this are called approximate. */
#define MAX_EXACT_DAYS 7

/* A day belongs to the interval when the firm evidence gives it this share of the best day's likelihood. */
#define MIN_SHARE 0.15

/* Another year that keeps more of the likelihood than this leaves the year uncertain. */
#define MAX_ELSEWHERE 0.15

/* One day that holds so much of the likelihood is called sure: what is meant is that 95 of 100 such are right, the rest
 * being left for what the tables do not know. */
#define MIN_SURE 0.93

/* Days without a place in the interval that may lie between two that have one. */
#define MAX_GAP 7

/* Each year between the latest date that the text writes out and the article, or between the article and the day it is
 * read, makes it less likely by so much: texts name the year they stand in, or the one before. */
#define PER_YEAR_AFTER_WRITTEN (-0.5)
#define PER_YEAR_BEFORE_TODAY (-0.15)

/* What the day is weighed with where no evidence says how old the article is. */
#define NO_AGE (-4.6)

typedef struct
{
  gint32 day;
  double firm; /* what narrows the interval */
  double all;  /* what names the best day */
  const RcpPublicationEvidence *freshest;
  int age;     /* days since what it tells */
} Candidate;

typedef struct
{
  const GArray *evidence;
  RcpPublicationSpan bounds;
  gint32 earliest;    /* the latest day written out with its year and told as past; 1 for none */
  GArray *candidates; /* of Candidate, in order of days, owned */
} Solving;

static const RcpPublicationEvidence *
evidence_at (const Solving *self, guint i)
{
  return &g_array_index (self->evidence, RcpPublicationEvidence, i);
}

static Candidate *
candidate_at (const Solving *self, guint i)
{
  return &g_array_index (self->candidates, Candidate, i);
}

static void
add_window (const Solving *self, GArray *windows, gint32 first, gint32 last)
{
  RcpPublicationSpan window = { MAX (first, self->bounds.first_day), MIN (last, self->bounds.last_day) };

  if (window.first_day <= window.last_day)
    g_array_append_val (windows, window);
}

/* Around each year in which the weekday falls on the date; before it only for what may be announced. */
static void
add_yearly_windows (const Solving *self, GArray *windows, const RcpDatePiece *piece, int toward)
{
  gint32 from = MAX (self->earliest, self->bounds.first_day);
  int last = rcp_day_to_ymd (self->bounds.last_day).year + 1, first = MAX (last - MAX_YEARS, rcp_day_to_ymd (from).year - 1);

  for (int year = last; year >= first && year > 0; year--)
    {
      gint32 day = rcp_day_from_ymd (year, piece->month, piece->day);

      if (day != RCP_DAY_INVALID && (piece->weekday == 0 || rcp_day_get_weekday (day) == piece->weekday))
        add_window (self, windows, MAX (day - (toward < 0 ? 0 : BEFORE_YEARLY), from), day + AFTER_YEARLY);
    }
}

static gboolean
has_year (const RcpPublicationEvidence *evidence)
{
  return evidence->first_day != RCP_DAY_INVALID && evidence->precision != RCP_PRECISION_YEAR;
}

/* The stretches of days in which the article is looked for. */
static GArray *
list_windows (const Solving *self)
{
  GArray *windows = g_array_new (FALSE, FALSE, sizeof (RcpPublicationSpan));
  gboolean is_narrow = self->bounds.last_day - self->bounds.first_day <= RCP_PUBLICATION_REACH_DAYS;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const RcpPublicationEvidence *evidence = evidence_at (self, i);
      const RcpDatePiece *piece = &evidence->shape->piece;

      switch (evidence->kind)
        {
        case RCP_PUBLICATION_CLUE_WRITTEN:
          if (has_year (evidence))
            add_window (self, windows, evidence->first_day, evidence->first_day + AFTER_WRITTEN);
          break;
        case RCP_PUBLICATION_CLUE_REVISED:
          add_window (self, windows, evidence->first_day - AFTER_YEARLY, evidence->first_day);
          break;
        case RCP_PUBLICATION_CLUE_NEAR_DAY:
          if (has_year (evidence))
            add_window (self, windows, evidence->first_day - 1, evidence->first_day + 7);
          else if (evidence->other->piece.month > 0 && (evidence->other->piece.weekday > 0 || self->earliest > 1))
            add_yearly_windows (self, windows, &evidence->other->piece, 0);
          break;
        case RCP_PUBLICATION_CLUE_PRESENT_DAY:
          if (has_year (evidence))
            add_window (self, windows, evidence->first_day - 7, evidence->first_day + 7);
          else if (piece->month > 0 && piece->day > 0 && (piece->weekday > 0 || self->earliest > 1))
            add_yearly_windows (self, windows, piece, evidence->toward);
          break;
        case RCP_PUBLICATION_CLUE_WEEKDAY_DATE:
          /* One that is only announced says when the article appeared where another date gives the years. */
          if (evidence->toward <= 0 || self->earliest > 1)
            add_yearly_windows (self, windows, piece, evidence->toward);
          break;
        default:
          break;
        }
    }
  if (is_narrow)
    {
      g_array_set_size (windows, 0);
      add_window (self, windows, self->bounds.first_day, self->bounds.last_day);
    }
  return windows;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const RcpPublicationSpan *x = a, *y = b;

  return x->first_day != y->first_day ? (x->first_day < y->first_day ? -1 : 1)
                                      : (x->last_day > y->last_day) - (x->last_day < y->last_day);
}

static Candidate
weigh_day (const Solving *self, gint32 day)
{
  Candidate candidate = { .day = day };
  gint32 fresh = RCP_DAY_INVALID;
  double age, gap;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const RcpPublicationEvidence *evidence = evidence_at (self, i);
      gint32 told = RCP_DAY_INVALID;
      double weight = rcp_publication_weigh (evidence, day, &told);

      candidate.all += weight;
      if (evidence->is_firm)
        candidate.firm += weight;
      /* Of two that tell the same day, the one that gives its weekday says more. */
      if (evidence->is_fresh && told != RCP_DAY_INVALID &&
          (told > fresh || (told == fresh && evidence->shape->piece.weekday > 0)))
        {
          fresh = told;
          candidate.freshest = evidence;
        }
    }
  candidate.age = candidate.freshest ? day - fresh : 0;
  age = candidate.freshest ? rcp_publication_weigh_age (candidate.freshest, day - fresh) : NO_AGE;
  gap = self->earliest > 1 ? PER_YEAR_AFTER_WRITTEN * (day - self->earliest) / 365.25
                           : PER_YEAR_BEFORE_TODAY * (self->bounds.last_day - day) / 365.25;

  candidate.firm += age + gap;
  candidate.all += age + gap + rcp_publication_weigh_weekday (day);
  return candidate;
}

static void
weigh_windows (Solving *self, GArray *windows)
{
  gint32 next = G_MININT32;

  g_array_sort (windows, compare_spans);
  for (guint i = 0; i < windows->len; i++)
    {
      RcpPublicationSpan window = g_array_index (windows, RcpPublicationSpan, i);

      for (gint32 day = MAX (window.first_day, next); day <= window.last_day; day++)
        {
          Candidate candidate = weigh_day (self, day);

          g_array_append_val (self->candidates, candidate);
          next = day + 1;
        }
    }
}

/* The most plausible day; among equals the one in the middle. */
static guint
find_best (const Solving *self)
{
  double best = -G_MAXDOUBLE;
  guint first = 0, n = 0;

  for (guint i = 0; i < self->candidates->len; i++)
    best = MAX (best, candidate_at (self, i)->all);
  for (guint i = 0; i < self->candidates->len; i++)
    if (candidate_at (self, i)->all >= best - 1e-6)
      n++;
  n = (n - 1) / 2;
  for (first = 0; first < self->candidates->len; first++)
    if (candidate_at (self, first)->all >= best - 1e-6 && n-- == 0)
      break;
  return first;
}

/* The days around the best one that firm evidence leaves. */
static RcpPublicationSpan
find_span (const Solving *self, guint best)
{
  RcpPublicationSpan span = { candidate_at (self, best)->day, candidate_at (self, best)->day };
  double most = candidate_at (self, best)->firm, least;

  for (guint i = 0; i < self->candidates->len; i++)
    if (ABS (candidate_at (self, i)->day - span.first_day) <= AFTER_YEARLY)
      most = MAX (most, candidate_at (self, i)->firm);
  least = most + log (MIN_SHARE);
  for (guint i = best; i-- > 0 && span.first_day - candidate_at (self, i)->day <= MAX_GAP;)
    if (candidate_at (self, i)->firm >= least)
      span.first_day = candidate_at (self, i)->day;
  for (guint i = best + 1; i < self->candidates->len && candidate_at (self, i)->day - span.last_day <= MAX_GAP; i++)
    if (candidate_at (self, i)->firm >= least)
      span.last_day = candidate_at (self, i)->day;
  return span;
}

static gboolean
is_contradicted (const Solving *self, gint32 day)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      gint32 told;

      if (rcp_publication_weigh (evidence_at (self, i), day, &told) <= RCP_PUBLICATION_CONTRADICTED)
        return TRUE;
    }
  return FALSE;
}

/* What gives the article's own day, the one with a date before a mere weekday. */
static const RcpPublicationEvidence *
find_own_day (const Solving *self, gint32 best)
{
  const RcpPublicationEvidence *own = NULL;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const RcpPublicationEvidence *evidence = evidence_at (self, i);
      gint32 told;

      if ((evidence->kind == RCP_PUBLICATION_CLUE_PRESENT_DAY || evidence->kind == RCP_PUBLICATION_CLUE_NEAR_DAY) &&
          rcp_publication_weigh (evidence, best, &told) > -1.0 &&
          (own == NULL || (own->shape->piece.day == 0 && evidence->shape->piece.day > 0)))
        own = evidence;
    }
  return own;
}

static const RcpPublicationEvidence *
find_announced (const Solving *self, gint32 best)
{
  const RcpPublicationEvidence *announced = NULL;

  for (guint i = 0; i < self->evidence->len; i++)
    {
      const RcpPublicationEvidence *evidence = evidence_at (self, i);
      gint32 told;

      if (evidence->kind == RCP_PUBLICATION_CLUE_WEEKDAY_DATE &&
          rcp_publication_weigh (evidence, best, &told) > RCP_PUBLICATION_CONTRADICTED)
        announced = evidence;
    }
  return announced;
}

/* The evidence to name first: what gives the very day, else the freshest day told, else what is announced. */
static const RcpPublicationEvidence *
find_lead (const Solving *self, const Candidate *best, RcpPublicationSpan span)
{
  const RcpPublicationEvidence *own = find_own_day (self, best->day);

  if (own && span.first_day == span.last_day)
    return own;
  if (best->freshest && best->age <= MAX_SPAN_DAYS)
    return best->freshest;
  return own ? own : find_announced (self, best->day);
}

static RcpDateRule
lead_rule (const RcpPublicationEvidence *lead, const Candidate *best)
{
  const RcpPublicationEvidence *dated = lead->shape->piece.day > 0 || best->freshest == NULL ? lead : best->freshest;
  const RcpDatePiece *piece = &dated->shape->piece;

  return piece->weekday > 0 && piece->day > 0 && piece->year == 0 ? RCP_DATE_RULE_YEAR_WEEKDAY : RCP_DATE_RULE_FRESHEST;
}

/**
 * rcp_publication_solve:
 * @evidence: (element-type RcpPublicationEvidence): what the text says
 * @bounds: the days it may have appeared, as far as is known from elsewhere
 * @rule: the rule to give where @bounds alone decide; %RCP_DATE_RULE_NONE where they are not to
 *
 * Weighs each day that the evidence leaves in reach with all of it together. The same evidence in any order gives the
 * same answer.
 *
 * Returns: (transfer full) (nullable): when the text appeared, with its best day, without clues; NULL where it does not
 *   say.
 */
RcpPublication *
rcp_publication_solve (const RcpSegmentedText *text, const GArray *evidence, RcpPublicationSpan bounds, RcpDateRule rule)
{
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) windows = NULL;
  Solving self = { evidence, bounds, MAX (rcp_publication_earliest (evidence), 1), candidates };
  const RcpPublicationEvidence *lead;
  const Candidate *best;
  RcpPublicationSpan span;
  RcpEdtfFlags flags = RCP_EDTF_EXACT;
  double total = 0.0, elsewhere = 0.0;
  g_autoptr (RcpEdtf) date = NULL;
  g_autofree char *words = NULL;
  RcpRange range = { 0, 0 };
  RcpPublication *publication;
  guint at;

  if (bounds.first_day > bounds.last_day)
    return NULL;
  windows = list_windows (&self);
  weigh_windows (&self, windows);
  if (candidates->len == 0)
    return NULL;
  at = find_best (&self);
  best = candidate_at (&self, at);
  span = find_span (&self, at);
  if (span.last_day - span.first_day >= MAX_SPAN_DAYS)
    return NULL;
  for (guint i = 0; i < candidates->len; i++)
    {
      double share = exp (candidate_at (&self, i)->all - best->all);

      total += share;
      if (ABS (candidate_at (&self, i)->day - best->day) > AFTER_YEARLY)
        elsewhere += share;
    }
  lead = find_lead (&self, best, span);
  if (lead == NULL && rule == RCP_DATE_RULE_NONE)
    return NULL;

  if (elsewhere / total > MAX_ELSEWHERE)
    flags |= RCP_EDTF_UNCERTAIN;
  if (span.last_day - span.first_day >= MAX_EXACT_DAYS)
    flags |= RCP_EDTF_APPROXIMATE;
  if (span.first_day == span.last_day && (1.0 / total < MIN_SURE || is_contradicted (&self, best->day)))
    flags |= RCP_EDTF_UNCERTAIN;
  date = rcp_edtf_new_interval (span.first_day, span.last_day, flags);
  if (date == NULL)
    return NULL;
  if (lead)
    words = rcp_publication_dup_words (text, lead->shape, lead->other, &range);
  publication = rcp_publication_new (date, RCP_PUBLISHED_INFERRED, lead ? lead_rule (lead, best) : rule, words, range);
  publication->best_day = best->day;
  publication->is_sure = span.first_day == span.last_day && flags == RCP_EDTF_EXACT;
  return publication;
}
