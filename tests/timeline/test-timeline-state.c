#include "rcp-timeline-state.h"

static void
count_cb (RcpTimelineState *state, guint *n)
{
  (*n)++;
}

static void
notify_cb (RcpTimelineState *state, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
check_span_cb (RcpTimelineState *state, GParamSpec *pspec, guint *n)
{
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (state), ==, 10.5);
  g_assert_cmpfloat (rcp_timeline_state_get_last_day (state), ==, 40);
  (*n)++;
}

static void
test_span (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  guint n = 0;

  g_signal_connect (state, "notify::first-day", G_CALLBACK (check_span_cb), &n);
  g_signal_connect (state, "notify::last-day", G_CALLBACK (check_span_cb), &n);
  rcp_timeline_state_set_span (state, 10.5, 40);
  g_assert_cmpuint (n, ==, 2);
  rcp_timeline_state_set_span (state, 10.5, 40);
  g_assert_cmpuint (n, ==, 2);
  rcp_timeline_state_set_span (state, 0.0 / 0.0, 50);
  rcp_timeline_state_set_span (state, 3, 1.0 / 0.0);
  g_assert_cmpuint (n, ==, 2);
  g_signal_handlers_disconnect_by_func (state, check_span_cb, &n);
  rcp_timeline_state_set_span (state, 60, 20);
  g_assert_cmpfloat (rcp_timeline_state_get_first_day (state), <=, rcp_timeline_state_get_last_day (state));
  rcp_timeline_state_set_span (state, -1e300, 1e300);
  g_assert_cmpfloat (rcp_timeline_state_get_last_day (state) - rcp_timeline_state_get_first_day (state), <, 1e7);
}

static void
test_range (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  g_autoptr (RcpEdtf) range = rcp_edtf_new_interval (738000, 738010, RCP_EDTF_EXACT);
  g_autoptr (RcpEdtf) same = rcp_edtf_new_interval (738000, 738010, RCP_EDTF_EXACT);
  guint n = 0;

  g_signal_connect (state, "notify::range", G_CALLBACK (notify_cb), &n);
  rcp_timeline_state_set_range (state, range);
  rcp_timeline_state_set_range (state, same);
  rcp_timeline_state_set_range (state, rcp_timeline_state_get_range (state));
  g_assert_cmpuint (n, ==, 1);
  rcp_timeline_state_set_range (state, NULL);
  rcp_timeline_state_set_range (state, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (rcp_timeline_state_get_range (state));
}

static void
test_actor_filter (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  const gint64 of_1[] = { 7, 1 }, of_2[] = { 2 };
  guint n = 0;

  g_signal_connect (state, "filter-changed", G_CALLBACK (count_cb), &n);
  g_assert_false (rcp_timeline_state_is_faded (state, 5, of_1, 2));
  rcp_timeline_state_set_actor_filter (state, 1, FALSE);
  g_assert_false (rcp_timeline_state_is_faded (state, 5, of_1, 2));
  g_assert_true (rcp_timeline_state_is_faded (state, 5, of_2, 1));
  g_assert_true (rcp_timeline_state_is_faded (state, 5, NULL, 0));
  rcp_timeline_state_set_actor_filter (state, 2, TRUE);
  g_assert_false (rcp_timeline_state_is_faded (state, 5, of_2, 1));
  rcp_timeline_state_set_actor_filter (state, 2, FALSE);
  g_assert_false (rcp_timeline_state_get_actor_filtered (state, 1));
  g_assert_true (rcp_timeline_state_get_actor_filtered (state, 2));
  rcp_timeline_state_set_actor_filter (state, 2, FALSE);
  g_assert_false (rcp_timeline_state_has_actor_filter (state));
  g_assert_cmpuint (n, ==, 4);
  rcp_timeline_state_clear_actor_filter (state);
  g_assert_cmpuint (n, ==, 4);
}

static void
test_actor_filter_listed (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  g_autofree gint64 *none = NULL, *two = NULL;
  guint n = 7;

  none = rcp_timeline_state_list_actor_filter (state, &n);
  g_assert_cmpuint (n, ==, 0);
  rcp_timeline_state_set_actor_filter (state, 9, FALSE);
  rcp_timeline_state_set_actor_filter (state, 4, TRUE);
  two = rcp_timeline_state_list_actor_filter (state, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (two[0], ==, 4);
  g_assert_cmpint (two[1], ==, 9);
}

/* The card lies over the event, which stays selected below it. */
static void
test_actor_card (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  guint n_actor = 0, n_event = 0;

  g_signal_connect (state, "notify::selected-actor", G_CALLBACK (notify_cb), &n_actor);
  g_signal_connect (state, "notify::selected-event", G_CALLBACK (notify_cb), &n_event);
  rcp_timeline_state_set_selected_event (state, 3);
  rcp_timeline_state_set_selected_actor (state, 8);
  rcp_timeline_state_set_selected_actor (state, 8);
  g_assert_cmpint (rcp_timeline_state_get_selected_event (state), ==, 3);
  g_assert_cmpuint (n_actor, ==, 1);
  /* The same event again closes the card, without being another selection. */
  rcp_timeline_state_set_selected_event (state, 3);
  g_assert_cmpint (rcp_timeline_state_get_selected_actor (state), ==, 0);
  g_assert_cmpuint (n_actor, ==, 2);
  g_assert_cmpuint (n_event, ==, 1);
  /* An event that vanishes leaves the card alone. */
  rcp_timeline_state_set_selected_actor (state, 8);
  rcp_timeline_state_set_selected_event (state, 0);
  g_assert_cmpint (rcp_timeline_state_get_selected_actor (state), ==, 8);
}

static void
test_found (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  const gint64 found[] = { 3, 4 };

  rcp_timeline_state_set_found_events (state, found, 2);
  g_assert_true (rcp_timeline_state_has_found_events (state));
  g_assert_false (rcp_timeline_state_is_faded (state, 3, NULL, 0));
  g_assert_true (rcp_timeline_state_is_faded (state, 5, NULL, 0));
  rcp_timeline_state_set_found_events (state, found, 0);
  g_assert_true (rcp_timeline_state_is_faded (state, 3, NULL, 0));
  rcp_timeline_state_set_found_events (state, NULL, 0);
  g_assert_false (rcp_timeline_state_is_faded (state, 5, NULL, 0));
}

static void
test_dossier (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  g_autoptr (RcpEdtf) range = rcp_edtf_new_year (2020);

  rcp_timeline_state_set_range (state, range);
  rcp_timeline_state_set_selected_event (state, 4);
  rcp_timeline_state_set_actor_filter (state, 9, FALSE);
  rcp_timeline_state_set_dossier_id (state, 2);
  g_assert_null (rcp_timeline_state_get_range (state));
  g_assert_cmpint (rcp_timeline_state_get_selected_event (state), ==, 0);
  g_assert_false (rcp_timeline_state_has_actor_filter (state));
}

static void
open_cb (RcpTimelineState *state, gint64 id, guint start, guint end, gint64 *sum)
{
  *sum = id + start + end;
}

static void
test_asks (void)
{
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  gint64 sum = 0;
  guint n_all = 0, n_range = 0;

  g_signal_connect (state, "open-article", G_CALLBACK (open_cb), &sum);
  g_signal_connect (state, "fit-all", G_CALLBACK (count_cb), &n_all);
  g_signal_connect (state, "fit-range", G_CALLBACK (count_cb), &n_range);
  rcp_timeline_state_open_article (state, G_GINT64_CONSTANT (5000000000), 2, 3);
  g_assert_cmpint (sum, ==, G_GINT64_CONSTANT (5000000005));
  g_assert_cmpint (rcp_timeline_state_get_selected_article (state), ==, G_GINT64_CONSTANT (5000000000));
  rcp_timeline_state_fit (state, TRUE);
  rcp_timeline_state_fit (state, FALSE);
  rcp_timeline_state_fit (state, FALSE);
  g_assert_cmpuint (n_range, ==, 1);
  g_assert_cmpuint (n_all, ==, 2);
  rcp_timeline_state_open_event (state, 12);
  g_assert_cmpint (rcp_timeline_state_get_selected_event (state), ==, 12);
  rcp_timeline_state_set_families (state, 0xff);
  g_assert_cmpuint (rcp_timeline_state_get_families (state), ==, 0xf);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-state/span", test_span);
  g_test_add_func ("/timeline-state/range", test_range);
  g_test_add_func ("/timeline-state/actor-filter", test_actor_filter);
  g_test_add_func ("/timeline-state/actor-filter/listed", test_actor_filter_listed);
  g_test_add_func ("/timeline-state/actor-card", test_actor_card);
  g_test_add_func ("/timeline-state/found", test_found);
  g_test_add_func ("/timeline-state/dossier", test_dossier);
  g_test_add_func ("/timeline-state/asks", test_asks);
  return g_test_run ();
}
