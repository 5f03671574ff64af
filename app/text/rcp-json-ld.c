#include "config.h"

#include <string.h>

#include "rcp-document-private.h"

/* JSON-LD in a page is small and shallow; what is deeper than this is not what we look for. */
#define MAX_DEPTH 64
#define MAX_KEY_BYTES 32

typedef struct
{
  const char *at;
  const char *end;
} Scanner;

static void
append_escape (GString *out, Scanner *self)
{
  guint code = 0;

  if (*self->at != 'u')
    {
      static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
      const char *simple = strchr (from, *self->at);

      g_string_append_c (out, simple && *simple ? to[simple - from] : *self->at);
      self->at++;
      return;
    }
  if (self->end - self->at < 5)
    {
      self->at = self->end;
      return;
    }
  for (int i = 1; i <= 4; i++)
    code = code * 16 + MAX (g_ascii_xdigit_value (self->at[i]), 0);
  self->at += 5;
  if (code >= 0xD800 && code < 0xDC00 && self->end - self->at >= 6 && self->at[0] == '\\' && self->at[1] == 'u')
    {
      guint low = 0;

      for (int i = 2; i <= 5; i++)
        low = low * 16 + MAX (g_ascii_xdigit_value (self->at[i]), 0);
      if (low >= 0xDC00 && low < 0xE000)
        {
          code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
          self->at += 6;
        }
    }
  if (code != 0 && g_unichar_validate (code))
    g_string_append_unichar (out, code);
}

/* Reads the string whose opening quote has been read. */
static void
read_string (Scanner *self, GString *out)
{
  g_string_truncate (out, 0);
  while (self->at < self->end && *self->at != '"')
    {
      if (*self->at == '\\' && self->at + 1 < self->end)
        {
          self->at++;
          append_escape (out, self);
        }
      else
        g_string_append_c (out, *self->at++);
    }
  if (self->at < self->end)
    self->at++;
}

static void
take (char **place, const GString *value)
{
  g_autofree char *text = NULL;

  if (*place || value->len == 0 || value->len > 1000 || !g_utf8_validate (value->str, value->len, NULL))
    return;
  text = g_strstrip (g_strdup (value->str));
  if (text[0] != '\0')
    *place = g_steal_pointer (&text);
}

/**
 * rcp_json_ld_read:
 * @self: what has been found so far; kept where it is set
 * @json: the content of a script of type application/ld+json
 * @length: its bytes
 *
 * Looks in JSON-LD of schema.org (Article, NewsArticle and kin) for headline, datePublished, author, publisher and
 * inLanguage, wherever they stand. A scanner and no parser: half a document says as much as it holds.
 */
void
rcp_json_ld_read (RcpJsonLd *self, const char *json, gsize length)
{
  Scanner scanner = { json, json + length };
  char keys[MAX_DEPTH][MAX_KEY_BYTES] = { { 0 } };
  guint depth = 0;
  gboolean is_value = FALSE;
  g_autoptr (GString) string = g_string_new (NULL);

  while (scanner.at < scanner.end)
    {
      char c = *scanner.at++;

      switch (c)
        {
        case '{':
        case '[':
          if (++depth >= MAX_DEPTH)
            return;
          /* An array has the key of the member that holds it. */
          g_strlcpy (keys[depth], c == '[' ? keys[depth - 1] : "", MAX_KEY_BYTES);
          is_value = c == '[';
          break;
        case '}':
        case ']':
          if (depth == 0)
            return;
          depth--;
          is_value = FALSE;
          break;
        case ':':
          is_value = TRUE;
          break;
        case '"':
          read_string (&scanner, string);
          while (scanner.at < scanner.end && g_ascii_isspace (*scanner.at))
            scanner.at++;
          if (scanner.at < scanner.end && *scanner.at == ':' && !is_value)
            g_strlcpy (keys[depth], string->str, MAX_KEY_BYTES);
          else
            {
              const char *key = keys[depth], *outer = depth > 0 ? keys[depth - 1] : "";

              if (strcmp (key, "headline") == 0)
                take (&self->headline, string);
              else if (strcmp (key, "datePublished") == 0)
                take (&self->published, string);
              else if (strcmp (key, "inLanguage") == 0)
                take (&self->language, string);
              else if (strcmp (key, "author") == 0 || (strcmp (key, "name") == 0 && strcmp (outer, "author") == 0))
                take (&self->author, string);
              else if (strcmp (key, "name") == 0 && strcmp (outer, "publisher") == 0)
                take (&self->publisher, string);
              is_value = FALSE;
            }
          break;
        case ',':
          is_value = FALSE;
          break;
        default:
          break;
        }
    }
}

void
rcp_json_ld_clear (RcpJsonLd *self)
{
  g_clear_pointer (&self->headline, g_free);
  g_clear_pointer (&self->published, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->publisher, g_free);
  g_clear_pointer (&self->language, g_free);
}
