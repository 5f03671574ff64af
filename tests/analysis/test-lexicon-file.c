#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rcp-analyser.h"
#include "rcp-data-file.h"
#include "rcp-day.h"
#include "rcp-error.h"
#include "rcp-lexicon-format.h"

/* The compiled lexicon as a file: made from small tables by the lexicon compiler, whose path is in the
 * environment variable RECOUPE_LEXICON_COMPILER, then spoilt in every way. */

#define ALL_CLASSES 0xFFFFFFFF
#define CHECKED_FROM (G_STRUCT_OFFSET (RcpLexiconHeader, checksum) + sizeof (guint64))

static char *folder;
static GBytes *sound;

static const char states[] = "# three states\n"
                             "iso2\tkind\tname_fr\talias_fr\tname_en\talias_en\tcare\n"
                             "BJ\tstate\tBénin\tDahomey\tBenin\t\t\n"
                             "GN\tstate\tGuinée\t\tGuinea\t\t\n"
                             "GQ\tstate\tGuinée équatoriale\t\tEquatorial Guinea\t\t\n"
                             "RE\tterritory\tLa Réunion\tRéunion\tRéunion\t\tRéunion\n";
static const char cities[] = "name\talias\tiso2\n"
                             "Abomey\t\tBJ\n"
                             "Porto-Novo\tHogbonou; Adjacé\tBJ\n";
static const char organisations[] = "id\tkind\tscope\tname_fr\talias_fr\tname_en\talias_en\tcare\tshared\n"
                                    "aosis\tigo\t\tAlliance des petits États insulaires\tAPEI\t"
                                    "Alliance of Small Island States\tAOSIS\t\tAPEI\n";

static const char high_offices[] = "office\twords\n"
                                   "president\thead; président\n"
                                   "king\thead; roi\n";
static const char held[] = "scope\toffice\tfrom\tto\tname\tname_en\n"
                           "BJ\tpresident\t1996-04-04\t2006-04-06\tAnne\n"
                           "BJ\tpresident\t2006-04\t2016-04-06+\tÈve\tEve\n"
                           "GN\tking\t1900\t1958-10-02\tZoé\n";

/* In the order in which they are compiled. */
static const struct
{
  const char *name;
  const char *text;
} tables[] = {
  { "states.tsv", states },
  { "cities.tsv", cities },
  { "organisations.tsv", organisations },
  { "high-offices.tsv", high_offices },
  { "offices-held.tsv", held },
};

static void
write_table (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Runs the compiler; NULL where it refuses. */
static GBytes *
compile (void)
{
  g_autofree char *output = g_build_filename (folder, "small.bin", NULL);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes;
  gsize length;
  int status;

  g_ptr_array_add (arguments, g_strdup (g_getenv ("RECOUPE_LEXICON_COMPILER")));
  g_ptr_array_add (arguments, g_strdup (output));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_ptr_array_add (arguments, g_build_filename (folder, tables[i].name, NULL));
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, NULL))
    {
      g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
      return NULL;
    }
  g_assert_true (g_file_get_contents (output, &contents, &length, NULL));
  /* g_file_get_contents() gives a byte more than it says; the copy has none, so that reading beyond it is
   * seen. */
  bytes = g_bytes_new (contents, length);
  g_remove (output);
  return bytes;
}

/* A row that cannot be read is refused, so that a slip in a table does not go unseen. */
static void
test_bad_row (gconstpointer row)
{
  g_autofree char *text = g_strconcat (held, row, NULL);
  g_autoptr (GBytes) bytes = NULL;

  write_table ("offices-held.tsv", text);
  bytes = compile ();
  write_table ("offices-held.tsv", held);
  g_assert_null (bytes);
}

static guint
touch (const RcpLexiconEntry *entry)
{
  return entry == NULL
             ? 0
             : strlen (rcp_lexicon_entry_get_id (entry)) + strlen (rcp_lexicon_entry_get_name (entry)) +
                   strlen (rcp_lexicon_entry_get_name_en (entry)) +
                   strlen (rcp_lexicon_entry_get_kind (entry)) +
                   strlen (rcp_lexicon_entry_get_scope (entry)) + rcp_lexicon_entry_get_class (entry) +
                   rcp_lexicon_entry_get_flags (entry) + rcp_lexicon_entry_get_language (entry);
}

/* Asks for all that the small lexicon knows and reads every answer to its end. */
static guint
look_everywhere (const RcpLexicon *lexicon)
{
  static const char *const words[] = { "benin",
                                       "dahomey",
                                       "guinee",
                                       "guinee equatoriale",
                                       "reunion",
                                       "la reunion",
                                       "abomey",
                                       "porto novo",
                                       "hogbonou",
                                       "adjace",
                                       "alliance des petits etats insulaires",
                                       "apei",
                                       "alliance of small island states",
                                       "aosis",
                                       "guinee bissau",
                                       "x" };
  guint sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    for (const RcpLexiconEntry *entry = rcp_lexicon_look_up (lexicon, words[i], ALL_CLASSES, NULL); entry;
         entry = rcp_lexicon_entry_next (entry, ALL_CLASSES, NULL))
      sum += touch (entry);
  sum += touch (rcp_lexicon_get_state (lexicon, "BJ")) + touch (rcp_lexicon_get_state (lexicon, "GQ"));
  sum += touch (rcp_lexicon_get_organisation (lexicon, "aosis"));
  for (guint i = 0; i < 3; i++)
    {
      static const char *const offices[] = { "president", "roi", "head" };
      const RcpHeldOffice *president =
          rcp_lexicon_find_holder (lexicon, "BJ", offices[i], rcp_day_from_ymd (2010, 1, 1));
      const RcpHeldOffice *king =
          rcp_lexicon_find_holder (lexicon, "GN", offices[i], rcp_day_from_ymd (1910, 1, 1));

      sum += president ? strlen (rcp_held_office_get_name (president, "en")) : 0;
      sum += king
                 ? strlen (rcp_held_office_get_name (king, "fr")) + strlen (rcp_held_office_get_office (king))
                 : 0;
    }
  return sum;
}

static void
test_sound (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLexicon) lexicon = rcp_lexicon_new_for_bytes (sound, &error);
  const RcpLexiconEntry *entry;

  g_assert_no_error (error);
  entry = rcp_lexicon_look_up (lexicon, "porto novo", RCP_LEXICON_CITY, "fr");
  g_assert_cmpstr (rcp_lexicon_entry_get_id (entry), ==, "BJ");
  entry = rcp_lexicon_look_up (lexicon, "reunion", RCP_LEXICON_STATE, "fr");
  g_assert_cmpint (rcp_lexicon_entry_get_flags (entry), ==, RCP_LEXICON_TERRITORY | RCP_LEXICON_CARE);
  entry = rcp_lexicon_look_up (lexicon, "apei", RCP_LEXICON_ORGANISATION, "fr");
  g_assert_cmpint (rcp_lexicon_entry_get_flags (entry), ==, RCP_LEXICON_ACRONYM | RCP_LEXICON_SHARED);
  g_assert_null (rcp_lexicon_look_up (lexicon, "porto", ALL_CLASSES, NULL));
  g_assert_null (rcp_lexicon_look_up (lexicon, "bj", ALL_CLASSES, NULL));
  g_assert_cmpuint (look_everywhere (lexicon), >, 100);
  g_assert_cmpstr (rcp_lexicon_entry_get_name_en (rcp_lexicon_get_state (lexicon, "GQ")), ==,
                   "Equatorial Guinea");
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) again = compile ();

  g_assert_true (g_bytes_equal (sound, again));
}

/* Another table is another lexicon. */
static void
test_other_bytes (void)
{
  g_autoptr (GBytes) other = NULL;

  write_table ("cities.tsv", "name\talias\tiso2\nAbomey\t\tGN\nPorto-Novo\tHogbonou; Adjacé\tBJ\n");
  other = compile ();
  write_table ("cities.tsv", cities);
  g_assert_false (g_bytes_equal (sound, other));
}

static void
assert_refused (const guint8 *data, gsize size, const char *why)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  RcpLexicon *lexicon = rcp_lexicon_new_for_bytes (bytes, &error);

  g_assert_null (lexicon);
  g_assert_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_LEXICON);
  if (why != NULL && strstr (error->message, why) == NULL)
    g_error ("“%s” does not say “%s”", error->message, why);
}

/* No byte can change unseen. */
static void
test_flipped (void)
{
  static const guint8 masks[] = { 0x01, 0x80, 0xFF };
  gsize size;
  const guint8 *data = g_bytes_get_data (sound, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize i = 0; i < size; i++)
    for (guint j = 0; j < G_N_ELEMENTS (masks); j++)
      {
        copy[i] = data[i] ^ masks[j];
        assert_refused (copy, size, NULL);
        copy[i] = data[i];
      }
}

/* Where the checksum was made to fit, what is wrong is refused or leads nowhere outside the file. The
 * sanitizers watch. */
static void
test_flipped_and_signed (void)
{
  static const guint8 masks[] = { 0x01, 0x80, 0xFF, 0x10 };
  gsize size;
  const guint8 *data = g_bytes_get_data (sound, &size);
  guint n_refused = 0, n_taken = 0;

  for (gsize i = CHECKED_FROM; i < size; i++)
    for (guint j = 0; j < G_N_ELEMENTS (masks); j++)
      {
        guint8 *copy = g_memdup2 (data, size);
        RcpLexiconHeader *header = (RcpLexiconHeader *) copy;
        g_autoptr (GBytes) bytes = g_bytes_new_take (copy, size);
        g_autoptr (RcpLexicon) lexicon = NULL;

        copy[i] ^= masks[j];
        header->checksum = GUINT64_TO_LE (rcp_lexicon_checksum (copy + CHECKED_FROM, size - CHECKED_FROM));
        lexicon = rcp_lexicon_new_for_bytes (bytes, NULL);
        if (lexicon != NULL)
          look_everywhere (lexicon);
        n_taken += lexicon != NULL;
        n_refused += lexicon == NULL;
      }
  g_test_message ("%u refused, %u taken", n_refused, n_taken);
  g_assert_cmpuint (n_refused, >, size / 4);
  g_assert_cmpuint (n_taken, >, 0);
}

static void
test_truncated (void)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (sound, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 8);

  for (gsize length = 0; length < size; length++)
    assert_refused (data, length, NULL);
  assert_refused (data, size / 2, "cut short");
  memcpy (longer, data, size);
  assert_refused (longer, size + 8, "too long");
}

static void
test_version (void)
{
  gsize size;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (sound, &size), g_bytes_get_size (sound));
  RcpLexiconHeader *header = (RcpLexiconHeader *) copy;

  header->version = GUINT32_TO_LE (RCP_LEXICON_VERSION + 1);
  assert_refused (copy, size, "version");
  header->version = GUINT32_TO_LE (RCP_LEXICON_VERSION - 1);
  assert_refused (copy, size, "version");
}

static void
test_byte_order (void)
{
  gsize size;
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (sound, &size), g_bytes_get_size (sound));
  guint32 *numbers = (guint32 *) copy;

  /* The header as a machine of the other order would have written its own numbers. */
  for (guint i = 2; i < sizeof (RcpLexiconHeader) / sizeof (guint32); i++)
    numbers[i] = GUINT32_SWAP_LE_BE (numbers[i]);
  assert_refused (copy, size, "order");
}

static void
test_empty (void)
{
  g_autoptr (RcpLexicon) lexicon = rcp_lexicon_new_empty ();
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("Guinée équatoriale", "fr", NULL);
  const RcpLexiconEntry *entry;

  g_assert_cmpuint (look_everywhere (lexicon), ==, 0);
  g_assert_cmpuint (rcp_lexicon_match (lexicon, text, 0, text->n_tokens, ALL_CLASSES, &entry), ==, 0);
  g_assert_null (entry);
  g_assert_cmpuint (rcp_lexicon_match_cue (lexicon, text, 0, text->n_tokens, RCP_NAME_CUE_ORG_HEAD), ==, 0);
  rcp_lexicon_prepare (lexicon, text);
  g_assert_cmpuint (rcp_lexicon_match (lexicon, text, 0, text->n_tokens, ALL_CLASSES, &entry), ==, 0);
}

static const char text_of_article[] = "Port fermé\n\nLe 3 mai 2021, le Bénin a fermé le port.\n";

/* The file of the program is missing, empty or damaged: that is said, with its path, and the analysis goes on
 * without. */
static void
test_missing (gconstpointer contents)
{
  g_autofree char *usual = g_strdup (g_getenv ("RECOUPE_DATA_DIR"));
  g_autofree char *path = g_build_filename (folder, RCP_LEXICON_FILE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpAnalyser) analyser = NULL;
  g_autoptr (GBytes) article = g_bytes_new_static (text_of_article, strlen (text_of_article));
  g_autoptr (RcpDocument) document = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = NULL;
  GPtrArray *warnings;
  RcpLexicon *lexicon;

  g_setenv ("RECOUPE_DATA_DIR", folder, TRUE);
  if (contents != NULL)
    g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  lexicon = rcp_lexicon_new (&error);
  analyser = rcp_analyser_new (NULL);
  g_setenv ("RECOUPE_DATA_DIR", usual, TRUE);
  g_remove (path);

  g_assert_null (lexicon);
  g_assert_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_LEXICON);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (analyser);
  warnings = rcp_analyser_get_warnings (analyser);
  g_assert_cmpuint (warnings->len, ==, 2); /* the model of names is not there either */
  g_assert_error ((GError *) warnings->pdata[0], RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_LEXICON);

  document = rcp_document_read (article, "text/plain", NULL, NULL, NULL);
  text = rcp_segmented_text_new (document->text, "fr", document->set_aside);
  findings = rcp_analyser_analyse (analyser, document, text, NULL, 20000);
  g_assert_cmpuint (findings->dates->len, ==, 1);
}

static void
test_none_missing (void)
{
  g_autoptr (RcpAnalyser) analyser = rcp_analyser_new (NULL);

  g_assert_cmpuint (rcp_analyser_get_warnings (analyser)->len, ==, 0);
}

/* Without the variable a file is looked for where the program is installed. */
static void
test_installed_place (void)
{
  g_autofree char *usual = g_strdup (g_getenv ("RECOUPE_DATA_DIR"));
  g_autofree char *told = rcp_data_file_dup_path ("x.bin");
  g_autofree char *expected = g_build_filename (usual, "x.bin", NULL);
  g_autofree char *installed = NULL;

  g_assert_cmpstr (told, ==, expected);
  g_unsetenv ("RECOUPE_DATA_DIR");
  installed = rcp_data_file_dup_path ("x.bin");
  g_setenv ("RECOUPE_DATA_DIR", usual, TRUE);
  g_assert_cmpstr (installed, ==, PKGDATADIR "/x.bin");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("recoupe-XXXXXX", NULL);
  g_assert_nonnull (folder);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    write_table (tables[i].name, tables[i].text);
  sound = compile ();

  g_test_add_func ("/lexicon-file/sound", test_sound);
  g_test_add_func ("/lexicon-file/same-bytes", test_same_bytes);
  g_test_add_func ("/lexicon-file/other-bytes", test_other_bytes);
  g_test_add_data_func ("/lexicon-file/bad-from", "BJ\tpresident\t2016-13-01\t2020-01-01\tIda\n",
                        test_bad_row);
  g_test_add_data_func ("/lexicon-file/bad-to", "BJ\tpresident\t2016-04-06\tnow\tIda\n", test_bad_row);
  g_test_add_data_func ("/lexicon-file/ends-first", "BJ\tpresident\t2016-04-06\t2015-01-01\tIda\n",
                        test_bad_row);
  g_test_add_data_func ("/lexicon-file/nobody", "BJ\tpresident\t2016-04-06\t2020-01-01\t\n", test_bad_row);
  g_test_add_func ("/lexicon-file/flipped", test_flipped);
  g_test_add_func ("/lexicon-file/flipped-and-signed", test_flipped_and_signed);
  g_test_add_func ("/lexicon-file/truncated", test_truncated);
  g_test_add_func ("/lexicon-file/version", test_version);
  g_test_add_func ("/lexicon-file/byte-order", test_byte_order);
  g_test_add_func ("/lexicon-file/empty", test_empty);
  g_test_add_data_func ("/lexicon-file/missing", NULL, test_missing);
  g_test_add_data_func ("/lexicon-file/no-bytes", "", test_missing);
  g_test_add_data_func ("/lexicon-file/other-file", RCP_LEXICON_MAGIC "but nothing more", test_missing);
  g_test_add_func ("/lexicon-file/none-missing", test_none_missing);
  g_test_add_func ("/lexicon-file/installed-place", test_installed_place);
  status = g_test_run ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_build_filename (folder, tables[i].name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_free (folder);
  g_bytes_unref (sound);
  return status;
}
