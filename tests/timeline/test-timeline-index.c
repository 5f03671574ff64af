#include "rcp-timeline-index.h"

#include "timeline-data.h"

static GListModel *
make_events (void)
{
  static const struct
  {
    const char *date;
    RcpAction action;
    gint64 actors[3];
  } rows[] = {
    { "2024-03-16", RCP_ACTION_REJECT, { 1, 2, 0 } },        /* id 1 */
    { "2024-03-11/2024-03-20~", RCP_ACTION_CONSULT, { 2 } }, /* 2 */
    { NULL, RCP_ACTION_CONSULT, { 1 } },                     /* 3 */
    { "2017/..", RCP_ACTION_AID, { 1 } },                    /* 4 */
    { "../2024-03-01", RCP_ACTION_AID, { 1 } },              /* 5 */
    { "2024-03-16", RCP_ACTION_CONSULT, { 9 } },             /* 6 */
    { "2012-07", RCP_ACTION_AGREE, { 2 } },                  /* 7 */
    { "2024-04-10", RCP_ACTION_ASSAULT, { 0 } },             /* 8 */
  };
  GListStore *events = g_list_store_new (RCP_TYPE_EVENT);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RcpEvent) event = make_event (i + 1, "An event", rows[i].date, rows[i].action, rows[i].actors);

      g_list_store_append (events, event);
    }
  return G_LIST_MODEL (events);
}

static const RcpTimelineEntry *
entry_of (RcpTimelineIndex *index, gint64 id)
{
  guint i = rcp_timeline_index_find (index, id);

  g_assert_cmpuint (i, !=, RCP_TIMELINE_NONE);
  return rcp_timeline_index_get (index, i);
}

static void
test_order (void)
{
  const gint64 lanes[] = { 2, 1 };
  g_autoptr (GListModel) events = make_events ();
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, lanes, 2);
  gint32 first, last;

  g_assert_cmpuint (rcp_timeline_index_get_n (index), ==, 7);
  g_assert_cmpuint (rcp_timeline_index_get_undated (index)->len, ==, 1);
  g_assert_cmpuint (g_array_index (rcp_timeline_index_get_undated (index), guint, 0), ==, 2);
  for (guint i = 1; i < rcp_timeline_index_get_n (index); i++)
    g_assert_cmpint (rcp_timeline_index_get (index, i - 1)->first_day, <=, rcp_timeline_index_get (index, i)->first_day);
  g_assert_true (rcp_timeline_index_get_span (index, &first, &last));
  g_assert_cmpint (first, ==, rcp_day_from_ymd (2012, 7, 1));
  g_assert_cmpint (last, ==, rcp_day_from_ymd (2024, 4, 10));
  g_assert_cmpuint (rcp_timeline_index_find (index, 3), ==, RCP_TIMELINE_NONE);
  g_assert_cmpuint (rcp_timeline_index_find (index, 0), ==, RCP_TIMELINE_NONE);
}

static void
test_entries (void)
{
  g_autoptr (GListModel) events = make_events ();
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, NULL, 0);

  g_assert_true (entry_of (index, 1)->flags & RCP_TIMELINE_EXACT);
  g_assert_cmpuint (entry_of (index, 1)->n_slots, ==, 2);
  g_assert_cmpuint (entry_of (index, 1)->slot, !=, entry_of (index, 6)->slot);
  g_assert_false (entry_of (index, 2)->flags & RCP_TIMELINE_EXACT);
  g_assert_cmpuint (entry_of (index, 4)->flags, ==, RCP_TIMELINE_OPEN_END);
  g_assert_cmpuint (entry_of (index, 5)->flags, ==, RCP_TIMELINE_OPEN_START);
  g_assert_cmpint (entry_of (index, 5)->first_day, ==, entry_of (index, 5)->last_day);
}

static void
test_lanes (void)
{
  const gint64 lanes[] = { 2, 1 };
  g_autoptr (GListModel) events = make_events ();
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, lanes, 2);

  /* Two actors and the lane of what belongs to neither. */
  g_assert_cmpuint (rcp_timeline_index_get_n_lanes (index), ==, 3);
  g_assert_true (rcp_timeline_index_has_others (index));
  g_assert_cmpuint (rcp_timeline_index_get_lane (index, 0)->len, ==, 3);
  g_assert_cmpuint (rcp_timeline_index_get_lane (index, 1)->len, ==, 3);
  g_assert_cmpuint (rcp_timeline_index_get_lane (index, 2)->len, ==, 2);
  /* Shared by both, held by the higher. */
  g_assert_cmpuint (entry_of (index, 1)->lane, ==, 0);
  rcp_timeline_index_set_families (index, 1u << RCP_FAMILY_MATERIAL);
  g_assert_cmpuint (rcp_timeline_index_get_lane (index, 0)->len, ==, 0);
  g_assert_cmpuint (rcp_timeline_index_get_lane (index, 1)->len, ==, 2);
  g_assert_false (rcp_timeline_index_is_shown (index, rcp_timeline_index_find (index, 1)));
  g_assert_cmpuint (rcp_timeline_index_get_n_family (index, RCP_FAMILY_FORCE), ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (NULL, NULL, 0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  gint32 first, last;

  g_assert_false (rcp_timeline_index_get_span (index, &first, &last));
  g_assert_cmpuint (rcp_timeline_index_get_n_lanes (index), ==, 1);
  rcp_timeline_index_query (index, 0, -1e12, 1e12, found);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (rcp_timeline_index_step (index, RCP_TIMELINE_NONE, 1), ==, RCP_TIMELINE_NONE);
  g_assert_cmpuint (rcp_timeline_index_nearest (index, 0, 5), ==, RCP_TIMELINE_NONE);
  g_assert_cmpuint (rcp_timeline_index_neighbour (index, 0, 5, -1), ==, RCP_TIMELINE_NONE);
}

/* Against looking at every event. */
static void
test_query (void)
{
  const gint64 lanes[] = { 1, 2 };
  g_autoptr (GListModel) events = make_random_events (11, 3000, 4000);
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, lanes, 2);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  gint32 start = rcp_day_from_ymd (2000, 1, 1);

  for (guint lane = 0; lane < 3; lane++)
    for (gint32 day = start - 50; day < start + 4100; day += 173)
      {
        const GArray *members = rcp_timeline_index_get_lane (index, lane);
        guint n = 0, before = RCP_TIMELINE_NONE, after = RCP_TIMELINE_NONE;

        rcp_timeline_index_query (index, lane, day, day + 30, found);
        for (guint i = 0; i < members->len; i++)
          {
            guint e = g_array_index (members, guint, i);
            const RcpTimelineEntry *entry = rcp_timeline_index_get (index, e);

            if (entry->first_day <= day + 30 && entry->last_day >= day)
              {
                g_assert_cmpuint (n, <, found->len);
                g_assert_cmpuint (g_array_index (found, guint, n), ==, e);
                n++;
              }
            if (entry->last_day + 1 <= day && entry->first_day <= day)
              before = e;
            if (entry->first_day > day && after == RCP_TIMELINE_NONE)
              after = e;
          }
        g_assert_cmpuint (found->len, ==, n);
        g_assert_cmpuint (rcp_timeline_index_count (index, lane, day, day + 30), ==, n);
        g_assert_cmpuint (rcp_timeline_index_neighbour (index, lane, day, -1), ==, before);
        g_assert_cmpuint (rcp_timeline_index_neighbour (index, lane, day, 1), ==, after);
      }
}

static void
test_step (void)
{
  g_autoptr (GListModel) events = make_events ();
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, NULL, 0);
  guint n = 0, last = RCP_TIMELINE_NONE;

  rcp_timeline_index_set_families (index, ~(1u << RCP_FAMILY_TALKS) & 0xf);
  for (guint i = rcp_timeline_index_step (index, RCP_TIMELINE_NONE, 1); i != RCP_TIMELINE_NONE;
       i = rcp_timeline_index_step (index, i, 1))
    {
      g_assert_true (rcp_timeline_index_is_shown (index, i));
      last = i;
      n++;
    }
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (rcp_timeline_index_step (index, RCP_TIMELINE_NONE, -1), ==, last);
}

static void
test_count_all (void)
{
  const gint64 lanes[] = { 1, 2 };
  g_autoptr (GListModel) events = make_events ();
  g_autoptr (RcpTimelineIndex) index = rcp_timeline_index_new (events, lanes, 2);
  gint32 first, last;

  /* The event that two lanes share is counted once. */
  g_assert_cmpuint (rcp_timeline_index_count_all (index, rcp_day_from_ymd (2024, 3, 12), rcp_day_from_ymd (2024, 3, 31),
                                                  &first, &last),
                    ==, 3);
  g_assert_cmpint (first, ==, rcp_day_from_ymd (2024, 3, 12));
  g_assert_cmpint (last, ==, rcp_day_from_ymd (2024, 3, 20));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-index/order", test_order);
  g_test_add_func ("/timeline-index/entries", test_entries);
  g_test_add_func ("/timeline-index/lanes", test_lanes);
  g_test_add_func ("/timeline-index/empty", test_empty);
  g_test_add_func ("/timeline-index/query", test_query);
  g_test_add_func ("/timeline-index/step", test_step);
  g_test_add_func ("/timeline-index/count-all", test_count_all);
  return g_test_run ();
}
