#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rcp_popover_box_set (GtkPopover *popover, GtkWidget *box, int width_px);

G_END_DECLS
