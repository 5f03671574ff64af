#include "config.h"

#include "rcp-first-launch.h"

#include "rcp-colours.h"
#include "rcp-family.h"

#define WIDTH_PX 176
#define HEIGHT_PX 132

struct _RcpFirstPicture
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (RcpFirstPicture, rcp_first_picture, GTK_TYPE_WIDGET)

struct _RcpFirstLaunch
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (RcpFirstLaunch, rcp_first_launch, ADW_TYPE_BIN)

static void
rcp_first_picture_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
  *minimum_baseline = *natural_baseline = -1;
}

static void
fill_circle (cairo_t *cr, double x, double y, double radius, const GdkRGBA *colour)
{
  gdk_cairo_set_source_rgba (cr, colour);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* A family's colour, softened: the line that joins the lanes is what the picture is about. */
static void
snapshot_family (GtkWidget *widget, GtkSnapshot *snapshot, RcpFamily family, float x, float y, const GdkRGBA *ground)
{
  static const char *const names[] = {
    [RCP_FAMILY_TALKS] = "rcp_talks",
    [RCP_FAMILY_RUPTURE] = "rcp_rupture",
    [RCP_FAMILY_FORCE] = "rcp_force",
    [RCP_FAMILY_MATERIAL] = "rcp_material",
  };
  const float share = 0.76f;
  GdkRGBA colour;

  rcp_colours_look_up (widget, names[family], &colour);
  colour.red = share * colour.red + (1 - share) * ground->red;
  colour.green = share * colour.green + (1 - share) * ground->green;
  colour.blue = share * colour.blue + (1 - share) * ground->blue;
  rcp_family_snapshot_mark (family, snapshot, x, y, 22, &colour, NULL);
}

static void
rcp_first_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const float lanes[] = { 30, 66, 102 };
  GdkRGBA lane, accent, soft, clear, ground;
  cairo_t *cr;

  rcp_colours_look_up (widget, "rcp_faint", &lane);
  rcp_colours_look_up (widget, "rcp_accent_fill", &accent);
  rcp_colours_look_up (widget, "window_bg_color", &ground);
  lane.alpha *= 0.55f;
  soft = clear = accent;
  soft.alpha = 0.5f;
  clear.alpha = 0;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH_PX, HEIGHT_PX));
  gdk_cairo_set_source_rgba (cr, &lane);
  cairo_set_line_width (cr, 3);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      cairo_move_to (cr, 8, lanes[i]);
      cairo_line_to (cr, 168, lanes[i]);
      cairo_stroke (cr);
    }
  gdk_cairo_set_source_rgba (cr, &ground);
  cairo_rectangle (cr, 24, 60, 54, 12);
  cairo_fill (cr);
  cairo_destroy (cr);

  /* An uncertain date is a bar with soft ends. */
  gtk_snapshot_append_linear_gradient (snapshot, &GRAPHENE_RECT_INIT (20, 58, 62, 16), &GRAPHENE_POINT_INIT (20, 66),
                                       &GRAPHENE_POINT_INIT (82, 66),
                                       (GskColorStop[]){ { 0, clear }, { 0.3f, soft }, { 0.7f, soft }, { 1, clear } },
                                       4);

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH_PX, HEIGHT_PX));
  fill_circle (cr, 44, 30, 11, &(GdkRGBA){ accent.red, accent.green, accent.blue, 0.4f });
  gdk_cairo_set_source_rgba (cr, &accent);
  cairo_set_line_width (cr, 4);
  cairo_move_to (cr, 104, 30);
  cairo_line_to (cr, 104, 102);
  cairo_stroke (cr);
  fill_circle (cr, 104, 30, 13, &accent);
  for (guint i = 1; i < G_N_ELEMENTS (lanes); i++)
    {
      fill_circle (cr, 104, lanes[i], 11, &accent);
      fill_circle (cr, 104, lanes[i], 7, &ground);
    }
  cairo_destroy (cr);

  snapshot_family (widget, snapshot, RCP_FAMILY_RUPTURE, 134, 66, &ground);
  snapshot_family (widget, snapshot, RCP_FAMILY_FORCE, 52, 103, &ground);
  snapshot_family (widget, snapshot, RCP_FAMILY_MATERIAL, 148, 102, &ground);
}

static void
rcp_first_picture_class_init (RcpFirstPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = rcp_first_picture_measure;
  widget_class->snapshot = rcp_first_picture_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rcp_first_picture_init (RcpFirstPicture *self)
{
}

static void
rcp_first_launch_class_init (RcpFirstLaunchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (RCP_TYPE_FIRST_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/first-launch.ui");
}

static void
rcp_first_launch_init (RcpFirstLaunch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
