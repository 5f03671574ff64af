#include "config.h"

#include "rcp-import-run.h"

#include "rcp-clock.h"
#include "rcp-file-reader.h"
#include "rcp-file-walker.h"
#include "rcp-import-entry.h"
#include "rcp-import-failure-private.h"
#include "rcp-resources.h"
#include "rcp-sample-pins.h"

#include <glib/gi18n-lib.h>

#define SAMPLE_FOLDER "/app/recoupe/Recoupe/engine/sample/"

/* Articles saved together: enough that a transaction costs little for each, few enough that they soon show. */
#define BATCH_ARTICLES 128
/* What has been read is not kept waiting longer than this for the next file. */
#define BATCH_WAIT_US (250 * 1000)
/* Items between being found and being integrated, and how many bytes of large ones. */
#define WINDOW_ITEMS 256
#define WINDOW_BYTES (64 * 1024 * 1024)
#define LARGE_BYTES (1024 * 1024)
/* Workers that may wait for pages. */
#define ENTRY_THREADS 8

struct _RcpImportRun
{
  /* owned */
  RcpStore *store;
  RcpIntegrator *integrator;
  RcpFetcher *fetcher; /* where there are addresses to fetch */
  GCancellable *cancellable;
  GPtrArray *files;    /* GFile to walk */
  char *folder_name;   /* names the dossier that is made */
  GThread *walker;
  GThread *thread;
  GThreadPool *pool;
  GPtrArray *pinned_names; /* utf8; the walker's, then only read */
  GHashTable *hashes;  /* content hashes of this import; the coordinator's */
  GPtrArray *batch;    /* RcpIncoming; the coordinator's */
  GQueue in_flight;    /* RcpImportItem in order; changed by the coordinator, under the lock */

  /* plain */
  RcpImportKind kind;
  gint64 dossier_id;
  gboolean dossier_found;
  GSourceFunc moved;
  gpointer moved_data;

  /* under the lock */
  GMutex lock;
  GCond cond;
  GQueue found;        /* RcpImportItem */
  GPtrArray *failures; /* RcpImportFailure nobody has taken yet */
  GError *error;
  RcpImportProgress progress;
  gsize large_bytes;
};

static void
item_free (gpointer item)
{
  rcp_import_item_free (item);
}

/**
 * rcp_import_run_new:
 * @dossier_id: where the articles go; 0 as rcp_library_import_files() says
 *
 * Returns: (transfer full): an import that has not begun.
 */
RcpImportRun *
rcp_import_run_new (RcpStore *store, RcpIntegrator *integrator, RcpImportKind kind, gint64 dossier_id)
{
  RcpImportRun *self = g_new0 (RcpImportRun, 1);

  self->store = g_object_ref (store);
  self->integrator = rcp_integrator_ref (integrator);
  self->cancellable = g_cancellable_new ();
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->batch = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_incoming_free);
  self->failures = g_ptr_array_new_with_free_func (g_object_unref);
  self->kind = kind;
  self->dossier_id = dossier_id;
  self->progress.scanning = TRUE;
  g_queue_init (&self->in_flight);
  g_queue_init (&self->found);
  g_mutex_init (&self->lock);
  g_cond_init (&self->cond);
  return self;
}

/** rcp_import_run_free: ends it if need be, and frees it. */
void
rcp_import_run_free (RcpImportRun *self)
{
  rcp_import_run_cancel (self);
  rcp_import_run_join (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->integrator, rcp_integrator_unref);
  g_clear_object (&self->fetcher);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->folder_name, g_free);
  g_clear_pointer (&self->pinned_names, g_ptr_array_unref);
  g_clear_pointer (&self->hashes, g_hash_table_unref);
  g_clear_pointer (&self->batch, g_ptr_array_unref);
  g_clear_pointer (&self->failures, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_queue_clear_full (&self->in_flight, item_free);
  g_queue_clear_full (&self->found, item_free);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->cond);
  g_free (self);
}

/** rcp_import_run_add_file: one more file or folder; before it starts. */
void
rcp_import_run_add_file (RcpImportRun *self, GFile *file)
{
  g_ptr_array_add (self->files, g_object_ref (file));
}

/** rcp_import_run_set_fetcher: what fetches those files that are addresses of the web; before it starts. */
void
rcp_import_run_set_fetcher (RcpImportRun *self, RcpFetcher *fetcher)
{
  g_set_object (&self->fetcher, fetcher);
}

/* Has the progress told, in its own time, on the thread of the library. */
static void
tell (RcpImportRun *self)
{
  self->moved (self->moved_data);
}

static void
push_found (RcpImportRun *self, RcpImportItem *item)
{
  g_mutex_lock (&self->lock);
  g_queue_push_tail (&self->found, item);
  self->progress.n_found++;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
}

/** rcp_import_run_add_text: one article as text; before it starts. */
void
rcp_import_run_add_text (RcpImportRun *self, const char *text, const char *title)
{
  gboolean titled = title != NULL && *title != '\0';
  RcpImportItem *item = rcp_import_item_new (titled ? title : _("Pasted text"), "text/plain");
  /* Where the text does not begin with its title, it is put there, for the reader to find. */
  char *whole = titled && !g_str_has_prefix (text, title) ? g_strconcat (title, "\n\n", text, NULL) : g_strdup (text);

  item->bytes = g_bytes_new_take (whole, strlen (whole));
  push_found (self, item);
}

/* --- Finding ---------------------------------------------------------------------------------------------------- */

static void
found_cb (GFile *file, const char *name, const char *content_type, const GError *error, gpointer user_data)
{
  RcpImportRun *self = user_data;
  RcpImportItem *item = rcp_import_item_new (name, content_type);

  item->file = g_object_ref (file);
  item->error = error ? g_error_copy (error) : NULL;
  push_found (self, item);
  tell (self);
}

static void
find_sample (RcpImportRun *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  rcp_engine_resources_ensure ();
  names = g_resources_enumerate_children (SAMPLE_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    for (guint j = i; j > 0 && strcmp (names[j - 1], names[j]) > 0; j--)
      {
        char *name = names[j];

        names[j] = names[j - 1];
        names[j - 1] = name;
      }
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SAMPLE_FOLDER, names[i], NULL);
      RcpImportItem *item
          = rcp_import_item_new (names[i], g_str_has_suffix (names[i], ".md") ? "text/markdown" : "text/html");

      item->bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &item->error);
      push_found (self, item);
    }
  if (names == NULL)
    {
      g_mutex_lock (&self->lock);
      g_set_error (&self->error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, "the sample: %s", error->message);
      g_mutex_unlock (&self->lock);
    }
}

static void
find_outdated (RcpImportRun *self)
{
  GError *error = NULL;
  guint version = rcp_analyser_get_version (rcp_integrator_get_analyser (self->integrator));
  g_autoptr (GArray) ids = rcp_store_list_outdated (self->store, version, self->cancellable, &error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      RcpImportItem *item = rcp_import_item_new ("", NULL);

      item->article_id = g_array_index (ids, gint64, i);
      push_found (self, item);
    }
  if (error != NULL)
    {
      g_mutex_lock (&self->lock);
      self->error = error;
      g_mutex_unlock (&self->lock);
    }
}

/* What sources have brought and nobody has read yet. */
static gboolean
find_entries (RcpImportRun *self, GError **error)
{
  g_autoptr (GListModel) sources = rcp_store_list_sources (self->store, self->cancellable, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  g_autoptr (GArray) ids = NULL;

  if (sources == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      RcpSource *source = g_list_model_get_item (sources, i);
      gint64 id = rcp_source_get_id (source);

      g_hash_table_insert (by_id, g_memdup2 (&id, sizeof id), source);
    }
  self->pinned_names = rcp_import_entry_list_pinned (self->store, self->cancellable, error);
  if (self->pinned_names == NULL)
    return FALSE;
  ids = rcp_store_list_waiting_entries (self->store, rcp_clock_now_us (), self->cancellable, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autoptr (RcpImportItem) item = rcp_import_item_new ("", NULL);
      RcpSource *source;

      item->entry_id = g_array_index (ids, RcpWaitingEntry, i).id;
      source = g_hash_table_lookup (by_id, &g_array_index (ids, RcpWaitingEntry, i).source_id);
      if (source == NULL)
        continue;
      item->source = g_object_ref (source);
      push_found (self, g_steal_pointer (&item));
    }
  return ids != NULL;
}

static gpointer
walker_thread (gpointer data)
{
  RcpImportRun *self = data;
  GError *error = NULL;

  switch (self->kind)
    {
    case RCP_IMPORT_FILES:
      rcp_file_walker_walk (self->files, self->cancellable, found_cb, self);
      break;
    case RCP_IMPORT_SAMPLE:
      find_sample (self);
      break;
    case RCP_IMPORT_REANALYSIS:
      find_outdated (self);
      break;
    case RCP_IMPORT_ENTRIES:
      if (!find_entries (self, &error))
        {
          g_mutex_lock (&self->lock);
          self->error = error;
          g_mutex_unlock (&self->lock);
        }
      break;
    case RCP_IMPORT_TEXT:
    default:
      break;
    }
  g_mutex_lock (&self->lock);
  self->progress.scanning = FALSE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
  tell (self);
  return NULL;
}

/* --- Reading ---------------------------------------------------------------------------------------------------- */

/* Many large files at once would fill the memory: they wait for each other. The one the coordinator waits for never
 * does. */
static void
claim_bytes (RcpImportRun *self, RcpImportItem *item)
{
  gsize size = rcp_import_item_measure (item);

  if (size < LARGE_BYTES)
    return;
  g_mutex_lock (&self->lock);
  while (self->large_bytes + size > WINDOW_BYTES && g_queue_peek_head (&self->in_flight) != item)
    g_cond_wait (&self->cond, &self->lock);
  item->size_bytes = size;
  self->large_bytes += size;
  g_mutex_unlock (&self->lock);
}

static void
read_item (gpointer data, gpointer user_data)
{
  RcpImportItem *item = data;
  RcpImportRun *self = user_data;

  if (item->error == NULL && !g_cancellable_set_error_if_cancelled (self->cancellable, &item->error))
    {
      gboolean is_address = rcp_import_item_is_address (item);
      gboolean loaded;

      if (!is_address)
        claim_bytes (self, item);
      loaded = item->article_id != 0
               || (item->entry_id != 0
                       ? rcp_import_entry_load (item, self->store, self->fetcher, self->cancellable)
                       : rcp_import_item_load (item, self->fetcher, self->cancellable));
      if (loaded && (is_address || item->entry_id != 0))
        claim_bytes (self, item);
      if (loaded)
        rcp_import_item_read (item, self->store, self->integrator, self->cancellable);
    }
  g_mutex_lock (&self->lock);
  item->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->lock);
}

/* --- Integrating ------------------------------------------------------------------------------------------------ */

static void
fail (RcpImportRun *self, const char *name, const GError *error)
{
  RcpImportFailure *failure = rcp_import_failure_new (name, error);

  g_mutex_lock (&self->lock);
  g_ptr_array_add (self->failures, failure);
  g_mutex_unlock (&self->lock);
}

static gint64
find_dossier_named (RcpImportRun *self, const char *name, gboolean any, GError **error)
{
  g_autoptr (GListModel) dossiers = rcp_store_list_dossiers (self->store, self->cancellable, error);

  for (guint i = 0; dossiers != NULL && i < g_list_model_get_n_items (dossiers); i++)
    {
      g_autoptr (RcpDossier) dossier = g_list_model_get_item (dossiers, i);

      if (any || g_str_equal (rcp_dossier_get_name (dossier), name))
        return rcp_dossier_get_id (dossier);
    }
  return 0;
}

/* A first import into an empty library makes a dossier; later ones without a dossier only fill the library. */
static gboolean
find_dossier (RcpImportRun *self, GError **error)
{
  GError *inner = NULL;
  const char *name;
  gint64 there;

  if (self->dossier_found || self->dossier_id != 0 || self->kind == RCP_IMPORT_REANALYSIS
      || self->kind == RCP_IMPORT_ENTRIES)
    return TRUE;
  name = self->kind == RCP_IMPORT_SAMPLE ? _("Sample: Niger, the United States and Russia")
         : self->folder_name             ? self->folder_name
                                         : _("New dossier");
  there = find_dossier_named (self, name, self->kind != RCP_IMPORT_SAMPLE, &inner);
  if (inner != NULL)
    {
      g_propagate_error (error, inner);
      return FALSE;
    }
  if (there == 0 && !rcp_store_create_dossier (self->store, name, &self->dossier_id, error))
    return FALSE;
  if (self->kind == RCP_IMPORT_SAMPLE && there != 0)
    self->dossier_id = there;
  self->dossier_found = TRUE;
  return TRUE;
}

static gboolean
flush (RcpImportRun *self)
{
  g_autoptr (GError) error = NULL;
  guint n = self->batch->len, n_updated = 0;
  int n_more = 0;
  gboolean saved;

  if (n == 0)
    return TRUE;
  saved = find_dossier (self, &error);
  for (guint i = 0; saved && i < n; i++)
    {
      RcpIncoming *incoming = self->batch->pdata[i];

      if (self->kind != RCP_IMPORT_ENTRIES)
        incoming->dossier_id = self->dossier_id;
      n_updated += incoming->is_update;
    }
  saved = saved && rcp_integrator_integrate (self->integrator, self->batch, &n_more, self->cancellable, &error);
  g_ptr_array_set_size (self->batch, 0);

  g_mutex_lock (&self->lock);
  if (saved)
    {
      self->progress.n_added += n - n_updated;
      self->progress.n_updated += n_updated;
      self->progress.n_events += n_more;
      self->progress.n_saved++;
    }
  else if (self->error == NULL)
    self->error = g_steal_pointer (&error);
  self->progress.n_done += n;
  g_mutex_unlock (&self->lock);
  tell (self);
  return saved;
}

/* Whether an earlier version of the same article waits to be saved. */
static gboolean
is_in_batch (RcpImportRun *self, gint64 article_id)
{
  for (guint i = 0; i < self->batch->len; i++)
    if (((RcpIncoming *) self->batch->pdata[i])->id == article_id)
      return TRUE;
  return FALSE;
}

static gboolean
add_hash (RcpImportRun *self, const char *prefix, const char *hash)
{
  return hash == NULL || g_hash_table_add (self->hashes, g_strconcat (prefix, hash, NULL));
}

/* What may be the same as something of this import that was not saved yet when it was read is read once more when that is
 * saved: the way it came is kept too. */
static void
read_after_others (RcpImportRun *self, RcpImportItem *item)
{
  const RcpIncoming *incoming = item->incoming;
  gboolean is_first = add_hash (self, "", incoming->content_hash);

  if (add_hash (self, "uri:", incoming->document->uri) && is_first)
    return;
  flush (self);
  g_clear_pointer (&item->incoming, rcp_incoming_free);
  rcp_import_item_read (item, self->store, self->integrator, self->cancellable);
}

/* What came of an entry. Nobody needs to hear of one that is there already, or not wanted. */
static void
accept_entry (RcpImportRun *self, RcpImportItem *item)
{
  if (item->error == NULL)
    read_after_others (self, item);
  if (item->error == NULL)
    item->is_filtered = !item->incoming->is_update
                        && !rcp_import_entry_is_wanted (item, item->incoming, self->pinned_names);
  if (item->error == NULL && !item->is_filtered)
    {
      if (item->incoming->is_update && is_in_batch (self, item->incoming->id))
        flush (self);
      g_ptr_array_add (self->batch, g_steal_pointer (&item->incoming));
      return;
    }
  if (g_error_matches (item->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  rcp_import_entry_settle (item, self->store);
  if (item->error != NULL && !g_error_matches (item->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_DUPLICATE))
    fail (self, item->name, item->error);
  g_mutex_lock (&self->lock);
  self->progress.n_done++;
  g_mutex_unlock (&self->lock);
  tell (self);
}

/* Takes what a worker has finished with into the batch. */
static void
accept (RcpImportRun *self, RcpImportItem *taken)
{
  g_autoptr (RcpImportItem) item = taken;

  if (item->entry_id != 0)
    {
      accept_entry (self, item);
      return;
    }
  if (item->error == NULL && item->article_id == 0
      && !g_hash_table_add (self->hashes, g_strdup (item->incoming->content_hash)))
    g_set_error (&item->error, RCP_IMPORT_ERROR, RCP_IMPORT_ERROR_DUPLICATE, "%s: twice in this import", item->name);
  if (item->error == NULL)
    {
      if (item->incoming->is_update && is_in_batch (self, item->incoming->id))
        flush (self);
      g_ptr_array_add (self->batch, g_steal_pointer (&item->incoming));
      return;
    }
  if (g_error_matches (item->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* A copy of what the library has still belongs into the dossier it is brought to. */
  if (item->duplicate_of != 0 && self->dossier_id != 0)
    rcp_store_add_to_dossier (self->store, self->dossier_id, &item->duplicate_of, 1, NULL);
  fail (self, item->name, item->error);
  g_mutex_lock (&self->lock);
  self->progress.n_done++;
  g_mutex_unlock (&self->lock);
  tell (self);
}

static void
feed_pool (RcpImportRun *self)
{
  while (!g_queue_is_empty (&self->found) && g_queue_get_length (&self->in_flight) < WINDOW_ITEMS)
    {
      RcpImportItem *item = g_queue_pop_head (&self->found);

      g_queue_push_tail (&self->in_flight, item);
      g_thread_pool_push (self->pool, item, NULL);
    }
}

/* The next item in order that is done; NULL when there is none any more, or with @waited when the batch has waited long
 * enough. */
static RcpImportItem *
wait_for_item (RcpImportRun *self, gint64 deadline_us, gboolean *waited)
{
  RcpImportItem *item = NULL;

  *waited = FALSE;
  g_mutex_lock (&self->lock);
  for (;;)
    {
      feed_pool (self);
      item = g_queue_peek_head (&self->in_flight);
      if (item != NULL && item->done)
        {
          g_queue_pop_head (&self->in_flight);
          self->large_bytes -= item->size_bytes;
          g_cond_broadcast (&self->cond);
          break;
        }
      if (item == NULL && !self->progress.scanning)
        break;
      item = NULL;
      if (deadline_us == 0)
        g_cond_wait (&self->cond, &self->lock);
      else if (!g_cond_wait_until (&self->cond, &self->lock, deadline_us))
        {
          *waited = TRUE;
          break;
        }
    }
  g_mutex_unlock (&self->lock);
  return item;
}

static void
integrate_all (RcpImportRun *self)
{
  gint64 deadline_us = 0;

  for (;;)
    {
      gboolean waited;
      RcpImportItem *item = wait_for_item (self, deadline_us, &waited);

      if (item != NULL)
        accept (self, item);
      if (self->batch->len == 0)
        deadline_us = 0;
      else if (deadline_us == 0)
        deadline_us = g_get_monotonic_time () + BATCH_WAIT_US;
      if (waited || item == NULL || self->batch->len >= BATCH_ARTICLES)
        {
          /* What a cancelled import had not saved is not saved. */
          if (g_cancellable_is_cancelled (self->cancellable))
            g_ptr_array_set_size (self->batch, 0);
          else if (!flush (self))
            g_cancellable_cancel (self->cancellable);
          deadline_us = 0;
        }
      if (item == NULL && !waited)
        return;
    }
}

static gpointer
coordinator_thread (gpointer data)
{
  RcpImportRun *self = data;
  guint n_threads = self->kind == RCP_IMPORT_ENTRIES ? ENTRY_THREADS : CLAMP (g_get_num_processors (), 1, 8);
  g_autoptr (GError) error = NULL;

  self->pool = g_thread_pool_new (read_item, self, n_threads, FALSE, NULL);
  integrate_all (self);
  g_thread_pool_free (g_steal_pointer (&self->pool), FALSE, TRUE);
  g_thread_join (g_steal_pointer (&self->walker));
  if (self->kind == RCP_IMPORT_SAMPLE && self->progress.n_added > 0 && !rcp_sample_pins_set (self->store, &error))
    g_debug ("no pins for the sample: %s", error->message);

  g_mutex_lock (&self->lock);
  if (self->error == NULL)
    g_cancellable_set_error_if_cancelled (self->cancellable, &self->error);
  self->progress.finished = TRUE;
  g_mutex_unlock (&self->lock);
  tell (self);
  return NULL;
}

/* --- Public ----------------------------------------------------------------------------------------------------- */

/**
 * rcp_import_run_start:
 * @moved: called, on any thread and very often, when the progress has moved
 * @user_data: for @moved
 */
void
rcp_import_run_start (RcpImportRun *self, GSourceFunc moved, gpointer user_data)
{
  self->moved = moved;
  self->moved_data = user_data;
  if (self->kind == RCP_IMPORT_FILES && self->files->len == 1 && !rcp_file_reader_is_address (self->files->pdata[0])
      && g_file_query_file_type (self->files->pdata[0], G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY)
    {
      g_autofree char *base = g_file_get_basename (self->files->pdata[0]);

      self->folder_name = base ? g_filename_display_name (base) : NULL;
    }
  self->walker = g_thread_new ("rcp-walker", walker_thread, self);
  self->thread = g_thread_new ("rcp-import", coordinator_thread, self);
}

/** rcp_import_run_cancel: has it end soon; any thread. */
void
rcp_import_run_cancel (RcpImportRun *self)
{
  g_cancellable_cancel (self->cancellable);
}

/** rcp_import_run_join: waits until its threads have ended. */
void
rcp_import_run_join (RcpImportRun *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

/** rcp_import_run_get_progress: how far it is; any thread. */
void
rcp_import_run_get_progress (RcpImportRun *self, RcpImportProgress *progress)
{
  g_mutex_lock (&self->lock);
  *progress = self->progress;
  g_mutex_unlock (&self->lock);
}

/**
 * rcp_import_run_take_failures:
 *
 * Returns: (transfer full) (element-type RcpImportFailure): those since the last call.
 */
GPtrArray *
rcp_import_run_take_failures (RcpImportRun *self)
{
  GPtrArray *failures;

  g_mutex_lock (&self->lock);
  failures = g_steal_pointer (&self->failures);
  self->failures = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_unlock (&self->lock);
  return failures;
}

/**
 * rcp_import_run_dup_error:
 *
 * Returns: (transfer full) (nullable): why it ended early.
 */
GError *
rcp_import_run_dup_error (RcpImportRun *self)
{
  GError *error;

  g_mutex_lock (&self->lock);
  error = self->error ? g_error_copy (self->error) : NULL;
  g_mutex_unlock (&self->lock);
  return error;
}
