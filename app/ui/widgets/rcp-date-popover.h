#pragma once

#include <gtk/gtk.h>

#include "rcp-edtf.h"
#include "rcp-publication-clue.h"

G_BEGIN_DECLS

#define RCP_TYPE_DATE_POPOVER (rcp_date_popover_get_type ())

/**
 * RcpDatePopover:
 *
 * Asks for a date, as EDTF or as a plain day, and says how it reads what is typed, why the present one is believed, and what
 * would move with it.
 *
 * Signals:
 * - #RcpDatePopover::typed (RcpEdtf *date): another date is in the entry; NULL for none or the one it began with. What it would
 *   move is then asked for: rcp_date_popover_set_moves()
 * - #RcpDatePopover::set (RcpEdtf *date): the user fixed the date; NULL gives the engine's date back
 */
G_DECLARE_FINAL_TYPE (RcpDatePopover, rcp_date_popover, RCP, DATE_POPOVER, GtkPopover)

GtkWidget *rcp_date_popover_new      (void);
void       rcp_date_popover_set_date (RcpDatePopover *self, RcpEdtf *date, gboolean by_user);
void       rcp_date_popover_set_reasons (RcpDatePopover *self, const GPtrArray *clues, const RcpEdtf *published,
                                       gint32 best_day);
void       rcp_date_popover_set_moves   (RcpDatePopover *self, const char *summary, const char *const *moves);
RcpEdtf   *rcp_date_popover_read     (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
