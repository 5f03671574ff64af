#include "config.h"

#include "rcp-window-private.h"

#include <glib/gi18n.h>

#include "rcp-articles-view.h"
#include "rcp-cross-check-view.h"
#include "rcp-first-launch.h"
#include "rcp-news-view.h"
#include "rcp-timeline-view.h"

/* The design's cross-fade of the inspector. */
#define SWAP_MS 120

G_DEFINE_FINAL_TYPE (RcpWindow, rcp_window, ADW_TYPE_APPLICATION_WINDOW)

static void
save_pane_sizes (RcpWindow *self)
{
  g_autoptr (GVariant) old = g_settings_get_value (self->settings, "pane-sizes");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  int value, actors_px, inspector_px, below_px;
  g_autofree char *actors_key = g_strconcat (self->view, ".actors", NULL);
  g_autofree char *inspector_key = g_strconcat (self->view, ".inspector", NULL);
  g_autofree char *below_key = g_strconcat (self->view, ".below", NULL);

  rcp_panes_get_sizes (self->panes, &actors_px, &inspector_px, &below_px);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
  g_variant_iter_init (&iter, old);
  while (g_variant_iter_next (&iter, "{&si}", &key, &value))
    if (!g_str_equal (key, actors_key) && !g_str_equal (key, inspector_key) && !g_str_equal (key, below_key))
      g_variant_builder_add (&builder, "{si}", key, value);
  g_variant_builder_add (&builder, "{si}", actors_key, actors_px);
  g_variant_builder_add (&builder, "{si}", inspector_key, inspector_px);
  g_variant_builder_add (&builder, "{si}", below_key, below_px);
  g_settings_set_value (self->settings, "pane-sizes", g_variant_builder_end (&builder));
}

static int
load_pane_size (RcpWindow *self, const char *pane)
{
  g_autoptr (GVariant) sizes = g_settings_get_value (self->settings, "pane-sizes");
  g_autofree char *key = g_strdup_printf ("%s.%s", self->view, pane);
  int value = 0;

  g_variant_lookup (sizes, key, "i", &value);
  return value;
}

/* Only the timeline has the event's inspector: the reader and the matrix show accounts themselves. The card of an actor
 * stands beside all of them. */
static void
update_inspector (RcpWindow *self)
{
  gboolean card = rcp_timeline_state_get_selected_actor (self->state) != 0;

  if (self->inspectors != NULL)
    gtk_stack_set_visible_child_name (self->inspectors, card ? "actor" : "event");
  rcp_panes_set_show_inspector (self->panes, card || g_strcmp0 (self->view, "timeline") == 0);
}

static void
view_changed_cb (RcpWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->view_stack);

  if (view == NULL || g_strcmp0 (view, self->view) == 0)
    return;
  g_free (self->view);
  self->view = g_strdup (view);
  update_inspector (self);
  rcp_panes_set_sizes (self->panes, load_pane_size (self, "actors"), load_pane_size (self, "inspector"),
                       load_pane_size (self, "below"));
  /* What is new today is not what a window opens with another day. */
  if (!g_str_equal (view, "news"))
    g_settings_set_string (self->settings, "view", view);
}

static void
mode_changed_cb (RcpWindow *self)
{
  RcpPanesMode mode = rcp_panes_get_mode (self->panes);
  gboolean content = g_strcmp0 (gtk_stack_get_visible_child_name (self->main_stack), "content") == 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->title_stack), content ? "switcher" : "title");
  gtk_widget_set_visible (self->title_stack, !content || mode != RCP_PANES_NARROW);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, content && mode == RCP_PANES_NARROW);
  gtk_widget_set_visible (self->actors_button, content && mode != RCP_PANES_WIDE);
  gtk_widget_set_visible (self->dossier_button, content);
  gtk_widget_set_visible (self->refresh_button, content || self->import != NULL);
  gtk_widget_set_visible (self->search_button, content);
  if (self->inspector != NULL)
    {
      rcp_inspector_set_compact (self->inspector, mode == RCP_PANES_MEDIUM);
      rcp_actor_inspector_set_compact (self->actor_inspector, mode == RCP_PANES_MEDIUM);
    }
}

static void
selected_event_cb (RcpWindow *self)
{
  if (rcp_timeline_state_get_selected_event (self->state) != 0)
    rcp_panes_set_on_inspector (self->panes, TRUE);
  rcp_window_update_actions (self);
}

static void
selected_actor_cb (RcpWindow *self)
{
  gboolean card = rcp_timeline_state_get_selected_actor (self->state) != 0;

  update_inspector (self);
  rcp_panes_set_on_inspector (self->panes, card);
  if (card && rcp_panes_get_mode (self->panes) != RCP_PANES_WIDE)
    rcp_panes_set_show_actors (self->panes, FALSE);
}

static void
open_article_cb (RcpWindow *self)
{
  rcp_panes_set_on_inspector (self->panes, FALSE);
  adw_view_stack_set_visible_child_name (self->view_stack, "articles");
}

static void
open_event_cb (RcpWindow *self, gint64 event_id)
{
  adw_view_stack_set_visible_child_name (self->view_stack, "timeline");
  rcp_timeline_state_set_selected_event (self->state, event_id);
}

static void
open_inspector_cb (RcpWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-inspector", NULL);
}

/* Style sheets and drawing can tell the schemes apart by class. */
static void
scheme_changed_cb (RcpWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  if (adw_style_manager_get_dark (manager))
    gtk_widget_add_css_class (GTK_WIDGET (self), "dark");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "dark");
  if (adw_style_manager_get_high_contrast (manager))
    gtk_widget_add_css_class (GTK_WIDGET (self), "contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "contrast");
}

/* The page of what is new is there only where something is. */
static void
n_new_cb (RcpWindow *self)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->view_stack, self->news_view);
  guint n_new = rcp_news_view_get_n_new (RCP_NEWS_VIEW (self->news_view));

  if (n_new == 0 && g_strcmp0 (self->view, "news") == 0)
    adw_view_stack_set_visible_child_name (self->view_stack, "timeline");
  adw_view_stack_page_set_badge_number (page, n_new);
  adw_view_stack_page_set_visible (page, n_new > 0);
}

static void
add_view (RcpWindow *self, GtkWidget **child, GType type, const char *name, const char *title, const char *icon_name)
{
  AdwViewStackPage *page;

  *child = g_object_new (type, "library", self->library, "state", self->state, NULL);
  page = adw_view_stack_add_titled (self->view_stack, *child, name, title);
  adw_view_stack_page_set_icon_name (page, icon_name);
}

/* Makes what shows the open library. */
void
rcp_window_build_content (RcpWindow *self)
{
  g_autofree char *view = g_settings_get_string (self->settings, "view");

  rcp_window_drop_content (self);
  add_view (self, &self->timeline_view, RCP_TYPE_TIMELINE_VIEW, "timeline", _("Timeline"), "rcp-timeline-symbolic");
  g_signal_connect_object (self->timeline_view, "open-inspector", G_CALLBACK (open_inspector_cb), self,
                           G_CONNECT_SWAPPED);
  add_view (self, &self->articles_view, RCP_TYPE_ARTICLES_VIEW, "articles", _("Articles"), "rcp-article-symbolic");
  add_view (self, &self->cross_check_view, RCP_TYPE_CROSS_CHECK_VIEW, "cross-check", _("Cross-check"),
            "rcp-cross-check-symbolic");
  add_view (self, &self->news_view, RCP_TYPE_NEWS_VIEW, "news", C_("view", "New"), "rcp-news-symbolic");
  g_signal_connect_object (self->news_view, "notify::n-new", G_CALLBACK (n_new_cb), self, G_CONNECT_SWAPPED);
  n_new_cb (self);
  self->actors_pane = RCP_ACTORS_PANE (rcp_actors_pane_new (self->library, self->state));
  self->inspector = RCP_INSPECTOR (rcp_inspector_new (self->library, self->state));
  self->actor_inspector = RCP_ACTOR_INSPECTOR (rcp_actor_inspector_new (self->library, self->state));
  self->inspectors = g_object_new (GTK_TYPE_STACK, "hhomogeneous", FALSE, "vhomogeneous", FALSE, "transition-type",
                                   GTK_STACK_TRANSITION_TYPE_CROSSFADE, "transition-duration", SWAP_MS, NULL);
  gtk_stack_add_named (self->inspectors, GTK_WIDGET (self->inspector), "event");
  gtk_stack_add_named (self->inspectors, GTK_WIDGET (self->actor_inspector), "actor");
  rcp_panes_set_children (self->panes, GTK_WIDGET (self->actors_pane), GTK_WIDGET (self->view_stack),
                          GTK_WIDGET (self->inspectors));
  adw_view_stack_set_visible_child_name (self->view_stack, view);
  view_changed_cb (self);
  rcp_search_panel_set_library (self->search_panel, self->library, self->state);
}

/* Takes away what shows a library, before that is closed. */
void
rcp_window_drop_content (RcpWindow *self)
{
  if (self->timeline_view == NULL)
    return;
  adw_view_stack_remove (self->view_stack, self->timeline_view);
  adw_view_stack_remove (self->view_stack, self->articles_view);
  adw_view_stack_remove (self->view_stack, self->cross_check_view);
  adw_view_stack_remove (self->view_stack, self->news_view);
  self->timeline_view = self->articles_view = self->cross_check_view = self->news_view = NULL;
  rcp_panes_set_children (self->panes, NULL, GTK_WIDGET (self->view_stack), NULL);
  self->actors_pane = NULL;
  self->inspectors = NULL;
  self->inspector = NULL;
  self->actor_inspector = NULL;
  rcp_search_panel_set_library (self->search_panel, NULL, NULL);
  g_clear_pointer (&self->view, g_free);
}

static gboolean
rcp_window_close_request (GtkWindow *window)
{
  RcpWindow *self = RCP_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  if (!gtk_window_is_maximized (window))
    {
      g_settings_set_int (self->settings, "window-width", MAX (width, 360));
      g_settings_set_int (self->settings, "window-height", MAX (height, 480));
    }
  g_settings_set_int64 (self->settings, "dossier", rcp_timeline_state_get_dossier_id (self->state));
  return GTK_WINDOW_CLASS (rcp_window_parent_class)->close_request (window);
}

static void
rcp_window_dispose (GObject *object)
{
  RcpWindow *self = RCP_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->slow_id, g_source_remove);
  g_clear_handle_id (&self->done_id, g_source_remove);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->import_signals);
  g_clear_object (&self->state_signals);
  if (self->panes != NULL)
    rcp_window_drop_content (self);
  g_clear_object (&self->import);
  if (self->library != NULL)
    rcp_library_close (self->library);
  g_clear_object (&self->library);
  g_clear_object (&self->state);
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->dossiers);
  g_clear_object (&self->failures);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  self->panes = NULL;

  G_OBJECT_CLASS (rcp_window_parent_class)->dispose (object);
}

static void
rcp_window_finalize (GObject *object)
{
  RcpWindow *self = RCP_WINDOW (object);

  g_clear_pointer (&self->wanted_path, g_free);
  g_clear_pointer (&self->view, g_free);

  G_OBJECT_CLASS (rcp_window_parent_class)->finalize (object);
}

static void
rcp_window_class_init (RcpWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = rcp_window_dispose;
  object_class->finalize = rcp_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rcp_window_close_request;

  g_type_ensure (RCP_TYPE_FIRST_LAUNCH);
  g_type_ensure (RCP_TYPE_PANES);
  g_type_ensure (RCP_TYPE_PROGRESS_RING);
  g_type_ensure (RCP_TYPE_SEARCH_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, header);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, actors_button);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, dossier_button);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, dossier_name);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, dossier_counts);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, refresh_button);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, refresh_ring);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, search_panel);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, content_overlay);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, drop_frame);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, RcpWindow, view_stack);
  rcp_window_install_actions (widget_class);
}

static void
rcp_window_init (RcpWindow *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->settings = g_settings_new (APP_ID);
  self->state = rcp_timeline_state_new ();
  self->cancellable = g_cancellable_new ();
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_overlay_add_overlay (self->content_overlay, rcp_search_panel_get_results (self->search_panel));
  rcp_panes_set_show_actors (self->panes, g_settings_get_boolean (self->settings, "show-actors"));

  g_signal_connect_object (self->view_stack, "notify::visible-child", G_CALLBACK (view_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::mode", G_CALLBACK (mode_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "resized", G_CALLBACK (save_pane_sizes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->main_stack, "notify::visible-child", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_bind_property (self->panes, "show-actors", self->actors_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->search_panel, "search-mode", self->search_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

  self->state_signals = g_signal_group_new (RCP_TYPE_TIMELINE_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected-event", G_CALLBACK (selected_event_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected-actor", G_CALLBACK (selected_actor_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "open-article", G_CALLBACK (open_article_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "open-event", G_CALLBACK (open_event_cb), self);
  g_signal_group_set_target (self->state_signals, self->state);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (scheme_changed_cb), self, G_CONNECT_SWAPPED);
  scheme_changed_cb (self);

  rcp_window_add_keys (self);
  rcp_window_add_drop_target (self);
  rcp_window_update_actions (self);
  mode_changed_cb (self);
}

/** rcp_window_new: Returns: (transfer floating): a window without a library; see rcp_window_open_library(). */
RcpWindow *
rcp_window_new (GtkApplication *application)
{
  return g_object_new (RCP_TYPE_WINDOW, "application", application, NULL);
}

/** rcp_window_get_library: Returns: (transfer none) (nullable): the library, once it is open. */
RcpLibrary *
rcp_window_get_library (RcpWindow *self)
{
  g_return_val_if_fail (RCP_IS_WINDOW (self), NULL);

  return self->library;
}

/** rcp_window_shows: Returns: whether the window is for the library at @path; (nullable) for the user's own. */
gboolean
rcp_window_shows (RcpWindow *self, const char *path)
{
  g_autofree char *usual = NULL;

  g_return_val_if_fail (RCP_IS_WINDOW (self), FALSE);

  if (path != NULL && self->wanted_path != NULL)
    return g_str_equal (path, self->wanted_path);
  usual = rcp_library_get_default_path ();
  return g_strcmp0 (path ? path : usual, self->wanted_path ? self->wanted_path : usual) == 0;
}

/** rcp_window_get_state: Returns: (transfer none): what is looked at and chosen. */
RcpTimelineState *
rcp_window_get_state (RcpWindow *self)
{
  g_return_val_if_fail (RCP_IS_WINDOW (self), NULL);

  return self->state;
}

/**
 * rcp_window_toast:
 * @text: a short sentence
 * @with_undo: whether it offers to take back the last change
 */
void
rcp_window_toast (RcpWindow *self, const char *text, gboolean with_undo)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (RCP_IS_WINDOW (self));

  /* A toast reads its title as markup. */
  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  if (with_undo)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}
