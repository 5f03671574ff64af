#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_GRIP (rcp_timeline_grip_get_type ())

/* A grip is drawn this large in the middle of a wider target. */
#define RCP_TIMELINE_GRIP_WIDTH 28
#define RCP_TIMELINE_GRIP_HEIGHT 28

/**
 * RcpTimelineGrip:
 *
 * A handle at a day that can be dragged, or moved by key: a day with the arrows, a week with Page up and Page down.
 *
 * Signals:
 * - #RcpTimelineGrip::dragged (double x): dragged to this place, from the left edge of its parent
 * - #RcpTimelineGrip::stepped (int days): moved by key
 */
G_DECLARE_FINAL_TYPE (RcpTimelineGrip, rcp_timeline_grip, RCP, TIMELINE_GRIP, GtkWidget)

GtkWidget *rcp_timeline_grip_new     (const char *label);
void       rcp_timeline_grip_set_day (RcpTimelineGrip *self, gint32 day);

G_END_DECLS
