#pragma once

#include "rcp-store.h"

G_BEGIN_DECLS

gboolean rcp_sample_pins_set (RcpStore *store, GError **error);

G_END_DECLS
