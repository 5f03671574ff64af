#include "config.h"

#include "rcp-db-writer.h"
#include "store-fixture.h"

/* Many threads, one library. */

#define N_READERS 6
#define N_WRITES 40

typedef struct
{
  RcpStore *store;
  gint stop; /* atomic */
} Reading;

static gpointer
read_thread (gpointer data)
{
  Reading *reading = data;
  guint seen = 0;

  while (!g_atomic_int_get (&reading->stop))
    {
      g_autoptr (GError) error = NULL;
      RcpStoreCounts counts;
      g_autoptr (GListModel) notes = NULL;

      /* Each answer is whole: never fewer than before. */
      g_assert_true (rcp_store_count (reading->store, 0, &counts, NULL, &error));
      g_assert_cmpuint (counts.n_notes, >=, seen);
      seen = counts.n_notes;
      notes = rcp_store_list_notes (reading->store, 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (g_list_model_get_n_items (notes), >=, seen);
    }
  return NULL;
}

static void
test_read_while_writing (Fixture *f, gconstpointer data)
{
  Reading reading = { f->store, 0 };
  GThread *threads[N_READERS];
  g_autoptr (GListModel) notes = NULL;

  for (guint i = 0; i < N_READERS; i++)
    threads[i] = g_thread_new ("reader", read_thread, &reading);
  for (guint i = 0; i < N_WRITES; i++)
    fixture_note (f, RCP_NOTE_ARTICLE, f->articles[i % 2], 0, 0, "Check this");
  g_atomic_int_set (&reading.stop, 1);
  for (guint i = 0; i < N_READERS; i++)
    g_thread_join (threads[i]);
  notes = rcp_store_list_notes (f->store, 0, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, N_WRITES);
}

static void
test_reserve (Fixture *f, gconstpointer data)
{
  gint64 a = fixture_reserve (f->store, RCP_STORE_TABLE_EVENT, 5000);
  gint64 b = fixture_reserve (f->store, RCP_STORE_TABLE_EVENT, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) other = rcp_store_open (f->path, NULL, &error);
  gint64 c;

  /* Another process takes others. */
  g_assert_no_error (error);
  c = fixture_reserve (other, RCP_STORE_TABLE_EVENT, 1);
  g_assert_cmpint (b, >=, a + 5000);
  g_assert_cmpint (c, >, b);
}

static gpointer
cancel_thread (gpointer data)
{
  g_usleep (20 * 1000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDb) db = rcp_db_open (path, RCP_DB_CREATE, &error);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GThread) thread = NULL;
  gint64 value = 0;

  g_assert_no_error (error);
  rcp_db_set_cancellable (db, cancellable);
  thread = g_thread_new ("cancel", cancel_thread, cancellable);
  /* Would count for hours. */
  g_assert_false (rcp_db_query_int (db, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000000)"
                                        " SELECT count (*) FROM n", &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_thread_join (g_steal_pointer (&thread));
  g_clear_error (&error);
  rcp_db_set_cancellable (db, NULL);
  g_assert_true (rcp_db_query_int (db, "SELECT 7", &value, &error));
  g_assert_cmpint (value, ==, 7);
  g_clear_pointer (&db, rcp_db_close);
  fixture_remove (path);
}

static void
test_cancelled_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (rcp_store_list_events (f->store, 0, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  rcp_change_set_remove_article (changes, f->articles[0]);
  g_assert_false (rcp_store_save_changes (f->store, changes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  RcpDbWriter *writer;
  guint *n_done;
} Queued;

static gboolean
slow_cb (RcpDb *db, gpointer data, GError **error)
{
  guint *n_done = data;

  g_usleep (30 * 1000);
  ++*n_done;
  return TRUE;
}

static gpointer
queue_thread (gpointer data)
{
  Queued *queued = data;
  g_autoptr (GError) error = NULL;

  rcp_db_writer_run (queued->writer, RCP_DB_WRITER_ENGINE, slow_cb, queued->n_done, NULL, &error);
  g_assert_no_error (error);
  return NULL;
}

static void
test_shut_down (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (GError) error = NULL;
  RcpDb *db = rcp_db_open (path, RCP_DB_CREATE, &error);
  RcpDbWriter *writer = rcp_db_writer_new (db);
  guint n_done = 0;
  Queued queued = { writer, &n_done };
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("queue", queue_thread, &queued);
  g_usleep (15 * 1000);
  g_assert_false (rcp_db_writer_is_current (writer));
  rcp_db_writer_shut_down (writer);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  /* What was queued was done; what comes now is not taken. */
  g_assert_cmpuint (n_done, ==, G_N_ELEMENTS (threads));
  g_assert_false (rcp_db_writer_run (writer, RCP_DB_WRITER_USER, slow_cb, &n_done, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_CLOSED);
  rcp_db_writer_free (writer);
  fixture_remove (path);
}

static void
test_closed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  rcp_store_close (f->store);
  rcp_store_close (f->store);
  g_assert_null (rcp_store_list_events (f->store, 0, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_false (rcp_store_delete_note (f->store, 1, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_CLOSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/threads/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("read-while-writing", test_read_while_writing);
  ADD ("reserve", test_reserve);
  ADD ("cancelled-before", test_cancelled_before);
  ADD ("closed", test_closed);
  g_test_add_func ("/store/threads/cancel", test_cancel);
  g_test_add_func ("/store/threads/shut-down", test_shut_down);
  return g_test_run ();
}
