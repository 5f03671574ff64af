#include "config.h"

#include <string.h>

#include "rcp-date-resolver-private.h"

/** rcp_date_resolver_set: sets the reading; FALSE for days that are none. */
gboolean
rcp_date_resolver_set (RcpDateResolver *self, gint32 first, gint32 last, RcpPrecision precision,
                       RcpDateRule rule, RcpDateAnchor anchor)
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

/** rcp_date_resolver_set_day: sets the reading to one day; FALSE for a day that is none. */
gboolean
rcp_date_resolver_set_day (RcpDateResolver *self, gint32 day, RcpDateRule rule, RcpDateAnchor anchor)
{
  return rcp_date_resolver_set (self, day, day, RCP_PRECISION_DAY, rule, anchor);
}

static void
add_step (RcpDateReading *reading, RcpDateReadingStep step)
{
  if (reading->n_steps < RCP_DATE_MAX_STEPS)
    reading->steps[reading->n_steps++] = step;
}

static RcpDateReadingStep
step_of (const RcpDateReading *reading)
{
  return (RcpDateReadingStep){ reading->first_day, reading->last_day, reading->precision, reading->flags, reading->rule };
}

/** rcp_date_resolver_step: keeps the reading so far as a step of the derivation; the next one set goes on from it. */
void
rcp_date_resolver_step (RcpDateResolver *self)
{
  add_step (self->out, step_of (self->out));
}

/** rcp_date_resolver_take_part: narrows the reading to the part of its unit that the words name. */
gboolean
rcp_date_resolver_take_part (RcpDateResolver *self, const RcpDatePiece *piece)
{
  if (piece->part == RCP_PART_NONE || self->out->precision == RCP_PRECISION_DAY)
    return TRUE;
  rcp_date_resolver_step (self);
  rcp_date_part_of (&self->out->first_day, &self->out->last_day, self->out->precision, piece->part);
  self->out->precision = RCP_PRECISION_INTERVAL;
  self->out->flags |= RCP_EDTF_APPROXIMATE;
  self->out->rule = RCP_DATE_RULE_FUZZY_PART;
  return TRUE;
}

/** rcp_date_resolver_direction: which way a date that repeats is to be sought: -1 back, 1 ahead, 0 where
 * nothing tells. */
int
rcp_date_resolver_direction (const RcpDateResolver *self, const RcpDatePiece *piece)
{
  if (piece->has_dir)
    return piece->dir;
  if (self->bound == RCP_BOUND_UNTIL || self->bound == RCP_BOUND_FROM)
    return 1;
  if (self->bound == RCP_BOUND_SINCE)
    return -1;
  return self->tense;
}

/* The day that relative expressions of the flow of the text are counted from. */
static gint32
anchor_day (const RcpDateResolver *self, gboolean from_text, RcpDateAnchor *anchor)
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
resolve_units (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, first, last;

  if (reference == RCP_DAY_INVALID || piece->unit < RCP_UNIT_NIGHT)
    return FALSE;
  /* Quarters, half-years and decades are those of the calendar: "the last two quarters". */
  if (piece->unit == RCP_UNIT_QUARTER || piece->unit == RCP_UNIT_HALF || piece->unit == RCP_UNIT_DECADE)
    {
      int count = MAX (piece->count, 1), sign = piece->dir < 0 ? -1 : 1;
      RcpPrecision precision;
      gint32 near_first, near_last;

      if (count > 1000 ||
          !rcp_date_unit_around (reference, piece->unit, sign, &near_first, &near_last, &precision) ||
          !rcp_date_unit_around (reference, piece->unit, sign * count, &first, &last, &precision))
        return FALSE;
      first = MIN (first, near_first);
      last = MAX (last, near_last);
    }
  else if (piece->dir < 0)
    {
      first = rcp_date_length_add (piece, reference, -1);
      last = reference - 1;
    }
  else
    {
      first = reference + 1;
      last = rcp_date_length_add (piece, reference, 1);
      /* "within five days": today is the first of them. */
      if (!piece->has_dir && last != RCP_DAY_INVALID)
        {
          first--;
          last--;
        }
    }
  if (piece->is_fuzzy)
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  return rcp_date_resolver_set (self, first, last, RCP_PRECISION_INTERVAL, RCP_DATE_RULE_OFFSET,
                                RCP_DATE_ANCHOR_PUBLICATION);
}

static gboolean
resolve_unit (RcpDateResolver *self, const RcpDatePiece *piece)
{
  RcpDateAnchor anchor;
  gint32 day = anchor_day (self, piece->from_text, &anchor), first, last;
  RcpPrecision precision;
  int steps = piece->has_dir ? piece->dir : piece->sign;

  if (day == RCP_DAY_INVALID)
    return FALSE;
  if (piece->unit == RCP_UNIT_FORTNIGHT && piece->has_dir && anchor == RCP_DATE_ANCHOR_PUBLICATION)
    return resolve_units (self, piece);
  if (piece->unit == RCP_UNIT_WEEKEND && !piece->from_text)
    {
      int weekday = rcp_day_get_weekday (day);

      /* On a Monday "ce week-end" or "the weekend" that is told in the past is the one just over. */
      if (!piece->has_dir && piece->sign == 0 && weekday < 5 && (piece->has_this ? self->tense < 0 : self->tense <= 0))
        steps = -1;
    }
  if (piece->unit == RCP_UNIT_DAY || piece->unit < RCP_UNIT_NIGHT)
    {
      if (piece->unit < RCP_UNIT_NIGHT || (!piece->has_dir && !piece->has_this && piece->sign == 0))
        return FALSE;
    }
  if (!rcp_date_unit_around (day, piece->unit, steps, &first, &last, &precision))
    return FALSE;
  return rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_UNIT, anchor) &&
         rcp_date_resolver_take_part (self, piece);
}

/* "the rest of the week", "later this year": what lies ahead of a unit that runs, or behind in it. What comes later in a
 * week or year that has just begun comes in its second half. */
static gboolean
resolve_rest (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, first, last;
  RcpPrecision precision;

  if (reference == RCP_DAY_INVALID || piece->unit < RCP_UNIT_WEEKEND ||
      !rcp_date_unit_around (reference, piece->unit, 0, &first, &last, &precision))
    return FALSE;
  if (!rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_UNIT, RCP_DATE_ANCHOR_PUBLICATION))
    return FALSE;
  rcp_date_resolver_step (self);
  self->out->flags |= RCP_EDTF_APPROXIMATE;
  if (piece->sign < 0)
    last = MAX (reference - 1, first);
  else if (piece->has_this)
    first = MIN (MAX (reference + 1, precision == RCP_PRECISION_YEAR ? rcp_day_add_months (first, 6)
                                                                     : (first + last + 1) / 2), last);
  else
    first = MAX (reference, first);
  return rcp_date_resolver_set (self, first, last, RCP_PRECISION_INTERVAL, RCP_DATE_RULE_FUZZY_PART,
                                RCP_DATE_ANCHOR_PUBLICATION);
}

/* "quelques jours plus tôt": from two of the unit to about three times the number that "a few" stands for. */
static gboolean
resolve_fuzzy_offset (RcpDateResolver *self, const RcpDatePiece *piece, gint32 day, RcpDateAnchor anchor)
{
  int sign = piece->sign, least = piece->count >= 10 ? piece->count * 3 / 4 : 2;
  int most = piece->count >= 10 ? piece->count * 4 / 3 : piece->count * 3;
  gint32 near = rcp_date_add_units (day, piece->unit, sign * least),
         far = rcp_date_add_units (day, piece->unit, sign * most);

  self->out->flags |= RCP_EDTF_APPROXIMATE;
  return rcp_date_resolver_set (self, MIN (near, far), MAX (near, far), RCP_PRECISION_INTERVAL,
                                RCP_DATE_RULE_OFFSET, anchor);
}

static gboolean
resolve_offset (RcpDateResolver *self, const RcpDatePiece *piece)
{
  RcpDateAnchor anchor;
  gint32 day = anchor_day (self, piece->from_text, &anchor), first, last, moved;
  int count = piece->count > 0 ? piece->count : 1;
  RcpPrecision precision;

  if (day == RCP_DAY_INVALID || piece->unit == RCP_UNIT_NONE)
    return FALSE;
  if (piece->offset != 0)
    {
      day += piece->offset;
      if (!rcp_date_resolver_set_day (self, day, RCP_DATE_RULE_OFFSET, anchor))
        return FALSE;
      rcp_date_resolver_step (self);
    }
  if (piece->is_fuzzy)
    return resolve_fuzzy_offset (self, piece, day, anchor);

  /* Counted from a month or a year, months or years lead to a month or a year. */
  if (anchor == RCP_DATE_ANCHOR_TEXT && self->context->told_precision != RCP_PRECISION_DAY)
    {
      RcpDateUnit coarse =
          self->context->told_precision == RCP_PRECISION_YEAR ? RCP_UNIT_YEAR : RCP_UNIT_MONTH;

      moved = rcp_date_add_units (self->context->told_first, piece->unit, piece->sign * count);
      if (piece->unit < RCP_UNIT_MONTH)
        {
          moved = rcp_date_add_units (self->context->told_first, piece->unit, piece->sign * count);
          last = rcp_date_add_units (self->context->told_last, piece->unit, piece->sign * count);
          self->out->flags |= RCP_EDTF_APPROXIMATE;
          return rcp_date_resolver_set (self, moved, last, RCP_PRECISION_INTERVAL, RCP_DATE_RULE_OFFSET,
                                        anchor);
        }
      if (moved == RCP_DAY_INVALID ||
          !rcp_date_unit_around (moved, MAX (coarse, piece->unit == RCP_UNIT_MONTH ? RCP_UNIT_MONTH : coarse),
                                 0, &first, &last, &precision))
        return FALSE;
      return rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_OFFSET, anchor);
    }

  moved = rcp_date_length_add (piece, day, piece->sign);
  if (moved == RCP_DAY_INVALID)
    return FALSE;
  if (piece->unit >= RCP_UNIT_WEEK)
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  return rcp_date_resolver_set_day (self, moved, RCP_DATE_RULE_OFFSET, anchor);
}

/* "the first six months of 2019", "the last two weeks of March": so many units at one end of a span. */
static gboolean
resolve_first_of (RcpDateResolver *self, const RcpDatePiece *piece, gint32 first, gint32 last, RcpDateAnchor anchor)
{
  gint32 from = first, to = last;

  if (piece->unit < RCP_UNIT_NIGHT || (piece->nth != 1 && piece->nth != -1))
    return FALSE;
  if (piece->nth < 0)
    from = rcp_date_add_units (last + 1, piece->unit, -piece->count);
  else
    {
      /* Weeks of a year or month count by ISO 8601: the first holds the first Thursday. */
      if (piece->unit == RCP_UNIT_WEEK)
        from += (4 - rcp_day_get_weekday (first) + 7) % 7 - 3;
      to = rcp_date_add_units (from, piece->unit, piece->count) - 1;
    }
  if (from == RCP_DAY_INVALID || to == RCP_DAY_INVALID || from < first - 3 || to > last + 3)
    return FALSE;
  return rcp_date_resolver_set (self, from, to, RCP_PRECISION_INTERVAL, RCP_DATE_RULE_NTH, anchor);
}

/* "le premier lundi de mars", "la deuxième semaine de mai 2019", "mardi de la semaine dernière" */
static gboolean
resolve_nth (RcpDateResolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given, inner;
  gint32 reference = self->context->reference, first, last, day;
  RcpPrecision precision;
  RcpDateAnchor anchor;
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

          return rcp_date_resolver_set_day (
              self,
              piece.sign >= 7 ? reference + ahead + piece.sign
                              : reference + (ahead == 0 ? 7 : ahead) + 7 * (piece.sign - (piece.sign > 1 ? 1 : 0)),
              RCP_DATE_RULE_WEEKDAY_AFTER, RCP_DATE_ANCHOR_PUBLICATION);
        }
      if (!rcp_date_unit_around (reference, RCP_UNIT_WEEK, steps, &first, &last, &precision) ||
          !rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_UNIT, RCP_DATE_ANCHOR_PUBLICATION))
        return FALSE;
      rcp_date_resolver_step (self);
      return rcp_date_resolver_set_day (self, first + piece.weekday - 1, RCP_DATE_RULE_NTH,
                                        RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (piece.weekday > 0 && piece.count > 0 && piece.sign != 0)
    {
      int ahead = reference ? (piece.weekday - rcp_day_get_weekday (reference) + 7) % 7 : 0;
      int back = reference ? (rcp_day_get_weekday (reference) - piece.weekday + 7) % 7 : 0;

      if (reference == RCP_DAY_INVALID || piece.count > 500)
        return FALSE;
      day = piece.sign < 0 ? reference - (back == 0 ? 7 : back) - 7 * (piece.count - 1)
                           : reference + (ahead == 0 ? 7 : ahead) + 7 * (piece.count - 1);
      return rcp_date_resolver_set_day (
          self, day, piece.sign < 0 ? RCP_DATE_RULE_WEEKDAY_BEFORE : RCP_DATE_RULE_WEEKDAY_AFTER,
          RCP_DATE_ANCHOR_PUBLICATION);
    }

  /* The month or year it is counted in. */
  inner = (RcpDatePiece){ .form = RCP_FORM_CALENDAR, .month = piece.month, .year = piece.year };
  if (piece.month > 0)
    {
      if (piece.year == 0)
        {
          inner.year = rcp_date_resolver_find_year (self, &inner, &found);
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

      if (reference == RCP_DAY_INVALID ||
          !rcp_date_unit_around (reference, outer, piece.has_dir && !piece.has_this ? piece.dir : 0, &first, &last, &precision))
        return FALSE;
    }
  anchor = piece.year > 0 ? RCP_DATE_ANCHOR_NONE : RCP_DATE_ANCHOR_PUBLICATION;
  if (!rcp_date_resolver_set (self, first, last, piece.month > 0 ? RCP_PRECISION_MONTH : RCP_PRECISION_YEAR,
                              piece.year > 0    ? RCP_DATE_RULE_WRITTEN
                              : piece.month > 0 ? RCP_DATE_RULE_YEAR_NEAREST
                                                : RCP_DATE_RULE_UNIT,
                              anchor))
    return FALSE;
  if (piece.month == 0 && piece.year == 0)
    self->out->precision = precision;
  rcp_date_resolver_step (self);
  if (piece.nth == 0)
    piece.nth = piece.has_dir ? piece.dir : piece.sign;
  else if (piece.has_dir && piece.dir < 0 && (piece.month > 0 || piece.year > 0))
    piece.nth = -piece.nth;
  if (piece.count > 0)
    return resolve_first_of (self, &piece, first, last, anchor);
  if (piece.weekday > 0)
    {
      if (piece.nth < 0)
        day = last - (rcp_day_get_weekday (last) - piece.weekday + 7) % 7 + 7 * (piece.nth + 1);
      else
        day = first + (piece.weekday - rcp_day_get_weekday (first) + 7) % 7 + 7 * (piece.nth - 1);
      return day <= last && day >= first &&
             rcp_date_resolver_set_day (self, day, RCP_DATE_RULE_NTH, anchor);
    }
  if (piece.unit < RCP_UNIT_DAY || piece.unit == RCP_UNIT_NONE)
    return FALSE;
  if (piece.unit == RCP_UNIT_FORTNIGHT && piece.month > 0 && piece.nth >= 1 && piece.nth <= 2)
    return rcp_date_resolver_set (self, piece.nth == 1 ? first : first + 14,
                                  piece.nth == 1 ? first + 14 : last, RCP_PRECISION_INTERVAL,
                                  RCP_DATE_RULE_NTH, anchor);
  if (piece.nth < 0)
    /* The last ISO week of a year or month is that of its last Thursday. */
    day = rcp_date_add_units (piece.unit == RCP_UNIT_WEEK && rcp_day_get_weekday (last) < 4 ? last - 7 : last,
                              piece.unit, piece.nth + 1);
  else
    {
      /* Weeks count by ISO 8601: the first holds the first Thursday. A week-end counts by its Saturday. */
      int counted = piece.unit == RCP_UNIT_WEEK ? 4 : piece.unit == RCP_UNIT_WEEKEND ? 6 : 0;
      gint32 from = counted ? first + (counted - rcp_day_get_weekday (first) + 7) % 7 : first;

      day = rcp_date_add_units (from, piece.unit, piece.nth - 1);
    }
  if (day == RCP_DAY_INVALID || day > last ||
      !rcp_date_unit_around (day, piece.unit, 0, &first, &last, &precision))
    return FALSE;
  return rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_NTH, anchor);
}

/* "week 12 of 2019": weeks by ISO 8601. */
static gboolean
resolve_week_number (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, fourth, monday;
  int year = piece->year;

  if (year == 0)
    {
      if (reference == RCP_DAY_INVALID)
        return FALSE;
      year = rcp_day_to_ymd (reference).year + (piece->has_dir ? piece->dir : 0);
    }
  fourth = rcp_day_from_ymd (year, 1, 4);
  if (fourth == RCP_DAY_INVALID || piece->count > 53)
    return FALSE;
  monday = fourth - (rcp_day_get_weekday (fourth) - 1) + 7 * (piece->count - 1);
  return rcp_day_to_ymd (monday + 3).year == year &&
         rcp_date_resolver_set (self, monday, monday + 6, RCP_PRECISION_WEEK,
                                piece->year > 0 ? RCP_DATE_RULE_WRITTEN : RCP_DATE_RULE_UNIT,
                                piece->year > 0 ? RCP_DATE_ANCHOR_NONE : RCP_DATE_ANCHOR_PUBLICATION);
}

static gboolean
resolve_weekof (RcpDateResolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given;
  RcpDateUnit unit = piece.unit == RCP_UNIT_WEEKEND ? RCP_UNIT_WEEKEND : RCP_UNIT_WEEK;
  gint32 first, last;
  RcpPrecision precision;

  if (piece.count > 0)
    return resolve_week_number (self, &piece);
  piece.unit = RCP_UNIT_NONE;
  if (!rcp_date_resolver_calendar (self, &piece) ||
      !rcp_date_unit_around (self->out->first_day, unit, 0, &first, &last, &precision))
    return FALSE;
  rcp_date_resolver_step (self);
  return rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_UNIT, self->out->anchor_kind);
}

/* "le lendemain" of the last day told; before any is told, of the day of publication, and that is no more than likely. */
static gboolean
resolve_textday (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference;

  if (self->context->told_first == RCP_DAY_INVALID && reference != RCP_DAY_INVALID)
    {
      self->out->flags |= RCP_EDTF_UNCERTAIN;
      return rcp_date_resolver_set_day (self, reference + piece->offset, RCP_DATE_RULE_OFFSET,
                                        RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (self->context->told_first == RCP_DAY_INVALID || self->context->told_precision != RCP_PRECISION_DAY)
    return FALSE;
  return rcp_date_resolver_set_day (self, self->context->told_last + piece->offset, RCP_DATE_RULE_OFFSET,
                                    RCP_DATE_ANCHOR_TEXT);
}

/* "le même mois": that of the last date told; before any is told, likely that of publication. */
static gboolean
resolve_textunit (RcpDateResolver *self, const RcpDatePiece *piece)
{
  RcpDateAnchor anchor = RCP_DATE_ANCHOR_TEXT;
  gint32 near_first = self->context->near_first, near_last = self->context->near_last, first, last;
  RcpPrecision precision;

  if (near_first == RCP_DAY_INVALID && self->context->reference != RCP_DAY_INVALID)
    {
      near_first = near_last = self->context->reference;
      anchor = RCP_DATE_ANCHOR_PUBLICATION;
      self->out->flags |= RCP_EDTF_UNCERTAIN;
    }
  /* "that month" after a mere year is no month that is known. */
  return near_first != RCP_DAY_INVALID && rcp_date_unit_around (near_first, piece->unit, 0, &first, &last, &precision)
         && near_last <= last && rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_UNIT, anchor);
}

static gboolean
resolve_piece (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference;

  switch (piece->form)
    {
    case RCP_FORM_CALENDAR:
      return rcp_date_resolver_calendar (self, piece);
    case RCP_FORM_RELDAY:
      return reference != RCP_DAY_INVALID &&
             rcp_date_resolver_set_day (
                 self, reference + (piece->has_dir ? piece->dir : piece->offset + piece->sign),
                 RCP_DATE_RULE_OFFSET, RCP_DATE_ANCHOR_PUBLICATION);
    case RCP_FORM_TEXTDAY:
      return resolve_textday (self, piece);
    case RCP_FORM_TEXTUNIT:
      return resolve_textunit (self, piece);
    case RCP_FORM_UNIT:
      return resolve_unit (self, piece);
    case RCP_FORM_REST:
      return resolve_rest (self, piece);
    case RCP_FORM_UNITS:
      return resolve_units (self, piece);
    case RCP_FORM_OFFSET:
      return resolve_offset (self, piece);
    case RCP_FORM_SEASON:
      return rcp_date_resolver_season (self, piece);
    case RCP_FORM_QUARTER:
      return rcp_date_resolver_slice (self, piece, 3, piece->nth);
    case RCP_FORM_HALF:
      return rcp_date_resolver_slice (self, piece, 6, piece->half > 0 ? piece->half : piece->nth);
    case RCP_FORM_SLICE:
      return rcp_date_resolver_slice (self, piece, piece->unit == RCP_UNIT_HALF ? 6 : 3, piece->nth);
    case RCP_FORM_DECADE:
      return rcp_date_resolver_decade (self, piece);
    case RCP_FORM_CENTURY:
      return rcp_date_resolver_century (self, piece);
    case RCP_FORM_HOLIDAY:
      return rcp_date_resolver_holiday (self, piece);
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

/* "deux semaines après le 3 mai": the reading moves by that distance. */
static gboolean
take_lead (RcpDateResolver *self, const RcpDatePiece *lead)
{
  gint32 first, last;

  if (lead->sign == 0)
    return TRUE;
  if (lead->unit < RCP_UNIT_NIGHT)
    return FALSE;
  rcp_date_resolver_step (self);
  first = rcp_date_length_add (lead, self->out->first_day, lead->sign);
  last = rcp_date_length_add (lead, self->out->last_day, lead->sign);
  if (lead->is_fuzzy)
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  return rcp_date_resolver_set (self, first, last, self->out->precision, RCP_DATE_RULE_OFFSET, self->out->anchor_kind);
}

static void
open_side (RcpDateReading *reading, RcpDateBound bound, const RcpDatePiece *piece)
{
  static const RcpDateRule rules[] = {
    [RCP_BOUND_SINCE] = RCP_DATE_RULE_SINCE, [RCP_BOUND_FROM] = RCP_DATE_RULE_SINCE,
    [RCP_BOUND_UNTIL] = RCP_DATE_RULE_UNTIL, [RCP_BOUND_BEFORE] = RCP_DATE_RULE_BEFORE,
    [RCP_BOUND_AFTER] = RCP_DATE_RULE_AFTER,
  };

  /* After 6 pm on Tuesday is still Tuesday, before 6 pm is it too. */
  gboolean is_timed = piece->daypart == RCP_DAYPART_CLOCK && reading->precision == RCP_PRECISION_DAY;

  if (bound == RCP_BOUND_NONE)
    return;
  add_step (reading, step_of (reading));
  switch (bound)
    {
    case RCP_BOUND_SINCE:
    case RCP_BOUND_FROM:
      reading->last_day = RCP_DAY_OPEN_END;
      break;
    case RCP_BOUND_AFTER:
      reading->first_day = reading->last_day + (is_timed ? 0 : 1);
      reading->last_day = RCP_DAY_OPEN_END;
      break;
    case RCP_BOUND_UNTIL:
      reading->first_day = RCP_DAY_OPEN_START;
      break;
    case RCP_BOUND_BEFORE:
      /* Before the end of a month is still within it. */
      if (piece->part != RCP_PART_END && !is_timed)
        reading->last_day = reading->first_day - 1;
      reading->first_day = RCP_DAY_OPEN_START;
      if (reading->last_day < 1)
        reading->last_day = 1;
      break;
    case RCP_BOUND_NONE:
    default:
      break;
    }
  reading->rule = rules[bound];
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
  RcpDateResolver self = { context, shape->bound, shape->tense, reading };
  RcpDateReading begin;
  RcpDateReadingStep end_step;

  memset (reading, 0, sizeof *reading);
  if (!resolve_piece (&self, &shape->piece))
    return FALSE;
  if (!shape->is_range)
    {
      if (!take_lead (&self, &shape->lead))
        return FALSE;
      open_side (reading, shape->bound, &shape->piece);
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
  end_step = step_of (reading);
  reading->n_steps = 0;
  add_step (reading, step_of (&begin));
  add_step (reading, end_step);
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
      return shape->piece.unit < RCP_UNIT_NIGHT                  ? RCP_DATE_VAGUE
             : shape->is_range || shape->bound != RCP_BOUND_NONE ? RCP_DATE_RANGE
                                                                 : RCP_DATE_POINT;
    default:
      return shape->is_range || shape->bound != RCP_BOUND_NONE || shape->piece.form == RCP_FORM_UNITS
                 ? RCP_DATE_RANGE
                 : RCP_DATE_POINT;
    }
}
