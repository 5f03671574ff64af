#pragma once

#include <adwaita.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

#define RCP_TYPE_CROSS_CHECK_VIEW (rcp_cross_check_view_get_type ())

/**
 * RcpCrossCheckView:
 *
 * Which outlet says what: events × outlets, and the sentences behind one cell.
 *
 * Properties:
 * - #RcpCrossCheckView:library: what is shown (nullable)
 * - #RcpCrossCheckView:state: what is chosen
 */
G_DECLARE_FINAL_TYPE (RcpCrossCheckView, rcp_cross_check_view, RCP, CROSS_CHECK_VIEW, AdwBin)

GtkWidget *rcp_cross_check_view_new       (void);
void       rcp_cross_check_view_set_table (RcpCrossCheckView *self, RcpCrossTable *table);

G_END_DECLS
