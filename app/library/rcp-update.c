#include "config.h"

#include "rcp-update-private.h"

#include "rcp-import-failure-private.h"
#include "rcp-library-private.h"
#include "rcp-refresh.h"

#include <glib/gi18n-lib.h>

/* What an eye can follow. */
#define NOTIFY_INTERVAL_MS 100

/* The thread that asks, and how it ended. Outlives whichever of the two goes first. */
typedef struct
{
  RcpRefresh *refresh;
  GCancellable *cancellable;
  GMainContext *context;
  GError *error;
  GWeakRef update;
} Asking;

struct _RcpUpdate
{
  GObject parent_instance;

  /* owned */
  GWeakRef library;
  Asking *asking;
  GThread *thread;
  GSource *timer;
  RcpImport *import;
  GListStore *failures;
  GError *error;

  /* plain */
  RcpRefreshProgress shown;
  guint n_read;
  guint n_added;
  guint n_updated;
  guint n_events;
  guint n_told; /* failures of the import that are in ours */
  RcpUpdatePhase phase;
};

G_DEFINE_FINAL_TYPE (RcpUpdate, rcp_update, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_SOURCES,
  PROP_N_DONE,
  PROP_N_FAILED,
  PROP_N_ENTRIES,
  PROP_N_READ,
  PROP_N_ADDED,
  PROP_N_UPDATED,
  PROP_N_EVENTS,
  PROP_PHASE,
  PROP_ENDED,
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
asking_clear (gpointer data)
{
  Asking *asking = data;

  g_clear_pointer (&asking->refresh, rcp_refresh_free);
  g_clear_object (&asking->cancellable);
  g_clear_pointer (&asking->context, g_main_context_unref);
  g_clear_error (&asking->error);
  g_weak_ref_clear (&asking->update);
}

static void
asking_release (gpointer asking)
{
  g_atomic_rc_box_release_full (asking, asking_clear);
}

static void
set_count (RcpUpdate *self, guint *place, guint value, int property)
{
  if (*place == value)
    return;
  *place = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_phase (RcpUpdate *self, RcpUpdatePhase phase)
{
  self->phase = phase;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PHASE]);
}

static void
show_asking (RcpUpdate *self)
{
  RcpRefreshProgress now;
  g_autoptr (GPtrArray) failures = rcp_refresh_take_failures (self->asking->refresh);

  rcp_refresh_get_progress (self->asking->refresh, &now);
  if (failures->len > 0)
    g_list_store_splice (self->failures, g_list_model_get_n_items (G_LIST_MODEL (self->failures)), 0, failures->pdata,
                         failures->len);
  set_count (self, &self->shown.n_sources, now.n_sources, PROP_N_SOURCES);
  set_count (self, &self->shown.n_done, now.n_done, PROP_N_DONE);
  set_count (self, &self->shown.n_failed, now.n_failed, PROP_N_FAILED);
  set_count (self, &self->shown.n_entries, now.n_entries, PROP_N_ENTRIES);
}

static void
end (RcpUpdate *self)
{
  g_autoptr (RcpLibrary) library = g_weak_ref_get (&self->library);

  if (self->phase == RCP_UPDATE_ENDED)
    return;
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  set_phase (self, RCP_UPDATE_ENDED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ENDED]);
  g_signal_emit (self, signals[FINISHED], 0);
  if (library != NULL)
    rcp_library_update_ended (library, self);
}

static void
show_reading (RcpUpdate *self)
{
  GListModel *failures = rcp_import_get_failures (self->import);

  for (; self->n_told < g_list_model_get_n_items (failures); self->n_told++)
    {
      g_autoptr (RcpImportFailure) failure = g_list_model_get_item (failures, self->n_told);

      g_list_store_append (self->failures, failure);
    }
  set_count (self, &self->n_read, rcp_import_get_n_done (self->import), PROP_N_READ);
  set_count (self, &self->n_added, rcp_import_get_n_added (self->import), PROP_N_ADDED);
  set_count (self, &self->n_updated, rcp_import_get_n_updated (self->import), PROP_N_UPDATED);
  set_count (self, &self->n_events, rcp_import_get_n_events (self->import), PROP_N_EVENTS);
}

static void
reading_cb (RcpImport *import, GParamSpec *pspec, RcpUpdate *self)
{
  show_reading (self);
}

static void
read_cb (RcpImport *import, RcpUpdate *self)
{
  g_autoptr (RcpUpdate) keep = g_object_ref (self);
  const GError *error = rcp_import_get_error (import);

  show_reading (self);
  if (self->error == NULL && error != NULL)
    self->error = g_error_copy (error);
  end (self);
}

/* All have been asked, or it was cancelled: what is kept by now is read, unless that was the user's wish. */
static gboolean
asked_cb (gpointer data)
{
  Asking *asking = data;
  g_autoptr (RcpUpdate) self = g_weak_ref_get (&asking->update);
  g_autoptr (RcpLibrary) library = NULL;

  if (self == NULL || self->phase != RCP_UPDATE_ASKING)
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->thread, g_thread_join);
  show_asking (self);
  self->error = g_steal_pointer (&asking->error);
  library = g_weak_ref_get (&self->library);
  if (library == NULL || self->error != NULL)
    {
      end (self);
      return G_SOURCE_REMOVE;
    }
  set_phase (self, RCP_UPDATE_READING);
  self->import = rcp_library_import_entries (library);
  g_signal_connect_object (self->import, "notify", G_CALLBACK (reading_cb), self, 0);
  g_signal_connect_object (self->import, "finished", G_CALLBACK (read_cb), self, 0);
  return G_SOURCE_REMOVE;
}

static gpointer
asking_thread (gpointer data)
{
  Asking *asking = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  rcp_refresh_run (asking->refresh, asking->cancellable, &asking->error);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, asked_cb, asking, asking_release);
  g_source_attach (source, asking->context);
  return NULL;
}

static gboolean
tick_cb (gpointer data)
{
  RcpUpdate *self = data;

  if (self->phase == RCP_UPDATE_ASKING)
    show_asking (self);
  return self->phase == RCP_UPDATE_ASKING ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
rcp_update_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpUpdate *self = RCP_UPDATE (object);

  switch (prop_id)
    {
    case PROP_N_SOURCES:
      g_value_set_uint (value, self->shown.n_sources);
      break;
    case PROP_N_DONE:
      g_value_set_uint (value, self->shown.n_done);
      break;
    case PROP_N_FAILED:
      g_value_set_uint (value, self->shown.n_failed);
      break;
    case PROP_N_ENTRIES:
      g_value_set_uint (value, self->shown.n_entries);
      break;
    case PROP_N_READ:
      g_value_set_uint (value, self->n_read);
      break;
    case PROP_N_ADDED:
      g_value_set_uint (value, self->n_added);
      break;
    case PROP_N_UPDATED:
      g_value_set_uint (value, self->n_updated);
      break;
    case PROP_N_EVENTS:
      g_value_set_uint (value, self->n_events);
      break;
    case PROP_PHASE:
      g_value_set_uint (value, self->phase);
      break;
    case PROP_ENDED:
      g_value_set_boolean (value, self->phase == RCP_UPDATE_ENDED);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_update_finalize (GObject *object)
{
  RcpUpdate *self = RCP_UPDATE (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking->cancellable);
  g_clear_pointer (&self->thread, g_thread_join);
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_pointer (&self->asking, asking_release);
  g_clear_object (&self->import);
  g_clear_object (&self->failures);
  g_clear_error (&self->error);
  g_weak_ref_clear (&self->library);

  G_OBJECT_CLASS (rcp_update_parent_class)->finalize (object);
}

static void
rcp_update_class_init (RcpUpdateClass *klass)
{
  static const struct
  {
    int property;
    const char *name;
  } counts[] = {
    { PROP_N_SOURCES, "n-sources" }, { PROP_N_DONE, "n-done" },       { PROP_N_FAILED, "n-failed" },
    { PROP_N_ENTRIES, "n-entries" }, { PROP_N_READ, "n-read" },       { PROP_N_ADDED, "n-added" },
    { PROP_N_UPDATED, "n-updated" }, { PROP_N_EVENTS, "n-events" },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rcp_update_get_property;
  object_class->finalize = rcp_update_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    properties[counts[i].property] = g_param_spec_uint (counts[i].name, NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_PHASE] = g_param_spec_uint ("phase", NULL, NULL, 0, RCP_UPDATE_ENDED, 0, flags);
  properties[PROP_ENDED] = g_param_spec_boolean ("finished", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FINISHED]
      = g_signal_new ("finished", RCP_TYPE_UPDATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rcp_update_init (RcpUpdate *self)
{
  self->failures = g_list_store_new (RCP_TYPE_IMPORT_FAILURE);
}

/* --- For the library -------------------------------------------------------------------------------------------- */

RcpUpdate *
rcp_update_new (RcpLibrary *library, const gint64 *ids, gsize n)
{
  RcpUpdate *self = g_object_new (RCP_TYPE_UPDATE, NULL);

  g_weak_ref_init (&self->library, library);
  self->asking = g_atomic_rc_box_new0 (Asking);
  self->asking->refresh
      = rcp_refresh_new (rcp_library_get_store (library), rcp_library_get_fetcher (library), ids, n);
  self->asking->cancellable = g_cancellable_new ();
  self->asking->context = g_main_context_ref (rcp_library_get_context (library));
  g_weak_ref_init (&self->asking->update, self);
  return self;
}

/** rcp_update_start: has it begin. */
void
rcp_update_start (RcpUpdate *self)
{
  self->timer = g_timeout_source_new (NOTIFY_INTERVAL_MS);
  g_source_set_callback (self->timer, tick_cb, self, NULL);
  g_source_attach (self->timer, self->asking->context);
  self->thread = g_thread_new ("rcp-update", asking_thread, g_atomic_rc_box_acquire (self->asking));
}

/** rcp_update_stop: the library is being closed: stops and waits until no thread is left. */
void
rcp_update_stop (RcpUpdate *self)
{
  g_cancellable_cancel (self->asking->cancellable);
  g_clear_pointer (&self->thread, g_thread_join);
  if (self->error == NULL)
    self->error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "the update was stopped");
  end (self);
}

/* --- Public ----------------------------------------------------------------------------------------------------- */

guint
rcp_update_get_n_sources (RcpUpdate *self)
{
  return self->shown.n_sources;
}

guint
rcp_update_get_n_done (RcpUpdate *self)
{
  return self->shown.n_done;
}

guint
rcp_update_get_n_failed (RcpUpdate *self)
{
  return self->shown.n_failed;
}

guint
rcp_update_get_n_entries (RcpUpdate *self)
{
  return self->shown.n_entries;
}

guint
rcp_update_get_n_read (RcpUpdate *self)
{
  return self->n_read;
}

guint
rcp_update_get_n_added (RcpUpdate *self)
{
  return self->n_added;
}

guint
rcp_update_get_n_updated (RcpUpdate *self)
{
  return self->n_updated;
}

guint
rcp_update_get_n_events (RcpUpdate *self)
{
  return self->n_events;
}

RcpUpdatePhase
rcp_update_get_phase (RcpUpdate *self)
{
  return self->phase;
}

gboolean
rcp_update_get_finished (RcpUpdate *self)
{
  return self->phase == RCP_UPDATE_ENDED;
}

/**
 * rcp_update_get_error:
 *
 * Returns: (transfer none) (nullable): why it ended early: RCP_STORE_ERROR, RCP_ANALYSIS_ERROR, %G_IO_ERROR_CANCELLED.
 */
const GError *
rcp_update_get_error (RcpUpdate *self)
{
  return self->error;
}

/**
 * rcp_update_get_failures:
 *
 * Returns: (transfer none): of #RcpImportFailure: sources that could not be asked, and entries that could not be read; grows
 *   while it runs.
 */
GListModel *
rcp_update_get_failures (RcpUpdate *self)
{
  return G_LIST_MODEL (self->failures);
}

/**
 * rcp_update_dup_sum:
 *
 * Returns: (transfer full): what came of it, for a person: "2 new articles, 3 new events".
 */
char *
rcp_update_dup_sum (RcpUpdate *self)
{
  g_autoptr (GString) sum = g_string_new (NULL);

  g_string_append_printf (sum, ngettext ("%u new article", "%u new articles", self->n_added), self->n_added);
  if (self->n_updated > 0)
    {
      g_string_append (sum, ", ");
      g_string_append_printf (sum, ngettext ("%u later version", "%u later versions", self->n_updated), self->n_updated);
    }
  g_string_append (sum, ", ");
  g_string_append_printf (sum, ngettext ("%u new event", "%u new events", self->n_events), self->n_events);
  return g_string_free (g_steal_pointer (&sum), FALSE);
}

/** rcp_update_cancel: has it end soon; what has been kept stays. */
void
rcp_update_cancel (RcpUpdate *self)
{
  g_return_if_fail (RCP_IS_UPDATE (self));

  g_cancellable_cancel (self->asking->cancellable);
  if (self->import != NULL)
    rcp_import_cancel (self->import);
}

/**
 * rcp_update_wait:
 *
 * Runs the library's main context until the update has ended; for the command line and the tests. On the library's thread.
 *
 * Returns: TRUE when it ended as it should; sources that failed are no error.
 */
gboolean
rcp_update_wait (RcpUpdate *self, GError **error)
{
  g_autoptr (RcpUpdate) keep = NULL;

  g_return_val_if_fail (RCP_IS_UPDATE (self), FALSE);

  keep = g_object_ref (self);
  while (keep->phase != RCP_UPDATE_ENDED)
    g_main_context_iteration (keep->asking->context, TRUE);
  if (keep->error != NULL && error != NULL)
    *error = g_error_copy (keep->error);
  return keep->error == NULL;
}
