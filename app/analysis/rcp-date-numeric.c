#include "config.h"

#include <string.h>

#include "rcp-date-shape.h"

/* Dates and clock times written in digits are read from the characters themselves: how a text is cut into tokens at
 * points, strokes and colons doesn't matter here. */

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
} Reader;

static char
peek (const Reader *reader, gsize ahead)
{
  return reader->at + ahead < reader->length ? reader->text[reader->at + ahead] : '\0';
}

/* A run of digits; 0 where there is none or more than @max. */
static guint
read_digits (Reader *reader, guint max, int *value)
{
  guint n = 0;

  *value = 0;
  while (g_ascii_isdigit (peek (reader, n)) && n <= max)
    *value = *value * 10 + (peek (reader, n++) - '0');
  if (n > max)
    return 0;
  reader->at += n;
  return n;
}

/* One space, of any of the kinds that typesetters put between digits and units. */
static gboolean
skip_space (Reader *reader)
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

static gboolean
begins_alone (const char *text, gsize at)
{
  if (at == 0)
    return TRUE;
  if (g_ascii_isalnum (text[at - 1]) || (text[at - 1] & 0x80 && text[at - 1] != '\xa0' && text[at - 1] != '\xaf'
                                          && text[at - 1] != '\x99' && text[at - 1] != '\x93'))
    return FALSE;
  return at < 2 || !strchr ("./:,-", text[at - 1]) || !g_ascii_isalnum (text[at - 2]);
}

static gboolean
ends_alone (const Reader *reader)
{
  char next = peek (reader, 0);

  if (g_ascii_isalnum (next))
    return FALSE;
  return !(strchr ("./:,-", next) && next != '\0' && g_ascii_isdigit (peek (reader, 1)));
}

static int
full_year (int year)
{
  /* Two digits: the window of POSIX strptime's %y. */
  return year < 69 ? 2000 + year : 1900 + year;
}

static gboolean
set_day (RcpDatePiece *piece, int year, int month, int day)
{
  piece->form = RCP_FORM_CALENDAR;
  piece->year = year;
  piece->month = month;
  piece->day = day;
  piece->is_full_year = year > 0;
  return TRUE;
}

/* A clock time after a day: "T09:30:00Z", " 09:30". Left alone where it is none. */
static void
skip_time (Reader *reader, gboolean is_french, RcpDatePiece *piece)
{
  Reader ahead = *reader;
  gsize stop;

  if (peek (&ahead, 0) == 'T' || peek (&ahead, 0) == ' ')
    ahead.at++;
  else
    return;
  if (!rcp_date_clock_read (ahead.text, ahead.length, ahead.at, is_french, &stop, piece))
    return;
  reader->at = stop;
  if (peek (reader, 0) == 'Z')
    reader->at++;
  else if ((peek (reader, 0) == '+' || peek (reader, 0) == '-') && g_ascii_isdigit (peek (reader, 1)))
    {
      reader->at++;
      while (g_ascii_isdigit (peek (reader, 0)) || peek (reader, 0) == ':')
        reader->at++;
    }
}

/**
 * rcp_date_numeric_read:
 * @at: where a digit stands
 * @is_french: day before month; else month before day where strokes or hyphens divide them
 * @is_alone: a preposition or a weekday stands before, so that day and month alone are a date
 * @stop: (out): where it ends
 * @piece: (out): what it says
 *
 * Reads ISO 8601 dates, and dates with strokes, points and hyphens.
 *
 * Returns: whether a date stands there.
 */
gboolean
rcp_date_numeric_read (const char *text, gsize length, gsize at, gboolean is_french, gboolean is_alone, gsize *stop,
                       RcpDatePiece *piece)
{
  Reader reader = { text, length, at };
  int a, b = 0, c = 0;
  guint na, nb, nc = 0;
  char separator;

  memset (piece, 0, sizeof *piece);
  if (!begins_alone (text, at) || (na = read_digits (&reader, 8, &a)) == 0)
    return FALSE;
  if (na == 8)
    {
      *stop = reader.at;
      return ends_alone (&reader) && a / 10000 >= 1900 && a / 10000 < 2100
             && rcp_day_from_ymd (a / 10000, a / 100 % 100, a % 100) != RCP_DAY_INVALID
             && set_day (piece, a / 10000, a / 100 % 100, a % 100);
    }
  separator = peek (&reader, 0);
  if (separator == '\0' || !strchr ("./-", separator))
    return FALSE;
  reader.at++;
  if ((nb = read_digits (&reader, 4, &b)) == 0)
    return FALSE;
  if (peek (&reader, 0) == separator && g_ascii_isdigit (peek (&reader, 1)))
    {
      reader.at++;
      if ((nc = read_digits (&reader, 4, &c)) == 0)
        return FALSE;
    }
  *stop = reader.at;

  if (nc > 0)
    {
      gboolean swap = !is_french && separator != '.';

      if (na == 4 && nb <= 2 && nc <= 2)
        {
          if (a < 1000 || b > 12 || c > 31 || b < 1 || c < 1)
            return FALSE;
          set_day (piece, a, b, c);
        }
      else if (na <= 2 && nb <= 2 && (nc == 4 || (nc == 2 && (separator == '/' || (na == 2 && nb == 2)))))
        {
          int day = swap ? b : a, month = swap ? a : b;

          if (month > 12 && day <= 12)
            {
              int other = day;

              day = month;
              month = other;
            }
          if (day < 1 || day > 31 || month < 1 || month > 12 || (nc == 4 && c < 1000))
            return FALSE;
          set_day (piece, nc == 4 ? c : full_year (c), month, day);
        }
      else
        return FALSE;
      if (na == 4)
        skip_time (&reader, is_french, piece);
      *stop = reader.at;
      return ends_alone (&reader);
    }
  if (!ends_alone (&reader))
    return FALSE;
  if (na == 4 && nb == 2 && b >= 1 && b <= 12 && a >= 1000 && a < 2200 && separator != '.'
      && (b < 10 || (is_alone && b <= a % 100)))
    {
      set_day (piece, a, b, 0);
      return TRUE;
    }
  if (na <= 2 && nb == 4 && a >= 1 && a <= 12 && b >= 1800 && b < 2200 && separator == '/')
    {
      set_day (piece, b, a, 0);
      return TRUE;
    }
  if (is_alone && na <= 2 && nb <= 2 && (separator == '/' || (is_french && separator == '-')))
    {
      int day = is_french ? a : b, month = is_french ? b : a;

      if (month > 12 && day <= 12)
        {
          int other = day;

          day = month;
          month = other;
        }
      if (day >= 1 && day <= 31 && month >= 1 && month <= 12)
        return set_day (piece, 0, month, day);
    }
  return FALSE;
}

static gboolean
read_word (Reader *reader, const char *word)
{
  gsize n = strlen (word);

  if (reader->length - reader->at < n || g_ascii_strncasecmp (reader->text + reader->at, word, n) != 0
      || g_ascii_isalpha (peek (reader, n)))
    return FALSE;
  reader->at += n;
  return TRUE;
}

/**
 * rcp_date_clock_read:
 * @at: where a digit stands
 * @stop: (out): where it ends
 * @piece: (inout): its time of day is set
 *
 * Reads a clock time: "17 h 10", "23h30", "16 heures", "9:05", "5 pm", "11:46:00".
 *
 * Returns: whether one stands there.
 */
gboolean
rcp_date_clock_read (const char *text, gsize length, gsize at, gboolean is_french, gsize *stop, RcpDatePiece *piece)
{
  Reader reader = { text, length, at }, ahead;
  int hour, minute = 0, second;
  guint n;
  gboolean is_clock = FALSE;

  if (at >= length || !g_ascii_isdigit (text[at]) || (at > 0 && g_ascii_isdigit (text[at - 1])))
    return FALSE;
  n = read_digits (&reader, 2, &hour);
  if (n == 0 || hour > 24)
    return FALSE;
  ahead = reader;
  skip_space (&ahead);
  if (peek (&reader, 0) == ':' && g_ascii_isdigit (peek (&reader, 1)))
    {
      reader.at++;
      if (read_digits (&reader, 2, &minute) != 2 || minute > 59)
        return FALSE;
      if (peek (&reader, 0) == ':' && g_ascii_isdigit (peek (&reader, 1)))
        {
          reader.at++;
          read_digits (&reader, 2, &second);
        }
      if (peek (&reader, 0) == '.' && g_ascii_isdigit (peek (&reader, 1)))
        {
          reader.at++;
          read_digits (&reader, 6, &second);
        }
      is_clock = TRUE;
    }
  else if (is_french && (peek (&ahead, 0) == 'h' || peek (&ahead, 0) == 'H'))
    {
      reader = ahead;
      if (!read_word (&reader, "heures") && !read_word (&reader, "heure") && !read_word (&reader, "hrs"))
        {
          reader.at++;
          if (g_ascii_isalpha (peek (&reader, 0)))
            return FALSE;
        }
      ahead = reader;
      skip_space (&ahead);
      if (g_ascii_isdigit (peek (&ahead, 0)) && read_digits (&ahead, 2, &minute) == 2 && minute < 60
          && !g_ascii_isdigit (peek (&ahead, 0)))
        reader.at = ahead.at;
      else
        minute = 0;
      is_clock = TRUE;
    }
  ahead = reader;
  skip_space (&ahead);
  if (read_word (&ahead, "a.m.") || read_word (&ahead, "am") || read_word (&ahead, "a.m"))
    {
      reader = ahead;
      is_clock = hour <= 12;
    }
  else if (read_word (&ahead, "p.m.") || read_word (&ahead, "pm") || read_word (&ahead, "p.m"))
    {
      reader = ahead;
      is_clock = hour <= 12;
      hour = hour < 12 ? hour + 12 : hour;
    }
  else if (!is_french && read_word (&ahead, "o'clock"))
    {
      reader = ahead;
      is_clock = TRUE;
    }
  if (!is_clock || g_ascii_isalnum (peek (&reader, 0)))
    {
      /* "09:00Z", "10:00T" are left to the caller. */
      if (!is_clock || peek (&reader, 0) != 'Z')
        return FALSE;
    }
  piece->daypart = RCP_DAYPART_CLOCK;
  piece->hour = hour;
  piece->minute = minute;
  *stop = reader.at;
  return TRUE;
}
