#include "config.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "rcp-feed-xml-private.h"

/* The longest name of an entity of HTML 4 has eight letters; feeds' own ones are not much longer. */
#define MAX_NAME_BYTES 32

/* What numbers from 128 to 159 mean to those who write them (HTML, "numeric character reference end state"). */
static const guint16 windows_1252[32] = {
  0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
  0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E, 0x178,
};

static gsize
decode_number (const char *at, GString *out)
{
  const char *digits = at + 2;
  gboolean is_hex = *digits == 'x' || *digits == 'X';
  guint64 code = 0;
  gsize n = 0;

  digits += is_hex;
  while (n < 10 && (is_hex ? g_ascii_isxdigit (digits[n]) : g_ascii_isdigit (digits[n])))
    {
      code = code * (is_hex ? 16 : 10) + g_ascii_xdigit_value (digits[n]);
      n++;
    }
  if (n == 0)
    return 0;
  if (code >= 128 && code < 160)
    code = windows_1252[code - 128];
  /* Characters that a text may not hold say nothing. */
  if (code <= 0x10FFFF && g_unichar_validate (code) && (code >= 0x20 || code == '\t' || code == '\n' || code == '\r'))
    g_string_append_unichar (out, code);
  n += digits - at;
  return at[n] == ';' ? n + 1 : n;
}

/**
 * rcp_feed_entity_decode:
 * @at: stands on "&"
 * @own: (nullable) (element-type utf8 utf8): what the document itself declares
 * @out: gets the character
 *
 * Reads a reference: a number, one of XML, one of HTML 4 whether or not a DTD declares it, or one of @own. Names need
 * their semicolon, as in "?a=1&copy=2" they do not mean a character.
 *
 * Returns: its bytes; 0 where there is none.
 */
gsize
rcp_feed_entity_decode (const char *at, GHashTable *own, GString *out)
{
  char name[MAX_NAME_BYTES];
  const char *declared;
  const htmlEntityDesc *known;
  gsize n = 1;

  if (at[1] == '#')
    return decode_number (at, out);
  while (n < MAX_NAME_BYTES && (g_ascii_isalnum (at[n]) || at[n] == '_' || at[n] == '-' || at[n] == '.'))
    n++;
  if (n == 1 || n == MAX_NAME_BYTES || at[n] != ';')
    return 0;
  memcpy (name, at + 1, n - 1);
  name[n - 1] = '\0';
  declared = own ? g_hash_table_lookup (own, name) : NULL;
  if (declared != NULL)
    g_string_append (out, declared);
  else if (g_str_equal (name, "apos"))
    g_string_append_c (out, '\'');
  else if ((known = htmlEntityLookup ((const xmlChar *) name)) != NULL)
    g_string_append_unichar (out, known->value);
  else
    return 0;
  return n + 1;
}
