#include "rcp-time-scale.h"

#include <math.h>

static void
test_round_trip (void)
{
  RcpTimeScale scale;

  rcp_time_scale_init (&scale, 738000, 738046, 738);
  g_assert_cmpfloat_with_epsilon (scale.px_per_day, 738.0 / 46, 1e-9);
  for (double x = -2000; x < 3000; x += 37.3)
    g_assert_cmpfloat_with_epsilon (rcp_time_scale_to_x (&scale, rcp_time_scale_to_day (&scale, x)), x, 1e-6);
  g_assert_cmpfloat_with_epsilon (rcp_time_scale_last (&scale), 738046, 1e-6);
}

/* Spans that cannot be shown as they are. */
static void
test_bad_spans (void)
{
  static const struct
  {
    double first;
    double last;
    double width;
  } rows[] = { { 100, 100, 700 }, { 100, 20, 700 }, { 100, 100.0001, 700 }, { 0, 0, 0 }, { -1e9, 1e9, 700 }, { 5, 6, -10 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RcpTimeScale scale;

      rcp_time_scale_init (&scale, rows[i].first, rows[i].last, rows[i].width);
      g_assert_cmpfloat (scale.width_px, >=, 1);
      g_assert_cmpfloat (scale.px_per_day, >, 0);
      g_assert_cmpfloat (scale.px_per_day, <=, RCP_TIME_SCALE_MAX_PX_PER_DAY + 1e-6);
      g_assert_true (isfinite (scale.first_day));
    }
}

static void
test_zoom_keeps_point (void)
{
  static const double factors[] = { 1.18, 1 / 1.18, 2, 0.5, 1e6, 1e-9 };
  static const double points[] = { 0, 123, 369, 738 };
  RcpTimeScale scale, zoomed;
  double first, last;

  rcp_time_scale_init (&scale, 738000, 738046, 738);
  for (guint f = 0; f < G_N_ELEMENTS (factors); f++)
    for (guint p = 0; p < G_N_ELEMENTS (points); p++)
      {
        rcp_time_scale_zoom (&scale, factors[f], points[p], &first, &last);
        rcp_time_scale_init (&zoomed, first, last, 738);
        g_assert_cmpfloat_with_epsilon (rcp_time_scale_to_x (&zoomed, rcp_time_scale_to_day (&scale, points[p])), points[p],
                                        0.01);
        g_assert_cmpfloat (zoomed.px_per_day, <=, RCP_TIME_SCALE_MAX_PX_PER_DAY * 1.0001);
      }
}

static void
test_fit (void)
{
  static const struct
  {
    gint32 first;
    gint32 last;
    double width;
  } rows[] = { { 738000, 738034, 738 }, { 738000, 738000, 738 }, { 738000, 742000, 300 }, { 1, 3652059, 738 }, { 10, 12, 40 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double first, last;

      rcp_time_scale_fit (rows[i].first, rows[i].last, rows[i].width, &first, &last);
      g_assert_cmpfloat (first, <, rows[i].first);
      g_assert_cmpfloat (last, >, rows[i].last + 1);
      /* One event does not fill the window. */
      g_assert_cmpfloat (last - first, >=, 10);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-scale/round-trip", test_round_trip);
  g_test_add_func ("/time-scale/bad-spans", test_bad_spans);
  g_test_add_func ("/time-scale/zoom-keeps-point", test_zoom_keeps_point);
  g_test_add_func ("/time-scale/fit", test_fit);
  return g_test_run ();
}
