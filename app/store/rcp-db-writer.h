#pragma once

#include "rcp-db.h"

G_BEGIN_DECLS

/**
 * RcpDbWriter:
 *
 * The thread that owns the writing connection. Work is queued to it by any thread and done one after the other: what
 * the user says before what the engine says, each kind in the order it came.
 */
typedef struct _RcpDbWriter RcpDbWriter;

typedef enum
{
  RCP_DB_WRITER_USER,
  RCP_DB_WRITER_ENGINE,
  RCP_DB_WRITER_N_PRIORITIES,
} RcpDbWriterPriority;

/**
 * RcpDbWriterFunc:
 * @db: the writing connection, inside a transaction that is committed when this returns TRUE, rolled back otherwise
 * @data: the caller's
 * @error: return location
 *
 * A piece of work, done on the writing thread.
 */
typedef gboolean (*RcpDbWriterFunc) (RcpDb *db, gpointer data, GError **error);

RcpDbWriter *rcp_db_writer_new      (RcpDb *db);
void         rcp_db_writer_free     (RcpDbWriter *self);
gboolean     rcp_db_writer_is_current (RcpDbWriter *self);
gboolean     rcp_db_writer_run      (RcpDbWriter *self, RcpDbWriterPriority priority, RcpDbWriterFunc func,
                                     gpointer data, GCancellable *cancellable, GError **error);
void         rcp_db_writer_shut_down (RcpDbWriter *self);

G_END_DECLS
