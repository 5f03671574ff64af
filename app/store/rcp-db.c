#define G_LOG_DOMAIN "rcp-store"
#include "config.h"

#include "rcp-db.h"

#include "rcp-db-error.h"
#include "rcp-tokenizer.h"

struct _RcpDb
{
  /* owned */
  sqlite3 *handle;
  GHashTable *statements; /* of const char * (by address) to RcpStmt */
  GPtrArray *spare;       /* of RcpStmt: those in use when they were asked for again */

  /* borrowed */
  GCancellable *cancellable;

  /* plain */
  RcpDbMode mode;
};

static int busy_timeout_ms = RCP_DB_BUSY_TIMEOUT_MS;

static int
progress_cb (void *data)
{
  RcpDb *self = data;

  return self->cancellable && g_cancellable_is_cancelled (self->cancellable);
}

/** rcp_db_set_busy_timeout_ms: how long connections opened from now on wait for a lock; for tests. */
void
rcp_db_set_busy_timeout_ms (int timeout_ms)
{
  busy_timeout_ms = timeout_ms;
}

/**
 * rcp_db_open:
 * @path: the file
 * @mode: what for
 * @error: return location for a %RCP_STORE_ERROR
 *
 * Opens the file and nothing more: what is in it has not been looked at, and is not changed.
 *
 * Returns: (transfer full)
 */
RcpDb *
rcp_db_open (const char *path, RcpDbMode mode, GError **error)
{
  static const int flags[] = { SQLITE_OPEN_READONLY, SQLITE_OPEN_READWRITE, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE };
  g_autoptr (RcpDb) self = g_new0 (RcpDb, 1);
  int rc;

  self->mode = mode;
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)rcp_stmt_free);
  self->spare = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_stmt_free);
  rc = sqlite3_open_v2 (path, &self->handle, flags[mode] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  if (rc != SQLITE_OK)
    {
      rcp_db_error_set (error, self->handle, rc);
      return NULL;
    }
  if (mode != RCP_DB_READ && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_READ_ONLY, "%s cannot be written", path);
      return NULL;
    }
  sqlite3_busy_timeout (self->handle, busy_timeout_ms);
  sqlite3_progress_handler (self->handle, 1000, progress_cb, self);
  /* A file made to attack us may not write to the shadow tables of the search index, nor change the schema by hand. */
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (!rcp_tokenizer_register (self->handle, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** rcp_db_close: closes the connection; a transaction that is open is rolled back. */
void
rcp_db_close (RcpDb *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
rcp_db_get_handle (RcpDb *self)
{
  return self->handle;
}

/** rcp_db_set_cancellable: what stops the questions asked from now on (nullable). */
void
rcp_db_set_cancellable (RcpDb *self, GCancellable *cancellable)
{
  self->cancellable = cancellable;
}

/**
 * rcp_db_set_up:
 * @error: return location for a %RCP_STORE_ERROR
 *
 * Sets the connection up as DESIGN §5 wants it, and reads back that it is so.
 */
gboolean
rcp_db_set_up (RcpDb *self, GError **error)
{
  g_autofree char *journal = NULL;
  gint64 foreign_keys = 0;

  /* 16 MB of pages and 256 MB mapped a connection: a page of a list then costs no read of the file. */
  if (!rcp_db_exec (self, "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16384; PRAGMA mmap_size = 268435456;"
                          "PRAGMA temp_store = MEMORY", error) ||
      !rcp_db_query_int (self, "PRAGMA foreign_keys", &foreign_keys, error))
    return FALSE;
  if (!foreign_keys)
    {
      g_set_error_literal (error, RCP_STORE_ERROR, RCP_STORE_ERROR_FAILED, "this SQLite has no foreign keys");
      return FALSE;
    }
  if (self->mode == RCP_DB_READ)
    return rcp_db_exec (self, "PRAGMA query_only = ON", error);

  journal = rcp_db_query_text (self, "PRAGMA journal_mode = WAL", error);
  if (!journal)
    return FALSE;
  if (g_strcmp0 (journal, "wal") != 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_FAILED, "journal mode is %s instead of wal", journal);
      return FALSE;
    }
  /* 32 MB for the writer, whose batches touch indexes all over: with 64 a first refresh of 500 feeds takes 20 MB more memory and
   * no less time; a checkpoint each 16 MB, truncated beyond 64. */
  return rcp_db_exec (self, "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768;"
                            "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864", error);
}

/**
 * rcp_db_set_full_sync:
 * @full: whether a commit must be on the disk before it returns
 *
 * Outside a transaction only. What the engine says can be worked out again; what the user says cannot.
 */
void
rcp_db_set_full_sync (RcpDb *self, gboolean full)
{
  sqlite3_exec (self->handle, full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL", NULL, NULL, NULL);
}

/**
 * rcp_db_prepare:
 * @sql: a literal: its address is what the cache goes by
 *
 * Returns: (transfer none): a statement to be given back by rcp_stmt_release(), which g_autoptr does
 */
RcpStmt *
rcp_db_prepare (RcpDb *self, const char *sql)
{
  RcpStmt *stmt = g_hash_table_lookup (self->statements, sql);

  if (stmt && rcp_stmt_borrow (stmt))
    return stmt;
  if (stmt)
    {
      g_hash_table_steal (self->statements, sql);
      g_ptr_array_add (self->spare, stmt);
    }
  stmt = rcp_stmt_new (self->handle, sql, &self->cancellable);
  rcp_stmt_borrow (stmt);
  g_hash_table_insert (self->statements, (gpointer)sql, stmt);
  return stmt;
}

/** rcp_db_exec: runs a script; it is not cached. */
gboolean
rcp_db_exec (RcpDb *self, const char *sql, GError **error)
{
  int rc = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    rcp_db_error_set (error, self->handle, rc);
  return rc == SQLITE_OK;
}

/** rcp_db_query_int: the number in the first column of the first row; not cached. */
gboolean
rcp_db_query_int (RcpDb *self, const char *sql, gint64 *value, GError **error)
{
  RcpStmt *stmt = rcp_stmt_new (self->handle, sql, &self->cancellable);
  gboolean ok;

  if (rcp_stmt_row (stmt))
    *value = rcp_stmt_int (stmt, 0);
  ok = rcp_stmt_finish (stmt, error);
  rcp_stmt_free (stmt);
  return ok;
}

/** rcp_db_query_text: the text in the first column of the first row, "" for none; NULL on a failure; not cached. */
char *
rcp_db_query_text (RcpDb *self, const char *sql, GError **error)
{
  RcpStmt *stmt = rcp_stmt_new (self->handle, sql, &self->cancellable);
  g_autofree char *text = NULL;

  if (rcp_stmt_row (stmt))
    text = rcp_stmt_dup (stmt, 0);
  if (!rcp_stmt_finish (stmt, error))
    g_clear_pointer (&text, g_free);
  else if (!text)
    text = g_strdup ("");
  rcp_stmt_free (stmt);
  return g_steal_pointer (&text);
}

/** rcp_db_begin: begins a writing transaction, waiting for its turn: %RCP_STORE_ERROR_LOCKED when it does not come. */
gboolean
rcp_db_begin (RcpDb *self, GError **error)
{
  return rcp_db_exec (self, "BEGIN IMMEDIATE", error);
}

/**
 * rcp_db_end:
 * @commit: FALSE to take everything back
 * @error: return location; left alone when @commit is FALSE
 *
 * Returns: whether it was committed
 */
gboolean
rcp_db_end (RcpDb *self, gboolean commit, GError **error)
{
  if (commit && rcp_db_exec (self, "COMMIT", error))
    return TRUE;
  /* Some failures (a full disk) have rolled back already; then this one says so and that is fine. */
  if (!sqlite3_get_autocommit (self->handle))
    rcp_db_exec (self, "ROLLBACK", NULL);
  return FALSE;
}
