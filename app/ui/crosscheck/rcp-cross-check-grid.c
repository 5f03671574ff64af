#include "config.h"

#include "rcp-cross-check-grid.h"

#include <glib/gi18n.h>

#include "rcp-cross-check-row.h"

struct _RcpCrossCheckGrid
{
  AdwBin parent_instance;

  /* owned */
  RcpCrossTable *table;
  GtkAdjustment *scrolled;
  GHashTable *rows; /* position → RcpCrossCheckRow *, borrowed, those bound now */

  /* children */
  GtkWidget *head;
  GtkWidget *list;
  GtkWidget *scrollbar;

  /* plain */
  gint64 event_id; /* of the selected cell; 0 for none */
  int outlet;      /* its column; -1 for none */
};

G_DEFINE_FINAL_TYPE (RcpCrossCheckGrid, rcp_cross_check_grid, ADW_TYPE_BIN)

enum
{
  CELL_ACTIVATED,
  OUTLET_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gint64
row_event_id (RcpCrossRow *row)
{
  return rcp_event_get_id (rcp_cross_row_get_event (row));
}

static void
select_row (RcpCrossCheckGrid *self, RcpCrossCheckRow *widget)
{
  RcpCrossRow *row = rcp_cross_check_row_get_row (widget);

  rcp_cross_check_row_select (widget, row && self->event_id != 0 && row_event_id (row) == self->event_id, self->outlet);
}

static gboolean
find_position (RcpCrossCheckGrid *self, gint64 event_id, guint *position)
{
  GListModel *rows = self->table ? rcp_cross_table_get_rows (self->table) : NULL;

  for (guint i = 0; rows && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);

      if (row_event_id (row) == event_id)
        {
          *position = i;
          return TRUE;
        }
    }
  return FALSE;
}

static void
cell_activated_cb (RcpCrossCheckGrid *self, guint outlet, RcpCrossCheckRow *row)
{
  RcpCrossRow *shown = rcp_cross_check_row_get_row (row);

  if (shown)
    g_signal_emit (self, signals[CELL_ACTIVATED], 0, row_event_id (shown), outlet);
}

static void
outlet_activated_cb (RcpCrossCheckGrid *self, guint outlet)
{
  g_signal_emit (self, signals[OUTLET_ACTIVATED], 0, outlet);
}

/* Keys move by cell; the list itself would move by row. */

static gboolean
find_focus (RcpCrossCheckGrid *self, guint *position, guint *outlet)
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
focus_cell (RcpCrossCheckGrid *self, guint position, guint outlet)
{
  RcpCrossCheckRow *row;

  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (position));
  if (row)
    rcp_cross_check_row_focus_cell (row, outlet);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType modifiers,
                RcpCrossCheckGrid *self)
{
  guint position, outlet, n_rows, n_outlets;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) || self->table == NULL || !find_focus (self, &position, &outlet))
    return GDK_EVENT_PROPAGATE;
  n_rows = g_list_model_get_n_items (rcp_cross_table_get_rows (self->table));
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
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RcpCrossCheckGrid *self)
{
  GtkWidget *row = rcp_cross_check_row_new (self->scrolled);

  g_signal_connect_object (row, "cell-activated", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RcpCrossCheckGrid *self)
{
  RcpCrossCheckRow *widget = RCP_CROSS_CHECK_ROW (gtk_list_item_get_child (item));
  guint position = gtk_list_item_get_position (item);

  rcp_cross_check_row_set_row (widget, self->table, gtk_list_item_get_item (item));
  select_row (self, widget);
  /* The header is the first row of the grid. */
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) position + 2, -1);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (position), widget);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, RcpCrossCheckGrid *self)
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

static void
update_scrollbar (RcpCrossCheckGrid *self)
{
  gtk_widget_set_visible (self->scrollbar,
                          gtk_adjustment_get_page_size (self->scrolled) + 0.5 < gtk_adjustment_get_upper (self->scrolled));
}

/* Object. */

static void
rcp_cross_check_grid_dispose (GObject *object)
{
  RcpCrossCheckGrid *self = RCP_CROSS_CHECK_GRID (object);

  if (self->list)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->list = NULL;
  g_clear_object (&self->table);

  G_OBJECT_CLASS (rcp_cross_check_grid_parent_class)->dispose (object);
}

static void
rcp_cross_check_grid_finalize (GObject *object)
{
  RcpCrossCheckGrid *self = RCP_CROSS_CHECK_GRID (object);

  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_object (&self->scrolled);

  G_OBJECT_CLASS (rcp_cross_check_grid_parent_class)->finalize (object);
}

static void
rcp_cross_check_grid_class_init (RcpCrossCheckGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rcp_cross_check_grid_dispose;
  object_class->finalize = rcp_cross_check_grid_finalize;

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[OUTLET_ACTIVATED] = g_signal_new ("outlet-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID);
}

static void
rcp_cross_check_grid_init (RcpCrossCheckGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->outlet = -1;
  self->rows = g_hash_table_new (NULL, NULL);
  self->scrolled = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));

  self->head = rcp_cross_check_row_new (self->scrolled);
  g_signal_connect_object (self->head, "cell-activated", G_CALLBACK (outlet_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->head);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_widget_add_css_class (self->list, "rcp-cross-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Events by outlet"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);

  self->scrollbar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->scrolled);
  g_signal_connect_object (self->scrolled, "changed", G_CALLBACK (update_scrollbar), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->scrollbar);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->list, keys);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * rcp_cross_check_grid_set_table:
 * @table: (transfer none): what to show
 */
void
rcp_cross_check_grid_set_table (RcpCrossCheckGrid *self, RcpCrossTable *table)
{
  guint n_rows, n_outlets;
  GListModel *rows;
  GtkSelectionModel *model;

  g_return_if_fail (RCP_IS_CROSS_CHECK_GRID (self));

  rows = rcp_cross_table_get_rows (table);
  n_rows = g_list_model_get_n_items (rows);
  n_outlets = g_list_model_get_n_items (rcp_cross_table_get_outlets (table));
  /* Rows are bound again with the new table below; until then they must not look into the old one. */
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_set_object (&self->table, table);
  rcp_cross_check_row_set_header (RCP_CROSS_CHECK_ROW (self->head), table);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
  g_object_unref (model);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) n_rows + 1,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) n_outlets + 3, -1);
}

/**
 * rcp_cross_check_grid_select:
 * @event_id: the event whose row is marked; 0 for none
 * @outlet: the column whose cell is marked there; -1 for none
 */
void
rcp_cross_check_grid_select (RcpCrossCheckGrid *self, gint64 event_id, int outlet)
{
  GHashTableIter iter;
  gpointer widget;

  g_return_if_fail (RCP_IS_CROSS_CHECK_GRID (self));

  self->event_id = event_id;
  self->outlet = outlet;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &widget))
    select_row (self, widget);
}

/** rcp_cross_check_grid_scroll_to: brings the row of the event into sight, where there is one. */
void
rcp_cross_check_grid_scroll_to (RcpCrossCheckGrid *self, gint64 event_id)
{
  guint position;

  g_return_if_fail (RCP_IS_CROSS_CHECK_GRID (self));

  if (find_position (self, event_id, &position))
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

/** rcp_cross_check_grid_find_row: (transfer none) (nullable): the row of the event, where it is shown. */
RcpCrossRow *
rcp_cross_check_grid_find_row (RcpCrossCheckGrid *self, gint64 event_id)
{
  guint position;

  g_return_val_if_fail (RCP_IS_CROSS_CHECK_GRID (self), NULL);

  if (find_position (self, event_id, &position))
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rcp_cross_table_get_rows (self->table), position);

      return row; /* the table keeps it */
    }
  return NULL;
}
