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
  if (self->out->precision == RCP_PRECISION_DAY)
    return TRUE;
  if (piece->half > 0 && piece->form != RCP_FORM_HALF)
    {
      gint32 middle = (self->out->first_day + self->out->last_day) / 2;

      rcp_date_resolver_step (self);
      if (self->out->precision == RCP_PRECISION_MONTH)
        middle = self->out->first_day + 14;
      else if (self->out->precision == RCP_PRECISION_CENTURY || self->out->precision == RCP_PRECISION_DECADE)
        middle = rcp_day_add_months (self->out->first_day, self->out->precision == RCP_PRECISION_DECADE ? 60 : 600) - 1;
      if (piece->half == 1)
        self->out->last_day = middle;
      else
        self->out->first_day = middle + 1;
      self->out->precision = RCP_PRECISION_INTERVAL;
      self->out->rule = RCP_DATE_RULE_FUZZY_PART;
    }
  if (piece->part == RCP_PART_NONE)
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
  if (self->bound == RCP_BOUND_UNTIL)
    return piece->is_by && self->tense < 0 ? -1 : 1;
  if (self->bound == RCP_BOUND_FROM)
    return self->tense < 0 ? 0 : 1;
  if (self->bound == RCP_BOUND_SINCE)
    return -1;
  if (self->bound == RCP_BOUND_BEFORE && self->tense == 0)
    return 1;
  return self->tense;
}

/* "le lendemain" of the last day told; before any is told, of the day of publication, and that is no more than likely. */
static gboolean
resolve_textday (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference;

  if (self->context->told_first == RCP_DAY_INVALID && self->context->told_day == RCP_DAY_INVALID
      && reference != RCP_DAY_INVALID)
    {
      self->out->flags |= RCP_EDTF_UNCERTAIN;
      return rcp_date_resolver_set_day (self, reference + piece->offset, RCP_DATE_RULE_OFFSET,
                                        RCP_DATE_ANCHOR_PUBLICATION);
    }
  if (self->context->told_day == RCP_DAY_INVALID)
    return FALSE;
  /* A month or year told since may be mere background, or not. */
  if (self->context->told_first != RCP_DAY_INVALID && self->context->told_precision != RCP_PRECISION_DAY)
    self->out->flags |= RCP_EDTF_UNCERTAIN;
  return rcp_date_resolver_set_day (self, self->context->told_day + piece->offset, RCP_DATE_RULE_OFFSET,
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
      return !piece->has_bad_year && rcp_date_resolver_calendar (self, piece);
    case RCP_FORM_RELDAY:
      /* "la nuit prochaine" begins today. */
      if (piece->has_dir && piece->dir > 0 && piece->unit == RCP_UNIT_NIGHT)
        return reference != RCP_DAY_INVALID && rcp_date_resolver_set_day (self, reference, RCP_DATE_RULE_OFFSET,
                                                                          RCP_DATE_ANCHOR_PUBLICATION);
      return reference != RCP_DAY_INVALID &&
             rcp_date_resolver_set_day (
                 self, reference + (piece->has_dir ? piece->dir : piece->offset + piece->sign),
                 RCP_DATE_RULE_OFFSET, RCP_DATE_ANCHOR_PUBLICATION);
    case RCP_FORM_TEXTDAY:
      return resolve_textday (self, piece);
    case RCP_FORM_TEXTUNIT:
      return resolve_textunit (self, piece);
    case RCP_FORM_UNIT:
      return rcp_date_resolver_unit (self, piece);
    case RCP_FORM_REST:
      return rcp_date_resolver_rest (self, piece);
    case RCP_FORM_UNITS:
      return rcp_date_resolver_units (self, piece);
    case RCP_FORM_OFFSET:
      return rcp_date_resolver_offset (self, piece);
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
      return rcp_date_resolver_nth (self, piece);
    case RCP_FORM_WEEKOF:
      return rcp_date_resolver_weekof (self, piece);
    case RCP_FORM_NONE:
    case RCP_FORM_DURATION:
    case RCP_FORM_SET:
    case RCP_FORM_TIME:
    case RCP_FORM_VAGUE:
    default:
      return FALSE;
    }
}

static void
open_side (RcpDateReading *reading, RcpDateBound bound, const RcpDatePiece *piece)
{
  static const RcpDateRule rules[] = {
    [RCP_BOUND_SINCE] = RCP_DATE_RULE_SINCE, [RCP_BOUND_FROM] = RCP_DATE_RULE_SINCE,
    [RCP_BOUND_UNTIL] = RCP_DATE_RULE_UNTIL, [RCP_BOUND_BEFORE] = RCP_DATE_RULE_BEFORE,
    [RCP_BOUND_AFTER] = RCP_DATE_RULE_AFTER,
  };

  /* After 6 pm on Tuesday is still Tuesday, before 6 pm or before the evening is it too. */
  gboolean is_timed = reading->precision == RCP_PRECISION_DAY &&
                      (piece->daypart == RCP_DAYPART_CLOCK ||
                       (bound == RCP_BOUND_AFTER && (piece->daypart == RCP_DAYPART_MORNING || piece->daypart == RCP_DAYPART_NOON)) ||
                       (bound == RCP_BOUND_BEFORE && (piece->daypart == RCP_DAYPART_EVENING || piece->daypart == RCP_DAYPART_NOON ||
                                                      piece->daypart == RCP_DAYPART_AFTERNOON)));

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

static gboolean
is_bare_weekday (const RcpDatePiece *piece)
{
  return piece->form == RCP_FORM_CALENDAR && piece->weekday > 0 && piece->day == 0 && !piece->has_dir && !piece->has_this;
}

static gboolean
is_bare_month (const RcpDatePiece *piece)
{
  return piece->form == RCP_FORM_CALENDAR && piece->month > 0 && piece->day == 0 && piece->year == 0 && !piece->has_dir &&
         piece->part == RCP_PART_NONE;
}

/* "it will rain from May to September", told in July: the months that run rather than those of next year. */
static void
take_running_months (gint32 reference, RcpDateReading *begin, RcpDateReading *end)
{
  gint32 first = rcp_day_add_months (begin->first_day, -12), last = rcp_day_add_months (end->last_day + 1, -12);

  if (reference == RCP_DAY_INVALID || first == RCP_DAY_INVALID || last == RCP_DAY_INVALID || first > reference ||
      last <= reference)
    return;
  begin->last_day = rcp_day_add_months (begin->last_day + 1, -12) - 1;
  begin->first_day = first;
  end->first_day = rcp_day_add_months (end->first_day, -12);
  end->last_day = last - 1;
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
  RcpDateResolver self = { context, shape->bound, shape->tense, reading, shape->is_ordered };
  RcpDateReading begin;
  RcpDateReadingStep end_step;

  memset (reading, 0, sizeof *reading);
  /* What lasts from a day on is announced. */
  if (shape->shift.kind == RCP_SHIFT_DURING && self.tense == 0)
    self.tense = 1;
  if (!resolve_piece (&self, &shape->piece))
    return FALSE;
  if (!shape->is_range)
    {
      if (!rcp_date_resolver_shift (&self, &shape->shift))
        return FALSE;
      open_side (reading, shape->bound, &shape->piece);
      return TRUE;
    }
  begin = *reading;
  memset (reading, 0, sizeof *reading);
  if (!resolve_piece (&self, &shape->end))
    return FALSE;
  /* "du 7 au mercredi 11 mai": the weekday of the end tells the year of both. */
  if (reading->last_day < begin.first_day && shape->piece.year == 0 && shape->piece.month > 0 && shape->piece.day > 0
      && shape->piece.weekday == 0 && shape->end.weekday > 0 && shape->end.day > 0 && !reading->conflict)
    {
      RcpDatePiece first = shape->piece;
      RcpDateReading end = *reading;

      first.year = rcp_day_to_ymd (end.first_day).year - (first.month > shape->end.month ? 1 : 0);
      memset (reading, 0, sizeof *reading);
      if (!resolve_piece (&self, &first))
        return FALSE;
      begin = *reading;
      *reading = end;
    }
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
  /* "de lundi à mercredi, il a plu": weekdays gone by */
  if (shape->tense < 0 && context->reference != RCP_DAY_INVALID && reading->last_day > context->reference
      && is_bare_weekday (&shape->piece) && is_bare_weekday (&shape->end) && begin.first_day > 7)
    {
      begin.first_day -= 7;
      begin.last_day -= 7;
      reading->first_day -= 7;
      reading->last_day -= 7;
    }
  if (shape->tense > 0 && is_bare_month (&shape->piece) && is_bare_month (&shape->end))
    take_running_months (context->reference, &begin, reading);
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
      return shape->is_range || shape->shift.kind > RCP_SHIFT_TO || shape->bound != RCP_BOUND_NONE || shape->piece.form == RCP_FORM_UNITS
                 ? RCP_DATE_RANGE
                 : RCP_DATE_POINT;
    }
}
