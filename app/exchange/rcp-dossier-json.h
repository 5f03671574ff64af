#pragma once

#include <json-glib/json-glib.h>

#include "rcp-dossier-analysis.h"

G_BEGIN_DECLS

void rcp_dossier_json_build (JsonBuilder *builder, const char *const *files, RcpDocument *const *documents,
                             RcpSegmentedText *const *texts, guint n, const RcpDossierAnalysis *analysis);

G_END_DECLS
