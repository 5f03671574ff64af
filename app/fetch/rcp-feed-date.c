#include "config.h"

#include "rcp-feed-date.h"

#include <stdlib.h>
#include <string.h>

#include "rcp-day.h"
#include "rcp-feed-date-private.h"

/* No date that means one is longer. */
#define MAX_BYTES 128
#define MAX_TOKENS 32
/* 1 January 1970, as rcp_day_from_ymd() counts. */
#define EPOCH_DAY 719163
#define DAY_US (24 * 60 * 60 * G_TIME_SPAN_SECOND)

/* RFC 2822, section 4.3: two digits below 50 are of this century. */
#define CENTURY_TURN 50

typedef struct
{
  enum
  {
    TOKEN_NUMBER,
    TOKEN_WORD,
    TOKEN_SIGN,
  } kind;
  char text[40];
  int number;
  guint length;
  gboolean is_spaced; /* white space stands before it */
} Token;

typedef struct
{
  Token tokens[MAX_TOKENS];
  guint n;
  guint at;
  int year, month, day; /* -1 */
  int hour, minute, second;
  int half; /* -1, 0, 12 */
  gboolean has_zone;
  int zone_minutes;
  GTimeZone *zone;
} Reader;

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalpha (c) || (guchar) c >= 0x80;
}

/* Numbers, words and signs; commas and points that only end a word are left out. FALSE for what is no date by its length. */
static gboolean
cut (Reader *self, const char *text)
{
  gboolean is_spaced = FALSE;

  while (*text != '\0')
    {
      Token *token = &self->tokens[self->n];
      gsize n = 1;

      if (g_ascii_isspace (*text))
        {
          is_spaced = TRUE;
          text++;
          continue;
        }
      if (self->n == MAX_TOKENS)
        return FALSE;
      token->kind = TOKEN_SIGN;
      if (g_ascii_isdigit (*text))
        {
          token->kind = TOKEN_NUMBER;
          while (g_ascii_isdigit (text[n]))
            n++;
        }
      else if (is_word_byte (*text))
        {
          token->kind = TOKEN_WORD;
          while (is_word_byte (text[n]))
            n++;
          /* a.m., p.m. */
          if (n == 1 && text[1] == '.' && text[2] == 'm')
            n = 3;
        }
      if (n >= sizeof token->text)
        return FALSE;
      if (n == 3 && text[1] == '.')
        {
          token->text[0] = text[0];
          token->text[1] = 'm';
          token->text[2] = '\0';
        }
      else
        g_strlcpy (token->text, text, n + 1);
      token->number = token->kind == TOKEN_NUMBER && n <= 9 ? atoi (token->text) : -1;
      token->length = n;
      token->is_spaced = is_spaced;
      is_spaced = FALSE;
      text += n;
      self->n++;
    }
  return self->n > 0;
}

static const Token *
peek (Reader *self, guint ahead)
{
  return self->at + ahead < self->n ? &self->tokens[self->at + ahead] : NULL;
}

static gboolean
is_sign (const Token *token, const char *signs)
{
  return token != NULL && token->kind == TOKEN_SIGN && strchr (signs, token->text[0]) != NULL;
}

static gboolean
is_number (const Token *token, guint min_length, guint max_length)
{
  return token != NULL && token->kind == TOKEN_NUMBER && token->length >= min_length && token->length <= max_length;
}

static gboolean
is_word (const Token *token, const char *word)
{
  return token != NULL && token->kind == TOKEN_WORD && strcmp (token->text, word) == 0;
}

/* 10:15, 10:15:16.5, 10h15, 101516 after "T". */
static gboolean
read_time (Reader *self)
{
  const Token *hour = peek (self, 0), *sign = peek (self, 1), *minute = peek (self, 2);
  gboolean is_hour_word = is_word (sign, "h") || is_word (sign, "u");

  if (self->hour >= 0 || !is_number (hour, 1, 2) || !(is_sign (sign, ":") || is_hour_word) || !is_number (minute, 2, 2))
    {
      /* 5pm */
      if (self->hour < 0 && is_number (hour, 1, 2) && sign != NULL && sign->kind == TOKEN_WORD
          && rcp_feed_date_find_half (sign->text) >= 0)
        {
          self->hour = hour->number;
          self->minute = self->second = 0;
          self->at++;
          return TRUE;
        }
      return FALSE;
    }
  self->hour = hour->number;
  self->minute = minute->number;
  self->second = 0;
  self->at += 3;
  if (is_sign (peek (self, 0), ":") && is_number (peek (self, 1), 1, 2))
    {
      self->second = peek (self, 1)->number;
      self->at += 2;
      if (is_sign (peek (self, 0), ".,:") && peek (self, 1) && !peek (self, 1)->is_spaced && is_number (peek (self, 1), 1, 20))
        self->at += 2;
    }
  return TRUE;
}

/* 101516 or 1015, only after "T". */
static gboolean
read_basic_time (Reader *self)
{
  const Token *token = peek (self, 0);

  if (self->hour >= 0 || token == NULL || token->is_spaced || !(is_number (token, 6, 6) || is_number (token, 4, 4)))
    return FALSE;
  self->hour = token->length == 6 ? token->number / 10000 : token->number / 100;
  self->minute = token->length == 6 ? token->number / 100 % 100 : token->number % 100;
  self->second = token->length == 6 ? token->number % 100 : 0;
  self->at++;
  return TRUE;
}

static gboolean
read_offset (Reader *self, gboolean *is_sound)
{
  const Token *sign = peek (self, 0), *hours = peek (self, 1);
  int minutes;

  if (self->hour < 0 || !is_sign (sign, "+-") || hours == NULL || hours->is_spaced || !is_number (hours, 1, 4))
    return FALSE;
  self->at += 2;
  minutes = hours->length <= 2 ? hours->number * 60 : hours->number / 100 * 60 + hours->number % 100;
  if (hours->length <= 2 && is_sign (peek (self, 0), ":") && is_number (peek (self, 1), 2, 2))
    {
      minutes += peek (self, 1)->number;
      *is_sound = peek (self, 1)->number < 60;
      self->at += 2;
    }
  /* No clock is further from Greenwich than 14 hours; writers that are wrong by one or two are let through. */
  if (minutes > 16 * 60)
    *is_sound = FALSE;
  self->zone_minutes = sign->text[0] == '-' ? -minutes : minutes;
  self->has_zone = TRUE;
  return TRUE;
}

/* A zone by its name or its place: "EST", "GMT+1", "Etc/GMT", "America/New_York". */
static gboolean
read_zone (Reader *self)
{
  const Token *token = peek (self, 0);
  g_autoptr (GString) name = NULL;
  gboolean is_known;
  int minutes;

  if (token == NULL || token->kind != TOKEN_WORD)
    return FALSE;
  if (is_sign (peek (self, 1), "/") && peek (self, 2) != NULL && peek (self, 2)->kind == TOKEN_WORD)
    {
      /* The database writes every part with a capital. */
      name = g_string_new (token->text);
      name->str[0] = g_ascii_toupper (name->str[0]);
      self->at++;
      while ((is_sign (peek (self, 0), "/_") || is_sign (peek (self, 0), "-")) && peek (self, 1) != NULL
             && peek (self, 1)->kind == TOKEN_WORD)
        {
          gsize start = name->len + 1;

          g_string_append (name, peek (self, 0)->text);
          g_string_append (name, peek (self, 1)->text);
          name->str[start] = g_ascii_toupper (name->str[start]);
          self->at += 2;
        }
      if (g_ascii_strcasecmp (name->str, "etc/gmt") == 0 || g_ascii_strcasecmp (name->str, "etc/utc") == 0)
        {
          self->has_zone = TRUE;
          return TRUE;
        }
      g_clear_pointer (&self->zone, g_time_zone_unref);
      self->zone = g_time_zone_new_identifier (name->str);
      return TRUE;
    }
  is_known = rcp_feed_date_find_zone (token->text, &minutes);
  if (!is_known && self->hour < 0)
    return FALSE;
  /* An unknown zone after the time leaves the time. */
  if (is_known && !self->has_zone)
    {
      self->has_zone = TRUE;
      self->zone_minutes = minutes;
    }
  self->at++;
  return TRUE;
}

static int
full_year (const Token *token)
{
  if (token->length >= 3)
    return token->number;
  return token->number < CENTURY_TURN ? 2000 + token->number : 1900 + token->number;
}

/* Three numbers with one sign between them, or a year and one or two. */
static gboolean
read_numbers (Reader *self)
{
  const Token *a = peek (self, 0), *first = peek (self, 1), *b = peek (self, 2), *second = peek (self, 3), *c = peek (self, 4);
  gboolean is_first_of_three;

  if (self->day >= 0 || self->month >= 0 || !is_number (a, 1, 4) || !is_sign (first, "-/.") || !is_number (b, 1, 2))
    return FALSE;
  is_first_of_three = is_sign (second, "-/.") && is_number (c, 1, 4) && !c->is_spaced;
  if (a->length >= 3)
    {
      /* 2020-01-10, 2020/01-10; 2020-01 */
      if (a->length != 4)
        return FALSE;
      self->year = a->number;
      self->month = b->number;
      self->at += 3;
      if (is_first_of_three)
        {
          self->day = c->number;
          self->at += 2;
        }
      return is_first_of_three ? c->length <= 2 : TRUE;
    }
  if (!is_first_of_three)
    return FALSE;
  self->at += 5;
  if (c->length <= 2 && first->text[0] == '-' && a->length == 2 && c->length == 2 && b->number <= 12)
    {
      /* 03-12-31, as ISO 8601 allowed it once. */
      self->year = full_year (a);
      self->month = b->number;
      self->day = c->number;
    }
  else
    {
      /* With strokes the month comes first unless it cannot; with points and dashes the day does. */
      gboolean month_first = first->text[0] == '/' ? a->number <= 12 : b->number > 12;

      self->year = full_year (c);
      self->month = month_first ? a->number : b->number;
      self->day = month_first ? b->number : a->number;
    }
  return c->length != 3;
}

/* A number that stands by itself: the day, or the year. */
static gboolean
read_lone_number (Reader *self)
{
  const Token *token = peek (self, 0), *next = peek (self, 1);

  if (token->kind != TOKEN_NUMBER || token->length > 4)
    return FALSE;
  self->at++;
  if (token->length <= 2 && self->day < 0 && !(self->month >= 0 && self->year < 0 && token->number > 31))
    {
      self->day = token->number;
      /* 16th, 1er, 2º */
      if (next != NULL && next->kind == TOKEN_WORD && !next->is_spaced && strlen (next->text) <= 2
          && rcp_feed_date_find_month (next->text) == 0)
        self->at++;
      return TRUE;
    }
  /* 11 04 2020: the day before the month, as everywhere else in that shape. */
  if (token->length <= 2 && self->month < 0 && token->number <= 12)
    {
      self->month = token->number;
      return TRUE;
    }
  if (self->year >= 0)
    return FALSE;
  self->year = full_year (token);
  return token->length != 3;
}

/* "mar., 19 mars": a day of the week that is also a month stands before the month. */
static gboolean
has_month_ahead (const Reader *self)
{
  for (guint i = self->at + 1; i < self->n; i++)
    if (self->tokens[i].kind == TOKEN_WORD && rcp_feed_date_find_month (self->tokens[i].text) > 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_word (Reader *self)
{
  static const char *const joining[] = { "t", "at", "a", "um", "o", "de", "of", "le", "den", "der", "the", "on", "du", "klo", "kl" };
  const Token *token = peek (self, 0);
  int month = rcp_feed_date_find_month (token->text);
  int half = rcp_feed_date_find_half (token->text);

  if (half >= 0 && self->half < 0)
    {
      self->half = half;
      self->at++;
      return TRUE;
    }
  if (month > 0 && self->month < 0 && !(self->at == 0 && has_month_ahead (self)))
    {
      self->month = month;
      self->at++;
      return TRUE;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (joining); i++)
    if (strcmp (token->text, joining[i]) == 0)
      {
        self->at++;
        if (i == 0)
          read_basic_time (self);
        return TRUE;
      }
  /* The day of the week comes first, in any language; it says nothing that the date does not. */
  if (self->at == 0)
    {
      self->at++;
      return TRUE;
    }
  return read_zone (self);
}

/* Digits alone: years, days and seconds since 1970. */
static gboolean
read_digits (Reader *self, RcpFeedDate *date)
{
  const Token *token = &self->tokens[0];
  int n = token->number;

  if (token->kind != TOKEN_NUMBER)
    return FALSE;
  if (self->n == 1 && (token->length == 10 || token->length == 13))
    {
      gint64 stamp = g_ascii_strtoll (token->text, NULL, 10);

      date->us = token->length == 10 ? stamp * G_TIME_SPAN_SECOND : stamp * G_TIME_SPAN_MILLISECOND;
      date->precision = RCP_FEED_PRECISION_TIME;
      self->at = 1;
      return TRUE;
    }
  if (token->length == 8)
    {
      self->year = n / 10000;
      self->month = n / 100 % 100;
      self->day = n % 100;
    }
  else if (self->n == 1 && token->length == 6)
    {
      self->year = n / 10000 + (n / 10000 < CENTURY_TURN ? 2000 : 1900);
      self->month = n / 100 % 100;
      self->day = n % 100;
    }
  else if (self->n == 1 && (token->length == 5 || token->length == 7))
    {
      /* Days of the year. */
      gint32 first, day;
      RcpYmd ymd;

      self->year = token->length == 7 ? n / 1000 : n / 1000 + (n / 1000 < CENTURY_TURN ? 2000 : 1900);
      first = rcp_day_from_ymd (self->year, 1, 1);
      if (first == RCP_DAY_INVALID || n % 1000 < 1 || n % 1000 > 366)
        return FALSE;
      day = first + n % 1000 - 1;
      ymd = rcp_day_to_ymd (day);
      self->month = ymd.month;
      self->day = ymd.day;
    }
  else if (self->n == 1 && token->length == 4)
    self->year = n;
  else
    return FALSE;
  self->at = 1;
  return TRUE;
}

static gboolean
finish (Reader *self, RcpFeedDate *date)
{
  gint32 day;

  if (self->year < 1 || self->month == 0 || self->day == 0 || (self->day > 0 && self->month < 0))
    return FALSE;
  day = rcp_day_from_ymd (self->year, self->month > 0 ? self->month : 1, self->day > 0 ? self->day : 1);
  if (day == RCP_DAY_INVALID)
    return FALSE;
  date->us = (day - EPOCH_DAY) * (gint64) DAY_US;
  date->precision = self->month < 0 ? RCP_FEED_PRECISION_YEAR
                    : self->day < 0 ? RCP_FEED_PRECISION_MONTH
                                    : RCP_FEED_PRECISION_DAY;
  if (self->hour < 0 || self->day < 0)
    return TRUE;
  if (self->half >= 0 && self->hour <= 12)
    self->hour = self->hour % 12 + self->half;
  if (self->hour > 24 || self->minute > 59 || self->second > 61 || (self->hour == 24 && self->minute + self->second > 0))
    return FALSE;
  date->us += ((self->hour * 60 + self->minute) * 60 + self->second) * (gint64) G_TIME_SPAN_SECOND;
  if (self->zone != NULL && !self->has_zone)
    {
      int interval = g_time_zone_find_interval (self->zone, G_TIME_TYPE_STANDARD, date->us / G_TIME_SPAN_SECOND);

      self->has_zone = interval >= 0;
      if (interval >= 0)
        self->zone_minutes = g_time_zone_get_offset (self->zone, interval) / 60;
    }
  date->precision = self->has_zone ? RCP_FEED_PRECISION_TIME : RCP_FEED_PRECISION_FLOATING;
  date->us -= self->zone_minutes * (gint64) G_TIME_SPAN_MINUTE;
  /* A zone may lead out of the years that there are. */
  return date->us >= (1 - EPOCH_DAY) * (gint64) DAY_US && date->us < (3652059 + 1 - EPOCH_DAY) * (gint64) DAY_US;
}

static gboolean
read_pieces (Reader *self)
{
  /* "2024-": cut off. */
  if (is_sign (&self->tokens[self->n - 1], "+-"))
    return FALSE;
  while (self->at < self->n)
    {
      const Token *token = peek (self, 0);
      gboolean is_sound = TRUE;

      if (read_offset (self, &is_sound) || read_time (self) || read_numbers (self))
        ;
      else if (token->kind == TOKEN_WORD)
        is_sound = read_word (self);
      else if (token->kind == TOKEN_NUMBER)
        is_sound = read_lone_number (self);
      else if (is_sign (token, ",.-/()|'\"+"))
        self->at++;
      else
        return FALSE;
      if (!is_sound)
        return FALSE;
    }
  return TRUE;
}

/**
 * rcp_feed_date_parse:
 * @text: a date as a feed has it
 * @date: (out): what it says; no date where nothing can be read
 *
 * Reads the dates of RFC 822 and RFC 2822, ISO 8601 and its profile W3CDTF (whole and partial, with and without signs),
 * asctime(), seconds since 1970, and what feeds write instead: months by name in many languages, long or short, zones by
 * name or place, two-digit years, hours to 12 and to 24, 24:00, days with an ending, the American order with strokes. A
 * day of the week is passed over. What holds an impossible number or a word without sense is no date. Unknown zones count as
 * UTC, as RFC 2822, section 4.3, wants it; that is said in the precision.
 *
 * Names come from the lexicon "feed-dates". Any thread.
 *
 * Returns: whether there is a date.
 */
gboolean
rcp_feed_date_parse (const char *text, RcpFeedDate *date)
{
  g_autofree char *folded = NULL;
  Reader reader = { .year = -1, .month = -1, .day = -1, .hour = -1, .half = -1 };
  gboolean is_sound;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  *date = (RcpFeedDate) { 0, RCP_FEED_PRECISION_NONE };
  if (strlen (text) > MAX_BYTES)
    return FALSE;
  folded = rcp_feed_date_fold (text, &reader.zone_minutes);
  reader.has_zone = FALSE;
  if (folded == NULL || !cut (&reader, folded))
    return FALSE;
  read_digits (&reader, date);
  if (date->precision != RCP_FEED_PRECISION_NONE)
    return TRUE;
  is_sound = read_pieces (&reader) && finish (&reader, date);
  g_clear_pointer (&reader.zone, g_time_zone_unref);
  if (!is_sound)
    *date = (RcpFeedDate) { 0, RCP_FEED_PRECISION_NONE };
  return is_sound;
}

/**
 * rcp_feed_date_format:
 *
 * Returns: (transfer full) (nullable): @date as ISO 8601, UTC, to the second; NULL for no date.
 */
char *
rcp_feed_date_format (const RcpFeedDate *date)
{
  gint64 seconds, day;
  RcpYmd ymd;

  g_return_val_if_fail (date != NULL, NULL);

  if (date->precision == RCP_FEED_PRECISION_NONE)
    return NULL;
  seconds = date->us / G_TIME_SPAN_SECOND;
  day = seconds / (24 * 60 * 60);
  seconds %= 24 * 60 * 60;
  if (seconds < 0)
    {
      seconds += 24 * 60 * 60;
      day--;
    }
  ymd = rcp_day_to_ymd (day + EPOCH_DAY);
  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02dZ", ymd.year, ymd.month, ymd.day, (int) (seconds / 3600),
                          (int) (seconds / 60 % 60), (int) (seconds % 60));
}
