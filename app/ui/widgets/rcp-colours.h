#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is drawn by hand takes its colours from the style sheet: the names of css/base.css. */

void rcp_colours_get_text (GtkWidget *widget, GdkRGBA *colour);
void rcp_colours_look_up  (GtkWidget *widget, const char *name, GdkRGBA *colour);

G_END_DECLS
