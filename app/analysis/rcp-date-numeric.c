#include "config.h"

#include <string.h>

#include "rcp-date-reader.h"
#include "rcp-date-shape.h"

/* Dates written in digits are read from the characters themselves: how a text is cut into tokens at
 * points, strokes and colons doesn't matter here. */

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
ends_alone (const RcpDateReader *reader)
{
  char next = rcp_date_reader_peek (reader, 0);

  if (g_ascii_isalnum (next))
    return FALSE;
  return !(strchr ("./:,-", next) && next != '\0' && g_ascii_isdigit (rcp_date_reader_peek (reader, 1)));
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
skip_time (RcpDateReader *reader, gboolean is_french, RcpDatePiece *piece)
{
  RcpDateReader ahead = *reader;
  gsize stop;

  if (rcp_date_reader_peek (&ahead, 0) == 'T' || rcp_date_reader_peek (&ahead, 0) == ' ')
    ahead.at++;
  else
    return;
  if (!rcp_date_clock_read (ahead.text, ahead.length, ahead.at, is_french, &stop, piece))
    return;
  reader->at = stop;
  if (rcp_date_reader_peek (reader, 0) == 'Z')
    reader->at++;
  else if ((rcp_date_reader_peek (reader, 0) == '+' || rcp_date_reader_peek (reader, 0) == '-') && g_ascii_isdigit (rcp_date_reader_peek (reader, 1)))
    {
      reader->at++;
      while (g_ascii_isdigit (rcp_date_reader_peek (reader, 0)) || rcp_date_reader_peek (reader, 0) == ':')
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
  RcpDateReader reader = { text, length, at };
  int a, b = 0, c = 0;
  guint na, nb, nc = 0;
  char separator;

  memset (piece, 0, sizeof *piece);
  if (!begins_alone (text, at) || (na = rcp_date_reader_digits (&reader, 8, &a)) == 0)
    return FALSE;
  if (na == 8)
    {
      *stop = reader.at;
      return ends_alone (&reader) && a / 10000 >= 1900 && a / 10000 < 2100
             && rcp_day_from_ymd (a / 10000, a / 100 % 100, a % 100) != RCP_DAY_INVALID
             && set_day (piece, a / 10000, a / 100 % 100, a % 100);
    }
  separator = rcp_date_reader_peek (&reader, 0);
  if (separator == '\0' || !strchr ("./-", separator))
    return FALSE;
  reader.at++;
  if ((nb = rcp_date_reader_digits (&reader, 4, &b)) == 0)
    return FALSE;
  if (rcp_date_reader_peek (&reader, 0) == separator && g_ascii_isdigit (rcp_date_reader_peek (&reader, 1)))
    {
      reader.at++;
      if ((nc = rcp_date_reader_digits (&reader, 4, &c)) == 0)
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
