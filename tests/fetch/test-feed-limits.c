#include "config.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-feed-reader.h"

/* Input that is made, or has happened, to break a reader: an error in words or a feed, in bounded time. */

/* Generous, for sanitizers on a busy machine: quadratic time takes minutes on these. */
#define MAX_SECONDS 20

typedef struct
{
  const char *name;
  const char *before;
  const char *again; /* so often … */
  guint n;
  const char *after;
  int code; /* -1: a feed */
} Row;

static const Row rows[] = {
  { "empty", "", "", 0, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "blank", " \n", " ", 10, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "plain-text", "The harbour of Mombasa", "", 0, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "web-page", "<!DOCTYPE html><html><head><title>A</title></head><body><p>B<br>C</body></html>", "", 0, "", RCP_FETCH_ERROR_WEB_PAGE },
  { "web-page-without-html", "<!doctype html><title>A</title><p>B", "", 0, "", RCP_FETCH_ERROR_WEB_PAGE },
  { "another-xml", "<opml version='2.0'><body/></opml>", "", 0, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "another-json", "{\"a\":1}", "", 0, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "broken-json", "{\"items\":[", "", 0, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "feed-without-entries", "<rss><channel><title>A</title></channel></rss>", "", 0, "", -1 },
  { "nested-elements", "<rss><channel>", "<a>", 100000, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "nested-json", "{\"items\":", "[", 100000, "", RCP_FETCH_ERROR_NOT_A_FEED },
  { "nested-html", "<rss><channel><item><description>", "&lt;div>", 100000, "</description></item></channel></rss>", -1 },
  { "one-tag-of-40-mb", "<rss><channel><item>", "<title/>", 5 * 1024 * 1024, "", RCP_FETCH_ERROR_TOO_LARGE },
  { "one-tag-of-20-mb", "<rss><channel><item>", "<title/>", 20 * 1024 * 1024 / 8, "", RCP_FETCH_ERROR_TOO_LARGE },
  { "long-attribute", "<rss><channel><item><title x='", "a", 4 * 1024 * 1024, "'>A</title></item></channel></rss>", -1 },
  { "attribute-never-closed", "<rss><channel><item>", "<a b='>", 100000, "</item></channel></rss>", RCP_FETCH_ERROR_NOT_A_FEED },
  { "comments-never-closed", "<rss><channel><item>", "<!-- \n", 300000, "</item></channel></rss>", -1 },
  { "comments-in-html-never-closed", "<rss><channel><item><description>", "&lt;!-- >", 300000, "</description></item></channel></rss>", -1 },
  { "scripts-never-closed", "<rss><channel><item><description>", "&lt;script>&lt;/", 300000, "</description></item></channel></rss>", -1 },
  { "less-than-signs", "<rss><channel><item><title>", "<", 300000, "</title></item></channel></rss>", -1 },
  { "ampersands", "<rss><channel><item><title>", "&", 1000000, "</title></item></channel></rss>", -1 },
  { "ends-without-start", "<rss><channel><item>", "</a>", 1000000, "</item></channel></rss>", -1 },
  { "items-never-closed", "<rss><channel>", "<item><title>A", 50000, "", -1 },
  { "namespaces", "<rss><channel><item>", "<a xmlns:b='c'>", 900, "", -1 },
  { "entity-bomb",
    "<!DOCTYPE rss [<!ENTITY a0 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'><!ENTITY a1 '&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;&a0;'>"
    "<!ENTITY a2 '&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;&a1;'><!ENTITY a3 '&a2;&a2;&a2;&a2;&a2;&a2;&a2;&a2;&a2;&a2;'>"
    "<!ENTITY a4 '&a3;&a3;&a3;&a3;&a3;&a3;&a3;&a3;&a3;&a3;'>]><rss><channel><item><title>",
    "&a4;", 100000, "</title></item></channel></rss>", -1 },
  { "entity-that-is-large",
    "<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>]>"
    "<rss><channel><item><title>",
    "&a;", 1000000, "</title></item></channel></rss>", -1 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  GString *text = g_string_new (row->before);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFeed) feed = NULL;
  gint64 start_us;

  for (guint i = 0; i < row->n; i++)
    g_string_append (text, row->again);
  g_string_append (text, row->after);
  bytes = g_string_free_to_bytes (text);
  start_us = g_get_monotonic_time ();
  feed = rcp_feed_read (bytes, NULL, NULL, &error);
  g_assert_cmpint ((g_get_monotonic_time () - start_us) / G_TIME_SPAN_SECOND, <, MAX_SECONDS);
  if (row->code < 0)
    {
      g_assert_no_error (error);
      g_assert_nonnull (feed);
      /* Nothing that was put in grows to more than a few times itself. */
      for (guint i = 0; i < feed->entries->len; i++)
        {
          const RcpFeedEntry *entry = feed->entries->pdata[i];

          g_assert_cmpuint (entry->title ? strlen (entry->title) : 0, <, g_bytes_get_size (bytes) * 6 + 8 * 1024 * 1024);
        }
      return;
    }
  g_assert_null (feed);
  g_assert_error (error, RCP_FETCH_ERROR, row->code);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/feed-limits/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
