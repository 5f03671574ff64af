#pragma once

#include "rcp-document.h"
#include "rcp-findings.h"
#include "rcp-lexicon.h"
#include "rcp-name-model.h"

G_BEGIN_DECLS

/**
 * RcpActorFinder:
 *
 * Finds the people, organisations and states that a text names, and joins what names the same one within the article.
 * Immutable; any number of threads may use one.
 */
typedef struct _RcpActorFinder RcpActorFinder;

RcpActorFinder *rcp_actor_finder_new  (const RcpLexicon *lexicon, RcpNameModel *model) G_GNUC_WARN_UNUSED_RESULT;
void            rcp_actor_finder_free (RcpActorFinder *self);
void            rcp_actor_finder_find (const RcpActorFinder *self, const RcpSegmentedText *text,
                                       const RcpDocument *document, GPtrArray *actors, GArray *mentions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpActorFinder, rcp_actor_finder_free)

G_END_DECLS
