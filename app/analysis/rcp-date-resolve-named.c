#include "config.h"

#include "rcp-date-resolver-private.h"

/* Where the past is told, a feast to come is meant only if it is so much nearer than the last: "le marché a rouvert à
 * Pâques", written at Easter. */
#define PAST_FEAST_BIAS 60

static int
stated_year (const RcpDateResolver *self, const RcpDatePiece *piece, RcpDateRule *rule, RcpDateAnchor *anchor)
{
  *rule = RCP_DATE_RULE_WRITTEN;
  *anchor = RCP_DATE_ANCHOR_NONE;
  if (piece->year > 0)
    return piece->year;
  *rule = RCP_DATE_RULE_UNIT;
  *anchor = RCP_DATE_ANCHOR_PUBLICATION;
  if (self->context->reference == RCP_DAY_INVALID)
    return 0;
  return rcp_day_to_ymd (self->context->reference).year + (piece->has_dir ? piece->dir : 0);
}

/** rcp_date_resolver_season: a season, of the year that is written or nearest in the told direction. */
gboolean
rcp_date_resolver_season (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, first = 0, last = 0;
  int season = piece->season - 1, year = piece->year, towards = rcp_date_resolver_direction (self, piece);
  RcpDateAnchor anchor = RCP_DATE_ANCHOR_NONE;
  g_autoptr (RcpEdtf) edtf = NULL;

  if (year == 0)
    {
      if (reference == RCP_DAY_INVALID)
        return FALSE;
      anchor = RCP_DATE_ANCHOR_PUBLICATION;
      year = rcp_day_to_ymd (reference).year + 1;
      for (int tries = 0; tries < 4; tries++, year--)
        {
          g_autoptr (RcpEdtf) candidate = rcp_edtf_new_season (year, season);

          if (candidate == NULL)
            continue;
          first = rcp_edtf_get_first_day (candidate);
          last = rcp_edtf_get_last_day (candidate);
          if (piece->has_this &&
              rcp_day_to_ymd (season == 3 ? last : first).year == rcp_day_to_ymd (reference).year)
            break;
          if (piece->has_this)
            continue;
          if (towards > 0 ? first <= reference || rcp_day_to_ymd (reference).year + 1 < year : FALSE)
            {
              year += first <= reference ? 1 : 0;
              break;
            }
          if (towards <= 0 && (piece->has_dir ? last < reference : first <= reference))
            break;
        }
    }
  edtf = rcp_edtf_new_season (year, season);
  if (edtf == NULL)
    return FALSE;
  return rcp_date_resolver_set (self, rcp_edtf_get_first_day (edtf), rcp_edtf_get_last_day (edtf),
                                RCP_PRECISION_SEASON, RCP_DATE_RULE_SEASON, anchor) &&
         rcp_date_resolver_take_part (self, piece);
}

/* A quarter or half-year that names no year: that of the reference, or the one before where it has not begun, or has hardly
 * and the past is told: in March "au premier semestre" tells of last year. */
static int
year_of_slice (const RcpDateResolver *self, const RcpDatePiece *piece, int year, gint32 months, int which)
{
  gint32 first = rcp_day_from_ymd (year, (which - 1) * months + 1, 1), far = first + months * 30 * 2 / 3;

  return piece->year == 0 && !piece->has_dir && !piece->has_this && self->tense <= 0 &&
                 (self->tense < 0 ? far : first) > self->context->reference
             ? year - 1
             : year;
}

/** rcp_date_resolver_slice: a quarter or half-year; @months is its length, @which counts from 1. */
gboolean
rcp_date_resolver_slice (RcpDateResolver *self, const RcpDatePiece *piece, int months, int which)
{
  RcpDateRule rule;
  RcpDateAnchor anchor;
  int year = stated_year (self, piece, &rule, &anchor);
  gint32 first, last;

  if (year == 0 || which < 1 || which * months > 12)
    return FALSE;
  year = year_of_slice (self, piece, year, months, which);
  first = rcp_day_from_ymd (year, (which - 1) * months + 1, 1);
  last = rcp_day_from_ymd (year, which * months, 1);
  if (first == RCP_DAY_INVALID || last == RCP_DAY_INVALID)
    return FALSE;
  return rcp_date_resolver_set (self, first, last + rcp_days_in_month (year, which * months) - 1,
                                RCP_PRECISION_INTERVAL, rule, anchor);
}

/** rcp_date_resolver_decade: "les années 1970", "the 90s". */
gboolean
rcp_date_resolver_decade (RcpDateResolver *self, const RcpDatePiece *piece)
{
  int year = piece->decade > 0 ? piece->decade : piece->year > 0 ? piece->year : piece->count;

  if (year >= 10 && year < 100)
    year += 1900;
  if (year < 1000 || year % 10 != 0)
    return FALSE;
  /* "the 1800s" are a century, "the early 1900s" too. */
  if (piece->decade > 0 && year % 100 == 0 && year < 2000)
    return rcp_date_resolver_set (self, rcp_day_from_ymd (year, 1, 1), rcp_day_from_ymd (year + 99, 12, 31),
                                  RCP_PRECISION_CENTURY, RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE) &&
           rcp_date_resolver_take_part (self, piece);
  return rcp_date_resolver_set (self, rcp_day_from_ymd (year, 1, 1), rcp_day_from_ymd (year + 9, 12, 31),
                                RCP_PRECISION_DECADE, RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE) &&
         rcp_date_resolver_take_part (self, piece);
}

/** rcp_date_resolver_century: "le XIXe siècle", or from one century to another. */
gboolean
rcp_date_resolver_century (RcpDateResolver *self, const RcpDatePiece *piece)
{
  int year = (piece->nth - 1) * 100;

  if (piece->nth < 2 || piece->nth > 30)
    return FALSE;
  /* "du XVe au XVIIe siècle" */
  if (piece->count > 1 && piece->count < piece->nth)
    return rcp_date_resolver_set (self, rcp_day_from_ymd ((piece->count - 1) * 100, 1, 1),
                                  rcp_day_from_ymd (year + 99, 12, 31), RCP_PRECISION_INTERVAL, RCP_DATE_RULE_WRITTEN,
                                  RCP_DATE_ANCHOR_NONE);
  return rcp_date_resolver_set (self, rcp_day_from_ymd (year, 1, 1), rcp_day_from_ymd (year + 99, 12, 31),
                                RCP_PRECISION_CENTURY, RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE) &&
         rcp_date_resolver_take_part (self, piece);
}

/* The day of a holiday in a year, or the one nearest to the reference in the told direction. */
static gint32
find_holiday (const RcpDateResolver *self, const RcpDatePiece *piece, int year, gint32 *last_day)
{
  gint32 reference = self->context->reference, found = RCP_DAY_INVALID, first, last, end;
  int towards = self->bound == RCP_BOUND_BEFORE ? 1 : rcp_date_resolver_direction (self, piece);
  gint64 best = G_MAXINT64;

  if (year > 0)
    {
      first = rcp_date_holiday_next (piece->holiday, rcp_day_from_ymd (year, 1, 1), last_day);
      return first != RCP_DAY_INVALID && first <= rcp_day_from_ymd (year, 12, 31) ? first : RCP_DAY_INVALID;
    }
  end = reference + 400 * MAX (piece->holiday->every, 1);
  for (first = MAX (reference - 400 * MAX (piece->holiday->every, 1), 1); first <= end; first++)
    {
      gint64 cost;

      first = rcp_date_holiday_next (piece->holiday, first, &last);
      if (first == RCP_DAY_INVALID)
        break;
      if (piece->has_dir && (piece->dir < 0 ? last >= reference : first <= reference))
        continue;
      if (first <= reference && reference <= last)
        cost = 0;
      else if (last < reference)
        cost = (gint64) (reference - last) * (towards > 0 ? 1000 : 1);
      else
        cost = (gint64) (first - reference) * (towards < 0 ? PAST_FEAST_BIAS : 1);
      if (cost < best)
        {
          best = cost;
          found = first;
          *last_day = last;
        }
    }
  return found;
}

/* "Labor Day weekend": the days off that hold the day, or stand next to it. */
static gboolean
set_long_weekend (RcpDateResolver *self, gint32 day, RcpDateRule rule, RcpDateAnchor anchor)
{
  int weekday = rcp_day_get_weekday (day);
  gint32 saturday = day - weekday + (weekday <= 2 ? -1 : 6);

  if (!rcp_date_resolver_set_day (self, day, rule, anchor))
    return FALSE;
  rcp_date_resolver_step (self);
  return rcp_date_resolver_set (self, MIN (saturday, weekday == 4 || weekday == 5 ? day : saturday),
                                MAX (saturday + 1, weekday == 1 ? day : saturday), RCP_PRECISION_INTERVAL,
                                RCP_DATE_RULE_UNIT, anchor);
}

/** rcp_date_resolver_holiday: a day known by name. */
gboolean
rcp_date_resolver_holiday (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gboolean counted = FALSE;
  RcpDateRule rule;
  RcpDateAnchor anchor;
  int year = stated_year (self, piece, &rule, &anchor);
  gint32 first, last;

  if (year == 0)
    return FALSE;
  /* "Thanksgiving two years ago" */
  if (piece->sign != 0 && piece->count > 0 && piece->count < 10000 && piece->unit == RCP_UNIT_YEAR)
    {
      year += piece->sign * piece->count;
      counted = TRUE;
      if (year < 1)
        return FALSE;
    }
  else if (piece->year == 0 && (piece->unit != RCP_UNIT_YEAR || piece->count > 0))
    {
      year = 0;
      anchor = RCP_DATE_ANCHOR_PUBLICATION;
    }
  rule = RCP_DATE_RULE_HOLIDAY;
  first = find_holiday (self, piece, year, &last);
  if (first == RCP_DAY_INVALID)
    return FALSE;
  if (piece->sign != 0 && piece->count > 0 && !counted)
    {
      if (!rcp_date_resolver_set (self, first, last, RCP_PRECISION_DAY, rule, anchor))
        return FALSE;
      rcp_date_resolver_step (self);
      rule = RCP_DATE_RULE_OFFSET;
      first = rcp_date_add_units (first, piece->unit, piece->sign * piece->count);
      last = rcp_date_add_units (last, piece->unit, piece->sign * piece->count);
    }
  if (piece->holiday->reckoning == RCP_RECKONING_ISLAMIC
      || (piece->holiday->reckoning == RCP_RECKONING_GREGORIAN && first != last))
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  if (piece->holiday->is_local)
    self->out->flags |= RCP_EDTF_UNCERTAIN;
  if (piece->unit == RCP_UNIT_WEEKEND)
    return set_long_weekend (self, first, rule, anchor);
  return rcp_date_resolver_set (self, first, last, first == last ? RCP_PRECISION_DAY : RCP_PRECISION_INTERVAL, rule, anchor)
         && rcp_date_resolver_take_part (self, piece);
}
