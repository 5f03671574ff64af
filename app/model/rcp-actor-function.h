#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_FUNCTION (rcp_actor_function_get_type ())

/**
 * RcpActorFunction:
 *
 * An office or description under which an actor is seen, and when. Immutable.
 *
 * Properties:
 * - #RcpActorFunction:text: the office or description as the articles write it most
 * - #RcpActorFunction:first-day: the earliest day of publication of an article that gives it to the actor, in days
 *   since 1970-01-01; %RCP_DAY_INVALID where none is dated
 * - #RcpActorFunction:last-day: the latest
 * - #RcpActorFunction:n-mentions: how often it stands for the actor, in the dossier
 */
G_DECLARE_FINAL_TYPE (RcpActorFunction, rcp_actor_function, RCP, ACTOR_FUNCTION, GObject)

const char  *rcp_actor_function_get_text       (RcpActorFunction *self);
int          rcp_actor_function_get_first_day  (RcpActorFunction *self);
int          rcp_actor_function_get_last_day   (RcpActorFunction *self);
guint        rcp_actor_function_get_n_mentions (RcpActorFunction *self);

G_END_DECLS
