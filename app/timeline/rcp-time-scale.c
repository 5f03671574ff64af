#include "config.h"

#include "rcp-time-scale.h"

#include <math.h>

/* The years 1 to 9999 with a century of room on each side. */
#define MAX_SPAN_DAYS (3652059.0 + 2 * 36525.0)

/**
 * rcp_time_scale_init:
 * @self: (out): a scale
 * @first_day: left edge, in days
 * @last_day: right edge, in days
 * @width_px: the distance between them; taken as at least 1
 *
 * A span that is empty or too short for the widest day is widened about its middle.
 */
void
rcp_time_scale_init (RcpTimeScale *self, double first_day, double last_day, double width_px)
{
  double span;

  g_return_if_fail (self != NULL);

  self->width_px = MAX (width_px, 1);
  span = CLAMP (last_day - first_day, self->width_px / RCP_TIME_SCALE_MAX_PX_PER_DAY, MAX_SPAN_DAYS);
  self->first_day = (first_day + last_day - span) / 2;
  self->px_per_day = self->width_px / span;
}

/**
 * rcp_time_scale_to_x:
 *
 * Returns: where @day begins, in pixels from the left edge.
 */
double
rcp_time_scale_to_x (const RcpTimeScale *self, double day)
{
  return (day - self->first_day) * self->px_per_day;
}

/**
 * rcp_time_scale_to_day:
 *
 * Returns: the time at @x, in days.
 */
double
rcp_time_scale_to_day (const RcpTimeScale *self, double x)
{
  return self->first_day + x / self->px_per_day;
}

/**
 * rcp_time_scale_last:
 *
 * Returns: the right edge, in days.
 */
double
rcp_time_scale_last (const RcpTimeScale *self)
{
  return self->first_day + self->width_px / self->px_per_day;
}

/**
 * rcp_time_scale_zoom:
 * @factor: above 1 to see less, larger
 * @at_x: the pixel that keeps its time
 * @first_day: (out): the new left edge
 * @last_day: (out): the new right edge
 */
void
rcp_time_scale_zoom (const RcpTimeScale *self, double factor, double at_x, double *first_day, double *last_day)
{
  double px, anchor;

  g_return_if_fail (factor > 0);

  px = CLAMP (self->px_per_day * factor, self->width_px / MAX_SPAN_DAYS, RCP_TIME_SCALE_MAX_PX_PER_DAY);
  anchor = rcp_time_scale_to_day (self, at_x);
  *first_day = anchor - at_x / px;
  *last_day = *first_day + self->width_px / px;
}

/**
 * rcp_time_scale_fit:
 * @first: first day to show
 * @last: last day to show, not before @first
 * @width_px: the room there is
 * @first_day: (out): left edge
 * @last_day: (out): right edge
 *
 * The span that shows all of @first to @last, with room at both ends for marks and grips. Less than ten days are shown
 * as ten, so that one event is not blown up to fill the window.
 */
void
rcp_time_scale_fit (gint32 first, gint32 last, double width_px, double *first_day, double *last_day)
{
  double days = MAX (10.0, (double) last - first + 1);
  double middle = ((double) first + last + 1) / 2;
  double room = MAX (days * 0.04, days * 40.0 / MAX (width_px - 80, 80));

  *first_day = middle - days / 2 - room;
  *last_day = middle + days / 2 + room;
}
