#include "config.h"

#include <string.h>

#include "rcp-date-reader.h"
#include "rcp-date-shape.h"

/* Clock times, in digits read from the characters themselves, or in words. */

/* Half of the day that a time names; twelve-hour times are ambiguous without it. */
typedef enum
{
  HALF_UNKNOWN,
  HALF_MORNING,
  HALF_AFTERNOON,
} HalfOfDay;

typedef struct
{
  int hour;
  int minute;
  HalfOfDay half;
  gboolean is_clock; /* marked as a time; else a mere number */
} Clock;

static gboolean
read_word (RcpDateReader *reader, const char *word)
{
  gsize n = strlen (word);

  if (reader->length - reader->at < n || g_ascii_strncasecmp (reader->text + reader->at, word, n) != 0
      || g_ascii_isalpha (rcp_date_reader_peek (reader, n)))
    return FALSE;
  reader->at += n;
  return TRUE;
}

static gboolean
read_any_word (RcpDateReader *reader, const char *const *words)
{
  for (int i = 0; words[i]; i++)
    if (read_word (reader, words[i]))
      return TRUE;
  return FALSE;
}

/* ":30", ":30:15", ":30:15.250"; FALSE for colons that belong to no time. */
static gboolean
read_colons (RcpDateReader *reader, Clock *clock)
{
  int second;

  reader->at++;
  if (rcp_date_reader_digits (reader, 2, &clock->minute) != 2 || clock->minute > 59)
    return FALSE;
  if (rcp_date_reader_peek (reader, 0) == ':' && g_ascii_isdigit (rcp_date_reader_peek (reader, 1)))
    {
      reader->at++;
      rcp_date_reader_digits (reader, 2, &second);
    }
  if (rcp_date_reader_peek (reader, 0) == '.' && g_ascii_isdigit (rcp_date_reader_peek (reader, 1)))
    {
      reader->at++;
      rcp_date_reader_digits (reader, 6, &second);
    }
  clock->is_clock = TRUE;
  return TRUE;
}

/* "h", "h30", " heures 30" after the hour. In English the letter is glued: "19h30". */
static gboolean
read_french_hour (RcpDateReader *reader, gboolean is_french, Clock *clock)
{
  static const char *const hours[] = { "heures", "heure", "hrs", NULL };
  RcpDateReader ahead = *reader;
  gboolean spaced = rcp_date_reader_skip_space (&ahead);

  if ((rcp_date_reader_peek (&ahead, 0) | 0x20) != 'h' || (spaced && !is_french))
    return TRUE;
  *reader = ahead;
  if (!is_french || !read_any_word (reader, hours))
    {
      reader->at++;
      if (g_ascii_isalpha (rcp_date_reader_peek (reader, 0)))
        return FALSE;
    }
  ahead = *reader;
  if (is_french)
    rcp_date_reader_skip_space (&ahead);
  if (g_ascii_isdigit (rcp_date_reader_peek (&ahead, 0)) && rcp_date_reader_digits (&ahead, 2, &clock->minute) == 2
      && clock->minute < 60 && !g_ascii_isdigit (rcp_date_reader_peek (&ahead, 0)))
    reader->at = ahead.at;
  else
    clock->minute = 0;
  clock->is_clock = TRUE;
  return TRUE;
}

/* "a.m.", "pm", "o'clock", and glued to the digits "8:45a" */
static void
read_half (RcpDateReader *reader, gboolean is_french, gboolean after_at, Clock *clock)
{
  static const char *const mornings[] = { "a.m.", "am", "a.m", NULL };
  static const char *const afternoons[] = { "p.m.", "pm", "p.m", NULL };
  RcpDateReader ahead = *reader;
  char glued = rcp_date_reader_peek (reader, 0);

  if (clock->hour > 12)
    return;
  rcp_date_reader_skip_space (&ahead);
  if (read_any_word (&ahead, mornings))
    clock->half = HALF_MORNING;
  else if (read_any_word (&ahead, afternoons))
    clock->half = HALF_AFTERNOON;
  else if (!is_french && (clock->is_clock || after_at) && (glued == 'a' || glued == 'p')
           && !g_ascii_isalnum (rcp_date_reader_peek (reader, 1)) && rcp_date_reader_peek (reader, 1) != '.')
    {
      clock->half = glued == 'a' ? HALF_MORNING : HALF_AFTERNOON;
      ahead = *reader;
      ahead.at++;
    }
  else
    {
      if (!is_french && read_word (&ahead, "o'clock"))
        {
          clock->is_clock = TRUE;
          *reader = ahead;
        }
      return;
    }
  clock->is_clock = TRUE;
  *reader = ahead;
}

/* One time, marked as such or not; FALSE where no hour stands. */
static gboolean
read_clock (RcpDateReader *reader, gboolean is_french, Clock *clock)
{
  RcpDateReader ahead;
  gboolean after_at = reader->at > 3 && g_ascii_strncasecmp (reader->text + reader->at - 3, "at ", 3) == 0;

  memset (clock, 0, sizeof *clock);
  if (rcp_date_reader_digits (reader, 2, &clock->hour) == 0 || clock->hour > 24)
    return FALSE;
  if (rcp_date_reader_peek (reader, 0) == ':' && g_ascii_isdigit (rcp_date_reader_peek (reader, 1)))
    {
      if (!read_colons (reader, clock))
        return FALSE;
    }
  else if (!read_french_hour (reader, is_french, clock))
    return FALSE;
  if (!is_french && !clock->is_clock && rcp_date_reader_peek (reader, 0) == '.')
    {
      /* "8.30 pm": a point where the half of the day follows */
      Clock pointed = *clock;

      ahead = *reader;
      ahead.at++;
      if (rcp_date_reader_digits (&ahead, 2, &pointed.minute) == 2 && pointed.minute < 60)
        {
          read_half (&ahead, is_french, FALSE, &pointed);
          if (pointed.half != HALF_UNKNOWN)
            {
              *clock = pointed;
              *reader = ahead;
              return TRUE;
            }
        }
    }
  read_half (reader, is_french, after_at, clock);
  /* "09:00Z", "10:00T" are left to the caller. */
  if (g_ascii_isalnum (rcp_date_reader_peek (reader, 0)) &&
      !(clock->is_clock && rcp_date_reader_peek (reader, 0) == 'Z'))
    return FALSE;
  return TRUE;
}

/* What joins the two ends of "8-9 am", "9:30 to 11:00", "9h à 11h"; "between" lets "and" do so. */
static gboolean
read_join (RcpDateReader *reader, gsize start, gboolean is_french)
{
  static const char *const english[] = { "to", "till", "until", "through", NULL };
  static const char *const french[] = { "à", "jusqu'à", "jusqu’à", NULL };
  const char *const *joins = is_french ? french : english;
  const char *between = is_french ? "entre " : "between ", *and = is_french ? "et" : "and";
  gsize n = strlen (between);

  rcp_date_reader_skip_space (reader);
  if (rcp_date_reader_peek (reader, 0) == '-' || rcp_date_reader_peek (reader, 0) == '~')
    reader->at++;
  else if (reader->length - reader->at > 3 && strncmp (reader->text + reader->at, "–", strlen ("–")) == 0)
    reader->at += strlen ("–");
  else if (!read_any_word (reader, joins)
           && !(start >= n && g_ascii_strncasecmp (reader->text + start - n, between, n) == 0 && read_word (reader, and)))
    return FALSE;
  rcp_date_reader_skip_space (reader);
  return TRUE;
}

static int
full_hour (const Clock *clock)
{
  if (clock->half == HALF_MORNING)
    return clock->hour % 12;
  return clock->half == HALF_AFTERNOON ? clock->hour % 12 + 12 : clock->hour;
}

/**
 * rcp_date_clock_read:
 * @at: where a digit stands
 * @stop: (out): where it ends
 * @piece: (inout): its time of day is set
 *
 * Reads a clock time: "17 h 10", "23h30", "16 heures", "9:05", "5 pm", "11:46:00"; also from one to another, of which the
 * first counts: "8-9 am", "9h30 à 11h".
 *
 * Returns: whether one stands there.
 */
gboolean
rcp_date_clock_read (const char *text, gsize length, gsize at, gboolean is_french, gsize *stop, RcpDatePiece *piece)
{
  RcpDateReader reader = { text, length, at }, ahead;
  Clock clock, end;

  if (at >= length || !g_ascii_isdigit (text[at]) || (at > 0 && g_ascii_isdigit (text[at - 1])) ||
      !read_clock (&reader, is_french, &clock))
    return FALSE;
  ahead = reader;
  if (read_join (&ahead, at, is_french) && g_ascii_isdigit (rcp_date_reader_peek (&ahead, 0)) &&
      read_clock (&ahead, is_french, &end) &&
      (clock.is_clock ? end.is_clock || end.hour <= 12 : end.is_clock && clock.hour <= 12) &&
      !(rcp_date_reader_peek (&ahead, 0) && strchr ("/-.,", rcp_date_reader_peek (&ahead, 0)) &&
        g_ascii_isdigit (rcp_date_reader_peek (&ahead, 1))) &&
      (is_french ? end.is_clock : clock.is_clock || end.half != HALF_UNKNOWN || end.minute > 0))
    {
      if (end.is_clock || clock.half != HALF_UNKNOWN)
        {
          if (clock.half == HALF_UNKNOWN && end.half != HALF_UNKNOWN && clock.hour <= 12)
            clock.half = clock.hour % 12 <= end.hour % 12 ? end.half : HALF_MORNING;
          clock.is_clock = TRUE;
          piece->is_clock_range = TRUE;
          reader = ahead;
        }
    }
  if (!clock.is_clock)
    return FALSE;
  piece->daypart = RCP_DAYPART_CLOCK;
  piece->hour = full_hour (&clock);
  piece->minute = clock.minute;
  *stop = reader.at;
  return TRUE;
}

static const RcpDateItem *
item_at (const GArray *items, guint at)
{
  return &g_array_index (items, RcpDateItem, at);
}

static gboolean
has (const GArray *items, guint at, RcpDateWordClass cls)
{
  return at < items->len && rcp_date_word_has (item_at (items, at)->word, cls);
}

static const char *
folded_at (const RcpSegmentedText *text, const GArray *items, guint at)
{
  return at < items->len ? text->tokens[item_at (items, at)->token].folded : "";
}

/* "am", "p.m." as words of their own. */
static guint
skip_half (const RcpSegmentedText *text, const GArray *items, guint at, int *hour)
{
  const char *word = folded_at (text, items, at);

  if (strcmp (word, "am") == 0 || strcmp (word, "pm") == 0)
    {
      if (*hour <= 12)
        *hour = *hour % 12 + (word[0] == 'p' ? 12 : 0);
      return at + 1;
    }
  if ((strcmp (word, "a") == 0 || strcmp (word, "p") == 0) && strcmp (folded_at (text, items, at + 1), ".") == 0 &&
      strcmp (folded_at (text, items, at + 2), "m") == 0)
    {
      if (*hour <= 12)
        *hour = *hour % 12 + (word[0] == 'p' ? 12 : 0);
      return at + (strcmp (folded_at (text, items, at + 3), ".") == 0 ? 4 : 3);
    }
  return at;
}

/* An hour in digits or words, with minutes in words: "7", "seven", "seven thirty", "five-thirty". */
static int
read_hour_words (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items, guint at, int *hour,
                 int *minute)
{
  gboolean is_fuzzy;
  int end, value, after;

  if (at >= items->len || (end = rcp_date_items_number (grammar, items, at, &value, &is_fuzzy)) < 0 || is_fuzzy)
    return -1;
  *minute = 0;
  if (value > 24 || (item_at (items, at)->number >= 0 && item_at (items, at)->n_digits > 2))
    return -1;
  *hour = value;
  if (item_at (items, at)->number < 0 && (guint) end < items->len)
    {
      guint next = end + (has (items, end, RCP_DW_HYPHEN) ? 1 : 0);

      if (next < items->len && item_at (items, next)->number < 0 &&
          (after = rcp_date_items_number (grammar, items, next, &value, &is_fuzzy)) > 0 && !is_fuzzy && value >= 10 &&
          value < 60)
        {
          *minute = value;
          end = after;
        }
    }
  return skip_half (text, items, end, hour);
}

/* Does something that is counted follow a number? "at 5 percent", "at 5,200" */
static gboolean
counts (const RcpSegmentedText *text, const GArray *items, guint at)
{
  const RcpToken *token;

  if (at >= items->len)
    return FALSE;
  token = &text->tokens[item_at (items, at)->token];
  if (token->kind == RCP_TOKEN_PUNCTUATION)
    return strchr ("%$-/:", token->folded[0]) != NULL || (token->folded[0] & 0x80) != 0 ||
           ((token->flags & RCP_TOKEN_GLUED) && at + 1 < items->len && item_at (items, at + 1)->number >= 0);
  return item_at (items, at)->word == NULL || has (items, at, RCP_DW_UNIT) || has (items, at, RCP_DW_NUMBER) ||
         has (items, at, RCP_DW_MONTH) || item_at (items, at)->number >= 0;
}

static int
set_time (RcpDatePiece *piece, int minutes, int end)
{
  if (minutes < 0)
    minutes += 24 * 60;
  if (minutes > 24 * 60)
    minutes -= 24 * 60;
  piece->daypart = RCP_DAYPART_CLOCK;
  piece->hour = minutes / 60;
  piece->minute = minutes % 60;
  return end;
}

/**
 * rcp_date_clock_read_bare:
 * @at: index of the item after "at"
 * @piece: (inout): its time of day is set
 *
 * Reads an hour that only "at" after a day makes one: "Monday at 5", "tomorrow at seven thirty".
 *
 * Returns: index of the item after it; -1 where none stands there.
 */
int
rcp_date_clock_read_bare (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items, guint at,
                          RcpDatePiece *piece)
{
  int hour, minute, end = read_hour_words (grammar, text, items, at, &hour, &minute);

  return end < 0 || counts (text, items, end) ? -1 : set_time (piece, hour * 60 + minute, end);
}

/**
 * rcp_date_clock_read_words:
 * @at: index of an item
 * @piece: (inout): its time of day is set
 *
 * Reads a time of English words: "half past nine", "a quarter to seven", "20 minutes to 2 pm", "nine o'clock".
 *
 * Returns: index of the item after it; -1 where none stands there.
 */
int
rcp_date_clock_read_words (const RcpDateGrammar *grammar, const RcpSegmentedText *text, const GArray *items, guint at,
                           RcpDatePiece *piece)
{
  guint i = at;
  int minutes, hour, minute, end, sign;
  gboolean is_fuzzy;
  gsize stop;
  const char *word;

  if (grammar->is_french || at >= items->len)
    return -1;
  if (has (items, i, RCP_DW_ONE) && has (items, i + 1, RCP_DW_UNIT))
    i++;
  if (has (items, i, RCP_DW_UNIT) && item_at (items, i)->word->values[RCP_DW_UNIT] == RCP_UNIT_QUARTER)
    {
      minutes = 15;
      i++;
    }
  else if (has (items, i, RCP_DW_UNIT) && item_at (items, i)->word->values[RCP_DW_UNIT] == RCP_UNIT_HALF)
    {
      minutes = 30;
      i++;
    }
  else
    {
      end = rcp_date_items_number (grammar, items, i, &minutes, &is_fuzzy);
      if (end < 0 || is_fuzzy)
        return -1;
      if (strcmp (folded_at (text, items, end), "o'clock") == 0 && minutes <= 12)
        {
          hour = minutes;
          end = skip_half (text, items, end + 1, &hour);
          return set_time (piece, hour * 60, end);
        }
      if (minutes > 59 || minutes < 1)
        return -1;
      i = end;
      if (has (items, i, RCP_DW_UNIT) && item_at (items, i)->word->values[RCP_DW_UNIT] == RCP_UNIT_MINUTE)
        i++;
      /* "5 to 6 pm" goes from one hour to another. */
      else if (minutes % 5 != 0 || item_at (items, at)->number >= 0)
        return -1;
    }
  word = folded_at (text, items, i);
  if (strcmp (word, "past") == 0)
    sign = 1;
  else if (strcmp (word, "to") == 0 && i > at)
    sign = -1;
  else
    return -1;
  i++;
  if (i >= items->len)
    return -1;
  if (rcp_date_clock_read (text->text, text->length_bytes, text->tokens[item_at (items, i)->token].offset_bytes, FALSE, &stop,
                           piece))
    {
      hour = piece->hour;
      minute = piece->minute;
      for (end = i; (guint) end < items->len && text->tokens[item_at (items, end)->token].offset_bytes < stop;)
        end++;
    }
  else
    {
      end = read_hour_words (grammar, text, items, i, &hour, &minute);
      /* "three to four people" is no time; "quarter past six" is. */
      if (end < 0 || hour > 24 || (sign < 0 && minutes != 15 && minutes != 30 && !has (items, i - 2, RCP_DW_UNIT)))
        return -1;
      if (counts (text, items, end))
        return -1;
    }
  return set_time (piece, hour * 60 + minute + sign * minutes, end);
}

/**
 * rcp_date_clock_read_hours:
 * @at: index of an item
 * @piece: (inout): its time of day is set
 *
 * Reads a French hour in words after "à" or "vers": "huit heures", "dix-sept heures trente", "neuf heures et demie".
 *
 * Returns: index of the item after it; -1 where none stands at @at.
 */
int
rcp_date_clock_read_hours (const RcpDateGrammar *grammar, const GArray *items, guint at, RcpDatePiece *piece)
{
  int hour, minute = 0, more, end, after;
  gboolean is_fuzzy;

  if (!grammar->is_french || at >= items->len || at == 0
      || !(has (items, at - 1, RCP_DW_TO) || has (items, at - 1, RCP_DW_APPROX))
      || !(has (items, at, RCP_DW_NUMBER) || has (items, at, RCP_DW_ONE)))
    return -1;
  end = rcp_date_items_number (grammar, items, at, &hour, &is_fuzzy);
  if (end < 0 || is_fuzzy || hour < 1 || hour > 24 || !has (items, end, RCP_DW_UNIT)
      || item_at (items, end)->word->values[RCP_DW_UNIT] != RCP_UNIT_HOUR)
    return -1;
  end++;
  /* "à huit heures de route" is how far it is. */
  if (has (items, end, RCP_DW_OF) && !has (items, end + 1, RCP_DW_DAYPART))
    return -1;
  if (has (items, end, RCP_DW_AND) && has (items, end + 1, RCP_DW_DEMI))
    {
      minute = 30;
      end += 2;
    }
  else if (has (items, end, RCP_DW_NUMBER)
           && (after = rcp_date_items_number (grammar, items, end, &more, &is_fuzzy)) > 0 && more < 60)
    {
      minute = more;
      end = after;
    }
  piece->daypart = RCP_DAYPART_CLOCK;
  piece->hour = hour;
  piece->minute = minute;
  return end;
}
