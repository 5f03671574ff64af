#include "config.h"

#include "rcp-event-corrections.h"

#include <glib/gi18n.h>

#include "rcp-badge.h"
#include "rcp-correction.h"
#include "rcp-date-words.h"
#include "rcp-error.h"

struct _RcpEventCorrections
{
  GtkWidget parent_instance;

  /* children */
  GtkWidget *box; /* NULL while there is none */

  /* owned */
  RcpLibrary *library;
  GCancellable *cancellable;

  /* plain */
  gint64 event_id;
};

G_DEFINE_FINAL_TYPE (RcpEventCorrections, rcp_event_corrections, GTK_TYPE_WIDGET)

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpEventCorrections) self = user_data;
  g_autoptr (GError) error = NULL;

  if (rcp_library_drop_correction_finish (RCP_LIBRARY (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Correction taken back"));
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", reason);
    }
}

static void
take_back_cb (RcpEventCorrections *self, GtkWidget *button)
{
  RcpCorrection *correction = g_object_get_data (G_OBJECT (button), "correction");

  gtk_widget_set_sensitive (button, FALSE);
  rcp_library_drop_correction_async (self->library, rcp_correction_get_id (correction), NULL, dropped_cb,
                                     g_object_ref (self));
}

static GtkWidget *
make_row (RcpEventCorrections *self, RcpCorrection *correction)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *sentence = rcp_correction_describe (correction);
  g_autofree char *date = rcp_date_words_timestamp (rcp_correction_get_created_us (correction));
  g_autofree char *told = g_strdup_printf ("%s\n%s", sentence, date);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _("Take back"), sentence);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, told);
  gtk_widget_add_css_class (label, "rcp-caption");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, _("Take back"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "rcp-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "correction", g_object_ref (correction), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

/* The sentences are told in full by their tooltips. */
static GtkWidget *
make_list (RcpEventCorrections *self, GListModel *corrections)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *badge = rcp_badge_new (RCP_BADGE_USER, C_("corrections", "set by you"));

  gtk_widget_set_halign (badge, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), badge);
  for (guint i = 0; i < g_list_model_get_n_items (corrections); i++)
    {
      g_autoptr (RcpCorrection) correction = g_list_model_get_item (corrections, i);

      gtk_box_append (GTK_BOX (box), make_row (self, correction));
    }
  return box;
}

static void
show (RcpEventCorrections *self, GListModel *corrections)
{
  gboolean any = corrections != NULL && g_list_model_get_n_items (corrections) > 0;

  g_clear_pointer (&self->box, gtk_widget_unparent);
  gtk_widget_set_visible (GTK_WIDGET (self), any);
  if (!any)
    return;
  self->box = make_list (self, corrections);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpEventCorrections) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) corrections = rcp_library_list_event_corrections_finish (RCP_LIBRARY (source), result, &error);

  if (self->library == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show (self, corrections);
}

static void
rcp_event_corrections_dispose (GObject *object)
{
  RcpEventCorrections *self = RCP_EVENT_CORRECTIONS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (rcp_event_corrections_parent_class)->dispose (object);
}

static void
rcp_event_corrections_class_init (RcpEventCorrectionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_event_corrections_dispose;
  gtk_widget_class_set_css_name (widget_class, "eventcorrections");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rcp_event_corrections_init (RcpEventCorrections *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Corrections"), -1);
}

/** rcp_event_corrections_new: @library: (nullable). Returns: (transfer floating): an empty list. */
GtkWidget *
rcp_event_corrections_new (RcpLibrary *library)
{
  RcpEventCorrections *self = g_object_new (RCP_TYPE_EVENT_CORRECTIONS, NULL);

  g_set_object (&self->library, library);
  return GTK_WIDGET (self);
}

/** rcp_event_corrections_set: lists what the user has set of the event; asked again each time, so after each change too. */
void
rcp_event_corrections_set (RcpEventCorrections *self, gint64 event_id)
{
  g_return_if_fail (RCP_IS_EVENT_CORRECTIONS (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->event_id != event_id)
    show (self, NULL);
  self->event_id = event_id;
  if (self->library == NULL || event_id == 0)
    return;
  self->cancellable = g_cancellable_new ();
  rcp_library_list_event_corrections_async (self->library, event_id, self->cancellable, listed_cb, g_object_ref (self));
}
