#pragma once

#include <adwaita.h>

#include "rcp-library.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_CHOOSER (rcp_actor_chooser_get_type ())

/**
 * RcpActorChooser:
 *
 * A search and the actors found, one of which can be chosen while one types: Up and Down walk over the list from the entry.
 *
 * Signals:
 * - #RcpActorChooser::changed: another actor is chosen, or none
 * - #RcpActorChooser::activate: Enter: the user is content with the one chosen
 * - #RcpActorChooser::cancel: Esc
 */
G_DECLARE_FINAL_TYPE (RcpActorChooser, rcp_actor_chooser, RCP, ACTOR_CHOOSER, AdwBin)

GtkWidget *rcp_actor_chooser_new        (RcpLibrary *library, gint64 dossier_id);
RcpActor  *rcp_actor_chooser_get_actor  (RcpActorChooser *self);
GtkWidget *rcp_actor_chooser_get_entry  (RcpActorChooser *self);

G_END_DECLS
