#pragma once

#include "rcp-document.h"
#include "rcp-findings.h"
#include "rcp-name-scanner.h"

G_BEGIN_DECLS

void rcp_article_aliases_resolve (const RcpLexicon *lexicon, const RcpSegmentedText *text, const RcpDocument *document,
                                  const char *main_state, GArray *spans, GPtrArray *actors, GArray *mentions);

G_END_DECLS
