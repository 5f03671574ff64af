#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-document-private.h"
#include "rcp-fold.h"
#include "rcp-page-lexicon-private.h"

/* The header of an article states its date in one of few ways; the dates of running text are read elsewhere. */

static int
month_of (const char *word)
{
  /* By their first letters, folded; juin and juillet need four. */
  static const char *const names[][4] = {
    { "janv", "jan" },  { "fevr", "feb" },        { "mars", "mar" },  { "avri", "apr", "avr" },
    { "mai", "may" },   { "juin", "jun" },        { "juil", "jul" },  { "aout", "aug" },
    { "sept", "sep" },  { "octo", "oct" },        { "nove", "nov" },  { "dece", "dec" },
  };

  for (int month = 0; month < 12; month++)
    for (guint i = 0; i < 4 && names[month][i]; i++)
      if (g_str_has_prefix (word, names[month][i]))
        return month + 1;
  return 0;
}

static gboolean
is_number (const char *word, gsize max_digits, int *value)
{
  gsize n = strspn (word, "0123456789");

  if (n == 0 || n > max_digits)
    return FALSE;
  /* "1er", "26th" */
  if (word[n] != '\0' && strcmp (word + n, "er") != 0 && strcmp (word + n, "st") != 0 && strcmp (word + n, "nd") != 0
      && strcmp (word + n, "rd") != 0 && strcmp (word + n, "th") != 0)
    return FALSE;
  *value = atoi (word);
  return TRUE;
}

static gint32
read_at (char **words, guint n, guint i, guint *length, gboolean *is_ambiguous)
{
  int a, b, c, month;

  *is_ambiguous = FALSE;
  *length = 3;
  if (i + 2 >= n)
    return RCP_DAY_INVALID;
  /* 27 mars 2024 */
  if (is_number (words[i], 2, &a) && (month = month_of (words[i + 1])) > 0 && is_number (words[i + 2], 4, &c) && c > 1000)
    return rcp_day_from_ymd (c, month, a);
  /* March 27 2024 */
  if ((month = month_of (words[i])) > 0 && is_number (words[i + 1], 2, &a) && is_number (words[i + 2], 4, &c) && c > 1000)
    return rcp_day_from_ymd (c, month, a);
  if (is_number (words[i], 4, &a) && is_number (words[i + 1], 2, &b) && is_number (words[i + 2], 4, &c))
    {
      /* 2024-03-27; 27/03/2024; 03/27/2024. Where both could be the day, the day is taken to come first only by
       * those who write it so: that is left undecided. */
      if (a > 1000 && c <= 31)
        return rcp_day_from_ymd (a, b, c);
      if (c > 1000 && a > 12)
        return rcp_day_from_ymd (c, b, a);
      if (c > 1000 && b > 12)
        return rcp_day_from_ymd (c, a, b);
      if (c > 1000 && a == b)
        return rcp_day_from_ymd (c, b, a);
      *is_ambiguous = c > 1000 && a >= 1 && b >= 1;
    }
  return RCP_DAY_INVALID;
}

static gboolean
is_filler (const char *word)
{
  static const char *const words[] = {
    "le",    "a",      "at",     "on",        "du",      "of",       "the",     "et",     "and",       "de",     "h",
    "gmt",   "utc",    "am",     "pm",        "cet",     "cest",     "est",     "edt",    "wat",       "min",    "par",
    "by",    "lundi",  "mardi",  "mercredi",  "jeudi",   "vendredi", "samedi",  "dimanche", "monday",  "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      return TRUE;
  return g_ascii_isdigit (word[0]);
}

/* A day of which only some orders of day and month are possible, from numbers as written. */
static gint32
read_numeric (const char *text, RcpDateOrder order)
{
  for (const char *at = text; *at; at++)
    {
      int n[3], n_read = 0;
      char *end;
      char separator = 0;
      const char *from = at;
      gsize digits[3];

      if (!g_ascii_isdigit (*at) || (at > text && g_ascii_isdigit (at[-1])))
        continue;
      for (; n_read < 3 && g_ascii_isdigit (*from); n_read++)
        {
          digits[n_read] = strspn (from, "0123456789");
          n[n_read] = digits[n_read] <= 4 ? (int) g_ascii_strtoull (from, &end, 10) : -1;
          from += digits[n_read];
          if (n_read == 2)
            continue;
          if (!strchr ("./-", *from) || *from == '\0' || (separator && *from != separator))
            break;
          separator = *from++;
          /* "27. 3. 2019" */
          while (separator == '.' && *from == ' ')
            from++;
        }
      if (n_read < 3 || digits[2] > 4 || n[0] < 0)
        continue;
      if (digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2)
        return rcp_day_from_ymd (n[0], n[1], n[2]);
      if (digits[0] > 2 || digits[1] > 2)
        continue;
      /* A year of two digits is only written behind a full stop. */
      if (digits[2] == 2 && separator == '.')
        n[2] += 2000;
      else if (digits[2] != 4)
        continue;
      if (n[0] > 12 || separator == '.' || (order == RCP_DATE_ORDER_DAY_FIRST && n[1] <= 12) || n[0] == n[1])
        return rcp_day_from_ymd (n[2], n[1], n[0]);
      if (n[1] > 12 || order == RCP_DATE_ORDER_MONTH_FIRST)
        return rcp_day_from_ymd (n[2], n[0], n[1]);
    }
  return RCP_DAY_INVALID;
}

/* "27 de marzo de 2019", "27. März 2019", "2019年3月27日": words that other languages put between, and their months. */
static gint32
read_foreign (const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) spaced = g_string_new (NULL);
  gboolean has_signs = FALSE;
  guint n = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar code = g_utf8_get_char (at);

      has_signs |= code == 0x5E74 || code == 0xB144;

      if (code == 0x5E74 || code == 0x6708 || code == 0x65E5 || code == 0xB144 || code == 0xC6D4 || code == 0xC77C)
        g_string_append_c (spaced, ' ');
      else
        g_string_append_unichar (spaced, code);
    }
  folded = rcp_fold_words (spaced->str);
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i]; i++)
    if (strcmp (words[i], "de") == 0 || strcmp (words[i], "del") == 0 || strcmp (words[i], "of") == 0
        || strcmp (words[i], "the") == 0 || words[i][0] == '\0')
      g_free (words[i]);
    else
      words[n++] = words[i];
  words[n] = NULL;
  for (guint i = 0; i + 2 < n; i++)
    {
      int day = 0, month = 0, year = 0;

      if (is_number (words[i], 2, &day) && is_number (words[i + 2], 4, &year) && year > 1000
          && ((month = rcp_page_lexicon_word (RCP_PAGE_WORDS_MONTH, words[i + 1])) > 0
              || (month = month_of (words[i + 1])) > 0))
        return rcp_day_from_ymd (year, month, day);
      if (is_number (words[i + 1], 2, &day) && is_number (words[i + 2], 4, &year) && year > 1000
          && ((month = rcp_page_lexicon_word (RCP_PAGE_WORDS_MONTH, words[i])) > 0 || (month = month_of (words[i])) > 0))
        return rcp_day_from_ymd (year, month, day);
      if (is_number (words[i], 4, &year) && year > 1000 && is_number (words[i + 2], 2, &day)
          && ((has_signs && is_number (words[i + 1], 2, &month)) || (month = rcp_page_lexicon_word (RCP_PAGE_WORDS_MONTH, words[i + 1])) > 0
              || (month = month_of (words[i + 1])) > 0))
        return rcp_day_from_ymd (year, month, day);
    }
  return RCP_DAY_INVALID;
}

/**
 * rcp_stated_date_find:
 * @text: a short text that holds a date: of the metadata, an address, or a line beside a title
 * @order: how its writers order day and month in numbers
 *
 * Reads what rcp_stated_date_parse() reads, and dates in digits ("27.03.19", "3/27/2019", 20190327), seconds since 1970, and
 * the months of some twenty languages.
 *
 * Returns: (transfer full) (nullable): the day, in the time zone of the page; NULL where there is none, or where day and month
 *   cannot be told apart.
 */
RcpEdtf *
rcp_stated_date_find (const char *text, RcpDateOrder order)
{
  gint32 day;
  gsize n;

  while (g_ascii_isspace (*text))
    text++;
  if (strlen (text) > 300)
    return NULL;
  n = strspn (text, "0123456789");
  day = rcp_day_parse_iso (text);
  if (day == RCP_DAY_INVALID && (n == 10 || n == 13) && text[n] == '\0')
    {
      gint64 seconds = g_ascii_strtoll (text, NULL, 10) / (n == 13 ? 1000 : 1);

      day = rcp_day_from_ymd (1970, 1, 1) + (gint32) (seconds / 86400);
    }
  if (day == RCP_DAY_INVALID && (n == 8 || n == 14 || n == 12))
    {
      int ymd = (int) (g_ascii_strtoll (text, NULL, 10) / (n == 14 ? 1000000 : n == 12 ? 10000 : 1));

      day = rcp_day_from_ymd (ymd / 10000, ymd / 100 % 100, ymd % 100);
    }
  if (day == RCP_DAY_INVALID)
    day = read_numeric (text, order);
  if (day == RCP_DAY_INVALID)
    day = read_foreign (text);
  return day == RCP_DAY_INVALID ? NULL : rcp_edtf_new_day (day);
}

/**
 * rcp_stated_date_parse:
 * @text: a date of the metadata: ISO 8601, RFC 1123 or in words
 *
 * Returns: (transfer full) (nullable): the day, in the time zone of the page; NULL where there is no full date.
 */
RcpEdtf *
rcp_stated_date_parse (const char *text)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  guint n;
  gint32 day;

  while (g_ascii_isspace (*text))
    text++;
  day = rcp_day_parse_iso (text);
  if (day != RCP_DAY_INVALID)
    return rcp_edtf_new_day (day);
  if (strlen (text) > 200)
    return NULL;
  folded = rcp_fold_words (text);
  words = g_strsplit (folded, " ", -1);
  n = g_strv_length (words);
  for (guint i = 0; i < n; i++)
    {
      guint length;
      gboolean is_ambiguous;

      day = read_at (words, n, i, &length, &is_ambiguous);
      if (day != RCP_DAY_INVALID)
        return rcp_edtf_new_day (day);
    }
  return NULL;
}

/**
 * rcp_stated_date_is_header:
 * @line: a line above or below the running text
 * @day_first: whether those who wrote it put the day before the month ("04/05/2021")
 * @date: (out) (transfer full) (nullable): the date, NULL where day and month cannot be told apart
 *
 * Returns: whether the line is nothing but a date, a time of day, and the words that state a publication.
 */
gboolean
rcp_stated_date_is_header (const char *line, gboolean day_first, RcpEdtf **date)
{
  g_autofree char *folded = rcp_fold_words (line);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  guint n = g_strv_length (words), at = G_MAXUINT, length = 0;
  gboolean is_ambiguous = FALSE, is_stated = FALSE;

  *date = NULL;
  if (n < 3 || n > 16)
    return FALSE;
  for (guint i = 0; i < n && at == G_MAXUINT; i++)
    {
      gint32 day = read_at (words, n, i, &length, &is_ambiguous);

      if (day != RCP_DAY_INVALID || is_ambiguous)
        {
          at = i;
          if (is_ambiguous && day_first)
            day = rcp_day_from_ymd (atoi (words[i + 2]), atoi (words[i + 1]), atoi (words[i]));
          if (day != RCP_DAY_INVALID)
            *date = rcp_edtf_new_day (day);
        }
    }
  if (at == G_MAXUINT)
    return FALSE;
  for (guint i = 0; i < at; i++)
    {
      g_autofree char *two = i + 1 < at ? g_strconcat (words[i], " ", words[i + 1], NULL) : NULL;

      is_stated |= rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_STATED, words[i], 1) != NULL
                   || (two && rcp_boilerplate_lexicon_match (RCP_BOILERPLATE_STATED, two, 2) != NULL);
    }
  if (is_stated)
    return TRUE;
  for (guint i = 0; i < n; i++)
    if ((i < at || i >= at + length) && !is_filler (words[i]))
      {
        g_clear_pointer (date, rcp_edtf_unref);
        return FALSE;
      }
  return TRUE;
}
