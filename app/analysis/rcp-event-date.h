#pragma once

#include "rcp-check-account.h"

G_BEGIN_DECLS

RcpEdtf *rcp_event_date_find (const RcpCheckAccount *accounts, guint n_accounts, guint *best) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
