#include "config.h"

#include "rcp-sitemap.h"

#include <string.h>

#include "rcp-feed-construct-private.h"
#include "rcp-feed-link-private.h"
#include "rcp-feed-markup-private.h"

/* Sitemaps (sitemaps.org, protocol 0.9) and what Google adds to them for news. Sites without a feed have these. */

static void
take_news (RcpFeedEntry *entry, const RcpFeedNode *news)
{
  for (const RcpFeedNode *child = news->first; child != NULL; child = child->next)
    {
      g_autofree char *text = child->name ? rcp_feed_construct_dup_line (child) : NULL;

      if (text == NULL)
        continue;
      if (strcmp (child->name, "title") == 0)
        rcp_feed_take (&entry->title, g_steal_pointer (&text));
      else if (strcmp (child->name, "publication_date") == 0)
        rcp_feed_take_date (&entry->published, text);
      else if (strcmp (child->name, "keywords") == 0)
        {
          g_auto (GStrv) words = g_strsplit (text, ",", 100);

          for (guint i = 0; words[i] != NULL; i++)
            rcp_feed_entry_add_category (entry, g_strdup (words[i]));
        }
      else if (strcmp (child->name, "publication") == 0)
        {
          const RcpFeedNode *name = rcp_feed_node_find (child, child->space, "name");
          const RcpFeedNode *language = rcp_feed_node_find (child, child->space, "language");

          if (name != NULL)
            rcp_feed_take (&entry->source_title, rcp_feed_construct_dup_line (name));
          if (language != NULL)
            rcp_feed_take (&entry->language, rcp_feed_construct_dup_line (language));
        }
    }
}

static RcpFeedEntry *
read_page (const RcpFeedNode *page)
{
  RcpFeedEntry *entry = rcp_feed_entry_new ();

  for (const RcpFeedNode *child = page->first; child != NULL; child = child->next)
    {
      if (child->name == NULL)
        continue;
      if (child->space == RCP_FEED_SPACE_NEWS && strcmp (child->name, "news") == 0)
        take_news (entry, child);
      else if (child->space != RCP_FEED_SPACE_OTHER && strcmp (child->name, "loc") == 0)
        rcp_feed_take (&entry->link, rcp_feed_construct_dup_address (child));
      else if (strcmp (child->name, "lastmod") == 0)
        {
          g_autofree char *text = rcp_feed_node_dup_text (child);

          rcp_feed_take_date (&entry->updated, text);
        }
    }
  entry->guid = g_strdup (entry->link);
  return entry;
}

/**
 * rcp_sitemap_build:
 * @tree: one whose root is a sitemap or an index of such
 *
 * Returns: (transfer full): it as a feed: each page, or each sitemap of an index, is an entry with its address, when it was
 *   changed, and what its news part says: title, date, language, and the outlet as the source. Pages without an address are
 *   left out.
 */
RcpFeed *
rcp_sitemap_build (const RcpFeedTree *tree)
{
  gboolean is_index = strcmp (tree->root->name, "sitemapindex") == 0;
  RcpFeed *feed = rcp_feed_new (is_index ? RCP_FEED_FORMAT_SITEMAP_INDEX : RCP_FEED_FORMAT_SITEMAP);

  feed->is_damaged = tree->is_damaged;
  for (const RcpFeedNode *child = tree->root->first; child != NULL; child = child->next)
    if (child->name != NULL && strcmp (child->name, is_index ? "sitemap" : "url") == 0)
      {
        g_autoptr (RcpFeedEntry) entry = read_page (child);

        if (entry->link == NULL || !rcp_feed_link_is_web (entry->link))
          continue;
        rcp_feed_take (&feed->title, g_strdup (entry->source_title));
        rcp_feed_take (&feed->language, g_strdup (entry->language));
        g_ptr_array_add (feed->entries, g_steal_pointer (&entry));
      }
  return feed;
}

/**
 * rcp_sitemap_list_robots:
 * @text: a robots.txt
 * @uri: where it was found
 *
 * Returns: (transfer full) (element-type utf8): the sitemaps it names, in order; those whose address holds "news" first, they
 *   hold what appeared of late.
 */
GPtrArray *
rcp_sitemap_list_robots (const char *text, const char *uri)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;
  guint n_news = 0;

  g_return_val_if_fail (text != NULL, found);

  lines = g_strsplit_set (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      g_autofree char *address = NULL;

      if (g_ascii_strncasecmp (line, "sitemap:", 8) != 0)
        continue;
      address = rcp_feed_link_resolve (uri, line + 8);
      if (address == NULL || !rcp_feed_link_is_web (address)
          || g_ptr_array_find_with_equal_func (found, address, g_str_equal, NULL))
        continue;
      if (strstr (address, "news") != NULL)
        g_ptr_array_insert (found, n_news++, g_steal_pointer (&address));
      else
        g_ptr_array_add (found, g_steal_pointer (&address));
    }
  return found;
}
