#include "config.h"

#include "rcp-search-panel.h"

#include <glib/gi18n.h>

#include "rcp-error.h"

#define DELAY_MS 150
#define MAX_HEIGHT_PX 360
#define N_KINDS 4

struct _RcpSearchPanel
{
  AdwBin parent_instance;

  /* children */
  GtkWidget *bar;
  GtkWidget *entry;
  GtkWidget *results;
  GtkWidget *lists[N_KINDS];
  GtkWidget *headings[N_KINDS];
  GtkWidget *nothing;

  /* owned */
  GtkWidget *stack; /* lies over what is below the bar */
  RcpLibrary *library;
  RcpTimelineState *state;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (RcpSearchPanel, rcp_search_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SEARCH_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *heading;
  const char *icon_name;
} kinds[N_KINDS] = {
  [RCP_SEARCH_HIT_ACTOR] = { N_("Actors"), "rcp-person-symbolic" },
  [RCP_SEARCH_HIT_EVENT] = { N_("Events"), "rcp-timeline-symbolic" },
  [RCP_SEARCH_HIT_ARTICLE] = { N_("Articles"), "rcp-article-symbolic" },
  [RCP_SEARCH_HIT_NOTE] = { N_("Notes"), "rcp-note-symbolic" },
};

static void
row_activated_cb (RcpSearchPanel *self, GtkListBoxRow *row)
{
  RcpSearchHit *hit = g_object_get_data (G_OBJECT (row), "hit");
  gint64 id = rcp_search_hit_get_id (hit);

  switch (rcp_search_hit_get_kind (hit))
    {
    case RCP_SEARCH_HIT_ACTOR:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-actor", "x", id);
      break;
    case RCP_SEARCH_HIT_EVENT:
      rcp_timeline_state_open_event (self->state, id);
      break;
    case RCP_SEARCH_HIT_ARTICLE:
      rcp_timeline_state_open_article (self->state, id, 0, 0);
      break;
    case RCP_SEARCH_HIT_NOTE:
    default:
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-note", "x", id);
    }
  /* What was chosen lies below; the search itself goes on, and typing shows the list again. */
  gtk_widget_set_visible (self->stack, FALSE);
}

/* Coming back to the entry shows what was found before. */
static void
entry_entered_cb (RcpSearchPanel *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0'
      && gtk_stack_get_visible_child (GTK_STACK (self->stack)) != NULL)
    gtk_widget_set_visible (self->stack, TRUE);
}

static GtkWidget *
make_row_cb (gpointer item, gpointer user_data)
{
  RcpSearchHit *hit = item;
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *icon = gtk_image_new_from_icon_name (kinds[rcp_search_hit_get_kind (hit)].icon_name);
  GtkWidget *title = gtk_label_new (NULL), *detail = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (title), rcp_search_hit_get_title_markup (hit));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "rcp-list");
  gtk_label_set_markup (GTK_LABEL (detail),
                        rcp_search_hit_get_detail_markup (hit) ? rcp_search_hit_get_detail_markup (hit) : "");
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_widget_add_css_class (detail, "rcp-caption");
  gtk_widget_add_css_class (detail, "rcp-dim");
  gtk_widget_add_css_class (icon, "rcp-dim");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "hit", g_object_ref (hit), g_object_unref);
  return row;
}

static void
fade_others (RcpSearchPanel *self, RcpSearchResults *results)
{
  GListModel *events = rcp_search_results_get_hits (results, RCP_SEARCH_HIT_EVENT);
  guint n_events = g_list_model_get_n_items (events);
  g_autofree gint64 *ids = g_new (gint64, n_events + 1);

  for (guint i = 0; i < n_events; i++)
    {
      g_autoptr (RcpSearchHit) hit = g_list_model_get_item (events, i);

      ids[i] = rcp_search_hit_get_id (hit);
    }
  rcp_timeline_state_set_found_events (self->state, ids, n_events);
}

static void
show_nothing (RcpSearchPanel *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->nothing), words);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
  gtk_widget_set_visible (self->stack, TRUE);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpSearchPanel) self = RCP_SEARCH_PANEL (user_data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpSearchResults) results = rcp_library_search_finish (RCP_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->library != RCP_LIBRARY (source))
    return;
  if (results == NULL)
    {
      g_autofree char *reason = rcp_error_describe (error);

      show_nothing (self, reason);
      return;
    }
  fade_others (self, results);
  if (rcp_search_results_count (results) == 0)
    {
      /* Translators: %s is what was searched for */
      g_autofree char *words
        = g_strdup_printf (_("No result for “%s”"), gtk_editable_get_text (GTK_EDITABLE (self->entry)));

      show_nothing (self, words);
      return;
    }
  for (guint i = 0; i < N_KINDS; i++)
    {
      GListModel *hits = rcp_search_results_get_hits (results, i);
      gboolean any = g_list_model_get_n_items (hits) > 0;

      gtk_list_box_bind_model (GTK_LIST_BOX (self->lists[i]), hits, make_row_cb, self, NULL);
      gtk_widget_set_visible (self->lists[i], any);
      gtk_widget_set_visible (self->headings[i], any);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "results");
  gtk_widget_set_visible (self->stack, TRUE);
}

static void
search_changed_cb (RcpSearchPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->library == NULL)
    return;
  if (text[0] == '\0')
    {
      gtk_widget_set_visible (self->stack, FALSE);
      rcp_timeline_state_clear_found_events (self->state);
      return;
    }
  self->cancellable = g_cancellable_new ();
  rcp_library_search_async (self->library, rcp_timeline_state_get_dossier_id (self->state), text, self->cancellable,
                            found_cb, g_object_ref (self));
}

static void
mode_changed_cb (RcpSearchPanel *self)
{
  if (!rcp_search_panel_get_search_mode (self))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      gtk_widget_set_visible (self->stack, FALSE);
      if (self->state != NULL)
        rcp_timeline_state_clear_found_events (self->state);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

/* Down goes from the entry into the results. */
static gboolean
down_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  RcpSearchPanel *self = RCP_SEARCH_PANEL (user_data);

  return gtk_widget_get_visible (self->stack) && gtk_widget_child_focus (self->results, GTK_DIR_TAB_FORWARD);
}

static void
rcp_search_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, rcp_search_panel_get_search_mode (RCP_SEARCH_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_search_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SEARCH_MODE:
      rcp_search_panel_set_search_mode (RCP_SEARCH_PANEL (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_search_panel_dispose (GObject *object)
{
  RcpSearchPanel *self = RCP_SEARCH_PANEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stack);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_search_panel_parent_class)->dispose (object);
}

static void
rcp_search_panel_class_init (RcpSearchPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rcp_search_panel_dispose;
  object_class->get_property = rcp_search_panel_get_property;
  object_class->set_property = rcp_search_panel_set_property;

  properties[PROP_SEARCH_MODE] = g_param_spec_boolean (
    "search-mode", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_search_panel_init (RcpSearchPanel *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new (), *entry_clamp = adw_clamp_new ();
  GtkEventController *keys = gtk_shortcut_controller_new (), *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry, "placeholder-text", _("Search actors, events, articles and notes"), NULL);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->entry), DELAY_MS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_cb, self, NULL)));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_object (focus, "enter", G_CALLBACK (entry_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, focus);
  adw_clamp_set_maximum_size (ADW_CLAMP (entry_clamp), 520);
  adw_clamp_set_child (ADW_CLAMP (entry_clamp), self->entry);
  gtk_widget_set_hexpand (entry_clamp, TRUE);

  self->bar = gtk_search_bar_new ();
  gtk_search_bar_set_child (GTK_SEARCH_BAR (self->bar), entry_clamp);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
  g_signal_connect_object (self->bar, "notify::search-mode-enabled", G_CALLBACK (mode_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->results = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_margin_bottom (self->results, 8);
  for (guint i = 0; i < N_KINDS; i++)
    {
      self->headings[i] = gtk_label_new (_(kinds[i].heading));
      gtk_label_set_xalign (GTK_LABEL (self->headings[i]), 0);
      gtk_widget_add_css_class (self->headings[i], "rcp-section");
      self->lists[i] = gtk_list_box_new ();
      gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->lists[i]), GTK_SELECTION_NONE);
      gtk_widget_add_css_class (self->lists[i], "rcp-search-list");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->lists[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _(kinds[i].heading), -1);
      g_signal_connect_object (self->lists[i], "row-activated", G_CALLBACK (row_activated_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->results), self->headings[i]);
      gtk_box_append (GTK_BOX (self->results), self->lists[i]);
    }
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->results);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT_PX);

  self->nothing = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->nothing, "rcp-dim");
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_set_margin_bottom (self->nothing, 16);

  self->stack = g_object_ref_sink (gtk_stack_new ());
  gtk_widget_set_valign (self->stack, GTK_ALIGN_START);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_add_named (GTK_STACK (self->stack), scrolled, "results");
  gtk_stack_add_named (GTK_STACK (self->stack), self->nothing, "nothing");
  gtk_widget_add_css_class (self->stack, "rcp-search-results");
  gtk_widget_set_visible (self->stack, FALSE);
  adw_bin_set_child (ADW_BIN (self), self->bar);
}

/** rcp_search_panel_get_results: Returns: (transfer none): the list of what was found, to be put into an overlay. */
GtkWidget *
rcp_search_panel_get_results (RcpSearchPanel *self)
{
  g_return_val_if_fail (RCP_IS_SEARCH_PANEL (self), NULL);

  return self->stack;
}

/** rcp_search_panel_set_library: @library, @state: (nullable): what to search in; both or none. */
void
rcp_search_panel_set_library (RcpSearchPanel *self, RcpLibrary *library, RcpTimelineState *state)
{
  g_return_if_fail (RCP_IS_SEARCH_PANEL (self));

  rcp_search_panel_set_search_mode (self, FALSE);
  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->library, library);
  g_set_object (&self->state, state);
}

gboolean
rcp_search_panel_get_search_mode (RcpSearchPanel *self)
{
  g_return_val_if_fail (RCP_IS_SEARCH_PANEL (self), FALSE);

  return gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar));
}

/** rcp_search_panel_set_search_mode: @search_mode: whether it is open; closing ends the search. */
void
rcp_search_panel_set_search_mode (RcpSearchPanel *self, gboolean search_mode)
{
  g_return_if_fail (RCP_IS_SEARCH_PANEL (self));

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), search_mode);
}

/** rcp_search_panel_open: opens it and moves the focus into the entry. */
void
rcp_search_panel_open (RcpSearchPanel *self)
{
  g_return_if_fail (RCP_IS_SEARCH_PANEL (self));

  rcp_search_panel_set_search_mode (self, TRUE);
  gtk_widget_grab_focus (self->entry);
}
