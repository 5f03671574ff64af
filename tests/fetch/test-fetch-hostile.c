#include "config.h"

#include <gio/gio.h>
#include <string.h>

#include "rcp-fetcher.h"

/* Servers that mean no good: each begins an answer and never ends it. Whatever it is, the fetch ends in time, and only so
 * much was taken in. */

#define CAP_BYTES (1024 * 1024)
#define IDLE_MS 500
#define TOTAL_MS 1500 /* a machine that does other things at the same time gets some seconds more */
/* The limit, what is under way in the buffers of the system on both sides, and then some. */
#define MOST_BYTES (24 * 1024 * 1024)
#define BLOCK_BYTES (64 * 1024)

#define OK "HTTP/1.1 200 OK\r\n"
#define GZIP OK "Content-Encoding: gzip\r\n\r\n"
#define CHUNKED OK "Transfer-Encoding: chunked\r\n\r\n"
#define BYTES(text) text, sizeof text - 1

typedef struct
{
  const char *name;
  const char *begin;
  gsize begin_bytes;
  const char *again; /* for ever; NULL for an answer that ends here */
  gsize again_bytes;
  enum
  {
    FAILS_SOON, /* when so much was taken in */
    FAILS_IN_TIME, /* libsoup reads and keeps nothing, until the time is over */
    ANSWERS /* what never ends is not waited for */
  } end;
} Row;

static const Row rows[] = {
  { "head", BYTES (OK), BYTES ("X-More: and more of it\r\n") },
  { "head-line", BYTES (OK "X-More: "), BYTES ("and more of it ") },
  { "status-line", BYTES ("HTTP/1.1 200 "), BYTES ("OK and ") },
  { "nothing-like-http", BYTES (""), BYTES ("\x01\x02\x03\x04") },
  { "continue", BYTES (""), BYTES ("HTTP/1.1 100 Continue\r\n\r\n"), FAILS_IN_TIME },
  { "early-hints", BYTES (""), BYTES ("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"), FAILS_IN_TIME },
  { "body", BYTES (OK "\r\n"), BYTES ("<p>and more of it") },
  { "body-that-lies", BYTES (OK "Content-Length: 18446744073709551615\r\n\r\n"), BYTES ("<p>and more of it") },
  { "failure", BYTES ("HTTP/1.1 404 Not Found\r\n\r\n"), BYTES ("<p>and more of it") },
  { "redirect", BYTES ("HTTP/1.1 302 Found\r\nLocation: ftp://127.0.0.1/\r\n\r\n"), BYTES ("<p>and more of it") },
  { "tiny-chunks", BYTES (CHUNKED), BYTES ("1\r\na\r\n") },
  { "chunk-size", BYTES (CHUNKED), BYTES ("0000000000000000") },
  { "chunk-extension", BYTES (CHUNKED "5;more="), BYTES ("and more of it ") },
  { "chunk-of-all", BYTES (CHUNKED "7fffffffffffffff\r\n"), BYTES ("<p>and more of it") },
  { "trailers", BYTES (CHUNKED "5\r\n<p>Ab\r\n0\r\n"), BYTES ("X-More: and more of it\r\n"), ANSWERS },
  { "gzip-of-nothing", BYTES (GZIP "\x1f\x8b\x08\0\0\0\0\0\0\3"), BYTES ("\0\0\0\xff\xff"), FAILS_IN_TIME },
  { "gzip-name", BYTES (GZIP "\x1f\x8b\x08\x08\0\0\0\0\0\3"), BYTES ("and more of it "), FAILS_IN_TIME },
  { "gzip-and-junk",
    BYTES (GZIP "\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xb3\x29\xb0\x0b\xc9\x48\x55\x48\x4b\x2d\x2a\xaa\x54\x28\xc9\x57"
                "\x28\xc9\x48\x55\xc8\x2c\xce\x49\xcc\x4b\x51\x28\x4e\xcc\xcc\x29\x56\x48\x4c\x4f\xcc\xcc\xd3\x01\x8b\xe3"
                "\x54\xa4\x67\xa3\x5f\x60\x07\x00\x7c\x5a\xb0\x92\x4a\x00\x00\x00"),
    BYTES ("and more of it "), FAILS_IN_TIME },
};

typedef struct
{
  const Row *row;
  GSocketService *service;
  char *uri;
  GCancellable *closing; /* the system does not always tell a sender soon that nobody is there any more */
  GMutex lock;
  GCond changed;
  guint64 n_sent;
  guint n_running;
} Server;

/* Never sends more than a test can wait for. */
static void
serve (Server *server, GSocketConnection *connection)
{
  const Row *row = server->row;
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autofree char *block = g_malloc (BLOCK_BYTES + row->again_bytes);
  gsize n_block = 0;
  char request[4096];

  if (g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), request, sizeof request, NULL, NULL)
          <= 0
      || !g_output_stream_write_all (out, row->begin, row->begin_bytes, NULL, NULL, NULL))
    return;
  while (row->again != NULL && n_block < BLOCK_BYTES)
    {
      memcpy (block + n_block, row->again, row->again_bytes);
      n_block += row->again_bytes;
    }
  for (guint64 n_sent = 0; n_block > 0 && n_sent < G_GUINT64_CONSTANT (4) << 30;)
    {
      gsize n = 0;
      gboolean sent = g_output_stream_write_all (out, block, n_block, &n, server->closing, NULL);

      n_sent += n;
      g_mutex_lock (&server->lock);
      server->n_sent += n;
      g_mutex_unlock (&server->lock);
      if (!sent)
        break;
    }
}

/* On a thread of the service. */
static gboolean
run_cb (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer user_data)
{
  Server *server = user_data;

  serve (server, connection);
  g_mutex_lock (&server->lock);
  server->n_running--;
  g_cond_signal (&server->changed);
  g_mutex_unlock (&server->lock);
  return TRUE;
}

/* On the main loop, before the thread begins. */
static gboolean
incoming_cb (GSocketService *service, GSocketConnection *connection, GObject *source, gpointer user_data)
{
  Server *server = user_data;

  g_mutex_lock (&server->lock);
  server->n_running++;
  g_mutex_unlock (&server->lock);
  return FALSE;
}

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_row (gconstpointer data)
{
  Server server = { .row = data };
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = NULL;
  g_autoptr (RcpFetchRequest) request = NULL;
  GAsyncResult *result = NULL;
  RcpFetcher *fetcher = g_object_new (RCP_TYPE_FETCHER, "max-bytes", (guint64) CAP_BYTES, "idle-timeout-ms", IDLE_MS,
                                      "total-timeout-ms", TOTAL_MS, NULL);
  gint64 begun_us;
  guint16 port;

  server.closing = g_cancellable_new ();
  g_mutex_init (&server.lock);
  server.service = g_threaded_socket_service_new (4);
  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (server.service), NULL, &error);
  g_assert_no_error (error);
  server.uri = g_strdup_printf ("http://127.0.0.1:%u/", port);
  g_cond_init (&server.changed);
  g_signal_connect (server.service, "incoming", G_CALLBACK (incoming_cb), &server);
  g_signal_connect (server.service, "run", G_CALLBACK (run_cb), &server);

  begun_us = g_get_monotonic_time ();
  request = rcp_fetch_request_new (server.uri);
  rcp_fetcher_fetch_async (fetcher, request, NULL, fetched_cb, &result);
  /* The service is of this main loop. */
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  fetched = rcp_fetcher_fetch_finish (fetcher, result, &error);
  g_clear_object (&result);
  if (fetched != NULL)
    g_assert_cmpint (rcp_fetched_check (fetched, &error), ==, server.row->end == ANSWERS);
  else
    g_assert_true (server.row->end != ANSWERS && error->domain == RCP_FETCH_ERROR);
  g_test_message ("%s: %s, %.1f MB in %.0f ms", server.row->name, error ? error->message : "answers", server.n_sent / 1048576.0,
                  (g_get_monotonic_time () - begun_us) / 1000.0);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, (TOTAL_MS + 4000) * G_GINT64_CONSTANT (1000));
  /* And it lets go: nothing is read any more by then. */
  g_assert_finalize_object (fetcher);
  g_assert_cmpint (g_get_monotonic_time () - begun_us, <, (TOTAL_MS + 6000) * G_GINT64_CONSTANT (1000));
  g_mutex_lock (&server.lock);
  if (server.row->end != FAILS_IN_TIME)
    g_assert_cmpuint (server.n_sent, <, MOST_BYTES);
  g_cancellable_cancel (server.closing);
  while (server.n_running > 0)
    g_cond_wait (&server.changed, &server.lock);
  g_mutex_unlock (&server.lock);

  g_socket_service_stop (server.service);
  g_socket_listener_close (G_SOCKET_LISTENER (server.service));
  g_object_unref (server.service);
  g_free (server.uri);
  g_object_unref (server.closing);
  g_mutex_clear (&server.lock);
  g_cond_clear (&server.changed);
}

/* Each of these would be given an unpacker of its own. */
static void
test_many_packings (void)
{
  g_autoptr (GString) begin = g_string_new (OK "Content-Encoding: gzip");
  Row row = { "many-packings" };

  for (guint i = 0; i < 10000; i++)
    g_string_append (begin, ",gzip");
  g_string_append (begin, "\r\nContent-Length: 5\r\n\r\n<p>Ab");
  row.begin = begin->str;
  row.begin_bytes = begin->len;
  test_row (&row);
}

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch-hostile/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/fetch-hostile/many-packings", test_many_packings);
  return g_test_run ();
}
