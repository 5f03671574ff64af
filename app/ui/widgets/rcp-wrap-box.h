#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RCP_TYPE_WRAP_BOX (rcp_wrap_box_get_type ())

/**
 * RcpWrapBox:
 *
 * Puts its children beside each other at their natural width and begins a new line where one does not fit, as words in a
 * text do.
 */
G_DECLARE_FINAL_TYPE (RcpWrapBox, rcp_wrap_box, RCP, WRAP_BOX, GtkWidget)

GtkWidget *rcp_wrap_box_new    (int spacing_px);
void       rcp_wrap_box_append (RcpWrapBox *self, GtkWidget *child);
void       rcp_wrap_box_clear  (RcpWrapBox *self);

G_END_DECLS
