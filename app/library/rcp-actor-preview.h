#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_PREVIEW (rcp_actor_preview_get_type ())

/**
 * RcpActorPreview:
 *
 * What a correction of an actor would change, told before it is made. Immutable.
 *
 * Properties:
 * - #RcpActorPreview:name: the name that would be shown afterwards
 * - #RcpActorPreview:n-mentions: mentions that would go to another actor or, where only the name, the kind or the
 *   marks change, would be shown anew
 * - #RcpActorPreview:n-articles: articles these stand in
 * - #RcpActorPreview:n-events: events that would have other actors, or show them under another name
 * - #RcpActorPreview:aliases: the names that would move (nullable)
 * - #RcpActorPreview:warnings: what speaks against it, a sentence each in the user’s language (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpActorPreview, rcp_actor_preview, RCP, ACTOR_PREVIEW, GObject)

const char        *rcp_actor_preview_get_name       (RcpActorPreview *self);
guint              rcp_actor_preview_get_n_mentions (RcpActorPreview *self);
guint              rcp_actor_preview_get_n_articles (RcpActorPreview *self);
guint              rcp_actor_preview_get_n_events   (RcpActorPreview *self);
const char *const *rcp_actor_preview_get_aliases    (RcpActorPreview *self);
const char *const *rcp_actor_preview_get_warnings   (RcpActorPreview *self);

G_END_DECLS
