#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_CROSS_CHECK_PANEL (rcp_cross_check_panel_get_type ())

/**
 * RcpCrossCheckPanel:
 *
 * What stands behind one cell: the outlet's own sentence first, then those with the same wording, then the account with
 * the most precise date. Folded away while no cell is chosen.
 */
G_DECLARE_FINAL_TYPE (RcpCrossCheckPanel, rcp_cross_check_panel, RCP, CROSS_CHECK_PANEL, AdwBin)

void rcp_cross_check_panel_clear (RcpCrossCheckPanel *self);
void rcp_cross_check_panel_show  (RcpCrossCheckPanel *self, RcpLibrary *library, RcpTimelineState *state,
                                  RcpCrossTable *table, RcpCrossRow *row, guint outlet);

G_END_DECLS
