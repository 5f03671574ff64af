#include "config.h"

#include "rcp-data-file.h"

#include <gio/gio.h>

#include "rcp-error.h"

/**
 * rcp_data_file_dup_path:
 * @name: name of a file that ships beside the program, such as "lexicon.bin"
 *
 * Data too large to be compiled in lies in the folder PREFIX/share/recoupe. The environment variable
 * RECOUPE_DATA_DIR names another folder: programs that are run from where they were built need it.
 *
 * Returns: (transfer full): where the file should be, whether or not it is there. Any thread.
 */
char *
rcp_data_file_dup_path (const char *name)
{
  const char *folder = g_getenv ("RECOUPE_DATA_DIR");

  g_return_val_if_fail (name != NULL, NULL);
  return g_build_filename (folder && *folder ? folder : PKGDATADIR, name, NULL);
}

/**
 * rcp_data_file_map:
 * @name: name of a file that ships beside the program
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE, with the path in its message, when it is missing or cannot be read
 *
 * Maps the file read-only: what is not looked at is not read, and processes share the pages. Whoever replaces
 * the file has to put a new one in its place, as installers do, since a mapped file that shrinks takes its
 * reader down.
 *
 * Returns: (transfer full) (nullable): its bytes, which begin on a page; NULL with @error set. Any thread.
 */
GBytes *
rcp_data_file_map (const char *name, GError **error)
{
  g_autofree char *path = rcp_data_file_dup_path (name);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, &reason);

  if (file == NULL)
    {
      g_set_error_literal (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE, reason->message);
      return NULL;
    }
  return g_mapped_file_get_bytes (file);
}
