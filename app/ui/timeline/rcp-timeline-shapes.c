#include "config.h"

#include "rcp-timeline-shapes.h"

#include "rcp-family.h"
#include "rcp-timeline-palette.h"

#define MAX_SHAPES 4
#define SHAPE_PX 12
#define SHAPE_STEP_PX 14

struct _RcpTimelineShapes
{
  GtkWidget parent_instance;

  /* plain */
  RcpFamily shapes[MAX_SHAPES];
  guint n_shapes;
  RcpTimelinePalette palette;
  gboolean has_palette;
};

G_DEFINE_FINAL_TYPE (RcpTimelineShapes, rcp_timeline_shapes, GTK_TYPE_WIDGET)

static void
rcp_timeline_shapes_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  RcpTimelineShapes *self = RCP_TIMELINE_SHAPES (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->n_shapes == 0 ? 0 : ((int) self->n_shapes - 1) * SHAPE_STEP_PX + SHAPE_PX;
  else
    *minimum = *natural = SHAPE_PX;
}

static void
rcp_timeline_shapes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpTimelineShapes *self = RCP_TIMELINE_SHAPES (widget);
  float middle = gtk_widget_get_height (widget) / 2.0f;

  if (!self->has_palette)
    rcp_timeline_palette_read (&self->palette, widget);
  self->has_palette = TRUE;
  for (guint i = 0; i < self->n_shapes; i++)
    {
      float x = SHAPE_PX / 2.0f + i * SHAPE_STEP_PX;

      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        x = gtk_widget_get_width (widget) - x;
      rcp_family_snapshot_mark (self->shapes[i], snapshot, x, middle, 8.6f, &self->palette.families[self->shapes[i]], NULL);
    }
}

static void
rcp_timeline_shapes_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rcp_timeline_shapes_parent_class)->css_changed (widget, change);
  RCP_TIMELINE_SHAPES (widget)->has_palette = FALSE;
  gtk_widget_queue_draw (widget);
}

static void
rcp_timeline_shapes_class_init (RcpTimelineShapesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = rcp_timeline_shapes_measure;
  widget_class->snapshot = rcp_timeline_shapes_snapshot;
  widget_class->css_changed = rcp_timeline_shapes_css_changed;
  gtk_widget_class_set_css_name (widget_class, "shapes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rcp_timeline_shapes_init (RcpTimelineShapes *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * rcp_timeline_shapes_new:
 *
 * Returns: (transfer floating): no shape yet.
 */
GtkWidget *
rcp_timeline_shapes_new (void)
{
  return g_object_new (RCP_TYPE_TIMELINE_SHAPES, NULL);
}

/**
 * rcp_timeline_shapes_set:
 * @n_family: how many events of each family there are
 *
 * Up to four events are shown one by one; of more, each family once.
 */
void
rcp_timeline_shapes_set (RcpTimelineShapes *self, const guint n_family[RCP_N_FAMILIES])
{
  guint sum = 0;

  g_return_if_fail (RCP_IS_TIMELINE_SHAPES (self));

  for (guint f = 0; f < RCP_N_FAMILIES; f++)
    sum += n_family[f];
  self->n_shapes = 0;
  for (guint f = 0; f < RCP_N_FAMILIES; f++)
    for (guint i = 0; i < (sum <= MAX_SHAPES ? n_family[f] : MIN (n_family[f], 1)) && self->n_shapes < MAX_SHAPES; i++)
      self->shapes[self->n_shapes++] = (RcpFamily) f;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
