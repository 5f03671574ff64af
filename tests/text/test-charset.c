#include "config.h"

#include <string.h>

#include "rcp-charset.h"
#include "rcp-error.h"

typedef struct
{
  const char *name;
  const char *bytes;
  gsize size; /* 0: up to the NUL */
  const char *declared;
  const char *text; /* NULL for an error */
  const char *charset;
  int error;
} Row;

#define FRENCH_1252 \
  "Le pr\xe9sident a \xe9t\xe9 re\xe7u \xe0 l\x92" "aube. La d\xe9l\xe9gation, arriv\xe9" "e hier, est repartie apr\xe8s " \
  "la c\xe9r\xe9monie."
#define FRENCH_UTF8 \
  "Le président a été reçu à l’aube. La délégation, arrivée hier, est repartie après la cérémonie."
#define FRENCH_MAC \
  "Le pr\x8esident a \x8et\x8e re\x8du \x88 l\xd5" "aube. La d\x8el\x8egation, arriv\x8e" "e hier, est repartie apr\x8fs " \
  "la c\x8er\x8emonie."

static const Row rows[] = {
  { "utf-8", "caf\xc3\xa9", 0, NULL, "café", "UTF-8", 0 },
  { "utf-8 against its declaration", "caf\xc3\xa9", 0, "iso-8859-1", "café", "UTF-8", 0 },
  { "byte order mark", "\xef\xbb\xbf" "caf\xc3\xa9", 0, NULL, "café", "UTF-8", 0 },
  { "line ends", "a\r\nb\rc\nd\r\r\ne", 0, NULL, "a\nb\nc\nd\n\ne", "UTF-8", 0 },
  { "nul bytes", "ab\0c d", 6, NULL, "abc d", "UTF-8", 0 },
  { "utf-16le with mark", "\xff\xfe" "a\0\xe9\0", 6, NULL, "aé", "UTF-16LE", 0 },
  { "utf-16be with mark", "\xfe\xff\0a\0\xe9", 6, NULL, "aé", "UTF-16BE", 0 },
  { "utf-16le by its nuls", "l\0'\0\xe9\0t\0\xe9\0 \0v\0i\0e\0n\0t\0", 22, NULL, "l'été vient", "UTF-16LE", 0 },
  { "windows-1252 declared", "l\x92\xe9t\xe9", 0, "windows-1252", "l’été", "windows-1252", 0 },
  { "latin-1 means windows-1252", "l\x92\xe9t\xe9", 0, "ISO-8859-1", "l’été", "windows-1252", 0 },
  { "windows-1252 guessed", FRENCH_1252, 0, NULL, FRENCH_UTF8, NULL, 0 },
  { "mac roman guessed", FRENCH_MAC, 0, NULL, FRENCH_UTF8, NULL, 0 },
  { "unknown declaration", FRENCH_1252, 0, "x-nonsense", FRENCH_UTF8, NULL, 0 },
  { "cyrillic declared", "\xcf\xf0\xe8\xe2\xe5\xf2", 0, "windows-1251", "Привет", "windows-1251", 0 },
  { "cut utf-8", "un \xc3\xa9t\xc3\xa9 \xc3\xa0 la c\xc3\xb4te, apr\xc3\xa8s l\xe2\x80", 0, NULL, NULL, "UTF-8", -1 },
  { "empty", "", 0, NULL, NULL, NULL, RCP_TEXT_ERROR_EMPTY },
  { "white space", " \r\n\t ", 0, NULL, NULL, NULL, RCP_TEXT_ERROR_EMPTY },
  { "png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, NULL, NULL, NULL, RCP_TEXT_ERROR_BINARY },
  { "control characters", "\1\2\3\4\5\6\7\1\2\3\4 text", 0, NULL, NULL, NULL, RCP_TEXT_ERROR_BINARY },
  { "nuls only", "\0\0\0\0\0\0\0\0", 8, NULL, NULL, NULL, RCP_TEXT_ERROR_BINARY },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new (row->bytes, row->size ? row->size : strlen (row->bytes));
  g_autoptr (GError) error = NULL;
  g_autofree char *charset = NULL;
  g_autofree char *text = rcp_charset_decode (bytes, row->declared, &charset, &error);

  if (row->error == -1)
    {
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (text, "un été à la côte, après l"));
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  else if (row->text == NULL)
    {
      g_assert_error (error, RCP_TEXT_ERROR, row->error);
      g_assert_null (text);
      return;
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, row->text);
    }
  if (row->charset)
    g_assert_cmpstr (charset, ==, row->charset);
  g_assert_nonnull (charset);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/charset/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
