#include "config.h"

#include "rcp-date-resolver-private.h"

/* No unit fits so often into the calendar: greater numbers give no date, nor does this one. */
#define MAX_FUZZY_COUNT 10000000

/* What comes later than this in a story is no later day of it, but a count from another date. */
#define FAR_AHEAD_DAYS 1000

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

/** rcp_date_resolver_units: so many units before or after the reference: "the last two weeks", "within five days". */
gboolean
rcp_date_resolver_units (RcpDateResolver *self, const RcpDatePiece *piece)
{
  RcpDateAnchor anchor;
  gint32 reference = anchor_day (self, piece->from_text, &anchor), first, last;

  if (reference == RCP_DAY_INVALID)
    return FALSE;
  if (anchor == RCP_DATE_ANCHOR_TEXT && piece->dir < 0)
    reference = self->context->told_first;
  /* "les dernières 48 heures", "within 48 hours": the days they reach into */
  if (piece->unit == RCP_UNIT_HOUR && piece->count >= 24 && piece->count <= 240)
    {
      int days = (piece->count + 23) / 24;

      self->out->flags |= RCP_EDTF_APPROXIMATE;
      return rcp_date_resolver_set (self, piece->dir < 0 ? reference - days : reference,
                                    piece->dir < 0 ? reference : reference + days, RCP_PRECISION_INTERVAL,
                                    RCP_DATE_RULE_OFFSET, anchor);
    }
  if (piece->unit < RCP_UNIT_NIGHT)
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
      if ((!piece->has_dir || piece->sign > 0) && last != RCP_DAY_INVALID)
        {
          first--;
          last--;
        }
    }
  if (piece->is_fuzzy)
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  return rcp_date_resolver_set (self, first, last, RCP_PRECISION_INTERVAL, RCP_DATE_RULE_OFFSET, anchor);
}

/** rcp_date_resolver_unit: one unit: "last month", "this week", "the weekend". */
gboolean
rcp_date_resolver_unit (RcpDateResolver *self, const RcpDatePiece *piece)
{
  RcpDateAnchor anchor;
  gint32 day = anchor_day (self, piece->from_text, &anchor), first, last;
  RcpPrecision precision;
  int steps = piece->has_dir ? piece->dir : piece->sign;

  if (day == RCP_DAY_INVALID)
    return FALSE;
  if (piece->unit == RCP_UNIT_FORTNIGHT && piece->has_dir && anchor == RCP_DATE_ANCHOR_PUBLICATION)
    return rcp_date_resolver_units (self, piece);
  if (piece->unit == RCP_UNIT_WEEKEND && !piece->from_text)
    {
      int weekday = rcp_day_get_weekday (day);

      /* "this coming weekend" is the first one ahead. */
      if (piece->has_dir && piece->has_this && piece->dir > 0 && weekday < 6)
        steps = 0;
      /* On a Monday "ce week-end" or "the weekend" that is told in the past is the one just over. */
      if (!piece->has_dir && piece->sign == 0 && weekday < 5 && (piece->has_this ? self->tense < 0 || self->bound == RCP_BOUND_SINCE : self->tense <= 0))
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

/** rcp_date_resolver_rest: what lies ahead of a unit that runs, or behind in it: "the rest of the week", "later this year".
 * What comes later in a week or year that has just begun comes in its second half. */
gboolean
rcp_date_resolver_rest (RcpDateResolver *self, const RcpDatePiece *piece)
{
  gint32 reference = self->context->reference, first, last;
  RcpPrecision precision;

  if (reference == RCP_DAY_INVALID || piece->unit < RCP_UNIT_DAY ||
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

/* "quelques jours plus tôt": from two of the unit to about three times the number that "a few" stands for. "Two or three
 * years ago" tells both. */
static gboolean
resolve_fuzzy_offset (RcpDateResolver *self, const RcpDatePiece *piece, gint32 day, RcpDateAnchor anchor)
{
  int sign = piece->sign, count = MIN (piece->count, MAX_FUZZY_COUNT), least = count >= 10 ? count * 3 / 4 : 2;
  int most = count >= 10 ? count * 4 / 3 : count * 3;
  gboolean tells_both = piece->count2 > piece->count;
  gint32 near = rcp_date_add_units (day, piece->unit, sign * (tells_both ? piece->count : least)),
         far = rcp_date_add_units (day, piece->unit, sign * (tells_both ? piece->count2 : most));

  self->out->flags |= RCP_EDTF_APPROXIMATE;
  return rcp_date_resolver_set (self, MIN (near, far), MAX (near, far), RCP_PRECISION_INTERVAL,
                                RCP_DATE_RULE_OFFSET, anchor);
}

/** rcp_date_resolver_offset: a length of time before or after the reference or the last date told: "two years ago", "a month
 * earlier". */
gboolean
rcp_date_resolver_offset (RcpDateResolver *self, const RcpDatePiece *piece)
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
  /* "Jeudi, 80 ans après": counted from a day that was told before the last one. */
  if (anchor == RCP_DATE_ANCHOR_TEXT && piece->sign > 0 && self->tense <= 0 && self->context->reference != RCP_DAY_INVALID &&
      moved > self->context->reference + FAR_AHEAD_DAYS)
    return FALSE;
  if (piece->unit >= RCP_UNIT_WEEK)
    self->out->flags |= RCP_EDTF_APPROXIMATE;
  return rcp_date_resolver_set_day (self, moved, RCP_DATE_RULE_OFFSET, anchor);
}

/* "the third Tuesday after Christmas" */
static gint32
move_weekday (gint32 day, const RcpDatePiece *length, int sign)
{
  int steps = sign > 0 ? (length->weekday - rcp_day_get_weekday (day) + 7) % 7
                       : (rcp_day_get_weekday (day) - length->weekday + 7) % 7;

  return day + sign * ((steps == 0 ? 7 : steps) + 7 * (CLAMP (length->nth, 1, 1000) - 1));
}

/** rcp_date_resolver_shift: moves the reading by a length of time, or spans that length from it. */
gboolean
rcp_date_resolver_shift (RcpDateResolver *self, const RcpDateShift *shift)
{
  RcpDateReading *out = self->out;
  gint32 first = out->first_day, last = out->last_day, to_first, to_last;

  if (shift->kind == RCP_SHIFT_NONE)
    return TRUE;
  rcp_date_resolver_step (self);
  if (shift->length.is_fuzzy)
    out->flags |= RCP_EDTF_APPROXIMATE;
  to_first = shift->length.weekday > 0 ? move_weekday (first, &shift->length, shift->sign)
                                       : rcp_date_length_add (&shift->length, first, shift->sign);
  to_last = shift->length.weekday > 0 ? to_first : rcp_date_length_add (&shift->length, last, shift->sign);
  if (to_first == RCP_DAY_INVALID || to_last == RCP_DAY_INVALID)
    return FALSE;
  switch (shift->kind)
    {
    case RCP_SHIFT_BEYOND:
      first = shift->sign > 0 ? to_first : RCP_DAY_OPEN_START;
      last = shift->sign > 0 ? RCP_DAY_OPEN_END : to_last;
      break;
    case RCP_SHIFT_WITHIN:
      first = shift->sign > 0 ? first : to_first + 1;
      last = shift->sign > 0 ? to_last - 1 : last;
      break;
    case RCP_SHIFT_DURING:
      last = to_first - 1;
      break;
    case RCP_SHIFT_TO:
    case RCP_SHIFT_NONE:
    default:
      /* Two weeks after a month is no month. */
      return rcp_date_resolver_set (self, to_first, to_last,
                                    to_first != to_last && shift->length.unit < RCP_UNIT_MONTH ? RCP_PRECISION_INTERVAL
                                                                                              : out->precision,
                                    RCP_DATE_RULE_OFFSET, out->anchor_kind);
    }
  out->precision = RCP_PRECISION_INTERVAL;
  out->rule = RCP_DATE_RULE_OFFSET;
  out->first_day = first;
  out->last_day = last;
  return TRUE;
}
