#pragma once

#include "rcp-name-scanner.h"

G_BEGIN_DECLS

void rcp_company_names_settle (const RcpLexicon *lexicon, const RcpSegmentedText *text, GArray *spans);

G_END_DECLS
