#pragma once

#include "rcp-event-affinity.h"

G_BEGIN_DECLS

void rcp_event_joiner_join (const RcpJoinAccount *accounts, guint n_accounts, guint *groups);

G_END_DECLS
