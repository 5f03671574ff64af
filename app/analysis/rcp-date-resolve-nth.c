#include "config.h"

#include "rcp-date-resolver-private.h"

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

/** rcp_date_resolver_nth: a day, weekday or unit counted within another: "the first Monday of March", "the second week of May
 * 2019". */
gboolean
rcp_date_resolver_nth (RcpDateResolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given, inner;
  gint32 reference = self->context->reference, first, last, day;
  RcpPrecision precision;
  RcpDateAnchor anchor;
  gboolean found;

  if (piece.weekday > 0 && piece.unit == RCP_UNIT_WEEK && piece.month == 0 && piece.nth == 0)
    {
      /* "two weeks ago on Tuesday" */
      int steps = piece.has_dir ? piece.dir : piece.sign * MAX (piece.count, 1);

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
          !rcp_date_unit_around (reference, outer, piece.has_dir && !piece.has_this && piece.dir > -2 ? piece.dir : 0, &first, &last, &precision))
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
    piece.nth = piece.sign != 0 ? piece.sign : piece.has_dir ? piece.dir : 0;
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
  if (piece.nth < 0 && piece.unit == RCP_UNIT_WEEKEND)
    day = rcp_date_add_units (last - (rcp_day_get_weekday (last) - 6 + 7) % 7, piece.unit, piece.nth + 1);
  else if (piece.nth < 0)
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
  return rcp_day_to_ymd (monday + 3).year == year && piece->count2 <= 53 &&
         rcp_date_resolver_set (self, monday, monday + 6 + 7 * (piece->count2 > 0 ? piece->count2 - piece->count : 0),
                                piece->count2 > piece->count ? RCP_PRECISION_INTERVAL : RCP_PRECISION_WEEK,
                                piece->year > 0 ? RCP_DATE_RULE_WRITTEN : RCP_DATE_RULE_UNIT,
                                piece->year > 0 ? RCP_DATE_ANCHOR_NONE : RCP_DATE_ANCHOR_PUBLICATION);
}

/** rcp_date_resolver_weekof: the week or weekend of a day, or the week of a number: "the week of March 4", "week 12 of 2019". */
gboolean
rcp_date_resolver_weekof (RcpDateResolver *self, const RcpDatePiece *given)
{
  RcpDatePiece piece = *given;
  RcpDateUnit unit = piece.unit == RCP_UNIT_WEEKEND ? RCP_UNIT_WEEKEND : RCP_UNIT_WEEK;
  gint32 first, last;
  RcpPrecision precision;

  if (piece.count > 0)
    return resolve_week_number (self, &piece);
  piece.unit = RCP_UNIT_NONE;
  if (!(piece.holiday ? rcp_date_resolver_holiday (self, &piece) : rcp_date_resolver_calendar (self, &piece)) ||
      !rcp_date_unit_around (self->out->first_day, unit, 0, &first, &last, &precision))
    return FALSE;
  rcp_date_resolver_step (self);
  return rcp_date_resolver_set (self, first, last, precision, RCP_DATE_RULE_UNIT, self->out->anchor_kind);
}
