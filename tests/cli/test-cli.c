#include "config.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "remove-tree.h"

/* The built program as a person or a script runs it. Its path is in the environment variable RECOUPE_CLI. */

typedef struct
{
  char *folder;
  char *library;
  char *article;
} Fixture;

static const char article[] = "Port workers walk out in Lima\n\nPublished on 12 March 2021\n\n"
                              "Hundreds of port workers protested in Lima on Tuesday 9 March 2021 against the agreement "
                              "between Peru and Chile.\n\nPeru and Chile had signed the trade agreement on 2 March 2021, "
                              "according to the foreign ministry of Peru.\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("recoupe-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->library = g_build_filename (fixture->folder, "cli.recoupe", NULL);
  fixture->article = g_build_filename (fixture->folder, "lima.txt", NULL);
  g_assert_true (g_file_set_contents (fixture->article, article, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->library);
  g_free (fixture->article);
}

/* Runs the program with the test's library; @arguments end with NULL. */
static int
run (Fixture *fixture, const char *input, char **out, char **err, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *own_out = NULL;
  g_autofree char *own_err = NULL;
  const char *argument;
  va_list args;

  g_ptr_array_add (argv, (gpointer) g_getenv ("RECOUPE_CLI"));
  g_ptr_array_add (argv, (gpointer) "--library");
  g_ptr_array_add (argv, fixture->library);
  va_start (args, err);
  while ((argument = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (argv, (gpointer) argument);
  va_end (args);
  g_ptr_array_add (argv, NULL);
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                        | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "RECOUPE_NOW", "2031-05-01T12:00:00Z", TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, input, NULL, &own_out, &own_err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  if (own_err != NULL && *own_err != '\0')
    g_test_message ("%s", own_err);
  if (out != NULL)
    *out = g_steal_pointer (&own_out);
  if (err != NULL)
    *err = g_steal_pointer (&own_err);
  return g_subprocess_get_exit_status (process);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

static void
test_import_and_look (Fixture *fixture, gconstpointer data)
{
  static const char *const looks[] = { "articles", "actors", "events", "chronology", "cross-check", "outlets" };
  g_autofree char *out = NULL;
  g_autofree char *hit = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpint (run (fixture, NULL, &out, NULL, "import", fixture->article, NULL), ==, 0);
  g_assert_nonnull (strstr (out, "1 new article"));
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      g_autofree char *table = NULL;
      g_autofree char *json = NULL;

      g_assert_cmpint (run (fixture, NULL, &table, NULL, looks[i], NULL), ==, 0);
      g_assert_cmpuint (strlen (table), >, 10);
      g_assert_cmpint (run (fixture, NULL, &json, NULL, looks[i], "--json", NULL), ==, 0);
      if (!g_str_equal (looks[i], "chronology"))
        *strchr (json, '\n') = '\0';
      json_node_unref (parse (json));
    }
  g_assert_cmpint (run (fixture, NULL, &hit, NULL, "search", "port", "workers", NULL), ==, 0);
  g_assert_nonnull (strstr (hit, "a1"));
  g_assert_cmpint (run (fixture, NULL, &shown, NULL, "show", "a1", NULL), ==, 0);
  g_assert_nonnull (strstr (shown, "protested in Lima"));
  g_assert_cmpint (run (fixture, NULL, NULL, &again, "import", fixture->article, NULL), ==, 0);
  g_assert_nonnull (strstr (again, "already in the library"));
}

static void
test_chronology_formats (Fixture *fixture, gconstpointer data)
{
  g_autofree char *md = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "import", fixture->article, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &md, NULL, "chronology", "--format", "md", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (md, "# "));
  g_assert_cmpint (run (fixture, NULL, &csv, NULL, "chronology", "--format=csv", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (csv, "event,date,"));
  g_assert_nonnull (strstr (csv, "2021-03-09"));
  g_assert_cmpint (run (fixture, NULL, &json, NULL, "chronology", "-f", "json", NULL), ==, 0);
  node = parse (json);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (node), "events")), >, 0);
}

static void
test_analyse (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *together = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) all = NULL;
  JsonObject *object;

  g_assert_cmpint (run (fixture, NULL, &out, NULL, "analyse", fixture->article, NULL), ==, 0);
  node = parse (out);
  object = json_node_get_object (node);
  g_assert_cmpstr (json_object_get_string_member (object, "file"), ==, "lima.txt");
  g_assert_cmpstr (json_object_get_string_member (object, "language"), ==, "en");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "dates")), >=, 2);
  g_assert_false (g_file_test (fixture->library, G_FILE_TEST_EXISTS));
  g_assert_cmpint (run (fixture, NULL, &together, NULL, "analyse", "--together", fixture->article, NULL), ==, 0);
  all = parse (together);
  g_assert_true (json_object_has_member (json_node_get_object (all), "events"));
  g_assert_true (json_object_has_member (json_node_get_object (all), "discrepancies"));
}

static void
test_filters (Fixture *fixture, gconstpointer data)
{
  g_autofree char *dates = NULL;
  g_autofree char *actors = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *passages = NULL;
  g_autofree char *guessed = NULL;
  g_autofree char *unanchored = NULL;
  g_autofree char *no_date = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *span;

  g_assert_cmpint (run (fixture,
                        "{\"id\":\"x\",\"lang\":\"en\",\"ref\":\"2021-03-12T10:00\",\"text\":\"It began on 9 March 2021.\"}\n",
                        &dates, NULL, "tag-dates", NULL),
                   ==, 0);
  node = parse (dates);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (node), "id"), ==, "x");
  span = json_array_get_object_element (json_object_get_array_member (json_node_get_object (node), "spans"), 0);
  g_assert_cmpint (json_object_get_int_member (span, "start"), ==, 12);
  g_assert_cmpstr (json_object_get_string_member (span, "value"), ==, "2021-03-09");
  g_assert_cmpint (run (fixture, "{\"id\":7,\"lang\":\"en\",\"text\":\"Peru thanked Chile.\"}\n", &actors, NULL,
                        "tag-actors", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (actors, "state:PE"));
  g_assert_cmpint (run (fixture, "{\"id\":1,\"text\":\"Elle est partie mardi soir pour le marché de la ville.\"}\n", &guessed, NULL, "tag-dates",
                        "--ref", "2021-03-12", "--explain", NULL),
                   ==, 0);
  g_assert_nonnull (strstr (guessed, "\"value\":\"2021-03-09TEV\""));
  g_assert_nonnull (strstr (guessed, "\"edtf\":\"2021-03-09\",\"rule\":\"weekday-before\""));
  g_assert_nonnull (strstr (guessed, "from the article’s date"));
  g_assert_cmpint (run (fixture, "{\"id\":1,\"ref\":\"2021-02-30\",\"lang\":\"en\",\"text\":\"It began Tuesday.\"}\n", &unanchored,
                        &no_date, "tag-dates", "--ref", "2021-03-12", NULL),
                   ==, 1);
  g_assert_nonnull (strstr (no_date, "2021-02-30"));
  g_assert_nonnull (strstr (unanchored, "\"value\":null"));
  g_assert_cmpint (run (fixture, "{\"id\":7,\"lang\":\"fr\",\"a\":\"La criée rouvrira quand les chambres froides seront réparées, dit-elle.\","
                                 "\"b\":\"« La criée rouvrira quand les chambres froides seront réparées ».\"}\n{\"id\":8,\"a\":\"\"}\n",
                        &passages, NULL, "match-passages", NULL),
                   ==, 1);
  g_assert_cmpstr (passages, ==, "{\"id\":7,\"passages\":[{\"a_start\":0,\"a_end\":60,\"b_start\":2,\"b_end\":62,\"words\":9,"
                                 "\"kind\":\"unmarked-quote\"}]}\n");

  g_assert_cmpint (run (fixture, "not json\n{\"id\":1,\"text\":\"\"}\n", &bad, NULL, "tag-dates", NULL), ==, 1);
  g_assert_nonnull (strstr (bad, "\"id\":1"));
}

/* All lines are read before any is answered; those that cannot be read are said and left out. */
static void
test_group_articles (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out = NULL;
  g_autofree char *bad = NULL;
  g_autofree char *err = NULL;
  g_autofree char *none = NULL;

  g_assert_cmpint (run (fixture,
                        "{\"id\":\"a\",\"lang\":\"en\",\"text\":\"The ferry Pelagia ran aground off Skala with 214 aboard.\"}\n"
                        "{\"id\":2,\"lang\":\"en\",\"text\":\"Wheat prices in Canada fell again.\"}\n\n"
                        "{\"lang\":\"fr\",\"text\":\"Le ferry Pelagia s’est échoué devant Skala avec 214 passagers.\"}\n",
                        &out, NULL, "group-articles", NULL),
                   ==, 0);
  g_assert_cmpstr (out, ==, "{\"id\":\"a\",\"cluster\":1}\n{\"id\":2,\"cluster\":2}\n{\"id\":null,\"cluster\":1}\n");
  g_assert_cmpint (run (fixture, "not json\n{\"id\":1,\"ref\":\"soon\",\"text\":\"\"}\n{\"id\":2}\n", &bad, &err,
                        "group-articles", NULL),
                   ==, 1);
  g_assert_cmpstr (bad, ==, "{\"id\":1,\"cluster\":1}\n");
  g_assert_nonnull (strstr (err, "Line 1"));
  g_assert_nonnull (strstr (err, "soon"));
  g_assert_nonnull (strstr (err, "Line 3"));
  g_assert_cmpint (run (fixture, "", &none, NULL, "group-articles", NULL), ==, 0);
  g_assert_cmpstr (none, ==, "");
}

typedef struct
{
  const char *name;
  const char *arguments[3];
  int status;
} UsageRow;

static const UsageRow usage_rows[] = {
  { "no-such-command", { "frobnicate" }, 2 },
  { "no-such-option", { "events", "--frobnicate" }, 2 },
  { "missing-argument", { "import" }, 2 },
  { "one-argument-too-many", { "events", "all" }, 2 },
  { "no-such-format", { "chronology", "--format", "stone" }, 2 },
  { "no-such-kind", { "show", "x1" }, 2 },
  { "no-such-row", { "show", "e99999" }, 1 },
  { "help", { "--help" }, 0 },
  { "version", { "--version" }, 0 },
  { "help-of-import", { "import", "--help" }, 0 },
  { "no-reference", { "tag-dates", "--ref", "yesterday" }, 2 },
  { "help-of-group-articles", { "group-articles", "--help" }, 0 },
  { "help-of-tag-dates", { "tag-dates", "--help" }, 0 },
  { "help-of-match-passages", { "match-passages", "--help" }, 0 },
};

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  const UsageRow *row = data;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;

  g_assert_cmpint (run (fixture, NULL, &out, &err, row->arguments[0], row->arguments[1], row->arguments[2], NULL), ==,
                   row->status);
  g_assert_cmpuint (strlen (row->status == 0 ? out : err), >, 10);
}

static void
test_bad_input (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.txt", NULL);
  g_autofree char *err = NULL;
  g_autofree char *no_library = NULL;

  g_assert_cmpint (run (fixture, NULL, NULL, &err, "import", missing, fixture->article, NULL), ==, 1);
  g_assert_nonnull (strstr (err, "missing.txt"));
  g_assert_nonnull (strstr (err, "There is no such file."));
  g_free (fixture->library);
  fixture->library = g_strdup (fixture->article);
  g_assert_cmpint (run (fixture, NULL, NULL, &no_library, "events", NULL), ==, 1);
  g_assert_nonnull (strstr (no_library, "not a Recoupe library"));
}

/* Without the list of names every command says so once and does what it can. */
static void
test_no_lexicon (Fixture *fixture, gconstpointer data)
{
  static const char *const commands[] = { "tag-actors", "analyse", "import" };
  g_autofree char *usual = g_strdup (g_getenv ("RECOUPE_DATA_DIR"));

  g_setenv ("RECOUPE_DATA_DIR", fixture->folder, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gboolean is_filter = g_str_equal (commands[i], "tag-actors");
      g_autofree char *out = NULL;
      g_autofree char *err = NULL;
      const char *first;

      g_assert_cmpint (run (fixture, is_filter ? "{\"text\": \"Peru signed.\"}\n" : NULL, &out, &err, commands[i],
                            is_filter ? NULL : fixture->article, NULL),
                       ==, 0);
      g_assert_cmpuint (strlen (out), >, 10);
      first = strstr (err, "list of names");
      g_assert_nonnull (first);
      g_assert_null (strstr (first + 1, "list of names"));
    }
  g_setenv ("RECOUPE_DATA_DIR", usual, TRUE);
}

static void
test_upkeep (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.recoupe", NULL);
  g_autofree char *out = NULL;

  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "import", fixture->article, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "check", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "backup", copy, NULL), ==, 0);
  g_free (fixture->library);
  fixture->library = g_steal_pointer (&copy);
  g_assert_cmpint (run (fixture, NULL, &out, NULL, "articles", NULL), ==, 0);
  g_assert_nonnull (strstr (out, "Port workers"));
}

/* --- Actors ----------------------------------------------------------------------------------------------------- */

/* What a line of JSON says under @member. */
static char *
dup_member (const char *line, const char *member)
{
  g_autoptr (JsonNode) node = parse (line);

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), member, NULL));
}

/* As a script does it: look, merge, read the log, take back. */
static void
test_actors_correct (Fixture *fixture, gconstpointer data)
{
  g_autofree char *listed = NULL;
  g_autofree char *look = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *after = NULL;
  g_autofree char *log = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *back = NULL;
  g_autofree char *empty = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *name = NULL;

  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "import", fixture->article, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &listed, NULL, "actors", NULL), ==, 0);
  lines = g_strsplit (listed, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 2);
  first = g_strndup (lines[0], strcspn (lines[0], " "));
  second = g_strndup (lines[1], strcspn (lines[1], " "));

  g_assert_cmpint (run (fixture, NULL, &look, NULL, "actors", "--merge", second, first, "--dry-run", "--json", NULL), ==, 0);
  name = dup_member (look, "name");
  g_assert_nonnull (strstr (lines[0], name));
  g_assert_nonnull (strstr (look, "\"warnings\":["));
  g_assert_cmpint (run (fixture, NULL, &after, NULL, "actors", NULL), ==, 0);
  g_assert_cmpstr (after, ==, listed);
  g_clear_pointer (&after, g_free);

  g_assert_cmpint (run (fixture, NULL, &merged, NULL, "actors", "--merge", second, first, NULL), ==, 0);
  g_assert_true (g_str_has_prefix (merged, "c1 "));
  g_assert_nonnull (strstr (merged, first));
  g_assert_cmpint (run (fixture, NULL, &after, NULL, "actors", NULL), ==, 0);
  g_assert_null (strstr (after, second));
  g_assert_cmpint (run (fixture, NULL, &log, NULL, "actors", "--log", "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (log, "\"kind\":\"merge-actors\""));
  g_assert_cmpint (run (fixture, NULL, &undone, NULL, "actors", "--undo", "c1", NULL), ==, 0);
  g_assert_nonnull (strstr (undone, "is the same as"));
  g_assert_cmpint (run (fixture, NULL, &back, NULL, "actors", NULL), ==, 0);
  g_assert_cmpstr (back, ==, listed);
  g_assert_cmpint (run (fixture, NULL, &empty, NULL, "actors", "--log", NULL), ==, 0);
  g_assert_cmpstr (empty, ==, "");
}

static void
test_actors_every_way (Fixture *fixture, gconstpointer data)
{
  g_autofree char *listed = NULL;
  g_autofree char *id = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *ignored = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *log = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "import", fixture->article, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &listed, NULL, "actors", NULL), ==, 0);
  id = g_strndup (listed, strcspn (listed, " "));
  g_assert_cmpint (run (fixture, NULL, &renamed, NULL, "actors", "--rename", id, "The coast", NULL), ==, 0);
  g_assert_nonnull (strstr (renamed, "is called “The coast”"));
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "actors", "--kind", id, "organisation", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &shown, NULL, "show", id, NULL), ==, 0);
  g_assert_nonnull (strstr (shown, "organisation"));
  g_assert_nonnull (strstr (shown, "The coast"));
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "actors", "--ignore", id, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &ignored, NULL, "actors", NULL), ==, 0);
  g_assert_null (strstr (ignored, "The coast"));
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "actors", "--restore", id, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &restored, NULL, "actors", NULL), ==, 0);
  g_assert_nonnull (strstr (restored, "The coast"));
  lines = g_strsplit (restored, "\n", -1);
  {
    g_autofree char *other = g_strndup (lines[1], strcspn (lines[1], " "));

    g_assert_cmpint (run (fixture, NULL, NULL, NULL, "actors", "--apart", id, other, NULL), ==, 0);
  }
  g_assert_cmpint (run (fixture, NULL, &log, NULL, "actors", "--log", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (log, "c5 "));
  g_assert_nonnull (strstr (log, "are never the same"));
}

static void
test_actors_usage (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[][4] = {
    { "--merge", "p1", NULL, NULL },          /* with whom? */
    { "--merge", "a1", "p1", NULL },          /* an article is no actor */
    { "--split", "p1", NULL, NULL },          /* what? */
    { "--split", "p1", "--article", "p1" },   /* an actor is no article */
    { "--kind", "p1", "goat", NULL },
    { "--undo", "p1", NULL, NULL },
    { "--ignore", "p1", "--log", NULL },      /* one at a time */
    { "p1", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *err = NULL;

      g_assert_cmpint (run (fixture, NULL, NULL, &err, "actors", rows[i][0], rows[i][1], rows[i][2], rows[i][3], NULL), ==, 2);
      g_assert_cmpstr (err, !=, "");
    }
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "actors", "--ignore", "p4711", NULL), ==, 1);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "actors", "--undo", "c4711", NULL), ==, 1);
}

/* The row that begins the line of @text which has @words. */
static char *
find_row (const char *text, const char *words)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], words) != NULL)
      return g_strndup (lines[i], strcspn (lines[i], " "));
  return NULL;
}

/* As a script does it: look, correct each thing, read the log, take back. */
static void
test_events_correct (Fixture *fixture, gconstpointer data)
{
  g_autofree char *listed = NULL;
  g_autofree char *first = NULL;
  g_autofree char *actors = NULL;
  g_autofree char *actor = NULL;
  g_autofree char *look = NULL;
  g_autofree char *after = NULL;
  g_autofree char *status = NULL;
  g_autofree char *log = NULL;
  g_autofree char *dated = NULL;
  g_autofree char *row = NULL;

  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "import", fixture->article, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &listed, NULL, "events", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &actors, NULL, "actors", NULL), ==, 0);
  first = g_strndup (listed, strcspn (listed, " "));
  actor = g_strndup (actors, strcspn (actors, " "));

  g_assert_cmpint (run (fixture, NULL, &look, NULL, "events", "--status", first, "denied", "--dry-run", NULL), ==, 0);
  g_assert_true (g_str_has_suffix (look, "is denied.\n"));
  g_assert_cmpint (run (fixture, NULL, &after, NULL, "events", "--log", NULL), ==, 0);
  g_assert_cmpstr (after, ==, "");
  g_assert_cmpint (run (fixture, NULL, &status, NULL, "events", "--status", first, "denied", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (status, "c1 "));
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--type", first, "aid", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--date", first, "2020-02", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--no-actor", first, actor, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--attribution", first, "a1", "the mayor", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--credibility", first, "a1", "3", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--reliability", "a1", "B", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &dated, NULL, "events", NULL), ==, 0);
  row = find_row (dated, "2020");
  g_assert_cmpstr (row, ==, first);
  g_assert_cmpint (run (fixture, NULL, &log, NULL, "events", "--log", "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (log, "\"kind\":\"event-status\""));
  g_assert_nonnull (strstr (log, "\"kind\":\"event-action\""));
  g_assert_nonnull (strstr (log, "from “the mayor”."));
  g_assert_nonnull (strstr (log, "has the grade 3: possibly true."));
  g_assert_nonnull (strstr (log, "has the grade B: usually reliable."));
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--undo", "c1", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--date", first, NULL), ==, 0);
  g_clear_pointer (&after, g_free);
  g_assert_cmpint (run (fixture, NULL, &after, NULL, "events", NULL), ==, 0);
  g_assert_cmpstr (after, ==, listed);
}

/* The user's own grade of an outlet: foreseen, given, read in the log and on its page, taken back. */
static void
test_outlets_grade (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[][2] = { { "a1", "B" }, { "o1", "b" }, { "o1", "AB" }, { "o1", "G" } };
  g_autofree char *foreseen = NULL;
  g_autofree char *untouched = NULL;
  g_autofree char *given = NULL;
  g_autofree char *page = NULL;
  g_autofree char *back = NULL;

  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "import", fixture->article, NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &foreseen, NULL, "outlets", "--reliability", "o1", "B", "--dry-run", NULL), ==, 0);
  g_assert_nonnull (strstr (foreseen, "has the grade B: usually reliable."));
  g_assert_cmpint (run (fixture, NULL, &untouched, NULL, "outlets", "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (untouched, "\"reliability\":null"));
  g_assert_cmpint (run (fixture, NULL, &given, NULL, "outlets", "--reliability", "o1", "B", NULL), ==, 0);
  g_assert_true (g_str_has_prefix (given, "c1 "));
  g_assert_nonnull (strstr (given, "has the grade B: usually reliable."));
  g_assert_cmpint (run (fixture, NULL, &page, NULL, "outlets", "o1", "--json", NULL), ==, 0);
  g_assert_nonnull (strstr (page, "\"reliability\":\"B\""));
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "outlets", "--reliability", "o1", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &back, NULL, "outlets", "--json", NULL), ==, 0);
  g_assert_cmpstr (back, ==, untouched);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *err = NULL;

      g_assert_cmpint (run (fixture, NULL, NULL, &err, "outlets", "--reliability", wrong[i][0], wrong[i][1], NULL), ==, 2);
      g_assert_cmpstr (err, !=, "");
    }
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "outlets", "--reliability", "o4711", "A", NULL), ==, 1);
}

static void
test_events_usage (Fixture *fixture, gconstpointer data)
{
  static const char *const rows[][4] = {
    { "--join", "e1", NULL, NULL },        /* with what? */
    { "--join", "a1", "e1", NULL },        /* an article is no event */
    { "--cut", "e1", "p1", NULL },         /* an actor is no article */
    { "--status", "e1", "perhaps", NULL },
    { "--type", "e1", "goat", NULL },
    { "--date", "e1", "yesterday", NULL },
    { "--credibility", "e1", "a1", "7" },
    { "--reliability", "a1", "b", NULL },
    { "--settle", "e1", "goat", NULL },
    { "--status", "e1", "--log", NULL },   /* one at a time */
    { "e1", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *err = NULL;

      g_assert_cmpint (run (fixture, NULL, NULL, &err, "events", rows[i][0], rows[i][1], rows[i][2], rows[i][3], NULL), ==, 2);
      g_assert_cmpstr (err, !=, "");
    }
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "events", "--status", "e4711", "done", NULL), ==, 1);
}

static void
test_sources (Fixture *fixture, gconstpointer data)
{
  g_autofree char *added = NULL, *fetched = NULL, *table = NULL, *json = NULL, *bad = NULL, *gone = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *folder = g_build_filename (fixture->folder, "watched", NULL);
  g_autofree char *article_path = g_build_filename (folder, "lima.txt", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (article_path, article, -1, NULL));
  g_assert_cmpint (run (fixture, NULL, &added, NULL, "add-source", folder, "--every", "2h", NULL), ==, 0);
  g_assert_cmpstr (added, ==, "s1\n");
  g_assert_cmpint (run (fixture, NULL, NULL, &bad, "add-source", folder, "--every", "often", NULL), ==, 2);
  g_assert_nonnull (strstr (bad, "often"));
  g_assert_cmpint (run (fixture, NULL, &fetched, NULL, "fetch", NULL), ==, 0);
  g_assert_nonnull (strstr (fetched, "1 new article"));
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "sources", "--interval", "s1", "30m", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "sources", "--pause", "s1", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &table, NULL, "sources", NULL), ==, 0);
  g_assert_nonnull (strstr (table, "paused"));
  g_assert_cmpint (run (fixture, NULL, &json, NULL, "sources", "--json", NULL), ==, 0);
  node = parse (json);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "interval_s"), ==, 1800);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "n_articles"), ==, 1);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "fetch", "s9", NULL), ==, 1);
  g_assert_cmpint (run (fixture, NULL, NULL, NULL, "sources", "--remove", "s1", NULL), ==, 0);
  g_assert_cmpint (run (fixture, NULL, &gone, NULL, "sources", NULL), ==, 0);
  g_assert_cmpstr (gone, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("RECOUPE_CLI") == NULL)
    {
      g_printerr ("RECOUPE_CLI names no program\n");
      return 77;
    }
  g_test_add ("/cli/import-and-look", Fixture, NULL, set_up, test_import_and_look, tear_down);
  g_test_add ("/cli/sources", Fixture, NULL, set_up, test_sources, tear_down);
  g_test_add ("/cli/actors/correct", Fixture, NULL, set_up, test_actors_correct, tear_down);
  g_test_add ("/cli/actors/every-way", Fixture, NULL, set_up, test_actors_every_way, tear_down);
  g_test_add ("/cli/actors/usage", Fixture, NULL, set_up, test_actors_usage, tear_down);
  g_test_add ("/cli/events/correct", Fixture, NULL, set_up, test_events_correct, tear_down);
  g_test_add ("/cli/events/usage", Fixture, NULL, set_up, test_events_usage, tear_down);
  g_test_add ("/cli/outlets/grade", Fixture, NULL, set_up, test_outlets_grade, tear_down);
  g_test_add ("/cli/chronology", Fixture, NULL, set_up, test_chronology_formats, tear_down);
  g_test_add ("/cli/analyse", Fixture, NULL, set_up, test_analyse, tear_down);
  g_test_add ("/cli/filters", Fixture, NULL, set_up, test_filters, tear_down);
  g_test_add ("/cli/group-articles", Fixture, NULL, set_up, test_group_articles, tear_down);
  g_test_add ("/cli/bad-input", Fixture, NULL, set_up, test_bad_input, tear_down);
  g_test_add ("/cli/no-lexicon", Fixture, NULL, set_up, test_no_lexicon, tear_down);
  g_test_add ("/cli/upkeep", Fixture, NULL, set_up, test_upkeep, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (usage_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/usage/", usage_rows[i].name, NULL);

      g_test_add (path, Fixture, &usage_rows[i], set_up, test_usage, tear_down);
    }
  return g_test_run ();
}
