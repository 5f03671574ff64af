#include "config.h"

#include "rcp-timeline-loader.h"

/* While articles come in, as often as this. */
#define IMPORT_INTERVAL_MS 1000

struct _RcpTimelineLoader
{
  GObject parent_instance;

  /* owned */
  RcpLibrary *library;
  RcpTimelineState *state;
  GCancellable *cancellable; /* of the reading that is under way */
  GListModel *events;
  GListModel *actors;

  /* plain */
  gint64 started_us;
  guint wait_id;
  gboolean again; /* something changed while reading */
};

G_DEFINE_FINAL_TYPE (RcpTimelineLoader, rcp_timeline_loader, G_TYPE_OBJECT)

enum
{
  LOADED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A reading under way keeps the loader alive and knows which one it is. */
typedef struct
{
  RcpTimelineLoader *self;
  GCancellable *cancellable;
} Reading;

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->self);
  g_object_unref (reading->cancellable);
  g_free (reading);
}

static void
finish_reading (RcpTimelineLoader *self)
{
  g_clear_object (&self->cancellable);
  g_clear_object (&self->events);
  g_clear_object (&self->actors);
  if (self->again)
    rcp_timeline_loader_reload (self);
}

/* Whether an answer is still wanted; deals with those that are not and with errors. */
static gboolean
check_answer (Reading *reading, gpointer answer, GError *error)
{
  RcpTimelineLoader *self = reading->self;

  if (reading->cancellable != self->cancellable)
    {
      g_clear_object ((GObject **) &answer);
      reading_free (reading);
      return FALSE;
    }
  if (answer != NULL)
    return TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  finish_reading (self);
  reading_free (reading);
  return FALSE;
}

static GListModel *
filter_pinned (GListModel *actors)
{
  GListStore *pinned = g_list_store_new (RCP_TYPE_ACTOR);

  /* They come first, by rank. */
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      if (rcp_actor_get_pin_rank (actor) < 0)
        break;
      g_list_store_append (pinned, actor);
    }
  return G_LIST_MODEL (pinned);
}

static void
articles_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) pinned = NULL;
  GListModel *articles = rcp_library_list_articles_finish (RCP_LIBRARY (source), result, &error);

  if (!check_answer (reading, articles, error))
    return;
  pinned = filter_pinned (reading->self->actors);
  g_signal_emit (reading->self, signals[LOADED], 0, reading->self->events, pinned, articles);
  g_object_unref (articles);
  finish_reading (reading->self);
  reading_free (reading);
}

static void
actors_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  GListModel *actors = rcp_library_list_actors_finish (RCP_LIBRARY (source), result, &error);

  if (!check_answer (reading, actors, error))
    return;
  reading->self->actors = actors;
  rcp_library_list_articles_async (RCP_LIBRARY (source), rcp_timeline_state_get_dossier_id (reading->self->state),
                                   reading->cancellable, articles_cb, reading);
}

static void
events_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Reading *reading = user_data;
  g_autoptr (GError) error = NULL;
  GListModel *events = rcp_library_list_events_finish (RCP_LIBRARY (source), result, &error);

  if (!check_answer (reading, events, error))
    return;
  reading->self->events = events;
  rcp_library_list_actors_async (RCP_LIBRARY (source), rcp_timeline_state_get_dossier_id (reading->self->state),
                                 reading->cancellable, actors_cb, reading);
}

static gboolean
is_importing (RcpTimelineLoader *self)
{
  RcpImport *import = rcp_library_get_import (self->library);

  return import != NULL && !rcp_import_get_finished (import);
}

static void
waited_cb (gpointer data)
{
  RcpTimelineLoader *self = data;

  self->wait_id = 0;
  rcp_timeline_loader_reload (self);
}

static void
library_changed_cb (RcpTimelineLoader *self, guint changes)
{
  if (changes & (RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_EVENTS | RCP_LIBRARY_CHANGED_ACTORS
                 | RCP_LIBRARY_CHANGED_DOSSIERS))
    rcp_timeline_loader_reload (self);
}

/* What is being read is of the dossier before. */
static void
dossier_changed_cb (RcpTimelineLoader *self)
{
  rcp_timeline_loader_stop (self);
  self->started_us = 0;
  rcp_timeline_loader_reload (self);
}

static void
rcp_timeline_loader_dispose (GObject *object)
{
  RcpTimelineLoader *self = RCP_TIMELINE_LOADER (object);

  rcp_timeline_loader_stop (self);
  g_clear_object (&self->library);
  g_clear_object (&self->state);

  G_OBJECT_CLASS (rcp_timeline_loader_parent_class)->dispose (object);
}

static void
rcp_timeline_loader_class_init (RcpTimelineLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rcp_timeline_loader_dispose;

  signals[LOADED] = g_signal_new ("loaded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, G_TYPE_LIST_MODEL, G_TYPE_LIST_MODEL, G_TYPE_LIST_MODEL);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rcp_timeline_loader_init (RcpTimelineLoader *self)
{
}

/**
 * rcp_timeline_loader_new:
 * @library: where to read
 * @state: which dossier
 *
 * Returns: (transfer full): a loader that has not begun; see rcp_timeline_loader_reload().
 */
RcpTimelineLoader *
rcp_timeline_loader_new (RcpLibrary *library, RcpTimelineState *state)
{
  RcpTimelineLoader *self = g_object_new (RCP_TYPE_TIMELINE_LOADER, NULL);

  self->library = g_object_ref (library);
  self->state = g_object_ref (state);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "notify::dossier-id", G_CALLBACK (dossier_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * rcp_timeline_loader_reload:
 *
 * Reads now, or as soon as what is under way has ended, or as soon as it may while articles come in.
 */
void
rcp_timeline_loader_reload (RcpTimelineLoader *self)
{
  gint64 since_ms;
  Reading *reading;

  g_return_if_fail (RCP_IS_TIMELINE_LOADER (self));

  if (self->cancellable != NULL)
    {
      self->again = TRUE;
      return;
    }
  since_ms = (g_get_monotonic_time () - self->started_us) / 1000;
  if (self->started_us != 0 && since_ms < IMPORT_INTERVAL_MS && is_importing (self))
    {
      if (self->wait_id == 0)
        self->wait_id = g_timeout_add_once ((guint) (IMPORT_INTERVAL_MS - since_ms), waited_cb, self);
      return;
    }
  g_clear_handle_id (&self->wait_id, g_source_remove);
  self->again = FALSE;
  self->started_us = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->self = g_object_ref (self);
  reading->cancellable = g_object_ref (self->cancellable);
  rcp_library_list_events_async (self->library, rcp_timeline_state_get_dossier_id (self->state), self->cancellable,
                                 events_cb, reading);
}

/**
 * rcp_timeline_loader_stop:
 *
 * Ends what is under way; nothing more is told of it.
 */
void
rcp_timeline_loader_stop (RcpTimelineLoader *self)
{
  g_return_if_fail (RCP_IS_TIMELINE_LOADER (self));

  g_clear_handle_id (&self->wait_id, g_source_remove);
  self->again = FALSE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->events);
  g_clear_object (&self->actors);
}
