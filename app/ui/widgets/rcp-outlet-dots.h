#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RCP_TYPE_OUTLET_DOTS (rcp_outlet_dots_get_type ())

/**
 * RcpOutletDots:
 *
 * One dot for each outlet that tells an event: filled for own words, hollow for the same wording as an earlier one.
 * Beyond eight outlets a number stands after the dots. Takes the colour of the text around it.
 */
G_DECLARE_FINAL_TYPE (RcpOutletDots, rcp_outlet_dots, RCP, OUTLET_DOTS, GtkWidget)

GtkWidget *rcp_outlet_dots_new (guint n_outlets, guint n_independent);
void       rcp_outlet_dots_set (RcpOutletDots *self, guint n_outlets, guint n_independent);

G_END_DECLS
