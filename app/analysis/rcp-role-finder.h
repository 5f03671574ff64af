#pragma once

#include "rcp-name-scanner.h"

G_BEGIN_DECLS

char *rcp_role_finder_main_state (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *spans)
  G_GNUC_WARN_UNUSED_RESULT;
void  rcp_role_finder_find       (const RcpLexicon *lexicon, const RcpSegmentedText *text, const char *main_state,
                                  GArray *spans);

G_END_DECLS
