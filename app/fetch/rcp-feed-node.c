#include "config.h"

#include <string.h>

#include "rcp-feed-xml-private.h"

/* What a piece of a document holds. */

/** rcp_feed_node_get_attribute: (nullable): @name in lower case, without a prefix but for "xml:". */
const char *
rcp_feed_node_get_attribute (const RcpFeedNode *self, const char *name)
{
  for (guint i = 0; i < self->n_attributes; i++)
    if (strcmp (self->attributes[i].name, name) == 0)
      return self->attributes[i].value;
  return NULL;
}

/** rcp_feed_node_find: (nullable): the first child of that name. */
RcpFeedNode *
rcp_feed_node_find (const RcpFeedNode *self, RcpFeedSpace space, const char *name)
{
  for (RcpFeedNode *child = self->first; child != NULL; child = child->next)
    if (child->name != NULL && child->space == space && strcmp (child->name, name) == 0)
      return child;
  return NULL;
}

static void
append_text (const RcpFeedNode *self, GString *out)
{
  for (const RcpFeedNode *child = self->first; child != NULL; child = child->next)
    if (child->text != NULL)
      g_string_append (out, child->text);
    else
      append_text (child, out);
}

/** rcp_feed_node_dup_text: (transfer full): what stands in it, without the elements inside, and without white space around. */
char *
rcp_feed_node_dup_text (const RcpFeedNode *self)
{
  GString *out = g_string_new (NULL);

  append_text (self, out);
  return g_strstrip (g_string_free (out, FALSE));
}

static void
append_escaped (const char *text, GString *out)
{
  for (; *text != '\0'; text++)
    switch (*text)
      {
      case '&':
        g_string_append (out, "&amp;");
        break;
      case '<':
        g_string_append (out, "&lt;");
        break;
      case '>':
        g_string_append (out, "&gt;");
        break;
      case '"':
        g_string_append (out, "&quot;");
        break;
      default:
        g_string_append_c (out, *text);
      }
}

static gboolean
is_void (const char *name)
{
  static const char *const names[] = { "br", "img", "hr", "wbr", "input", "area", "col", "embed", "source", "track" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;
  return FALSE;
}

static void
append_markup (const RcpFeedNode *self, GString *out)
{
  for (const RcpFeedNode *child = self->first; child != NULL; child = child->next)
    {
      if (child->text != NULL)
        {
          append_escaped (child->text, out);
          continue;
        }
      g_string_append_printf (out, "<%s", child->name);
      for (guint i = 0; i < child->n_attributes; i++)
        {
          g_string_append_printf (out, " %s=\"", child->attributes[i].name);
          append_escaped (child->attributes[i].value, out);
          g_string_append_c (out, '"');
        }
      g_string_append_c (out, '>');
      append_markup (child, out);
      if (!is_void (child->name))
        g_string_append_printf (out, "</%s>", child->name);
    }
}

/** rcp_feed_node_dup_markup: (transfer full): what stands in it, written as HTML. */
char *
rcp_feed_node_dup_markup (const RcpFeedNode *self)
{
  GString *out = g_string_new (NULL);

  append_markup (self, out);
  return g_strstrip (g_string_free (out, FALSE));
}
