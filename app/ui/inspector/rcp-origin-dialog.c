#include "config.h"

#include "rcp-origin-dialog.h"

#include <glib/gi18n.h>

#include "rcp-correction-dialog.h"

/* What the window works on; owned by it. */
typedef struct
{
  RcpLibrary *library;
  GtkWidget *words;  /* the choice of words, */
  GtkWidget *entry;  /* which are these */
  GtkWidget *none;   /* the choice of no origin */
  gint64 account_id;
} Asked;

static void
asked_free (gpointer data, GClosure *closure)
{
  Asked *asked = data;

  g_object_unref (asked->library);
  g_free (asked);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCorrectionDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;

  rcp_library_set_attribution_finish (RCP_LIBRARY (source), result, &error);
  rcp_correction_dialog_finish (dialog, error, _("Origin changed"));
}

static char *
dup_words (Asked *asked)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (asked->entry))));
}

static void
accept_cb (RcpCorrectionDialog *dialog, Asked *asked)
{
  g_autofree char *words = dup_words (asked);
  const char *answer = gtk_check_button_get_active (GTK_CHECK_BUTTON (asked->words))  ? words
                       : gtk_check_button_get_active (GTK_CHECK_BUTTON (asked->none)) ? ""
                                                                                      : NULL;

  rcp_library_set_attribution_async (asked->library, asked->account_id, answer, NULL, done_cb, g_object_ref (dialog));
}

static void
toggled_cb (RcpCorrectionDialog *dialog, gpointer unused)
{
  Asked *asked = g_object_get_data (G_OBJECT (dialog), "asked");
  g_autofree char *words = dup_words (asked);
  gboolean in_words = gtk_check_button_get_active (GTK_CHECK_BUTTON (asked->words));

  gtk_widget_set_sensitive (asked->entry, in_words);
  rcp_correction_dialog_set_ready (dialog, !in_words || words[0] != '\0');
}

static GtkWidget *
add_choice (GtkWidget *box, GtkWidget *group, const char *label)
{
  GtkWidget *choice = gtk_check_button_new_with_label (label);

  if (group != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (choice), GTK_CHECK_BUTTON (group));
  gtk_box_append (GTK_BOX (box), choice);
  return choice;
}

/** rcp_origin_dialog_new: Returns: (transfer floating): asks from whom @account has what it tells. */
GtkWidget *
rcp_origin_dialog_new (GtkWidget *origin, RcpLibrary *library, RcpAccount *account)
{
  Asked *asked = g_new0 (Asked, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *sentence = gtk_label_new (rcp_account_get_sentence (account));
  GtkWidget *found;
  const char *words = rcp_account_get_attribution (account);
  RcpCorrectionDialog *dialog;

  asked->library = g_object_ref (library);
  asked->account_id = rcp_account_get_id (account);
  gtk_label_set_wrap (GTK_LABEL (sentence), TRUE);
  gtk_label_set_xalign (GTK_LABEL (sentence), 0);
  gtk_widget_add_css_class (sentence, "rcp-dim");
  gtk_box_append (GTK_BOX (box), sentence);
  /* Translators: whom an account names as the origin of what it tells; a field to write in follows */
  asked->words = add_choice (box, NULL, _("It has this from:"));
  asked->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (asked->entry), words ? words : "");
  gtk_entry_set_activates_default (GTK_ENTRY (asked->entry), TRUE);
  gtk_widget_set_margin_start (asked->entry, 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asked->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Origin"), -1);
  gtk_box_append (GTK_BOX (box), asked->entry);
  asked->none = add_choice (box, asked->words, _("It gives no origin"));
  found = add_choice (box, asked->words, _("As the program finds it"));
  gtk_widget_set_sensitive (found, rcp_account_get_attribution_by_user (account));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (words == NULL && rcp_account_get_attribution_by_user (account)
                                                   ? asked->none : asked->words),
                               TRUE);

  dialog = rcp_correction_dialog_new (origin, _("Origin of the account"), _("_Set"), box);
  g_object_set_data (G_OBJECT (dialog), "asked", asked);
  g_signal_connect_data (dialog, "accept", G_CALLBACK (accept_cb), asked, asked_free, 0);
  g_signal_connect_object (asked->words, "toggled", G_CALLBACK (toggled_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (asked->none, "toggled", G_CALLBACK (toggled_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (asked->entry, "changed", G_CALLBACK (toggled_cb), dialog, G_CONNECT_SWAPPED);
  toggled_cb (dialog, NULL);
  return GTK_WIDGET (dialog);
}
