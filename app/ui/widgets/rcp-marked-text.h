#pragma once

#include <gtk/gtk.h>

#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_MARKED_TEXT (rcp_marked_text_get_type ())

/**
 * RcpMarkedText:
 *
 * Wrapped text in which some stretches stand on the tint of shared wording, with a dotted line below them.
 */
G_DECLARE_FINAL_TYPE (RcpMarkedText, rcp_marked_text, RCP, MARKED_TEXT, GtkWidget)

GtkWidget *rcp_marked_text_new        (void);
void       rcp_marked_text_set        (RcpMarkedText *self, const char *text, const RcpRange *marks, guint n_marks);
void       rcp_marked_text_set_lines  (RcpMarkedText *self, int n_lines);
void       rcp_marked_text_set_active (RcpMarkedText *self, gboolean active);

G_END_DECLS
