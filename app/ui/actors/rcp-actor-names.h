#pragma once

#include <adwaita.h>

#include "rcp-actor-card.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_NAMES (rcp_actor_names_get_type ())

/**
 * RcpActorNames:
 *
 * Every name of an actor as a chip: how often it is used, why it is a name of this actor, and a menu to copy it or to say
 * that it names somebody else. The menu needs the "actor" actions of rcp_actor_actions_new().
 *
 * Signals:
 * - #RcpActorNames::open-article (gint64 article_id): show where a name was found first
 */
G_DECLARE_FINAL_TYPE (RcpActorNames, rcp_actor_names, RCP, ACTOR_NAMES, AdwBin)

GtkWidget *rcp_actor_names_new (void);
void       rcp_actor_names_set (RcpActorNames *self, RcpActorCard *card);

G_END_DECLS
