#pragma once

#include <adwaita.h>

#include "rcp-cross-table.h"

G_BEGIN_DECLS

#define RCP_TYPE_CROSS_CHECK_GRID (rcp_cross_check_grid_get_type ())

/**
 * RcpCrossCheckGrid:
 *
 * Events × outlets: the head of the columns, the rows, and the scroll bar of the columns. Arrow keys move by cell, Home and
 * End to the first and the last outlet.
 *
 * Signals:
 * - #RcpCrossCheckGrid::cell-activated (gint64 event_id, guint outlet)
 * - #RcpCrossCheckGrid::outlet-activated (guint outlet): the head of a column was clicked
 */
G_DECLARE_FINAL_TYPE (RcpCrossCheckGrid, rcp_cross_check_grid, RCP, CROSS_CHECK_GRID, AdwBin)

void         rcp_cross_check_grid_set_table (RcpCrossCheckGrid *self, RcpCrossTable *table);
void         rcp_cross_check_grid_select    (RcpCrossCheckGrid *self, gint64 event_id, int outlet);
void         rcp_cross_check_grid_scroll_to (RcpCrossCheckGrid *self, gint64 event_id);
RcpCrossRow *rcp_cross_check_grid_find_row  (RcpCrossCheckGrid *self, gint64 event_id);

G_END_DECLS
