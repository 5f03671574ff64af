#include "config.h"

#include "rcp-timeline-grip.h"

#include "rcp-date-words.h"

struct _RcpTimelineGrip
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *handle;

  /* plain */
  double start_x;
};

G_DEFINE_FINAL_TYPE (RcpTimelineGrip, rcp_timeline_grip, GTK_TYPE_WIDGET)

enum
{
  DRAGGED,
  STEPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RcpTimelineGrip *self)
{
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->start_x = x;
}

/* The grip moves while it is dragged, so the place is taken in its parent: the point that was pressed stays under the
 * pointer. */
static void
drag_update_cb (GtkGestureDrag *drag, double offset_x, double offset_y, RcpTimelineGrip *self)
{
  graphene_point_t at, in_parent;
  double x, y;

  if (!gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  at = GRAPHENE_POINT_INIT ((float) (x + offset_x - self->start_x + gtk_widget_get_width (GTK_WIDGET (self)) / 2.0), 0);
  if (gtk_widget_compute_point (GTK_WIDGET (self), gtk_widget_get_parent (GTK_WIDGET (self)), &at, &in_parent))
    g_signal_emit (self, signals[DRAGGED], 0, (double) in_parent.x);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  int days;

  g_variant_get (args, "(i)", &days);
  if (ABS (days) == 1 && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    days = -days;
  g_signal_emit (widget, signals[STEPPED], 0, days);
  return TRUE;
}

static void
rcp_timeline_grip_dispose (GObject *object)
{
  g_clear_pointer (&RCP_TIMELINE_GRIP (object)->handle, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_timeline_grip_parent_class)->dispose (object);
}

static void
rcp_timeline_grip_class_init (RcpTimelineGripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_timeline_grip_dispose;
  gtk_widget_class_set_css_name (widget_class, "grip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_cb, "(i)", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, step_cb, "(i)", -7);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, step_cb, "(i)", 7);

  signals[DRAGGED] = g_signal_new ("dragged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[STEPPED] = g_signal_new ("stepped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
rcp_timeline_grip_init (RcpTimelineGrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->handle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->handle, "handle");
  gtk_widget_set_halign (self->handle, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->handle, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * rcp_timeline_grip_new:
 * @label: what it is the handle of
 *
 * Returns: (transfer floating): a grip.
 */
GtkWidget *
rcp_timeline_grip_new (const char *label)
{
  GtkWidget *self = g_object_new (RCP_TYPE_TIMELINE_GRIP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/**
 * rcp_timeline_grip_set_day:
 * @day: the day it stands at, for those who cannot see where
 */
void
rcp_timeline_grip_set_day (RcpTimelineGrip *self, gint32 day)
{
  g_autofree char *words = NULL;

  g_return_if_fail (RCP_IS_TIMELINE_GRIP (self));

  day = CLAMP (day, 1, 3652059);
  words = rcp_date_words_day (day, RCP_DATE_STYLE_LONG);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) day,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}
