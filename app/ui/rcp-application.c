#include "config.h"

#include "rcp-application.h"

#include <glib/gi18n.h>

#include "rcp-ui-resources.h"
#include "rcp-window.h"

struct _RcpApplication
{
  AdwApplication parent_instance;

  /* owned */
  GSettings *settings;
  GtkCssProvider *dark_style;
  GtkCssProvider *contrast_style;
};

G_DEFINE_FINAL_TYPE (RcpApplication, rcp_application, ADW_TYPE_APPLICATION)

static void
update_colour_scheme (RcpApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "colour-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "light")  ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                     : ADW_COLOR_SCHEME_DEFAULT);
}

/* The window on the library @path; (nullable) for the user's own. Makes one where there is none. */
static RcpWindow *
find_window (RcpApplication *self, const char *path, gboolean with_sample)
{
  RcpWindow *window;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (RCP_IS_WINDOW (l->data) && rcp_window_shows (l->data, path))
      return l->data;
  window = rcp_window_new (GTK_APPLICATION (self));
  rcp_window_open_library (window, path, with_sample);
  return window;
}

static int
rcp_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  RcpApplication *self = RCP_APPLICATION (application);
  GVariantDict *options = g_application_command_line_get_options_dict (command_line);
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autofree char *path = NULL;
  g_auto (GStrv) arguments = NULL;
  gboolean sample = FALSE;
  RcpWindow *window;
  int n_arguments;

  arguments = g_application_command_line_get_arguments (command_line, &n_arguments);
  for (int i = 1; i < n_arguments; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, arguments[i]);

      g_list_store_append (files, file);
    }
  g_variant_dict_lookup (options, "sample", "b", &sample);
  if (g_variant_dict_contains (options, "library"))
    {
      const char *given = NULL;
      g_autoptr (GFile) file = NULL;

      g_variant_dict_lookup (options, "library", "^&ay", &given);
      file = g_application_command_line_create_file_for_arg (command_line, given);
      path = g_file_get_path (file);
      if (path == NULL)
        {
          g_application_command_line_printerr (command_line, _("%s is not a file on this computer.\n"), given);
          return 2;
        }
    }
  else if (sample)
    path = rcp_library_get_sample_path ();
  window = find_window (self, path, sample);
  rcp_window_import_files (window, G_LIST_MODEL (files));
  gtk_window_present (GTK_WINDOW (window));
  return 0;
}

static void
rcp_application_activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (find_window (RCP_APPLICATION (application), NULL, FALSE)));
}

/* Called over D-Bus, by a file manager. */
static void
rcp_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);
  RcpWindow *window = find_window (RCP_APPLICATION (application), NULL, FALSE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  rcp_window_import_files (window, G_LIST_MODEL (list));
  gtk_window_present (GTK_WINDOW (window));
}

static int
rcp_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Recoupe %s\n", VERSION);
      return 0;
    }
  return -1;
}

/* AdwApplication would add style-dark.css and style-hc.css by itself, but says since 1.8 that it will not for long. */
static void
update_styles (RcpApplication *self, GParamSpec *pspec, AdwStyleManager *manager)
{
  const struct
  {
    GtkCssProvider *provider;
    gboolean wanted;
  } styles[] = {
    { self->dark_style, adw_style_manager_get_dark (manager) },
    { self->contrast_style, adw_style_manager_get_high_contrast (manager) },
  };
  GdkDisplay *display = gdk_display_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (styles[i].provider));
      if (styles[i].wanted)
        gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (styles[i].provider),
                                                    GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1 + i);
    }
}

static void
follow_styles (RcpApplication *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->dark_style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (self->dark_style, "/app/recoupe/Recoupe/css/dark.css");
  self->contrast_style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (self->contrast_style, "/app/recoupe/Recoupe/css/contrast.css");
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (update_styles), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (update_styles), self, G_CONNECT_SWAPPED);
  update_styles (self, NULL, manager);
}

static void
rcp_application_startup (GApplication *application)
{
  RcpApplication *self = RCP_APPLICATION (application);

  /* A bundle in a static library is dropped by the linker unless something asks for it. */
  g_resources_register (rcp_ui_get_resource ());
  G_APPLICATION_CLASS (rcp_application_parent_class)->startup (application);

  self->settings = g_settings_new (APP_ID);
  g_signal_connect_object (self->settings, "changed::colour-scheme", G_CALLBACK (update_colour_scheme), self,
                           G_CONNECT_SWAPPED);
  update_colour_scheme (self);
  follow_styles (self);
  gtk_window_set_default_icon_name (APP_ID);
  rcp_application_install_actions (self);
}

static void
rcp_application_dispose (GObject *object)
{
  RcpApplication *self = RCP_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->dark_style);
  g_clear_object (&self->contrast_style);

  G_OBJECT_CLASS (rcp_application_parent_class)->dispose (object);
}

static void
rcp_application_class_init (RcpApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rcp_application_dispose;
  application_class->startup = rcp_application_startup;
  application_class->activate = rcp_application_activate;
  application_class->open = rcp_application_open;
  application_class->command_line = rcp_application_command_line;
  application_class->handle_local_options = rcp_application_handle_local_options;
}

static void
rcp_application_init (RcpApplication *self)
{
  static const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample dossier"), NULL },
    { "library", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Open the library in FILE instead of your own"), N_("FILE") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[ARTICLE…]"));
}

/** rcp_application_new: Returns: (transfer full): the program. */
RcpApplication *
rcp_application_new (void)
{
  return g_object_new (RCP_TYPE_APPLICATION, "application-id", APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/app/recoupe/Recoupe", NULL);
}
