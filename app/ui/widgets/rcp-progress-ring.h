#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RCP_TYPE_PROGRESS_RING (rcp_progress_ring_get_type ())

/**
 * RcpProgressRing:
 *
 * An icon with a ring around it that shows how much is done.
 *
 * Properties:
 * - #RcpProgressRing:fraction (double): 0 to 1; below 0 there is no ring
 * - #RcpProgressRing:done (boolean): a whole green ring with a check
 */
G_DECLARE_FINAL_TYPE (RcpProgressRing, rcp_progress_ring, RCP, PROGRESS_RING, GtkWidget)

GtkWidget *rcp_progress_ring_new          (void);
void       rcp_progress_ring_set_fraction (RcpProgressRing *self, double fraction);
void       rcp_progress_ring_set_done     (RcpProgressRing *self, gboolean done);

G_END_DECLS
