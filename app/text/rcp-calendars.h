#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpCalendar:
 * @RCP_CALENDAR_ISLAMIC: Umm al-Qura, the civil calendar of Saudi Arabia. The day that a country keeps depends on its
 *   own sighting of the moon and may differ by one.
 * @RCP_CALENDAR_HEBREW: months count from Tishri, 1; Adar of a common year is 7 and Nisan 8
 * @RCP_CALENDAR_CHINESE: leap months are not named
 *
 * Calendars other than the Gregorian.
 */
typedef enum
{
  RCP_CALENDAR_ISLAMIC,
  RCP_CALENDAR_HEBREW,
  RCP_CALENDAR_CHINESE,
  RCP_N_CALENDARS,
} RcpCalendar;

gint32 rcp_calendar_next (RcpCalendar calendar, int month, int day, gint32 from);

G_END_DECLS
