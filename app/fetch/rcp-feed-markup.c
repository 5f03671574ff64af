#include "config.h"

#include "rcp-feed-markup-private.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-feed-construct-private.h"
#include "rcp-feed-link-private.h"

/* The feed itself, as RSS, RDF, Atom and CDF have it. */

static gboolean
is_item (const RcpFeedNode *node)
{
  return rcp_feed_node_is_plain (node, "item") || rcp_feed_node_is_plain (node, "entry");
}

/* Items stand in the channel, beside it (RDF), in a channel within (CDF), and in sick feeds in anything else. */
static void
collect_items (const RcpFeedNode *node, GPtrArray *items, guint depth)
{
  for (RcpFeedNode *child = node->first; child != NULL; child = child->next)
    if (child->name == NULL)
      continue;
    else if (is_item (child))
      g_ptr_array_add (items, child);
    else if (depth < 20)
      collect_items (child, items, depth + 1);
}

static void
take_lines (char **to, const RcpFeedNode *channel, const char *const *names, gsize n, RcpFeedSpace more,
            char *(*read) (const RcpFeedNode *))
{
  for (gsize i = 0; i < n && *to == NULL; i++)
    {
      for (const RcpFeedNode *child = channel->first; child != NULL && *to == NULL; child = child->next)
        if (rcp_feed_node_is_plain (child, names[i]))
          rcp_feed_take (to, read (child));
      for (const RcpFeedNode *child = channel->first; child != NULL && *to == NULL; child = child->next)
        if (child->name != NULL && child->space == more && strcmp (child->name, names[i]) == 0)
          rcp_feed_take (to, read (child));
    }
}

static void
take_authors (RcpFeed *feed, const RcpFeedNode *channel)
{
  static const char *const names[] = { "author", "creator", "managingeditor", "owner", "webmaster", "publisher", "contributor" };

  for (gsize i = 0; i < G_N_ELEMENTS (names) && feed->author == NULL; i++)
    for (const RcpFeedNode *child = channel->first; child != NULL; child = child->next)
      if (child->name != NULL && strcmp (child->name, names[i]) == 0
          && (rcp_feed_node_is_plain (child, names[i]) || child->space == RCP_FEED_SPACE_DC
              || child->space == RCP_FEED_SPACE_ITUNES))
        {
          g_autofree char *name = rcp_feed_construct_dup_person (child);

          rcp_feed_add_author (&feed->author, name);
        }
}

static void
take_image (RcpFeed *feed, const RcpFeedNode *channel)
{
  static const char *const names[] = { "image", "logo", "icon" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    for (const RcpFeedNode *child = channel->first; child != NULL; child = child->next)
      {
        const RcpFeedNode *url;

        if (child->name == NULL || strcmp (child->name, names[i]) != 0)
          continue;
        url = rcp_feed_node_find (child, child->space, "url");
        if (rcp_feed_node_get_attribute (child, "href") != NULL)
          rcp_feed_take (&feed->image_uri, rcp_feed_link_resolve (child->base, rcp_feed_node_get_attribute (child, "href")));
        else if (url != NULL)
          rcp_feed_take (&feed->image_uri, rcp_feed_construct_dup_address (url));
        else if (i > 0)
          rcp_feed_take (&feed->image_uri, rcp_feed_construct_dup_address (child));
      }
}

static void
take_skipped (RcpFeed *feed, const RcpFeedNode *node)
{
  static const char *const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

  for (const RcpFeedNode *child = node->first; child != NULL; child = child->next)
    {
      g_autofree char *text = child->name ? rcp_feed_node_dup_text (child) : NULL;

      if (text == NULL)
        continue;
      if (strcmp (child->name, "hour") == 0 && g_ascii_isdigit (*text))
        {
          guint64 hour = g_ascii_strtoull (text, NULL, 10);

          if (hour <= 24)
            feed->skip_hours |= 1u << (hour % 24);
        }
      for (guint i = 0; strcmp (child->name, "day") == 0 && i < G_N_ELEMENTS (days); i++)
        if (g_ascii_strncasecmp (text, days[i], 3) == 0)
          feed->skip_days |= 1u << i;
    }
}

/* ttl is in minutes (RSS 2.0); updatePeriod over updateFrequency is how long one stays true (mod_syndication, whose period
 * is "daily" and frequency 1 unless said). Longer than a month is a mistake. */
static void
take_ttl (RcpFeed *feed, const RcpFeedNode *channel)
{
  static const struct
  {
    const char *name;
    guint seconds;
  } periods[] = { { "hourly", 3600 }, { "daily", 86400 }, { "weekly", 604800 }, { "monthly", 2592000 }, { "yearly", 31536000 } };
  const RcpFeedNode *period = rcp_feed_node_find (channel, RCP_FEED_SPACE_SYNDICATION, "updateperiod");
  const RcpFeedNode *frequency = rcp_feed_node_find (channel, RCP_FEED_SPACE_SYNDICATION, "updatefrequency");
  const RcpFeedNode *ttl = rcp_feed_node_find (channel, RCP_FEED_SPACE_RSS, "ttl");
  guint64 seconds = 0;

  if (ttl != NULL)
    {
      g_autofree char *text = rcp_feed_node_dup_text (ttl);

      seconds = MIN (g_ascii_strtoull (text, NULL, 10), G_MAXUINT32) * 60;
    }
  else if (period != NULL || frequency != NULL)
    {
      g_autofree char *name = period ? rcp_feed_node_dup_text (period) : g_strdup ("daily");
      g_autofree char *times = frequency ? rcp_feed_node_dup_text (frequency) : g_strdup ("1");

      for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
        if (g_ascii_strcasecmp (periods[i].name, name) == 0)
          seconds = periods[i].seconds / MAX (1, g_ascii_strtoull (times, NULL, 10));
    }
  feed->ttl_s = MIN (seconds, 2592000);
}

static void
take_date (RcpFeedDate *to, const RcpFeedNode *channel, const char *const *names, gsize n)
{
  g_autofree char *text = NULL;

  for (gsize i = 0; i < n && to->precision == RCP_FEED_PRECISION_NONE; i++)
    {
      g_clear_pointer (&text, g_free);
      take_lines (&text, channel, names + i, 1, RCP_FEED_SPACE_DC, rcp_feed_node_dup_text);
      rcp_feed_take_date (to, text);
    }
}

static void
take_channel (RcpFeed *feed, const RcpFeedNode *channel)
{
  static const char *const titles[] = { "title" }, *const languages[] = { "language" };
  static const char *const descriptions[] = { "description", "subtitle", "tagline", "abstract" };
  static const char *const guids[] = { "id", "guid" };
  static const char *const published[] = { "pubdate", "published", "issued", "date", "created" };
  static const char *const updated[] = { "lastbuilddate", "updated", "modified" };
  static const char *const more[] = { "summary", "subtitle" };

  take_lines (&feed->title, channel, titles, 1, RCP_FEED_SPACE_DC, rcp_feed_construct_dup_line);
  take_lines (&feed->title, channel, titles, 1, RCP_FEED_SPACE_MEDIA, rcp_feed_construct_dup_line);
  take_lines (&feed->description, channel, descriptions, G_N_ELEMENTS (descriptions), RCP_FEED_SPACE_DC, rcp_feed_construct_dup_html);
  take_lines (&feed->description, channel, more, 2, RCP_FEED_SPACE_ITUNES, rcp_feed_construct_dup_html);
  take_lines (&feed->guid, channel, guids, 2, RCP_FEED_SPACE_OTHER, rcp_feed_node_dup_text);
  if (rcp_feed_node_get_attribute (channel, "about") != NULL)
    rcp_feed_take (&feed->guid, g_strdup (rcp_feed_node_get_attribute (channel, "about")));
  take_lines (&feed->language, channel, languages, 1, RCP_FEED_SPACE_DC, rcp_feed_construct_dup_line);
  rcp_feed_take (&feed->language, g_strdup (channel->language));
  if (feed->language != NULL)
    g_strdelimit (feed->language, "_", '-');
  take_date (&feed->published, channel, published, G_N_ELEMENTS (published));
  take_date (&feed->updated, channel, updated, G_N_ELEMENTS (updated));
  rcp_feed_take_date (&feed->updated, rcp_feed_node_get_attribute (channel, "lastmod"));
  rcp_feed_take (&feed->link, rcp_feed_item_dup_link (channel, "alternate"));
  rcp_feed_take (&feed->link, rcp_feed_link_resolve (channel->base, rcp_feed_node_get_attribute (channel, "href")));
  rcp_feed_take (&feed->self_uri, rcp_feed_item_dup_link (channel, "self"));
  rcp_feed_take (&feed->hub_uri, rcp_feed_item_dup_link (channel, "hub"));
  rcp_feed_take (&feed->next_uri, rcp_feed_item_dup_link (channel, "next"));
  rcp_feed_take (&feed->next_uri, rcp_feed_item_dup_link (channel, "prev-archive"));
  take_authors (feed, channel);
  take_image (feed, channel);
  take_ttl (feed, channel);
  for (const RcpFeedNode *child = channel->first; child != NULL; child = child->next)
    if (rcp_feed_node_is_plain (child, "skiphours") || rcp_feed_node_is_plain (child, "skipdays"))
      take_skipped (feed, child);
}

/* The element that is the feed, wherever it stands: sick servers put it into a page. */
static const RcpFeedNode *
find_root (const RcpFeedNode *node, guint depth)
{
  static const char *const names[] = { "rss", "rdf", "feed", "channel", "item", "entry" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (node->name, names[i]) == 0 && (i < 4 || node->parent == NULL))
      return node;
  for (const RcpFeedNode *child = node->first; child != NULL && depth < 8; child = child->next)
    {
      const RcpFeedNode *found = child->name ? find_root (child, depth + 1) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static RcpFeedFormat
format_of (const RcpFeedNode *root)
{
  if (strcmp (root->name, "rdf") == 0)
    return RCP_FEED_FORMAT_RDF;
  if (strcmp (root->name, "feed") == 0 || strcmp (root->name, "entry") == 0)
    return RCP_FEED_FORMAT_ATOM;
  return strcmp (root->name, "channel") == 0 && root->parent == NULL ? RCP_FEED_FORMAT_CDF : RCP_FEED_FORMAT_RSS;
}

/**
 * rcp_feed_markup_read:
 * @tree: a document
 * @error: %RCP_FETCH_ERROR_NOT_A_FEED, %RCP_FETCH_ERROR_WEB_PAGE
 *
 * Returns: (transfer full): the feed in it.
 */
RcpFeed *
rcp_feed_markup_read (const RcpFeedTree *tree, GError **error)
{
  const RcpFeedNode *root = tree->root ? find_root (tree->root, 0) : NULL, *channel = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  RcpFeed *feed;

  if (root == NULL)
    {
      if (tree->root != NULL && strcmp (tree->root->name, "html") == 0)
        g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_WEB_PAGE, "no feed, a web page");
      else
        g_set_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_NOT_A_FEED, "no feed: %s",
                     tree->root ? "another kind of document" : "no markup");
      return NULL;
    }
  feed = rcp_feed_new (format_of (root));
  feed->is_damaged = tree->is_damaged;
  for (const RcpFeedNode *child = root->first; child != NULL && channel == NULL; child = child->next)
    if (child->name != NULL && strcmp (child->name, "channel") == 0 && feed->format != RCP_FEED_FORMAT_CDF)
      channel = child;
  if (!is_item (root))
    take_channel (feed, channel ? channel : root);
  if (is_item (root))
    g_ptr_array_add (items, (gpointer) root);
  else
    collect_items (root, items, 0);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (feed->entries, rcp_feed_item_read (items->pdata[i], feed));
  return feed;
}
