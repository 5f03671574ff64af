#pragma once

#include <glib/gstdio.h>

#include "rcp-clock.h"
#include "rcp-error.h"
#include "rcp-library.h"
#include "remove-tree.h"

/* What the tests of the library have in common: a folder of their own, a clock that stands still, and articles in our own
 * words. No test opens the user's own library, so none needs G_TEST_OPTION_ISOLATE_DIRS, under which GLib 2.74 leaks. */

/* 1 May 2031, noon UTC. */
#define NOW_US (G_GINT64_CONSTANT (1935403200) * G_USEC_PER_SEC)

typedef struct
{
  char *folder;
  char *path;
  RcpLibrary *library;
} Fixture;

static inline void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  rcp_clock_set_now_us (NOW_US);
  fixture->folder = g_dir_make_tmp ("recoupe-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "test.recoupe", NULL);
  fixture->library = rcp_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->library);
}

static inline void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->library);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline char *
write_file (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (parent, 0700);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static inline RcpImport *
import_paths (RcpLibrary *library, const char *const *paths, gint64 dossier_id)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths[i]);

      g_list_store_append (files, file);
    }
  return rcp_library_import_files (library, G_LIST_MODEL (files), dossier_id);
}

static inline void
import_and_wait (RcpLibrary *library, const char *path, guint n_added)
{
  const char *paths[] = { path, NULL };
  g_autoptr (RcpImport) import = import_paths (library, paths, 0);
  g_autoptr (GError) error = NULL;

  rcp_import_wait (import, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (import), ==, n_added);
}

/* Runs the loop until @value is TRUE; a test that waits longer than that has failed. */
static inline gboolean
set_true_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

#define wait_until(condition)                                                                                          \
  do                                                                                                                   \
    {                                                                                                                  \
      gboolean timed_out = FALSE;                                                                                      \
      guint timer = g_timeout_add_seconds (30, set_true_cb, &timed_out);                                               \
                                                                                                                       \
      while (!(condition) && !timed_out)                                                                               \
        g_main_context_iteration (NULL, TRUE);                                                                         \
      g_assert_false (timed_out);                                                                                      \
      g_source_remove (timer);                                                                                         \
    }                                                                                                                  \
  while (FALSE)

static inline guint
count_and_unref (GListModel *model)
{
  guint n;

  g_assert_nonnull (model);
  n = g_list_model_get_n_items (model);
  g_object_unref (model);
  return n;
}

/* One story, told by three outlets: a signature, an evacuation, a strike. */
static const char article_harbour[]
    = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Kenya and Norway sign a port accord</title>"
      "<meta property=\"og:site_name\" content=\"Harbour Ledger\">"
      "<meta property=\"article:published_time\" content=\"2019-05-15T08:00:00Z\"></head><body><article>"
      "<h1>Kenya and Norway sign a port accord</h1>"
      "<p>Kenya and Norway signed a military cooperation agreement on Tuesday 14 May 2019 in Nairobi. The agreement "
      "opens the harbour of Mombasa to Norwegian patrol ships for six years.</p>"
      "<p>President Uhuru Kenyatta met Norwegian Prime Minister Erna Solberg on 13 May 2019 before the signing.</p>"
      "</article></body></html>";

static const char article_relais[]
    = "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Un accord militaire avec la Norvège</title>"
      "<meta property=\"og:site_name\" content=\"Le Relais du Port\">"
      "<meta property=\"article:published_time\" content=\"2019-05-16T08:00:00Z\"></head><body><article>"
      "<h1>Un accord militaire avec la Norvège</h1>"
      "<p>Le Kenya et la Norvège ont signé mardi 14 mai 2019 un accord de coopération militaire à Nairobi. Le port de "
      "Mombasa s’ouvre aux patrouilleurs norvégiens pour dix ans.</p>"
      "<p>Le président Uhuru Kenyatta avait reçu la veille la Première ministre Erna Solberg.</p>"
      "</article></body></html>";

static const char article_inland[]
    = "Dock workers walk out in Mombasa\n\nPublished on 20 May 2019\n\n"
      "Hundreds of dock workers protested in Mombasa on Saturday 18 May 2019 against the agreement with Norway. "
      "The police arrested 12 people, a union said.\n\n"
      "Kenya and Norway had signed the military cooperation agreement on 14 May 2019 in Nairobi.\n";
