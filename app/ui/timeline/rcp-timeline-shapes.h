#pragma once

#include <gtk/gtk.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_SHAPES (rcp_timeline_shapes_get_type ())

/**
 * RcpTimelineShapes:
 *
 * A few small family shapes in a row: what a group of events is made of.
 */
G_DECLARE_FINAL_TYPE (RcpTimelineShapes, rcp_timeline_shapes, RCP, TIMELINE_SHAPES, GtkWidget)

GtkWidget *rcp_timeline_shapes_new (void);
void       rcp_timeline_shapes_set (RcpTimelineShapes *self, const guint n_family[RCP_N_FAMILIES]);

G_END_DECLS
