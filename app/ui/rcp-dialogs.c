#include "config.h"

#include "rcp-dialogs.h"

#include <glib/gi18n.h>

#include "rcp-import.h"

typedef struct
{
  GCallback callback;
  gpointer user_data;
  GDestroyNotify destroy;
  GtkWidget *entry; /* borrowed from the dialog (nullable) */
} Question;

static Question *
question_new (GCallback callback, gpointer user_data, GDestroyNotify destroy)
{
  Question *question = g_new0 (Question, 1);

  question->callback = callback;
  question->user_data = user_data;
  question->destroy = destroy;
  return question;
}

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static void
name_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;
  g_autofree char *name = NULL;

  if (!g_str_equal (response, "accept"))
    return;
  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry))));
  if (name[0] != '\0')
    ((RcpDialogsTextFunc) question->callback) (name, question->user_data);
}

static void
name_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "accept", name[0] != '\0');
}

/**
 * rcp_dialogs_ask_name:
 * @heading: the question
 * @accept: (with underline): label of the button that takes the name
 * @name: (nullable): what to begin with
 * @callback: called with the name, which is not empty; not called when the user gives up
 * @destroy: (nullable): frees @user_data in either case
 */
void
rcp_dialogs_ask_name (GtkWindow *parent, const char *heading, const char *accept, const char *name,
                      RcpDialogsTextFunc callback, gpointer user_data, GDestroyNotify destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);
  GtkWidget *entry = gtk_entry_new ();
  Question *question = question_new (G_CALLBACK (callback), user_data, destroy);

  question->entry = entry;
  gtk_editable_set_text (GTK_EDITABLE (entry), name ? name : "");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  g_signal_connect (entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  name_changed_cb (GTK_EDITABLE (entry), ADW_MESSAGE_DIALOG (dialog));
  g_signal_connect_data (dialog, "response", G_CALLBACK (name_response_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
confirm_response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Question *question = user_data;

  if (g_str_equal (response, "accept"))
    ((RcpDialogsDoneFunc) question->callback) (question->user_data);
}

/** rcp_dialogs_confirm: asks whether to go on; @callback is called only when the user does. */
void
rcp_dialogs_confirm (GtkWindow *parent, const char *heading, const char *body, const char *accept,
                     gboolean destructive, RcpDialogsDoneFunc callback, gpointer user_data, GDestroyNotify destroy)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "accept", accept, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "accept",
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (confirm_response_cb),
                         question_new (G_CALLBACK (callback), user_data, destroy), question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chooser_response_cb (GtkNativeDialog *chooser, int response, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (chooser));
      ((RcpDialogsFilesFunc) question->callback) (files, question->user_data);
    }
  /* A native dialog is nobody's child: the reference from its making keeps it until it is answered. */
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
}

static void
show_chooser (GtkFileChooserNative *chooser, Question *question)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chooser_response_cb), question, question_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * rcp_dialogs_choose_files:
 * @folders: choose folders instead of files
 * @multiple: several at once
 * @callback: called with a GListModel of GFile
 */
void
rcp_dialogs_choose_files (GtkWindow *parent, const char *title, gboolean folders, gboolean multiple,
                          RcpDialogsFilesFunc callback, gpointer user_data, GDestroyNotify destroy)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (title, parent,
                                   folders ? GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER : GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), multiple);
  show_chooser (chooser, question_new (G_CALLBACK (callback), user_data, destroy));
}

/** rcp_dialogs_save_file: @name: what to propose; @callback is called with one GFile. */
void
rcp_dialogs_save_file (GtkWindow *parent, const char *title, const char *name, RcpDialogsFilesFunc callback,
                       gpointer user_data, GDestroyNotify destroy)
{
  GtkFileChooserNative *chooser
    = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (chooser, question_new (G_CALLBACK (callback), user_data, destroy));
}

static GtkWidget *
create_failure_cb (gpointer item, gpointer user_data)
{
  RcpImportFailure *failure = item;
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rcp_import_failure_get_name (failure));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), rcp_import_failure_get_reason (failure));
  if (!rcp_import_failure_get_skipped (failure))
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  return row;
}

/** rcp_dialogs_show_failures: lists what an import could not take in, and why. @failures: of RcpImportFailure. */
void
rcp_dialogs_show_failures (GtkWindow *parent, GListModel *failures)
{
  GtkWidget *window = adw_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new (), *list = gtk_list_box_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), _("Not added"));
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 420);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), failures, create_failure_cb, NULL, NULL);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (list, 18);
  gtk_widget_set_margin_bottom (list, 18);
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
  gtk_window_present (GTK_WINDOW (window));
}

/** rcp_dialogs_show_about: what the program is, its version and its licence. */
void
rcp_dialogs_show_about (GtkWindow *parent)
{
  GtkWidget *about = adw_about_window_new ();

  g_object_set (about, "application-name", "Recoupe", "application-icon", APP_ID, "version", VERSION, "license-type",
                GTK_LICENSE_GPL_3_0, "comments",
                _("Lays the accounts of a story side by side: who did what and when, who says so, and where they differ."),
                /* Translators: put your names here, one on each line */
                "translator-credits", _("translator-credits"), "developer-name", _("The Recoupe contributors"), NULL);
  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  gtk_window_present (GTK_WINDOW (about));
}
