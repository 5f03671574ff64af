#pragma once

#include <gtk/gtk.h>

#include "rcp-event.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_NEIGHBOUR (rcp_timeline_neighbour_get_type ())

/* However long its words are, it takes no more than this. */
#define RCP_TIMELINE_NEIGHBOUR_PX 240

/**
 * RcpTimelineNeighbour:
 *
 * What is just out of sight, in a few words at the edge of a lane: “‹ Jul 2012 · The agreement”. Pressed, it shows it.
 */
G_DECLARE_FINAL_TYPE (RcpTimelineNeighbour, rcp_timeline_neighbour, RCP, TIMELINE_NEIGHBOUR, GtkButton)

GtkWidget *rcp_timeline_neighbour_new       (gboolean earlier);
void       rcp_timeline_neighbour_set_event (RcpTimelineNeighbour *self, RcpEvent *event);
int        rcp_timeline_neighbour_get_width (RcpTimelineNeighbour *self);

G_END_DECLS
