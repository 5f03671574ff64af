#include "config.h"

#include "rcp-note-keeper.h"

#include <glib/gi18n.h>

#include "rcp-error.h"

typedef struct
{
  GWeakRef origin;
  RcpNoteKeptFunc kept;
} Job;

static Job *
job_new (GtkWidget *origin, RcpNoteKeptFunc kept)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->origin, origin);
  job->kept = kept;
  return job;
}

/* @error: (nullable). A widget that has gone meanwhile needs no answer, but what could not be kept is said all the same
 * where there is a window left. */
static void
job_done (Job *job, const GError *error, const char *undo_toast)
{
  g_autoptr (GtkWidget) origin = g_weak_ref_get (&job->origin);

  if (origin != NULL)
    {
      if (error != NULL)
        {
          g_autofree char *reason = rcp_error_describe (error);

          gtk_widget_activate_action (origin, "win.toast", "s", reason);
        }
      else if (undo_toast != NULL)
        gtk_widget_activate_action (origin, "win.toast-undo", "s", undo_toast);
      if (job->kept != NULL)
        job->kept (origin, error);
    }
  g_weak_ref_clear (&job->origin);
  g_free (job);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  rcp_library_save_note_finish (RCP_LIBRARY (source), result, &error);
  job_done (user_data, error, NULL);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  rcp_library_delete_note_finish (RCP_LIBRARY (source), result, &error);
  job_done (user_data, error, _("Note deleted"));
}

/**
 * rcp_note_keeper_save:
 * @origin: the widget that asks
 * @library: where to save
 * @note: what to save; new without an id
 * @kept: (nullable): called with @origin, if that still lives, when @note is on the disk or could not be saved
 *
 * Says in a toast why a note could not be saved.
 */
void
rcp_note_keeper_save (GtkWidget *origin, RcpLibrary *library, RcpNote *note, RcpNoteKeptFunc kept)
{
  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (RCP_IS_LIBRARY (library));
  g_return_if_fail (RCP_IS_NOTE (note));

  rcp_library_save_note_async (library, note, NULL, saved_cb, job_new (origin, kept));
}

/**
 * rcp_note_keeper_delete:
 * @origin: the widget that asks
 * @library: where it is
 * @note: a saved note
 * @kept: (nullable): as for rcp_note_keeper_save()
 *
 * Shows a toast with Undo afterwards.
 */
void
rcp_note_keeper_delete (GtkWidget *origin, RcpLibrary *library, RcpNote *note, RcpNoteKeptFunc kept)
{
  g_return_if_fail (GTK_IS_WIDGET (origin));
  g_return_if_fail (RCP_IS_LIBRARY (library));
  g_return_if_fail (RCP_IS_NOTE (note));

  rcp_library_delete_note_async (library, rcp_note_get_id (note), NULL, deleted_cb, job_new (origin, kept));
}
