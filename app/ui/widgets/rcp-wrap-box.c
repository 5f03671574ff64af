#include "config.h"

#include "rcp-wrap-box.h"

struct _RcpWrapBox
{
  GtkWidget parent_instance;

  /* plain */
  int spacing_px;
};

G_DEFINE_FINAL_TYPE (RcpWrapBox, rcp_wrap_box, GTK_TYPE_WIDGET)

/* Walks over the lines that @width allows; places the children where @place is set. Returns the height. */
static int
lay_out (RcpWrapBox *self, int width, gboolean place)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *first = gtk_widget_get_first_child (widget), *next; first != NULL; first = next)
    {
      int x = 0, line_height = 0;

      /* Once to see how many fit and how high they are, once to place them. */
      for (next = first; next != NULL; next = gtk_widget_get_next_sibling (next))
        {
          int minimum, natural, height;

          if (!gtk_widget_should_layout (next))
            continue;
          gtk_widget_measure (next, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
          natural = MAX (minimum, MIN (natural, width));
          if (x > 0 && x + natural > width)
            break;
          gtk_widget_measure (next, GTK_ORIENTATION_VERTICAL, natural, NULL, &height, NULL, NULL);
          line_height = MAX (line_height, height);
          x += natural + self->spacing_px;
        }
      if (place)
        {
          x = 0;
          for (GtkWidget *child = first; child != next; child = gtk_widget_get_next_sibling (child))
            {
              int minimum, natural;

              if (!gtk_widget_should_layout (child))
                continue;
              gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
              natural = MAX (minimum, MIN (natural, width));
              gtk_widget_size_allocate (
                child, &(GtkAllocation){ rtl ? width - x - natural : x, y, natural, line_height }, -1);
              x += natural + self->spacing_px;
            }
        }
      y += line_height + (next != NULL && line_height > 0 ? self->spacing_px : 0);
    }
  return y;
}

static GtkSizeRequestMode
rcp_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rcp_wrap_box_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  RcpWrapBox *self = RCP_WRAP_BOX (widget);
  int widest = 0, sum = 0;

  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int child_minimum, child_natural;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural, NULL, NULL);
        widest = MAX (widest, child_minimum);
        sum += child_natural + (sum > 0 ? self->spacing_px : 0);
      }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = MAX (widest, sum);
    }
  else
    *minimum = *natural = lay_out (self, for_size < 0 ? MAX (widest, sum) : for_size, FALSE);
}

static void
rcp_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (RCP_WRAP_BOX (widget), width, TRUE);
}

static void
rcp_wrap_box_dispose (GObject *object)
{
  rcp_wrap_box_clear (RCP_WRAP_BOX (object));

  G_OBJECT_CLASS (rcp_wrap_box_parent_class)->dispose (object);
}

static void
rcp_wrap_box_class_init (RcpWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_wrap_box_dispose;
  widget_class->get_request_mode = rcp_wrap_box_get_request_mode;
  widget_class->measure = rcp_wrap_box_measure;
  widget_class->size_allocate = rcp_wrap_box_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_wrap_box_init (RcpWrapBox *self)
{
  self->spacing_px = 6;
}

/** rcp_wrap_box_new: Returns: (transfer floating): an empty box; @spacing_px between children and between lines. */
GtkWidget *
rcp_wrap_box_new (int spacing_px)
{
  RcpWrapBox *self = g_object_new (RCP_TYPE_WRAP_BOX, NULL);

  self->spacing_px = spacing_px;
  return GTK_WIDGET (self);
}

/** rcp_wrap_box_append: @child: (transfer floating): put after the last. */
void
rcp_wrap_box_append (RcpWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (RCP_IS_WRAP_BOX (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/** rcp_wrap_box_clear: takes all children out. */
void
rcp_wrap_box_clear (RcpWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (RCP_IS_WRAP_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
