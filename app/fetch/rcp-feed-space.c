#include "config.h"

#include "rcp-feed-space-private.h"

#include <string.h>

/* Part of the address of a namespace, without scheme and "www.", in lower case; the longer ones first. Feeds misspell the
 * rest: "#" or "/" at the end, https, another year. Sources: the specifications of each. */
static const struct
{
  const char *part;
  RcpFeedSpace space;
} addresses[] = {
  { "w3.org/2005/atom", RCP_FEED_SPACE_ATOM },
  { "purl.org/atom/", RCP_FEED_SPACE_ATOM },
  { "purl.org/pie/", RCP_FEED_SPACE_ATOM },
  { "w3.org/1999/02/22-rdf-syntax-ns", RCP_FEED_SPACE_RDF },
  { "w3.org/tr/rdf", RCP_FEED_SPACE_RDF },
  { "w3.org/1999/xhtml", RCP_FEED_SPACE_XHTML },
  { "purl.org/dc/", RCP_FEED_SPACE_DC },
  { "purl.org/metadata/dublin_core", RCP_FEED_SPACE_DC },
  { "dublincore.org", RCP_FEED_SPACE_DC },
  { "purl.org/rss/1.0/modules/content", RCP_FEED_SPACE_CONTENT },
  { "purl.org/rss/1.0/modules/syndication", RCP_FEED_SPACE_SYNDICATION },
  { "purl.org/rss/1.0/modules/", RCP_FEED_SPACE_OTHER },
  { "purl.org/rss/", RCP_FEED_SPACE_RSS },
  { "purl.org/net/rss", RCP_FEED_SPACE_RSS },
  { "my.netscape.com/", RCP_FEED_SPACE_RSS },
  { "channel.netscape.com/", RCP_FEED_SPACE_RSS },
  { "backend.userland.com/", RCP_FEED_SPACE_RSS },
  { "blogs.law.harvard.edu/tech/rss", RCP_FEED_SPACE_RSS },
  { "cyber.law.harvard.edu/rss", RCP_FEED_SPACE_RSS },
  { "cyber.harvard.edu/rss", RCP_FEED_SPACE_RSS },
  { "rssboard.org/rss-specification", RCP_FEED_SPACE_RSS },
  { "search.yahoo.com/mrss", RCP_FEED_SPACE_MEDIA },
  { "rssboard.org/media-rss", RCP_FEED_SPACE_MEDIA },
  { "itunes.com/dtds/podcast", RCP_FEED_SPACE_ITUNES },
  { "example.com/dtds/podcast", RCP_FEED_SPACE_ITUNES },
  { "itunes.apple.com/", RCP_FEED_SPACE_ITUNES },
  { "sitemaps.org/schemas/sitemap/", RCP_FEED_SPACE_SITEMAP },
  { "google.com/schemas/sitemap-news/", RCP_FEED_SPACE_NEWS },
  { "google.com/schemas/sitemap/", RCP_FEED_SPACE_SITEMAP },
  { "rssnamespace.org/feedburner/ext/", RCP_FEED_SPACE_FEEDBURNER },
};

/* What a prefix means to those who forget to declare it. */
static const struct
{
  const char *prefix;
  RcpFeedSpace space;
} prefixes[] = {
  { "atom", RCP_FEED_SPACE_ATOM },       { "atom10", RCP_FEED_SPACE_ATOM },       { "a10", RCP_FEED_SPACE_ATOM },
  { "rdf", RCP_FEED_SPACE_RDF },         { "dc", RCP_FEED_SPACE_DC },             { "dcterms", RCP_FEED_SPACE_DC },
  { "content", RCP_FEED_SPACE_CONTENT }, { "media", RCP_FEED_SPACE_MEDIA },       { "itunes", RCP_FEED_SPACE_ITUNES },
  { "sy", RCP_FEED_SPACE_SYNDICATION },  { "xhtml", RCP_FEED_SPACE_XHTML },       { "news", RCP_FEED_SPACE_NEWS },
  { "rss", RCP_FEED_SPACE_RSS },         { "feedburner", RCP_FEED_SPACE_FEEDBURNER },
};

/** rcp_feed_space_of_uri: what an xmlns attribute declares. */
RcpFeedSpace
rcp_feed_space_of_uri (const char *uri)
{
  g_autofree char *lower = g_strstrip (g_ascii_strdown (uri, -1));
  const char *at = strstr (lower, "://");

  at = at ? at + 3 : lower;
  if (g_str_has_prefix (at, "www."))
    at += 4;
  if (*at == '\0')
    return RCP_FEED_SPACE_RSS;
  for (gsize i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (g_str_has_prefix (at, addresses[i].part))
      return addresses[i].space;
  return RCP_FEED_SPACE_OTHER;
}

/** rcp_feed_space_of_prefix: what @prefix means, where nothing declares it. */
RcpFeedSpace
rcp_feed_space_of_prefix (const char *prefix)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_ascii_strcasecmp (prefixes[i].prefix, prefix) == 0)
      return prefixes[i].space;
  return RCP_FEED_SPACE_OTHER;
}
