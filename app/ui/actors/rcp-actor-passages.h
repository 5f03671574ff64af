#pragma once

#include <adwaita.h>

#include "rcp-actor-card.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_PASSAGES (rcp_actor_passages_get_type ())

/**
 * RcpActorPassages:
 *
 * The sentences that name an actor, as cards, a page at a time: the name in bold, who published it and when. Their menu needs
 * the "actor" actions of rcp_actor_actions_new().
 *
 * Signals:
 * - #RcpActorPassages::activate (RcpActorPassage passage): open the article at the sentence
 */
G_DECLARE_FINAL_TYPE (RcpActorPassages, rcp_actor_passages, RCP, ACTOR_PASSAGES, AdwBin)

GtkWidget *rcp_actor_passages_new       (GtkOrientation orientation);
void       rcp_actor_passages_set       (RcpActorPassages *self, RcpActorCard *card);
void       rcp_actor_passages_show_more (RcpActorPassages *self);

G_END_DECLS
