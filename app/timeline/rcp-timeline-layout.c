#include "config.h"

#include "rcp-timeline-layout.h"

#include <math.h>

struct _RcpTimelineLayout
{
  RcpLanePacker *packer;
  GPtrArray *lanes; /* of RcpLaneLayout; may be longer than @n_lanes */
  guint n_lanes;
  GArray *joins;
  GHashTable *chips; /* entry + 1 to lane + 1 */
  RcpTimeScale scale;
  RcpLayoutMetrics metrics;
  double height;
};

static void
lane_free (gpointer data)
{
  RcpLaneLayout *lane = data;

  g_array_unref (lane->marks);
  g_array_unref (lane->placements);
  g_free (lane);
}

/**
 * rcp_timeline_layout_new:
 * @measure: how wide chips are
 * @user_data: for @measure
 *
 * Returns: (transfer full): a layout of nothing.
 */
RcpTimelineLayout *
rcp_timeline_layout_new (RcpLaneMeasure measure, gpointer user_data)
{
  RcpTimelineLayout *self = g_new0 (RcpTimelineLayout, 1);

  self->packer = rcp_lane_packer_new (measure, user_data);
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->joins = g_array_new (FALSE, FALSE, sizeof (RcpLayoutJoin));
  self->chips = g_hash_table_new (NULL, NULL);
  rcp_time_scale_init (&self->scale, 0, 1, 1);
  return self;
}

/**
 * rcp_timeline_layout_free:
 */
void
rcp_timeline_layout_free (RcpTimelineLayout *self)
{
  rcp_lane_packer_free (self->packer);
  g_ptr_array_unref (self->lanes);
  g_array_unref (self->joins);
  g_hash_table_unref (self->chips);
  g_free (self);
}

/* One line for each event with a chip, down to the last lane that has a hollow mark of it. Where it is counted in a
 * group no mark of its own is there to join. */
static void
find_joins (RcpTimelineLayout *self)
{
  g_array_set_size (self->joins, 0);
  for (guint l = self->n_lanes; l > 0; l--)
    {
      const RcpLaneLayout *lane = g_ptr_array_index (self->lanes, l - 1);

      for (guint i = 0; i < lane->placements->len; i++)
        {
          const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);
          guint from;

          if (p->kind != RCP_LANE_HOLLOW)
            continue;
          from = GPOINTER_TO_UINT (g_hash_table_lookup (self->chips, GUINT_TO_POINTER (p->entry + 1)));
          if (from != 0)
            {
              RcpLayoutJoin join = { p->entry, p->stem, from - 1, l - 1 };

              g_array_append_val (self->joins, join);
              /* From the last lane upwards, so the first one met is the farthest. */
              g_hash_table_remove (self->chips, GUINT_TO_POINTER (p->entry + 1));
            }
        }
    }
  for (guint i = 0; i < self->joins->len; i++)
    {
      const RcpLayoutJoin *join = &g_array_index (self->joins, RcpLayoutJoin, i);

      g_hash_table_insert (self->chips, GUINT_TO_POINTER (join->entry + 1), GUINT_TO_POINTER (join->from_lane + 1));
    }
}

/**
 * rcp_timeline_layout_update:
 * @index: the events
 * @scale: what is visible
 * @margin_px: how far beyond both edges to go on
 * @selected: the entry that is selected, or %RCP_TIMELINE_NONE
 * @metrics: heights
 *
 * Lays everything out anew.
 */
void
rcp_timeline_layout_update (RcpTimelineLayout *self, const RcpTimelineIndex *index, const RcpTimeScale *scale,
                            double margin_px, guint selected, const RcpLayoutMetrics *metrics)
{
  double y = 0;

  g_return_if_fail (self != NULL && index != NULL);

  self->scale = *scale;
  self->metrics = *metrics;
  self->n_lanes = rcp_timeline_index_get_n_lanes (index);
  g_hash_table_remove_all (self->chips);
  while (self->lanes->len < self->n_lanes)
    {
      RcpLaneLayout *lane = g_new0 (RcpLaneLayout, 1);

      lane->marks = g_array_new (FALSE, FALSE, sizeof (RcpLaneMark));
      lane->placements = g_array_new (FALSE, FALSE, sizeof (RcpLanePlacement));
      g_ptr_array_add (self->lanes, lane);
    }
  for (guint l = 0; l < self->n_lanes; l++)
    {
      RcpLaneLayout *lane = g_ptr_array_index (self->lanes, l);

      lane->n_rows = rcp_lane_packer_pack (self->packer, index, l, scale, margin_px, selected, lane->marks,
                                           lane->placements);
      lane->n_rows = MAX (lane->n_rows, 1);
      lane->y = y;
      if (l + 1 == self->n_lanes && l > 0 && rcp_timeline_index_has_others (index) && lane->placements->len == 0)
        {
          /* What belongs to no pinned actor takes no room while there is none of it. */
          lane->base_y = y;
          lane->height = 0;
          continue;
        }
      lane->base_y = y + metrics->above_px + lane->n_rows * metrics->row_px + metrics->base_px;
      lane->height = lane->base_y + metrics->below_px - y;
      y += lane->height;
      for (guint i = 0; i < lane->placements->len; i++)
        {
          const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);

          if (p->kind == RCP_LANE_CHIP)
            g_hash_table_insert (self->chips, GUINT_TO_POINTER (p->entry + 1), GUINT_TO_POINTER (l + 1));
        }
    }
  self->height = y;
  find_joins (self);
}

/**
 * rcp_timeline_layout_get_n_lanes:
 *
 * Returns: how many lanes there are.
 */
guint
rcp_timeline_layout_get_n_lanes (const RcpTimelineLayout *self)
{
  return self->n_lanes;
}

/**
 * rcp_timeline_layout_get_lane:
 *
 * Returns: (transfer none): a lane, until the next update.
 */
const RcpLaneLayout *
rcp_timeline_layout_get_lane (const RcpTimelineLayout *self, guint lane)
{
  g_return_val_if_fail (lane < self->n_lanes, NULL);

  return g_ptr_array_index (self->lanes, lane);
}

/**
 * rcp_timeline_layout_get_joins:
 *
 * Returns: (transfer none) (element-type RcpLayoutJoin): the lines between lanes.
 */
const GArray *
rcp_timeline_layout_get_joins (const RcpTimelineLayout *self)
{
  return self->joins;
}

/**
 * rcp_timeline_layout_get_scale:
 *
 * Returns: (transfer none): the scale that it was made for.
 */
const RcpTimeScale *
rcp_timeline_layout_get_scale (const RcpTimelineLayout *self)
{
  return &self->scale;
}

/**
 * rcp_timeline_layout_get_height:
 *
 * Returns: how high all lanes are together.
 */
double
rcp_timeline_layout_get_height (const RcpTimelineLayout *self)
{
  return self->height;
}

/**
 * rcp_timeline_layout_get_chip_y:
 *
 * Returns: the top of a chip.
 */
double
rcp_timeline_layout_get_chip_y (const RcpTimelineLayout *self, guint lane, const RcpLanePlacement *placement)
{
  return rcp_timeline_layout_get_lane (self, lane)->y + self->metrics.above_px + placement->row * self->metrics.row_px;
}

/**
 * rcp_timeline_layout_shows_chip:
 *
 * Returns: whether the event has a chip of its own.
 */
gboolean
rcp_timeline_layout_shows_chip (const RcpTimelineLayout *self, guint entry)
{
  return g_hash_table_contains (self->chips, GUINT_TO_POINTER (entry + 1));
}

/**
 * rcp_timeline_layout_is_cut:
 * @shift_px: how far everything has been moved since it was laid out
 *
 * Returns: whether a chip whose mark can be seen is cut by an edge, so that it is worth laying out anew.
 */
gboolean
rcp_timeline_layout_is_cut (const RcpTimelineLayout *self, double shift_px)
{
  for (guint l = 0; l < self->n_lanes; l++)
    {
      const RcpLaneLayout *lane = g_ptr_array_index (self->lanes, l);

      for (guint i = 0; i < lane->placements->len; i++)
        {
          const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);
          double stem = p->stem + shift_px, left = p->chip_left + shift_px;

          if (p->kind != RCP_LANE_CHIP && p->kind != RCP_LANE_GROUP)
            continue;
          if (stem < 0 || stem > self->scale.width_px)
            continue;
          if (left < 0 || left + p->chip_width > self->scale.width_px || p->flipped)
            return TRUE;
        }
    }
  return FALSE;
}

/**
 * rcp_timeline_layout_find_row:
 * @left: near edge of what should be shown
 * @right: far edge of it
 *
 * Returns: the first row of the lane in which neither a chip nor a stem stands between the two; -1 if there is none.
 */
int
rcp_timeline_layout_find_row (const RcpTimelineLayout *self, guint lane, double left, double right)
{
  const RcpLaneLayout *l = rcp_timeline_layout_get_lane (self, lane);

  for (guint row = 0; row < l->n_rows; row++)
    {
      gboolean free = TRUE;

      for (guint i = 0; i < l->placements->len && free; i++)
        {
          const RcpLanePlacement *p = &g_array_index (l->placements, RcpLanePlacement, i);

          if (p->kind != RCP_LANE_CHIP && p->kind != RCP_LANE_GROUP)
            continue;
          if (p->row == row)
            free = p->chip_left + p->chip_width < left - 4 || p->chip_left > right + 4;
          else if (p->row < row)
            free = p->stem < left || p->stem > right;
        }
      if (free)
        return (int) row;
    }
  return -1;
}

/**
 * rcp_timeline_layout_find_mark:
 * @index: the events it was made of
 * @x: from the near edge
 * @y: from the top
 * @reach_px: how near is near enough
 *
 * Returns: the entry whose mark or bar is there, or %RCP_TIMELINE_NONE.
 */
guint
rcp_timeline_layout_find_mark (const RcpTimelineLayout *self, const RcpTimelineIndex *index, double x, double y,
                               double reach_px)
{
  double best = reach_px;
  guint found = RCP_TIMELINE_NONE;

  for (guint l = 0; l < self->n_lanes; l++)
    {
      const RcpLaneLayout *lane = g_ptr_array_index (self->lanes, l);

      if (lane->height <= 0 || fabs (lane->base_y - y) > reach_px)
        continue;
      for (guint i = 0; i < lane->placements->len; i++)
        {
          const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);
          double distance = fabs (p->stem - x);
          RcpLaneMark mark;

          if (p->kind == RCP_LANE_GROUP)
            continue;
          rcp_lane_mark_init (&mark, rcp_timeline_index_get (index, p->entry), &self->scale);
          /* A bar is hit anywhere along it, but a mark on it comes first. */
          if (mark.right > mark.left && x >= mark.left && x <= mark.right)
            distance = MIN (distance, reach_px - 1);
          if (distance < best)
            {
              best = distance;
              found = p->entry;
            }
        }
    }
  return found;
}

/**
 * rcp_timeline_layout_list_group:
 * @lane: a lane
 * @placement: a group in it
 *
 * Returns: (transfer full) (element-type guint): the entries of the events that the group stands for.
 */
GArray *
rcp_timeline_layout_list_group (const RcpTimelineLayout *self, guint lane, guint placement)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint));
  const RcpLaneLayout *layout;

  if (lane >= self->n_lanes)
    return entries;
  layout = rcp_timeline_layout_get_lane (self, lane);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const RcpLaneMark *mark = &g_array_index (layout->marks, RcpLaneMark, i);

      if (mark->placement == placement)
        g_array_append_val (entries, mark->entry);
    }
  return entries;
}
