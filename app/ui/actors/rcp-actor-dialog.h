#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_DIALOG (rcp_actor_dialog_get_type ())

/**
 * RcpActorDialog:
 *
 * Asks for a correction of an actor and shows what it would change before it is made: whom to merge it with or to keep it
 * apart from, how to call it, which name or article to take away from it. All of it by keyboard.
 */
G_DECLARE_FINAL_TYPE (RcpActorDialog, rcp_actor_dialog, RCP, ACTOR_DIALOG, AdwWindow)

GtkWidget *rcp_actor_dialog_new_merge      (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state,
                                            RcpActor *actor, RcpActor *into);
GtkWidget *rcp_actor_dialog_new_keep_apart (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state,
                                            RcpActor *actor, RcpActor *other);
GtkWidget *rcp_actor_dialog_new_rename     (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state,
                                            RcpActor *actor);
GtkWidget *rcp_actor_dialog_new_split      (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state,
                                            RcpActor *actor, const char *alias, gint64 article_id);

G_END_DECLS
