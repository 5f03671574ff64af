#include "config.h"

#include "rcp-library-private.h"

#include "rcp-import-private.h"
#include "rcp-update-private.h"
#include "rcp-updater.h"
#include "rcp-paged-list-private.h"
#include "rcp-undo.h"

#include <glib/gi18n-lib.h>

/* At most four a second: what a list view can follow without flicker while thousands of articles come in. */
#define CHANGED_INTERVAL_MS 250

struct _RcpLibrary
{
  GObject parent_instance;

  /* owned */
  char *path;
  RcpStore *store;
  RcpIntegrator *integrator;
  RcpFetcher *fetcher; /* made when first an address is to be fetched */
  GMainContext *context;
  GSource *changed_source;
  RcpUpdate *update; /* the one that runs */
  RcpUpdater *updater; /* while updates are scheduled */
  GQueue imports; /* RcpImport: the one that runs, then those that wait */
  RcpUndo *undo;

  /* plain */
  RcpLibraryChanges pending;
  gint64 last_changed_us;
  gint64 last_id;
  guint n_outdated;
  gboolean closed;
};

G_DEFINE_FINAL_TYPE (RcpLibrary, rcp_library, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_IMPORT,
  PROP_UNDO_LABEL,
  N_PROPS
};

enum
{
  CHANGED,
  UPDATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
changed_cb (gpointer user_data)
{
  RcpLibrary *self = user_data;
  RcpLibraryChanges changes = self->pending;

  g_clear_pointer (&self->changed_source, g_source_unref);
  self->pending = 0;
  self->last_changed_us = g_get_monotonic_time ();
  g_signal_emit (self, signals[CHANGED], 0, changes);
  return G_SOURCE_REMOVE;
}

/**
 * rcp_library_queue_changed:
 * @changes: what is different in the store
 *
 * Tells it soon, together with what else changes until then. On the library's thread.
 */
void
rcp_library_queue_changed (RcpLibrary *self, RcpLibraryChanges changes)
{
  gint64 since_ms = (g_get_monotonic_time () - self->last_changed_us) / 1000;

  self->pending |= changes;
  if (changes == 0 || self->changed_source != NULL || self->closed)
    return;
  self->changed_source = since_ms >= CHANGED_INTERVAL_MS ? g_idle_source_new ()
                                                         : g_timeout_source_new (CHANGED_INTERVAL_MS - since_ms);
  g_source_set_priority (self->changed_source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->changed_source, changed_cb, self, NULL);
  g_source_attach (self->changed_source, self->context);
}

static void
rcp_library_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpLibrary *self = RCP_LIBRARY (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_IMPORT:
      g_value_set_object (value, rcp_library_get_import (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, rcp_library_get_undo_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_library_dispose (GObject *object)
{
  rcp_library_close (RCP_LIBRARY (object));

  G_OBJECT_CLASS (rcp_library_parent_class)->dispose (object);
}

static void
rcp_library_finalize (GObject *object)
{
  RcpLibrary *self = RCP_LIBRARY (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->integrator, rcp_integrator_unref);
  g_clear_object (&self->fetcher);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_queue_clear_full (&self->imports, g_object_unref);
  g_clear_pointer (&self->undo, rcp_undo_free);

  G_OBJECT_CLASS (rcp_library_parent_class)->finalize (object);
}

static void
rcp_library_class_init (RcpLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = rcp_library_get_property;
  object_class->dispose = rcp_library_dispose;
  object_class->finalize = rcp_library_finalize;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_IMPORT] = g_param_spec_object ("import", NULL, NULL, RCP_TYPE_IMPORT, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[UPDATED]
      = g_signal_new ("updated", RCP_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, RCP_TYPE_UPDATE);
  signals[CHANGED] = g_signal_new ("changed", RCP_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_UINT);
}

static void
rcp_library_init (RcpLibrary *self)
{
  g_queue_init (&self->imports);
  self->undo = rcp_undo_new ();
}

/**
 * rcp_library_new_opened:
 * @path: (transfer full): its file
 * @store: (transfer full): what is in it
 * @integrator: (transfer full): what joins articles with it
 * @n_outdated: how many articles an earlier version of the analysis had read
 *
 * Returns: (transfer full): a library of files that are open; it belongs to the calling thread.
 */
RcpLibrary *
rcp_library_new_opened (char *path, RcpStore *store, RcpIntegrator *integrator, guint n_outdated)
{
  RcpLibrary *self = g_object_new (RCP_TYPE_LIBRARY, NULL);

  self->path = path;
  self->store = store;
  self->integrator = integrator;
  self->context = g_main_context_ref_thread_default ();
  self->n_outdated = n_outdated;
  return self;
}

/**
 * rcp_library_close:
 *
 * Stops what runs, waits for what has begun to be written, and closes the file. Later calls fail with
 * %RCP_STORE_ERROR_CLOSED. Also done when the last reference goes.
 */
void
rcp_library_close (RcpLibrary *self)
{
  g_autoptr (RcpUpdate) update = NULL;

  g_return_if_fail (RCP_IS_LIBRARY (self));

  if (self->closed)
    return;
  self->closed = TRUE;
  if (self->changed_source != NULL)
    g_source_destroy (self->changed_source);
  g_clear_pointer (&self->changed_source, g_source_unref);
  g_clear_pointer (&self->updater, rcp_updater_free);
  update = self->update != NULL ? g_object_ref (self->update) : NULL;
  if (update != NULL)
    rcp_update_stop (update);
  for (GList *link = self->imports.head; link != NULL; link = link->next)
    rcp_import_stop (link->data);
  g_queue_clear_full (&self->imports, g_object_unref);
  if (self->store != NULL)
    rcp_store_close (self->store);
}

/* --- What the files of this room share -------------------------------------------------------------------------- */

/** rcp_library_get_store: (transfer none): the store. */
RcpStore *
rcp_library_get_store (RcpLibrary *self)
{
  return self->store;
}

/**
 * rcp_library_get_warnings:
 *
 * Returns: (transfer none) (element-type GError): what the analysis has to do without since a file of the program is missing
 *   or damaged; empty when all is there. The doors tell it once, in the words of rcp_error_describe().
 */
GPtrArray *
rcp_library_get_warnings (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return rcp_analyser_get_warnings (rcp_integrator_get_analyser (self->integrator));
}

/** rcp_library_get_integrator: (transfer none): the one integrator of the library. */
RcpIntegrator *
rcp_library_get_integrator (RcpLibrary *self)
{
  return self->integrator;
}

/** rcp_library_get_fetcher: (transfer none): the one fetcher of the library; on the library's thread. */
RcpFetcher *
rcp_library_get_fetcher (RcpLibrary *self)
{
  if (self->fetcher == NULL)
    self->fetcher = rcp_fetcher_new ();
  return self->fetcher;
}

/** rcp_library_get_context: (transfer none): where the library's signals are emitted. */
GMainContext *
rcp_library_get_context (RcpLibrary *self)
{
  return self->context;
}

/** rcp_library_apply_result: takes in what a change leaves behind, on the library's thread. */
void
rcp_library_apply_result (RcpLibrary *self, RcpChangeResult *result)
{
  if (result->new_id != 0)
    self->last_id = result->new_id;
  if (result->undo != NULL)
    rcp_library_push_undo (self, result->undo_label, result->undo, g_steal_pointer (&result->undo_args));
  rcp_library_queue_changed (self, result->changes);
}

/** rcp_library_push_undo: @args (transfer full) is what @undo takes back, called @label. */
void
rcp_library_push_undo (RcpLibrary *self, const char *label, RcpChangeFunc undo, RcpLibraryArgs *args)
{
  rcp_undo_push (self->undo, label, undo, args);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
}

/** rcp_library_pop_undo: the last change that can be taken back; FALSE for none. @label and @args are transfer full. */
gboolean
rcp_library_pop_undo (RcpLibrary *self, char **label, RcpChangeFunc *undo, RcpLibraryArgs **args)
{
  if (!rcp_undo_pop (self->undo, label, undo, args))
    return FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNDO_LABEL]);
  return TRUE;
}

/* --- Imports ---------------------------------------------------------------------------------------------------- */

static void
start_next (RcpLibrary *self)
{
  if (!g_queue_is_empty (&self->imports))
    rcp_import_start (g_queue_peek_head (&self->imports));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IMPORT]);
}

static RcpImport *
queue_import (RcpLibrary *self, RcpImport *import)
{
  gboolean idle = g_queue_is_empty (&self->imports);

  g_queue_push_tail (&self->imports, g_object_ref (import));
  if (idle)
    start_next (self);
  return import;
}

/** rcp_library_import_ended: @import has ended; the next one begins. */
void
rcp_library_import_ended (RcpLibrary *self, RcpImport *import)
{
  gboolean was_first = g_queue_peek_head (&self->imports) == import;

  if (g_queue_remove (&self->imports, import))
    g_object_unref (import);
  rcp_library_queue_changed (self, RCP_LIBRARY_CHANGED_ALL);
  if (was_first && !self->closed)
    start_next (self);
}

/**
 * rcp_library_import_files:
 * @files: (element-type GFile): files and folders, and addresses of the web (http, https), each of which is fetched once
 * @dossier_id: where the articles go; 0: in a library without dossiers one is made for them, named after the folder or
 *   "New dossier"; otherwise they are put into none
 *
 * Returns: (transfer full): the import, which has begun or waits its turn.
 */
RcpImport *
rcp_library_import_files (RcpLibrary *self, GListModel *files, gint64 dossier_id)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (files), NULL);

  return queue_import (self, rcp_import_new_files (self, files, dossier_id));
}

/** rcp_library_import_entries: (transfer full): the import of what sources have brought and nobody has read yet. */
RcpImport *
rcp_library_import_entries (RcpLibrary *self)
{
  return queue_import (self, rcp_import_new_entries (self));
}

/**
 * rcp_library_update:
 * @ids: (nullable) (array length=n): sources; %NULL for all that are neither paused nor gone
 *
 * Returns: (transfer full): the update, which has begun.
 */
RcpUpdate *
rcp_library_update (RcpLibrary *self, const gint64 *ids, gsize n)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  if (self->update == NULL)
    {
      self->update = rcp_update_new (self, ids, n);
      rcp_update_start (self->update);
    }
  return g_object_ref (self->update);
}

/**
 * rcp_library_get_update:
 *
 * Returns: (transfer none) (nullable): the update that is running.
 */
RcpUpdate *
rcp_library_get_update (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return self->update;
}

/** rcp_library_set_scheduled_updates: whether sources are asked by themselves when they are due. */
void
rcp_library_set_scheduled_updates (RcpLibrary *self, gboolean scheduled)
{
  g_return_if_fail (RCP_IS_LIBRARY (self));

  if (!scheduled)
    g_clear_pointer (&self->updater, rcp_updater_free);
  else if (self->updater == NULL && !self->closed)
    self->updater = rcp_updater_new (self);
}

/** rcp_library_update_ended: @update has ended. */
void
rcp_library_update_ended (RcpLibrary *self, RcpUpdate *update)
{
  if (self->update == update)
    g_clear_object (&self->update);
  g_signal_emit (self, signals[UPDATED], 0, update);
  rcp_library_queue_changed (self, RCP_LIBRARY_CHANGED_SOURCES);
}

/**
 * rcp_library_import_text:
 * @text: the text of one article
 * @title: (nullable): its title, where the text does not begin with it
 * @dossier_id: as in rcp_library_import_files()
 *
 * Returns: (transfer full): the import.
 */
RcpImport *
rcp_library_import_text (RcpLibrary *self, const char *text, const char *title, gint64 dossier_id)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return queue_import (self, rcp_import_new_text (self, text, title, dossier_id));
}

/**
 * rcp_library_import_sample:
 * @dossier_id: where the articles go; 0 makes the dossier of the sample
 *
 * Imports the sample articles that come with the program.
 *
 * Returns: (transfer full): the import.
 */
RcpImport *
rcp_library_import_sample (RcpLibrary *self, gint64 dossier_id)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return queue_import (self, rcp_import_new_sample (self, dossier_id));
}

/**
 * rcp_library_reanalyse:
 *
 * Reads again every article that an earlier version of the analysis has read; ends at once when there is none. Notes and
 * corrections are kept and applied anew.
 *
 * Returns: (transfer full): the new analysis.
 */
RcpImport *
rcp_library_reanalyse (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return queue_import (self, rcp_import_new_reanalysis (self));
}

/**
 * rcp_library_get_n_outdated:
 *
 * Returns: how many articles an earlier version of the analysis had read when the library was opened;
 *   rcp_library_reanalyse() reads them again.
 */
guint
rcp_library_get_n_outdated (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), 0);

  return self->n_outdated;
}

/**
 * rcp_library_get_import:
 *
 * Returns: (transfer none) (nullable): the import or new analysis that is running.
 */
RcpImport *
rcp_library_get_import (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return g_queue_peek_head (&self->imports);
}

/* --- Lists ------------------------------------------------------------------------------------------------------ */

static GArray *
list_article_ids (gpointer data, GCancellable *cancellable, GError **error)
{
  const RcpLibraryArgs *args = data;

  return rcp_store_list_article_ids (args->store, args->dossier_id, args->number, args->text, cancellable, error);
}

static GPtrArray *
list_article_rows (gpointer data, const gint64 *ids, guint n_ids, GCancellable *cancellable, GError **error)
{
  const RcpLibraryArgs *args = data;

  return rcp_store_load_articles (args->store, ids, n_ids, cancellable, error);
}

static gint64
get_article_id (gpointer row)
{
  return rcp_article_get_id (row);
}

static GArray *
list_actor_ids (gpointer data, GCancellable *cancellable, GError **error)
{
  const RcpLibraryArgs *args = data;

  return rcp_store_list_actor_ids (args->store, args->dossier_id, args->number, args->text, cancellable, error);
}

static GPtrArray *
list_actor_rows (gpointer data, const gint64 *ids, guint n_ids, GCancellable *cancellable, GError **error)
{
  const RcpLibraryArgs *args = data;

  return rcp_store_load_actors (args->store, args->dossier_id, ids, n_ids, cancellable, error);
}

static gint64
get_actor_id (gpointer row)
{
  return rcp_actor_get_id (row);
}

static void
free_args (gpointer data)
{
  rcp_library_args_free (data);
}

static const RcpPagedListQuery article_query = { list_article_ids, list_article_rows, get_article_id, free_args };
static const RcpPagedListQuery actor_query = { list_actor_ids, list_actor_rows, get_actor_id, free_args };

static void
list_articles_changed_cb (RcpPagedList *list, guint changes, RcpLibrary *self)
{
  if (changes & (RCP_LIBRARY_CHANGED_ARTICLES | RCP_LIBRARY_CHANGED_NOTES | RCP_LIBRARY_CHANGED_EVENTS))
    rcp_paged_list_reload (list);
}

static void
list_actors_changed_cb (RcpPagedList *list, guint changes, RcpLibrary *self)
{
  if (changes & RCP_LIBRARY_CHANGED_ACTORS)
    rcp_paged_list_reload (list);
}

static RcpPagedList *
new_list (RcpLibrary *self, const RcpPagedListQuery *query, GCallback changed, gint64 dossier_id, int number,
          const char *search)
{
  RcpLibraryArgs *args = rcp_library_args_new ();
  RcpPagedList *list;

  args->store = g_object_ref (self->store);
  args->dossier_id = dossier_id;
  args->number = number;
  args->text = search && *search ? g_strdup (search) : NULL;
  list = rcp_paged_list_new (query, args);
  g_signal_connect_object (self, "changed", changed, list, G_CONNECT_SWAPPED);
  return list;
}

/**
 * rcp_library_new_article_list:
 * @search: (nullable): words the articles must have
 *
 * Returns: (transfer full): the articles; reads by itself, and again when the library changes.
 */
RcpPagedList *
rcp_library_new_article_list (RcpLibrary *self, gint64 dossier_id, RcpArticleOrder order, const char *search)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return new_list (self, &article_query, G_CALLBACK (list_articles_changed_cb), dossier_id, order, search);
}

/**
 * rcp_library_new_actor_list:
 * @search: (nullable): what their names or aliases must hold
 *
 * Returns: (transfer full): the actors; reads by itself, and again when the library changes.
 */
RcpPagedList *
rcp_library_new_actor_list (RcpLibrary *self, gint64 dossier_id, RcpActorFilter filter, const char *search)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return new_list (self, &actor_query, G_CALLBACK (list_actors_changed_cb), dossier_id, filter, search);
}

/* --- Small answers and upkeep ----------------------------------------------------------------------------------- */

const char *
rcp_library_get_path (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return self->path;
}

/** rcp_library_get_last_id: the row the last change made; 0 before the first. */
gint64
rcp_library_get_last_id (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), 0);

  return self->last_id;
}

/**
 * rcp_library_get_undo_label:
 *
 * Returns: (transfer none) (nullable): what undo would take back, in the user's language.
 */
const char *
rcp_library_get_undo_label (RcpLibrary *self)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), NULL);

  return rcp_undo_get_label (self->undo);
}

/**
 * rcp_library_check:
 * @findings: (element-type utf8): gets one sentence for each thing that is wrong, in English
 *
 * Blocks. Errors: RCP_STORE_ERROR when it could not be checked.
 *
 * Returns: whether all is well.
 */
gboolean
rcp_library_check (RcpLibrary *self, GPtrArray *findings, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), FALSE);

  return rcp_store_check (self->store, findings, cancellable, error);
}

/**
 * rcp_library_backup:
 * @path: the copy; a file that is there is replaced when the copy is complete
 *
 * Copies the library as it stands, whole, while it may be in use. Blocks. Errors: RCP_STORE_ERROR.
 */
gboolean
rcp_library_backup (RcpLibrary *self, const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (RCP_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return rcp_store_backup (self->store, path, cancellable, error);
}
