#include "config.h"

#include "rcp-feed-markup-private.h"

#include <string.h>

#include "rcp-charset.h"
#include "rcp-error.h"
#include "rcp-feed-reader.h"

/* How much of the start is looked at for a declaration. */
#define HEAD_BYTES 1024

/* What stands after @key and "=", in quotes or not, in lower case. */
static char *
value_after (const char *text, const char *key)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  const char *at = strstr (lower, key);
  gsize n;

  if (at == NULL)
    return NULL;
  at += strlen (key);
  at += strspn (at, " \t\r\n");
  if (*at != '=')
    return NULL;
  at++;
  at += strspn (at, " \t\r\n\"'");
  n = strcspn (at, " \t\r\n\"';?>");
  return n > 0 ? g_strndup (at, n) : NULL;
}

/* The declaration of XML, in any set that has ASCII's letters. */
static char *
declared_in (const char *data, gsize size)
{
  g_autofree char *head = NULL;
  char *start, *end;

  head = g_malloc (MIN (size, HEAD_BYTES) + 1);
  memcpy (head, data, MIN (size, HEAD_BYTES));
  head[MIN (size, HEAD_BYTES)] = '\0';
  start = strstr (head, "<?xml");
  end = start ? strchr (start, '>') : NULL;
  if (end == NULL)
    return NULL;
  *end = '\0';
  return value_after (start, "encoding");
}

/* Names of a set that mean a larger one to those who write them (WHATWG Encoding Standard, section 4.2). */
static const char *
superset_of (const char *name)
{
  static const struct
  {
    const char *name;
    const char *superset;
  } sets[] = { { "gb2312", "gb18030" }, { "gbk", "gb18030" },       { "x-gbk", "gb18030" }, { "gb_2312-80", "gb18030" },
               { "euc-kr", "cp949" },   { "ks_c_5601-1987", "cp949" }, { "shift_jis", "cp932" }, { "x-sjis", "cp932" },
               { "sjis", "cp932" },     { "big5", "big5-hkscs" } };

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    if (strcmp (sets[i].name, name) == 0)
      return sets[i].superset;
  return name;
}

static gboolean
is_wide_without_mark (const guchar *data, gsize size, const char **name)
{
  if (size < 8)
    return FALSE;
  if (memcmp (data, "<\0\0\0", 4) == 0)
    *name = "UTF-32LE";
  else if (memcmp (data, "\0\0\0<", 4) == 0)
    *name = "UTF-32BE";
  else if (memcmp (data, "<\0", 2) == 0 && data[3] == 0)
    *name = "UTF-16LE";
  else if (memcmp (data, "\0<\0", 3) == 0)
    *name = "UTF-16BE";
  else
    return FALSE;
  return TRUE;
}

/* Sets whose bytes are ASCII's, or look like it, and mean something else: only the declaration tells. */
static gboolean
is_shifting (const char *name)
{
  return name != NULL && (g_str_has_prefix (name, "iso-2022") || strcmp (name, "hz-gb-2312") == 0 || strcmp (name, "utf-7") == 0
                          || g_str_has_prefix (name, "cp037") || g_str_has_prefix (name, "ebcdic"));
}

/* C1 controls in UTF-8 are bytes of windows-1252 that somebody took for Latin-1 (WHATWG Encoding Standard, section 4.2, has
 * the two as one for that reason). */
static char *
repair_controls (char *text)
{
  static const char *const meant[32]
      = { "€", "", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
          "", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ" };
  GString *out = NULL;
  const char *from = text;

  for (char *at = strchr (text, 0xC2); at != NULL; at = strchr (at + 1, 0xC2))
    if ((guchar) at[1] >= 0x80 && (guchar) at[1] < 0xA0)
      {
        if (out == NULL)
          out = g_string_sized_new (strlen (text) + 64);
        g_string_append_len (out, from, at - from);
        g_string_append (out, meant[(guchar) at[1] - 0x80]);
        from = at + 2;
      }
  if (out == NULL)
    return text;
  g_string_append (out, from);
  g_free (text);
  return g_string_free (out, FALSE);
}

/**
 * rcp_feed_charset_decode:
 * @content_type: (nullable): what the server says, whose charset goes before that of the document (RFC 7303, section 3)
 * @error: %RCP_FETCH_ERROR_NOT_A_FEED
 *
 * Turns the bytes of a feed into UTF-8, as rcp_charset_decode() does with what is declared; bytes that are valid UTF-8 are
 * UTF-8, whatever is declared. Bytes that look more like data than like text are taken if they hold a feed's mark.
 *
 * Returns: (transfer full): the text.
 */
char *
rcp_feed_charset_decode (GBytes *bytes, const char *content_type, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size), *wide;
  g_autofree char *transport = content_type ? value_after (content_type, "charset") : NULL;
  g_autofree char *document = size > 0 ? declared_in (data, size) : NULL;
  const char *declared = transport ? transport : document;
  g_autoptr (GError) cause = NULL;
  char *text = NULL;

  /* US-ASCII is what servers say that were told nothing; a feed with more letters knows better. */
  if (declared == transport && transport != NULL && document != NULL && strcmp (transport, "us-ascii") == 0)
    declared = document;
  if (is_wide_without_mark ((const guchar *) data, size, &wide))
    text = g_convert_with_fallback (data, size, "UTF-8", wide, "?", NULL, NULL, NULL);
  else if (is_shifting (declared))
    text = g_convert (data, size, "UTF-8", declared, NULL, NULL, NULL);
  if (text == NULL)
    text = rcp_charset_decode (bytes, declared ? superset_of (declared) : NULL, NULL, &cause);
  if (text == NULL && size > 0 && !g_error_matches (cause, RCP_TEXT_ERROR, RCP_TEXT_ERROR_EMPTY)
      && (g_strstr_len (data, MIN (size, HEAD_BYTES), "<rss") || g_strstr_len (data, MIN (size, HEAD_BYTES), "<feed")
          || g_strstr_len (data, MIN (size, HEAD_BYTES), "<?xml")))
    {
      text = g_utf8_make_valid (data, size);
      for (char *at = text, *out = text; ; at++)
        {
          if ((guchar) *at >= 0x20 || *at == '\0' || g_ascii_isspace (*at))
            *out++ = *at;
          if (*at == '\0')
            break;
        }
    }
  if (text == NULL)
    g_set_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_NOT_A_FEED, "no feed: %s", cause->message);
  return text ? repair_controls (text) : NULL;
}
