#include "config.h"

#include "rcp-page-private.h"

#include <string.h>

/* Prose has a few words, ends as sentences do or is long, and is not mostly links. */
#define PROSE_MIN_CHARS 40
#define PROSE_LONG_CHARS 120
#define PROSE_MAX_LINK_SHARE 0.4

/* More words than this on one element are a style sheet's, and say nothing. */
#define MAX_ELEMENT_WORDS 24
#define MAX_ATTRIBUTE_BYTES 500
#define MAX_CONTROL_ELEMENTS 60
#define SCORED_LEVELS 5
#define MAX_COMMENT_SHARE 0.9

typedef struct
{
  RcpPage *page;
  GArray *open; /* guint: indices of open block elements */
  GString *text;
  guint n_chars;
  guint n_link_chars;
  guint link_depth;
  gboolean after_break;
} Cutter;

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (gsize i = 0; names[i]; i++)
    if (strcmp (name, names[i]) == 0)
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

/* A control that was never closed seems to hold the rest of the page; one that is a control holds a few elements. */
static gboolean
holds_much (xmlNode *root)
{
  static const char *const no_parts[] = { "h1", "article", "main", NULL };
  guint n = 0;

  for (xmlNode *node = root->children; node;)
    {
      n += node->type == XML_ELEMENT_NODE;
      if (n > MAX_CONTROL_ELEMENTS || (node->type == XML_ELEMENT_NODE && is_one_of ((const char *) node->name, no_parts)))
        return TRUE;
      if (node->type == XML_ELEMENT_NODE && node->children)
        {
          node = node->children;
          continue;
        }
      while (node != root && node->next == NULL)
        node = node->parent;
      node = node == root ? NULL : node->next;
    }
  return FALSE;
}

static gboolean
is_control (const char *name)
{
  static const char *const names[] = { "button", "object", "svg", "iframe", "canvas", "map", "video", "audio", NULL };

  return is_one_of (name, names);
}

static gboolean
is_inline (const char *name)
{
  static const char *const names[] = { "a",    "abbr", "acronym", "b",    "bdi",  "bdo",   "big", "cite", "code", "data",
                                       "del",  "dfn",  "em",      "font", "i",    "img",   "ins", "kbd",  "mark", "q",
                                       "s",    "samp", "small",   "span", "strong", "strike", "sub", "sup", "time", "tt",
                                       "u",    "var",  "wbr",     "picture", "source", "nobr", "label", NULL };

  return is_one_of (name, names);
}

static guint
within_of_name (const char *name)
{
  static const struct
  {
    const char *name;
    RcpPageWithin within;
  } rows[] = {
    { "article", RCP_PAGE_WITHIN_ARTICLE }, { "main", RCP_PAGE_WITHIN_MAIN },       { "header", RCP_PAGE_WITHIN_HEADER },
    { "footer", RCP_PAGE_WITHIN_FOOTER },   { "nav", RCP_PAGE_WITHIN_NAV },         { "menu", RCP_PAGE_WITHIN_NAV },
    { "aside", RCP_PAGE_WITHIN_ASIDE },     { "form", RCP_PAGE_WITHIN_FORM },       { "table", RCP_PAGE_WITHIN_TABLE },
    { "ul", RCP_PAGE_WITHIN_LIST },         { "ol", RCP_PAGE_WITHIN_LIST },         { "dl", RCP_PAGE_WITHIN_LIST },
    { "figure", RCP_PAGE_WITHIN_FIGURE },   { "figcaption", RCP_PAGE_WITHIN_FIGURE }, { "caption", RCP_PAGE_WITHIN_FIGURE },
    { "blockquote", RCP_PAGE_WITHIN_QUOTE }, { "section", RCP_PAGE_WITHIN_SECTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (strcmp (rows[i].name, name) == 0)
      return rows[i].within;
  return 0;
}

/* Cuts "relatedPosts widget_area" into related, posts, widget, area, and keeps relatedposts and widget_area too. */
static void
add_words (GStringChunk *names, GPtrArray *words, const char *value)
{
  const char *at = value;

  while (*at && words->len < MAX_ELEMENT_WORDS)
    {
      g_autofree char *whole = NULL;
      gsize length;

      at += strspn (at, " \t\r\n");
      length = strcspn (at, " \t\r\n");
      if (length == 0)
        break;
      whole = g_ascii_strdown (at, length);
      if (length >= 2 && length <= 40)
        g_ptr_array_add (words, g_string_chunk_insert_const (names, whole));
      for (gsize i = 0; i < length && words->len < MAX_ELEMENT_WORDS;)
        {
          gsize from = i, to;

          while (i < length && !g_ascii_isalpha (at[i]))
            i++;
          from = to = i;
          while (to < length && g_ascii_isalpha (at[to])
                 && (to == from || !g_ascii_isupper (at[to]) || g_ascii_isupper (at[to - 1])))
            to++;
          if (to - from >= 2 && to - from <= 20 && to - from < length)
            {
              g_autofree char *part = g_strndup (whole + from, to - from);

              g_ptr_array_add (words, g_string_chunk_insert_const (names, part));
            }
          i = MAX (to, from + 1);
        }
      at += length;
    }
}

static gboolean
is_hidden (const char *name, const char *value)
{
  if (strcmp (name, "hidden") == 0)
    return TRUE;
  if (strcmp (name, "aria-hidden") == 0)
    return g_ascii_strcasecmp (value, "true") == 0;
  return strcmp (name, "style") == 0 && (strstr (value, "display:none") || strstr (value, "display: none"));
}

/* Pages say the same words over and over. */
static guint
hints_of (RcpPage *self, const char *word)
{
  gpointer known;

  if (!g_hash_table_lookup_extended (self->word_hints, word, NULL, &known))
    {
      known = GUINT_TO_POINTER (rcp_page_hints_of (word));
      g_hash_table_insert (self->word_hints, (gpointer) word, known);
    }
  return GPOINTER_TO_UINT (known);
}

static void
read_attributes (RcpPage *page, RcpPageElement *element, xmlNode *node)
{
  static const char *const read[] = { "class", "id", "role", "itemprop", "data-component", "rel", NULL };
  g_autoptr (GPtrArray) words = NULL;

  for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      const char *value = attribute->children && attribute->children->content ? (const char *) attribute->children->content : "";

      if (is_hidden (name, value))
        element->within |= RCP_PAGE_WITHIN_HIDDEN;
      if (!is_one_of (name, read) || strlen (value) > MAX_ATTRIBUTE_BYTES)
        continue;
      if (words == NULL)
        words = g_ptr_array_new ();
      if (strcmp (name, "itemprop") == 0 && g_ascii_strcasecmp (value, "articleBody") == 0)
        element->within |= RCP_PAGE_WITHIN_BODY;
      else if (strcmp (name, "role") == 0 && strcmp (value, "main") == 0)
        element->within |= RCP_PAGE_WITHIN_MAIN;
      else if (strcmp (name, "role") == 0 && (strcmp (value, "navigation") == 0 || strcmp (value, "search") == 0))
        element->within |= RCP_PAGE_WITHIN_NAV;
      else if (strcmp (name, "role") == 0 && strcmp (value, "complementary") == 0)
        element->within |= RCP_PAGE_WITHIN_ASIDE;
      add_words (page->names, words, value);
    }
  if (words != NULL && words->len > 0)
    {
      g_ptr_array_add (words, NULL);
      element->words = (const char **) g_ptr_array_free (g_steal_pointer (&words), FALSE);
      for (guint i = 0; element->words[i]; i++)
        element->hints |= hints_of (page, element->words[i]);
    }
}

static guint
current_element (const Cutter *self)
{
  return self->open->len ? g_array_index (self->open, guint, self->open->len - 1) : G_MAXUINT;
}

static gboolean
reads_as_prose (const RcpPageBlock *block)
{
  gsize length = strlen (block->text);
  const char *last = length ? g_utf8_prev_char (block->text + length) : "";

  if (block->n_chars < PROSE_MIN_CHARS || block->heading || block->n_link_chars > block->n_chars * PROSE_MAX_LINK_SHARE)
    return FALSE;
  return block->n_chars >= PROSE_LONG_CHARS || strchr (".!?:\"')", *last) || strstr ("…”»’", last);
}

static void
flush (Cutter *self)
{
  guint element = current_element (self);
  RcpPageBlock block = { 0 };

  while (self->text->len > 0 && g_ascii_isspace (self->text->str[self->text->len - 1]))
    g_string_truncate (self->text, self->text->len - 1);
  if (self->text->len > 0 && element != G_MAXUINT)
    {
      const char *name = rcp_page_element (self->page, element)->name;

      block.text = g_strndup (self->text->str, self->text->len);
      block.n_chars = g_utf8_strlen (block.text, -1);
      block.n_link_chars = MIN (self->n_link_chars, block.n_chars);
      block.element = element;
      block.after_break = self->after_break;
      block.is_list_item = strcmp (name, "li") == 0;
      if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && name[2] == '\0')
        block.heading = name[1] - '0';
      block.is_prose = reads_as_prose (&block);
      g_array_append_val (self->page->blocks, block);
    }
  g_string_truncate (self->text, 0);
  self->n_chars = self->n_link_chars = 0;
  self->after_break = FALSE;
}

static void
read_text (Cutter *self, const char *text)
{
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);
      gsize before = self->text->len;

      /* Only the white space of HTML collapses; no-break spaces are part of the text. */
      if (code == ' ' || code == '\n' || code == '\t' || code == '\r' || code == '\f')
        {
          if (self->text->len > 0 && self->text->str[self->text->len - 1] != ' ')
            g_string_append_c (self->text, ' ');
        }
      else if (code >= 0x20)
        g_string_append_unichar (self->text, code);
      if (self->text->len > before)
        {
          self->n_chars++;
          self->n_link_chars += self->link_depth > 0;
        }
    }
}

static gboolean
enter (Cutter *self, xmlNode *node)
{
  const char *name = (const char *) node->name;
  RcpPageElement element = { 0 };
  guint parent = current_element (self);

  if (is_skipped (name) && !(is_control (name) && holds_much (node)))
    return FALSE;
  if (strcmp (name, "br") == 0 || strcmp (name, "hr") == 0)
    {
      flush (self);
      self->after_break = name[0] == 'b';
      return FALSE;
    }
  if (is_inline (name))
    {
      self->link_depth += strcmp (name, "a") == 0;
      return TRUE;
    }
  flush (self);
  element.parent = parent;
  element.name = g_string_chunk_insert_const (self->page->names, name);
  if (parent != G_MAXUINT)
    {
      const RcpPageElement *around = rcp_page_element (self->page, parent);

      element.within = around->within;
      element.path = around->path;
      element.article = around->article;
    }
  if (strcmp (name, "article") == 0)
    element.article = ++self->page->n_articles;
  element.within |= within_of_name (name);
  if (self->link_depth > 0)
    element.within |= RCP_PAGE_WITHIN_LINK;
  read_attributes (self->page, &element, node);
  element.path = element.path * 31 + g_str_hash (name);
  if (element.words)
    element.path = element.path * 31 + g_str_hash (element.words[0]);
  element.first_block = self->page->blocks->len;
  g_array_append_val (self->page->elements, element);
  parent = self->page->elements->len - 1;
  g_array_append_val (self->open, parent);
  return TRUE;
}

static void
leave (Cutter *self, xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (is_inline (name))
    {
      self->link_depth -= strcmp (name, "a") == 0;
      return;
    }
  flush (self);
  rcp_page_element (self->page, current_element (self))->end_block = self->page->blocks->len;
  g_array_set_size (self->open, self->open->len - 1);
}

static void
walk (Cutter *self, xmlNode *root)
{
  xmlNode *node = root;

  while (node)
    {
      gboolean goes_down = FALSE;

      if (node->type == XML_ELEMENT_NODE)
        goes_down = enter (self, node);
      else if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content)
        read_text (self, (const char *) node->content);
      if (goes_down && node->children)
        {
          node = node->children;
          continue;
        }
      if (goes_down)
        leave (self, node);
      while (node != root && node->next == NULL)
        {
          node = node->parent;
          leave (self, node);
        }
      if (node == root)
        return;
      node = node->next;
    }
}

/* A paragraph counts for the element it stands in, half for the one around that, and less for those further out: the
 * dividers of Mozilla's Readability. */
static void
add_score (RcpPage *self, const RcpPageBlock *block)
{
  guint holder = block->element;
  double points = 1 + MIN (block->n_chars / 200.0, 4);

  if (strcmp (rcp_page_element (self, holder)->name, "p") == 0)
    holder = rcp_page_element (self, holder)->parent;
  for (guint level = 0; level < SCORED_LEVELS && holder != G_MAXUINT; level++)
    {
      rcp_page_element (self, holder)->score += points / (level == 0 ? 1 : level == 1 ? 2 : level * 3);
      holder = rcp_page_element (self, holder)->parent;
    }
}

/* The element whose paragraphs weigh most, and where its prose begins and ends. */
static void
find_best (RcpPage *self)
{
  const RcpPageElement *best;

  for (guint i = 0; i < self->elements->len; i++)
    {
      const RcpPageElement *element = rcp_page_element (self, i);

      if (element->score > 0 && (self->best == G_MAXUINT || element->score > rcp_page_element (self, self->best)->score))
        self->best = i;
    }
  if (self->best == G_MAXUINT)
    return;
  best = rcp_page_element (self, self->best);
  for (guint i = best->first_block; i < best->end_block; i++)
    if (rcp_page_block (self, i)->is_prose)
      {
        if (self->first_prose == G_MAXUINT)
          self->first_prose = i;
        self->last_prose = i;
      }
}

/* Sums up, from the inside out, what stands in each element. */
static void
weigh (RcpPage *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const RcpPageBlock *block = rcp_page_block (self, i);
      RcpPageElement *element = rcp_page_element (self, block->element);

      if (block->is_prose)
        {
          gpointer path = GUINT_TO_POINTER (element->path);
          guint so_far = GPOINTER_TO_UINT (g_hash_table_lookup (self->paths, path));

          g_hash_table_insert (self->paths, path, GUINT_TO_POINTER (so_far + block->n_chars));
          add_score (self, block);
        }
      element->n_chars += block->n_chars;
      element->n_link_chars += block->n_link_chars;
      element->n_prose += block->is_prose ? block->n_chars : 0;
      self->n_prose += block->is_prose ? block->n_chars : 0;
    }
  for (guint i = self->elements->len; i > 0; i--)
    {
      const RcpPageElement *element = rcp_page_element (self, i - 1);
      RcpPageElement *around;

      if (element->parent == G_MAXUINT)
        continue;
      around = rcp_page_element (self, element->parent);
      around->n_chars += element->n_chars;
      around->n_link_chars += element->n_link_chars;
      around->n_prose += element->n_prose;
    }
  find_best (self);
}

/* Comments stand in an element that says so, and that does not hold the title or nearly all of the prose too. */
static gboolean
holds_comments (const RcpPage *self, const RcpPageElement *element)
{
  return element->hints & 1u << RCP_PAGE_HINT_COMMENT
         && (self->heading == G_MAXUINT || self->heading < element->first_block || self->heading >= element->end_block)
         && element->n_prose < self->n_prose * MAX_COMMENT_SHARE;
}

/**
 * rcp_page_mark:
 *
 * Marks what is said again and what readers have said; once the title is known.
 */
void
rcp_page_mark (RcpPage *self)
{
  g_autoptr (GHashTable) said = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      RcpPageBlock *block = rcp_page_block (self, i);

      if (block->n_chars >= PROSE_MIN_CHARS)
        block->is_repeated = !g_hash_table_add (said, block->text);
    }
  for (guint i = 0; i < self->elements->len; i++)
    if (holds_comments (self, rcp_page_element (self, i)))
      for (guint k = rcp_page_element (self, i)->first_block; k < rcp_page_element (self, i)->end_block; k++)
        rcp_page_block (self, k)->is_comment = TRUE;
}

static void
block_clear (gpointer data)
{
  g_free (((RcpPageBlock *) data)->text);
}

static void
element_clear (gpointer data)
{
  g_free (((RcpPageElement *) data)->words);
}

/**
 * rcp_page_cut:
 * @root: the root element of a page, not nested deeper than %RCP_PAGE_MAX_DEPTH
 *
 * Cuts a page into its blocks, in order, and weighs its elements. Scripts, forms' controls and what is drawn or played are
 * no text.
 */
void
rcp_page_cut (RcpPage *self, xmlNode *root)
{
  Cutter cutter = { self, g_array_new (FALSE, FALSE, sizeof (guint)), g_string_new (NULL), 0, 0, 0, FALSE };

  self->blocks = g_array_new (FALSE, FALSE, sizeof (RcpPageBlock));
  g_array_set_clear_func (self->blocks, block_clear);
  self->elements = g_array_new (FALSE, FALSE, sizeof (RcpPageElement));
  g_array_set_clear_func (self->elements, element_clear);
  self->names = g_string_chunk_new (4096);
  self->paths = g_hash_table_new (NULL, NULL);
  self->word_hints = g_hash_table_new (NULL, NULL);
  self->heading = self->best = self->first_prose = G_MAXUINT;
  if (root)
    walk (&cutter, root);
  weigh (self);
  g_array_unref (cutter.open);
  g_string_free (cutter.text, TRUE);
}

void
rcp_page_clear (RcpPage *self)
{
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->names, g_string_chunk_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->description, g_free);
  g_clear_pointer (&self->body, g_free);
  g_clear_pointer (&self->paths, g_hash_table_unref);
  g_clear_pointer (&self->word_hints, g_hash_table_unref);
}

/**
 * rcp_page_is_too_deep:
 * @html: the markup
 *
 * Counts open elements without building anything, so that a page made to exhaust the parser never reaches it.
 *
 * Returns: whether more than %RCP_PAGE_MAX_DEPTH elements stand open at once.
 */
gboolean
rcp_page_is_too_deep (const char *html)
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
      else if (++depth > RCP_PAGE_MAX_DEPTH)
        return TRUE;
    }
  return FALSE;
}
