#include "config.h"

#include "rcp-db-error.h"

#include <gio/gio.h>

/* Extended codes first, then primary ones; see https://sqlite.org/rescode.html. */
static const struct
{
  int rc;
  RcpStoreError code;
} codes[] = {
  { SQLITE_CONSTRAINT_UNIQUE, RCP_STORE_ERROR_EXISTS },
  { SQLITE_CONSTRAINT_PRIMARYKEY, RCP_STORE_ERROR_EXISTS },
  { SQLITE_CONSTRAINT_ROWID, RCP_STORE_ERROR_EXISTS },
  { SQLITE_CONSTRAINT_FOREIGNKEY, RCP_STORE_ERROR_NOT_FOUND },
  { SQLITE_READONLY_CANTLOCK, RCP_STORE_ERROR_READ_ONLY },
  { SQLITE_NOTADB, RCP_STORE_ERROR_NOT_A_LIBRARY },
  { SQLITE_BUSY, RCP_STORE_ERROR_LOCKED },
  { SQLITE_LOCKED, RCP_STORE_ERROR_LOCKED },
  { SQLITE_PROTOCOL, RCP_STORE_ERROR_LOCKED },
  { SQLITE_READONLY, RCP_STORE_ERROR_READ_ONLY },
  { SQLITE_PERM, RCP_STORE_ERROR_READ_ONLY },
  { SQLITE_CANTOPEN, RCP_STORE_ERROR_READ_ONLY },
  { SQLITE_CORRUPT, RCP_STORE_ERROR_DAMAGED },
  { SQLITE_FORMAT, RCP_STORE_ERROR_DAMAGED },
  { SQLITE_FULL, RCP_STORE_ERROR_FULL },
};

/**
 * rcp_db_error_set:
 * @error: (nullable): return location
 * @db: (nullable): the connection that failed, for its message
 * @rc: what SQLite returned, extended or not
 *
 * Turns a code of SQLite into %RCP_STORE_ERROR or %G_IO_ERROR_CANCELLED.
 */
void
rcp_db_error_set (GError **error, sqlite3 *db, int rc)
{
  int extended = db ? sqlite3_extended_errcode (db) : rc;
  RcpStoreError code = RCP_STORE_ERROR_FAILED;

  if ((extended & 0xff) != (rc & 0xff))
    extended = rc;
  if ((rc & 0xff) == SQLITE_INTERRUPT)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "interrupted");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].rc == extended || codes[i].rc == (extended & 0xff))
      {
        code = codes[i].code;
        break;
      }
  g_set_error (error, RCP_STORE_ERROR, code, "SQLite: %s (%d)", db ? sqlite3_errmsg (db) : sqlite3_errstr (rc),
               extended);
}
