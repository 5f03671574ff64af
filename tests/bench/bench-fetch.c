/* What it costs to ask many sources what is new, from their rows in a library to what they say in it: so many feeds of one
 * server, which is another process, first as they are and then again with nothing new. Making articles of what they brought
 * is measured apart (bench-add).
 *
 *   bench-fetch [FEEDS]       500 unless told
 */
#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "bench-cost.h"
#include "rcp-library.h"

typedef struct
{
  gint64 begun_us;
  gint64 asked_us;
  double asked_s;
  BenchStall stall;
} Round;

static void
phase_cb (RcpUpdate *update, GParamSpec *pspec, gpointer data)
{
  Round *round = data;

  if (round->asked_us != 0)
    return;
  round->asked_us = g_get_monotonic_time ();
  round->asked_s = bench_processor_s ();
  g_idle_add_once ((GSourceOnceFunc) rcp_update_cancel, update);
}

static void
run_round (RcpLibrary *library, const char *name)
{
  Round round = { .begun_us = g_get_monotonic_time () };
  double begun_s = bench_processor_s (), wall_s;
  g_autoptr (RcpUpdate) update = NULL;
  struct rusage usage;
  guint tick;

  round.stall.last_us = round.begun_us;
  tick = g_timeout_add (1, bench_stall_cb, &round.stall);
  update = rcp_library_update (library, NULL, 0);
  g_signal_connect (update, "notify::phase", G_CALLBACK (phase_cb), &round);
  while (round.asked_us == 0)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  getrusage (RUSAGE_SELF, &usage);
  wall_s = (round.asked_us - round.begun_us) / 1e6;
  printf ("%-7s %u feeds: %.3f s, %.3f s of processor time, %u new entries, %u failed, longest stall %.1f ms, peak %.1f MB\n",
          name, rcp_update_get_n_done (update), wall_s, round.asked_s - begun_s, rcp_update_get_n_entries (update),
          rcp_update_get_n_failed (update), round.stall.longest_us / 1e3, usage.ru_maxrss / 1024.0);
  rcp_update_wait (update, NULL);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 500;
  g_autofree char *here = g_path_get_dirname (argv[0]);
  g_autofree char *program = g_build_filename (here, "bench-fetcher", NULL);
  g_autofree char *folder = g_dir_make_tmp ("recoupe-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.recoupe", NULL);
  g_autoptr (GSubprocess) server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "serve", NULL);
  g_autoptr (GDataInputStream) said = NULL;
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  struct rusage usage;
  static const char *const files[] = { "", "-wal", "-shm" };

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  said = server ? g_data_input_stream_new (g_subprocess_get_stdout_pipe (server)) : NULL;
  line = said ? g_data_input_stream_read_line (said, NULL, NULL, NULL) : NULL;
  library = rcp_library_open (path, NULL, &error);
  if (line == NULL || library == NULL)
    {
      fprintf (stderr, "bench-fetch: %s\n", error ? error->message : "the server did not start");
      return 1;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%s/feed/%04u", line, i);
      g_autoptr (RcpSource) source
          = g_object_new (RCP_TYPE_SOURCE, "kind", RCP_SOURCE_FEED, "uri", uri, "interval-s", 3600, NULL);

      rcp_library_save_source (library, source, NULL, NULL);
    }
  getrusage (RUSAGE_SELF, &usage);
  printf ("before  %u sources: peak %.1f MB\n", n, usage.ru_maxrss / 1024.0);
  run_round (library, "first");
  run_round (library, "again");
  g_clear_object (&library);
  g_subprocess_force_exit (server);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_strconcat (path, files[i], NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
  return 0;
}
