#define G_LOG_DOMAIN "rcp-store"
#include "config.h"

#include "rcp-db-writer.h"

#include "rcp-error.h"

typedef struct
{
  /* borrowed from the thread that waits */
  RcpDbWriterFunc func;
  gpointer data;
  GCancellable *cancellable;
  GError *error;

  /* plain */
  RcpDbWriterPriority priority;
  gboolean ok;
  gboolean done;
} Job;

struct _RcpDbWriter
{
  GMutex mutex;
  GCond work;
  GCond done;

  /* owned */
  GThread *thread;
  RcpDb *db;
  GQueue queues[RCP_DB_WRITER_N_PRIORITIES]; /* of Job, which live on the stacks of those who wait */

  /* plain, under the mutex */
  gboolean closing;
};

static Job *
next_job (RcpDbWriter *self)
{
  Job *job = NULL;

  for (guint i = 0; i < RCP_DB_WRITER_N_PRIORITIES && !job; i++)
    job = g_queue_pop_head (&self->queues[i]);
  return job;
}

static gboolean
do_job (RcpDbWriter *self, Job *job)
{
  gboolean ok;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return FALSE;
  rcp_db_set_full_sync (self->db, job->priority == RCP_DB_WRITER_USER);
  if (!rcp_db_begin (self->db, &job->error))
    return FALSE;
  ok = job->func (self->db, job->data, &job->error);
  return rcp_db_end (self->db, ok, ok ? &job->error : NULL);
}

static gpointer
writer_thread (gpointer data)
{
  RcpDbWriter *self = data;

  g_mutex_lock (&self->mutex);
  for (;;)
    {
      Job *job = next_job (self);

      if (job)
        {
          g_mutex_unlock (&self->mutex);
          job->ok = do_job (self, job);
          g_mutex_lock (&self->mutex);
          job->done = TRUE;
          g_cond_broadcast (&self->done);
        }
      else if (self->closing)
        break;
      else
        g_cond_wait (&self->work, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);
  /* Closed here: statements are finalised on the thread that ran them. The last commits go to the disk with it. */
  g_clear_pointer (&self->db, rcp_db_close);
  return NULL;
}

/**
 * rcp_db_writer_new:
 * @db: (transfer full): the writing connection, set up
 *
 * Returns: (transfer full): with its thread started
 */
RcpDbWriter *
rcp_db_writer_new (RcpDb *db)
{
  RcpDbWriter *self = g_new0 (RcpDbWriter, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->work);
  g_cond_init (&self->done);
  for (guint i = 0; i < RCP_DB_WRITER_N_PRIORITIES; i++)
    g_queue_init (&self->queues[i]);
  self->db = db;
  self->thread = g_thread_new ("rcp-db-writer", writer_thread, self);
  return self;
}

/** rcp_db_writer_free: shuts it down first, if that has not been done. */
void
rcp_db_writer_free (RcpDbWriter *self)
{
  rcp_db_writer_shut_down (self);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->work);
  g_cond_clear (&self->done);
  g_free (self);
}

/** rcp_db_writer_is_current: whether the caller runs on the writing thread. */
gboolean
rcp_db_writer_is_current (RcpDbWriter *self)
{
  return g_thread_self () == self->thread;
}

/**
 * rcp_db_writer_run:
 * @priority: whose word it is; the user's is on the disk when this returns
 * @func: what to do
 * @data: for @func
 * @cancellable: (nullable): takes it back as long as it has not begun
 * @error: return location for what @func says, %RCP_STORE_ERROR_CLOSED or %G_IO_ERROR_CANCELLED
 *
 * Queues @func and waits until it is committed or has failed. Never on the writing thread itself.
 *
 * Returns: whether it was committed
 */
gboolean
rcp_db_writer_run (RcpDbWriter *self, RcpDbWriterPriority priority, RcpDbWriterFunc func, gpointer data,
                   GCancellable *cancellable, GError **error)
{
  Job job = { .func = func, .data = data, .cancellable = cancellable, .priority = priority };

  g_return_val_if_fail (!rcp_db_writer_is_current (self), FALSE);

  g_mutex_lock (&self->mutex);
  if (self->closing)
    {
      g_mutex_unlock (&self->mutex);
      g_set_error_literal (error, RCP_STORE_ERROR, RCP_STORE_ERROR_CLOSED, "the library is closed");
      return FALSE;
    }
  g_queue_push_tail (&self->queues[priority], &job);
  g_cond_signal (&self->work);
  while (!job.done)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (!job.ok)
    g_propagate_error (error, job.error);
  return job.ok;
}

/**
 * rcp_db_writer_shut_down:
 *
 * Takes no more work, finishes what is queued, closes the connection and joins the thread. May be called twice.
 */
void
rcp_db_writer_shut_down (RcpDbWriter *self)
{
  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_cond_signal (&self->work);
  g_mutex_unlock (&self->mutex);
  g_clear_pointer (&self->thread, g_thread_join);
}
