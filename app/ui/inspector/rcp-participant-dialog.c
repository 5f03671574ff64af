#include "config.h"

#include "rcp-participant-dialog.h"

#include <glib/gi18n.h>

#include "rcp-actor-chooser.h"
#include "rcp-correction-dialog.h"

/* What the window works on; owned by it. */
typedef struct
{
  RcpLibrary *library;
  GtkWidget *chooser;
  gint64 event_id;
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

  rcp_library_set_event_actor_finish (RCP_LIBRARY (source), result, &error);
  rcp_correction_dialog_finish (dialog, error, _("Participant added"));
}

static void
accept_cb (RcpCorrectionDialog *dialog, Asked *asked)
{
  RcpActor *actor = rcp_actor_chooser_get_actor (RCP_ACTOR_CHOOSER (asked->chooser));

  if (actor != NULL)
    rcp_library_set_event_actor_async (asked->library, asked->event_id, rcp_actor_get_id (actor), 1, NULL, done_cb,
                                       g_object_ref (dialog));
}

static void
chosen_cb (RcpCorrectionDialog *dialog, GtkWidget *chooser)
{
  rcp_correction_dialog_set_ready (dialog, rcp_actor_chooser_get_actor (RCP_ACTOR_CHOOSER (chooser)) != NULL);
}

/** rcp_participant_dialog_new: Returns: (transfer floating): asks who else takes part in @event. */
GtkWidget *
rcp_participant_dialog_new (GtkWidget *origin, RcpLibrary *library, RcpEvent *event)
{
  Asked *asked = g_new0 (Asked, 1);
  RcpCorrectionDialog *dialog;

  asked->library = g_object_ref (library);
  asked->event_id = rcp_event_get_id (event);
  /* Whoever is missing may be named anywhere in the library. */
  asked->chooser = rcp_actor_chooser_new (library, 0);
  dialog = rcp_correction_dialog_new (origin, _("Add a participant"), _("_Add"), asked->chooser);
  rcp_correction_dialog_set_ready (dialog, FALSE);
  g_signal_connect_data (dialog, "accept", G_CALLBACK (accept_cb), asked, asked_free, 0);
  g_signal_connect_object (asked->chooser, "changed", G_CALLBACK (chosen_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (asked->chooser, "activate", G_CALLBACK (rcp_correction_dialog_go_on), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (asked->chooser, "cancel", G_CALLBACK (gtk_window_close), dialog, G_CONNECT_SWAPPED);
  gtk_window_set_focus (GTK_WINDOW (dialog), rcp_actor_chooser_get_entry (RCP_ACTOR_CHOOSER (asked->chooser)));
  return GTK_WIDGET (dialog);
}
