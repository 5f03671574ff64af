#pragma once

#include "rcp-independence.h"

G_BEGIN_DECLS

void rcp_same_wording_find (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared,
                            guint n_shared, int *copy_of);

G_END_DECLS
