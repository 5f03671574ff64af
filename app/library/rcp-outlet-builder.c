#include "config.h"

#include "rcp-library-private.h"

#include "rcp-cross-table-private.h"
#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-outlet-detail-private.h"

/* The page of an outlet, out of the same accounts as the cross-check. */

/* Passages told for each other outlet; the articles have the rest. */
#define MAX_PASSAGES 8

/* An outlet that begins to publish is not asked for what others had told longer ago than this: no longer news. A larger number
 * finds more left out, and says it of outlets that came late. */
#define NEWS_DAYS 14

/* Fewer independent outlets than this make no event that one is missing. */
#define MIN_TELLING 2

/* Whether @account appeared, for certain, when the outlet at @column still published, and not long before it began to. */
static gboolean
is_of_its_time (const RcpCrossData *data, guint column, RcpAccount *account)
{
  RcpEdtf *published = rcp_account_get_published (account);
  gint32 first = data->first_day[column];

  if (published == NULL || !rcp_edtf_is_bounded (published))
    return FALSE;
  return rcp_edtf_get_last_day (published) <= data->sure_last_day[column]
         && (first == RCP_DAY_OPEN_START || rcp_edtf_get_first_day (published) >= first - NEWS_DAYS);
}

/* (nullable): the others that tell the event in words of their own, if they are enough for it to be left out. */
static RcpOutletGap *
find_gap (const RcpCrossData *data, guint column, RcpEvent *event, guint first, guint end)
{
  g_autoptr (GHashTable) telling = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) names = NULL;
  RcpAccount *account = NULL;
  RcpOutletGap *gap;

  for (guint i = first; i < end; i++)
    {
      int other = g_array_index (data->columns, int, i);

      if (other < 0 || rcp_account_get_copy_of (data->accounts->pdata[i]) != 0
          || !is_of_its_time (data, column, data->accounts->pdata[i]))
        continue;
      g_hash_table_add (telling, GINT_TO_POINTER (other + 1));
      if (account == NULL)
        account = data->accounts->pdata[i];
    }
  if (g_hash_table_size (telling) < MIN_TELLING)
    return NULL;
  names = g_ptr_array_new ();
  for (guint i = 0; i < data->n_columns; i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (data->outlets, i);

      if (g_hash_table_contains (telling, GINT_TO_POINTER ((int) i + 1)))
        g_ptr_array_add (names, g_strdup (rcp_outlet_get_label (outlet)));
    }
  g_ptr_array_add (names, NULL);
  gap = g_new0 (RcpOutletGap, 1);
  gap->event = g_object_ref (event);
  gap->outlets = (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
  gap->account = g_object_ref (account);
  return gap;
}

static int
compare_gaps (gconstpointer a, gconstpointer b)
{
  RcpEvent *x = (*(RcpOutletGap *const *) a)->event, *y = (*(RcpOutletGap *const *) b)->event;
  int order = rcp_edtf_compare (rcp_event_get_date (x), rcp_event_get_date (y));

  return order ? order : g_strcmp0 (rcp_event_get_title (x), rcp_event_get_title (y));
}

static void
read_events (const RcpCrossData *data, guint column, RcpOutletFindings *findings)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (RcpCrossTable) table = NULL;
  gint64 outlet_id = rcp_outlet_get_id (findings->outlet);
  RcpCrossSelection selection = { .outlets = &outlet_id, .n_outlets = 1 };

  findings->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_outlet_gap_free);
  findings->n_events = g_list_model_get_n_items (data->events);
  for (guint i = 0; i < findings->n_events; i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (data->events, i);
      RcpCrossRow *row = rcp_cross_builder_build_row (data, event);
      const RcpCrossCell *cell = rcp_cross_row_get_cell (row, column);
      RcpCellState state = cell->state;
      guint first, end;
      RcpOutletGap *gap;

      /* Told as another event, and listed as that. */
      if (cell->other_event_id != 0)
        {
          g_object_unref (row);
          continue;
        }
      g_ptr_array_add (rows, row);
      if (state == RCP_CELL_BEFORE)
        findings->n_unknowable++;
      else if (state != RCP_CELL_ABSENT)
        {
          findings->n_comparable += rcp_cross_row_get_first (row) >= 0;
          findings->n_first += rcp_cross_row_get_first (row) == (int) column;
        }
      else
        {
          rcp_cross_data_find_accounts (data, rcp_event_get_id (event), &first, &end);
          gap = find_gap (data, column, event, first, end);
          if (gap != NULL)
            g_ptr_array_add (findings->left_out, gap);
        }
    }
  g_ptr_array_sort (findings->left_out, compare_gaps);
  table = rcp_cross_table_new (data->outlets, rows, RCP_CROSS_ORDER_DATE);
  findings->told = rcp_cross_table_select (table, &selection);
}

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const RcpOutletSource *x = *(RcpOutletSource *const *) a, *y = *(RcpOutletSource *const *) b;

  if (x->accounts->len != y->accounts->len)
    return x->accounts->len > y->accounts->len ? -1 : 1;
  return strcmp (x->words, y->words);
}

/* (nullable): whom the account cites: by name where that is known, else as the article puts it. */
static const char *
get_source (RcpAccount *account)
{
  return rcp_account_get_speaker (account) ? rcp_account_get_speaker (account) : rcp_account_get_attribution (account);
}

static void
read_sources (const RcpCrossData *data, guint column, RcpOutletFindings *findings)
{
  g_autoptr (GHashTable) by_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  findings->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_outlet_source_free);
  for (guint i = 0; i < data->accounts->len; i++)
    {
      RcpAccount *account = data->accounts->pdata[i];
      const char *words = get_source (account);
      RcpOutletSource *source;
      char *key;

      if (words == NULL || g_array_index (data->columns, int, i) != (int) column)
        continue;
      key = rcp_fold_words (words);
      source = g_hash_table_lookup (by_words, key);
      if (source == NULL)
        {
          source = g_new0 (RcpOutletSource, 1);
          source->words = g_strdup (words);
          source->accounts = g_ptr_array_new_with_free_func (g_object_unref);
          g_ptr_array_add (findings->sources, source);
          g_hash_table_insert (by_words, key, source);
        }
      else
        g_free (key);
      g_ptr_array_add (source->accounts, g_object_ref (account));
    }
  g_ptr_array_sort (findings->sources, compare_sources);
}

static GPtrArray *
to_sharing (const GPtrArray *stored)
{
  GPtrArray *sharing = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_outlet_sharing_free);

  for (guint i = 0; i < stored->len; i++)
    {
      const RcpStoredSharing *from = stored->pdata[i];
      RcpOutletSharing *with = g_new0 (RcpOutletSharing, 1);

      with->outlet_id = from->outlet_id;
      with->outlet = g_strdup (from->outlet);
      with->n_passages = from->n_passages;
      with->n_words = from->n_words;
      with->n_articles = from->n_articles;
      with->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_outlet_passage_free);
      for (guint j = 0; j < from->passages->len; j++)
        {
          const RcpStoredSharedText *text = from->passages->pdata[j];
          RcpOutletPassage *passage = g_new0 (RcpOutletPassage, 1);

          *passage = (RcpOutletPassage){ text->article_id, text->range, g_strdup (text->text), text->other_id,
                                         text->other,      g_strdup (text->other_text), text->n_words };
          g_ptr_array_add (with->passages, passage);
        }
      g_ptr_array_add (sharing, with);
    }
  return sharing;
}

/**
 * rcp_outlet_builder_build:
 * @outlet_id: an outlet
 * @dossier_id: only what it holds; 0 for the whole library
 *
 * Any thread. Errors: RCP_STORE_ERROR; %RCP_STORE_ERROR_NOT_FOUND for an outlet without articles here.
 *
 * Returns: (transfer full): the page of the outlet.
 */
RcpOutletDetail *
rcp_outlet_builder_build (RcpStore *store, gint64 outlet_id, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  g_auto (RcpCrossData) data = { 0 };
  g_auto (RcpOutletFindings) findings = { 0 };
  g_autoptr (GPtrArray) sharing = NULL;
  int column;

  if (!rcp_cross_data_load (&data, store, dossier_id, cancellable, error))
    return NULL;
  column = rcp_cross_data_find_column (&data, outlet_id);
  if (column < 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no outlet %" G_GINT64_FORMAT, outlet_id);
      return NULL;
    }
  sharing = rcp_store_list_outlet_sharing (store, outlet_id, dossier_id, MAX_PASSAGES, cancellable, error);
  if (sharing == NULL)
    return NULL;
  findings.outlet = g_list_model_get_item (data.outlets, (guint) column);
  findings.sharing = to_sharing (sharing);
  read_events (&data, (guint) column, &findings);
  read_sources (&data, (guint) column, &findings);
  return rcp_outlet_detail_new (&findings);
}
