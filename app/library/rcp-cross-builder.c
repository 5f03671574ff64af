#include "config.h"

#include "rcp-library-private.h"

#include "rcp-cross-table-private.h"
#include "rcp-date-words.h"

/* Events × outlets out of the store: each cell from the accounts one outlet gives of one event. */

typedef struct
{
  GHashTable *columns;       /* outlet id → column + 1 */
  GHashTable *words;         /* account id → the value on which it differs, from discrepancies that are not settled */
  GPtrArray *accounts;       /* of all events, by event */
  gint32 *last_published;    /* by column: the last day on which the outlet published here */
  guint n_columns;
} Builder;

static void
builder_clear (Builder *builder)
{
  g_clear_pointer (&builder->columns, g_hash_table_unref);
  g_clear_pointer (&builder->words, g_hash_table_unref);
  g_clear_pointer (&builder->accounts, g_ptr_array_unref);
  g_clear_pointer (&builder->last_published, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Builder, builder_clear)

static void
read_outlets (Builder *builder, GListModel *outlets)
{
  builder->n_columns = g_list_model_get_n_items (outlets);
  builder->columns = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  builder->last_published = g_new0 (gint32, builder->n_columns + 1);
  for (guint i = 0; i < builder->n_columns; i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);
      gint64 id = rcp_outlet_get_id (outlet);
      RcpEdtf *published = rcp_outlet_get_published (outlet);

      g_hash_table_insert (builder->columns, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
      builder->last_published[i] = published ? rcp_edtf_get_last_day (published) : RCP_DAY_OPEN_END;
    }
}

static void
read_discrepancies (Builder *builder, GListModel *discrepancies)
{
  guint n = g_list_model_get_n_items (discrepancies);

  builder->words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);
      GListModel *values = rcp_discrepancy_get_values (discrepancy);

      if (rcp_discrepancy_get_settled (discrepancy))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, j);
          gint64 id = rcp_discrepancy_value_get_account_id (value);

          if (!g_hash_table_contains (builder->words, &id))
            g_hash_table_insert (builder->words, g_memdup2 (&id, sizeof id),
                                 g_strdup (rcp_discrepancy_value_get_text (value)));
        }
    }
}

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  RcpAccount *x = *(RcpAccount **) a, *y = *(RcpAccount **) b;
  gint64 i = rcp_account_get_event_id (x), j = rcp_account_get_event_id (y);

  if (i == j)
    {
      i = rcp_account_get_id (x);
      j = rcp_account_get_id (y);
    }
  return (i > j) - (i < j);
}

static void
read_accounts (Builder *builder, GListModel *accounts)
{
  guint n = g_list_model_get_n_items (accounts);

  builder->accounts = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (builder->accounts, g_list_model_get_item (accounts, i));
  g_ptr_array_sort (builder->accounts, compare_accounts);
}

static guint
find_first (Builder *builder, gint64 event_id)
{
  guint low = 0, high = builder->accounts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (rcp_account_get_event_id (builder->accounts->pdata[middle]) < event_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* How little an account leaves open; own words go before copied ones of the same precision. */
static gint64
get_vagueness (RcpAccount *account)
{
  RcpEdtf *date = rcp_account_get_date (account);
  gint64 days = date == NULL ? G_MAXINT32 : !rcp_edtf_is_bounded (date) ? G_MAXINT32 - 1 : rcp_edtf_count_days (date);

  return days * 2 + (rcp_account_get_copy_of (account) != 0);
}

static void
fill_cell (Builder *builder, RcpCrossCell *cell, RcpEvent *event, RcpAccount **accounts, guint n_accounts)
{
  RcpAccount *best = accounts[0];
  RcpEdtf *date;
  gboolean all_copied = TRUE;

  for (guint i = 0; i < n_accounts; i++)
    {
      gint64 id = rcp_account_get_id (accounts[i]);
      const char *words = g_hash_table_lookup (builder->words, &id);

      all_copied = all_copied && rcp_account_get_copy_of (accounts[i]) != 0;
      if (get_vagueness (accounts[i]) < get_vagueness (best))
        best = accounts[i];
      if (words != NULL && cell->words == NULL)
        cell->words = g_strdup (words);
    }
  cell->account_id = rcp_account_get_id (best);
  date = rcp_account_get_date (best);
  if (cell->words == NULL && date != NULL && rcp_event_get_date (event) != NULL
      && !rcp_edtf_equal (date, rcp_event_get_date (event)))
    cell->words = rcp_date_words_format (date, RCP_DATE_STYLE_SHORT);
  cell->state = all_copied           ? RCP_CELL_SAME_WORDING
                : cell->words != NULL ? RCP_CELL_OTHER
                                      : RCP_CELL_REPORTED;
}

/* An outlet whose last article is older than the event cannot be said to leave it out. */
static gboolean
ended_before (Builder *builder, guint column, RcpEvent *event)
{
  RcpEdtf *date = rcp_event_get_date (event);

  return date != NULL && builder->last_published[column] != RCP_DAY_OPEN_END
         && builder->last_published[column] < rcp_edtf_get_first_day (date);
}

static RcpCrossRow *
build_row (Builder *builder, RcpEvent *event, guint *n_telling)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (RcpCrossCell));
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  gint64 event_id = rcp_event_get_id (event);
  guint first = find_first (builder, event_id), end = first;

  while (end < builder->accounts->len && rcp_account_get_event_id (builder->accounts->pdata[end]) == event_id)
    end++;
  g_array_set_clear_func (cells, (GDestroyNotify) rcp_cross_cell_clear);
  g_array_set_size (cells, builder->n_columns);
  *n_telling = 0;
  for (guint column = 0; column < builder->n_columns; column++)
    {
      RcpCrossCell *cell = &g_array_index (cells, RcpCrossCell, column);

      g_ptr_array_set_size (own, 0);
      for (guint i = first; i < end; i++)
        {
          gint64 outlet_id = rcp_account_get_outlet_id (builder->accounts->pdata[i]);
          gpointer at = g_hash_table_lookup (builder->columns, &outlet_id);

          if (at != NULL && GPOINTER_TO_UINT (at) - 1 == column)
            g_ptr_array_add (own, builder->accounts->pdata[i]);
        }
      if (own->len > 0)
        {
          fill_cell (builder, cell, event, (RcpAccount **) own->pdata, own->len);
          (*n_telling)++;
        }
      else
        cell->state = ended_before (builder, column, event) ? RCP_CELL_BEFORE : RCP_CELL_ABSENT;
    }
  return rcp_cross_row_new (event, cells);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  RcpEvent *x = rcp_cross_row_get_event (*(RcpCrossRow **) a), *y = rcp_cross_row_get_event (*(RcpCrossRow **) b);
  RcpEdtf *i = rcp_event_get_date (x), *j = rcp_event_get_date (y);

  if (i == NULL || j == NULL)
    return (i == NULL) - (j == NULL);
  if (rcp_edtf_get_middle_day (i) != rcp_edtf_get_middle_day (j))
    return rcp_edtf_get_middle_day (i) < rcp_edtf_get_middle_day (j) ? -1 : 1;
  return (rcp_event_get_id (x) > rcp_event_get_id (y)) - (rcp_event_get_id (x) < rcp_event_get_id (y));
}

/**
 * rcp_cross_builder_build:
 * @store: the store
 * @dossier_id: the dossier, 0 for the whole library
 *
 * Any thread. Errors: RCP_STORE_ERROR.
 *
 * Returns: (transfer full): the events against the outlets.
 */
RcpCrossTable *
rcp_cross_builder_build (RcpStore *store, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  g_auto (Builder) builder = { 0 };
  g_autoptr (GListModel) outlets = NULL;
  g_autoptr (GListModel) events = NULL;
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (GListModel) discrepancies = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) list = g_list_store_new (RCP_TYPE_CROSS_ROW);
  guint n_single = 0;

  if (!(outlets = rcp_store_list_outlets (store, dossier_id, cancellable, error))
      || !(events = rcp_store_list_events (store, dossier_id, cancellable, error))
      || !(accounts = rcp_store_list_accounts (store, dossier_id, cancellable, error))
      || !(discrepancies = rcp_store_list_discrepancies (store, dossier_id, cancellable, error)))
    return NULL;
  read_outlets (&builder, outlets);
  read_discrepancies (&builder, discrepancies);
  read_accounts (&builder, accounts);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      guint n_telling;

      g_ptr_array_add (rows, build_row (&builder, event, &n_telling));
      n_single += n_telling == 1;
    }
  g_ptr_array_sort (rows, compare_rows);
  g_list_store_splice (list, 0, 0, rows->pdata, rows->len);
  return rcp_cross_table_new (outlets, G_LIST_MODEL (list), n_single);
}
