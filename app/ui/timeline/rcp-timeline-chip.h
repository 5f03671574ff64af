#pragma once

#include <gtk/gtk.h>

#include "rcp-event.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_CHIP (rcp_timeline_chip_get_type ())

/**
 * RcpTimelineChip:
 *
 * An event on a lane, in a few words; or a group of events, by number. A real widget, so that it can be focused, has a
 * tooltip, and is read aloud. Chips are reused: what one shows changes.
 *
 * Signals:
 * - #RcpTimelineChip::activated (gboolean by_key): clicked, or Enter or Space pressed on it
 */
G_DECLARE_FINAL_TYPE (RcpTimelineChip, rcp_timeline_chip, RCP, TIMELINE_CHIP, GtkWidget)

GtkWidget *rcp_timeline_chip_new          (void);
void       rcp_timeline_chip_set_event    (RcpTimelineChip *self, RcpEvent *event);
void       rcp_timeline_chip_set_group    (RcpTimelineChip *self, guint n, const guint n_family[RCP_N_FAMILIES],
                                           const char *when);
void       rcp_timeline_chip_set_selected (RcpTimelineChip *self, gboolean selected);
void       rcp_timeline_chip_set_faded    (RcpTimelineChip *self, gboolean faded);
void       rcp_timeline_chip_set_flipped  (RcpTimelineChip *self, gboolean flipped);
void       rcp_timeline_chip_set_position (RcpTimelineChip *self, int position, int set_size);
gint64     rcp_timeline_chip_get_event_id (RcpTimelineChip *self);

G_END_DECLS
