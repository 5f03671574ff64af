#include "config.h"

#include "rcp-panes.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rcp-pane-handle.h"

/* Below the first width there is no room for three columns that can be read, below the second none for two. */
#define WIDE_PX 1200
#define MEDIUM_PX 860

#define ACTORS_PX 280
#define ACTORS_MIN_PX 220
#define ACTORS_MAX_PX 360
#define INSPECTOR_PX 420
#define INSPECTOR_MIN_PX 320
#define INSPECTOR_MAX_PX 560
#define BELOW_PX 208
#define BELOW_MIN_PX 120
#define BELOW_MAX_SHARE 0.6

/* How far a handle can be taken hold of, on both sides of its line. */
#define HANDLE_PX 9

struct _RcpPanes
{
  GtkWidget parent_instance;

  /* children, from back to front */
  GtkWidget *centre;
  GtkWidget *inspector;
  GtkWidget *back;
  GtkWidget *inspector_handle;
  GtkWidget *actors_handle;
  GtkWidget *actors;

  /* plain */
  RcpPanesMode mode;
  int actors_px;
  int inspector_px;
  int below_px;
  int begin_px;
  guint mode_id;
  gboolean show_actors;
  gboolean show_fold;
  gboolean show_inspector;
  gboolean on_inspector;
};

G_DEFINE_FINAL_TYPE (RcpPanes, rcp_panes, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_MODE,
  PROP_SHOW_ACTORS,
  PROP_SHOW_INSPECTOR,
  PROP_ON_INSPECTOR,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNAL_RESIZED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_actors_shown (RcpPanes *self)
{
  return self->mode == RCP_PANES_WIDE ? self->show_actors : self->show_fold;
}

/* The actors look like something that lies over the rest only where they do. */
static void
update_fold (RcpPanes *self)
{
  if (self->actors == NULL)
    return;
  if (self->mode == RCP_PANES_WIDE)
    gtk_widget_remove_css_class (self->actors, "rcp-fold");
  else
    gtk_widget_add_css_class (self->actors, "rcp-fold");
}

static gboolean
mode_cb (gpointer user_data)
{
  RcpPanes *self = user_data;

  self->mode_id = 0;
  update_fold (self);
  rcp_pane_handle_set_orientation (RCP_PANE_HANDLE (self->inspector_handle), self->mode == RCP_PANES_WIDE
                                                                               ? GTK_ORIENTATION_HORIZONTAL
                                                                               : GTK_ORIENTATION_VERTICAL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_ACTORS]);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
set_mode (RcpPanes *self, RcpPanesMode mode)
{
  if (self->mode == mode)
    return;
  self->mode = mode;
  self->show_fold = FALSE;
  self->on_inspector = FALSE;
  /* Whoever listens changes widgets, and that must not happen while sizes are given out. */
  if (self->mode_id == 0)
    self->mode_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, mode_cb, self, NULL);
}

/* A child that needs more than it gets is cut at the edge rather than squeezed. */
static void
place (RcpPanes *self, GtkWidget *child, gboolean show, int x, int y, int width, int height)
{
  int minimum;

  if (child == NULL)
    return;
  gtk_widget_set_child_visible (child, show);
  if (!show)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  width = MAX (width, minimum);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
  height = MAX (height, minimum);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
place_wide (RcpPanes *self, int width, int height)
{
  int start = self->show_actors ? self->actors_px + 1 : 0, end = self->show_inspector ? self->inspector_px + 1 : 0;

  place (self, self->actors, self->show_actors, 0, 0, self->actors_px, height);
  place (self, self->actors_handle, self->show_actors, self->actors_px - HANDLE_PX / 2, 0, HANDLE_PX, height);
  place (self, self->centre, TRUE, start, 0, width - start - end, height);
  place (self, self->inspector_handle, self->show_inspector, width - end - HANDLE_PX / 2, 0, HANDLE_PX, height);
  place (self, self->inspector, self->show_inspector, width - self->inspector_px, 0, self->inspector_px, height);
  place (self, self->back, FALSE, 0, 0, 0, 0);
}

static void
place_medium (RcpPanes *self, int width, int height)
{
  int below = CLAMP (self->below_px, BELOW_MIN_PX, MAX (BELOW_MIN_PX, (int) (height * BELOW_MAX_SHARE)));
  int end = self->show_inspector ? below + 1 : 0;

  place (self, self->centre, TRUE, 0, 0, width, height - end);
  place (self, self->inspector_handle, self->show_inspector, 0, height - end - HANDLE_PX, width, 2 * HANDLE_PX + 1);
  place (self, self->inspector, self->show_inspector, 0, height - below, width, below);
  place (self, self->back, FALSE, 0, 0, 0, 0);
  place (self, self->actors_handle, FALSE, 0, 0, 0, 0);
  place (self, self->actors, self->show_fold, 0, 0, MIN (ACTORS_PX, width), height);
}

static void
place_narrow (RcpPanes *self, int width, int height)
{
  int back_height = 0;

  if (self->on_inspector)
    gtk_widget_measure (self->back, GTK_ORIENTATION_VERTICAL, -1, &back_height, NULL, NULL, NULL);
  place (self, self->centre, !self->on_inspector, 0, 0, width, height);
  place (self, self->inspector, self->on_inspector, 0, back_height, width, height - back_height);
  place (self, self->back, self->on_inspector, 0, 0, width, back_height);
  place (self, self->inspector_handle, FALSE, 0, 0, 0, 0);
  place (self, self->actors_handle, FALSE, 0, 0, 0, 0);
  place (self, self->actors, self->show_fold, 0, 0, MIN (ACTORS_PX, width), height);
}

static void
actors_begin_cb (RcpPanes *self)
{
  self->begin_px = self->actors_px;
}

static void
actors_move_cb (RcpPanes *self, int offset_px)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    offset_px = -offset_px;
  self->actors_px = CLAMP (self->begin_px + offset_px, ACTORS_MIN_PX, ACTORS_MAX_PX);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
inspector_begin_cb (RcpPanes *self)
{
  self->begin_px = self->mode == RCP_PANES_WIDE ? self->inspector_px : self->below_px;
}

static void
inspector_move_cb (RcpPanes *self, int offset_px)
{
  int most = gtk_widget_get_height (GTK_WIDGET (self)) * BELOW_MAX_SHARE;

  if (self->mode == RCP_PANES_WIDE && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    offset_px = -offset_px;
  if (self->mode == RCP_PANES_WIDE)
    self->inspector_px = CLAMP (self->begin_px - offset_px, INSPECTOR_MIN_PX, INSPECTOR_MAX_PX);
  else
    self->below_px = CLAMP (self->begin_px - offset_px, BELOW_MIN_PX, MAX (BELOW_MIN_PX, most));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
end_cb (RcpPanes *self)
{
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
}

/* A press beside the actors that lie over the centre folds them away. */
static void
pressed_cb (RcpPanes *self, int n_press, double x, double y)
{
  graphene_rect_t bounds;

  if (!self->show_fold || self->mode == RCP_PANES_WIDE || self->actors == NULL)
    return;
  if (gtk_widget_compute_bounds (self->actors, GTK_WIDGET (self), &bounds)
      && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return;
  rcp_panes_set_show_actors (self, FALSE);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rcp_panes_set_on_inspector (RCP_PANES (widget), FALSE);
}

static GtkSizeRequestMode
rcp_panes_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* What the panes hold must not keep the window from being made small: they rearrange themselves before that. */
static void
rcp_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 240;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDE_PX : 600;
}

static void
rcp_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpPanes *self = RCP_PANES (widget);

  set_mode (self, width >= WIDE_PX     ? RCP_PANES_WIDE
                  : width >= MEDIUM_PX ? RCP_PANES_MEDIUM
                                       : RCP_PANES_NARROW);
  switch (self->mode)
    {
    case RCP_PANES_WIDE:
      place_wide (self, width, height);
      break;
    case RCP_PANES_MEDIUM:
      place_medium (self, width, height);
      break;
    case RCP_PANES_NARROW:
    default:
      place_narrow (self, width, height);
    }
}

static gboolean
rcp_panes_focus (GtkWidget *widget, GtkDirectionType direction)
{
  RcpPanes *self = RCP_PANES (widget);
  GtkWidget *order[] = { self->actors, self->actors_handle, self->back, self->centre, self->inspector_handle,
                         self->inspector };
  int n = G_N_ELEMENTS (order), step = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1, current = -1;
  GtkWidget *focus = gtk_widget_get_focus_child (widget);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (rcp_panes_parent_class)->focus (widget, direction);
  /* In reading order, which is not the order in which they lie over each other. */
  for (int i = 0; i < n; i++)
    if (order[i] != NULL && order[i] == focus)
      current = i;
  if (current < 0)
    current = step > 0 ? 0 : n - 1;
  for (int i = current; i >= 0 && i < n; i += step)
    if (order[i] != NULL && gtk_widget_get_child_visible (order[i]) && gtk_widget_child_focus (order[i], direction))
      return TRUE;
  return FALSE;
}

static void
rcp_panes_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpPanes *self = RCP_PANES (object);

  switch (prop_id)
    {
    case PROP_MODE:
      g_value_set_int (value, self->mode);
      break;
    case PROP_SHOW_ACTORS:
      g_value_set_boolean (value, rcp_panes_get_show_actors (self));
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, self->show_inspector);
      break;
    case PROP_ON_INSPECTOR:
      g_value_set_boolean (value, rcp_panes_get_on_inspector (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_panes_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpPanes *self = RCP_PANES (object);

  switch (prop_id)
    {
    case PROP_SHOW_ACTORS:
      rcp_panes_set_show_actors (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      rcp_panes_set_show_inspector (self, g_value_get_boolean (value));
      break;
    case PROP_ON_INSPECTOR:
      rcp_panes_set_on_inspector (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_panes_dispose (GObject *object)
{
  RcpPanes *self = RCP_PANES (object);

  g_clear_handle_id (&self->mode_id, g_source_remove);
  g_clear_pointer (&self->actors, gtk_widget_unparent);
  g_clear_pointer (&self->centre, gtk_widget_unparent);
  g_clear_pointer (&self->inspector, gtk_widget_unparent);
  g_clear_pointer (&self->back, gtk_widget_unparent);
  g_clear_pointer (&self->actors_handle, gtk_widget_unparent);
  g_clear_pointer (&self->inspector_handle, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_panes_parent_class)->dispose (object);
}

static void
rcp_panes_class_init (RcpPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rcp_panes_dispose;
  object_class->get_property = rcp_panes_get_property;
  object_class->set_property = rcp_panes_set_property;
  widget_class->get_request_mode = rcp_panes_get_request_mode;
  widget_class->measure = rcp_panes_measure;
  widget_class->size_allocate = rcp_panes_size_allocate;
  widget_class->focus = rcp_panes_focus;

  properties[PROP_MODE] = g_param_spec_int ("mode", NULL, NULL, RCP_PANES_WIDE, RCP_PANES_NARROW, RCP_PANES_WIDE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SHOW_ACTORS] = g_param_spec_boolean ("show-actors", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_INSPECTOR] = g_param_spec_boolean ("show-inspector", NULL, NULL, TRUE, flags);
  properties[PROP_ON_INSPECTOR] = g_param_spec_boolean ("on-inspector", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_RESIZED]
    = g_signal_new ("resized", RCP_TYPE_PANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "panes.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "panes.back", NULL);
}

static void
rcp_panes_init (RcpPanes *self)
{
  GtkWidget *button = gtk_button_new (), *content = adw_button_content_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->actors_px = ACTORS_PX;
  self->inspector_px = INSPECTOR_PX;
  self->below_px = BELOW_PX;
  self->show_actors = self->show_inspector = TRUE;

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "go-previous-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("_Back"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "panes.back");
  gtk_widget_add_css_class (button, "flat");
  self->back = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->back, "rcp-back");
  gtk_box_append (GTK_BOX (self->back), button);

  self->inspector_handle = rcp_pane_handle_new (_("Size of the inspector"));
  self->actors_handle = rcp_pane_handle_new (_("Width of the actors"));
  g_signal_connect_object (self->actors_handle, "begin", G_CALLBACK (actors_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actors_handle, "move", G_CALLBACK (actors_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->actors_handle, "end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_handle, "begin", G_CALLBACK (inspector_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_handle, "move", G_CALLBACK (inspector_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->inspector_handle, "end", G_CALLBACK (end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->back, GTK_WIDGET (self));
  gtk_widget_set_parent (self->inspector_handle, GTK_WIDGET (self));
  gtk_widget_set_parent (self->actors_handle, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** rcp_panes_new: Returns: (transfer floating): empty panes. */
GtkWidget *
rcp_panes_new (void)
{
  return g_object_new (RCP_TYPE_PANES, NULL);
}

static void
replace (RcpPanes *self, GtkWidget **place_of, GtkWidget *child, GtkWidget *before)
{
  if (*place_of == child)
    return;
  g_clear_pointer (place_of, gtk_widget_unparent);
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), before);
  *place_of = child;
}

/**
 * rcp_panes_set_children:
 * @actors: (nullable) (transfer floating):
 * @centre: (nullable) (transfer floating):
 * @inspector: (nullable) (transfer floating):
 *
 * Replaces all three; one that is already there stays.
 */
void
rcp_panes_set_children (RcpPanes *self, GtkWidget *actors, GtkWidget *centre, GtkWidget *inspector)
{
  g_return_if_fail (RCP_IS_PANES (self));

  replace (self, &self->centre, centre, self->inspector ? self->inspector : self->back);
  replace (self, &self->inspector, inspector, self->back);
  replace (self, &self->actors, actors, NULL);
  update_fold (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

RcpPanesMode
rcp_panes_get_mode (RcpPanes *self)
{
  g_return_val_if_fail (RCP_IS_PANES (self), RCP_PANES_WIDE);

  return self->mode;
}

/** rcp_panes_get_show_actors: Returns: whether the actors can be seen. */
gboolean
rcp_panes_get_show_actors (RcpPanes *self)
{
  g_return_val_if_fail (RCP_IS_PANES (self), FALSE);

  return is_actors_shown (self);
}

/** rcp_panes_set_show_actors: @show: whether to show them; what is chosen while they are folded holds until then. */
void
rcp_panes_set_show_actors (RcpPanes *self, gboolean show)
{
  g_return_if_fail (RCP_IS_PANES (self));

  show = !!show;
  if (is_actors_shown (self) == show)
    return;
  if (self->mode == RCP_PANES_WIDE)
    self->show_actors = show;
  else
    self->show_fold = show;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_ACTORS]);
}

gboolean
rcp_panes_get_on_inspector (RcpPanes *self)
{
  g_return_val_if_fail (RCP_IS_PANES (self), FALSE);

  return self->on_inspector;
}

/** rcp_panes_set_on_inspector: @on_inspector: whether to show the inspector's page; nothing happens unless narrow. */
void
rcp_panes_set_on_inspector (RcpPanes *self, gboolean on_inspector)
{
  g_return_if_fail (RCP_IS_PANES (self));

  on_inspector = on_inspector && self->mode == RCP_PANES_NARROW && self->show_inspector;
  if (self->on_inspector == on_inspector)
    return;
  self->on_inspector = on_inspector;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ON_INSPECTOR]);
}

/** rcp_panes_set_show_inspector: @show: whether the view shown has one. */
void
rcp_panes_set_show_inspector (RcpPanes *self, gboolean show)
{
  g_return_if_fail (RCP_IS_PANES (self));

  show = !!show;
  if (self->show_inspector == show)
    return;
  self->show_inspector = show;
  if (!show)
    rcp_panes_set_on_inspector (self, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_INSPECTOR]);
}

/**
 * rcp_panes_set_sizes:
 * @actors_px: width of the actors; 0 for the usual one
 * @inspector_px: width of the inspector beside the centre; 0 likewise
 * @below_px: height of the inspector below it; 0 likewise
 */
void
rcp_panes_set_sizes (RcpPanes *self, int actors_px, int inspector_px, int below_px)
{
  g_return_if_fail (RCP_IS_PANES (self));

  self->actors_px = actors_px > 0 ? CLAMP (actors_px, ACTORS_MIN_PX, ACTORS_MAX_PX) : ACTORS_PX;
  self->inspector_px = inspector_px > 0 ? CLAMP (inspector_px, INSPECTOR_MIN_PX, INSPECTOR_MAX_PX) : INSPECTOR_PX;
  self->below_px = below_px > 0 ? MAX (below_px, BELOW_MIN_PX) : BELOW_PX;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/** rcp_panes_get_sizes: the sizes that the user chose. */
void
rcp_panes_get_sizes (RcpPanes *self, int *actors_px, int *inspector_px, int *below_px)
{
  g_return_if_fail (RCP_IS_PANES (self));

  *actors_px = self->actors_px;
  *inspector_px = self->inspector_px;
  *below_px = self->below_px;
}
