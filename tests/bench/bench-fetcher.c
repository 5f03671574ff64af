/* How fast the fetcher asks, and what it costs: so many feeds of one server, which is another process, first as they are
 * and then again with their validators. The server answers as a good one does: packed, with validators, "304" when asked.
 *
 *   bench-fetcher [FEEDS]       500 unless told
 */
#include "config.h"

#include <libsoup/soup.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "bench-cost.h"
#include "rcp-fetcher.h"

#define N_ENTRIES 50
#define TAG "\"of-a-feed\""

/* --- The server --------------------------------------------------------------------------------------------------- */

static GBytes *
make_feed (void)
{
  g_autoptr (GString) feed = g_string_new ("<rss version=\"2.0\"><channel><title>Ferries</title>");
  g_autoptr (GConverter) packer = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 6));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, packer);
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_string_append_printf (feed, "<item><title>Ferry %u</title><guid>ferry-%u</guid><description>", i, i);
      for (guint j = 0; j < 150; j++)
        g_string_append_printf (feed, "%07x ", (guint) g_rand_int_range (rand, 0, 1 << 20));
      g_string_append (feed, "</description></item>\n");
    }
  g_string_append (feed, "</channel></rss>");
  g_output_stream_write_all (out, feed->str, feed->len, NULL, NULL, NULL);
  g_output_stream_close (out, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
handler (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  const char *tag = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "If-None-Match");

  soup_message_headers_replace (headers, "ETag", TAG);
  if (tag != NULL && g_str_equal (tag, TAG))
    {
      soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
      return;
    }
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  soup_message_headers_replace (headers, "Content-Type", "application/rss+xml");
  soup_message_headers_replace (headers, "Content-Encoding", "gzip");
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), user_data);
}

/* Until it is killed. */
static int
serve (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr (GBytes) feed = make_feed ();
  GSList *uris;

  soup_server_add_handler (server, NULL, handler, feed, NULL);
  if (!soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL))
    return 1;
  uris = soup_server_get_uris (server);
  printf ("%d\n", g_uri_get_port (uris->data));
  fflush (stdout);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (loop);
  return 0;
}

/* --- The client --------------------------------------------------------------------------------------------------- */

typedef struct
{
  GMainLoop *loop;
  guint n_left;
  guint n_not_modified;
  guint n_failed;
  guint64 n_bytes;
  BenchStall stall;
} Round;

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Round *round = user_data;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_finish (RCP_FETCHER (object), result, NULL);

  if (fetched == NULL || !rcp_fetched_check (fetched, NULL))
    round->n_failed++;
  else
    {
      round->n_not_modified += fetched->not_modified;
      round->n_bytes += g_bytes_get_size (fetched->bytes);
    }
  if (--round->n_left == 0)
    g_main_loop_quit (round->loop);
}

static void
run_round (RcpFetcher *fetcher, const char *name, guint port, guint n, const char *etag)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 begun_us = g_get_monotonic_time ();
  double begun_s = bench_processor_s (), wall_s;
  Round round = { .loop = loop, .n_left = n, .stall.last_us = begun_us };
  guint tick = g_timeout_add (1, bench_stall_cb, &round.stall);
  struct rusage usage;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u/feed/%04u", port, i);
      g_autoptr (RcpFetchRequest) request = rcp_fetch_request_new (uri);

      request->accept = g_strdup (RCP_FETCH_ACCEPT_FEED);
      request->etag = g_strdup (etag);
      rcp_fetcher_fetch_async (fetcher, request, NULL, fetched_cb, &round);
    }
  g_main_loop_run (loop);
  g_source_remove (tick);
  wall_s = (g_get_monotonic_time () - begun_us) / 1e6;
  getrusage (RUSAGE_SELF, &usage);
  printf ("%-7s %u feeds: %.3f s, %.0f a second, %.3f s of processor time, %.1f MB unpacked, %u not modified, %u failed, "
          "longest stall %.1f ms, peak %.1f MB\n",
          name, n, wall_s, n / wall_s, bench_processor_s () - begun_s, round.n_bytes / 1e6, round.n_not_modified, round.n_failed,
          round.stall.longest_us / 1e3, usage.ru_maxrss / 1024.0);
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 500;
  g_autoptr (GSubprocess) server = NULL;
  g_autoptr (GDataInputStream) said = NULL;
  g_autofree char *line = NULL;
  g_autoptr (RcpFetcher) fetcher = NULL;

  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  if (argc > 1 && g_str_equal (argv[1], "serve"))
    return serve ();
  server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, argv[0], "serve", NULL);
  said = server ? g_data_input_stream_new (g_subprocess_get_stdout_pipe (server)) : NULL;
  line = said ? g_data_input_stream_read_line (said, NULL, NULL, NULL) : NULL;
  if (line == NULL)
    {
      fprintf (stderr, "bench-fetcher: the server did not start\n");
      return 1;
    }
  fetcher = rcp_fetcher_new ();
  run_round (fetcher, "first", (guint) atoi (line), n, NULL);
  run_round (fetcher, "again", (guint) atoi (line), n, TAG);
  g_subprocess_force_exit (server);
  return 0;
}
