#include "config.h"

#include <math.h>

#include "rcp-timeline-view-private.h"

/* How the timeline moves: zoom, pan, fit, and what pointers and touchpads do. */

#define ZOOM_MS 200
/* One notch of a wheel. */
#define WHEEL_PX 64.0
#define WHEEL_ZOOM 1.18
/* An event further from the middle than this part of half the width is brought to the middle. */
#define MIDDLE_SHARE 0.8
/* A released touchpad slows down by this much in a millisecond; below the second it has stopped (px/ms). */
#define FRICTION 0.004
#define STOPPED 0.02

/* What is visible now. */
void
rcp_timeline_view_get_scale (RcpTimelineView *self, RcpTimeScale *scale)
{
  int width = gtk_widget_get_width (self->canvas) - rcp_timeline_canvas_get_inset (RCP_TIMELINE_CANVAS (self->canvas));

  if (width <= 0)
    width = 720;
  rcp_time_scale_init (scale, rcp_timeline_state_get_first_day (self->state), rcp_timeline_state_get_last_day (self->state),
                       width);
}

static void
set_span (RcpTimelineView *self, double first_day, double last_day)
{
  self->moving = TRUE;
  rcp_timeline_state_set_span (self->state, first_day, last_day);
  self->moving = FALSE;
}

static void
animate_cb (double value, gpointer user_data)
{
  RcpTimelineView *self = user_data;

  /* Both edges move in step, so the point zoomed at stays where it is. */
  set_span (self, self->from_first + value * (self->to_first - self->from_first),
            self->from_last + value * (self->to_last - self->from_last));
}

static void
stop_kinetic (RcpTimelineView *self)
{
  if (self->kinetic_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->kinetic_id);
  self->kinetic_id = 0;
}

/* Ends all movement where it is. */
void
rcp_timeline_view_stop (RcpTimelineView *self)
{
  stop_kinetic (self);
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
}

/* Shows another span. */
void
rcp_timeline_view_go (RcpTimelineView *self, double first_day, double last_day, gboolean animate)
{
  rcp_timeline_view_stop (self);
  if (!animate || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      set_span (self, first_day, last_day);
      return;
    }
  if (self->animation == NULL)
    {
      self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, ZOOM_MS,
                                                 adw_callback_animation_target_new (animate_cb, self, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_OUT_CUBIC);
    }
  self->from_first = rcp_timeline_state_get_first_day (self->state);
  self->from_last = rcp_timeline_state_get_last_day (self->state);
  self->to_first = first_day;
  self->to_last = last_day;
  adw_animation_reset (self->animation);
  adw_animation_play (self->animation);
}

static void
go_to_days (RcpTimelineView *self, gint32 first, gint32 last, gboolean animate)
{
  RcpTimeScale scale;
  double first_day, last_day;

  rcp_timeline_view_get_scale (self, &scale);
  rcp_time_scale_fit (first, last, scale.width_px, &first_day, &last_day);
  rcp_timeline_view_go (self, first_day, last_day, animate);
}

/* Shows the whole dossier, or the whole range. */
void
rcp_timeline_view_fit (RcpTimelineView *self, gboolean to_range, gboolean animate)
{
  RcpEdtf *range = rcp_timeline_state_get_range (self->state);
  gint32 first, last;

  if (to_range && range != NULL && rcp_edtf_is_bounded (range))
    go_to_days (self, rcp_edtf_get_first_day (range), rcp_edtf_get_last_day (range), animate);
  else if (rcp_timeline_index_get_span (rcp_timeline_content_get_index (self->content), &first, &last))
    go_to_days (self, first, last, animate);
}

/* Shows the stretch that has most events: what one wants to see first. */
void
rcp_timeline_view_fit_main (RcpTimelineView *self)
{
  gint32 first, last;

  if (rcp_timeline_overview_get_main_span (RCP_TIMELINE_OVERVIEW (self->overview), &first, &last))
    go_to_days (self, first, last, FALSE);
}

/* @at_x: in the lanes, from the near edge of the visible span; below 0 for the selected event or the middle. */
void
rcp_timeline_view_zoom (RcpTimelineView *self, double factor, double at_x, gboolean animate)
{
  RcpTimeScale scale;
  double first_day, last_day;
  guint selected = rcp_timeline_content_get_selected (self->content);

  rcp_timeline_view_get_scale (self, &scale);
  if (animate && self->animation != NULL && adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING)
    rcp_time_scale_init (&scale, self->to_first, self->to_last, scale.width_px);
  if (at_x < 0)
    {
      at_x = scale.width_px / 2;
      if (selected != RCP_TIMELINE_NONE)
        {
          RcpLaneMark mark;

          rcp_lane_mark_init (&mark, rcp_timeline_index_get (rcp_timeline_content_get_index (self->content), selected),
                              &scale);
          if (mark.anchor >= 0 && mark.anchor <= scale.width_px)
            at_x = mark.anchor;
        }
    }
  rcp_time_scale_zoom (&scale, factor, at_x, &first_day, &last_day);
  self->user_span = TRUE;
  rcp_timeline_view_go (self, first_day, last_day, animate);
}

/* Moves time under the pointer: to the right for what is earlier, whatever the direction of writing. */
void
rcp_timeline_view_pan (RcpTimelineView *self, double px)
{
  RcpTimeScale scale;
  double days, middle;
  gint32 first, last;

  rcp_timeline_view_get_scale (self, &scale);
  if (gtk_widget_get_direction (self->canvas) == GTK_TEXT_DIR_RTL)
    px = -px;
  days = px / scale.px_per_day;
  /* There is nothing to see beyond the first and the last event: the middle stays between them. */
  middle = (scale.first_day + rcp_time_scale_last (&scale)) / 2;
  if (rcp_timeline_index_get_span (rcp_timeline_content_get_index (self->content), &first, &last))
    days = middle - CLAMP (middle - days, MIN (first, middle), MAX (last + 1.0, middle));
  self->user_span = TRUE;
  if (self->animation != NULL)
    adw_animation_pause (self->animation);
  set_span (self, scale.first_day - days, rcp_time_scale_last (&scale) - days);
}

/* Brings an event into sight, if it is not: along time, and down to its lane. */
void
rcp_timeline_view_reveal (RcpTimelineView *self, gint64 event_id)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  guint entry = rcp_timeline_index_find (index, event_id);
  RcpTimeScale scale;
  RcpLaneMark mark;
  double top, bottom, offset;

  if (entry == RCP_TIMELINE_NONE)
    return;
  rcp_timeline_view_get_scale (self, &scale);
  rcp_lane_mark_init (&mark, rcp_timeline_index_get (index, entry), &scale);
  offset = mark.anchor - scale.width_px / 2;
  if (fabs (offset) > MIDDLE_SHARE * scale.width_px / 2)
    {
      double days = offset / scale.px_per_day;

      self->user_span = TRUE;
      rcp_timeline_view_go (self, scale.first_day + days, rcp_time_scale_last (&scale) + days,
                            fabs (offset) < 3 * scale.width_px);
    }
  if (rcp_timeline_canvas_get_event_y (RCP_TIMELINE_CANVAS (self->canvas), event_id, &top, &bottom))
    gtk_adjustment_clamp_page (adjustment, top, bottom);
}

static gboolean
kinetic_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double ms = (now - self->kinetic_us) / 1000.0;

  self->kinetic_us = now;
  rcp_timeline_view_pan (self, -self->velocity * ms);
  self->velocity *= exp (-FRICTION * ms);
  if (fabs (self->velocity) >= STOPPED)
    return G_SOURCE_CONTINUE;
  self->kinetic_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, RcpTimelineView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double unit = gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL ? WHEEL_PX : 1;

  stop_kinetic (self);
  if (state & GDK_CONTROL_MASK)
    {
      RcpTimeScale scale;
      double x = self->pointer_x - rcp_timeline_canvas_get_inset (RCP_TIMELINE_CANVAS (self->canvas));

      rcp_timeline_view_get_scale (self, &scale);
      if (gtk_widget_get_direction (self->canvas) == GTK_TEXT_DIR_RTL)
        x = scale.width_px - self->pointer_x;
      rcp_timeline_view_zoom (self, pow (WHEEL_ZOOM, -dy * unit / WHEEL_PX),
                              self->pointer_x < 0 ? -1 : CLAMP (x, 0, scale.width_px), FALSE);
      return TRUE;
    }
  if (state & GDK_SHIFT_MASK)
    {
      rcp_timeline_view_pan (self, -(fabs (dx) > fabs (dy) ? dx : dy) * unit);
      return TRUE;
    }
  if (fabs (dx) <= fabs (dy))
    return FALSE;
  rcp_timeline_view_pan (self, -dx * unit);
  return TRUE;
}

static void
decelerate_cb (GtkEventControllerScroll *scroll, double velocity_x, double velocity_y, RcpTimelineView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  stop_kinetic (self);
  if (fabs (velocity_x) <= fabs (velocity_y) || clock == NULL)
    return;
  /* GTK tells pixels in a second. */
  self->velocity = velocity_x / 1000;
  self->kinetic_us = gdk_frame_clock_get_frame_time (clock);
  self->kinetic_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), kinetic_cb, NULL, NULL);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, RcpTimelineView *self)
{
  self->pointer_x = x;
}

static void
leave_cb (GtkEventControllerMotion *motion, RcpTimelineView *self)
{
  self->pointer_x = -1;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, RcpTimelineView *self)
{
  rcp_timeline_view_stop (self);
  self->pinch_first = rcp_timeline_state_get_first_day (self->state);
  self->pinch_last = rcp_timeline_state_get_last_day (self->state);
}

static void
pinch_cb (GtkGestureZoom *gesture, double factor, RcpTimelineView *self)
{
  RcpTimeScale scale;
  double x = 0, y, first_day, last_day;

  rcp_timeline_view_get_scale (self, &scale);
  rcp_time_scale_init (&scale, self->pinch_first, self->pinch_last, scale.width_px);
  if (!gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y) || factor <= 0)
    return;
  x -= rcp_timeline_canvas_get_inset (RCP_TIMELINE_CANVAS (self->canvas));
  rcp_time_scale_zoom (&scale, factor, CLAMP (x, 0, scale.width_px), &first_day, &last_day);
  self->user_span = TRUE;
  rcp_timeline_view_go (self, first_day, last_day, FALSE);
}

/* What wheels, touchpads and fingers do above the timeline. */
void
rcp_timeline_view_add_controllers (RcpTimelineView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES
                                                                | GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  /* Before the scrolled window, which would take all of it. */
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (decelerate_cb), self);
  gtk_widget_add_controller (self->timeline_page, scroll);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->timeline_page, motion);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (self->timeline_page, GTK_EVENT_CONTROLLER (pinch));
}
