#pragma once

#include <gio/gio.h>

#include "rcp-actor.h"
#include "rcp-day.h"
#include "rcp-edtf.h"

G_BEGIN_DECLS

/* What the card of an actor is made of. All of it is immutable. */

#define RCP_TYPE_ACTOR_ALIAS (rcp_actor_alias_get_type ())

/**
 * RcpActorAlias:
 *
 * One name of an actor, and why it is one.
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

#define RCP_TYPE_ACTOR_FUNCTION (rcp_actor_function_get_type ())

/**
 * RcpActorFunction:
 *
 * An office or description under which an actor is seen, and when.
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

#define RCP_TYPE_ACTOR_COMPANION (rcp_actor_companion_get_type ())

/**
 * RcpActorCompanion:
 *
 * Somebody who appears with an actor.
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

#define RCP_TYPE_ACTOR_PASSAGE (rcp_actor_passage_get_type ())

/**
 * RcpActorPassage:
 *
 * A sentence that names an actor.
 *
 * Properties:
 * - #RcpActorPassage:article-id: row of the article
 * - #RcpActorPassage:outlet: who publishes it (nullable)
 * - #RcpActorPassage:published: when it appeared (nullable)
 * - #RcpActorPassage:sentence: the whole sentence
 * - #RcpActorPassage:sentence-start: its first code point in the article’s text
 * - #RcpActorPassage:mark-start: first code point of the mention within the sentence
 * - #RcpActorPassage:mark-end: one past the last
 */
G_DECLARE_FINAL_TYPE (RcpActorPassage, rcp_actor_passage, RCP, ACTOR_PASSAGE, GObject)

gint64       rcp_actor_passage_get_article_id     (RcpActorPassage *self);
const char  *rcp_actor_passage_get_outlet         (RcpActorPassage *self);
RcpEdtf     *rcp_actor_passage_get_published      (RcpActorPassage *self);
const char  *rcp_actor_passage_get_sentence       (RcpActorPassage *self);
guint        rcp_actor_passage_get_sentence_start (RcpActorPassage *self);
guint        rcp_actor_passage_get_mark_start     (RcpActorPassage *self);
guint        rcp_actor_passage_get_mark_end       (RcpActorPassage *self);

G_END_DECLS
