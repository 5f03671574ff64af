#pragma once

#include <gtk/gtk.h>

#include "rcp-actor.h"

G_BEGIN_DECLS

#define RCP_TYPE_AVATAR (rcp_avatar_get_type ())

/**
 * RcpAvatar:
 *
 * The small picture that stands for an actor or an outlet: initials in a circle for a person or an outlet, an icon in a
 * rounded square for an organisation or a state, a dashed circle for an outlet without a name. The colour follows from
 * the name, so the same actor has the same one everywhere.
 */
G_DECLARE_FINAL_TYPE (RcpAvatar, rcp_avatar, RCP, AVATAR, GtkWidget)

GtkWidget *rcp_avatar_new            (int size_px);
GtkWidget *rcp_avatar_new_for_actor  (RcpActor *actor, int size_px);
GtkWidget *rcp_avatar_new_for_outlet (const char *name, int size_px);
void       rcp_avatar_set_actor      (RcpAvatar *self, RcpActor *actor);
void       rcp_avatar_set_outlet     (RcpAvatar *self, const char *name);

G_END_DECLS
