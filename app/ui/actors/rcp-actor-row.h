#pragma once

#include <gtk/gtk.h>

#include "rcp-actor.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_ROW (rcp_actor_row_get_type ())

/**
 * RcpActorRow:
 *
 * One row of the list of actors: an actor, the heading of a section, or a skeleton while the actor is being read.
 *
 * Signals:
 * - #RcpActorRow::chosen (gboolean add): filter on this actor, besides the others when @add
 * - #RcpActorRow::pin: pin or unpin it
 * - #RcpActorRow::moved (gint64 actor_id): the actor was dropped here
 */
G_DECLARE_FINAL_TYPE (RcpActorRow, rcp_actor_row, RCP, ACTOR_ROW, GtkWidget)

GtkWidget *rcp_actor_row_new          (void);
void       rcp_actor_row_set_item     (RcpActorRow *self, gpointer item);
gpointer   rcp_actor_row_get_item     (RcpActorRow *self);
RcpActor  *rcp_actor_row_get_actor    (RcpActorRow *self);
void       rcp_actor_row_set_filtered (RcpActorRow *self, gboolean filtered);

G_END_DECLS
