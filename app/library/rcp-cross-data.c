#include "config.h"

#include "rcp-cross-data.h"

#include "rcp-date-words.h"
#include "rcp-day.h"

#include <string.h>

/** rcp_cross_data_clear: frees what the value owns. */
void
rcp_cross_data_clear (RcpCrossData *self)
{
  g_clear_object (&self->outlets);
  g_clear_object (&self->events);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_pointer (&self->numbers, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->first_day, g_free);
  g_clear_pointer (&self->last_day, g_free);
  g_clear_pointer (&self->sure_last_day, g_free);
  g_clear_pointer (&self->by_outlet, g_hash_table_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->siblings, g_hash_table_unref);
}

static void
number_outlets (RcpCrossData *self)
{
  self->n_columns = g_list_model_get_n_items (self->outlets);
  self->by_outlet = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (self->outlets, i);
      gint64 id = rcp_outlet_get_id (outlet);

      g_hash_table_insert (self->by_outlet, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i + 1));
    }
}

/* An article without a date may have appeared on any day. */
static void
read_publications (RcpCrossData *self, const GArray *publications)
{
  self->first_day = g_new (gint32, self->n_columns + 1);
  self->last_day = g_new (gint32, self->n_columns + 1);
  self->sure_last_day = g_new (gint32, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->first_day[i] = RCP_DAY_OPEN_END;
      self->last_day[i] = RCP_DAY_OPEN_START;
      self->sure_last_day[i] = RCP_DAY_OPEN_START;
    }
  for (guint i = 0; i < publications->len; i++)
    {
      const RcpStoredPublication *at = &g_array_index (publications, RcpStoredPublication, i);
      int column = rcp_cross_data_find_column (self, at->outlet_id);

      if (column < 0)
        continue;
      self->first_day[column] = MIN (self->first_day[column], at->first_day);
      self->last_day[column] = MAX (self->last_day[column], at->last_day);
      self->sure_last_day[column] = MAX (self->sure_last_day[column], at->first_day);
    }
}

/* An account may contradict others on several points: each is told once. */
static void
add_words (RcpCrossData *self, gint64 account_id, const char *text)
{
  char *before = g_hash_table_lookup (self->words, &account_id);

  if (before != NULL && strstr (before, text) != NULL)
    return;
  g_hash_table_insert (self->words, g_memdup2 (&account_id, sizeof account_id),
                       before ? g_strconcat (before, " · ", text, NULL) : g_strdup (text));
}

static void
read_discrepancies (RcpCrossData *self, GListModel *discrepancies)
{
  guint n = g_list_model_get_n_items (discrepancies);

  self->words = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
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

          add_words (self, id, rcp_discrepancy_value_get_text (value));
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
read_accounts (RcpCrossData *self, GListModel *accounts)
{
  guint n = g_list_model_get_n_items (accounts);

  self->accounts = g_ptr_array_new_full (n, g_object_unref);
  self->columns = g_array_sized_new (FALSE, FALSE, sizeof (int), n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->accounts, g_list_model_get_item (accounts, i));
  g_ptr_array_sort (self->accounts, compare_accounts);
  for (guint i = 0; i < n; i++)
    {
      int column = rcp_cross_data_find_column (self, rcp_account_get_outlet_id (self->accounts->pdata[i]));

      g_array_append_val (self->columns, column);
    }
}

static void
sibling_clear (gpointer data)
{
  g_free (((RcpCrossSibling *) data)->words);
}

static void
add_sibling (RcpCrossData *self, gint64 event_id, RcpAccount *account, char *words)
{
  GArray *list = g_hash_table_lookup (self->siblings, &event_id);
  RcpCrossSibling sibling = { account, words };

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (RcpCrossSibling));
      g_array_set_clear_func (list, sibling_clear);
      g_hash_table_insert (self->siblings, g_memdup2 (&event_id, sizeof event_id), list);
    }
  g_array_append_val (list, sibling);
}

/* Where events differ in the day, all that tell the one say otherwise at the other. */
static void
add_days (RcpCrossData *self, gint64 event_id, gint64 other_id)
{
  guint first, end;

  rcp_cross_data_find_accounts (self, other_id, &first, &end);
  for (guint i = first; i < end; i++)
    {
      RcpEdtf *date = rcp_account_get_date (self->accounts->pdata[i]);

      if (date != NULL)
        add_sibling (self, event_id, self->accounts->pdata[i], rcp_date_words_format (date, RCP_DATE_STYLE_SHORT));
    }
}

/* Elsewhere those do whose words differ. */
static void
add_values (RcpCrossData *self, RcpDiscrepancy *discrepancy, gint64 event_id, gint64 other_id)
{
  GListModel *values = rcp_discrepancy_get_values (discrepancy);
  guint first, end;

  rcp_cross_data_find_accounts (self, other_id, &first, &end);
  for (guint i = 0; i < g_list_model_get_n_items (values); i++)
    {
      g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, i);

      for (guint k = first; k < end; k++)
        if (rcp_account_get_id (self->accounts->pdata[k]) == rcp_discrepancy_value_get_account_id (value))
          add_sibling (self, event_id, self->accounts->pdata[k], g_strdup (rcp_discrepancy_value_get_text (value)));
    }
}

/* What differs so much that it is of another event is told at both. */
static void
read_siblings (RcpCrossData *self, GListModel *discrepancies)
{
  self->siblings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);
      gint64 event_id = rcp_discrepancy_get_event_id (discrepancy);
      gint64 other_id = rcp_discrepancy_get_other_event_id (discrepancy);

      if (other_id == 0 || rcp_discrepancy_get_settled (discrepancy))
        continue;
      if (rcp_discrepancy_get_kind (discrepancy) == RCP_DISCREPANCY_DATE)
        {
          add_days (self, event_id, other_id);
          add_days (self, other_id, event_id);
        }
      else
        {
          add_values (self, discrepancy, event_id, other_id);
          add_values (self, discrepancy, other_id, event_id);
        }
    }
}

/**
 * rcp_cross_data_load:
 * @self: (out caller-allocates): empty
 * @dossier_id: the dossier, 0 for the whole library
 *
 * Any thread. Errors: RCP_STORE_ERROR.
 */
gboolean
rcp_cross_data_load (RcpCrossData *self, RcpStore *store, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (GListModel) discrepancies = NULL;
  g_autoptr (GArray) publications = NULL;

  if (!(self->outlets = rcp_store_list_outlets (store, dossier_id, cancellable, error))
      || !(self->events = rcp_store_list_events (store, dossier_id, cancellable, error))
      || !(accounts = rcp_store_list_accounts (store, dossier_id, cancellable, error))
      || !(discrepancies = rcp_store_list_discrepancies (store, dossier_id, cancellable, error))
      || !(self->numbers = rcp_store_list_numbers (store, dossier_id, cancellable, error))
      || !(publications = rcp_store_list_publications (store, dossier_id, cancellable, error)))
    return FALSE;
  number_outlets (self);
  read_publications (self, publications);
  read_discrepancies (self, discrepancies);
  read_accounts (self, accounts);
  read_siblings (self, discrepancies);
  return TRUE;
}

/** rcp_cross_data_find_accounts: the accounts of an event are those from @first on, before @end. */
void
rcp_cross_data_find_accounts (const RcpCrossData *self, gint64 event_id, guint *first, guint *end)
{
  guint low = 0, high = self->accounts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (rcp_account_get_event_id (self->accounts->pdata[middle]) < event_id)
        low = middle + 1;
      else
        high = middle;
    }
  *first = *end = low;
  while (*end < self->accounts->len && rcp_account_get_event_id (self->accounts->pdata[*end]) == event_id)
    (*end)++;
}

/** rcp_cross_data_find_column: -1 where the outlet has none. */
int
rcp_cross_data_find_column (const RcpCrossData *self, gint64 outlet_id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_outlet, &outlet_id)) - 1;
}

/** rcp_cross_data_get_difference: (transfer none) (nullable): the words in which the account contradicts another. */
const char *
rcp_cross_data_get_difference (const RcpCrossData *self, gint64 account_id)
{
  return g_hash_table_lookup (self->words, &account_id);
}

/** rcp_cross_data_get_siblings: (transfer none) (nullable) (element-type RcpCrossSibling): the accounts of other events that
 * differ from those of this one, and would be of it otherwise; settled ones left out. */
const GArray *
rcp_cross_data_get_siblings (const RcpCrossData *self, gint64 event_id)
{
  return g_hash_table_lookup (self->siblings, &event_id);
}

/** rcp_cross_data_ended_before: whether all that the outlet published here is older than the event: it cannot be said to
 * leave it out. */
gboolean
rcp_cross_data_ended_before (const RcpCrossData *self, guint column, RcpEvent *event)
{
  RcpEdtf *date = rcp_event_get_date (event);

  return date != NULL && self->last_day[column] != RCP_DAY_OPEN_END && self->last_day[column] < rcp_edtf_get_first_day (date);
}

/**
 * rcp_cross_data_find_earliest:
 * @first: first account of an event
 * @end: one past its last
 *
 * Who published first: the outlet whose day is known exactly and lies before every day on which any other outlet can have
 * told the event. Where intervals overlap, or an article has no date, nobody can say.
 *
 * Returns: the column; -1 where dates do not allow to say, and where one outlet alone tells the event.
 */
int
rcp_cross_data_find_earliest (const RcpCrossData *self, guint first, guint end)
{
  int earliest = -1;
  gint32 day = RCP_DAY_OPEN_END;
  gboolean exact = FALSE, others = FALSE;

  /* The earliest day on which any of them may have told it, then whether it is one outlet's for certain. */
  for (guint i = first; i < end; i++)
    {
      RcpEdtf *published = rcp_account_get_published (self->accounts->pdata[i]);
      int column = g_array_index (self->columns, int, i);

      if (published == NULL || column < 0)
        return -1;
      if (rcp_edtf_get_first_day (published) < day || earliest < 0)
        {
          day = rcp_edtf_get_first_day (published);
          earliest = column;
          exact = FALSE;
        }
      if (column == earliest && rcp_edtf_get_first_day (published) == day && rcp_edtf_get_last_day (published) == day)
        exact = TRUE;
    }
  for (guint i = first; i < end; i++)
    if (g_array_index (self->columns, int, i) != earliest)
      {
        others = TRUE;
        if (rcp_edtf_get_first_day (rcp_account_get_published (self->accounts->pdata[i])) <= day)
          return -1;
      }
  return exact && others ? earliest : -1;
}
