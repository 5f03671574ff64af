/* Measures what it costs to add one article to a library that already has many, dates of publication sharpened included.
 *
 *   bench-add LIBRARY FOLDER ONES SIZE...    fill the library from the folder's files up to each size in turn, and add ones
 *                                            of the folder ONES one by one at each
 *
 * Needs no display. */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "rcp-library.h"

/* Added at each size, each in an import of its own. */
#define N_ONES 40

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  return files;
}

static void
import (RcpLibrary *library, const GPtrArray *names, guint from, guint to)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (RcpImport) running = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = from; i < to && i < names->len; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (names->pdata[i]);

      g_list_store_append (files, file);
    }
  running = rcp_library_import_files (library, G_LIST_MODEL (files), 0);
  if (!rcp_import_wait (running, &error))
    g_error ("%s", error->message);
}

static double
peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLibrary) library = NULL;
  g_autoptr (GPtrArray) many = NULL;
  g_autoptr (GPtrArray) ones = NULL;
  guint n = 0, one = 0;

  if (argc < 5)
    return 2;
  library = rcp_library_open (argv[1], NULL, &error);
  if (library == NULL)
    g_error ("%s", error->message);
  many = list_files (argv[2]);
  ones = list_files (argv[3]);
  for (int i = 4; i < argc; i++)
    {
      guint size = (guint) atoi (argv[i]);
      gint64 started = g_get_monotonic_time (), longest = 0, total = 0;

      import (library, many, n, size);
      g_print ("%u articles: %.1f ms each together", size, (double) (g_get_monotonic_time () - started) / 1000 / MAX (size - n, 1));
      n = size;
      for (guint j = 0; j < N_ONES; j++, one++)
        {
          gint64 before = g_get_monotonic_time (), took;

          import (library, ones, one, one + 1);
          took = g_get_monotonic_time () - before;
          total += took;
          longest = MAX (longest, took);
        }
      g_print ("; one more %.1f ms, at most %.1f ms; %.0f MB at most\n", (double) total / 1000 / N_ONES, (double) longest / 1000,
               peak_mb ());
    }
  return 0;
}
