#include "config.h"

#include "rcp-library-private.h"

/* Where libraries are, and how one is opened, on the calling thread or on a worker. */

/**
 * rcp_library_get_default_path:
 *
 * Returns: (transfer full): the user's own library, under XDG_DATA_HOME.
 */
char *
rcp_library_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "recoupe", "library.recoupe", NULL);
}

/**
 * rcp_library_get_sample_path:
 *
 * The sample dossier has a library of its own, so that its invented outlets never stand among the user's.
 *
 * Returns: (transfer full): the file of the sample, beside the user's own library.
 */
char *
rcp_library_get_sample_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "recoupe", "sample.recoupe", NULL);
}

/* What opening makes on any thread, before there is an object that belongs to one. */
typedef struct
{
  char *path;
  RcpStore *store;
  RcpIntegrator *integrator;
  guint n_outdated;
} Opened;

static void
opened_free (gpointer data)
{
  Opened *opened = data;

  g_clear_pointer (&opened->path, g_free);
  g_clear_object (&opened->store);
  g_clear_pointer (&opened->integrator, rcp_integrator_unref);
  g_free (opened);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Opened, opened_free)

static Opened *
open_files (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (Opened) opened = g_new0 (Opened, 1);
  g_autoptr (RcpAnalyser) analyser = NULL;
  g_autoptr (GArray) outdated = NULL;
  g_autofree char *folder = NULL;

  opened->path = path ? g_strdup (path) : rcp_library_get_default_path ();
  folder = g_path_get_dirname (opened->path);
  if (path == NULL || g_str_has_prefix (path, g_get_user_data_dir ()))
    g_mkdir_with_parents (folder, 0700);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no folder %s", folder);
      return NULL;
    }
  analyser = rcp_analyser_new (error);
  if (analyser == NULL)
    return NULL;
  opened->store = rcp_store_open (opened->path, cancellable, error);
  if (opened->store == NULL)
    return NULL;
  opened->integrator = rcp_integrator_new (opened->store, analyser);
  outdated = rcp_store_list_outdated (opened->store, rcp_analyser_get_version (analyser), cancellable, error);
  if (outdated == NULL)
    return NULL;
  opened->n_outdated = outdated->len;
  return g_steal_pointer (&opened);
}

static RcpLibrary *
take_opened (Opened *opened)
{
  RcpLibrary *self = rcp_library_new_opened (g_steal_pointer (&opened->path), g_steal_pointer (&opened->store),
                                             g_steal_pointer (&opened->integrator), opened->n_outdated);

  opened_free (opened);
  return self;
}

/**
 * rcp_library_open:
 * @path: (nullable): the file, made when there is none; NULL for the user's own
 *
 * Blocks. Errors: RCP_STORE_ERROR; %RCP_ANALYSIS_ERROR_RESOURCE; %G_IO_ERROR_NOT_FOUND when the folder is not there.
 *
 * Returns: (transfer full): the library; it belongs to the calling thread.
 */
RcpLibrary *
rcp_library_open (const char *path, GCancellable *cancellable, GError **error)
{
  Opened *opened = open_files (path, cancellable, error);

  return opened ? take_opened (opened) : NULL;
}

static void
open_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  Opened *opened = open_files (task_data, cancellable, &error);

  if (opened != NULL)
    g_task_return_pointer (task, opened, opened_free);
  else
    g_task_return_error (task, error);
}

void
rcp_library_open_async (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, rcp_library_open_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_thread);
}

RcpLibrary *
rcp_library_open_finish (GAsyncResult *result, GError **error)
{
  Opened *opened;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  opened = g_task_propagate_pointer (G_TASK (result), error);
  return opened ? take_opened (opened) : NULL;
}
