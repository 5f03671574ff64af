#include "config.h"

#include "rcp-fetcher.h"

#include <string.h>

#include <libsoup/soup.h>

#include "rcp-fetch-error-private.h"
#include "rcp-web-address.h"

#define MAX_CONNECTIONS 8
#define MAX_HOST_CONNECTIONS 2
#define MAX_REDIRECTS 10
/* A connection that nobody uses is closed after this. */
#define KEEP_ALIVE_S 15
#define BLOCK_BYTES (64 * 1024)
/* What is kept of an answer's head. RFC 6838, section 4.2, allows 127 characters for either half of a media type; longer
 * validators than these are no use to anybody and are not sent back. */
#define MAX_TYPE_BYTES 255
#define MAX_VALIDATOR_BYTES 1024

/* Slow servers of small papers take ten seconds for a page; browsers give up after one to five minutes. */
#define IDLE_TIMEOUT_MS 20000
#define TOTAL_TIMEOUT_MS 120000

#define ACCEPT "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.5"

/* The session lives on a thread of its own, with its own main context, and only the asynchronous calls are used: what
 * libsoup's "Client thread safety" recommends, and what lets pages of one host share an HTTP/2 connection. A caller hands
 * a job to that thread and waits. */
struct _RcpFetcher
{
  GObject parent_instance;

  /* owned */
  GThread *thread;
  GMainContext *context;
  SoupSession *session; /* the thread's */

  /* plain */
  guint64 max_bytes;
  guint idle_timeout_ms;
  guint total_timeout_ms;
  guint n_pending; /* operations under way; the thread's */
  gboolean stopping; /* the thread's */

  /* The answers of all jobs are under it. */
  GMutex lock;
  GCond answered;
};

G_DEFINE_FINAL_TYPE (RcpFetcher, rcp_fetcher, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_MAX_BYTES,
  PROP_IDLE_TIMEOUT_MS,
  PROP_TOTAL_TIMEOUT_MS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* One address on its way. Shared by the caller, who waits for the answer, and the thread, whose operations may end a
 * little after it was given. */
typedef struct
{
  /* borrowed: outlives its thread, and so every job */
  RcpFetcher *fetcher;

  /* owned; the thread's, once the job is handed over */
  GUri *address;
  GUri *next; /* where it redirects to */
  GCancellable *caller_cancellable;
  GCancellable *cancellable; /* of the operations */
  GSource *cancelled;
  GSource *timer;
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *body;
  guint8 *block;

  /* plain; the thread's */
  guint n_redirects;
  gboolean at_end; /* of the body */
  gint64 deadline_us; /* monotonic; 0 until the job's turn has come */

  /* under the fetcher's lock */
  gboolean done;
  RcpFetched *fetched;
  GError *error;
} Job;

static void
job_clear (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->address, g_uri_unref);
  g_clear_pointer (&job->next, g_uri_unref);
  g_clear_object (&job->caller_cancellable);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->body, g_byte_array_unref);
  g_clear_pointer (&job->block, g_free);
  g_clear_pointer (&job->fetched, rcp_fetched_unref);
  g_clear_error (&job->error);
}

static void
job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_unref)

/* --- On the thread: how a job ends -------------------------------------------------------------------------------- */

/* Only the first answer counts. Takes over both. */
static void
answer (Job *job, RcpFetched *fetched, GError *error)
{
  g_mutex_lock (&job->fetcher->lock);
  if (!job->done)
    {
      job->done = TRUE;
      job->fetched = g_steal_pointer (&fetched);
      job->error = g_steal_pointer (&error);
      g_cond_broadcast (&job->fetcher->answered);
    }
  g_mutex_unlock (&job->fetcher->lock);
  g_clear_pointer (&fetched, rcp_fetched_unref);
  g_clear_error (&error);
}

/* Of a stream that nobody waits for. */
static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RcpFetcher *self = user_data;

  g_input_stream_close_finish (G_INPUT_STREAM (object), result, NULL);
  self->n_pending--;
}

/* Closing reads what is left of a body, however long that is; a closing that is cancelled reads nothing and gives the
 * connection up. Where nothing is left, the connection serves the next request. */
static void
close_stream (Job *job, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = job->at_end ? NULL : g_cancellable_new ();

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  job->fetcher->n_pending++;
  g_input_stream_close_async (job->stream, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static void
clear_exchange (Job *job)
{
  if (job->stream != NULL)
    close_stream (job, closed_cb, job->fetcher);
  if (job->message != NULL)
    g_signal_handlers_disconnect_by_data (job->message, job);
  g_clear_object (&job->stream);
  g_clear_object (&job->message);
}

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* The last of the thread's doings with @job, whose reference it takes over. */
static void
end (Job *job, RcpFetched *fetched, GError *error)
{
  answer (job, fetched, error);
  clear_exchange (job);
  clear_source (&job->cancelled);
  clear_source (&job->timer);
  job_unref (job);
}

static void
fail (Job *job, RcpFetchError code, const char *message)
{
  end (job, NULL, rcp_fetch_error_new (job->address, code, message));
}

/* The caller does not wait for the operations to notice. */
static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  Job *job = user_data;

  answer (job, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the fetch was cancelled"));
  g_cancellable_cancel (job->cancellable);
  return G_SOURCE_REMOVE;
}

static gboolean
timer_cb (gpointer user_data)
{
  Job *job = user_data;

  answer (job, NULL, rcp_fetch_error_new (job->address, RCP_FETCH_ERROR_TIMEOUT, "no answer in time"));
  g_cancellable_cancel (job->cancellable);
  return G_SOURCE_REMOVE;
}

/* --- On the thread: the exchange -------------------------------------------------------------------------------- */

/* Something has moved: the server has its full time again, within the whole. */
static void
wind_timer (Job *job)
{
  RcpFetcher *self = job->fetcher;
  gint64 now_us = g_get_monotonic_time ();

  if (job->deadline_us == 0)
    job->deadline_us = now_us + self->total_timeout_ms * G_GINT64_CONSTANT (1000);
  g_source_set_ready_time (job->timer,
                           MIN (job->deadline_us, now_us + self->idle_timeout_ms * G_GINT64_CONSTANT (1000)));
}

static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, Job *job)
{
  wind_timer (job);
}

static void
starting_cb (SoupMessage *message, Job *job)
{
  wind_timer (job);
}

static char *
dup_header (SoupMessageHeaders *headers, const char *name)
{
  const char *value = soup_message_headers_get_one (headers, name);

  return value != NULL && strlen (value) <= MAX_VALIDATOR_BYTES && g_utf8_validate (value, -1, NULL) ? g_strdup (value)
                                                                                                      : NULL;
}

static char *
dup_content_type (SoupMessageHeaders *headers)
{
  g_autoptr (GHashTable) parameters = NULL;
  const char *media_type = soup_message_headers_get_content_type (headers, &parameters);
  const char *charset = parameters ? g_hash_table_lookup (parameters, "charset") : NULL;
  g_autofree char *lower = NULL;

  if (media_type == NULL || strlen (media_type) > MAX_TYPE_BYTES || !g_str_is_ascii (media_type))
    return NULL;
  lower = g_ascii_strdown (media_type, -1);
  if (charset == NULL || *charset == '\0' || strlen (charset) > MAX_TYPE_BYTES || !g_str_is_ascii (charset))
    return g_steal_pointer (&lower);
  return g_strconcat (lower, "; charset=", charset, NULL);
}

static void
succeed (Job *job)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);
  RcpFetched *fetched = rcp_fetched_new ();

  fetched->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&job->body));
  fetched->content_type = dup_content_type (headers);
  fetched->uri = rcp_web_address_print (job->address);
  fetched->etag = dup_header (headers, "ETag");
  fetched->last_modified = dup_header (headers, "Last-Modified");
  end (job, fetched, NULL);
}

static void read_some (Job *job);
static void follow (Job *job);

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, &error);

  job->fetcher->n_pending--;
  if (n < 0)
    end (job, NULL, rcp_fetch_error_from_cause (job->address, error));
  else if (n == 0)
    {
      job->at_end = TRUE;
      if (job->next != NULL)
        follow (job);
      else
        succeed (job);
    }
  else if (job->body->len + (guint64) n > job->fetcher->max_bytes)
    fail (job, RCP_FETCH_ERROR_TOO_LARGE, "more bytes than allowed");
  else
    {
      if (job->next == NULL)
        g_byte_array_append (job->body, job->block, n);
      wind_timer (job);
      read_some (job);
    }
}

static void
read_some (Job *job)
{
  job->fetcher->n_pending++;
  g_input_stream_read_async (job->stream, job->block, BLOCK_BYTES, G_PRIORITY_DEFAULT, job->cancellable, read_cb, job);
}

static gboolean
is_redirect (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND || status == SOUP_STATUS_SEE_OTHER
         || status == SOUP_STATUS_TEMPORARY_REDIRECT || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

static gboolean
has_short_body (SoupMessageHeaders *headers)
{
  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
         && soup_message_headers_get_content_length (headers) <= BLOCK_BYTES;
}

static void request (Job *job);

/* Only now the next request finds the connection free. */
static void
followed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;

  job->fetcher->n_pending--;
  g_input_stream_close_finish (G_INPUT_STREAM (object), result, NULL);
  g_clear_object (&job->stream);
  g_clear_pointer (&job->address, g_uri_unref);
  job->address = g_steal_pointer (&job->next);
  request (job);
}

static void
follow (Job *job)
{
  close_stream (job, followed_cb, job);
}

static void
redirect (Job *job)
{
  const char *location
      = soup_message_headers_get_one (soup_message_get_response_headers (job->message), "Location");
  g_autoptr (GUri) next = location ? rcp_web_address_parse (location, job->address, NULL) : NULL;

  if (next == NULL)
    fail (job, RCP_FETCH_ERROR_STATUS, "redirects to nowhere in the web");
  else if (job->n_redirects++ == MAX_REDIRECTS)
    fail (job, RCP_FETCH_ERROR_STATUS, "redirects too often");
  else
    {
      job->next = g_steal_pointer (&next);
      /* The few words that come with it are read, so that the connection can serve again. */
      if (has_short_body (soup_message_get_response_headers (job->message)))
        read_some (job);
      else
        follow (job);
    }
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Job *job = user_data;
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers;
  guint status;

  job->fetcher->n_pending--;
  job->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (job->stream == NULL)
    {
      end (job, NULL, rcp_fetch_error_from_cause (job->address, error));
      return;
    }
  wind_timer (job);
  status = soup_message_get_status (job->message);
  headers = soup_message_get_response_headers (job->message);
  if (is_redirect (status))
    redirect (job);
  else if (!SOUP_STATUS_IS_SUCCESSFUL (status))
    end (job, NULL, rcp_fetch_error_from_status (job->address, status));
  else if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
           && (guint64) soup_message_headers_get_content_length (headers) > job->fetcher->max_bytes)
    fail (job, RCP_FETCH_ERROR_TOO_LARGE, "announces more bytes than allowed");
  else
    read_some (job);
}

/* Redirects are followed here and not by libsoup: they are counted, they stay in the web, and where one leads for good is
 * known. */
static void
request (Job *job)
{
  RcpFetcher *self = job->fetcher;

  clear_exchange (job);
  job->at_end = FALSE;
  if (g_cancellable_is_cancelled (job->cancellable))
    {
      end (job, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the fetch was cancelled"));
      return;
    }
  job->message = soup_message_new_from_uri (SOUP_METHOD_GET, job->address);
  soup_message_add_flags (job->message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_replace (soup_message_get_request_headers (job->message), "Accept", ACCEPT);
  g_signal_connect (job->message, "network-event", G_CALLBACK (network_event_cb), job);
  g_signal_connect (job->message, "starting", G_CALLBACK (starting_cb), job);
  self->n_pending++;
  soup_session_send_async (self->session, job->message, G_PRIORITY_DEFAULT, job->cancellable, sent_cb, job);
}

static gboolean
begin_cb (gpointer user_data)
{
  Job *job = g_atomic_rc_box_acquire (user_data);
  RcpFetcher *self = job->fetcher;

  job->cancellable = g_cancellable_new ();
  job->body = g_byte_array_new ();
  job->block = g_malloc (BLOCK_BYTES);
  /* Until its turn has come, a job waits for the connections of the others, not for the server. */
  job->timer = g_timeout_source_new (0);
  g_source_set_ready_time (job->timer, -1);
  g_source_set_callback (job->timer, timer_cb, job, NULL);
  g_source_attach (job->timer, self->context);
  if (job->caller_cancellable != NULL)
    {
      job->cancelled = g_cancellable_source_new (job->caller_cancellable);
      g_source_set_callback (job->cancelled, G_SOURCE_FUNC (cancelled_cb), job, NULL);
      g_source_attach (job->cancelled, self->context);
    }
  request (job);
  return G_SOURCE_REMOVE;
}

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

  g_main_context_push_thread_default (self->context);
  self->session = soup_session_new_with_options ("user-agent", "Recoupe/" VERSION, "max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_HOST_CONNECTIONS, "timeout", 0,
                                                 "idle-timeout", KEEP_ALIVE_S, NULL);
  while (!self->stopping || self->n_pending > 0)
    g_main_context_iteration (self->context, TRUE);
  soup_session_abort (self->session);
  g_clear_object (&self->session);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/* --- The object ------------------------------------------------------------------------------------------------- */

static void
call_on_thread (RcpFetcher *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
}

static void
rcp_fetcher_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpFetcher *self = RCP_FETCHER (object);

  switch (prop_id)
    {
    case PROP_MAX_BYTES:
      self->max_bytes = g_value_get_uint64 (value);
      break;
    case PROP_IDLE_TIMEOUT_MS:
      self->idle_timeout_ms = g_value_get_uint (value);
      break;
    case PROP_TOTAL_TIMEOUT_MS:
      self->total_timeout_ms = g_value_get_uint (value);
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
  call_on_thread (self, stop_cb, self, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->answered);

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
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_fetcher_init (RcpFetcher *self)
{
  self->context = g_main_context_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->answered);
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
 * rcp_fetcher_fetch:
 * @uri: an address, http or https
 * @cancellable: (nullable): ends the wait at once
 * @error: %RCP_FETCH_ERROR_ADDRESS, _OFFLINE, _CERTIFICATE, _TIMEOUT, _STATUS, _TOO_LARGE, _GONE; %G_IO_ERROR_CANCELLED.
 *   Messages hold the address and nothing of the page.
 *
 * Asks for a page and waits for it; when more are asked for than connections are allowed, for its turn too. Blocks, so it
 * is for worker threads; any number of them at once.
 *
 * Returns: (transfer full): what the address answered.
 */
RcpFetched *
rcp_fetcher_fetch (RcpFetcher *self, const char *uri, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpFetcher) keep = NULL;
  g_autoptr (GUri) address = NULL;
  g_autoptr (Job) job = NULL;
  RcpFetched *fetched;

  g_return_val_if_fail (RCP_IS_FETCHER (self), NULL);
  g_return_val_if_fail (uri != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  address = rcp_web_address_parse (uri, NULL, error);
  if (address == NULL)
    return NULL;
  keep = g_object_ref (self);
  job = g_atomic_rc_box_new0 (Job);
  job->fetcher = self;
  job->address = g_steal_pointer (&address);
  job->caller_cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  call_on_thread (self, begin_cb, g_atomic_rc_box_acquire (job), job_unref);

  g_mutex_lock (&self->lock);
  while (!job->done)
    g_cond_wait (&self->answered, &self->lock);
  fetched = g_steal_pointer (&job->fetched);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  g_mutex_unlock (&self->lock);
  return fetched;
}
