#include "config.h"

#include "rcp-timeline-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rcp-overview-map.h"
#include "rcp-time-scale.h"
#include "rcp-timeline-grip.h"
#include "rcp-timeline-palette.h"
#include "rcp-timeline-words.h"

#define PAD_PX 14.0
#define FULL_HEIGHT_PX 74
#define COMPACT_HEIGHT_PX 62
/* From the base of the bars to the end, where the words are; more where words are larger. */
#define WORDS_PX 21.5
/* A bar is as high as this for the fullest bin, and never lower than the second. */
#define HIGHEST_PX 40.0
#define LOWEST_PX 9.0
/* The frame never gets narrower than its two grips need. */
#define MIN_FRAME_PX 20.0
#define LABEL_ROOM_PX 64.0

struct _RcpTimelineOverview
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *start_grip;
  GtkWidget *end_grip;

  /* owned */
  RcpTimelineContent *content;
  RcpOverviewMap *map;
  PangoLayout *text;
  PangoLayout *bold;

  /* plain */
  RcpTimelinePalette palette;
  gboolean has_palette;
  gboolean compact;
  double drag_first;
  double drag_last;
  int map_width;
  double words_px;
};

G_DEFINE_FINAL_TYPE (RcpTimelineOverview, rcp_timeline_overview, GTK_TYPE_WIDGET)

static RcpTimelineState *
get_state (RcpTimelineOverview *self)
{
  return rcp_timeline_content_get_state (self->content);
}

static void
ensure_map (RcpTimelineOverview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->map != NULL)
    return;
  self->map_width = width;
  self->map = rcp_overview_map_new (rcp_timeline_content_get_index (self->content), width > 0 ? width : 720, PAD_PX);
}

/* Mirrors for writing from right to left; its own inverse. */
static double
mirror (RcpTimelineOverview *self, double x)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (GTK_WIDGET (self)) - x
                                                                          : x;
}

static double
get_base_y (RcpTimelineOverview *self)
{
  return gtk_widget_get_height (GTK_WIDGET (self)) - self->words_px;
}

static void
get_frame (RcpTimelineOverview *self, double *left, double *right)
{
  RcpTimelineState *state = get_state (self);
  double middle;

  ensure_map (self);
  *left = rcp_overview_map_to_x (self->map, rcp_timeline_state_get_first_day (state));
  *right = rcp_overview_map_to_x (self->map, rcp_timeline_state_get_last_day (state));
  middle = (*left + *right) / 2;
  if (*right - *left < MIN_FRAME_PX)
    {
      *left = middle - MIN_FRAME_PX / 2;
      *right = middle + MIN_FRAME_PX / 2;
    }
}

static void
append_rect (RcpTimelineOverview *self, GtkSnapshot *snapshot, double x, double y, double width, double height,
             const GdkRGBA *colour)
{
  double a = mirror (self, x), b = mirror (self, x + width);

  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) MIN (a, b), (float) y, (float) fabs (b - a), (float) height));
}

static void
trace_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Bars, and a zigzag for each fold. */
static void
draw_bars (RcpTimelineOverview *self, GtkSnapshot *snapshot, double left, double right)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  const GArray *bins = rcp_overview_map_get_bins (self->map);
  const GArray *stretches = rcp_overview_map_get_stretches (self->map);
  double base = get_base_y (self), most = MAX (rcp_overview_map_get_highest (self->map), 1);
  double room = MIN (HIGHEST_PX, base - 11);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  for (guint i = 0; i < bins->len; i++)
    {
      const RcpOverviewBin *bin = &g_array_index (bins, RcpOverviewBin, i);
      double middle = bin->x + bin->width_px / 2, bar = MAX (bin->width_px - 3, MIN (bin->width_px, 1));
      double x = middle - bar / 2, y = base, sum = bin->exact + bin->uncertain;
      double whole = sum > 0 ? MAX (sqrt (sum / most) * room, LOWEST_PX) : 0;
      double exact = sum > 0 ? whole * bin->exact / sum : 0;
      gboolean inside = middle >= left && middle <= right;
      const GdkRGBA *colour = inside ? &self->palette.accent_fill : &self->palette.bar;

      bar = MIN (bar, 14);
      x = middle - bar / 2;
      gdk_cairo_set_source_rgba (cr, colour);
      if (bin->exact > 0)
        {
          exact = MAX (exact, 5);
          trace_box (cr, x, base - exact, bar, exact, 1.5);
          cairo_fill (cr);
          y -= exact;
        }
      if (bin->uncertain > 0)
        {
          double dashed = MAX (whole - exact, 4);
          static const double dashes[] = { 2.5, 2 };

          /* Its outline only: nobody knows that it was then. */
          trace_box (cr, x + 0.5, y - dashed + (bin->exact > 0 ? -0.5 : 0.5), MAX (bar - 1, 1), dashed - 1, 1.5);
          gdk_cairo_set_source_rgba (cr, &self->palette.view);
          cairo_fill_preserve (cr);
          gdk_cairo_set_source_rgba (cr, colour);
          cairo_set_line_width (cr, 1);
          cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
          cairo_stroke (cr);
          cairo_set_dash (cr, NULL, 0, 0);
        }
    }
  gdk_cairo_set_source_rgba (cr, &self->palette.faint);
  cairo_set_line_width (cr, 1.4);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i + 1 < stretches->len; i++)
    {
      const RcpOverviewStretch *s = &g_array_index (stretches, RcpOverviewStretch, i);

      cairo_move_to (cr, s->x + s->width_px + 6, base + 0.5);
      cairo_rel_line_to (cr, 3.5, -6);
      cairo_rel_line_to (cr, 7, 12);
      cairo_rel_line_to (cr, 3.5, -6);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

static void
append_words (RcpTimelineOverview *self, GtkSnapshot *snapshot, gboolean bold, const char *words, double x, double align)
{
  PangoLayout *layout = bold ? self->bold : self->text;
  int width, height, room = gtk_widget_get_width (GTK_WIDGET (self));
  double middle = gtk_widget_get_height (GTK_WIDGET (self)) - self->words_px / 2 + 1;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  x -= align * width;
  if (x + width > room - 2)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = room - x - width;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x), (float) (middle - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &self->palette.dim);
  gtk_snapshot_restore (snapshot);
}

static void
draw_words (RcpTimelineOverview *self, GtkSnapshot *snapshot)
{
  const GArray *stretches = rcp_overview_map_get_stretches (self->map);
  double base = get_base_y (self);

  for (guint i = 0; i < stretches->len; i++)
    {
      const RcpOverviewStretch *s = &g_array_index (stretches, RcpOverviewStretch, i);
      g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (RcpTick));
      RcpTimeScale scale = { s->first_day, s->width_px / (s->last_day - s->first_day), s->width_px };
      guint rung = 0;
      int year = 0;
      double free_x = -HUGE_VAL;

      append_rect (self, snapshot, s->x, base, s->width_px, 1, &self->palette.line);
      if (s->width_px < 2 * LABEL_ROOM_PX)
        {
          int from = rcp_day_to_ymd ((gint32) CLAMP (s->first_day, 1, 3652059)).year;
          int to = rcp_day_to_ymd ((gint32) CLAMP (s->last_day - 1, 1, 3652059)).year;
          g_autofree char *words = from == to ? g_strdup_printf ("%d", from) : g_strdup_printf ("%d–%d", from, to);

          append_words (self, snapshot, FALSE, words, s->x + s->width_px / 2, 0.5);
          continue;
        }
      /* Months of the axis at their coarsest before they become years; two to a step where four would be crowded. */
      for (rung = 2; rung + 1 < rcp_tick_ladder_n_rungs (); rung++)
        if (rcp_tick_ladder_days (rung) * scale.px_per_day >= LABEL_ROOM_PX * 0.45)
          break;
      rcp_tick_ladder_list (&scale, rung, ticks);
      for (guint t = 0; t < ticks->len; t++)
        {
          const RcpTick *tick = &g_array_index (ticks, RcpTick, t);
          RcpYmd ymd = rcp_day_to_ymd (tick->day);
          g_autofree char *words = NULL;

          if ((tick->kind != RCP_TICK_MONTH && tick->kind != RCP_TICK_YEAR) || tick->x < -0.5 || tick->x > s->width_px - 20)
            continue;
          if (tick->x < free_x)
            continue;
          append_rect (self, snapshot, s->x + tick->x, base, 1, 5, &self->palette.faint);
          if (tick->kind == RCP_TICK_YEAR)
            words = g_strdup_printf ("%d", ymd.year);
          else
            words = rcp_timeline_words_month (tick->day, ymd.year != year);
          append_words (self, snapshot, tick->kind == RCP_TICK_MONTH && ymd.year != year, words, s->x + tick->x + 4, 0);
          free_x = tick->x + (ymd.year != year ? LABEL_ROOM_PX * 1.2 : LABEL_ROOM_PX);
          year = ymd.year;
        }
    }
}

static void
draw_frame (RcpTimelineOverview *self, GtkSnapshot *snapshot, double left, double right)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double base = get_base_y (self), top = 4, bottom = base + 2.5;
  double a = mirror (self, left), b = mirror (self, right);
  GdkRGBA tint = rcp_timeline_alpha (&self->palette.accent_fill, 0.07f), edge = self->palette.accent_fill;
  GskRoundedRect frame;

  append_rect (self, snapshot, 0, 0, MAX (left, 0), base + 0.5, &self->palette.outside);
  append_rect (self, snapshot, MIN (right, width), 0, MAX (width - right, 0), base + 0.5, &self->palette.outside);
  gsk_rounded_rect_init_from_rect (
      &frame, &GRAPHENE_RECT_INIT ((float) MIN (a, b) - 1, (float) top - 1, (float) fabs (b - a) + 2, (float) (bottom - top) + 2), 7);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &tint, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
ensure_text (RcpTimelineOverview *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  int height;

  if (self->text != NULL)
    return;
  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->bold = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->bold, attributes);
  pango_layout_set_text (self->bold, "0", -1);
  pango_layout_get_pixel_size (self->bold, NULL, &height);
  self->words_px = MAX (WORDS_PX, height + 5);
}

static void
rcp_timeline_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpTimelineOverview *self = RCP_TIMELINE_OVERVIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double left, right;

  if (!self->has_palette)
    rcp_timeline_palette_read (&self->palette, widget);
  self->has_palette = TRUE;
  ensure_text (self);
  get_frame (self, &left, &right);
  draw_words (self, snapshot);
  draw_bars (self, snapshot, left, right);
  if (rcp_overview_map_get_stretches (self->map)->len > 0)
    draw_frame (self, snapshot, left, right);
  append_rect (self, snapshot, 0, height - 1, width, 1, &self->palette.line);
  gtk_widget_snapshot_child (widget, self->start_grip, snapshot);
  gtk_widget_snapshot_child (widget, self->end_grip, snapshot);
}

static void
rcp_timeline_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                               int *minimum_baseline, int *natural_baseline)
{
  RcpTimelineOverview *self = RCP_TIMELINE_OVERVIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 0;
  else
    {
      ensure_text (self);
      *minimum = *natural
          = (self->compact ? COMPACT_HEIGHT_PX : FULL_HEIGHT_PX) + (int) ceil (self->words_px - WORDS_PX);
    }
}

static void
allocate_grip (RcpTimelineOverview *self, GtkWidget *grip, double x)
{
  double middle = (4 + get_base_y (self) + 2.5) / 2;
  int width, height;

  gtk_widget_measure (grip, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (grip, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  /* Two targets must not cover the frame between them, which is for panning. */
  width = MAX (width, 16);
  height = MAX (height, RCP_TIMELINE_GRIP_HEIGHT);
  gtk_widget_allocate (grip, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (mirror (self, x) - width / 2.0),
                                                                            (float) (middle - height / 2.0))));
}

static void
rcp_timeline_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpTimelineOverview *self = RCP_TIMELINE_OVERVIEW (widget);
  RcpTimelineState *state = get_state (self);
  double left, right;

  /* The strip is moved over far more often than it changes its width. */
  if (width != self->map_width)
    g_clear_pointer (&self->map, rcp_overview_map_free);
  get_frame (self, &left, &right);
  allocate_grip (self, self->start_grip, left);
  allocate_grip (self, self->end_grip, right);
  rcp_timeline_grip_set_day (RCP_TIMELINE_GRIP (self->start_grip),
                             (gint32) CLAMP (rcp_timeline_state_get_first_day (state), 1, 3652059));
  rcp_timeline_grip_set_day (RCP_TIMELINE_GRIP (self->end_grip),
                             (gint32) CLAMP (rcp_timeline_state_get_last_day (state), 1, 3652059));
}

static void
set_edge (RcpTimelineOverview *self, gboolean is_start, double day)
{
  RcpTimelineState *state = get_state (self);
  double first = rcp_timeline_state_get_first_day (state), last = rcp_timeline_state_get_last_day (state);

  if (is_start)
    rcp_timeline_state_set_span (state, MIN (day, last - 2), last);
  else
    rcp_timeline_state_set_span (state, first, MAX (day, first + 2));
}

static void
grip_dragged_cb (RcpTimelineGrip *grip, double x, RcpTimelineOverview *self)
{
  ensure_map (self);
  set_edge (self, GTK_WIDGET (grip) == self->start_grip, rcp_overview_map_to_day (self->map, mirror (self, x)));
}

static void
grip_stepped_cb (RcpTimelineGrip *grip, int days, RcpTimelineOverview *self)
{
  RcpTimelineState *state = get_state (self);
  gboolean is_start = GTK_WIDGET (grip) == self->start_grip;

  set_edge (self, is_start,
            (is_start ? rcp_timeline_state_get_first_day (state) : rcp_timeline_state_get_last_day (state)) + days);
}

/* Outside the frame, a press brings the frame there; a drag then goes on from it. */
static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RcpTimelineOverview *self)
{
  RcpTimelineState *state = get_state (self);
  double first = rcp_timeline_state_get_first_day (state), last = rcp_timeline_state_get_last_day (state);
  double left, right, at = mirror (self, x);

  get_frame (self, &left, &right);
  if (at < left || at > right)
    {
      double middle = rcp_overview_map_to_day (self->map, at), half = (last - first) / 2;

      rcp_timeline_state_set_span (state, middle - half, middle + half);
    }
  self->drag_first = rcp_timeline_state_get_first_day (state);
  self->drag_last = rcp_timeline_state_get_last_day (state);
}

static void
drag_update_cb (GtkGestureDrag *drag, double offset_x, double offset_y, RcpTimelineOverview *self)
{
  double x, y, from, to;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  ensure_map (self);
  from = rcp_overview_map_to_day (self->map, mirror (self, x));
  to = rcp_overview_map_to_day (self->map, mirror (self, x + offset_x));
  rcp_timeline_state_set_span (get_state (self), self->drag_first + to - from, self->drag_last + to - from);
}

static void
content_changed_cb (RcpTimelineOverview *self)
{
  g_clear_pointer (&self->map, rcp_overview_map_free);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
rcp_timeline_overview_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RcpTimelineOverview *self = RCP_TIMELINE_OVERVIEW (widget);

  GTK_WIDGET_CLASS (rcp_timeline_overview_parent_class)->css_changed (widget, change);
  self->has_palette = FALSE;
  g_clear_object (&self->text);
  g_clear_object (&self->bold);
  gtk_widget_queue_resize (widget);
}

static void
rcp_timeline_overview_dispose (GObject *object)
{
  RcpTimelineOverview *self = RCP_TIMELINE_OVERVIEW (object);

  g_clear_pointer (&self->start_grip, gtk_widget_unparent);
  g_clear_pointer (&self->end_grip, gtk_widget_unparent);
  g_clear_object (&self->content);
  g_clear_object (&self->text);
  g_clear_object (&self->bold);

  G_OBJECT_CLASS (rcp_timeline_overview_parent_class)->dispose (object);
}

static void
rcp_timeline_overview_finalize (GObject *object)
{
  g_clear_pointer (&RCP_TIMELINE_OVERVIEW (object)->map, rcp_overview_map_free);

  G_OBJECT_CLASS (rcp_timeline_overview_parent_class)->finalize (object);
}

static void
rcp_timeline_overview_class_init (RcpTimelineOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_timeline_overview_dispose;
  object_class->finalize = rcp_timeline_overview_finalize;
  widget_class->measure = rcp_timeline_overview_measure;
  widget_class->size_allocate = rcp_timeline_overview_size_allocate;
  widget_class->snapshot = rcp_timeline_overview_snapshot;
  widget_class->css_changed = rcp_timeline_overview_css_changed;
  gtk_widget_class_set_css_name (widget_class, "timelineoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_timeline_overview_init (RcpTimelineOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->words_px = WORDS_PX;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->start_grip = rcp_timeline_grip_new (_("Start of what is visible"));
  self->end_grip = rcp_timeline_grip_new (_("End of what is visible"));
  gtk_widget_set_parent (self->start_grip, GTK_WIDGET (self));
  gtk_widget_set_parent (self->end_grip, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"), -1);

  g_signal_connect (self->start_grip, "dragged", G_CALLBACK (grip_dragged_cb), self);
  g_signal_connect (self->end_grip, "dragged", G_CALLBACK (grip_dragged_cb), self);
  g_signal_connect (self->start_grip, "stepped", G_CALLBACK (grip_stepped_cb), self);
  g_signal_connect (self->end_grip, "stepped", G_CALLBACK (grip_stepped_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * rcp_timeline_overview_new:
 * @content: what the timeline shows
 *
 * Returns: (transfer floating): its overview.
 */
GtkWidget *
rcp_timeline_overview_new (RcpTimelineContent *content)
{
  RcpTimelineOverview *self = g_object_new (RCP_TYPE_TIMELINE_OVERVIEW, NULL);
  RcpTimelineState *state = rcp_timeline_content_get_state (content);

  self->content = g_object_ref (content);
  g_signal_connect_object (content, "changed", G_CALLBACK (content_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::first-day", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::last-day", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * rcp_timeline_overview_set_compact:
 * @compact: whether height is scarce
 */
void
rcp_timeline_overview_set_compact (RcpTimelineOverview *self, gboolean compact)
{
  g_return_if_fail (RCP_IS_TIMELINE_OVERVIEW (self));

  if (self->compact == compact)
    return;
  self->compact = compact;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * rcp_timeline_overview_get_main_span:
 * @first_day: (out): its first day
 * @last_day: (out): its last day
 *
 * Returns: whether there are events; then the stretch, between folds, that has most of them.
 */
gboolean
rcp_timeline_overview_get_main_span (RcpTimelineOverview *self, gint32 *first_day, gint32 *last_day)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_OVERVIEW (self), FALSE);

  ensure_map (self);
  return rcp_overview_map_get_main_span (self->map, first_day, last_day);
}
