#include "config.h"

#include "rcp-cross-check-view.h"

#include <glib/gi18n.h>

#include "rcp-cross-check-cell.h"
#include "rcp-cross-check-filter.h"
#include "rcp-cross-check-grid.h"
#include "rcp-cross-check-panel.h"
#include "rcp-cross-table-export.h"
#include "rcp-cross-words.h"
#include "rcp-dialogs.h"
#include "rcp-error.h"
#include "rcp-outlet-page.h"

struct _RcpCrossCheckView
{
  AdwBin parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpCrossTable *all;   /* as the library gives it */
  RcpCrossTable *table; /* what of it is shown */
  GCancellable *cancellable;
  GSignalGroup *library_signals;
  GSignalGroup *state_signals;

  /* template children */
  GtkStack *stack;
  GtkStack *content;
  GtkLabel *counts;
  GtkLabel *single;
  GtkBox *legend;
  GtkButton *clear_range;
  RcpCrossCheckFilter *filter;
  GtkDropDown *order;
  RcpCrossCheckGrid *grid;
  RcpCrossCheckPanel *panel;
  RcpOutletPage *page;
  AdwStatusPage *failed;

  /* plain */
  gint64 outlet_id; /* the selected cell's outlet; 0 for none */
  gboolean loading;
  gboolean stale; /* something changed while loading */
};

G_DEFINE_FINAL_TYPE (RcpCrossCheckView, rcp_cross_check_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_LIBRARY,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void reload (RcpCrossCheckView *self);

/* The column of the selected cell; -1 for none. */
static int
find_column (RcpCrossCheckView *self)
{
  GListModel *outlets = self->table ? rcp_cross_table_get_outlets (self->table) : NULL;

  for (guint i = 0; outlets && self->outlet_id != 0 && i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);

      if (rcp_outlet_get_id (outlet) == self->outlet_id)
        return (int) i;
    }
  return -1;
}

static void
update_selected (RcpCrossCheckView *self)
{
  gint64 event_id = self->state ? rcp_timeline_state_get_selected_event (self->state) : 0;
  RcpCrossRow *row = event_id ? rcp_cross_check_grid_find_row (self->grid, event_id) : NULL;
  int column = find_column (self);

  rcp_cross_check_grid_select (self->grid, event_id, column);
  if (row == NULL || column < 0)
    rcp_cross_check_panel_clear (self->panel);
  else
    rcp_cross_check_panel_show (self->panel, self->library, self->state, self->table, row, (guint) column);
}

static void
cell_activated_cb (RcpCrossCheckView *self, gint64 event_id, guint column)
{
  g_autoptr (RcpOutlet) outlet = g_list_model_get_item (rcp_cross_table_get_outlets (self->table), column);

  self->outlet_id = outlet ? rcp_outlet_get_id (outlet) : 0;
  if (self->state && rcp_timeline_state_get_selected_event (self->state) != event_id)
    rcp_timeline_state_set_selected_event (self->state, event_id);
  else
    update_selected (self);
}

static void
selected_event_cb (RcpCrossCheckView *self)
{
  gint64 event_id = rcp_timeline_state_get_selected_event (self->state);

  update_selected (self);
  if (event_id)
    rcp_cross_check_grid_scroll_to (self->grid, event_id);
}

/* The page of an outlet. */

static void
outlet_activated_cb (RcpCrossCheckView *self, guint column)
{
  g_autoptr (RcpOutlet) outlet = g_list_model_get_item (rcp_cross_table_get_outlets (self->table), column);

  if (outlet == NULL || self->library == NULL || self->state == NULL)
    return;
  rcp_outlet_page_show (self->page, self->library, self->state, outlet);
  gtk_stack_set_visible_child_name (self->stack, "outlet");
  gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static const char *
find_page (RcpCrossCheckView *self)
{
  guint n_rows = g_list_model_get_n_items (rcp_cross_table_get_rows (self->all));
  guint n_outlets = g_list_model_get_n_items (rcp_cross_table_get_outlets (self->all));

  return n_rows == 0 ? "empty" : n_outlets < 2 ? "single" : "table";
}

static void
back_cb (RcpCrossCheckView *self)
{
  if (self->all)
    gtk_stack_set_visible_child_name (self->stack, find_page (self));
}

static void
page_event_cb (RcpCrossCheckView *self, gint64 event_id)
{
  back_cb (self);
  rcp_timeline_state_set_selected_event (self->state, event_id);
}

/* What of the table is shown. */

static void
update_counts (RcpCrossCheckView *self)
{
  guint n_outlets = g_list_model_get_n_items (rcp_cross_table_get_outlets (self->table));
  guint n_rows = g_list_model_get_n_items (rcp_cross_table_get_rows (self->table));
  guint n_single = rcp_cross_table_count_single (self->table);
  g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_rows), n_rows);
  g_autofree char *names = g_strdup_printf (ngettext ("%u outlet", "%u outlets", n_outlets), n_outlets);
  g_autofree char *counts = g_strdup_printf ("%s × %s", events, names);
  g_autofree char *single = g_strdup_printf (
    ngettext ("%u event rests on a single outlet", "%u events rest on a single outlet", n_single), n_single);

  gtk_label_set_label (self->counts, counts);
  gtk_label_set_label (self->single, single);
  gtk_widget_set_visible (GTK_WIDGET (self->single), n_single > 0);
  gtk_stack_set_visible_child_name (self->content, n_rows > 0 ? "grid" : "nothing");
}

static void
update_clear_range (RcpCrossCheckView *self)
{
  gboolean has_range = self->state && rcp_timeline_state_get_range (self->state) != NULL;
  gboolean has_actors = self->state && rcp_timeline_state_has_actor_filter (self->state);

  gtk_widget_set_visible (GTK_WIDGET (self->clear_range), has_range || has_actors);
  gtk_button_set_label (self->clear_range, has_range ? _("Clear range") : _("Clear filter"));
}

static void
show_selection (RcpCrossCheckView *self)
{
  RcpCrossSelection selection = { 0 };
  g_autofree gint64 *actors = NULL;
  g_autoptr (RcpCrossTable) table = NULL;

  update_clear_range (self);
  if (self->all == NULL)
    return;
  selection.order = gtk_drop_down_get_selected (self->order);
  rcp_cross_check_filter_apply (self->filter, &selection);
  if (self->state)
    {
      selection.range = rcp_timeline_state_get_range (self->state);
      actors = rcp_timeline_state_list_actor_filter (self->state, &selection.n_actors);
      selection.actors = actors;
    }
  table = rcp_cross_table_select (self->all, &selection);
  g_set_object (&self->table, table);
  rcp_cross_check_grid_set_table (self->grid, self->table);
  update_counts (self);
  update_selected (self);
}

static void
clear_range_cb (RcpCrossCheckView *self)
{
  if (rcp_timeline_state_get_range (self->state) != NULL)
    rcp_timeline_state_set_range (self->state, NULL);
  else
    rcp_timeline_state_clear_actor_filter (self->state);
}

static void
show_everything_cb (RcpCrossCheckView *self)
{
  if (self->state)
    {
      rcp_timeline_state_set_range (self->state, NULL);
      rcp_timeline_state_clear_actor_filter (self->state);
    }
  rcp_cross_check_filter_clear (self->filter);
}

/**
 * rcp_cross_check_view_set_table:
 * @table: (transfer none): what to show, as the library gives it
 */
void
rcp_cross_check_view_set_table (RcpCrossCheckView *self, RcpCrossTable *table)
{
  g_return_if_fail (RCP_IS_CROSS_CHECK_VIEW (self));

  g_set_object (&self->all, table);
  rcp_cross_check_filter_set_outlets (self->filter, rcp_cross_table_get_outlets (table));
  show_selection (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "outlet") != 0)
    gtk_stack_set_visible_child_name (self->stack, find_page (self));
}

/* Loading. */

static void
show_error (RcpCrossCheckView *self, const GError *error)
{
  g_autofree char *sentence = rcp_error_describe (error);

  adw_status_page_set_description (self->failed, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (RcpCrossCheckView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpCrossTable) table = rcp_library_cross_check_finish (RCP_LIBRARY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || RCP_LIBRARY (source) != self->library)
    return;
  self->loading = FALSE;
  if (table)
    rcp_cross_check_view_set_table (self, table);
  else
    show_error (self, error);
  if (self->stale)
    reload (self);
}

/* Not while nobody looks: the page reloads when it is shown. */
static void
reload (RcpCrossCheckView *self)
{
  if (self->library == NULL || self->state == NULL)
    return;
  if (self->loading || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  self->loading = TRUE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  rcp_library_cross_check_async (self->library, rcp_timeline_state_get_dossier_id (self->state), self->cancellable,
                                 loaded_cb, g_object_ref (self));
}

static void
restart (RcpCrossCheckView *self)
{
  g_cancellable_cancel (self->cancellable);
  self->loading = FALSE;
  self->outlet_id = 0;
  back_cb (self);
  reload (self);
}

static void
library_changed_cb (RcpCrossCheckView *self, guint changes)
{
  if (changes & (RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS | RCP_LIBRARY_CHANGED_DOSSIERS))
    reload (self);
}

static void
rcp_cross_check_view_map (GtkWidget *widget)
{
  RcpCrossCheckView *self = RCP_CROSS_CHECK_VIEW (widget);

  GTK_WIDGET_CLASS (rcp_cross_check_view_parent_class)->map (widget);
  if (self->stale || self->all == NULL)
    reload (self);
}

/* Export: the part that is shown. */

typedef struct
{
  RcpCrossCheckView *self;
  RcpCrossFormat format;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_object_unref (export->self);
  g_free (export);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!rcp_cross_table_save_finish (RCP_CROSS_TABLE (source), result, &error))
    {
      g_autofree char *sentence = rcp_error_describe (error);

      gtk_widget_activate_action (self, "win.toast", "s", sentence);
    }
}

static void
file_chosen_cb (GListModel *files, gpointer user_data)
{
  Export *export = user_data;
  RcpCrossCheckView *self = export->self;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self->table && file)
    rcp_cross_table_save_async (self->table, file, export->format, NULL, saved_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gboolean html = g_str_equal (g_variant_get_string (parameter, NULL), "html");
  Export *export = g_new (Export, 1);

  export->self = g_object_ref (RCP_CROSS_CHECK_VIEW (widget));
  export->format = html ? RCP_CROSS_FORMAT_HTML : RCP_CROSS_FORMAT_CSV;
  rcp_dialogs_save_file (GTK_WINDOW (gtk_widget_get_root (widget)), _("Export the cross-check"),
                         html ? _("cross-check.html") : _("cross-check.csv"), file_chosen_cb, export, export_free);
}

/* Object. */

static void
set_library (RcpCrossCheckView *self, RcpLibrary *library)
{
  if (!g_set_object (&self->library, library))
    return;
  g_signal_group_set_target (self->library_signals, library);
  restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
}

static void
set_state (RcpCrossCheckView *self, RcpTimelineState *state)
{
  if (!g_set_object (&self->state, state))
    return;
  g_signal_group_set_target (self->state_signals, state);
  rcp_cross_check_filter_set_state (self->filter, state);
  restart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
rcp_cross_check_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpCrossCheckView *self = RCP_CROSS_CHECK_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;
    case PROP_STATE:
      g_value_set_object (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_cross_check_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpCrossCheckView *self = RCP_CROSS_CHECK_VIEW (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      set_library (self, g_value_get_object (value));
      break;
    case PROP_STATE:
      set_state (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_cross_check_view_dispose (GObject *object)
{
  RcpCrossCheckView *self = RCP_CROSS_CHECK_VIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->table);
  g_clear_object (&self->all);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_cross_check_view_parent_class)->dispose (object);
}

static void
rcp_cross_check_view_class_init (RcpCrossCheckViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rcp_cross_check_view_dispose;
  object_class->get_property = rcp_cross_check_view_get_property;
  object_class->set_property = rcp_cross_check_view_set_property;
  widget_class->map = rcp_cross_check_view_map;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "cross-check.export", "s", export_cb);

  g_type_ensure (RCP_TYPE_CROSS_CHECK_FILTER);
  g_type_ensure (RCP_TYPE_CROSS_CHECK_GRID);
  g_type_ensure (RCP_TYPE_CROSS_CHECK_PANEL);
  g_type_ensure (RCP_TYPE_OUTLET_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/rcp-cross-check-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, content);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, counts);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, single);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, legend);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, clear_range);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, filter);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, order);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, grid);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, panel);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, page);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, failed);
  gtk_widget_class_bind_template_callback (widget_class, show_selection);
  gtk_widget_class_bind_template_callback (widget_class, clear_range_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_everything_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, outlet_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_event_cb);
  gtk_widget_class_bind_template_callback (widget_class, restart);
}

static void
fill_legend (RcpCrossCheckView *self)
{
  static const RcpCellState states[] = { RCP_CELL_REPORTED,     RCP_CELL_DIFFERS, RCP_CELL_OTHER,
                                         RCP_CELL_SAME_WORDING, RCP_CELL_ABSENT,  RCP_CELL_BEFORE };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *pair = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *label = gtk_label_new (rcp_cell_state_get_label (states[i]));

      gtk_widget_add_css_class (label, "rcp-caption");
      gtk_box_append (GTK_BOX (pair), gtk_image_new_from_icon_name (rcp_cell_state_get_icon_name (states[i])));
      gtk_box_append (GTK_BOX (pair), label);
      gtk_box_append (self->legend, pair);
    }
}

static void
rcp_cross_check_view_init (RcpCrossCheckView *self)
{
  self->library_signals = g_signal_group_new (RCP_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed", G_CALLBACK (library_changed_cb), self);
  self->state_signals = g_signal_group_new (RCP_TYPE_TIMELINE_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected-event", G_CALLBACK (selected_event_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::dossier-id", G_CALLBACK (restart), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::range", G_CALLBACK (show_selection), self);
  g_signal_group_connect_swapped (self->state_signals, "filter-changed", G_CALLBACK (show_selection), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_legend (self);
}

GtkWidget *
rcp_cross_check_view_new (void)
{
  return g_object_new (RCP_TYPE_CROSS_CHECK_VIEW, NULL);
}
