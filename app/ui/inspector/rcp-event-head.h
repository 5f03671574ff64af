#pragma once

#include <gtk/gtk.h>

#include "rcp-event-detail.h"

G_BEGIN_DECLS

#define RCP_TYPE_EVENT_HEAD (rcp_event_head_get_type ())

/**
 * RcpEventHead:
 *
 * What an event is: title, family, who tells it, when and how that was read, who took part. Compact, in two lines.
 *
 * Signals:
 * - #RcpEventHead::set-date (RcpEdtf *date): the user fixed the date; NULL gives the engine's date back
 * - #RcpEventHead::actor (gint64 actor_id): a participant was clicked
 * - #RcpEventHead::actor-menu (RcpActor *actor, GtkWidget *chip): the menu of a participant is asked for
 * - #RcpEventHead::event (gint64 event_id): a plan of it, or what came of it, was clicked
 */
G_DECLARE_FINAL_TYPE (RcpEventHead, rcp_event_head, RCP, EVENT_HEAD, GtkWidget)

GtkWidget *rcp_event_head_new       (gboolean compact);
void       rcp_event_head_set       (RcpEventHead *self, RcpEventDetail *detail);
void       rcp_event_head_edit_date (RcpEventHead *self);

G_END_DECLS
