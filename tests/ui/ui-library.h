#pragma once

#include "rcp-library.h"
#include "remove-tree.h"

/** ui_library_open: a new library in a folder of its own, whose path goes to @folder (transfer full). Returns: (transfer full) */
static inline RcpLibrary *
ui_library_open (char **folder)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  RcpLibrary *library;

  *folder = g_dir_make_tmp ("recoupe-ui-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (*folder, "test.recoupe", NULL);
  library = rcp_library_open (path, NULL, &error);
  g_assert_no_error (error);
  return library;
}

/** ui_library_wait: until what @import (transfer none) takes in is there; it must succeed. Returns: how many articles are new */
static inline guint
ui_library_wait (RcpImport *import)
{
  g_autoptr (RcpImport) running = g_object_ref (import);
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_import_wait (running, &error));
  g_assert_no_error (error);
  return rcp_import_get_n_added (running);
}

/** ui_library_close: closes and drops the library (transfer full), and removes its @folder (transfer full). */
static inline void
ui_library_close (RcpLibrary *library, char *folder)
{
  rcp_library_close (library);
  g_object_unref (library);
  remove_tree (folder);
  g_free (folder);
}
