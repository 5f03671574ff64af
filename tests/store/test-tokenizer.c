#include "config.h"

#include "rcp-search.h"
#include "rcp-tokenizer.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *words; /* the words, without their stems */
} Row;

static const Row rows[] = {
  { "case-and-accents", "Élysée CÉDÉAO", "elysee cedeao" },
  { "elision", "l’accord qu'ils d’hier", "accord ils hier" },
  { "long-elision", "jusqu'au lorsqu’elle", "au elle" },
  { "not-an-elision", "aujourd'hui", "aujourd hui" },
  { "clitics", "Niger's don't", "niger don" },
  { "ligature", "œuvre", "oeuvre" },
  { "numbers", "200 hommes, 1er avril", "200 hommes 1er avril" },
  { "nothing", " … — !? ", "" },
  { "empty", "", "" },
  { "broken-utf8", "abc\xff\xfe" "def \xc3", "abc def" },
  { "combining", "e\xcc\x81tat", "etat" },
};

static int
append_cb (const char *const *terms, guint n_terms, gsize start_bytes, gsize end_bytes, gpointer data)
{
  GString *out = data;

  g_assert_cmpuint (n_terms, >=, 1);
  g_assert_cmpuint (n_terms, <=, 3);
  g_assert_cmpuint (start_bytes, <, end_bytes);
  if (out->len)
    g_string_append_c (out, ' ');
  g_string_append (out, terms[0]);
  return 0;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpTokenizer) tokenizer = rcp_tokenizer_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  /* Twice: the second time the words come from the cache. */
  for (guint i = 0; i < 2; i++)
    {
      g_string_truncate (out, 0);
      g_assert_cmpint (rcp_tokenizer_run (tokenizer, row->text, strlen (row->text), append_cb, out), ==, 0);
      g_assert_cmpstr (out->str, ==, row->words);
    }
}

static void
test_long_word (void)
{
  g_autoptr (RcpTokenizer) tokenizer = rcp_tokenizer_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *word = g_strnfill (100000, 'a');

  rcp_tokenizer_run (tokenizer, word, strlen (word), append_cb, out);
  g_assert_cmpuint (out->len, ==, RCP_TOKENIZER_MAX_BYTES);
}

static const struct
{
  const char *name;
  const char *typed;
  const char *match;
} questions[] = {
  { "word", "port", "(\"port\" OR \"port\"*)" },
  { "two-words", "grand port", "\"grand\" AND (\"port\" OR \"port\"*)" },
  { "whole-word", "port ", "\"port\"" },
  { "phrase", "«grand port» grève ", "\"grand port\" AND \"grève\"" },
  { "operators-are-words", "a AND NOT b* ", "\"a\" AND \"AND\" AND \"NOT\" AND \"b*\"" },
  { "unclosed", "\"grand port", "\"grand port\"" },
  { "nothing", " … \" ", NULL },
  { "empty", "", NULL },
};

static void
test_question (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *match = rcp_search_match (questions[i].typed);

  g_assert_cmpstr (match, ==, questions[i].match);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/tokenizer/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/store/tokenizer/long-word", test_long_word);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *path = g_strconcat ("/store/question/", questions[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_question);
    }
  return g_test_run ();
}
