#pragma once

#include <gtk/gtk.h>

#include "rcp-actor-preview.h"
#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_PREVIEW_BOX (rcp_actor_preview_box_get_type ())

/**
 * RcpActorPreviewBox:
 *
 * Says what a correction of an actor would change: the name shown afterwards, the names that move, how many mentions,
 * articles and events go with them, and what speaks against it.
 */
G_DECLARE_FINAL_TYPE (RcpActorPreviewBox, rcp_actor_preview_box, RCP, ACTOR_PREVIEW_BOX, GtkWidget)

GtkWidget *rcp_actor_preview_box_new         (RcpCorrectionKind kind);
void       rcp_actor_preview_box_set         (RcpActorPreviewBox *self, RcpActorPreview *preview);
void       rcp_actor_preview_box_set_words   (RcpActorPreviewBox *self, const char *words);

G_END_DECLS
