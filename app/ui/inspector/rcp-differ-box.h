#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_DIFFER_BOX (rcp_differ_box_get_type ())

/**
 * RcpDifferBox:
 *
 * On what the accounts of an event differ: by point, one line for each value. Each point can be marked as settled. Hidden
 * while there is no point.
 */
G_DECLARE_FINAL_TYPE (RcpDifferBox, rcp_differ_box, RCP, DIFFER_BOX, GtkWidget)

GtkWidget *rcp_differ_box_new (RcpLibrary *library, RcpTimelineState *state);
void       rcp_differ_box_set (RcpDifferBox *self, GListModel *discrepancies);

G_END_DECLS
