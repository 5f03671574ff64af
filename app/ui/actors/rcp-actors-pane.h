#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTORS_PANE (rcp_actors_pane_get_type ())

/**
 * RcpActorsPane:
 *
 * Who is in the story: pinned actors, which are the lanes of the timeline, then people, organisations and states.
 *
 * A click filters on an actor, Ctrl+click adds to the filter, a double click or P pins and unpins, dragging puts the
 * pinned ones in another order.
 */
G_DECLARE_FINAL_TYPE (RcpActorsPane, rcp_actors_pane, RCP, ACTORS_PANE, AdwBin)

GtkWidget *rcp_actors_pane_new        (RcpLibrary *library, RcpTimelineState *state);
void       rcp_actors_pane_toggle_pin (RcpActorsPane *self);

G_END_DECLS
