#pragma once

#include "rcp-sentence-view.h"

G_BEGIN_DECLS

/* Private to the event titles: noun phrases cut out of a sentence. */

/* A title is made no longer than that, in characters: as wide as a chip of the timeline holds. A phrase that would be cut
 * in its core may take the second. */
#define RCP_TITLE_LENGTH 42
#define RCP_TITLE_LIMIT 48

gboolean rcp_title_is_any       (const char *word, const char *const *words);
gboolean rcp_title_is_article   (const RcpSentenceView *view, guint token);
gboolean rcp_title_breaks       (const RcpSentenceView *view, guint token);
gboolean rcp_title_is_joint     (const RcpSentenceView *view, guint token);
gboolean rcp_title_is_adverb    (const RcpSentenceView *view, guint token);
guint    rcp_title_skip_date    (const RcpSentenceView *view, guint token);
char    *rcp_title_dup_words    (const RcpSentenceView *view, RcpRange range) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_title_dup_tokens   (const RcpSentenceView *view, guint from, guint end) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_title_dup_phrase   (const RcpSentenceView *view, guint from, guint used) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_title_dup_object   (const RcpSentenceView *view, guint from, guint used) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_title_capitalise   (const char *text) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_title_dup_short_name (const RcpFoundActor *actor) G_GNUC_WARN_UNUSED_RESULT;
gboolean rcp_title_has_proper_name (const RcpFoundActor *actor);
const RcpMention *rcp_title_find_subject (const RcpSentenceView *view, const RcpHit *hit);
char    *rcp_title_dup_actor_subject (const RcpSentenceView *view, const RcpMention *mention, guint limit, gboolean *plural)
  G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_title_dup_first_phrase (const RcpSentenceView *view, guint limit, guint clause, gboolean bare, gboolean *plural)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
