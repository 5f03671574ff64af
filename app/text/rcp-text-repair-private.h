#pragma once

#include "rcp-document.h"

G_BEGIN_DECLS

char *rcp_text_repair_line      (const char *text, RcpTextRepairs *repairs) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_text_repair_encoding  (const char *text, RcpTextRepairs *repairs) G_GNUC_WARN_UNUSED_RESULT;
void  rcp_text_repair_invisible (char *text, gboolean in_markup, RcpTextRepairs *repairs);

G_END_DECLS
