#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_STATE (rcp_timeline_state_get_type ())

/**
 * RcpTimelineState:
 *
 * What is looked at and what is chosen: every pane of a window binds to one of these, so that panes need not know each
 * other. Belongs to the main thread.
 *
 * Properties (all writable, notified when they change):
 * - #RcpTimelineState:dossier-id (gint64): the dossier shown; 0 for the whole library
 * - #RcpTimelineState:first-day (double): left edge of the visible span, in days
 * - #RcpTimelineState:last-day (double): right edge
 * - #RcpTimelineState:range (RcpEdtf): the range chosen on the axis (nullable)
 * - #RcpTimelineState:selected-event (gint64): 0 for none
 * - #RcpTimelineState:selected-actor (gint64): the actor whose card is shown before the event; 0 for none
 * - #RcpTimelineState:selected-article (gint64): 0 for none
 * - #RcpTimelineState:families (guint): bit per RcpFamily that is shown; all by default
 *
 * Signals:
 * - #RcpTimelineState::filter-changed: the set of actors filtered on, or of events found by a search, is another
 * - #RcpTimelineState::open-article (gint64 article_id, guint start, guint end): show this passage in the reader
 * - #RcpTimelineState::open-event (gint64 event_id): show this event on the timeline
 * - #RcpTimelineState::fit-range, ::fit-all: asked of the timeline
 */
G_DECLARE_FINAL_TYPE (RcpTimelineState, rcp_timeline_state, RCP, TIMELINE_STATE, GObject)

RcpTimelineState *rcp_timeline_state_new                  (void);
gint64            rcp_timeline_state_get_dossier_id       (RcpTimelineState *self);
void              rcp_timeline_state_set_dossier_id       (RcpTimelineState *self, gint64 dossier_id);
double            rcp_timeline_state_get_first_day        (RcpTimelineState *self);
double            rcp_timeline_state_get_last_day         (RcpTimelineState *self);
void              rcp_timeline_state_set_span             (RcpTimelineState *self, double first_day, double last_day);
RcpEdtf          *rcp_timeline_state_get_range            (RcpTimelineState *self);
void              rcp_timeline_state_set_range            (RcpTimelineState *self, RcpEdtf *range);
gint64            rcp_timeline_state_get_selected_event   (RcpTimelineState *self);
void              rcp_timeline_state_set_selected_event   (RcpTimelineState *self, gint64 event_id);
gint64            rcp_timeline_state_get_selected_actor   (RcpTimelineState *self);
void              rcp_timeline_state_set_selected_actor   (RcpTimelineState *self, gint64 actor_id);
gint64            rcp_timeline_state_get_selected_article (RcpTimelineState *self);
void              rcp_timeline_state_set_selected_article (RcpTimelineState *self, gint64 article_id);
guint             rcp_timeline_state_get_families         (RcpTimelineState *self);
void              rcp_timeline_state_set_families         (RcpTimelineState *self, guint families);

/* Actors filtered on: events without any of them fade. An empty set filters nothing. */
gboolean          rcp_timeline_state_has_actor_filter     (RcpTimelineState *self);
gboolean          rcp_timeline_state_get_actor_filtered   (RcpTimelineState *self, gint64 actor_id);
void              rcp_timeline_state_set_actor_filter     (RcpTimelineState *self, gint64 actor_id, gboolean add);
void              rcp_timeline_state_clear_actor_filter   (RcpTimelineState *self);
gint64           *rcp_timeline_state_list_actor_filter    (RcpTimelineState *self, guint *n) G_GNUC_WARN_UNUSED_RESULT;

/* Events found by a search: the others fade. NULL filters nothing. */
void              rcp_timeline_state_set_found_events     (RcpTimelineState *self, const gint64 *event_ids, guint n);
void              rcp_timeline_state_clear_found_events   (RcpTimelineState *self);
gboolean          rcp_timeline_state_has_found_events     (RcpTimelineState *self);
gboolean          rcp_timeline_state_is_faded             (RcpTimelineState *self, gint64 event_id,
                                                           const gint64 *actor_ids, guint n_actors);

void              rcp_timeline_state_open_article         (RcpTimelineState *self, gint64 article_id, guint start,
                                                           guint end);
void              rcp_timeline_state_open_event           (RcpTimelineState *self, gint64 event_id);
void              rcp_timeline_state_fit                  (RcpTimelineState *self, gboolean to_range);

G_END_DECLS
