#include "config.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "rcp-document-private.h"
#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-html-blocks-private.h"

/* What the head of a page and its markup state; each the first time it is met. */
typedef struct
{
  RcpJsonLd json_ld;
  char *og_title;
  char *page_title;
  char *heading; /* the first h1 */
  char *site_name;
  char *author;
  char *canonical;
  char *language;
  char *published;
  char *published_name;
  guint published_rank;
  char *time;
} Metadata;

/* Names under which a page states its date, the surest last. Dublin Core, schema.org, Open Graph, and what publishing
 * systems write. */
static const char *const date_names[] = {
  "date",           "dc.date",        "dcterms.created", "dc.date.issued",       "dcterms.date",
  "pubdate",        "publish-date",   "publication_date", "publishdate",          "parsely-pub-date",
  "sailthru.date",  "article.published", "datepublished", "og:published_time",    "article:published_time",
};

static void
metadata_clear (Metadata *self)
{
  rcp_json_ld_clear (&self->json_ld);
  g_free (self->og_title);
  g_free (self->page_title);
  g_free (self->heading);
  g_free (self->site_name);
  g_free (self->author);
  g_free (self->canonical);
  g_free (self->language);
  g_free (self->published);
  g_free (self->published_name);
  g_free (self->time);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Metadata, metadata_clear)

static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = NULL;

  if (value && value[0] != '\0' && xmlStrlen (value) < 2000)
    copy = g_strstrip (g_strdup ((const char *) value));
  xmlFree (value);
  if (copy && copy[0] == '\0')
    g_clear_pointer (&copy, g_free);
  return copy;
}

/* The text of a node, white space collapsed; NULL for none. */
static char *
dup_text (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_auto (GStrv) words = g_strsplit_set (content ? (const char *) content : "", " \t\r\n", -1);
  GString *out = g_string_new (NULL);

  xmlFree (content);
  for (guint i = 0; words[i]; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (out, "%s%s", out->len ? " " : "", words[i]);
  if (out->len == 0 || out->len > 1000)
    {
      g_string_free (out, TRUE);
      return NULL;
    }
  return g_string_free (out, FALSE);
}

static void
take (char **place, char *value)
{
  if (*place == NULL)
    *place = value;
  else
    g_free (value);
}

static void
read_date_meta (Metadata *self, const char *name, const char *content)
{
  g_autoptr (RcpEdtf) date = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (date_names); i++)
    if (g_ascii_strcasecmp (name, date_names[i]) == 0 && i + 1 > self->published_rank)
      {
        date = rcp_stated_date_parse (content);
        if (date == NULL)
          return;
        g_free (self->published);
        g_free (self->published_name);
        self->published = g_strdup (content);
        self->published_name = g_strdup (name);
        self->published_rank = i + 1;
        return;
      }
}

static void
read_meta (Metadata *self, xmlNode *node)
{
  g_autofree char *content = dup_attribute (node, "content");
  static const char *const keys[] = { "property", "name", "itemprop" };

  if (content == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *name = dup_attribute (node, keys[i]);

      if (name == NULL)
        continue;
      if (g_ascii_strcasecmp (name, "og:title") == 0)
        take (&self->og_title, g_strdup (content));
      else if (g_ascii_strcasecmp (name, "og:site_name") == 0)
        take (&self->site_name, g_strdup (content));
      else if (g_ascii_strcasecmp (name, "og:url") == 0)
        take (&self->canonical, g_strdup (content));
      else if (g_ascii_strcasecmp (name, "author") == 0 || g_ascii_strcasecmp (name, "dc.creator") == 0)
        take (&self->author, g_strdup (content));
      else if (g_ascii_strcasecmp (name, "article:author") == 0 && !strstr (content, "://"))
        take (&self->author, g_strdup (content));
      else if (g_ascii_strcasecmp (name, "og:locale") == 0)
        take (&self->language, g_strdup (content));
      else
        read_date_meta (self, name, content);
      return;
    }
}

static void
read_element (Metadata *self, xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (strcmp (name, "meta") == 0)
    read_meta (self, node);
  else if (strcmp (name, "title") == 0)
    take (&self->page_title, dup_text (node));
  else if (strcmp (name, "h1") == 0)
    take (&self->heading, dup_text (node));
  else if (strcmp (name, "time") == 0)
    take (&self->time, dup_attribute (node, "datetime"));
  else if (strcmp (name, "html") == 0)
    take (&self->language, dup_attribute (node, "lang"));
  else if (strcmp (name, "link") == 0)
    {
      g_autofree char *rel = dup_attribute (node, "rel");

      if (rel && g_ascii_strcasecmp (rel, "canonical") == 0)
        {
          g_autofree char *href = dup_attribute (node, "href");

          /* The link counts for more than og:url. */
          if (href && (g_str_has_prefix (href, "http://") || g_str_has_prefix (href, "https://")))
            {
              g_free (self->canonical);
              self->canonical = g_steal_pointer (&href);
            }
        }
    }
  else if (strcmp (name, "script") == 0)
    {
      g_autofree char *type = dup_attribute (node, "type");

      if (type && g_ascii_strcasecmp (type, "application/ld+json") == 0 && node->children && node->children->content)
        rcp_json_ld_read (&self->json_ld, (const char *) node->children->content,
                          strlen ((const char *) node->children->content));
    }
}

static void
read_metadata (Metadata *self, xmlNode *root)
{
  for (xmlNode *node = root; node;)
    {
      if (node->type == XML_ELEMENT_NODE)
        read_element (self, node);
      if (node->type == XML_ELEMENT_NODE && node->children)
        {
          node = node->children;
          continue;
        }
      while (node && node != root && node->next == NULL)
        node = node->parent;
      node = node && node != root ? node->next : NULL;
    }
}

/* "Title - Outlet", "Outlet | Title": the part that is not the outlet; the longer one where the outlet is not known. */
static char *
strip_site (const char *title, const char *site, char **found_site)
{
  static const char *const separators[] = { " | ", " - ", " – ", " — ", " :: ", " · " };

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *last = g_strrstr (title, separators[i]);
      const char *rest;
      g_autofree char *folded_rest = NULL;
      g_autofree char *folded_site = site ? rcp_fold_words (site) : NULL;

      if (last == NULL)
        continue;
      rest = last + strlen (separators[i]);
      folded_rest = rcp_fold_words (rest);
      if (folded_site ? strcmp (folded_rest, folded_site) == 0 : strlen (rest) * 2 < (gsize) (last - title))
        {
          if (site == NULL && found_site)
            *found_site = g_strdup (rest);
          return g_strndup (title, last - title);
        }
    }
  return g_strdup (title);
}

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *x = rcp_fold_words (a);
  g_autofree char *y = rcp_fold_words (b);

  return strcmp (x, y) == 0;
}

static void
apply_metadata (RcpDocument *self, Metadata *metadata)
{
  g_autofree char *site_of_title = NULL;
  const char *stated = NULL, *stated_name = NULL;

  if (metadata->site_name)
    self->outlet = g_strdup (metadata->site_name);
  else if (metadata->json_ld.publisher)
    self->outlet = g_strdup (metadata->json_ld.publisher);

  /* The h1 is what stands in the text; but some sites put their own name in it. */
  if (metadata->heading && !(self->outlet && same_words (metadata->heading, self->outlet))
      && (metadata->page_title == NULL || strstr (metadata->page_title, metadata->heading)
          || metadata->og_title == NULL || same_words (metadata->og_title, metadata->heading)))
    self->title = g_strdup (metadata->heading);
  else if (metadata->og_title)
    self->title = strip_site (metadata->og_title, self->outlet, NULL);
  else if (metadata->json_ld.headline)
    self->title = g_strdup (metadata->json_ld.headline);
  if (metadata->page_title)
    {
      g_autofree char *stripped = strip_site (metadata->page_title, self->outlet, &site_of_title);

      /* A suffix is the outlet's name only where the rest is the title that the page states elsewhere. */
      if (self->outlet == NULL && self->title && site_of_title && same_words (stripped, self->title))
        self->outlet = g_strdup (site_of_title);
      if (self->title == NULL)
        self->title = g_steal_pointer (&stripped);
    }

  self->byline = g_strdup (metadata->author ? metadata->author : metadata->json_ld.author);
  if (metadata->language && strlen (metadata->language) >= 2)
    self->language = g_ascii_strdown (metadata->language, 2);
  else if (metadata->json_ld.language && strlen (metadata->json_ld.language) >= 2)
    self->language = g_ascii_strdown (metadata->json_ld.language, 2);
  if (metadata->canonical)
    {
      g_free (self->uri);
      self->uri = g_strdup (metadata->canonical);
    }

  if (metadata->json_ld.published && (self->published = rcp_stated_date_parse (metadata->json_ld.published)) != NULL)
    {
      stated_name = "datePublished";
      stated = metadata->json_ld.published;
    }
  else if (metadata->published && (self->published = rcp_stated_date_parse (metadata->published)) != NULL)
    {
      stated_name = metadata->published_name;
      stated = metadata->published;
    }
  else if (metadata->time && (self->published = rcp_stated_date_parse (metadata->time)) != NULL)
    {
      stated_name = "time";
      stated = metadata->time;
    }
  if (stated)
    self->published_clue = g_strdup_printf ("%s: %s", stated_name, stated);
}

static void
take_byline (RcpDocument *self, const char *text)
{
  static const char *const prefixes[] = { "Par ", "By ", "par ", "by " };

  if (self->byline || strlen (text) > 120)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (text, prefixes[i]))
      {
        self->byline = g_strdup (text + strlen (prefixes[i]));
        return;
      }
}

/* Writes the blocks one under another and sets aside those that are not the article's. */
static void
write_blocks (RcpDocument *self, GArray *blocks)
{
  GString *out = g_string_new (NULL);
  guint position = 0;
  gboolean has_title = FALSE, after_item = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      RcpHtmlBlock *block = &g_array_index (blocks, RcpHtmlBlock, i);
      RcpRange range;

      if (block->heading > 0 && block->heading <= 2 && !has_title && self->title && same_words (block->text, self->title))
        {
          has_title = TRUE;
          block->is_article = TRUE;
        }
      if (out->len > 0)
        {
          const char *gap = block->is_list_item && after_item ? "\n" : "\n\n";

          g_string_append (out, gap);
          position += strlen (gap);
        }
      if (block->is_list_item && block->is_article)
        {
          g_string_append (out, "- ");
          position += 2;
        }
      after_item = block->is_list_item;
      g_string_append (out, block->text);
      range.start = position;
      position += g_utf8_strlen (block->text, -1);
      range.end = position;
      if (!block->is_article)
        {
          if (block->kind == RCP_SET_ASIDE_BYLINE)
            {
              g_autoptr (RcpEdtf) date = NULL;

              take_byline (self, block->text);
              if (self->published == NULL &&
                  rcp_stated_date_is_header (block->text, g_strcmp0 (self->language, "fr") == 0, &date) && date)
                {
                  self->published = g_steal_pointer (&date);
                  self->published_clue = g_strdup (block->text);
                }
            }
          rcp_document_add_aside (self, range, block->kind);
        }
    }
  self->text = g_string_free (out, FALSE);
}

/* libxml2 sets its tables up at first use, without a lock: once, before several threads parse. */
static void
ensure_parser (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
}

static xmlDoc *
parse (const char *text)
{
  htmlParserCtxt *parser = htmlCreateMemoryParserCtxt (text, strlen (text));
  xmlCharEncodingHandler *utf8 = xmlFindCharEncodingHandler ("UTF-8");
  xmlDoc *page;

  if (parser == NULL)
    return NULL;
  htmlCtxtUseOptions (parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  /* The depth has been counted already; the parser's own limit, 256, makes it drop the rest of a page that forgets to
   * close its elements. htmlCtxtUseOptions() does not pass this option on. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  parser->options |= XML_PARSE_HUGE;
  G_GNUC_END_IGNORE_DEPRECATIONS
  /* The default handler measures a script anew for each piece it appends, which takes quadratic time for one that never
   * ends; the handler of text does not. */
  if (parser->sax)
    parser->sax->cdataBlock = xmlSAX2Characters;
  /* Set beforehand, the encoding is not looked for in the page. */
  if (utf8)
    xmlSwitchToEncoding (parser, utf8);
  htmlParseDocument (parser);
  page = parser->myDoc;
  htmlFreeParserCtxt (parser);
  return page;
}

/**
 * rcp_html_reader_read:
 * @text: the page, decoded; what it declares as its character set no longer counts
 * @error: %RCP_TEXT_ERROR_TOO_DEEP or %RCP_TEXT_ERROR_NO_ARTICLE
 *
 * Reads a page: its blocks in order, those that are not the article's set aside, and what it states of itself (schema.org
 * JSON-LD, Open Graph, Dublin Core, <time>, <link rel="canonical">). Nothing is fetched, no entity of its own is expanded.
 */
gboolean
rcp_html_reader_read (RcpDocument *self, const char *text, GError **error)
{
  g_auto (Metadata) metadata = { 0 };
  xmlDoc *page;
  GArray *blocks;

  if (rcp_html_is_too_deep (text))
    {
      g_set_error (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_TOO_DEEP, "more than %d elements are open at once",
                   RCP_HTML_MAX_DEPTH);
      return FALSE;
    }
  ensure_parser ();
  page = parse (text);
  if (page == NULL || xmlDocGetRootElement (page) == NULL)
    {
      if (page)
        xmlFreeDoc (page);
      g_set_error_literal (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_NO_ARTICLE, "no element in the page");
      return FALSE;
    }
  read_metadata (&metadata, xmlDocGetRootElement (page));
  apply_metadata (self, &metadata);
  blocks = rcp_html_blocks_new (xmlDocGetRootElement (page));
  write_blocks (self, blocks);
  g_array_unref (blocks);
  xmlFreeDoc (page);
  return TRUE;
}
