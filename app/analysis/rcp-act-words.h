#pragma once

#include "rcp-action-lexicon.h"

G_BEGIN_DECLS

GArray *rcp_act_words_find (const RcpActionLexicon *lexicon, const char *sentence, const char *language, RcpAction action)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
