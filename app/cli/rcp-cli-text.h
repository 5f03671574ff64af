#pragma once

#include <glib.h>

#include "rcp-account.h"
#include "rcp-edtf.h"
#include "rcp-discrepancy.h"

G_BEGIN_DECLS

void  rcp_cli_text_cell        (const char *text, guint width);
void  rcp_cli_text_wrapped     (const char *text, guint indent);
char *rcp_cli_text_plain       (const char *markup) G_GNUC_WARN_UNUSED_RESULT;
char *rcp_cli_text_date        (const RcpEdtf *date) G_GNUC_WARN_UNUSED_RESULT;
void  rcp_cli_text_account     (RcpAccount *account);
void  rcp_cli_text_discrepancy (RcpDiscrepancy *discrepancy);

G_END_DECLS
