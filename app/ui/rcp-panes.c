#include "config.h"

#include "rcp-panes.h"

#include <glib/gi18n.h>

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

struct _RcpPanes
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *stack;
  GtkWidget *overlay;
  GtkWidget *outer;
  GtkWidget *inner;
  GtkWidget *below; /* grip and inspector */
  GtkWidget *below_bin;
  GtkWidget *fold;
  GtkWidget *fold_bin;
  GtkWidget *page_bin;

  /* owned */
  GtkWidget *actors;
  GtkWidget *centre;
  GtkWidget *inspector;

  /* plain */
  RcpPanesMode mode;
  int actors_px;
  int inspector_px;
  int below_px;
  guint arrange_id;
  gboolean show_actors;
  gboolean show_fold;
  gboolean show_inspector;
  gboolean arranged;
  gboolean placing;
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

static void
put (GtkWidget *bin, GtkWidget *child)
{
  GtkWidget *old = gtk_widget_get_first_child (bin);

  if (old == child)
    return;
  if (old != NULL)
    gtk_box_remove (GTK_BOX (bin), old);
  if (child != NULL)
    gtk_box_append (GTK_BOX (bin), child);
}

static void
take_out (RcpPanes *self)
{
  gtk_paned_set_start_child (GTK_PANED (self->outer), NULL);
  gtk_paned_set_start_child (GTK_PANED (self->inner), NULL);
  gtk_paned_set_end_child (GTK_PANED (self->inner), NULL);
  put (self->below_bin, NULL);
  put (self->fold_bin, NULL);
  put (self->page_bin, NULL);
}

static gboolean
is_actors_shown (RcpPanes *self)
{
  return self->mode == RCP_PANES_WIDE ? self->show_actors : self->show_fold;
}

static void
update_visibility (RcpPanes *self)
{
  GtkWidget *end = gtk_paned_get_end_child (GTK_PANED (self->inner));

  if (self->actors != NULL && self->mode == RCP_PANES_WIDE)
    gtk_widget_set_visible (self->actors, self->show_actors);
  else if (self->actors != NULL)
    gtk_widget_set_visible (self->actors, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->fold), self->mode != RCP_PANES_WIDE && self->show_fold);
  if (end != NULL)
    gtk_widget_set_visible (end, self->show_inspector);
  if (self->mode != RCP_PANES_NARROW || !self->show_inspector)
    rcp_panes_set_on_inspector (self, FALSE);
}

/* Puts the three children where the mode wants them. */
static void
arrange (RcpPanes *self)
{
  if (self->centre == NULL)
    return;
  take_out (self);
  gtk_paned_set_start_child (GTK_PANED (self->inner), self->centre);
  switch (self->mode)
    {
    case RCP_PANES_WIDE:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->inner), GTK_ORIENTATION_HORIZONTAL);
      gtk_paned_set_start_child (GTK_PANED (self->outer), self->actors);
      gtk_paned_set_end_child (GTK_PANED (self->inner), self->inspector);
      break;
    case RCP_PANES_MEDIUM:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->inner), GTK_ORIENTATION_VERTICAL);
      put (self->fold_bin, self->actors);
      put (self->below_bin, self->inspector);
      gtk_paned_set_end_child (GTK_PANED (self->inner), self->below);
      break;
    case RCP_PANES_NARROW:
    default:
      put (self->fold_bin, self->actors);
      put (self->page_bin, self->inspector);
    }
  gtk_paned_set_resize_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_shrink_start_child (GTK_PANED (self->outer), FALSE);
  gtk_paned_set_resize_end_child (GTK_PANED (self->inner), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (self->inner), FALSE);
  gtk_widget_set_size_request (self->inspector, self->mode == RCP_PANES_WIDE ? INSPECTOR_MIN_PX : -1, -1);
  gtk_widget_set_size_request (self->actors, ACTORS_MIN_PX, -1);
  self->arranged = FALSE;
  update_visibility (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
arrange_cb (gpointer user_data)
{
  RcpPanes *self = user_data;

  self->arrange_id = 0;
  arrange (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_ACTORS]);
  return G_SOURCE_REMOVE;
}

static int
inner_size (RcpPanes *self, int width, int height)
{
  if (self->mode != RCP_PANES_WIDE)
    return height;
  return width - (self->show_actors ? self->actors_px + 1 : 0);
}

/* The dividers stand where the remembered sizes want them; from then on GtkPaned keeps the sizes of the outer panes. */
static void
place_dividers (RcpPanes *self, int width, int height)
{
  int size = inner_size (self, width, height);
  int end = self->mode == RCP_PANES_WIDE ? self->inspector_px : MIN (self->below_px, (int) (size * BELOW_MAX_SHARE));

  self->placing = TRUE;
  gtk_paned_set_position (GTK_PANED (self->outer), self->actors_px);
  gtk_paned_set_position (GTK_PANED (self->inner), MAX (0, size - end - 1));
  self->placing = FALSE;
}

static void
outer_moved_cb (RcpPanes *self)
{
  int position = gtk_paned_get_position (GTK_PANED (self->outer));
  int wanted = CLAMP (position, ACTORS_MIN_PX, ACTORS_MAX_PX);

  if (self->placing || self->mode != RCP_PANES_WIDE || !self->arranged || !self->show_actors)
    return;
  self->actors_px = wanted;
  if (wanted != position)
    {
      self->placing = TRUE;
      gtk_paned_set_position (GTK_PANED (self->outer), wanted);
      self->placing = FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
}

static void
inner_moved_cb (RcpPanes *self)
{
  int position = gtk_paned_get_position (GTK_PANED (self->inner));
  int size = gtk_orientable_get_orientation (GTK_ORIENTABLE (self->inner)) == GTK_ORIENTATION_HORIZONTAL
               ? gtk_widget_get_width (self->inner)
               : gtk_widget_get_height (self->inner);
  int end = size - position - 1, wanted;

  if (self->placing || self->mode == RCP_PANES_NARROW || !self->arranged || !self->show_inspector || size < 10)
    return;
  if (self->mode == RCP_PANES_WIDE)
    wanted = self->inspector_px = CLAMP (end, INSPECTOR_MIN_PX, INSPECTOR_MAX_PX);
  else
    wanted = self->below_px = CLAMP (end, BELOW_MIN_PX, MAX (BELOW_MIN_PX, (int) (size * BELOW_MAX_SHARE)));
  if (wanted != end)
    {
      self->placing = TRUE;
      gtk_paned_set_position (GTK_PANED (self->inner), size - wanted - 1);
      self->placing = FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_RESIZED], 0);
}

static void
centre_pressed_cb (RcpPanes *self, int n_press, double x, double y, GtkGesture *gesture)
{
  graphene_rect_t bounds;

  if (!self->show_fold || self->mode == RCP_PANES_WIDE)
    return;
  if (gtk_widget_compute_bounds (self->fold, self->overlay, &bounds)
      && graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT ((float) x, (float) y)))
    return;
  rcp_panes_set_show_actors (self, FALSE);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  rcp_panes_set_on_inspector (RCP_PANES (widget), FALSE);
}

static void
rcp_panes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  RcpPanes *self = RCP_PANES (widget);

  gtk_widget_measure (self->stack, orientation, -1, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
  /* What the panes hold must not keep the window from being made narrow: the mode changes before it is cut. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, 360);
  else
    *minimum = MIN (*minimum, 240);
  *natural = MAX (*natural, *minimum);
}

static void
rcp_panes_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RcpPanes *self = RCP_PANES (widget);
  RcpPanesMode mode = width >= WIDE_PX     ? RCP_PANES_WIDE
                      : width >= MEDIUM_PX ? RCP_PANES_MEDIUM
                                           : RCP_PANES_NARROW;
  int minimum_width, minimum_height;

  if (mode != self->mode && self->arrange_id == 0)
    {
      self->mode = mode;
      self->show_fold = FALSE;
      /* Widgets must not be moved about while sizes are given out. */
      self->arrange_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 5, arrange_cb, self, NULL);
    }
  else if (!self->arranged)
    {
      place_dividers (self, width, height);
      self->arranged = TRUE;
    }
  gtk_widget_measure (self->stack, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (self->stack, GTK_ORIENTATION_VERTICAL, MAX (width, minimum_width), &minimum_height, NULL, NULL,
                      NULL);
  gtk_widget_size_allocate (self->stack,
                            &(GtkAllocation){ 0, 0, MAX (width, minimum_width), MAX (height, minimum_height) }, -1);
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

  g_clear_handle_id (&self->arrange_id, g_source_remove);
  if (self->stack != NULL)
    take_out (self);
  g_clear_object (&self->actors);
  g_clear_object (&self->centre);
  g_clear_object (&self->inspector);
  g_clear_object (&self->below);
  g_clear_pointer (&self->stack, gtk_widget_unparent);

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
  widget_class->measure = rcp_panes_measure;
  widget_class->size_allocate = rcp_panes_size_allocate;

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
  GtkWidget *grip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *back = gtk_button_new_with_mnemonic (_("_Back"));
  GtkGesture *click = gtk_gesture_click_new ();

  self->actors_px = ACTORS_PX;
  self->inspector_px = INSPECTOR_PX;
  self->below_px = BELOW_PX;
  self->show_actors = self->show_inspector = TRUE;

  self->inner = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  self->outer = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (self->inner, "rcp-panes");
  gtk_widget_add_css_class (self->outer, "rcp-panes");
  gtk_paned_set_end_child (GTK_PANED (self->outer), self->inner);
  g_signal_connect_object (self->inner, "notify::position", G_CALLBACK (inner_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->outer, "notify::position", G_CALLBACK (outer_moved_cb), self, G_CONNECT_SWAPPED);

  self->below = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->below_bin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (grip, "rcp-grip");
  gtk_widget_set_halign (grip, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (self->below_bin, TRUE);
  gtk_widget_add_css_class (self->below, "rcp-pane");
  gtk_box_append (GTK_BOX (self->below), grip);
  gtk_box_append (GTK_BOX (self->below), self->below_bin);

  self->fold_bin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->fold_bin, "rcp-fold");
  gtk_widget_set_size_request (self->fold_bin, ACTORS_PX, -1);
  self->fold = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->fold), self->fold_bin);
  gtk_revealer_set_transition_type (GTK_REVEALER (self->fold), GTK_REVEALER_TRANSITION_TYPE_SLIDE_RIGHT);
  gtk_widget_set_halign (self->fold, GTK_ALIGN_START);

  self->overlay = gtk_overlay_new ();
  gtk_overlay_set_child (GTK_OVERLAY (self->overlay), self->outer);
  gtk_overlay_add_overlay (GTK_OVERLAY (self->overlay), self->fold);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (centre_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->overlay, GTK_EVENT_CONTROLLER (click));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "panes.back");
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_margin_start (back, 6);
  gtk_widget_set_margin_top (back, 6);
  self->page_bin = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (self->page_bin, TRUE);
  gtk_box_append (GTK_BOX (page), back);
  gtk_box_append (GTK_BOX (page), self->page_bin);
  gtk_widget_add_css_class (page, "rcp-pane");

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_transition_type (GTK_STACK (self->stack), GTK_STACK_TRANSITION_TYPE_SLIDE_LEFT_RIGHT);
  gtk_stack_add_named (GTK_STACK (self->stack), self->overlay, "panes");
  gtk_stack_add_named (GTK_STACK (self->stack), page, "inspector");
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** rcp_panes_new: Returns: (transfer floating): empty panes. */
GtkWidget *
rcp_panes_new (void)
{
  return g_object_new (RCP_TYPE_PANES, NULL);
}

/** rcp_panes_set_children: replaces all three. @actors, @centre, @inspector: (transfer floating). */
void
rcp_panes_set_children (RcpPanes *self, GtkWidget *actors, GtkWidget *centre, GtkWidget *inspector)
{
  g_return_if_fail (RCP_IS_PANES (self));

  take_out (self);
  g_clear_object (&self->actors);
  g_clear_object (&self->centre);
  g_clear_object (&self->inspector);
  self->actors = g_object_ref_sink (actors);
  self->centre = g_object_ref_sink (centre);
  self->inspector = g_object_ref_sink (inspector);
  gtk_widget_set_vexpand (self->actors, TRUE);
  gtk_widget_set_vexpand (self->inspector, TRUE);
  arrange (self);
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
    {
      self->show_actors = show;
      self->arranged = FALSE;
    }
  else
    self->show_fold = show;
  update_visibility (self);
  if (show && self->actors != NULL && self->mode != RCP_PANES_WIDE)
    gtk_widget_child_focus (self->actors, GTK_DIR_TAB_FORWARD);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_ACTORS]);
}

gboolean
rcp_panes_get_on_inspector (RcpPanes *self)
{
  g_return_val_if_fail (RCP_IS_PANES (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "inspector") == 0;
}

/** rcp_panes_set_on_inspector: @on_inspector: whether to show the inspector's page; nothing happens unless narrow. */
void
rcp_panes_set_on_inspector (RcpPanes *self, gboolean on_inspector)
{
  g_return_if_fail (RCP_IS_PANES (self));

  on_inspector = on_inspector && self->mode == RCP_PANES_NARROW && self->show_inspector;
  if (rcp_panes_get_on_inspector (self) == on_inspector)
    return;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), on_inspector ? "inspector" : "panes");
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
  self->arranged = FALSE;
  update_visibility (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
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
  self->arranged = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
rcp_panes_get_sizes (RcpPanes *self, int *actors_px, int *inspector_px, int *below_px)
{
  g_return_if_fail (RCP_IS_PANES (self));

  *actors_px = self->actors_px;
  *inspector_px = self->inspector_px;
  *below_px = self->below_px;
}
