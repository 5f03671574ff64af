#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RCP_TYPE_SPARKLINE (rcp_sparkline_get_type ())

/**
 * RcpSparkline:
 *
 * 44×16 px of bars, one for each count; a zero is a low dash.
 */
G_DECLARE_FINAL_TYPE (RcpSparkline, rcp_sparkline, RCP, SPARKLINE, GtkWidget)

GtkWidget *rcp_sparkline_new        (void);
void       rcp_sparkline_set_counts (RcpSparkline *self, GBytes *counts);

G_END_DECLS
