#pragma once

#include <json-glib/json-glib.h>

#include "rcp-document.h"
#include "rcp-findings.h"

G_BEGIN_DECLS

const char *rcp_analysis_json_type    (RcpActorKind kind);
void        rcp_analysis_json_derivation (JsonBuilder *builder, const RcpDateExpression *date);
void        rcp_analysis_json_voice   (JsonBuilder *builder, const RcpFoundAccount *account, const char *speaker);
void        rcp_analysis_json_article (JsonBuilder *builder, const char *file, const RcpDocument *document,
                                       const RcpSegmentedText *text, const RcpFindings *findings,
                                       const char *const *actor_ids);

G_END_DECLS
