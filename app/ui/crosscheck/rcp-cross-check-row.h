#pragma once

#include <gtk/gtk.h>

#include "rcp-cross-table.h"

G_BEGIN_DECLS

#define RCP_TYPE_CROSS_CHECK_ROW (rcp_cross_check_row_get_type ())

/**
 * RcpCrossCheckRow:
 *
 * One event across all outlets, or the header above them. The outlets' cells scroll with a shared adjustment while date
 * and event stay.
 *
 * Signals:
 * - #RcpCrossCheckRow::cell-activated (guint outlet)
 */
G_DECLARE_FINAL_TYPE (RcpCrossCheckRow, rcp_cross_check_row, RCP, CROSS_CHECK_ROW, GtkWidget)

GtkWidget   *rcp_cross_check_row_new        (GtkAdjustment *adjustment);
void         rcp_cross_check_row_set_header (RcpCrossCheckRow *self, RcpCrossTable *table);
void         rcp_cross_check_row_set_row    (RcpCrossCheckRow *self, RcpCrossTable *table, RcpCrossRow *row);
void         rcp_cross_check_row_select     (RcpCrossCheckRow *self, gboolean selected, int outlet);
gboolean     rcp_cross_check_row_focus_cell (RcpCrossCheckRow *self, guint outlet);
int          rcp_cross_check_row_find_focus (RcpCrossCheckRow *self);
RcpCrossRow *rcp_cross_check_row_get_row    (RcpCrossCheckRow *self);

G_END_DECLS
