#include "config.h"

#include "rcp-fold.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "rcp-fold-private.h"

/* Latin-1 Supplement and Latin Extended-A, U+00C0 to U+017F, two bytes an entry: the letter without its mark, or the
 * two letters of a ligature; blank where the character is no letter. Two bytes of UTF-8 never become more than two. */
static const char latin_folds[] =
  "a a a a a a aec e e e e i i i i "
  "d n o o o o o * o u u u u y thss"
  "a a a a a a aec e e e e i i i i "
  "d n o o o o o / o u u u u y thy "
  "a a a a a a c c c c c c c c d d "
  "d d e e e e e e e e e e g g g g "
  "g g g g h h h h i i i i i i i i "
  "i i ijijj j k k k l l l l l l l "
  "l l l n n n n n n 'nn n o o o o "
  "o o oeoer r r r r r s s s s s s "
  "s s t t t t t t u u u u u u u u "
  "u u u u w w y y y z z z z z z s ";

G_STATIC_ASSERT (sizeof latin_folds == (0x180 - 0xC0) * 2 + 1);

/* × and ÷ stand among the letters of Latin-1 and are none. */
#define IS_LATIN_SIGN(c) ((c) == 0xD7 || (c) == 0xF7)

/* Nonspacing marks of this combining class and above are diacritics and vowel points; below it stand nuktas and viramas,
 * without which Indic words would be other words (Unicode Standard, table 4-3). */
#define FIRST_DIACRITIC_CLASS 10

/**
 * rcp_fold_fast:
 * @text: UTF-8
 * @length: its bytes
 * @buffer: room for @length bytes
 *
 * The part of rcp_fold() that needs no tables of ICU: ASCII, the Latin letters of Europe, apostrophes and spaces.
 *
 * Returns: how many bytes it wrote, never more than @length; %G_MAXSIZE where another character stands in @text.
 */
gsize
rcp_fold_fast (const char *text, gsize length, char *buffer)
{
  const guchar *at = (const guchar *) text, *end = at + length;
  char *out = buffer;

  while (at < end)
    {
      guchar c = *at;

      if (c < 0x80)
        {
          *out++ = c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c == '`' ? '\'' : c;
          at++;
        }
      else if (c >= 0xC3 && c <= 0xC5 && end - at >= 2)
        {
          guint code = (guint) (c & 0x1F) << 6 | (at[1] & 0x3F);
          const char *fold = latin_folds + (code - 0xC0) * 2;

          if (IS_LATIN_SIGN (code))
            return G_MAXSIZE;
          *out++ = fold[0];
          if (fold[1] != ' ')
            *out++ = fold[1];
          at += 2;
        }
      else if (c == 0xC2 && end - at >= 2 && (at[1] == 0xA0 || at[1] == 0xB4))
        {
          *out++ = at[1] == 0xA0 ? ' ' : '\'';
          at += 2;
        }
      else if (c == 0xE2 && end - at >= 3 && at[1] == 0x80)
        {
          if (at[2] == 0x98 || at[2] == 0x99)
            *out++ = '\'';
          else if (at[2] == 0xAF || (at[2] >= 0x80 && at[2] <= 0x8A))
            *out++ = ' ';
          else
            return G_MAXSIZE;
          at += 3;
        }
      else
        return G_MAXSIZE;
    }
  return out - buffer;
}

static void
append_decomposed (GString *out, UChar32 code, const UNormalizer2 *normalizer)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar parts[32], folded[64];
  int32_t n_parts, n_folded;
  int32_t i = 0;

  n_parts = normalizer ? unorm2_getDecomposition (normalizer, code, parts, G_N_ELEMENTS (parts), &status) : -1;
  if (U_FAILURE (status) || n_parts < 0)
    {
      status = U_ZERO_ERROR;
      n_parts = 0;
      U16_APPEND_UNSAFE (parts, n_parts, code);
    }
  n_folded = u_strFoldCase (folded, G_N_ELEMENTS (folded), parts, n_parts, U_FOLD_CASE_DEFAULT, &status);
  if (U_FAILURE (status))
    {
      g_string_append_unichar (out, u_tolower (code));
      return;
    }
  while (i < n_folded)
    {
      char utf8[8], fast[8];
      gsize n_bytes, n_fast;
      UChar32 part;

      U16_NEXT (folded, i, n_folded, part);
      if (u_charType (part) == U_NON_SPACING_MARK && u_getCombiningClass (part) >= FIRST_DIACRITIC_CLASS)
        continue;
      if (part == 0 || (part >= 0xD800 && part < 0xE000))
        continue;
      n_bytes = g_unichar_to_utf8 (part, utf8);
      n_fast = rcp_fold_fast (utf8, n_bytes, fast);
      if (n_fast != G_MAXSIZE)
        g_string_append_len (out, fast, n_fast);
      else
        g_string_append_len (out, utf8, n_bytes);
    }
}

/**
 * rcp_fold_n:
 * @text: UTF-8
 * @length: its bytes
 *
 * Returns: (transfer full): rcp_fold() of a part of a text.
 */
char *
rcp_fold_n (const char *text, gsize length)
{
  char *fast = g_malloc (length + 1);
  gsize n_fast = rcp_fold_fast (text, length, fast);
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer;
  const char *end = text + length;
  GString *out;

  if (n_fast != G_MAXSIZE)
    {
      fast[n_fast] = '\0';
      return fast;
    }

  normalizer = unorm2_getNFKDInstance (&status);
  if (U_FAILURE (status))
    normalizer = NULL;
  out = g_string_sized_new (length);
  for (const char *at = text; at < end;)
    {
      gunichar code = g_utf8_get_char (at);
      gsize n_bytes = g_utf8_next_char (at) - at;
      gsize n_folded = rcp_fold_fast (at, n_bytes, fast);

      at += n_bytes;
      if (n_folded != G_MAXSIZE)
        g_string_append_len (out, fast, n_folded);
      else if (code == 0x02BC)
        g_string_append_c (out, '\'');
      else if (code == 0x00AD || (code >= 0x200B && code <= 0x200F) || code == 0xFEFF || code == 0x2060)
        continue; /* the soft hyphen and the invisible joiners are no part of a word */
      else
        append_decomposed (out, code, normalizer);
    }
  g_free (fast);
  return g_string_free (out, FALSE);
}

/**
 * rcp_fold:
 * @text: UTF-8
 *
 * What two spellings of one word have in common: compatibility decomposition (Unicode NFKD), diacritics dropped, full
 * case folding, ligatures opened (œ → oe, æ → ae, ß → ss), every apostrophe straight, every no-break or typographic space
 * a plain one. Punctuation and digits stay.
 *
 * Returns: (transfer full): the folded text. Any thread.
 */
char *
rcp_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  return rcp_fold_n (text, strlen (text));
}

/**
 * rcp_fold_words:
 * @text: UTF-8
 *
 * Returns: (transfer full): the folded words of @text, letters and digits only, parted by single spaces ("Côte-d’Ivoire"
 *   → "cote d ivoire"): for comparing names. Empty where there is none. Any thread.
 */
char *
rcp_fold_words (const char *text)
{
  g_autofree char *folded = rcp_fold (text);
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (folded));
  for (const char *at = folded, *next; *at; at = next)
    {
      next = g_utf8_next_char (at);
      if (g_ascii_isalnum (*at))
        g_string_append_c (out, *at);
      else if ((guchar) *at >= 0x80
               && (g_unichar_isalnum (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at))))
        g_string_append_len (out, at, next - at);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
