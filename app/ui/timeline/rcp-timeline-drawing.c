#include "config.h"

#include "rcp-timeline-drawing.h"

#include <math.h>

#include "rcp-family.h"
#include "rcp-tick-ladder.h"

#define FADED 0.38f
/* A day must be this wide for its weekends to be shown. */
#define WEEKEND_PX 6.9
#define MARK_PX 10.5f
#define SELECTED_MARK_PX 12.5f
#define HOLLOW_PX 10.5f
#define BAR_PX 10.0
/* Bars that overlap share the height, up to three beside one another. */
#define MAX_BARS 3

/* A vertical line of dashes: repeated, so that it is one node however long it is. */
static void
append_dashes (GtkSnapshot *snapshot, double x, double y, double width, double height, double on, double off,
               const GdkRGBA *colour)
{
  if (height <= 0)
    return;
  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT ((float) (x - width / 2), (float) y, (float) width, (float) height),
                            &GRAPHENE_RECT_INIT ((float) (x - width / 2), (float) y, (float) width, (float) (on + off)));
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) (x - width / 2), (float) y, (float) width, (float) on));
  gtk_snapshot_pop (snapshot);
}

static void
append_vertical (GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *colour)
{
  if (height > 0)
    gtk_snapshot_append_color (
        snapshot, colour, &GRAPHENE_RECT_INIT ((float) (x - width / 2), (float) y, (float) width, (float) height));
}

static void
append_horizontal (GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (
      snapshot, colour, &GRAPHENE_RECT_INIT ((float) x, (float) (y - height / 2), (float) width, (float) height));
}

/**
 * rcp_timeline_drawing_x:
 * @x: from the near edge of the visible span, which runs with time
 *
 * Returns: the same from the left edge of the widget.
 */
double
rcp_timeline_drawing_x (const RcpTimelineDrawing *self, double x)
{
  return self->rtl ? self->width - self->inset - x : self->inset + x;
}

static void
append_span (const RcpTimelineDrawing *self, GtkSnapshot *snapshot, double from, double to, const GdkRGBA *colour)
{
  double a = rcp_timeline_drawing_x (self, from), b = rcp_timeline_drawing_x (self, to);

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) MIN (a, b), 0, (float) fabs (b - a), (float) self->height));
}

/**
 * rcp_timeline_drawing_ground:
 * @scale: what is visible
 *
 * Draws what is behind the lanes: weekends, the grid, what is outside the range, the day of the selected event.
 */
void
rcp_timeline_drawing_ground (const RcpTimelineDrawing *self, GtkSnapshot *snapshot, const RcpTimeScale *scale)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (RcpTick));
  RcpTimelineState *state = rcp_timeline_content_get_state (self->content);
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  RcpEdtf *range = rcp_timeline_state_get_range (state);
  guint selected = rcp_timeline_content_get_selected (self->content);
  double width = scale->width_px;

  if (scale->px_per_day >= WEEKEND_PX)
    {
      /* Day 1 was a Monday, so day 6 was a Saturday. */
      double day = floor ((scale->first_day - 6) / 7) * 7 + 6;

      for (; day < rcp_time_scale_last (scale); day += 7)
        append_span (self, snapshot, MAX (rcp_time_scale_to_x (scale, day), 0),
                     CLAMP (rcp_time_scale_to_x (scale, day + 2), 0, width), &self->palette->weekend);
    }
  rcp_tick_ladder_list (scale, rcp_tick_ladder_choose (scale->px_per_day), ticks);
  for (guint i = 0; i < ticks->len; i++)
    {
      const RcpTick *tick = &g_array_index (ticks, RcpTick, i);

      if (tick->kind != RCP_TICK_MINOR && tick->kind < RCP_TICK_HEAD_MONTH && tick->x >= 0 && tick->x <= width)
        append_vertical (snapshot, rcp_timeline_drawing_x (self, tick->x), 0, 1, self->height, &self->palette->grid);
    }
  if (range != NULL && rcp_edtf_is_bounded (range))
    {
      GdkRGBA edge = rcp_timeline_alpha (&self->palette->accent_fill, 0.55f);
      double from = rcp_time_scale_to_x (scale, rcp_edtf_get_first_day (range));
      double to = rcp_time_scale_to_x (scale, rcp_edtf_get_last_day (range) + 1.0);

      append_span (self, snapshot, 0, CLAMP (from, 0, width), &self->palette->outside);
      append_span (self, snapshot, CLAMP (to, 0, width), width, &self->palette->outside);
      if (from >= 0 && from <= width)
        append_dashes (snapshot, rcp_timeline_drawing_x (self, from), 0, 1, self->height, 3, 4, &edge);
      if (to >= 0 && to <= width)
        append_dashes (snapshot, rcp_timeline_drawing_x (self, to), 0, 1, self->height, 3, 4, &edge);
    }
  if (selected != RCP_TIMELINE_NONE && rcp_timeline_index_is_shown (index, selected))
    {
      GdkRGBA accent = rcp_timeline_alpha (&self->palette->accent_fill, 0.8f);
      RcpLaneMark mark;

      rcp_lane_mark_init (&mark, rcp_timeline_index_get (index, selected), scale);
      if (mark.anchor >= 0 && mark.anchor <= width)
        append_vertical (snapshot, rcp_timeline_drawing_x (self, mark.anchor), 0, 1.5, self->height, &accent);
    }
}

/**
 * rcp_timeline_drawing_lines:
 *
 * Draws what stays where it is when time moves: base lines and the edges of lanes.
 */
void
rcp_timeline_drawing_lines (const RcpTimelineDrawing *self, GtkSnapshot *snapshot)
{
  guint n = rcp_timeline_layout_get_n_lanes (self->layout);

  for (guint l = 0; l < n; l++)
    {
      const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (self->layout, l);

      if (lane->height <= 0)
        continue;
      append_horizontal (snapshot, 0, lane->base_y, self->width, 1.5, &self->palette->line);
      append_horizontal (snapshot, 0, lane->y + lane->height - 0.5, self->width, 1,
                         l + 1 < n ? &self->palette->line_soft : &self->palette->line);
    }
}

/**
 * rcp_timeline_drawing_bar:
 * @bounds: where
 * @radius: of its corners
 * @colour: its colour
 * @fade_left: whether nothing says since when
 * @fade_right: whether nothing says until when
 *
 * Draws the mark of an uncertain date: its ends fade, because nobody knows where they are.
 */
void
rcp_timeline_drawing_bar (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius, const GdkRGBA *colour,
                          gboolean fade_left, gboolean fade_right)
{
  GdkRGBA clear = rcp_timeline_alpha (colour, 0);
  GskRoundedRect shape;
  GskColorStop stops[4] = { { 0, *colour }, { 0, *colour }, { 1, *colour }, { 1, *colour } };

  if (bounds->size.width <= 0)
    return;
  if (fade_left)
    {
      stops[0].color = clear;
      stops[1].offset = fade_right ? 0.28f : 0.75f;
    }
  if (fade_right)
    {
      stops[3].color = clear;
      stops[2].offset = fade_left ? 0.72f : 0.25f;
    }
  gsk_rounded_rect_init_from_rect (&shape, bounds, MIN (radius, bounds->size.width / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_linear_gradient (
      snapshot, bounds, &GRAPHENE_POINT_INIT (bounds->origin.x, bounds->origin.y),
      &GRAPHENE_POINT_INIT (bounds->origin.x + bounds->size.width, bounds->origin.y), stops, G_N_ELEMENTS (stops));
  gtk_snapshot_pop (snapshot);
}

/* The marks are drawn with the near edge of the span at 0: mirrored for writing from right to left. */
static double
local_x (const RcpTimelineDrawing *self, double x)
{
  return self->rtl ? -x : x;
}

static GdkRGBA
family_colour (const RcpTimelineDrawing *self, guint entry)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  const GdkRGBA *colour = &self->palette->families[rcp_timeline_index_get (index, entry)->family];

  return rcp_timeline_alpha (colour, entry != rcp_timeline_content_get_selected (self->content)
                                             && rcp_timeline_content_is_faded (self->content, entry)
                                         ? FADED
                                         : 1);
}

static gboolean
is_exact (const RcpTimelineDrawing *self, guint entry)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);

  return (rcp_timeline_index_get (index, entry)->flags & RCP_TIMELINE_EXACT) != 0;
}

static void
draw_joins (const RcpTimelineDrawing *self, GtkSnapshot *snapshot, guint selected)
{
  const GArray *joins = rcp_timeline_layout_get_joins (self->layout);

  for (guint i = 0; i < joins->len; i++)
    {
      const RcpLayoutJoin *join = &g_array_index (joins, RcpLayoutJoin, i);
      gboolean is_selected = join->entry == selected;
      GdkRGBA colour = family_colour (self, join->entry);
      double from = rcp_timeline_layout_get_lane (self->layout, join->from_lane)->base_y;
      double to = rcp_timeline_layout_get_lane (self->layout, join->to_lane)->base_y;

      colour = is_selected ? self->palette->accent_fill : rcp_timeline_alpha (&colour, 0.75f);
      append_vertical (snapshot, local_x (self, join->x), from, is_selected ? 2 : 1.2, to - from, &colour);
    }
}

static void
draw_stems (const RcpTimelineDrawing *self, GtkSnapshot *snapshot, guint l)
{
  const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (self->layout, l);

  for (guint i = 0; i < lane->placements->len; i++)
    {
      const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);
      double x = local_x (self, p->stem), top;
      GdkRGBA colour;

      if (p->kind != RCP_LANE_CHIP && p->kind != RCP_LANE_GROUP)
        continue;
      /* From under the chip, whose height the text decides. */
      top = rcp_timeline_layout_get_chip_y (self->layout, l, p) + 14;
      if (p->kind == RCP_LANE_GROUP)
        {
          append_vertical (snapshot, x, top, 1, lane->base_y - 4 - top,
                           &self->palette->faint);
          continue;
        }
      colour = family_colour (self, p->entry);
      if (is_exact (self, p->entry))
        append_vertical (snapshot, x, top, 1.2, lane->base_y - top, &colour);
      else
        append_dashes (snapshot, x, top, 1.2, lane->base_y - top, 2, 2, &colour);
    }
}

static void
draw_bars (const RcpTimelineDrawing *self, GtkSnapshot *snapshot, guint l)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (self->layout, l);
  guint n = lane->placements->len;
  g_autofree guint8 *tracks = g_new0 (guint8, n + 1);
  g_autofree RcpLaneMark *marks = g_new0 (RcpLaneMark, n + 1);
  double ends[MAX_BARS] = { -HUGE_VAL, -HUGE_VAL, -HUGE_VAL };

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n; i++)
      {
        const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);
        const RcpTimelineEntry *entry = rcp_timeline_index_get (index, p->entry);
        RcpLaneMark *mark = &marks[i];
        GdkRGBA colour;
        double a, b, y, height;
        guint8 track, n_tracks = 1;

        if (p->kind == RCP_LANE_GROUP || (entry->flags & RCP_TIMELINE_EXACT))
          continue;
        if (pass == 0)
          {
            rcp_lane_mark_init (mark, entry, rcp_timeline_layout_get_scale (self->layout));
            for (track = 0; track + 1 < MAX_BARS && mark->left < ends[track]; track++)
              ;
            ends[track] = MAX (ends[track], mark->right);
            tracks[i] = track;
            continue;
          }
        /* How many stand beside it says how high it may be. */
        track = tracks[i];
        n_tracks = MAX (n_tracks, track + 1);
        for (guint j = 0; j < n; j++)
          if (tracks[j] != 0 && marks[j].left < mark->right && mark->left < marks[j].right)
            n_tracks = MAX (n_tracks, tracks[j] + 1);
        height = n_tracks == 1 ? BAR_PX : n_tracks == 2 ? 8 : 6;
        y = lane->base_y + (track - (n_tracks - 1) / 2.0) * (height + 1) - height / 2;
        colour = family_colour (self, p->entry);
        colour = rcp_timeline_alpha (&colour, p->kind == RCP_LANE_HOLLOW ? 0.4f : 0.85f);
        a = local_x (self, mark->left);
        b = local_x (self, mark->right);
        rcp_timeline_drawing_bar (
            snapshot, &GRAPHENE_RECT_INIT ((float) MIN (a, b), (float) y, (float) fabs (b - a), (float) height), 4, &colour,
            !(entry->flags & (self->rtl ? RCP_TIMELINE_OPEN_START : RCP_TIMELINE_OPEN_END)),
            !(entry->flags & (self->rtl ? RCP_TIMELINE_OPEN_END : RCP_TIMELINE_OPEN_START)));
      }
}

static void
draw_marks (const RcpTimelineDrawing *self, GtkSnapshot *snapshot, guint l, guint selected)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (self->layout, l);
  float y = (float) lane->base_y;

  /* Hollow ones first: where two stand at one place, the one that has its chip here counts. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < lane->placements->len; i++)
      {
        const RcpLanePlacement *p = &g_array_index (lane->placements, RcpLanePlacement, i);
        RcpFamily family = (RcpFamily) rcp_timeline_index_get (index, p->entry)->family;
        float x = (float) local_x (self, p->stem), size = p->entry == selected ? SELECTED_MARK_PX : MARK_PX;
        GdkRGBA colour;

        if ((p->kind == RCP_LANE_HOLLOW) != (pass == 0))
          continue;
        if (p->kind == RCP_LANE_GROUP)
          {
            double a = local_x (self, p->left), b = local_x (self, p->right);
            double left = MIN (a, b) - 2, right = MAX (a, b) + 2;

            append_horizontal (snapshot, left, y, right - left, 1.6, &self->palette->text);
            append_vertical (snapshot, left, y - 4, 1.6, 8, &self->palette->text);
            append_vertical (snapshot, right, y - 4, 1.6, 8, &self->palette->text);
            continue;
          }
        colour = family_colour (self, p->entry);
        if (p->kind == RCP_LANE_HOLLOW)
          rcp_family_snapshot_mark (family, snapshot, x, y, HOLLOW_PX, &colour, &self->palette->view);
        else if (is_exact (self, p->entry))
          {
            rcp_family_snapshot_mark (family, snapshot, x, y, size + 3, &self->palette->view, NULL);
            rcp_family_snapshot_mark (family, snapshot, x, y, size, &colour, NULL);
          }
      }
}

/**
 * rcp_timeline_drawing_marks:
 *
 * Draws what moves with time: joining lines, stems, bars, marks and brackets, all of it under the chips. The near edge
 * of the span is at 0.
 *
 * Returns: (transfer full) (nullable): the drawing, good until the layout or the selection changes; NULL if empty.
 */
GskRenderNode *
rcp_timeline_drawing_marks (const RcpTimelineDrawing *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guint n = rcp_timeline_layout_get_n_lanes (self->layout);
  guint selected = rcp_timeline_content_get_selected (self->content);

  draw_joins (self, snapshot, selected);
  for (guint l = 0; l < n; l++)
    draw_stems (self, snapshot, l);
  for (guint l = 0; l < n; l++)
    draw_bars (self, snapshot, l);
  for (guint l = 0; l < n; l++)
    draw_marks (self, snapshot, l, selected);
  return gtk_snapshot_free_to_node (snapshot);
}
