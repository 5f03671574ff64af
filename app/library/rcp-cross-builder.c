#include "config.h"

#include "rcp-library-private.h"

#include "rcp-cross-data.h"
#include "rcp-cross-numbers.h"
#include "rcp-cross-table-private.h"
#include "rcp-date-words.h"

#include <glib/gi18n-lib.h>

/* Events × outlets: each cell from the accounts one outlet gives of one event. */

/* A headline, and what else takes its day over from the sentence that names it. */
static gboolean
is_dated_by_another (RcpAccount *account)
{
  return rcp_account_get_date (account) != NULL && rcp_account_get_date_clue (account) == NULL;
}

/* How little an account leaves open; own words go before copied ones of the same precision, and a sentence that names its day
 * before one that takes it over, as a headline does. */
static gint64
get_vagueness (RcpAccount *account)
{
  RcpEdtf *date = rcp_account_get_date (account);
  gint64 days = date == NULL ? G_MAXINT32 : !rcp_edtf_is_bounded (date) ? G_MAXINT32 - 1 : rcp_edtf_count_days (date);

  return days * 4 + (rcp_account_get_date_clue (account) == NULL ? 3 : rcp_account_get_copy_of (account) != 0 ? 2 : 0);
}

static void
add_account (const RcpCrossData *data, RcpCrossCell *cell, RcpAccount *account)
{
  const char *difference = rcp_cross_data_get_difference (data, rcp_account_get_id (account));
  gboolean copied = rcp_account_get_copy_of (account) != 0;

  if (cell->n_accounts++ == 0)
    cell->state = RCP_CELL_SAME_WORDING;
  /* A headline of its own over the words of another is no telling of its own. */
  if (!copied && (cell->account == NULL || !is_dated_by_another (account) || is_dated_by_another (cell->account)))
    cell->state = RCP_CELL_REPORTED;
  else if (copied && cell->account && is_dated_by_another (cell->account) && !is_dated_by_another (account))
    cell->state = RCP_CELL_SAME_WORDING;
  if (difference != NULL && !cell->differs)
    {
      cell->differs = TRUE;
      cell->words = g_strdup (difference);
    }
  if (cell->account == NULL || get_vagueness (account) < get_vagueness (cell->account))
    g_set_object (&cell->account, account);
}

/* What the cell says of its own, once all its accounts are in. */
static void
finish_cell (RcpCrossCell *cell, RcpEvent *event, char *vaguer)
{
  RcpEdtf *date = rcp_account_get_date (cell->account);
  g_autofree char *number = vaguer;

  cell->account_id = rcp_account_get_id (cell->account);
  if (cell->words == NULL && rcp_event_get_date (event) != NULL)
    {
      if (date == NULL)
        cell->words = g_strdup (_("no date"));
      else if (!rcp_edtf_equal (date, rcp_event_get_date (event)))
        cell->words = rcp_date_words_format (date, RCP_DATE_STYLE_SHORT);
    }
  if (cell->state == RCP_CELL_SAME_WORDING)
    return;
  if (!cell->differs && number != NULL)
    {
      char *words = cell->words ? g_strconcat (cell->words, " · ", number, NULL) : g_steal_pointer (&number);

      g_free (cell->words);
      cell->words = words;
    }
  cell->state = cell->differs ? RCP_CELL_DIFFERS : cell->words != NULL ? RCP_CELL_OTHER : RCP_CELL_REPORTED;
}

/* An outlet that tells the happening as another event says otherwise here. */
static void
add_siblings (const RcpCrossData *data, RcpEvent *event, GArray *cells)
{
  const GArray *siblings = rcp_cross_data_get_siblings (data, rcp_event_get_id (event));

  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    {
      const RcpCrossSibling *sibling = &g_array_index (siblings, RcpCrossSibling, i);
      int column = rcp_cross_data_find_column (data, rcp_account_get_outlet_id (sibling->account));
      RcpCrossCell *cell = column < 0 ? NULL : &g_array_index (cells, RcpCrossCell, column);

      if (cell == NULL || cell->n_accounts > 0
          || (cell->account != NULL && get_vagueness (sibling->account) >= get_vagueness (cell->account)))
        continue;
      cell->state = RCP_CELL_DIFFERS;
      cell->differs = TRUE;
      g_set_object (&cell->account, sibling->account);
      cell->account_id = rcp_account_get_id (sibling->account);
      cell->other_event_id = rcp_account_get_event_id (sibling->account);
      g_free (cell->words);
      cell->words = g_strdup (sibling->words);
    }
}

/**
 * rcp_cross_builder_build_row:
 * @data: what the store holds
 * @event: one of its events
 *
 * Returns: (transfer full): the event across all outlets.
 */
RcpCrossRow *
rcp_cross_builder_build_row (const RcpCrossData *data, RcpEvent *event)
{
  g_autoptr (GArray) cells = rcp_cross_cells_new (data->n_columns);
  guint first, end;

  rcp_cross_data_find_accounts (data, rcp_event_get_id (event), &first, &end);
  for (guint i = first; i < end; i++)
    {
      int column = g_array_index (data->columns, int, i);

      if (column >= 0)
        add_account (data, &g_array_index (cells, RcpCrossCell, column), data->accounts->pdata[i]);
    }
  add_siblings (data, event, cells);
  for (guint column = 0; column < data->n_columns; column++)
    {
      RcpCrossCell *cell = &g_array_index (cells, RcpCrossCell, column);

      if (cell->n_accounts > 0)
        finish_cell (cell, event, rcp_cross_numbers_dup_vaguer (data, first, end, column));
      else if (cell->account == NULL)
        cell->state = rcp_cross_data_ended_before (data, column, event) ? RCP_CELL_BEFORE : RCP_CELL_ABSENT;
    }
  return rcp_cross_row_new (event, cells, rcp_cross_data_find_earliest (data, first, end));
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
  g_auto (RcpCrossData) data = { 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  if (!rcp_cross_data_load (&data, store, dossier_id, cancellable, error))
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (data.events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (data.events, i);

      g_ptr_array_add (rows, rcp_cross_builder_build_row (&data, event));
    }
  return rcp_cross_table_new (data.outlets, rows, RCP_CROSS_ORDER_DATE);
}
