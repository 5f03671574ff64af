#include "config.h"

#include "library-fixture.h"
#include "loopback-server.h"

/* Addresses of the web among the files of an import. The web is a server on this machine. */

typedef struct
{
  Fixture library;
  LoopbackServer *web;
  int n_requests;
} WebFixture;

static void
respond (SoupServerMessage *message, const char *content_type, const char *text)
{
  soup_server_message_set_response (message, content_type, SOUP_MEMORY_STATIC, text, strlen (text));
}

static void
handler (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  WebFixture *fixture = user_data;

  g_atomic_int_inc (&fixture->n_requests);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_equal (path, "/port/accord"))
    respond (message, "text/html; charset=utf-8", article_harbour);
  else if (g_str_equal (path, "/short"))
    soup_server_message_set_redirect (message, SOUP_STATUS_MOVED_PERMANENTLY, "/port/accord");
  else if (g_str_equal (path, "/latin"))
    respond (message, "text/plain; charset=windows-1252",
             "Gr\xe8ve au port\n\nLes dockers de Mombasa ont cess\xe9 le travail le 18 mai 2019, a dit un syndicat.\n");
  else if (g_str_equal (path, "/photo.html"))
    respond (message, "image/png", "\x89PNG\r\n");
  else if (g_str_equal (path, "/canonical"))
    respond (message, "text/html",
             "<!DOCTYPE html><html lang=\"en\"><head><title>A ferry returns</title>"
             "<link rel=\"canonical\" href=\"https://ledger.example/ferry\"></head><body><article><h1>A ferry returns</h1>"
             "<p>The ferry between Mombasa and Zanzibar resumed on 3 June 2019, its owner said on the quay.</p>"
             "</article></body></html>");
  else if (g_str_equal (path, "/hang"))
    soup_server_message_pause (message);
  else
    {
      respond (message, "text/html", article_relais);
      soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
    }
}

static void
set_up (WebFixture *fixture, gconstpointer data)
{
  fixture_set_up (&fixture->library, data);
  fixture->web = loopback_server_start (handler, fixture, NULL);
}

static void
tear_down (WebFixture *fixture, gconstpointer data)
{
  fixture_tear_down (&fixture->library, data);
  loopback_server_stop (fixture->web);
}

/* @arguments: paths, addresses, and "/…" for what stands on the server. */
static RcpImport *
import (WebFixture *fixture, const char *const *arguments)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; arguments[i] != NULL; i++)
    {
      gboolean on_server = arguments[i][0] == '/' && !g_str_has_prefix (arguments[i], fixture->library.folder);
      g_autofree char *argument
          = on_server ? g_strconcat (fixture->web->base, arguments[i], NULL) : g_strdup (arguments[i]);
      /* As the command line does. */
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (argument);

      g_list_store_append (files, file);
    }
  return rcp_library_import_files (fixture->library.library, G_LIST_MODEL (files), 0);
}

static RcpArticle *
import_one (WebFixture *fixture, const char *path)
{
  const char *const arguments[] = { path, NULL };
  g_autoptr (RcpImport) running = import (fixture, arguments);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) articles = NULL;

  g_assert_true (rcp_import_wait (running, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (running), ==, 1);
  articles = rcp_library_list_articles (fixture->library.library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
  return g_list_model_get_item (articles, 0);
}

static void
test_page (WebFixture *fixture, gconstpointer data)
{
  const char *path = data;
  g_autoptr (RcpArticle) article = import_one (fixture, path);
  g_autofree char *uri = g_strconcat (fixture->web->base, "/port/accord", NULL);

  g_assert_cmpstr (rcp_article_get_uri (article), ==, uri);
  g_assert_cmpstr (rcp_article_get_title (article), ==, "Kenya and Norway sign a port accord");
}

static void
test_canonical (WebFixture *fixture, gconstpointer data)
{
  g_autoptr (RcpArticle) article = import_one (fixture, "/canonical");

  g_assert_cmpstr (rcp_article_get_uri (article), ==, "https://ledger.example/ferry");
}

static void
test_charset_of_server (WebFixture *fixture, gconstpointer data)
{
  g_autoptr (RcpArticle) article = import_one (fixture, "/latin?q=a/b");

  g_assert_cmpstr (rcp_article_get_title (article), ==, "Grève au port");
}

/* Each failure has its sentence, in the order of what was given; what can be read is read. */
static void
test_failures (WebFixture *fixture, gconstpointer data)
{
  g_autofree char *file = write_file (&fixture->library, "inland.txt", article_inland);
  g_autofree char *closed = loopback_closed_address ();
  const char *const arguments[] = { "/gone-missing", file, closed, "http://", "/photo.html", "ftp://127.0.0.1/a",
                                    "/port/accord", NULL };
  static const struct
  {
    const char *name;
    GQuark (*domain) (void);
    int code;
  } expected[] = {
    { "/gone-missing", rcp_fetch_error_quark, RCP_FETCH_ERROR_NOT_FOUND },
    { "127.0.0.1", rcp_fetch_error_quark, RCP_FETCH_ERROR_OFFLINE },
    { "http:", rcp_fetch_error_quark, RCP_FETCH_ERROR_ADDRESS },
    { "/photo.html", rcp_import_error_quark, RCP_IMPORT_ERROR_UNSUPPORTED },
    { "ftp://127.0.0.1/a", rcp_fetch_error_quark, RCP_FETCH_ERROR_ADDRESS },
  };
  g_autoptr (RcpImport) running = import (fixture, arguments);
  g_autoptr (GError) error = NULL;
  GListModel *failures = rcp_import_get_failures (running);

  g_assert_true (rcp_import_wait (running, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_found (running), ==, 7);
  g_assert_cmpuint (rcp_import_get_n_done (running), ==, 7);
  g_assert_cmpuint (rcp_import_get_n_added (running), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (failures), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (RcpImportFailure) failure = g_list_model_get_item (failures, i);
      g_autoptr (GError) said = g_error_new_literal (expected[i].domain (), expected[i].code, "");
      g_autofree char *sentence = rcp_error_describe (said);

      g_assert_nonnull (strstr (rcp_import_failure_get_name (failure), expected[i].name));
      g_assert_cmpstr (rcp_import_failure_get_reason (failure), ==, sentence);
    }
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library.library, 0, NULL, NULL)), ==, 2);
}

/* The words of the password are nobody else's. */
static void
test_password (WebFixture *fixture, gconstpointer data)
{
  g_autofree char *uri = g_strdup_printf ("http://me:secret@%s/port/accord", fixture->web->base + strlen ("http://"));
  g_autoptr (RcpArticle) article = import_one (fixture, uri);

  g_assert_null (strstr (rcp_article_get_uri (article), "secret"));
}

static void
test_same_twice (WebFixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { "/port/accord", "/short", NULL };
  g_autoptr (RcpImport) running = import (fixture, arguments);
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_import_wait (running, &error));
  g_assert_cmpuint (rcp_import_get_n_added (running), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_import_get_failures (running)), ==, 1);
}

static void
test_cancel (WebFixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { "/hang", NULL };
  g_autoptr (RcpImport) running = import (fixture, arguments);
  g_autoptr (GError) error = NULL;
  gint64 cancelled_us;

  wait_until (g_atomic_int_get (&fixture->n_requests) > 0 || (g_usleep (1000), FALSE));
  cancelled_us = g_get_monotonic_time ();
  rcp_import_cancel (running);
  g_assert_false (rcp_import_wait (running, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_get_monotonic_time () - cancelled_us, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_import_get_failures (running)), ==, 0);
}

/* Closing the library does not wait for a server that says nothing. */
static void
test_close_while_waiting (WebFixture *fixture, gconstpointer data)
{
  const char *const arguments[] = { "/hang", NULL };
  g_autoptr (RcpImport) running = import (fixture, arguments);
  gint64 closed_us;

  wait_until (g_atomic_int_get (&fixture->n_requests) > 0 || (g_usleep (1000), FALSE));
  closed_us = g_get_monotonic_time ();
  rcp_library_close (fixture->library.library);
  g_assert_cmpint (g_get_monotonic_time () - closed_us, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_PROXY_RESOLVER", "dummy", TRUE);
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, test) g_test_add ("/import-address/" path, WebFixture, data, set_up, test, tear_down)
  ADD ("page", "/port/accord", test_page);
  ADD ("redirected-page", "/short", test_page);
  ADD ("canonical", NULL, test_canonical);
  ADD ("charset-of-server", NULL, test_charset_of_server);
  ADD ("failures", NULL, test_failures);
  ADD ("password", NULL, test_password);
  ADD ("same-twice", NULL, test_same_twice);
  ADD ("cancel", NULL, test_cancel);
  ADD ("close-while-waiting", NULL, test_close_while_waiting);
  return g_test_run ();
}
