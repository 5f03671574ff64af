#include "config.h"

#include "rcp-library-private.h"

#include <glib/gi18n-lib.h>

/* The log of what the user decided over the engine, and taking any of it back. */

static const RcpLibraryChanges changed_corrected = RCP_LIBRARY_CHANGED_ACTORS | RCP_LIBRARY_CHANGED_EVENTS
                                                   | RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_NOTES
                                                   | RCP_LIBRARY_CHANGED_DOSSIERS;

static gpointer
query_list_corrections (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_correction_log (args->store, 0, cancellable, error);
}

static gpointer
query_list_event_corrections (const RcpLibraryArgs *args, GCancellable *cancellable, GError **error)
{
  return rcp_store_list_correction_log (args->store, args->id, cancellable, error);
}

static gboolean
take_back (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  RcpRuling ruling = { .drop = args->ids };

  result->changes = changed_corrected;
  rcp_integrator_forget_actors (args->integrator);
  return rcp_integrator_rule (args->integrator, &ruling, NULL, NULL, error);
}

static gboolean
put_back (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  RcpRuling ruling = { .restore = args->ids };

  result->changes = changed_corrected;
  rcp_integrator_forget_actors (args->integrator);
  return rcp_integrator_rule (args->integrator, &ruling, NULL, NULL, error);
}

/**
 * rcp_library_leave_correction:
 * @id: a correction that was made; 0 for none
 * @dropped: (nullable): of gint64: corrections that were taken back instead
 *
 * Leaves behind what takes a decision back.
 */
void
rcp_library_leave_correction (RcpChangeResult *result, const char *label, gint64 id, const GArray *dropped)
{
  result->changes = changed_corrected;
  if (id == 0 && (dropped == NULL || dropped->len == 0))
    return;
  result->undo_label = label;
  result->undo = id != 0 ? take_back : put_back;
  result->undo_args = rcp_library_args_new ();
  if (id != 0)
    {
      result->undo_args->ids = g_array_new (FALSE, FALSE, sizeof id);
      g_array_append_val (result->undo_args->ids, id);
    }
  else
    result->undo_args->ids = g_array_copy ((GArray *) dropped);
}

/* What the user fixed of an article or an outlet is taken back as it was fixed: more hangs on it than the store shows. */
static gboolean
drop_by_change (const RcpLibraryArgs *args, RcpCorrection *correction, gboolean *done, RcpChangeResult *result,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpLibraryArgs) inner = rcp_library_args_new ();

  inner->store = g_object_ref (args->store);
  inner->integrator = rcp_integrator_ref (args->integrator);
  *done = TRUE;
  switch (rcp_correction_get_kind (correction))
    {
    case RCP_CORRECTION_PUBLISHED:
      inner->id = rcp_correction_get_article_id (correction);
      return rcp_library_change_published (inner, result, cancellable, error);
    case RCP_CORRECTION_OUTLET_NAME:
      return rcp_store_find_outlet_by_key (args->store, rcp_correction_get_subject (correction), &inner->id, &inner->text,
                                           cancellable, error) &&
             rcp_library_change_outlet_name (inner, result, cancellable, error);
    default:
      *done = FALSE;
      return TRUE;
    }
}

static gboolean
change_drop_correction (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (RcpCorrection) correction = rcp_store_load_correction (args->store, args->id, cancellable, error);
  g_autoptr (RcpLibraryArgs) inner = rcp_library_args_new ();
  gboolean done = FALSE;

  if (correction == NULL || !drop_by_change (args, correction, &done, result, cancellable, error))
    return FALSE;
  if (!done)
    {
      inner->store = g_object_ref (args->store);
      inner->integrator = rcp_integrator_ref (args->integrator);
      inner->ids = g_array_new (FALSE, FALSE, sizeof args->id);
      g_array_append_val (inner->ids, args->id);
      if (!take_back (inner, result, cancellable, error))
        return FALSE;
      rcp_library_leave_correction (result, NULL, 0, inner->ids);
    }
  result->undo_label = _("Drop correction");
  return TRUE;
}

static RcpLibraryArgs *
pack (gint64 id)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = id;
  return args;
}

RCP_DEFINE_LIBRARY_QUERY (list_corrections, GListModel, (gint64 unused), pack (unused))
RCP_DEFINE_LIBRARY_QUERY (list_event_corrections, GListModel, (gint64 event_id), pack (event_id))
RCP_DEFINE_LIBRARY_CHANGE (drop_correction, (gint64 correction_id), pack (correction_id))
