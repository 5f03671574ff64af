#include "rcp-lane-packer.h"

#include <math.h>

#include "timeline-data.h"

#define WIDTH 738.0
#define MARGIN 369.0

typedef struct
{
  guint32 seed;
  guint n;
  guint days;
  double visible_days; /* what of them is visible at once */
} Row;

static double
measure (guint entry, guint n, gpointer user_data)
{
  return n > 1 ? 104 + n % 30 : 60 + entry * 37 % 260;
}

static double
measure_from_table (guint entry, guint n, gpointer user_data)
{
  return g_array_index ((GArray *) user_data, double, entry);
}

/* What must hold of any lane, however many events there are. */
static void
check_lane (const RcpTimelineIndex *index, guint lane, const RcpTimeScale *scale, guint selected, guint n_rows, GArray *marks,
            GArray *placements)
{
  g_autofree guint *members = g_new0 (guint, placements->len + 1);
  gboolean selected_in_lane = FALSE, selected_has_chip = FALSE;

  g_assert_cmpuint (n_rows, <=, RCP_LANE_MAX_ROWS);
  for (guint i = 0; i < marks->len; i++)
    {
      const RcpLaneMark *mark = &g_array_index (marks, RcpLaneMark, i);

      g_assert_cmpfloat (mark->left, <=, mark->anchor);
      g_assert_cmpfloat (mark->anchor, <=, mark->right);
      if (mark->primary)
        g_assert_cmpuint (mark->placement, <, placements->len);
      if (mark->placement != RCP_TIMELINE_NONE)
        members[mark->placement]++;
      selected_in_lane = selected_in_lane || (mark->primary && mark->entry == selected);
    }
  for (guint i = 0; i < placements->len; i++)
    {
      const RcpLanePlacement *p = &g_array_index (placements, RcpLanePlacement, i);
      guint sum = 0;

      for (guint f = 0; f < RCP_N_FAMILIES; f++)
        sum += p->n_family[f];
      g_assert_cmpuint (sum, ==, p->n);
      g_assert_cmpuint (members[i], ==, p->n);
      if (p->kind == RCP_LANE_HOLLOW)
        {
          g_assert_cmpuint (rcp_timeline_index_get (index, p->entry)->lane, <, lane);
          continue;
        }
      if (p->kind == RCP_LANE_MARK)
        continue;
      selected_has_chip = selected_has_chip || (p->entry == selected && p->kind == RCP_LANE_CHIP);
      g_assert_true ((p->kind == RCP_LANE_GROUP) == (p->n > 1));
      g_assert_cmpuint (p->row, <, n_rows);
      /* A stem goes down from its own chip: were it beside the chip, it would end in the open. */
      g_assert_cmpfloat (p->stem, >=, p->chip_left - 0.01);
      g_assert_cmpfloat (p->stem, <=, p->chip_left + p->chip_width + 0.01);
      g_assert_cmpfloat (p->left, <=, p->right);
      for (guint j = i + 1; j < placements->len; j++)
        {
          const RcpLanePlacement *q = &g_array_index (placements, RcpLanePlacement, j);

          if (q->row == p->row && (q->kind == RCP_LANE_CHIP || q->kind == RCP_LANE_GROUP))
            g_assert_true (q->chip_left >= p->chip_left + p->chip_width + RCP_LANE_CHIP_GAP - 0.01
                           || p->chip_left >= q->chip_left + q->chip_width + RCP_LANE_CHIP_GAP - 0.01);
        }
    }
  if (selected_in_lane)
    g_assert_true (selected_has_chip);
}

static void
test_random (gconstpointer data)
{
  const Row *row = data;
  const gint64 lanes[] = { 1, 2, 3 };
  g_autoptr (GListModel) events = make_random_events (row->seed, row->n, row->days);
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, lanes, 3);
  g_autoptr (RcpLanePacker) packer = rcp_lane_packer_new (measure, NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RcpLaneMark));
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (RcpLanePlacement));
  double start = rcp_day_from_ymd (2000, 1, 1) - 3;

  for (guint step = 0; step < 6; step++)
    {
      RcpTimeScale scale;
      double at = start + step * MAX (row->days + 6 - row->visible_days, 0) / 5;
      guint selected = step % 2 ? (row->n / 2 + step) % rcp_timeline_index_get_n (index) : RCP_TIMELINE_NONE;

      rcp_time_scale_init (&scale, at, at + row->visible_days, WIDTH);
      for (guint lane = 0; lane < rcp_timeline_index_get_n_lanes (index); lane++)
        {
          guint n_rows = rcp_lane_packer_pack (packer, index, lane, &scale, MARGIN, selected, marks, placements);

          check_lane (index, lane, &scale, selected, n_rows, marks, placements);
        }
    }
}

/* The lane drawn in the design, at 16.04 px a day: what stands where is known. */
static void
test_design (void)
{
  static const struct
  {
    const char *date;
    double width;
    double left;
    gboolean flipped;
    guint row;
  } rows[] = {
    { "2024-03-16", 300, 122.4, FALSE, 0 },
    { "2024-03-27", 260, 298.8, FALSE, 1 },
    { "2024-04-11", 162, 539.5, FALSE, 0 },
    { "2024-04-12", 205, 378.5, TRUE, 2 },
  };
  const gint64 actors[] = { 1, 0 };
  g_autoptr (GListStore) events = g_list_store_new (RCP_TYPE_EVENT);
  g_autoptr (RcpTimelineIndex) index = NULL;
  g_autoptr (RcpLanePacker) packer = NULL;
  g_autoptr (GArray) widths = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RcpLaneMark));
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (RcpLanePlacement));
  RcpTimeScale scale = { rcp_day_from_ymd (2024, 3, 8), 16.043, WIDTH };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RcpEvent) event = make_event (i + 1, "x", rows[i].date, RCP_ACTION_CONSULT, actors);

      g_list_store_append (events, event);
      g_array_append_val (widths, rows[i].width);
    }
  index = rcp_timeline_index_new (G_LIST_MODEL (events), actors, 1);
  packer = rcp_lane_packer_new (measure_from_table, widths);
  g_assert_cmpuint (rcp_lane_packer_pack (packer, index, 0, &scale, 0, RCP_TIMELINE_NONE, marks, placements), ==, 3);
  g_assert_cmpuint (placements->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const RcpLanePlacement *p = &g_array_index (placements, RcpLanePlacement, i);

      g_assert_cmpfloat_with_epsilon (p->chip_left, rows[i].left, 1.5);
      g_assert_true (p->flipped == rows[i].flipped);
      g_assert_cmpuint (p->row, ==, rows[i].row);
    }
}

/* 50,000 events, zoomed out to all of them, to a month, and to a day. */
static void
test_speed (void)
{
  static const double spans[] = { 8800, 365, 31, 3 };
  const gint64 lanes[] = { 1, 2, 3, 4 };
  g_autoptr (GListModel) events = make_random_events (7, 50000, 8766);
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, lanes, 4);
  g_autoptr (RcpLanePacker) packer = rcp_lane_packer_new (measure, NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RcpLaneMark));
  g_autoptr (GArray) placements = g_array_new (FALSE, FALSE, sizeof (RcpLanePlacement));

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      double best = G_MAXDOUBLE;
      guint n = 0;

      for (guint turn = 0; turn < 5; turn++)
        {
          gint64 start = g_get_monotonic_time ();
          RcpTimeScale scale;

          rcp_time_scale_init (&scale, rcp_day_from_ymd (2010, 6, 1) - spans[i] / 2,
                               rcp_day_from_ymd (2010, 6, 1) + spans[i] / 2, WIDTH);
          n = 0;
          for (guint lane = 0; lane < rcp_timeline_index_get_n_lanes (index); lane++)
            {
              rcp_lane_packer_pack (packer, index, lane, &scale, MARGIN, RCP_TIMELINE_NONE, marks, placements);
              n += marks->len;
            }
          best = MIN (best, (g_get_monotonic_time () - start) / 1000.0);
        }
      g_test_message ("50,000 events, %g days visible: %u marks placed in %.2f ms", spans[i], n, best);
      /* Sanitizers and a busy machine are slow; without them it is a tenth of this. */
      g_assert_cmpfloat (best, <, 200);
    }
}

int
main (int argc, char **argv)
{
  static const Row rows[] = {
    { 1, 10, 40, 46 },     { 2, 40, 400, 100 },   { 3, 300, 400, 46 },    { 4, 300, 400, 400 }, { 5, 2000, 400, 30 },
    { 6, 2000, 4000, 365 }, { 7, 5000, 200, 200 }, { 8, 1, 1, 10 },        { 9, 60, 2, 2 },      { 10, 3000, 8000, 8000 },
    { 11, 120, 365, 180 },  { 12, 90, 365, 90 },   { 13, 700, 3650, 600 },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lane-packer/random/%u-events-in-%u-days-%g-visible", rows[i].n,
                                               rows[i].days, rows[i].visible_days);

      g_test_add_data_func (path, &rows[i], test_random);
    }
  g_test_add_func ("/lane-packer/design", test_design);
  g_test_add_func ("/lane-packer/speed", test_speed);
  return g_test_run ();
}
