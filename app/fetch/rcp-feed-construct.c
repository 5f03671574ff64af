#include "config.h"

#include "rcp-feed-construct-private.h"

#include <string.h>

#include "rcp-feed-html-private.h"
#include "rcp-feed-link-private.h"

/* What an element of a feed holds: text, HTML written as text, HTML as elements, or any of these in base64. Atom says which
 * (RFC 4287, section 3.1; Atom 0.3, section 3.1), RSS does not. */

static gboolean
has_elements (const RcpFeedNode *node)
{
  for (const RcpFeedNode *child = node->first; child != NULL; child = child->next)
    if (child->name != NULL)
      return TRUE;
  return FALSE;
}

/** rcp_feed_node_is_plain: whether @node is the element @name of RSS or of Atom, which are often mixed. */
gboolean
rcp_feed_node_is_plain (const RcpFeedNode *node, const char *name)
{
  return node->name != NULL && (node->space == RCP_FEED_SPACE_RSS || node->space == RCP_FEED_SPACE_ATOM)
         && strcmp (node->name, name) == 0;
}

static char *
dup_base64 (const RcpFeedNode *node)
{
  g_autofree char *text = rcp_feed_node_dup_text (node);
  g_autofree guchar *bytes = NULL;
  gsize length;

  bytes = g_base64_decode (text, &length);
  return g_utf8_make_valid ((const char *) bytes, length);
}

/* The element that Atom wants around XHTML is no part of it. */
static const RcpFeedNode *
unwrap (const RcpFeedNode *node)
{
  const RcpFeedNode *only = NULL;

  for (const RcpFeedNode *child = node->first; child != NULL; child = child->next)
    {
      if (child->name != NULL && only == NULL && strcmp (child->name, "div") == 0)
        only = child;
      else if (child->name != NULL || strspn (child->text, " \t\r\n") < strlen (child->text))
        return node;
    }
  return only ? only : node;
}

/* Content of a type that is neither text nor XML is in base64 (RFC 4287, section 4.1.3.3), unless no text comes out of it. */
static gboolean
is_binary (const RcpFeedNode *node, const char *type)
{
  g_autofree char *text = NULL;
  g_autofree guchar *decoded = NULL;
  gsize length;

  static const char *const words[] = { "text", "html", "xhtml", "xml", "escaped", "plain" };

  if (strchr (type, '/') == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (type, words[i]) != NULL)
      return FALSE;
  text = rcp_feed_node_dup_text (node);
  for (const char *at = text; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && !g_ascii_isspace (*at) && strchr ("+/=", *at) == NULL)
      return FALSE;
  decoded = g_base64_decode (text, &length);
  return length > 0 && g_utf8_validate ((const char *) decoded, length, NULL);
}

/* HTML as it stands there, not yet cleaned; @is_text says that what looks like markup is none. */
static char *
dup_raw (const RcpFeedNode *node, gboolean *is_text)
{
  const char *given_type = rcp_feed_node_get_attribute (node, "type");
  const char *given_mode = rcp_feed_node_get_attribute (node, "mode");
  g_autofree char *type = g_ascii_strdown (given_type ? given_type : "", -1);
  g_autofree char *mode = g_ascii_strdown (given_mode ? given_mode : "", -1);

  *is_text = FALSE;
  g_strstrip (type);
  g_strstrip (mode);
  if (node->space == RCP_FEED_SPACE_ATOM && (strcmp (mode, "base64") == 0 || (*mode == '\0' && is_binary (node, type))))
    {
      *is_text = strcmp (type, "text/plain") == 0;
      return dup_base64 (node);
    }
  if (has_elements (node))
    return rcp_feed_node_dup_markup (unwrap (node));
  if (node->space == RCP_FEED_SPACE_ATOM)
    {
      gboolean is_html = strstr (type, "html") != NULL || strcmp (mode, "escaped") == 0;

      *is_text = !is_html || strcmp (type, "text/plain") == 0 || strcmp (type, "text") == 0;
    }
  return rcp_feed_node_dup_text (node);
}

/* Text that says it holds no markup, and then holds an element with its end, or a reference: the sayer is wrong. */
static gboolean
looks_like_html (const char *text)
{
  static const char *const marks[] = { "</p>", "</a>", "<br>", "<br/>", "<br />", "</b>", "</i>", "</em>", "</strong>", "</div>",
                                       "</ul>", "</span>", "<p>", "</blockquote>" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strstr (text, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

/** rcp_feed_construct_dup_html: (transfer full) (nullable): what @node holds, as clean HTML. */
char *
rcp_feed_construct_dup_html (const RcpFeedNode *node)
{
  gboolean is_text;
  g_autofree char *raw = dup_raw (node, &is_text);

  if (*raw == '\0')
    return NULL;
  return is_text && !looks_like_html (raw) ? rcp_feed_html_from_text (raw) : rcp_feed_html_clean (raw, node->base);
}

/** rcp_feed_construct_dup_line: (transfer full) (nullable): what @node holds, as text in one line. */
char *
rcp_feed_construct_dup_line (const RcpFeedNode *node)
{
  gboolean is_text;
  g_autofree char *raw = dup_raw (node, &is_text);

  if (*raw == '\0')
    return NULL;
  return is_text && !looks_like_html (raw) ? rcp_feed_html_squeeze (g_steal_pointer (&raw)) : rcp_feed_html_to_line (raw);
}

/* "editor@example.com (Jo Doe)" and "Jo Doe <editor@example.com>": the name, where there is one. */
static char *
name_of (char *text)
{
  char *open = strchr (text, '('), *close = open ? strrchr (open, ')') : NULL;
  g_autofree char *owned = text;

  if (close != NULL && close > open + 1)
    {
      g_autofree char *inside = g_strstrip (g_strndup (open + 1, close - open - 1));
      g_autofree char *before = g_strstrip (g_strndup (text, open - text));

      if (*before == '\0' || (strchr (before, '@') != NULL && strchr (inside, '@') == NULL))
        return g_steal_pointer (&inside);
      if (strchr (inside, '@') != NULL)
        return g_steal_pointer (&before);
    }
  open = strchr (text, '<');
  close = open ? strchr (open, '>') : NULL;
  if (close != NULL && open > text && memchr (open, '@', close - open) != NULL)
    return g_strchomp (g_strndup (text, open - text));
  return g_steal_pointer (&owned);
}

/** rcp_feed_construct_dup_person: (transfer full) (nullable): the name of who @node names; the mail address without one. */
char *
rcp_feed_construct_dup_person (const RcpFeedNode *node)
{
  static const char *const parts[] = { "name", "title", "email", "uri", "url" };
  g_autofree char *raw = NULL;
  gboolean is_text;
  char *line;

  if (has_elements (node))
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
      for (const RcpFeedNode *child = node->first; child != NULL; child = child->next)
        if (child->name != NULL && strcmp (child->name, parts[i]) == 0)
          {
            line = rcp_feed_construct_dup_line (child);
            if (line != NULL)
              return line;
          }
  raw = dup_raw (node, &is_text);
  line = strchr (raw, '@') ? rcp_feed_html_squeeze (g_strdup (raw)) : rcp_feed_html_to_line (raw);
  line = name_of (line);
  if (*line == '\0')
    g_clear_pointer (&line, g_free);
  return line;
}

/** rcp_feed_construct_dup_address: (transfer full) (nullable): the address that @node holds as its text, absolute. */
char *
rcp_feed_construct_dup_address (const RcpFeedNode *node)
{
  g_autofree char *text = rcp_feed_node_dup_text (node);

  return rcp_feed_link_resolve (node->base, text);
}
