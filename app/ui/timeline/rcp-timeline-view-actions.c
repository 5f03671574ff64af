#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "rcp-date-words.h"
#include "rcp-family.h"
#include "rcp-timeline-view-private.h"

#define ZOOM_STEP 2.0
#define PAN_STEP 0.2
#define MAX_LISTED 100

static void
select_entry (RcpTimelineView *self, guint entry)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  gint64 id;

  if (entry == RCP_TIMELINE_NONE)
    return;
  id = rcp_timeline_index_get (index, entry)->id;
  rcp_timeline_state_set_selected_event (self->state, id);
  /* The focus goes with it, so that a screen reader says where one is. */
  rcp_timeline_canvas_focus_event (RCP_TIMELINE_CANVAS (self->canvas), id);
}

/* From the event selected; without one, from the first or last that is visible. */
static void
step (RcpTimelineView *self, int direction)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint at = rcp_timeline_content_get_selected (self->content);
  RcpTimeScale scale;

  if (at == RCP_TIMELINE_NONE)
    {
      rcp_timeline_view_get_scale (self, &scale);
      at = rcp_timeline_index_step (index, RCP_TIMELINE_NONE, direction);
      while (at != RCP_TIMELINE_NONE)
        {
          const RcpTimelineEntry *entry = rcp_timeline_index_get (index, at);

          if (direction > 0 ? entry->last_day >= scale.first_day : entry->first_day <= rcp_time_scale_last (&scale))
            break;
          at = rcp_timeline_index_step (index, at, direction);
        }
    }
  else
    at = rcp_timeline_index_step (index, at, direction);
  /* Those outside the filters are passed over. */
  while (at != RCP_TIMELINE_NONE && rcp_timeline_content_is_faded (self->content, at))
    at = rcp_timeline_index_step (index, at, direction);
  select_entry (self, at);
}

static void
step_lane (RcpTimelineView *self, int direction)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  int n = (int) rcp_timeline_index_get_n_lanes (index), lane = direction > 0 ? -1 : n;
  guint selected = rcp_timeline_content_get_selected (self->content);
  RcpTimeScale scale;
  double day;

  rcp_timeline_view_get_scale (self, &scale);
  day = (scale.first_day + rcp_time_scale_last (&scale)) / 2;
  if (selected != RCP_TIMELINE_NONE && rcp_timeline_index_is_shown (index, selected))
    {
      const RcpTimelineEntry *entry = rcp_timeline_index_get (index, selected);

      lane = (int) entry->lane;
      day = ((double) entry->first_day + entry->last_day + 1) / 2;
    }
  for (lane += direction; lane >= 0 && lane < n; lane += direction)
    {
      /* The nearest event whose chip is in that lane. */
      const GArray *members = rcp_timeline_index_get_lane (index, (guint) lane);
      guint best = RCP_TIMELINE_NONE;
      double best_distance = HUGE_VAL;

      for (guint i = 0; i < members->len; i++)
        {
          guint e = g_array_index (members, guint, i);
          const RcpTimelineEntry *entry = rcp_timeline_index_get (index, e);
          double distance = fabs (((double) entry->first_day + entry->last_day + 1) / 2 - day);

          if ((int) entry->lane == lane && distance < best_distance)
            {
              best = e;
              best_distance = distance;
            }
        }
      if (best != RCP_TIMELINE_NONE)
        {
          select_entry (self, best);
          return;
        }
    }
}

/* The card of an actor, the range, then the filters, then the selection. Returns whether there was anything to clear. */
static gboolean
clear_one (RcpTimelineView *self)
{
  if (rcp_timeline_state_get_selected_actor (self->state) != 0)
    rcp_timeline_state_set_selected_actor (self->state, 0);
  else if (rcp_timeline_state_get_range (self->state) != NULL)
    rcp_timeline_state_set_range (self->state, NULL);
  else if (rcp_timeline_state_has_actor_filter (self->state) || rcp_timeline_state_has_found_events (self->state))
    {
      rcp_timeline_state_clear_actor_filter (self->state);
      rcp_timeline_state_clear_found_events (self->state);
    }
  else if (rcp_timeline_state_get_selected_event (self->state) != 0)
    {
      gtk_widget_grab_focus (self->canvas);
      rcp_timeline_state_set_selected_event (self->state, 0);
    }
  else
    return FALSE;
  return TRUE;
}

static void
next_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (RCP_TIMELINE_VIEW (widget), 1);
}

static void
previous_event (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (RCP_TIMELINE_VIEW (widget), -1);
}

static void
lane_above (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_lane (RCP_TIMELINE_VIEW (widget), -1);
}

static void
lane_below (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step_lane (RCP_TIMELINE_VIEW (widget), 1);
}

static void
zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_timeline_view_zoom (RCP_TIMELINE_VIEW (widget), ZOOM_STEP, -1, TRUE);
}

static void
zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_timeline_view_zoom (RCP_TIMELINE_VIEW (widget), 1 / ZOOM_STEP, -1, TRUE);
}

static void
fit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RCP_TIMELINE_VIEW (widget)->user_span = TRUE;
  rcp_timeline_view_fit (RCP_TIMELINE_VIEW (widget), FALSE, TRUE);
}

static void
fit_range (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RCP_TIMELINE_VIEW (widget)->user_span = TRUE;
  rcp_timeline_view_fit (RCP_TIMELINE_VIEW (widget), TRUE, TRUE);
}

static void
pan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (widget);
  RcpTimeScale scale;

  rcp_timeline_view_get_scale (self, &scale);
  rcp_timeline_view_pan (self, -g_variant_get_double (parameter) * scale.width_px);
}

static void
clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  clear_one (RCP_TIMELINE_VIEW (widget));
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return clear_one (RCP_TIMELINE_VIEW (widget));
}

/* Left and right are directions on the screen. */
static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  int direction;
  gboolean alt;
  RcpTimelineView *self = RCP_TIMELINE_VIEW (widget);

  g_variant_get (args, "(ib)", &direction, &alt);
  if (alt)
    {
      RcpTimeScale scale;

      rcp_timeline_view_get_scale (self, &scale);
      rcp_timeline_view_pan (self, -direction * PAN_STEP * scale.width_px);
      return TRUE;
    }
  step (self, gtk_widget_get_direction (self->canvas) == GTK_TEXT_DIR_RTL ? -direction : direction);
  return TRUE;
}

static gboolean
enter_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RcpTimelineView *self = RCP_TIMELINE_VIEW (widget);

  if (rcp_timeline_state_get_selected_event (self->state) == 0)
    return FALSE;
  g_signal_emit_by_name (self, "open-inspector");
  return TRUE;
}

/* The actions of the view and its keys. */
void
rcp_timeline_view_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "timeline.next-event", NULL, next_event }, { "timeline.previous-event", NULL, previous_event },
    { "timeline.lane-above", NULL, lane_above }, { "timeline.lane-below", NULL, lane_below },
    { "timeline.zoom-in", NULL, zoom_in },       { "timeline.zoom-out", NULL, zoom_out },
    { "timeline.fit", NULL, fit },               { "timeline.fit-range", NULL, fit_range },
    { "timeline.pan", "d", pan },                { "timeline.clear", NULL, clear },
  };
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_Up, 0, "timeline.lane-above" },
    { GDK_KEY_Down, 0, "timeline.lane-below" },
    { GDK_KEY_plus, 0, "timeline.zoom-in" },
    { GDK_KEY_plus, GDK_SHIFT_MASK, "timeline.zoom-in" },
    { GDK_KEY_equal, 0, "timeline.zoom-in" },
    { GDK_KEY_KP_Add, 0, "timeline.zoom-in" },
    { GDK_KEY_minus, 0, "timeline.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "timeline.zoom-out" },
    { GDK_KEY_0, 0, "timeline.fit" },
    { GDK_KEY_KP_0, 0, "timeline.fit" },
    /* Where digits are typed with Shift, the key without it. */
    { GDK_KEY_agrave, 0, "timeline.fit" },
    { GDK_KEY_0, GDK_SHIFT_MASK, "timeline.fit-range" },
    { GDK_KEY_parenright, GDK_SHIFT_MASK, "timeline.fit-range" },
  };
  static const struct
  {
    guint key;
    int direction;
  } arrows[] = { { GDK_KEY_Left, -1 }, { GDK_KEY_KP_Left, -1 }, { GDK_KEY_Right, 1 }, { GDK_KEY_KP_Right, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, arrow_cb, "(ib)", arrows[i].direction, FALSE);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_ALT_MASK, arrow_cb, "(ib)", arrows[i].direction, TRUE);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, enter_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, enter_cb, NULL);
}

static void
group_row_cb (GtkListBox *list, GtkListBoxRow *row, RcpTimelineView *self)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "event-id");

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  rcp_timeline_state_set_selected_event (self->state, *id);
}

static void
show_group (RcpTimelineView *self, const GArray *entries, GtkWidget *chip)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  graphene_rect_t bounds;

  for (guint i = 0; i < MIN (entries->len, MAX_LISTED); i++)
    {
      g_autoptr (RcpEvent) event = rcp_timeline_content_dup_event (self->content, g_array_index (entries, guint, i));
      RcpFamily family = rcp_action_get_family (rcp_event_get_action (event));
      g_autofree char *when = rcp_date_words_format (rcp_event_get_date (event), RCP_DATE_STYLE_SHORT);
      gint64 id = rcp_event_get_id (event);
      GtkWidget *row = gtk_list_box_row_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *icon = gtk_image_new_from_icon_name (rcp_family_get_icon_name (family));
      GtkWidget *title = gtk_label_new (rcp_event_get_title (event));
      GtkWidget *date = gtk_label_new (when);

      gtk_widget_add_css_class (icon, rcp_family_get_css_class (family));
      gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (title), 44);
      gtk_label_set_xalign (GTK_LABEL (title), 0);
      gtk_widget_set_hexpand (title, TRUE);
      gtk_widget_add_css_class (date, "rcp-caption");
      gtk_widget_add_css_class (date, "rcp-dim");
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), title);
      gtk_box_append (GTK_BOX (box), date);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
      g_object_set_data_full (G_OBJECT (row), "event-id", g_memdup2 (&id, sizeof id), g_free);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  g_signal_connect (list, "row-activated", G_CALLBACK (group_row_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 320);
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  if (gtk_widget_compute_bounds (chip, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                                                   (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Zooms to a group; lists it where no zoom could take it apart. */
void
rcp_timeline_view_open_group (RcpTimelineView *self, double first_day, double last_day, GtkWidget *chip)
{
  const RcpTimelineIndex *index = rcp_timeline_content_get_index (self->content);
  guint lane = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "lane"));
  guint placement = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "placement"));
  g_autoptr (GArray) entries
      = rcp_timeline_canvas_list_group (RCP_TIMELINE_CANVAS (self->canvas), lane, placement);
  RcpTimeScale scale;
  double middle = (first_day + last_day) / 2, span = (last_day - first_day) * 1.6, visible;
  guint n_slots = 1;

  rcp_timeline_view_get_scale (self, &scale);
  visible = rcp_time_scale_last (&scale) - scale.first_day;
  for (guint i = 0; i < entries->len; i++)
    n_slots = MAX (n_slots, rcp_timeline_index_get (index, g_array_index (entries, guint, i))->n_slots);
  /* Wide enough that those of one day stand side by side, but never less than a day or two. */
  span = MAX (span, scale.width_px / MIN (20.0 * n_slots, RCP_TIME_SCALE_MAX_PX_PER_DAY));
  span = MIN (span, visible / 2);
  if (scale.width_px / span > RCP_TIME_SCALE_MAX_PX_PER_DAY)
    {
      show_group (self, entries, chip);
      return;
    }
  self->user_span = TRUE;
  rcp_timeline_view_go (self, middle - span / 2, middle + span / 2, TRUE);
}
