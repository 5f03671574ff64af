#include "config.h"

#include "rcp-feed-reader.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-feed-markup-private.h"

static gboolean
is_sitemap (const RcpFeedTree *tree)
{
  return tree->root != NULL && (strcmp (tree->root->name, "urlset") == 0 || strcmp (tree->root->name, "sitemapindex") == 0);
}

/* A page need not hold an "html" element to be one. */
static gboolean
is_web_page (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return g_ascii_strncasecmp (text, "<!doctype html", 14) == 0 || g_ascii_strncasecmp (text, "<html", 5) == 0;
}

/**
 * rcp_feed_read:
 * @bytes: what was fetched, unpacked
 * @content_type: (nullable): the media type that the server says, with its "charset"; only that counts, servers often give
 *   feeds another type
 * @uri: (nullable): the address it came from, that relative ones in it start from
 * @error: %RCP_FETCH_ERROR_NOT_A_FEED; %RCP_FETCH_ERROR_WEB_PAGE, in which feeds may be looked for with
 *   rcp_feed_finder_list(); %RCP_FETCH_ERROR_TOO_LARGE
 *
 * Reads a feed: RSS of every version, RSS in RDF, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, CDF, or a sitemap. What is not
 * well-formed is read as far as it goes, and is_damaged says so. Nothing is fetched. Time grows with the bytes, and depth,
 * pieces and entities are bounded. Any thread.
 *
 * Entries are given as they stand there: two with one guid are two (see rcp_feed_list_keys()).
 *
 * Returns: (transfer full): the feed, which may be without entries; NULL with @error set.
 */
RcpFeed *
rcp_feed_read (GBytes *bytes, const char *content_type, const char *uri, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (RcpFeedTree) tree = NULL;
  const char *start;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_bytes_get_size (bytes) > RCP_FEED_MAX_BYTES)
    {
      g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_TOO_LARGE, "more bytes than a feed has");
      return NULL;
    }
  text = rcp_feed_charset_decode (bytes, content_type, error);
  if (text == NULL)
    return NULL;
  start = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;
  while (g_ascii_isspace (*start))
    start++;
  if (*start == '{' || *start == '[')
    return rcp_feed_json_read (start, uri, error);
  tree = rcp_feed_tree_new (start, uri, error);
  if (tree == NULL)
    return NULL;
  if (is_sitemap (tree))
    return rcp_sitemap_build (tree);
  {
    g_autoptr (GError) cause = NULL;
    RcpFeed *feed = rcp_feed_markup_read (tree, &cause);

    if (feed != NULL)
      return feed;
    if (g_error_matches (cause, RCP_FETCH_ERROR, RCP_FETCH_ERROR_NOT_A_FEED) && is_web_page (start))
      g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_WEB_PAGE, "no feed, a web page");
    else
      g_propagate_error (error, g_steal_pointer (&cause));
  }
  return NULL;
}
