#include "config.h"

#include "rcp-db-readers.h"

#include "rcp-error.h"

struct _RcpDbReaders
{
  GMutex mutex;
  GCond cond;

  /* owned */
  char *path;
  GQueue idle; /* of RcpDb, the last used first */

  /* plain, under the mutex */
  guint n_open;
  gboolean closed;
};

/** rcp_db_readers_new: (transfer full): for the library at @path; opens nothing yet. */
RcpDbReaders *
rcp_db_readers_new (const char *path)
{
  RcpDbReaders *self = g_new0 (RcpDbReaders, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  g_queue_init (&self->idle);
  self->path = g_strdup (path);
  return self;
}

/** rcp_db_readers_free: after rcp_db_readers_close(). */
void
rcp_db_readers_free (RcpDbReaders *self)
{
  g_assert (self->n_open == 0);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_free (self->path);
  g_free (self);
}

/** rcp_db_readers_close: waits for the connections that are leased, closes all, and lends no more. */
void
rcp_db_readers_close (RcpDbReaders *self)
{
  RcpDb *db;

  g_mutex_lock (&self->mutex);
  self->closed = TRUE;
  g_cond_broadcast (&self->cond);
  while (self->n_open > self->idle.length)
    g_cond_wait (&self->cond, &self->mutex);
  while ((db = g_queue_pop_head (&self->idle)))
    {
      rcp_db_close (db);
      self->n_open--;
    }
  g_mutex_unlock (&self->mutex);
}

static void
wake_cb (GCancellable *cancellable, RcpDbReaders *self)
{
  g_mutex_lock (&self->mutex);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/** Takes an idle connection, or leave to open one (@db stays NULL), or an error. */
static gboolean
take (RcpDbReaders *self, RcpDb **db, GCancellable *cancellable, GError **error)
{
  gboolean ok = FALSE;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      if (self->closed)
        {
          g_set_error_literal (error, RCP_STORE_ERROR, RCP_STORE_ERROR_CLOSED, "the library is closed");
          break;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        break;
      ok = TRUE;
      *db = g_queue_pop_head (&self->idle);
      if (*db)
        break;
      if (self->n_open < RCP_DB_READERS_MAX)
        {
          self->n_open++;
          break;
        }
      ok = FALSE;
      g_cond_wait (&self->cond, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  return ok;
}

/**
 * rcp_db_readers_lease:
 * @cancellable: (nullable): stops the wait and the questions asked of the connection
 * @error: return location for a %RCP_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer none): a connection to be given back with rcp_db_readers_return()
 */
RcpDb *
rcp_db_readers_lease (RcpDbReaders *self, GCancellable *cancellable, GError **error)
{
  gulong handler = cancellable ? g_cancellable_connect (cancellable, G_CALLBACK (wake_cb), self, NULL) : 0;
  RcpDb *db = NULL;
  gboolean ok = take (self, &db, cancellable, error);

  g_cancellable_disconnect (cancellable, handler);
  if (!ok)
    return NULL;
  if (!db)
    {
      db = rcp_db_open (self->path, RCP_DB_READ, error);
      if (db && !rcp_db_set_up (db, error))
        g_clear_pointer (&db, rcp_db_close);
      if (!db)
        {
          g_mutex_lock (&self->mutex);
          self->n_open--;
          g_cond_broadcast (&self->cond);
          g_mutex_unlock (&self->mutex);
          return NULL;
        }
    }
  rcp_db_set_cancellable (db, cancellable);
  return db;
}

void
rcp_db_readers_return (RcpDbReaders *self, RcpDb *db)
{
  rcp_db_set_cancellable (db, NULL);
  g_mutex_lock (&self->mutex);
  g_queue_push_head (&self->idle, db);
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}
