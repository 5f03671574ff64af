#include "config.h"

#include "rcp-sparkline.h"

#include "rcp-colours.h"

#include <glib/gi18n.h>

#define WIDTH_PX 44
#define HEIGHT_PX 16
#define MAX_BAR_PX 6.0f

struct _RcpSparkline
{
  GtkWidget parent_instance;

  /* owned */
  GBytes *counts;
};

G_DEFINE_FINAL_TYPE (RcpSparkline, rcp_sparkline, GTK_TYPE_WIDGET)

static void
rcp_sparkline_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
  *minimum_baseline = *natural_baseline = -1;
}

static void
rcp_sparkline_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpSparkline *self = RCP_SPARKLINE (widget);
  gsize size = 0;
  const guint32 *counts = self->counts ? g_bytes_get_data (self->counts, &size) : NULL;
  guint n_counts = size / sizeof *counts, highest = 1, n_shown;
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float step, bar_px;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA bar, dash;

  if (n_counts == 0)
    return;
  rcp_colours_look_up (widget, "rcp_bar", &bar);
  rcp_colours_look_up (widget, "rcp_bar_soft", &dash);

  /* No bar is thinner than a pixel: where there are more counts, neighbours share one. */
  n_shown = MIN (n_counts, WIDTH_PX / 2);
  step = n_shown > 1 ? MIN ((width - MAX_BAR_PX) / (n_shown - 1), 9.5f) : 0;
  bar_px = n_shown > 1 ? MIN (MAX_BAR_PX, MAX (1, step - 1)) : MAX_BAR_PX;
  if (bar_px < MAX_BAR_PX)
    step = (width - bar_px) / (n_shown - 1);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_shown; i++)
      {
        guint sum = 0;
        float bar_height, x;

        for (guint j = (guint64) i * n_counts / n_shown; j < (guint64) (i + 1) * n_counts / n_shown; j++)
          sum += counts[j];
        if (pass == 0)
          {
            highest = MAX (highest, sum);
            continue;
          }
        bar_height = sum == 0 ? 2 : MAX (3, roundf (height * sum / highest));
        /* The last bar stands at the end, below the number. */
        x = width - bar_px - (n_shown - 1 - i) * step;
        if (rtl)
          x = width - bar_px - x;
        gtk_snapshot_append_color (snapshot, sum == 0 ? &dash : &bar,
                                   &GRAPHENE_RECT_INIT (x, height - bar_height, bar_px, bar_height));
      }
}

static void
rcp_sparkline_dispose (GObject *object)
{
  RcpSparkline *self = RCP_SPARKLINE (object);

  g_clear_pointer (&self->counts, g_bytes_unref);

  G_OBJECT_CLASS (rcp_sparkline_parent_class)->dispose (object);
}

static void
rcp_sparkline_class_init (RcpSparklineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_sparkline_dispose;
  widget_class->measure = rcp_sparkline_measure;
  widget_class->snapshot = rcp_sparkline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rcp_sparkline_init (RcpSparkline *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/** rcp_sparkline_new: Returns: (transfer floating): an empty sparkline. */
GtkWidget *
rcp_sparkline_new (void)
{
  return g_object_new (RCP_TYPE_SPARKLINE, NULL);
}

/**
 * rcp_sparkline_set_counts:
 * @counts: (nullable): guint32 each, the earliest first
 */
void
rcp_sparkline_set_counts (RcpSparkline *self, GBytes *counts)
{
  gsize size = 0;
  const guint32 *values = counts ? g_bytes_get_data (counts, &size) : NULL;
  guint n_named = 0, n_counts = size / sizeof *values;
  g_autofree char *label = NULL;

  g_return_if_fail (RCP_IS_SPARKLINE (self));

  if (counts != NULL)
    g_bytes_ref (counts);
  g_clear_pointer (&self->counts, g_bytes_unref);
  self->counts = counts;
  for (guint i = 0; i < n_counts; i++)
    n_named += values[i] > 0;
  /* Translators: %1$u of %2$u places of a small chart hold something */
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Named in %1$u of %2$u articles or weeks",
                                        "Named in %1$u of %2$u articles or weeks", n_counts),
                           n_named, n_counts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
