#include "config.h"

#include "rcp-feed-html-private.h"

#include <string.h>

#include "rcp-feed-link-private.h"
#include "rcp-feed-xml-private.h"

/* What feeds hold as HTML is shown by no browser here; but it is stored, exported and read by others, so what could run is
 * taken out. A list of what stays, not of what goes: what is not known goes. */

/* Elements that stay. Those that are in neither list lose their marks and keep what stands in them. */
static const char *const kept_elements[] = {
  "a",    "abbr", "acronym", "address", "article", "aside", "audio", "b",    "bdi",  "bdo",    "big",     "blockquote",
  "br",   "caption", "center", "cite",  "code",  "col",   "colgroup", "dd", "del",  "details", "dfn",    "div",
  "dl",   "dt",   "em",      "figcaption", "figure", "footer", "h1", "h2",  "h3",   "h4",     "h5",      "h6",
  "header", "hr", "i",       "img",     "ins",   "kbd",   "li",    "main", "mark", "nav",    "ol",      "p",
  "picture", "pre", "q",     "rp",      "rt",    "ruby",  "s",     "samp", "section", "small", "source", "span",
  "strike", "strong", "sub", "summary", "sup",   "table", "tbody", "td",   "tfoot", "th",    "thead",   "time",
  "tr",   "tt",   "u",       "ul",      "var",   "video", "wbr",   NULL,
};

/* Elements that go with what stands in them: it is no text. */
static const char *const dropped_elements[] = { "script", "style", "applet", "template", NULL };

static const char *const kept_attributes[] = {
  "abbr", "align", "alt", "colspan", "datetime", "dir", "headers", "height", "lang", "rowspan", "scope", "span", "start", "title",
  "type", "width", NULL,
};

static const char *const address_attributes[] = { "cite", "href", "longdesc", "poster", "src", NULL };

static gboolean
is_one_of (const char *const *names, const char *name)
{
  for (gsize i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
starts_tag (const char *at)
{
  if (at[0] != '<')
    return FALSE;
  if (at[1] == '!')
    return at[2] == '-' || at[2] == '[' || g_ascii_isalpha (at[2]);
  return g_ascii_isalpha (at[1]) || at[1] == '?' || (at[1] == '/' && g_ascii_isalpha (at[2]));
}

static const char *
escape_of (char c, gboolean quotes)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return quotes ? "&quot;" : NULL;
    default:
      return NULL;
    }
}

static void
append_escaped (GString *out, const char *text, gsize length, gboolean quotes)
{
  gsize from = 0;

  for (gsize i = 0; i < length; i++)
    {
      const char *escaped = escape_of (text[i], quotes);

      if (escaped == NULL)
        continue;
      g_string_append_len (out, text + from, i - from);
      g_string_append (out, escaped);
      from = i + 1;
    }
  g_string_append_len (out, text + from, length - from);
}

/* @text with its references resolved, to @out. */
static void
append_decoded (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *amp = memchr (text, '&', end - text);
      gsize n;

      g_string_append_len (out, text, (amp ? amp : end) - text);
      if (amp == NULL)
        return;
      n = rcp_feed_entity_decode (amp, NULL, out);
      if (n == 0)
        g_string_append_c (out, '&');
      text = amp + MAX (n, 1);
    }
}

/**
 * rcp_feed_html_next_attribute:
 * @at: (inout): stands inside of a tag, behind its name or an attribute
 * @attribute: (out): lent by the text
 *
 * Returns: whether there was another; @at stands on the ">" otherwise, or at the end of the text.
 */
gboolean
rcp_feed_html_next_attribute (const char **at, RcpFeedHtmlAttribute *attribute)
{
  const char *p = *at;

  while (*p != '\0' && *p != '>' && (g_ascii_isspace (*p) || *p == '/'))
    p++;
  attribute->name = p;
  attribute->length = strcspn (p, " \t\n\r\f=/>");
  attribute->value = NULL;
  attribute->value_length = 0;
  if (*p == '\0' || *p == '>')
    {
      *at = p;
      return FALSE;
    }
  p += attribute->length > 0 ? attribute->length : 1;
  while (g_ascii_isspace (*p))
    p++;
  if (*p == '=')
    {
      p++;
      while (g_ascii_isspace (*p))
        p++;
      if (*p == '"' || *p == '\'')
        {
          char quote[2] = { *p, '\0' };

          attribute->value = p + 1;
          attribute->value_length = strcspn (p + 1, quote);
          p += 1 + attribute->value_length;
          p += *p != '\0';
        }
      else
        {
          attribute->value = p;
          attribute->value_length = strcspn (p, " \t\n\r\f>");
          p += attribute->value_length;
        }
    }
  *at = p;
  return TRUE;
}

static void
write_attribute (GString *out, const char *element, const RcpFeedHtmlAttribute *attribute, const char *base)
{
  char name[16];
  g_autoptr (GString) value = NULL;
  g_autofree char *address = NULL;

  if (attribute->length == 0 || attribute->length >= sizeof name)
    return;
  for (gsize i = 0; i <= attribute->length; i++)
    name[i] = i < attribute->length ? g_ascii_tolower (attribute->name[i]) : '\0';
  if (!is_one_of (kept_attributes, name) && !is_one_of (address_attributes, name))
    return;
  value = g_string_new (NULL);
  if (attribute->value != NULL)
    append_decoded (value, attribute->value, attribute->value_length);
  if (is_one_of (address_attributes, name))
    {
      if (!rcp_feed_link_is_safe (value->str))
        return;
      address = rcp_feed_link_resolve (base, value->str);
      g_string_assign (value, address ? address : "");
    }
  g_string_append_printf (out, " %s=\"", name);
  append_escaped (out, value->str, value->len, TRUE);
  g_string_append_c (out, '"');
}

/* Past the end of an element whose content goes; past everything where it is never closed. */
static const char *
skip_element (const char *at, const char *name)
{
  gsize n = strlen (name);

  for (const char *close = strchr (at, '<'); close != NULL; close = strchr (close + 1, '<'))
    if (close[1] == '/' && g_ascii_strncasecmp (close + 2, name, n) == 0 && !g_ascii_isalnum (close[2 + n]))
      {
        close += strcspn (close, ">");
        return *close == '>' ? close + 1 : close;
      }
  return at + strlen (at);
}

/* Past a comment, a CDATA section, a declaration or an instruction. */
static const char *
skip_declaration (const char *at, gboolean *no_comment_ends)
{
  const char *end = NULL;

  if (g_str_has_prefix (at, "<!--") && !*no_comment_ends)
    {
      end = strstr (at + 4, "-->");
      *no_comment_ends = end == NULL;
    }
  if (end != NULL)
    return end + 3;
  at += strcspn (at, ">");
  return *at == '>' ? at + 1 : at;
}

static const char *
read_tag (const char *at, const char *base, GString *out)
{
  gboolean is_end = at[1] == '/', is_kept;
  const char *start = at + 1 + is_end;
  gsize n = strcspn (start, " \t\n\r\f/>");
  char name[24];
  RcpFeedHtmlAttribute attribute;

  /* Something like "<http://…>" or "<foo@bar>": no element, though it looks like one. */
  if (n >= sizeof name)
    n = sizeof name - 1;
  for (gsize i = 0; i <= n; i++)
    name[i] = i < n ? g_ascii_tolower (start[i]) : '\0';
  at = start + n;
  is_kept = is_one_of (kept_elements, name);
  if (is_kept)
    {
      g_string_append (out, is_end ? "</" : "<");
      g_string_append (out, name);
    }
  while (rcp_feed_html_next_attribute (&at, &attribute))
    if (is_kept && !is_end)
      write_attribute (out, name, &attribute, base);
  if (is_kept)
    g_string_append_c (out, '>');
  if (*at == '>')
    at++;
  if (!is_end && is_one_of (dropped_elements, name))
    at = skip_element (at, name);
  return at;
}

/**
 * rcp_feed_html_clean:
 * @html: what a feed has as HTML, in UTF-8
 * @base: (nullable): what addresses in it are relative to
 *
 * Returns: (transfer full): @html with the elements and attributes of text alone: no script, no style, no frame or form, no
 *   handler, no address of any other scheme than those of the web and of mail; addresses absolute where @base allows;
 *   references to characters resolved. Any thread.
 */
char *
rcp_feed_html_clean (const char *html, const char *base)
{
  GString *out = g_string_sized_new (strlen (html) + 16);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean no_comment_ends = FALSE; /* from here on */

  while (*html != '\0')
    {
      gsize n = 0;

      if (starts_tag (html))
        {
          html = html[1] == '!' || html[1] == '?' ? skip_declaration (html, &no_comment_ends) : read_tag (html, base, out);
          continue;
        }
      do
        n += 1 + strcspn (html + n + 1, "<");
      while (html[n] == '<' && !starts_tag (html + n));
      g_string_truncate (text, 0);
      append_decoded (text, html, n);
      append_escaped (out, text->str, text->len, FALSE);
      html += n;
    }
  return g_strstrip (g_string_free (out, FALSE));
}

/** rcp_feed_html_squeeze: @text (transfer full), with one space for each run of white space, and none around it. */
char *
rcp_feed_html_squeeze (char *text)
{
  char *out = text;

  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      *out++ = *at;
    else if (out > text && out[-1] != ' ')
      *out++ = ' ';
  *out = '\0';
  return g_strchomp (text);
}

/**
 * rcp_feed_html_to_line:
 * @html: a title, say, that may hold markup
 *
 * Returns: (transfer full): its text in one line: elements gone, references resolved. A "<" that opens no element is text.
 */
char *
rcp_feed_html_to_line (const char *html)
{
  g_autofree char *clean = NULL;
  GString *out;

  if (strpbrk (html, "<&") == NULL)
    return rcp_feed_html_squeeze (g_strdup (html));
  clean = rcp_feed_html_clean (html, NULL);
  out = g_string_new (NULL);
  for (const char *at = clean; *at != '\0';)
    {
      gsize n = strcspn (at, "<");

      append_decoded (out, at, n);
      at += n;
      if (*at == '<')
        {
          static const char *const breaks[] = { "<br", "<p>", "</p", "<li", "<di", "</d" };

          for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
            if (g_str_has_prefix (at, breaks[i]))
              {
                g_string_append_c (out, ' ');
                break;
              }
          for (gboolean quoted = FALSE; *at != '\0' && (quoted || *at != '>'); at++)
            quoted ^= *at == '"';
          at += *at == '>';
        }
    }
  return rcp_feed_html_squeeze (g_string_free (out, FALSE));
}

/** rcp_feed_html_from_text: (transfer full): @text, which holds no markup, as HTML. */
char *
rcp_feed_html_from_text (const char *text)
{
  GString *out = g_string_sized_new (strlen (text) + 16);

  append_escaped (out, text, strlen (text), FALSE);
  return g_strstrip (g_string_free (out, FALSE));
}
