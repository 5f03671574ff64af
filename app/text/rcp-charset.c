#include "config.h"

#include "rcp-charset.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/ucsdet.h>

#include "rcp-error.h"

/* How much of the bytes is looked at to tell text from data and one character set from another. */
#define SAMPLE_BYTES (64 * 1024)

/* Control characters that no text has; form feed, escape and the like stand in old captures now and then. */
#define MAX_CONTROL_SHARE 0.01

/* ICU's documentation puts a sure guess at 50 and above; single-byte Western sets seldom get more than 40 from a page. */
#define MIN_CONFIDENCE 20

static gboolean
is_control (guchar c)
{
  return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B && c != 0x1A;
}

/* Names that the web uses for windows-1252 (WHATWG Encoding Standard, section 4.2) and the like: a page that declares
 * Latin-1 or ASCII means its superset. */
static const char *
effective_charset (const char *name)
{
  static const char *const western[] = { "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1",
                                         "us-ascii",   "ascii",     "cp1252",     "x-cp1252" };

  for (gsize i = 0; i < G_N_ELEMENTS (western); i++)
    if (g_ascii_strcasecmp (name, western[i]) == 0)
      return "windows-1252";
  if (g_ascii_strcasecmp (name, "iso-8859-9") == 0)
    return "windows-1254";
  if (g_ascii_strcasecmp (name, "macroman") == 0 || g_ascii_strcasecmp (name, "x-mac-roman") == 0)
    return "macintosh";
  if (g_ascii_strcasecmp (name, "utf8") == 0)
    return "UTF-8";
  return name;
}

/* UTF-16 without a mark has a NUL in nearly every other byte of a text in Latin letters. */
static const char *
guess_utf16 (const guchar *data, gsize size)
{
  gsize n = MIN (size, SAMPLE_BYTES) & ~(gsize) 1, n_even = 0, n_odd = 0;

  if (n < 4)
    return NULL;
  for (gsize i = 0; i < n; i += 2)
    {
      n_even += data[i] == 0;
      n_odd += data[i + 1] == 0;
    }
  if (n_odd * 10 > n / 2 * 6 && n_even * 20 < n / 2)
    return "UTF-16LE";
  if (n_even * 10 > n / 2 * 6 && n_odd * 20 < n / 2)
    return "UTF-16BE";
  return NULL;
}

/* Magic numbers of what people drop by mistake; most of them would also fail the share of control characters. */
static gboolean
has_binary_signature (const guchar *data, gsize size)
{
  static const struct
  {
    const char *bytes;
    guint length;
  } signatures[] = {
    { "\x89PNG", 4 },   { "\xff\xd8\xff", 3 }, { "GIF8", 4 },     { "%PDF-", 5 },         { "PK\x03\x04", 4 },
    { "\x7f" "ELF", 4 }, { "\x1f\x8b", 2 },    { "BZh", 3 },      { "\xfd" "7zXZ", 5 },   { "7z\xbc\xaf", 4 },
    { "RIFF", 4 },      { "OggS", 4 },         { "ID3", 3 },      { "SQLite format 3", 15 }, { "\xd0\xcf\x11\xe0", 4 },
    { "Rar!", 4 },      { "MZ\x90", 3 },       { "II*\0", 4 },    { "wOFF", 4 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].length && memcmp (data, signatures[i].bytes, signatures[i].length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
looks_binary (const guchar *data, gsize size)
{
  gsize n = MIN (size, SAMPLE_BYTES), n_control = 0;

  if (has_binary_signature (data, size))
    return TRUE;
  for (gsize i = 0; i < n; i++)
    n_control += is_control (data[i]);
  return n_control > 2 && n_control > n * MAX_CONTROL_SHARE;
}

/* Turns line ends into "\n" and drops NULs, marks of byte order and control characters, in place. */
static void
normalise (char *text)
{
  char *out = text;

  for (const char *at = text; *at; at++)
    {
      guchar c = *at;

      if (c == '\r')
        {
          *out++ = '\n';
          if (at[1] == '\n')
            at++;
        }
      else if (c == 0xEF && (guchar) at[1] == 0xBB && (guchar) at[2] == 0xBF)
        at += 2;
      else if (c == 0xE2 && (guchar) at[1] == 0x80 && ((guchar) at[2] == 0xA8 || (guchar) at[2] == 0xA9))
        {
          *out++ = '\n';
          at += 2;
        }
      else if (c == 0xC2 && (guchar) at[1] == 0x85)
        {
          *out++ = '\n';
          at++;
        }
      else if (c == '\f' || c == '\v')
        *out++ = '\n';
      else if ((c >= 0x20 && c != 0x7F) || c == '\n' || c == '\t')
        *out++ = c;
    }
  *out = '\0';
}

static gsize
count_replacements (const char *text)
{
  gsize n = 0;

  while ((text = strstr (text, "\xEF\xBF\xBD")) != NULL)
    {
      n++;
      text += 3;
    }
  return n;
}

/* Converts, invalid sequences becoming U+FFFD; NULL where the character set is unknown. */
static char *
convert (const char *data, gsize size, const char *charset, gsize *n_replaced)
{
  g_autoptr (GCharsetConverter) converter = NULL;
  g_autoptr (GString) out = NULL;
  char buffer[8192];
  gsize at = 0;
  gboolean is_done = FALSE;

  *n_replaced = 0;
  converter = g_charset_converter_new ("UTF-8", charset, NULL);
  if (converter == NULL)
    return NULL;
  out = g_string_sized_new (size + size / 8 + 16);
  while (!is_done)
    {
      g_autoptr (GError) error = NULL;
      gsize n_read = 0, n_written = 0;
      GConverterResult result = g_converter_convert (G_CONVERTER (converter), data + at, size - at, buffer,
                                                     sizeof buffer, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                                     &error);

      at += n_read;
      g_string_append_len (out, buffer, n_written);
      if (result == G_CONVERTER_FINISHED)
        is_done = TRUE;
      else if (result == G_CONVERTER_ERROR && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
        {
          g_string_append (out, "\xEF\xBF\xBD");
          (*n_replaced)++;
          at++;
        }
      if (at >= size && (result == G_CONVERTER_ERROR || result == G_CONVERTER_FINISHED))
        is_done = TRUE;
    }
  /* A byte that the set leaves undefined may come out as nothing else than a C1 control or a NUL. */
  for (gsize i = 0; i < out->len; i++)
    if (out->str[i] == '\0')
      out->str[i] = ' ';
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* How unlike a text the result is: replaced bytes, C1 controls, and marks and signs amid letters, which is what accented
 * letters become when they are read in the wrong set. */
static gsize
count_oddities (const char *text)
{
  gsize n = 0;
  gboolean after_letter = FALSE;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at), next;

      if (code < 0x80)
        {
          after_letter = g_ascii_isalpha (code);
          continue;
        }
      next = g_utf8_get_char (g_utf8_next_char (at));
      if ((code >= 0x80 && code < 0xA0) || code == 0xFFFD)
        n += 2;
      else if (!g_unichar_isalpha (code) && code != 0x2019 && code != 0x2018 && after_letter && g_unichar_isalpha (next))
        n++;
      else if (after_letter && g_unichar_isupper (code) && g_unichar_islower (next))
        n++;
      after_letter = g_unichar_isalpha (code);
    }
  return n;
}

/* Chooses among the sets that text without a declaration comes in. */
static char *
decode_by_guess (const char *data, gsize size, char **charset)
{
  g_autofree char *best = NULL;
  const char *candidates[8] = { "windows-1252", "macintosh", NULL };
  g_autofree char *guessed = NULL;
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  gsize best_oddities = G_MAXSIZE;
  guint n_candidates = 2;

  if (U_SUCCESS (status))
    {
      const UCharsetMatch *match;

      ucsdet_setText (detector, data, MIN (size, SAMPLE_BYTES), &status);
      match = ucsdet_detect (detector, &status);
      if (U_SUCCESS (status) && match && ucsdet_getConfidence (match, &status) >= MIN_CONFIDENCE)
        guessed = g_strdup (effective_charset (ucsdet_getName (match, &status)));
      if (guessed && !g_str_has_prefix (guessed, "UTF-") && !g_str_has_prefix (guessed, "IBM"))
        {
          /* The detector's own choice is tried first and keeps its place unless another reads clearly better. */
          candidates[1] = candidates[0];
          candidates[0] = guessed;
          candidates[2] = "macintosh";
          n_candidates = 3;
        }
    }
  if (detector)
    ucsdet_close (detector);

  for (guint i = 0; i < n_candidates; i++)
    {
      gsize n_replaced, oddities;
      g_autofree char *sample = convert (data, MIN (size, SAMPLE_BYTES), candidates[i], &n_replaced);

      if (sample == NULL)
        continue;
      oddities = count_oddities (sample);
      if (best_oddities == G_MAXSIZE || oddities * 2 < best_oddities)
        {
          best_oddities = oddities;
          g_free (best);
          best = g_strdup (candidates[i]);
        }
    }
  if (best == NULL)
    return NULL;
  if (charset)
    *charset = g_strdup (best);
  {
    gsize n_replaced;

    return convert (data, size, best, &n_replaced);
  }
}

static char *
finish (char *text, GError **error)
{
  normalise (text);
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return text;
  g_free (text);
  g_set_error_literal (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_EMPTY, "no character but white space");
  return NULL;
}

static void
give_charset (char **charset, const char *name)
{
  if (charset)
    *charset = g_strdup (name);
}

/**
 * rcp_charset_decode:
 * @bytes: what was read
 * @declared: (nullable): the character set that the transport or the markup states
 * @charset: (out) (optional) (transfer full): the one used
 * @error: %RCP_TEXT_ERROR_EMPTY, %RCP_TEXT_ERROR_BINARY or %RCP_TEXT_ERROR_ENCODING
 *
 * Turns bytes into UTF-8. In this order: a mark of byte order; UTF-8 where the bytes are valid UTF-8 (which no other
 * text is by chance); UTF-16 by its NULs; what is declared, if it fits; UTF-8 with a few damaged bytes, or cut short;
 * else the guess of ICU's detector, weighed against windows-1252 and Mac Roman. Line ends become "\n"; NULs and other
 * control characters go.
 *
 * Returns: (transfer full) (nullable): the text, NULL with @error set. Any thread.
 */
char *
rcp_charset_decode (GBytes *bytes, const char *declared, char **charset, GError **error)
{
  gsize size, n_replaced;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const char *text = (const char *) data, *utf16 = NULL, *end;
  char *decoded = NULL;

  if (charset)
    *charset = NULL;
  if (size == 0)
    {
      g_set_error_literal (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_EMPTY, "no byte");
      return NULL;
    }

  if (size >= 4 && memcmp (data, "\xFF\xFE\0\0", 4) == 0)
    utf16 = "UTF-32LE";
  else if (size >= 4 && memcmp (data, "\0\0\xFE\xFF", 4) == 0)
    utf16 = "UTF-32BE";
  else if (size >= 2 && memcmp (data, "\xFF\xFE", 2) == 0)
    utf16 = "UTF-16LE";
  else if (size >= 2 && memcmp (data, "\xFE\xFF", 2) == 0)
    utf16 = "UTF-16BE";
  else
    utf16 = guess_utf16 (data, size);
  if (utf16)
    {
      decoded = convert (text, size, utf16, &n_replaced);
      if (decoded && n_replaced * 50 <= size && !looks_binary ((const guchar *) decoded, strlen (decoded)))
        {
          give_charset (charset, utf16);
          return finish (decoded, error);
        }
      g_free (decoded);
    }

  if (looks_binary (data, size))
    {
      g_set_error_literal (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_BINARY, "the bytes are no text");
      return NULL;
    }

  {
    /* g_utf8_validate() stops at a NUL; a stray one does not make the rest another character set. */
    g_autofree char *without_nuls = NULL;
    gsize n_bytes = size, n_damaged = 0;

    if (memchr (data, 0, size))
      {
        without_nuls = g_malloc (size);
        n_bytes = 0;
        for (gsize i = 0; i < size; i++)
          if (data[i] != 0)
            without_nuls[n_bytes++] = data[i];
        text = without_nuls;
      }
    if (g_utf8_validate_len (text, n_bytes, &end))
      {
        give_charset (charset, "UTF-8");
        return finish (g_strndup (text, n_bytes), error);
      }
    if (declared && g_ascii_strcasecmp (effective_charset (declared), "UTF-8") != 0)
      {
        decoded = convert (text, n_bytes, effective_charset (declared), &n_replaced);
        if (decoded && n_replaced * 100 <= n_bytes)
          {
            give_charset (charset, effective_charset (declared));
            return finish (decoded, error);
          }
        g_free (decoded);
      }

    /* Damaged or truncated UTF-8: far more valid sequences of several bytes than invalid bytes. */
    {
      gsize n_long = 0;

      decoded = g_utf8_make_valid (text, n_bytes);
      n_damaged = count_replacements (decoded);
      for (const guchar *at = (const guchar *) decoded; *at; at = (const guchar *) g_utf8_next_char ((const char *) at))
        n_long += *at >= 0xC2;
      if (n_long > n_damaged
          && (n_long - n_damaged >= 4 * n_damaged
              /* Only the last character is cut. */
              || g_utf8_get_char_validated (end, text + n_bytes - end) == (gunichar) -2))
        {
          give_charset (charset, "UTF-8");
          return finish (decoded, error);
        }
      g_free (decoded);
    }

    decoded = decode_by_guess (text, n_bytes, charset);
    if (decoded)
      return finish (decoded, error);
  }
  g_set_error_literal (error, RCP_TEXT_ERROR, RCP_TEXT_ERROR_ENCODING, "no character set fits the bytes");
  return NULL;
}
