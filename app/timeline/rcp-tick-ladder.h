#pragma once

#include "rcp-day.h"
#include "rcp-time-scale.h"

G_BEGIN_DECLS

/**
 * RcpTimeUnit:
 *
 * The unit an axis counts in, as a person would name it.
 */
typedef enum
{
  RCP_TIME_UNIT_DAYS,
  RCP_TIME_UNIT_WEEKS,
  RCP_TIME_UNIT_MONTHS,
  RCP_TIME_UNIT_YEARS,
  RCP_TIME_UNIT_CENTURIES,
} RcpTimeUnit;

/**
 * RcpTickKind:
 * @RCP_TICK_MINOR: a short tick without words
 * @RCP_TICK_DAY: labelled with the number of the day
 * @RCP_TICK_MONTH: labelled with the name of the month
 * @RCP_TICK_YEAR: labelled with the year
 * @RCP_TICK_HEAD_MONTH: a month and its year, above the axis
 * @RCP_TICK_HEAD_YEAR: a year, above the axis
 */
typedef enum
{
  RCP_TICK_MINOR,
  RCP_TICK_DAY,
  RCP_TICK_MONTH,
  RCP_TICK_YEAR,
  RCP_TICK_HEAD_MONTH,
  RCP_TICK_HEAD_YEAR,
} RcpTickKind;

/**
 * RcpTick:
 * @x: where, in pixels of the scale; a heading that began before the left edge has a negative one
 * @day: the day it stands for
 * @kind: what it shows
 */
typedef struct
{
  double x;
  gint32 day;
  RcpTickKind kind;
} RcpTick;

/* A label needs this much room before the next. */
#define RCP_TICK_LABEL_STEP_PX 48.0

guint       rcp_tick_ladder_choose   (double px_per_day);
guint       rcp_tick_ladder_n_rungs  (void);
double      rcp_tick_ladder_days     (guint rung);
RcpTimeUnit rcp_tick_ladder_get_unit (guint rung);
void        rcp_tick_ladder_list     (const RcpTimeScale *scale, guint rung, GArray *ticks);

G_END_DECLS
