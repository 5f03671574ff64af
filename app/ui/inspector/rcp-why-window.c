#include "config.h"

#include "rcp-why-window.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "rcp-error.h"

#define WIDTH_PX 480
#define HEIGHT_PX 420

/* A small window that says why the accounts of an event are one event: for each, what it has in common with the one that is
 * most like it. */

static GtkWidget *
make_row_cb (gpointer item, gpointer unused)
{
  RcpJoinReason *reason = item;
  GtkWidget *row = adw_action_row_new ();
  const char *outlet = rcp_join_reason_get_outlet (reason);
  g_autofree char *words = rcp_join_reason_describe (reason);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), outlet ? outlet : _("Unnamed outlet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), words);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
explained_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) list = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) reasons = rcp_library_explain_join_finish (RCP_LIBRARY (source), result, &error);
  g_autofree char *words = error ? rcp_error_describe (error) : g_strdup (_("Only one account tells this event."));
  GtkWidget *empty = gtk_label_new (words);

  gtk_widget_set_margin_top (empty, 18);
  gtk_widget_set_margin_bottom (empty, 18);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), empty);
  if (reasons != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (list), reasons, make_row_cb, NULL, NULL);
}

static gboolean
escape_cb (GtkWidget *window, GVariant *args, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (window, shortcuts);
}

/** rcp_why_window_new: Returns: (transfer floating): a window to present. */
GtkWidget *
rcp_why_window_new (GtkWidget *origin, RcpLibrary *library, RcpEvent *event)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "title", _("Why these accounts are one event"), "default-width", WIDTH_PX,
                                    "default-height", HEIGHT_PX, "modal", TRUE, NULL);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkRoot *root = gtk_widget_get_root (origin);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (list, 18);
  gtk_widget_set_margin_bottom (list, 18);
  gtk_widget_set_margin_start (list, 18);
  gtk_widget_set_margin_end (list, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Why these accounts are one event"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), scrolled);
  adw_window_set_content (ADW_WINDOW (window), outer);
  close_on_escape (window);
  rcp_library_explain_join_async (library, rcp_event_get_id (event), NULL, explained_cb, g_object_ref (list));
  return window;
}
