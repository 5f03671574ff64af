#include "config.h"

#include <sqlite3.h>

#include "rcp-db.h"
#include "rcp-schema.h"
#include "store-fixture.h"

/* Files that are no library, or not one to be opened: refused with the right reason, and left as they are. */

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
write_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Dear library, this is a letter and no database.\n", -1, NULL));
}

static void
write_short (const char *path)
{
  g_assert_true (g_file_set_contents (path, "SQLite", -1, NULL));
}

static void
write_foreign (const char *path)
{
  run_sql (path, "CREATE TABLE bookmark (url TEXT); PRAGMA user_version = 1");
}

static void
write_other_id (const char *path)
{
  run_sql (path, "PRAGMA application_id = 7");
}

static void
write_newer (const char *path)
{
  run_sql (path, "CREATE TABLE article (id INTEGER PRIMARY KEY); PRAGMA application_id = 1380143173;"
                 "PRAGMA user_version = 99");
}

/** A library with enough in it to have something to break. */
static void
write_library (const char *path)
{
  Fixture f = { .path = (char *)path };
  g_autoptr (GError) error = NULL;

  f.store = rcp_store_open (path, NULL, &error);
  g_assert_no_error (error);
  fixture_fill (&f);
  g_assert_finalize_object (f.store);
}

static void
write_truncated (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  write_library (path);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  g_assert_true (g_file_set_contents (path, data, length / 2, NULL));
}

static void
write_scribbled (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  write_library (path);
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  for (gsize i = 4096; i < length; i++)
    if (i % 4096 < 64)
      data[i] = (char)(i * 7);
  g_assert_true (g_file_set_contents (path, data, length, NULL));
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static const struct
{
  const char *name;
  void (*write) (const char *path);
  int code;
} refused[] = {
  { "text", write_text, RCP_STORE_ERROR_NOT_A_LIBRARY },
  { "shorter-than-a-header", write_short, RCP_STORE_ERROR_NOT_A_LIBRARY },
  { "foreign-sqlite", write_foreign, RCP_STORE_ERROR_NOT_A_LIBRARY },
  { "foreign-application-id", write_other_id, RCP_STORE_ERROR_NOT_A_LIBRARY },
  { "newer", write_newer, RCP_STORE_ERROR_TOO_NEW },
  { "truncated", write_truncated, RCP_STORE_ERROR_DAMAGED },
  { "scribbled", write_scribbled, RCP_STORE_ERROR_DAMAGED },
  { "folder", make_folder, RCP_STORE_ERROR_NOT_A_LIBRARY },
};

static void
test_refused (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *path = fixture_path ();
  g_autofree char *before = NULL, *after = NULL;
  gsize n_before = 0, n_after = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) store = NULL;

  refused[row].write (path);
  g_file_get_contents (path, &before, &n_before, NULL);
  store = rcp_store_open (path, NULL, &error);
  g_assert_error (error, RCP_STORE_ERROR, refused[row].code);
  g_assert_null (store);
  g_file_get_contents (path, &after, &n_after, NULL);
  g_assert_cmpmem (before, n_before, after, n_after);
  g_rmdir (path);
  fixture_remove (path);
}

static void
test_missing_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rcp_store_open ("/nonexistent/folder/library.recoupe", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_read_only (void)
{
  g_autofree char *path = fixture_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      /* Nothing is forbidden to root, but the kernel's own files are not to be made there by anybody. */
      g_assert_null (rcp_store_open ("/proc/library.recoupe", NULL, &error));
      g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_READ_ONLY);
    }
  else
    {
      write_library (path);
      g_assert_cmpint (g_chmod (path, 0400), ==, 0);
      g_assert_null (rcp_store_open (path, NULL, &error));
      g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_READ_ONLY);
      g_clear_error (&error);
      g_assert_cmpint (g_chmod (path, 0600), ==, 0);
      g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
      g_assert_null (rcp_store_open (path, NULL, &error));
      g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_READ_ONLY);
      g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
    }
  fixture_remove (path);
}

static void
test_empty_file_becomes_library (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) store = NULL;

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  store = rcp_store_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rcp_store_get_path (store), ==, path);
  g_clear_object (&store);
  fixture_remove (path);
}

static void
test_locked (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) store = NULL;
  sqlite3 *other = NULL;

  write_library (path);
  rcp_db_set_busy_timeout_ms (50);
  store = rcp_store_open (path, NULL, &error);
  g_assert_no_error (error);

  /* Another writes: reading goes on, writing does not. */
  g_assert_cmpint (sqlite3_open (path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (rcp_store_create_dossier (store, "Later", NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_LOCKED);
  g_clear_error (&error);
  {
    g_autoptr (GListModel) articles = rcp_store_list_articles (store, 0, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 2);
  }
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (rcp_store_create_dossier (store, "Later", NULL, &error));
  g_clear_object (&store);

  /* Another has it for itself alone. */
  g_assert_cmpint (sqlite3_exec (other, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  store = rcp_store_open (path, NULL, &error);
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_LOCKED);
  sqlite3_close (other);
  rcp_db_set_busy_timeout_ms (RCP_DB_BUSY_TIMEOUT_MS);
  fixture_remove (path);
}

static void
test_full (void)
{
  g_autofree char *path = fixture_path ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDb) db = rcp_db_open (path, RCP_DB_CREATE, &error);

  g_assert_no_error (error);
  g_assert_true (rcp_db_set_up (db, &error));
  g_assert_true (rcp_db_exec (db, "CREATE TABLE t (x); PRAGMA max_page_count = 8", &error));
  g_assert_true (rcp_db_begin (db, &error));
  g_assert_false (rcp_db_exec (db, "INSERT INTO t VALUES (zeroblob (1000000))", &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_FULL);
  g_assert_false (rcp_db_end (db, FALSE, NULL));
  g_clear_pointer (&db, rcp_db_close);
  fixture_remove (path);
}

/* Migrations, with steps of the test's own. -------------------------------------------------------------------------- */

static gboolean
make_table (RcpDb *db, GError **error)
{
  return rcp_db_exec (db, "CREATE TABLE word (text TEXT) STRICT; INSERT INTO word VALUES ('kept')", error);
}

static gboolean
add_column (RcpDb *db, GError **error)
{
  return rcp_db_exec (db, "ALTER TABLE word ADD COLUMN language TEXT", error);
}

static gboolean
fail_half_way (RcpDb *db, GError **error)
{
  return rcp_db_exec (db, "DELETE FROM word", error) && rcp_db_exec (db, "SELECT nothing FROM nowhere", error);
}

static void
test_migrate (void)
{
  const RcpSchemaStep steps[] = { { NULL, make_table }, { NULL, add_column }, { NULL, fail_half_way } };
  g_autofree char *path = fixture_path (), *copy = g_strconcat (path, ".before-2", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDb) db = rcp_db_open (path, RCP_DB_CREATE, &error);
  gint64 value = 0;

  g_assert_no_error (error);
  g_assert_true (rcp_schema_migrate (db, path, steps, 1, &error));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (rcp_schema_migrate (db, path, steps, 2, &error));
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (rcp_schema_migrate (db, path, steps, 2, &error));

  /* A step that fails leaves the version before, and all that was in it. */
  g_assert_false (rcp_schema_migrate (db, path, steps, 3, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (rcp_db_query_int (db, "PRAGMA user_version", &value, &error));
  g_assert_cmpint (value, ==, 2);
  g_assert_true (rcp_db_query_int (db, "SELECT count (*) FROM word WHERE text = 'kept'", &value, &error));
  g_assert_cmpint (value, ==, 1);
  g_assert_false (rcp_schema_migrate (db, path, steps, 1, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_TOO_NEW);
  g_clear_pointer (&db, rcp_db_close);
  fixture_remove (path);
}

/* The analysis that had read the articles of each. */
static const guint released_analysis[] = { 1, 2, 2, 2, 3, 3, 4, 5, 5 };

/* Every version that was released is opened and taken to the present one. Run with --write-fixture FILE to write the
 * present version's, once, when it is released. */
static void
test_released (gconstpointer data)
{
  const char *name = data;
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "fixtures", "databases", name, NULL);
  g_autofree char *path = fixture_path (), *bytes = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) store = NULL;
  g_autoptr (GListModel) notes = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GArray) outdated = NULL;
  RcpStoreCounts counts;
  gsize length;

  g_assert_true (g_file_get_contents (fixture, &bytes, &length, &error));
  g_assert_true (g_file_set_contents (path, bytes, length, &error));
  store = rcp_store_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rcp_store_count (store, 0, &counts, NULL, &error));
  g_assert_cmpuint (counts.n_articles, ==, 2);
  g_assert_cmpuint (counts.n_events, ==, 1);
  notes = rcp_store_list_notes (store, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 1);
  hits = rcp_store_search (store, 0, "grève", 10, NULL, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (rcp_store_check (store, findings, NULL, &error));
  g_assert_cmpuint (findings->len, ==, 0);
  /* What an older analysis had read waits to be read again. */
  outdated = rcp_store_list_outdated (store, RCP_ANALYSIS_VERSION, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outdated->len, ==, released_analysis[name[1] - '1'] < RCP_ANALYSIS_VERSION ? 2 : 0);
  g_clear_object (&store);
  fixture_remove (path);
}

static int
write_fixture (const char *path)
{
  Fixture f = { .path = (char *)path };
  g_autoptr (GError) error = NULL;

  f.store = rcp_store_open (path, NULL, &error);
  g_assert_no_error (error);
  fixture_fill (&f);
  fixture_note (&f, RCP_NOTE_EVENT, 0, f.event, 0, "Ask the harbour master");
  g_assert_finalize_object (f.store);
  run_sql (path, "PRAGMA journal_mode = DELETE; VACUUM");
  return 0;
}

static void
test_backup (void)
{
  g_autofree char *path = fixture_path (), *copy = g_strconcat (path, ".copy", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpStore) store = NULL;
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  write_library (path);
  store = rcp_store_open (path, NULL, &error);
  g_cancellable_cancel (cancellable);
  g_assert_false (rcp_store_backup (store, copy, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
  g_assert_true (rcp_store_backup (store, copy, NULL, &error));
  g_clear_object (&store);
  store = rcp_store_open (copy, NULL, &error);
  g_assert_no_error (error);
  articles = rcp_store_list_articles (store, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 2);
  g_clear_object (&store);
  fixture_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc == 3 && g_str_equal (argv[1], "--write-fixture"))
    return write_fixture (argv[2]);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *name = g_strconcat ("/store/files/refused/", refused[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/store/files/missing-folder", test_missing_folder);
  g_test_add_func ("/store/files/read-only", test_read_only);
  g_test_add_func ("/store/files/empty", test_empty_file_becomes_library);
  g_test_add_func ("/store/files/locked", test_locked);
  g_test_add_func ("/store/files/full", test_full);
  g_test_add_func ("/store/files/migrate", test_migrate);
  g_test_add_func ("/store/files/backup", test_backup);
  g_test_add_data_func ("/store/files/released/v1", "v1.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v2", "v2.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v3", "v3.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v4", "v4.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v5", "v5.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v6", "v6.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v7", "v7.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v8", "v8.sqlite", test_released);
  g_test_add_data_func ("/store/files/released/v9", "v9.sqlite", test_released);
  return g_test_run ();
}
