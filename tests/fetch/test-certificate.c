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

static void
handler (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  g_atomic_int_inc ((int *) user_data);
  soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<p>Come in.", 11);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static void
test_self_signed (void)
{
  g_autoptr (RcpFetcher) fetcher = rcp_fetcher_new ();
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "fixtures", "tls", "self-signed.pem", NULL);
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (RcpFetched) fetched = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = NULL;
  LoopbackServer *web;
  int n_requests = 0;

  if (!g_tls_backend_supports_tls (g_tls_backend_get_default ()))
    {
      g_test_skip ("no TLS on this machine");
      return;
    }
  certificate = g_tls_certificate_new_from_file (file, &error);
  g_assert_no_error (error);
  web = loopback_server_start (handler, &n_requests, certificate);
  uri = g_strconcat (web->base, "/page", NULL);
  g_assert_true (g_str_has_prefix (uri, "https://"));
  fetched = rcp_fetcher_fetch (fetcher, uri, NULL, &error);
  g_assert_null (fetched);
  g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_CERTIFICATE);
  loopback_server_stop (web);
  /* Not even the path was told to a server that is not known. */
  g_assert_cmpint (n_requests, ==, 0);
}

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/self-signed", test_self_signed);
  return g_test_run ();
}
