#pragma once

#include "rcp-stmt.h"

G_BEGIN_DECLS

/**
 * RcpDb:
 *
 * One connection to a library file, with our tokenizer and a cache of statements. Used by one thread at a time.
 */
typedef struct _RcpDb RcpDb;

/**
 * RcpDbMode:
 * @RCP_DB_READ: for reading only
 * @RCP_DB_WRITE: for reading and writing an existing file
 * @RCP_DB_CREATE: likewise, and makes the file when there is none
 */
typedef enum
{
  RCP_DB_READ,
  RCP_DB_WRITE,
  RCP_DB_CREATE,
} RcpDbMode;

/* How long to wait for another process that holds the file. A transaction of an import takes a tenth of that. */
#define RCP_DB_BUSY_TIMEOUT_MS 5000

RcpDb    *rcp_db_open            (const char *path, RcpDbMode mode, GError **error);
void      rcp_db_close           (RcpDb *self);
sqlite3  *rcp_db_get_handle      (RcpDb *self);
void      rcp_db_set_busy_timeout_ms (int timeout_ms);
void      rcp_db_set_cancellable (RcpDb *self, GCancellable *cancellable);
gboolean  rcp_db_set_up          (RcpDb *self, GError **error);
void      rcp_db_set_full_sync   (RcpDb *self, gboolean full);

RcpStmt  *rcp_db_prepare         (RcpDb *self, const char *sql);
gboolean  rcp_db_exec            (RcpDb *self, const char *sql, GError **error);
gboolean  rcp_db_query_int       (RcpDb *self, const char *sql, gint64 *value, GError **error);
char     *rcp_db_query_text      (RcpDb *self, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean  rcp_db_begin           (RcpDb *self, GError **error);
gboolean  rcp_db_end             (RcpDb *self, gboolean commit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDb, rcp_db_close)

G_END_DECLS
