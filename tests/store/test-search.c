#include "config.h"

#include "store-fixture.h"

typedef struct
{
  const char *name;
  const char *typed;
  const char *found; /* a letter for each kind found: A actor, E event, R article, N note */
} Row;

static const Row rows[] = {
  { "word", "dockers", "AERR" },
  { "accent-left-out", "greve", "R" },
  { "accent-and-case", "GRÈVE", "R" },
  { "french-stem", "cessés", "ER" },
  { "french-plural", "accords", "R" },
  { "elision-typed", "d’accord", "R" },
  { "english-stem", "strikes", "ER" },
  { "clitic", "docker's union ", "AER" },
  { "beginning", "hund", "R" },
  { "beginning-must-be-last", "hund men ", "" },
  { "phrase", "\"two hundred men\"", "R" },
  { "phrase-in-another-order", "\"hundred two men\"", "" },
  { "all-words", "hundred travail", "" },
  { "set-aside", "share", "" },
  { "title", "port-réal", "R" },
  { "alias", "syndicat", "A" },
  { "note", "harbourmaster", "N" },
  { "syntax", "AND OR NOT ( * : ^ ", "" },
  { "nothing", "   ", "" },
};

static void
test_rows (Fixture *f, gconstpointer data)
{
  fixture_note (f, RCP_NOTE_ARTICLE, f->articles[0], 0, 0, "Ask the harbourmaster");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) hits = rcp_store_search (f->store, 0, rows[i].typed, 10, NULL, &error);
      g_autoptr (GString) found = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint j = 0; j < hits->len; j++)
        g_string_append_c (found, "AERN"[((RcpStoreHit *)hits->pdata[j])->kind]);
      g_test_message ("%s: %s", rows[i].name, found->str);
      g_assert_cmpstr (found->str, ==, rows[i].found);
    }
}

static void
test_marks (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = rcp_store_search (f->store, 0, "été", 10, NULL, &error);
  RcpStoreHit *hit;
  RcpRange range;
  g_autofree char *word = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpint (hit->kind, ==, RCP_STORE_HIT_ARTICLE);
  g_assert_cmpuint (hit->title_matches->len, ==, 0);
  g_assert_cmpuint (hit->detail_matches->len, ==, 1);
  range = g_array_index (hit->detail_matches, RcpRange, 0);
  word = g_utf8_substring (hit->detail, range.start, range.end);
  g_assert_cmpstr (word, ==, "été");
}

static void
test_dossier (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) inside = rcp_store_search (f->store, f->dossier, "hundred", 10, NULL, &error);
  g_autoptr (GPtrArray) outside = rcp_store_search (f->store, f->dossier, "travail", 10, NULL, &error);
  g_autoptr (GArray) ids = rcp_store_list_article_ids (f->store, 0, RCP_STORE_ARTICLES_BY_TITLE, "travail", NULL, &error);
  g_autoptr (GArray) actors = rcp_store_list_actor_ids (f->store, f->dossier, RCP_STORE_ACTORS_ORGANISATIONS, "docker",
                                                        NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (inside->len, ==, 1);
  g_assert_cmpuint (outside->len, ==, 0);
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_cmpint (g_array_index (ids, gint64, 0), ==, f->articles[1]);
  g_assert_cmpuint (actors->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/search/rows", Fixture, NULL, fixture_set_up, test_rows, fixture_tear_down);
  g_test_add ("/store/search/marks", Fixture, NULL, fixture_set_up, test_marks, fixture_tear_down);
  g_test_add ("/store/search/dossier", Fixture, NULL, fixture_set_up, test_dossier, fixture_tear_down);
  return g_test_run ();
}
