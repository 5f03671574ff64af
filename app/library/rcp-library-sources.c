#include "config.h"

#include "rcp-library-private.h"

#include "rcp-clock.h"

#include <glib/gi18n-lib.h>

/* The sources that are followed. */

static gpointer
query_list_sources (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_sources (args->store, cancellable, error);
}

/* (transfer full) (nullable) */
static RcpSource *
find_source (RcpStore *store, gint64 id, GCancellable *cancellable, GError **error)
{
  g_autoptr (GListModel) sources = rcp_store_list_sources (store, cancellable, error);

  for (guint i = 0; sources != NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr (RcpSource) source = g_list_model_get_item (sources, i);

      if (rcp_source_get_id (source) == id)
        return g_steal_pointer (&source);
    }
  if (sources != NULL)
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "source %" G_GINT64_FORMAT, id);
  return NULL;
}

static gboolean change_remove_source (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable,
                                      GError **error);

static RcpLibraryArgs *
leave_undo (RcpChangeResult *result, const char *label, RcpChangeFunc undo, gint64 id)
{
  result->undo_label = label;
  result->undo = undo;
  result->undo_args = rcp_library_args_new ();
  result->undo_args->id = id;
  result->changes = RCP_LIBRARY_CHANGED_SOURCES;
  return result->undo_args;
}

static gboolean
restore_source (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  result->changes = RCP_LIBRARY_CHANGED_SOURCES;
  return rcp_store_set_source_removed (args->store, args->id, 0, error);
}

static gboolean
change_save_source (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  RcpSource *source = RCP_SOURCE (args->object);
  g_autoptr (RcpSource) before = NULL;

  if (rcp_source_get_id (source) == 0)
    {
      if (!rcp_store_save_source (args->store, source, &result->new_id, error))
        return FALSE;
      leave_undo (result, _("Add source"), change_remove_source, result->new_id);
      return TRUE;
    }
  before = find_source (args->store, rcp_source_get_id (source), cancellable, error);
  if (before == NULL || !rcp_store_save_source_settings (args->store, source, error))
    return FALSE;
  result->new_id = rcp_source_get_id (source);
  leave_undo (result, _("Change source"), change_save_source, result->new_id)->object
      = G_OBJECT (g_steal_pointer (&before));
  return TRUE;
}

static gboolean
change_remove_source (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  if (!rcp_store_set_source_removed (args->store, args->id, rcp_clock_now_us (), error))
    return FALSE;
  leave_undo (result, _("Remove source"), restore_source, args->id);
  return TRUE;
}

static RcpLibraryArgs *
pack (gint64 id, RcpSource *source)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = id;
  /* Immutable, so a worker may have it. */
  args->object = source ? g_object_ref (G_OBJECT (source)) : NULL;
  return args;
}

RCP_DEFINE_LIBRARY_QUERY (list_sources, GListModel, (gint64 unused), pack (unused, NULL))
RCP_DEFINE_LIBRARY_CHANGE (save_source, (RcpSource * source), pack (0, source))
RCP_DEFINE_LIBRARY_CHANGE (remove_source, (gint64 source_id), pack (source_id, NULL))
