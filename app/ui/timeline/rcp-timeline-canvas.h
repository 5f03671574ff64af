#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_CANVAS (rcp_timeline_canvas_get_type ())

/**
 * RcpTimelineCanvas:
 *
 * The lanes and the publications. Lays out what is visible and some way beyond on either side; while time is only
 * moved, everything is shifted as it is.
 *
 * Signals:
 * - #RcpTimelineCanvas::event-activated (gint64 event_id, gboolean open)
 * - #RcpTimelineCanvas::group-activated (double first_day, double last_day, GtkWidget chip)
 * - #RcpTimelineCanvas::panned (double px): the ground was dragged
 */
G_DECLARE_FINAL_TYPE (RcpTimelineCanvas, rcp_timeline_canvas, RCP, TIMELINE_CANVAS, GtkWidget)

GtkWidget *rcp_timeline_canvas_new        (RcpTimelineContent *content);
void       rcp_timeline_canvas_set_inset  (RcpTimelineCanvas *self, int inset_px);
int        rcp_timeline_canvas_get_inset  (RcpTimelineCanvas *self);
gboolean   rcp_timeline_canvas_focus_event (RcpTimelineCanvas *self, gint64 event_id);
gboolean   rcp_timeline_canvas_get_event_y (RcpTimelineCanvas *self, gint64 event_id, double *top, double *bottom);
GArray    *rcp_timeline_canvas_list_group (RcpTimelineCanvas *self, guint lane, guint placement) G_GNUC_WARN_UNUSED_RESULT;
double     rcp_timeline_canvas_get_layout_ms (RcpTimelineCanvas *self);

G_END_DECLS
