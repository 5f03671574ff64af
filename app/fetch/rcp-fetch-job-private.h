#pragma once

#include <libsoup/soup.h>

#include "rcp-fetch-queue-private.h"
#include "rcp-fetch-request.h"
#include "rcp-fetch-watch-private.h"
#include "rcp-fetch-way-private.h"
#include "rcp-fetched.h"

G_BEGIN_DECLS

/**
 * RcpFetchThread:
 * @context: the thread's main context
 * @session: made, used and freed on the thread alone
 * @queue: likewise
 * @watch: over what the thread itself could miss
 * @max_bytes: of a body, before and after it is unpacked
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
  RcpFetchQueue queue;
  RcpFetchWatch watch;
  guint64 max_bytes;
  guint idle_timeout_ms;
  guint total_timeout_ms;
  guint n_pending;
  GMutex lock;
  GCond answered;
} RcpFetchThread;

typedef struct _RcpFetchJob RcpFetchJob;

/* One address on its way. Shared by the caller, who waits for the answer or is called, and the thread, whose operations
 * may end a little after it was given. */
struct _RcpFetchJob
{
  /* borrowed: outlives every job */
  RcpFetchThread *thread;

  /* owned; the thread's, once the job is handed over */
  RcpFetchRequest *request;
  GUri *address;
  GUri *next; /* where it redirects to */
  RcpFetchWay way;
  GCancellable *cancellable; /* of the operations */
  GSource *timer;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  guint8 *block;
  RcpFetched *head; /* of the last answer */

  /* plain; the thread's */
  RcpFetchTurn turn;
  RcpFetchWatched watched;
  gboolean asked_whether; /* the request under way has validators */
  gboolean is_strange; /* the answer under way is packed in a way nobody asked for */
  gboolean keeps_body; /* of the answer under way */
  gboolean at_end; /* of the body */
  gint64 deadline_us; /* monotonic, while it has its turn */
  gint64 left_us; /* of its time, while it has not */

  /* under the thread's lock */
  gboolean done;
  RcpFetched *fetched;
  GError *error;

  /* of who made it: told on the thread, once, that it is done */
  void (*told) (RcpFetchJob *job);
  gpointer told_data;
};

RcpFetchJob *rcp_fetch_job_new    (RcpFetchThread *thread, GUri *address, RcpFetchRequest *request)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean     rcp_fetch_job_begin  (gpointer job);
gboolean     rcp_fetch_job_cancel (gpointer job);
void         rcp_fetch_job_start  (gpointer job);
RcpFetched  *rcp_fetch_job_wait   (RcpFetchJob *job, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpFetchJob *rcp_fetch_job_ref    (RcpFetchJob *job);
void         rcp_fetch_job_unref  (gpointer job);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFetchJob, rcp_fetch_job_unref)

G_END_DECLS
