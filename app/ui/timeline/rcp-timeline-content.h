#pragma once

#include <gio/gio.h>

#include "rcp-actor.h"
#include "rcp-event.h"
#include "rcp-timeline-index.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_CONTENT (rcp_timeline_content_get_type ())

/**
 * RcpTimelineContent:
 *
 * What the parts of a timeline show: the events of a dossier, the actors that have a lane, the articles, and the index
 * of the events. The parts share one.
 *
 * Signals:
 * - #RcpTimelineContent::changed: there are other events, lanes or articles, or other families are shown
 * - #RcpTimelineContent::faded: the same events fade differently
 */
G_DECLARE_FINAL_TYPE (RcpTimelineContent, rcp_timeline_content, RCP, TIMELINE_CONTENT, GObject)

RcpTimelineContent     *rcp_timeline_content_new               (RcpTimelineState *state);
void                    rcp_timeline_content_set               (RcpTimelineContent *self, GListModel *events,
                                                                GListModel *pinned_actors, GListModel *articles);
RcpTimelineState       *rcp_timeline_content_get_state         (RcpTimelineContent *self);
const RcpTimelineIndex *rcp_timeline_content_get_index         (RcpTimelineContent *self);
GListModel             *rcp_timeline_content_get_articles      (RcpTimelineContent *self);
RcpActor               *rcp_timeline_content_dup_lane_actor    (RcpTimelineContent *self, guint lane);
guint                   rcp_timeline_content_get_n_pinned      (RcpTimelineContent *self);
RcpEvent               *rcp_timeline_content_dup_event         (RcpTimelineContent *self, guint entry);
RcpEvent               *rcp_timeline_content_dup_undated       (RcpTimelineContent *self, guint i);
guint                   rcp_timeline_content_get_selected      (RcpTimelineContent *self);
gboolean                rcp_timeline_content_is_faded          (RcpTimelineContent *self, guint entry);

G_END_DECLS
