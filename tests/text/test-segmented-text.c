#include "config.h"

#include <string.h>

#include "rcp-document.h"
#include "rcp-segmented-text.h"

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *expected[12]; /* the sentences */
} SentenceRow;

static const SentenceRow sentence_rows[] = {
  { "plain", "fr", "Il part. Elle reste.", { "Il part.", "Elle reste." } },
  { "titles", "fr", "M. Diallo a vu Mme Sow et le Dr. Ba. Ils parlent.",
    { "M. Diallo a vu Mme Sow et le Dr. Ba.", "Ils parlent." } },
  { "saint", "en", "Gen. Park met Mr. Lee at St. Mary. They spoke.",
    { "Gen. Park met Mr. Lee at St. Mary.", "They spoke." } },
  { "p. ex.", "fr", "Des pays, p. ex. Chypre, c.-à-d. une île. Fin.",
    { "Des pays, p. ex. Chypre, c.-à-d. une île.", "Fin." } },
  { "initials", "en", "J. K. Rowling and George W. Bush met. She left.",
    { "J. K. Rowling and George W. Bush met.", "She left." } },
  { "platform", "fr", "Elle l'a écrit sur X. Il a lu J. Nolan. Fin.", { "Elle l'a écrit sur X.", "Il a lu J. Nolan.", "Fin." } },
  { "acronym inside", "en", "The U.S. Army left. Troops of the U.S. The end.",
    { "The U.S. Army left.", "Troops of the U.S.", "The end." } },
  { "clock", "en", "It began at 5 a.m. Monday. It ended.", { "It began at 5 a.m. Monday.", "It ended." } },
  { "number sign", "en", "Decree No. 12 was signed. They said no. He left.",
    { "Decree No. 12 was signed.", "They said no.", "He left." } },
  { "month", "en", "It opened on Jan. 6 in Lima. It closed.", { "It opened on Jan. 6 in Lima.", "It closed." } },
  { "thousands", "fr", "Près de 1.000 soldats et 3.5 tonnes. Rien d’autre.",
    { "Près de 1.000 soldats et 3.5 tonnes.", "Rien d’autre." } },
  { "ellipsis", "fr", "Il hésite… puis part. Elle attend... Elle part aussi.",
    { "Il hésite… puis part.", "Elle attend...", "Elle part aussi." } },
  { "guillemets", "fr", "« Nous partons. » Il sort. « Où ? » demande-t-elle.",
    { "« Nous partons. »", "Il sort.", "« Où ? » demande-t-elle." } },
  { "opening quote", "fr", "Il est là. « Enfin », dit-elle.", { "Il est là.", "« Enfin », dit-elle." } },
  { "nested", "fr", "Elle dit : « Il a crié “Dehors !” hier. » Puis rien.",
    { "Elle dit : « Il a crié “Dehors !” hier. »", "Puis rien." } },
  { "straight quotes", "en", "\"We go.\" He left. \"Stay!\" she said.",
    { "\"We go.\"", "He left.", "\"Stay!\" she said." } },
  { "glued by a capture", "fr", "Ils ont quitté le pays.La rédaction", { "Ils ont quitté le pays.", "La rédaction" } },
  { "address", "en", "See example.org for it. Node.Js is one.", { "See example.org for it.", "Node.Js is one." } },
  { "etc.", "fr", "Du riz, du mil, etc. Le marché ferme. Du sel, etc. Paris suit.",
    { "Du riz, du mil, etc.", "Le marché ferme.", "Du sel, etc. Paris suit." } },
  { "bullets", "fr", "Au menu :\n- Riz. Mil.\n• Sel", { "Au menu :", "- Riz.", "Mil.", "• Sel" } },
  { "numbered", "fr", "1. Le plan\n2. La suite.", { "1. Le plan", "2. La suite." } },
  { "lines", "fr", "Titre du jour\n\nUn texte.\nUn autre texte.", { "Titre du jour", "Un texte.", "Un autre texte." } },
  { "hard-wrapped", "en",
    "The delegation arrived in the morning and was received by\nthe minister, who had waited for it since the day\n"
    "before. It then visited the harbour, where the ships that\nwere seized in March still lay.\n\nA second paragraph.",
    { "The delegation arrived in the morning and was received by\nthe minister, who had waited for it since the day\n"
      "before.",
      "It then visited the harbour, where the ships that\nwere seized in March still lay.", "A second paragraph." } },
  { "year first", "fr", "Rien en 2019. 2020 fut autre.", { "Rien en 2019.", "2020 fut autre." } },
  { "no-break spaces", "fr", "Quoi\u202f? Rien\u00a0! «\u00a0Si.\u00a0»",
    { "Quoi\u202f?", "Rien\u00a0!", "«\u00a0Si.\u00a0»" } },
  { "arabic", "ar", "ذهب الولد. رجع البنت؟ نعم", { "ذهب الولد.", "رجع البنت؟", "نعم" } },
  { "empty", "fr", " \n\t\n ", { NULL } },
  { "only marks", "fr", "...!?»", { "...!?»" } },
};

static void
test_sentences (gconstpointer data)
{
  const SentenceRow *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, row->language, NULL);
  guint i;

  for (i = 0; row->expected[i]; i++)
    {
      g_autofree char *sentence = NULL;

      g_assert_cmpuint (i, <, text->n_sentences);
      sentence = rcp_segmented_text_dup_range (text, text->sentences[i].range);
      g_assert_cmpstr (sentence, ==, row->expected[i]);
    }
  g_assert_cmpuint (text->n_sentences, ==, i);

  /* Sentences and tokens cover each other. */
  for (guint s = 0, t = 0; s < text->n_sentences; s++)
    {
      guint n_starts = 0;

      g_assert_cmpuint (text->sentences[s].first_token, ==, t);
      for (guint k = 0; k < text->sentences[s].n_tokens; k++, t++)
        {
          g_assert_cmpuint (text->tokens[t].sentence, ==, s);
          n_starts += (text->tokens[t].flags & RCP_TOKEN_SENTENCE_START) != 0;
        }
      g_assert_cmpuint (n_starts, <=, 1);
      if (s + 1 == text->n_sentences)
        g_assert_cmpuint (t, ==, text->n_tokens);
    }
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *expected; /* folded tokens, "|" between: W N M P before the colon; then flags */
} TokenRow;

static const TokenRow token_rows[] = {
  { "elision", "fr", "L’armée d'Haïti qu’il aujourd’hui N’Djamena",
    "W:l'|W:armee|W:d'|W:haiti|W:qu'|W:il|W:aujourd'hui|W:n'djamena" },
  { "elision before a quote", "fr", "d’« essais »", "W:d'|P:«|W:essais|P:»" },
  { "elision before a number", "fr", "l’11 mars", "W:l'|N:11|W:mars" },
  { "possessive", "en", "Peru’s ships don't O'Brien ships' Côte d’Ivoire's",
    "W:peru|W:'s|W:ships|W:don't|W:o'brien|W:ships|P:'|W:cote|W:d'|W:ivoire|W:'s" },
  { "hyphens", "fr", "États-Unis", "W:etats|P:-|W:unis" },
  { "numbers", "fr", "le 1er mars 2.500 26th G7 20h30",
    "W:le|M:1er|W:mars|N:2|P:.|N:500|M:26th|M:g7|M:20h30" },
  { "ligatures", "fr", "Œuvre Æsir Straße", "W:oeuvre|W:aesir|W:strasse" },
  { "combining marks", "fr", "Ce\u0301de\u0301ao co\u00adop", "W:cedeao|W:coop" },
  { "emoji", "en", "ok 👍🏽 go", "W:ok|P:👍|P:🏽|W:go" },
};

static void
test_tokens (gconstpointer data)
{
  const TokenRow *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, row->language, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < text->n_tokens; i++)
    g_string_append_printf (found, "%s%c:%s", i ? "|" : "", "WNMP"[text->tokens[i].kind], text->tokens[i].folded);
  g_assert_cmpstr (found->str, ==, row->expected);
}

static void
test_flags (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("« Oui, dit l’ONU. » Bien", "fr", NULL);
  /* « Oui , dit l’ ONU . » Bien */
  static const RcpTokenFlags expected[] = {
    0,
    RCP_TOKEN_CAPITALISED | RCP_TOKEN_SENTENCE_START | RCP_TOKEN_IN_QUOTES,
    RCP_TOKEN_GLUED | RCP_TOKEN_IN_QUOTES,
    RCP_TOKEN_IN_QUOTES,
    RCP_TOKEN_IN_QUOTES,
    RCP_TOKEN_CAPITALISED | RCP_TOKEN_ALL_CAPITALS | RCP_TOKEN_GLUED | RCP_TOKEN_IN_QUOTES,
    RCP_TOKEN_GLUED | RCP_TOKEN_IN_QUOTES,
    0,
    RCP_TOKEN_CAPITALISED | RCP_TOKEN_SENTENCE_START,
  };

  g_assert_cmpuint (text->n_tokens, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < text->n_tokens; i++)
    g_assert_cmpuint (text->tokens[i].flags, ==, expected[i]);
}

static void
test_offsets (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("  Été à Özd,\nà 5 km…", "fr", NULL);
  g_autofree char *middle = NULL;
  g_autofree char *tail = NULL;
  g_autofree char *nothing = NULL;

  for (guint i = 0; i < text->n_tokens; i++)
    {
      const RcpToken *token = &text->tokens[i];
      RcpRange range = { token->start, token->end };
      g_autofree char *by_points = rcp_segmented_text_dup_range (text, range);
      g_autofree char *by_bytes = g_strndup (text->text + token->offset_bytes, token->length_bytes);

      g_assert_cmpstr (by_points, ==, by_bytes);
      g_assert_cmpuint (rcp_segmented_text_find_token (text, token->start), ==, i);
      g_assert_cmpuint (rcp_segmented_text_find_token (text, token->end - 1), ==, i);
    }
  g_assert_cmpuint (text->length, ==, 20);
  g_assert_cmpuint (rcp_segmented_text_find_token (text, 0), ==, 0);
  g_assert_cmpuint (rcp_segmented_text_find_token (text, 20), ==, text->n_tokens);
  middle = rcp_segmented_text_dup_range (text, (RcpRange) { 5, 9 });
  g_assert_cmpstr (middle, ==, " à Ö");
  tail = rcp_segmented_text_dup_range (text, (RcpRange) { 17, 400 });
  g_assert_cmpstr (tail, ==, "km…");
  nothing = rcp_segmented_text_dup_range (text, (RcpRange) { 9, 3 });
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_headings (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (
    "La visite est reportée\n\nLe ministre ne viendra pas. Il l’a dit lundi.\n\nUn accord fragile :\n"
    "Qui paiera la facture ?\n- une ligne\nsuite en minuscules\nIl est parti.",
    "fr", NULL);
  static const gboolean expected[] = { TRUE, FALSE, FALSE, TRUE, TRUE, FALSE, FALSE, FALSE };
  static const guint paragraphs[] = { 0, 1, 1, 2, 3, 4, 5, 6 };

  g_assert_cmpuint (text->n_sentences, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < text->n_sentences; i++)
    {
      g_assert_cmpint (text->sentences[i].is_heading, ==, expected[i]);
      g_assert_cmpuint (text->sentences[i].paragraph, ==, paragraphs[i]);
    }
}

static void
test_set_aside (void)
{
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  RcpSetAside edge = { { 8, 21 }, RCP_SET_ASIDE_BYLINE };
  g_autoptr (RcpSegmentedText) text = NULL;

  g_array_append_val (set_aside, edge);
  text = rcp_segmented_text_new ("Ils vont Par Jean Petit à Lomé.", "fr", set_aside);
  g_assert_cmpuint (text->n_sentences, ==, 3);
  g_assert_false (text->sentences[0].is_set_aside);
  g_assert_true (text->sentences[1].is_set_aside);
  g_assert_false (text->sentences[2].is_set_aside);
}

static void
test_linear (gconstpointer data)
{
  const char *unit = data;
  gsize n_units = 4 * 1024 * 1024 / strlen (unit);
  GString *long_text = g_string_sized_new (n_units * strlen (unit));
  g_autoptr (GTimer) timer = NULL;
  RcpSegmentedText *text;

  for (gsize i = 0; i < n_units; i++)
    g_string_append (long_text, unit);
  timer = g_timer_new ();
  text = rcp_segmented_text_new (long_text->str, "fr", NULL);
  g_test_message ("%.1f MB/s", long_text->len / 1e6 / g_timer_elapsed (timer, NULL));
  /* A second for a megabyte would be slow even under sanitizers; what is quadratic needs hours. */
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30.0);
  g_assert_cmpuint (text->length_bytes, ==, long_text->len);
  rcp_segmented_text_unref (text);
  g_string_free (long_text, TRUE);
}

static void
test_invalid_utf8 (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("caf\xe9 noir. Oui.", NULL, NULL);

  g_assert_true (g_utf8_validate (text->text, -1, NULL));
  g_assert_cmpuint (text->n_sentences, ==, 2);
}

int
main (int argc, char **argv)
{
  static const char *const units[] = { "a", ".", "« ", "Le président Œuvrait à Séoul, dit-il. ", "\n", "l’", "\"", "一",
                                       "A. ", "e\xcc\x81" };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sentence_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/segmented-text/sentences/%s", sentence_rows[i].name);

      g_test_add_data_func (path, &sentence_rows[i], test_sentences);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (token_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/segmented-text/tokens/%s", token_rows[i].name);

      g_test_add_data_func (path, &token_rows[i], test_tokens);
    }
  g_test_add_func ("/segmented-text/flags", test_flags);
  g_test_add_func ("/segmented-text/offsets", test_offsets);
  g_test_add_func ("/segmented-text/headings", test_headings);
  g_test_add_func ("/segmented-text/set-aside", test_set_aside);
  g_test_add_func ("/segmented-text/invalid-utf8", test_invalid_utf8);
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *path = g_strdup_printf ("/segmented-text/linear/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, units[i], test_linear);
    }
  return g_test_run ();
}
