#pragma once

#include <gtk/gtk.h>

#include "rcp-actor-card.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_FUNCTIONS (rcp_actor_functions_get_type ())

/**
 * RcpActorFunctions:
 *
 * The offices under which an actor is seen, each with the months of the articles that say so and a bar on the span of all
 * of them.
 */
G_DECLARE_FINAL_TYPE (RcpActorFunctions, rcp_actor_functions, RCP, ACTOR_FUNCTIONS, GtkWidget)

GtkWidget *rcp_actor_functions_new (void);
void       rcp_actor_functions_set (RcpActorFunctions *self, GListModel *functions);

G_END_DECLS
