#include "config.h"

#include "rcp-pane-handle.h"

#include "rcp-colours.h"

#define STEP_PX 10

struct _RcpPaneHandle
{
  GtkWidget parent_instance;

  /* plain */
  GtkOrientation orientation; /* of the panes: horizontal ones have an upright line between them */
};

G_DEFINE_FINAL_TYPE (RcpPaneHandle, rcp_pane_handle, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_BEGIN,
  SIGNAL_MOVE,
  SIGNAL_END,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
drag_begin_cb (RcpPaneHandle *self)
{
  g_signal_emit (self, signals[SIGNAL_BEGIN], 0);
}

static void
drag_update_cb (RcpPaneHandle *self, double offset_x, double offset_y)
{
  double offset = self->orientation == GTK_ORIENTATION_HORIZONTAL ? offset_x : offset_y;

  g_signal_emit (self, signals[SIGNAL_MOVE], 0, (int) round (offset));
}

static void
drag_end_cb (RcpPaneHandle *self)
{
  g_signal_emit (self, signals[SIGNAL_END], 0);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  g_signal_emit (widget, signals[SIGNAL_BEGIN], 0);
  g_signal_emit (widget, signals[SIGNAL_MOVE], 0, g_variant_get_int32 (args));
  g_signal_emit (widget, signals[SIGNAL_END], 0);
  return TRUE;
}

static void
rcp_pane_handle_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpPaneHandle *self = RCP_PANE_HANDLE (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA line;

  rcp_colours_look_up (widget, gtk_widget_has_visible_focus (widget) ? "rcp_accent_fill" : "rcp_line", &line);
  if (self->orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (width / 2, 0, 1, height));
  else
    {
      GskRoundedRect grip;

      gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (0, height / 2, width, 1));
      gsk_rounded_rect_init_from_rect (&grip, &GRAPHENE_RECT_INIT (width / 2 - 20, height / 2 + 5, 40, 4), 2);
      gtk_snapshot_push_rounded_clip (snapshot, &grip);
      gtk_snapshot_append_color (snapshot, &line, &grip.bounds);
      gtk_snapshot_pop (snapshot);
    }
}

static void
rcp_pane_handle_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  gtk_widget_queue_draw (widget);
}

static void
rcp_pane_handle_class_init (RcpPaneHandleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rcp_pane_handle_snapshot;
  widget_class->state_flags_changed = rcp_pane_handle_state_flags_changed;

  signals[SIGNAL_BEGIN]
    = g_signal_new ("begin", RCP_TYPE_PANE_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE]
    = g_signal_new ("move", RCP_TYPE_PANE_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_END]
    = g_signal_new ("end", RCP_TYPE_PANE_HANDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEPARATOR);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, key_cb, "i", -STEP_PX);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, 0, key_cb, "i", -STEP_PX);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, key_cb, "i", STEP_PX);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, 0, key_cb, "i", STEP_PX);
}

static void
rcp_pane_handle_init (RcpPaneHandle *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->orientation = GTK_ORIENTATION_HORIZONTAL;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "col-resize");
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/** rcp_pane_handle_new: @label: what it resizes, for screen readers. Returns: (transfer floating): a handle. */
GtkWidget *
rcp_pane_handle_new (const char *label)
{
  GtkWidget *self = g_object_new (RCP_TYPE_PANE_HANDLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/** rcp_pane_handle_set_orientation: @orientation: horizontal between panes that stand side by side. */
void
rcp_pane_handle_set_orientation (RcpPaneHandle *self, GtkOrientation orientation)
{
  g_return_if_fail (RCP_IS_PANE_HANDLE (self));

  if (self->orientation == orientation)
    return;
  self->orientation = orientation;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   orientation == GTK_ORIENTATION_HORIZONTAL ? "col-resize" : "row-resize");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
