#include "config.h"

#include "rcp-fetch-job-private.h"

#include <string.h>

#include "rcp-fetch-error-private.h"
#include "rcp-web-address.h"

#define MAX_REDIRECTS 10
#define BLOCK_BYTES (64 * 1024)
/* What is kept of an answer's head. RFC 6838, section 4.2, allows 127 characters for either half of a media type; longer
 * validators than these are no use to anybody and are not sent back. */
#define MAX_TYPE_BYTES 255
#define MAX_VALIDATOR_BYTES 1024

#define ACCEPT "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.5"

static void
job_clear (gpointer data)
{
  RcpFetchJob *job = data;

  g_clear_pointer (&job->address, g_uri_unref);
  g_clear_pointer (&job->next, g_uri_unref);
  g_clear_object (&job->cancellable);
  g_clear_pointer (&job->body, g_byte_array_unref);
  g_clear_pointer (&job->block, g_free);
  g_clear_pointer (&job->fetched, rcp_fetched_unref);
  g_clear_error (&job->error);
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
  g_mutex_lock (&job->thread->lock);
  if (!job->done)
    {
      job->done = TRUE;
      job->fetched = g_steal_pointer (&fetched);
      job->error = g_steal_pointer (&error);
      g_cond_broadcast (&job->thread->answered);
    }
  g_mutex_unlock (&job->thread->lock);
  g_clear_pointer (&fetched, rcp_fetched_unref);
  g_clear_error (&error);
}

/* Of a stream that nobody waits for. */
static void
closed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RcpFetchThread *self = user_data;

  g_input_stream_close_finish (G_INPUT_STREAM (object), result, NULL);
  self->n_pending--;
}

/* Closing reads what is left of a body, however long that is; a closing that is cancelled reads nothing and gives the
 * connection up. Where nothing is left, the connection serves the next request. */
static void
close_stream (RcpFetchJob *job, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GCancellable) cancellable = job->at_end ? NULL : g_cancellable_new ();

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  job->thread->n_pending++;
  g_input_stream_close_async (job->stream, G_PRIORITY_DEFAULT, cancellable, callback, user_data);
}

static void
clear_exchange (RcpFetchJob *job)
{
  if (job->stream != NULL)
    close_stream (job, closed_cb, job->thread);
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
end (RcpFetchJob *job, RcpFetched *fetched, GError *error)
{
  answer (job, fetched, error);
  clear_exchange (job);
  clear_source (&job->timer);
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
  RcpFetchThread *self = job->thread;
  gint64 now_us = g_get_monotonic_time ();

  if (job->deadline_us == 0)
    job->deadline_us = now_us + self->total_timeout_ms * G_GINT64_CONSTANT (1000);
  g_source_set_ready_time (job->timer,
                           MIN (job->deadline_us, now_us + self->idle_timeout_ms * G_GINT64_CONSTANT (1000)));
}

static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *connection, RcpFetchJob *job)
{
  wind_timer (job);
}

static void
starting_cb (SoupMessage *message, RcpFetchJob *job)
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
succeed (RcpFetchJob *job)
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

static void read_some (RcpFetchJob *job);
static void follow (RcpFetchJob *job);

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RcpFetchJob *job = user_data;
  g_autoptr (GError) error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, &error);

  job->thread->n_pending--;
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
  else if (job->body->len + (guint64) n > job->thread->max_bytes)
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
read_some (RcpFetchJob *job)
{
  job->thread->n_pending++;
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

static void request (RcpFetchJob *job);

/* Only now the next request finds the connection free. */
static void
followed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  RcpFetchJob *job = user_data;

  job->thread->n_pending--;
  g_input_stream_close_finish (G_INPUT_STREAM (object), result, NULL);
  g_clear_object (&job->stream);
  g_clear_pointer (&job->address, g_uri_unref);
  job->address = g_steal_pointer (&job->next);
  request (job);
}

static void
follow (RcpFetchJob *job)
{
  close_stream (job, followed_cb, job);
}

static void
redirect (RcpFetchJob *job)
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
  RcpFetchJob *job = user_data;
  g_autoptr (GError) error = NULL;
  SoupMessageHeaders *headers;
  guint status;

  job->thread->n_pending--;
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
           && (guint64) soup_message_headers_get_content_length (headers) > job->thread->max_bytes)
    fail (job, RCP_FETCH_ERROR_TOO_LARGE, "announces more bytes than allowed");
  else
    read_some (job);
}

/* Redirects are followed here and not by libsoup: they are counted, they stay in the web, and where one leads for good is
 * known. */
static void
request (RcpFetchJob *job)
{
  RcpFetchThread *self = job->thread;

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

/**
 * rcp_fetch_job_begin:
 * @user_data: the job
 *
 * Starts it; a #GSourceFunc for the thread's context.
 */
gboolean
rcp_fetch_job_begin (gpointer user_data)
{
  RcpFetchJob *job = g_atomic_rc_box_acquire (user_data);
  RcpFetchThread *self = job->thread;

  job->cancellable = g_cancellable_new ();
  job->body = g_byte_array_new ();
  job->block = g_malloc (BLOCK_BYTES);
  /* Until its turn has come, a job waits for the connections of the others, not for the server. */
  job->timer = g_timeout_source_new (0);
  g_source_set_ready_time (job->timer, -1);
  g_source_set_callback (job->timer, timer_cb, job, NULL);
  g_source_attach (job->timer, self->context);
  request (job);
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
  g_cancellable_cancel (job->cancellable);
  return G_SOURCE_REMOVE;
}

/* --- Of the caller ---------------------------------------------------------------------------------------------- */

/**
 * rcp_fetch_job_new:
 * @address: where it goes first
 *
 * Returns: (transfer full): a job to hand over to the thread.
 */
RcpFetchJob *
rcp_fetch_job_new (RcpFetchThread *thread, GUri *address)
{
  RcpFetchJob *job = g_atomic_rc_box_new0 (RcpFetchJob);

  job->thread = thread;
  job->address = g_uri_ref (address);
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
