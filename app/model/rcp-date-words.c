#include "config.h"

#include "rcp-date-words.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Dates as people write them, in the language of the user's locale. Month and day names come from the C library; the
 * order of the parts is a translated pattern. */

#define TR(text) g_dgettext (GETTEXT_PACKAGE, text)
#define TRC(context, text) g_dpgettext2 (GETTEXT_PACKAGE, context, text)

static char *
format_day (gint32 day, const char *pattern)
{
  RcpYmd ymd = rcp_day_to_ymd (day);
  g_autoptr (GDateTime) time = g_date_time_new_utc (ymd.year, ymd.month, ymd.day, 12, 0, 0);

  return time ? g_date_time_format (time, pattern) : g_strdup ("");
}

/**
 * rcp_date_words_day:
 * @day: a valid day number
 *
 * Returns: (transfer full): the day in words.
 */
char *
rcp_date_words_day (gint32 day, RcpDateStyle style)
{
  switch (style)
    {
    case RCP_DATE_STYLE_SHORT:
      /* Translators: a day without its year, as strftime() patterns: “26 Mar” */
      return format_day (day, TRC ("day", "%-d %b"));
    case RCP_DATE_STYLE_MEDIUM:
      /* Translators: a day in short, as strftime() patterns: “Tue 26 Mar 2024” */
      return format_day (day, TRC ("day", "%a %-d %b %Y"));
    case RCP_DATE_STYLE_LONG:
    default:
      /* Translators: a day in full, as strftime() patterns: “Tuesday 26 March 2024” */
      return format_day (day, TRC ("day", "%A %-d %B %Y"));
    }
}

/**
 * rcp_date_words_span:
 * @first_day: a valid day number
 * @last_day: one not before it
 * @with_year: whether the year is said at all
 *
 * Returns: (transfer full): both ends, what they have in common said once: “26–27 Mar 2024”, “11 Mar – 14 Apr 2024”.
 */
char *
rcp_date_words_span (gint32 first_day, gint32 last_day, gboolean with_year)
{
  RcpYmd a = rcp_day_to_ymd (first_day), b = rcp_day_to_ymd (last_day);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (first_day == last_day)
    return with_year ? format_day (first_day, TRC ("day", "%-d %b %Y"))
                     : rcp_date_words_day (first_day, RCP_DATE_STYLE_SHORT);
  /* Translators: the second half of a span of days, after a dash */
  to = format_day (last_day, with_year ? TRC ("day", "%-d %b %Y") : TRC ("day", "%-d %b"));
  if (a.year == b.year && a.month == b.month)
    return g_strdup_printf ("%d–%s", a.day, to);
  from = format_day (first_day, with_year && a.year != b.year ? TRC ("day", "%-d %b %Y") : TRC ("day", "%-d %b"));
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
format_unit (const RcpEdtf *date, RcpDateStyle style)
{
  gint32 first = rcp_edtf_get_first_day (date), last = rcp_edtf_get_last_day (date);
  RcpYmd ymd = rcp_day_to_ymd (first);
  gboolean with_year = style != RCP_DATE_STYLE_SHORT;
  const char *season;

  switch (rcp_edtf_get_precision (date))
    {
    case RCP_PRECISION_DAY:
      return rcp_date_words_day (first, style);
    case RCP_PRECISION_MONTH:
      /* Translators: strftime() pattern for a month: “Mar 2024” */
      if (style != RCP_DATE_STYLE_LONG)
        return format_day (first, TRC ("month", "%b %Y"));
      /* Translators: strftime() pattern for a month in full: “March 2024” */
      return format_day (first, TRC ("month", "%B %Y"));
    case RCP_PRECISION_SEASON:
      season = ymd.month == 3   ? TR ("spring")
               : ymd.month == 6 ? TR ("summer")
               : ymd.month == 9 ? TR ("autumn")
                                : TR ("winter");
      /* Translators: %1$s is a season, %2$d a year */
      return g_strdup_printf (TRC ("season", "%1$s %2$d"), season, ymd.year);
    case RCP_PRECISION_YEAR:
      return g_strdup_printf ("%d", ymd.year);
    case RCP_PRECISION_DECADE:
      /* Translators: a decade, %d is its first year */
      return g_strdup_printf (TR ("the %ds"), ymd.year);
    case RCP_PRECISION_CENTURY:
      return g_strdup_printf ("%d–%d", ymd.year, ymd.year + 99);
    case RCP_PRECISION_WEEK:
    case RCP_PRECISION_INTERVAL:
    default:
      return rcp_date_words_span (first, last, with_year);
    }
}

/* An open interval may reach over many years: its end is never said without its own. */
static char *
open_end (gint32 day, RcpDateStyle style)
{
  return style == RCP_DATE_STYLE_SHORT ? rcp_date_words_span (day, day, TRUE) : rcp_date_words_day (day, style);
}

/**
 * rcp_date_words_format:
 * @date: (nullable): a date
 *
 * Returns: (transfer full): the date in words, honest about its precision: “≈ 11–20 Mar 2024”, “since 2017”,
 *   “before 16 Mar”; “no date” for NULL.
 */
char *
rcp_date_words_format (const RcpEdtf *date, RcpDateStyle style)
{
  g_autofree char *unit = NULL;

  if (date == NULL)
    return g_strdup (TR ("no date"));
  if (rcp_edtf_get_first_day (date) == RCP_DAY_OPEN_START)
    {
      unit = open_end (rcp_edtf_get_last_day (date), style);
      /* Translators: %s is a day; the date is not after it */
      return g_strdup_printf (TR ("until %s"), unit);
    }
  if (rcp_edtf_get_last_day (date) == RCP_DAY_OPEN_END)
    {
      unit = open_end (rcp_edtf_get_first_day (date), style);
      /* Translators: %s is a day; the date is not before it */
      return g_strdup_printf (TR ("from %s"), unit);
    }
  unit = format_unit (date, style);
  return rcp_edtf_get_flags (date) & RCP_EDTF_APPROXIMATE ? g_strconcat ("≈ ", unit, NULL) : g_steal_pointer (&unit);
}

/**
 * rcp_date_words_precision:
 * @date: (nullable): a date
 *
 * Returns: (transfer full): the words of the badge beside a date: “exact day”, “month”, “5 days”…
 */
char *
rcp_date_words_precision (const RcpEdtf *date)
{
  gint32 n_days;

  if (date == NULL)
    return g_strdup (TR ("no date"));
  if (rcp_edtf_is_exact_day (date))
    return g_strdup (TR ("exact day"));
  if (!rcp_edtf_is_bounded (date))
    return g_strdup (TR ("open"));
  switch (rcp_edtf_get_precision (date))
    {
    case RCP_PRECISION_MONTH:
      return g_strdup (TRC ("precision", "month"));
    case RCP_PRECISION_SEASON:
      return g_strdup (TRC ("precision", "season"));
    case RCP_PRECISION_YEAR:
      return g_strdup (TRC ("precision", "year"));
    case RCP_PRECISION_DECADE:
      return g_strdup (TRC ("precision", "decade"));
    case RCP_PRECISION_CENTURY:
      return g_strdup (TRC ("precision", "century"));
    case RCP_PRECISION_WEEK:
      return g_strdup (TRC ("precision", "week"));
    case RCP_PRECISION_DAY:
    case RCP_PRECISION_INTERVAL:
    default:
      n_days = rcp_edtf_count_days (date);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "within %d day", "within %d days", n_days), n_days);
    }
}

/**
 * rcp_date_words_explain:
 * @clue: (nullable): the words of the text
 * @rule: how they were read
 * @value: (nullable): what came out
 * @anchor_kind: what they were counted from
 * @anchor: (nullable): that date
 *
 * Returns: (transfer full): one sentence that says how the date was read; every rule has its own.
 */
char *
rcp_date_words_explain (const char *clue, RcpDateRule rule, const RcpEdtf *value, RcpDateAnchor anchor_kind,
                        const RcpEdtf *anchor)
{
  g_autofree char *date = rcp_date_words_format (value, RCP_DATE_STYLE_MEDIUM);
  g_autofree char *from = rcp_date_words_format (anchor, RCP_DATE_STYLE_MEDIUM);
  g_autofree char *basis = NULL;

  if (anchor == NULL)
    basis = g_strdup ("");
  else if (anchor_kind == RCP_DATE_ANCHOR_PUBLICATION)
    /* Translators: appended to a sentence; %s is the article’s publication date */
    basis = g_strdup_printf (TR (", from the article’s date %s"), from);
  else if (anchor_kind == RCP_DATE_ANCHOR_TEXT)
    /* Translators: appended to a sentence; %s is a date told earlier in the same text */
    basis = g_strdup_printf (TR (", from %s told before it"), from);
  else
    basis = g_strdup ("");
  if (clue == NULL)
    clue = "";

  switch (rule)
    {
    case RCP_DATE_RULE_WRITTEN:
      /* Translators: %1$s words of the article, %2$s the date */
      return g_strdup_printf (TR ("“%1$s”, written in full: %2$s"), clue, date);
    case RCP_DATE_RULE_YEAR_NEAREST:
      /* Translators: %1$s words of the article, %2$s the date, %3$s “, from …” */
      return g_strdup_printf (TR ("“%1$s” read as %2$s, the nearest year that fits%3$s"), clue, date, basis);
    case RCP_DATE_RULE_YEAR_WEEKDAY:
      return g_strdup_printf (TR ("“%1$s” read as %2$s: the weekday gives the year%3$s"), clue, date, basis);
    case RCP_DATE_RULE_WEEKDAY_BEFORE:
      return g_strdup_printf (TR ("“%1$s” read as %2$s, the last one%3$s"), clue, date, basis);
    case RCP_DATE_RULE_WEEKDAY_AFTER:
      return g_strdup_printf (TR ("“%1$s” read as %2$s, the next one%3$s"), clue, date, basis);
    case RCP_DATE_RULE_OFFSET:
      return g_strdup_printf (TR ("“%1$s” counted as %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_UNIT:
      return g_strdup_printf (TR ("“%1$s” read as %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_FUZZY_PART:
      return g_strdup_printf (TR ("“%1$s” read as a part of the period, %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_SEASON:
      return g_strdup_printf (TR ("“%1$s” read as the season, %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_MONTH_NEAREST:
      return g_strdup_printf (TR ("“%1$s” read as %2$s, the nearest month that fits%3$s"), clue, date, basis);
    case RCP_DATE_RULE_NTH:
      return g_strdup_printf (TR ("“%1$s” counted within its period: %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_HOLIDAY:
      return g_strdup_printf (TR ("“%1$s” is a day known by its name: %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_SINCE:
      return g_strdup_printf (TR ("“%1$s” gives a beginning: %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_AFTER:
      return g_strdup_printf (TR ("“%1$s” gives the day before the beginning: %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_UNTIL:
      return g_strdup_printf (TR ("“%1$s” gives an end: %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_BEFORE:
      return g_strdup_printf (TR ("“%1$s” gives the day after the end: %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_BETWEEN:
      return g_strdup_printf (TR ("“%1$s” gives both ends: %2$s%3$s"), clue, date, basis);
    case RCP_DATE_RULE_INHERITED:
      return g_strdup_printf (TR ("Date of the sentence before: %s"), date);
    case RCP_DATE_RULE_USER:
      return g_strdup_printf (TR ("Set by you: %s"), date);
    case RCP_DATE_RULE_METADATA:
      return g_strdup_printf (TR ("Stated by the page: %s"), date);
    case RCP_DATE_RULE_FRESHEST:
      return g_strdup_printf (TR ("“%1$s” is the latest date told: %2$s"), clue, date);
    case RCP_DATE_RULE_OTHER_ARTICLE:
      return g_strdup_printf (TR ("“%1$s” is dated by another article that tells the same: %2$s"), clue, date);
    case RCP_DATE_RULE_NONE:
    default:
      return clue[0] ? g_strdup_printf (TR ("“%s” gives no date"), clue) : g_strdup (TR ("The text gives no date"));
    }
}

/**
 * rcp_date_words_step:
 * @rule: how a step of a derivation was reached
 * @value: what it came to
 *
 * Returns: (transfer full): the step in a few words: “the nearest year that fits: Mar 2024”; every rule that can lead to a
 *   step has its own.
 */
char *
rcp_date_words_step (RcpDateRule rule, const RcpEdtf *value)
{
  g_autofree char *date = rcp_date_words_format (value, RCP_DATE_STYLE_MEDIUM);

  switch (rule)
    {
    case RCP_DATE_RULE_WRITTEN:
      /* Translators: a step in reading a date; %s is what it came to */
      return g_strdup_printf (TRC ("step", "as written: %s"), date);
    case RCP_DATE_RULE_YEAR_NEAREST:
      return g_strdup_printf (TRC ("step", "the nearest year that fits: %s"), date);
    case RCP_DATE_RULE_YEAR_WEEKDAY:
      return g_strdup_printf (TRC ("step", "the weekday gives the year: %s"), date);
    case RCP_DATE_RULE_WEEKDAY_BEFORE:
      return g_strdup_printf (TRC ("step", "the last such weekday: %s"), date);
    case RCP_DATE_RULE_WEEKDAY_AFTER:
      return g_strdup_printf (TRC ("step", "the next such weekday: %s"), date);
    case RCP_DATE_RULE_OFFSET:
      return g_strdup_printf (TRC ("step", "counted: %s"), date);
    case RCP_DATE_RULE_UNIT:
      return g_strdup_printf (TRC ("step", "the period meant: %s"), date);
    case RCP_DATE_RULE_FUZZY_PART:
      return g_strdup_printf (TRC ("step", "a part of it: %s"), date);
    case RCP_DATE_RULE_SEASON:
      return g_strdup_printf (TRC ("step", "the season: %s"), date);
    case RCP_DATE_RULE_MONTH_NEAREST:
      return g_strdup_printf (TRC ("step", "the nearest month that fits: %s"), date);
    case RCP_DATE_RULE_NTH:
      return g_strdup_printf (TRC ("step", "counted within it: %s"), date);
    case RCP_DATE_RULE_HOLIDAY:
      return g_strdup_printf (TRC ("step", "the day of that name: %s"), date);
    case RCP_DATE_RULE_SINCE:
    case RCP_DATE_RULE_AFTER:
      return g_strdup_printf (TRC ("step", "a beginning: %s"), date);
    case RCP_DATE_RULE_UNTIL:
    case RCP_DATE_RULE_BEFORE:
      return g_strdup_printf (TRC ("step", "an end: %s"), date);
    case RCP_DATE_RULE_BETWEEN:
      return g_strdup_printf (TRC ("step", "from one end to the other: %s"), date);
    case RCP_DATE_RULE_INHERITED:
    case RCP_DATE_RULE_USER:
    case RCP_DATE_RULE_METADATA:
    case RCP_DATE_RULE_FRESHEST:
    case RCP_DATE_RULE_OTHER_ARTICLE:
    case RCP_DATE_RULE_NONE:
    default:
      return g_steal_pointer (&date);
    }
}

/**
 * rcp_date_words_time:
 * @time: (nullable): a part of the day or a clock time, as in #RcpDateExpression
 *
 * Returns: (transfer full) (nullable): the same in words: “evening”, “14:30 (UTC+01:00)”; NULL for none
 */
char *
rcp_date_words_time (const char *time)
{
  static const struct
  {
    const char *code;
    const char *words;
  } parts[] = {
    { "TMO", NC_ ("time", "morning") },   { "TMI", NC_ ("time", "midday") }, { "TAF", NC_ ("time", "afternoon") },
    { "TEV", NC_ ("time", "evening") },   { "TNI", NC_ ("time", "night") },
  };
  g_autofree char *clock = NULL;

  if (time == NULL || time[0] != 'T')
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].code, time) == 0)
      return g_strdup (TRC ("time", parts[i].words));
  if (!g_ascii_isdigit (time[1]) || strlen (time) < strlen ("T14:30"))
    return NULL;
  clock = g_strndup (time + 1, strlen ("14:30"));
  time += strlen ("T14:30");
  if (*time == '\0')
    return g_steal_pointer (&clock);
  return g_strdup_printf ("%s (UTC%s)", clock, *time == 'Z' ? "" : time);
}

static void
add_weekday (GPtrArray *truths, const RcpEdtf *value)
{
  if (rcp_edtf_get_first_day (value) == rcp_edtf_get_last_day (value))
    /* Translators: strftime() pattern: a day, and the weekday that it truly is */
    g_ptr_array_add (truths, format_day (rcp_edtf_get_first_day (value), TRC ("conflict", "%-d %B %Y is a %A")));
}

/**
 * rcp_date_words_conflict:
 * @date: a date whose words contradict each other
 *
 * Returns: (transfer full) (nullable): what contradicts a weekday that the text gives: “26 March 2024 is a Tuesday”; of an
 *   interval or of what is counted from a day, so for the days it was read from. NULL where it was read from none.
 */
char *
rcp_date_words_conflict (const RcpDateExpression *date)
{
  g_autoptr (GPtrArray) truths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; date->steps && i < date->steps->len; i++)
    add_weekday (truths, g_array_index (date->steps, RcpDateStep, i).value);
  if (truths->len == 0 && date->value)
    add_weekday (truths, date->value);
  if (truths->len == 0)
    return NULL;
  g_ptr_array_add (truths, NULL);
  return g_strjoinv (", ", (char **) truths->pdata);
}

/**
 * rcp_date_words_publication:
 * @clue: (nullable): the words of the text
 * @rule: how the date was inferred
 * @published: (nullable): the date of publication
 *
 * Returns: (transfer full): one sentence that says how an inferred date of publication was reached. The words rarely are
 *   the date itself: they are told of another day, which the article follows.
 */
char *
rcp_date_words_publication (const char *clue, RcpDateRule rule, const RcpEdtf *published)
{
  g_autofree char *date = rcp_date_words_format (published, RCP_DATE_STYLE_MEDIUM);

  if (published == NULL)
    return g_strdup (TR ("The text does not say when it appeared"));
  if (rule == RCP_DATE_RULE_OTHER_ARTICLE)
    return clue && clue[0] ? g_strdup_printf (TR ("“%1$s” is dated by another article that tells the same: %2$s"), clue, date)
                           : g_strdup (TR ("Dated by other articles that tell the same"));
  if (clue == NULL || clue[0] == '\0')
    return g_strdup_printf (TR ("Inferred from the text: %s"), date);
  /* Translators: %1$s words of the article, %2$s when it appeared */
  return g_strdup_printf (TR ("“%1$s” places the article at %2$s"), clue, date);
}

/**
 * rcp_date_words_timestamp:
 * @time_us: µs UTC
 *
 * Returns: (transfer full): the moment in the local time zone, “2 May, 10:20”.
 */
char *
rcp_date_words_timestamp (gint64 time_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc ? g_date_time_to_local (utc) : NULL;

  /* Translators: strftime() pattern for the moment a note was written: “2 May, 10:20” */
  return local ? g_date_time_format (local, TRC ("timestamp", "%-d %b, %H:%M")) : g_strdup ("");
}
