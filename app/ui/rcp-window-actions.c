#include "config.h"

#include "rcp-window-private.h"

#include <glib/gi18n.h>

#include "rcp-articles-view.h"
#include "rcp-add-articles.h"
#include "rcp-corrections-window.h"
#include "rcp-dialogs.h"
#include "rcp-error.h"

static void
toast_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_toast (RCP_WINDOW (widget), g_variant_get_string (parameter, NULL), g_str_equal (name, "win.toast-undo"));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpWindow) self = RCP_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!rcp_library_undo_finish (RCP_LIBRARY (source), result, &error))
    {
      g_autofree char *reason = rcp_error_describe (error);

      rcp_window_toast (self, reason, FALSE);
    }
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (self->library != NULL)
    rcp_library_undo_async (self->library, 0, self->cancellable, undone_cb, g_object_ref (self));
}

static void
add_articles_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (RCP_WINDOW (widget)->library != NULL)
    rcp_add_articles_present (RCP_WINDOW (widget), g_str_equal (name, "win.paste-article") ? "text" : "files", NULL);
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_paste (RCP_WINDOW (widget));
}

static void
view_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);
  const char *view = g_variant_get_string (parameter, NULL);

  if (adw_view_stack_get_child_by_name (self->view_stack, view) != NULL)
    adw_view_stack_set_visible_child_name (self->view_stack, view);
}

static void
show_event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_timeline_state_open_event (RCP_WINDOW (widget)->state, g_variant_get_int64 (parameter));
}

static void
show_actor_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "timeline");
  rcp_timeline_state_set_actor_filter (self->state, g_variant_get_int64 (parameter), FALSE);
}

static void
show_actor_card_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_timeline_state_set_selected_actor (RCP_WINDOW (widget)->state, g_variant_get_int64 (parameter));
}

static void
show_corrections_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (self->library != NULL)
    gtk_window_present (GTK_WINDOW (rcp_corrections_window_new (GTK_WINDOW (self), self->library)));
}

static void
notes_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RcpWindow *self = RCP_WINDOW (g_task_get_source_object (task));
  gint64 *id = g_task_get_task_data (task);
  g_autoptr (GListModel) notes = rcp_library_list_notes_finish (RCP_LIBRARY (source), result, NULL);

  for (guint i = 0; notes != NULL && i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (RcpNote) note = g_list_model_get_item (notes, i);

      if (rcp_note_get_id (note) != *id)
        continue;
      if (rcp_note_get_event_id (note) != 0)
        rcp_timeline_state_open_event (self->state, rcp_note_get_event_id (note));
      else if (rcp_note_get_actor_id (note) != 0)
        rcp_timeline_state_set_selected_actor (self->state, rcp_note_get_actor_id (note));
      else if (rcp_note_get_article_id (note) != 0)
        rcp_timeline_state_open_article (self->state, rcp_note_get_article_id (note), rcp_note_get_start (note),
                                         rcp_note_get_end (note));
    }
  g_task_return_boolean (task, TRUE);
}

static void
show_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);
  GTask *task;
  gint64 *id;

  if (self->library == NULL)
    return;
  id = g_new (gint64, 1);
  *id = g_variant_get_int64 (parameter);
  task = g_task_new (self, self->cancellable, NULL, NULL);
  g_task_set_source_tag (task, show_note_cb);
  g_task_set_task_data (task, id, g_free);
  rcp_library_list_notes_async (self->library, 0, self->cancellable, notes_listed_cb, task);
}

static gboolean
shows_articles (RcpWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "articles") == 0;
}

/* Whether the focus is in @pane. */
static gboolean
is_within (RcpWindow *self, GtkWidget *pane)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && pane != NULL && gtk_widget_is_ancestor (focus, pane);
}

static void
add_note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (self->inspector == NULL)
    return;
  /* While a card is open the note is on its actor, where an article is read on its words, elsewhere on the event. */
  if (rcp_timeline_state_get_selected_actor (self->state) != 0
      && (!shows_articles (self) || is_within (self, GTK_WIDGET (self->actor_inspector))))
    {
      rcp_panes_set_on_inspector (self->panes, TRUE);
      rcp_actor_inspector_add_note (self->actor_inspector);
      return;
    }
  if (shows_articles (self))
    {
      rcp_articles_view_add_note (RCP_ARTICLES_VIEW (self->articles_view));
      return;
    }
  if (rcp_timeline_state_get_selected_event (self->state) == 0)
    return;
  adw_view_stack_set_visible_child_name (self->view_stack, "timeline");
  rcp_panes_set_on_inspector (self->panes, TRUE);
  rcp_inspector_add_note (self->inspector);
}

static void
highlight_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (self->articles_view && shows_articles (self))
    rcp_articles_view_highlight (RCP_ARTICLES_VIEW (self->articles_view));
}

static void
step_event_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (self->inspector != NULL)
    rcp_inspector_step (self->inspector, g_str_equal (name, "win.next-event") ? 1 : -1);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (gtk_widget_get_visible (self->search_button))
    rcp_search_panel_open (self->search_panel);
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_export (RCP_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
new_dossier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_new_dossier (RCP_WINDOW (widget));
}

static void
rename_dossier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_rename_dossier (RCP_WINDOW (widget));
}

static void
delete_dossier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_delete_dossier (RCP_WINDOW (widget));
}

static void
open_sample_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_open_sample (RCP_WINDOW (widget));
}

static void
refresh_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_refresh (RCP_WINDOW (widget));
}

static void
show_failures_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_show_failures (RCP_WINDOW (widget));
}

static void
dismiss_notice_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_revealer_set_reveal_child (RCP_WINDOW (widget)->notice, FALSE);
}

static void
chosen_library_cb (GListModel *files, gpointer user_data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;

  if (path != NULL)
    rcp_window_open_library (RCP_WINDOW (user_data), path, FALSE);
}

static void
open_library_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_dialogs_choose_files (GTK_WINDOW (widget), _("Open a library"), FALSE, FALSE, chosen_library_cb,
                            g_object_ref (widget), g_object_unref);
}

static void
retry_library_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_retry_library (RCP_WINDOW (widget));
}

static void
restore_backup_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rcp_window_restore_backup (RCP_WINDOW (widget));
}

static void
show_actors_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);
  gboolean show = !rcp_panes_get_show_actors (self->panes);

  rcp_panes_set_show_actors (self->panes, show);
  if (rcp_panes_get_mode (self->panes) == RCP_PANES_WIDE)
    g_settings_set_boolean (self->settings, "show-actors", show);
}

/* F6 walks over the panes in reading order, and round. */
static void
next_pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);
  GtkWidget *panes[] = { self->header, GTK_WIDGET (self->actors_pane), GTK_WIDGET (self->view_stack),
                         GTK_WIDGET (self->inspectors) };
  int n_panes = G_N_ELEMENTS (panes), step = g_str_equal (name, "win.next-pane") ? 1 : -1, current = 0;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  for (int i = 0; i < n_panes; i++)
    if (focus != NULL && panes[i] != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      current = i;
  for (int i = 1; i <= n_panes; i++)
    {
      GtkWidget *pane = panes[((current + i * step) % n_panes + n_panes) % n_panes];

      if (pane == NULL || !gtk_widget_get_mapped (pane))
        continue;
      if (gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD))
        return;
    }
}

/* Esc takes back one thing at a time: the card, the range, then the filter, then the selection. */
static void
escape_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (rcp_panes_get_mode (self->panes) != RCP_PANES_WIDE && rcp_panes_get_show_actors (self->panes))
    rcp_panes_set_show_actors (self->panes, FALSE);
  else if (rcp_panes_get_on_inspector (self->panes))
    rcp_panes_set_on_inspector (self->panes, FALSE);
  else if (rcp_search_panel_get_search_mode (self->search_panel))
    rcp_search_panel_set_search_mode (self->search_panel, FALSE);
  else if (rcp_timeline_state_get_selected_actor (self->state) != 0)
    rcp_timeline_state_set_selected_actor (self->state, 0);
  else if (rcp_timeline_state_get_range (self->state) != NULL)
    rcp_timeline_state_set_range (self->state, NULL);
  else if (rcp_timeline_state_has_actor_filter (self->state))
    rcp_timeline_state_clear_actor_filter (self->state);
  else
    rcp_timeline_state_set_selected_event (self->state, 0);
}

static void
focus_inspector_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  rcp_panes_set_on_inspector (self->panes, TRUE);
  if (self->inspectors != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->inspectors)))
    gtk_widget_child_focus (GTK_WIDGET (self->inspectors), GTK_DIR_TAB_FORWARD);
}

static void
pin_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RcpWindow *self = RCP_WINDOW (widget);

  if (self->actors_pane != NULL)
    rcp_actors_pane_toggle_pin (self->actors_pane);
}

static void
dossier_changed_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_simple_action_set_state (action, parameter);
  rcp_window_choose_dossier (RCP_WINDOW (user_data), g_variant_get_int64 (parameter));
}

static const struct
{
  const char *name;
  const char *parameter_type;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.toast", "s", toast_cb },
  { "win.toast-undo", "s", toast_cb },
  { "win.undo", NULL, undo_cb },
  { "win.add-articles", NULL, add_articles_cb },
  { "win.paste-article", NULL, add_articles_cb },
  { "win.paste", NULL, paste_cb },
  { "win.view", "s", view_cb },
  { "win.show-event", "x", show_event_cb },
  { "win.show-actor", "x", show_actor_cb },
  { "win.show-actor-card", "x", show_actor_card_cb },
  { "win.show-corrections", NULL, show_corrections_cb },
  { "win.show-note", "x", show_note_cb },
  { "win.add-note", NULL, add_note_cb },
  { "win.highlight", NULL, highlight_cb },
  { "win.previous-event", NULL, step_event_cb },
  { "win.next-event", NULL, step_event_cb },
  { "win.search", NULL, search_cb },
  { "win.export", "s", export_cb },
  { "win.new-dossier", NULL, new_dossier_cb },
  { "win.rename-dossier", NULL, rename_dossier_cb },
  { "win.delete-dossier", NULL, delete_dossier_cb },
  { "win.open-sample", NULL, open_sample_cb },
  { "win.refresh", NULL, refresh_cb },
  { "win.show-failures", NULL, show_failures_cb },
  { "win.dismiss-notice", NULL, dismiss_notice_cb },
  { "win.open-library", NULL, open_library_cb },
  { "win.retry-library", NULL, retry_library_cb },
  { "win.restore-backup", NULL, restore_backup_cb },
  { "win.show-actors", NULL, show_actors_cb },
  { "win.next-pane", NULL, next_pane_cb },
  { "win.previous-pane", NULL, next_pane_cb },
  { "win.escape", NULL, escape_cb },
  { "win.focus-inspector", NULL, focus_inspector_cb },
  { "win.pin-actor", NULL, pin_cb },
};

void
rcp_window_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter_type, actions[i].activate);
}

/* Keys that are letters for whoever is writing. They are looked at last, after every widget has had its turn, and even
 * then not while a text field has the focus. */
static const struct
{
  guint keyval;
  GdkModifierType modifiers;
  const char *action;
} plain_keys[] = {
  { GDK_KEY_f, 0, "win.search" },
  { GDK_KEY_n, 0, "win.add-note" },
  { GDK_KEY_h, 0, "win.highlight" },
  { GDK_KEY_p, 0, "win.pin-actor" },
  { GDK_KEY_Left, 0, "timeline.previous-event" },
  { GDK_KEY_Right, 0, "timeline.next-event" },
  { GDK_KEY_plus, 0, "timeline.zoom-in" },
  { GDK_KEY_plus, GDK_SHIFT_MASK, "timeline.zoom-in" },
  { GDK_KEY_equal, 0, "timeline.zoom-in" },
  { GDK_KEY_KP_Add, 0, "timeline.zoom-in" },
  { GDK_KEY_minus, 0, "timeline.zoom-out" },
  { GDK_KEY_KP_Subtract, 0, "timeline.zoom-out" },
  { GDK_KEY_0, 0, "timeline.fit" },
  { GDK_KEY_KP_0, 0, "timeline.fit" },
  { GDK_KEY_agrave, 0, "timeline.fit" },
  { GDK_KEY_0, GDK_SHIFT_MASK, "timeline.fit-range" },
  { GDK_KEY_parenright, GDK_SHIFT_MASK, "timeline.fit-range" },
  { GDK_KEY_Escape, 0, "win.escape" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "win.paste" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
};

static gboolean
is_writing (RcpWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && (GTK_IS_EDITABLE (focus) || (GTK_IS_TEXT_VIEW (focus)
                                                       && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus))));
}

static gboolean
plain_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RcpWindow *self = RCP_WINDOW (widget);
  guint i = GPOINTER_TO_UINT (user_data);
  gboolean timeline = g_str_has_prefix (plain_keys[i].action, "timeline.");

  if (is_writing (self) && plain_keys[i].keyval != GDK_KEY_Escape)
    return FALSE;
  if (!timeline)
    return gtk_widget_activate_action (widget, plain_keys[i].action, NULL);
  /* The timeline has these keys itself; here they also work while the focus is in another pane. */
  if (self->timeline_view == NULL
      || g_strcmp0 (adw_view_stack_get_visible_child_name (self->view_stack), "timeline") != 0)
    return FALSE;
  return gtk_widget_activate_action (self->timeline_view, plain_keys[i].action, NULL);
}

void
rcp_window_add_keys (RcpWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  g_autoptr (GSimpleAction) dossier
    = g_simple_action_new_stateful ("dossier", G_VARIANT_TYPE_INT64, g_variant_new_int64 (0));

  g_signal_connect_object (dossier, "activate", G_CALLBACK (dossier_changed_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (dossier));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_BUBBLE);
  for (guint i = 0; i < G_N_ELEMENTS (plain_keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (plain_keys[i].keyval, plain_keys[i].modifiers),
                        gtk_callback_action_new (plain_key_cb, GUINT_TO_POINTER (i), NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* Enables what can be done now. */
void
rcp_window_update_actions (RcpWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = self->library != NULL;
  gint64 dossier_id = rcp_timeline_state_get_dossier_id (self->state);
  GAction *dossier = g_action_map_lookup_action (G_ACTION_MAP (self), "dossier");

  gtk_widget_action_set_enabled (widget, "win.add-articles", open);
  gtk_widget_action_set_enabled (widget, "win.paste-article", open);
  gtk_widget_action_set_enabled (widget, "win.paste", open);
  gtk_widget_action_set_enabled (widget, "win.open-sample", open);
  gtk_widget_action_set_enabled (widget, "win.refresh", open);
  gtk_widget_action_set_enabled (widget, "win.new-dossier", open);
  gtk_widget_action_set_enabled (widget, "win.show-corrections", open);
  gtk_widget_action_set_enabled (widget, "win.undo", open && rcp_library_get_undo_label (self->library) != NULL);
  gtk_widget_action_set_enabled (widget, "win.rename-dossier", open && dossier_id != 0);
  gtk_widget_action_set_enabled (widget, "win.delete-dossier", open && dossier_id != 0);
  gtk_widget_action_set_enabled (widget, "win.export", open && dossier_id != 0);
  gtk_widget_action_set_enabled (widget, "win.add-note", open);
  if (dossier != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (dossier), g_variant_new_int64 (dossier_id));
}
