#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "rcp-boilerplate-lexicon-private.h"
#include "rcp-document-private.h"
#include "rcp-fold.h"

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
