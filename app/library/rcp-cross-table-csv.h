#pragma once

#include "rcp-cross-table.h"

G_BEGIN_DECLS

void     rcp_cross_table_save_csv_async  (RcpCrossTable *self, GFile *file, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean rcp_cross_table_save_csv_finish (RcpCrossTable *self, GAsyncResult *result, GError **error);

G_END_DECLS
