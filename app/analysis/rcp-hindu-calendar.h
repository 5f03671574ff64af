#pragma once

#include "rcp-day.h"

G_BEGIN_DECLS

/* The moment of a day at which the lunar day that rules a feast is looked at. */
typedef enum
{
  RCP_HINDU_SUNRISE,
  RCP_HINDU_NOON,
  RCP_HINDU_EVENING,
  RCP_HINDU_MIDNIGHT,
} RcpHinduMoment;

gint32 rcp_hindu_next_tithi     (int month, int tithi, RcpHinduMoment moment, gint32 from);
gint32 rcp_hindu_next_sankranti (int sign, gint32 from);

G_END_DECLS
