#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_RULER (rcp_timeline_ruler_get_type ())

/**
 * RcpTimelineRuler:
 *
 * The axis: ticks and their words, the day of the selected event as a tag, and the range. A drag along it selects a
 * range of days, whose ends can then be moved.
 */
G_DECLARE_FINAL_TYPE (RcpTimelineRuler, rcp_timeline_ruler, RCP, TIMELINE_RULER, GtkWidget)

GtkWidget *rcp_timeline_ruler_new       (RcpTimelineContent *content);
void       rcp_timeline_ruler_set_inset (RcpTimelineRuler *self, int inset_px);

G_END_DECLS
