#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

/**
 * RcpStmt:
 *
 * A prepared statement, borrowed from the cache of its connection for the time of one question. Its first failure
 * sticks: what is asked of it afterwards does nothing, and rcp_stmt_finish() reports it, so that callers check once.
 * Leaving the scope of a g_autoptr resets it, forgets what was bound, and gives it back.
 *
 * Parameters are bound by name; a name that the statement does not have is a programming error. Text is copied.
 */
typedef struct _RcpStmt RcpStmt;

RcpStmt    *rcp_stmt_new         (sqlite3 *db, const char *sql, GCancellable *const *cancellable);
void        rcp_stmt_free        (RcpStmt *self);
gboolean    rcp_stmt_borrow      (RcpStmt *self);
void        rcp_stmt_release     (RcpStmt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpStmt, rcp_stmt_release)

void        rcp_stmt_bind_int    (RcpStmt *self, const char *name, gint64 value);
void        rcp_stmt_bind_id     (RcpStmt *self, const char *name, gint64 id);
void        rcp_stmt_bind_double (RcpStmt *self, const char *name, double value);
void        rcp_stmt_bind_text   (RcpStmt *self, const char *name, const char *value);
void        rcp_stmt_bind_blob   (RcpStmt *self, const char *name, gconstpointer data, gsize length_bytes);
void        rcp_stmt_bind_enum   (RcpStmt *self, const char *name, GType type, int value);
void        rcp_stmt_bind_edtf   (RcpStmt *self, const char *name, const RcpEdtf *value);
void        rcp_stmt_bind_days   (RcpStmt *self, const RcpEdtf *value);
void        rcp_stmt_bind_ids    (RcpStmt *self, const char *name, const gint64 *ids, guint n);

gboolean    rcp_stmt_row         (RcpStmt *self);
gboolean    rcp_stmt_run         (RcpStmt *self);
gboolean    rcp_stmt_finish      (RcpStmt *self, GError **error);
gboolean    rcp_stmt_run_once    (RcpStmt *self, GError **error);

gint64      rcp_stmt_int         (RcpStmt *self, int column);
double      rcp_stmt_double      (RcpStmt *self, int column);
const char *rcp_stmt_text        (RcpStmt *self, int column);
char       *rcp_stmt_dup         (RcpStmt *self, int column) G_GNUC_WARN_UNUSED_RESULT;
gconstpointer rcp_stmt_blob      (RcpStmt *self, int column, gsize *length_bytes);
int         rcp_stmt_enum        (RcpStmt *self, int column, GType type);
RcpEdtf    *rcp_stmt_edtf        (RcpStmt *self, int column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
