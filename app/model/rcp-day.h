#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A day is a gint32: 1 is 1 January of the year 1 in the proleptic Gregorian calendar, as GDate counts. The years 1 to
 * 9999 are valid. */

#define RCP_DAY_INVALID 0
#define RCP_DAY_OPEN_START G_MININT32
#define RCP_DAY_OPEN_END G_MAXINT32

/**
 * RcpYmd:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 */
typedef struct
{
  int year;
  int month;
  int day;
} RcpYmd;

gint32   rcp_day_from_ymd      (int year, int month, int day);
RcpYmd   rcp_day_to_ymd        (gint32 day);
int      rcp_day_get_weekday   (gint32 day);
gint32   rcp_day_add_months    (gint32 day, int months);
int      rcp_days_in_month     (int year, int month);
gint32   rcp_day_from_iso_week (int year, int week);
int      rcp_day_get_iso_week  (gint32 day, int *year);
gint32   rcp_day_parse_iso     (const char *text);
char    *rcp_day_to_iso        (gint32 day) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
