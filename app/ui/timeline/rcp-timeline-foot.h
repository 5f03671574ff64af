#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_FOOT (rcp_timeline_foot_get_type ())

/**
 * RcpTimelineFoot:
 *
 * Below the lanes: which families of events are shown, and the events that have no date to place them by.
 */
G_DECLARE_FINAL_TYPE (RcpTimelineFoot, rcp_timeline_foot, RCP, TIMELINE_FOOT, GtkWidget)

GtkWidget *rcp_timeline_foot_new         (RcpTimelineContent *content);
void       rcp_timeline_foot_set_compact (RcpTimelineFoot *self, gboolean compact);

G_END_DECLS
