#pragma once

#include "rcp-cross-table.h"

G_BEGIN_DECLS

char *rcp_cross_table_to_html (RcpCrossTable *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
