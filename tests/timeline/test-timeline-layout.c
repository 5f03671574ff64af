#include "rcp-timeline-layout.h"

#include "timeline-data.h"

#define WIDTH 738.0

static const RcpLayoutMetrics wide = { 32, 36, 28, 8, 18 };
static const RcpLayoutMetrics narrow = { 6, 34, 28, 8, 14 };

static double
measure (guint entry, guint n, gpointer user_data)
{
  return n > 1 ? 120 : 80 + entry * 53 % 240;
}

/* Chips and stems stay inside their lane, lanes below one another, lines go down from a chip to a hollow mark. */
static void
check (const RcpTimelineLayout *layout, const RcpTimelineIndex *index, const RcpLayoutMetrics *metrics)
{
  const GArray *joins = rcp_timeline_layout_get_joins (layout);
  double y = 0;

  for (guint l = 0; l < rcp_timeline_layout_get_n_lanes (layout); l++)
    {
      const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (layout, l);

      g_assert_cmpfloat_with_epsilon (lane->y, y, 0.001);
      y += lane->height;
      if (lane->height == 0)
        {
          g_assert_cmpuint (lane->placements->len, ==, 0);
          continue;
        }
      g_assert_cmpfloat (lane->base_y, <, lane->y + lane->height);
      for (guint i = 0; i < lane->placements->len; i++)
        {
          const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);
          double top;

          if (p->kind != RCP_LANE_CHIP && p->kind != RCP_LANE_GROUP)
            continue;
          top = rcp_timeline_layout_get_chip_y (layout, l, p);
          g_assert_cmpfloat (top, >=, lane->y);
          /* The stem goes from below the chip to the base line, so there must be something between them. */
          g_assert_cmpfloat (top + metrics->chip_px, <, lane->base_y);
          if (p->kind == RCP_LANE_CHIP)
            g_assert_true (rcp_timeline_layout_shows_chip (layout, p->entry));
        }
    }
  g_assert_cmpfloat_with_epsilon (rcp_timeline_layout_get_height (layout), y, 0.001);
  for (guint i = 0; i < joins->len; i++)
    {
      const RcpLayoutJoin *join = &g_array_index (joins, RcpLayoutJoin, i);
      const RcpLaneLayout *to = rcp_timeline_layout_get_lane (layout, join->to_lane);
      gboolean hollow = FALSE;

      g_assert_cmpuint (join->from_lane, ==, rcp_timeline_index_get (index, join->entry)->lane);
      g_assert_cmpuint (join->from_lane, <, join->to_lane);
      for (guint j = 0; j < to->placements->len; j++)
        {
          const RcpLanePlacement *p = &g_array_index (to->placements, RcpLanePlacement, j);

          hollow = hollow || (p->kind == RCP_LANE_HOLLOW && p->entry == join->entry && p->stem == join->x);
        }
      g_assert_true (hollow);
    }
}

static void
test_random (gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);
  const gint64 lanes[] = { 1, 2, 3, 4 };
  g_autoptr (GListModel) events = make_random_events (n, n, 900);
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, lanes, 4);
  g_autoptr (RcpTimelineLayout) layout = rcp_timeline_layout_new (measure, NULL);
  double start = rcp_day_from_ymd (2000, 1, 1);
  guint n_joins = 0;

  for (double days = 12; days < 2000; days *= 1.9)
    for (guint m = 0; m < 2; m++)
      {
        const RcpLayoutMetrics *metrics = m ? &narrow : &wide;
        RcpTimeScale scale;

        rcp_time_scale_init (&scale, start + 30, start + 30 + days, WIDTH);
        rcp_timeline_layout_update (layout, index, &scale, 220, n / 2, metrics);
        check (layout, index, metrics);
        n_joins += rcp_timeline_layout_get_joins (layout)->len;
      }
  if (n >= 20)
    g_assert_cmpuint (n_joins, >, 0);
}

/* The heights of the interface design. */
static void
test_heights (void)
{
  const gint64 actors[] = { 1, 0 };
  g_autoptr (GListStore) events = g_list_store_new (RCP_TYPE_EVENT);
  g_autoptr (RcpEvent) event = make_event (1, "An event", "2024-03-26", RCP_ACTION_CONSULT, actors);
  g_autoptr (RcpTimelineIndex) index = NULL;
  g_autoptr (RcpTimelineLayout) layout = rcp_timeline_layout_new (measure, NULL);
  RcpTimeScale scale;

  g_list_store_append (events, event);
  index = rcp_timeline_index_new (G_LIST_MODEL (events), actors, 1);
  rcp_time_scale_init (&scale, rcp_day_from_ymd (2024, 3, 8), rcp_day_from_ymd (2024, 4, 23), WIDTH);
  rcp_timeline_layout_update (layout, index, &scale, 0, RCP_TIMELINE_NONE, &wide);
  g_assert_cmpfloat (rcp_timeline_layout_get_lane (layout, 0)->base_y, ==, 76);
  g_assert_cmpfloat (rcp_timeline_layout_get_height (layout), ==, 94);
  rcp_timeline_layout_update (layout, index, &scale, 0, RCP_TIMELINE_NONE, &narrow);
  g_assert_cmpfloat (rcp_timeline_layout_get_lane (layout, 0)->base_y, ==, 48);
  g_assert_cmpfloat (rcp_timeline_layout_get_height (layout), ==, 62);
}

/* What is moved until an edge cuts it is worth laying out anew; what is not, is not. */
static void
test_cut (void)
{
  const gint64 actors[] = { 1, 0 };
  g_autoptr (GListStore) events = g_list_store_new (RCP_TYPE_EVENT);
  g_autoptr (RcpEvent) event = make_event (1, "An event", "2024-03-26", RCP_ACTION_CONSULT, actors);
  g_autoptr (RcpTimelineIndex) index = NULL;
  g_autoptr (RcpTimelineLayout) layout = rcp_timeline_layout_new (measure, NULL);
  RcpTimeScale scale;

  g_list_store_append (events, event);
  index = rcp_timeline_index_new (G_LIST_MODEL (events), actors, 1);
  rcp_time_scale_init (&scale, rcp_day_from_ymd (2024, 3, 8), rcp_day_from_ymd (2024, 4, 23), WIDTH);
  rcp_timeline_layout_update (layout, index, &scale, 200, RCP_TIMELINE_NONE, &wide);
  g_assert_false (rcp_timeline_layout_is_cut (layout, 0));
  g_assert_false (rcp_timeline_layout_is_cut (layout, 50));
  g_assert_true (rcp_timeline_layout_is_cut (layout, 400));
  g_assert_false (rcp_timeline_layout_is_cut (layout, 600));
}

int
main (int argc, char **argv)
{
  static const guint counts[] = { 1, 20, 150, 1200 };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/timeline-layout/random/%u", counts[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (counts[i]), test_random);
    }
  g_test_add_func ("/timeline-layout/heights", test_heights);
  g_test_add_func ("/timeline-layout/cut", test_cut);
  return g_test_run ();
}
