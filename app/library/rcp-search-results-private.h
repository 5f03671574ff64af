#pragma once

#include "rcp-search-results.h"

G_BEGIN_DECLS

#define RCP_SEARCH_N_KINDS 4

RcpSearchHit     *rcp_search_hit_new     (RcpSearchHitKind kind, gint64 id, const char *title_markup,
                                          const char *detail_markup) G_GNUC_WARN_UNUSED_RESULT;
RcpSearchResults *rcp_search_results_new (void) G_GNUC_WARN_UNUSED_RESULT;
void              rcp_search_results_take (RcpSearchResults *self, RcpSearchHit *hit);

G_END_DECLS
