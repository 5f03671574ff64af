#pragma once

#include "rcp-account.h"

G_BEGIN_DECLS

char       *rcp_voice_words_source    (RcpAccount *account) G_GNUC_WARN_UNUSED_RESULT;
const char *rcp_voice_words_quotation (RcpQuotation quotation);
char       *rcp_voice_words_full      (RcpAccount *account) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
