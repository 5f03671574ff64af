#pragma once

#include <adwaita.h>

#include "rcp-event-detail.h"
#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_INSPECTOR (rcp_inspector_get_type ())

/**
 * RcpInspector:
 *
 * The selected event in full: what, when and how that was read, who, on what the accounts differ, each account, and the
 * user's notes.
 *
 * Compact, it lays the accounts beside each other, for a place that is wide and low.
 */
G_DECLARE_FINAL_TYPE (RcpInspector, rcp_inspector, RCP, INSPECTOR, AdwBin)

GtkWidget *rcp_inspector_new         (RcpLibrary *library, RcpTimelineState *state);
void       rcp_inspector_set_compact (RcpInspector *self, gboolean compact);
void       rcp_inspector_set_detail  (RcpInspector *self, RcpEventDetail *detail);
void       rcp_inspector_step        (RcpInspector *self, int step);
void       rcp_inspector_add_note    (RcpInspector *self);

G_END_DECLS
