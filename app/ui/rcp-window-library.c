#include "config.h"

#include "rcp-window-private.h"

#include <glib/gi18n.h>

#include "rcp-error.h"

#define SLOW_MS 400

static gboolean
slow_cb (gpointer user_data)
{
  RcpWindow *self = user_data;

  self->slow_id = 0;
  gtk_stack_set_visible_child_name (self->main_stack, "slow");
  return G_SOURCE_REMOVE;
}

/* The newest copy beside the library: those that are made before a new version changes it ("NAME.before-2"), and those
 * the user made and named so ("NAME.backup"). (nullable) */
static char *
find_backup (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *found = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gint64 newest = G_MININT64;
  const char *entry;

  while (dir != NULL && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *candidate = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (GFileInfo) info = NULL;
      gint64 modified;

      if (!g_str_has_prefix (entry, name)
          || (strstr (entry + strlen (name), ".before-") == NULL && strstr (entry + strlen (name), "backup") == NULL)
          || g_str_has_suffix (entry, "-wal") || g_str_has_suffix (entry, "-shm"))
        continue;
      candidate = g_build_filename (folder, entry, NULL);
      file = g_file_new_for_path (candidate);
      info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                G_FILE_QUERY_INFO_NONE, NULL, NULL);
      if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
        continue;
      modified = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED);
      if (modified > newest)
        {
          newest = modified;
          g_free (found);
          found = g_steal_pointer (&candidate);
        }
    }
  return g_steal_pointer (&found);
}

static char *
dup_wanted_path (RcpWindow *self)
{
  return self->wanted_path ? g_strdup (self->wanted_path) : rcp_library_get_default_path ();
}

static void
show_failure (RcpWindow *self, const GError *error)
{
  g_autofree char *reason = rcp_error_describe (error);
  g_autofree char *path = dup_wanted_path (self);
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *text = g_strdup_printf ("%s\n\n%s", reason, shown);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *backup = NULL;

  if (g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_DAMAGED)
      || g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_A_LIBRARY))
    backup = find_backup (path);
  adw_status_page_set_description (self->failed_page, escaped);
  gtk_widget_set_visible (self->restore_button, backup != NULL);
  gtk_stack_set_visible_child_name (self->main_stack, "failed");
}

static void
library_changed_cb (RcpWindow *self, guint changes)
{
  if (changes & (RCP_LIBRARY_CHANGED_DOSSIERS | RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS))
    rcp_window_load_dossiers (self);
  rcp_window_update_actions (self);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLibrary) library = rcp_library_open_finish (result, &error);
  GPtrArray *warnings;

  if (self->settings == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* The window went, or another library was asked for, while this one opened. */
      if (library != NULL)
        rcp_library_close (library);
      return;
    }
  g_clear_handle_id (&self->slow_id, g_source_remove);
  if (library == NULL)
    {
      show_failure (self, error);
      rcp_window_update_actions (self);
      return;
    }

  self->library = g_steal_pointer (&library);
  self->library_signals = g_signal_group_new (RCP_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed", G_CALLBACK (library_changed_cb), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::import", G_CALLBACK (rcp_window_update_import), self);
  g_signal_group_connect_swapped (self->library_signals, "notify::undo-label", G_CALLBACK (rcp_window_update_actions),
                                  self);
  g_signal_group_set_target (self->library_signals, self->library);
  warnings = rcp_library_get_warnings (self->library);
  for (guint i = 0; i < warnings->len; i++)
    {
      g_autofree char *warning = rcp_error_describe (warnings->pdata[i]);

      rcp_window_toast (self, warning, FALSE);
    }
  /* What an earlier program has read is read again, while the window is used. */
  if (rcp_library_get_n_outdated (self->library) > 0)
    g_object_unref (rcp_library_reanalyse (self->library));
  rcp_window_update_import (self);
  rcp_window_load_dossiers (self);
  rcp_window_update_actions (self);
}

/**
 * rcp_window_open_library:
 * @path: (nullable): the file; NULL for the user's own library
 * @with_sample: whether to put the sample dossier into it when it is empty
 *
 * Opens it in the background, closing the one that is open. What cannot be opened is said on a page of its own.
 */
void
rcp_window_open_library (RcpWindow *self, const char *path, gboolean with_sample)
{
  char *wanted;

  g_return_if_fail (RCP_IS_WINDOW (self));

  wanted = g_strdup (path);
  g_free (self->wanted_path);
  self->wanted_path = wanted;
  self->wants_sample = with_sample;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_object (&self->library_signals);
  g_clear_object (&self->import_signals);
  g_clear_object (&self->import);
  g_clear_object (&self->dossiers);
  rcp_window_drop_content (self);
  if (self->library != NULL)
    {
      rcp_library_close (self->library);
      g_clear_object (&self->library);
      rcp_timeline_state_set_dossier_id (self->state, 0);
    }
  rcp_timeline_state_set_selected_event (self->state, 0);
  rcp_timeline_state_set_selected_actor (self->state, 0);
  rcp_timeline_state_set_selected_article (self->state, 0);

  gtk_stack_set_visible_child_name (self->main_stack, "opening");
  if (self->slow_id == 0)
    self->slow_id = g_timeout_add (SLOW_MS, slow_cb, self);
  rcp_library_open_async (self->wanted_path, self->cancellable, opened_cb, g_object_ref (self));
}

void
rcp_window_retry_library (RcpWindow *self)
{
  g_autofree char *path = g_strdup (self->wanted_path);

  rcp_window_open_library (self, path, self->wants_sample);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  self->restoring = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_autofree char *reason = rcp_error_describe (error);

      rcp_window_toast (self, reason, FALSE);
      return;
    }
  rcp_window_retry_library (self);
}

/* The damaged file is set aside whole, with the files SQLite keeps beside it; the backup is copied to its place. */
static void
restore_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  const char *path = data;
  g_autofree char *backup = find_backup (path);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *moment = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autoptr (GFile) from = NULL, to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  if (backup == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no backup beside %s", path);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *old = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *aside = g_strdup_printf ("%s.damaged-%s%s", path, moment, suffixes[i]);
      g_autoptr (GFile) old_file = g_file_new_for_path (old), aside_file = g_file_new_for_path (aside);

      if (!g_file_move (old_file, aside_file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error)
          && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
      g_clear_error (&error);
    }
  from = g_file_new_for_path (backup);
  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

/* Puts the last backup in the place of a library that is damaged, and opens it. */
void
rcp_window_restore_backup (RcpWindow *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->restoring || self->library != NULL)
    return;
  self->restoring = TRUE;
  task = g_task_new (NULL, NULL, restored_cb, g_object_ref (self));
  g_task_set_source_tag (task, rcp_window_restore_backup);
  g_task_set_task_data (task, dup_wanted_path (self), g_free);
  g_task_run_in_thread (task, restore_thread);
}

/* Chooses between the first launch and the content; makes the content when it is first wanted. */
void
rcp_window_show_page (RcpWindow *self)
{
  guint n_articles = 0;

  if (self->library == NULL || self->dossiers == NULL)
    return;
  for (guint i = 0; i < g_list_model_get_n_items (self->dossiers); i++)
    {
      g_autoptr (RcpDossier) dossier = g_list_model_get_item (self->dossiers, i);

      n_articles += rcp_dossier_get_n_articles (dossier);
    }
  if (n_articles == 0 && self->import == NULL)
    {
      gtk_stack_set_visible_child_name (self->main_stack, "first-launch");
      return;
    }
  if (self->timeline_view == NULL)
    rcp_window_build_content (self);
  gtk_stack_set_visible_child_name (self->main_stack, "content");
}
