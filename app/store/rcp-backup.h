#pragma once

#include "rcp-db.h"

G_BEGIN_DECLS

gboolean rcp_backup_write (RcpDb *from, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
