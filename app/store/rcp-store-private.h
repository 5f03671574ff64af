#pragma once

#include "rcp-db-writer.h"
#include "rcp-store.h"

G_BEGIN_DECLS

RcpDb   *rcp_store_lease (RcpStore *self, GCancellable *cancellable, GError **error);
void     rcp_store_give_back (RcpStore *self, RcpDb *db);
gboolean rcp_store_write (RcpStore *self, RcpDbWriterPriority priority, RcpDbWriterFunc func, gpointer data,
                          GCancellable *cancellable, GError **error);

gboolean rcp_change_set_apply (const RcpChangeSet *self, RcpDb *db, GError **error);

G_END_DECLS
