#include "config.h"

#include "rcp-html-blocks-private.h"

#include <string.h>

/* What an element says of all that it holds. */
enum
{
  MARK_NAVIGATION = 1 << 0,
  MARK_COMMENTS = 1 << 1,
  MARK_SHARE = 1 << 2,
  MARK_RELATED = 1 << 3,
  MARK_PROMOTION = 1 << 4,
  MARK_CAPTION = 1 << 5,
  MARK_BYLINE = 1 << 6,
  MARK_NOTICE = 1 << 7,
  MARK_ARTICLE = 1 << 8,
  MARK_LINK = 1 << 9,
  MARK_LIST_ITEM = 1 << 10,
  MARK_BODY = 1 << 11, /* itemprop="articleBody" and the like: stronger than <article>, which lists of teasers use too */
  MARK_ASIDE = MARK_NAVIGATION | MARK_COMMENTS | MARK_SHARE | MARK_RELATED | MARK_PROMOTION | MARK_CAPTION | MARK_BYLINE
               | MARK_NOTICE,
};

/* A paragraph that counts has at least a line of text, and is not mostly links. */
#define PARAGRAPH_MIN_BYTES 60
#define PARAGRAPH_MAX_LINK_SHARE 0.4

typedef struct
{
  double score;
  guint first_block;
  guint end_block;
  guint marks;
} Container;

typedef struct
{
  GArray *blocks;         /* given to the caller */
  GHashTable *containers; /* xmlNode → Container */
  GArray *marks;          /* of guint, one for each open element */
  GString *text;
  gsize n_link_bytes;
  xmlNode *holder; /* the block element that the text being read belongs to */
  guint holder_marks;
} Walker;

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (gsize i = 0; names[i]; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_skipped (const char *name)
{
  static const char *const names[] = { "script", "style",  "noscript", "template", "svg",   "iframe", "select",
                                       "button", "input",  "textarea", "object",   "audio", "video",  "canvas",
                                       "head",   "option", "math",     "map",      NULL };

  return is_one_of (name, names);
}

static gboolean
is_inline (const char *name)
{
  static const char *const names[] = { "a",    "abbr", "acronym", "b",    "bdi",  "bdo",   "big", "cite", "code", "data",
                                       "del",  "dfn",  "em",      "font", "i",    "img",   "ins", "kbd",  "mark", "q",
                                       "s",    "samp", "small",   "span", "strong", "strike", "sub", "sup", "time", "tt",
                                       "u",    "var",  "wbr",     "picture", "source", "nobr", NULL };

  return is_one_of (name, names);
}

static guint
marks_of_token (const char *token)
{
  static const struct
  {
    const char *word;
    guint mark;
  } hints[] = {
    { "comment", MARK_COMMENTS },     { "comments", MARK_COMMENTS },   { "respond", MARK_COMMENTS },
    { "disqus", MARK_COMMENTS },      { "commentaires", MARK_COMMENTS }, { "share", MARK_SHARE },
    { "sharing", MARK_SHARE },        { "social", MARK_SHARE },        { "addtoany", MARK_SHARE },
    { "partage", MARK_SHARE },        { "related", MARK_RELATED },     { "recommended", MARK_RELATED },
    { "recommendations", MARK_RELATED }, { "similar", MARK_RELATED },  { "tags", MARK_RELATED },
    { "newsletter", MARK_PROMOTION }, { "subscribe", MARK_PROMOTION }, { "advert", MARK_PROMOTION },
    { "advertisement", MARK_PROMOTION }, { "ad", MARK_PROMOTION },     { "ads", MARK_PROMOTION },
    { "sponsor", MARK_PROMOTION },    { "sponsored", MARK_PROMOTION }, { "promo", MARK_PROMOTION },
    { "paywall", MARK_PROMOTION },    { "cookie", MARK_NAVIGATION },   { "cookies", MARK_NAVIGATION },
    { "consent", MARK_NAVIGATION },   { "popup", MARK_NAVIGATION },    { "modal", MARK_NAVIGATION },
    { "nav", MARK_NAVIGATION },       { "navbar", MARK_NAVIGATION },   { "navigation", MARK_NAVIGATION },
    { "menu", MARK_NAVIGATION },      { "breadcrumb", MARK_NAVIGATION }, { "breadcrumbs", MARK_NAVIGATION },
    { "sidebar", MARK_NAVIGATION },   { "widget", MARK_NAVIGATION },   { "pagination", MARK_NAVIGATION },
    { "masthead", MARK_NAVIGATION },  { "footer", MARK_NOTICE },       { "copyright", MARK_NOTICE },
    { "caption", MARK_CAPTION },      { "figcaption", MARK_CAPTION },  { "byline", MARK_BYLINE },
    { "author", MARK_BYLINE },        { "auteur", MARK_BYLINE },       { "dateline", MARK_BYLINE },
  };
  static const struct
  {
    const char *whole;
    guint mark;
  } names[] = {
    { "article-body", MARK_BODY },   { "article__body", MARK_BODY },   { "articlebody", MARK_BODY },
    { "article-content", MARK_BODY }, { "article__content", MARK_BODY }, { "entry-content", MARK_BODY },
    { "post-content", MARK_BODY },   { "story-body", MARK_BODY },      { "article-text", MARK_BODY },
    { "td-post-content", MARK_BODY }, { "entry-meta", MARK_BYLINE },    { "post-meta", MARK_BYLINE },
    { "article-meta", MARK_BYLINE },
  };
  guint marks = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (token, names[i].whole) == 0)
      return names[i].mark;
  /* "has-sidebar" tells of the page, not of the element. */
  if (g_str_has_prefix (token, "has-") || g_str_has_prefix (token, "with-") || g_str_has_prefix (token, "no-")
      || g_str_has_prefix (token, "is-"))
    return 0;
  {
    g_auto (GStrv) words = g_strsplit_set (token, "-_", -1);

    for (guint k = 0; words[k]; k++)
      for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
        if (g_ascii_strcasecmp (words[k], hints[i].word) == 0)
          marks |= hints[i].mark;
  }
  return marks;
}

static guint
marks_of_attribute (xmlNode *node, const char *attribute)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST attribute);
  guint marks = 0;

  if (value && xmlStrlen (value) < 500)
    {
      g_auto (GStrv) tokens = g_strsplit_set ((const char *) value, " \t\n", -1);

      for (guint i = 0; tokens[i]; i++)
        marks |= marks_of_token (tokens[i]);
    }
  xmlFree (value);
  return marks;
}

static gboolean
attribute_is (xmlNode *node, const char *attribute, const char *wanted)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST attribute);
  gboolean is = value && g_ascii_strcasecmp ((const char *) value, wanted) == 0;

  xmlFree (value);
  return is;
}

static guint
marks_of_element (xmlNode *node, const char *name, guint inherited)
{
  guint marks = 0;

  if (strcmp (name, "nav") == 0 || strcmp (name, "form") == 0 || strcmp (name, "menu") == 0)
    marks |= MARK_NAVIGATION;
  else if (strcmp (name, "header") == 0 && !(inherited & (MARK_ARTICLE | MARK_BODY)))
    marks |= MARK_NAVIGATION;
  else if (strcmp (name, "aside") == 0)
    marks |= MARK_RELATED;
  else if (strcmp (name, "footer") == 0)
    marks |= MARK_NOTICE;
  else if (strcmp (name, "figcaption") == 0 || strcmp (name, "figure") == 0 || strcmp (name, "caption") == 0)
    marks |= MARK_CAPTION;
  else if (strcmp (name, "a") == 0)
    marks |= MARK_LINK;
  else if (strcmp (name, "li") == 0)
    marks |= MARK_LIST_ITEM;
  else if (strcmp (name, "article") == 0 || strcmp (name, "main") == 0)
    marks |= MARK_ARTICLE;

  if (node->properties == NULL)
    return marks;
  if (attribute_is (node, "itemprop", "articleBody"))
    marks |= MARK_BODY;
  if (attribute_is (node, "role", "main"))
    marks |= MARK_ARTICLE;
  if (attribute_is (node, "role", "navigation") || attribute_is (node, "role", "banner")
      || attribute_is (node, "role", "search"))
    marks |= MARK_NAVIGATION;
  if (attribute_is (node, "role", "complementary"))
    marks |= MARK_RELATED;
  if (attribute_is (node, "role", "contentinfo"))
    marks |= MARK_NOTICE;
  if (attribute_is (node, "rel", "author") || attribute_is (node, "itemprop", "author"))
    marks |= is_inline (name) ? 0 : MARK_BYLINE;
  /* Site builders put every sort of word on the outermost elements. */
  if (strcmp (name, "body") != 0 && strcmp (name, "html") != 0 && !is_inline (name))
    {
      guint hints = marks_of_attribute (node, "class") | marks_of_attribute (node, "id");

      if (marks & (MARK_ARTICLE | MARK_BODY))
        hints &= MARK_BODY;
      marks |= hints;
    }
  return marks;
}

static Container *
container_of (Walker *self, xmlNode *node)
{
  return node ? g_hash_table_lookup (self->containers, node) : NULL;
}

static void
flush_block (Walker *self)
{
  RcpHtmlBlock block = { 0 };
  const char *name = self->holder ? (const char *) self->holder->name : "";

  while (self->text->len > 0 && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  if (self->text->len > 0)
    {
      block.text = g_strndup (self->text->str, self->text->len);
      block.n_link_bytes = MIN (self->n_link_bytes, self->text->len);
      block.marks = self->holder_marks;
      block.is_list_item = (self->holder_marks & MARK_LIST_ITEM) != 0;
      if ((name[0] == 'h' || name[0] == 'H') && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
        block.heading = name[1] - '0';
      if (self->text->len >= PARAGRAPH_MIN_BYTES && block.heading == 0 && !(block.marks & MARK_ASIDE)
          && block.n_link_bytes < self->text->len * PARAGRAPH_MAX_LINK_SHARE)
        {
          gboolean is_paragraph = strcmp (name, "p") == 0;
          xmlNode *parent = is_paragraph ? self->holder->parent : self->holder;
          Container *near = container_of (self, parent);
          Container *far = parent ? container_of (self, parent->parent) : NULL;
          double points = (is_paragraph ? 1.0 : 0.5) + MIN (self->text->len / 200.0, 4.0);

          if (near)
            near->score += points;
          if (far)
            far->score += points / 2;
        }
      g_array_append_val (self->blocks, block);
    }
  g_string_truncate (self->text, 0);
  self->n_link_bytes = 0;
}

static void
read_text (Walker *self, const char *text, guint marks)
{
  gsize before = self->text->len;

  for (const char *at = text; *at;)
    {
      gunichar code = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      /* Only the white space of HTML collapses; no-break spaces are part of the text. */
      if (code == ' ' || code == '\n' || code == '\t' || code == '\r' || code == '\f')
        {
          if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
            g_string_append_c (self->text, ' ');
        }
      else if (code >= 0x20)
        g_string_append_len (self->text, at, next - at);
      at = next;
    }
  if (marks & MARK_LINK)
    self->n_link_bytes += self->text->len - before;
}

static void
enter_holder (Walker *self, xmlNode *node, guint marks)
{
  self->holder = node;
  self->holder_marks = marks;
}

static void
leave_element (Walker *self, xmlNode *node)
{
  g_array_set_size (self->marks, self->marks->len - 1);
  if (!is_inline ((const char *) node->name))
    {
      Container *container;

      flush_block (self);
      container = container_of (self, node);
      if (container)
        container->end_block = self->blocks->len;
      enter_holder (self, node->parent,
                    self->marks->len ? g_array_index (self->marks, guint, self->marks->len - 1) : 0);
    }
}

/* Enters an element; FALSE where its content is no text of the page. */
static gboolean
enter_element (Walker *self, xmlNode *node)
{
  const char *name = (const char *) node->name;
  guint inherited = self->marks->len ? g_array_index (self->marks, guint, self->marks->len - 1) : 0, marks;

  if (is_skipped (name))
    return FALSE;
  if (strcmp (name, "br") == 0 || strcmp (name, "hr") == 0)
    {
      flush_block (self);
      return FALSE;
    }
  marks = inherited | marks_of_element (node, name, inherited);
  g_array_append_val (self->marks, marks);
  if (!is_inline (name))
    {
      flush_block (self);
      enter_holder (self, node, marks);
      if (strcmp (name, "p") != 0 && strcmp (name, "li") != 0)
        {
          Container *container = g_new0 (Container, 1);

          container->first_block = self->blocks->len;
          container->marks = marks & ~inherited;
          g_hash_table_insert (self->containers, node, container);
        }
    }
  return TRUE;
}

static void
walk (Walker *self, xmlNode *root)
{
  xmlNode *node = root;

  while (node)
    {
      gboolean goes_down = FALSE;

      if (node->type == XML_ELEMENT_NODE)
        goes_down = enter_element (self, node);
      else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
        read_text (self, (const char *) node->content,
                   self->marks->len ? g_array_index (self->marks, guint, self->marks->len - 1) : 0);
      if (goes_down && node->children)
        {
          node = node->children;
          continue;
        }
      if (goes_down)
        leave_element (self, node);
      while (node && node != root && node->next == NULL)
        {
          node = node->parent;
          if (node)
            leave_element (self, node);
          if (node == root)
            return;
        }
      if (node == NULL || node == root)
        return;
      node = node->next;
    }
}

static RcpSetAsideKind
kind_of_marks (guint marks)
{
  if (marks & MARK_COMMENTS)
    return RCP_SET_ASIDE_COMMENT_FORM;
  if (marks & MARK_SHARE)
    return RCP_SET_ASIDE_SHARE_COUNTER;
  if (marks & MARK_PROMOTION)
    return RCP_SET_ASIDE_PROMOTION;
  if (marks & MARK_CAPTION)
    return RCP_SET_ASIDE_CAPTION;
  if (marks & MARK_BYLINE)
    return RCP_SET_ASIDE_BYLINE;
  if (marks & MARK_NOTICE)
    return RCP_SET_ASIDE_PUBLISHER_NOTICE;
  if (marks & MARK_RELATED)
    return RCP_SET_ASIDE_RELATED;
  return RCP_SET_ASIDE_NAVIGATION;
}

/* The element that holds the article: the one whose own paragraphs, and half of its children's, weigh most. */
static Container *
choose_article (Walker *self, xmlNode *root)
{
  Container *best = NULL;
  xmlNode *best_node = NULL;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->containers);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Container *container = value;

      if (container->score > 0 && container->marks & MARK_BODY)
        container->score *= 2;
      else if (container->score > 0 && container->marks & MARK_ARTICLE)
        container->score *= 1.5;
      /* Equal scores: the first of the page, so that the order of the table does not matter. */
      if (container->score > 0
          && (best == NULL || container->score > best->score
              || (container->score == best->score && container->first_block < best->first_block)
              || (container->score == best->score && container->first_block == best->first_block
                  && container->end_block < best->end_block)))
        {
          best = container;
          best_node = key;
        }
    }
  /* Sections of one article belong together. */
  for (xmlNode *node = best_node; node && node != root->parent; node = node->parent)
    {
      Container *container = container_of (self, node);

      if (container && (strcmp ((const char *) node->name, "article") == 0 || container->marks & MARK_BODY))
        return container;
    }
  return best;
}

static void
block_clear (gpointer data)
{
  g_free (((RcpHtmlBlock *) data)->text);
}

/**
 * rcp_html_blocks_new:
 * @root: the root element of a page, not nested deeper than %RCP_HTML_MAX_DEPTH
 *
 * Cuts a page into its blocks and tells which belong to the article: those of the element with the heaviest paragraphs,
 * but for what their elements and their classes say is something else, and for what is mostly links. Weighing paragraphs
 * by length and link density is the idea of Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text
 * Features" (WSDM 2010).
 *
 * Returns: (transfer full) (element-type RcpHtmlBlock): every block of the page, in order.
 */
GArray *
rcp_html_blocks_new (xmlNode *root)
{
  Walker walker = { 0 };
  Container *article;

  walker.blocks = g_array_new (FALSE, FALSE, sizeof (RcpHtmlBlock));
  g_array_set_clear_func (walker.blocks, block_clear);
  walker.containers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  walker.marks = g_array_new (FALSE, FALSE, sizeof (guint));
  walker.text = g_string_new (NULL);
  if (root)
    walk (&walker, root);
  flush_block (&walker);

  article = root ? choose_article (&walker, root) : NULL;
  for (guint i = 0; i < walker.blocks->len; i++)
    {
      RcpHtmlBlock *block = &g_array_index (walker.blocks, RcpHtmlBlock, i);
      gboolean inside = article ? i >= article->first_block && i < article->end_block : TRUE;
      gsize length = strlen (block->text);

      block->is_article = inside && !(block->marks & MARK_ASIDE);
      if (block->is_article && block->n_link_bytes > length * 0.6 && length < 200 && block->heading == 0)
        {
          block->is_article = FALSE;
          block->kind = RCP_SET_ASIDE_RELATED;
        }
      else if (!block->is_article)
        block->kind = kind_of_marks (block->marks);
    }
  g_hash_table_unref (walker.containers);
  g_array_unref (walker.marks);
  g_string_free (walker.text, TRUE);
  return walker.blocks;
}

/**
 * rcp_html_is_too_deep:
 * @html: the markup
 *
 * Counts open elements without building anything, so that a page made to exhaust the parser never reaches it.
 *
 * Returns: whether more than %RCP_HTML_MAX_DEPTH elements stand open at once.
 */
gboolean
rcp_html_is_too_deep (const char *html)
{
  static const char *const unnested[] = { "area", "base", "br",   "col",  "embed", "hr",   "img", "input", "link", "meta",
                                          "param", "source", "track", "wbr", "p",  "li",   "td",  "th",    "tr",   "dd",
                                          "dt",   "option", NULL };
  guint depth = 0;

  for (const char *at = strchr (html, '<'); at; at = strchr (at, '<'))
    {
      gboolean closes = at[1] == '/';
      const char *from = at + 1 + closes;
      char name[12] = "";
      guint n = 0;

      if (strncmp (at, "<!--", 4) == 0)
        {
          const char *end = strstr (at + 4, "-->");

          if (end == NULL)
            return FALSE;
          at = end + 3;
          continue;
        }
      while (n < sizeof name - 1 && g_ascii_isalnum (from[n]))
        {
          name[n] = from[n];
          n++;
        }
      name[n] = '\0';
      at = from + n;
      if (n == 0 || is_one_of (name, unnested))
        continue;
      if (!closes && (g_ascii_strcasecmp (name, "script") == 0 || g_ascii_strcasecmp (name, "style") == 0))
        {
          const char *end = at;

          /* To its own end tag; what stands between is no markup. */
          while ((end = strchr (end, '<')) != NULL && (end[1] != '/' || g_ascii_strncasecmp (end + 2, name, n) != 0))
            end++;
          if (end == NULL)
            return FALSE;
          at = end + 2 + n;
          continue;
        }
      if (closes)
        depth -= depth > 0;
      else if (++depth > RCP_HTML_MAX_DEPTH)
        return TRUE;
    }
  return FALSE;
}
