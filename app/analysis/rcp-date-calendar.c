#include "config.h"

#include "rcp-calendars.h"
#include "rcp-date-shape.h"
#include "rcp-hindu-calendar.h"

/**
 * rcp_date_part_of:
 * @first_day: (inout): first day of the unit, then of its part
 * @last_day: (inout): its last day
 * @precision: the unit
 * @part: beginning, middle or end
 *
 * The part of a unit that a fuzzy expression means. A month falls into its decades of days (1–10, 11–20, 21 to the
 * end), as press chronologies use them; a year begins with its first two months and ends with its last two, a week with
 * its first two days, a decade with its first four years and ends with its last three, a century with its first and last
 * thirty; any other unit falls into thirds. Where such a guess is wrong, the qualifier "~" says so.
 */
void
rcp_date_part_of (gint32 *first_day, gint32 *last_day, RcpPrecision precision, RcpDatePart part)
{
  gint32 first = *first_day, last = *last_day, third = (last - first + 1) / 3;
  gint32 start_end = first + third - 1, end_start = last - third + 1;

  switch (precision)
    {
    case RCP_PRECISION_WEEK:
      start_end = first + 1;
      end_start = last - 3;
      break;
    case RCP_PRECISION_MONTH:
      start_end = first + 9;
      end_start = first + 20;
      break;
    case RCP_PRECISION_YEAR:
      start_end = rcp_day_add_months (first, 2) - 1;
      end_start = rcp_day_add_months (first, 10);
      break;
    case RCP_PRECISION_DECADE:
      start_end = rcp_day_add_months (first, 4 * 12) - 1;
      end_start = rcp_day_add_months (first, 7 * 12);
      break;
    case RCP_PRECISION_CENTURY:
      start_end = rcp_day_add_months (first, 30 * 12) - 1;
      end_start = rcp_day_add_months (first, 70 * 12);
      break;
    case RCP_PRECISION_DAY:
      return;
    case RCP_PRECISION_SEASON:
    case RCP_PRECISION_INTERVAL:
    default:
      break;
    }
  if (part == RCP_PART_START)
    *last_day = start_end;
  else if (part == RCP_PART_END)
    *first_day = end_start;
  else if (part == RCP_PART_MID)
    {
      *first_day = precision == RCP_PRECISION_YEAR ? rcp_day_add_months (first, 4) : start_end + 1;
      *last_day = precision == RCP_PRECISION_YEAR ? rcp_day_add_months (first, 8) - 1 : end_start - 1;
      if (precision == RCP_PRECISION_WEEK)
        *last_day = first + 3;
    }
}

/**
 * rcp_date_unit_around:
 * @day: a day
 * @unit: a unit
 * @steps: 0 for the one that holds @day, -1 for the one before…
 *
 * Returns: whether that lies within the calendar; then its first and last day and its precision.
 */
gboolean
rcp_date_unit_around (gint32 day, RcpDateUnit unit, int steps, gint32 *first_day, gint32 *last_day,
                      RcpPrecision *precision)
{
  RcpYmd ymd = rcp_day_to_ymd (day);
  int year = ymd.year, month = ymd.month, span;

  if (ymd.year == 0 || steps > 9999 || steps < -9999)
    return FALSE;
  switch (unit)
    {
    case RCP_UNIT_WEEK:
    case RCP_UNIT_WEEKEND:
    case RCP_UNIT_FORTNIGHT:
      *first_day = day - (rcp_day_get_weekday (day) - 1) + 7 * steps;
      *last_day = *first_day + (unit == RCP_UNIT_FORTNIGHT ? 13 : 6);
      if (unit == RCP_UNIT_WEEKEND)
        *first_day += 5;
      *precision = unit == RCP_UNIT_WEEK ? RCP_PRECISION_WEEK : RCP_PRECISION_INTERVAL;
      return *first_day >= 1;
    case RCP_UNIT_MONTH:
    case RCP_UNIT_QUARTER:
    case RCP_UNIT_HALF:
      span = unit == RCP_UNIT_MONTH ? 1 : unit == RCP_UNIT_QUARTER ? 3 : 6;
      month = (month - 1) / span * span + 1;
      *first_day = rcp_day_from_ymd (year, month, 1);
      *first_day = rcp_day_add_months (*first_day, steps * span);
      if (*first_day == RCP_DAY_INVALID)
        return FALSE;
      *last_day = rcp_day_add_months (*first_day, span);
      if (*last_day == RCP_DAY_INVALID)
        return FALSE;
      (*last_day)--;
      *precision = span == 1 ? RCP_PRECISION_MONTH : RCP_PRECISION_INTERVAL;
      return TRUE;
    case RCP_UNIT_YEAR:
    case RCP_UNIT_DECADE:
    case RCP_UNIT_CENTURY:
      span = unit == RCP_UNIT_YEAR ? 1 : unit == RCP_UNIT_DECADE ? 10 : 100;
      year = year / span * span + steps * span;
      *first_day = rcp_day_from_ymd (year, 1, 1);
      *last_day = rcp_day_from_ymd (year + span - 1, 12, 31);
      *precision = span == 1 ? RCP_PRECISION_YEAR : span == 10 ? RCP_PRECISION_DECADE : RCP_PRECISION_CENTURY;
      return *first_day != RCP_DAY_INVALID && *last_day != RCP_DAY_INVALID;
    case RCP_UNIT_DAY:
    case RCP_UNIT_NIGHT:
    case RCP_UNIT_HOUR:
    case RCP_UNIT_MINUTE:
    case RCP_UNIT_SECOND:
      *first_day = *last_day = day + (unit == RCP_UNIT_DAY || unit == RCP_UNIT_NIGHT ? steps : 0);
      *precision = RCP_PRECISION_DAY;
      return *first_day >= 1;
    case RCP_UNIT_NONE:
    default:
      return FALSE;
    }
}

/**
 * rcp_date_add_units:
 *
 * Returns: the day @count units after @day, %RCP_DAY_INVALID outside the calendar.
 */
gint32
rcp_date_add_units (gint32 day, RcpDateUnit unit, int count)
{
  int months = 0, days = 0;

  if (count > 100000 || count < -100000)
    return RCP_DAY_INVALID;
  switch (unit)
    {
    case RCP_UNIT_DAY:
    case RCP_UNIT_NIGHT:
      days = count;
      break;
    case RCP_UNIT_WEEK:
    case RCP_UNIT_WEEKEND:
      days = 7 * count;
      break;
    case RCP_UNIT_FORTNIGHT:
      days = 14 * count;
      break;
    case RCP_UNIT_MONTH:
      months = count;
      break;
    case RCP_UNIT_QUARTER:
      months = 3 * count;
      break;
    case RCP_UNIT_HALF:
      months = 6 * count;
      break;
    case RCP_UNIT_YEAR:
      months = 12 * count;
      break;
    case RCP_UNIT_DECADE:
      months = 120 * count;
      break;
    case RCP_UNIT_CENTURY:
      months = 1200 * count;
      break;
    case RCP_UNIT_HOUR:
      days = count / 24;
      break;
    case RCP_UNIT_MINUTE:
    case RCP_UNIT_SECOND:
    case RCP_UNIT_NONE:
    default:
      break;
    }
  if (months != 0)
    return rcp_day_add_months (day, months);
  return day + days >= 1 && rcp_day_to_ymd (day + days).year <= 9999 ? day + days : RCP_DAY_INVALID;
}

/**
 * rcp_date_easter:
 *
 * Returns: Easter Sunday of the western churches (the anonymous Gregorian algorithm; J. Meeus, Astronomical Algorithms,
 * 1991, chapter 8).
 */
gint32
rcp_date_easter (int year)
{
  int a = year % 19, b = year / 100, c = year % 100;
  int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  int m = (a + 11 * h + 22 * l) / 451;

  return rcp_day_from_ymd (year, (h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
}

/**
 * rcp_date_nth_weekday:
 * @nth: 1 for the first, -1 for the last
 * @weekday: 1 for Monday to 7
 *
 * Returns: that day of the month, %RCP_DAY_INVALID where the month has none.
 */
gint32
rcp_date_nth_weekday (int year, int month, int nth, int weekday)
{
  gint32 first = rcp_day_from_ymd (year, month, 1), last;

  if (first == RCP_DAY_INVALID)
    return RCP_DAY_INVALID;
  last = first + rcp_days_in_month (year, month) - 1;
  if (nth < 0)
    return last - (rcp_day_get_weekday (last) - weekday + 7) % 7;
  first += (weekday - rcp_day_get_weekday (first) + 7) % 7 + 7 * (nth - 1);
  return first <= last ? first : RCP_DAY_INVALID;
}

static gint32
orthodox_easter (int year)
{
  /* J. Meeus, Astronomical Algorithms, 1991, chapter 8: Easter of the Julian calendar, then its Gregorian day. */
  int d = (19 * (year % 19) + 15) % 30;
  int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  gint32 day = rcp_day_from_ymd (year, (d + e + 114) / 31, (d + e + 114) % 31 + 1);

  return day == RCP_DAY_INVALID ? day : day + year / 100 - year / 400 - 2;
}

static gint32
day_in_year (const RcpDateHoliday *holiday, int year)
{
  gint32 day;

  if (year < 1 || year > 9999 || (holiday->every > 0 && year % holiday->every != 0))
    return RCP_DAY_INVALID;
  if (holiday->reckoning == RCP_RECKONING_EASTER)
    return rcp_date_easter (year);
  if (holiday->reckoning == RCP_RECKONING_ORTHODOX)
    return orthodox_easter (year);
  if (holiday->nth != 0)
    return rcp_date_nth_weekday (year, holiday->month, holiday->nth, holiday->weekday);
  day = rcp_day_from_ymd (year, holiday->month, holiday->day);
  return day == RCP_DAY_INVALID ? day : day + holiday->weekday_shifts[rcp_day_get_weekday (day)];
}

/**
 * rcp_date_holiday_next:
 * @from: a day
 * @last_day: (out): its last day
 *
 * Returns: the first day of a holiday, the first time that it begins on or after @from; %RCP_DAY_INVALID where it is not
 *   known.
 */
gint32
rcp_date_holiday_next (const RcpDateHoliday *holiday, gint32 from, gint32 *last_day)
{
  gint32 day = RCP_DAY_INVALID, end;
  RcpCalendar calendar = holiday->reckoning - RCP_RECKONING_ISLAMIC;

  if (holiday->reckoning == RCP_RECKONING_HINDU || holiday->reckoning == RCP_RECKONING_SANKRANTI)
    {
      day = holiday->reckoning == RCP_RECKONING_HINDU
              ? rcp_hindu_next_tithi (holiday->month, holiday->day, holiday->moment, from - holiday->offset)
              : rcp_hindu_next_sankranti (holiday->month, from - holiday->offset);
      if (day == RCP_DAY_INVALID)
        return day;
      day += holiday->offset;
      *last_day = day + holiday->n_days - 1;
      return day;
    }
  if (holiday->reckoning < RCP_RECKONING_HINDU)
    {
      int year = rcp_day_to_ymd (from).year;

      for (int tries = -1; tries <= MAX (holiday->every, 1); tries++)
        {
          day = day_in_year (holiday, year + tries);
          if (day == RCP_DAY_INVALID)
            continue;
          day += holiday->offset;
          if (day >= from)
            break;
          day = RCP_DAY_INVALID;
        }
      *last_day = day == RCP_DAY_INVALID ? day : day + holiday->n_days - 1;
      return day;
    }
  day = rcp_calendar_next (calendar, holiday->month, holiday->day, from - holiday->offset);
  if (day == RCP_DAY_INVALID)
    return day;
  end = holiday->n_days > 0 ? day + holiday->n_days : rcp_calendar_next (calendar, holiday->month + 1, 1, day);
  *last_day = end + holiday->offset - 1;
  return end == RCP_DAY_INVALID ? end : day + holiday->offset;
}
