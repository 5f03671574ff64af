#include "config.h"

#include "rcp-window-private.h"

#include <glib/gi18n.h>

#include "rcp-add-articles.h"
#include "rcp-dialogs.h"
#include "rcp-error.h"

#define DONE_MS 2000

static gboolean
done_cb (gpointer user_data)
{
  RcpWindow *self = user_data;

  self->done_id = 0;
  rcp_progress_ring_set_done (self->refresh_ring, FALSE);
  return G_SOURCE_REMOVE;
}

static void
show_progress (RcpWindow *self)
{
  g_autofree char *words = NULL;
  guint n_found, n_done;

  if (self->import == NULL)
    {
      rcp_progress_ring_set_fraction (self->refresh_ring, -1);
      gtk_widget_set_tooltip_text (self->refresh_button, _("Read all articles again (Ctrl+R)"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->refresh_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Read all articles again"), -1);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->refresh_button), GTK_ACCESSIBLE_STATE_BUSY, FALSE, -1);
      return;
    }
  g_clear_handle_id (&self->done_id, g_source_remove);
  rcp_progress_ring_set_done (self->refresh_ring, FALSE);
  n_found = rcp_import_get_n_found (self->import);
  n_done = rcp_import_get_n_done (self->import);
  rcp_progress_ring_set_fraction (self->refresh_ring, n_found > 0 ? (double) n_done / n_found : 0);
  if (rcp_import_get_scanning (self->import))
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Looking for articles, %u found. Click to stop.",
                                          "Looking for articles, %u found. Click to stop.", n_found),
                             n_found);
  else
    words = g_strdup_printf (_("Reading article %1$u of %2$u. Click to stop."), MIN (n_done + 1, n_found), n_found);
  gtk_widget_set_tooltip_text (self->refresh_button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->refresh_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->refresh_button), GTK_ACCESSIBLE_STATE_BUSY, TRUE, -1);
}

static guint
count_failures (GListModel *failures)
{
  guint n_failed = 0;

  for (guint i = 0; failures != NULL && i < g_list_model_get_n_items (failures); i++)
    {
      g_autoptr (RcpImportFailure) failure = g_list_model_get_item (failures, i);

      n_failed += !rcp_import_failure_get_skipped (failure);
    }
  return n_failed;
}

static void
show_notice (RcpWindow *self)
{
  guint n_failed = count_failures (self->failures);
  g_autofree char *words
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article could not be read", "%u articles could not be read",
                                    n_failed),
                       n_failed);

  gtk_label_set_text (GTK_LABEL (self->notice_label), words);
  gtk_revealer_set_reveal_child (self->notice, n_failed > 0);
}

static void
say_what_was_added (RcpWindow *self, RcpImport *import)
{
  guint n_added = rcp_import_get_n_added (import), n_events = rcp_import_get_n_events (import);
  guint n_rest = g_list_model_get_n_items (rcp_import_get_failures (import));
  const GError *error = rcp_import_get_error (import);
  g_autofree char *articles = NULL;
  g_autofree char *events = NULL;
  g_autofree char *words = NULL;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      words = rcp_error_describe (error);
      rcp_window_toast (self, words, FALSE);
      return;
    }
  if (n_added == 0 && rcp_import_get_n_updated (import) > 0)
    {
      guint n_updated = rcp_import_get_n_updated (import);

      words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u later version read", "%u later versions read", n_updated),
                               n_updated);
      rcp_window_toast (self, words, FALSE);
      return;
    }
  if (n_added == 0)
    {
      if (n_rest > 0 && count_failures (rcp_import_get_failures (import)) == 0)
        rcp_window_toast (self, _("Nothing new: these articles are already in the library"), FALSE);
      return;
    }
  /* Translators: the first half of “2 new articles, 3 new events” */
  articles = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article read", "%u articles read", n_added), n_added);
  /* Translators: the second half of “2 articles read, 3 new events” */
  events = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u new event", "%u new events", n_events), n_events);
  /* Translators: %1$s is “2 articles read”, %2$s “3 new events” */
  words = g_strdup_printf (_("%1$s, %2$s"), articles, events);
  rcp_window_toast (self, words, FALSE);
}

static void
finished_cb (RcpWindow *self, RcpImport *import)
{
  if (self->library == NULL)
    return;
  say_what_was_added (self, import);
  if (count_failures (rcp_import_get_failures (import)) > 0)
    {
      g_set_object (&self->failures, rcp_import_get_failures (import));
      show_notice (self);
    }
  if (self->import == import)
    {
      g_clear_object (&self->import);
      g_signal_group_set_target (self->import_signals, NULL);
      rcp_progress_ring_set_done (self->refresh_ring, rcp_import_get_error (import) == NULL);
      g_clear_handle_id (&self->done_id, g_source_remove);
      self->done_id = g_timeout_add (DONE_MS, done_cb, self);
    }
  rcp_window_update_import (self);
  rcp_window_load_dossiers (self);
}

/* Follows the import that runs now. */
void
rcp_window_update_import (RcpWindow *self)
{
  RcpImport *import = self->library ? rcp_library_get_import (self->library) : NULL;

  if (import != NULL && import != self->import && !rcp_import_get_finished (import))
    {
      g_set_object (&self->import, import);
      if (self->import_signals == NULL)
        {
          self->import_signals = g_signal_group_new (RCP_TYPE_IMPORT);
          g_signal_group_connect_swapped (self->import_signals, "notify", G_CALLBACK (show_progress), self);
        }
      g_signal_group_set_target (self->import_signals, import);
      g_signal_connect_object (import, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
      rcp_window_show_page (self);
    }
  gtk_widget_set_visible (self->refresh_button,
                          self->import != NULL
                            || g_strcmp0 (gtk_stack_get_visible_child_name (self->main_stack), "content") == 0);
  show_progress (self);
}

/* Stops what runs, or reads everything again. */
void
rcp_window_refresh (RcpWindow *self)
{
  if (self->library == NULL)
    return;
  if (self->import != NULL)
    {
      rcp_import_cancel (self->import);
      return;
    }
  g_object_unref (rcp_library_reanalyse (self->library));
  rcp_window_update_import (self);
}

void
rcp_window_show_failures (RcpWindow *self)
{
  if (self->failures != NULL)
    rcp_dialogs_show_failures (GTK_WINDOW (self), self->failures);
}

static void
import_files_cb (RcpWindow *self, gpointer data)
{
  rcp_library_import_files (self->library, G_LIST_MODEL (data), rcp_timeline_state_get_dossier_id (self->state));
  rcp_window_update_import (self);
}

/**
 * rcp_window_import_files:
 * @files: of GFile: articles and folders of articles
 *
 * Adds them to the dossier shown; while the library is still being opened they wait for it.
 */
void
rcp_window_import_files (RcpWindow *self, GListModel *files)
{
  g_return_if_fail (RCP_IS_WINDOW (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  if (g_list_model_get_n_items (files) == 0)
    return;
  if (self->library == NULL || self->dossiers == NULL)
    g_ptr_array_add (self->waiting, g_object_ref (files));
  else
    rcp_window_with_dossier (self, _("My dossier"), import_files_cb, g_object_ref (files), g_object_unref);
}

static void
import_text_cb (RcpWindow *self, gpointer data)
{
  char **words = data;

  rcp_library_import_text (self->library, words[0], words[1], rcp_timeline_state_get_dossier_id (self->state));
  rcp_window_update_import (self);
}

/* @title: (nullable): NULL lets the text speak for itself. */
void
rcp_window_import_text (RcpWindow *self, const char *title, const char *text)
{
  char **words;

  if (self->library == NULL || self->dossiers == NULL)
    return;
  words = g_new0 (char *, 3);
  words[0] = g_strdup (text);
  words[1] = g_strdup (title);
  rcp_window_with_dossier (self, _("My dossier"), import_text_cb, words, (GDestroyNotify) g_strfreev);
}

static void
import_sample_cb (RcpWindow *self, gpointer data)
{
  rcp_library_import_sample (self->library, rcp_timeline_state_get_dossier_id (self->state));
  rcp_window_update_import (self);
}

void
rcp_window_open_sample (RcpWindow *self)
{
  if (self->library != NULL)
    rcp_window_with_dossier (self, _("Sample dossier"), import_sample_cb, NULL, NULL);
}

/* Text that is only addresses, of files or of pages: what they name is taken in. Returns whether it was only addresses. */
static gboolean
take_addresses (RcpWindow *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\r\n", -1);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (line[0] == '\0' || line[0] == '#')
        continue;
      if (g_str_has_prefix (line, "file://")
          || ((g_str_has_prefix (line, "https://") || g_str_has_prefix (line, "http://")) && !strpbrk (line, " \t")))
        {
          g_autoptr (GFile) file = g_file_new_for_uri (line);

          g_list_store_append (files, file);
        }
      else
        return FALSE;
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (files)) > 0)
    rcp_window_import_files (self, G_LIST_MODEL (files));
  return TRUE;
}

static gboolean
drop_cb (RcpWindow *self, const GValue *value)
{
  gtk_revealer_set_reveal_child (self->drop_frame, FALSE);
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

      for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
        g_list_store_append (files, l->data);
      rcp_window_import_files (self, G_LIST_MODEL (files));
      return TRUE;
    }
  if (G_VALUE_HOLDS_STRING (value) && g_value_get_string (value) != NULL)
    {
      const char *text = g_value_get_string (value);

      if (!take_addresses (self, text))
        rcp_window_import_text (self, NULL, text);
      return TRUE;
    }
  return FALSE;
}

static GdkDragAction
enter_cb (RcpWindow *self)
{
  if (self->library == NULL)
    return 0;
  gtk_revealer_set_reveal_child (self->drop_frame, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (RcpWindow *self)
{
  gtk_revealer_set_reveal_child (self->drop_frame, FALSE);
}

/* What is dragged inside the window (an actor's row) is not meant for it. */
static gboolean
accept_cb (RcpWindow *self, GdkDrop *drop)
{
  GdkContentFormats *formats = gdk_drop_get_formats (drop);

  return gdk_drop_get_drag (drop) == NULL
         && (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
             || gdk_content_formats_contain_gtype (formats, G_TYPE_STRING));
}

void
rcp_window_add_drop_target (RcpWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, (GType[]){ GDK_TYPE_FILE_LIST, G_TYPE_STRING }, 2);
  g_signal_connect_object (target, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->overlay, GTK_EVENT_CONTROLLER (target));
}

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->library == NULL)
    return;
  if (text == NULL || text[0] == '\0')
    rcp_window_toast (self, _("The clipboard holds no text"), FALSE);
  else if (!take_addresses (self, text))
    rcp_add_articles_present (self, "text", text);
}

/* Ctrl+V outside text fields. */
void
rcp_window_paste (RcpWindow *self)
{
  if (self->library != NULL)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable, pasted_cb,
                                   g_object_ref (self));
}
