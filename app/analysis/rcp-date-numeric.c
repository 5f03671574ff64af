#include "config.h"

#include <string.h>

#include "rcp-date-reader.h"
#include "rcp-date-shape.h"

/* Dates written in digits are read from the characters themselves: how a text is cut into tokens at
 * points, strokes and colons doesn't matter here. */

/* Is the hyphen at @at one between two dates with strokes: "5/1-5/7/2020"? */
static gboolean
divides_stroked (const char *text, gsize length, gsize at)
{
  gsize before = at, after = at + 1;

  while (before > 0 && g_ascii_isdigit (text[before - 1]) && at - before < 5)
    before--;
  while (after < length && g_ascii_isdigit (text[after]) && after - at < 4)
    after++;
  return text[at] == '-' && before < at && before > 0 && text[before - 1] == '/' && after > at + 1 && after < length &&
         text[after] == '/';
}

static gboolean
begins_alone (const char *text, gsize length, gsize at)
{
  if (at == 0 || divides_stroked (text, length, at - 1))
    return TRUE;
  /* "28/2-1/3": the second of two dates */
  if (at >= 4 && text[at - 1] == '-' && g_ascii_isdigit (text[at - 2])
      && (text[at - 3] == '/' || (g_ascii_isdigit (text[at - 3]) && text[at - 4] == '/')))
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
  if (next == '-' && divides_stroked (reader->text, reader->length, reader->at))
    return TRUE;
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
  else if ((rcp_date_reader_peek (reader, 0) == '+' || rcp_date_reader_peek (reader, 0) == '-')
           && g_ascii_isdigit (rcp_date_reader_peek (reader, 1)))
    {
      reader->at++;
      while (g_ascii_isdigit (rcp_date_reader_peek (reader, 0)) || rcp_date_reader_peek (reader, 0) == ':')
        reader->at++;
    }
}

/* "2016-11" and "2015/3" are months, "2016-17" a season, "2010-11" and "2011/12" rather one than a month. */
static gboolean
is_month_of_year (int year, int month, guint n_digits, char separator, gboolean is_alone)
{
  if (n_digits > 2 || month < 1 || month > 12 || year < 1000 || year >= 2200 || separator == '.')
    return FALSE;
  if (separator == '/' || n_digits == 1)
    return year >= 1900 && month != year % 100 + 1;
  /* "the 2008-09 crisis" spans two years. */
  return is_alone || (month != year % 100 + 1 && (month < 10 || month <= year % 100));
}

/* "loi n° 2016-11", "no 2015-3": the number of a text. */
static gboolean
follows_number_sign (const char *text, gsize at)
{
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\xa0' || text[at - 1] == '\xc2' || text[at - 1] == '\xaf'
                    || text[at - 1] == '\x80' || text[at - 1] == '\xe2'))
    at--;
  return at >= 2
         && (((text[at - 1] == '\xb0' || text[at - 1] == '\xba') && text[at - 2] == '\xc2')
             || (g_ascii_tolower (text[at - 1]) == 'o' && g_ascii_tolower (text[at - 2]) == 'n'
                 && (at == 2 || !g_ascii_isalpha (text[at - 3]))));
}

/* "le 14/06, 16/06 ou 19/06": one date with a stroke vouches for the next. */
static gboolean
follows_date (const char *text, gsize at)
{
  gsize digits = 0;

  if (at >= 4 && (strncmp (text + at - 4, " ou ", 4) == 0 || strncmp (text + at - 4, " et ", 4) == 0))
    at -= 4;
  else if (at >= 2 && strncmp (text + at - 2, ", ", 2) == 0)
    at -= 2;
  else if (at >= 1 && text[at - 1] == '-')
    at--;
  else
    return FALSE;
  while (at > 0 && digits < 3 && g_ascii_isdigit (text[at - 1]))
    {
      at--;
      digits++;
    }
  return digits >= 1 && digits <= 2 && at >= 2 && text[at - 1] == '/' && g_ascii_isdigit (text[at - 2]);
}

/* The "-1/3" of "28/2-1/3". */
static gboolean
is_stroked_date (const char *text, gsize length, gsize at)
{
  RcpDateReader reader = { text, length, at + 1 };
  int value;

  return at < length && text[at] == '-' && rcp_date_reader_digits (&reader, 2, &value) > 0
         && rcp_date_reader_peek (&reader, 0) == '/' && g_ascii_isdigit (rcp_date_reader_peek (&reader, 1));
}

/* The year of "12/08, 2015"; 0 where there is none. */
static int
read_year_after (RcpDateReader reader, gsize *stop)
{
  int year;

  if (rcp_date_reader_peek (&reader, 0) != ',')
    return 0;
  reader.at++;
  if (!rcp_date_reader_skip_space (&reader) || rcp_date_reader_digits (&reader, 4, &year) != 4 || year < 1900
      || year >= 2100 || !ends_alone (&reader))
    return 0;
  *stop = reader.at;
  return year;
}

/* "20 02 2014", "le 20 2 14": figures divided by spaces. A telephone number goes on on either side. */
static gboolean
read_spaced (RcpDateReader reader, gboolean is_alone, gsize *stop, RcpDatePiece *piece)
{
  gsize start = reader.at;
  RcpDateReader ahead;
  int day, month, year;
  guint n_day, n_month, n_year;

  if (start >= 2 && reader.text[start - 1] == ' ' && g_ascii_isdigit (reader.text[start - 2]))
    return FALSE;
  n_day = rcp_date_reader_digits (&reader, 2, &day);
  if (n_day == 0 || !rcp_date_reader_skip_space (&reader)
      || (n_month = rcp_date_reader_digits (&reader, 2, &month)) == 0 || !rcp_date_reader_skip_space (&reader)
      || (n_year = rcp_date_reader_digits (&reader, 4, &year)) == 0)
    return FALSE;
  ahead = reader;
  if (!ends_alone (&reader) || (rcp_date_reader_skip_space (&ahead) && g_ascii_isdigit (rcp_date_reader_peek (&ahead, 0))))
    return FALSE;
  if (day < 1 || day > 31 || month < 1 || month > 12 || (n_year != 4 && n_year != 2)
      || (n_year == 4 && (year < 1900 || year >= 2100)))
    return FALSE;
  /* Unless an article stands before, only the form with all its digits is sure. */
  if (!is_alone && (n_day != 2 || n_month != 2 || n_year != 4))
    return FALSE;
  *stop = reader.at;
  return set_day (piece, n_year == 4 ? year : full_year (year), month, day);
}

/* "le 17 02": the month is known by its nought, or by nothing else standing in the text. */
static gboolean
read_spaced_day (RcpDateReader reader, gsize *stop, RcpDatePiece *piece)
{
  gboolean is_whole = reader.at == 0 || g_ascii_strncasecmp (reader.text, "le ", 3) == 0;
  RcpDateReader ahead;
  int day, month;

  if (reader.at >= 2 && reader.text[reader.at - 1] == ' ' && g_ascii_isdigit (reader.text[reader.at - 2]))
    return FALSE;
  if (rcp_date_reader_digits (&reader, 2, &day) != 2 || !rcp_date_reader_skip_space (&reader)
      || rcp_date_reader_digits (&reader, 2, &month) != 2)
    return FALSE;
  ahead = reader;
  if (!ends_alone (&reader)
      || (rcp_date_reader_skip_space (&ahead) && g_ascii_isalnum (rcp_date_reader_peek (&ahead, 0)))
      || day < 1 || day > 31 || month < 1 || month > 12 || (month >= 10 && !(is_whole && reader.at == reader.length)))
    return FALSE;
  *stop = reader.at;
  return set_day (piece, 0, month, day);
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
  if (!begins_alone (text, length, at) || (na = rcp_date_reader_digits (&reader, 8, &a)) == 0)
    return FALSE;
  if (na == 8)
    {
      *stop = reader.at;
      return ends_alone (&reader) && a / 10000 >= 1900 && a / 10000 < 2100
             && rcp_day_from_ymd (a / 10000, a / 100 % 100, a % 100) != RCP_DAY_INVALID
             && set_day (piece, a / 10000, a / 100 % 100, a % 100);
    }
  separator = rcp_date_reader_peek (&reader, 0);
  if (is_french && na <= 2 && (separator == ' ' || separator == '\xc2' || separator == '\xe2'))
    {
      RcpDateReader begin = { text, length, at };

      return read_spaced (begin, is_alone, stop, piece) || (is_alone && read_spaced_day (begin, stop, piece));
    }
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
      else if (na <= 2 && nb <= 2
               && (nc == 4
                   || (nc == 2
                       && (separator == '/' || (na == 2 && nb == 2) || (is_alone && separator == '-')))))
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
  /* "28/2-1/3": two dates */
  if (is_french && separator == '/' && is_stroked_date (text, length, reader.at))
    is_alone = TRUE;
  else if (!ends_alone (&reader))
    return FALSE;
  if (na == 4 && is_month_of_year (a, b, nb, separator, is_alone))
    {
      set_day (piece, a, b, 0);
      return !follows_number_sign (text, at);
    }
  if (na <= 2 && nb == 4 && a >= 1 && a <= 12 && b >= 1800 && b < 2100 && separator != '.')
    {
      set_day (piece, b, a, 0);
      return !follows_number_sign (text, at);
    }
  is_alone |= is_french && separator == '/' && follows_date (text, at);
  /* "22/04": figures that begin with a nought are counted only in dates. */
  is_alone |= is_french && separator == '/' && na == 2 && nb == 2 && text[at + 3] == '0';
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
        return set_day (piece, is_french ? read_year_after (reader, stop) : 0, month, day);
    }
  return FALSE;
}

/**
 * rcp_date_numeric_stroked:
 * @first: (out): the number before the stroke
 * @second: (out): the number after it
 *
 * Returns: the length of "4/25" where digits, a stroke and digits begin at @at, 0 for none.
 */
gsize
rcp_date_numeric_stroked (const RcpSegmentedText *text, gsize at, int *first, int *second)
{
  gsize i = at;

  *first = *second = 0;
  while (i < text->length_bytes && g_ascii_isdigit (text->text[i]) && i < at + 2)
    *first = *first * 10 + (text->text[i++] - '0');
  if (i == at || i >= text->length_bytes || text->text[i++] != '/')
    return 0;
  for (gsize from = i; i < text->length_bytes && g_ascii_isdigit (text->text[i]) && i < from + 2; i++)
    *second = *second * 10 + (text->text[i] - '0');
  return g_ascii_isdigit (text->text[i - 1]) ? i - at : 0;
}
