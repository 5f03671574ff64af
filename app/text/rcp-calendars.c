#include "config.h"

#include "rcp-calendars.h"

#include <unicode/ucal.h>
#include <unicode/ustring.h>

#include "rcp-day.h"

#define EPOCH_DAY 719163 /* 1 January 1970 */
#define MS_PER_DAY 86400000.0

/* The calendars have been reckoned from observation or reform only in modern times; no text means their feasts before. */
#define FIRST_YEAR 1600
#define LAST_YEAR 2400

static const char *const locales[RCP_N_CALENDARS] = {
  [RCP_CALENDAR_ISLAMIC] = "en@calendar=islamic-umalqura",
  [RCP_CALENDAR_HEBREW] = "en@calendar=hebrew",
  [RCP_CALENDAR_CHINESE] = "en@calendar=chinese",
};

/* ICU takes a good part of a millisecond to reckon, and a text asks for the same feast again and again: each thread keeps
 * what it was asked last. */
#define CACHE_SIZE 64

typedef struct
{
  gint32 from; /* RCP_DAY_INVALID: empty */
  gint32 found;
  int calendar;
  int month;
  int day;
} CacheEntry;

static __thread CacheEntry cache[CACHE_SIZE];

/* The day of a year of the calendar; RCP_DAY_INVALID where that year has none. */
static gint32
day_in_year (UCalendar *reckoner, int year, int month, int day)
{
  UErrorCode status = U_ZERO_ERROR;
  double ms;

  ucal_clear (reckoner);
  ucal_set (reckoner, UCAL_EXTENDED_YEAR, year);
  ucal_set (reckoner, UCAL_MONTH, month - 1);
  ucal_set (reckoner, UCAL_DATE, day);
  ucal_set (reckoner, UCAL_HOUR_OF_DAY, 12);
  ms = ucal_getMillis (reckoner, &status);
  if (U_FAILURE (status) || ucal_get (reckoner, UCAL_DATE, &status) != day || U_FAILURE (status))
    return RCP_DAY_INVALID;
  return EPOCH_DAY + (gint32) ((ms - MS_PER_DAY / 2) / MS_PER_DAY + (ms < 0 ? -0.5 : 0.5));
}

static gint32
reckon_next (RcpCalendar calendar, int month, int day, gint32 from)
{
  static const UChar utc[] = { 'U', 'T', 'C', 0 };
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *reckoner;
  gint32 found = RCP_DAY_INVALID;
  int year;

  reckoner = ucal_open (utc, -1, locales[calendar], UCAL_DEFAULT, &status);
  if (U_FAILURE (status))
    return RCP_DAY_INVALID;
  ucal_setMillis (reckoner, (from - EPOCH_DAY) * MS_PER_DAY + MS_PER_DAY / 2, &status);
  year = ucal_get (reckoner, UCAL_EXTENDED_YEAR, &status);
  for (int tries = 0; U_SUCCESS (status) && tries <= 2; tries++)
    {
      gint32 candidate = day_in_year (reckoner, year + tries, month, day);

      if (candidate != RCP_DAY_INVALID && candidate >= from)
        {
          found = candidate;
          break;
        }
    }
  ucal_close (reckoner);
  return found;
}

/**
 * rcp_calendar_next:
 * @month: 1 to 13
 * @day: 1 to 30
 * @from: a day
 *
 * Returns: the first day on or after @from that is that day of that month; %RCP_DAY_INVALID outside the years 1600 to
 *   2400, or where ICU lacks the calendar. Any thread.
 */
gint32
rcp_calendar_next (RcpCalendar calendar, int month, int day, gint32 from)
{
  CacheEntry *entry;

  g_return_val_if_fail (calendar < RCP_N_CALENDARS && month >= 1 && month <= 13, RCP_DAY_INVALID);

  if (from < rcp_day_from_ymd (FIRST_YEAR, 1, 1) || from > rcp_day_from_ymd (LAST_YEAR, 12, 31))
    return RCP_DAY_INVALID;
  entry = &cache[((guint) from * 31u + (guint) (month * 7 + day * 3 + (int) calendar)) % CACHE_SIZE];
  if (entry->from != from || entry->calendar != (int) calendar || entry->month != month || entry->day != day)
    *entry = (CacheEntry){ from, reckon_next (calendar, month, day, from), calendar, month, day };
  return entry->found;
}
