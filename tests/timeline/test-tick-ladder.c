#include "rcp-tick-ladder.h"

#include <math.h>

typedef struct
{
  const char *name;
  const char *first; /* ISO */
  double days;
  RcpTimeUnit unit;
  RcpTickKind kind;    /* of the labels */
  const char *label;   /* the first labelled day at or after @first */
  const char *heading; /* the first heading; NULL for none */
} Row;

static const Row rows[] = {
  { "days", "2024-03-08", 14, RCP_TIME_UNIT_DAYS, RCP_TICK_DAY, "2024-03-08", "2024-03-01" },
  { "weeks", "2024-03-08", 46, RCP_TIME_UNIT_DAYS, RCP_TICK_DAY, "2024-03-11", "2024-03-01" },
  { "leap-february", "2024-02-26", 10, RCP_TIME_UNIT_DAYS, RCP_TICK_DAY, "2024-02-26", "2024-02-01" },
  { "months", "2023-06-20", 317, RCP_TIME_UNIT_MONTHS, RCP_TICK_MONTH, "2023-07-01", "2023-01-01" },
  { "quarters", "2023-02-10", 1200, RCP_TIME_UNIT_MONTHS, RCP_TICK_MONTH, "2023-04-01", "2023-01-01" },
  { "years", "2012-02-10", 4500, RCP_TIME_UNIT_YEARS, RCP_TICK_YEAR, "2013-01-01", NULL },
  { "decades", "1917-06-01", 40000, RCP_TIME_UNIT_YEARS, RCP_TICK_YEAR, "1920-01-01", NULL },
  { "centuries", "0900-01-01", 500000, RCP_TIME_UNIT_CENTURIES, RCP_TICK_YEAR, "0900-01-01", NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (RcpTick));
  gint32 first = rcp_day_parse_iso (row->first);
  gint32 label = RCP_DAY_INVALID, heading = RCP_DAY_INVALID;
  RcpTickKind kind = RCP_TICK_MINOR;
  double last_x = -HUGE_VAL;
  RcpTimeScale scale;
  guint rung;

  rcp_time_scale_init (&scale, first, first + row->days, 738);
  rung = rcp_tick_ladder_choose (scale.px_per_day);
  g_assert_cmpint (rcp_tick_ladder_get_unit (rung), ==, row->unit);
  rcp_tick_ladder_list (&scale, rung, ticks);
  g_assert_cmpuint (ticks->len, >, 0);
  g_assert_cmpuint (ticks->len, <, 400);
  for (guint i = 0; i < ticks->len; i++)
    {
      const RcpTick *tick = &g_array_index (ticks, RcpTick, i);

      g_assert_cmpfloat_with_epsilon (tick->x, rcp_time_scale_to_x (&scale, tick->day), 1e-9);
      if (tick->kind == RCP_TICK_MINOR)
        continue;
      if (tick->kind >= RCP_TICK_HEAD_MONTH)
        {
          heading = heading == RCP_DAY_INVALID ? tick->day : heading;
          continue;
        }
      kind = tick->kind;
      if (label == RCP_DAY_INVALID && tick->day >= first)
        label = tick->day;
      if (last_x > -HUGE_VAL)
        g_assert_cmpfloat (tick->x - last_x, >=, RCP_TICK_LABEL_STEP_PX - 0.01);
      last_x = tick->x;
    }
  g_assert_cmpint (kind, ==, row->kind);
  g_assert_cmpint (label, ==, rcp_day_parse_iso (row->label));
  g_assert_cmpint (heading, ==, row->heading ? rcp_day_parse_iso (row->heading) : RCP_DAY_INVALID);
}

/* Wherever one looks, labels have their room, and nothing outside the calendar is named. */
static void
test_everywhere (void)
{
  static const double starts[] = { -40000, -3, 1, 400, 365000, 738000, 3652000, 3660000 };
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (RcpTick));

  for (guint s = 0; s < G_N_ELEMENTS (starts); s++)
    for (double days = 2; days < 4e6; days *= 1.7)
      {
        RcpTickKind kind = RCP_TICK_MINOR;
        double last_x = 0;
        RcpTimeScale scale;

        rcp_time_scale_init (&scale, starts[s], starts[s] + days, 738);
        rcp_tick_ladder_list (&scale, rcp_tick_ladder_choose (scale.px_per_day), ticks);
        g_assert_cmpuint (ticks->len, <, 1000);
        for (guint i = 0; i < ticks->len; i++)
          {
            const RcpTick *tick = &g_array_index (ticks, RcpTick, i);

            g_assert_cmpint (tick->day, >=, 1);
            g_assert_cmpint (tick->day, <=, 3652059);
            if (tick->kind != RCP_TICK_MINOR && tick->kind == kind && kind < RCP_TICK_HEAD_MONTH
                && rcp_tick_ladder_choose (scale.px_per_day) + 1 < rcp_tick_ladder_n_rungs () && tick->day > 366000)
              g_assert_cmpfloat (tick->x - last_x, >=, RCP_TICK_LABEL_STEP_PX - 0.5);
            kind = tick->kind;
            last_x = tick->x;
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/tick-ladder/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/tick-ladder/everywhere", test_everywhere);
  return g_test_run ();
}
