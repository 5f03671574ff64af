#include "config.h"

#include "rcp-outlet-line.h"

#include <glib/gi18n.h>

#include "rcp-avatar.h"
#include "rcp-date-words.h"

#define AVATAR_PX 24

/**
 * rcp_outlet_line_new:
 * @outlet: (nullable): the outlet’s name; without one the line says so
 * @published: (nullable): when the article appeared
 *
 * The line a card of an article begins with: who publishes it, and when. The date takes the room that is left, so
 * what is appended stands at the end.
 *
 * Returns: (transfer floating): a horizontal #GtkBox
 */
GtkWidget *
rcp_outlet_line_new (const char *outlet, RcpEdtf *published)
{
  g_autofree char *date = published ? rcp_date_words_format (published, RCP_DATE_STYLE_SHORT) : NULL;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = gtk_label_new (outlet ? outlet : _("Unnamed outlet")), *moment = gtk_label_new (date);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "rcp-bold");
  if (outlet == NULL)
    gtk_widget_add_css_class (name, "rcp-unnamed");
  gtk_label_set_ellipsize (GTK_LABEL (moment), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (moment), 0);
  gtk_widget_set_hexpand (moment, TRUE);
  gtk_widget_add_css_class (moment, "rcp-caption");
  gtk_widget_add_css_class (moment, "rcp-dim");
  gtk_box_append (GTK_BOX (line), rcp_avatar_new_for_outlet (outlet, AVATAR_PX));
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), moment);
  gtk_widget_add_css_class (line, "head");
  return line;
}
