#pragma once

#include "rcp-timeline-index.h"

G_BEGIN_DECLS

/**
 * RcpOverviewBin:
 * @first_day: its first day
 * @last_day: its last day
 * @x: where it begins
 * @width_px: how wide it is
 * @exact: events that are surely in it
 * @uncertain: events that may be, each counted in every bin it may be in
 *
 * A week, a month or a year of the whole.
 */
typedef struct
{
  gint32 first_day;
  gint32 last_day;
  double x;
  double width_px;
  double exact;
  double uncertain;
} RcpOverviewBin;

/**
 * RcpOverviewStretch:
 * @first_day: left end, in days
 * @last_day: right end
 * @x: the same in pixels
 * @width_px: how wide it is
 * @n_events: events that begin in it
 *
 * A stretch of time without a fold in it; between two of them an empty one is folded.
 */
typedef struct
{
  double first_day;
  double last_day;
  double x;
  double width_px;
  guint n_events;
} RcpOverviewStretch;

/**
 * RcpOverviewMap:
 *
 * The whole of a dossier in the width of a window: how many events when, with long empty stretches folded away.
 */
typedef struct _RcpOverviewMap RcpOverviewMap;

/* How wide a fold is drawn. */
#define RCP_OVERVIEW_FOLD_PX 26.0

RcpOverviewMap *rcp_overview_map_new            (const RcpTimelineIndex *index, double width_px, double pad_px)
  G_GNUC_WARN_UNUSED_RESULT;
void            rcp_overview_map_free           (RcpOverviewMap *self);
const GArray   *rcp_overview_map_get_bins       (const RcpOverviewMap *self);
const GArray   *rcp_overview_map_get_stretches  (const RcpOverviewMap *self);
double          rcp_overview_map_get_highest    (const RcpOverviewMap *self);
double          rcp_overview_map_to_x           (const RcpOverviewMap *self, double day);
double          rcp_overview_map_to_day         (const RcpOverviewMap *self, double x);
gboolean        rcp_overview_map_get_main_span  (const RcpOverviewMap *self, gint32 *first_day, gint32 *last_day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpOverviewMap, rcp_overview_map_free)

G_END_DECLS
