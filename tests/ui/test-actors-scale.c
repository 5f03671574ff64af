/* The list of actors of a library that has 50,000 of them: how long a frame takes while it is scrolled. */

#include "store-fixture.h"
#include "ui-find.h"
#include "ui-frames.h"
#include "ui-test.h"

#include "rcp-actors-pane.h"

#define N_ACTORS 50000
#define N_ARTICLES 500
#define N_FRAMES 400

/* A frame of 60 Hz, under sanitizers too. */
#define BOUND_MS 16.0

/* Each actor is named in two articles, so that rows have counts and a sparkline; half are people. */
static void
put_article (RcpStore *store, RcpChangeSet *changes, guint number, gint64 article_id, gint64 first_actor)
{
  g_autofree char *text = g_strdup_printf ("Dispatch number %u names a hundred people.\n", number);
  g_autoptr (RcpDocument) document = fixture_document ("Dispatch", text);
  g_autoptr (RcpFindings) findings = rcp_findings_new ();
  g_autoptr (RcpEdtf) date = rcp_edtf_new_day (rcp_day_from_ymd (2020, 1, 1) + (gint32) number);
  guint n = N_ACTORS / N_ARTICLES;
  g_autofree gint64 *ids = g_new (gint64, 2 * n);

  findings->language = g_strdup ("en");
  findings->n_words = 7;
  findings->publication = rcp_publication_new (date, RCP_PUBLISHED_STATED, RCP_DATE_RULE_METADATA, NULL, (RcpRange){ 0, 0 });
  for (guint i = 0; i < 2 * n; i++)
    {
      guint actor = (number * n + i) % N_ACTORS;
      RcpMention mention = { { i % 20, i % 20 + 5 }, (gint64) i, RCP_MENTION_NAME, TRUE };
      g_autofree char *key = g_strdup_printf ("%s:%u", actor % 2 ? "organisation" : "person", actor);
      g_autofree char *name = g_strdup_printf ("%s Number%05u", actor % 2 ? "Society" : "Somebody", actor);

      ids[i] = first_actor + actor;
      g_ptr_array_add (findings->actors, rcp_found_actor_new (actor % 2 ? RCP_ACTOR_ORGANISATION : RCP_ACTOR_PERSON, key, name));
      g_array_append_val (findings->mentions, mention);
      if (i < n)
        rcp_change_set_put_actor (changes, ids[i], actor % 2 ? RCP_ACTOR_ORGANISATION : RCP_ACTOR_PERSON, key, name);
    }
  fixture_put_article (store, changes, article_id, document, "The Quay", 0);
  rcp_change_set_put_findings (changes, article_id, findings, 0, ids);
}

static void
fill (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) store = rcp_store_open (path, NULL, &error);
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  gint64 first_article, first_actor;

  g_assert_no_error (error);
  first_article = fixture_reserve (store, RCP_STORE_TABLE_ARTICLE, N_ARTICLES);
  first_actor = fixture_reserve (store, RCP_STORE_TABLE_ACTOR, N_ACTORS);
  for (guint i = 0; i < N_ARTICLES; i++)
    put_article (store, changes, i, first_article + i, first_actor);
  g_assert_true (rcp_store_save_changes (store, changes, NULL, &error));
  g_assert_no_error (error);
  rcp_store_close (store);
}

static void
iterate_for (gint64 us)
{
  gint64 end = g_get_monotonic_time () + us;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (500);
}

/* Ten rows a frame, as a wheel turned fast does, and a leap every fifty, as the scroll bar does. */
static void
scroll (GtkAdjustment *adjustment, Frames *frames)
{
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  while (frames->times_us->len < N_FRAMES)
    {
      guint before = frames->times_us->len;
      gint64 deadline_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;
      double value = gtk_adjustment_get_value (adjustment) + (before % 50 == 49 ? end / 9 : 500);

      gtk_adjustment_set_value (adjustment, value > end ? 0 : value);
      while (frames->times_us->len == before)
        {
          g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
          if (!g_main_context_iteration (NULL, FALSE))
            g_usleep (200);
        }
    }
}

static void
test_scroll (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (RcpTimelineState) state = rcp_timeline_state_new ();
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  GtkWidget *pane, *window = gtk_window_new (), *list;
  Frames frames = { 0, g_array_new (FALSE, FALSE, sizeof (gint64)) };
  gint64 begin_us, opened_us, deadline_us;
  GdkFrameClock *clock;

  fill (path);
  library = rcp_library_open (path, NULL, &error);
  g_assert_no_error (error);
  begin_us = g_get_monotonic_time ();
  pane = rcp_actors_pane_new (library, state);
  gtk_window_set_default_size (GTK_WINDOW (window), 280, 900);
  gtk_window_set_child (GTK_WINDOW (window), pane);
  gtk_window_present (GTK_WINDOW (window));
  list = find_type (pane, GTK_TYPE_LIST_VIEW);
  deadline_us = begin_us + 60 * G_USEC_PER_SEC;
  while (gtk_list_view_get_model (GTK_LIST_VIEW (list)) == NULL
         || g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) < N_ACTORS)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline_us);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
  opened_us = g_get_monotonic_time () - begin_us;
  iterate_for (G_USEC_PER_SEC / 2);
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &frames);
  scroll (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list)), &frames);
  g_signal_handlers_disconnect_by_data (clock, &frames);
  g_array_sort (frames.times_us, compare_times);
  g_test_message ("%d actors: list there after %.0f ms; work a frame while scrolling: median %.1f, 95th percentile %.1f, most %.1f ms",
                  N_ACTORS, opened_us / 1000.0, percentile_ms (&frames, 0.5), percentile_ms (&frames, 0.95),
                  percentile_ms (&frames, 1));
  g_assert_cmpfloat (percentile_ms (&frames, 0.95), <, BOUND_MS);
  g_array_unref (frames.times_us);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate_for (G_USEC_PER_SEC / 10);
  rcp_library_close (library);
  g_clear_object (&library);
  fixture_remove (path);
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;
  g_test_add_func ("/actors/scale/scroll", test_scroll);
  return g_test_run ();
}
