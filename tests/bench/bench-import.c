/* Measures what a person feels while many articles come in: how fast, how much memory, how long the window did not
 * answer, and how soon the first frame is there when the library is opened again.
 *
 *   bench-import import LIBRARY FOLDER    import the folder's files in a window
 *   bench-import start LIBRARY            open the library in a window
 *
 * Needs a display. */

#include "config.h"

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "rcp-application.h"
#include "rcp-window.h"

typedef struct
{
  gint64 started_us;
  gint64 last_tick_us;
  gint64 longest_stall_us;
  gint64 first_frame_us;
  gboolean first_frame_only;
  RcpImport *import;
  GMainLoop *loop;
} Bench;

/* A source that wants to run all the time, below redraws: a gap between two runs is time in which the loop was in one
 * callback, or drawing. */
static gboolean
tick_cb (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();

  if (bench->last_tick_us != 0)
    bench->longest_stall_us = MAX (bench->longest_stall_us, now - bench->last_tick_us - 2000);
  bench->last_tick_us = now;
  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (GdkFrameClock *clock, Bench *bench)
{
  if (bench->first_frame_us == 0)
    bench->first_frame_us = g_get_monotonic_time ();
}

static void
finished_cb (RcpImport *import, Bench *bench)
{
  g_main_loop_quit (bench->loop);
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static double
peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static void
wait_for_library (RcpWindow *window)
{
  while (rcp_window_get_library (window) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
run_import (Bench *bench, RcpWindow *window, const char *folder)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (folder);
  double seconds;

  g_list_store_append (files, file);
  bench->started_us = g_get_monotonic_time ();
  bench->last_tick_us = 0;
  bench->longest_stall_us = 0;
  rcp_window_import_files (window, G_LIST_MODEL (files));
  while ((bench->import = rcp_library_get_import (rcp_window_get_library (window))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_ref (bench->import);
  g_signal_connect (bench->import, "finished", G_CALLBACK (finished_cb), bench);
  if (!rcp_import_get_finished (bench->import))
    g_main_loop_run (bench->loop);
  seconds = (double) (g_get_monotonic_time () - bench->started_us) / G_USEC_PER_SEC;
  g_print ("import: %u of %u articles in %.1f s, %.0f a second; %u events more; %u not taken in\n",
           rcp_import_get_n_added (bench->import), rcp_import_get_n_found (bench->import), seconds,
           rcp_import_get_n_added (bench->import) / seconds, rcp_import_get_n_events (bench->import),
           g_list_model_get_n_items (rcp_import_get_failures (bench->import)));
  g_print ("import: peak memory %.0f MB, longest stall of the main loop %.0f ms\n", peak_mb (),
           (double) bench->longest_stall_us / 1000);
  g_object_unref (bench->import);
}

static void
run_start (Bench *bench, RcpWindow *window)
{
  gint64 frame_us = bench->first_frame_us - bench->started_us;

  /* What is still loading is part of what a person waits for: give it two seconds. */
  g_timeout_add (2000, quit_cb, bench->loop);
  g_main_loop_run (bench->loop);
  g_print ("start: first frame after %.0f ms, longest stall of the main loop in the first two seconds %.0f ms, "
           "peak memory %.0f MB\n",
           (double) frame_us / 1000, (double) bench->longest_stall_us / 1000, peak_mb ());
}

int
main (int argc, char *argv[])
{
  Bench bench = { .started_us = g_get_monotonic_time () };
  g_autoptr (RcpApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  RcpWindow *window;
  GdkFrameClock *clock;

  if (argc < 3 || (strcmp (argv[1], "import") == 0 && argc < 4))
    {
      g_printerr ("usage: bench-import import LIBRARY FOLDER | start LIBRARY\n");
      return 2;
    }
  application = rcp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    {
      g_printerr ("bench-import: %s\n", error->message);
      return 1;
    }
  bench.loop = g_main_loop_new (NULL, FALSE);
  window = rcp_window_new (GTK_APPLICATION (application));
  rcp_window_open_library (window, argv[2], FALSE);
  gtk_window_present (GTK_WINDOW (window));
  g_timeout_add_full (G_PRIORITY_DEFAULT, 2, tick_cb, &bench, NULL);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &bench);
  wait_for_library (window);
  while (bench.first_frame_us == 0)
    g_main_context_iteration (NULL, TRUE);
  if (strcmp (argv[1], "import") == 0)
    run_import (&bench, window, argv[3]);
  else
    run_start (&bench, window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_main_loop_unref (bench.loop);
  return 0;
}
