#include "config.h"

#include "rcp-feed-markup-private.h"

#include <string.h>

#include "rcp-feed-construct-private.h"
#include "rcp-feed-html-private.h"
#include "rcp-feed-link-private.h"

/* Where an item's parts stand, the best place first. PLAIN is RSS and Atom alike. Sources: RSS 2.0 (rssboard.org), RSS 1.0
 * and its modules (web.resource.org), RFC 4287, Atom 0.3, Dublin Core, Media RSS, Apple's podcast tags, CDF. */
#define PLAIN (-1)

typedef struct
{
  int space;
  const char *name;
} Place;

static const Place titles[] = { { PLAIN, "title" }, { RCP_FEED_SPACE_DC, "title" }, { RCP_FEED_SPACE_MEDIA, "title" },
                                { RCP_FEED_SPACE_ITUNES, "title" } };
static const Place contents[] = { { RCP_FEED_SPACE_CONTENT, "encoded" }, { PLAIN, "content" },  { RCP_FEED_SPACE_XHTML, "body" },
                                  { RCP_FEED_SPACE_XHTML, "div" },      { PLAIN, "fullitem" }, { PLAIN, "body" } };
static const Place summaries[] = { { PLAIN, "description" },         { PLAIN, "summary" },
                                   { RCP_FEED_SPACE_DC, "description" }, { PLAIN, "abstract" },
                                   { RCP_FEED_SPACE_DC, "abstract" },
                                   { RCP_FEED_SPACE_ITUNES, "summary" }, { RCP_FEED_SPACE_ITUNES, "subtitle" },
                                   { RCP_FEED_SPACE_MEDIA, "description" }, { RCP_FEED_SPACE_MEDIA, "text" } };
static const Place guids[] = { { PLAIN, "guid" }, { PLAIN, "id" }, { RCP_FEED_SPACE_DC, "identifier" } };
static const Place published[] = { { PLAIN, "pubdate" },           { PLAIN, "published" },
                                   { PLAIN, "issued" },            { RCP_FEED_SPACE_DC, "date" },
                                   { RCP_FEED_SPACE_DC, "issued" }, { RCP_FEED_SPACE_DC, "created" },
                                   { RCP_FEED_SPACE_DC, "available" },
                                   { PLAIN, "created" },           { PLAIN, "date" } };
static const Place updated[] = { { PLAIN, "updated" }, { PLAIN, "modified" }, { RCP_FEED_SPACE_DC, "modified" },
                                 { PLAIN, "lastbuilddate" } };
static const Place authors[] = { { PLAIN, "author" }, { RCP_FEED_SPACE_DC, "creator" }, { RCP_FEED_SPACE_DC, "author" },
                                 { RCP_FEED_SPACE_ITUNES, "author" }, { PLAIN, "managingeditor" },
                                 { PLAIN, "contributor" }, { RCP_FEED_SPACE_DC, "contributor" },
                                 { RCP_FEED_SPACE_DC, "publisher" } };

/* As it stands there (RFC 4287, section 4.2.6, wants it absolute); a path alone would be that of many sites. */
static char *
dup_guid (const RcpFeedNode *node)
{
  char *text = rcp_feed_node_dup_text (node);
  char *resolved;

  if (*text != '/' || !rcp_feed_node_is_plain (node, "id"))
    return text;
  resolved = rcp_feed_link_resolve (node->base, text);
  g_free (text);
  return resolved;
}

static gboolean
stands_at (const RcpFeedNode *node, const Place *place)
{
  if (node->name == NULL)
    return FALSE;
  return place->space == PLAIN ? rcp_feed_node_is_plain (node, place->name)
                               : (int) node->space == place->space && strcmp (node->name, place->name) == 0;
}

static void
take_first (char **to, const RcpFeedNode *item, const Place *places, gsize n, char *(*read) (const RcpFeedNode *))
{
  for (gsize i = 0; i < n && *to == NULL; i++)
    for (const RcpFeedNode *child = item->first; child != NULL && *to == NULL; child = child->next)
      if (stands_at (child, &places[i]))
        rcp_feed_take (to, read (child));
}

static void
take_date (RcpFeedDate *to, const RcpFeedNode *item, const Place *places, gsize n)
{
  /* Where one stands twice, the later was written later. */
  for (gsize i = 0; i < n && to->precision == RCP_FEED_PRECISION_NONE; i++)
    for (const RcpFeedNode *child = item->first; child != NULL; child = child->next)
      if (stands_at (child, &places[i]))
        {
          g_autofree char *text = rcp_feed_node_dup_text (child);
          RcpFeedDate date;

          if (rcp_feed_date_parse (text, &date))
            *to = date;
        }
}

/* All who stand at the first place that names anybody. */
static void
take_authors (char **to, const RcpFeedNode *item)
{
  for (gsize i = 0; i < G_N_ELEMENTS (authors) && *to == NULL; i++)
    for (const RcpFeedNode *child = item->first; child != NULL; child = child->next)
      if (stands_at (child, &authors[i]))
        {
          g_autofree char *name = rcp_feed_construct_dup_person (child);

          rcp_feed_add_author (to, name);
        }
}

/**
 * rcp_feed_item_dup_link:
 * @node: an item or a feed
 * @rel: the relation of an Atom link: "alternate" is also that of links that say none, and of those of RSS
 *
 * Returns: (transfer full) (nullable): the address of the first of its links with @rel; one to HTML before others.
 */
char *
rcp_feed_item_dup_link (const RcpFeedNode *node, const char *rel)
{
  const RcpFeedNode *best = NULL;
  gboolean is_alternate = strcmp (rel, "alternate") == 0;
  int best_rank = 0;

  for (const RcpFeedNode *child = node->first; child != NULL; child = child->next)
    {
      const char *href, *its_rel, *type, *slash;
      int rank = 2;

      if (!rcp_feed_node_is_plain (child, "link"))
        continue;
      href = rcp_feed_node_get_attribute (child, "href");
      its_rel = rcp_feed_node_get_attribute (child, "rel");
      type = rcp_feed_node_get_attribute (child, "type");
      if (its_rel == NULL || *its_rel == '\0')
        its_rel = "alternate";
      /* Relations may be written as addresses (RFC 4287, section 4.2.7.2). */
      slash = strrchr (its_rel, '/');
      if (g_ascii_strcasecmp (slash ? slash + 1 : its_rel, rel) != 0)
        continue;
      if (child->space == RCP_FEED_SPACE_RSS && is_alternate && type == NULL && rcp_feed_node_get_attribute (child, "rel") == NULL)
        {
          g_autofree char *text = rcp_feed_node_dup_text (child);

          if (href == NULL && *text == '\0')
            continue;
          /* What RSS says by itself goes before what Atom adds to it; of several, the last counts. */
          rank = MAX (4, best_rank + 1);
        }
      else if (href == NULL)
        {
          g_autofree char *text = rcp_feed_node_dup_text (child);

          if (!is_alternate || *text == '\0')
            continue;
        }
      else if (type != NULL && strstr (type, "html") != NULL)
        rank = 3;
      else if (type != NULL && *type != '\0')
        rank = 1;
      if (rank > best_rank)
        {
          best = child;
          best_rank = rank;
        }
    }
  if (best == NULL)
    return NULL;
  if (rcp_feed_node_get_attribute (best, "href") == NULL)
    return rcp_feed_construct_dup_address (best);
  return rcp_feed_link_resolve (best->base, rcp_feed_node_get_attribute (best, "href"));
}

static void
take_link (RcpFeedEntry *entry, const RcpFeedNode *item)
{
  rcp_feed_take (&entry->link, rcp_feed_item_dup_link (item, "alternate"));
  if (rcp_feed_node_get_attribute (item, "href") != NULL)
    rcp_feed_take (&entry->link, rcp_feed_link_resolve (item->base, rcp_feed_node_get_attribute (item, "href")));
  /* CDF: <A HREF="…"> */
  for (const RcpFeedNode *child = item->first; child != NULL; child = child->next)
    if (rcp_feed_node_is_plain (child, "a"))
      rcp_feed_take (&entry->link, rcp_feed_link_resolve (child->base, rcp_feed_node_get_attribute (child, "href")));
  for (const RcpFeedNode *child = item->first; child != NULL && entry->link == NULL; child = child->next)
    if (rcp_feed_node_is_plain (child, "guid"))
      {
        const char *is_permalink = rcp_feed_node_get_attribute (child, "ispermalink");

        if (is_permalink == NULL || g_ascii_strcasecmp (is_permalink, "false") != 0)
          {
            g_autofree char *text = rcp_feed_construct_dup_address (child);

            if (text != NULL && rcp_feed_link_is_web (text))
              rcp_feed_take (&entry->link, g_steal_pointer (&text));
          }
      }
  /* The address that RDF and Atom call an item by is nearly always that of its page. */
  if (entry->link == NULL && entry->guid != NULL && rcp_feed_link_is_web (entry->guid)
      && rcp_feed_node_find (item, RCP_FEED_SPACE_RSS, "guid") == NULL)
    entry->link = g_strdup (entry->guid);
}

static gint64
length_of (const char *text)
{
  char *end;
  gint64 length = text ? g_ascii_strtoll (text, &end, 10) : -1;

  return text == NULL || end == text || length < 0 ? -1 : length;
}

static void
take_enclosure (RcpFeedEntry *entry, const RcpFeedNode *node, const char *address)
{
  const char *length = rcp_feed_node_get_attribute (node, "length");

  if (length == NULL)
    length = rcp_feed_node_get_attribute (node, "filesize");
  rcp_feed_entry_add_enclosure (entry, rcp_feed_link_resolve (node->base, rcp_feed_node_get_attribute (node, address)),
                                rcp_feed_node_get_attribute (node, "type"), length_of (length));
}

/* Media RSS: in the item, in a group, or around the rest. */
static void
take_media (RcpFeedEntry *entry, const RcpFeedNode *parent, guint depth)
{
  for (const RcpFeedNode *child = parent->first; child != NULL; child = child->next)
    {
      if (child->name == NULL || child->space != RCP_FEED_SPACE_MEDIA)
        continue;
      if (strcmp (child->name, "content") == 0)
        take_enclosure (entry, child, "url");
      else if (strcmp (child->name, "thumbnail") == 0)
        rcp_feed_take (&entry->image_uri, rcp_feed_link_resolve (child->base, rcp_feed_node_get_attribute (child, "url")));
      if (depth < 3 && (strcmp (child->name, "content") == 0 || strcmp (child->name, "group") == 0))
        {
          take_media (entry, child, depth + 1);
          take_first (&entry->title, child, titles, G_N_ELEMENTS (titles), rcp_feed_construct_dup_line);
          take_first (&entry->summary, child, summaries, G_N_ELEMENTS (summaries), rcp_feed_construct_dup_html);
        }
    }
}

static void
take_list (RcpFeedEntry *entry, const RcpFeedNode *node)
{
  g_autofree char *line = rcp_feed_construct_dup_line (node);
  g_auto (GStrv) words = line ? g_strsplit (line, ",", 100) : NULL;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    rcp_feed_entry_add_category (entry, g_strdup (words[i]));
}

static void
take_category (RcpFeedEntry *entry, const RcpFeedNode *node)
{
  const char *term = rcp_feed_node_get_attribute (node, "label");

  /* The label is what is meant to be read (RFC 4287, section 4.2.2.3). */
  if (term == NULL || *term == '\0')
    term = rcp_feed_node_get_attribute (node, "term");
  if (term == NULL && node->space == RCP_FEED_SPACE_ITUNES)
    term = rcp_feed_node_get_attribute (node, "text");
  rcp_feed_entry_add_category (entry, term && *term ? g_strdup (term) : rcp_feed_construct_dup_line (node));
}

static void
take_source (RcpFeedEntry *entry, const RcpFeedNode *node)
{
  const char *url = rcp_feed_node_get_attribute (node, "url");

  if (url != NULL || node->space == RCP_FEED_SPACE_RSS)
    {
      rcp_feed_take (&entry->source_uri, rcp_feed_link_resolve (node->base, url));
      if (rcp_feed_node_find (node, node->space, "title") == NULL)
        {
          rcp_feed_take (&entry->source_title, rcp_feed_construct_dup_line (node));
          return;
        }
    }
  take_first (&entry->source_title, node, titles, 1, rcp_feed_construct_dup_line);
  rcp_feed_take (&entry->source_uri, rcp_feed_item_dup_link (node, "alternate"));
  /* Who wrote the feed that an entry was taken from wrote the entry (RFC 4287, section 4.2.1). */
  if (entry->author == NULL)
    take_authors (&entry->author, node);
}

static void
take_other (RcpFeedEntry *entry, const RcpFeedNode *child)
{
  if (rcp_feed_node_is_plain (child, "enclosure"))
    take_enclosure (entry, child, rcp_feed_node_get_attribute (child, "url") ? "url" : "href");
  else if (rcp_feed_node_is_plain (child, "link"))
    {
      const char *rel = rcp_feed_node_get_attribute (child, "rel");

      if (rel != NULL && g_ascii_strcasecmp (rel, "enclosure") == 0)
        take_enclosure (entry, child, "href");
    }
  else if (rcp_feed_node_is_plain (child, "category")
           || (strcmp (child->name, "subject") == 0 && child->space == RCP_FEED_SPACE_DC)
           || (strcmp (child->name, "category") == 0
               && (child->space == RCP_FEED_SPACE_MEDIA || child->space == RCP_FEED_SPACE_ITUNES)))
    take_category (entry, child);
  else if (strcmp (child->name, "keywords") == 0
           && (child->space == RCP_FEED_SPACE_MEDIA || child->space == RCP_FEED_SPACE_ITUNES))
    take_list (entry, child);
  else if (rcp_feed_node_is_plain (child, "source"))
    take_source (entry, child);
  else if (child->space == RCP_FEED_SPACE_ITUNES && strcmp (child->name, "image") == 0)
    rcp_feed_take (&entry->image_uri, rcp_feed_link_resolve (child->base, rcp_feed_node_get_attribute (child, "href")));
  else if (rcp_feed_node_is_plain (child, "language") || (strcmp (child->name, "language") == 0 && child->space == RCP_FEED_SPACE_DC))
    rcp_feed_take (&entry->language, rcp_feed_construct_dup_line (child));
}

/**
 * rcp_feed_item_read:
 * @item: an item of RSS, an entry of Atom, an ITEM of CDF
 * @feed: what it belongs to, whose language it has unless it says another
 *
 * Returns: (transfer full): what it says.
 */
RcpFeedEntry *
rcp_feed_item_read (const RcpFeedNode *item, const RcpFeed *feed)
{
  RcpFeedEntry *entry = rcp_feed_entry_new ();

  take_first (&entry->title, item, titles, G_N_ELEMENTS (titles), rcp_feed_construct_dup_line);
  take_first (&entry->content, item, contents, G_N_ELEMENTS (contents), rcp_feed_construct_dup_html);
  take_first (&entry->summary, item, summaries, G_N_ELEMENTS (summaries), rcp_feed_construct_dup_html);
  /* Both stand there: the one that is not called a summary is more. */
  if (entry->content == NULL && entry->summary != NULL && rcp_feed_node_find (item, RCP_FEED_SPACE_RSS, "description") != NULL)
    {
      char *more = NULL;

      take_first (&more, item, summaries + 1, 1, rcp_feed_construct_dup_html);
      if (more != NULL)
        {
          entry->content = entry->summary;
          entry->summary = more;
        }
    }
  take_first (&entry->guid, item, guids, 2, dup_guid);
  if (rcp_feed_node_get_attribute (item, "about") != NULL)
    rcp_feed_take (&entry->guid, g_strdup (rcp_feed_node_get_attribute (item, "about")));
  take_first (&entry->guid, item, guids + 2, 1, rcp_feed_node_dup_text);
  take_date (&entry->published, item, published, G_N_ELEMENTS (published));
  take_date (&entry->updated, item, updated, G_N_ELEMENTS (updated));
  rcp_feed_take_date (&entry->updated, rcp_feed_node_get_attribute (item, "lastmod"));
  take_authors (&entry->author, item);
  take_link (entry, item);
  for (const RcpFeedNode *child = item->first; child != NULL; child = child->next)
    if (child->name != NULL)
      take_other (entry, child);
  take_media (entry, item, 0);
  if (entry->author == NULL && feed->format == RCP_FEED_FORMAT_ATOM)
    entry->author = g_strdup (feed->author);
  rcp_feed_take (&entry->language, g_strdup (item->language));
  rcp_feed_take (&entry->language, g_strdup (feed->language));
  if (entry->language != NULL)
    g_strdelimit (entry->language, "_", '-');
  return entry;
}
