#include "config.h"

#include "rcp-preferences.h"

#include <glib/gi18n.h>

#include "rcp-window.h"

struct _RcpPreferences
{
  AdwWindow parent_instance;

  /* template children */
  AdwComboRow *scheme_row;
  AdwActionRow *library_row;

  /* owned */
  GSettings *settings;
  char *path;
};

G_DEFINE_FINAL_TYPE (RcpPreferences, rcp_preferences, ADW_TYPE_WINDOW)

/* In the order of the rows of the combo. */
static const char *const schemes[] = { "system", "light", "dark" };

static gboolean
get_scheme (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_scheme (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint i = g_value_get_uint (value);

  return g_variant_new_string (i < G_N_ELEMENTS (schemes) ? schemes[i] : schemes[0]);
}

static void
show_folder_cb (RcpPreferences *self)
{
  g_autofree char *folder = NULL;
  g_autofree char *uri = NULL;

  if (self->path == NULL)
    return;
  folder = g_path_get_dirname (self->path);
  uri = g_filename_to_uri (folder, NULL, NULL);
  if (uri != NULL)
    g_app_info_launch_default_for_uri_async (uri, NULL, NULL, NULL, NULL);
}

static void
rcp_preferences_dispose (GObject *object)
{
  RcpPreferences *self = RCP_PREFERENCES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (rcp_preferences_parent_class)->dispose (object);
}

static void
rcp_preferences_finalize (GObject *object)
{
  RcpPreferences *self = RCP_PREFERENCES (object);

  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (rcp_preferences_parent_class)->finalize (object);
}

static void
rcp_preferences_class_init (RcpPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_preferences_dispose;
  G_OBJECT_CLASS (klass)->finalize = rcp_preferences_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpPreferences, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, RcpPreferences, library_row);
  gtk_widget_class_bind_template_callback (widget_class, show_folder_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rcp_preferences_init (RcpPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->settings = g_settings_new (APP_ID);
  g_settings_bind_with_mapping (self->settings, "colour-scheme", self->scheme_row, "selected",
                                G_SETTINGS_BIND_DEFAULT, get_scheme, set_scheme, NULL, NULL);
}

/** rcp_preferences_present: @parent: (nullable): the window it belongs to. */
void
rcp_preferences_present (GtkWindow *parent)
{
  RcpPreferences *self = g_object_new (RCP_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, NULL);
  RcpLibrary *library = RCP_IS_WINDOW (parent) ? rcp_window_get_library (RCP_WINDOW (parent)) : NULL;

  if (library != NULL)
    {
      g_autofree char *shown = g_filename_display_name (rcp_library_get_path (library));

      self->path = g_strdup (rcp_library_get_path (library));
      adw_action_row_set_subtitle (self->library_row, shown);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->library_row), library != NULL);
  gtk_window_present (GTK_WINDOW (self));
}
