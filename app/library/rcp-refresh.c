#include "config.h"

#include "rcp-refresh.h"

#include "rcp-clock.h"
#include "rcp-entry-page.h"
#include "rcp-feed-finder.h"
#include "rcp-feed-reader.h"
#include "rcp-file-walker.h"
#include "rcp-import-failure-private.h"

/* Requests handed to the fetcher at once: more than it has turns, so that it never waits for us, and few enough that answers
 * nobody has read yet do not fill the memory. */
#define WINDOW 16
/* Checks, and entries, saved together: a transaction costs little for each of so many. */
#define BATCH_CHECKS 64
#define BATCH_ENTRIES 1000

struct _RcpRefresh
{
  /* owned */
  RcpStore *store;
  RcpFetcher *fetcher;
  GArray *ids; /* NULL: all that are followed */
  GPtrArray *sources;
  GPtrArray *batch; /* RcpSourceCheck */
  GCancellable *cancellable;
  GError *error;

  /* plain */
  guint next;
  guint n_pending;
  guint n_batch_entries;

  /* under the lock */
  GMutex lock;
  RcpRefreshProgress progress;
  GPtrArray *failures; /* RcpImportFailure nobody has taken yet */
};

/**
 * rcp_refresh_new:
 * @ids: (nullable): the sources to ask; %NULL for all that are neither paused nor gone
 *
 * Returns: (transfer full): a refresh that has not begun.
 */
RcpRefresh *
rcp_refresh_new (RcpStore *store, RcpFetcher *fetcher, const gint64 *ids, gsize n)
{
  RcpRefresh *self = g_new0 (RcpRefresh, 1);

  self->store = g_object_ref (store);
  self->fetcher = g_object_ref (fetcher);
  if (ids != NULL)
    {
      self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_array_append_vals (self->ids, ids, n);
    }
  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_source_check_free);
  self->failures = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_init (&self->lock);
  return self;
}

/** rcp_refresh_free: once it does not run. */
void
rcp_refresh_free (RcpRefresh *self)
{
  g_clear_object (&self->store);
  g_clear_object (&self->fetcher);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_free (self);
}

/** rcp_refresh_get_schedule: what is known of @source that bears on when to ask it again. */
void
rcp_refresh_get_schedule (RcpSource *source, RcpSchedule *schedule)
{
  *schedule = (RcpSchedule){
    .interval_s = rcp_source_get_interval_s (source),
    .ttl_s = rcp_source_get_ttl_s (source),
    .skip_hours = rcp_source_get_skip_hours (source),
    .skip_days = rcp_source_get_skip_days (source),
    .retry_after_us = rcp_source_get_retry_after_us (source),
    .fresh_until_us = rcp_source_get_fresh_until_us (source),
    .checked_us = rcp_source_get_checked_us (source),
    .n_failures = rcp_source_get_n_failures (source),
    .is_paused = rcp_source_get_paused (source),
    .is_retired = rcp_source_get_retired (source),
    .seed = rcp_source_get_id (source),
  };
}

static const char *
name_of (RcpSource *source)
{
  const char *title = rcp_source_get_title (source);

  return title != NULL && *title != '\0' ? title : rcp_source_get_uri (source) ? rcp_source_get_uri (source) : "";
}

/* --- Saving ----------------------------------------------------------------------------------------------------- */

static void
flush (RcpRefresh *self)
{
  guint n_entries = 0, n_failed = 0;

  if (self->batch->len == 0)
    return;
  if (self->error == NULL && rcp_store_save_checks (self->store, self->batch, &self->error))
    for (guint i = 0; i < self->batch->len; i++)
      {
        const RcpSourceCheck *check = self->batch->pdata[i];

        n_entries += check->n_new + check->n_changed;
        n_failed += check->failure != NULL;
      }
  g_mutex_lock (&self->lock);
  self->progress.n_done += self->batch->len;
  self->progress.n_entries += n_entries;
  self->progress.n_failed += n_failed;
  g_mutex_unlock (&self->lock);
  g_ptr_array_set_size (self->batch, 0);
  self->n_batch_entries = 0;
}

static void
fail (RcpRefresh *self, RcpSource *source, RcpSourceCheck *check, const GError *error)
{
  check->failure = rcp_error_describe (error);
  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->failures, rcp_import_failure_new (name_of (source), error));
  g_mutex_unlock (&self->lock);
}

/* @taken: (transfer full) */
static void
keep (RcpRefresh *self, RcpSourceCheck *taken, const RcpSchedule *schedule)
{
  taken->checked_us = schedule->checked_us;
  taken->n_failures = schedule->n_failures;
  taken->is_retired = schedule->is_retired;
  taken->ttl_s = schedule->ttl_s;
  taken->skip_hours = schedule->skip_hours;
  taken->skip_days = schedule->skip_days;
  taken->retry_after_us = schedule->retry_after_us;
  taken->fresh_until_us = schedule->fresh_until_us;
  taken->next_check_us = rcp_schedule_next_us (schedule);
  self->n_batch_entries += taken->entries->len;
  g_ptr_array_add (self->batch, taken);
  if (self->batch->len >= BATCH_CHECKS || self->n_batch_entries >= BATCH_ENTRIES)
    flush (self);
}

/* --- Feeds and pages -------------------------------------------------------------------------------------------- */

static gboolean
read_feed (RcpSourceCheck *check, RcpFetched *fetched, RcpSchedule *schedule, GError **error)
{
  g_autoptr (RcpFeed) feed = rcp_feed_read (fetched->bytes, fetched->content_type, fetched->uri, error);
  g_autoptr (GPtrArray) keys = NULL;

  if (feed == NULL)
    return FALSE;
  keys = rcp_feed_list_keys (feed);
  /* The oldest first, as they came. */
  for (guint i = feed->entries->len; i > 0; i--)
    g_ptr_array_add (check->entries, rcp_entry_page_new (check->source_id, feed, feed->entries->pdata[i - 1],
                                                         keys->pdata[i - 1]));
  check->title = g_strdup (feed->title);
  schedule->ttl_s = feed->ttl_s;
  schedule->skip_hours = feed->skip_hours;
  schedule->skip_days = feed->skip_days;
  return TRUE;
}

/* A page is its own and only entry; whether it changed in substance shows when it is read. */
static void
read_page (RcpSourceCheck *check, RcpFetched *fetched, const char *uri)
{
  RcpStoredEntry *entry = rcp_stored_entry_new ();

  entry->source_id = check->source_id;
  entry->key = g_strdup ("page");
  entry->content_hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, fetched->bytes);
  entry->uri = g_strdup (fetched->uri ? fetched->uri : uri);
  entry->content_type = g_strdup (fetched->content_type);
  entry->payload = g_bytes_ref (fetched->bytes);
  g_ptr_array_add (check->entries, entry);
}

typedef struct
{
  RcpRefresh *refresh;
  RcpSource *source;
  char *found_uri; /* of the feed that the page at the source's address says it has */
} Asked;

static void ask (RcpRefresh *self, RcpSource *source, const char *found_uri);

/* The user may give a site where a feed is wanted. A source that never was a feed is asked at the feed that its page states,
 * once. */
static gboolean
ask_stated_feed (RcpRefresh *self, const Asked *asked, RcpFetched *fetched)
{
  g_autoptr (GPtrArray) candidates = NULL;
  const RcpFeedCandidate *first;

  if (asked->found_uri != NULL || rcp_source_get_succeeded_us (asked->source) != 0)
    return FALSE;
  candidates = rcp_feed_finder_list (fetched->bytes, fetched->uri);
  first = candidates != NULL && candidates->len > 0 ? candidates->pdata[0] : NULL;
  if (first == NULL || first->clue != RCP_FEED_CLUE_STATED)
    return FALSE;
  ask (self, asked->source, first->uri);
  return TRUE;
}

static void
take_answer (RcpRefresh *self, const Asked *asked, RcpFetched *fetched, const GError *problem)
{
  RcpSource *source = asked->source;
  gint64 now_us = rcp_clock_now_us ();
  RcpSourceCheck *check = rcp_source_check_new (rcp_source_get_id (source));
  g_autoptr (GError) error = problem ? g_error_copy (problem) : NULL;
  RcpSchedule schedule;

  rcp_refresh_get_schedule (source, &schedule);
  if (fetched == NULL)
    rcp_schedule_failed (&schedule, now_us);
  else
    {
      rcp_schedule_answered (&schedule, fetched, now_us);
      if (rcp_fetched_check (fetched, &error) && !fetched->not_modified)
        {
          if (rcp_source_get_kind (source) == RCP_SOURCE_PAGE)
            read_page (check, fetched, rcp_source_get_uri (source));
          else if (!read_feed (check, fetched, &schedule, &error))
            {
              if (g_error_matches (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_WEB_PAGE)
                  && ask_stated_feed (self, asked, fetched))
                {
                  rcp_source_check_free (check);
                  return;
                }
              rcp_schedule_failed (&schedule, now_us);
            }
        }
      if (error == NULL)
        {
          check->has_validators = TRUE;
          check->etag = g_strdup (fetched->etag);
          check->last_modified = g_strdup (fetched->last_modified);
          check->validated_uri = g_strdup (fetched->uri);
          check->moved_to = g_strdup (fetched->moved_to ? fetched->moved_to : asked->found_uri);
        }
    }
  if (error != NULL)
    fail (self, source, check, error);
  keep (self, check, &schedule);
}

static void ask_more (RcpRefresh *self);

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Asked *asked = user_data;
  RcpRefresh *self = asked->refresh;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFetched) fetched = rcp_fetcher_fetch_finish (RCP_FETCHER (object), result, &error);

  self->n_pending--;
  ask_more (self);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    take_answer (self, asked, fetched, error);
  g_free (asked->found_uri);
  g_free (asked);
}

static void
ask (RcpRefresh *self, RcpSource *source, const char *found_uri)
{
  g_autoptr (RcpFetchRequest) request = rcp_fetch_request_new (found_uri ? found_uri : rcp_source_get_uri (source));
  Asked *asked = g_new (Asked, 1);

  asked->refresh = self;
  asked->source = source;
  asked->found_uri = g_strdup (found_uri);
  if (rcp_source_get_kind (source) != RCP_SOURCE_PAGE)
    request->accept = g_strdup (RCP_FETCH_ACCEPT_FEED);
  request->etag = g_strdup (rcp_source_get_etag (source));
  request->last_modified = g_strdup (rcp_source_get_last_modified (source));
  request->validated_uri = g_strdup (rcp_source_get_validated_uri (source));
  self->n_pending++;
  rcp_fetcher_fetch_async (self->fetcher, request, self->cancellable, answered_cb, asked);
}

/* --- Folders ---------------------------------------------------------------------------------------------------- */

static void
found_cb (GFile *file, const char *name, const char *content_type, const GError *error, gpointer user_data)
{
  RcpSourceCheck *check = user_data;
  RcpStoredEntry *entry;
  g_autoptr (GFileInfo) info = NULL;

  if (error != NULL)
    return;
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED ","
                            G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info == NULL)
    return;
  entry = rcp_stored_entry_new ();
  entry->source_id = check->source_id;
  entry->uri = g_file_get_uri (file);
  entry->key = g_strdup (entry->uri);
  entry->title = g_strdup (name);
  entry->content_type = g_strdup (content_type);
  entry->content_hash
      = g_strdup_printf ("%" G_GUINT64_FORMAT ".%06u %" G_GUINT64_FORMAT,
                         g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                         g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC),
                         g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_STANDARD_SIZE));
  g_ptr_array_add (check->entries, entry);
}

static void
look_into_folder (RcpRefresh *self, RcpSource *source)
{
  RcpSourceCheck *check = rcp_source_check_new (rcp_source_get_id (source));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now_us = rcp_clock_now_us ();
  RcpSchedule schedule;

  rcp_refresh_get_schedule (source, &schedule);
  g_ptr_array_add (files, g_file_new_for_uri (rcp_source_get_uri (source)));
  info = g_file_query_info (files->pdata[0], G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, self->cancellable,
                            &error);
  if (info == NULL)
    {
      rcp_schedule_failed (&schedule, now_us);
      fail (self, source, check, error);
    }
  else
    {
      rcp_file_walker_walk (files, self->cancellable, found_cb, check);
      schedule.checked_us = now_us;
      schedule.n_failures = 0;
    }
  keep (self, check, &schedule);
}

/* --- All of them ------------------------------------------------------------------------------------------------ */

/* Who asked to be left alone is, whoever wishes otherwise. */
static gboolean
must_wait (RcpRefresh *self, RcpSource *source)
{
  gint64 now_us = rcp_clock_now_us ();
  g_autoptr (GError) error = NULL;
  RcpSchedule schedule;

  rcp_refresh_get_schedule (source, &schedule);
  if (rcp_schedule_by_hand_us (&schedule, now_us) <= now_us)
    return FALSE;
  error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_BUSY, rcp_source_get_last_error (source)
                                                                ? rcp_source_get_last_error (source)
                                                                : "asked to be left alone");
  g_mutex_lock (&self->lock);
  self->progress.n_done++;
  self->progress.n_failed++;
  g_ptr_array_add (self->failures, rcp_import_failure_new (name_of (source), error));
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static void
ask_more (RcpRefresh *self)
{
  while (self->next < self->sources->len && self->n_pending < WINDOW && self->error == NULL
         && !g_cancellable_is_cancelled (self->cancellable))
    {
      RcpSource *source = self->sources->pdata[self->next++];

      if (rcp_source_get_kind (source) == RCP_SOURCE_FOLDER)
        look_into_folder (self, source);
      else if (!must_wait (self, source))
        ask (self, source, NULL);
    }
}

static gboolean
is_asked (RcpRefresh *self, RcpSource *source)
{
  RcpSourceKind kind = rcp_source_get_kind (source);

  if (rcp_source_get_uri (source) == NULL
      || (kind != RCP_SOURCE_FEED && kind != RCP_SOURCE_PAGE && kind != RCP_SOURCE_FOLDER))
    return FALSE;
  if (self->ids == NULL)
    return !rcp_source_get_paused (source) && !rcp_source_get_retired (source);
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, gint64, i) == rcp_source_get_id (source))
      return TRUE;
  return FALSE;
}

/**
 * rcp_refresh_run:
 * @error: return location: RCP_STORE_ERROR, %G_IO_ERROR_CANCELLED; a source that fails is none
 *
 * Asks the sources, and keeps what they say in few transactions. Blocks; any thread, once.
 *
 * Returns: whether all of them were asked.
 */
gboolean
rcp_refresh_run (RcpRefresh *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMainContext) context = NULL;
  g_autoptr (GListModel) sources = rcp_store_list_sources (self->store, cancellable, error);

  if (sources == NULL)
    return FALSE;
  g_set_object (&self->cancellable, cancellable);
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RcpSource) source = g_list_model_get_item (sources, i);

      if (is_asked (self, source))
        g_ptr_array_add (self->sources, g_steal_pointer (&source));
    }
  g_mutex_lock (&self->lock);
  self->progress.n_sources = self->sources->len;
  g_mutex_unlock (&self->lock);

  context = g_main_context_new ();
  g_main_context_push_thread_default (context);
  ask_more (self);
  while (self->n_pending > 0)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  flush (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/** rcp_refresh_get_progress: how far it is; any thread. */
void
rcp_refresh_get_progress (RcpRefresh *self, RcpRefreshProgress *progress)
{
  g_mutex_lock (&self->lock);
  *progress = self->progress;
  g_mutex_unlock (&self->lock);
}

/** rcp_refresh_take_failures: (transfer full) (element-type RcpImportFailure): those since the last call; any thread. */
GPtrArray *
rcp_refresh_take_failures (RcpRefresh *self)
{
  GPtrArray *failures;

  g_mutex_lock (&self->lock);
  failures = g_steal_pointer (&self->failures);
  self->failures = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_unlock (&self->lock);
  return failures;
}
