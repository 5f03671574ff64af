#pragma once

#include "rcp-cross-data.h"

G_BEGIN_DECLS

char *rcp_cross_numbers_dup_vaguer (const RcpCrossData *data, guint first, guint end, guint column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
