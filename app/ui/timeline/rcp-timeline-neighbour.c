#include "config.h"

#include "rcp-timeline-neighbour.h"

#include <glib/gi18n.h>

#include "rcp-date-words.h"
#include "rcp-timeline-words.h"

struct _RcpTimelineNeighbour
{
  GtkButton parent_instance;

  /* children */
  GtkWidget *box;
  GtkWidget *icon;
  GtkWidget *label;

  /* plain */
  gboolean earlier;
};

G_DEFINE_FINAL_TYPE (RcpTimelineNeighbour, rcp_timeline_neighbour, GTK_TYPE_BUTTON)

static void
rcp_timeline_neighbour_class_init (RcpTimelineNeighbourClass *klass)
{
}

static void
rcp_timeline_neighbour_init (RcpTimelineNeighbour *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->icon = gtk_image_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_image_set_pixel_size (GTK_IMAGE (self->icon), 12);
  gtk_box_append (GTK_BOX (self->box), self->icon);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_button_set_child (GTK_BUTTON (self), self->box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "neighbour");
}

/**
 * rcp_timeline_neighbour_new:
 * @earlier: whether it tells of what is before, at the near edge
 *
 * Returns: (transfer floating): a button without an event.
 */
GtkWidget *
rcp_timeline_neighbour_new (gboolean earlier)
{
  RcpTimelineNeighbour *self = g_object_new (RCP_TYPE_TIMELINE_NEIGHBOUR, NULL);

  self->earlier = earlier;
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), earlier ? "go-previous-symbolic" : "go-next-symbolic");
  if (!earlier)
    gtk_box_reorder_child_after (GTK_BOX (self->box), self->icon, self->label);
  return GTK_WIDGET (self);
}

/**
 * rcp_timeline_neighbour_set_event:
 * @event: an event with a date
 */
void
rcp_timeline_neighbour_set_event (RcpTimelineNeighbour *self, RcpEvent *event)
{
  RcpEdtf *date;
  g_autofree char *when = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (RCP_IS_TIMELINE_NEIGHBOUR (self));

  date = rcp_event_get_date (event);
  when = date != NULL && rcp_edtf_is_bounded (date) ? rcp_timeline_words_month (rcp_edtf_get_first_day (date), TRUE)
                                                    : rcp_date_words_format (date, RCP_DATE_STYLE_MEDIUM);
  words = g_strdup_printf ("%s · %s", when, rcp_event_get_title (event));
  gtk_label_set_label (GTK_LABEL (self->label), words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), words);
  /* Translators: %s is the date and the title of an event outside what is visible */
  name = g_strdup_printf (self->earlier ? _("Earlier: %s") : _("Later: %s"), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * rcp_timeline_neighbour_get_width:
 *
 * Returns: how wide it wants to be.
 */
int
rcp_timeline_neighbour_get_width (RcpTimelineNeighbour *self)
{
  int width;

  g_return_val_if_fail (RCP_IS_TIMELINE_NEIGHBOUR (self), 0);

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return MIN (width, RCP_TIMELINE_NEIGHBOUR_PX);
}
