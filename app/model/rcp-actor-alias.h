#pragma once

#include <glib-object.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_ALIAS (rcp_actor_alias_get_type ())

/**
 * RcpActorAlias:
 *
 * One name of an actor, and why it is one. Immutable.
 *
 * Properties:
 * - #RcpActorAlias:text: the name or role, as written
 * - #RcpActorAlias:is-role: it is an office or a description
 * - #RcpActorAlias:reason: why it is a name of this actor
 * - #RcpActorAlias:n-mentions: how often the actor is called that, in the dossier
 * - #RcpActorAlias:n-articles: articles of the dossier that do
 * - #RcpActorAlias:first-article-id: the article it came from first; 0 where that is not known or gone
 * - #RcpActorAlias:words: a sentence for a person, in the user’s language: why it is a name of this actor
 */
G_DECLARE_FINAL_TYPE (RcpActorAlias, rcp_actor_alias, RCP, ACTOR_ALIAS, GObject)

const char      *rcp_actor_alias_get_text             (RcpActorAlias *self);
gboolean         rcp_actor_alias_get_is_role          (RcpActorAlias *self);
RcpAliasReason   rcp_actor_alias_get_reason           (RcpActorAlias *self);
guint            rcp_actor_alias_get_n_mentions       (RcpActorAlias *self);
guint            rcp_actor_alias_get_n_articles       (RcpActorAlias *self);
gint64           rcp_actor_alias_get_first_article_id (RcpActorAlias *self);
const char      *rcp_actor_alias_get_words            (RcpActorAlias *self);

G_END_DECLS
