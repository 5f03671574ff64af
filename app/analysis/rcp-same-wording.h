#pragma once

#include "rcp-event-joiner.h"
#include "rcp-independence.h"

G_BEGIN_DECLS

void rcp_same_wording_find (const RcpCheckAccount *accounts, guint n_accounts, const RcpSharedWording *shared,
                            guint n_shared, const RcpJoinConstraint *words, guint n_words, guint *leads);

G_END_DECLS
