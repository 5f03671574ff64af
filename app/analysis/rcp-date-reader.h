#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* Private to the date finder: how dates and clock times in digits are read from the characters of a text. */

/* A place in a text that is read character by character. */
typedef struct
{
  const char *text;
  gsize length;
  gsize at;
} RcpDateReader;

static inline char
rcp_date_reader_peek (const RcpDateReader *reader, gsize ahead)
{
  return reader->at + ahead < reader->length ? reader->text[reader->at + ahead] : '\0';
}

/* A run of digits; 0 where there is none or more than @max. */
static inline guint
rcp_date_reader_digits (RcpDateReader *reader, guint max, int *value)
{
  guint n = 0;

  *value = 0;
  while (g_ascii_isdigit (rcp_date_reader_peek (reader, n)) && n <= max)
    *value = *value * 10 + (rcp_date_reader_peek (reader, n++) - '0');
  if (n > max)
    return 0;
  reader->at += n;
  return n;
}

/* One space, of any of the kinds that typesetters put between digits and units. */
static inline gboolean
rcp_date_reader_skip_space (RcpDateReader *reader)
{
  static const char *const spaces[] = { " ", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89", NULL };

  for (int i = 0; spaces[i]; i++)
    if (strncmp (reader->text + reader->at, spaces[i], MIN (strlen (spaces[i]), reader->length - reader->at)) == 0
        && reader->length - reader->at >= strlen (spaces[i]))
      {
        reader->at += strlen (spaces[i]);
        return TRUE;
      }
  return FALSE;
}

G_END_DECLS
