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
 * A click or Space filters on an actor, with Ctrl it adds to the filter; Enter opens the card; a double click or P pins and
 * unpins; F2 renames, Delete ignores; M merges: the two that are filtered on, or else the one with the focus with another.
 * Dragging a row between lanes puts these in another order, dragging it onto a row merges. A secondary click, Menu or
 * Shift+F10 list all of it.
 */
G_DECLARE_FINAL_TYPE (RcpActorsPane, rcp_actors_pane, RCP, ACTORS_PANE, AdwBin)

GtkWidget *rcp_actors_pane_new        (RcpLibrary *library, RcpTimelineState *state);
void       rcp_actors_pane_toggle_pin (RcpActorsPane *self);

G_END_DECLS
