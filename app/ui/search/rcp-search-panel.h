#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_SEARCH_PANEL (rcp_search_panel_get_type ())

/**
 * RcpSearchPanel:
 *
 * A search bar, and a list of what was found, which whoever has the bar puts over what lies below it: actors, events,
 * articles and notes. While something is searched for, events that were not found fade on the timeline.
 *
 * Properties:
 * - #RcpSearchPanel:search-mode (boolean): whether it is open
 */
G_DECLARE_FINAL_TYPE (RcpSearchPanel, rcp_search_panel, RCP, SEARCH_PANEL, AdwBin)

GtkWidget *rcp_search_panel_get_results     (RcpSearchPanel *self);
void       rcp_search_panel_set_library     (RcpSearchPanel *self, RcpLibrary *library, RcpTimelineState *state);
gboolean   rcp_search_panel_get_search_mode (RcpSearchPanel *self);
void       rcp_search_panel_set_search_mode (RcpSearchPanel *self, gboolean search_mode);
void       rcp_search_panel_open            (RcpSearchPanel *self);

G_END_DECLS
