#pragma once

#include "rcp-edtf.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_PASSAGE (rcp_actor_passage_get_type ())

/**
 * RcpActorPassage:
 *
 * A sentence that names an actor. Immutable.
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
