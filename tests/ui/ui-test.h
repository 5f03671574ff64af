#pragma once

#include <adwaita.h>
#include <locale.h>

#include "rcp-ui-resources.h"

/**
 * ui_test_init:
 *
 * What each program that tests widgets starts with: the locale of its strings, GTK and libadwaita on a display, the styles and
 * icons of the application, no animations.
 *
 * Returns: %FALSE where there is no display; the whole program is then reported as skipped, and has but to return 0
 */
static inline gboolean
ui_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) css = NULL;
  GdkDisplay *display;

  setlocale (LC_ALL, "C.UTF-8");
  gtk_disable_setlocale ();
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return FALSE;
    }
  adw_init ();
  display = gdk_display_get_default ();
  g_object_set (gtk_settings_get_for_display (display), "gtk-enable-animations", FALSE, NULL);
  g_resources_register (rcp_ui_get_resource ());
  css = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (css, "/app/recoupe/Recoupe/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), "/app/recoupe/Recoupe/icons");
  return TRUE;
}
