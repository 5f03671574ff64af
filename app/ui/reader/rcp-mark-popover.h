#pragma once

#include <gtk/gtk.h>

#include "rcp-actor.h"
#include "rcp-date-expression.h"
#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

GtkWidget *rcp_mark_popover_new_for_actor (RcpLibrary *library, RcpTimelineState *state, RcpActor *actor,
                                           const char *words);
GtkWidget *rcp_mark_popover_new_for_date  (RcpTimelineState *state, RcpDateExpression *date, gint64 event_id);

G_END_DECLS
