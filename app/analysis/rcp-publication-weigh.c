#include "config.h"

#include "rcp-publication-private.h"

#include <math.h>

/* How well a piece of evidence agrees with a day of publication: natural logarithms of rough likelihoods, 0 for
 * evidence that does not mind. The tables are general habits of the press, in round figures and not fitted to any
 * collection. Where one is wrong, another day of the interval is named as the most plausible, or the interval is
 * wider or narrower than it should be; the day is called sure only where they leave almost no other. */

/* A day told as past that comes after the article, a weekday that its date does not have, an article that is older
 * than the date of its last change: each is a slip of a writer or of this reader, seldom. */
#define TOLD_TOO_EARLY (-6.0)
#define WRONG_WEEKDAY (-8.0)
#define REVISED_BEFORE (-9.0)

/* What is announced may be told late: the tense is read from the words nearby, and not always rightly. */
#define ANNOUNCED_TOO_LATE (-5.0)

/* A weekday or a bare day is used with its month for days not long gone: for so many, then less and less. */
#define RECENT_DAYS 120
#define FADING_DAYS 90.0

/* Announcements look ahead some weeks, the likelier the nearer. */
#define AHEAD_DAYS 20.0

/* "ce mercredi" told as done, by the days since that Wednesday: it is the article's own, at times the day before. */
static const double present_weekday[7] = { 0.90, 0.06, 0.01, 0.01, 0.01, 0.005, 0.005 };

/* "ce mercredi" announced, by the days until it. */
static const double coming_present[7] = { 0.40, 0.20, 0.14, 0.10, 0.07, 0.05, 0.04 };

/* "mardi" told as past, by the days since: dispatches call the day itself so, and any of the last six. */
static const double past_weekday[7] = { 0.42, 0.30, 0.09, 0.06, 0.05, 0.04, 0.04 };

/* "mardi dernier", by the days since; at 0 a whole week. */
static const double last_weekday[7] = { 0.08, 0.10, 0.14, 0.17, 0.18, 0.17, 0.16 };

/* "samedi" announced, by the days until it. */
static const double coming_weekday[7] = { 0.06, 0.36, 0.20, 0.14, 0.10, 0.08, 0.06 };

/* "en début de semaine" told as past, and "le week-end dernier", by the day on which it is said, Monday first. */
static const double after_start_of_week[7] = { 0.02, 0.10, 0.25, 0.26, 0.23, 0.07, 0.07 };
static const double after_weekend[7] = { 0.42, 0.25, 0.12, 0.07, 0.04, 0.02, 0.08 };
static const double before_weekend[7] = { 0.05, 0.08, 0.13, 0.26, 0.36, 0.10, 0.02 };

/* How long after the freshest day told an article appears. A weekday with its date is the habit of dispatches,
 * which tell it the same day, the next, or within the three of a week-end. A bare date is used for some weeks, a
 * month for two. */
static const double age_of_weekday[8] = { 0.25, 0.36, 0.16, 0.10, 0.03, 0.02, 0.02, 0.02 };
static const double age_of_day[15] = { 0.12, 0.17,  0.10,  0.08,  0.05,  0.05,  0.05, 0.05,
                                       0.03, 0.03,  0.03,  0.03,  0.03,  0.03,  0.03 };
#define AGE_OF_MONTH 0.012
#define MONTH_DAYS 62

/* Of a day longer gone than the tables reach nothing more is said. */
#define LONG_AGO (-9.0)

/* The share of a week's articles by the day they appear on, Monday first. */
static const double weekdays[7] = { 0.17, 0.17, 0.17, 0.17, 0.17, 0.08, 0.07 };

/**
 * rcp_publication_find_yearly:
 * @piece: a day and a month without a year
 * @toward: -1 for the latest such day not after @day, 1 for the next one not before it
 *
 * Returns: that day; %RCP_DAY_INVALID for none within nine years (29 February).
 */
gint32
rcp_publication_find_yearly (const RcpDatePiece *piece, gint32 day, int toward)
{
  int year = rcp_day_to_ymd (day).year;

  for (int i = 0; i <= 9; i++)
    {
      gint32 found = rcp_day_from_ymd (year + i * toward, piece->month, piece->day);

      if (found != RCP_DAY_INVALID && (toward < 0 ? found <= day : found >= day))
        return found;
    }
  return RCP_DAY_INVALID;
}

static gint32
nearest_yearly (const RcpDatePiece *piece, gint32 day)
{
  gint32 before = rcp_publication_find_yearly (piece, day, -1), after = rcp_publication_find_yearly (piece, day, 1);

  if (before == RCP_DAY_INVALID || after == RCP_DAY_INVALID)
    return before == RCP_DAY_INVALID ? after : before;
  return day - before <= after - day ? before : after;
}

static gboolean
has_weekday (const RcpDatePiece *piece, gint32 day)
{
  return piece->weekday == 0 || rcp_day_get_weekday (day) == piece->weekday;
}

static double
weigh_ahead (int days)
{
  return MAX (-days / AHEAD_DAYS, -4.0);
}

/* "mardi 26 mars", "le 26 mars" */
static double
weigh_yearly (const RcpPublicationEvidence *self, gint32 day, gint32 *told)
{
  const RcpDatePiece *piece = &self->shape->piece;
  gint32 before = rcp_publication_find_yearly (piece, day, -1), after = rcp_publication_find_yearly (piece, day, 1);
  double past, ahead;

  past = before == RCP_DAY_INVALID || !has_weekday (piece, before) ? WRONG_WEEKDAY
                                                                   : -MAX (day - before - RECENT_DAYS, 0) / FADING_DAYS;
  ahead = after == RCP_DAY_INVALID || !has_weekday (piece, after) ? WRONG_WEEKDAY : weigh_ahead (after - day);
  /* "le 26 mars dernier" is not said the same week. */
  if (piece->has_dir && piece->dir < 0 && before != RCP_DAY_INVALID && day - before < 5)
    past -= 1.5;
  if (self->toward > 0)
    {
      /* What was announced for a day just gone by. */
      if (ahead <= WRONG_WEEKDAY && past > WRONG_WEEKDAY && day - before <= 7)
        return ANNOUNCED_TOO_LATE;
      return ahead;
    }
  /* "est interdit jusqu'au 6 novembre": an end is ahead more often than not. */
  if (self->toward == 0 && self->shape->bound == RCP_BOUND_UNTIL)
    return MAX (ahead, past - 1.5);
  if (self->toward == 0 && past <= WRONG_WEEKDAY && ahead > WRONG_WEEKDAY)
    return ahead - 1.0;
  if (past > WRONG_WEEKDAY)
    *told = before;
  return past;
}

/* "ce mercredi", "ce jeudi 9 mai" */
static double
weigh_present (const RcpPublicationEvidence *self, gint32 day)
{
  const RcpDatePiece *piece = &self->shape->piece;
  gint32 told;

  if (piece->day == 0)
    {
      int back = (rcp_day_get_weekday (day) - piece->weekday + 7) % 7, ahead = (7 - back) % 7;

      return log (self->toward > 0 ? coming_present[ahead] : present_weekday[back]);
    }
  told = self->first_day != RCP_DAY_INVALID ? self->first_day : nearest_yearly (piece, day);
  if (told == RCP_DAY_INVALID || !has_weekday (piece, told))
    return WRONG_WEEKDAY;
  if (self->toward > 0 && told >= day)
    return told - day < 7 ? log (coming_present[told - day]) : ANNOUNCED_TOO_LATE;
  return told == day ? log (0.92) : told == day - 1 ? log (0.05) : told == day - 2 ? log (0.01) : ANNOUNCED_TOO_LATE;
}

/* "hier, 4 mai", "hier mardi" */
static double
weigh_near (const RcpPublicationEvidence *self, gint32 day)
{
  const RcpDatePiece *piece = &self->other->piece;
  gint32 told = day + self->offset;
  gboolean fits = self->first_day != RCP_DAY_INVALID ? told == self->first_day : has_weekday (piece, told);

  if (self->first_day == RCP_DAY_INVALID && piece->month > 0)
    {
      RcpYmd ymd = rcp_day_to_ymd (told);

      fits = fits && ymd.month == piece->month && ymd.day == piece->day;
    }
  return fits ? log (0.94) : -4.5;
}

static double
weigh_weekday (const RcpPublicationEvidence *self, gint32 day)
{
  const RcpDatePiece *piece = &self->shape->piece;
  int back = (rcp_day_get_weekday (day) - piece->weekday + 7) % 7, ahead = (7 - back) % 7;

  if (piece->has_dir)
    return log (piece->dir < 0 ? last_weekday[back] : coming_weekday[ahead == 0 ? 6 : ahead]);
  if (self->toward != 0)
    return log (self->toward < 0 ? past_weekday[back] : coming_weekday[ahead]);
  return log (0.6 * past_weekday[back] + 0.4 * coming_weekday[ahead]);
}

static double
weigh_period (const RcpPublicationEvidence *self, gint32 day)
{
  int weekday = rcp_day_get_weekday (day) - 1;

  if (self->shape->piece.unit == RCP_UNIT_WEEKEND)
    return log (self->toward > 0 ? before_weekend[weekday] : after_weekend[weekday]);
  return self->toward > 0 ? 0.0 : log (after_start_of_week[weekday]);
}

/**
 * rcp_publication_weigh:
 * @day: a day of publication
 * @told: (out): the day it tells of, on that day of publication; unchanged where it tells of none
 *
 * Returns: how well the evidence agrees with it; %RCP_PUBLICATION_CONTRADICTED or less where it does not.
 */
double
rcp_publication_weigh (const RcpPublicationEvidence *evidence, gint32 day, gint32 *told)
{
  switch (evidence->kind)
    {
    case RCP_PUBLICATION_CLUE_REVISED:
      return day > evidence->last_day ? REVISED_BEFORE : -MIN (evidence->last_day - day, 365) / 120.0;
    case RCP_PUBLICATION_CLUE_WRITTEN:
    case RCP_PUBLICATION_CLUE_YEAR:
      if (evidence->toward > 0)
        return day > evidence->last_day ? ANNOUNCED_TOO_LATE : 0.0;
      if (evidence->first_day > day)
        return TOLD_TOO_EARLY;
      *told = evidence->first_day;
      return 0.0;
    case RCP_PUBLICATION_CLUE_FUTURE:
      return day > evidence->last_day ? ANNOUNCED_TOO_LATE : weigh_ahead (MAX (evidence->first_day - day, 0));
    case RCP_PUBLICATION_CLUE_WEEKDAY_DATE:
    case RCP_PUBLICATION_CLUE_DAY_MONTH:
      return weigh_yearly (evidence, day, told);
    case RCP_PUBLICATION_CLUE_PRESENT_DAY:
      return weigh_present (evidence, day);
    case RCP_PUBLICATION_CLUE_NEAR_DAY:
      return weigh_near (evidence, day);
    case RCP_PUBLICATION_CLUE_WEEKDAY:
      return weigh_weekday (evidence, day);
    case RCP_PUBLICATION_CLUE_PERIOD:
      return weigh_period (evidence, day);
    default:
      return 0.0;
    }
}

/**
 * rcp_publication_weigh_age:
 * @freshest: the evidence of the freshest day told
 * @days: how many days before the article that day is
 *
 * Returns: how well so long a time agrees with what the press does.
 */
double
rcp_publication_weigh_age (const RcpPublicationEvidence *freshest, int days)
{
  double weight;

  if (freshest->precision >= RCP_PRECISION_MONTH)
    weight = log (AGE_OF_MONTH) - MAX (days - MONTH_DAYS, 0) / 60.0;
  else if (freshest->shape->piece.weekday > 0)
    weight = days < (int) G_N_ELEMENTS (age_of_weekday) ? log (age_of_weekday[days]) : log (0.002) - (days - 8) / 20.0;
  else
    weight = days < (int) G_N_ELEMENTS (age_of_day) ? log (age_of_day[days]) : log (0.006) - (days - 15) / 25.0;
  return MAX (weight, LONG_AGO);
}

/** rcp_publication_weigh_weekday: how many articles appear on such a weekday. */
double
rcp_publication_weigh_weekday (gint32 day)
{
  return log (weekdays[rcp_day_get_weekday (day) - 1]);
}
