#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_OVERVIEW (rcp_timeline_overview_get_type ())

/**
 * RcpTimelineOverview:
 *
 * The whole dossier in one strip: how many events when, and which part of it the lanes show. That part can be dragged,
 * and its ends moved.
 */
G_DECLARE_FINAL_TYPE (RcpTimelineOverview, rcp_timeline_overview, RCP, TIMELINE_OVERVIEW, GtkWidget)

GtkWidget *rcp_timeline_overview_new           (RcpTimelineContent *content);
void       rcp_timeline_overview_set_compact   (RcpTimelineOverview *self, gboolean compact);
gboolean   rcp_timeline_overview_get_main_span (RcpTimelineOverview *self, gint32 *first_day, gint32 *last_day);

G_END_DECLS
