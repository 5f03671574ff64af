#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpTimeScale:
 * @first_day: the day at x 0; day numbers are those of rcp-day.h, and a day covers [day, day + 1)
 * @px_per_day: how wide a day is
 * @width_px: how wide the visible span is
 *
 * Time to pixels and back. x runs with time, so a widget that reads from right to left mirrors it itself.
 */
typedef struct
{
  double first_day;
  double px_per_day;
  double width_px;
} RcpTimeScale;

/* A day is never wider than this; the whole calendar is never narrower than the widget. */
#define RCP_TIME_SCALE_MAX_PX_PER_DAY 480.0

void   rcp_time_scale_init   (RcpTimeScale *self, double first_day, double last_day, double width_px);
double rcp_time_scale_to_x   (const RcpTimeScale *self, double day);
double rcp_time_scale_to_day (const RcpTimeScale *self, double x);
double rcp_time_scale_last   (const RcpTimeScale *self);
void   rcp_time_scale_zoom   (const RcpTimeScale *self, double factor, double at_x, double *first_day, double *last_day);
void   rcp_time_scale_fit    (gint32 first, gint32 last, double width_px, double *first_day, double *last_day);

G_END_DECLS
