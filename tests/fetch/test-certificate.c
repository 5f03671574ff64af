#include "config.h"

#include "loopback-server.h"

#include "rcp-fetcher.h"

/* A server whose certificate nobody vouches for. A program of its own, because looking for leaks after the TLS library has
 * been loaded crashes the leak checker of gcc 12: it follows a stale pointer to the thread-local storage of the module. */
#ifdef __SANITIZE_ADDRESS__
int __lsan_is_turned_off (void);

int
__lsan_is_turned_off (void)
{
  return 1;
}
#endif

typedef struct
{
  GMutex lock;
  int n_requests;
  int n_http2;
  int n_brotli; /* asked for */
  GHashTable *connections; /* remote address and port */
} Asked;

static void
handler (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  Asked *asked = user_data;
  const char *packings
      = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Accept-Encoding");

  g_mutex_lock (&asked->lock);
  asked->n_requests++;
  asked->n_http2 += soup_server_message_get_http_version (message) == SOUP_HTTP_2_0;
  asked->n_brotli += packings != NULL && strstr (packings, "br") != NULL;
  g_hash_table_add (asked->connections, g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (
                                            soup_server_message_get_remote_address (message))));
  g_mutex_unlock (&asked->lock);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<p>Come in.", 11);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

typedef struct
{
  GTlsCertificate *certificate;
  LoopbackServer *web;
  Asked asked;
  char *file;
  char *uri;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("no TLS on this machine");
      return;
    }
  fixture->file = g_test_build_filename (G_TEST_DIST, "fixtures", "tls", "self-signed.pem", NULL);
  fixture->certificate = g_tls_certificate_new_from_file (fixture->file, &error);
  g_assert_no_error (error);
  g_mutex_init (&fixture->asked.lock);
  fixture->asked.connections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->web = loopback_server_start (handler, &fixture->asked, fixture->certificate);
  fixture->uri = g_strconcat (fixture->web->base, "/page", NULL);
  g_assert_true (g_str_has_prefix (fixture->uri, "https://"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->web == NULL)
    return;
  loopback_server_stop (fixture->web);
  g_hash_table_unref (fixture->asked.connections);
  g_mutex_clear (&fixture->asked.lock);
  g_object_unref (fixture->certificate);
  g_free (fixture->file);
  g_free (fixture->uri);
}

static void
test_self_signed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpFetcher) fetcher = rcp_fetcher_new ();
  g_autoptr (RcpFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;

  if (fixture->web == NULL)
    return;
  fetched = rcp_fetcher_fetch (fetcher, fixture->uri, NULL, &error);
  g_assert_null (fetched);
  g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_CERTIFICATE);
  g_assert_false (rcp_fetch_error_is_temporary (error));
  /* Not even the path was told to a server that is not known. */
  g_assert_cmpint (fixture->asked.n_requests, ==, 0);
}

typedef struct
{
  Fixture *fixture;
  guint n_left;
} Round;

static void
fetched_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Round *round = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_finish (RCP_FETCHER (object), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (fetched->bytes), ==, 11);
  round->n_left--;
}

/* Somebody vouches for it: then HTTP/2 is spoken, by one connection for all, and brotli is asked for. */
static void
test_trusted (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (RcpFetcher) fetcher = NULL;
  g_autoptr (GError) error = NULL;
  Round round = { fixture, 20 };

  if (fixture->web == NULL)
    return;
  database = g_tls_file_database_new (fixture->file, &error);
  g_assert_no_error (error);
  fetcher = g_object_new (RCP_TYPE_FETCHER, "tls-database", database, "max-bytes", (guint64) 1000, NULL);
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (RcpFetchRequest) request = rcp_fetch_request_new (fixture->uri);

      rcp_fetcher_fetch_async (fetcher, request, NULL, fetched_cb, &round);
    }
  while (round.n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (fixture->asked.n_requests, ==, 20);
  g_assert_cmpint (fixture->asked.n_brotli, ==, 20);
  g_assert_cmpint (fixture->asked.n_http2, ==, 20);
  g_assert_cmpuint (g_hash_table_size (fixture->asked.connections), ==, 1);
}

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  /* What libsoup wants to be told before its server speaks HTTP/2. */
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/certificate/self-signed", Fixture, NULL, set_up, test_self_signed, tear_down);
  g_test_add ("/certificate/trusted", Fixture, NULL, set_up, test_trusted, tear_down);
  return g_test_run ();
}
