#include "config.h"

#include "rcp-correction-dialog.h"

#include <glib/gi18n.h>

#include "rcp-error.h"

#define WIDTH_PX 480
#define MARGIN_PX 18

struct _RcpCorrectionDialog
{
  AdwWindow parent_instance;

  /* children */
  GtkWidget *accept; /* weak: a list that goes with the window unselects its row when this may be gone already */
  GtkWidget *failed;

  /* owned */
  GWeakRef origin;
};

G_DEFINE_FINAL_TYPE (RcpCorrectionDialog, rcp_correction_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_ACCEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
accept_cb (RcpCorrectionDialog *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[SIGNAL_ACCEPT], 0);
}

static void
rcp_correction_dialog_finalize (GObject *object)
{
  RcpCorrectionDialog *self = RCP_CORRECTION_DIALOG (object);

  g_weak_ref_clear (&self->origin);
  g_clear_weak_pointer (&self->accept);

  G_OBJECT_CLASS (rcp_correction_dialog_parent_class)->finalize (object);
}

static void
rcp_correction_dialog_class_init (RcpCorrectionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_correction_dialog_finalize;

  signals[SIGNAL_ACCEPT]
    = g_signal_new ("accept", RCP_TYPE_CORRECTION_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rcp_correction_dialog_init (RcpCorrectionDialog *self)
{
  g_weak_ref_init (&self->origin, NULL);
}

static GtkWidget *
build_header (RcpCorrectionDialog *self, const char *accept)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_set_weak_pointer (&self->accept, gtk_button_new_with_mnemonic (accept));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  g_signal_connect_object (self->accept, "clicked", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->accept);
  return header;
}

/**
 * rcp_correction_dialog_new:
 * @origin: the widget whose window it belongs to, and which shows the toast
 * @title: what is asked
 * @accept: the words of the button, with a mnemonic
 * @content: (transfer floating): what one answers with
 *
 * Returns: (transfer floating): a window to present
 */
RcpCorrectionDialog *
rcp_correction_dialog_new (GtkWidget *origin, const char *title, const char *accept, GtkWidget *content)
{
  RcpCorrectionDialog *self = g_object_new (RCP_TYPE_CORRECTION_DIALOG, "title", title, "default-width", WIDTH_PX, "modal",
                                            TRUE, "resizable", FALSE, NULL);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *clamp = adw_clamp_new ();
  GtkRoot *root = gtk_widget_get_root (origin);

  g_weak_ref_set (&self->origin, origin);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
  self->failed = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, "xalign", 0.0,
                               "visible", FALSE, NULL);
  gtk_box_append (GTK_BOX (outer), build_header (self, accept));
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (GTK_BOX (box), self->failed);
  gtk_widget_set_size_request (box, WIDTH_PX - 2 * MARGIN_PX, -1);
  /* A window that fits its content asks how high that is at its natural width; the clamp answers for the width there is. */
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH_PX - 2 * MARGIN_PX);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH_PX - 2 * MARGIN_PX);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, MARGIN_PX);
  gtk_widget_set_margin_start (clamp, MARGIN_PX);
  gtk_widget_set_margin_end (clamp, MARGIN_PX);
  gtk_box_append (GTK_BOX (outer), clamp);
  adw_window_set_content (ADW_WINDOW (self), outer);
  return self;
}

/** rcp_correction_dialog_set_ready: @ready: whether enough is known to press the button. */
void
rcp_correction_dialog_set_ready (RcpCorrectionDialog *self, gboolean ready)
{
  g_return_if_fail (RCP_IS_CORRECTION_DIALOG (self));

  if (self->accept != NULL)
    gtk_widget_set_sensitive (self->accept, ready);
}

/** rcp_correction_dialog_go_on: gives the focus to the button, where it can be pressed. */
void
rcp_correction_dialog_go_on (RcpCorrectionDialog *self)
{
  g_return_if_fail (RCP_IS_CORRECTION_DIALOG (self));

  if (self->accept != NULL && gtk_widget_get_sensitive (self->accept))
    gtk_window_set_focus (GTK_WINDOW (self), self->accept);
}

/** rcp_correction_dialog_finish: closes it and says that it is done and can be undone; or says why not (@error). */
void
rcp_correction_dialog_finish (RcpCorrectionDialog *self, const GError *error, const char *toast)
{
  g_autoptr (GtkWidget) origin = NULL;

  g_return_if_fail (RCP_IS_CORRECTION_DIALOG (self));

  if (error != NULL)
    {
      g_autofree char *reason = rcp_error_describe (error);

      gtk_label_set_text (GTK_LABEL (self->failed), reason);
      gtk_widget_set_visible (self->failed, TRUE);
      gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
      return;
    }
  origin = g_weak_ref_get (&self->origin);
  if (origin != NULL)
    gtk_widget_activate_action (origin, "win.toast-undo", "s", toast);
  gtk_window_destroy (GTK_WINDOW (self));
}
