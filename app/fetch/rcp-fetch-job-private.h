#pragma once

#include <libsoup/soup.h>

#include "rcp-fetched.h"

G_BEGIN_DECLS

/**
 * RcpFetchThread:
 * @context: the thread's main context
 * @session: made, used and freed on the thread alone
 * @max_bytes: of a body, decompressed
 * @idle_timeout_ms: how long a server may say nothing
 * @total_timeout_ms: how long an answer may take
 * @n_pending: operations under way; the thread's
 * @lock: the answers of all jobs are under it
 * @answered: one of them has an answer
 *
 * What the jobs of a fetcher share.
 */
typedef struct
{
  GMainContext *context;
  SoupSession *session;
  guint64 max_bytes;
  guint idle_timeout_ms;
  guint total_timeout_ms;
  guint n_pending;
  GMutex lock;
  GCond answered;
} RcpFetchThread;

/* One address on its way. Shared by the caller, who waits for the answer, and the thread, whose operations may end a
 * little after it was given. */
typedef struct
{
  /* borrowed: outlives every job */
  RcpFetchThread *thread;

  /* owned; the thread's, once the job is handed over */
  GUri *address;
  GUri *next; /* where it redirects to */
  GCancellable *cancellable; /* of the operations */
  GSource *timer;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  guint8 *block;

  /* plain; the thread's */
  guint n_redirects;
  gboolean at_end; /* of the body */
  gint64 deadline_us; /* monotonic; 0 until the job's turn has come */

  /* under the thread's lock */
  gboolean done;
  RcpFetched *fetched;
  GError *error;
} RcpFetchJob;

RcpFetchJob *rcp_fetch_job_new    (RcpFetchThread *thread, GUri *address) G_GNUC_WARN_UNUSED_RESULT;
gboolean     rcp_fetch_job_begin  (gpointer job);
gboolean     rcp_fetch_job_cancel (gpointer job);
RcpFetched  *rcp_fetch_job_wait   (RcpFetchJob *job, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void         rcp_fetch_job_unref  (gpointer job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFetchJob, rcp_fetch_job_unref)

G_END_DECLS
