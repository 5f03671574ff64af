#pragma once

#include "rcp-lane-packer.h"

G_BEGIN_DECLS

/**
 * RcpLayoutMetrics:
 * @above_px: from the top of a lane to its first row of chips
 * @row_px: from one row of chips to the next
 * @chip_px: how high a chip is
 * @base_px: from below the last row to the base line
 * @below_px: from the base line to the end of the lane
 *
 * Heights, all of which follow the size of text.
 */
typedef struct
{
  double above_px;
  double row_px;
  double chip_px;
  double base_px;
  double below_px;
} RcpLayoutMetrics;

/**
 * RcpLaneLayout:
 * @marks: (element-type RcpLaneMark): its marks
 * @placements: (element-type RcpLanePlacement): its chips, groups and single marks
 * @n_rows: rows of chips, at least 1
 * @y: its top
 * @base_y: its base line
 * @height: down to the next lane; 0 for a lane that is not shown
 */
typedef struct
{
  GArray *marks;
  GArray *placements;
  guint n_rows;
  double y;
  double base_y;
  double height;
} RcpLaneLayout;

/**
 * RcpLayoutJoin:
 * @entry: an event that several lanes share
 * @x: where
 * @from_lane: the lane of its chip
 * @to_lane: the last lane with a hollow mark of it
 */
typedef struct
{
  guint entry;
  double x;
  guint from_lane;
  guint to_lane;
} RcpLayoutJoin;

/**
 * RcpTimelineLayout:
 *
 * Where everything of all lanes goes, for one span and some way beyond it.
 */
typedef struct _RcpTimelineLayout RcpTimelineLayout;

RcpTimelineLayout   *rcp_timeline_layout_new         (RcpLaneMeasure measure, gpointer user_data)
  G_GNUC_WARN_UNUSED_RESULT;
void                 rcp_timeline_layout_free        (RcpTimelineLayout *self);
void                 rcp_timeline_layout_update      (RcpTimelineLayout *self, const RcpTimelineIndex *index,
                                                      const RcpTimeScale *scale, double margin_px, guint selected,
                                                      const RcpLayoutMetrics *metrics);
guint                rcp_timeline_layout_get_n_lanes (const RcpTimelineLayout *self);
const RcpLaneLayout *rcp_timeline_layout_get_lane    (const RcpTimelineLayout *self, guint lane);
const GArray        *rcp_timeline_layout_get_joins   (const RcpTimelineLayout *self);
const RcpTimeScale  *rcp_timeline_layout_get_scale   (const RcpTimelineLayout *self);
double               rcp_timeline_layout_get_height  (const RcpTimelineLayout *self);
double               rcp_timeline_layout_get_chip_y  (const RcpTimelineLayout *self, guint lane,
                                                      const RcpLanePlacement *placement);
gboolean             rcp_timeline_layout_shows_chip  (const RcpTimelineLayout *self, guint entry);
int                  rcp_timeline_layout_find_row    (const RcpTimelineLayout *self, guint lane, double left, double right);
guint                rcp_timeline_layout_find_mark   (const RcpTimelineLayout *self, const RcpTimelineIndex *index, double x,
                                                      double y, double reach_px);
GArray              *rcp_timeline_layout_list_group  (const RcpTimelineLayout *self, guint lane, guint placement)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean             rcp_timeline_layout_is_cut      (const RcpTimelineLayout *self, double shift_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpTimelineLayout, rcp_timeline_layout_free)

G_END_DECLS
