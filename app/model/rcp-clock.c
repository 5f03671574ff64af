#include "config.h"

#include "rcp-clock.h"

#include "rcp-day.h"

/* The one place that asks what time it is, so that a test or a picture can stop the clock. RECOUPE_NOW does the same
 * for a whole process. */

static gint64 fixed_now_us;

static void
read_environment (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      const char *now = g_getenv ("RECOUPE_NOW");
      g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
      g_autoptr (GDateTime) time = now ? g_date_time_new_from_iso8601 (now, utc) : NULL;

      if (time)
        fixed_now_us = g_date_time_to_unix (time) * G_USEC_PER_SEC;
      g_once_init_leave (&once, 1);
    }
}

/**
 * rcp_clock_now_us:
 *
 * Returns: the present in µs since 1970-01-01 UTC, or the moment set by rcp_clock_set_now_us() or the environment
 *   variable RECOUPE_NOW (ISO 8601).
 */
gint64
rcp_clock_now_us (void)
{
  read_environment ();
  return fixed_now_us ? fixed_now_us : g_get_real_time ();
}

/**
 * rcp_clock_today:
 *
 * Returns: the present day in the local time zone, as a day number (see rcp-day.h).
 */
gint32
rcp_clock_today (void)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (rcp_clock_now_us () / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return rcp_day_from_ymd (g_date_time_get_year (local), g_date_time_get_month (local),
                           g_date_time_get_day_of_month (local));
}

/**
 * rcp_clock_set_now_us:
 * @now_us: the moment at which the clock stands, µs UTC; 0 lets it run again
 */
void
rcp_clock_set_now_us (gint64 now_us)
{
  read_environment ();
  fixed_now_us = now_us;
}
