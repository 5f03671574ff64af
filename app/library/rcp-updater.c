#include "config.h"

#include "rcp-updater.h"

#include "rcp-clock.h"
#include "rcp-connectivity.h"
#include "rcp-library-private.h"
#include "rcp-refresh.h"

/* How often it looks whether a source is due: the shortest interval is ten minutes. */
#define LOOK_INTERVAL_S 60
/* What opens the library does not wait for the network at once. */
#define FIRST_LOOK_S 5

struct _RcpUpdater
{
  /* borrowed: owns it */
  RcpLibrary *library;

  /* owned */
  RcpConnectivity *connectivity;
  GCancellable *cancellable;
  GSource *timer;
};

static void set_timer (RcpUpdater *self, guint wait_s);

/**
 * rcp_updater_look:
 * @sources: of #RcpSource
 * @now_us: µs UTC
 *
 * Asks those that are due; what cannot be reached for now, or would cost, waits.
 *
 * Returns: how many are asked.
 */
guint
rcp_updater_look (RcpUpdater *self, GListModel *sources, gint64 now_us)
{
  g_autoptr (GArray) due = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (RcpUpdate) update = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RcpSource) source = g_list_model_get_item (sources, i);
      gint64 id = rcp_source_get_id (source);
      RcpSchedule schedule;

      rcp_refresh_get_schedule (source, &schedule);
      if (rcp_source_get_uri (source) == NULL || rcp_schedule_next_us (&schedule) > now_us
          || (rcp_source_get_kind (source) != RCP_SOURCE_FOLDER
              && !rcp_connectivity_may_schedule (self->connectivity, rcp_source_get_uri (source))))
        continue;
      g_array_append_val (due, id);
    }
  if (due->len > 0)
    update = rcp_library_update (self->library, (const gint64 *) (gpointer) due->data, due->len);
  return due->len;
}

static void
listed_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) sources = rcp_library_list_sources_finish (RCP_LIBRARY (object), result, &error);
  RcpUpdater *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (sources != NULL && rcp_library_get_update (self->library) == NULL)
    rcp_updater_look (self, sources, rcp_clock_now_us ());
  set_timer (self, LOOK_INTERVAL_S);
}

static gboolean
look_cb (gpointer data)
{
  RcpUpdater *self = data;

  rcp_library_list_sources_async (self->library, 0, self->cancellable, listed_cb, self);
  return G_SOURCE_REMOVE;
}

static void
set_timer (RcpUpdater *self, guint wait_s)
{
  g_clear_pointer (&self->timer, g_source_unref);
  self->timer = g_timeout_source_new_seconds (wait_s);
  g_source_set_callback (self->timer, look_cb, self, NULL);
  g_source_attach (self->timer, rcp_library_get_context (self->library));
}

/** rcp_updater_new: (transfer full): one that looks for the first time in some seconds. */
RcpUpdater *
rcp_updater_new (RcpLibrary *library)
{
  RcpUpdater *self = g_new0 (RcpUpdater, 1);

  self->library = library;
  self->connectivity = rcp_connectivity_new (NULL);
  self->cancellable = g_cancellable_new ();
  set_timer (self, FIRST_LOOK_S);
  return self;
}

/** rcp_updater_free: looks no more; an update that runs goes on. */
void
rcp_updater_free (RcpUpdater *self)
{
  g_cancellable_cancel (self->cancellable);
  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_object (&self->connectivity);
  g_clear_object (&self->cancellable);
  g_free (self);
}
