#include "config.h"

#include "rcp-fetcher.h"

#include <libsoup/soup.h>

#include "rcp-fetch-job-private.h"
#include "rcp-web-address.h"

/* RFC 9112, section 9.4, asks clients to be modest; two to a host is what RFC 2616 had, and what feed readers keep to. */
#define MAX_CONNECTIONS 8
#define MAX_HOST_CONNECTIONS 2
#define HOMEPAGE "https://recoupe.app"
/* A connection that nobody uses is closed after this. */
#define KEEP_ALIVE_S 15

/* Slow servers of small papers take ten seconds for a page; browsers give up after one to five minutes. */
#define IDLE_TIMEOUT_MS 20000
#define TOTAL_TIMEOUT_MS 120000

/* The session lives on a thread of its own, with its own main context, and only the asynchronous calls are used: what
 * libsoup's "Client thread safety" recommends, and what lets pages of one host share an HTTP/2 connection. A caller hands
 * a job to that thread and waits, or is called back on his own. Encryption and unpacking so never hold up a window. */
struct _RcpFetcher
{
  GObject parent_instance;

  /* owned */
  GThread *thread;
  GTlsDatabase *tls_database;

  /* plain */
  RcpFetchThread shared;
  gboolean stopping; /* the thread's */
};

G_DEFINE_FINAL_TYPE (RcpFetcher, rcp_fetcher, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_MAX_BYTES,
  PROP_IDLE_TIMEOUT_MS,
  PROP_TOTAL_TIMEOUT_MS,
  PROP_TLS_DATABASE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
stop_cb (gpointer user_data)
{
  RcpFetcher *self = user_data;

  self->stopping = TRUE;
  return G_SOURCE_REMOVE;
}

static gpointer
fetch_thread (gpointer data)
{
  RcpFetcher *self = data;

  g_main_context_push_thread_default (self->shared.context);
  self->shared.session = soup_session_new_with_options (
      "user-agent", "Recoupe/" VERSION " (+" HOMEPAGE ")", "max-conns", MAX_CONNECTIONS, "max-conns-per-host",
      MAX_HOST_CONNECTIONS, "timeout", 0, "idle-timeout", KEEP_ALIVE_S, NULL);
  if (self->tls_database != NULL)
    soup_session_set_tls_database (self->shared.session, self->tls_database);
  rcp_fetch_watch_init (&self->shared.watch);
  rcp_fetch_queue_init (&self->shared.queue, MAX_CONNECTIONS, MAX_HOST_CONNECTIONS, rcp_fetch_job_start);
  while (!self->stopping || self->shared.n_pending > 0)
    g_main_context_iteration (self->shared.context, TRUE);
  soup_session_abort (self->shared.session);
  g_clear_object (&self->shared.session);
  rcp_fetch_watch_clear (&self->shared.watch);
  rcp_fetch_queue_clear (&self->shared.queue);
  while (g_main_context_iteration (self->shared.context, FALSE))
    ;
  g_main_context_pop_thread_default (self->shared.context);
  return NULL;
}

/* --- The object ------------------------------------------------------------------------------------------------- */

static void
call_on_thread (RcpFetchThread *thread, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, thread->context);
}

/* On the thread that cancels. The fetcher's own thread does not watch the caller's cancellable with a source: GLib 2.74
 * leaks a g_cancellable_source_new() that is let go while another thread is still cancelling. */
static void
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  RcpFetchJob *job = user_data;

  call_on_thread (job->thread, rcp_fetch_job_cancel, rcp_fetch_job_ref (job), rcp_fetch_job_unref);
}

static gulong
begin (RcpFetchThread *thread, RcpFetchJob *job, GCancellable *cancellable)
{
  call_on_thread (thread, rcp_fetch_job_begin, rcp_fetch_job_ref (job), rcp_fetch_job_unref);
  if (cancellable == NULL)
    return 0;
  return g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), rcp_fetch_job_ref (job), rcp_fetch_job_unref);
}

/* --- Of an asynchronous caller ---------------------------------------------------------------------------------- */

typedef struct
{
  GTask *task;
  gulong handler; /* of the cancellable */
} Call;

/* Where the caller is. The task is let go here and nowhere else: it may be the last to know the fetcher, and that must not
 * be let go on its own thread. */
static gboolean
deliver_cb (gpointer user_data)
{
  RcpFetchJob *job = user_data;
  Call *call = g_steal_pointer (&job->told_data);
  g_autoptr (GTask) task = g_steal_pointer (&call->task);
  g_autoptr (GError) error = NULL;
  RcpFetched *fetched;

  g_cancellable_disconnect (g_task_get_cancellable (task), call->handler);
  g_free (call);
  fetched = rcp_fetch_job_wait (job, &error);
  if (fetched != NULL)
    g_task_return_pointer (task, fetched, (GDestroyNotify) rcp_fetched_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  return G_SOURCE_REMOVE;
}

/* On the fetcher's thread. */
static void
told_cb (RcpFetchJob *job)
{
  Call *call = job->told_data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, rcp_fetch_job_ref (job), rcp_fetch_job_unref);
  g_source_attach (source, g_task_get_context (call->task));
}

static void
rcp_fetcher_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpFetcher *self = RCP_FETCHER (object);

  switch (prop_id)
    {
    case PROP_MAX_BYTES:
      self->shared.max_bytes = g_value_get_uint64 (value);
      break;
    case PROP_IDLE_TIMEOUT_MS:
      self->shared.idle_timeout_ms = g_value_get_uint (value);
      break;
    case PROP_TOTAL_TIMEOUT_MS:
      self->shared.total_timeout_ms = g_value_get_uint (value);
      break;
    case PROP_TLS_DATABASE:
      self->tls_database = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_fetcher_constructed (GObject *object)
{
  RcpFetcher *self = RCP_FETCHER (object);

  G_OBJECT_CLASS (rcp_fetcher_parent_class)->constructed (object);

  self->thread = g_thread_new ("rcp-fetcher", fetch_thread, self);
}

static void
rcp_fetcher_finalize (GObject *object)
{
  RcpFetcher *self = RCP_FETCHER (object);

  /* Nobody waits for an answer any more, or there would be a reference. */
  call_on_thread (&self->shared, stop_cb, self, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_object (&self->tls_database);
  g_clear_pointer (&self->shared.context, g_main_context_unref);
  g_mutex_clear (&self->shared.lock);
  g_cond_clear (&self->shared.answered);

  G_OBJECT_CLASS (rcp_fetcher_parent_class)->finalize (object);
}

static void
rcp_fetcher_class_init (RcpFetcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = rcp_fetcher_set_property;
  object_class->constructed = rcp_fetcher_constructed;
  object_class->finalize = rcp_fetcher_finalize;

  properties[PROP_MAX_BYTES]
      = g_param_spec_uint64 ("max-bytes", NULL, NULL, 1, G_MAXINT32, RCP_FETCHER_MAX_BYTES, flags);
  properties[PROP_IDLE_TIMEOUT_MS]
      = g_param_spec_uint ("idle-timeout-ms", NULL, NULL, 1, G_MAXUINT, IDLE_TIMEOUT_MS, flags);
  properties[PROP_TOTAL_TIMEOUT_MS]
      = g_param_spec_uint ("total-timeout-ms", NULL, NULL, 1, G_MAXUINT, TOTAL_TIMEOUT_MS, flags);
  properties[PROP_TLS_DATABASE] = g_param_spec_object ("tls-database", NULL, NULL, G_TYPE_TLS_DATABASE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_fetcher_init (RcpFetcher *self)
{
  self->shared.context = g_main_context_new ();
  g_mutex_init (&self->shared.lock);
  g_cond_init (&self->shared.answered);
}

/**
 * rcp_fetcher_new:
 *
 * Returns: (transfer full): a fetcher with the usual limits; no connection is made yet.
 */
RcpFetcher *
rcp_fetcher_new (void)
{
  return g_object_new (RCP_TYPE_FETCHER, NULL);
}

/**
 * rcp_fetcher_fetch_request:
 * @request: what to ask for; not changed any more from now on
 * @cancellable: (nullable): ends the wait at once
 * @error: %RCP_FETCH_ERROR_ADDRESS, _OFFLINE, _CERTIFICATE, _TIMEOUT, _TOO_LARGE, _REDIRECT, _CUT, _PACKING, _STATUS;
 *   %G_IO_ERROR_CANCELLED. Messages hold the address and nothing of the page.
 *
 * Asks for a page and waits for it; when more are asked for than connections are allowed, for its turn too. Blocks, so it
 * is for worker threads; any number of them at once.
 *
 * Returns: (transfer full): what the address answered, whatever its status: see rcp_fetched_check().
 */
RcpFetched *
rcp_fetcher_fetch_request (RcpFetcher *self, RcpFetchRequest *request, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpFetcher) keep = NULL;
  g_autoptr (GUri) address = NULL;
  g_autoptr (RcpFetchJob) job = NULL;
  RcpFetched *fetched;
  gulong handler;

  g_return_val_if_fail (RCP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (request != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  address = rcp_web_address_parse (request->uri, NULL, error);
  if (address == NULL)
    return NULL;
  keep = g_object_ref (self);
  job = rcp_fetch_job_new (&self->shared, address, request);
  handler = begin (&self->shared, job, cancellable);
  fetched = rcp_fetch_job_wait (job, error);
  g_cancellable_disconnect (cancellable, handler);
  return fetched;
}

/**
 * rcp_fetcher_fetch:
 * @uri: an address, http or https
 * @cancellable: (nullable): ends the wait at once
 * @error: as rcp_fetcher_fetch_request() and rcp_fetched_check()
 *
 * Does rcp_fetcher_fetch_request() for a page that nothing is known of, and takes only the page itself for an answer.
 *
 * Returns: (transfer full): the page.
 */
RcpFetched *
rcp_fetcher_fetch (RcpFetcher *self, const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpFetchRequest) request = NULL;
  g_autoptr (RcpFetched) fetched = NULL;

  g_return_val_if_fail (RCP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  request = rcp_fetch_request_new (uri);
  fetched = rcp_fetcher_fetch_request (self, request, cancellable, error);
  return fetched != NULL && rcp_fetched_check (fetched, error) ? g_steal_pointer (&fetched) : NULL;
}

/**
 * rcp_fetcher_fetch_async:
 * @request: what to ask for; not changed any more from now on
 * @cancellable: (nullable): ends the wait at once, and what is under way
 * @callback: called on the thread this is called on, by its default main context
 *
 * Does what rcp_fetcher_fetch_request() does without waiting. Hundreds may be asked for at once: they wait for their turn
 * without a thread and without a connection. Any thread that iterates its default main context.
 */
void
rcp_fetcher_fetch_async (RcpFetcher *self, RcpFetchRequest *request, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GUri) address = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetchJob) job = NULL;
  Call *call;

  g_return_if_fail (RCP_IS_FETCHER (self));
  g_return_if_fail (request != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, rcp_fetcher_fetch_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  address = rcp_web_address_parse (request->uri, NULL, &error);
  if (address == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  job = rcp_fetch_job_new (&self->shared, address, request);
  call = g_new0 (Call, 1);
  call->task = g_steal_pointer (&task);
  job->told = told_cb;
  job->told_data = call;
  call->handler = begin (&self->shared, job, cancellable);
}

/**
 * rcp_fetcher_fetch_finish:
 * @error: as rcp_fetcher_fetch_request()
 *
 * Returns: (transfer full): what the address answered, whatever its status: see rcp_fetched_check().
 */
RcpFetched *
rcp_fetcher_fetch_finish (RcpFetcher *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, rcp_fetcher_fetch_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
