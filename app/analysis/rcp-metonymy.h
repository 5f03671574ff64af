#pragma once

#include "rcp-name-scanner.h"

G_BEGIN_DECLS

void rcp_metonymy_decide        (const RcpLexicon *lexicon, const RcpSegmentedText *text, RcpNameSpan *span);
void rcp_metonymy_decide_acting (const RcpLexicon *lexicon, const RcpSegmentedText *text, RcpNameSpan *span);

G_END_DECLS
