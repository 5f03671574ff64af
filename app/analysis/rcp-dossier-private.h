#pragma once

#include "rcp-dossier-analysis.h"

G_BEGIN_DECLS

void rcp_dossier_actor_add_alias (RcpDossierActor *actor, const char *alias);
void rcp_dossier_find_across (RcpDossierAnalysis *self, const gint64 *outlets);
void rcp_dossier_find_outcomes (RcpDossierAnalysis *self);
void rcp_dossier_resolve_offices (RcpDossierAnalysis *self, const RcpLexicon *lexicon, const guint *order);

G_END_DECLS
