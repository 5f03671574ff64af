#include "config.h"

#include "rcp-outlet-dots.h"

#include <glib/gi18n.h>

#include "rcp-colours.h"

/* More dots than these cannot be counted at a glance. */
#define MAX_DOTS 8

struct _RcpOutletDots
{
  GtkWidget parent_instance;

  /* owned */
  PangoLayout *count;

  /* plain */
  guint n_outlets;
  guint n_independent;
};

G_DEFINE_FINAL_TYPE (RcpOutletDots, rcp_outlet_dots, GTK_TYPE_WIDGET)

static int
dot_size (RcpOutletDots *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "large") ? 8 : 6;
}

static int
dot_step (RcpOutletDots *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "large") ? 11 : 8;
}

static guint
n_dots (RcpOutletDots *self)
{
  return MIN (self->n_outlets, MAX_DOTS);
}

static void
ensure_count (RcpOutletDots *self)
{
  g_autofree char *text = NULL;

  if (self->n_outlets <= MAX_DOTS || self->count != NULL)
    return;
  text = g_strdup_printf ("%u", self->n_outlets);
  self->count = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
update_description (RcpOutletDots *self)
{
  /* Translators: the first half of “4 outlets, 3 independent” */
  g_autofree char *outlets = g_strdup_printf (ngettext ("%u outlet", "%u outlets", self->n_outlets), self->n_outlets);
  /* Translators: the second half of “4 outlets, 3 independent”: those that tell it in their own words */
  g_autofree char *independent
      = g_strdup_printf (ngettext ("%u independent", "%u independent", self->n_independent), self->n_independent);
  g_autofree char *text = g_strdup_printf ("%s, %s", outlets, independent);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
rcp_outlet_dots_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  RcpOutletDots *self = RCP_OUTLET_DOTS (widget);
  int n = (int) n_dots (self), size = dot_size (self), text_width = 0, text_height = 0;

  ensure_count (self);
  if (self->count != NULL)
    pango_layout_get_pixel_size (self->count, &text_width, &text_height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = n == 0 ? 0 : (n - 1) * dot_step (self) + size + (text_width > 0 ? text_width + 4 : 0);
  else
    *minimum = *natural = MAX (size, text_height);
}

static void
rcp_outlet_dots_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RcpOutletDots *self = RCP_OUTLET_DOTS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int size = dot_size (self), step = dot_step (self);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float top = (height - size) / 2.0f;
  GdkRGBA colour;

  rcp_colours_get_text (widget, &colour);
  for (guint i = 0; i < n_dots (self); i++)
    {
      float left = (float) i * step;
      GskRoundedRect dot;

      if (mirrored)
        left = width - left - size;
      gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (left + 0.1f, top + 0.1f, size - 0.2f, size - 0.2f),
                                       size / 2.0f);
      if (i < self->n_independent)
        {
          gtk_snapshot_push_rounded_clip (snapshot, &dot);
          gtk_snapshot_append_color (snapshot, &colour, &dot.bounds);
          gtk_snapshot_pop (snapshot);
        }
      else
        gtk_snapshot_append_border (snapshot, &dot, (float[4]) { 1.3f, 1.3f, 1.3f, 1.3f },
                                    (GdkRGBA[4]) { colour, colour, colour, colour });
    }
  ensure_count (self);
  if (self->count != NULL)
    {
      int text_width, text_height;
      float left = (MAX_DOTS - 1) * step + size + 4;

      pango_layout_get_pixel_size (self->count, &text_width, &text_height);
      if (mirrored)
        left = 0;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (left, (height - text_height) / 2.0f));
      gtk_snapshot_append_layout (snapshot, self->count, &colour);
      gtk_snapshot_restore (snapshot);
    }
}

static void
rcp_outlet_dots_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RcpOutletDots *self = RCP_OUTLET_DOTS (widget);

  GTK_WIDGET_CLASS (rcp_outlet_dots_parent_class)->css_changed (widget, change);
  g_clear_object (&self->count);
  gtk_widget_queue_resize (widget);
}

static void
rcp_outlet_dots_finalize (GObject *object)
{
  g_clear_object (&RCP_OUTLET_DOTS (object)->count);

  G_OBJECT_CLASS (rcp_outlet_dots_parent_class)->finalize (object);
}

static void
rcp_outlet_dots_class_init (RcpOutletDotsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rcp_outlet_dots_finalize;
  widget_class->measure = rcp_outlet_dots_measure;
  widget_class->snapshot = rcp_outlet_dots_snapshot;
  widget_class->css_changed = rcp_outlet_dots_css_changed;
  gtk_widget_class_set_css_name (widget_class, "dots");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rcp_outlet_dots_init (RcpOutletDots *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * rcp_outlet_dots_new:
 * @n_outlets: outlets that tell an event
 * @n_independent: those of them that tell it in their own words
 *
 * The style class "large" makes dots of 8 px for use beside body text; they are 6 px on a chip.
 *
 * Returns: (transfer floating): the dots.
 */
GtkWidget *
rcp_outlet_dots_new (guint n_outlets, guint n_independent)
{
  RcpOutletDots *self = g_object_new (RCP_TYPE_OUTLET_DOTS, NULL);

  rcp_outlet_dots_set (self, n_outlets, n_independent);
  return GTK_WIDGET (self);
}

/**
 * rcp_outlet_dots_set:
 * @n_outlets: outlets that tell an event
 * @n_independent: those of them that tell it in their own words
 */
void
rcp_outlet_dots_set (RcpOutletDots *self, guint n_outlets, guint n_independent)
{
  g_return_if_fail (RCP_IS_OUTLET_DOTS (self));

  self->n_outlets = n_outlets;
  self->n_independent = MIN (n_independent, n_outlets);
  g_clear_object (&self->count);
  update_description (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
