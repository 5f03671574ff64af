#pragma once

#include "rcp-time-scale.h"
#include "rcp-timeline-index.h"

G_BEGIN_DECLS

/* Where the marks, chips and groups of one lane go. Follows the placing rules of the interface design: a chip stands
 * with its icon above its mark, in the first row where it has room; one too near the far edge opens to the other side;
 * what has no room becomes a group. x runs with time from the near edge of the visible span, y is left to the caller. */

#define RCP_LANE_MAX_ROWS 4
/* Between two chips of a row. */
#define RCP_LANE_CHIP_GAP 6.0
/* From the edge of a chip to the middle of its icon. */
#define RCP_LANE_CHIP_ICON 14.0
/* Marks closer than this cannot be told apart. */
#define RCP_LANE_CLASH_PX 14.0
/* Marks are gathered into a group no wider than this, so that a dense stretch becomes several groups. */
#define RCP_LANE_GROUP_PX 120.0
/* Chips of groups keep this away from the far edge. */
#define RCP_LANE_EDGE_PX 16.0
/* How far a bar reaches on the side where its date is open. */
#define RCP_LANE_OPEN_PX 84.0

/**
 * RcpLaneMark:
 * @left: where the event can begin
 * @right: where it can end, at least as far as @left
 * @anchor: where its stem stands, between the two
 * @entry: of the index
 * @placement: the placement it belongs to
 * @primary: whether this is the lane that holds its chip
 *
 * One event of a lane on the base line.
 */
typedef struct
{
  double left;
  double right;
  double anchor;
  guint entry;
  guint placement;
  gboolean primary;
} RcpLaneMark;

/**
 * RcpLanePlacementKind:
 * @RCP_LANE_CHIP: a mark with a chip above it
 * @RCP_LANE_GROUP: several marks under a bracket, with one chip that counts them
 * @RCP_LANE_MARK: a mark alone, because there is no room
 * @RCP_LANE_HOLLOW: the mark of an event whose chip is in another lane
 */
typedef enum
{
  RCP_LANE_CHIP,
  RCP_LANE_GROUP,
  RCP_LANE_MARK,
  RCP_LANE_HOLLOW,
} RcpLanePlacementKind;

/**
 * RcpLanePlacement:
 * @kind: what it is
 * @row: row of its chip, 0 the highest
 * @flipped: whether the chip opens towards the near edge
 * @chip_left: near edge of the chip
 * @chip_width: its width
 * @stem: where its stem stands
 * @left: first mark of a group
 * @right: last mark of a group
 * @entry: the event, for a group the first one
 * @n: how many events
 * @n_family: how many of each family
 */
typedef struct
{
  RcpLanePlacementKind kind;
  guint row;
  gboolean flipped;
  double chip_left;
  double chip_width;
  double stem;
  double left;
  double right;
  guint entry;
  guint n;
  guint n_family[RCP_N_FAMILIES];
} RcpLanePlacement;

/**
 * RcpLaneMeasure:
 * @entry: an event
 * @n: 1 for its chip, more for that of a group, which marks from other lanes may still join
 *
 * Returns: how wide that chip wants to be, in pixels.
 */
typedef double (*RcpLaneMeasure) (guint entry, guint n, gpointer user_data);

/**
 * RcpLanePacker:
 *
 * Packs lanes one after the other; keeps its memory between them.
 */
typedef struct _RcpLanePacker RcpLanePacker;

RcpLanePacker *rcp_lane_packer_new            (RcpLaneMeasure measure, gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
void           rcp_lane_packer_free           (RcpLanePacker *self);
guint          rcp_lane_packer_pack           (RcpLanePacker *self, const RcpTimelineIndex *index, guint lane,
                                               const RcpTimeScale *scale, double margin_px, guint selected,
                                               GArray *marks, GArray *placements);
void           rcp_lane_mark_init             (RcpLaneMark *mark, const RcpTimelineEntry *entry,
                                               const RcpTimeScale *scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpLanePacker, rcp_lane_packer_free)

G_END_DECLS
