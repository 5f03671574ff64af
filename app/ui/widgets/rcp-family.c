#include "config.h"

#include "rcp-family.h"

#include <glib/gi18n.h>

static const struct
{
  const char *label;
  const char *icon_name;
  const char *css_class;
} families[RCP_N_FAMILIES] = {
  /* Translators: a family of events: meetings, calls, agreements */
  [RCP_FAMILY_TALKS] = { N_ ("Talks"), "rcp-talks-symbolic", "rcp-talks" },
  /* Translators: a family of events: accusations, protests, agreements ended */
  [RCP_FAMILY_RUPTURE] = { N_ ("Rupture"), "rcp-rupture-symbolic", "rcp-rupture" },
  /* Translators: a family of events: coups, attacks, arrests */
  [RCP_FAMILY_FORCE] = { N_ ("Force"), "rcp-force-symbolic", "rcp-force" },
  /* Translators: a family of events: deliveries, aid, money */
  [RCP_FAMILY_MATERIAL] = { N_ ("Material"), "rcp-material-symbolic", "rcp-material" },
};

static RcpFamily
checked (RcpFamily family)
{
  return (guint) family < RCP_N_FAMILIES ? family : RCP_FAMILY_TALKS;
}

/**
 * rcp_family_get_label:
 *
 * Returns: (transfer none): the family's name in the user's language.
 */
const char *
rcp_family_get_label (RcpFamily family)
{
  return _ (families[checked (family)].label);
}

/**
 * rcp_family_get_icon_name:
 *
 * Returns: (transfer none): the name of its symbolic icon.
 */
const char *
rcp_family_get_icon_name (RcpFamily family)
{
  return families[checked (family)].icon_name;
}

/**
 * rcp_family_get_css_class:
 *
 * Returns: (transfer none): the style class that gives its colour. With "_" for "-" it is also the stem of the names of
 *   its colours: rcp_talks, rcp_talks_tint, rcp_talks_edge.
 */
const char *
rcp_family_get_css_class (RcpFamily family)
{
  return families[checked (family)].css_class;
}

/* The four shapes look equally large when their half sizes are in these proportions to one another. */
static void
trace_shape (cairo_t *cr, RcpFamily family, double cx, double cy, double size)
{
  double r;

  switch (checked (family))
    {
    case RCP_FAMILY_TALKS:
      cairo_arc (cr, cx, cy, size * 0.445, 0, 2 * G_PI);
      break;
    case RCP_FAMILY_RUPTURE:
      r = size * 0.585;
      cairo_move_to (cr, cx, cy - r);
      cairo_line_to (cr, cx + r, cy);
      cairo_line_to (cr, cx, cy + r);
      cairo_line_to (cr, cx - r, cy);
      break;
    case RCP_FAMILY_FORCE:
      r = size * 0.56;
      cairo_move_to (cr, cx, cy - r * 1.02);
      cairo_line_to (cr, cx + r, cy + r * 0.75);
      cairo_line_to (cr, cx - r, cy + r * 0.75);
      break;
    case RCP_FAMILY_MATERIAL:
    default:
      r = size * 0.41;
      cairo_rectangle (cr, cx - r, cy - r, 2 * r, 2 * r);
      break;
    }
  cairo_close_path (cr);
}

/**
 * rcp_family_snapshot_mark:
 * @family: a family
 * @snapshot: where to draw
 * @centre_x: middle of the mark, px
 * @centre_y: the same, downwards
 * @size_px: about its width
 * @colour: its colour
 * @hollow_fill: (nullable): the ground to fill a hollow mark with; NULL for a solid one
 *
 * Draws the family's shape: circle, diamond, triangle or square.
 */
void
rcp_family_snapshot_mark (RcpFamily family, GtkSnapshot *snapshot, float centre_x, float centre_y, float size_px,
                          const GdkRGBA *colour, const GdkRGBA *hollow_fill)
{
  float reach = size_px * 0.75f + 2;
  cairo_t *cr;

  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));
  g_return_if_fail (colour != NULL);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (centre_x - reach, centre_y - reach, 2 * reach, 2 * reach));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (hollow_fill != NULL)
    {
      trace_shape (cr, family, centre_x, centre_y, size_px - 1);
      gdk_cairo_set_source_rgba (cr, hollow_fill);
      cairo_fill_preserve (cr);
      gdk_cairo_set_source_rgba (cr, colour);
      cairo_set_line_width (cr, size_px * 0.18);
      cairo_stroke (cr);
    }
  else
    {
      trace_shape (cr, family, centre_x, centre_y, size_px);
      gdk_cairo_set_source_rgba (cr, colour);
      cairo_fill_preserve (cr);
      cairo_set_line_width (cr, size_px * 0.05);
      cairo_stroke (cr);
    }
  cairo_destroy (cr);
}

/**
 * rcp_family_new_tag:
 *
 * Returns: (transfer floating): the family's icon and name on its tint.
 */
GtkWidget *
rcp_family_new_tag (RcpFamily family)
{
  GtkWidget *tag = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *icon = gtk_image_new_from_icon_name (rcp_family_get_icon_name (family));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 14);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (tag), icon);
  gtk_box_append (GTK_BOX (tag), gtk_label_new (rcp_family_get_label (family)));
  gtk_widget_add_css_class (tag, "rcp-tag");
  gtk_widget_add_css_class (tag, rcp_family_get_css_class (family));
  gtk_widget_set_halign (tag, GTK_ALIGN_START);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  return tag;
}
