#pragma once

#include "rcp-library.h"
#include "rcp-update.h"

G_BEGIN_DECLS

RcpUpdate *rcp_update_new   (RcpLibrary *library, const gint64 *ids, gsize n) G_GNUC_WARN_UNUSED_RESULT;
void       rcp_update_start (RcpUpdate *self);
void       rcp_update_stop  (RcpUpdate *self);

G_END_DECLS
