#include "config.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-document-private.h"
#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-page-head-private.h"
#include "rcp-page-private.h"

static gboolean
same_words (const char *a, const char *b)
{
  g_autofree char *x = rcp_fold_words (a);
  g_autofree char *y = rcp_fold_words (b);

  return strcmp (x, y) == 0;
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

/* The heading that says the title of the page, or else the first of the highest rank. */
static void
find_heading (RcpPage *self)
{
  for (guint i = 0; i < self->blocks->len && self->heading == G_MAXUINT; i++)
    if (rcp_page_block (self, i)->heading > 0 && rcp_page_block (self, i)->heading <= 2 && self->title
        && same_words (rcp_page_block (self, i)->text, self->title))
      self->heading = i;
  for (guint i = 0; i < self->blocks->len && self->heading == G_MAXUINT; i++)
    if (rcp_page_block (self, i)->heading == 1)
      self->heading = i;
}

/* Writes the blocks one under another and sets aside those that are not the article's. */
static void
write_blocks (RcpDocument *self, const RcpPage *page)
{
  GString *out = g_string_new (NULL);
  guint position = 0;
  gboolean after_item = FALSE;

  for (guint i = 0; i < page->blocks->len; i++)
    {
      RcpPageBlock *block = rcp_page_block (page, i);
      RcpRange range;

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

/* The page as a tree; (nullable). */
static xmlDoc *
open_page (const char *text, GError **error)
{
  xmlDoc *page;

  if (rcp_page_is_too_deep (text))
    {
      g_set_error (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_TOO_DEEP, "more than %d elements are open at once",
                   RCP_PAGE_MAX_DEPTH);
      return NULL;
    }
  ensure_parser ();
  page = parse (text);
  if (page == NULL || xmlDocGetRootElement (page) == NULL)
    {
      if (page)
        xmlFreeDoc (page);
      g_set_error_literal (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_NO_ARTICLE, "no element in the page");
      return NULL;
    }
  return page;
}

/* Reads what a page states of itself and cuts the rest. */
static void
cut_page (RcpPage *self, xmlDoc *page, RcpDocument *document)
{
  g_autofree char *body = NULL;

  rcp_page_head_read (document, xmlDocGetRootElement (page), &self->description, &body);
  rcp_page_cut (self, xmlDocGetRootElement (page));
  self->title = g_strdup (document->title);
  self->body = body ? rcp_fold_words (body) : NULL;
  find_heading (self);
  rcp_page_mark (self);
}

/**
 * rcp_html_reader_cut:
 * @self: an empty page
 * @text: the page, decoded
 * @error: as rcp_html_reader_read()
 *
 * Cuts a page into blocks as rcp_html_reader_read() does, and judges nothing; for learning to judge.
 */
gboolean
rcp_html_reader_cut (RcpPage *self, const char *text, GError **error)
{
  g_autoptr (RcpDocument) document = rcp_document_new ();
  xmlDoc *page = open_page (text, error);

  if (page == NULL)
    return FALSE;
  cut_page (self, page, document);
  xmlFreeDoc (page);
  return TRUE;
}

/**
 * rcp_html_reader_read:
 * @text: the page, decoded; what it declares as its character set no longer counts
 * @error: %RCP_TEXT_ERROR_TOO_DEEP, %RCP_TEXT_ERROR_NO_ARTICLE or %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Reads a page: its blocks in order, those that are not the article's set aside, and what it states of itself. Nothing is fetched, no entity of its own is expanded.
 */
gboolean
rcp_html_reader_read (RcpDocument *self, const char *text, GError **error)
{
  g_auto (RcpPage) page = { 0 };
  xmlDoc *tree = open_page (text, error);

  if (tree == NULL)
    return FALSE;
  cut_page (&page, tree, self);
  xmlFreeDoc (tree);
  if (!rcp_boilerplate_lexicon_load (error) || !rcp_page_judge (&page, error))
    return FALSE;
  if (page.heading != G_MAXUINT && self->title && same_words (rcp_page_block (&page, page.heading)->text, self->title))
    rcp_page_block (&page, page.heading)->is_article = TRUE;
  write_blocks (self, &page);
  return TRUE;
}
