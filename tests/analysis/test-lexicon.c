#include "config.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-lexicon.h"
#include "rcp-tsv.h"

static RcpLexicon *lexicon;

typedef struct
{
  const char *words;
  guint classes;
  const char *language;
  const char *id; /* NULL where nothing is to be found */
} Row;

static const Row rows[] = {
  { "perou", RCP_LEXICON_STATE, "fr", "PE" },
  { "peru", RCP_LEXICON_STATE, "en", "PE" },
  { "peru", RCP_LEXICON_STATE, "fr", NULL },
  { "peru", RCP_LEXICON_STATE, "", "PE" },
  { "cote d ivoire", RCP_LEXICON_STATE, "fr", "CI" },
  { "cote d'ivoire", RCP_LEXICON_STATE, "fr", "CI" },
  { "rdc", RCP_LEXICON_STATE, "fr", "CD" },
  { "nigerien", RCP_LEXICON_ADJECTIVE, "fr", "NE" },
  { "nigerian", RCP_LEXICON_ADJECTIVE, "fr", "NG" },
  { "nigerian", RCP_LEXICON_ADJECTIVE, "en", "NG" },
  { "nigerien", RCP_LEXICON_ADJECTIVE, "en", "NE" },
  { "suedois", RCP_LEXICON_DEMONYM, "fr", "SE" },
  { "kremlin", RCP_LEXICON_SEAT, "fr", "RU" },
  { "caire", RCP_LEXICON_SEAT, "fr", "EG" },
  { "maison blanche", RCP_LEXICON_SEAT, "fr", "US" },
  { "tombouctou", RCP_LEXICON_CITY, "fr", "ML" },
  { "cedeao", RCP_LEXICON_ORGANISATION, "fr", "ecowas" },
  { "ecowas", RCP_LEXICON_ORGANISATION, "en", "ecowas" },
  { "organisation mondiale de la sante", RCP_LEXICON_ORGANISATION, "fr", "who" },
  { "ambassadrice", RCP_LEXICON_OFFICE, "fr", "ambassadeur" },
  { "prime minister", RCP_LEXICON_OFFICE, "en", "prime minister" },
  { "afrique de l ouest", RCP_LEXICON_SEEN_PLACE, "fr", "place" },
  { "", RCP_LEXICON_STATE, "fr", NULL },
  { " ", RCP_LEXICON_STATE, "fr", NULL },
  { "fatou", RCP_LEXICON_FORENAME, "fr", "" },
  { "poutine", RCP_LEXICON_SURNAME, "fr", "" },
  { "ivanov", RCP_LEXICON_SURNAME, "fr", "" },
  { "havre", RCP_LEXICON_TOWN, "fr", "FR" },
  { "saint denis", RCP_LEXICON_TOWN, "fr", "FR" },
  { "californie", RCP_LEXICON_REGION, "fr", "US" },
  { "bouches du rhone", RCP_LEXICON_REGION, "fr", "FR" },
  { "parti socialiste", RCP_LEXICON_PARTY, "fr", NULL },
  { "national rally", RCP_LEXICON_PARTY, "fr", "FR" },
  { "abu sayyaf group", RCP_LEXICON_ARMED_GROUP, "en", "" },
  { "gazprom", RCP_LEXICON_COMPANY, "fr", "RU" },
  { "olympique de marseille", RCP_LEXICON_CLUB, "fr", "FR" },
  { "sidwaya", RCP_LEXICON_OUTLET, "fr", "BF" },
  { "xyzzy", 0xffffffff, "fr", NULL },
  { "perou xyzzy", RCP_LEXICON_STATE, "fr", NULL },
  { "perou", RCP_LEXICON_CITY | RCP_LEXICON_ORGANISATION, "fr", NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  const RcpLexiconEntry *entry = rcp_lexicon_look_up (lexicon, row->words, row->classes, row->language);

  if (row->id == NULL)
    g_assert_null (entry);
  else
    {
      g_assert_nonnull (entry);
      g_assert_cmpstr (rcp_lexicon_entry_get_id (entry), ==, row->id);
    }
}

/* The longest run wins; hyphens, apostrophes and full stops inside do not count. */
static void
test_match (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    const char *matched;
    const char *id;
  } cases[] = {
    { "fr", "Guinée équatoriale", "Guinée équatoriale", "GQ" },
    { "fr", "Guinée voisine", "Guinée", "GN" },
    { "fr", "Guinée-Bissau", "Guinée-Bissau", "GW" },
    { "fr", "ETATS-UNIS", "ETATS-UNIS", "US" },
    { "fr", "Côte d’Ivoire", "Côte d’Ivoire", "CI" },
    { "en", "U.S. troops", "U.S.", "US" },
    { "en", "Ivory Coast", "Ivory Coast", "CI" },
    { "en", "Ivory towers", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (cases[i].text, cases[i].language, NULL);
      const RcpLexiconEntry *entry;
      guint n = rcp_lexicon_match (lexicon, text, 0, text->n_tokens, RCP_LEXICON_STATE, &entry);
      RcpRange range = { 0, n > 0 ? text->tokens[n - 1].end : 0 };
      g_autofree char *matched = rcp_segmented_text_dup_range (text, range);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (matched, ==, cases[i].matched);
      g_assert_cmpstr (entry ? rcp_lexicon_entry_get_id (entry) : NULL, ==, cases[i].id);
    }
}

static void
test_limit (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("Guinée équatoriale", "fr", NULL);
  const RcpLexiconEntry *entry;

  g_assert_cmpuint (rcp_lexicon_match (lexicon, text, 0, 1, RCP_LEXICON_STATE, &entry), ==, 1);
  g_assert_cmpstr (rcp_lexicon_entry_get_id (entry), ==, "GN");
  g_assert_cmpuint (rcp_lexicon_match (lexicon, text, 0, 0, RCP_LEXICON_STATE, &entry), ==, 0);
  g_assert_null (entry);
}

static void
test_names (void)
{
  const RcpLexiconEntry *state = rcp_lexicon_get_state (lexicon, "DE");
  const RcpLexiconEntry *organisation = rcp_lexicon_get_organisation (lexicon, "nato");

  g_assert_cmpstr (rcp_lexicon_entry_get_name (state), ==, "Allemagne");
  g_assert_cmpstr (rcp_lexicon_entry_get_name_en (state), ==, "Germany");
  g_assert_cmpstr (rcp_lexicon_entry_get_name_en (organisation), ==, "North Atlantic Treaty Organization");
  g_assert_null (rcp_lexicon_get_state (lexicon, "XX"));
  g_assert_null (rcp_lexicon_get_organisation (lexicon, ""));
}

/* Every state of the table is found by its own names, in both languages, and says which state it is. */
static void
test_every_state (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "lexicon", "states.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RcpTsv) table = NULL;
  gsize length;
  guint n = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  bytes = g_bytes_new_static (contents, length);
  table = rcp_tsv_new (bytes);

  while (rcp_tsv_next (table))
    {
      static const char *const columns[] = { "name_fr", "alias_fr", "name_en", "alias_en" };

      for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
        {
          g_auto (GStrv) names = rcp_tsv_dup_list (table, columns[i]);

          for (guint j = 0; names[j]; j++)
            {
              g_autoptr (RcpSegmentedText) text
                  = rcp_segmented_text_new (names[j], i < 2 ? "fr" : "en", NULL);
              const RcpLexiconEntry *entry;
              gboolean found = FALSE;

              if (strchr (names[j], ',') != NULL)
                continue; /* one official name is a list */
              rcp_lexicon_match (lexicon, text, 0, text->n_tokens, RCP_LEXICON_STATE, &entry);
              for (; entry; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_STATE, text->language))
                found = found || strcmp (rcp_lexicon_entry_get_id (entry), rcp_tsv_get (table, "iso2")) == 0;
              if (!found)
                g_test_message ("%s is not found as %s", names[j], rcp_tsv_get (table, "iso2"));
              g_assert_true (found);
              n++;
            }
        }
    }
  g_assert_cmpuint (n, >, 850);
}

/* The wide lists say who bears a name and whether it is a word too. */
static void
test_wide_lists (void)
{
  static const struct
  {
    const char *words;
    RcpLexiconClass class;
    RcpLexiconFlags flags;
  } cases[] = {
    { "fatoumata", RCP_LEXICON_FORENAME, RCP_LEXICON_FEMININE },
    { "moussa", RCP_LEXICON_FORENAME, RCP_LEXICON_MASCULINE },
    { "dominique", RCP_LEXICON_FORENAME, RCP_LEXICON_FEMININE | RCP_LEXICON_MASCULINE },
    { "aurore", RCP_LEXICON_FORENAME, RCP_LEXICON_FEMININE | RCP_LEXICON_CARE },
    { "marchand", RCP_LEXICON_SURNAME, RCP_LEXICON_CARE },
    { "lefevre", RCP_LEXICON_SURNAME, 0 },
    { "free", RCP_LEXICON_COMPANY, RCP_LEXICON_CARE },
    { "orano", RCP_LEXICON_COMPANY, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RcpLexiconEntry *entry = rcp_lexicon_look_up (lexicon, cases[i].words, cases[i].class, "fr");

      g_test_message ("%s", cases[i].words);
      g_assert_nonnull (entry);
      g_assert_cmpint (rcp_lexicon_entry_get_flags (entry), ==, cases[i].flags);
    }
}

static void
test_cues (void)
{
  g_autoptr (RcpSegmentedText) french = rcp_segmented_text_new ("ministère", "fr", NULL);
  g_autoptr (RcpSegmentedText) english = rcp_segmented_text_new ("ministère", "en", NULL);

  for (guint pass = 0; pass < 2; pass++)
    {
      g_assert_cmpuint (rcp_lexicon_match_cue (lexicon, french, 0, 1, RCP_NAME_CUE_ORG_HEAD), ==, 1);
      g_assert_cmpuint (rcp_lexicon_match_cue (lexicon, french, 0, 1, RCP_NAME_CUE_ORG_HEAD | RCP_NAME_CUE_STREET), ==, 1);
      g_assert_cmpuint (rcp_lexicon_match_cue (lexicon, french, 0, 1, RCP_NAME_CUE_PLACE_HEAD), ==, 0);
      g_assert_cmpuint (rcp_lexicon_match_cue (lexicon, english, 0, 1, RCP_NAME_CUE_ORG_HEAD), ==, 0);
      /* The same with first words looked up beforehand. */
      rcp_lexicon_prepare (lexicon, french);
      rcp_lexicon_prepare (lexicon, english);
    }
}

/* A lexicon that is not there is an error that says which, not a crash. */
static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  RcpTsv *table = rcp_tsv_new_for_resource ("/app/recoupe/Recoupe/engine/lexicon/no-such.tsv", &error);

  g_assert_null (table);
  g_assert_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_RESOURCE);
  g_assert_nonnull (strstr (error->message, "no-such.tsv"));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lexicon = rcp_lexicon_new (NULL);
  g_assert_nonnull (lexicon);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/lexicon/look-up/%u-%s", i, rows[i].words);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/lexicon/match", test_match);
  g_test_add_func ("/lexicon/limit", test_limit);
  g_test_add_func ("/lexicon/names", test_names);
  g_test_add_func ("/lexicon/every-state", test_every_state);
  g_test_add_func ("/lexicon/wide-lists", test_wide_lists);
  g_test_add_func ("/lexicon/cues", test_cues);
  g_test_add_func ("/lexicon/missing", test_missing);
  status = g_test_run ();
  rcp_lexicon_free (lexicon);
  return status;
}
