#include "config.h"

#include "rcp-cross-check-view.h"

#include <glib/gi18n.h>

#include "rcp-cross-check-cell.h"
#include "rcp-cross-check-panel.h"
#include "rcp-cross-check-row.h"
#include "rcp-cross-table-export.h"
#include "rcp-cross-words.h"
#include "rcp-dialogs.h"
#include "rcp-error.h"

struct _RcpCrossCheckView
{
  AdwBin parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  RcpCrossTable *table;
  GtkSortListModel *sorted;
  GtkAdjustment *scrolled;
  GCancellable *cancellable;
  GSignalGroup *library_signals;
  GSignalGroup *state_signals;
  GHashTable *rows; /* position → RcpCrossCheckRow *, borrowed, those bound now */

  /* template children */
  GtkStack *stack;
  GtkLabel *counts;
  GtkLabel *single;
  GtkBox *legend;
  GtkDropDown *order;
  GtkBox *head_box;
  GtkListView *list;
  GtkScrollbar *scrollbar;
  RcpCrossCheckPanel *panel;
  AdwStatusPage *failed;

  /* plain */
  GtkWidget *head; /* borrowed: child of head_box */
  int outlet;      /* the selected cell's, -1 for none */
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

enum
{
  ORDER_DATE,
  ORDER_INDEPENDENT,
  ORDER_DIFFERENCES,
};

static void reload (RcpCrossCheckView *self);

static gint64
row_event_id (RcpCrossRow *row)
{
  return rcp_event_get_id (rcp_cross_row_get_event (row));
}

static void
update_selection (RcpCrossCheckView *self)
{
  gint64 selected = self->state ? rcp_timeline_state_get_selected_event (self->state) : 0;
  GHashTableIter iter;
  gpointer widget;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    {
      RcpCrossRow *row = rcp_cross_check_row_get_row (widget);

      rcp_cross_check_row_select (widget, row && row_event_id (row) == selected && selected != 0, self->outlet);
    }
}

static RcpCrossRow *
find_row (RcpCrossCheckView *self, gint64 event_id, guint *position)
{
  GListModel *rows = self->sorted ? G_LIST_MODEL (self->sorted) : NULL;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);

      if (row_event_id (row) == event_id)
        {
          if (position)
            *position = i;
          return row; /* the model keeps it */
        }
    }
  return NULL;
}

static void
update_panel (RcpCrossCheckView *self)
{
  gint64 event_id = self->state ? rcp_timeline_state_get_selected_event (self->state) : 0;
  RcpCrossRow *row = event_id ? find_row (self, event_id, NULL) : NULL;

  if (row == NULL || self->outlet < 0)
    {
      rcp_cross_check_panel_clear (self->panel);
      return;
    }
  rcp_cross_check_panel_show (self->panel, self->library, self->state, self->table, row, self->outlet);
}

static void
select_cell (RcpCrossCheckView *self, RcpCrossRow *row, int outlet)
{
  self->outlet = outlet;
  if (self->state)
    rcp_timeline_state_set_selected_event (self->state, row_event_id (row));
  update_selection (self);
  update_panel (self);
}

static void
cell_activated_cb (RcpCrossCheckView *self, guint outlet, RcpCrossCheckRow *row)
{
  if (rcp_cross_check_row_get_row (row))
    select_cell (self, rcp_cross_check_row_get_row (row), (int) outlet);
}

static void
selected_event_cb (RcpCrossCheckView *self)
{
  guint position;
  gint64 event_id = rcp_timeline_state_get_selected_event (self->state);

  update_selection (self);
  update_panel (self);
  if (event_id && self->sorted && find_row (self, event_id, &position))
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* Keys move by cell; the list itself would move by row. */

static gboolean
find_focus (RcpCrossCheckView *self, guint *position, guint *outlet)
{
  GHashTableIter iter;
  gpointer key, widget;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &widget))
    {
      int found = rcp_cross_check_row_find_focus (widget);

      if (found >= 0)
        {
          *position = GPOINTER_TO_UINT (key);
          *outlet = (guint) found;
          return TRUE;
        }
    }
  return FALSE;
}

static void
focus_cell (RcpCrossCheckView *self, guint position, guint outlet)
{
  RcpCrossCheckRow *row;

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row)
    rcp_cross_check_row_focus_cell (row, outlet);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
                RcpCrossCheckView *self)
{
  guint position, outlet, n_rows, n_outlets;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || self->table == NULL || !find_focus (self, &position, &outlet))
    return GDK_EVENT_PROPAGATE;
  n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
  n_outlets = g_list_model_get_n_items (rcp_cross_table_get_outlets (self->table));
  if (rtl && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
    keyval = keyval == GDK_KEY_Left ? GDK_KEY_Right : GDK_KEY_Left;
  switch (keyval)
    {
    case GDK_KEY_Left:
      outlet = outlet > 0 ? outlet - 1 : 0;
      break;
    case GDK_KEY_Right:
      outlet = MIN (outlet + 1, n_outlets - 1);
      break;
    case GDK_KEY_Up:
      position = position > 0 ? position - 1 : 0;
      break;
    case GDK_KEY_Down:
      position = MIN (position + 1, n_rows - 1);
      break;
    case GDK_KEY_Home:
      outlet = 0;
      break;
    case GDK_KEY_End:
      outlet = n_outlets - 1;
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  focus_cell (self, position, outlet);
  return GDK_EVENT_STOP;
}

/* The list. */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RcpCrossCheckView *self)
{
  GtkWidget *row = rcp_cross_check_row_new (self->scrolled);

  g_signal_connect_object (row, "cell-activated", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RcpCrossCheckView *self)
{
  RcpCrossCheckRow *widget = RCP_CROSS_CHECK_ROW (gtk_list_item_get_child (item));
  RcpCrossRow *row = gtk_list_item_get_item (item);
  gint64 selected = self->state ? rcp_timeline_state_get_selected_event (self->state) : 0;

  rcp_cross_check_row_set_row (widget, self->table, row);
  rcp_cross_check_row_select (widget, selected != 0 && row_event_id (row) == selected, self->outlet);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (gtk_list_item_get_position (item)), widget);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RcpCrossCheckView *self)
{
  GtkWidget *widget = gtk_list_item_get_child (item);
  GHashTableIter iter;
  gpointer bound;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &bound))
    if (bound == widget)
      g_hash_table_iter_remove (&iter);
  rcp_cross_check_row_set_row (RCP_CROSS_CHECK_ROW (widget), self->table, NULL);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  RcpCrossCheckView *self = user_data;
  RcpEvent *x = rcp_cross_row_get_event ((RcpCrossRow *) a), *y = rcp_cross_row_get_event ((RcpCrossRow *) b);
  guint m = 0, n = 0;

  switch (gtk_drop_down_get_selected (self->order))
    {
    case ORDER_INDEPENDENT:
      m = rcp_event_get_n_independent (x);
      n = rcp_event_get_n_independent (y);
      break;
    case ORDER_DIFFERENCES:
      m = rcp_event_get_n_discrepancies (x);
      n = rcp_event_get_n_discrepancies (y);
      break;
    case ORDER_DATE:
    default:
      break;
    }
  if (m != n)
    return m > n ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;
  return gtk_ordering_from_cmpfunc (rcp_edtf_compare (rcp_event_get_date (x), rcp_event_get_date (y)));
}

static void
order_changed_cb (RcpCrossCheckView *self)
{
  if (self->sorted)
    gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
}

/* Loading. */

static void
show_error (RcpCrossCheckView *self, const GError *error)
{
  g_autofree char *sentence = rcp_error_describe (error);

  adw_status_page_set_description (self->failed, sentence);
  gtk_stack_set_visible_child_name (self->stack, "failed");
}

/**
 * rcp_cross_check_view_set_table:
 * @table: (transfer none): what to show, as the library gives it
 */
void
rcp_cross_check_view_set_table (RcpCrossCheckView *self, RcpCrossTable *table)
{
  GListModel *outlets, *rows;
  guint n_outlets, n_rows, n_single;
  g_autofree char *counts = NULL;
  g_autofree char *single = NULL;
  GtkSelectionModel *model;

  g_return_if_fail (RCP_IS_CROSS_CHECK_VIEW (self));

  /* Rows are bound again with the new table below; until then they must not look into the old one. */
  gtk_list_view_set_model (self->list, NULL);
  g_set_object (&self->table, table);
  outlets = rcp_cross_table_get_outlets (table);
  rows = rcp_cross_table_get_rows (table);
  n_outlets = g_list_model_get_n_items (outlets);
  n_rows = g_list_model_get_n_items (rows);
  n_single = rcp_cross_table_count_single (table);
  if (self->outlet >= (int) n_outlets)
    self->outlet = -1;

  {
    g_autofree char *events = g_strdup_printf (ngettext ("%u event", "%u events", n_rows), n_rows);
    g_autofree char *names = g_strdup_printf (ngettext ("%u outlet", "%u outlets", n_outlets), n_outlets);

    counts = g_strdup_printf ("%s × %s", events, names);
  }
  gtk_label_set_label (self->counts, counts);
  single = g_strdup_printf (ngettext ("%u event rests on a single outlet", "%u events rest on a single outlet", n_single),
                            n_single);
  gtk_label_set_label (self->single, single);
  gtk_widget_set_visible (GTK_WIDGET (self->single), n_single > 0);

  rcp_cross_check_row_set_header (RCP_CROSS_CHECK_ROW (self->head), table);
  g_clear_object (&self->sorted);
  self->sorted = gtk_sort_list_model_new (g_object_ref (rows),
                                          GTK_SORTER (gtk_custom_sorter_new (compare_rows, self, NULL)));
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->sorted))));
  gtk_list_view_set_model (self->list, model);
  g_object_unref (model);
  gtk_stack_set_visible_child_name (self->stack, n_rows == 0 ? "empty" : n_outlets < 2 ? "single" : "table");
  update_selection (self);
  update_panel (self);
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
  self->outlet = -1;
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
  if (self->stale || self->table == NULL)
    reload (self);
}

/* Export. */

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
  RcpCrossCheckView *self = user_data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (self->table && file)
    rcp_cross_table_save_async (self->table, file, RCP_CROSS_FORMAT_CSV, NULL, saved_cb, g_object_ref (self));
}

static void
export_cb (RcpCrossCheckView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  rcp_dialogs_save_file (GTK_WINDOW (root), _("Export the cross-check"), _("cross-check.csv"), file_chosen_cb,
                         g_object_ref (self), g_object_unref);
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
  if (self->list)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->library_signals);
  g_clear_object (&self->state_signals);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sorted);
  g_clear_object (&self->table);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_cross_check_view_parent_class)->dispose (object);
}

static void
rcp_cross_check_view_finalize (GObject *object)
{
  RcpCrossCheckView *self = RCP_CROSS_CHECK_VIEW (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->scrolled);

  G_OBJECT_CLASS (rcp_cross_check_view_parent_class)->finalize (object);
}

static void
rcp_cross_check_view_class_init (RcpCrossCheckViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = rcp_cross_check_view_dispose;
  object_class->finalize = rcp_cross_check_view_finalize;
  object_class->get_property = rcp_cross_check_view_get_property;
  object_class->set_property = rcp_cross_check_view_set_property;
  widget_class->map = rcp_cross_check_view_map;

  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, RCP_TYPE_LIBRARY, flags);
  properties[PROP_STATE] = g_param_spec_object ("state", NULL, NULL, RCP_TYPE_TIMELINE_STATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RCP_TYPE_CROSS_CHECK_PANEL);
  gtk_widget_class_set_template_from_resource (widget_class, "/app/recoupe/Recoupe/ui/rcp-cross-check-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, stack);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, counts);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, single);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, legend);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, order);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, head_box);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, list);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, scrollbar);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, panel);
  gtk_widget_class_bind_template_child (widget_class, RcpCrossCheckView, failed);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, restart);
}

static void
fill_legend (RcpCrossCheckView *self)
{
  static const RcpCellState states[] = { RCP_CELL_REPORTED, RCP_CELL_OTHER, RCP_CELL_SAME_WORDING, RCP_CELL_ABSENT };

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
update_scrollbar (RcpCrossCheckView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->scrollbar),
                          gtk_adjustment_get_page_size (self->scrolled) + 0.5 < gtk_adjustment_get_upper (self->scrolled));
}

static void
rcp_cross_check_view_init (RcpCrossCheckView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->outlet = -1;
  self->rows = g_hash_table_new (NULL, NULL);
  self->scrolled = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->library_signals = g_signal_group_new (RCP_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->library_signals, "changed", G_CALLBACK (library_changed_cb), self);
  self->state_signals = g_signal_group_new (RCP_TYPE_TIMELINE_STATE);
  g_signal_group_connect_swapped (self->state_signals, "notify::selected-event", G_CALLBACK (selected_event_cb), self);
  g_signal_group_connect_swapped (self->state_signals, "notify::dossier-id", G_CALLBACK (restart), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  fill_legend (self);

  self->head = rcp_cross_check_row_new (self->scrolled);
  gtk_widget_set_hexpand (self->head, TRUE);
  gtk_box_prepend (self->head_box, self->head);
  gtk_scrollbar_set_adjustment (self->scrollbar, self->scrolled);
  g_signal_connect_object (self->scrolled, "changed", G_CALLBACK (update_scrollbar), self, G_CONNECT_SWAPPED);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (self->list, factory);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

GtkWidget *
rcp_cross_check_view_new (void)
{
  return g_object_new (RCP_TYPE_CROSS_CHECK_VIEW, NULL);
}
