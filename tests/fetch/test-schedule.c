#include "config.h"

#include <glib.h>

#include "rcp-schedule.h"

/* When a source is asked again. Times are seconds after NOW, a Wednesday at noon UTC. */

#define NOW G_GINT64_CONSTANT (1557921600) /* 2019-05-15T12:00:00Z */
#define US(seconds) ((NOW + (seconds)) * G_USEC_PER_SEC)
#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define NEVER (-1)

/* The hours of the day from @from to @to, both of them. */
#define HOURS(from, to) ((guint32) ((1u << ((to) + 1)) - (1u << (from))))

typedef struct
{
  const char *name;
  guint interval_s;
  guint ttl_s;
  gint64 retry_after_s;
  gint64 fresh_until_s;
  guint n_failures;
  guint32 skip_hours;
  guint8 skip_days;
  gint64 from_s; /* the next check is not before this… */
  gint64 to_s; /* …and not after */
} Row;

#define NONE G_MININT32

static const Row rows[] = {
  { "hourly", HOUR, 0, NONE, NONE, 0, 0, 0, HOUR, HOUR + 6 * MINUTE },
  { "daily", DAY, 0, NONE, NONE, 0, 0, 0, DAY, DAY + 15 * MINUTE },
  { "weekly", 7 * DAY, 0, NONE, NONE, 0, 0, 0, 7 * DAY, 7 * DAY + 15 * MINUTE },
  { "never-under-ten-minutes", 30, 0, NONE, NONE, 0, 0, 0, 10 * MINUTE, 11 * MINUTE },
  { "ttl-longer", HOUR, 3 * HOUR, NONE, NONE, 0, 0, 0, 3 * HOUR, 3 * HOUR + 15 * MINUTE },
  { "ttl-shorter", HOUR, 5 * MINUTE, NONE, NONE, 0, 0, 0, HOUR, HOUR + 6 * MINUTE },
  { "ttl-of-a-year", HOUR, 365 * DAY, NONE, NONE, 0, 0, 0, DAY, DAY + 15 * MINUTE },
  { "fresh-longer", HOUR, 0, NONE, 2 * HOUR, 0, 0, 0, 2 * HOUR, 2 * HOUR },
  { "fresh-shorter", HOUR, 0, NONE, 2 * MINUTE, 0, 0, 0, HOUR, HOUR + 6 * MINUTE },
  { "fresh-for-a-year", HOUR, 0, NONE, 365 * DAY, 0, 0, 0, DAY, DAY },
  { "retry-after-longer", HOUR, 0, 5 * HOUR, NONE, 1, 0, 0, 5 * HOUR, 5 * HOUR },
  { "retry-after-shorter", HOUR, 0, 5 * MINUTE, NONE, 1, 0, 0, HOUR, HOUR + 6 * MINUTE },
  { "retry-after-beyond-a-day", HOUR, 0, 3 * DAY, NONE, 1, 0, 0, 3 * DAY, 3 * DAY },
  { "failed-once", HOUR, 0, NONE, NONE, 1, 0, 0, HOUR, HOUR + 6 * MINUTE },
  { "failed-twice", HOUR, 0, NONE, NONE, 2, 0, 0, HOUR + 30 * MINUTE, 2 * HOUR },
  { "failed-three-times", HOUR, 0, NONE, NONE, 3, 0, 0, 3 * HOUR, 4 * HOUR },
  { "failed-often", HOUR, 0, NONE, NONE, 9, 0, 0, 18 * HOUR, DAY },
  { "failed-for-ages", HOUR, 0, NONE, NONE, G_MAXUINT, 0, 0, 18 * HOUR, DAY },
  { "weekly-failed-for-ages", 7 * DAY, 0, NONE, NONE, 50, 0, 0, 7 * DAY, 7 * DAY },
  { "skipped-hours", HOUR, 0, NONE, NONE, 0, HOURS (13, 17), 0, 6 * HOUR, 6 * HOUR + 15 * MINUTE },
  { "skipped-hours-over-midnight", HOUR, 0, NONE, NONE, 0, HOURS (13, 23) | HOURS (0, 5), 0, 18 * HOUR,
    18 * HOUR + 15 * MINUTE },
  { "skipped-day", HOUR, 0, NONE, NONE, 0, 0, 1 << 2, 12 * HOUR, 12 * HOUR + 15 * MINUTE },
  { "other-days-skipped", HOUR, 0, NONE, NONE, 0, 0, 0x7f & ~(1 << 2), HOUR, HOUR + 6 * MINUTE },
  { "skipped-weekend-and-night", DAY, 0, NONE, NONE, 0, HOURS (0, 5), 0x7f & ~(1 << 0), 4 * DAY + 18 * HOUR,
    4 * DAY + 18 * HOUR + 15 * MINUTE },
  { "all-hours-skipped", HOUR, 0, NONE, NONE, 0, 0xffffff, 0, HOUR, HOUR + 6 * MINUTE },
  { "all-days-skipped", HOUR, 0, NONE, NONE, 0, 0, 0x7f, HOUR, HOUR + 6 * MINUTE },
  { "not-followed", 0, HOUR, NONE, NONE, 0, 0, 0, NEVER, NEVER },
};

static RcpSchedule
make (const Row *row)
{
  return (RcpSchedule){
    .interval_s = row->interval_s,
    .ttl_s = row->ttl_s,
    .skip_hours = row->skip_hours,
    .skip_days = row->skip_days,
    .retry_after_us = row->retry_after_s == NONE ? 0 : US (row->retry_after_s),
    .fresh_until_us = row->fresh_until_s == NONE ? 0 : US (row->fresh_until_s),
    .checked_us = US (0),
    .n_failures = row->n_failures,
  };
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gint64 first = -1;
  gboolean differs = FALSE;

  for (guint64 seed = 0; seed < 200; seed++)
    {
      RcpSchedule schedule = make (row);
      gint64 next_us;

      schedule.seed = seed;
      next_us = rcp_schedule_next_us (&schedule);
      g_assert_cmpint (rcp_schedule_next_us (&schedule), ==, next_us);
      if (row->from_s == NEVER)
        g_assert_cmpint (next_us, ==, RCP_SCHEDULE_NEVER);
      else
        {
          g_assert_cmpint (next_us, >=, US (row->from_s));
          g_assert_cmpint (next_us, <=, US (row->to_s));
        }
      differs |= first >= 0 && next_us != first;
      first = first < 0 ? next_us : first;
    }
  /* Sources that wait alike are spread. */
  g_assert_cmpint (differs, ==, row->from_s != row->to_s);
}

/* With each failure the wait is longer, until it is a day. */
static void
test_growth (void)
{
  for (guint64 seed = 0; seed < 50; seed++)
    {
      RcpSchedule schedule = { .interval_s = HOUR, .checked_us = US (0), .seed = seed };
      gint64 last_us = 0;

      for (guint n = 2; n <= 5; n++)
        {
          gint64 next_us;

          schedule.n_failures = n;
          next_us = rcp_schedule_next_us (&schedule);
          g_assert_cmpint (next_us, >, last_us);
          last_us = next_us;
        }
    }
}

static void
test_states (void)
{
  RcpSchedule schedule = { .interval_s = HOUR };

  g_assert_cmpint (rcp_schedule_next_us (&schedule), ==, 0);
  g_assert_cmpint (rcp_schedule_by_hand_us (&schedule, US (0)), ==, US (0));
  schedule.is_paused = TRUE;
  g_assert_cmpint (rcp_schedule_next_us (&schedule), ==, RCP_SCHEDULE_NEVER);
  g_assert_cmpint (rcp_schedule_by_hand_us (&schedule, US (0)), ==, US (0));
  schedule.is_paused = FALSE;
  schedule.is_retired = TRUE;
  g_assert_cmpint (rcp_schedule_next_us (&schedule), ==, RCP_SCHEDULE_NEVER);
}

/* A life of answers. */
static void
test_answers (void)
{
  g_autoptr (RcpFetched) fetched = rcp_fetched_new ();
  RcpSchedule schedule = { .interval_s = HOUR };

  fetched->status = 200;
  fetched->fresh_until_us = US (2 * HOUR);
  rcp_schedule_answered (&schedule, fetched, US (0));
  g_assert_cmpint (schedule.checked_us, ==, US (0));
  g_assert_cmpint (rcp_schedule_next_us (&schedule), ==, US (2 * HOUR));
  /* By hand it may be before the time, and before ten minutes are over. */
  g_assert_cmpint (rcp_schedule_by_hand_us (&schedule, US (MINUTE)), ==, US (MINUTE));

  fetched->status = 429;
  fetched->fresh_until_us = 0;
  fetched->retry_after_s = 4 * HOUR;
  rcp_schedule_answered (&schedule, fetched, US (2 * HOUR));
  g_assert_cmpuint (schedule.n_failures, ==, 1);
  g_assert_cmpint (rcp_schedule_next_us (&schedule), ==, US (6 * HOUR));
  /* But not before the server allows it. */
  g_assert_cmpint (rcp_schedule_by_hand_us (&schedule, US (3 * HOUR)), ==, US (6 * HOUR));
  g_assert_cmpint (rcp_schedule_by_hand_us (&schedule, US (7 * HOUR)), ==, US (7 * HOUR));

  rcp_schedule_failed (&schedule, US (6 * HOUR));
  g_assert_cmpuint (schedule.n_failures, ==, 2);

  fetched->status = 304;
  fetched->not_modified = TRUE;
  fetched->retry_after_s = -1;
  rcp_schedule_answered (&schedule, fetched, US (8 * HOUR));
  g_assert_cmpuint (schedule.n_failures, ==, 0);
  g_assert_cmpint (schedule.retry_after_us, ==, 0);
  g_assert_cmpint (rcp_schedule_next_us (&schedule), >=, US (9 * HOUR));

  fetched->status = 410;
  fetched->not_modified = FALSE;
  fetched->is_gone = TRUE;
  rcp_schedule_answered (&schedule, fetched, US (9 * HOUR));
  g_assert_true (schedule.is_retired);
  g_assert_cmpint (rcp_schedule_next_us (&schedule), ==, RCP_SCHEDULE_NEVER);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/schedule/growth", test_growth);
  g_test_add_func ("/schedule/states", test_states);
  g_test_add_func ("/schedule/answers", test_answers);
  return g_test_run ();
}
