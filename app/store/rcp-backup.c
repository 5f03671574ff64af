#include "config.h"

#include "rcp-backup.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "rcp-db-error.h"

/* Pages a step: 4 MB, between two looks at the cancellable. */
#define STEP_PAGES 1024

static gboolean
copy (RcpDb *from, const char *path, GCancellable *cancellable, GError **error)
{
  sqlite3_backup *backup = NULL;
  sqlite3 *to = NULL;
  int rc;

  rc = sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (rc == SQLITE_OK)
    backup = sqlite3_backup_init (to, "main", rcp_db_get_handle (from), "main");
  if (!backup)
    {
      rcp_db_error_set (error, to, rc != SQLITE_OK ? rc : sqlite3_errcode (to));
      sqlite3_close (to);
      return FALSE;
    }
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_backup_finish (backup);
          sqlite3_close (to);
          return FALSE;
        }
      rc = sqlite3_backup_step (backup, STEP_PAGES);
      if (rc == SQLITE_BUSY || rc == SQLITE_LOCKED)
        g_usleep (50 * 1000);
    }
  while (rc == SQLITE_OK || rc == SQLITE_BUSY || rc == SQLITE_LOCKED);
  rc = sqlite3_backup_finish (backup);
  /* A copy is one file by itself, without a log beside it. */
  if (rc == SQLITE_OK)
    rc = sqlite3_exec (to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    rcp_db_error_set (error, to, rc);
  sqlite3_close (to);
  return rc == SQLITE_OK;
}

/**
 * rcp_backup_write:
 * @from: a connection to what is copied; others may read and write meanwhile
 * @path: the copy; one that is there is replaced, but only by a whole one
 * @cancellable: (nullable): stops it; nothing is left behind
 * @error: return location for a %RCP_STORE_ERROR or %G_IO_ERROR
 *
 * Copies a library with SQLite's own backup interface (https://sqlite.org/backup.html).
 */
gboolean
rcp_backup_write (RcpDb *from, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_unlink (part);
  if (!copy (from, part, cancellable, error))
    {
      g_prefix_error (error, "copying to %s: ", path);
      g_unlink (part);
      return FALSE;
    }
  if (g_rename (part, path) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
      g_unlink (part);
      return FALSE;
    }
  return TRUE;
}
