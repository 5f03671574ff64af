#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_OUTLET_PAGE (rcp_outlet_page_get_type ())

/**
 * RcpOutletPage:
 *
 * One outlet: what it tells, what it leaves out, what it shares word for word with others, how often it was first, whom it
 * cites. Everything opens the sentence it rests on.
 *
 * Signals:
 * - #RcpOutletPage::back: the table is wanted again
 * - #RcpOutletPage::event-activated (gint64 event_id): so is that event in it
 */
G_DECLARE_FINAL_TYPE (RcpOutletPage, rcp_outlet_page, RCP, OUTLET_PAGE, AdwBin)

void rcp_outlet_page_show (RcpOutletPage *self, RcpLibrary *library, RcpTimelineState *state, RcpOutlet *outlet);

G_END_DECLS
