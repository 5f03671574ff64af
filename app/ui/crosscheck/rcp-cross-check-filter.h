#pragma once

#include <adwaita.h>

#include "rcp-cross-table.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_CROSS_CHECK_FILTER (rcp_cross_check_filter_get_type ())

/**
 * RcpCrossCheckFilter:
 *
 * The button that says what of the cross-check is shown: families, events on which outlets differ, events of a single outlet,
 * chosen outlets. The families are those of the timeline too.
 *
 * Signals:
 * - #RcpCrossCheckFilter::changed: another part is to be shown
 */
G_DECLARE_FINAL_TYPE (RcpCrossCheckFilter, rcp_cross_check_filter, RCP, CROSS_CHECK_FILTER, AdwBin)

void rcp_cross_check_filter_set_state   (RcpCrossCheckFilter *self, RcpTimelineState *state);
void rcp_cross_check_filter_set_outlets (RcpCrossCheckFilter *self, GListModel *outlets);
void rcp_cross_check_filter_apply       (RcpCrossCheckFilter *self, RcpCrossSelection *selection);
void rcp_cross_check_filter_clear       (RcpCrossCheckFilter *self);

G_END_DECLS
