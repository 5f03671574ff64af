#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RCP_TYPE_PANE_HANDLE (rcp_pane_handle_get_type ())

/**
 * RcpPaneHandle:
 *
 * The line between two panes, which can be dragged, and moved with the arrow keys.
 *
 * Signals:
 * - #RcpPaneHandle::begin: dragging begins
 * - #RcpPaneHandle::move (int offset_px): so far from where it began
 * - #RcpPaneHandle::end: it stays where it is
 */
G_DECLARE_FINAL_TYPE (RcpPaneHandle, rcp_pane_handle, RCP, PANE_HANDLE, GtkWidget)

GtkWidget *rcp_pane_handle_new             (const char *label);
void       rcp_pane_handle_set_orientation (RcpPaneHandle *self, GtkOrientation orientation);

G_END_DECLS
