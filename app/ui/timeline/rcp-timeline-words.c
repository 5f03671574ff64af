#include "config.h"

#include "rcp-timeline-words.h"

#include <glib/gi18n.h>

#include "rcp-date-words.h"
#include "rcp-family.h"

static char *
format_day (gint32 day, const char *pattern)
{
  RcpYmd ymd = rcp_day_to_ymd (day);
  g_autoptr (GDateTime) time = g_date_time_new_utc (ymd.year, ymd.month, ymd.day, 12, 0, 0);

  return time ? g_date_time_format (time, pattern) : g_strdup ("");
}

/**
 * rcp_timeline_words_tick:
 *
 * Returns: (transfer full): what stands beside a tick of the axis.
 */
char *
rcp_timeline_words_tick (const RcpTick *tick)
{
  RcpYmd ymd = rcp_day_to_ymd (tick->day);

  switch (tick->kind)
    {
    case RCP_TICK_DAY:
      return g_strdup_printf ("%d", ymd.day);
    case RCP_TICK_MONTH:
      return rcp_timeline_words_month (tick->day, FALSE);
    case RCP_TICK_HEAD_MONTH:
      /* Translators: a month above the days of an axis, as strftime() patterns: “March 2024” */
      return format_day (tick->day, C_ ("axis", "%B %Y"));
    case RCP_TICK_YEAR:
    case RCP_TICK_HEAD_YEAR:
      return g_strdup_printf ("%d", ymd.year);
    case RCP_TICK_MINOR:
    default:
      return g_strdup ("");
    }
}

/**
 * rcp_timeline_words_month:
 *
 * Returns: (transfer full): the month of @day in short, “Mar” or “Mar 2024”.
 */
char *
rcp_timeline_words_month (gint32 day, gboolean with_year)
{
  /* Translators: a month on an axis, as strftime() patterns: “Mar 2024”, “Mar” */
  return format_day (day, with_year ? C_ ("axis", "%b %Y") : C_ ("axis", "%b"));
}

/**
 * rcp_timeline_words_day:
 *
 * Returns: (transfer full): a day with its weekday but without its year, “Tue 26 Mar”.
 */
char *
rcp_timeline_words_day (gint32 day)
{
  /* Translators: a day on an axis that shows the year elsewhere, as strftime() patterns: “Tue 26 Mar” */
  return format_day (day, C_ ("axis", "%a %-d %b"));
}

/**
 * rcp_timeline_words_n_events:
 *
 * Returns: (transfer full): “3 events”.
 */
char *
rcp_timeline_words_n_events (guint n)
{
  return g_strdup_printf (ngettext ("%u event", "%u events", n), n);
}

/**
 * rcp_timeline_words_unit:
 *
 * Returns: (transfer none): what the axis counts in.
 */
const char *
rcp_timeline_words_unit (RcpTimeUnit unit)
{
  switch (unit)
    {
    case RCP_TIME_UNIT_DAYS:
      /* Translators: the unit of the axis */
      return C_ ("axis", "Days");
    case RCP_TIME_UNIT_WEEKS:
      return C_ ("axis", "Weeks");
    case RCP_TIME_UNIT_MONTHS:
      return C_ ("axis", "Months");
    case RCP_TIME_UNIT_YEARS:
      return C_ ("axis", "Years");
    case RCP_TIME_UNIT_CENTURIES:
    default:
      return C_ ("axis", "Centuries");
    }
}

/**
 * rcp_timeline_words_event:
 *
 * Returns: (transfer full): all that a chip shows, for those who cannot see it: “Talks. Title. Tuesday 26 March 2024,
 *   exact day. 4 outlets, 3 independent. Accounts differ.”
 */
char *
rcp_timeline_words_event (RcpEvent *event)
{
  RcpEdtf *date = rcp_event_get_date (event);
  g_autoptr (GString) words = g_string_new (rcp_family_get_label (rcp_action_get_family (rcp_event_get_action (event))));
  g_autofree char *when = rcp_date_words_format (date, RCP_DATE_STYLE_LONG);
  guint n = rcp_event_get_n_outlets (event), own = rcp_event_get_n_independent (event);

  g_string_append_printf (words, ". %s. ", rcp_event_get_title (event));
  if (date != NULL && rcp_edtf_get_precision (date) == RCP_PRECISION_INTERVAL && rcp_edtf_is_bounded (date))
    {
      g_autofree char *first = rcp_date_words_day (rcp_edtf_get_first_day (date), RCP_DATE_STYLE_LONG);
      g_autofree char *last = rcp_date_words_day (rcp_edtf_get_last_day (date), RCP_DATE_STYLE_LONG);

      /* Translators: both are days in full; read aloud by screen readers */
      g_string_append_printf (words, _ ("Between %s and %s"), first, last);
    }
  else
    {
      g_string_append (words, when);
      if (date != NULL)
        {
          g_autofree char *precision = rcp_date_words_precision (date);

          g_string_append_printf (words, ", %s", precision);
        }
    }
  g_string_append (words, ". ");
  g_string_append_printf (words, ngettext ("%u outlet", "%u outlets", n), n);
  g_string_append (words, ", ");
  g_string_append_printf (words, ngettext ("%u independent", "%u independent", own), own);
  g_string_append_c (words, '.');
  if (rcp_event_get_n_discrepancies (event) > 0)
    g_string_append_printf (words, " %s", _ ("Accounts differ."));
  return g_string_free (g_steal_pointer (&words), FALSE);
}
