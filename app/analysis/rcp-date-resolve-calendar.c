#include "config.h"

#include "rcp-date-resolver-private.h"

/* How long ago a day may be that the words around announce, before the one a year on is meant. */
#define PAST_PLAN_DAYS 60

/* Beside a verb of the past, a day of the year lies ahead only within three weeks: a date a year back is rarely told
 * without its year, and the verb may be that of another clause. */
#define NEAR_PAST_BIAS 17

/**
 * rcp_date_resolver_find_year:
 * @found: (out): whether there is one
 *
 * Returns: the year of a month, or of a day and month, that gives none.
 */
int
rcp_date_resolver_find_year (const RcpDateResolver *self, const RcpDatePiece *piece, gboolean *found)
{
  gint32 reference = self->context->reference, best = RCP_DAY_INVALID;
  RcpYmd today = rcp_day_to_ymd (reference);
  int towards = rcp_date_resolver_direction (self, piece), best_year = today.year;
  gint64 best_cost = G_MAXINT64;

  *found = FALSE;
  if (reference == RCP_DAY_INVALID)
    return 0;
  /* A leap day comes back after at most eight years. */
  for (int year = today.year - 8; year <= today.year + 8; year++)
    {
      int span = ABS (year - today.year);
      gint32 day, last;
      gint64 cost;

      if (span > 1 && !(piece->month == 2 && piece->day == 29))
        continue;
      day = rcp_day_from_ymd (year, piece->month, piece->day > 0 ? piece->day : 1);
      if (day == RCP_DAY_INVALID)
        continue;
      last = piece->day > 0 ? day : day + rcp_days_in_month (year, piece->month) - 1;
      if (piece->has_dir && piece->dir < 0 && piece->day == 0 && last >= reference)
        continue;
      if (piece->has_dir && piece->dir > 0 && piece->day == 0 && day <= reference)
        continue;
      if (day <= reference && reference <= last)
        cost = 0;
      else if (last < reference)
        cost = (gint64) (reference - last) * (towards > 0 ? 1000 : 1);
      else
        cost = (gint64) (day - reference) * (towards < 0   ? (piece->has_dir || self->bound == RCP_BOUND_SINCE ? 1000 : NEAR_PAST_BIAS)
                                             : towards > 0 ? 1
                                                           : RCP_DATE_FUTURE_BIAS);
      /* The words of a planned thing may have come to pass: some days back beat eleven months ahead, for which the year
       * would be told. */
      if (towards > 0 && !piece->has_dir && last < reference && reference - last <= 7)
        cost = (gint64) (reference - last) * 5;
      else if (towards > 0 && !piece->has_dir && piece->day > 0 && last < reference && reference - last <= PAST_PLAN_DAYS)
        cost = (gint64) (reference - last) * 5;
      if (piece->weekday > 0 && piece->day > 0 && rcp_day_get_weekday (day) != piece->weekday)
        cost += 1000000;
      if (cost < best_cost)
        {
          best_cost = cost;
          best = day;
          best_year = year;
        }
    }
  *found = best != RCP_DAY_INVALID;
  return best_year;
}

/* How many days before the publication an order is looked for that names no day of its own: what was to be done "by Friday" is
 * yet to come but for a day or so; what was to be done "on Friday" lies nearest to the publication on either side. Wrong guesses
 * are a week off. */
#define ORDERED_BY_DAYS 1
#define ORDERED_ON_DAYS 3

/* "on Monday ordered schools to close on Wednesday": the first such day after the order. */
static gint32
find_ordered_day (const RcpDateResolver *self, int weekday)
{
  gint32 reference = self->context->reference, act = self->context->previous_day, first;

  if (act != RCP_DAY_INVALID && act <= reference && reference - act < 7)
    first = act + 1;
  else
    first = reference - (self->bound == RCP_BOUND_UNTIL ? ORDERED_BY_DAYS : ORDERED_ON_DAYS);
  return first + (weekday - rcp_day_get_weekday (first) + 7) % 7;
}

static gboolean
resolve_weekday (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, monday, day;
  int towards = rcp_date_resolver_direction (self, piece), ahead, back;

  if (reference == RCP_DAY_INVALID)
    return FALSE;
  monday = reference - (rcp_day_get_weekday (reference) - 1);
  back = (rcp_day_get_weekday (reference) - piece->weekday + 7) % 7;
  ahead = (piece->weekday - rcp_day_get_weekday (reference) + 7) % 7;
  if (piece->follows_weekday && self->context->previous_day != RCP_DAY_INVALID)
    {
      gint32 previous = self->context->previous_day;

      day = previous + (piece->weekday - rcp_day_get_weekday (previous) + 6) % 7 + 1;
      /* After "this Saturday" the next day named follows it, whatever the verb. */
      if (previous == reference || (previous > reference && towards <= 0)
          || (previous < reference && (day <= reference || towards > 0)))
        return rcp_date_resolver_set_day (
            self, day, day <= reference ? RCP_DATE_RULE_WEEKDAY_BEFORE : RCP_DATE_RULE_WEEKDAY_AFTER,
            RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (piece->has_dir)
    {
      /* "ce mardi prochain", "le prochain mardi": the coming one; "mardi prochain": that of next week */
      if (piece->has_this || piece->sign == 1)
        day = piece->dir < 0 ? reference - (back == 0 ? 7 : back) : reference + (ahead == 0 ? 7 : ahead);
      else if (piece->dir < 0)
        day = reference - (back == 0 ? 7 : back);
      else
        day = monday + 7 + piece->weekday - 1;
      return rcp_date_resolver_set_day (
          self, day, piece->dir < 0 ? RCP_DATE_RULE_WEEKDAY_BEFORE : RCP_DATE_RULE_WEEKDAY_AFTER,
          RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (self->is_ordered && !piece->has_this)
    day = find_ordered_day (self, piece->weekday);
  /* On a Wednesday the press says "mercredi" for that day, be it for what is to come. */
  else if (back == 0)
    day = reference;
  else if (piece->has_this && piece->sign > 0)
    /* "this Saturday": the coming one, unless the verb tells the past */
    day = towards < 0 ? reference - back : reference + ahead;
  else if (piece->has_this)
    /* "ce jeudi": the day itself, told the same day or announced for this week */
    day = towards < 0 || (towards == 0 && back <= 1) ? reference - back : reference + ahead;
  else if (towards > 0)
    day = reference + (ahead == 0 ? 7 : ahead);
  else
    day = reference - back;
  return rcp_date_resolver_set_day (
      self, day, day <= reference ? RCP_DATE_RULE_WEEKDAY_BEFORE : RCP_DATE_RULE_WEEKDAY_AFTER,
      RCP_DATE_ANCHOR_PUBLICATION);
}

/* "le lundi suivant": counted from the last date told. */
static gboolean
resolve_text_weekday (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 told = piece->dir > 0 ? self->context->told_last : self->context->told_first;
  RcpDateAnchor anchor = RCP_DATE_ANCHOR_TEXT;
  int steps;

  if (told == RCP_DAY_INVALID)
    {
      told = self->context->reference;
      anchor = RCP_DATE_ANCHOR_PUBLICATION;
      self->out->flags |= RCP_EDTF_UNCERTAIN;
    }
  if (told == RCP_DAY_INVALID)
    return FALSE;
  steps = piece->dir > 0 ? (piece->weekday - rcp_day_get_weekday (told) + 7) % 7
                         : (rcp_day_get_weekday (told) - piece->weekday + 7) % 7;
  return rcp_date_resolver_set_day (
      self, told + piece->dir * (steps == 0 ? 7 : steps),
      piece->dir > 0 ? RCP_DATE_RULE_WEEKDAY_AFTER : RCP_DATE_RULE_WEEKDAY_BEFORE, anchor);
}

/* "le 30", "mardi 26": a day whose month is left to the reader. */
static gboolean
resolve_day_of_month (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, best = RCP_DAY_INVALID;
  int towards = rcp_date_resolver_direction (self, piece), best_cost = G_MAXINT;
  RcpYmd ymd;

  if (reference == RCP_DAY_INVALID)
    return FALSE;
  /* "du 12 avril … jusqu'au 22": the month that the sentence has just named */
  if (self->context->named_day != RCP_DAY_INVALID && piece->weekday == 0 && !piece->has_dir)
    {
      ymd = rcp_day_to_ymd (self->context->named_day);
      if (piece->day > ymd.day)
        return rcp_date_resolver_set_day (self, rcp_day_from_ymd (ymd.year, ymd.month, piece->day),
                                          RCP_DATE_RULE_MONTH_NEAREST, RCP_DATE_ANCHOR_TEXT);
    }
  for (int months = -12; months <= 12; months++)
    {
      gint32 first, day;
      int cost;

      ymd = rcp_day_to_ymd (reference);
      first = rcp_day_add_months (rcp_day_from_ymd (ymd.year, ymd.month, 1), months);
      if (first == RCP_DAY_INVALID)
        continue;
      ymd = rcp_day_to_ymd (first);
      day = rcp_day_from_ymd (ymd.year, ymd.month, piece->day);
      if (day == RCP_DAY_INVALID || (piece->weekday > 0 && rcp_day_get_weekday (day) != piece->weekday))
        continue;
      cost = day <= reference ? (reference - day) * (towards > 0 ? 100 : 1)
                              : (day - reference) * (towards < 0   ? 100
                                                     : towards > 0 ? 1
                                                                   : 2);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = day;
        }
    }
  return best != RCP_DAY_INVALID &&
         rcp_date_resolver_set_day (self, best, RCP_DATE_RULE_MONTH_NEAREST, RCP_DATE_ANCHOR_PUBLICATION);
}

/* "dans la nuit de mardi à mercredi": the night belongs to the day it begins. */
static gboolean
resolve_night (RcpDateResolver *self, RcpDatePiece *piece)
{
  piece->weekday2 = 0;
  if (piece->day2 > 0)
    {
      piece->day = piece->day2;
      if (piece->month2 > 0)
        piece->month = piece->month2;
      piece->day2 = 0;
    }
  return TRUE;
}

/** rcp_date_resolver_calendar: days, months, years and weekdays, whatever of them is written. */
gboolean
rcp_date_resolver_calendar (RcpDateResolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given;
  gint32 reference = self->context->reference, first;
  RcpYmd today = rcp_day_to_ymd (reference);
  RcpDateAnchor anchor = RCP_DATE_ANCHOR_NONE;
  RcpDateRule rule = RCP_DATE_RULE_WRITTEN;
  gboolean found;

  /* "the third day of October", "the 26th" */
  if (piece.day == 0 && piece.nth > 0)
    piece.day = piece.nth;
  /* "12.III.2019" */
  if (piece.month == 0 && piece.day > 0 && piece.year > 0 && piece.nth >= 1 && piece.nth <= 12)
    piece.month = piece.nth;
  if (piece.weekday2 > 0 || piece.day2 > 0)
    resolve_night (self, &piece);
  if (piece.year == 0 && piece.month > 0)
    {
      if (reference == RCP_DAY_INVALID)
        return FALSE;
      anchor = RCP_DATE_ANCHOR_PUBLICATION;
      if (piece.unit == RCP_UNIT_YEAR ||
          (piece.has_this && piece.sign == 0 && piece.weekday == 0 && !piece.has_dir))
        {
          piece.year = today.year + (piece.has_dir ? piece.dir : 0);
          rule = RCP_DATE_RULE_UNIT;
        }
      else
        {
          piece.year = rcp_date_resolver_find_year (self, &piece, &found);
          rule = piece.weekday > 0 && piece.day > 0 ? RCP_DATE_RULE_YEAR_WEEKDAY : RCP_DATE_RULE_YEAR_NEAREST;
          if (!found)
            return FALSE;
          if (piece.sign == 2)
            piece.year += 1;
        }
    }
  if (piece.month == 0 && piece.day > 0 && piece.unit == RCP_UNIT_MONTH)
    {
      if (reference == RCP_DAY_INVALID)
        return FALSE;
      first =
          rcp_day_add_months (rcp_day_from_ymd (today.year, today.month, 1), piece.has_dir ? piece.dir : 0);
      if (first == RCP_DAY_INVALID)
        return FALSE;
      piece.year = rcp_day_to_ymd (first).year;
      piece.month = rcp_day_to_ymd (first).month;
      anchor = RCP_DATE_ANCHOR_PUBLICATION;
      rule = RCP_DATE_RULE_UNIT;
    }
  if (piece.day > 0 && piece.month == 0)
    return resolve_day_of_month (self, &piece);
  if (piece.day > 0)
    {
      gint32 day = rcp_day_from_ymd (piece.year, piece.month, piece.day);

      if (day == RCP_DAY_INVALID)
        return FALSE;
      self->out->conflict = piece.weekday > 0 && rcp_day_get_weekday (day) != piece.weekday;
      if (self->out->conflict && rule == RCP_DATE_RULE_YEAR_WEEKDAY)
        rule = RCP_DATE_RULE_YEAR_NEAREST;
      return rcp_date_resolver_set_day (self, day, rule, anchor);
    }
  if (piece.month > 0)
    {
      first = rcp_day_from_ymd (piece.year, piece.month, 1);
      if (first == RCP_DAY_INVALID)
        return FALSE;
      return rcp_date_resolver_set (self, first, first + rcp_days_in_month (piece.year, piece.month) - 1,
                                    RCP_PRECISION_MONTH, rule, anchor) &&
             rcp_date_resolver_take_part (self, &piece);
    }
  if (piece.year > 0)
    return rcp_date_resolver_set (self, rcp_day_from_ymd (piece.year, 1, 1),
                                  rcp_day_from_ymd (piece.year, 12, 31), RCP_PRECISION_YEAR, rule, anchor) &&
           rcp_date_resolver_take_part (self, &piece);
  if (piece.weekday > 0 && piece.text_dir)
    return resolve_text_weekday (self, &piece);
  if (piece.weekday > 0)
    return resolve_weekday (self, &piece);
  return FALSE;
}
