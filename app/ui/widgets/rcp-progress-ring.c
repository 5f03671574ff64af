#include "config.h"

#include "rcp-progress-ring.h"

#include "rcp-colours.h"

#define RING_PX 30.0f
#define RADIUS_PX 13.2

struct _RcpProgressRing
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *icon;

  /* plain */
  double fraction;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (RcpProgressRing, rcp_progress_ring, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FRACTION,
  PROP_DONE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
rcp_progress_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpProgressRing *self = RCP_PROGRESS_RING (widget);
  float x = (gtk_widget_get_width (widget) - RING_PX) / 2, y = (gtk_widget_get_height (widget) - RING_PX) / 2;
  GdkRGBA track, colour;
  cairo_t *cr;

  GTK_WIDGET_CLASS (rcp_progress_ring_parent_class)->snapshot (widget, snapshot);
  if (self->fraction < 0 && !self->done)
    return;

  rcp_colours_look_up (widget, "rcp_line", &track);
  rcp_colours_look_up (widget, self->done ? "rcp_ok" : "rcp_accent_fill", &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, y, RING_PX, RING_PX));
  cairo_translate (cr, x + RING_PX / 2, y + RING_PX / 2);
  gdk_cairo_set_source_rgba (cr, &track);
  cairo_set_line_width (cr, 2);
  cairo_arc (cr, 0, 0, RADIUS_PX, 0, 2 * G_PI);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_set_line_width (cr, 2.4);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_arc (cr, 0, 0, RADIUS_PX, -G_PI / 2, -G_PI / 2 + 2 * G_PI * (self->done ? 1 : MAX (self->fraction, 0.02)));
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
rcp_progress_ring_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpProgressRing *self = RCP_PROGRESS_RING (object);

  switch (prop_id)
    {
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_DONE:
      g_value_set_boolean (value, self->done);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_progress_ring_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpProgressRing *self = RCP_PROGRESS_RING (object);

  switch (prop_id)
    {
    case PROP_FRACTION:
      rcp_progress_ring_set_fraction (self, g_value_get_double (value));
      break;
    case PROP_DONE:
      rcp_progress_ring_set_done (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_progress_ring_dispose (GObject *object)
{
  RcpProgressRing *self = RCP_PROGRESS_RING (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);

  G_OBJECT_CLASS (rcp_progress_ring_parent_class)->dispose (object);
}

static void
rcp_progress_ring_class_init (RcpProgressRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rcp_progress_ring_dispose;
  object_class->get_property = rcp_progress_ring_get_property;
  object_class->set_property = rcp_progress_ring_set_property;
  widget_class->snapshot = rcp_progress_ring_snapshot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);

  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1, flags);
  properties[PROP_DONE] = g_param_spec_boolean ("done", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_progress_ring_init (RcpProgressRing *self)
{
  self->fraction = -1;
  self->icon = gtk_image_new_from_icon_name ("rcp-refresh-symbolic");
  gtk_widget_set_size_request (self->icon, 34, 34);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
}

/** rcp_progress_ring_new: Returns: (transfer floating): a ring that shows nothing yet. */
GtkWidget *
rcp_progress_ring_new (void)
{
  return g_object_new (RCP_TYPE_PROGRESS_RING, NULL);
}

static void
update_icon (RcpProgressRing *self)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), self->done ? "rcp-check-symbolic" : "rcp-refresh-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), self->done || self->fraction >= 0 ? 14 : -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** rcp_progress_ring_set_fraction: @fraction: 0 to 1, or below 0 for no ring. */
void
rcp_progress_ring_set_fraction (RcpProgressRing *self, double fraction)
{
  g_return_if_fail (RCP_IS_PROGRESS_RING (self));

  fraction = fraction < 0 ? -1 : MIN (fraction, 1);
  if (self->fraction == fraction)
    return;
  self->fraction = fraction;
  update_icon (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

/** rcp_progress_ring_set_done: @done: whether to say that all is done. */
void
rcp_progress_ring_set_done (RcpProgressRing *self, gboolean done)
{
  g_return_if_fail (RCP_IS_PROGRESS_RING (self));

  done = !!done;
  if (self->done == done)
    return;
  self->done = done;
  update_icon (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DONE]);
}
