#include "config.h"

#include "rcp-cross-table-private.h"

struct _RcpCrossRow
{
  GObject parent_instance;

  /* owned */
  RcpEvent *event;
  GArray *cells;

  /* plain */
  guint n_telling; /* outlets, those that a selection left out included */
  int first;
};

G_DEFINE_FINAL_TYPE (RcpCrossRow, rcp_cross_row, G_TYPE_OBJECT)

/* How much one outlet tells of what it could know. */
typedef struct
{
  guint n_told;
  guint n_could;
} Share;

struct _RcpCrossTable
{
  GObject parent_instance;

  /* owned */
  GListModel *outlets;
  GListModel *rows;
  GArray *shares;

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
  g_clear_pointer (&self->shares, g_array_unref);

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

static void
clear_cell (gpointer data)
{
  RcpCrossCell *cell = data;

  g_clear_pointer (&cell->words, g_free);
  g_clear_object (&cell->account);
}

/**
 * rcp_cross_cells_new:
 * @n: how many outlets there are
 *
 * Returns: (transfer full) (element-type RcpCrossCell): as many cells, empty.
 */
GArray *
rcp_cross_cells_new (guint n)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (RcpCrossCell));

  g_array_set_clear_func (cells, clear_cell);
  return g_array_set_size (cells, n);
}

/**
 * rcp_cross_row_new:
 * @event: the event
 * @cells: (element-type RcpCrossCell): one for each outlet of the table, in its order; a reference is taken
 * @first: the outlet that published first; -1 where nobody can say
 *
 * Returns: (transfer full): the row.
 */
RcpCrossRow *
rcp_cross_row_new (RcpEvent *event, GArray *cells, int first)
{
  RcpCrossRow *self = g_object_new (RCP_TYPE_CROSS_ROW, NULL);

  self->event = g_object_ref (event);
  self->cells = g_array_ref (cells);
  self->first = first;
  for (guint i = 0; i < cells->len; i++)
    self->n_telling += g_array_index (cells, RcpCrossCell, i).account_id != 0;
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
 * rcp_cross_row_count_telling:
 *
 * Returns: how many outlets tell the event, in a selection too those that it does not show.
 */
guint
rcp_cross_row_count_telling (RcpCrossRow *self)
{
  g_return_val_if_fail (RCP_IS_CROSS_ROW (self), 0);

  return self->n_telling;
}

/**
 * rcp_cross_row_get_first:
 *
 * Returns: index of the outlet that published the event first; -1 where publication dates do not allow to say, where one
 * outlet alone tells it, and in a selection that leaves that outlet out.
 */
int
rcp_cross_row_get_first (RcpCrossRow *self)
{
  g_return_val_if_fail (RCP_IS_CROSS_ROW (self), -1);

  return self->first;
}

static guint
get_weight (RcpCrossRow *row, RcpCrossOrder order)
{
  switch (order)
    {
    case RCP_CROSS_ORDER_INDEPENDENT:
      return rcp_event_get_n_independent (row->event);
    case RCP_CROSS_ORDER_DIFFERENCES:
      return rcp_event_get_n_discrepancies (row->event);
    case RCP_CROSS_ORDER_FAMILY:
      return RCP_N_FAMILIES - rcp_action_get_family (rcp_event_get_action (row->event));
    case RCP_CROSS_ORDER_DATE:
    default:
      return 0;
    }
}

/* Ties are broken by what a person reads, so that the order does not depend on that of imports. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  RcpCrossOrder order = GPOINTER_TO_UINT (user_data);
  RcpCrossRow *x = *(RcpCrossRow **) a, *y = *(RcpCrossRow **) b;
  guint m = get_weight (x, order), n = get_weight (y, order);
  RcpEdtf *i = rcp_event_get_date (x->event), *j = rcp_event_get_date (y->event);
  int by_title;

  if (m != n)
    return m > n ? -1 : 1;
  if ((i == NULL) != (j == NULL))
    return (i == NULL) - (j == NULL);
  if (i != NULL && rcp_edtf_get_middle_day (i) != rcp_edtf_get_middle_day (j))
    return rcp_edtf_get_middle_day (i) < rcp_edtf_get_middle_day (j) ? -1 : 1;
  by_title = g_strcmp0 (rcp_event_get_title (x->event), rcp_event_get_title (y->event));
  if (by_title != 0)
    return by_title;
  return (rcp_event_get_id (x->event) > rcp_event_get_id (y->event)) - (rcp_event_get_id (x->event) < rcp_event_get_id (y->event));
}

/**
 * rcp_cross_table_new:
 * @outlets: (element-type RcpOutlet): the columns, by first publication
 * @rows: (element-type RcpCrossRow): in any order; is sorted
 * @order: the order the table has
 *
 * Returns: (transfer full): the table.
 */
RcpCrossTable *
rcp_cross_table_new (GListModel *outlets, GPtrArray *rows, RcpCrossOrder order)
{
  RcpCrossTable *self = g_object_new (RCP_TYPE_CROSS_TABLE, NULL);
  GListStore *list = g_list_store_new (RCP_TYPE_CROSS_ROW);

  g_ptr_array_sort_with_data (rows, compare_rows, GUINT_TO_POINTER (order));
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  self->outlets = g_object_ref (outlets);
  self->rows = G_LIST_MODEL (list);
  self->shares = g_array_new (FALSE, TRUE, sizeof (Share));
  g_array_set_size (self->shares, g_list_model_get_n_items (outlets));
  for (guint i = 0; i < rows->len; i++)
    {
      RcpCrossRow *row = rows->pdata[i];

      self->n_single += row->n_telling == 1;
      for (guint j = 0; j < self->shares->len; j++)
        {
          const RcpCrossCell *cell = rcp_cross_row_get_cell (row, j);
          Share *share = &g_array_index (self->shares, Share, j);

          share->n_told += cell->account_id != 0;
          share->n_could += cell->state != RCP_CELL_BEFORE;
        }
    }
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
 * Returns: (transfer none): of #RcpCrossRow, in the table's order.
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
 * Returns: how many of its events one outlet alone tells.
 */
guint
rcp_cross_table_count_single (RcpCrossTable *self)
{
  g_return_val_if_fail (RCP_IS_CROSS_TABLE (self), 0);

  return self->n_single;
}

/**
 * rcp_cross_table_count_told:
 * @outlet: index of an outlet
 * @n_could: (out) (optional): how many it could know: those that did not come after all it published
 *
 * Returns: how many of the table's events it tells.
 */
guint
rcp_cross_table_count_told (RcpCrossTable *self, guint outlet, guint *n_could)
{
  Share share = { 0, 0 };

  g_return_val_if_fail (RCP_IS_CROSS_TABLE (self), 0);

  if (outlet < self->shares->len)
    share = g_array_index (self->shares, Share, outlet);
  if (n_could)
    *n_could = share.n_could;
  return share.n_told;
}

/* Selecting. */

static gboolean
has_actor (RcpEvent *event, const RcpCrossSelection *selection)
{
  gsize size = 0;
  const gint64 *ids = rcp_event_get_actor_ids (event) ? g_bytes_get_data (rcp_event_get_actor_ids (event), &size) : NULL;

  for (gsize i = 0; i < size / sizeof *ids; i++)
    for (guint j = 0; j < selection->n_actors; j++)
      if (ids[i] == selection->actors[j])
        return TRUE;
  return selection->n_actors == 0;
}

static gboolean
is_wanted (RcpCrossRow *row, const RcpCrossSelection *selection)
{
  RcpFamily family = rcp_action_get_family (rcp_event_get_action (row->event));
  RcpEdtf *date = rcp_event_get_date (row->event);

  return (selection->families == 0 || selection->families & (1u << family))
         && (!selection->only_differences || rcp_event_get_n_discrepancies (row->event) > 0)
         && (!selection->only_single || row->n_telling == 1)
         && (selection->range == NULL || (date != NULL && rcp_edtf_overlaps (date, selection->range)))
         && has_actor (row->event, selection);
}

/* The places of the outlets to show, and what stands for them as a list. */
static GListModel *
choose_outlets (RcpCrossTable *self, const RcpCrossSelection *selection, GArray *places)
{
  GListStore *outlets = g_list_store_new (RCP_TYPE_OUTLET);

  for (guint i = 0; i < g_list_model_get_n_items (self->outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (self->outlets, i);
      gboolean chosen = selection->n_outlets == 0;

      for (guint j = 0; j < selection->n_outlets && !chosen; j++)
        chosen = selection->outlets[j] == rcp_outlet_get_id (outlet);
      if (!chosen)
        continue;
      g_array_append_val (places, i);
      g_list_store_append (outlets, outlet);
    }
  return G_LIST_MODEL (outlets);
}

/* (nullable): @row with the columns at @places; NULL where none of them tells the event. */
static RcpCrossRow *
narrow_row (RcpCrossRow *row, const GArray *places)
{
  g_autoptr (GArray) cells = rcp_cross_cells_new (places->len);
  RcpCrossRow *narrow;
  gboolean told = FALSE;
  int first = -1;

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      const RcpCrossCell *from = &g_array_index (row->cells, RcpCrossCell, place);
      RcpCrossCell *to = &g_array_index (cells, RcpCrossCell, i);

      *to = *from;
      to->words = g_strdup (from->words);
      to->account = from->account ? g_object_ref (from->account) : NULL;
      told = told || from->account_id != 0;
      if ((int) place == row->first)
        first = (int) i;
    }
  if (!told)
    return NULL;
  narrow = rcp_cross_row_new (row->event, cells, first);
  narrow->n_telling = row->n_telling;
  return narrow;
}

/**
 * rcp_cross_table_select:
 * @selection: what to show, and in which order
 *
 * Returns: (transfer full): the part of the table that @selection asks for.
 */
RcpCrossTable *
rcp_cross_table_select (RcpCrossTable *self, const RcpCrossSelection *selection)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GListModel) outlets = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (RCP_IS_CROSS_TABLE (self), NULL);

  outlets = choose_outlets (self, selection, places);
  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (self->rows, i);
      RcpCrossRow *shown;

      if (!is_wanted (row, selection))
        continue;
      shown = selection->n_outlets == 0 ? g_object_ref (row) : narrow_row (row, places);
      if (shown != NULL)
        g_ptr_array_add (rows, shown);
    }
  return rcp_cross_table_new (outlets, rows, selection->order);
}
