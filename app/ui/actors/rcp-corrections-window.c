#include "config.h"

#include "rcp-corrections-window.h"

#include <glib/gi18n.h>

#include "rcp-correction.h"
#include "rcp-date-words.h"
#include "rcp-error.h"

#define WIDTH_PX 560
#define HEIGHT_PX 560

struct _RcpCorrectionsWindow
{
  AdwWindow parent_instance;

  /* children */
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *failed;

  /* owned */
  RcpLibrary *library;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (RcpCorrectionsWindow, rcp_corrections_window, ADW_TYPE_WINDOW)

static void
toast (RcpCorrectionsWindow *self, const char *action, const char *words)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), action, "s", words);
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCorrectionsWindow) self = RCP_CORRECTIONS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (rcp_library_drop_correction_finish (RCP_LIBRARY (source), result, &error))
    toast (self, "win.toast-undo", _("Correction taken back"));
  else
    {
      g_autofree char *reason = rcp_error_describe (error);

      toast (self, "win.toast", reason);
    }
}

static void
take_back_cb (RcpCorrectionsWindow *self, GtkWidget *button)
{
  RcpCorrection *correction = g_object_get_data (G_OBJECT (button), "correction");

  gtk_widget_set_sensitive (button, FALSE);
  rcp_library_drop_correction_async (self->library, rcp_correction_get_id (correction), NULL, dropped_cb,
                                     g_object_ref (self));
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  RcpCorrectionsWindow *self = user_data;
  RcpCorrection *correction = item;
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (_("Take back"));
  g_autofree char *sentence = rcp_correction_describe (correction);
  g_autofree char *date = rcp_date_words_timestamp (rcp_correction_get_created_us (correction));
  g_autofree char *spoken = g_strdup_printf ("%s: %s", _("Take back"), sentence);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), date);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "rcp-small");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "correction", g_object_ref (correction), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCorrectionsWindow) self = RCP_CORRECTIONS_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) corrections = rcp_library_list_corrections_finish (RCP_LIBRARY (source), result, &error);

  if (self->library == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (corrections == NULL)
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_label_set_text (GTK_LABEL (self->failed), reason);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "failed");
      return;
    }
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), corrections, make_row_cb, self, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    g_list_model_get_n_items (corrections) > 0 ? "list" : "empty");
}

static void
load (RcpCorrectionsWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  rcp_library_list_corrections_async (self->library, 0, self->cancellable, listed_cb, g_object_ref (self));
}

static void
rcp_corrections_window_dispose (GObject *object)
{
  RcpCorrectionsWindow *self = RCP_CORRECTIONS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_data (self->library, self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (rcp_corrections_window_parent_class)->dispose (object);
}

static void
rcp_corrections_window_class_init (RcpCorrectionsWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_corrections_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_list_page (RcpCorrectionsWindow *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_widget_set_valign (self->list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->list, 18);
  gtk_widget_set_margin_bottom (self->list, 18);
  gtk_widget_set_margin_start (self->list, 12);
  gtk_widget_set_margin_end (self->list, 12);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Corrections"), -1);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  return scrolled;
}

static GtkWidget *
make_empty_page (void)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", "rcp-check-symbolic", "title", _("No corrections"), "description",
                       _("What you merge, rename, split, ignore or date anew is listed here and can be taken back."), NULL);
}

static void
rcp_corrections_window_init (RcpCorrectionsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _("Corrections"));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
  self->failed = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "justify",
                               GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_add_css_class (self->failed, "rcp-dim");
  self->stack = gtk_stack_new ();
  gtk_stack_add_named (GTK_STACK (self->stack), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "loading");
  gtk_stack_add_named (GTK_STACK (self->stack), make_list_page (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), make_empty_page (), "empty");
  gtk_stack_add_named (GTK_STACK (self->stack), self->failed, "failed");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * rcp_corrections_window_new:
 * @parent: the window it belongs to, which shows the toasts
 * @library: whose corrections
 *
 * Returns: (transfer floating): a window to present.
 */
GtkWidget *
rcp_corrections_window_new (GtkWindow *parent, RcpLibrary *library)
{
  RcpCorrectionsWindow *self;

  g_return_val_if_fail (RCP_IS_LIBRARY (library), NULL);

  self = g_object_new (RCP_TYPE_CORRECTIONS_WINDOW, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE,
                       NULL);
  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return GTK_WIDGET (self);
}
