#include "config.h"

#include "loopback-server.h"

#include <stdio.h>

#include "rcp-fetcher.h"

/* What servers do, and what the fetcher makes of it. Every server is on this machine. */

#define PAGE "<!DOCTYPE html><title>Ferry resumes</title><p>The ferry to Zanzibar resumed on Monday.</p>"
#define CAP_BYTES 100000
#define IDLE_MS 400
#define TOTAL_MS 1500

typedef struct
{
  LoopbackServer *web;
  RcpFetcher *fetcher;
  GMutex lock;
  GCond asked;
  guint n_requests;
  guint n_connections; /* counted right while requests come one after the other */
  GSocketAddress *remote;
  guint n_hanging;
  char *user_agent;
  gboolean told; /* a cookie, a referrer or a language */
} Fixture;

/* --- The server ------------------------------------------------------------------------------------------------- */

static GBytes *
gzip (const char *data, gsize size)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) out = g_converter_output_stream_new (memory, compressor);

  g_assert_true (g_output_stream_write_all (out, data, size, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
set_body (SoupServerMessage *message, GBytes *bytes)
{
  soup_message_body_append_bytes (soup_server_message_get_response_body (message), bytes);
}

static void
set_page (SoupServerMessage *message)
{
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, PAGE, strlen (PAGE));
}

/* Answers what a server should not, and closes the connection. */
static void
send_raw (SoupServerMessage *message, const char *answer)
{
  g_autoptr (GIOStream) connection = soup_server_message_steal_connection (message);

  g_output_stream_write_all (g_io_stream_get_output_stream (connection), answer, strlen (answer), NULL, NULL, NULL);
  g_io_stream_close (connection, NULL, NULL);
}

static void
endless_cb (SoupServerMessage *message, gpointer user_data)
{
  static const char block[8192];

  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, block,
                            sizeof block);
  soup_server_message_unpause (message);
}

typedef struct
{
  SoupServerMessage *message;
  gboolean finished;
} Drip;

static gboolean
drip_cb (gpointer data)
{
  Drip *drip = data;

  if (drip->finished)
    return G_SOURCE_REMOVE;
  soup_message_body_append (soup_server_message_get_response_body (drip->message), SOUP_MEMORY_STATIC, ".", 1);
  soup_server_message_unpause (drip->message);
  return G_SOURCE_CONTINUE;
}

static void
drip_finished_cb (SoupServerMessage *message, Drip *drip)
{
  drip->finished = TRUE;
}

static void
drip_free (gpointer data)
{
  Drip *drip = data;

  g_signal_handlers_disconnect_by_data (drip->message, drip);
  g_object_unref (drip->message);
  g_free (drip);
}

static void
handler (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  Fixture *fixture = user_data;
  SoupMessageHeaders *request = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  guint n, status = 0;

  g_mutex_lock (&fixture->lock);
  fixture->n_requests++;
  if (fixture->remote != soup_server_message_get_remote_address (message))
    fixture->n_connections++;
  g_set_object (&fixture->remote, soup_server_message_get_remote_address (message));
  g_free (fixture->user_agent);
  fixture->user_agent = g_strdup (soup_message_headers_get_one (request, "User-Agent"));
  fixture->told |= soup_message_headers_get_one (request, "Cookie") != NULL
                   || soup_message_headers_get_one (request, "Referer") != NULL
                   || soup_message_headers_get_one (request, "Accept-Language") != NULL;
  g_cond_broadcast (&fixture->asked);
  g_mutex_unlock (&fixture->lock);

  soup_message_headers_replace (headers, "Set-Cookie", "reader=17; Path=/");
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_equal (path, "/page"))
    {
      soup_message_headers_replace (headers, "ETag", "\"v1\"");
      soup_message_headers_replace (headers, "Last-Modified", "Tue, 14 May 2019 08:00:00 GMT");
      set_page (message);
      soup_message_headers_replace (headers, "Content-Type", "Text/HTML; Charset=\"ISO-8859-15\"");
    }
  else if (g_str_equal (path, "/long-head"))
    {
      g_autofree char *tag = g_strnfill (5000, 'x');

      set_page (message);
      soup_message_headers_replace (headers, "ETag", tag);
      soup_message_headers_replace (headers, "Content-Type", tag);
    }
  else if (g_str_equal (path, "/untyped"))
    {
      set_page (message);
      soup_message_headers_remove (headers, "Content-Type");
    }
  else if (g_str_equal (path, "/empty"))
    soup_server_message_set_status (message, SOUP_STATUS_NO_CONTENT, NULL);
  else if (g_str_equal (path, "/gzip") || g_str_equal (path, "/bomb"))
    {
      g_autofree char *zeros = g_malloc0 (64 * CAP_BYTES);
      g_autoptr (GBytes) bytes
          = g_str_equal (path, "/gzip") ? gzip (PAGE, strlen (PAGE)) : gzip (zeros, 64 * CAP_BYTES);

      soup_message_headers_replace (headers, "Content-Encoding", "gzip");
      soup_message_headers_replace (headers, "Content-Type", "text/html");
      set_body (message, bytes);
    }
  else if (g_str_equal (path, "/not-gzip-at-all"))
    {
      soup_message_headers_replace (headers, "Content-Encoding", "gzip");
      set_page (message);
    }
  else if (g_str_equal (path, "/cut-short"))
    send_raw (message, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>The ferry");
  else if (g_str_equal (path, "/cut-chunk"))
    send_raw (message, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\n<p>The ferry");
  else if (g_str_equal (path, "/not-http"))
    send_raw (message, "220 mail.example.org ESMTP\r\n\r\n");
  else if (g_str_equal (path, "/hangs-up"))
    send_raw (message, "");
  else if (g_str_equal (path, "/large"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_TAKE, g_malloc0 (CAP_BYTES + 1),
                                      CAP_BYTES + 1);
  else if (g_str_equal (path, "/just-small-enough"))
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_TAKE, g_malloc0 (CAP_BYTES), CAP_BYTES);
  else if (g_str_equal (path, "/endless") || g_str_equal (path, "/endless-redirect"))
    {
      if (g_str_equal (path, "/endless-redirect"))
        soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/page");
      soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
      soup_message_body_set_accumulate (soup_server_message_get_response_body (message), FALSE);
      g_signal_connect (message, "wrote-chunk", G_CALLBACK (endless_cb), NULL);
      endless_cb (message, NULL);
    }
  else if (g_str_equal (path, "/drip"))
    {
      Drip *drip = g_new0 (Drip, 1);
      g_autoptr (GSource) source = g_timeout_source_new (IDLE_MS / 4);

      drip->message = g_object_ref (message);
      g_source_set_callback (source, drip_cb, drip, drip_free);
      g_source_attach (source, g_main_context_get_thread_default ());
      g_signal_connect (message, "finished", G_CALLBACK (drip_finished_cb), drip);
      soup_message_headers_set_encoding (headers, SOUP_ENCODING_CHUNKED);
      drip_cb (drip);
    }
  else if (g_str_equal (path, "/hang"))
    {
      g_mutex_lock (&fixture->lock);
      fixture->n_hanging++;
      g_cond_broadcast (&fixture->asked);
      g_mutex_unlock (&fixture->lock);
      soup_server_message_pause (message);
    }
  else if (g_str_equal (path, "/loop"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/loop");
  else if (g_str_equal (path, "/to-file"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "file:///etc/hostname");
  else if (g_str_equal (path, "/nowhere"))
    soup_server_message_set_status (message, SOUP_STATUS_FOUND, NULL);
  else if (sscanf (path, "/redirect/%u", &n) == 1)
    {
      static const guint kinds[] = { 301, 302, 303, 307, 308 };
      g_autofree char *next = n > 1 ? g_strdup_printf ("%u", n - 1) : g_strdup ("/page");

      soup_server_message_set_redirect (message, kinds[n % G_N_ELEMENTS (kinds)], next);
    }
  else if (sscanf (path, "/status/%u", &status) == 1)
    {
      soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "secret words", 12);
      soup_server_message_set_status (message, status, NULL);
    }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_mutex_init (&fixture->lock);
  g_cond_init (&fixture->asked);
  fixture->web = loopback_server_start (handler, fixture, NULL);
  fixture->fetcher = g_object_new (RCP_TYPE_FETCHER, "max-bytes", (guint64) CAP_BYTES, "idle-timeout-ms", IDLE_MS,
                                   "total-timeout-ms", TOTAL_MS, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->fetcher);
  loopback_server_stop (fixture->web);
  g_free (fixture->user_agent);
  g_clear_object (&fixture->remote);
  g_mutex_clear (&fixture->lock);
  g_cond_clear (&fixture->asked);
}

static RcpFetched *
fetch (Fixture *fixture, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *uri = g_strconcat (fixture->web->base, path, NULL);

  return rcp_fetcher_fetch (fixture->fetcher, uri, cancellable, error);
}

static void
assert_page (Fixture *fixture, RcpFetched *fetched, const char *path)
{
  g_autofree char *uri = g_strconcat (fixture->web->base, path, NULL);

  g_assert_nonnull (fetched);
  g_assert_cmpmem (g_bytes_get_data (fetched->bytes, NULL), g_bytes_get_size (fetched->bytes), PAGE, strlen (PAGE));
  g_assert_cmpstr (fetched->uri, ==, uri);
}

/* --- What arrives ----------------------------------------------------------------------------------------------- */

static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = fetch (fixture, "/page#below", NULL, &error);
  g_autoptr (RcpFetched) again = NULL;
  g_autoptr (RcpFetched) untyped = NULL;
  g_autoptr (RcpFetched) long_head = NULL;

  g_assert_no_error (error);
  assert_page (fixture, fetched, "/page");
  g_assert_cmpstr (fetched->content_type, ==, "text/html; charset=ISO-8859-15");
  g_assert_cmpstr (fetched->etag, ==, "\"v1\"");
  g_assert_cmpstr (fetched->last_modified, ==, "Tue, 14 May 2019 08:00:00 GMT");
  g_assert_cmpstr (fixture->user_agent, ==, "Recoupe/" VERSION " (+https://recoupe.app)");

  /* The server gave a cookie with the first answer. */
  again = fetch (fixture, "/page", NULL, &error);
  g_assert_no_error (error);
  untyped = fetch (fixture, "/untyped", NULL, &error);
  g_assert_no_error (error);
  g_assert_null (untyped->content_type);
  g_assert_null (untyped->etag);
  g_assert_null (untyped->last_modified);
  long_head = fetch (fixture, "/long-head", NULL, &error);
  g_assert_no_error (error);
  assert_page (fixture, long_head, "/long-head");
  g_assert_null (long_head->content_type);
  g_assert_null (long_head->etag);
  g_assert_cmpuint (fixture->n_requests, ==, 4);
  g_assert_false (fixture->told);
}

static void
test_bodies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) empty = fetch (fixture, "/empty", NULL, &error);
  g_autoptr (RcpFetched) zipped = NULL;
  g_autoptr (RcpFetched) lie = NULL;
  g_autoptr (RcpFetched) full = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (empty->bytes), ==, 0);
  zipped = fetch (fixture, "/gzip", NULL, &error);
  g_assert_no_error (error);
  assert_page (fixture, zipped, "/gzip");
  lie = fetch (fixture, "/not-gzip-at-all", NULL, &error);
  g_assert_no_error (error);
  assert_page (fixture, lie, "/not-gzip-at-all");
  full = fetch (fixture, "/just-small-enough", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (full->bytes), ==, CAP_BYTES);
}

static void
test_redirects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = fetch (fixture, "/redirect/10", NULL, &error);
  g_autoptr (RcpFetched) none = NULL;

  g_assert_no_error (error);
  assert_page (fixture, fetched, "/page");
  g_assert_cmpuint (fixture->n_requests, ==, 11);
  g_assert_cmpuint (fixture->n_connections, ==, 1);
  g_assert_false (fixture->told);

  none = fetch (fixture, "/redirect/11", NULL, &error);
  g_assert_null (none);
  g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_REDIRECT);
  g_assert_cmpuint (fixture->n_requests, ==, 11 + 11);

  /* What comes with a redirect is not waited for. */
  g_clear_error (&error);
  g_clear_pointer (&fetched, rcp_fetched_unref);
  fetched = fetch (fixture, "/endless-redirect", NULL, &error);
  g_assert_no_error (error);
  assert_page (fixture, fetched, "/page");
}

/* --- What fails ------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *path;
  int code;
} Failure;

static const Failure failures[] = {
  { "400", "/status/400", RCP_FETCH_ERROR_STATUS },
  { "401", "/status/401", RCP_FETCH_ERROR_DENIED },
  { "403", "/status/403", RCP_FETCH_ERROR_DENIED },
  { "404", "/status/404", RCP_FETCH_ERROR_NOT_FOUND },
  { "410", "/status/410", RCP_FETCH_ERROR_GONE },
  { "429", "/status/429", RCP_FETCH_ERROR_BUSY },
  { "500", "/status/500", RCP_FETCH_ERROR_SERVER },
  { "503", "/status/503", RCP_FETCH_ERROR_BUSY },
  { "not-asked-for-304", "/status/304", RCP_FETCH_ERROR_STATUS },
  { "redirect-loop", "/loop", RCP_FETCH_ERROR_REDIRECT },
  { "redirect-out-of-the-web", "/to-file", RCP_FETCH_ERROR_REDIRECT },
  { "redirect-without-location", "/nowhere", RCP_FETCH_ERROR_REDIRECT },
  { "cut-short", "/cut-short", RCP_FETCH_ERROR_CUT },
  { "cut-within-a-chunk", "/cut-chunk", RCP_FETCH_ERROR_CUT },
  { "not-http", "/not-http", RCP_FETCH_ERROR_STATUS },
  { "hangs-up", "/hangs-up", RCP_FETCH_ERROR_CUT },
  { "too-large", "/large", RCP_FETCH_ERROR_TOO_LARGE },
  { "gzip-bomb", "/bomb", RCP_FETCH_ERROR_TOO_LARGE },
  { "endless", "/endless", RCP_FETCH_ERROR_TOO_LARGE },
  { "silent", "/hang", RCP_FETCH_ERROR_TIMEOUT },
  { "drop-by-drop", "/drip", RCP_FETCH_ERROR_TIMEOUT },
};

/* Three times, which is more than the connections of a host: each must be given back. Then the server still answers. */
static void
test_failure (Fixture *fixture, gconstpointer data)
{
  const Failure *failure = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_clear_error (&error);
      fetched = fetch (fixture, failure->path, NULL, &error);
      g_assert_null (fetched);
      g_assert_error (error, RCP_FETCH_ERROR, failure->code);
      g_assert_cmpint (rcp_fetch_error_is_temporary (error), ==,
                       failure->code == RCP_FETCH_ERROR_TIMEOUT || failure->code == RCP_FETCH_ERROR_CUT
                           || failure->code == RCP_FETCH_ERROR_BUSY || failure->code == RCP_FETCH_ERROR_SERVER);
      g_assert_nonnull (strstr (error->message, "127.0.0.1"));
      g_assert_null (strstr (error->message, "secret"));
    }
  g_clear_error (&error);
  fetched = fetch (fixture, "/page", NULL, &error);
  g_assert_no_error (error);
  assert_page (fixture, fetched, "/page");
}

static void
test_no_address (gconstpointer data)
{
  g_autoptr (RcpFetcher) fetcher = rcp_fetcher_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch (fetcher, data, NULL, &error);

  g_assert_null (fetched);
  g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_ADDRESS);
}

static void
test_offline (void)
{
  g_autoptr (RcpFetcher) fetcher = rcp_fetcher_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = loopback_closed_address ();
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch (fetcher, uri, NULL, &error);

  g_assert_null (fetched);
  g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_OFFLINE);
}

/* --- Waiting ---------------------------------------------------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  const char *path;
  GCancellable *cancellable;
  GError *error;
} Call;

static gpointer
call_thread (gpointer data)
{
  Call *call = data;
  g_autoptr (RcpFetched) fetched = fetch (call->fixture, call->path, call->cancellable, &call->error);

  g_assert_true ((fetched == NULL) == (call->error != NULL));
  return NULL;
}

static void
wait_for_hanging (Fixture *fixture, guint n)
{
  gint64 until_us = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_mutex_lock (&fixture->lock);
  while (fixture->n_hanging < n)
    g_assert_true (g_cond_wait_until (&fixture->asked, &fixture->lock, until_us));
  g_mutex_unlock (&fixture->lock);
}

static void
patient_set_up (Fixture *fixture, gconstpointer data)
{
  set_up (fixture, data);
  g_object_unref (fixture->fetcher);
  fixture->fetcher = rcp_fetcher_new ();
}

/* Five pages of one host that never come: two are asked for, three wait their turn; all hear of it at once when the wait
 * is cancelled, and the host is there for others again. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RcpFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;
  Call calls[5];
  GThread *threads[G_N_ELEMENTS (calls)];
  gint64 cancelled_us;

  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      calls[i] = (Call){ fixture, "/hang", cancellable, NULL };
      threads[i] = g_thread_new ("call", call_thread, &calls[i]);
    }
  wait_for_hanging (fixture, 2);
  g_usleep (100 * 1000);
  cancelled_us = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_thread_join (threads[i]);
      g_assert_error (calls[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&calls[i].error);
    }
  g_assert_cmpint (g_get_monotonic_time () - cancelled_us, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (fixture->n_requests, ==, 2);

  fetched = fetch (fixture, "/page", cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  fetched = fetch (fixture, "/page", NULL, &error);
  g_assert_no_error (error);
  assert_page (fixture, fetched, "/page");
}

/* Waiting for other pages' connections is not counted against a server: the last of these has its turn only after the
 * time of those before it. */
static void
test_turns (Fixture *fixture, gconstpointer data)
{
  Call calls[6];
  GThread *threads[G_N_ELEMENTS (calls)];
  gint64 begun_us = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (calls) - 1; i++)
    {
      calls[i] = (Call){ fixture, "/hang", NULL, NULL };
      threads[i] = g_thread_new ("call", call_thread, &calls[i]);
    }
  wait_for_hanging (fixture, 2);
  calls[G_N_ELEMENTS (calls) - 1] = (Call){ fixture, "/page", NULL, NULL };
  threads[G_N_ELEMENTS (calls) - 1] = g_thread_new ("call", call_thread, &calls[G_N_ELEMENTS (calls) - 1]);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      g_thread_join (threads[i]);
      if (g_str_equal (calls[i].path, "/page"))
        g_assert_no_error (calls[i].error);
      else
        g_assert_error (calls[i].error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_TIMEOUT);
      g_clear_error (&calls[i].error);
    }
  g_assert_cmpuint (fixture->n_requests, ==, G_N_ELEMENTS (calls));
  /* Two rounds of two came before it. */
  g_assert_cmpint (g_get_monotonic_time () - begun_us, >=, 2 * IDLE_MS * G_GINT64_CONSTANT (1000));
}

static const char *const no_addresses[] = { "ftp://127.0.0.1/a", "file:///etc/hostname", "the ferry", "http://", "" };

int
main (int argc, char **argv)
{
  /* The proxy of whoever runs the tests is none of their business. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/fetcher/page", Fixture, NULL, set_up, test_page, tear_down);
  g_test_add ("/fetcher/bodies", Fixture, NULL, set_up, test_bodies, tear_down);
  g_test_add ("/fetcher/redirects", Fixture, NULL, set_up, test_redirects, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      g_autofree char *path = g_strconcat ("/fetcher/failure/", failures[i].name, NULL);

      g_test_add (path, Fixture, &failures[i], set_up, test_failure, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_addresses); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fetcher/no-address/%u", i);

      g_test_add_data_func (path, no_addresses[i], test_no_address);
    }
  g_test_add_func ("/fetcher/offline", test_offline);
  g_test_add ("/fetcher/cancel", Fixture, NULL, patient_set_up, test_cancel, tear_down);
  g_test_add ("/fetcher/turns", Fixture, NULL, set_up, test_turns, tear_down);
  return g_test_run ();
}
