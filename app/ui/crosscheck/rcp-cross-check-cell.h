#pragma once

#include <gtk/gtk.h>

#include "rcp-cross-table.h"

G_BEGIN_DECLS

#define RCP_TYPE_CROSS_CHECK_CELL (rcp_cross_check_cell_get_type ())

/**
 * RcpCrossCheckCell:
 *
 * What one outlet says of one event, as a sign and, where it gives another value, that value.
 *
 * Signals:
 * - #RcpCrossCheckCell::activate: it was clicked, or Enter was pressed on it
 */
G_DECLARE_FINAL_TYPE (RcpCrossCheckCell, rcp_cross_check_cell, RCP, CROSS_CHECK_CELL, GtkWidget)

GtkWidget  *rcp_cross_check_cell_new          (void);
void        rcp_cross_check_cell_set          (RcpCrossCheckCell *self, const RcpCrossCell *cell, const char *outlet,
                                               const char *event_title, gboolean is_first);
void        rcp_cross_check_cell_set_selected (RcpCrossCheckCell *self, gboolean selected);
const char *rcp_cell_state_get_icon_name      (RcpCellState state);
const char *rcp_cell_state_get_label          (RcpCellState state);

G_END_DECLS
