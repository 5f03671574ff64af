#pragma once

#include <gtk/gtk.h>

#include "rcp-actor-card.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_GRAPH (rcp_actor_graph_get_type ())

/**
 * RcpActorGraph:
 *
 * An actor in the middle and those who appear with it around it: the wider the line, the more accounts they share; a dotted
 * line joins those who only stand in the same articles. Thin lines between companions show who shares accounts without
 * regard to the actor in the middle. Each companion is a button, in the order of the circle.
 *
 * Signals:
 * - #RcpActorGraph::activate (gint64 actor_id): show the card of a companion
 */
G_DECLARE_FINAL_TYPE (RcpActorGraph, rcp_actor_graph, RCP, ACTOR_GRAPH, GtkWidget)

#define RCP_ACTOR_GRAPH_MAX 8

GtkWidget *rcp_actor_graph_new   (void);
void       rcp_actor_graph_set   (RcpActorGraph *self, RcpActorCard *card);
guint      rcp_actor_graph_order (const RcpActorTie *ties, guint n_ties, guint n_companions, guint *order);

G_END_DECLS
