#include "config.h"

#include "rcp-day.h"

typedef struct
{
  int year, month, day;
  gboolean is_valid;
  int weekday;
  int week_year, week;
} Row;

/* Weekdays and weeks as `date +%u %G %V` gives them. */
static const Row rows[] = {
  { 2024, 2, 29, TRUE, 4, 2024, 9 },  { 2023, 2, 29, FALSE, 0, 0, 0 },   { 1900, 2, 29, FALSE, 0, 0, 0 },
  { 2000, 2, 29, TRUE, 2, 2000, 9 },  { 2024, 12, 30, TRUE, 1, 2025, 1 }, { 2021, 1, 1, TRUE, 5, 2020, 53 },
  { 2016, 1, 3, TRUE, 7, 2015, 53 },  { 1970, 1, 1, TRUE, 4, 1970, 1 },  { 2024, 13, 1, FALSE, 0, 0, 0 },
  { 2024, 0, 1, FALSE, 0, 0, 0 },     { 2024, 4, 31, FALSE, 0, 0, 0 },   { 0, 1, 1, FALSE, 0, 0, 0 },
  { 10000, 1, 1, FALSE, 0, 0, 0 },    { 9999, 12, 31, TRUE, 5, 9999, 52 }, { 2024, 1, -1, FALSE, 0, 0, 0 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gint32 day = rcp_day_from_ymd (row->year, row->month, row->day);
  RcpYmd back;
  int week_year;
  g_autofree char *iso = NULL;

  if (!row->is_valid)
    {
      g_assert_cmpint (day, ==, RCP_DAY_INVALID);
      return;
    }
  back = rcp_day_to_ymd (day);
  g_assert_cmpint (back.year, ==, row->year);
  g_assert_cmpint (back.month, ==, row->month);
  g_assert_cmpint (back.day, ==, row->day);
  g_assert_cmpint (rcp_day_get_weekday (day), ==, row->weekday);
  g_assert_cmpint (rcp_day_get_iso_week (day, &week_year), ==, row->week);
  g_assert_cmpint (week_year, ==, row->week_year);
  iso = rcp_day_to_iso (day);
  g_assert_cmpint (rcp_day_parse_iso (iso), ==, day);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    int year, month, day;
  } good[] = { { "2024-03-26", 2024, 3, 26 }, { "2024-03-26T10:00:00+01:00", 2024, 3, 26 }, { "2024-03-26 10:00", 2024, 3, 26 } };
  static const char *const bad[] = { NULL, "", "2024", "2024-3-26", "2024-03-2", "2024-03-267", "2024-02-30", "24-03-26", "x" };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_cmpint (rcp_day_parse_iso (good[i].text), ==, rcp_day_from_ymd (good[i].year, good[i].month, good[i].day));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (rcp_day_parse_iso (bad[i]), ==, RCP_DAY_INVALID);
}

static void
test_months (void)
{
  static const struct
  {
    const char *from;
    int months;
    const char *to;
  } steps[] = {
    { "2024-01-31", 1, "2024-02-29" },   { "2023-01-31", 1, "2023-02-28" },  { "2024-03-31", -1, "2024-02-29" },
    { "2024-12-15", 1, "2025-01-15" },   { "2024-01-15", -1, "2023-12-15" }, { "2024-02-29", 12, "2025-02-28" },
    { "2024-02-29", -48, "2020-02-29" }, { "2024-05-05", 0, "2024-05-05" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_cmpint (rcp_day_add_months (rcp_day_parse_iso (steps[i].from), steps[i].months), ==,
                     rcp_day_parse_iso (steps[i].to));
  g_assert_cmpint (rcp_day_add_months (rcp_day_from_ymd (9999, 12, 1), 1), ==, RCP_DAY_INVALID);
  g_assert_cmpint (rcp_day_add_months (rcp_day_from_ymd (1, 1, 1), -1), ==, RCP_DAY_INVALID);
}

static void
test_weeks (void)
{
  g_assert_cmpint (rcp_day_from_iso_week (2024, 13), ==, rcp_day_from_ymd (2024, 3, 25));
  g_assert_cmpint (rcp_day_from_iso_week (2020, 53), ==, rcp_day_from_ymd (2020, 12, 28));
  g_assert_cmpint (rcp_day_from_iso_week (2024, 53), ==, RCP_DAY_INVALID);
  g_assert_cmpint (rcp_day_from_iso_week (2024, 0), ==, RCP_DAY_INVALID);
  g_assert_cmpint (rcp_day_to_ymd (RCP_DAY_INVALID).year, ==, 0);
  g_assert_cmpint (rcp_day_to_ymd (RCP_DAY_OPEN_END).year, ==, 0);
}

/* Every day of the years 1 to 9999 is the one that GLib's calendar says, and comes back. */
static void
test_calendar (void)
{
  for (gint32 day = 1; day <= rcp_day_from_ymd (9999, 12, 31); day++)
    {
      RcpYmd ymd = rcp_day_to_ymd (day);

      if (rcp_day_from_ymd (ymd.year, ymd.month, ymd.day) != day)
        g_error ("%d does not come back", day);
      if (day % 7 == 0 || ymd.day > 27)
        {
          GDate date;

          g_date_clear (&date, 1);
          g_date_set_julian (&date, day);
          if (g_date_get_year (&date) != ymd.year || (int) g_date_get_month (&date) != ymd.month ||
              g_date_get_day (&date) != ymd.day)
            g_error ("%d is another day", day);
        }
    }
  g_assert_cmpint (rcp_day_from_ymd (1900, 2, 29), ==, RCP_DAY_INVALID);
  g_assert_cmpint (rcp_day_from_ymd (2023, 4, 31), ==, RCP_DAY_INVALID);
  g_assert_cmpint (rcp_day_from_ymd (10000, 1, 1), ==, RCP_DAY_INVALID);
  g_assert_cmpint (rcp_day_to_ymd (RCP_DAY_OPEN_END).year, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/day/%d-%d-%d", rows[i].year, rows[i].month, rows[i].day);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/day/parse", test_parse);
  g_test_add_func ("/day/months", test_months);
  g_test_add_func ("/day/weeks", test_weeks);
  g_test_add_func ("/day/calendar", test_calendar);
  return g_test_run ();
}
