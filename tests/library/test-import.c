#include "config.h"

#include "library-fixture.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Taking articles in: what works, what fails and says why, and that the rest goes on. */

static void
test_three_outlets (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_file (fixture, "story/harbour.html", article_harbour);
  g_autofree char *b = write_file (fixture, "story/relais.html", article_relais);
  g_autofree char *c = write_file (fixture, "story/inland.txt", article_inland);
  g_autofree char *folder = g_build_filename (fixture->folder, "story", NULL);
  g_autoptr (GListModel) dossiers = NULL;
  g_autoptr (GListModel) events = NULL;
  g_autoptr (RcpDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  import_and_wait (fixture->library, folder, 3);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 3);
  dossiers = rcp_library_list_dossiers (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (dossiers), ==, 1);
  dossier = g_list_model_get_item (dossiers, 0);
  g_assert_cmpstr (rcp_dossier_get_name (dossier), ==, "story");
  g_assert_cmpuint (rcp_dossier_get_n_articles (dossier), ==, 3);

  events = rcp_library_list_events (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (rcp_event_get_date (event) != NULL
          && g_str_equal (rcp_edtf_get_string (rcp_event_get_date (event)), "2019-05-14")
          && rcp_event_get_n_outlets (event) >= 2)
        found = TRUE;
    }
  g_assert_true (found);
}

static void
open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  rcp_library_close (fixture->library);
  g_clear_object (&fixture->library);
  fixture->library = rcp_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

/* Without the list of names articles are taken in and what was found before stays; with it they are read again. */
static void
test_no_lexicon (Fixture *fixture, gconstpointer data)
{
  g_autofree char *usual = g_strdup (g_getenv ("RECOUPE_DATA_DIR"));
  g_autofree char *a = write_file (fixture, "harbour.html", article_harbour);
  g_autofree char *b = write_file (fixture, "relais.html", article_relais);

  g_assert_cmpuint (rcp_library_get_warnings (fixture->library)->len, ==, 0);
  import_and_wait (fixture->library, a, 1);

  g_setenv ("RECOUPE_DATA_DIR", fixture->folder, TRUE);
  open_again (fixture);
  /* The list and the model of names. */
  g_assert_cmpuint (rcp_library_get_warnings (fixture->library)->len, ==, 2);
  g_assert_cmpuint (rcp_library_get_n_outdated (fixture->library), ==, 0);
  import_and_wait (fixture->library, b, 1);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 2);
  open_again (fixture);
  g_assert_cmpuint (rcp_library_get_n_outdated (fixture->library), ==, 0);

  g_setenv ("RECOUPE_DATA_DIR", usual, TRUE);
  open_again (fixture);
  g_assert_cmpuint (rcp_library_get_warnings (fixture->library)->len, ==, 0);
  g_assert_cmpuint (rcp_library_get_n_outdated (fixture->library), ==, 1);
}

static void
test_paste (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpImport) import = rcp_library_import_text (
      fixture->library, "Peru and Chile reopened their border on 3 June 2021, the interior ministry of Peru said.",
      "A border reopens", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RcpArticle) article = NULL;

  g_assert_true (rcp_import_wait (import, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (import), ==, 1);
  g_assert_null (rcp_library_get_import (fixture->library));
  articles = rcp_library_list_articles (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  article = g_list_model_get_item (articles, 0);
  g_assert_cmpstr (rcp_article_get_title (article), ==, "A border reopens");
}

static void
test_sample (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpImport) import = rcp_library_import_sample (fixture->library, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_import_wait (import, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (import), >=, 10);
  g_assert_cmpuint (rcp_import_get_n_events (import), >, 5);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_import_get_failures (import)), ==, 0);
  g_assert_cmpuint (count_and_unref (rcp_library_list_dossiers (fixture->library, 0, NULL, NULL)), ==, 1);
}

/* --- Bad input -------------------------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *file;
  void (*make) (const char *path);
  gboolean skipped;
  GQuark (*domain) (void);
  int code;
} BadRow;

static void
make_empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
make_blank (const char *path)
{
  g_assert_true (g_file_set_contents (path, " \n\n\t \n", -1, NULL));
}

static void
make_binary (const char *path)
{
  char bytes[4096];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (char) (i * 37 + (i >> 3));
  g_assert_true (g_file_set_contents (path, bytes, sizeof bytes, NULL));
}

static void
make_huge (const char *path)
{
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, (off_t) 1 << 30), ==, 0);
  close (fd);
}

static void
make_pipe (const char *path)
{
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_nothing (const char *path)
{
}

static void
make_dead_link (const char *path)
{
  g_assert_cmpint (symlink ("nowhere-at-all", path), ==, 0);
}

static void
make_picture (const char *path)
{
  g_assert_true (g_file_set_contents (path, "\x89PNG\r\n\x1a\n", 8, NULL));
}

static GQuark
io_error (void)
{
  return G_IO_ERROR;
}

static const BadRow bad_rows[] = {
  { "empty", "empty.txt", make_empty, FALSE, rcp_text_error_quark, RCP_TEXT_ERROR_EMPTY },
  { "blank", "blank.md", make_blank, FALSE, rcp_text_error_quark, RCP_TEXT_ERROR_EMPTY },
  { "binary", "binary.txt", make_binary, FALSE, rcp_text_error_quark, RCP_TEXT_ERROR_BINARY },
  { "one-gigabyte", "huge.txt", make_huge, FALSE, rcp_text_error_quark, RCP_TEXT_ERROR_TOO_LARGE },
  { "named-pipe", "pipe.txt", make_pipe, FALSE, rcp_import_error_quark, RCP_IMPORT_ERROR_NOT_REGULAR },
  { "missing", "missing.txt", make_nothing, FALSE, io_error, G_IO_ERROR_NOT_FOUND },
  { "dead-link", "dead.txt", make_dead_link, FALSE, io_error, G_IO_ERROR_NOT_FOUND },
  { "picture", "picture.png", make_picture, TRUE, rcp_import_error_quark, RCP_IMPORT_ERROR_UNSUPPORTED },
};

static void
test_bad (Fixture *fixture, gconstpointer data)
{
  const BadRow *row = data;
  g_autofree char *good = write_file (fixture, "good.txt", article_inland);
  g_autofree char *bad = g_build_filename (fixture->folder, row->file, NULL);
  const char *paths[] = { bad, good, NULL };
  g_autoptr (RcpImport) import = NULL;
  g_autoptr (RcpImportFailure) failure = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) expected = g_error_new_literal (row->domain (), row->code, "");
  g_autofree char *sentence = rcp_error_describe (expected);

  row->make (bad);
  import = import_paths (fixture->library, paths, 0);
  g_assert_true (rcp_import_wait (import, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_found (import), ==, 2);
  g_assert_cmpuint (rcp_import_get_n_done (import), ==, 2);
  g_assert_cmpuint (rcp_import_get_n_added (import), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_import_get_failures (import)), ==, 1);
  failure = g_list_model_get_item (rcp_import_get_failures (import), 0);
  g_assert_cmpstr (rcp_import_failure_get_name (failure), ==, row->file);
  g_assert_cmpstr (rcp_import_failure_get_reason (failure), ==, sentence);
  g_assert_cmpint (rcp_import_failure_get_skipped (failure), ==, row->skipped);
}

static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "closed.txt", article_inland);
  const char *paths[] = { path, NULL };
  g_autoptr (RcpImport) import = NULL;

  g_assert_cmpint (g_chmod (path, 0000), ==, 0);
  if (g_access (path, R_OK) == 0)
    {
      g_test_skip ("this user may read everything");
      return;
    }
  import = import_paths (fixture->library, paths, 0);
  g_assert_true (rcp_import_wait (import, NULL));
  g_assert_cmpuint (rcp_import_get_n_added (import), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_import_get_failures (import)), ==, 1);
}

/* Latin-1 is read as what it is; a page cut off in the middle of a tag and of a character still gives its article. */
static void
test_odd_but_readable (Fixture *fixture, gconstpointer data)
{
  static const char latin[] = "Le Pr\xe9sident s'exprime\n\nLe pr\xe9sident p\xe9ruvien a re\xe7u mardi 4 juin 2019 une "
                              "d\xe9l\xe9gation chilienne \xe0 Lima, a annonc\xe9 le minist\xe8re.\n";
  g_autofree char *cut = g_strdup (article_relais);
  g_autofree char *a = write_file (fixture, "latin.txt", latin);
  g_autofree char *b = NULL;
  const char *paths[3] = { a, NULL, NULL };
  g_autoptr (RcpImport) import = NULL;
  g_autoptr (RcpSearchResults) results = NULL;

  *strstr (cut, "veille") = '\0';
  cut[strlen (cut) - 1] = '\xc3';
  paths[1] = b = write_file (fixture, "cut.html", cut);
  import = import_paths (fixture->library, paths, 0);
  g_assert_true (rcp_import_wait (import, NULL));
  g_assert_cmpuint (rcp_import_get_n_added (import), ==, 2);
  results = rcp_library_search (fixture->library, 0, "délégation chilienne", NULL, NULL);
  g_assert_nonnull (results);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_search_results_get_hits (results, RCP_SEARCH_HIT_ARTICLE)), ==, 1);
}

static void
test_folder_with_everything (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "many", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe", NULL);
  g_autofree char *loop = g_build_filename (folder, "sub", "loop", NULL);
  const char *paths[] = { folder, NULL };
  g_autoptr (RcpImport) import = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%s%02u.txt", i % 2 ? "sub/" : "", i);
      g_autofree char *text = g_strdup_printf ("The council of district %u met on %u March 2020\n\nThe council of "
                                               "district %u met the union of teachers on %u March 2020 in Lima.\n",
                                               i, i % 28 + 1, i, i % 28 + 1);
      g_autofree char *path = write_file (fixture, name, text);
    }
  g_free (write_file (fixture, "many/.hidden.txt", article_inland));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("..", loop), ==, 0);
  import = import_paths (fixture->library, paths, 0);
  g_assert_true (rcp_import_wait (import, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (import), ==, 40);
  g_assert_cmpuint (rcp_import_get_n_found (import), ==, 41);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_import_get_failures (import)), ==, 1);
}

static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_file (fixture, "one.html", article_harbour);
  g_autofree char *b = write_file (fixture, "copy.html", article_harbour);
  const char *both[] = { a, b, NULL }, *again[] = { a, NULL };
  g_autoptr (RcpImport) first = import_paths (fixture->library, both, 0);
  g_autoptr (RcpImport) second = NULL;
  g_autoptr (RcpImport) third = NULL;
  g_autoptr (RcpImportFailure) failure = NULL;
  gint64 dossier;

  g_assert_true (rcp_import_wait (first, NULL));
  g_assert_cmpuint (rcp_import_get_n_added (first), ==, 1);
  failure = g_list_model_get_item (rcp_import_get_failures (first), 0);
  g_assert_true (rcp_import_failure_get_skipped (failure));
  second = import_paths (fixture->library, again, 0);
  g_assert_true (rcp_import_wait (second, NULL));
  g_assert_cmpuint (rcp_import_get_n_added (second), ==, 0);

  /* What the library has still goes into the dossier it is brought to. */
  g_assert_true (rcp_library_create_dossier (fixture->library, "Ports", NULL, NULL));
  dossier = rcp_library_get_last_id (fixture->library);
  third = import_paths (fixture->library, again, dossier);
  g_assert_true (rcp_import_wait (third, NULL));
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, dossier, NULL, NULL)), ==, 1);
}

/* --- Order, turn, cancel ---------------------------------------------------------------------------------------- */

/* What a person sees of the events, without the numbers of rows. */
static char *
describe_events (RcpLibrary *library)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s | %s | %u %u %u", rcp_event_get_title (event),
                                               rcp_event_get_date (event)
                                                   ? rcp_edtf_get_string (rcp_event_get_date (event))
                                                   : "-",
                                               rcp_event_get_n_accounts (event), rcp_event_get_n_outlets (event),
                                               rcp_event_get_n_independent (event)));
    }
  for (guint i = 0; i < lines->len; i++)
    for (guint j = i; j > 0 && strcmp (lines->pdata[j - 1], lines->pdata[j]) > 0; j--)
      {
        gpointer line = lines->pdata[j];

        lines->pdata[j] = lines->pdata[j - 1];
        lines->pdata[j - 1] = line;
      }
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static const guint orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

static void
test_any_order (Fixture *fixture, gconstpointer data)
{
  const char *texts[] = { article_harbour, article_relais, article_inland };
  const char *names[] = { "harbour.html", "relais.html", "inland.txt" };
  g_autofree char *first = NULL;

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    for (guint together = 0; together < 2; together++)
      {
        g_autofree char *name = g_strdup_printf ("order-%u-%u.recoupe", o, together);
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
        g_autoptr (GError) error = NULL;
        g_autoptr (RcpLibrary) library = rcp_library_open (path, NULL, &error);
        g_autofree char *seen = NULL;
        const char *paths[4] = { NULL };
        char *files[3] = { NULL };

        g_assert_no_error (error);
        for (guint i = 0; i < 3; i++)
          {
            paths[i] = files[i] = write_file (fixture, names[orders[o][i]], texts[orders[o][i]]);
            if (!together)
              import_and_wait (library, files[i], 1);
          }
        if (together)
          {
            g_autoptr (RcpImport) import = import_paths (library, paths, 0);

            g_assert_true (rcp_import_wait (import, NULL));
          }
        seen = describe_events (library);
        if (first == NULL)
          first = g_steal_pointer (&seen);
        else
          g_assert_cmpstr (seen, ==, first);
        for (guint i = 0; i < 3; i++)
          g_free (files[i]);
      }
}

static void
test_turns (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_file (fixture, "a.html", article_harbour);
  g_autofree char *b = write_file (fixture, "b.html", article_relais);
  g_autofree char *c = write_file (fixture, "c.txt", article_inland);
  const char *one[] = { a, NULL }, *two[] = { b, NULL }, *three[] = { c, NULL };
  g_autoptr (RcpImport) first = import_paths (fixture->library, one, 0);
  g_autoptr (RcpImport) second = import_paths (fixture->library, two, 0);
  g_autoptr (RcpImport) third = import_paths (fixture->library, three, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_library_get_import (fixture->library) == first);
  rcp_import_cancel (second);
  g_assert_true (rcp_import_get_finished (second));
  g_assert_true (rcp_import_wait (third, &error));
  g_assert_no_error (error);
  g_assert_true (rcp_import_get_finished (first));
  g_assert_error (rcp_import_get_error (second), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 2);
}

static void
test_cancel_and_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "many", NULL);
  const char *paths[] = { folder, NULL };
  g_autoptr (RcpImport) import = NULL;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *name = g_strdup_printf ("many/%03u.txt", i);
      g_autofree char *text = g_strdup_printf ("Report %u\n\nChile and Peru signed accord number %u on 4 June 2019.\n", i, i);
      g_autofree char *path = write_file (fixture, name, text);
    }
  import = import_paths (fixture->library, paths, 0);
  g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  g_assert_true (rcp_import_get_finished (import));
}

static void
count_cb (RcpLibrary *library, guint changes, guint *n)
{
  (*n)++;
}

static void
test_signals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *a = write_file (fixture, "a.html", article_harbour);
  guint n = 0;

  g_signal_connect (fixture->library, "changed", G_CALLBACK (count_cb), &n);
  import_and_wait (fixture->library, a, 1);
  wait_until (n > 0);
  g_assert_cmpuint (n, <=, 3);
}

/* --- Libraries that cannot be opened ---------------------------------------------------------------------------- */

static void
test_not_a_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "novel.recoupe", article_harbour);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_null (rcp_library_open (path, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_A_LIBRARY);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, article_harbour);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "such", "folder.recoupe", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (rcp_library_open (path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/import/three-outlets", test_three_outlets },
    { "/import/no-lexicon", test_no_lexicon },
    { "/import/paste", test_paste },
    { "/import/sample", test_sample },
    { "/import/unreadable", test_unreadable },
    { "/import/odd-but-readable", test_odd_but_readable },
    { "/import/folder-with-everything", test_folder_with_everything },
    { "/import/duplicates", test_duplicates },
    { "/import/any-order", test_any_order },
    { "/import/turns", test_turns },
    { "/import/cancel-and-close", test_cancel_and_close },
    { "/import/signals", test_signals },
    { "/open/not-a-library", test_not_a_library },
    { "/open/no-folder", test_no_folder },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/import/bad/", bad_rows[i].name, NULL);

      g_test_add (path, Fixture, &bad_rows[i], fixture_set_up, test_bad, fixture_tear_down);
    }
  return g_test_run ();
}
