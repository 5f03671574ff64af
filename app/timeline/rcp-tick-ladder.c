#include "config.h"

#include "rcp-tick-ladder.h"

#include <math.h>

#define LAST_DAY 3652059 /* 31 December 9999 */

typedef enum
{
  STEP_DAY,
  STEP_WEEK,
  STEP_MONTH,
  STEP_YEAR,
} Step;

/* From the finest to the coarsest. @shortest is the shortest that a step of this kind can be, so that February's label
 * has its room as well. */
static const struct
{
  Step step;
  int count;
  double shortest;
  Step minor_step;
  int minor_count; /* 0 for no minor ticks */
  RcpTimeUnit unit;
} rungs[] = {
  { STEP_DAY, 1, 1, STEP_DAY, 0, RCP_TIME_UNIT_DAYS },
  { STEP_WEEK, 1, 7, STEP_DAY, 1, RCP_TIME_UNIT_DAYS },
  { STEP_MONTH, 1, 28, STEP_WEEK, 0, RCP_TIME_UNIT_MONTHS },
  { STEP_MONTH, 3, 90, STEP_MONTH, 1, RCP_TIME_UNIT_MONTHS },
  { STEP_YEAR, 1, 365, STEP_MONTH, 3, RCP_TIME_UNIT_YEARS },
  { STEP_YEAR, 2, 730, STEP_YEAR, 1, RCP_TIME_UNIT_YEARS },
  { STEP_YEAR, 5, 1826, STEP_YEAR, 1, RCP_TIME_UNIT_YEARS },
  { STEP_YEAR, 10, 3652, STEP_YEAR, 1, RCP_TIME_UNIT_YEARS },
  { STEP_YEAR, 20, 7304, STEP_YEAR, 5, RCP_TIME_UNIT_YEARS },
  { STEP_YEAR, 50, 18262, STEP_YEAR, 10, RCP_TIME_UNIT_YEARS },
  { STEP_YEAR, 100, 36524, STEP_YEAR, 10, RCP_TIME_UNIT_CENTURIES },
  { STEP_YEAR, 200, 73048, STEP_YEAR, 50, RCP_TIME_UNIT_CENTURIES },
  { STEP_YEAR, 500, 182621, STEP_YEAR, 100, RCP_TIME_UNIT_CENTURIES },
  { STEP_YEAR, 1000, 365242, STEP_YEAR, 100, RCP_TIME_UNIT_CENTURIES },
};

/* The last beginning of such a step at or before @day, which is valid. */
static gint32
step_floor (Step step, int count, gint32 day)
{
  RcpYmd ymd = rcp_day_to_ymd (day);
  int year;

  switch (step)
    {
    case STEP_DAY:
      return day;
    case STEP_WEEK:
      /* Day 1 was a Monday. */
      return day - (day - 1) % 7;
    case STEP_MONTH:
      return rcp_day_from_ymd (ymd.year, (ymd.month - 1) / count * count + 1, 1);
    case STEP_YEAR:
    default:
      year = ymd.year / count * count;
      return rcp_day_from_ymd (MAX (year, 1), 1, 1);
    }
}

/* The beginning of the next step after @day; 0 beyond the calendar. */
static gint32
step_next (Step step, int count, gint32 day)
{
  RcpYmd ymd = rcp_day_to_ymd (day);
  gint32 next;
  int months;

  switch (step)
    {
    case STEP_DAY:
    case STEP_WEEK:
      next = step_floor (step, count, day) + (step == STEP_WEEK ? 7 : count);
      return next <= LAST_DAY ? next : RCP_DAY_INVALID;
    case STEP_MONTH:
      months = (ymd.month - 1) / count * count + count;
      ymd.year += months / 12;
      return ymd.year <= 9999 ? rcp_day_from_ymd (ymd.year, months % 12 + 1, 1) : RCP_DAY_INVALID;
    case STEP_YEAR:
    default:
      ymd.year = ymd.year / count * count + count;
      return ymd.year <= 9999 ? rcp_day_from_ymd (ymd.year, 1, 1) : RCP_DAY_INVALID;
    }
}

/**
 * rcp_tick_ladder_n_rungs:
 *
 * Returns: how many steps there are, from days to millennia.
 */
guint
rcp_tick_ladder_n_rungs (void)
{
  return G_N_ELEMENTS (rungs);
}

/**
 * rcp_tick_ladder_days:
 *
 * Returns: the shortest that a step of this rung can be, in days.
 */
double
rcp_tick_ladder_days (guint rung)
{
  return rungs[MIN (rung, G_N_ELEMENTS (rungs) - 1)].shortest;
}

/**
 * rcp_tick_ladder_get_unit:
 *
 * Returns: what a person calls the unit of this rung.
 */
RcpTimeUnit
rcp_tick_ladder_get_unit (guint rung)
{
  return rungs[MIN (rung, G_N_ELEMENTS (rungs) - 1)].unit;
}

/**
 * rcp_tick_ladder_choose:
 * @px_per_day: how wide a day is
 *
 * Returns: the finest rung whose labels stand at least %RCP_TICK_LABEL_STEP_PX apart.
 */
guint
rcp_tick_ladder_choose (double px_per_day)
{
  for (guint i = 0; i < G_N_ELEMENTS (rungs); i++)
    if (rungs[i].shortest * px_per_day >= RCP_TICK_LABEL_STEP_PX)
      return i;
  return G_N_ELEMENTS (rungs) - 1;
}

static void
list_steps (const RcpTimeScale *scale, Step step, int count, gint32 from, gint32 to, RcpTickKind kind, GArray *ticks)
{
  for (gint32 day = step_floor (step, count, from); day != RCP_DAY_INVALID && day <= to; day = step_next (step, count, day))
    {
      RcpTick tick = { rcp_time_scale_to_x (scale, day), day, kind };

      g_array_append_val (ticks, tick);
    }
}

/**
 * rcp_tick_ladder_list:
 * @scale: what is visible
 * @rung: from rcp_tick_ladder_choose()
 * @ticks: (element-type RcpTick): filled with the minor ticks, then the labelled ones, then the headings
 *
 * Each kind comes in the order of time and begins with the last one at or before the left edge. Before the year 1 and
 * after the year 9999 there are none.
 */
void
rcp_tick_ladder_list (const RcpTimeScale *scale, guint rung, GArray *ticks)
{
  double first = floor (scale->first_day), last = ceil (rcp_time_scale_last (scale));
  gint32 from, to;
  RcpTickKind kind;

  g_return_if_fail (rung < G_N_ELEMENTS (rungs));

  g_array_set_size (ticks, 0);
  if (last < 1 || first > LAST_DAY)
    return;
  from = (gint32) MAX (first, 1);
  to = (gint32) MIN (last, LAST_DAY);

  if (rungs[rung].minor_count > 0)
    list_steps (scale, rungs[rung].minor_step, rungs[rung].minor_count, from, to, RCP_TICK_MINOR, ticks);
  kind = rungs[rung].step == STEP_YEAR    ? RCP_TICK_YEAR
         : rungs[rung].step == STEP_MONTH ? RCP_TICK_MONTH
                                          : RCP_TICK_DAY;
  list_steps (scale, rungs[rung].step, rungs[rung].count, from, to, kind, ticks);
  if (kind == RCP_TICK_DAY)
    list_steps (scale, STEP_MONTH, 1, from, to, RCP_TICK_HEAD_MONTH, ticks);
  else if (kind == RCP_TICK_MONTH)
    list_steps (scale, STEP_YEAR, 1, from, to, RCP_TICK_HEAD_YEAR, ticks);
}
