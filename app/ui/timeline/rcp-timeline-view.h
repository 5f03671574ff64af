#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_VIEW (rcp_timeline_view_get_type ())

/**
 * RcpTimelineView:
 *
 * The page that shows when everything happened: an overview, an axis, a lane for each pinned actor, who published when.
 *
 * Its actions, which act on it from anywhere inside it, are also what its keys do: timeline.next-event,
 * timeline.previous-event, timeline.lane-above, timeline.lane-below, timeline.zoom-in, timeline.zoom-out,
 * timeline.fit, timeline.fit-range, timeline.pan (d: part of the width), timeline.clear.
 *
 * Properties:
 * - #RcpTimelineView:library: what to read from (nullable)
 * - #RcpTimelineView:state: what is looked at and chosen (construct)
 *
 * Signals:
 * - #RcpTimelineView::open-inspector: Enter or a double click on an event, which is selected
 */
G_DECLARE_FINAL_TYPE (RcpTimelineView, rcp_timeline_view, RCP, TIMELINE_VIEW, GtkWidget)

GtkWidget *rcp_timeline_view_new          (RcpLibrary *library, RcpTimelineState *state);
void       rcp_timeline_view_set_library  (RcpTimelineView *self, RcpLibrary *library);
void       rcp_timeline_view_set_content  (RcpTimelineView *self, GListModel *events, GListModel *pinned_actors,
                                           GListModel *articles);
double     rcp_timeline_view_get_layout_ms (RcpTimelineView *self);

G_END_DECLS
