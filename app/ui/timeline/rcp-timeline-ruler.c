#include "config.h"

#include "rcp-timeline-ruler.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rcp-date-words.h"
#include "rcp-lane-packer.h"
#include "rcp-tick-ladder.h"
#include "rcp-timeline-grip.h"
#include "rcp-timeline-palette.h"
#include "rcp-timeline-words.h"

/* Between the words of the axis and their tick. */
#define LABEL_GAP_PX 4.0
#define LAST_DAY 3652059

struct _RcpTimelineRuler
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *start_grip;
  GtkWidget *end_grip;

  /* owned */
  RcpTimelineContent *content;
  PangoLayout *text;
  PangoLayout *bold;

  /* plain */
  RcpTimelinePalette palette;
  gboolean has_palette;
  int inset;
  gint32 drag_day;
};

G_DEFINE_FINAL_TYPE (RcpTimelineRuler, rcp_timeline_ruler, GTK_TYPE_WIDGET)

static void
get_scale (RcpTimelineRuler *self, RcpTimeScale *scale)
{
  RcpTimelineState *state = rcp_timeline_content_get_state (self->content);

  rcp_time_scale_init (scale, rcp_timeline_state_get_first_day (state), rcp_timeline_state_get_last_day (state),
                       MAX (gtk_widget_get_width (GTK_WIDGET (self)) - self->inset, 1));
}

/* From the near edge of the visible span to the left edge of the widget, and back. */
static double
to_widget_x (RcpTimelineRuler *self, double x)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (GTK_WIDGET (self)) - self->inset - x;
  return self->inset + x;
}

static gint32
to_day (RcpTimelineRuler *self, double widget_x)
{
  RcpTimeScale scale;
  double x = widget_x - self->inset;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - self->inset - widget_x;
  get_scale (self, &scale);
  return (gint32) CLAMP (floor (rcp_time_scale_to_day (&scale, x)), 1, LAST_DAY);
}

static gboolean
get_range (RcpTimelineRuler *self, gint32 *first, gint32 *last)
{
  RcpEdtf *range = rcp_timeline_state_get_range (rcp_timeline_content_get_state (self->content));

  if (range == NULL || !rcp_edtf_is_bounded (range))
    return FALSE;
  *first = rcp_edtf_get_first_day (range);
  *last = rcp_edtf_get_last_day (range);
  return TRUE;
}

static void
set_range (RcpTimelineRuler *self, gint32 a, gint32 b)
{
  g_autoptr (RcpEdtf) range
      = rcp_edtf_new_interval (CLAMP (MIN (a, b), 1, LAST_DAY), CLAMP (MAX (a, b), 1, LAST_DAY), RCP_EDTF_EXACT);

  rcp_timeline_state_set_range (rcp_timeline_content_get_state (self->content), range);
}

static void
append_rect (GtkSnapshot *snapshot, double x, double y, double width, double height, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* @align: 0 for words that begin at @x, 1 for words that end there. Returns how wide they are. */
static double
append_words (RcpTimelineRuler *self, GtkSnapshot *snapshot, PangoLayout *layout, const char *words, double x,
              double middle_y, double align, const GdkRGBA *colour)
{
  int width, height;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x - align * width), (float) (middle_y - height / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, colour);
  gtk_snapshot_restore (snapshot);
  return width;
}

static double
measure_words (PangoLayout *layout, const char *words)
{
  int width;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
draw_ticks (RcpTimelineRuler *self, GtkSnapshot *snapshot, const RcpTimeScale *scale, const GArray *taken)
{
  g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (RcpTick));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double upper = height * 0.25, lower = height * 0.62;

  rcp_tick_ladder_list (scale, rcp_tick_ladder_choose (scale->px_per_day), ticks);
  for (guint i = 0; i < ticks->len; i++)
    {
      const RcpTick *tick = &g_array_index (ticks, RcpTick, i);
      gboolean heading = tick->kind == RCP_TICK_HEAD_MONTH || tick->kind == RCP_TICK_HEAD_YEAR;
      g_autofree char *words = NULL;
      double x = tick->x, width;
      gboolean free = TRUE;

      if (tick->kind == RCP_TICK_MINOR)
        {
          if (x >= 0 && x <= scale->width_px)
            append_rect (snapshot, to_widget_x (self, x) - 0.4, height - 5, 0.8, 5, &self->palette.faint);
          continue;
        }
      if (x >= 0 && x <= scale->width_px)
        append_rect (snapshot, to_widget_x (self, x) - (heading ? 0.5 : 0.6), heading ? 2 : height - 9, heading ? 1 : 1.2,
                     heading ? height - 2 : 9, &self->palette.faint);
      words = rcp_timeline_words_tick (tick);
      if (heading)
        {
          const RcpTick *next = i + 1 < ticks->len ? &g_array_index (ticks, RcpTick, i + 1) : NULL;

          /* The first one stays in sight until the next pushes it out. */
          width = measure_words (self->bold, words);
          x = MAX (x + LABEL_GAP_PX, 12);
          if (next != NULL && x + width + 12 > next->x)
            continue;
          append_words (self, snapshot, self->bold, words, to_widget_x (self, x), upper, rtl ? 1 : 0, &self->palette.text);
          continue;
        }
      width = measure_words (self->text, words);
      x += LABEL_GAP_PX;
      if (x < 0 || x + width > scale->width_px)
        continue;
      for (guint t = 0; t < taken->len && free; t += 2)
        free = x + width < g_array_index (taken, double, t) || x > g_array_index (taken, double, t + 1);
      if (free)
        append_words (self, snapshot, tick->kind == RCP_TICK_YEAR ? self->bold : self->text, words, to_widget_x (self, x),
                      lower, rtl ? 1 : 0, &self->palette.dim);
    }
}

/* Words beside the grips of the range; what they cover is added to @taken. */
static void
draw_range (RcpTimelineRuler *self, GtkSnapshot *snapshot, const RcpTimeScale *scale, GArray *taken)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA tint = rcp_timeline_alpha (&self->palette.accent_fill, 0.1f);
  gint32 first, last;
  double from, to, a, b, cover[2], y = height * 0.76;
  g_autofree char *from_words = NULL;
  g_autofree char *to_words = NULL;

  if (!get_range (self, &first, &last))
    return;
  from = rcp_time_scale_to_x (scale, first);
  to = rcp_time_scale_to_x (scale, last + 1.0);
  a = to_widget_x (self, CLAMP (from, 0, scale->width_px));
  b = to_widget_x (self, CLAMP (to, 0, scale->width_px));
  append_rect (snapshot, MIN (a, b), height * 20.0 / 44, fabs (b - a), height * 24.0 / 44, &tint);
  from_words = rcp_date_words_day (first, RCP_DATE_STYLE_SHORT);
  to_words = rcp_date_words_day (last, RCP_DATE_STYLE_SHORT);
  if (from >= 0 && from <= scale->width_px)
    {
      double width = measure_words (self->bold, from_words);
      gboolean inside = from - 8 - width < 0;
      double x = inside ? from + 8 : from - 8;

      append_words (self, snapshot, self->bold, from_words, to_widget_x (self, x), y, inside == rtl ? 1 : 0,
                    &self->palette.accent);
      cover[0] = inside ? from - 4 : from - 12 - width;
      cover[1] = inside ? from + 12 + width : from + 6;
      g_array_append_vals (taken, cover, 2);
    }
  if (to >= 0 && to <= scale->width_px)
    {
      double width = measure_words (self->bold, to_words);
      gboolean inside = to + 8 + width > scale->width_px;
      double x = inside ? to - 8 : to + 8;

      append_words (self, snapshot, self->bold, to_words, to_widget_x (self, x), y, inside == rtl ? 0 : 1,
                    &self->palette.accent);
      cover[0] = inside ? to - 12 - width : to - 4;
      cover[1] = inside ? to + 6 : to + 12 + width;
      g_array_append_vals (taken, cover, 2);
    }
}

/* Where the tag of the selected event goes. Returns its words, or NULL if it is not in sight. */
static char *
place_tag (RcpTimelineRuler *self, const RcpTimeScale *scale, double *x, double *left, double *width)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint selected = rcp_timeline_content_get_selected (self->content);
  g_autoptr (RcpEvent) event = NULL;
  g_autofree char *words = NULL;
  RcpLaneMark mark;

  if (selected == RCP_TIMELINE_NONE || !rcp_timeline_index_is_shown (index, selected))
    return NULL;
  rcp_lane_mark_init (&mark, rcp_timeline_index_get (index, selected), scale);
  if (mark.anchor < 0 || mark.anchor > scale->width_px)
    return NULL;
  event = rcp_timeline_content_dup_event (self->content, selected);
  if (rcp_edtf_is_exact_day (rcp_event_get_date (event)))
    words = rcp_timeline_words_day (rcp_edtf_get_first_day (rcp_event_get_date (event)));
  else
    words = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_SHORT);
  *width = measure_words (self->bold, words) + 20;
  *x = mark.anchor;
  *left = CLAMP (*x - *width / 2, 2, MAX (scale->width_px - *width - 2, 2));
  return g_steal_pointer (&words);
}

static void
draw_tag (RcpTimelineRuler *self, GtkSnapshot *snapshot, const char *words, double x, double left, double width)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double a = to_widget_x (self, left), b = to_widget_x (self, left + width);
  double top = height * 20.0 / 44, bottom = height - 5;
  GskRoundedRect tag;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (
      &tag, &GRAPHENE_RECT_INIT ((float) MIN (a, b), (float) top, (float) fabs (b - a), (float) (bottom - top)), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &tag);
  gtk_snapshot_append_color (snapshot, &self->palette.accent_fill, &tag.bounds);
  gtk_snapshot_pop (snapshot);
  x = to_widget_x (self, x);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - 5, (float) bottom - 1, 10, 7));
  gdk_cairo_set_source_rgba (cr, &self->palette.accent_fill);
  cairo_move_to (cr, x - 4, bottom - 0.5);
  cairo_line_to (cr, x + 4, bottom - 0.5);
  cairo_line_to (cr, x, height);
  cairo_fill (cr);
  cairo_destroy (cr);
  append_words (self, snapshot, self->bold, words, MIN (a, b) + 10, (top + bottom) / 2, 0, &self->palette.on_accent);
}

static void
ensure_text (RcpTimelineRuler *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->text != NULL)
    return;
  self->text = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->bold = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (self->bold, attributes);
}

static void
rcp_timeline_ruler_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpTimelineRuler *self = RCP_TIMELINE_RULER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *tag = NULL;
  double tag_x, tag_left, tag_width;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  RcpTimeScale scale;

  if (!self->has_palette)
    rcp_timeline_palette_read (&self->palette, widget);
  self->has_palette = TRUE;
  ensure_text (self);
  get_scale (self, &scale);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (rtl ? 0 : self->inset, 0, width - self->inset, height));
  draw_range (self, snapshot, &scale, taken);
  tag = place_tag (self, &scale, &tag_x, &tag_left, &tag_width);
  if (tag != NULL)
    {
      double cover[2] = { tag_left - 2, tag_left + tag_width + 2 };

      g_array_append_vals (taken, cover, 2);
    }
  draw_ticks (self, snapshot, &scale, taken);
  if (tag != NULL)
    draw_tag (self, snapshot, tag, tag_x, tag_left, tag_width);
  gtk_snapshot_pop (snapshot);
  append_rect (snapshot, 0, height - 1, width, 1, &self->palette.line);
  gtk_widget_snapshot_child (widget, self->start_grip, snapshot);
  gtk_widget_snapshot_child (widget, self->end_grip, snapshot);
}

static void
rcp_timeline_ruler_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                            int *minimum_baseline, int *natural_baseline)
{
  RcpTimelineRuler *self = RCP_TIMELINE_RULER (widget);
  int height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 0;
      return;
    }
  ensure_text (self);
  pango_layout_set_text (self->bold, "0", -1);
  pango_layout_get_pixel_size (self->bold, NULL, &height);
  *minimum = *natural = MAX (44, (int) (2.6 * height));
}

static void
allocate_grip (RcpTimelineRuler *self, GtkWidget *grip, double x, int width, int height)
{
  int size, grip_height;

  gtk_widget_measure (grip, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
  gtk_widget_measure (grip, GTK_ORIENTATION_VERTICAL, -1, &grip_height, NULL, NULL, NULL);
  size = MAX (size, RCP_TIMELINE_GRIP_WIDTH);
  grip_height = MAX (grip_height, MIN (RCP_TIMELINE_GRIP_HEIGHT, height));
  gtk_widget_set_child_visible (grip, x >= -4 && x <= width - self->inset + 4);
  gtk_widget_allocate (grip, size, grip_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) (to_widget_x (self, x) - size / 2.0),
                                                                            (float) (height - 10 - grip_height / 2.0))));
}

static void
rcp_timeline_ruler_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpTimelineRuler *self = RCP_TIMELINE_RULER (widget);
  RcpTimeScale scale;
  gint32 first, last;

  if (!get_range (self, &first, &last))
    {
      gtk_widget_set_child_visible (self->start_grip, FALSE);
      gtk_widget_set_child_visible (self->end_grip, FALSE);
      return;
    }
  get_scale (self, &scale);
  allocate_grip (self, self->start_grip, rcp_time_scale_to_x (&scale, first), width, height);
  allocate_grip (self, self->end_grip, rcp_time_scale_to_x (&scale, last + 1.0), width, height);
  rcp_timeline_grip_set_day (RCP_TIMELINE_GRIP (self->start_grip), first);
  rcp_timeline_grip_set_day (RCP_TIMELINE_GRIP (self->end_grip), last);
}

static void
grip_dragged_cb (RcpTimelineGrip *grip, double x, RcpTimelineRuler *self)
{
  gboolean is_start = GTK_WIDGET (grip) == self->start_grip;
  gint32 first, last, day;
  RcpTimeScale scale;

  if (!get_range (self, &first, &last))
    return;
  get_scale (self, &scale);
  /* An edge between two days is meant: half a day is enough to take the next one. */
  day = to_day (self, x + (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1) * scale.px_per_day / 2);
  if (is_start)
    set_range (self, MIN (day, last), last);
  else
    set_range (self, first, MAX (day - 1, first));
}

static void
grip_stepped_cb (RcpTimelineGrip *grip, int days, RcpTimelineRuler *self)
{
  gint32 first, last;

  if (!get_range (self, &first, &last))
    return;
  if (GTK_WIDGET (grip) == self->start_grip)
    set_range (self, MIN (first + days, last), last);
  else
    set_range (self, first, MAX (last + days, first));
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RcpTimelineRuler *self)
{
  self->drag_day = to_day (self, x);
}

static void
drag_update_cb (GtkGestureDrag *drag, double offset_x, double offset_y, RcpTimelineRuler *self)
{
  double x, y;

  if (self->drag_day == RCP_DAY_INVALID || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  if (!gtk_gesture_is_active (GTK_GESTURE (drag)) || fabs (offset_x) < 4)
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  set_range (self, self->drag_day, to_day (self, x + offset_x));
}

static void
drag_end_cb (GtkGestureDrag *drag, double offset_x, double offset_y, RcpTimelineRuler *self)
{
  self->drag_day = RCP_DAY_INVALID;
}

static void
rcp_timeline_ruler_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RcpTimelineRuler *self = RCP_TIMELINE_RULER (widget);

  GTK_WIDGET_CLASS (rcp_timeline_ruler_parent_class)->css_changed (widget, change);
  self->has_palette = FALSE;
  g_clear_object (&self->text);
  g_clear_object (&self->bold);
  gtk_widget_queue_resize (widget);
}

static void
rcp_timeline_ruler_dispose (GObject *object)
{
  RcpTimelineRuler *self = RCP_TIMELINE_RULER (object);

  g_clear_pointer (&self->start_grip, gtk_widget_unparent);
  g_clear_pointer (&self->end_grip, gtk_widget_unparent);
  g_clear_object (&self->content);
  g_clear_object (&self->text);
  g_clear_object (&self->bold);

  G_OBJECT_CLASS (rcp_timeline_ruler_parent_class)->dispose (object);
}

static void
rcp_timeline_ruler_class_init (RcpTimelineRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_timeline_ruler_dispose;
  widget_class->measure = rcp_timeline_ruler_measure;
  widget_class->size_allocate = rcp_timeline_ruler_size_allocate;
  widget_class->snapshot = rcp_timeline_ruler_snapshot;
  widget_class->css_changed = rcp_timeline_ruler_css_changed;
  gtk_widget_class_set_css_name (widget_class, "timelineruler");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_timeline_ruler_init (RcpTimelineRuler *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->start_grip = rcp_timeline_grip_new (_("Start of the range"));
  self->end_grip = rcp_timeline_grip_new (_("End of the range"));
  gtk_widget_set_parent (self->start_grip, GTK_WIDGET (self));
  gtk_widget_set_parent (self->end_grip, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->start_grip, FALSE);
  gtk_widget_set_child_visible (self->end_grip, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Axis"), -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Drag to select a range"));

  g_signal_connect (self->start_grip, "dragged", G_CALLBACK (grip_dragged_cb), self);
  g_signal_connect (self->end_grip, "dragged", G_CALLBACK (grip_dragged_cb), self);
  g_signal_connect (self->start_grip, "stepped", G_CALLBACK (grip_stepped_cb), self);
  g_signal_connect (self->end_grip, "stepped", G_CALLBACK (grip_stepped_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * rcp_timeline_ruler_new:
 * @content: what the timeline shows
 *
 * Returns: (transfer floating): its axis.
 */
GtkWidget *
rcp_timeline_ruler_new (RcpTimelineContent *content)
{
  RcpTimelineRuler *self = g_object_new (RCP_TYPE_TIMELINE_RULER, NULL);
  RcpTimelineState *state = rcp_timeline_content_get_state (content);

  self->content = g_object_ref (content);
  g_signal_connect_object (content, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::first-day", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::last-day", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::range", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selected-event", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * rcp_timeline_ruler_set_inset:
 * @inset_px: width of the column of labels below it; 0 for none
 */
void
rcp_timeline_ruler_set_inset (RcpTimelineRuler *self, int inset_px)
{
  g_return_if_fail (RCP_IS_TIMELINE_RULER (self));

  if (self->inset == inset_px)
    return;
  self->inset = inset_px;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
