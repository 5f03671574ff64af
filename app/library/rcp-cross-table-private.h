#pragma once

#include "rcp-cross-table.h"

G_BEGIN_DECLS

void         rcp_cross_cell_clear (RcpCrossCell *cell);
RcpCrossRow *rcp_cross_row_new    (RcpEvent *event, GArray *cells) G_GNUC_WARN_UNUSED_RESULT;
RcpCrossTable *rcp_cross_table_new (GListModel *outlets, GListModel *rows, guint n_single) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
