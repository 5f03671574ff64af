#include "rcp-overview-map.h"

#include <math.h>

#include "timeline-data.h"

#define WIDTH 738.0
#define PAD 14.0

static RcpTimelineIndex *
make_index (const char *const *dates)
{
  g_autoptr (GListStore) events = g_list_store_new (RCP_TYPE_EVENT);

  for (guint i = 0; dates[i] != NULL; i++)
    {
      g_autoptr (RcpEvent) event = make_event (i + 1, "An event", dates[i], RCP_ACTION_CONSULT, NULL);

      g_list_store_append (events, event);
    }
  return rcp_timeline_index_new (G_LIST_MODEL (events), NULL, 0);
}

typedef struct
{
  const char *name;
  guint n_stretches;
  const char *main_first;
  const char *dates[8];
} Row;

static const Row rows[] = {
  { "one-day", 1, "2024-03-26", { "2024-03-26" } },
  { "one-story", 1, "2023-07-26", { "2023-07-26", "2023-12-01/2023-12-31", "2024-03-16", "2024-04-10" } },
  { "years-before", 2, "2023-07-26", { "2012-07", "2023-07-26", "2023-12", "2024-03-16", "2024-04-10" } },
  { "twice-folded", 3, "2024-03-01", { "1960-05-01", "1990-01-04", "2024-03-01", "2024-03-02" } },
  /* A few months apart are no years apart. */
  { "short", 1, "2024-01-01", { "2024-01-01", "2024-05-01", "2024-08-01" } },
  /* A century is no reason to keep a century open. */
  { "long-interval", 2, "2023-07-26", { "19xx", "2023-07-26", "2024-03-16" } },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpTimelineIndex) index = NULL;
  g_autoptr (RcpOverviewMap) map = NULL;
  const GArray *stretches, *bins;
  double end = 0, sum = 0;
  gint32 first, last;
  const char *dates[8];

  for (guint i = 0; i < 8; i++)
    dates[i] = row->dates[i] && g_str_equal (row->dates[i], "19xx") ? "1901-01-01/2000-12-31" : row->dates[i];
  index = make_index (dates);
  map = rcp_overview_map_new (index, WIDTH, PAD);
  stretches = rcp_overview_map_get_stretches (map);
  bins = rcp_overview_map_get_bins (map);
  g_assert_cmpuint (stretches->len, ==, row->n_stretches);
  for (guint i = 0; i < stretches->len; i++)
    {
      const RcpOverviewStretch *s = &g_array_index (stretches, RcpOverviewStretch, i);

      g_assert_cmpfloat (s->last_day, >, s->first_day);
      g_assert_cmpfloat (s->x, >=, end);
      g_assert_cmpfloat (s->width_px, >, 0);
      end = s->x + s->width_px;
    }
  g_assert_cmpfloat_with_epsilon (end, WIDTH - PAD, 0.01);
  for (guint i = 0; i < bins->len; i++)
    {
      const RcpOverviewBin *bin = &g_array_index (bins, RcpOverviewBin, i);

      g_assert_cmpfloat (bin->width_px, >=, 0);
      sum += bin->exact;
      if (i > 0)
        g_assert_cmpint (bin->first_day, >, g_array_index (bins, RcpOverviewBin, i - 1).last_day);
    }
  for (guint i = 0; i < rcp_timeline_index_get_n (index); i++)
    sum -= rcp_timeline_index_get (index, i)->flags & RCP_TIMELINE_EXACT ? 1 : 0;
  g_assert_cmpfloat (sum, ==, 0);
  g_assert_true (rcp_overview_map_get_main_span (map, &first, &last));
  g_assert_cmpint (first, ==, rcp_day_parse_iso (row->main_first));
  g_assert_cmpint (last, >=, first);

  /* There and back, also through the folds. */
  for (double x = PAD; x <= WIDTH - PAD; x += 3.7)
    g_assert_cmpfloat_with_epsilon (rcp_overview_map_to_x (map, rcp_overview_map_to_day (map, x)), x, 0.01);
}

/* A year told of as a whole is there, but takes no more room than its number. */
static void
test_sparse (void)
{
  const char *const dates[] = { "2012",       "2012-07",    "2023-07-26", "2023-08-01", "2023-12",    "2024-01-04", "2024-03-11",
                                "2024-03-16", "2024-03-26", "2024-03-27", "2024-04-10", "2024-04-11", NULL };
  g_autoptr (RcpTimelineIndex) index = make_index (dates);
  g_autoptr (RcpOverviewMap) map = rcp_overview_map_new (index, WIDTH, PAD);
  const GArray *stretches = rcp_overview_map_get_stretches (map);

  g_assert_cmpuint (stretches->len, ==, 2);
  g_assert_cmpuint (g_array_index (stretches, RcpOverviewStretch, 0).n_events, ==, 2);
  g_assert_cmpfloat (g_array_index (stretches, RcpOverviewStretch, 0).width_px, <, 80);
}

static void
test_empty (void)
{
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (NULL, NULL, 0);
  g_autoptr (RcpOverviewMap) map = rcp_overview_map_new (index, WIDTH, PAD);
  gint32 first, last;

  g_assert_cmpuint (rcp_overview_map_get_bins (map)->len, ==, 0);
  g_assert_false (rcp_overview_map_get_main_span (map, &first, &last));
  g_assert_cmpfloat (rcp_overview_map_to_x (map, 5), ==, 0);
}

static void
test_uncertain (void)
{
  const char *const dates[] = { "2024-03-01", "2024-03-11/2024-03-20~", "2024-05-01", NULL };
  g_autoptr (RcpTimelineIndex) index = make_index (dates);
  g_autoptr (RcpOverviewMap) map = rcp_overview_map_new (index, WIDTH, PAD);
  const GArray *bins = rcp_overview_map_get_bins (map);
  guint n = 0;

  /* Two weeks it may have been in. */
  for (guint i = 0; i < bins->len; i++)
    n += g_array_index (bins, RcpOverviewBin, i).uncertain > 0 ? 1 : 0;
  g_assert_cmpuint (n, ==, 2);
  rcp_timeline_index_set_families (index, 0);
  rcp_overview_map_free (g_steal_pointer (&map));
  map = rcp_overview_map_new (index, WIDTH, PAD);
  g_assert_cmpfloat (rcp_overview_map_get_highest (map), ==, 0);
}

static void
test_many (void)
{
  g_autoptr (GListModel) events = make_random_events (5, 50000, 8766);
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, NULL, 0);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RcpOverviewMap) map = rcp_overview_map_new (index, WIDTH, PAD);

  g_test_message ("50,000 events counted in %.2f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpuint (rcp_overview_map_get_bins (map)->len, <, 400);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/overview-map/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/overview-map/sparse", test_sparse);
  g_test_add_func ("/overview-map/empty", test_empty);
  g_test_add_func ("/overview-map/uncertain", test_uncertain);
  g_test_add_func ("/overview-map/many", test_many);
  return g_test_run ();
}
