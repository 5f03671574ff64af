#include "config.h"

#include "rcp-calendars.h"

#include "rcp-day.h"

typedef struct
{
  const char *name;
  RcpCalendar calendar;
  int month;
  int day;
  const char *from;
  const char *expected;
} Row;

/* Days as published by the authorities of each calendar. */
static const Row rows[] = {
  { "ramadan", RCP_CALENDAR_ISLAMIC, 9, 1, "2024-01-01", "2024-03-11" },
  { "fitr", RCP_CALENDAR_ISLAMIC, 10, 1, "2024-01-01", "2024-04-10" },
  { "adha", RCP_CALENDAR_ISLAMIC, 12, 10, "2018-01-01", "2018-08-21" },
  { "on-the-day", RCP_CALENDAR_ISLAMIC, 12, 10, "2018-08-21", "2018-08-21" },
  { "next-year", RCP_CALENDAR_ISLAMIC, 12, 10, "2018-08-22", "2019-08-11" },
  { "twice-in-a-year", RCP_CALENDAR_ISLAMIC, 1, 1, "2008-01-11", "2008-12-29" },
  { "before-epoch", RCP_CALENDAR_HEBREW, 1, 10, "1948-01-01", "1948-10-13" },
  { "new-year-hebrew", RCP_CALENDAR_HEBREW, 1, 1, "2018-01-01", "2018-09-10" },
  { "kippur", RCP_CALENDAR_HEBREW, 1, 10, "1973-01-01", "1973-10-06" },
  { "passover", RCP_CALENDAR_HEBREW, 8, 15, "2024-01-01", "2024-04-23" },
  { "purim-leap", RCP_CALENDAR_HEBREW, 7, 14, "2024-01-01", "2024-03-24" },
  { "purim", RCP_CALENDAR_HEBREW, 7, 14, "2023-01-01", "2023-03-07" },
  { "new-year-chinese", RCP_CALENDAR_CHINESE, 1, 1, "2024-01-01", "2024-02-10" },
  { "new-year-chinese-january", RCP_CALENDAR_CHINESE, 1, 1, "2023-01-01", "2023-01-22" },
  { "mid-autumn", RCP_CALENDAR_CHINESE, 8, 15, "2023-01-01", "2023-09-29" },
  { "too-early", RCP_CALENDAR_CHINESE, 1, 1, "0200-01-01", NULL },
  { "too-late", RCP_CALENDAR_ISLAMIC, 1, 1, "9999-12-31", NULL },
};

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  gint32 day = rcp_calendar_next (row->calendar, row->month, row->day, rcp_day_parse_iso (row->from));
  g_autofree char *iso = day == RCP_DAY_INVALID ? NULL : rcp_day_to_iso (day);

  g_assert_cmpstr (iso, ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/calendars/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], check_row);
    }
  return g_test_run ();
}
