#pragma once

#include "rcp-cross-table.h"

G_BEGIN_DECLS

GArray        *rcp_cross_cells_new (guint n) G_GNUC_WARN_UNUSED_RESULT;
RcpCrossRow   *rcp_cross_row_new   (RcpEvent *event, GArray *cells, int first) G_GNUC_WARN_UNUSED_RESULT;
RcpCrossTable *rcp_cross_table_new (GListModel *outlets, GPtrArray *rows, RcpCrossOrder order) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
