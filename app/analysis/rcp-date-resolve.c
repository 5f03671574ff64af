#include "config.h"

#include <string.h>

#include "rcp-date-shape.h"

/* Without a verb near, a day of the year lies ahead only where that day is much nearer than the one gone by: news tells
 * the past, and announces the near future. */
#define FUTURE_BIAS 3

typedef struct
{
  const RcpDateContext *context;
  RcpDateBound bound;
  int tense;
  RcpDateReading *out;
} Resolver;

static gboolean
set (Resolver *self, gint32 first, gint32 last, RcpPrecision precision, RcpDateRule rule, RcpDateAnchor anchor)
{
  if (first == RCP_DAY_INVALID || last == RCP_DAY_INVALID || first > last || first < 1)
    return FALSE;
  self->out->first_day = first;
  self->out->last_day = last;
  self->out->precision = precision;
  self->out->rule = rule;
  self->out->anchor_kind = anchor;
  return TRUE;
}

static gboolean
set_day (Resolver *self, gint32 day, RcpDateRule rule, RcpDateAnchor anchor)
{
  return set (self, day, day, RCP_PRECISION_DAY, rule, anchor);
}

static gboolean
take_part (Resolver *self, const RcpDatePiece *piece)
{
  if (piece->part == RCP_PART_NONE || self->out->precision == RCP_PRECISION_DAY)
    return TRUE;
  rcp_date_part_of (&self->out->first_day, &self->out->last_day, self->out->precision, piece->part);
  self->out->precision = RCP_PRECISION_INTERVAL;
  self->out->flags |= RCP_EDTF_APPROXIMATE;
  self->out->rule = RCP_DATE_RULE_FUZZY_PART;
  return TRUE;
}

/* Which way a date that repeats is to be sought: -1 back, 1 ahead, 0 where nothing tells. */
static int
direction (const Resolver *self, const RcpDatePiece *piece)
{
  if (piece->has_dir)
    return piece->dir;
  if (self->bound == RCP_BOUND_UNTIL || self->bound == RCP_BOUND_FROM)
    return 1;
  if (self->bound == RCP_BOUND_SINCE)
    return -1;
  return self->tense;
}

/* The year of a month or of a day and month that gives none. */
static int
year_of_month (const Resolver *self, const RcpDatePiece *piece, gboolean *found)
{
  gint32 reference = self->context->reference, best = RCP_DAY_INVALID;
  RcpYmd today = rcp_day_to_ymd (reference);
  int towards = direction (self, piece), best_year = today.year;
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
        cost = (gint64) (day - reference) * (towards < 0 ? 1000 : towards > 0 ? 1 : FUTURE_BIAS);
      /* The words of a planned thing may have come to pass: a few days back beat eleven months ahead. */
      if (towards > 0 && !piece->has_dir && last < reference && reference - last <= 7)
        cost = (gint64) (reference - last) * 30;
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

static gboolean
resolve_weekday (Resolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, monday, day;
  int towards = direction (self, piece), ahead, back;

  if (reference == RCP_DAY_INVALID)
    return FALSE;
  monday = reference - (rcp_day_get_weekday (reference) - 1);
  back = (rcp_day_get_weekday (reference) - piece->weekday + 7) % 7;
  ahead = (piece->weekday - rcp_day_get_weekday (reference) + 7) % 7;
  if (piece->has_dir)
    {
      if (piece->has_this)
        day = piece->dir < 0 ? reference - (back == 0 ? 7 : back) : reference + (ahead == 0 ? 7 : ahead);
      else if (piece->dir < 0)
        day = reference - (back == 0 ? 7 : back);
      else
        day = monday + 7 + piece->weekday - 1;
      return set_day (self, day, piece->dir < 0 ? RCP_DATE_RULE_WEEKDAY_BEFORE : RCP_DATE_RULE_WEEKDAY_AFTER,
                      RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (back == 0 && towards <= 0)
    day = reference;
  else if (piece->has_this)
    /* "ce jeudi": the day itself, told the same day or announced for this week */
    day = towards < 0 || (towards == 0 && back <= 1) ? reference - back : reference + ahead;
  else if (towards > 0)
    day = reference + (ahead == 0 ? 7 : ahead);
  else
    day = reference - back;
  return set_day (self, day, day <= reference ? RCP_DATE_RULE_WEEKDAY_BEFORE : RCP_DATE_RULE_WEEKDAY_AFTER,
                  RCP_DATE_ANCHOR_PUBLICATION);
}

/* "le lundi suivant": counted from the last date told. */
static gboolean
resolve_text_weekday (Resolver *self, const RcpDatePiece *piece)
{
  gint32 told = piece->dir > 0 ? self->context->told_last : self->context->told_first;
  int steps;

  if (told == RCP_DAY_INVALID)
    return FALSE;
  steps = piece->dir > 0 ? (piece->weekday - rcp_day_get_weekday (told) + 7) % 7
                         : (rcp_day_get_weekday (told) - piece->weekday + 7) % 7;
  return set_day (self, told + piece->dir * (steps == 0 ? 7 : steps),
                  piece->dir > 0 ? RCP_DATE_RULE_WEEKDAY_AFTER : RCP_DATE_RULE_WEEKDAY_BEFORE, RCP_DATE_ANCHOR_TEXT);
}

/* "le 30", "mardi 26": a day whose month is left to the reader. */
static gboolean
resolve_day_of_month (Resolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, best = RCP_DAY_INVALID;
  int towards = direction (self, piece), best_cost = G_MAXINT;
  RcpYmd ymd;

  if (reference == RCP_DAY_INVALID)
    return FALSE;
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
                              : (day - reference) * (towards < 0 ? 100 : towards > 0 ? 1 : 2);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = day;
        }
    }
  return best != RCP_DAY_INVALID && set_day (self, best, RCP_DATE_RULE_YEAR_NEAREST, RCP_DATE_ANCHOR_PUBLICATION);
}

/* "dans la nuit de mardi à mercredi": the night belongs to the day it begins. */
static gboolean
resolve_night (Resolver *self, RcpDatePiece *piece)
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

static gboolean
resolve_calendar (Resolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given;
  gint32 reference = self->context->reference, first;
  RcpYmd today = rcp_day_to_ymd (reference);
  RcpDateAnchor anchor = RCP_DATE_ANCHOR_NONE;
  RcpDateRule rule = RCP_DATE_RULE_WRITTEN;
  gboolean found;

  if (piece.weekday2 > 0 || piece.day2 > 0)
    resolve_night (self, &piece);
  if (piece.year == 0 && piece.month > 0)
    {
      if (reference == RCP_DAY_INVALID)
        return FALSE;
      anchor = RCP_DATE_ANCHOR_PUBLICATION;
      if (piece.unit == RCP_UNIT_YEAR || (piece.has_this && piece.sign == 0 && piece.weekday == 0 && !piece.has_dir))
        {
          piece.year = today.year + (piece.has_dir ? piece.dir : 0);
          rule = RCP_DATE_RULE_UNIT;
        }
      else
        {
          piece.year = year_of_month (self, &piece, &found);
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
      first = rcp_day_add_months (rcp_day_from_ymd (today.year, today.month, 1), piece.has_dir ? piece.dir : 0);
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
      return set_day (self, day, rule, anchor);
    }
  if (piece.month > 0)
    {
      first = rcp_day_from_ymd (piece.year, piece.month, 1);
      if (first == RCP_DAY_INVALID)
        return FALSE;
      return set (self, first, first + rcp_days_in_month (piece.year, piece.month) - 1, RCP_PRECISION_MONTH, rule, anchor)
             && take_part (self, &piece);
    }
  if (piece.year > 0)
    return set (self, rcp_day_from_ymd (piece.year, 1, 1), rcp_day_from_ymd (piece.year, 12, 31), RCP_PRECISION_YEAR,
                rule, anchor)
           && take_part (self, &piece);
  if (piece.weekday > 0 && piece.text_dir)
    return resolve_text_weekday (self, &piece);
  if (piece.weekday > 0)
    return resolve_weekday (self, &piece);
  return FALSE;
}

/* The day that relative expressions of the flow of the text are counted from. */
static gint32
anchor_day (const Resolver *self, gboolean from_text, RcpDateAnchor *anchor)
{
  if (from_text && self->context->told_first != RCP_DAY_INVALID)
    {
      *anchor = RCP_DATE_ANCHOR_TEXT;
      return self->context->told_last;
    }
  *anchor = RCP_DATE_ANCHOR_PUBLICATION;
  return self->context->reference;
}

static gboolean
resolve_unit (Resolver *self, const RcpDatePiece *piece)
{
  RcpDateAnchor anchor;
  gint32 day = anchor_day (self, piece->from_text, &anchor), first, last;
  RcpPrecision precision;
  int steps = piece->has_dir ? piece->dir : piece->sign;

  if (day == RCP_DAY_INVALID)
    return FALSE;
  if (piece->unit == RCP_UNIT_WEEKEND && !piece->from_text)
    {
      int weekday = rcp_day_get_weekday (day);

      /* On a Monday "ce week-end" that is told in the past is the one just over. */
      if (piece->has_this && !piece->has_dir && weekday < 5 && self->tense <= 0)
        steps = -1;
    }
  if (piece->unit == RCP_UNIT_DAY || piece->unit < RCP_UNIT_NIGHT)
    {
      if (piece->unit < RCP_UNIT_NIGHT || (!piece->has_dir && !piece->has_this && piece->sign == 0))
        return FALSE;
    }
  if (!rcp_date_unit_around (day, piece->unit, steps, &first, &last, &precision))
    return FALSE;
  return set (self, first, last, precision, RCP_DATE_RULE_UNIT, anchor) && take_part (self, piece);
}

static gboolean
resolve_units (Resolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, first, last;
  int count = MAX (piece->count, 1);

  if (reference == RCP_DAY_INVALID || piece->unit < RCP_UNIT_NIGHT)
    return FALSE;
  if (piece->dir < 0)
    {
      first = rcp_date_add_units (reference, piece->unit, -count);
      last = reference - 1;
    }
  else
    {
      first = reference + 1;
      last = rcp_date_add_units (reference, piece->unit, count);
    }
  if (piece->is_fuzzy)
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  return set (self, first, last, RCP_PRECISION_INTERVAL, RCP_DATE_RULE_OFFSET, RCP_DATE_ANCHOR_PUBLICATION);
}

/* "quelques jours plus tôt": from two of the unit to about three times the number that "a few" stands for. */
static gboolean
resolve_fuzzy_offset (Resolver *self, const RcpDatePiece *piece, gint32 day, RcpDateAnchor anchor)
{
  int sign = piece->sign, least = piece->count >= 10 ? piece->count * 3 / 4 : 2;
  int most = piece->count >= 10 ? piece->count * 4 / 3 : piece->count * 3;
  gint32 near = rcp_date_add_units (day, piece->unit, sign * least), far = rcp_date_add_units (day, piece->unit, sign * most);

  self->out->flags |= RCP_EDTF_APPROXIMATE;
  return set (self, MIN (near, far), MAX (near, far), RCP_PRECISION_INTERVAL, RCP_DATE_RULE_OFFSET, anchor);
}

static gboolean
resolve_offset (Resolver *self, const RcpDatePiece *piece)
{
  RcpDateAnchor anchor;
  gint32 day = anchor_day (self, piece->from_text, &anchor), first, last, moved;
  int count = piece->count > 0 ? piece->count : 1;
  RcpPrecision precision;

  if (day == RCP_DAY_INVALID || piece->unit == RCP_UNIT_NONE)
    return FALSE;
  if (piece->offset != 0)
    day += piece->offset;
  if (piece->is_fuzzy)
    return resolve_fuzzy_offset (self, piece, day, anchor);

  /* Counted from a month or a year, months or years lead to a month or a year. */
  if (anchor == RCP_DATE_ANCHOR_TEXT && self->context->told_precision != RCP_PRECISION_DAY)
    {
      RcpDateUnit coarse = self->context->told_precision == RCP_PRECISION_YEAR ? RCP_UNIT_YEAR : RCP_UNIT_MONTH;

      moved = rcp_date_add_units (self->context->told_first, piece->unit, piece->sign * count);
      if (piece->unit < RCP_UNIT_MONTH)
        {
          moved = rcp_date_add_units (self->context->told_first, piece->unit, piece->sign * count);
          last = rcp_date_add_units (self->context->told_last, piece->unit, piece->sign * count);
          self->out->flags |= RCP_EDTF_APPROXIMATE;
          return set (self, moved, last, RCP_PRECISION_INTERVAL, RCP_DATE_RULE_OFFSET, anchor);
        }
      if (moved == RCP_DAY_INVALID
          || !rcp_date_unit_around (moved, MAX (coarse, piece->unit == RCP_UNIT_MONTH ? RCP_UNIT_MONTH : coarse), 0,
                                    &first, &last, &precision))
        return FALSE;
      return set (self, first, last, precision, RCP_DATE_RULE_OFFSET, anchor);
    }

  moved = rcp_date_add_units (day, piece->unit, piece->sign * count);
  if (piece->unit2 > 0 && piece->count2 > 0 && moved != RCP_DAY_INVALID)
    moved = rcp_date_add_units (moved, piece->unit2, piece->sign * piece->count2);
  if (piece->half_more && moved != RCP_DAY_INVALID)
    moved = piece->unit == RCP_UNIT_YEAR ? rcp_date_add_units (moved, RCP_UNIT_MONTH, piece->sign * 6)
            : piece->unit == RCP_UNIT_MONTH ? moved + piece->sign * 15
                                            : moved;
  if (moved == RCP_DAY_INVALID)
    return FALSE;
  if (piece->unit >= RCP_UNIT_WEEK)
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  return set_day (self, moved, RCP_DATE_RULE_OFFSET, anchor);
}

static int
stated_year (const Resolver *self, const RcpDatePiece *piece, RcpDateRule *rule, RcpDateAnchor *anchor)
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

static gboolean
resolve_season (Resolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, first = 0, last = 0;
  int season = piece->season - 1, year = piece->year, towards = direction (self, piece);
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
          if (piece->has_this && rcp_day_to_ymd (season == 3 ? last : first).year == rcp_day_to_ymd (reference).year)
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
  return set (self, rcp_edtf_get_first_day (edtf), rcp_edtf_get_last_day (edtf), RCP_PRECISION_SEASON,
              RCP_DATE_RULE_SEASON, anchor)
         && take_part (self, piece);
}

/* A quarter or half-year that names no year: that of the reference, or the one before where it has not begun. */
static int
year_of_slice (const Resolver *self, const RcpDatePiece *piece, int year, gint32 months, int which)
{
  gint32 first = rcp_day_from_ymd (year, (which - 1) * months + 1, 1);

  return piece->year == 0 && !piece->has_dir && !piece->has_this && self->tense <= 0 && first > self->context->reference
             ? year - 1
             : year;
}

static gboolean
resolve_slice (Resolver *self, const RcpDatePiece *piece, int months, int which)
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
  return set (self, first, last + rcp_days_in_month (year, which * months) - 1, RCP_PRECISION_INTERVAL, rule, anchor);
}

static gboolean
resolve_decade (Resolver *self, const RcpDatePiece *piece)
{
  int year = piece->decade > 0 ? piece->decade : piece->year > 0 ? piece->year : piece->count;

  if (year >= 10 && year < 100)
    year += 1900;
  if (year < 1000 || year % 10 != 0)
    return FALSE;
  return set (self, rcp_day_from_ymd (year, 1, 1), rcp_day_from_ymd (year + 9, 12, 31), RCP_PRECISION_DECADE,
              RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE)
         && take_part (self, piece);
}

static gboolean
resolve_century (Resolver *self, const RcpDatePiece *piece)
{
  int year = (piece->nth - 1) * 100;

  if (piece->nth < 2 || piece->nth > 30)
    return FALSE;
  return set (self, rcp_day_from_ymd (year, 1, 1), rcp_day_from_ymd (year + 99, 12, 31), RCP_PRECISION_CENTURY,
              RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE)
         && take_part (self, piece);
}

static gboolean
resolve_holiday (Resolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, day = RCP_DAY_INVALID;
  RcpDateRule rule;
  RcpDateAnchor anchor;
  int year = stated_year (self, piece, &rule, &anchor);

  if (year == 0)
    return FALSE;
  if (piece->year > 0 || piece->unit == RCP_UNIT_YEAR)
    day = rcp_date_holiday_in (piece->holiday, year);
  else
    {
      int towards = self->bound == RCP_BOUND_BEFORE ? 1 : direction (self, piece);
      gint64 best = G_MAXINT64;

      year = rcp_day_to_ymd (reference).year;
      rule = RCP_DATE_RULE_YEAR_NEAREST;
      for (int y = year - 1; y <= year + 1; y++)
        {
          gint32 candidate = rcp_date_holiday_in (piece->holiday, y);
          gint64 cost;

          if (candidate == RCP_DAY_INVALID)
            continue;
          cost = candidate <= reference ? (gint64) (reference - candidate) * (towards > 0 ? 1000 : 1)
                                        : (gint64) (candidate - reference) * (towards < 0 ? FUTURE_BIAS : 1);
          if (candidate == reference && piece->has_dir)
            continue;
          if (cost < best)
            {
              best = cost;
              day = candidate;
            }
        }
      if (piece->sign != 0 && piece->count > 0 && day != RCP_DAY_INVALID)
        day = rcp_date_add_units (day, piece->unit, piece->sign * piece->count);
    }
  return day != RCP_DAY_INVALID && set_day (self, day, rule, anchor);
}

/* "le premier lundi de mars", "la deuxième semaine de mai 2019", "mardi de la semaine dernière" */
static gboolean
resolve_nth (Resolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given, inner;
  gint32 reference = self->context->reference, first, last, day;
  RcpPrecision precision;
  gboolean found;

  if (piece.weekday > 0 && piece.unit == RCP_UNIT_WEEK && piece.month == 0 && piece.nth == 0)
    {
      int steps = piece.has_dir ? piece.dir : piece.sign;

      if (reference == RCP_DAY_INVALID)
        return FALSE;
      if (piece.sign != 0 && !piece.has_dir && piece.count == 0)
        {
          /* "mercredi en quinze": so many weeks after the coming one */
          int ahead = (piece.weekday - rcp_day_get_weekday (reference) + 7) % 7;

          return set_day (self, reference + (ahead == 0 ? 7 : ahead) + 7 * (piece.sign - (piece.sign > 1 ? 1 : 0)),
                          RCP_DATE_RULE_WEEKDAY_AFTER, RCP_DATE_ANCHOR_PUBLICATION);
        }
      day = reference - (rcp_day_get_weekday (reference) - 1) + 7 * steps + piece.weekday - 1;
      return set_day (self, day, RCP_DATE_RULE_UNIT, RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (piece.weekday > 0 && piece.count > 0 && piece.sign != 0)
    {
      int ahead = reference ? (piece.weekday - rcp_day_get_weekday (reference) + 7) % 7 : 0;
      int back = reference ? (rcp_day_get_weekday (reference) - piece.weekday + 7) % 7 : 0;

      if (reference == RCP_DAY_INVALID || piece.count > 500)
        return FALSE;
      day = piece.sign < 0 ? reference - (back == 0 ? 7 : back) - 7 * (piece.count - 1)
                           : reference + (ahead == 0 ? 7 : ahead) + 7 * (piece.count - 1);
      return set_day (self, day, piece.sign < 0 ? RCP_DATE_RULE_WEEKDAY_BEFORE : RCP_DATE_RULE_WEEKDAY_AFTER,
                      RCP_DATE_ANCHOR_PUBLICATION);
    }

  /* The month or year it is counted in. */
  inner = (RcpDatePiece) { .form = RCP_FORM_CALENDAR, .month = piece.month, .year = piece.year };
  if (piece.month > 0)
    {
      if (piece.year == 0)
        {
          inner.year = year_of_month (self, &inner, &found);
          if (!found)
            return FALSE;
        }
      first = rcp_day_from_ymd (inner.year, inner.month, 1);
      last = first == RCP_DAY_INVALID ? first : first + rcp_days_in_month (inner.year, inner.month) - 1;
    }
  else if (piece.year > 0)
    {
      first = rcp_day_from_ymd (piece.year, 1, 1);
      last = rcp_day_from_ymd (piece.year, 12, 31);
    }
  else
    {
      RcpDateUnit outer = piece.unit2 > 0 ? piece.unit2 : piece.unit;

      if (reference == RCP_DAY_INVALID
          || !rcp_date_unit_around (reference, outer, piece.has_dir ? piece.dir : 0, &first, &last, &precision))
        return FALSE;
    }
  if (first == RCP_DAY_INVALID || last == RCP_DAY_INVALID)
    return FALSE;
  if (piece.nth == 0 && piece.has_dir)
    piece.nth = piece.dir;
  if (piece.weekday > 0)
    {
      if (piece.nth < 0)
        day = last - (rcp_day_get_weekday (last) - piece.weekday + 7) % 7;
      else
        day = first + (piece.weekday - rcp_day_get_weekday (first) + 7) % 7 + 7 * (piece.nth - 1);
      return day <= last && day >= first
             && set_day (self, day, piece.year > 0 ? RCP_DATE_RULE_WRITTEN : RCP_DATE_RULE_UNIT,
                         piece.year > 0 ? RCP_DATE_ANCHOR_NONE : RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (piece.unit < RCP_UNIT_DAY || piece.unit == RCP_UNIT_NONE)
    return FALSE;
  if (piece.unit == RCP_UNIT_FORTNIGHT && piece.month > 0 && piece.nth >= 1 && piece.nth <= 2)
    return set (self, piece.nth == 1 ? first : first + 14, piece.nth == 1 ? first + 14 : last, RCP_PRECISION_INTERVAL,
                piece.year > 0 ? RCP_DATE_RULE_WRITTEN : RCP_DATE_RULE_YEAR_NEAREST,
                piece.year > 0 ? RCP_DATE_ANCHOR_NONE : RCP_DATE_ANCHOR_PUBLICATION);
  if (piece.nth < 0)
    day = last;
  else
    {
      /* Weeks count by ISO 8601: the first holds the first Thursday. */
      gint32 from = piece.unit == RCP_UNIT_WEEK || piece.unit == RCP_UNIT_WEEKEND
                        ? first + (4 - rcp_day_get_weekday (first) + 7) % 7
                        : first;

      day = rcp_date_add_units (from, piece.unit, piece.nth - 1);
    }
  if (day == RCP_DAY_INVALID || day > last
      || !rcp_date_unit_around (day, piece.unit, 0, &first, &last, &precision))
    return FALSE;
  return set (self, first, last, precision, piece.year > 0 ? RCP_DATE_RULE_WRITTEN : RCP_DATE_RULE_UNIT,
              piece.year > 0 ? RCP_DATE_ANCHOR_NONE : RCP_DATE_ANCHOR_PUBLICATION);
}

static gboolean
resolve_weekof (Resolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given;
  gint32 first, last;
  RcpPrecision precision;

  piece.unit = RCP_UNIT_NONE;
  if (!resolve_calendar (self, &piece)
      || !rcp_date_unit_around (self->out->first_day, RCP_UNIT_WEEK, 0, &first, &last, &precision))
    return FALSE;
  return set (self, first, last, precision, RCP_DATE_RULE_UNIT, self->out->anchor_kind);
}

static gboolean
resolve_textday (Resolver *self, const RcpDatePiece *piece)
{
  if (self->context->told_first == RCP_DAY_INVALID || self->context->told_precision != RCP_PRECISION_DAY)
    return FALSE;
  return set_day (self, self->context->told_last + piece->offset, RCP_DATE_RULE_OFFSET, RCP_DATE_ANCHOR_TEXT);
}

static gboolean
resolve_piece (Resolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference;
  gint32 first, last;
  RcpPrecision precision;

  switch (piece->form)
    {
    case RCP_FORM_CALENDAR:
      return resolve_calendar (self, piece);
    case RCP_FORM_RELDAY:
      return reference != RCP_DAY_INVALID
             && set_day (self, reference + (piece->has_dir ? piece->dir : piece->offset + piece->sign),
                         RCP_DATE_RULE_OFFSET, RCP_DATE_ANCHOR_PUBLICATION);
    case RCP_FORM_TEXTDAY:
      return resolve_textday (self, piece);
    case RCP_FORM_TEXTUNIT:
      return self->context->told_first != RCP_DAY_INVALID
             && rcp_date_unit_around (self->context->told_first, piece->unit, 0, &first, &last, &precision)
             && set (self, first, last, precision, RCP_DATE_RULE_UNIT, RCP_DATE_ANCHOR_TEXT);
    case RCP_FORM_UNIT:
      return resolve_unit (self, piece);
    case RCP_FORM_UNITS:
      return resolve_units (self, piece);
    case RCP_FORM_OFFSET:
      return resolve_offset (self, piece);
    case RCP_FORM_SEASON:
      return resolve_season (self, piece);
    case RCP_FORM_QUARTER:
      return resolve_slice (self, piece, 3, piece->nth);
    case RCP_FORM_HALF:
      return resolve_slice (self, piece, 6, piece->half > 0 ? piece->half : piece->nth);
    case RCP_FORM_SLICE:
      return resolve_slice (self, piece, piece->unit == RCP_UNIT_HALF ? 6 : 3, piece->nth);
    case RCP_FORM_DECADE:
      return resolve_decade (self, piece);
    case RCP_FORM_CENTURY:
      return resolve_century (self, piece);
    case RCP_FORM_HOLIDAY:
      return resolve_holiday (self, piece);
    case RCP_FORM_NTH:
      return resolve_nth (self, piece);
    case RCP_FORM_WEEKOF:
      return resolve_weekof (self, piece);
    case RCP_FORM_NONE:
    case RCP_FORM_DURATION:
    case RCP_FORM_SET:
    case RCP_FORM_TIME:
    case RCP_FORM_VAGUE:
    case RCP_FORM_RANGE:
    default:
      return FALSE;
    }
}

static void
open_side (RcpDateReading *reading, RcpDateBound bound, RcpDatePart part)
{
  switch (bound)
    {
    case RCP_BOUND_SINCE:
    case RCP_BOUND_FROM:
      reading->last_day = RCP_DAY_OPEN_END;
      break;
    case RCP_BOUND_AFTER:
      reading->first_day = reading->last_day + 1;
      reading->last_day = RCP_DAY_OPEN_END;
      break;
    case RCP_BOUND_UNTIL:
      reading->first_day = RCP_DAY_OPEN_START;
      break;
    case RCP_BOUND_BEFORE:
      /* Before the end of a month is still within it. */
      if (part != RCP_PART_END)
        reading->last_day = reading->first_day - 1;
      reading->first_day = RCP_DAY_OPEN_START;
      if (reading->last_day < 1)
        reading->last_day = 1;
      break;
    case RCP_BOUND_NONE:
    default:
      return;
    }
  reading->rule = bound == RCP_BOUND_UNTIL || bound == RCP_BOUND_BEFORE ? RCP_DATE_RULE_UNTIL : RCP_DATE_RULE_SINCE;
  reading->precision = RCP_PRECISION_INTERVAL;
}

/**
 * rcp_date_resolve:
 * @context: what relative words are counted from
 * @reading: (out): what the expression means
 *
 * Returns: whether it has a value.
 */
gboolean
rcp_date_resolve (const RcpDateShape *shape, const RcpDateContext *context, RcpDateReading *reading)
{
  Resolver self = { context, shape->bound, shape->tense, reading };
  RcpDateReading begin;

  memset (reading, 0, sizeof *reading);
  if (!resolve_piece (&self, &shape->piece))
    return FALSE;
  if (!shape->is_range)
    {
      open_side (reading, shape->bound, shape->piece.part);
      return TRUE;
    }
  begin = *reading;
  memset (reading, 0, sizeof *reading);
  if (!resolve_piece (&self, &shape->end))
    return FALSE;
  /* The end of a range follows its beginning: of two readings of a weekday or month, the later. */
  if (reading->last_day < begin.first_day && shape->end.form == RCP_FORM_CALENDAR && shape->end.year == 0)
    {
      RcpDateContext after = *context;

      after.reference = begin.last_day;
      self.context = &after;
      self.tense = 1;
      memset (reading, 0, sizeof *reading);
      if (!resolve_piece (&self, &shape->end))
        return FALSE;
    }
  if (reading->last_day < begin.first_day)
    return FALSE;
  reading->first_day = begin.first_day;
  reading->flags |= begin.flags;
  reading->conflict |= begin.conflict;
  reading->precision = RCP_PRECISION_INTERVAL;
  reading->rule = RCP_DATE_RULE_BETWEEN;
  reading->anchor_kind = MAX (begin.anchor_kind, reading->anchor_kind);
  return TRUE;
}

/** rcp_date_resolve_kind: what an expression is, whether or not it has a value. */
RcpDateKind
rcp_date_resolve_kind (const RcpDateShape *shape)
{
  switch (shape->piece.form)
    {
    case RCP_FORM_DURATION:
      return RCP_DATE_DURATION;
    case RCP_FORM_SET:
      return RCP_DATE_SET;
    case RCP_FORM_TIME:
      return RCP_DATE_TIME;
    case RCP_FORM_VAGUE:
      return RCP_DATE_VAGUE;
    case RCP_FORM_UNIT:
      return shape->piece.unit < RCP_UNIT_NIGHT ? RCP_DATE_VAGUE
             : shape->is_range || shape->bound != RCP_BOUND_NONE ? RCP_DATE_RANGE
                                                                 : RCP_DATE_POINT;
    default:
      return shape->is_range || shape->bound != RCP_BOUND_NONE || shape->piece.form == RCP_FORM_UNITS ? RCP_DATE_RANGE
                                                                                                   : RCP_DATE_POINT;
    }
}
