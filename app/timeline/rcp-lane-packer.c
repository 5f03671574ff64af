#include "config.h"

#include "rcp-lane-packer.h"

#include <math.h>

/* A bar is never drawn narrower than this: it could not fade. */
#define MIN_BAR_PX 8.0
/* Events of one day stand side by side once each has this much of it. */
#define SLOT_PX 16.0
/* Chips and hollow marks keep this from the near edge. */
#define NEAR_EDGE_PX 4.0
/* After as many attempts at making room, what still has none stays a mark. */
#define MAX_PASSES 40
#define MAX_GROUP_PX (4 * RCP_LANE_GROUP_PX)
/* Hollow marks of one family closer than this are drawn once. */
#define SAME_HOLLOW_PX 3.0

/* Primary marks that stand together, on their way to become a placement. */
typedef struct
{
  guint first; /* of the sorted primary marks */
  guint n;
  double left;
  double right;
  double width; /* of the chip; below 0 while not measured */
  gboolean selected;
  gboolean placed;
  RcpLanePlacement placement;
} Cluster;

typedef struct
{
  double left;
  double right;
} Taken;

struct _RcpLanePacker
{
  RcpLaneMeasure measure;
  gpointer user_data;
  GArray *entries;  /* of guint */
  GArray *found;    /* of RcpLaneMark, in the order of the index */
  GArray *buckets;  /* of guint */
  GArray *clusters; /* of Cluster */
  GArray *rows[RCP_LANE_MAX_ROWS]; /* of Taken */
};

/**
 * rcp_lane_packer_new:
 * @measure: how wide chips are
 * @user_data: for @measure
 *
 * Returns: (transfer full): a packer.
 */
RcpLanePacker *
rcp_lane_packer_new (RcpLaneMeasure measure, gpointer user_data)
{
  RcpLanePacker *self = g_new0 (RcpLanePacker, 1);

  self->measure = measure;
  self->user_data = user_data;
  self->entries = g_array_new (FALSE, FALSE, sizeof (guint));
  self->found = g_array_new (FALSE, FALSE, sizeof (RcpLaneMark));
  self->buckets = g_array_new (FALSE, TRUE, sizeof (guint));
  self->clusters = g_array_new (FALSE, TRUE, sizeof (Cluster));
  for (guint i = 0; i < RCP_LANE_MAX_ROWS; i++)
    self->rows[i] = g_array_new (FALSE, FALSE, sizeof (Taken));
  return self;
}

/**
 * rcp_lane_packer_free:
 */
void
rcp_lane_packer_free (RcpLanePacker *self)
{
  g_array_unref (self->entries);
  g_array_unref (self->found);
  g_array_unref (self->buckets);
  g_array_unref (self->clusters);
  for (guint i = 0; i < RCP_LANE_MAX_ROWS; i++)
    g_array_unref (self->rows[i]);
  g_free (self);
}

/**
 * rcp_lane_mark_init:
 * @mark: (out): the mark
 * @entry: an event
 * @scale: what is visible
 *
 * Says where on the base line the event is. The stem of an exact day stands in its middle, or in the event's own part
 * of a day that several share; that of an interval near the beginning of what is visible of its bar.
 */
void
rcp_lane_mark_init (RcpLaneMark *mark, const RcpTimelineEntry *entry, const RcpTimeScale *scale)
{
  double left = rcp_time_scale_to_x (scale, entry->first_day), right, from, to;

  mark->primary = FALSE;
  mark->placement = RCP_TIMELINE_NONE;
  if (entry->flags & RCP_TIMELINE_EXACT)
    {
      double part = 0.5;

      if (entry->n_slots > 1 && scale->px_per_day >= SLOT_PX * entry->n_slots)
        part = (entry->slot + 0.5) / entry->n_slots;
      mark->left = mark->right = mark->anchor = left + part * scale->px_per_day;
      return;
    }
  right = rcp_time_scale_to_x (scale, entry->last_day + 1.0);
  if (entry->flags & RCP_TIMELINE_OPEN_START)
    left = right - RCP_LANE_OPEN_PX;
  else if (entry->flags & RCP_TIMELINE_OPEN_END)
    right = left + RCP_LANE_OPEN_PX;
  if (right - left < MIN_BAR_PX)
    {
      double middle = (left + right) / 2;

      left = middle - MIN_BAR_PX / 2;
      right = middle + MIN_BAR_PX / 2;
    }
  from = left;
  to = right;
  if (right > 0 && left < scale->width_px)
    {
      from = MAX (left, 0);
      to = MIN (right, scale->width_px);
    }
  mark->left = left;
  mark->right = right;
  mark->anchor = to - from >= 2 * RCP_LANE_CHIP_ICON ? from + RCP_LANE_CHIP_ICON : (from + to) / 2;
}

/* Sorts the marks found by where they stand, primary ones before the others. Marks come almost in order and there may
 * be very many: they are counted into quarters of a pixel, which takes one pass. */
static guint
sort_marks (RcpLanePacker *self, double margin_px, double width_px, GArray *marks)
{
  const RcpLaneMark *found = (const RcpLaneMark *) (const void *) self->found->data;
  guint n = self->found->len, n_primary = 0, at = 0;
  guint n_buckets = (guint) (4 * (width_px + 2 * margin_px)) + 2;
  guint *buckets;

  g_array_set_size (self->buckets, 0);
  g_array_set_size (self->buckets, 2 * n_buckets);
  g_array_set_size (marks, n);
  buckets = (guint *) (void *) self->buckets->data;
#define BUCKET(m)                                                                                                      \
  (((m)->primary ? 0 : n_buckets) + (guint) CLAMP (4 * ((m)->anchor + margin_px), 0.0, (double) n_buckets - 1))
  for (guint i = 0; i < n; i++)
    {
      buckets[BUCKET (&found[i])]++;
      n_primary += found[i].primary ? 1 : 0;
    }
  for (guint i = 0; i < 2 * n_buckets; i++)
    {
      guint count = buckets[i];

      buckets[i] = at;
      at += count;
    }
  for (guint i = 0; i < n; i++)
    g_array_index (marks, RcpLaneMark, buckets[BUCKET (&found[i])]++) = found[i];
#undef BUCKET
  return n_primary;
}

static void
gather_clusters (RcpLanePacker *self, const GArray *marks, guint n_primary, guint selected)
{
  Cluster *last = NULL;

  g_array_set_size (self->clusters, 0);
  for (guint i = 0; i < n_primary; i++)
    {
      const RcpLaneMark *mark = &g_array_index (marks, RcpLaneMark, i);
      gboolean is_selected = mark->entry == selected;

      if (last != NULL && !is_selected && !last->selected && mark->anchor - last->right < RCP_LANE_CLASH_PX
          && mark->anchor - last->left <= RCP_LANE_GROUP_PX)
        {
          last->n++;
          last->right = MAX (last->right, mark->anchor);
          continue;
        }
      g_array_set_size (self->clusters, self->clusters->len + 1);
      last = &g_array_index (self->clusters, Cluster, self->clusters->len - 1);
      *last = (Cluster) { .first = i, .n = 1, .left = mark->anchor, .right = mark->anchor, .width = -1, .selected = is_selected };
    }
}

/* Where the chip would be, whatever the row. */
static void
shape_chip (RcpLanePacker *self, Cluster *cluster, const GArray *marks, const RcpTimeScale *scale)
{
  const RcpLaneMark *mark = &g_array_index (marks, RcpLaneMark, cluster->first);
  RcpLanePlacement *p = &cluster->placement;
  double far_edge = scale->width_px - (cluster->n > 1 ? RCP_LANE_EDGE_PX : NEAR_EDGE_PX + 2);
  gboolean visible;

  if (cluster->width < 0)
    cluster->width = self->measure (mark->entry, cluster->n, self->user_data);
  *p = (RcpLanePlacement) {
    .kind = cluster->n > 1 ? RCP_LANE_GROUP : RCP_LANE_CHIP,
    .entry = mark->entry,
    .n = cluster->n,
    .left = cluster->left,
    .right = cluster->right,
    .chip_width = cluster->width,
    .stem = (cluster->left + cluster->right) / 2,
  };
  visible = p->stem >= 0 && p->stem <= scale->width_px;
  if (p->kind == RCP_LANE_GROUP)
    p->chip_left = p->stem - p->chip_width / 2;
  else
    {
      double room_after = far_edge - (p->stem - RCP_LANE_CHIP_ICON);
      double room_before = p->stem + RCP_LANE_CHIP_ICON - NEAR_EDGE_PX;

      p->flipped = visible && p->chip_width > room_after && room_before > room_after;
      p->chip_left = p->flipped ? p->stem + RCP_LANE_CHIP_ICON - p->chip_width : p->stem - RCP_LANE_CHIP_ICON;
    }
  if (visible)
    {
      /* The chip gives way at the edges, but never so far that its stem would miss it. */
      if (!p->flipped)
        p->chip_left = MIN (p->chip_left, MAX (far_edge - p->chip_width, p->stem - p->chip_width + NEAR_EDGE_PX));
      p->chip_left = MAX (p->chip_left, MIN (NEAR_EDGE_PX, p->stem));
      p->chip_left = CLAMP (p->chip_left, p->stem - p->chip_width, p->stem);
    }
}

static gboolean
place (RcpLanePacker *self, Cluster *cluster)
{
  RcpLanePlacement *p = &cluster->placement;
  Taken taken = { p->chip_left, p->chip_left + p->chip_width };

  for (guint r = 0; r < RCP_LANE_MAX_ROWS; r++)
    {
      GArray *row = self->rows[r];
      gboolean free = TRUE;

      for (guint i = row->len; i > 0 && free; i--)
        {
          const Taken *other = &g_array_index (row, Taken, i - 1);

          free = taken.left >= other->right + RCP_LANE_CHIP_GAP || taken.right <= other->left - RCP_LANE_CHIP_GAP;
        }
      if (free)
        {
          g_array_append_val (row, taken);
          p->row = r;
          cluster->placed = TRUE;
          return TRUE;
        }
    }
  cluster->placed = FALSE;
  return FALSE;
}

/* In the order of time; then those that open backwards, the later first, so that the stem of a higher chip passes
 * behind none of the lower ones. Returns how many found no room. */
static guint
place_all (RcpLanePacker *self, const GArray *marks, const RcpTimeScale *scale, gboolean selected_first)
{
  Cluster *clusters = (Cluster *) (void *) self->clusters->data;
  guint n = self->clusters->len, n_failed = 0;

  for (guint r = 0; r < RCP_LANE_MAX_ROWS; r++)
    g_array_set_size (self->rows[r], 0);
  for (guint i = 0; i < n; i++)
    {
      shape_chip (self, &clusters[i], marks, scale);
      if (selected_first && clusters[i].selected)
        place (self, &clusters[i]);
    }
  for (guint i = 0; i < n; i++)
    if (!clusters[i].placement.flipped && !(selected_first && clusters[i].selected))
      n_failed += place (self, &clusters[i]) ? 0 : 1;
  for (guint i = n; i > 0; i--)
    if (clusters[i - 1].placement.flipped && !(selected_first && clusters[i - 1].selected))
      n_failed += place (self, &clusters[i - 1]) ? 0 : 1;
  return n_failed;
}

static gboolean
can_join (const Cluster *a, const Cluster *b, double limit)
{
  return !a->selected && !b->selected && MAX (a->right, b->right) - MIN (a->left, b->left) <= limit;
}

static void
join (Cluster *into, const Cluster *from)
{
  into->n += from->n;
  into->left = MIN (into->left, from->left);
  into->right = MAX (into->right, from->right);
  into->width = -1;
}

/* Joins what found no room to what stands before it. Returns whether anything was joined. */
static gboolean
make_room (RcpLanePacker *self, double limit)
{
  Cluster *clusters = (Cluster *) (void *) self->clusters->data;
  guint n = self->clusters->len, kept = 0;
  gboolean joined = FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (kept > 0 && (!clusters[i].placed || !clusters[kept - 1].placed)
          && can_join (&clusters[kept - 1], &clusters[i], limit))
        {
          /* What has just been joined may find room now: the next one is not joined to it on its account. */
          join (&clusters[kept - 1], &clusters[i]);
          clusters[kept - 1].placed = TRUE;
          joined = TRUE;
          continue;
        }
      if (kept != i)
        clusters[kept] = clusters[i];
      kept++;
    }
  g_array_set_size (self->clusters, kept);
  return joined;
}

static gboolean
is_selected_lost (RcpLanePacker *self)
{
  for (guint i = 0; i < self->clusters->len; i++)
    {
      const Cluster *cluster = &g_array_index (self->clusters, Cluster, i);

      if (cluster->selected)
        return !cluster->placed;
    }
  return FALSE;
}

static void
emit_primary (RcpLanePacker *self, const RcpTimelineIndex *index, GArray *marks, GArray *placements)
{
  for (guint c = 0; c < self->clusters->len; c++)
    {
      Cluster *cluster = &g_array_index (self->clusters, Cluster, c);
      RcpLanePlacement p = cluster->placement;

      if (!cluster->placed)
        {
          /* No room at all: each of its marks stands alone. */
          for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
            {
              RcpLaneMark *mark = &g_array_index (marks, RcpLaneMark, i);
              RcpLanePlacement alone = {
                .kind = RCP_LANE_MARK, .entry = mark->entry, .n = 1, .stem = mark->anchor, .left = mark->left, .right = mark->right
              };

              alone.n_family[rcp_timeline_index_get (index, mark->entry)->family] = 1;
              mark->placement = placements->len;
              g_array_append_val (placements, alone);
            }
          continue;
        }
      for (guint i = cluster->first; i < cluster->first + cluster->n; i++)
        {
          RcpLaneMark *mark = &g_array_index (marks, RcpLaneMark, i);

          mark->placement = placements->len;
          p.n_family[rcp_timeline_index_get (index, mark->entry)->family]++;
        }
      g_array_append_val (placements, p);
    }
}

/* Marks of events whose chip is elsewhere: counted with a group that they stand in, or hollow on the base line. */
static void
emit_secondary (const RcpTimelineIndex *index, guint n_primary, guint selected, GArray *marks, GArray *placements)
{
  guint n_placements = placements->len, group = 0;
  double last_hollow[RCP_N_FAMILIES];

  for (guint f = 0; f < RCP_N_FAMILIES; f++)
    last_hollow[f] = -HUGE_VAL;
  for (guint i = n_primary; i < marks->len; i++)
    {
      RcpLaneMark *mark = &g_array_index (marks, RcpLaneMark, i);
      guint family = rcp_timeline_index_get (index, mark->entry)->family;
      RcpLanePlacement hollow = {
        .kind = RCP_LANE_HOLLOW, .entry = mark->entry, .n = 1, .stem = mark->anchor, .left = mark->left, .right = mark->right
      };
      RcpLanePlacement *p = NULL;

      while (group < n_placements && (g_array_index (placements, RcpLanePlacement, group).kind != RCP_LANE_GROUP
                                      || g_array_index (placements, RcpLanePlacement, group).right + RCP_LANE_CLASH_PX
                                             < mark->anchor))
        group++;
      if (group < n_placements && mark->entry != selected)
        p = &g_array_index (placements, RcpLanePlacement, group);
      if (p != NULL && mark->anchor > p->left - RCP_LANE_CLASH_PX)
        {
          mark->placement = group;
          p->n++;
          p->n_family[family]++;
          p->left = MIN (p->left, mark->anchor);
          p->right = MAX (p->right, mark->anchor);
          continue;
        }
      if (mark->entry != selected && mark->anchor - last_hollow[family] < SAME_HOLLOW_PX)
        continue;
      last_hollow[family] = mark->anchor;
      hollow.n_family[family] = 1;
      mark->placement = placements->len;
      g_array_append_val (placements, hollow);
    }
}

/**
 * rcp_lane_packer_pack:
 * @index: the events
 * @lane: one of its lanes
 * @scale: what is visible
 * @margin_px: how far beyond both edges to go on, for when the span is moved
 * @selected: the entry that is selected, which always keeps its chip, or %RCP_TIMELINE_NONE
 * @marks: (element-type RcpLaneMark): emptied, then filled with the marks of the lane: those whose chip is here, then
 *   the others; a mark without placement is hidden by another at the same place
 * @placements: (element-type RcpLanePlacement): emptied, then filled
 *
 * Says where everything in a lane goes. Takes time in proportion to the events between the margins.
 *
 * Returns: how many rows of chips there are, at most %RCP_LANE_MAX_ROWS.
 */
guint
rcp_lane_packer_pack (RcpLanePacker *self, const RcpTimelineIndex *index, guint lane, const RcpTimeScale *scale,
                      double margin_px, guint selected, GArray *marks, GArray *placements)
{
  double reach = margin_px + RCP_LANE_OPEN_PX;
  double limit = RCP_LANE_GROUP_PX;
  gboolean selected_first = FALSE;
  guint n_primary, n_rows = 0;

  g_return_val_if_fail (self != NULL && index != NULL && scale != NULL, 0);

  g_array_set_size (placements, 0);
  g_array_set_size (self->found, 0);
  rcp_timeline_index_query (index, lane, floor (rcp_time_scale_to_day (scale, -reach)),
                            ceil (rcp_time_scale_to_day (scale, scale->width_px + reach)), self->entries);
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint e = g_array_index (self->entries, guint, i);
      const RcpTimelineEntry *entry = rcp_timeline_index_get (index, e);
      RcpLaneMark mark;

      rcp_lane_mark_init (&mark, entry, scale);
      if (mark.right < -margin_px || mark.left > scale->width_px + margin_px)
        continue;
      mark.entry = e;
      mark.primary = entry->lane == lane;
      g_array_append_val (self->found, mark);
    }
  n_primary = sort_marks (self, margin_px, scale->width_px, marks);
  gather_clusters (self, marks, n_primary, selected);

  for (guint pass = 0; place_all (self, marks, scale, selected_first) > 0 && pass < MAX_PASSES; pass++)
    {
      if (!selected_first && is_selected_lost (self))
        selected_first = TRUE;
      else
        {
          /* Where neighbours are too far apart for a group, only wider groups can help. */
          while (!make_room (self, limit) && limit < MAX_GROUP_PX)
            limit += RCP_LANE_GROUP_PX;
        }
    }
  emit_primary (self, index, marks, placements);
  for (guint i = 0; i < placements->len; i++)
    n_rows = MAX (n_rows, g_array_index (placements, RcpLanePlacement, i).row + 1);
  emit_secondary (index, n_primary, selected, marks, placements);
  return placements->len > 0 ? MAX (n_rows, 1) : 0;
}
