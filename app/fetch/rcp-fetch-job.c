#include "config.h"

#include "rcp-fetch-job-private.h"

#include <string.h>

#include "rcp-clock.h"
#include "rcp-fetch-error-private.h"
#include "rcp-fetch-head-private.h"
#include "rcp-fetch-unpack-private.h"
#include "rcp-web-address.h"

#define BLOCK_BYTES (64 * 1024)
#define MAX_PACKINGS 2

static void
job_clear (gpointer data)
{
  RcpFetchJob *job = data;

  g_clear_pointer (&job->request, rcp_fetch_request_unref);
  g_clear_pointer (&job->address, g_uri_unref);
  g_clear_pointer (&job->next, g_uri_unref);
  rcp_fetch_way_clear (&job->way);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->body, g_byte_array_unref);
  g_clear_pointer (&job->block, g_free);
  g_clear_pointer (&job->head, rcp_fetched_unref);
  g_clear_pointer (&job->fetched, rcp_fetched_unref);
  g_clear_error (&job->error);
}

/** rcp_fetch_job_ref: any thread. */
RcpFetchJob *
rcp_fetch_job_ref (RcpFetchJob *job)
{
  return g_atomic_rc_box_acquire (job);
}

/** rcp_fetch_job_unref: any thread. */
void
rcp_fetch_job_unref (gpointer job)
{
  g_atomic_rc_box_release_full (job, job_clear);
}

/* --- On the thread: how a job ends -------------------------------------------------------------------------------- */

/* Only the first answer counts. Takes over both. */
static void
answer (RcpFetchJob *job, RcpFetched *fetched, GError *error)
{
  gboolean is_first;

  g_mutex_lock (&job->thread->lock);
  is_first = !job->done;
  if (is_first)
    {
      job->done = TRUE;
      job->fetched = g_steal_pointer (&fetched);
      job->error = g_steal_pointer (&error);
      g_cond_broadcast (&job->thread->answered);
    }
  g_mutex_unlock (&job->thread->lock);
  if (is_first && job->told != NULL)
    job->told (job);
  g_clear_pointer (&fetched, rcp_fetched_unref);
  g_clear_error (&error);
}

/* Closing reads what is left of a body, however long that is; a closing that is cancelled reads nothing and gives the
 * connection up. Where nothing is left, the connection serves the next request. Neither waits for anything, and it has to
 * be done here: the asynchronous closing of an unpacking stream would happen on a thread that is not libsoup's. */
static void
clear_exchange (RcpFetchJob *job)
{
  if (job->stream != NULL)
    {
      g_autoptr (GCancellable) cancellable = job->at_end ? NULL : g_cancellable_new ();

      if (cancellable != NULL)
        g_cancellable_cancel (cancellable);
      g_input_stream_close (job->stream, cancellable, NULL);
    }
  if (job->message != NULL)
    g_signal_handlers_disconnect_by_data (job->message, job);
  g_clear_object (&job->stream);
  g_clear_object (&job->message);
  rcp_fetch_watch_remove (&job->thread->watch, &job->watched);
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
end (RcpFetchJob *job, RcpFetched *fetched, GError *error)
{
  answer (job, fetched, error);
  clear_exchange (job);
  clear_source (&job->timer);
  g_clear_pointer (&job->block, g_free);
  rcp_fetch_queue_leave (&job->thread->queue, &job->turn);
  rcp_fetch_job_unref (job);
}

static void
fail (RcpFetchJob *job, RcpFetchError code, const char *message)
{
  end (job, NULL, rcp_fetch_error_new (job->address, code, message));
}

static gboolean
timer_cb (gpointer user_data)
{
  RcpFetchJob *job = user_data;

  answer (job, NULL, rcp_fetch_error_new (job->address, RCP_FETCH_ERROR_TIMEOUT, "no answer in time"));
  g_cancellable_cancel (job->cancellable);
  return G_SOURCE_REMOVE;
}

/* --- On the thread: the exchange -------------------------------------------------------------------------------- */

/* Something has moved: the server has its full time again, within the whole. */
static void
wind_timer (RcpFetchJob *job)
{
  gint64 due_us
      = MIN (job->deadline_us, g_get_monotonic_time () + job->thread->idle_timeout_ms * G_GINT64_CONSTANT (1000));

  g_source_set_ready_time (job->timer, due_us);
  rcp_fetch_watch_set_due (&job->thread->watch, &job->watched, due_us);
}

static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, RcpFetchJob *job)
{
  rcp_fetch_watch_connected (&job->thread->watch, &job->watched, connection);
  wind_timer (job);
}

static void
starting_cb (SoupMessage *message, RcpFetchJob *job)
{
  rcp_fetch_watch_set_message (&job->thread->watch, &job->watched, soup_message_get_connection_id (message));
}

/* Nobody packs what is packed; and libsoup leaves a body as it is when it does not know one of its packings. */
static gboolean
is_packed_strangely (SoupMessageHeaders *headers)
{
  static const char *const known[] = { "gzip", "x-gzip", "deflate", "br", "identity" };
  const char *value = soup_message_headers_get_list (headers, "Content-Encoding");
  GSList *codings = value ? soup_header_parse_list (value) : NULL;
  guint n = 0, n_known = 0;

  for (GSList *l = codings; l != NULL; l = l->next, n++)
    for (guint i = 0; i < G_N_ELEMENTS (known); i++)
      n_known += g_ascii_strcasecmp (l->data, known[i]) == 0;
  soup_header_free_list (codings);
  return n_known < n || n > MAX_PACKINGS;
}

/* Before libsoup makes an unpacker for each of the packings. */
static void
got_headers_cb (SoupMessage *message, RcpFetchJob *job)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);

  job->is_strange = is_packed_strangely (headers);
  if (job->is_strange)
    soup_message_headers_remove (headers, "Content-Encoding");
}

static guint64
max_bytes (RcpFetchJob *job)
{
  guint64 asked = job->request->max_bytes;

  return asked > 0 ? MIN (asked, job->thread->max_bytes) : job->thread->max_bytes;
}

/* Takes over the body. What is said of its kind may be said of the packing: "feed.xml.gz". */
static GBytes *
unpack_body (RcpFetchJob *job, char **content_type, GError **error)
{
  if (rcp_fetch_is_gzip (job->body->data, job->body->len))
    {
      if (*content_type != NULL && g_str_has_suffix (*content_type, "gzip"))
        g_clear_pointer (content_type, g_free);
      return rcp_fetch_gunzip (job->body->data, job->body->len, max_bytes (job), error);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&job->body));
}

/* What was sent holds, where the answer does not repeat it. */
static void
keep_validators (RcpFetchJob *job, RcpFetched *fetched)
{
  if (fetched->etag == NULL)
    fetched->etag = g_strdup (job->request->etag);
  if (fetched->last_modified == NULL)
    fetched->last_modified = g_strdup (job->request->last_modified);
}

static void
finish (RcpFetchJob *job)
{
  g_autoptr (RcpFetched) fetched = g_steal_pointer (&job->head);
  g_autoptr (GError) error = NULL;

  fetched->bytes = job->keeps_body ? unpack_body (job, &fetched->content_type, &error) : g_bytes_new_static ("", 0);
  if (fetched->bytes == NULL)
    {
      end (job, NULL, rcp_fetch_error_from_cause (job->address, error));
      return;
    }
  fetched->uri = rcp_web_address_print (job->address);
  if (SOUP_STATUS_IS_SUCCESSFUL (fetched->status) || fetched->not_modified)
    fetched->moved_to = rcp_fetch_way_dup_moved_to (&job->way);
  if (fetched->not_modified)
    keep_validators (job, fetched);
  end (job, g_steal_pointer (&fetched), NULL);
}

static void read_some (RcpFetchJob *job);
static void send_request (RcpFetchJob *job);

/* The rest of a redirect's or a failure's few words is of no interest; they were read for the connection's sake. */
static void
go_on (RcpFetchJob *job)
{
  gboolean same_host;

  if (job->next == NULL)
    {
      finish (job);
      return;
    }
  clear_exchange (job);
  same_host = g_ascii_strcasecmp (g_uri_get_host (job->address), g_uri_get_host (job->next)) == 0;
  g_clear_pointer (&job->address, g_uri_unref);
  job->address = g_steal_pointer (&job->next);
  if (same_host)
    send_request (job);
  else
    {
      g_autofree char *host = g_ascii_strdown (g_uri_get_host (job->address), -1);

      /* Another host has a queue of its own, and the time spent there is not the server's. */
      job->left_us = job->deadline_us - g_get_monotonic_time ();
      g_source_set_ready_time (job->timer, -1);
      rcp_fetch_queue_leave (&job->thread->queue, &job->turn);
      rcp_fetch_queue_join (&job->thread->queue, &job->turn, host, TRUE, job);
    }
}

/* As they came, before they were unpacked. */
static guint64
n_received (RcpFetchJob *job)
{
  return soup_message_metrics_get_response_body_bytes_received (soup_message_get_metrics (job->message));
}

static gboolean
is_too_large (RcpFetchJob *job, gsize n_more)
{
  return MAX (job->body->len + (guint64) n_more, n_received (job)) > max_bytes (job);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RcpFetchJob *job = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, &error);

  job->thread->n_pending--;
  if (n < 0 && (job->keeps_body || g_cancellable_is_cancelled (job->cancellable)))
    end (job, NULL, rcp_fetch_error_from_cause (job->address, error));
  else if (n == 0 && n_received (job) > 0 && !rcp_fetch_is_whole (job->stream))
    fail (job, RCP_FETCH_ERROR_CUT, "is packed, and breaks off");
  else if (n <= 0)
    {
      job->at_end = n == 0;
      go_on (job);
    }
  else if (is_too_large (job, n))
    fail (job, RCP_FETCH_ERROR_TOO_LARGE, "more bytes than allowed");
  else
    {
      if (job->keeps_body)
        g_byte_array_append (job->body, job->block, n);
      wind_timer (job);
      read_some (job);
    }
}

static void
read_some (RcpFetchJob *job)
{
  job->thread->n_pending++;
  g_input_stream_read_async (job->stream, job->block, BLOCK_BYTES, G_PRIORITY_DEFAULT, job->cancellable, read_cb, job);
}

/* Whether the words that nobody wants are few enough to be read for the connection's sake. Statuses without a body have
 * an end all the same. */
static gboolean
is_soon_over (SoupMessageHeaders *headers, guint status)
{
  return status == SOUP_STATUS_NOT_MODIFIED
         || (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
             && soup_message_headers_get_content_length (headers) <= BLOCK_BYTES);
}

static void
take_head (RcpFetchJob *job)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (job->message);
  guint status = soup_message_get_status (job->message);

  job->keeps_body = FALSE;
  if (rcp_fetch_way_is_redirect (status))
    {
      GError *error = NULL;

      job->next = rcp_fetch_way_take (&job->way, job->address, status,
                                      soup_message_headers_get_one (headers, "Location"), &error);
      if (job->next == NULL)
        {
          end (job, NULL, error);
          return;
        }
    }
  else
    {
      g_clear_pointer (&job->head, rcp_fetched_unref);
      job->head = rcp_fetched_new ();
      job->head->status = status;
      rcp_fetch_head_read (job->head, headers, rcp_clock_now_us ());
      /* Nobody asked whether it had changed. */
      job->head->not_modified &= job->asked_whether;
      job->keeps_body = SOUP_STATUS_IS_SUCCESSFUL (status);
    }
  if (job->keeps_body && job->is_strange)
    fail (job, RCP_FETCH_ERROR_PACKING, "is packed in a way nobody asked for");
  else if (job->keeps_body && soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH
           && (guint64) soup_message_headers_get_content_length (headers) > max_bytes (job))
    fail (job, RCP_FETCH_ERROR_TOO_LARGE, "announces more bytes than allowed");
  else if (job->keeps_body || is_soon_over (headers, status))
    read_some (job);
  else
    go_on (job);
}

static void
sent_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RcpFetchJob *job = user_data;
  g_autoptr (GError) error = NULL;

  job->thread->n_pending--;
  job->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);
  if (job->stream == NULL)
    {
      end (job, NULL, rcp_fetch_error_from_cause (job->address, error));
      return;
    }
  wind_timer (job);
  take_head (job);
}

static void
set_validators (RcpFetchJob *job, SoupMessageHeaders *headers)
{
  const RcpFetchRequest *asked = job->request;

  job->asked_whether = FALSE;
  if (asked->validated_uri != NULL)
    {
      g_autofree char *uri = rcp_web_address_print (job->address);

      if (!g_str_equal (uri, asked->validated_uri))
        return;
    }
  if (asked->etag != NULL)
    soup_message_headers_replace (headers, "If-None-Match", asked->etag);
  if (asked->last_modified != NULL)
    soup_message_headers_replace (headers, "If-Modified-Since", asked->last_modified);
  job->asked_whether = asked->etag != NULL || asked->last_modified != NULL;
}

/* Redirects are followed here and not by libsoup: they are counted, they stay in the web, and where one leads for good is
 * known. */
static void
send_request (RcpFetchJob *job)
{
  RcpFetchThread *self = job->thread;
  SoupMessageHeaders *headers;

  clear_exchange (job);
  job->at_end = FALSE;
  if (g_cancellable_is_cancelled (job->cancellable))
    {
      end (job, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the fetch was cancelled"));
      return;
    }
  job->message = soup_message_new_from_uri (SOUP_METHOD_GET, job->address);
  soup_message_add_flags (job->message, SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_COLLECT_METRICS);
  headers = soup_message_get_request_headers (job->message);
  soup_message_headers_replace (headers, "Accept", job->request->accept ? job->request->accept : RCP_FETCH_ACCEPT_PAGE);
  set_validators (job, headers);
  g_signal_connect (job->message, "network-event", G_CALLBACK (network_event_cb), job);
  g_signal_connect (job->message, "starting", G_CALLBACK (starting_cb), job);
  g_signal_connect (job->message, "got-headers", G_CALLBACK (got_headers_cb), job);
  rcp_fetch_watch_add (&self->watch, &job->watched);
  wind_timer (job);
  self->n_pending++;
  soup_session_send_async (self->session, job->message, G_PRIORITY_DEFAULT, job->cancellable, sent_cb, job);
}

/**
 * rcp_fetch_job_start:
 * @user_data: the job whose turn has come
 *
 * For the queue. Until its turn has come, a job waits for the others and not for the server, and has nothing of its own;
 * hundreds may.
 */
void
rcp_fetch_job_start (gpointer user_data)
{
  RcpFetchJob *job = user_data;

  if (job->timer == NULL)
    {
      job->block = g_malloc (BLOCK_BYTES);
      job->timer = g_timeout_source_new (0);
      g_source_set_callback (job->timer, timer_cb, job, NULL);
      g_source_attach (job->timer, job->thread->context);
    }
  job->deadline_us = g_get_monotonic_time () + job->left_us;
  send_request (job);
}

/**
 * rcp_fetch_job_begin:
 * @user_data: the job
 *
 * Starts it; a #GSourceFunc for the thread's context.
 */
gboolean
rcp_fetch_job_begin (gpointer user_data)
{
  RcpFetchJob *job = rcp_fetch_job_ref (user_data);
  RcpFetchThread *self = job->thread;
  g_autofree char *host = g_ascii_strdown (g_uri_get_host (job->address), -1);

  job->cancellable = g_cancellable_new ();
  job->body = g_byte_array_new ();
  job->left_us = self->total_timeout_ms * G_GINT64_CONSTANT (1000);
  rcp_fetch_queue_join (&self->queue, &job->turn, host, FALSE, job);
  return G_SOURCE_REMOVE;
}

/**
 * rcp_fetch_job_cancel:
 * @user_data: a job that has begun
 *
 * Ends the caller's wait at once, without waiting for the operations to notice; a #GSourceFunc for the thread's context.
 * Nothing happens to a job that has its answer.
 */
gboolean
rcp_fetch_job_cancel (gpointer user_data)
{
  RcpFetchJob *job = user_data;

  answer (job, NULL, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the fetch was cancelled"));
  if (job->turn.host != NULL && !job->turn.is_active)
    end (job, NULL, NULL);
  else
    g_cancellable_cancel (job->cancellable);
  return G_SOURCE_REMOVE;
}

/* --- Of the caller ---------------------------------------------------------------------------------------------- */

/**
 * rcp_fetch_job_new:
 * @address: where it goes first
 * @request: what is asked for
 *
 * Returns: (transfer full): a job to hand over to the thread.
 */
RcpFetchJob *
rcp_fetch_job_new (RcpFetchThread *thread, GUri *address, RcpFetchRequest *request)
{
  RcpFetchJob *job = g_atomic_rc_box_new0 (RcpFetchJob);

  job->thread = thread;
  job->address = g_uri_ref (address);
  job->request = rcp_fetch_request_ref (request);
  return job;
}

/** rcp_fetch_job_wait: blocks until the answer is there, and gives it away; on the caller's thread. */
RcpFetched *
rcp_fetch_job_wait (RcpFetchJob *job, GError **error)
{
  RcpFetched *fetched;

  g_mutex_lock (&job->thread->lock);
  while (!job->done)
    g_cond_wait (&job->thread->answered, &job->thread->lock);
  fetched = g_steal_pointer (&job->fetched);
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  g_mutex_unlock (&job->thread->lock);
  return fetched;
}
