#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"
#include "rcp-timeline-layout.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_LANE (rcp_timeline_lane_get_type ())

/**
 * RcpTimelineLane:
 *
 * The label and the chips of one lane. Chips are made as they are needed and reused; one that shows the same event
 * before and after a change of zoom stays the same widget, and keeps the focus.
 *
 * Signals:
 * - #RcpTimelineLane::event-activated (gint64 event_id, gboolean open): a chip was chosen; @open by Enter or double click
 * - #RcpTimelineLane::group-activated (guint placement, GtkWidget chip): the chip of a group was
 */
G_DECLARE_FINAL_TYPE (RcpTimelineLane, rcp_timeline_lane, RCP, TIMELINE_LANE, GtkWidget)

GtkWidget *rcp_timeline_lane_new            (RcpTimelineContent *content);
void       rcp_timeline_lane_set_lane       (RcpTimelineLane *self, guint lane);
void       rcp_timeline_lane_set_inset      (RcpTimelineLane *self, int inset_px);
void       rcp_timeline_lane_set_count      (RcpTimelineLane *self, guint n_events);
void       rcp_timeline_lane_update         (RcpTimelineLane *self, const RcpTimelineLayout *layout);
void       rcp_timeline_lane_set_shift      (RcpTimelineLane *self, double shift_px);
void       rcp_timeline_lane_update_states  (RcpTimelineLane *self);
void       rcp_timeline_lane_set_neighbours (RcpTimelineLane *self, const RcpTimelineLayout *layout, double shift_px,
                                             guint before, guint after);
int        rcp_timeline_lane_get_label_height (RcpTimelineLane *self);
GtkWidget *rcp_timeline_lane_find_chip      (RcpTimelineLane *self, gint64 event_id);

G_END_DECLS
