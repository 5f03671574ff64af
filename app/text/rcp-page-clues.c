#include "config.h"

#include "rcp-page-clues-private.h"

#include <string.h>

#include "rcp-fold.h"

/* A name, a date or a title is shorter than this; a page states fewer than this many of them. */
#define MAX_VALUE_BYTES 600
#define MAX_CLUES 1500

/* A byline that is read from its element is no longer than this: the longest author's name in the gold has 88 bytes. */
#define MAX_BYLINE_BYTES 240

/* Lines that begin with "By" are looked at no more often than this. */
#define MAX_SIGNATURES 40

/* Headings that are compared with the title of the page. */
#define MAX_HEADINGS 60

/* Elements whose classes speak of authors or dates are read no more often than this; beyond it a page has them for others. */
#define MAX_MARKED 600

/* A line that holds a date beside other words. */
#define MAX_DATE_LINE_BYTES 140

/* What an element says of all that it holds. */
enum
{
  STATE_FAR = 1 << 0,
  STATE_ARTICLE = 1 << 1,
  STATE_AUTHOR = 1 << 2, /* within itemprop="author" or a byline */
};

typedef struct
{
  RcpPageClues *clues; /* given to the caller */
  GArray *states;      /* of guint, one for each open element */
  guint state;
  guint order;
  guint far_root;      /* the outermost open element that is far */
  guint near_root;     /* such a one that holds the title, and is not far for that */
  gboolean has_title;  /* whether a heading has said what <title> says */
  gboolean has_dateline;
  guint n_headings;
  char *last_text;     /* the last short text, "Published:" */
  guint n_signatures;
  guint n_marked;
  char *label;         /* of the pair of <meta> names that cards of Twitter show */
} Reader;

static void
clue_clear (gpointer data)
{
  RcpPageClue *clue = data;

  g_free (clue->name);
  g_free (clue->value);
}

/* The value of an attribute, borrowed; NULL for none and for one that is empty. */
static const char *
get_attribute (xmlNode *node, const char *name)
{
  for (xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
    /* The parser has made them lower case. */
    if (strcmp ((const char *) attribute->name, name) == 0)
      return attribute->children && attribute->children->content && attribute->children->content[0] != '\0'
                 ? (const char *) attribute->children->content
                 : NULL;
  return NULL;
}

static gboolean
is_hidden (xmlNode *node)
{
  const char *class = get_attribute (node, "class");

  return strcmp ((const char *) node->name, "script") == 0
         || strcmp ((const char *) node->name, "style") == 0
         || strcmp ((const char *) node->name, "svg") == 0
         || (class && (rcp_page_lexicon_class (class) & RCP_PAGE_CLASS_HIDDEN) != 0) || get_attribute (node, "hidden");
}

static gboolean
is_inline (xmlNode *node)
{
  static const char *const names[] = { "b", "i", "em", "strong", "sup", "sub", "font", "span", "a", "u", "wbr", "small", "mark", "abbr", "q", "cite" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp ((const char *) node->name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static void
append_collapsed (GString *out, const char *text, gsize max)
{
  for (const char *at = text; *at && out->len < max; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);

      if (g_unichar_isspace (code))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else
        g_string_append_unichar (out, code);
    }
}

/* The text of an element that is to be seen, white space collapsed, a space between its parts unless they stand in one line;
 * NULL for none and for more than @max bytes. */
static char *
dup_text (xmlNode *root, gsize max, gboolean joins_inline)
{
  g_autoptr (GString) out = g_string_new (NULL);
  xmlNode *node = root->children;
  guint steps = 0;

  while (node && out->len < max && ++steps < 400)
    {
      gboolean goes_down = FALSE;

      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        append_collapsed (out, (const char *) node->content, max);
      else if (node->type == XML_ELEMENT_NODE && !is_hidden (node))
        {
          goes_down = node->children != NULL;
          if (!joins_inline || !is_inline (node))
            append_collapsed (out, " ", max);
        }
      if (goes_down)
        {
          node = node->children;
          continue;
        }
      while (node && node != root && node->next == NULL)
        {
          node = node->parent;
          if (node != root && (!joins_inline || !is_inline (node)))
            append_collapsed (out, " ", max);
        }
      node = node && node != root ? node->next : NULL;
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  if (out->len == 0 || out->len >= max)
    return NULL;
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
take_clue (Reader *self, RcpPageField field, guint weight, const char *name, char *value)
{
  RcpPageClue clue = { field, weight, RCP_PAGE_PLACE_PAGE, self->order, 0, NULL, NULL };

  if (value == NULL || value[0] == '\0' || strlen (value) > MAX_VALUE_BYTES || self->clues->clues->len >= MAX_CLUES)
    {
      g_free (value);
      return;
    }
  if (self->state & STATE_FAR)
    {
      clue.place = RCP_PAGE_PLACE_FAR;
      clue.far_root = self->far_root;
    }
  else if (self->state & STATE_ARTICLE)
    clue.place = RCP_PAGE_PLACE_ARTICLE;
  clue.name = g_strdup (name);
  clue.value = g_strstrip (value);
  g_array_append_val (self->clues->clues, clue);
}

static void
read_meta (Reader *self, xmlNode *node)
{
  static const char *const keys[] = { "property", "name", "itemprop", "http-equiv" };
  const char *content = get_attribute (node, "content") ? get_attribute (node, "content") : get_attribute (node, "value");

  for (gsize i = 0; content && i < G_N_ELEMENTS (keys); i++)
    {
      const char *name = get_attribute (node, keys[i]);
      RcpPageField field;
      guint weight = name ? rcp_page_lexicon_meta (name, &field) : 0;
      guint n_before;
      GString *value;

      /* twitter:label1 "Written by", twitter:data1 "Awa Diop" */
      if (name && g_ascii_strncasecmp (name, "twitter:label", 13) == 0)
        {
          g_free (self->label);
          self->label = rcp_fold_words (content);
        }
      else if (name && g_ascii_strncasecmp (name, "twitter:data", 12) == 0 && self->label
               && rcp_page_lexicon_word (RCP_PAGE_WORDS_BY, self->label))
        {
          field = RCP_PAGE_AUTHOR;
          weight = 7;
        }
      if (weight == 0)
        continue;
      /* An itemprop within the page may be that of another article. */
      if (i == 2 && (self->state & STATE_FAR))
        return;
      value = g_string_new (NULL);
      append_collapsed (value, content, MAX_VALUE_BYTES + 1);
      n_before = self->clues->clues->len;
      take_clue (self, field, weight, name, g_string_free (value, FALSE));
      if (i < 2 && self->clues->clues->len > n_before)
        g_array_index (self->clues->clues, RcpPageClue, self->clues->clues->len - 1).place = RCP_PAGE_PLACE_HEAD;
      return;
    }
}

static gboolean
has_word (const char *list, const char *word)
{
  gsize n = strlen (word);

  for (const char *at = list; at && *at;)
    {
      gsize length = strcspn (at, " \t\n");

      if (length == n && g_ascii_strncasecmp (at, word, n) == 0)
        return TRUE;
      at += length + strspn (at + length, " \t\n");
    }
  return FALSE;
}

/* Whether the text right before says that what follows is a name, or the date of a change: "By", "Last updated:". */
static gboolean
is_led_by (Reader *self, RcpPageWords list)
{
  g_autofree char *folded = self->last_text ? rcp_fold_words (self->last_text) : NULL;

  for (const char *at = folded; at && *at;)
    {
      const char *space;

      if (rcp_page_lexicon_word (list, at))
        return TRUE;
      /* "Dernière mise à jour le": what stands behind the words does not count. */
      space = strchr (at, ' ');
      if (list == RCP_PAGE_WORDS_BY || space == NULL)
        break;
      {
        g_autofree char *first = g_strndup (at, space - at);

        if (rcp_page_lexicon_word (list, first))
          return TRUE;
      }
      at = space + 1;
    }
  return FALSE;
}

/* Whether a text may hold a whole date: enough digits, or a CJK one. */
static gboolean
may_be_date (const char *text)
{
  guint n_digits = 0;
  gsize n = 0;

  for (; text[n] && n < MAX_DATE_LINE_BYTES; n++)
    n_digits += g_ascii_isdigit (text[n]);
  return n < MAX_DATE_LINE_BYTES && n_digits >= 5;
}

static void
read_time (Reader *self, xmlNode *node, RcpPageClass class)
{
  const char *stated = get_attribute (node, "datetime");
  const char *itemprop = get_attribute (node, "itemprop");
  gboolean is_modified = (class & RCP_PAGE_CLASS_MODIFIED) != 0 || has_word (itemprop, "dateModified");
  char *value;

  if (stated == NULL)
    stated = get_attribute (node, "content");
  value = stated ? g_strdup (stated) : dup_text (node, MAX_DATE_LINE_BYTES, FALSE);
  is_modified |= is_led_by (self, RCP_PAGE_WORDS_REVISED) && !is_led_by (self, RCP_PAGE_WORDS_STATED);
  if (is_modified && !has_word (get_attribute (node, "class"), "published"))
    take_clue (self, RCP_PAGE_MODIFIED, 4, "time", value);
  else if (has_word (itemprop, "datePublished") || get_attribute (node, "pubdate"))
    take_clue (self, RCP_PAGE_PUBLISHED, 8, "time", value);
  else
    take_clue (self, RCP_PAGE_PUBLISHED, class & RCP_PAGE_CLASS_DATE ? 6 : 5, "time", value);
}

/* "By Tom Reed", "Von R. R. am": one of the words that stand before a name, and a capital. */
static gboolean
begins_with_by (const char *text)
{
  gsize n = strcspn (text, " :");
  g_autofree char *word = n < 12 && text[n] != '\0' ? g_strndup (text, n) : NULL;
  g_autofree char *folded = word ? rcp_fold_words (word) : NULL;

  text += n;
  while (*text && strchr (" :", *text))
    text++;
  return folded && strlen (folded) > 1 && g_unichar_isupper (g_utf8_get_char (text)) && strlen (text) < 80
         && rcp_page_lexicon_word (RCP_PAGE_WORDS_BY, folded) > 1;
}

static void
read_text (Reader *self, xmlNode *node)
{
  const char *text = (const char *) node->content;
  const char *from = text;
  gsize n;

  while (g_ascii_isspace (*from))
    from++;
  n = strnlen (from, MAX_DATE_LINE_BYTES + 1);
  if (n < 2)
    return;
  if (n <= MAX_DATE_LINE_BYTES && may_be_date (from))
    {
      GString *value = g_string_new (NULL);

      /* "Published:" and its date often stand in elements of their own. */
      if (self->last_text && strlen (self->last_text) < 30)
        g_string_append_printf (value, "%s ", self->last_text);
      append_collapsed (value, from, 2 * MAX_DATE_LINE_BYTES);
      take_clue (self, RCP_PAGE_PUBLISHED, 2, "text", g_string_free (value, FALSE));
    }
  else if (n <= MAX_DATE_LINE_BYTES && self->n_signatures < MAX_SIGNATURES)
    {
      GString *value = g_string_new (NULL);
      gboolean is_led = is_led_by (self, RCP_PAGE_WORDS_BY);

      append_collapsed (value, from, MAX_DATE_LINE_BYTES);
      if (is_led || begins_with_by (value->str))
        {
          take_clue (self, RCP_PAGE_AUTHOR, is_led ? 3 : 2, "text", g_string_free (value, FALSE));
          self->n_signatures++;
        }
      else
        g_string_free (value, TRUE);
    }
  else if (n > MAX_DATE_LINE_BYTES && self->has_title && g_ascii_isdigit (from[0]) && !self->has_dateline)
    {
      /* "27.1.2022 – The article begins": the date of a line that runs on. */
      const char *stop = strpbrk (from, "-|:");
      const char *dash = strstr (from, "–");
      g_autofree char *head = NULL;

      stop = stop && (dash == NULL || stop < dash) ? stop : dash;
      head = stop && stop - from < 40 ? g_strndup (from, stop - from) : NULL;
      if (head && may_be_date (head))
        {
          take_clue (self, RCP_PAGE_PUBLISHED, 2, "text", g_steal_pointer (&head));
          self->has_dateline = TRUE;
        }
    }
  g_clear_pointer (&self->last_text, g_free);
  if (n < 60)
    {
      GString *value = g_string_new (NULL);

      append_collapsed (value, from, 60);
      self->last_text = g_string_free (value, FALSE);
    }
}

/* Whether an element holds others that say more exactly who the author is. */
static gboolean
is_name_link (xmlNode *node)
{
  const char *href = strcmp ((const char *) node->name, "a") == 0 ? get_attribute (node, "href") : NULL;
  static const char *const parts[] = { "/author", "/auteur", "/autor", "/profile", "/people/", "/journalist", "/by/", "/writer", "/contributor",
                                       "/staff/", "/redaktion/", "/reporter", "/team/", "/users/", "/user/" };

  for (gsize i = 0; href && i < G_N_ELEMENTS (parts); i++)
    if (strstr (href, parts[i]))
      return TRUE;
  return FALSE;
}

static void
read_marked (Reader *self, xmlNode *node, RcpPageClass class)
{
  const char *itemprop = get_attribute (node, "itemprop");
  const char *property = get_attribute (node, "property");
  const char *rel = get_attribute (node, "rel");
  const char *content = get_attribute (node, "content");
  gboolean is_author = has_word (itemprop, "author") || has_word (itemprop, "creator") || has_word (property, "schema:author")
                       || has_word (property, "dc:creator");
  gboolean is_link = is_name_link (node);

  if (itemprop == NULL && property == NULL && rel == NULL && !is_link
      && !(class & (RCP_PAGE_CLASS_DATE | RCP_PAGE_CLASS_MODIFIED | RCP_PAGE_CLASS_AUTHOR))
      && strcmp ((const char *) node->name, "author") != 0)
    return;
  if (++self->n_marked > MAX_MARKED)
    return;
  if (has_word (itemprop, "headline"))
    take_clue (self, RCP_PAGE_TITLE, 7, "headline", content ? g_strdup (content) : dup_text (node, MAX_VALUE_BYTES, TRUE));
  if (has_word (itemprop, "datePublished") || has_word (property, "schema:datePublished") || has_word (property, "dc:date"))
    take_clue (self, RCP_PAGE_PUBLISHED, 8, "datePublished",
               content ? g_strdup (content)
               : get_attribute (node, "title") && may_be_date (get_attribute (node, "title"))
                 ? g_strdup (get_attribute (node, "title"))
                 : dup_text (node, MAX_DATE_LINE_BYTES, FALSE));
  else if (has_word (itemprop, "dateModified"))
    take_clue (self, RCP_PAGE_MODIFIED, 5, "dateModified",
               content ? g_strdup (content) : dup_text (node, MAX_DATE_LINE_BYTES, FALSE));
  else if (class & (RCP_PAGE_CLASS_DATE | RCP_PAGE_CLASS_MODIFIED))
    {
      const char *title = get_attribute (node, "title");
      char *text = title && may_be_date (title) ? g_strdup (title) : dup_text (node, MAX_DATE_LINE_BYTES, FALSE);

      if (text && may_be_date (text))
        {
          gboolean is_date = class & RCP_PAGE_CLASS_DATE
                             && (!is_led_by (self, RCP_PAGE_WORDS_REVISED) || is_led_by (self, RCP_PAGE_WORDS_STATED));

          take_clue (self, is_date ? RCP_PAGE_PUBLISHED : RCP_PAGE_MODIFIED, is_date ? 4 : 3, "class", text);
        }
      else
        g_free (text);
    }

  if (is_author || has_word (rel, "author") || strcmp ((const char *) node->name, "author") == 0)
    take_clue (self, RCP_PAGE_AUTHOR, is_author ? 6 : 7, is_author ? "itemprop" : "rel",
               content ? g_strdup (content) : dup_text (node, MAX_BYLINE_BYTES, FALSE));
  else if (has_word (itemprop, "name") && (self->state & STATE_AUTHOR))
    take_clue (self, RCP_PAGE_AUTHOR, 7, "name", content ? g_strdup (content) : dup_text (node, MAX_BYLINE_BYTES, FALSE));
  else if (class & RCP_PAGE_CLASS_AUTHOR && !(class & RCP_PAGE_CLASS_NO_AUTHOR))
    take_clue (self, RCP_PAGE_AUTHOR, class & RCP_PAGE_CLASS_NAME ? 6 : 4, "class",
               dup_text (node, MAX_BYLINE_BYTES, FALSE));
  else if (is_link && !(class & RCP_PAGE_CLASS_NO_AUTHOR))
    take_clue (self, RCP_PAGE_AUTHOR, self->state & STATE_AUTHOR ? 6 : 3, "link", dup_text (node, MAX_BYLINE_BYTES, FALSE));
}

/* Whether a heading says what <title> or og:title say too. */
static gboolean
is_page_title (Reader *self, xmlNode *node)
{
  g_autofree char *text = dup_text (node, MAX_VALUE_BYTES, TRUE);
  const RcpPageClue *clue;

  if (text == NULL || strlen (text) < 10)
    return FALSE;
  for (guint at = rcp_page_clues_find (self->clues, RCP_PAGE_TITLE, 0, &clue); clue && at < 40;
       at = rcp_page_clues_find (self->clues, RCP_PAGE_TITLE, at, &clue))
    if ((strcmp (clue->name, "title") == 0 || g_ascii_strcasecmp (clue->name, "og:title") == 0)
        && strstr (clue->value, text))
      return TRUE;
  return FALSE;
}

/* What was taken for a sidebar holds the title: it is none. */
static void
bring_near (Reader *self)
{
  for (guint i = 0; self->near_root > 0 && i < self->clues->clues->len; i++)
    {
      RcpPageClue *clue = &g_array_index (self->clues->clues, RcpPageClue, i);

      if (clue->place == RCP_PAGE_PLACE_FAR && clue->far_root == self->near_root)
        clue->place = RCP_PAGE_PLACE_PAGE;
    }
}

/* Returns the state of what the element holds; *goes_down says whether it is to be looked into. */
static guint
read_element (Reader *self, xmlNode *node, gboolean *goes_down)
{
  const char *name = (const char *) node->name;
  const char *class_name, *id, *rel;
  RcpPageClass class = 0;
  guint state = self->state;

  *goes_down = TRUE;
  self->order++;
  if (strcmp (name, "meta") == 0)
    {
      read_meta (self, node);
      return state;
    }
  if (strcmp (name, "script") == 0)
    {
      const char *type = get_attribute (node, "type");

      *goes_down = FALSE;
      if (type && g_ascii_strncasecmp (type + strspn (type, " "), "application/ld+json", 19) == 0)
        for (xmlNode *child = node->children; child; child = child->next)
          if (child->content)
            rcp_schema_org_read (&self->clues->schema, (const char *) child->content,
                                 strlen ((const char *) child->content));
      return state;
    }
  if (strcmp (name, "style") == 0 || strcmp (name, "svg") == 0 || strcmp (name, "noscript") == 0
      || strcmp (name, "textarea") == 0 || strcmp (name, "template") == 0)
    {
      *goes_down = FALSE;
      return state;
    }
  if (strcmp (name, "title") == 0)
    {
      take_clue (self, RCP_PAGE_TITLE, 5, "title", dup_text (node, MAX_VALUE_BYTES, TRUE));
      return state;
    }
  if (strcmp (name, "link") == 0)
    {
      rel = get_attribute (node, "rel");
      if (has_word (rel, "canonical"))
        take_clue (self, RCP_PAGE_ADDRESS, 9, "canonical", g_strdup (get_attribute (node, "href")));
      return state;
    }
  if (strcmp (name, "base") == 0 && self->clues->base == NULL)
    self->clues->base = g_strdup (get_attribute (node, "href"));
  if (strcmp (name, "html") == 0 && self->clues->language == NULL)
    {
      const char *language = get_attribute (node, "lang");

      self->clues->language = g_strdup (language ? language : get_attribute (node, "xml:lang"));
    }

  if (strcmp (name, "article") == 0 || strcmp (name, "main") == 0)
    state |= STATE_ARTICLE;
  if (strcmp (name, "aside") == 0 || strcmp (name, "footer") == 0 || strcmp (name, "nav") == 0
      || strcmp (name, "form") == 0 || strcmp (name, "select") == 0)
    state |= STATE_FAR;
  if (node->properties)
    {
      class_name = get_attribute (node, "class");
      id = get_attribute (node, "id");
      if (class_name)
        class |= rcp_page_lexicon_class (class_name);
      if (id)
        class |= rcp_page_lexicon_class (id);
    }
  /* What stands in an <aside> beside a title may be the byline; Blogger calls the article itself a widget. */
  if (strcmp (name, "aside") == 0 && class & (RCP_PAGE_CLASS_AUTHOR | RCP_PAGE_CLASS_DATE) && !(class & RCP_PAGE_CLASS_FAR))
    state = self->state;
  if (class & RCP_PAGE_CLASS_FAR && has_word (get_attribute (node, "class"), "widget")
      && has_word (get_attribute (node, "class"), "Blog"))
    class &= ~RCP_PAGE_CLASS_FAR;
  /* The words of the outermost elements tell of the page and not of a part of it. */
  if (class & RCP_PAGE_CLASS_FAR && strcmp (name, "body") != 0 && strcmp (name, "html") != 0
      && strcmp (name, "article") != 0 && strcmp (name, "main") != 0)
    state |= STATE_FAR;
  if (state & STATE_FAR && !(self->state & STATE_FAR))
    self->far_root = self->order;
  self->state = state;

  if (strcmp (name, "h1") == 0 || strcmp (name, "h2") == 0)
    {
      gboolean is_first = name[1] == '1';

      if (!self->has_title && ++self->n_headings < MAX_HEADINGS && is_page_title (self, node))
        {
          self->has_title = TRUE;
          self->clues->title_order = self->order;
          if (state & STATE_FAR)
            self->near_root = self->far_root;
        }
      if (is_first && self->clues->title_order == G_MAXUINT)
        self->clues->title_order = self->order;
      take_clue (self, RCP_PAGE_TITLE, is_first ? 6 : 2, name, dup_text (node, MAX_VALUE_BYTES, TRUE));
    }
  else if (strcmp (name, "time") == 0)
    read_time (self, node, class);
  else if (strcmp (name, "abbr") == 0 && get_attribute (node, "title") && may_be_date (get_attribute (node, "title"))
           && !get_attribute (node, "itemprop"))
    take_clue (self, RCP_PAGE_PUBLISHED, 5, "abbr", g_strdup (get_attribute (node, "title")));
  if (node->properties && strcmp (name, "time") != 0 && strcmp (name, "body") != 0 && strcmp (name, "html") != 0)
    read_marked (self, node, class);
  if (class & RCP_PAGE_CLASS_AUTHOR || has_word (get_attribute (node, "itemprop"), "author"))
    state |= STATE_AUTHOR;
  return state;
}

/**
 * rcp_page_clues_new:
 * @root: the root element of a page
 *
 * Reads in one pass all that a page states of its article: the names of its <meta> elements, its JSON-LD, microdata and RDFa,
 * its headings, its bylines and dates by the words of their classes, and every short text that may hold a date. What is true is
 * chosen elsewhere. The places to look in are those that trafilatura and htmldate (Barbaresi, "Trafilatura: A Web Scraping
 * Library", ACL 2021; "htmldate: A Python package to extract publication dates from web pages", JOSS 2020) have found to be
 * worth looking in.
 *
 * Returns: (transfer full): the clues. Any thread.
 */
RcpPageClues *
rcp_page_clues_new (xmlNode *root)
{
  RcpPageClues *clues = g_new0 (RcpPageClues, 1);
  Reader self = { clues };
  xmlNode *node = root;

  clues->clues = g_array_new (FALSE, FALSE, sizeof (RcpPageClue));
  g_array_set_clear_func (clues->clues, clue_clear);
  clues->title_order = G_MAXUINT;
  self.states = g_array_new (FALSE, FALSE, sizeof (guint));
  while (node)
    {
      gboolean goes_down = FALSE;
      guint outer = self.state, inner = outer;

      if (node->type == XML_ELEMENT_NODE)
        {
          inner = read_element (&self, node, &goes_down);
          self.state = outer;
        }
      else if (node->type == XML_TEXT_NODE && node->content)
        read_text (&self, node);
      if (goes_down && node->children)
        {
          g_array_append_val (self.states, outer);
          self.state = inner;
          node = node->children;
          continue;
        }
      while (node && node != root && node->next == NULL)
        {
          node = node->parent;
          if (node && self.states->len > 0)
            {
              self.state = g_array_index (self.states, guint, self.states->len - 1);
              g_array_set_size (self.states, self.states->len - 1);
            }
        }
      node = node && node != root ? node->next : NULL;
    }
  bring_near (&self);
  g_array_unref (self.states);
  g_free (self.last_text);
  g_free (self.label);
  return clues;
}

void
rcp_page_clues_free (RcpPageClues *self)
{
  g_array_unref (self->clues);
  rcp_schema_org_clear (&self->schema);
  g_free (self->language);
  g_free (self->base);
  g_free (self);
}

/**
 * rcp_page_clues_find:
 * @from: the index to begin at
 * @clue: (out) (transfer none) (nullable): the clue found
 *
 * Returns: the index after the next clue to a field; NULL in @clue where there is none.
 */
guint
rcp_page_clues_find (const RcpPageClues *self, RcpPageField field, guint from, const RcpPageClue **clue)
{
  *clue = NULL;
  for (guint i = from; i < self->clues->len; i++)
    if (g_array_index (self->clues, RcpPageClue, i).field == field)
      {
        *clue = &g_array_index (self->clues, RcpPageClue, i);
        return i + 1;
      }
  return self->clues->len;
}
