#pragma once

#include <gtk/gtk.h>

#include "rcp-actor.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_ROW (rcp_actor_row_get_type ())

/**
 * RcpActorDrop:
 * @RCP_ACTOR_DROP_NONE: nothing can be dropped there
 * @RCP_ACTOR_DROP_BEFORE: it becomes the lane before this one
 * @RCP_ACTOR_DROP_AFTER: it becomes the lane after this one
 * @RCP_ACTOR_DROP_MERGE: the two are one
 *
 * What dropping an actor on a row does: between rows of lanes it changes their order, onto a row it merges.
 */
typedef enum
{
  RCP_ACTOR_DROP_NONE,
  RCP_ACTOR_DROP_BEFORE,
  RCP_ACTOR_DROP_AFTER,
  RCP_ACTOR_DROP_MERGE,
} RcpActorDrop;

/**
 * RcpActorRow:
 *
 * One row of the list of actors: an actor, the heading of a section, or a skeleton while the actor is being read.
 *
 * Signals:
 * - #RcpActorRow::chosen (gboolean add): filter on this actor, besides the others when @add
 * - #RcpActorRow::pin: pin or unpin it
 * - #RcpActorRow::menu (double x, double y): show what can be done with it, at that place of the row
 * - #RcpActorRow::dropped (gint64 actor_id, int drop): the actor was dropped here, and what that does (RcpActorDrop)
 */
G_DECLARE_FINAL_TYPE (RcpActorRow, rcp_actor_row, RCP, ACTOR_ROW, GtkWidget)

GtkWidget   *rcp_actor_row_new          (void);
GtkWidget   *rcp_actor_row_new_plain    (void);
void         rcp_actor_row_set_item     (RcpActorRow *self, gpointer item);
gpointer     rcp_actor_row_get_item     (RcpActorRow *self);
RcpActor    *rcp_actor_row_get_actor    (RcpActorRow *self);
void         rcp_actor_row_set_filtered (RcpActorRow *self, gboolean filtered);
void         rcp_actor_row_set_shown    (RcpActorRow *self, gboolean shown);
RcpActorDrop rcp_actor_row_get_drop     (RcpActorRow *self, double y);

G_END_DECLS
