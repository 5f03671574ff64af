#include "config.h"

#include "rcp-import-private.h"

#include "rcp-file-reader.h"
#include "rcp-import-run.h"
#include "rcp-library-private.h"

/* At most ten a second: what an eye can follow. */
#define NOTIFY_INTERVAL_MS 100

/* Wakes the library's thread from those of the run; outlives whichever of them goes first. */
typedef struct
{
  GMutex lock;
  GMainContext *context;
  GWeakRef import;
  gboolean queued;
} Waker;

struct _RcpImport
{
  GObject parent_instance;

  /* owned */
  GWeakRef library;
  Waker *waker;
  RcpImportRun *run;
  GListStore *failures;
  GError *error;

  /* plain */
  RcpImportProgress shown;
  gint64 notified_us;
  gboolean started;
};

G_DEFINE_FINAL_TYPE (RcpImport, rcp_import, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_FOUND,
  PROP_N_DONE,
  PROP_N_ADDED,
  PROP_N_EVENTS,
  PROP_SCANNING,
  PROP_ENDED,
  PROP_ERROR,
  N_PROPS
};

enum
{
  FINISHED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
waker_clear (gpointer data)
{
  Waker *waker = data;

  g_mutex_clear (&waker->lock);
  g_clear_pointer (&waker->context, g_main_context_unref);
  g_weak_ref_clear (&waker->import);
}

static void
waker_release (gpointer waker)
{
  g_atomic_rc_box_release_full (waker, waker_clear);
}

static void
take_failures (RcpImport *self)
{
  g_autoptr (GPtrArray) failures = rcp_import_run_take_failures (self->run);

  if (failures->len > 0)
    g_list_store_splice (self->failures, g_list_model_get_n_items (G_LIST_MODEL (self->failures)), 0, failures->pdata,
                         failures->len);
}

static void
show (RcpImport *self, const RcpImportProgress *now)
{
  RcpImportProgress before = self->shown;

  self->shown = *now;
  g_object_freeze_notify (G_OBJECT (self));
  take_failures (self);
  if (now->n_found != before.n_found)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_FOUND]);
  if (now->n_done != before.n_done)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_DONE]);
  if (now->n_added != before.n_added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ADDED]);
  if (now->n_events != before.n_events)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_EVENTS]);
  if (now->scanning != before.scanning)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCANNING]);
  if (now->finished != before.finished)
    {
      if (self->error == NULL)
        self->error = rcp_import_run_dup_error (self->run);
      if (self->error != NULL)
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENDED]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
update (RcpImport *self)
{
  g_autoptr (RcpLibrary) library = g_weak_ref_get (&self->library);
  RcpImportProgress now;
  guint n_saved = self->shown.n_saved;
  gboolean was_finished = self->shown.finished;

  rcp_import_run_get_progress (self->run, &now);
  self->notified_us = g_get_monotonic_time ();
  show (self, &now);
  if (library != NULL && now.n_saved != n_saved)
    rcp_library_queue_changed (library, RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS
                                            | RCP_LIBRARY_CHANGED_ACTORS | RCP_LIBRARY_CHANGED_DOSSIERS
                                            | RCP_LIBRARY_CHANGED_SOURCES);
  if (now.finished && !was_finished)
    {
      rcp_import_run_join (self->run);
      g_signal_emit (self, signals[FINISHED], 0);
      if (library != NULL)
        rcp_library_import_ended (library, self);
    }
}

static gboolean
moved_main_cb (gpointer user_data)
{
  Waker *waker = user_data;
  g_autoptr (RcpImport) self = g_weak_ref_get (&waker->import);

  g_mutex_lock (&waker->lock);
  waker->queued = FALSE;
  g_mutex_unlock (&waker->lock);
  if (self != NULL)
    update (self);
  return G_SOURCE_REMOVE;
}

/* On any thread: has the library's thread look at the progress, unless it will anyway. */
static gboolean
moved_cb (gpointer user_data)
{
  Waker *waker = user_data;

  g_mutex_lock (&waker->lock);
  if (!waker->queued)
    {
      g_autoptr (GSource) source = g_timeout_source_new (NOTIFY_INTERVAL_MS);

      waker->queued = TRUE;
      g_source_set_priority (source, G_PRIORITY_DEFAULT);
      g_source_set_callback (source, moved_main_cb, g_atomic_rc_box_acquire (waker), waker_release);
      g_source_attach (source, waker->context);
    }
  g_mutex_unlock (&waker->lock);
  return G_SOURCE_CONTINUE;
}

static void
rcp_import_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpImport *self = RCP_IMPORT (object);

  switch (prop_id)
    {
    case PROP_N_FOUND:
      g_value_set_uint (value, rcp_import_get_n_found (self));
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, rcp_import_get_n_done (self));
      break;
    case PROP_N_ADDED:
      g_value_set_uint (value, rcp_import_get_n_added (self));
      break;
    case PROP_N_EVENTS:
      g_value_set_uint (value, rcp_import_get_n_events (self));
      break;
    case PROP_SCANNING:
      g_value_set_boolean (value, rcp_import_get_scanning (self));
      break;
    case PROP_ENDED:
      g_value_set_boolean (value, rcp_import_get_finished (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_import_finalize (GObject *object)
{
  RcpImport *self = RCP_IMPORT (object);

  g_clear_pointer (&self->run, rcp_import_run_free);
  g_clear_pointer (&self->waker, waker_release);
  g_weak_ref_clear (&self->library);
  g_clear_object (&self->failures);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (rcp_import_parent_class)->finalize (object);
}

static void
rcp_import_class_init (RcpImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rcp_import_get_property;
  object_class->finalize = rcp_import_finalize;

  properties[PROP_N_FOUND] = g_param_spec_uint ("n-found", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_DONE] = g_param_spec_uint ("n-done", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ADDED] = g_param_spec_uint ("n-added", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_EVENTS] = g_param_spec_uint ("n-events", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SCANNING] = g_param_spec_boolean ("scanning", NULL, NULL, TRUE, flags);
  properties[PROP_ENDED] = g_param_spec_boolean ("finished", NULL, NULL, FALSE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINISHED]
      = g_signal_new ("finished", RCP_TYPE_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rcp_import_init (RcpImport *self)
{
  self->failures = g_list_store_new (RCP_TYPE_IMPORT_FAILURE);
  self->shown.scanning = TRUE;
}

/* --- For the library -------------------------------------------------------------------------------------------- */

static RcpImport *
new_import (RcpLibrary *library, RcpImportKind kind, gint64 dossier_id)
{
  RcpImport *self = g_object_new (RCP_TYPE_IMPORT, NULL);

  g_weak_ref_init (&self->library, library);
  self->waker = g_atomic_rc_box_new0 (Waker);
  g_mutex_init (&self->waker->lock);
  self->waker->context = g_main_context_ref (rcp_library_get_context (library));
  g_weak_ref_init (&self->waker->import, self);
  self->run = rcp_import_run_new (rcp_library_get_store (library), rcp_library_get_integrator (library), kind,
                                  dossier_id);
  return self;
}

RcpImport *
rcp_import_new_files (RcpLibrary *library, GListModel *files, gint64 dossier_id)
{
  RcpImport *self = new_import (library, RCP_IMPORT_FILES, dossier_id);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      rcp_import_run_add_file (self->run, file);
      if (rcp_file_reader_is_address (file))
        rcp_import_run_set_fetcher (self->run, rcp_library_get_fetcher (library));
    }
  return self;
}

RcpImport *
rcp_import_new_text (RcpLibrary *library, const char *text, const char *title, gint64 dossier_id)
{
  RcpImport *self = new_import (library, RCP_IMPORT_TEXT, dossier_id);

  rcp_import_run_add_text (self->run, text, title);
  return self;
}

RcpImport *
rcp_import_new_sample (RcpLibrary *library, gint64 dossier_id)
{
  return new_import (library, RCP_IMPORT_SAMPLE, dossier_id);
}

RcpImport *
rcp_import_new_reanalysis (RcpLibrary *library)
{
  return new_import (library, RCP_IMPORT_REANALYSIS, 0);
}

/** rcp_import_new_entries: what sources have brought and nobody has read yet. */
RcpImport *
rcp_import_new_entries (RcpLibrary *library)
{
  RcpImport *self = new_import (library, RCP_IMPORT_ENTRIES, 0);

  rcp_import_run_set_fetcher (self->run, rcp_library_get_fetcher (library));
  return self;
}

/** rcp_import_start: its turn has come. */
void
rcp_import_start (RcpImport *self)
{
  self->started = TRUE;
  rcp_import_run_start (self->run, moved_cb, self->waker);
}

/* Ends it without its threads having anything more to say. */
static void
end_now (RcpImport *self)
{
  RcpImportProgress now;

  rcp_import_run_get_progress (self->run, &now);
  if (!now.finished && self->error == NULL)
    self->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the import was stopped");
  now.scanning = FALSE;
  now.finished = TRUE;
  show (self, &now);
  g_signal_emit (self, signals[FINISHED], 0);
}

/** rcp_import_stop: the library is being closed: stops and waits until no thread is left. */
void
rcp_import_stop (RcpImport *self)
{
  if (self->shown.finished)
    return;
  rcp_import_run_cancel (self->run);
  rcp_import_run_join (self->run);
  end_now (self);
}

/* --- Public ----------------------------------------------------------------------------------------------------- */

guint
rcp_import_get_n_found (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), 0);

  return self->shown.n_found;
}

guint
rcp_import_get_n_done (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), 0);

  return self->shown.n_done;
}

guint
rcp_import_get_n_added (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), 0);

  return self->shown.n_added;
}

/** rcp_import_get_n_updated: articles that were there before and of which a later version came. */
guint
rcp_import_get_n_updated (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), 0);

  return self->shown.n_updated;
}

guint
rcp_import_get_n_events (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), 0);

  return MAX (self->shown.n_events, 0);
}

gboolean
rcp_import_get_scanning (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), FALSE);

  return self->shown.scanning;
}

gboolean
rcp_import_get_finished (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), FALSE);

  return self->shown.finished;
}

/**
 * rcp_import_get_error:
 *
 * Returns: (transfer none) (nullable): why it ended early: RCP_STORE_ERROR, RCP_ANALYSIS_ERROR, or
 *   %G_IO_ERROR_CANCELLED.
 */
const GError *
rcp_import_get_error (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), NULL);

  return self->error;
}

/**
 * rcp_import_get_failures:
 *
 * Returns: (transfer none): of #RcpImportFailure, in the order of the files; grows while it runs.
 */
GListModel *
rcp_import_get_failures (RcpImport *self)
{
  g_return_val_if_fail (RCP_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->failures);
}

/** rcp_import_cancel: has it end soon; what has been saved stays. */
void
rcp_import_cancel (RcpImport *self)
{
  g_autoptr (RcpLibrary) library = NULL;

  g_return_if_fail (RCP_IS_IMPORT (self));

  rcp_import_run_cancel (self->run);
  if (self->started || self->shown.finished)
    return;
  end_now (self);
  library = g_weak_ref_get (&self->library);
  if (library != NULL)
    rcp_library_import_ended (library, self);
}

/**
 * rcp_import_wait:
 *
 * Runs the library's main context until the import has ended, so that signals come as usual; for the command line and
 * the tests. On the library's thread.
 *
 * Returns: TRUE when it ended as it should; files that failed are no error.
 */
gboolean
rcp_import_wait (RcpImport *self, GError **error)
{
  g_autoptr (RcpImport) keep = NULL;

  g_return_val_if_fail (RCP_IS_IMPORT (self), FALSE);

  keep = g_object_ref (self);
  while (!keep->shown.finished)
    g_main_context_iteration (keep->waker->context, TRUE);
  if (keep->error != NULL && error != NULL)
    *error = g_error_copy (keep->error);
  return keep->error == NULL;
}
