#include "config.h"

#include "rcp-timeline-canvas.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rcp-timeline-drawing.h"
#include "rcp-timeline-lane.h"
#include "rcp-timeline-meter.h"
#include "rcp-timeline-publications.h"

/* Laid out beyond each edge, as a part of the width. */
#define MARGIN_SHARE 0.3
/* How long after the last movement chips are put right at the edges. */
#define SETTLE_MS 160
/* How near a press must be to a mark. */
#define MARK_REACH_PX 9.0

struct _RcpTimelineCanvas
{
  GtkWidget parent_instance;

  /* children */
  GPtrArray *lanes; /* of borrowed GtkWidget; only the first n_lanes are shown */
  GtkWidget *publications;

  /* owned */
  RcpTimelineContent *content;
  RcpTimelineLayout *layout;
  GskRenderNode *marks;
  RcpTimelineMeter *meter;

  /* plain */
  RcpTimelinePalette palette;
  gboolean has_palette;
  gboolean stale; /* whether the layout must be made again whatever the span */
  gboolean lanes_stale;
  int inset;
  int width;
  double shift;
  double drag_x;
  double layout_ms;
  guint settle_id;
  guint focus_id;
  gint64 focus_event; /* waits for its chip */
};

G_DEFINE_FINAL_TYPE (RcpTimelineCanvas, rcp_timeline_canvas, GTK_TYPE_WIDGET)

enum
{
  EVENT_ACTIVATED,
  GROUP_ACTIVATED,
  PANNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
get_scale (RcpTimelineCanvas *self, int width, RcpTimeScale *scale)
{
  RcpTimelineState *state = rcp_timeline_content_get_state (self->content);

  rcp_time_scale_init (scale, rcp_timeline_state_get_first_day (state), rcp_timeline_state_get_last_day (state),
                       MAX (width - self->inset, 1));
}

static void
get_metrics (RcpTimelineCanvas *self, RcpLayoutMetrics *metrics)
{
  int chip, label = 20;

  chip = rcp_timeline_meter_get_height (self->meter);
  if (self->lanes->len > 0)
    label = rcp_timeline_lane_get_label_height (g_ptr_array_index (self->lanes, 0));
  label = MAX (32, label + 12);
  *metrics = self->inset > 0 ? (RcpLayoutMetrics) { 6, chip + 6, chip, 8, 14 }
                             : (RcpLayoutMetrics) { label, chip + 8, chip, 8, 18 };
}

static void
sync_lanes (RcpTimelineCanvas *self)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint n = rcp_timeline_index_get_n_lanes (index);

  if (!self->lanes_stale)
    return;
  self->lanes_stale = FALSE;
  for (guint l = 0; l < n; l++)
    {
      GtkWidget *lane = l < self->lanes->len ? g_ptr_array_index (self->lanes, l) : NULL;

      if (lane != NULL)
        rcp_timeline_lane_set_lane (RCP_TIMELINE_LANE (lane), l);
    }
  for (guint l = 0; l < self->lanes->len; l++)
    gtk_widget_set_child_visible (g_ptr_array_index (self->lanes, l), l < n);
}

static void
update_counts (RcpTimelineCanvas *self, const RcpTimeScale *scale)
{
  RcpTimelineState *state = rcp_timeline_content_get_state (self->content);
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  RcpEdtf *range = rcp_timeline_state_get_range (state);
  double first = floor (scale->first_day + 0.5), last = rcp_time_scale_last (scale);

  for (guint l = 0; l < rcp_timeline_layout_get_n_lanes (self->layout) && l < self->lanes->len; l++)
    {
      RcpTimelineLane *lane = g_ptr_array_index (self->lanes, l);
      guint before = rcp_timeline_index_neighbour (index, l, scale->first_day, -1);
      guint after = rcp_timeline_index_neighbour (index, l, last, 1);

      if (range != NULL)
        rcp_timeline_lane_set_count (lane, rcp_timeline_index_count (index, l, rcp_edtf_get_first_day (range),
                                                                     rcp_edtf_get_last_day (range)));
      else
        rcp_timeline_lane_set_count (lane, rcp_timeline_index_count (index, l, (gint32) CLAMP (first, -1e8, 1e8),
                                                                     (gint32) CLAMP (last, -1e8, 1e8)));
      rcp_timeline_lane_set_neighbours (lane, self->layout, self->shift, before, after);
    }
}

/* Whether what is laid out also serves the span that is visible now, shifted. */
static gboolean
layout_serves (RcpTimelineCanvas *self, const RcpTimeScale *scale, double *shift)
{
  const RcpTimeScale *made_for = rcp_timeline_layout_get_scale (self->layout);

  *shift = (made_for->first_day - scale->first_day) * scale->px_per_day;
  return !self->stale && made_for->width_px == scale->width_px
         && fabs (made_for->px_per_day / scale->px_per_day - 1) < 1e-9
         && fabs (*shift) <= MARGIN_SHARE * scale->width_px;
}

static void
ensure_layout (RcpTimelineCanvas *self, int width)
{
  RcpTimeScale scale;
  RcpLayoutMetrics metrics;
  gint64 start;

  self->width = width;
  get_scale (self, width, &scale);
  if (layout_serves (self, &scale, &self->shift))
    return;
  start = g_get_monotonic_time ();
  get_metrics (self, &metrics);
  rcp_timeline_layout_update (self->layout, rcp_timeline_content_get_index (self->content), &scale,
                              MARGIN_SHARE * scale.width_px, rcp_timeline_content_get_selected (self->content), &metrics);
  self->stale = FALSE;
  self->shift = 0;
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  sync_lanes (self);
  for (guint l = 0; l < rcp_timeline_layout_get_n_lanes (self->layout) && l < self->lanes->len; l++)
    rcp_timeline_lane_update (g_ptr_array_index (self->lanes, l), self->layout);
  update_counts (self, &scale);
  self->layout_ms = (g_get_monotonic_time () - start) / 1000.0;
}

static gboolean
settle_cb (gpointer data)
{
  RcpTimelineCanvas *self = data;
  RcpTimeScale scale;

  self->settle_id = 0;
  get_scale (self, self->width, &scale);
  if (self->shift != 0 && rcp_timeline_layout_is_cut (self->layout, self->shift))
    {
      self->stale = TRUE;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  else
    update_counts (self, &scale);
  return G_SOURCE_REMOVE;
}

static void
span_changed_cb (RcpTimelineCanvas *self)
{
  RcpTimeScale scale;
  double shift;

  get_scale (self, self->width, &scale);
  if (!layout_serves (self, &scale, &shift))
    {
      gtk_widget_queue_resize (GTK_WIDGET (self));
      return;
    }
  self->shift = shift;
  for (guint l = 0; l < rcp_timeline_layout_get_n_lanes (self->layout) && l < self->lanes->len; l++)
    rcp_timeline_lane_set_shift (g_ptr_array_index (self->lanes, l), shift);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
forget_layout (RcpTimelineCanvas *self)
{
  self->stale = TRUE;
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
lane_event_cb (RcpTimelineLane *lane, gint64 event_id, gboolean open, RcpTimelineCanvas *self)
{
  g_signal_emit (self, signals[EVENT_ACTIVATED], 0, event_id, open);
}

static void
lane_group_cb (RcpTimelineLane *lane, guint placement, GtkWidget *chip, RcpTimelineCanvas *self)
{
  const RcpTimeScale *scale = rcp_timeline_layout_get_scale (self->layout);
  guint l;

  if (g_ptr_array_find (self->lanes, lane, &l) && l < rcp_timeline_layout_get_n_lanes (self->layout))
    {
      const RcpLaneLayout *layout = rcp_timeline_layout_get_lane (self->layout, l);
      const RcpLanePlacement *p;

      if (placement >= layout->placements->len)
        return;
      p = &g_array_index (layout->placements, RcpLanePlacement, placement);
      g_object_set_data (G_OBJECT (chip), "lane", GUINT_TO_POINTER (l));
      g_object_set_data (G_OBJECT (chip), "placement", GUINT_TO_POINTER (placement));
      g_signal_emit (self, signals[GROUP_ACTIVATED], 0, rcp_time_scale_to_day (scale, p->left),
                     rcp_time_scale_to_day (scale, p->right), chip);
    }
}

/* There must be a widget for each lane before the first layout: making them is no part of measuring. */
static void
content_changed_cb (RcpTimelineCanvas *self)
{
  guint n = rcp_timeline_index_get_n_lanes (rcp_timeline_content_get_index (self->content));

  while (self->lanes->len < n)
    {
      GtkWidget *lane = rcp_timeline_lane_new (self->content);

      rcp_timeline_lane_set_inset (RCP_TIMELINE_LANE (lane), self->inset);
      gtk_widget_insert_before (lane, GTK_WIDGET (self), self->publications);
      g_signal_connect (lane, "event-activated", G_CALLBACK (lane_event_cb), self);
      g_signal_connect (lane, "group-activated", G_CALLBACK (lane_group_cb), self);
      g_ptr_array_add (self->lanes, lane);
    }
  rcp_timeline_meter_forget (self->meter);
  self->lanes_stale = TRUE;
  forget_layout (self);
}

static void
faded_cb (RcpTimelineCanvas *self)
{
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  for (guint l = 0; l < self->lanes->len; l++)
    if (gtk_widget_get_child_visible (g_ptr_array_index (self->lanes, l)))
      rcp_timeline_lane_update_states (g_ptr_array_index (self->lanes, l));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
selection_changed_cb (RcpTimelineCanvas *self)
{
  guint selected = rcp_timeline_content_get_selected (self->content);

  /* A selected event keeps its chip: if it has none now, there must be another layout. */
  if (selected != RCP_TIMELINE_NONE && !rcp_timeline_layout_shows_chip (self->layout, selected))
    forget_layout (self);
  faded_cb (self);
}

static void
range_changed_cb (RcpTimelineCanvas *self)
{
  RcpTimeScale scale;

  get_scale (self, self->width, &scale);
  update_counts (self, &scale);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
pressed_cb (GtkGestureClick *click, int n_press, double x, double y, RcpTimelineCanvas *self)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  double logical = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? self->width - x : x;
  guint entry
      = rcp_timeline_layout_find_mark (self->layout, index, logical - self->inset - self->shift, y, MARK_REACH_PX);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (entry != RCP_TIMELINE_NONE)
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
      g_signal_emit (self, signals[EVENT_ACTIVATED], 0,
                     rcp_timeline_index_get (index, entry)->id, n_press > 1);
    }
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RcpTimelineCanvas *self)
{
  self->drag_x = 0;
}

static void
drag_update_cb (GtkGestureDrag *drag, double x, double y, RcpTimelineCanvas *self)
{
  if (self->drag_x == 0 && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) x, 0))
    return;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  g_signal_emit (self, signals[PANNED], 0, x - self->drag_x);
  self->drag_x = x;
}

static void
drag_end_cb (GtkGestureDrag *drag, double x, double y, RcpTimelineCanvas *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
rcp_timeline_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  RcpTimelineCanvas *self = RCP_TIMELINE_CANVAS (widget);
  int publications;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 720;
      return;
    }
  ensure_layout (self, for_size > 0 ? for_size : MAX (self->width, 200));
  gtk_widget_measure (self->publications, GTK_ORIENTATION_VERTICAL, -1, NULL, &publications, NULL, NULL);
  *minimum = *natural = (int) ceil (rcp_timeline_layout_get_height (self->layout)) + publications;
}

static GtkSizeRequestMode
rcp_timeline_canvas_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
focus_cb (gpointer data)
{
  RcpTimelineCanvas *self = data;
  gint64 event_id = self->focus_event;

  self->focus_id = 0;
  self->focus_event = 0;
  rcp_timeline_canvas_focus_event (self, event_id);
  self->focus_event = 0;
}

static void
rcp_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpTimelineCanvas *self = RCP_TIMELINE_CANVAS (widget);
  guint n;
  double y = 0;

  ensure_layout (self, width);
  n = rcp_timeline_layout_get_n_lanes (self->layout);
  for (guint l = 0; l < n && l < self->lanes->len; l++)
    {
      const RcpLaneLayout *lane = rcp_timeline_layout_get_lane (self->layout, l);

      gtk_widget_set_child_visible (g_ptr_array_index (self->lanes, l), lane->height > 0);
      if (lane->height <= 0)
        continue;
      rcp_timeline_lane_set_shift (g_ptr_array_index (self->lanes, l), self->shift);
      gtk_widget_allocate (g_ptr_array_index (self->lanes, l), width, (int) ceil (lane->height), -1,
                           gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) lane->y)));
    }
  y = ceil (rcp_timeline_layout_get_height (self->layout));
  gtk_widget_allocate (self->publications, width, MAX ((int) (height - y), 0), -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) y)));
  /* The focus moves by itself only between frames. */
  if (self->focus_event != 0 && self->focus_id == 0)
    self->focus_id = g_idle_add_once (focus_cb, self);
}

static void
rcp_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpTimelineCanvas *self = RCP_TIMELINE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  RcpTimelineDrawing drawing;
  RcpTimeScale scale;
  double shift;

  if (!self->has_palette)
    rcp_timeline_palette_read (&self->palette, widget);
  self->has_palette = TRUE;
  drawing = (RcpTimelineDrawing) {
    .palette = &self->palette,
    .content = self->content,
    .layout = self->layout,
    .inset = self->inset,
    .width = width,
    .height = height,
    .shift = self->shift,
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  get_scale (self, width, &scale);
  rcp_timeline_drawing_ground (&drawing, snapshot, &scale);
  rcp_timeline_drawing_lines (&drawing, snapshot);
  if (self->marks == NULL)
    self->marks = rcp_timeline_drawing_marks (&drawing);
  if (self->marks != NULL)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (drawing.rtl ? 0 : self->inset, 0, width - self->inset, height));
      gtk_snapshot_save (snapshot);
      shift = drawing.rtl ? width - self->inset - self->shift : self->inset + self->shift;
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) shift, 0));
      gtk_snapshot_append_node (snapshot, self->marks);
      gtk_snapshot_restore (snapshot);
      gtk_snapshot_pop (snapshot);
    }
  for (guint l = 0; l < self->lanes->len; l++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->lanes, l), snapshot);
  gtk_widget_snapshot_child (widget, self->publications, snapshot);
}

static void
rcp_timeline_canvas_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RcpTimelineCanvas *self = RCP_TIMELINE_CANVAS (widget);

  GTK_WIDGET_CLASS (rcp_timeline_canvas_parent_class)->css_changed (widget, change);
  self->has_palette = FALSE;
  if (self->meter != NULL)
    rcp_timeline_meter_forget (self->meter);
  forget_layout (self);
}

static void
rcp_timeline_canvas_dispose (GObject *object)
{
  RcpTimelineCanvas *self = RCP_TIMELINE_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_handle_id (&self->focus_id, g_source_remove);
  if (self->lanes != NULL)
    g_ptr_array_set_size (self->lanes, 0);
  g_clear_pointer (&self->meter, rcp_timeline_meter_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->content);

  G_OBJECT_CLASS (rcp_timeline_canvas_parent_class)->dispose (object);
}

static void
rcp_timeline_canvas_finalize (GObject *object)
{
  RcpTimelineCanvas *self = RCP_TIMELINE_CANVAS (object);

  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->layout, rcp_timeline_layout_free);
  g_clear_pointer (&self->marks, gsk_render_node_unref);

  G_OBJECT_CLASS (rcp_timeline_canvas_parent_class)->finalize (object);
}

static void
rcp_timeline_canvas_class_init (RcpTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_timeline_canvas_dispose;
  object_class->finalize = rcp_timeline_canvas_finalize;
  widget_class->measure = rcp_timeline_canvas_measure;
  widget_class->get_request_mode = rcp_timeline_canvas_get_request_mode;
  widget_class->size_allocate = rcp_timeline_canvas_size_allocate;
  widget_class->snapshot = rcp_timeline_canvas_snapshot;
  widget_class->css_changed = rcp_timeline_canvas_css_changed;
  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[EVENT_ACTIVATED] = g_signal_new ("event-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
  signals[GROUP_ACTIVATED] = g_signal_new ("group-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 3, G_TYPE_DOUBLE, G_TYPE_DOUBLE, GTK_TYPE_WIDGET);
  signals[PANNED] = g_signal_new ("panned", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_DOUBLE);
}

static void
rcp_timeline_canvas_init (RcpTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->lanes = g_ptr_array_new ();
  self->stale = self->lanes_stale = TRUE;

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * rcp_timeline_canvas_new:
 * @content: what to show
 *
 * Returns: (transfer floating): the lanes.
 */
GtkWidget *
rcp_timeline_canvas_new (RcpTimelineContent *content)
{
  RcpTimelineCanvas *self = g_object_new (RCP_TYPE_TIMELINE_CANVAS, NULL);
  RcpTimelineState *state = rcp_timeline_content_get_state (content);

  self->content = g_object_ref (content);
  self->meter = rcp_timeline_meter_new (content, GTK_WIDGET (self));
  self->layout = rcp_timeline_layout_new (rcp_timeline_meter_measure, self->meter);
  self->publications = rcp_timeline_publications_new (content);
  gtk_widget_set_parent (self->publications, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Lanes"), -1);
  g_signal_connect_object (content, "changed", G_CALLBACK (content_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (content, "faded", G_CALLBACK (faded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::first-day", G_CALLBACK (span_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::last-day", G_CALLBACK (span_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::selected-event", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::range", G_CALLBACK (range_changed_cb), self, G_CONNECT_SWAPPED);
  content_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * rcp_timeline_canvas_set_inset:
 * @inset_px: width of the column of labels; 0 for labels in rows of their own
 */
void
rcp_timeline_canvas_set_inset (RcpTimelineCanvas *self, int inset_px)
{
  g_return_if_fail (RCP_IS_TIMELINE_CANVAS (self));

  if (self->inset == inset_px)
    return;
  self->inset = inset_px;
  for (guint l = 0; l < self->lanes->len; l++)
    rcp_timeline_lane_set_inset (g_ptr_array_index (self->lanes, l), inset_px);
  rcp_timeline_publications_set_inset (RCP_TIMELINE_PUBLICATIONS (self->publications), inset_px);
  forget_layout (self);
}

/**
 * rcp_timeline_canvas_get_inset:
 *
 * Returns: the width of the column of labels.
 */
int
rcp_timeline_canvas_get_inset (RcpTimelineCanvas *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_CANVAS (self), 0);

  return self->inset;
}

/**
 * rcp_timeline_canvas_focus_event:
 * @event_id: an event
 *
 * Moves the focus to the chip of the event; if it has none yet, as soon as it has.
 *
 * Returns: whether it has one now.
 */
gboolean
rcp_timeline_canvas_focus_event (RcpTimelineCanvas *self, gint64 event_id)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_CANVAS (self), FALSE);

  for (guint l = 0; l < self->lanes->len; l++)
    {
      GtkWidget *chip = rcp_timeline_lane_find_chip (g_ptr_array_index (self->lanes, l), event_id);

      if (chip != NULL && gtk_widget_get_child_visible (chip))
        {
          self->focus_event = 0;
          return gtk_widget_grab_focus (chip);
        }
    }
  self->focus_event = event_id;
  return FALSE;
}

/**
 * rcp_timeline_canvas_get_event_y:
 * @event_id: an event
 * @top: (out): top of its lane
 * @bottom: (out): end of its lane
 *
 * Returns: whether it is in a lane.
 */
gboolean
rcp_timeline_canvas_get_event_y (RcpTimelineCanvas *self, gint64 event_id, double *top, double *bottom)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint entry = rcp_timeline_index_find (index, event_id);
  const RcpLaneLayout *lane;

  if (entry == RCP_TIMELINE_NONE
      || rcp_timeline_index_get (index, entry)->lane >= rcp_timeline_layout_get_n_lanes (self->layout))
    return FALSE;
  lane = rcp_timeline_layout_get_lane (self->layout, rcp_timeline_index_get (index, entry)->lane);
  *top = lane->y;
  *bottom = lane->y + lane->height;
  return TRUE;
}

/**
 * rcp_timeline_canvas_list_group:
 * @lane: a lane
 * @placement: a group in it
 *
 * Returns: (transfer full) (element-type guint): the entries of the events that the group stands for.
 */
GArray *
rcp_timeline_canvas_list_group (RcpTimelineCanvas *self, guint lane, guint placement)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_CANVAS (self), g_array_new (FALSE, FALSE, sizeof (guint)));

  return rcp_timeline_layout_list_group (self->layout, lane, placement);
}

/**
 * rcp_timeline_canvas_get_layout_ms:
 *
 * Returns: how long the last layout took, in milliseconds, the measuring of chips included.
 */
double
rcp_timeline_canvas_get_layout_ms (RcpTimelineCanvas *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_CANVAS (self), 0);

  return self->layout_ms;
}
