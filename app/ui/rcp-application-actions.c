#include "config.h"

#include "rcp-application.h"

#include "rcp-dialogs.h"
#include "rcp-preferences.h"

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows;

  /* Each window is closed, not dropped: it remembers its size. */
  while ((windows = gtk_application_get_windows (GTK_APPLICATION (user_data))) != NULL)
    {
      GtkWindow *window = windows->data;

      gtk_window_close (window);
      if (g_list_find (gtk_application_get_windows (GTK_APPLICATION (user_data)), window) != NULL)
        gtk_window_destroy (window);
    }
  g_application_quit (G_APPLICATION (user_data));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rcp_dialogs_show_about (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  rcp_preferences_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static const struct
{
  const char *action;
  const char *accels[4];
} keys[] = {
  { "app.quit", { "<Control>q" } },
  { "app.preferences", { "<Control>comma" } },
  { "window.close", { "<Control>w" } },
  { "win.add-articles", { "<Control>o" } },
  { "win.search", { "<Control>f" } },
  { "win.refresh", { "<Control>r" } },
  { "win.view::timeline", { "<Alt>1" } },
  { "win.view::articles", { "<Alt>2" } },
  { "win.view::cross-check", { "<Alt>3" } },
  { "win.view::news", { "<Alt>4" } },
  { "win.show-actors", { "F9" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
};

/* Puts the actions of the program, and the keys that work whatever has the focus, in their place. */
void
rcp_application_install_actions (RcpApplication *self)
{
  static const GActionEntry entries[] = {
    { "quit", quit_cb },
    { "about", about_cb },
    { "preferences", preferences_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, (const char **) keys[i].accels);
}
