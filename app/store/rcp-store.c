#define G_LOG_DOMAIN "rcp-store"
#include "config.h"

#include "rcp-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "rcp-article-table.h"
#include "rcp-backup.h"
#include "rcp-clock.h"
#include "rcp-correction-table.h"
#include "rcp-db-readers.h"
#include "rcp-dossier-table.h"
#include "rcp-note-table.h"
#include "rcp-schema.h"

/* A file up to this size is checked whole when it is opened, which takes a tenth of a second. A larger one is checked
 * only after a session that did not end well; what is broken in it shows when it is read. */
#define CHECK_MAX_BYTES (32 * 1024 * 1024)

/* Numbers are taken from the file in blocks, so that taking one costs no transaction. What is left of a block when the
 * program ends is never used, which leaves gaps and does no harm. */
#define RESERVE_BLOCK 4096

/* What was removed in a session that crashed stays this long, so that nothing is lost by an accident. */
#define KEEP_REMOVED_US (G_GINT64_CONSTANT (24) * 60 * 60 * G_USEC_PER_SEC)

#define N_TABLES (RCP_STORE_TABLE_EVENT + 1)

typedef struct
{
  gint64 next;
  gint64 end;
} Block;

struct _RcpStore
{
  GObject parent_instance;

  /* owned */
  char *path;
  RcpDbWriter *writer;
  RcpDbReaders *readers;

  /* plain */
  GMutex mutex;
  Block blocks[N_TABLES]; /* under the mutex */
  gint closed;            /* atomic */
};

G_DEFINE_FINAL_TYPE (RcpStore, rcp_store, G_TYPE_OBJECT)

static void
rcp_store_finalize (GObject *object)
{
  RcpStore *self = RCP_STORE (object);

  rcp_store_close (self);
  g_clear_pointer (&self->writer, rcp_db_writer_free);
  g_clear_pointer (&self->readers, rcp_db_readers_free);
  g_clear_pointer (&self->path, g_free);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (rcp_store_parent_class)->finalize (object);
}

static void
rcp_store_class_init (RcpStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_store_finalize;
}

static void
rcp_store_init (RcpStore *self)
{
  g_mutex_init (&self->mutex);
}

/* Opening. ------------------------------------------------------------------------------------------------------------ */

/** Looks at the file as a file, so that what SQLite would put in one word is told apart. */
static gboolean
look_at_file (const char *path, gint64 *size, GError **error)
{
  static const char magic[16] = "SQLite format 3";
  g_autofree char *folder = g_path_get_dirname (path);
  GStatBuf info;
  int code;

  *size = 0;
  if (g_stat (path, &info) != 0)
    {
      code = errno;
      if (code != ENOENT || !g_file_test (folder, G_FILE_TEST_IS_DIR))
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
          return FALSE;
        }
    }
  else if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_A_LIBRARY, "%s is no regular file", path);
      return FALSE;
    }
  else
    {
      char head[16] = { 0 };
      FILE *file = g_fopen (path, "rb");
      gsize n_read;

      if (!file)
        {
          code = errno;
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
          return FALSE;
        }
      n_read = fread (head, 1, sizeof head, file);
      fclose (file);
      *size = info.st_size;
      if (info.st_size > 0 && (n_read < sizeof head || memcmp (head, magic, sizeof magic) != 0))
        {
          g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_A_LIBRARY, "%s is no SQLite file", path);
          return FALSE;
        }
      if (g_access (path, W_OK) != 0)
        {
          g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_READ_ONLY, "%s cannot be written", path);
          return FALSE;
        }
    }
  /* SQLite keeps its log beside the file. */
  if (g_access (folder, W_OK) != 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_READ_ONLY, "folder %s cannot be written", folder);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_whole (RcpDb *db, GError **error)
{
  g_autofree char *answer = rcp_db_query_text (db, "PRAGMA quick_check (1)", error);

  if (!answer)
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_DAMAGED, "quick_check: %s", answer);
  return FALSE;
}

static gboolean
purge (RcpDb *db, gint64 removed_before_us, GError **error)
{
  return rcp_article_table_purge (db, removed_before_us, error) &&
         rcp_note_table_purge (db, removed_before_us, error) &&
         rcp_dossier_table_purge (db, removed_before_us, error) && rcp_correction_table_purge (db, error);
}

static gboolean
purge_cb (RcpDb *db, gpointer data, GError **error)
{
  return purge (db, *(gint64 *)data, error);
}

static RcpDb *
open_writer (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpDb) db = NULL;
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  gboolean unfinished = g_file_test (log, G_FILE_TEST_EXISTS);
  gint64 size = 0;
  int version;

  if (!look_at_file (path, &size, error) || !(db = rcp_db_open (path, RCP_DB_CREATE, error)))
    return NULL;
  rcp_db_set_cancellable (db, cancellable);
  if (!rcp_schema_check (db, RCP_SCHEMA_CURRENT, &version, error))
    return NULL;
  if (version > 0 && (size <= CHECK_MAX_BYTES || unfinished) && !check_whole (db, error))
    return NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  rcp_db_set_cancellable (db, NULL);
  if (!rcp_db_set_up (db, error) || !rcp_schema_prepare (db, path, error))
    return NULL;
  return g_steal_pointer (&db);
}

/**
 * rcp_store_open:
 * @path: the file; made when there is none
 * @cancellable: (nullable): stops the check of the file
 * @error: return location for a %RCP_STORE_ERROR: `NOT_A_LIBRARY`, `TOO_NEW`, `READ_ONLY`, `LOCKED`, `DAMAGED`; or a
 *   %G_IO_ERROR, where the file cannot be read or its folder is missing
 *
 * Opens a library and takes it to the present schema. A file that is refused is left exactly as it was.
 *
 * Returns: (transfer full)
 */
RcpStore *
rcp_store_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpStore) self = NULL;
  g_autoptr (GError) problem = NULL;
  gint64 before_us = rcp_clock_now_us () - KEEP_REMOVED_US;
  RcpDb *db;

  g_return_val_if_fail (path != NULL, NULL);

  db = open_writer (path, cancellable, error);
  if (!db)
    {
      g_prefix_error (error, "opening %s: ", path);
      return NULL;
    }
  self = g_object_new (RCP_TYPE_STORE, NULL);
  self->path = g_strdup (path);
  self->writer = rcp_db_writer_new (db);
  self->readers = rcp_db_readers_new (path);
  /* Another program may be writing; then this can wait for another day. */
  if (!rcp_store_write (self, RCP_DB_WRITER_ENGINE, purge_cb, &before_us, NULL, &problem))
    {
      if (!g_error_matches (problem, RCP_STORE_ERROR, RCP_STORE_ERROR_LOCKED))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return NULL;
        }
      g_debug ("nothing purged: %s", problem->message);
    }
  return g_steal_pointer (&self);
}

/**
 * rcp_store_close:
 *
 * Takes no more work, finishes what is queued, drops for good what was removed, and closes the file. May be called
 * twice, and is by the last unref.
 */
void
rcp_store_close (RcpStore *self)
{
  gint64 all_us = G_MAXINT64;
  g_autoptr (GError) problem = NULL;

  g_return_if_fail (RCP_IS_STORE (self));

  if (!g_atomic_int_compare_and_exchange (&self->closed, 0, 1))
    return;
  if (self->writer)
    {
      if (!rcp_db_writer_run (self->writer, RCP_DB_WRITER_ENGINE, purge_cb, &all_us, NULL, &problem))
        g_debug ("nothing purged: %s", problem->message);
    }
  /* The writer last: only a writing connection that is the last one takes the log into the file and removes it. */
  if (self->readers)
    rcp_db_readers_close (self->readers);
  if (self->writer)
    rcp_db_writer_shut_down (self->writer);
}

/** rcp_store_get_path: (transfer none): the file. */
const char *
rcp_store_get_path (RcpStore *self)
{
  g_return_val_if_fail (RCP_IS_STORE (self), NULL);

  return self->path;
}

/* For the files beside this one. -------------------------------------------------------------------------------------- */

/** rcp_store_lease: a reading connection inside a transaction, so that all its questions see the same library. */
RcpDb *
rcp_store_lease (RcpStore *self, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_db_readers_lease (self->readers, cancellable, error);

  if (db && !rcp_db_exec (db, "BEGIN", error))
    {
      rcp_db_readers_return (self->readers, db);
      return NULL;
    }
  return db;
}

void
rcp_store_give_back (RcpStore *self, RcpDb *db)
{
  /* A cancelled question must not keep its successors from ending. */
  rcp_db_set_cancellable (db, NULL);
  rcp_db_end (db, TRUE, NULL);
  rcp_db_readers_return (self->readers, db);
}

gboolean
rcp_store_write (RcpStore *self, RcpDbWriterPriority priority, RcpDbWriterFunc func, gpointer data,
                 GCancellable *cancellable, GError **error)
{
  if (g_atomic_int_get (&self->closed))
    {
      g_set_error_literal (error, RCP_STORE_ERROR, RCP_STORE_ERROR_CLOSED, "the library is closed");
      return FALSE;
    }
  return rcp_db_writer_run (self->writer, priority, func, data, cancellable, error);
}

/* Upkeep. ------------------------------------------------------------------------------------------------------------- */

/**
 * rcp_store_check:
 * @findings: (element-type utf8): what is wrong is added here, a line each; nothing for a sound library
 * @cancellable: (nullable): stops it
 * @error: return location
 *
 * Has SQLite look at the whole file: pages, indexes, references between tables.
 *
 * Returns: whether it could be checked
 */
gboolean
rcp_store_check (RcpStore *self, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_store_lease (self, cancellable, error);
  g_autoptr (RcpStmt) integrity = NULL;
  g_autoptr (RcpStmt) references = NULL;
  gboolean ok;

  if (!db)
    return FALSE;
  integrity = rcp_db_prepare (db, "PRAGMA integrity_check");
  while (rcp_stmt_row (integrity))
    if (g_strcmp0 (rcp_stmt_text (integrity, 0), "ok") != 0)
      g_ptr_array_add (findings, rcp_stmt_dup (integrity, 0));
  ok = rcp_stmt_finish (integrity, error);
  references = rcp_db_prepare (db, "PRAGMA foreign_key_check");
  while (ok && rcp_stmt_row (references))
    g_ptr_array_add (findings, g_strdup_printf ("row %" G_GINT64_FORMAT " of %s refers to a row of %s that is not there",
                                                rcp_stmt_int (references, 1), rcp_stmt_text (references, 0),
                                                rcp_stmt_text (references, 2)));
  ok = ok && rcp_stmt_finish (references, error);
  g_clear_pointer (&integrity, rcp_stmt_release);
  g_clear_pointer (&references, rcp_stmt_release);
  rcp_store_give_back (self, db);
  return ok;
}

/**
 * rcp_store_backup:
 * @path: the copy; one that is there is replaced by the whole new one, or left
 * @cancellable: (nullable): stops it; nothing is left behind
 * @error: return location
 *
 * Copies the library as it is now; others may read and write meanwhile.
 */
gboolean
rcp_store_backup (RcpStore *self, const char *path, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_db_readers_lease (self->readers, cancellable, error);
  gboolean ok;

  if (!db)
    return FALSE;
  ok = rcp_backup_write (db, path, cancellable, error);
  rcp_db_readers_return (self->readers, db);
  return ok;
}

/* Numbers. ------------------------------------------------------------------------------------------------------------ */

typedef struct
{
  const char *table;
  gint64 n;
  gint64 first;
} Reserve;

static gboolean
reserve_cb (RcpDb *db, gpointer data, GError **error)
{
  Reserve *reserve = data;
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO sequence (name, next) VALUES (:name, 1 + :n) ON CONFLICT DO UPDATE SET next = next + :n"
      " RETURNING next");

  rcp_stmt_bind_text (stmt, ":name", reserve->table);
  rcp_stmt_bind_int (stmt, ":n", reserve->n);
  if (rcp_stmt_row (stmt))
    reserve->first = rcp_stmt_int (stmt, 0) - reserve->n;
  return rcp_stmt_finish (stmt, error);
}

/**
 * rcp_store_reserve_ids:
 * @table: for which rows
 * @n: how many, 1 at least
 * @error: return location
 *
 * Takes numbers that no row has had or will have, to be used in an #RcpChangeSet. Numbers that are not used are lost.
 *
 * Returns: the first of @n numbers in a row; 0 on a failure
 */
gint64
rcp_store_reserve_ids (RcpStore *self, RcpStoreTable table, guint n, GError **error)
{
  static const char *const names[N_TABLES] = { "article", "actor", "account", "event" };
  Block *block = &self->blocks[table];
  gint64 first = 0;

  g_return_val_if_fail (table < N_TABLES && n > 0, 0);

  g_mutex_lock (&self->mutex);
  if (block->end - block->next < n)
    {
      Reserve reserve = { names[table], MAX (n, RESERVE_BLOCK), 0 };

      if (rcp_store_write (self, RCP_DB_WRITER_ENGINE, reserve_cb, &reserve, NULL, error))
        {
          block->next = reserve.first;
          block->end = reserve.first + reserve.n;
        }
    }
  if (block->end - block->next >= n)
    {
      first = block->next;
      block->next += n;
    }
  g_mutex_unlock (&self->mutex);
  return first;
}
