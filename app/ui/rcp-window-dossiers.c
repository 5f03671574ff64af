#include "config.h"

#include "rcp-window-private.h"

#include <glib/gi18n.h>

#include "rcp-dialogs.h"
#include "rcp-error.h"

static RcpDossier *
find_dossier (RcpWindow *self, gint64 id)
{
  for (guint i = 0; self->dossiers != NULL && i < g_list_model_get_n_items (self->dossiers); i++)
    {
      g_autoptr (RcpDossier) dossier = g_list_model_get_item (self->dossiers, i);

      if (rcp_dossier_get_id (dossier) == id)
        return g_steal_pointer (&dossier);
    }
  return NULL;
}

static void
say_error (RcpWindow *self, const GError *error)
{
  g_autofree char *reason = rcp_error_describe (error);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rcp_window_toast (self, reason, FALSE);
}

static void
build_menu (RcpWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new (), dossiers = g_menu_new (), manage = g_menu_new (), formats = g_menu_new ();
  g_autoptr (GMenu) dangerous = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (self->dossiers); i++)
    {
      g_autoptr (RcpDossier) dossier = g_list_model_get_item (self->dossiers, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (rcp_dossier_get_name (dossier), "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "win.dossier", "x", rcp_dossier_get_id (dossier));
      g_menu_append_item (dossiers, item);
    }
  g_menu_append_section (menu, g_menu_model_get_n_items (G_MENU_MODEL (dossiers)) ? _("Dossiers") : NULL,
                         G_MENU_MODEL (dossiers));
  g_menu_append (manage, _("_New dossier…"), "win.new-dossier");
  g_menu_append (manage, _("_Rename…"), "win.rename-dossier");
  g_menu_append (formats, _("Chronology as _Markdown…"), "win.export::md");
  g_menu_append (formats, _("Chronology as _CSV…"), "win.export::csv");
  g_menu_append (formats, _("Chronology as _JSON…"), "win.export::json");
  g_menu_append_submenu (manage, _("_Export"), G_MENU_MODEL (formats));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (manage));
  g_menu_append (dangerous, _("_Delete dossier…"), "win.delete-dossier");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (dangerous));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->dossier_button), G_MENU_MODEL (menu));
}

static void
show_dossier (RcpWindow *self)
{
  g_autoptr (RcpDossier) dossier = find_dossier (self, rcp_timeline_state_get_dossier_id (self->state));
  const char *name = dossier ? rcp_dossier_get_name (dossier) : _("All articles");
  guint n_articles = dossier ? rcp_dossier_get_n_articles (dossier) : 0;
  guint n_outlets = dossier ? rcp_dossier_get_n_outlets (dossier) : 0;
  guint n_events = dossier ? rcp_dossier_get_n_events (dossier) : 0;
  g_autofree char *articles
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u article", "%u articles", n_articles), n_articles);
  g_autofree char *outlets
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u outlet", "%u outlets", n_outlets), n_outlets);
  g_autofree char *events
    = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u event", "%u events", n_events), n_events);
  g_autofree char *counts = g_strdup_printf ("%s · %s · %s", articles, outlets, events);
  g_autofree char *title = g_strdup_printf ("%s – Recoupe", name);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", name, counts);

  gtk_label_set_text (GTK_LABEL (self->dossier_name), name);
  gtk_label_set_text (GTK_LABEL (self->dossier_counts), counts);
  gtk_widget_set_visible (self->dossier_counts, dossier != NULL);
  gtk_window_set_title (GTK_WINDOW (self), dossier ? title : "Recoupe");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dossier_button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* The dossier last shown, or else the first. */
static void
choose_first (RcpWindow *self)
{
  gint64 id = rcp_timeline_state_get_dossier_id (self->state);
  g_autoptr (RcpDossier) dossier = find_dossier (self, id);

  if (dossier == NULL)
    dossier = find_dossier (self, g_settings_get_int64 (self->settings, "dossier"));
  if (dossier == NULL)
    dossier = g_list_model_get_item (self->dossiers, 0);
  id = dossier ? rcp_dossier_get_id (dossier) : 0;
  if (id != rcp_timeline_state_get_dossier_id (self->state))
    rcp_window_choose_dossier (self, id);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) dossiers = rcp_library_list_dossiers_finish (RCP_LIBRARY (source), result, &error);
  gboolean first;

  if (self->library != RCP_LIBRARY (source))
    return;
  if (dossiers == NULL)
    {
      say_error (self, error);
      return;
    }
  first = self->dossiers == NULL;
  g_set_object (&self->dossiers, dossiers);
  choose_first (self);
  build_menu (self);
  show_dossier (self);
  rcp_window_show_page (self);
  rcp_window_update_actions (self);
  if (!first)
    return;
  if (self->wants_sample && g_list_model_get_n_items (dossiers) == 0)
    rcp_window_open_sample (self);
  for (guint i = 0; i < self->waiting->len; i++)
    rcp_window_import_files (self, g_ptr_array_index (self->waiting, i));
  g_ptr_array_set_size (self->waiting, 0);
}

void
rcp_window_load_dossiers (RcpWindow *self)
{
  if (self->library != NULL)
    rcp_library_list_dossiers_async (self->library, 0, self->cancellable, listed_cb, g_object_ref (self));
}

void
rcp_window_choose_dossier (RcpWindow *self, gint64 dossier_id)
{
  rcp_timeline_state_clear_actor_filter (self->state);
  rcp_timeline_state_clear_found_events (self->state);
  rcp_timeline_state_set_range (self->state, NULL);
  rcp_timeline_state_set_selected_event (self->state, 0);
  rcp_timeline_state_set_selected_actor (self->state, 0);
  rcp_timeline_state_set_selected_article (self->state, 0);
  rcp_timeline_state_set_dossier_id (self->state, dossier_id);
  g_settings_set_int64 (self->settings, "dossier", dossier_id);
  show_dossier (self);
  rcp_window_update_actions (self);
}

typedef struct
{
  RcpWindow *self;
  void (*then) (RcpWindow *self, gpointer data);
  gpointer data;
  GDestroyNotify destroy;
} Creation;

static void
creation_free (Creation *creation)
{
  g_object_unref (creation->self);
  if (creation->destroy != NULL)
    creation->destroy (creation->data);
  g_free (creation);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Creation *creation = user_data;
  RcpWindow *self = creation->self;
  g_autoptr (GError) error = NULL;

  if (self->library == RCP_LIBRARY (source))
    {
      if (rcp_library_create_dossier_finish (self->library, result, &error))
        {
          rcp_window_choose_dossier (self, rcp_library_get_last_id (self->library));
          if (creation->then != NULL)
            creation->then (self, creation->data);
          rcp_window_load_dossiers (self);
        }
      else
        say_error (self, error);
    }
  creation_free (creation);
}

static void
create_dossier (RcpWindow *self, const char *name, void (*then) (RcpWindow *self, gpointer data), gpointer data,
                GDestroyNotify destroy)
{
  Creation *creation = g_new0 (Creation, 1);

  creation->self = g_object_ref (self);
  creation->then = then;
  creation->data = data;
  creation->destroy = destroy;
  rcp_library_create_dossier_async (self->library, name, self->cancellable, created_cb, creation);
}

/* Calls @then once there is a dossier to add to; makes one called @name where there is none. */
void
rcp_window_with_dossier (RcpWindow *self, const char *name, void (*then) (RcpWindow *self, gpointer data), gpointer data,
                         GDestroyNotify destroy)
{
  if (rcp_timeline_state_get_dossier_id (self->state) == 0)
    {
      create_dossier (self, name, then, data, destroy);
      return;
    }
  then (self, data);
  if (destroy != NULL)
    destroy (data);
}

static void
new_name_cb (const char *name, gpointer user_data)
{
  RcpWindow *self = RCP_WINDOW (user_data);

  if (self->library != NULL)
    create_dossier (self, name, NULL, NULL, NULL);
}

void
rcp_window_new_dossier (RcpWindow *self)
{
  rcp_dialogs_ask_name (GTK_WINDOW (self), _("New dossier"), _("_Create"), NULL, new_name_cb, g_object_ref (self),
                        g_object_unref);
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!rcp_library_rename_dossier_finish (RCP_LIBRARY (source), result, &error))
    say_error (self, error);
}

static void
rename_cb (const char *name, gpointer user_data)
{
  RcpWindow *self = RCP_WINDOW (user_data);

  if (self->library != NULL)
    rcp_library_rename_dossier_async (self->library, rcp_timeline_state_get_dossier_id (self->state), name, NULL,
                                      renamed_cb, g_object_ref (self));
}

void
rcp_window_rename_dossier (RcpWindow *self)
{
  g_autoptr (RcpDossier) dossier = find_dossier (self, rcp_timeline_state_get_dossier_id (self->state));

  if (dossier != NULL)
    rcp_dialogs_ask_name (GTK_WINDOW (self), _("Rename the dossier"), _("_Rename"), rcp_dossier_get_name (dossier),
                          rename_cb, g_object_ref (self), g_object_unref);
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (rcp_library_delete_dossier_finish (RCP_LIBRARY (source), result, &error))
    rcp_window_toast (self, _("Dossier deleted"), TRUE);
  else
    say_error (self, error);
}

static void
delete_cb (gpointer user_data)
{
  RcpWindow *self = RCP_WINDOW (user_data);

  if (self->library != NULL)
    rcp_library_delete_dossier_async (self->library, rcp_timeline_state_get_dossier_id (self->state), NULL, deleted_cb,
                                      g_object_ref (self));
}

void
rcp_window_delete_dossier (RcpWindow *self)
{
  g_autoptr (RcpDossier) dossier = find_dossier (self, rcp_timeline_state_get_dossier_id (self->state));
  g_autofree char *heading = NULL;

  if (dossier == NULL)
    return;
  heading = g_strdup_printf (_("Delete “%s”?"), rcp_dossier_get_name (dossier));
  rcp_dialogs_confirm (GTK_WINDOW (self), heading,
                       _("Its articles go too, unless they are in another dossier, and the notes on them."), _("_Delete"),
                       TRUE, delete_cb, g_object_ref (self), g_object_unref);
}

typedef struct
{
  RcpWindow *self;
  RcpChronologyFormat format;
  GFile *file;
  GOutputStream *stream;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->self);
  g_clear_object (&export->file);
  g_clear_object (&export->stream);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
replaced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    rcp_window_toast (self, _("Chronology saved"), FALSE);
  else
    say_error (self, error);
}

/* The file is replaced in one go, so that a failure on the way leaves what was there. */
static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!rcp_library_write_chronology_finish (RCP_LIBRARY (source), result, &error)
      || !g_output_stream_close (export->stream, NULL, &error))
    {
      say_error (export->self, error);
      return;
    }
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (export->stream));
  g_file_replace_contents_bytes_async (export->file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, export->self->cancellable,
                                       replaced_cb, g_object_ref (export->self));
}

static void
export_to_cb (GListModel *files, gpointer user_data)
{
  Export *asked = user_data;
  RcpWindow *self = asked->self;
  Export *export;

  if (self->library == NULL || g_list_model_get_n_items (files) == 0)
    return;
  export = g_new0 (Export, 1);
  export->self = g_object_ref (self);
  export->file = g_list_model_get_item (files, 0);
  export->stream = g_memory_output_stream_new_resizable ();
  rcp_library_write_chronology_async (self->library, rcp_timeline_state_get_dossier_id (self->state), asked->format,
                                      export->stream, self->cancellable, written_cb, export);
}

/* Asks for a file and writes the chronology of the dossier shown. */
void
rcp_window_export (RcpWindow *self, const char *format)
{
  g_autoptr (RcpDossier) dossier = find_dossier (self, rcp_timeline_state_get_dossier_id (self->state));
  g_autofree char *name = NULL;
  Export *export;

  if (dossier == NULL)
    return;
  export = g_new0 (Export, 1);
  export->self = g_object_ref (self);
  export->format = g_str_equal (format, "csv")    ? RCP_CHRONOLOGY_CSV
                   : g_str_equal (format, "json") ? RCP_CHRONOLOGY_JSON
                                                  : RCP_CHRONOLOGY_MARKDOWN;
  name = g_strdup_printf ("%s.%s", rcp_dossier_get_name (dossier), format);
  g_strdelimit (name, "/\\:", '-');
  rcp_dialogs_save_file (GTK_WINDOW (self), _("Export the chronology"), name, export_to_cb, export, export_free);
}
