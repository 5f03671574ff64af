#include "config.h"

#include "rcp-day.h"

#include <stdio.h>
#include <string.h>

/* Days are counted in eras of 400 years that begin on 1 March, so that the leap day is the last of its year (Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms", 2013; in the public domain). GDate says the same at ten times the cost, and
 * reading dates asks some million times a second. */
#define DAYS_OF_ERA 146097
#define DAYS_BEFORE_YEAR_1 305

/**
 * rcp_day_from_ymd:
 *
 * Returns: the day number, %RCP_DAY_INVALID for a day that the calendar lacks.
 */
gint32
rcp_day_from_ymd (int year, int month, int day)
{
  int from_march, of_era, day_of_year;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31
      || (day > 28 && day > rcp_days_in_month (year, month)))
    return RCP_DAY_INVALID;
  from_march = (month + 9) % 12;
  year -= month <= 2;
  of_era = year % 400;
  day_of_year = (153 * from_march + 2) / 5 + day - 1;
  return year / 400 * DAYS_OF_ERA + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - DAYS_BEFORE_YEAR_1;
}

/**
 * rcp_day_to_ymd:
 * @day: a valid day number
 *
 * Returns: its year, month and day; all 0 for a number that is no day.
 */
RcpYmd
rcp_day_to_ymd (gint32 day)
{
  RcpYmd ymd = { 0, 0, 0 };
  gint32 since, day_of_era, year_of_era, day_of_year, from_march;

  if (day < 1 || day > G_MAXINT32 - DAYS_OF_ERA)
    return ymd;
  since = day + DAYS_BEFORE_YEAR_1;
  day_of_era = since % DAYS_OF_ERA;
  year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  from_march = (5 * day_of_year + 2) / 153;
  ymd.month = from_march < 10 ? from_march + 3 : from_march - 9;
  ymd.day = day_of_year - (153 * from_march + 2) / 5 + 1;
  ymd.year = since / DAYS_OF_ERA * 400 + year_of_era + (ymd.month <= 2);
  return ymd;
}

/**
 * rcp_day_get_weekday:
 *
 * Returns: 1 for Monday to 7 for Sunday, as ISO 8601 counts.
 */
int
rcp_day_get_weekday (gint32 day)
{
  return ((day - 1) % 7 + 7) % 7 + 1;
}

/**
 * rcp_day_add_months:
 * @day: a valid day number
 * @months: how many months later, negative for earlier
 *
 * Returns: the same day of that month, or the last day of a shorter one; %RCP_DAY_INVALID outside the years 1 to 9999.
 */
gint32
rcp_day_add_months (gint32 day, int months)
{
  RcpYmd ymd = rcp_day_to_ymd (day);
  int index = ymd.year * 12 + ymd.month - 1 + months;
  int year = index / 12, month = index % 12 + 1;

  if (index < 12 || year > 9999)
    return RCP_DAY_INVALID;
  return rcp_day_from_ymd (year, month, MIN (ymd.day, rcp_days_in_month (year, month)));
}

int
rcp_days_in_month (int year, int month)
{
  return g_date_get_days_in_month (month, year);
}

/**
 * rcp_day_from_iso_week:
 *
 * Returns: the Monday of week @week of @year by ISO 8601, %RCP_DAY_INVALID where that year has no such week.
 */
gint32
rcp_day_from_iso_week (int year, int week)
{
  gint32 fourth = rcp_day_from_ymd (year, 1, 4), monday;
  int week_year;

  if (fourth == RCP_DAY_INVALID || week < 1 || week > 53)
    return RCP_DAY_INVALID;
  monday = fourth - (rcp_day_get_weekday (fourth) - 1) + 7 * (week - 1);
  if (rcp_day_get_iso_week (monday, &week_year) != week || week_year != year)
    return RCP_DAY_INVALID;
  return monday;
}

/**
 * rcp_day_get_iso_week:
 * @day: a valid day number
 * @year: (out) (optional): the year the week belongs to
 *
 * Returns: the number of the week by ISO 8601.
 */
int
rcp_day_get_iso_week (gint32 day, int *year)
{
  gint32 thursday = day - (rcp_day_get_weekday (day) - 1) + 3;
  int thursday_year = rcp_day_to_ymd (thursday).year;

  if (year)
    *year = thursday_year;
  return (thursday - rcp_day_from_ymd (thursday_year, 1, 1)) / 7 + 1;
}

/**
 * rcp_day_parse_iso:
 * @text: (nullable): a text that begins with YYYY-MM-DD
 *
 * Returns: the day number, %RCP_DAY_INVALID where there is none.
 */
gint32
rcp_day_parse_iso (const char *text)
{
  int part[3] = { 0, 0, 0 };
  static const char shape[] = "dddd-dd-dd";
  int at = 0;

  if (!text)
    return RCP_DAY_INVALID;
  for (int i = 0; shape[i]; i++)
    {
      if (shape[i] == '-')
        {
          if (text[i] != '-')
            return RCP_DAY_INVALID;
          at++;
        }
      else if (g_ascii_isdigit (text[i]))
        part[at] = part[at] * 10 + (text[i] - '0');
      else
        return RCP_DAY_INVALID;
    }
  if (g_ascii_isdigit (text[strlen (shape)]))
    return RCP_DAY_INVALID;
  return rcp_day_from_ymd (part[0], part[1], part[2]);
}

/**
 * rcp_day_to_iso:
 *
 * Returns: (transfer full): YYYY-MM-DD.
 */
char *
rcp_day_to_iso (gint32 day)
{
  RcpYmd ymd = rcp_day_to_ymd (day);

  return g_strdup_printf ("%04d-%02d-%02d", ymd.year, ymd.month, ymd.day);
}
