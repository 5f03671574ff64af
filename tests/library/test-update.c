#include "config.h"

#include "library-fixture.h"
#include "loopback-server.h"
#include "rcp-starter-sources.h"
#include "rcp-updater.h"

/* Sources that are followed, against a server on this machine that keeps a log. */

#define STORY \
  "<p>The harbour ministry of Kenya signed a towing agreement with the port of Mombasa on 18 May 2019, the ministry said in " \
  "a statement that was read out on the quay to the crews of the tugs and to a few reporters.</p>" \
  "<p>Minister Amina Okoth said on 20 May 2019 that the tugs would return within a week, and that the crews would be paid for " \
  "the days on which they had stayed ashore. The union of the dockers welcomed the announcement.</p>"
#define MORE "<p>On 21 May 2019 the union called off the strike that it had planned for the end of the month, it announced.</p>"
#define OTHER \
  "<p>A ferry ran aground near Zanzibar on 3 June 2019, the coast guard said. All passengers were brought ashore by fishermen " \
  "from the village, who had seen the lights of the ship from the beach before dawn.</p>" \
  "<p>The owner of the ferry said on 4 June 2019 that divers would inspect the hull before it was towed to the yard.</p>"

typedef struct
{
  Fixture library;
  LoopbackServer *web;
  GMutex lock;
  GString *log; /* "PATH" or "PATH*" where it had a validator, each followed by a space */
  const char *feed;
  const char *etag;
  int page_status;
} WebFixture;

#define ITEM(guid, link, title, html) \
  "<item><guid>" guid "</guid><link>http://port.example/" link "</link><title>" title "</title>" \
  "<pubDate>Tue, 21 May 2019 10:00:00 GMT</pubDate><content:encoded><![CDATA[" html "]]></content:encoded></item>"
#define FEED(name, items) \
  "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>" name "</title>" items \
  "</channel></rss>"

static const char first_feed[]
    = FEED ("Quay Gazette", ITEM ("2", "ferry", "A ferry aground", OTHER) ITEM ("1", "tugs", "The tugs return", STORY));
static const char edited_feed[] = FEED ("Quay Gazette", ITEM ("1", "tugs", "The tugs return", STORY MORE));
static const char other_feed[] = FEED ("Harbour Wire", ITEM ("x", "tugs", "The tugs return", STORY));

static void
handler (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer user_data)
{
  WebFixture *fixture = user_data;
  SoupMessageHeaders *asked = soup_server_message_get_request_headers (message);
  SoupMessageHeaders *answer = soup_server_message_get_response_headers (message);
  const char *validator = soup_message_headers_get_one (asked, "If-None-Match");
  const char *text = fixture->feed;

  g_mutex_lock (&fixture->lock);
  g_string_append_printf (fixture->log, "%s%s ", path, validator ? "*" : "");
  g_mutex_unlock (&fixture->lock);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  if (g_str_equal (path, "/moved"))
    soup_server_message_set_redirect (message, SOUP_STATUS_MOVED_PERMANENTLY, "/feed");
  else if (g_str_equal (path, "/elsewhere"))
    soup_server_message_set_redirect (message, SOUP_STATUS_FOUND, "/feed");
  else if (g_str_equal (path, "/gone"))
    soup_server_message_set_status (message, SOUP_STATUS_GONE, NULL);
  else if (g_str_equal (path, "/busy"))
    {
      soup_server_message_set_status (message, SOUP_STATUS_SERVICE_UNAVAILABLE, NULL);
      soup_message_headers_append (answer, "Retry-After", "600");
    }
  else if (g_str_equal (path, "/site"))
    {
      text = "<!DOCTYPE html><html><head><title>Gazette</title><link rel=\"alternate\" type=\"application/rss+xml\" "
             "href=\"/feed\"></head><body><p>News</p></body></html>";
      soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, text, strlen (text));
      return;
    }
  else if (g_str_equal (path, "/page"))
    {
      text = "<!DOCTYPE html><html lang=\"en\"><head><title>The tugs return</title></head><body><article><h1>The tugs return"
             "</h1>" STORY MORE "</article></body></html>";
      soup_server_message_set_status (message, fixture->page_status, NULL);
      soup_server_message_set_response (message, "text/html", SOUP_MEMORY_COPY, text, strlen (text));
      return;
    }
  else
    {
      if (g_str_equal (path, "/other"))
        text = other_feed;
      if (fixture->etag != NULL && g_strcmp0 (validator, fixture->etag) == 0)
        {
          soup_server_message_set_status (message, SOUP_STATUS_NOT_MODIFIED, NULL);
          return;
        }
      if (fixture->etag != NULL)
        soup_message_headers_append (answer, "ETag", fixture->etag);
      soup_server_message_set_response (message, "application/rss+xml", SOUP_MEMORY_COPY, text, strlen (text));
    }
}

static void
set_up (WebFixture *fixture, gconstpointer data)
{
  fixture_set_up (&fixture->library, data);
  g_mutex_init (&fixture->lock);
  fixture->log = g_string_new (NULL);
  fixture->feed = first_feed;
  fixture->page_status = SOUP_STATUS_OK;
  fixture->web = loopback_server_start (handler, fixture, NULL);
}

static void
tear_down (WebFixture *fixture, gconstpointer data)
{
  loopback_server_stop (fixture->web);
  fixture_tear_down (&fixture->library, data);
  g_string_free (fixture->log, TRUE);
  g_mutex_clear (&fixture->lock);
}

static gint64
add (WebFixture *fixture, const char *path, const char *property, const char *value)
{
  g_autofree char *uri = path[0] == '/' ? g_strconcat (fixture->web->base, path, NULL) : g_strdup (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpSource) source
      = g_object_new (RCP_TYPE_SOURCE, "kind", path[0] == '/' ? RCP_SOURCE_FEED : RCP_SOURCE_FOLDER, "uri", uri,
                      "interval-s", 3600, property ? property : "etag", value, NULL);

  rcp_library_save_source (fixture->library.library, source, NULL, &error);
  g_assert_no_error (error);
  return rcp_library_get_last_id (fixture->library.library);
}

/* What came of an update, as "added updated failed". */
static void
update (WebFixture *fixture, const char *expected)
{
  g_autoptr (RcpUpdate) update = rcp_library_update (fixture->library.library, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_true (rcp_update_wait (update, &error));
  g_assert_no_error (error);
  found = g_strdup_printf ("%u %u %u", rcp_update_get_n_added (update), rcp_update_get_n_updated (update),
                           rcp_update_get_n_failed (update));
  g_assert_cmpstr (found, ==, expected);
  g_assert_null (rcp_library_get_update (fixture->library.library));
}

static RcpSource *
load_source (WebFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) sources = rcp_library_list_sources (fixture->library.library, 0, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RcpSource) source = g_list_model_get_item (sources, i);

      if (rcp_source_get_id (source) == id)
        return g_steal_pointer (&source);
    }
  return NULL;
}

static guint
count_articles (WebFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) articles = rcp_library_list_articles (fixture->library.library, 0, NULL, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (articles);
}

/* An edited entry is a version of its article; one that the feed drops stays. */
static void
test_versions (WebFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = add (fixture, "/feed", NULL, NULL);
  g_autoptr (RcpSource) source = NULL;
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RcpArticle) article = NULL;

  update (fixture, "2 0 0");
  fixture->feed = edited_feed;
  update (fixture, "0 1 0");
  update (fixture, "0 0 0");
  source = load_source (fixture, id);
  g_assert_cmpstr (rcp_source_get_title (source), ==, "Quay Gazette");
  g_assert_cmpuint (rcp_source_get_n_articles (source), ==, 2);
  articles = rcp_library_list_articles (fixture->library.library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 2);
  article = g_list_model_get_item (articles, 0);
  g_assert_cmpstr (rcp_article_get_outlet (article), ==, "Quay Gazette");
}

/* Validators hold from the first answer on, and after the library was opened anew. */
static void
test_not_modified (WebFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->etag = "\"one\"";
  add (fixture, "/feed", NULL, NULL);
  update (fixture, "2 0 0");
  g_clear_object (&fixture->library.library);
  fixture->library.library = rcp_library_open (fixture->library.path, NULL, &error);
  g_assert_no_error (error);
  update (fixture, "0 0 0");
  g_assert_cmpstr (fixture->log->str, ==, "/feed /feed* ");
}

static void
test_moves (WebFixture *fixture, gconstpointer data)
{
  gint64 away = add (fixture, "/elsewhere", NULL, NULL), id;
  g_autoptr (RcpSource) moved = NULL, same = NULL;

  update (fixture, "2 0 0");
  id = add (fixture, "/moved", NULL, NULL);
  update (fixture, "0 0 0");
  moved = load_source (fixture, id);
  same = load_source (fixture, away);
  g_assert_true (g_str_has_suffix (rcp_source_get_uri (moved), "/feed"));
  g_assert_true (g_str_has_suffix (rcp_source_get_uri (same), "/elsewhere"));
}

/* Of a site, the feed that its page states is followed from then on. */
static void
test_site (WebFixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/site", NULL, NULL);
  g_autoptr (RcpSource) source = NULL;

  update (fixture, "2 0 0");
  source = load_source (fixture, id);
  g_assert_true (g_str_has_suffix (rcp_source_get_uri (source), "/feed"));
  g_assert_cmpstr (fixture->log->str, ==, "/site /feed ");
}

/* A source that fails stops no other, and says why; one that is gone is asked no more, one that is busy not before its
 * time. */
static void
test_failures (WebFixture *fixture, gconstpointer data)
{
  gint64 gone = add (fixture, "/gone", NULL, NULL), busy = add (fixture, "/busy", NULL, NULL);
  g_autoptr (RcpSource) one = NULL, other = NULL;

  add (fixture, "/feed", NULL, NULL);
  update (fixture, "2 0 2");
  one = load_source (fixture, gone);
  other = load_source (fixture, busy);
  g_assert_true (rcp_source_get_retired (one));
  g_assert_nonnull (rcp_source_get_last_error (one));
  g_assert_false (rcp_source_get_retired (other));
  g_assert_cmpuint (rcp_source_get_n_failures (other), ==, 1);
  g_assert_cmpint (rcp_source_get_retry_after_us (other), ==, NOW_US + 600 * G_USEC_PER_SEC);
  g_string_truncate (fixture->log, 0);
  update (fixture, "0 0 1");
  g_assert_cmpstr (fixture->log->str, ==, "/feed ");
}

/* One article that two sources bring is one article, and came by both. */
static void
test_two_ways (WebFixture *fixture, gconstpointer data)
{
  gint64 first = add (fixture, "/feed", NULL, NULL), second = add (fixture, "/other", NULL, NULL);
  g_autoptr (RcpSource) one = NULL, other = NULL;

  update (fixture, "2 0 0");
  one = load_source (fixture, first);
  other = load_source (fixture, second);
  g_assert_cmpuint (rcp_source_get_n_articles (one), ==, 2);
  g_assert_cmpuint (rcp_source_get_n_articles (other), ==, 1);
  g_assert_cmpuint (count_articles (fixture), ==, 2);
}

static void
test_words (WebFixture *fixture, gconstpointer data)
{
  add (fixture, "/feed", data, "Zanzibar, nobody");
  update (fixture, "1 0 0");
  update (fixture, "0 0 0");
  g_assert_cmpuint (count_articles (fixture), ==, 1);
}

/* Nobody is pinned: nobody can be mentioned. */
static void
test_only_pinned (WebFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *uri = g_strconcat (fixture->web->base, "/feed", NULL);
  g_autoptr (RcpSource) source
      = g_object_new (RCP_TYPE_SOURCE, "kind", RCP_SOURCE_FEED, "uri", uri, "only-pinned", TRUE, NULL);

  g_assert_true (rcp_library_save_source (fixture->library.library, source, NULL, &error));
  update (fixture, "0 0 0");
}

/* The page has what the feed only sums up; where it does not answer, the summary stays for later, and has to do at last. */
static void
test_full_page (WebFixture *fixture, gconstpointer data)
{
  int status = GPOINTER_TO_INT (data);
  g_autofree char *feed = g_strdup_printf (
      "<rss version=\"2.0\"><channel><title>Quay Gazette</title><item><title>The tugs return</title><link>%s/page</link>"
      "<description>The ministry signed an agreement with the port of Mombasa on 18 May 2019, it said…</description></item>"
      "</channel></rss>",
      fixture->web->base);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (RcpArticleDetail) detail = NULL;

  fixture->feed = feed;
  fixture->page_status = status;
  add (fixture, "/feed", NULL, NULL);
  if (status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    for (guint i = 0; i < 2; i++)
      {
        update (fixture, "0 0 0");
        g_assert_cmpuint (count_articles (fixture), ==, 0);
        rcp_clock_set_now_us (NOW_US + (i + 1) * G_GINT64_CONSTANT (7200) * G_USEC_PER_SEC);
      }
  update (fixture, "1 0 0");
  articles = rcp_library_list_articles (fixture->library.library, 0, NULL, &error);
  article = g_list_model_get_item (articles, 0);
  detail = rcp_library_load_article (fixture->library.library, rcp_article_get_id (article), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (strstr (rcp_article_detail_get_text (detail), "called off the strike") != NULL, ==,
                   status == SOUP_STATUS_OK);
  g_assert_cmpstr (rcp_article_get_outlet (article), ==, "Quay Gazette");
}

static void
test_folder (WebFixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (&fixture->library, "watched/a.txt", "The tugs return\n\nThe ministry of Kenya signed an "
                                      "agreement with the port of Mombasa on 18 May 2019, it said.\n");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *second = NULL;

  add (fixture, uri, NULL, NULL);
  update (fixture, "1 0 0");
  second = write_file (&fixture->library, "watched/b.txt", "A ferry aground\n\nA ferry ran aground near Zanzibar on 3 June "
                       "2019, the coast guard said.\n");
  update (fixture, "1 0 0");
  g_free (write_file (&fixture->library, "watched/b.txt", "A ferry aground\n\nA ferry ran aground near Zanzibar on 3 June "
                      "2019, the coast guard said. Nobody was hurt, it added.\n"));
  update (fixture, "0 1 0");
}

/* What was cancelled goes on with the next update. */
static void
test_cancel (WebFixture *fixture, gconstpointer data)
{
  g_autoptr (RcpUpdate) first = NULL;
  g_autoptr (GError) error = NULL;

  add (fixture, "/feed", NULL, NULL);
  first = rcp_library_update (fixture->library.library, NULL, 0);
  rcp_update_cancel (first);
  g_assert_false (rcp_update_wait (first, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  update (fixture, "2 0 0");
}

/* A removed source is asked no more; its articles stay, and it comes back with what it brought. */
static void
test_remove (WebFixture *fixture, gconstpointer data)
{
  gint64 id = add (fixture, "/feed", NULL, NULL);
  g_autoptr (GError) error = NULL;

  update (fixture, "2 0 0");
  g_assert_true (rcp_library_remove_source (fixture->library.library, id, NULL, &error));
  g_assert_null (load_source (fixture, id));
  g_assert_cmpuint (count_articles (fixture), ==, 2);
  g_assert_true (rcp_library_undo (fixture->library.library, 0, NULL, &error));
  update (fixture, "0 0 0");
  g_assert_true (rcp_library_remove_source (fixture->library.library, id, NULL, &error));
  g_assert_cmpint (add (fixture, "/feed", NULL, NULL), ==, id);
  update (fixture, "0 0 0");
}

static void
updated_cb (RcpLibrary *library, RcpUpdate *update, char **sum)
{
  g_free (*sum);
  *sum = rcp_update_dup_sum (update);
}

/* Sources are asked by themselves when they are due, and not before. */
static void
test_scheduled (WebFixture *fixture, gconstpointer data)
{
  static const struct
  {
    gint64 hours;
    guint n_asked;
  } rows[] = { { 0, 1 }, { 0, 0 }, { 2, 1 }, { 2, 0 } };
  RcpLibrary *library = fixture->library.library;
  g_autoptr (RcpUpdater) updater = rcp_updater_new (library);
  g_autofree char *sum = NULL;

  g_signal_connect (library, "updated", G_CALLBACK (updated_cb), &sum);
  add (fixture, "/feed", NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 now_us = NOW_US + rows[i].hours * 3600 * G_USEC_PER_SEC;
      g_autoptr (GError) error = NULL;
      g_autoptr (GListModel) sources = rcp_library_list_sources (library, 0, NULL, &error);
      g_autoptr (RcpUpdate) update = NULL;

      g_assert_no_error (error);
      rcp_clock_set_now_us (now_us);
      g_assert_cmpuint (rcp_updater_look (updater, sources, now_us), ==, rows[i].n_asked);
      update = rcp_library_get_update (library) ? g_object_ref (rcp_library_get_update (library)) : NULL;
      g_assert_cmpint (update != NULL, ==, rows[i].n_asked > 0);
      if (update != NULL)
        g_assert_true (rcp_update_wait (update, NULL));
      if (i == 0)
        g_assert_true (g_str_has_prefix (sum, "2 new articles, "));
    }
  g_signal_handlers_disconnect_by_data (library, &sum);
}

/* What is closed while sources are asked leaves nothing behind. */
static void
test_close (WebFixture *fixture, gconstpointer data)
{
  g_autoptr (RcpUpdate) running = NULL;

  add (fixture, "/feed", NULL, NULL);
  rcp_library_set_scheduled_updates (fixture->library.library, TRUE);
  running = rcp_library_update (fixture->library.library, NULL, 0);
  rcp_library_close (fixture->library.library);
  g_assert_true (rcp_update_get_finished (running));
}

static void
test_starter_list (void)
{
  g_autoptr (GPtrArray) list = rcp_starter_sources_list ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_french = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const RcpStarterSource *source = list->pdata[i];
      g_autoptr (GUri) uri = g_uri_parse (source->uri, G_URI_FLAGS_NONE, NULL);

      g_assert_nonnull (uri);
      g_assert_cmpstr (g_uri_get_scheme (uri), ==, "https");
      g_assert_true (g_hash_table_add (seen, source->uri));
      g_assert_true (g_str_equal (source->language, "fr") || g_str_equal (source->language, "en"));
      g_assert_true (g_str_equal (source->region, "africa") || g_str_equal (source->region, "world"));
      n_french += g_str_equal (source->language, "fr");
    }
  g_assert_cmpuint (n_french, >=, 5);
  g_assert_cmpuint (list->len - n_french, >=, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, func) g_test_add ("/update/" name, WebFixture, data, set_up, func, tear_down)
  ADD ("versions", NULL, test_versions);
  ADD ("not-modified", NULL, test_not_modified);
  ADD ("moves", NULL, test_moves);
  ADD ("site", NULL, test_site);
  ADD ("failures", NULL, test_failures);
  ADD ("two-ways", NULL, test_two_ways);
  ADD ("include-words", "include-words", test_words);
  ADD ("exclude-words", "exclude-words", test_words);
  ADD ("only-pinned", NULL, test_only_pinned);
  ADD ("full-page", GINT_TO_POINTER (SOUP_STATUS_OK), test_full_page);
  ADD ("no-page", GINT_TO_POINTER (SOUP_STATUS_NOT_FOUND), test_full_page);
  ADD ("page-later", GINT_TO_POINTER (SOUP_STATUS_SERVICE_UNAVAILABLE), test_full_page);
  ADD ("folder", NULL, test_folder);
  ADD ("cancel", NULL, test_cancel);
  ADD ("remove", NULL, test_remove);
  ADD ("scheduled", NULL, test_scheduled);
  g_test_add_func ("/update/starter-list", test_starter_list);
  ADD ("close", NULL, test_close);
  return g_test_run ();
}
