#include "config.h"

#include "rcp-list-diff.h"
#include "rcp-paged-list-private.h"

#include <string.h>

/* --- Differences ------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *name;
  const char *before;
  const char *after;
  guint n_steps;
} DiffRow;

/* Each letter is a row. */
static const DiffRow diff_rows[] = {
  { "same", "abcdef", "abcdef", 0 },
  { "from-nothing", "", "abc", 1 },
  { "to-nothing", "abc", "", 1 },
  { "append", "abc", "abcde", 1 },
  { "prepend", "abc", "xabc", 1 },
  { "insert-apart", "abcdef", "axbcdyef", 2 },
  { "remove-apart", "abcdef", "acdf", 2 },
  { "move-forward", "abcdef", "bcdaef", 2 },
  { "move-back", "abcdef", "aebcdf", 2 },
  { "replace-all", "abc", "xyz", 1 },
  { "reverse", "abcdefgh", "hgfedcba", 2 },
};

static void
test_diff (gconstpointer data)
{
  const DiffRow *row = data;
  gint64 before[64], after[64];
  guint n_before = strlen (row->before), n_after = strlen (row->after);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) changes = NULL;

  for (guint i = 0; i < n_before; i++)
    before[i] = row->before[i];
  for (guint i = 0; i < n_after; i++)
    after[i] = row->after[i];
  changes = rcp_list_diff (before, n_before, after, n_after);
  g_assert_cmpuint (changes->len, ==, row->n_steps);
  g_array_append_vals (list, before, n_before);
  for (guint i = 0; i < changes->len; i++)
    {
      const RcpListChange *change = &g_array_index (changes, RcpListChange, i);

      if (change->n_removed > 0)
        g_array_remove_range (list, change->position, change->n_removed);
      if (change->n_added > 0)
        g_array_insert_vals (list, change->position, after + change->position, change->n_added);
    }
  g_assert_cmpuint (list->len, ==, n_after);
  g_assert_true (n_after == 0 || memcmp (list->data, after, n_after * sizeof (gint64)) == 0);
}

/* --- The list --------------------------------------------------------------------------------------------------- */

/* A table that changes under the list; rows are dossiers, which only need an id and a name. */
typedef struct
{
  GMutex lock;
  GArray *ids;
  guint version;
  guint n_rows_read;
  gboolean broken;
} Table;

static GArray *
list_ids (gpointer data, GCancellable *cancellable, GError **error)
{
  Table *table = data;
  GArray *ids = NULL;

  g_mutex_lock (&table->lock);
  if (table->broken)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "broken");
  else
    ids = g_array_copy (table->ids);
  g_mutex_unlock (&table->lock);
  return ids;
}

static GPtrArray *
list_rows (gpointer data, const gint64 *ids, guint n_ids, GCancellable *cancellable, GError **error)
{
  Table *table = data;
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_mutex_lock (&table->lock);
  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (GSimpleAction) row = NULL;
      g_autofree char *name = g_strdup_printf ("%d-%u", (int) ids[i], table->version);

      row = g_simple_action_new (name, NULL);
      g_ptr_array_add (rows, g_steal_pointer (&row));
      table->n_rows_read++;
    }
  g_mutex_unlock (&table->lock);
  return rows;
}

static gint64
get_id (gpointer row)
{
  return g_ascii_strtoll (g_action_get_name (row), NULL, 10);
}

/* The last reader frees the table: one may still be at work when its list is gone. */
static void
table_free (gpointer data)
{
  Table *table = data;

  g_array_unref (table->ids);
  g_mutex_clear (&table->lock);
  g_free (table);
}

static const RcpPagedListQuery query = { list_ids, list_rows, get_id, table_free };

static void
table_set (Table *table, gint64 first, gint64 last)
{
  g_mutex_lock (&table->lock);
  g_array_set_size (table->ids, 0);
  for (gint64 id = first; id <= last; id++)
    g_array_append_val (table->ids, id);
  table->version++;
  g_mutex_unlock (&table->lock);
}

static void
wait_loaded (RcpPagedList *list)
{
  while (rcp_paged_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_item (RcpListItem *item, const char *name)
{
  gint64 until = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (rcp_list_item_get_item (item) == NULL || g_strcmp0 (g_action_get_name (rcp_list_item_get_item (item)), name) != 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, until);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

static Table *
table_new (gint64 last)
{
  Table *table = g_new0 (Table, 1);

  g_mutex_init (&table->lock);
  table->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  table_set (table, 1, last);
  return table;
}

static void
test_pages (void)
{
  Table *table = table_new (100000);
  RcpPagedList *list;
  g_autoptr (RcpListItem) item = NULL;

  list = rcp_paged_list_new (&query, table);
  g_assert_true (rcp_paged_list_get_loading (list));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  wait_loaded (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 100000);
  g_assert_cmpuint (table->n_rows_read, ==, 0);
  item = g_list_model_get_item (G_LIST_MODEL (list), 50050);
  g_assert_cmpint (rcp_list_item_get_id (item), ==, 50051);
  g_assert_null (rcp_list_item_get_item (item));
  wait_item (item, "50051-1");
  g_assert_cmpuint (table->n_rows_read, ==, 100);
  g_assert_cmpuint (rcp_paged_list_find_id (list, 50051), ==, 50050);
  g_assert_cmpuint (rcp_paged_list_find_id (list, 100001), ==, G_MAXUINT);
  g_assert_finalize_object (list);
}

typedef struct
{
  guint n;
  guint position;
  guint n_removed;
  guint n_added;
} Heard;

static void
items_changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, Heard *heard)
{
  heard->n++;
  heard->position = position;
  heard->n_removed = n_removed;
  heard->n_added = n_added;
}

static void
test_reload (void)
{
  Table *table = table_new (50);
  Heard heard = { 0 };
  RcpPagedList *list;
  g_autoptr (RcpListItem) kept = NULL;
  g_autoptr (RcpListItem) again = NULL;

  list = rcp_paged_list_new (&query, table);
  wait_loaded (list);
  kept = g_list_model_get_item (G_LIST_MODEL (list), 20);
  wait_item (kept, "21-1");
  g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), &heard);
  table_set (table, -4, 50);
  rcp_paged_list_reload (list);
  rcp_paged_list_reload (list);
  while (heard.n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (heard.position, ==, 0);
  g_assert_cmpuint (heard.n_removed, ==, 0);
  g_assert_cmpuint (heard.n_added, ==, 5);
  again = g_list_model_get_item (G_LIST_MODEL (list), 25);
  g_assert_true (again == kept);
  /* What it shows is read again, and meanwhile stays. */
  g_assert_nonnull (rcp_list_item_get_item (kept));
  wait_item (kept, "21-2");
  g_assert_finalize_object (list);
}

static void
test_error (void)
{
  Table *table = table_new (5);
  RcpPagedList *list;

  table->broken = TRUE;
  list = rcp_paged_list_new (&query, table);
  wait_loaded (list);
  g_assert_error (rcp_paged_list_get_error (list), G_IO_ERROR, G_IO_ERROR_FAILED);
  table->broken = FALSE;
  rcp_paged_list_reload (list);
  while (g_list_model_get_n_items (G_LIST_MODEL (list)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_no_error ((GError *) rcp_paged_list_get_error (list));
  g_assert_finalize_object (list);
}

/* The worker may still be reading when the list is gone. */
static void
test_gone_while_loading (void)
{
  Table *table = table_new (1000);

  g_assert_finalize_object (rcp_paged_list_new (&query, table));
  for (guint i = 0; i < 50; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (diff_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/list-diff/", diff_rows[i].name, NULL);

      g_test_add_data_func (path, &diff_rows[i], test_diff);
    }
  g_test_add_func ("/paged-list/pages", test_pages);
  g_test_add_func ("/paged-list/reload", test_reload);
  g_test_add_func ("/paged-list/error", test_error);
  g_test_add_func ("/paged-list/gone-while-loading", test_gone_while_loading);
  return g_test_run ();
}
