#include "config.h"

#include "rcp-cross-table-private.h"

struct _RcpCrossRow
{
  GObject parent_instance;

  /* owned */
  RcpEvent *event;
  GArray *cells;
};

G_DEFINE_FINAL_TYPE (RcpCrossRow, rcp_cross_row, G_TYPE_OBJECT)

struct _RcpCrossTable
{
  GObject parent_instance;

  /* owned */
  GListModel *outlets;
  GListModel *rows;

  /* plain */
  guint n_single;
};

G_DEFINE_FINAL_TYPE (RcpCrossTable, rcp_cross_table, G_TYPE_OBJECT)

static void
rcp_cross_row_finalize (GObject *object)
{
  RcpCrossRow *self = RCP_CROSS_ROW (object);

  g_clear_object (&self->event);
  g_clear_pointer (&self->cells, g_array_unref);

  G_OBJECT_CLASS (rcp_cross_row_parent_class)->finalize (object);
}

static void
rcp_cross_row_class_init (RcpCrossRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_cross_row_finalize;
}

static void
rcp_cross_row_init (RcpCrossRow *self)
{
}

static void
rcp_cross_table_finalize (GObject *object)
{
  RcpCrossTable *self = RCP_CROSS_TABLE (object);

  g_clear_object (&self->outlets);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (rcp_cross_table_parent_class)->finalize (object);
}

static void
rcp_cross_table_class_init (RcpCrossTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_cross_table_finalize;
}

static void
rcp_cross_table_init (RcpCrossTable *self)
{
}

/** rcp_cross_cell_clear: frees what a cell owns; a GDestroyNotify of GArray. */
void
rcp_cross_cell_clear (RcpCrossCell *cell)
{
  g_clear_pointer (&cell->words, g_free);
}

/**
 * rcp_cross_row_new:
 * @event: the event
 * @cells: (element-type RcpCrossCell): one for each outlet of the table, in its order; a reference is taken
 *
 * Returns: (transfer full): the row.
 */
RcpCrossRow *
rcp_cross_row_new (RcpEvent *event, GArray *cells)
{
  RcpCrossRow *self = g_object_new (RCP_TYPE_CROSS_ROW, NULL);

  self->event = g_object_ref (event);
  self->cells = g_array_ref (cells);
  return self;
}

/**
 * rcp_cross_row_get_event:
 *
 * Returns: (transfer none): the event.
 */
RcpEvent *
rcp_cross_row_get_event (RcpCrossRow *self)
{
  g_return_val_if_fail (RCP_IS_CROSS_ROW (self), NULL);

  return self->event;
}

/**
 * rcp_cross_row_get_cell:
 * @outlet: index of the outlet in the table
 *
 * Returns: (transfer none) (nullable): what that outlet says; NULL where there is no such column.
 */
const RcpCrossCell *
rcp_cross_row_get_cell (RcpCrossRow *self, guint outlet)
{
  g_return_val_if_fail (RCP_IS_CROSS_ROW (self), NULL);

  return outlet < self->cells->len ? &g_array_index (self->cells, RcpCrossCell, outlet) : NULL;
}

/**
 * rcp_cross_table_new:
 * @outlets: (element-type RcpOutlet): the columns, by first publication
 * @rows: (element-type RcpCrossRow): by the middle of the event's date
 * @n_single: events that one outlet alone tells
 *
 * Returns: (transfer full): the table.
 */
RcpCrossTable *
rcp_cross_table_new (GListModel *outlets, GListModel *rows, guint n_single)
{
  RcpCrossTable *self = g_object_new (RCP_TYPE_CROSS_TABLE, NULL);

  self->outlets = g_object_ref (outlets);
  self->rows = g_object_ref (rows);
  self->n_single = n_single;
  return self;
}

/**
 * rcp_cross_table_get_outlets:
 *
 * Returns: (transfer none): of #RcpOutlet, by first publication.
 */
GListModel *
rcp_cross_table_get_outlets (RcpCrossTable *self)
{
  g_return_val_if_fail (RCP_IS_CROSS_TABLE (self), NULL);

  return self->outlets;
}

/**
 * rcp_cross_table_get_rows:
 *
 * Returns: (transfer none): of #RcpCrossRow, by the middle of the event's date, those without a date last.
 */
GListModel *
rcp_cross_table_get_rows (RcpCrossTable *self)
{
  g_return_val_if_fail (RCP_IS_CROSS_TABLE (self), NULL);

  return self->rows;
}

/**
 * rcp_cross_table_count_single:
 *
 * Returns: how many events one outlet alone tells.
 */
guint
rcp_cross_table_count_single (RcpCrossTable *self)
{
  g_return_val_if_fail (RCP_IS_CROSS_TABLE (self), 0);

  return self->n_single;
}
