#include "config.h"

#include "rcp-text-repair-private.h"

#include <string.h>

/* A text is taken for UTF-8 read as windows-1252 where it has at least so many of the pairs that this makes, unless they are
 * all it has beyond ASCII. One alone may be meant: this comment would be one. */
#define MIN_PAIRS 2

/* The characters of windows-1252 from 0x80 to 0x9F (WHATWG Encoding Standard, index windows-1252); those that it leaves
 * undefined stand for themselves. */
static const gunichar high_controls[32] = {
  0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
  0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178,
};

/* The byte that reads as a character in windows-1252; 0 where none does. */
static guchar
byte_of (gunichar code)
{
  if (code < 0x80 || (code >= 0xA0 && code <= 0xFF))
    return code;
  for (guint i = 0; i < G_N_ELEMENTS (high_controls); i++)
    if (high_controls[i] == code)
      return 0x80 + i;
  return 0;
}

/* The character whose bytes in UTF-8 have been read as windows-1252 one by one from @at on; 0 where that is not so. Only what
 * stands in Latin texts counts: accented letters, quotation marks, dashes, the euro, no-break spaces. */
static gunichar
read_mangled (const char *at, const char **end)
{
  guchar bytes[4] = { 0 };
  guint n = 0, length;
  gunichar code;

  while (*at && n < 3)
    {
      guchar byte = byte_of (g_utf8_get_char (at));

      if (byte < 0x80 || (n == 0 && (byte < 0xC2 || byte > 0xE2)) || (n > 0 && byte >= 0xC0))
        break;
      bytes[n++] = byte;
      at = g_utf8_next_char (at);
      length = bytes[0] < 0xE0 ? 2 : 3;
      if (n == length)
        {
          code = g_utf8_get_char_validated ((const char *) bytes, n);
          *end = at;
          if (code == (gunichar) -1 || code == (gunichar) -2)
            return 0;
          /* "AMANHÃ”", "PÅ”": a letter and a closing mark are what they are. */
          if (n == 2 && code > 0xFF)
            return code == 0x153 ? code : 0;
          if (bytes[0] == 0xC3 && bytes[1] < 0xA0 && strchr ("\x82\x84\x85\x8B\x91\x92\x93\x94\x95\x96\x97\x9B", bytes[1]))
            return 0;
          return (code >= 0xA0 && code <= 0xFF) || (code >= 0x2010 && code <= 0x203A) || code == 0x20AC || code == 0x2122 ? code
                                                                                                                   : 0;
        }
    }
  return 0;
}

/**
 * rcp_text_repair_encoding:
 * @text: UTF-8
 * @repairs: (inout): gets %RCP_TEXT_REPAIR_ENCODING where something was repaired
 *
 * Undoes UTF-8 that was read as windows-1252 and written again ("Ã©", "â€™"), as systems of publishing do to a whole text or to
 * the part that came from elsewhere. Only where nothing else beyond ASCII would be read so: a pair that is meant stands alone.
 *
 * Returns: (transfer full) (nullable): the text repaired, NULL where nothing is to be repaired.
 */
char *
rcp_text_repair_encoding (const char *text, RcpTextRepairs *repairs)
{
  guint n_pairs = 0, n_others = 0;
  GString *out;

  /* Every such pair begins with one of these; most texts have none. */
  if (!strstr (text, "\303\203") && !strstr (text, "\303\202") && !strstr (text, "\303\242\342\202\254")
      && !strstr (text, "\303\205"))
    return NULL;
  for (const char *at = text; *at;)
    {
      const char *end = NULL;

      if ((guchar) *at < 0x80)
        at++;
      else if (read_mangled (at, &end))
        {
          n_pairs++;
          at = end;
        }
      else
        {
          n_others++;
          at = g_utf8_next_char (at);
        }
    }
  if (n_pairs == 0 || (n_pairs < MIN_PAIRS && n_others > 0))
    return NULL;
  out = g_string_sized_new (strlen (text));
  for (const char *at = text; *at;)
    {
      const char *end = NULL;
      gunichar code = (guchar) *at < 0x80 ? 0 : read_mangled (at, &end);

      if (code)
        {
          g_string_append_unichar (out, code);
          at = end;
        }
      else
        {
          end = g_utf8_next_char (at);
          g_string_append_len (out, at, end - at);
          at = end;
        }
    }
  *repairs |= RCP_TEXT_REPAIR_ENCODING;
  return g_string_free (out, FALSE);
}

/* The entity that stands at an ampersand; 0 for none. The named ones are those that systems of publishing escape twice. */
static gunichar
read_entity (const char *at, const char **end)
{
  static const struct
  {
    const char *name;
    gunichar code;
  } named[] = {
    { "amp", '&' },       { "quot", '"' },      { "apos", '\'' },     { "lt", '<' },        { "gt", '>' },        { "nbsp", 0xA0 },
    { "rsquo", 0x2019 },  { "lsquo", 0x2018 },  { "rdquo", 0x201D },  { "ldquo", 0x201C },  { "ndash", 0x2013 },  { "mdash", 0x2014 },
    { "hellip", 0x2026 }, { "laquo", 0xAB },    { "raquo", 0xBB },    { "euro", 0x20AC },   { "eacute", 0xE9 },   { "egrave", 0xE8 },
    { "ecirc", 0xEA },    { "euml", 0xEB },     { "agrave", 0xE0 },   { "acirc", 0xE2 },    { "aacute", 0xE1 },   { "ccedil", 0xE7 },
    { "icirc", 0xEE },    { "iuml", 0xEF },     { "iacute", 0xED },   { "ocirc", 0xF4 },    { "oacute", 0xF3 },   { "uacute", 0xFA },
    { "ugrave", 0xF9 },   { "ucirc", 0xFB },    { "ouml", 0xF6 },     { "auml", 0xE4 },     { "uuml", 0xFC },     { "szlig", 0xDF },
    { "ntilde", 0xF1 },   { "Eacute", 0xC9 },   { "Agrave", 0xC0 },   { "Ouml", 0xD6 },     { "Auml", 0xC4 },     { "Uuml", 0xDC },
    { "oelig", 0x153 },   { "shy", 0xAD },
  };
  gsize n = strcspn (at + 1, "; &<");

  if (at[0] != '&' || at[1 + n] != ';' || n == 0 || n > 8)
    return 0;
  *end = at + n + 2;
  if (at[1] == '#')
    {
      gboolean is_hex = at[2] == 'x' || at[2] == 'X';
      const char *digits = at + 2 + is_hex;
      char *stop;
      guint64 code = g_ascii_isxdigit (*digits) ? g_ascii_strtoull (digits, &stop, is_hex ? 16 : 10) : 0;

      return code >= 0x20 && code < 0x110000 && stop == at + 1 + n && g_unichar_validate ((gunichar) code) ? (gunichar) code : 0;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (named); i++)
    if (strlen (named[i].name) == n && strncmp (named[i].name, at + 1, n) == 0)
      return named[i].code;
  return 0;
}

/* Spaces of every width and what takes no place. */
static gboolean
is_invisible (gunichar code)
{
  return code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF || code == 0x200E || code == 0x200F
         || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

/**
 * rcp_text_repair_invisible:
 * @text: UTF-8, changed in place
 * @in_markup: whether soft hyphens may be written as entities, too
 * @repairs: (inout): gets %RCP_TEXT_REPAIR_INVISIBLE where something was dropped
 *
 * Drops soft hyphens, word joiners, zero-width spaces and marks of byte order, which cut words in two for whoever searches them.
 * The joiners that other scripts need (U+200C, U+200D) stay.
 */
void
rcp_text_repair_invisible (char *text, gboolean in_markup, RcpTextRepairs *repairs)
{
  static const char *const dropped[] = { "\302\255", "\342\200\213", "\342\201\240", "\357\273\277", "&shy;", "&#173;", "&#xAD;", "&#xad;" };
  char *out = text;

  for (const char *at = text; *at;)
    {
      gsize n = 0;

      if ((guchar) *at >= 0xC2 || (in_markup && *at == '&'))
        for (gsize i = 0; n == 0 && i < (in_markup ? G_N_ELEMENTS (dropped) : 4); i++)
          if (strncmp (at, dropped[i], strlen (dropped[i])) == 0)
            n = strlen (dropped[i]);
      if (n > 0)
        {
          *repairs |= RCP_TEXT_REPAIR_INVISIBLE;
          at += n;
        }
      else
        *out++ = *at++;
    }
  *out = '\0';
}

/**
 * rcp_text_repair_line:
 * @text: UTF-8: a title, a name, the name of an outlet
 * @repairs: (inout): gets what was repaired
 *
 * Decodes entities that were escaped twice, drops soft hyphens and marks that take no place, makes one space of any run of
 * spaces, and repairs the encoding as rcp_text_repair_encoding() does.
 *
 * Returns: (transfer full): the line.
 */
char *
rcp_text_repair_line (const char *text, RcpTextRepairs *repairs)
{
  g_autofree char *recoded = rcp_text_repair_encoding (text, repairs);
  GString *out = g_string_new (NULL);
  gboolean has_space = FALSE;

  for (const char *at = recoded ? recoded : text; *at;)
    {
      const char *end = NULL;
      gunichar code = *at == '&' ? read_entity (at, &end) : 0;

      /* "&amp;eacute;" was escaped three times. */
      if (code == '&')
        {
          g_autofree char *inner = g_strconcat ("&", end, NULL);
          const char *inner_end = NULL;
          gunichar deeper = read_entity (inner, &inner_end);

          if (deeper)
            {
              code = deeper;
              end += inner_end - inner - 1;
            }
        }
      if (code)
        *repairs |= RCP_TEXT_REPAIR_ENTITIES;
      else
        {
          code = g_utf8_get_char (at);
          end = g_utf8_next_char (at);
        }
      at = end;
      if (is_invisible (code))
        *repairs |= RCP_TEXT_REPAIR_INVISIBLE;
      else if (g_unichar_isspace (code) || (code >= 0x2000 && code <= 0x200A) || code == 0x202F)
        has_space = out->len > 0;
      else
        {
          if (has_space)
            g_string_append_c (out, ' ');
          has_space = FALSE;
          g_string_append_unichar (out, code);
        }
    }
  return g_string_free (out, FALSE);
}
