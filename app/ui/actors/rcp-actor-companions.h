#pragma once

#include <adwaita.h>

#include "rcp-actor-card.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_COMPANIONS (rcp_actor_companions_get_type ())

/**
 * RcpActorCompanions:
 *
 * Who appears with an actor, as a small graph and as a list with numbers.
 *
 * Signals:
 * - #RcpActorCompanions::activate (gint64 actor_id): show the card of a companion
 */
G_DECLARE_FINAL_TYPE (RcpActorCompanions, rcp_actor_companions, RCP, ACTOR_COMPANIONS, AdwBin)

GtkWidget *rcp_actor_companions_new (gboolean with_graph);
void       rcp_actor_companions_set (RcpActorCompanions *self, RcpActorCard *card);

G_END_DECLS
