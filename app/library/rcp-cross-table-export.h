#pragma once

#include "rcp-cross-table.h"

G_BEGIN_DECLS

/**
 * RcpCrossFormat:
 * @RCP_CROSS_FORMAT_CSV: a table for programs: RFC 4180, UTF-8, dates as EDTF, states by their tokens
 * @RCP_CROSS_FORMAT_HTML: one page to read and to print that needs no other file, in the user's language: the table, then
 *   the sentence behind each cell
 */
typedef enum
{
  RCP_CROSS_FORMAT_CSV,
  RCP_CROSS_FORMAT_HTML,
} RcpCrossFormat;

char     *rcp_cross_table_export      (RcpCrossTable *self, RcpCrossFormat format) G_GNUC_WARN_UNUSED_RESULT;
void      rcp_cross_table_save_async  (RcpCrossTable *self, GFile *file, RcpCrossFormat format, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean  rcp_cross_table_save_finish (RcpCrossTable *self, GAsyncResult *result, GError **error);

G_END_DECLS
