#pragma once

#include "rcp-dossier-analysis.h"

G_BEGIN_DECLS

void rcp_dossier_actor_add_alias (RcpDossierActor *actor, const char *alias);
void rcp_dossier_find_across (RcpDossierAnalysis *self, const gint64 *outlets);
void rcp_dossier_find_outcomes (RcpDossierAnalysis *self);
void rcp_dossier_resolve_offices (RcpDossierAnalysis *self, const RcpLexicon *lexicon, const guint *order);

/**
 * RcpDossierWork:
 * @documents: (array length=n): the articles
 * @texts: (array length=n): their texts
 * @order: (array length=n): the articles by their content: what depends on an order depends on this one
 * @outlets: (array length=n): the number of the outlet of each
 * @result: what was found so far
 *
 * An analysis of several articles on its way. A plain value that borrows all.
 */
typedef struct
{
  RcpDocument *const *documents;
  RcpSegmentedText *const *texts;
  guint n;
  guint *order;
  gint64 *outlets;
  RcpDossierAnalysis *result;
} RcpDossierWork;

/* rcp-dossier-events.c */
void rcp_dossier_build_events (RcpDossierWork *work);

G_END_DECLS
