#include "config.h"

#include "rcp-stmt.h"

#include "rcp-db-error.h"
#include "rcp-enums.h"

struct _RcpStmt
{
  /* owned */
  sqlite3_stmt *stmt;
  GError *error;

  /* borrowed */
  sqlite3 *db;
  GCancellable *const *cancellable;

  /* plain */
  gboolean in_use;
};

static void
stick (RcpStmt *self, int rc)
{
  if (self->error)
    return;
  if (rc == SQLITE_INTERRUPT && *self->cancellable &&
      g_cancellable_set_error_if_cancelled (*self->cancellable, &self->error))
    return;
  rcp_db_error_set (&self->error, self->db, rc);
}

static void
check (RcpStmt *self, int rc)
{
  if (rc != SQLITE_OK)
    stick (self, rc);
}

static int
parameter (RcpStmt *self, const char *name)
{
  int index = sqlite3_bind_parameter_index (self->stmt, name);

  if (index == 0)
    g_warning ("no parameter %s in %s", name, sqlite3_sql (self->stmt));
  return index;
}

/**
 * rcp_stmt_new:
 * @db: the connection; must outlive it
 * @sql: one statement
 * @cancellable: where the connection keeps the cancellable of the present question
 *
 * Returns: (transfer full): never NULL; a statement that cannot be prepared reports it in rcp_stmt_finish()
 */
RcpStmt *
rcp_stmt_new (sqlite3 *db, const char *sql, GCancellable *const *cancellable)
{
  RcpStmt *self = g_new0 (RcpStmt, 1);

  self->db = db;
  self->cancellable = cancellable;
  check (self, sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &self->stmt, NULL));
  return self;
}

/** rcp_stmt_free: finalises it; on no thread that does not own the connection. */
void
rcp_stmt_free (RcpStmt *self)
{
  sqlite3_finalize (self->stmt);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * rcp_stmt_borrow:
 *
 * Returns: whether it was free, and is now the caller's until rcp_stmt_release()
 */
gboolean
rcp_stmt_borrow (RcpStmt *self)
{
  if (self->in_use)
    return FALSE;
  self->in_use = TRUE;
  return TRUE;
}

/** rcp_stmt_release: resets it, forgets what was bound and gives it back to its connection. */
void
rcp_stmt_release (RcpStmt *self)
{
  if (self->stmt)
    {
      sqlite3_reset (self->stmt);
      sqlite3_clear_bindings (self->stmt);
      g_clear_error (&self->error);
    }
  self->in_use = FALSE;
}

void
rcp_stmt_bind_int (RcpStmt *self, const char *name, gint64 value)
{
  if (!self->error)
    check (self, sqlite3_bind_int64 (self->stmt, parameter (self, name), value));
}

/** rcp_stmt_bind_id: binds @id, or NULL for 0, which is how callers say "none". */
void
rcp_stmt_bind_id (RcpStmt *self, const char *name, gint64 id)
{
  if (self->error)
    return;
  if (id)
    check (self, sqlite3_bind_int64 (self->stmt, parameter (self, name), id));
  else
    check (self, sqlite3_bind_null (self->stmt, parameter (self, name)));
}

void
rcp_stmt_bind_double (RcpStmt *self, const char *name, double value)
{
  if (!self->error)
    check (self, sqlite3_bind_double (self->stmt, parameter (self, name), value));
}

/** rcp_stmt_bind_text: binds a copy of @value (nullable). */
void
rcp_stmt_bind_text (RcpStmt *self, const char *name, const char *value)
{
  if (!self->error)
    check (self, sqlite3_bind_text64 (self->stmt, parameter (self, name), value, value ? strlen (value) : 0,
                                      SQLITE_TRANSIENT, SQLITE_UTF8));
}

/** rcp_stmt_bind_blob: binds @data without a copy: it must live until the statement is run; NULL binds NULL. */
void
rcp_stmt_bind_blob (RcpStmt *self, const char *name, gconstpointer data, gsize length_bytes)
{
  if (!self->error)
    check (self, sqlite3_bind_blob64 (self->stmt, parameter (self, name), data, length_bytes, SQLITE_STATIC));
}

/** rcp_stmt_bind_enum: binds the nick of @value, which is what the file holds. */
void
rcp_stmt_bind_enum (RcpStmt *self, const char *name, GType type, int value)
{
  const char *nick = rcp_enum_to_nick (type, value);

  if (!self->error)
    check (self, sqlite3_bind_text (self->stmt, parameter (self, name), nick, -1, SQLITE_STATIC));
}

void
rcp_stmt_bind_edtf (RcpStmt *self, const char *name, const RcpEdtf *value)
{
  rcp_stmt_bind_text (self, name, value ? rcp_edtf_get_string (value) : NULL);
}

/** rcp_stmt_bind_days: binds :first_day and :last_day, as NULL when @value is (nullable). */
void
rcp_stmt_bind_days (RcpStmt *self, const RcpEdtf *value)
{
  if (self->error || !value)
    return;
  rcp_stmt_bind_int (self, ":first_day", rcp_edtf_get_first_day (value));
  rcp_stmt_bind_int (self, ":last_day", rcp_edtf_get_last_day (value));
}

/** rcp_stmt_bind_ids: binds a JSON array, to be read with `json_each (:name)`. */
void
rcp_stmt_bind_ids (RcpStmt *self, const char *name, const gint64 *ids, guint n)
{
  g_autoptr (GString) json = g_string_sized_new (n * 8 + 2);

  g_string_append_c (json, '[');
  for (guint i = 0; i < n; i++)
    g_string_append_printf (json, i ? ",%" G_GINT64_FORMAT : "%" G_GINT64_FORMAT, ids[i]);
  g_string_append_c (json, ']');
  rcp_stmt_bind_text (self, name, json->str);
}

/**
 * rcp_stmt_row:
 *
 * Returns: whether there is another row to read; FALSE too on a failure
 */
gboolean
rcp_stmt_row (RcpStmt *self)
{
  int rc;

  if (self->error)
    return FALSE;
  rc = sqlite3_step (self->stmt);
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    stick (self, rc);
  return FALSE;
}

/**
 * rcp_stmt_run:
 *
 * Runs a statement that returns no rows, ready to be bound and run again; what was bound stays bound.
 *
 * Returns: whether nothing failed up to now
 */
gboolean
rcp_stmt_run (RcpStmt *self)
{
  int rc;

  if (self->error)
    return FALSE;
  rc = sqlite3_step (self->stmt);
  while (rc == SQLITE_ROW)
    rc = sqlite3_step (self->stmt);
  if (rc != SQLITE_DONE)
    stick (self, rc);
  sqlite3_reset (self->stmt);
  return self->error == NULL;
}

/**
 * rcp_stmt_finish:
 * @error: return location for the first thing that failed
 *
 * Returns: whether nothing did
 */
gboolean
rcp_stmt_finish (RcpStmt *self, GError **error)
{
  if (!self->error)
    return TRUE;
  if (error)
    *error = g_error_copy (self->error);
  return FALSE;
}

/** rcp_stmt_run_once: rcp_stmt_run() and rcp_stmt_finish(). */
gboolean
rcp_stmt_run_once (RcpStmt *self, GError **error)
{
  rcp_stmt_run (self);
  return rcp_stmt_finish (self, error);
}

/** rcp_stmt_int: a number of the present row; 0 for NULL. */
gint64
rcp_stmt_int (RcpStmt *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
rcp_stmt_double (RcpStmt *self, int column)
{
  return sqlite3_column_double (self->stmt, column);
}

/** rcp_stmt_text: (nullable): text of the present row, lent until the next one. */
const char *
rcp_stmt_text (RcpStmt *self, int column)
{
  return (const char *)sqlite3_column_text (self->stmt, column);
}

char *
rcp_stmt_dup (RcpStmt *self, int column)
{
  return g_strdup (rcp_stmt_text (self, column));
}

/** rcp_stmt_blob: (nullable): bytes of the present row, lent until the next one. */
gconstpointer
rcp_stmt_blob (RcpStmt *self, int column, gsize *length_bytes)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  *length_bytes = sqlite3_column_bytes (self->stmt, column);
  return data;
}

/** rcp_stmt_enum: the value whose nick is in the present row; 0, the neutral one of each list, for any other. */
int
rcp_stmt_enum (RcpStmt *self, int column, GType type)
{
  const char *nick = rcp_stmt_text (self, column);
  int value = 0;

  if (nick && !rcp_enum_from_nick (type, nick, &value))
    value = 0;
  return value;
}

/** rcp_stmt_edtf: (nullable) (transfer full): the date in the present row; NULL for NULL and for what is no date. */
RcpEdtf *
rcp_stmt_edtf (RcpStmt *self, int column)
{
  const char *text = rcp_stmt_text (self, column);

  return text ? rcp_edtf_parse (text, NULL) : NULL;
}
