#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_INSPECTOR (rcp_actor_inspector_get_type ())

/**
 * RcpActorInspector:
 *
 * The card of the actor chosen: who it is, every name and why, its functions over time, who appears with it, every sentence
 * that names it, and the user's notes. In a low place it lays its parts side by side.
 */
G_DECLARE_FINAL_TYPE (RcpActorInspector, rcp_actor_inspector, RCP, ACTOR_INSPECTOR, AdwBin)

GtkWidget *rcp_actor_inspector_new         (RcpLibrary *library, RcpTimelineState *state);
void       rcp_actor_inspector_set_compact (RcpActorInspector *self, gboolean compact);
void       rcp_actor_inspector_set_card    (RcpActorInspector *self, RcpActorCard *card);
void       rcp_actor_inspector_add_note    (RcpActorInspector *self);

G_END_DECLS
