#include "config.h"

#include "rcp-timex.h"

#include <string.h>

static const char *const seasons[] = { "SP", "SU", "FA", "WI" };

/* An end of a range, as coarse as its day allows: the first or last day of a month or year stands for that. */
static char *
point_of (gint32 day, gint32 other, gboolean is_last)
{
  gboolean is_open = other == RCP_DAY_OPEN_START || other == RCP_DAY_OPEN_END;
  RcpYmd ymd, next, far;

  if (day == RCP_DAY_OPEN_START || day == RCP_DAY_OPEN_END)
    return g_strdup ("..");
  ymd = rcp_day_to_ymd (day);
  next = is_last ? rcp_day_to_ymd (day + 1) : ymd;
  far = is_open ? next : is_last ? rcp_day_to_ymd (other) : rcp_day_to_ymd (other + 1);
  if (next.day == 1 && far.day == 1)
    return next.month == 1 && far.month == 1 ? g_strdup_printf ("%04d", ymd.year)
                                             : g_strdup_printf ("%04d-%02d", ymd.year, ymd.month);
  return rcp_day_to_iso (day);
}

/**
 * rcp_date_expression_to_timex:
 *
 * The value in the notation of TIMEX3 (ISO 24617-1), for tools that read it: "2024-03-26", "2024-03", "2023-SU", "199X",
 * "2024-W13", "2024-03-26TEV", "2024-03-26T14:30Z", "2024-03-11/2024-03-20" with both ends included, "2017/..". Qualifiers are
 * left out.
 *
 * Returns: (transfer full) (nullable): the value; NULL where the expression has none.
 */
char *
rcp_date_expression_to_timex (const RcpDateExpression *self)
{
  gint32 first, last;
  RcpYmd ymd;
  int week, year;
  g_autofree char *iso = NULL;

  if (self->value == NULL)
    {
      switch (self->kind)
        {
        case RCP_DATE_DURATION:
        case RCP_DATE_SET:
          return g_strdup ("PX");
        case RCP_DATE_TIME:
          return g_strdup (self->time ? self->time : "TX");
        case RCP_DATE_POINT:
        case RCP_DATE_RANGE:
        case RCP_DATE_VAGUE:
        default:
          return NULL;
        }
    }
  first = rcp_edtf_get_first_day (self->value);
  last = rcp_edtf_get_last_day (self->value);
  ymd = rcp_day_to_ymd (first);
  switch (rcp_edtf_get_precision (self->value))
    {
    case RCP_PRECISION_DAY:
      iso = rcp_day_to_iso (first);
      return g_strconcat (iso, self->time, NULL);
    case RCP_PRECISION_WEEK:
      week = rcp_day_get_iso_week (first, &year);
      return g_strdup_printf ("%04d-W%02d", year, week);
    case RCP_PRECISION_MONTH:
      return g_strdup_printf ("%04d-%02d", ymd.year, ymd.month);
    case RCP_PRECISION_SEASON:
      return g_strdup_printf ("%04d-%s", ymd.year, seasons[ymd.month / 3 - 1]);
    case RCP_PRECISION_YEAR:
      return g_strdup_printf ("%04d", ymd.year);
    case RCP_PRECISION_DECADE:
      return g_strdup_printf ("%03dX", ymd.year / 10);
    case RCP_PRECISION_CENTURY:
      return g_strdup_printf ("%02dXX", ymd.year / 100);
    case RCP_PRECISION_INTERVAL:
    default:
      {
        g_autofree char *from = point_of (first, last, FALSE);
        g_autofree char *to = point_of (last, first, TRUE);

        return g_strconcat (from, "/", to, NULL);
      }
    }
}

/** rcp_date_expression_get_timex_type: "date", "range", "time", "duration", "set" or "vague". */
const char *
rcp_date_expression_get_timex_type (const RcpDateExpression *self)
{
  static const char *const types[] = { "date", "range", "duration", "set", "time", "vague" };

  return types[self->kind];
}
