#include "config.h"

#include "asked-web.h"

#include "rcp-fetcher.h"

/* Many requests at once: how many the servers see, whose turn it is, and that the main loop goes on meanwhile. */

static const AskedRoute routes[] = {
  { "/page", 200, { "Content-Type", "text/html" }, "<p>The ferry sails." },
  { "/to-2", 302, { "Location", "/page" }, NULL },
};

typedef struct
{
  AskedWeb web;
  RcpFetcher *fetcher;
  GCancellable *cancellable;
  guint n_begun;
  guint n_answered;
  guint n_cancelled;
  gint64 longest_stall_us;
  gint64 last_tick_us;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  asked_web_start (&fixture->web, routes, G_N_ELEMENTS (routes), 6);
  fixture->fetcher = rcp_fetcher_new ();
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->fetcher);
  g_assert_finalize_object (fixture->cancellable);
  asked_web_stop (&fixture->web);
}

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_finish (RCP_FETCHER (object), result, &error);

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_true ((fetched == NULL) == (error != NULL));
  if (fetched != NULL)
    fixture->n_answered++;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fixture->n_cancelled++;
  else
    g_assert_no_error (error);
}

static void
begin (Fixture *fixture, guint host, const char *path)
{
  g_autofree char *uri = asked_web_uri (&fixture->web, host, path);
  g_autoptr (RcpFetchRequest) request = rcp_fetch_request_new (uri);

  fixture->n_begun++;
  rcp_fetcher_fetch_async (fixture->fetcher, request, fixture->cancellable, fetched_cb, fixture);
}

static gboolean
give_up_cb (gpointer data)
{
  g_error ("the answers did not come");
  return G_SOURCE_REMOVE;
}

static void
iterate_until_done (Fixture *fixture)
{
  guint give_up = g_timeout_add_seconds (20, give_up_cb, NULL);

  while (fixture->n_answered + fixture->n_cancelled < fixture->n_begun)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (give_up);
}

/* Lets @ms go by, so that what must not happen could. */
static void
iterate_for (guint ms)
{
  gint64 until_us = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < until_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static gboolean
release_cb (gpointer data)
{
  asked_web_release (data);
  return G_SOURCE_CONTINUE;
}

static void
test_two_a_host (Fixture *fixture, gconstpointer data)
{
  guint release;

  for (guint i = 0; i < 12; i++)
    begin (fixture, 1, "/hold");
  asked_web_wait (&fixture->web, 2);
  iterate_for (200);
  g_assert_cmpuint (fixture->web.requests->len, ==, 2);
  release = g_timeout_add (5, release_cb, &fixture->web);
  iterate_until_done (fixture);
  g_source_remove (release);
  g_assert_cmpuint (fixture->n_answered, ==, 12);
  g_assert_cmpuint (fixture->web.requests->len, ==, 12);
  g_assert_cmpuint (fixture->web.most_live_host, ==, 2);
  /* And no more connections than that for all of them. */
  g_assert_cmpuint (g_hash_table_size (fixture->web.connections), ==, 2);
}

static void
test_eight_in_all (Fixture *fixture, gconstpointer data)
{
  guint release;

  for (guint i = 0; i < 60; i++)
    begin (fixture, 1 + i % 6, "/hold");
  asked_web_wait (&fixture->web, 8);
  iterate_for (200);
  g_assert_cmpuint (fixture->web.requests->len, ==, 8);
  release = g_timeout_add (5, release_cb, &fixture->web);
  iterate_until_done (fixture);
  g_source_remove (release);
  g_assert_cmpuint (fixture->n_answered, ==, 60);
  g_assert_cmpuint (fixture->web.most_live, ==, 8);
  g_assert_cmpuint (fixture->web.most_live_host, ==, 2);
}

/* Hundreds that wait for one host are in nobody else's way. */
static void
test_fair (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 300; i++)
    begin (fixture, 1, "/hold");
  for (guint host = 2; host <= 6; host++)
    begin (fixture, host, "/page");
  while (fixture->n_answered < 5)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (fixture->web.requests->len, ==, 2 + 5);
  g_cancellable_cancel (fixture->cancellable);
  iterate_until_done (fixture);
  g_assert_cmpuint (fixture->n_cancelled, ==, 300);
  g_assert_cmpuint (fixture->web.requests->len, ==, 2 + 5);
}

/* What is under way when it is cancelled gives its connection back, and what waits never asks. */
static void
test_cancel_midway (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 5; i++)
    begin (fixture, 1, "/hold");
  asked_web_wait (&fixture->web, 2);
  g_cancellable_cancel (fixture->cancellable);
  iterate_until_done (fixture);
  g_assert_cmpuint (fixture->n_cancelled, ==, 5);
  g_assert_cmpuint (fixture->web.requests->len, ==, 2);

  g_cancellable_reset (fixture->cancellable);
  for (guint i = 0; i < 3; i++)
    begin (fixture, 1, "/page");
  iterate_until_done (fixture);
  g_assert_cmpuint (fixture->n_answered, ==, 3);

  /* Before it has begun. */
  g_cancellable_cancel (fixture->cancellable);
  begin (fixture, 1, "/page");
  iterate_until_done (fixture);
  g_assert_cmpuint (fixture->n_cancelled, ==, 6);
  g_assert_cmpuint (fixture->web.requests->len, ==, 5);
}

static gboolean
tick_cb (gpointer data)
{
  Fixture *fixture = data;
  gint64 now_us = g_get_monotonic_time ();

  fixture->longest_stall_us = MAX (fixture->longest_stall_us, now_us - fixture->last_tick_us);
  fixture->last_tick_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
test_hundreds (Fixture *fixture, gconstpointer data)
{
  gint64 begun_us = g_get_monotonic_time ();
  guint tick;

  for (guint i = 0; i < 600; i++)
    begin (fixture, 1 + i % 6, i % 3 == 0 ? "/to-2" : "/page");
  g_test_message ("600 begun in %.1f ms", (g_get_monotonic_time () - begun_us) / 1000.0);
  fixture->last_tick_us = g_get_monotonic_time ();
  tick = g_timeout_add (1, tick_cb, fixture);
  iterate_until_done (fixture);
  g_source_remove (tick);
  g_assert_cmpuint (fixture->n_answered, ==, 600);
  g_assert_cmpuint (fixture->web.requests->len, ==, 800);
  g_assert_cmpuint (fixture->web.most_live_host, <=, 2);
  g_assert_cmpuint (fixture->web.most_live, <=, 8);
  g_test_message ("longest stall of the main loop: %.1f ms", fixture->longest_stall_us / 1000.0);
  /* A frame is 16 ms; a machine that does other things at the same time gets more. */
  g_assert_cmpint (fixture->longest_stall_us, <, 250 * 1000);
}

static void
test_no_address (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpFetchRequest) request = rcp_fetch_request_new ("the ferry");
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_request (fixture->fetcher, request, NULL, &error);

  g_assert_null (fetched);
  g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_ADDRESS);
}

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/fetch-limits/two-a-host", Fixture, NULL, set_up, test_two_a_host, tear_down);
  g_test_add ("/fetch-limits/eight-in-all", Fixture, NULL, set_up, test_eight_in_all, tear_down);
  g_test_add ("/fetch-limits/fair", Fixture, NULL, set_up, test_fair, tear_down);
  g_test_add ("/fetch-limits/cancel-midway", Fixture, NULL, set_up, test_cancel_midway, tear_down);
  g_test_add ("/fetch-limits/hundreds", Fixture, NULL, set_up, test_hundreds, tear_down);
  g_test_add ("/fetch-limits/no-address", Fixture, NULL, set_up, test_no_address, tear_down);
  return g_test_run ();
}
