#pragma once

#include "rcp-correction.h"

G_BEGIN_DECLS

char *rcp_actor_words_alias (RcpAliasReason reason, const char *alias, const char *name, const char *of)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
