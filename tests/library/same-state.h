#pragma once

#include "library-fixture.h"

#include "rcp-store.h"

/* What a library shows, line by line, and whether it is the same after everything was read again. */

static inline int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static inline char *
join_sorted (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* A failure shows the first line that differs. */
static inline void
assert_same (int seed, const char *what, const char *a, const char *b)
{
  g_auto (GStrv) x = g_strsplit (a, "\n", -1);
  g_auto (GStrv) y = g_strsplit (b, "\n", -1);

  for (guint i = 0; x[i] != NULL || y[i] != NULL; i++)
    if (g_strcmp0 (x[i], y[i]) != 0)
      {
        g_test_message ("seed %d, %s, line %u:\n  %s\n  %s", seed, what, i, x[i] ? x[i] : "(end)", y[i] ? y[i] : "(end)");
        g_error ("seed %d: %s: “%s” became “%s”", seed, what, x[i] ? x[i] : "(end)", y[i] ? y[i] : "(end)");
      }
}

static inline RcpLibrary *
open_copy (Fixture *fixture, const char *name, char **path)
{
  g_autoptr (GError) error = NULL;
  RcpLibrary *copy;

  *path = g_build_filename (fixture->folder, name, NULL);
  g_assert_true (rcp_library_backup (fixture->library, *path, NULL, &error));
  copy = rcp_library_open (*path, NULL, &error);
  g_assert_no_error (error);
  return copy;
}

/* Everything is read again, as after a new version of the analysis. */
static inline RcpLibrary *
read_all_again (Fixture *fixture, const char *name, guint n_articles)
{
  g_autofree char *path = NULL;
  RcpLibrary *copy = open_copy (fixture, name, &path);
  g_autoptr (GListModel) articles = rcp_library_list_articles (copy, 0, NULL, NULL);
  g_autoptr (RcpImport) again = NULL;
  g_autoptr (RcpStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (copy);
  store = rcp_store_open (path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);

      g_assert_true (rcp_store_set_published (store, rcp_article_get_id (article), NULL, NULL, &error));
    }
  rcp_store_close (store);
  copy = rcp_library_open (path, NULL, &error);
  g_assert_no_error (error);
  again = rcp_library_reanalyse (copy);
  g_assert_true (rcp_import_wait (again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (again), ==, n_articles);
  return copy;
}
