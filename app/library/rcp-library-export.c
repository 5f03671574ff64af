#include "config.h"

#include "rcp-library-private.h"

#include "rcp-chronology.h"

#include <glib/gi18n-lib.h>

static const RcpChronologyWriter *const writers[] = {
  [RCP_CHRONOLOGY_MARKDOWN] = &rcp_chronology_markdown,
  [RCP_CHRONOLOGY_CSV] = &rcp_chronology_csv,
  [RCP_CHRONOLOGY_JSON] = &rcp_chronology_json,
};

static gboolean
write_event (const RcpLibraryArgs *args, const RcpChronologyWords *words, RcpEvent *event, gint64 *state,
             GCancellable *cancellable, GError **error)
{
  gint64 id = rcp_event_get_id (event);
  g_autoptr (GListModel) accounts = NULL;
  g_autoptr (GListModel) actors = NULL;
  g_autoptr (GListModel) discrepancies = NULL;
  RcpChronologyEntry entry;

  if (!(accounts = rcp_store_list_event_accounts (args->store, id, args->id, cancellable, error))
      || !(actors = rcp_store_list_event_actors (args->store, id, args->id, cancellable, error))
      || !(discrepancies = rcp_store_list_event_discrepancies (args->store, id, cancellable, error)))
    return FALSE;
  entry = (RcpChronologyEntry){ event, accounts, actors, discrepancies };
  return writers[args->number]->add (G_OUTPUT_STREAM (args->object), words, &entry, state, cancellable, error);
}

static char *
dup_title (const RcpLibraryArgs *args, GCancellable *cancellable)
{
  g_autoptr (GListModel) dossiers = rcp_store_list_dossiers (args->store, cancellable, NULL);
  guint n = dossiers ? g_list_model_get_n_items (dossiers) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpDossier) dossier = g_list_model_get_item (dossiers, i);

      if (rcp_dossier_get_id (dossier) == args->id || (args->id == 0 && n == 1))
        return g_strdup (rcp_dossier_get_name (dossier));
    }
  return g_strdup (_("Chronology"));
}

static gboolean
change_write_chronology (const RcpLibraryArgs *args, RcpChangeResult *result, GCancellable *cancellable, GError **error)
{
  g_autofree char *title = dup_title (args, cancellable);
  RcpChronologyWords words = { 0 };
  GOutputStream *stream = G_OUTPUT_STREAM (args->object);
  const RcpChronologyWriter *writer = writers[args->number];
  g_autoptr (GListModel) events = NULL;
  gint64 state = 0;

  words.title = title;
  words.undated = _("Without a date");
  words.unnamed_outlet = _("outlet to name…");
  words.shared = _("shared wording");
  words.differ = _("Accounts differ:");
  words.as_other = _("told otherwise as");
  events = rcp_store_list_events (args->store, args->id, cancellable, error);
  if (events == NULL || !writer->begin (stream, &words, cancellable, error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (!write_event (args, &words, event, &state, cancellable, error))
        return FALSE;
    }
  return writer->end (stream, &words, cancellable, error);
}

static RcpLibraryArgs *
pack (gint64 dossier_id, RcpChronologyFormat format, GOutputStream *stream)
{
  RcpLibraryArgs *args = rcp_library_args_new ();

  args->id = dossier_id;
  args->number = MIN (format, G_N_ELEMENTS (writers) - 1);
  args->object = g_object_ref (G_OBJECT (stream));
  return args;
}

RCP_DEFINE_LIBRARY_CHANGE (write_chronology, (gint64 dossier_id, RcpChronologyFormat format, GOutputStream *stream),
                           pack (dossier_id, format, stream))
