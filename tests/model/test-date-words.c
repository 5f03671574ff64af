#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#include "rcp-date-words.h"
#include "rcp-enum-types.h"

typedef struct
{
  const char *edtf; /* NULL: no date */
  const char *medium;
  const char *precision;
} Row;

static const Row rows[] = {
  { NULL, "no date", "no date" },
  { "2024-03-26", "Tue 26 Mar 2024", "exact day" },
  { "2024-03", "Mar 2024", "month" },
  { "2024-03~", "≈ Mar 2024", "month" },
  { "2024", "2024", "year" },
  { "2024-22", "summer 2024", "season" },
  { "2023-24", "winter 2023", "season" },
  { "199X", "the 1990s", "decade" },
  { "19XX", "1900–1999", "century" },
  { "2024-03-25/2024-03-31", "25–31 Mar 2024", "week" },
  { "2024-03-11/2024-03-20~", "≈ 11–20 Mar 2024", "within 10 days" },
  { "2024-03-28/2024-04-02", "28 Mar – 2 Apr 2024", "within 6 days" },
  { "2023-12-30/2024-01-02", "30 Dec 2023 – 2 Jan 2024", "within 4 days" },
  { "2017/..", "from Sun 1 Jan 2017", "open" },
  { "../2024-03-16", "until Sat 16 Mar 2024", "open" },
  { "2024-03-26?", "Tue 26 Mar 2024", "within 1 day" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpEdtf) date = row->edtf ? rcp_edtf_parse (row->edtf, NULL) : NULL;
  g_autofree char *medium = rcp_date_words_format (date, RCP_DATE_STYLE_MEDIUM);
  g_autofree char *precision = rcp_date_words_precision (date);

  g_assert_cmpstr (medium, ==, row->medium);
  g_assert_cmpstr (precision, ==, row->precision);
}

/* Every rule says how it read the words, in a sentence that no other rule uses, and holds the date. */
static void
test_explain (void)
{
  g_autoptr (GEnumClass) rules = g_type_class_ref (RCP_TYPE_DATE_RULE);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (RcpEdtf) value = rcp_edtf_parse ("2024-03-26", NULL);
  g_autoptr (RcpEdtf) anchor = rcp_edtf_parse ("2024-03-27", NULL);

  for (guint i = 0; i < rules->n_values; i++)
    {
      RcpDateRule rule = rules->values[i].value;
      g_autofree char *sentence = rcp_date_words_explain ("mardi", rule, value, RCP_DATE_ANCHOR_PUBLICATION, anchor);
      g_autofree char *bare = rcp_date_words_explain (NULL, rule, NULL, RCP_DATE_ANCHOR_NONE, NULL);

      g_test_message ("%s: %s", rules->values[i].value_nick, sentence);
      g_assert_cmpuint (strlen (sentence), >, 0);
      g_assert_cmpuint (strlen (bare), >, 0);
      if (rule != RCP_DATE_RULE_NONE)
        g_assert_nonnull (strstr (sentence, "26 Mar 2024"));
      g_assert_false (g_hash_table_contains (seen, sentence));
      g_hash_table_add (seen, g_steal_pointer (&sentence));
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, rules->n_values);
}

static void
test_anchor (void)
{
  g_autoptr (RcpEdtf) value = rcp_edtf_parse ("2024-03-26", NULL);
  g_autoptr (RcpEdtf) anchor = rcp_edtf_parse ("2024-03-27", NULL);
  g_autofree char *by_article
      = rcp_date_words_explain ("mardi", RCP_DATE_RULE_WEEKDAY_BEFORE, value, RCP_DATE_ANCHOR_PUBLICATION, anchor);
  g_autofree char *by_text
      = rcp_date_words_explain ("la veille", RCP_DATE_RULE_OFFSET, value, RCP_DATE_ANCHOR_TEXT, anchor);
  g_autofree char *by_nothing
      = rcp_date_words_explain ("26 mars 2024", RCP_DATE_RULE_WRITTEN, value, RCP_DATE_ANCHOR_NONE, NULL);

  g_assert_cmpstr (by_article, ==, "“mardi” read as Tue 26 Mar 2024, the last one, from the article’s date Wed 27 Mar 2024");
  g_assert_cmpstr (by_text, ==, "“la veille” counted as Tue 26 Mar 2024, from Wed 27 Mar 2024 told before it");
  g_assert_cmpstr (by_nothing, ==, "“26 mars 2024”, written in full: Tue 26 Mar 2024");
}

/* Every kind of clue has one sentence where it agrees and another where it does not, in both languages. */
static void
check_clues (GHashTable *seen)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (RCP_TYPE_PUBLICATION_CLUE_KIND);
  g_autoptr (RcpEdtf) told = rcp_edtf_parse ("2024-03-26", NULL);
  g_autoptr (RcpEdtf) allowed = rcp_edtf_parse ("2024-03-27", NULL);
  g_autoptr (RcpEdtf) published = rcp_edtf_parse ("2024-04-02", NULL);

  for (guint i = 0; i < kinds->n_values; i++)
    for (int agrees = 0; agrees <= 1; agrees++)
      {
        g_autoptr (RcpPublicationClue) clue = rcp_publication_clue_new (
            kinds->values[i].value, "mardi 26 mars", (RcpRange){ 3, 16 }, allowed, told, agrees,
            RCP_PUBLICATION_CLUE_NO_OTHER);
        g_autoptr (RcpPublicationClue) bare
            = rcp_publication_clue_new (kinds->values[i].value, NULL, (RcpRange){ 0, 0 }, NULL, NULL, agrees, 4);
        g_autofree char *sentence = rcp_date_words_publication_clue (clue, published);
        g_autofree char *little = rcp_date_words_publication_clue (bare, NULL);

        g_test_message ("%s, %d: %s", kinds->values[i].value_nick, agrees, sentence);
        g_assert_nonnull (strstr (sentence, "2024"));
        g_assert_cmpuint (strlen (little), >, 0);
        g_assert_false (g_hash_table_contains (seen, sentence));
        g_hash_table_add (seen, g_steal_pointer (&sentence));
      }
}

static void
test_clues (void)
{
  g_autoptr (GHashTable) english = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) both = NULL;
  GHashTableIter iter;
  gpointer sentence;
  const char *locale_dir = g_getenv ("RECOUPE_LOCALEDIR");

  check_clues (english);
  if (locale_dir == NULL || setlocale (LC_ALL, "fr_FR.UTF-8") == NULL)
    {
      g_test_skip ("the French locale is not installed");
      return;
    }
  g_setenv ("LANGUAGE", "fr", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  both = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, english);
  while (g_hash_table_iter_next (&iter, &sentence, NULL))
    g_hash_table_add (both, g_strdup (sentence));
  /* None is left in English. */
  check_clues (both);
  g_unsetenv ("LANGUAGE");
  setlocale (LC_ALL, "C");
}

static void
test_timestamp (void)
{
  g_autofree char *words = rcp_date_words_timestamp (G_GINT64_CONSTANT (1714645200) * G_USEC_PER_SEC);

  g_assert_cmpstr (words, ==, "2 May, 10:20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/date-words/format/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/date-words/explain", test_explain);
  g_test_add_func ("/date-words/anchor", test_anchor);
  g_test_add_func ("/date-words/clues", test_clues);
  g_test_add_func ("/date-words/timestamp", test_timestamp);
  return g_test_run ();
}
