#pragma once

#include "rcp-actor.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_COMPANION (rcp_actor_companion_get_type ())

/**
 * RcpActorCompanion:
 *
 * Somebody who appears with an actor. Immutable.
 *
 * Properties:
 * - #RcpActorCompanion:actor: the other actor
 * - #RcpActorCompanion:n-articles: articles of the dossier that name both
 * - #RcpActorCompanion:n-accounts: accounts of the dossier in which both take part
 */
G_DECLARE_FINAL_TYPE (RcpActorCompanion, rcp_actor_companion, RCP, ACTOR_COMPANION, GObject)

RcpActor  *rcp_actor_companion_get_actor      (RcpActorCompanion *self);
guint      rcp_actor_companion_get_n_articles (RcpActorCompanion *self);
guint      rcp_actor_companion_get_n_accounts (RcpActorCompanion *self);

G_END_DECLS
