#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  RCP_SEARCH_HIT_ACTOR,
  RCP_SEARCH_HIT_EVENT,
  RCP_SEARCH_HIT_ARTICLE,
  RCP_SEARCH_HIT_NOTE,
} RcpSearchHitKind;

#define RCP_TYPE_SEARCH_HIT (rcp_search_hit_get_type ())

/**
 * RcpSearchHit:
 *
 * One thing a search found. Immutable.
 *
 * Properties:
 * - #RcpSearchHit:kind: actor, event, article or note
 * - #RcpSearchHit:id: its row
 * - #RcpSearchHit:title-markup: its name as Pango markup, the matched words bold
 * - #RcpSearchHit:detail-markup: a line about it, likewise (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpSearchHit, rcp_search_hit, RCP, SEARCH_HIT, GObject)

RcpSearchHitKind rcp_search_hit_get_kind          (RcpSearchHit *self);
gint64           rcp_search_hit_get_id            (RcpSearchHit *self);
const char      *rcp_search_hit_get_title_markup  (RcpSearchHit *self);
const char      *rcp_search_hit_get_detail_markup (RcpSearchHit *self);

#define RCP_TYPE_SEARCH_RESULTS (rcp_search_results_get_type ())

/**
 * RcpSearchResults:
 *
 * What a search found, at most 50 of a kind. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpSearchResults, rcp_search_results, RCP, SEARCH_RESULTS, GObject)

GListModel *rcp_search_results_get_hits      (RcpSearchResults *self, RcpSearchHitKind kind); /* of RcpSearchHit */
guint       rcp_search_results_count         (RcpSearchResults *self);
gboolean    rcp_search_results_has_event     (RcpSearchResults *self, gint64 event_id);

G_END_DECLS
