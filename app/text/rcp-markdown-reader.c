#include "config.h"

#include <string.h>

#include "rcp-document-private.h"

/* Marks of emphasis, code and links taken out of one line; what is left is what a reader of the page would see. */
static void
append_inline (GString *out, const char *at, const char *end)
{
  while (at < end)
    {
      const char *close, *target;

      if (*at == '\\' && at + 1 < end && g_ascii_ispunct (at[1]))
        {
          g_string_append_c (out, at[1]);
          at += 2;
          continue;
        }
      if ((*at == '[' || (*at == '!' && at + 1 < end && at[1] == '['))
          && (close = memchr (at, ']', MIN (end - at, 1000))) != NULL && close + 1 < end && close[1] == '('
          && (target = memchr (close, ')', MIN (end - close, 2000))) != NULL)
        {
          if (*at == '[')
            g_string_append_len (out, at + 1, close - at - 1);
          at = target + 1;
          continue;
        }
      /* "_" amid a word is a letter of a name; "*" never is. */
      if (*at == '*' || *at == '`'
          || (*at == '_' && (at + 1 == end || !g_ascii_isalnum (at[1]) || out->len == 0
                             || !g_ascii_isalnum (out->str[out->len - 1]))))
        {
          at++;
          continue;
        }
      g_string_append_c (out, *at++);
    }
}

static void
read_front_matter (RcpDocument *self, const char *at, const char *end)
{
  while (at < end)
    {
      const char *stop = memchr (at, '\n', end - at);
      const char *colon;

      if (stop == NULL)
        stop = end;
      colon = memchr (at, ':', stop - at);
      if (colon)
        {
          g_autofree char *key = g_strndup (at, colon - at);
          g_autofree char *value = g_strndup (colon + 1, stop - colon - 1);
          gsize length;

          g_strstrip (key);
          g_strstrip (value);
          length = strlen (value);
          if (length >= 2 && (value[0] == '"' || value[0] == '\'') && value[length - 1] == value[0])
            {
              value[length - 1] = '\0';
              memmove (value, value + 1, length - 1);
            }
          if (value[0] == '\0')
            ;
          else if (strcmp (key, "title") == 0 && self->title == NULL)
            self->title = g_steal_pointer (&value);
          else if (strcmp (key, "author") == 0 && self->byline == NULL)
            self->byline = g_steal_pointer (&value);
          else if ((strcmp (key, "outlet") == 0 || strcmp (key, "source") == 0) && self->outlet == NULL)
            self->outlet = g_steal_pointer (&value);
          else if ((strcmp (key, "lang") == 0 || strcmp (key, "language") == 0) && self->language == NULL)
            self->language = g_ascii_strdown (value, MIN (strlen (value), 2));
          else if ((strcmp (key, "date") == 0 || strcmp (key, "published") == 0) && self->published == NULL)
            {
              self->published = rcp_stated_date_parse (value);
              if (self->published)
                self->published_clue = g_strdup_printf ("%s: %s", key, value);
            }
        }
      at = stop + 1;
    }
}

static gboolean
is_rule (const char *at, const char *end)
{
  const char first = *at;
  gsize n = 0;

  if (first != '-' && first != '*' && first != '_' && first != '=')
    return FALSE;
  for (; at < end; at++)
    {
      if (*at != first && !g_ascii_isspace (*at))
        return FALSE;
      n += *at == first;
    }
  return n >= 3;
}

/**
 * rcp_markdown_reader_read:
 * @text: decoded Markdown (CommonMark's blocks and emphasis, and a front matter between lines of "---")
 *
 * Takes the marks out and keeps lines as they stand. The first heading of level one is the title.
 */
gboolean
rcp_markdown_reader_read (RcpDocument *self, const char *text, GError **error)
{
  GString *out = g_string_sized_new (strlen (text));
  gboolean fenced = FALSE;

  if (g_str_has_prefix (text, "---\n"))
    {
      const char *close = strstr (text + 3, "\n---\n");

      if (close && close - text < 16 * 1024)
        {
          read_front_matter (self, text + 4, close);
          text = close + 5;
        }
    }
  for (const char *at = text; *at;)
    {
      const char *stop = strchr (at, '\n');
      const char *end = stop ? stop : at + strlen (at);
      const char *from = at;
      guint level = 0;

      at = stop ? stop + 1 : end;
      while (from < end && (*from == ' ' || *from == '\t' || *from == '>'))
        from++;
      if (end - from >= 3 && (strncmp (from, "```", 3) == 0 || strncmp (from, "~~~", 3) == 0))
        {
          fenced = !fenced;
          continue;
        }
      if (!fenced && from < end && is_rule (from, end))
        continue;
      while (!fenced && from + level < end && level < 6 && from[level] == '#')
        level++;
      if (level > 0 && from + level < end && from[level] == ' ')
        {
          gsize before;

          from += level + 1;
          while (end > from && (end[-1] == '#' || end[-1] == ' '))
            end--;
          before = out->len;
          append_inline (out, from, end);
          if (level == 1 && self->title == NULL && out->len > before)
            self->title = g_strndup (out->str + before, out->len - before);
        }
      else if (!fenced && end - from >= 2 && (*from == '*' || *from == '+') && from[1] == ' ')
        {
          g_string_append (out, "- ");
          append_inline (out, from + 2, end);
        }
      else
        append_inline (out, from, end);
      g_string_append_c (out, '\n');
    }
  self->text = g_string_free (out, FALSE);
  return TRUE;
}
