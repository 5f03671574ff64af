#include "config.h"

#include <string.h>

#include <glib.h>

#include "rcp-analyser.h"
#include "rcp-story-grouper.h"

#define MAX_ARTICLES 12

static RcpAnalyser *analyser;

typedef struct
{
  const char *language;
  const char *written; /* NULL for unknown */
  const char *text;
} Told;

/* Two ships aground within two days, one of them in two languages and with what came after. */
static const Told pelagia_fr
    = { "fr", "2021-06-14",
        "Le ferry Pelagia s'échoue devant Skala\n\nLe ferry grec Pelagia s'est échoué dimanche matin sur un rocher à l'entrée du "
        "port de Skala avec 214 passagers à bord. Tous ont été évacués en moins de trois heures par les garde-côtes. Deux marins "
        "ont été légèrement blessés." };
static const Told pelagia_en
    = { "en", "2021-06-14",
        "Ferry runs aground off Skala\n\nAll 214 passengers of the Greek ferry Pelagia were taken ashore on Sunday after the ship "
        "hit a rock at the entrance of the port of Skala. Two crew members had minor injuries, the coastguard said." };
static const Told pelagia_captain
    = { "fr", "2021-06-15",
        "Le capitaine du Pelagia, dont le navire s'était échoué dimanche devant Skala avec 214 passagers, a été entendu lundi par "
        "un juge. Il affirme qu'une panne de gouvernail est à l'origine de l'accident." };
static const Told arkona_fr
    = { "fr", "2021-06-15",
        "Un ferry s'échoue près de Rostock\n\nLe ferry allemand Arkona s'est échoué lundi sur un banc de sable près de Rostock "
        "avec 96 passagers à bord. Personne n'a été blessé. Les passagers ont été évacués dans la soirée par les sauveteurs." };
static const Told arkona_en
    = { "en", "2021-06-15",
        "The German ferry Arkona ran aground on a sandbank near Rostock on Monday. The 96 passengers were evacuated in the "
        "evening and nobody was hurt, lifeboat crews said." };

/* One team in two games, a week apart. */
static const Told game_first
    = { "fr", "2019-09-29",
        "Rugby : Toulon domine Agen 31 à 12\n\nToulon s'est imposé samedi face à Agen, 31 à 12, au stade Mayol, grâce à trois "
        "essais de l'ailier Julien Carrère." };
static const Told game_first_en
    = { "en", "2019-09-29", "Toulon beat Agen 31-12 at the Stade Mayol on Saturday, with three tries by the winger Julien Carrère." };
static const Told game_second
    = { "fr", "2019-10-06",
        "Rugby : Toulon battu à Castres 24 à 20\n\nToulon s'est incliné samedi à Castres, 24 à 20, malgré deux essais de l'ailier "
        "Julien Carrère. L'arrière castrais Pierre Lagarde a inscrit quatorze points." };

/* Two bankers in two courts. */
static const Told senn_en
    = { "en", NULL,
        "A Zurich court sentenced the former banker Matthias Senn to six years in prison for fraud. Senn, 58, had taken 41 million "
        "francs from clients over eight years." };
static const Told senn_fr
    = { "fr", NULL,
        "L'ancien banquier Matthias Senn a été condamné à six ans de prison pour escroquerie par un tribunal de Zurich. Âgé de 58 "
        "ans, il avait détourné 41 millions de francs de ses clients." };
static const Told senn_appeal
    = { "en", NULL,
        "Lawyers for Matthias Senn said they would appeal against the six-year sentence handed down in Zurich for a 41 million "
        "franc fraud." };
static const Told okello_en
    = { "en", NULL,
        "A court in Kampala sentenced the businessman David Okello to nine years in prison for fraud. Okello sold the same land "
        "to dozens of buyers, the judge said." };

/* The same words but for the day. */
static const Told flood_spring
    = { "en", "2017-04-11",
        "Heavy rain flooded the lower streets of Marwick on Monday. Firefighters pumped water from two hundred cellars and the "
        "school stayed closed." };
static const Told flood_autumn
    = { "en", "2017-11-07",
        "Heavy rain flooded the lower streets of Marwick again on Monday. Firefighters pumped water from ninety cellars and the "
        "school stayed closed." };

/* One article as two papers print it. */
static const Told lock_once
    = { "fr", NULL,
        "Une écluse cède à Brisanne\n\n4 mai 2016. – L'écluse de Brisanne a cédé mardi sous la pression de la crue. Deux péniches "
        "ont été emportées, et les quais de Brisanne sont sous un mètre d'eau. Le maire a ouvert le gymnase." };
static const Told lock_again
    = { "fr", NULL,
        "Une écluse cède à Brisanne\n\nL'écluse de Brisanne a cédé mardi sous la pression de la crue. Deux péniches ont été "
        "emportées, et les quais de Brisanne sont sous un mètre d'eau. Le maire a ouvert le gymnase. L'écluse avait été inspectée "
        "le 9 avril 2015." };

static const Told one_sentence = { "en", NULL, "Rain again." };
static const Told third_language = { "", NULL, "Der Bürgermeister von Lindau eröffnete am Samstag die neue Brücke." };
static const Told no_word = { "en", NULL, "" };

typedef struct
{
  const char *name;
  const Told *told[MAX_ARTICLES];
  const char *groups; /* a letter for each article */
} Row;

static const Row rows[] = {
  { "alike-accidents-in-two-towns", { &pelagia_fr, &arkona_fr }, "AB" },
  { "one-happening-in-two-languages", { &pelagia_fr, &pelagia_en }, "AA" },
  { "what-came-after", { &pelagia_fr, &pelagia_captain }, "AA" },
  { "alike-accidents-in-two-languages", { &arkona_en, &pelagia_fr, &pelagia_en, &arkona_fr, &pelagia_captain }, "ABBAB" },
  { "two-games-of-one-team", { &game_first, &game_second, &game_first_en }, "ABA" },
  { "alike-trials", { &senn_en, &okello_en, &senn_appeal }, "ABA" },
  { "alike-trials-in-two-languages", { &senn_fr, &okello_en, &senn_en, &senn_appeal }, "ABAA" },
  { "same-words-another-day", { &flood_spring, &flood_autumn }, "AB" },
  { "one-article", { &pelagia_fr }, "A" },
  { "one-sentence", { &one_sentence, &pelagia_en }, "AB" },
  { "a-third-language", { &third_language, &pelagia_fr, &third_language }, "ABA" },
  { "no-word-at-all", { &no_word, &no_word, &pelagia_fr }, "ABC" },
  { "nothing", { NULL }, "" },
};

static RcpStoryArticle *
read_article (const Told *told)
{
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (told->text, told->language, NULL);
  g_autoptr (RcpEdtf) written = told->written ? rcp_edtf_parse (told->written, NULL) : NULL;
  g_autoptr (RcpPublication) publication = NULL;
  g_autoptr (RcpFindings) findings = NULL;
  RcpDocument document = { .text = text->text, .set_aside = set_aside, .language = text->language };

  if (written)
    publication = rcp_publication_new (written, RCP_PUBLISHED_STATED, RCP_DATE_RULE_WRITTEN, NULL, (RcpRange){ 0, 0 });
  findings = rcp_analyser_analyse (analyser, &document, text, publication, 20000);
  return rcp_analyser_read_story (analyser, text, findings);
}

static GPtrArray *
read_articles (const Told *const *told, guint n)
{
  GPtrArray *articles = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_story_article_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (articles, read_article (told[i]));
  return articles;
}

static guint
group (const GPtrArray *articles, guint *groups)
{
  return rcp_story_grouper_group ((RcpStoryArticle *const *) articles->pdata, articles->len, groups);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  guint n = (guint) strlen (row->groups), groups[MAX_ARTICLES];
  g_autoptr (GPtrArray) articles = read_articles (row->told, n);
  char letters[MAX_ARTICLES + 1] = "";

  group (articles, groups);
  for (guint i = 0; i < n; i++)
    letters[i] = (char) ('A' + groups[i]);
  g_assert_cmpstr (letters, ==, row->groups);
}

static const Told *const all[] = { &pelagia_fr, &pelagia_en, &pelagia_captain, &arkona_fr, &arkona_en, &game_first,
                                   &game_first_en, &game_second, &senn_en, &senn_fr, &senn_appeal, &okello_en };

/* Whatever the order, the same articles stand together, and groups are numbered by their first ones. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) articles = read_articles (all, G_N_ELEMENTS (all));
  g_autoptr (GPtrArray) shuffled = g_ptr_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  guint expected[G_N_ELEMENTS (all)], places[G_N_ELEMENTS (all)], groups[G_N_ELEMENTS (all)];

  g_assert_cmpuint (group (articles, expected), ==, 6);
  for (guint i = 0; i < articles->len; i++)
    places[i] = i;
  for (guint round = 0; round < 30; round++)
    {
      g_ptr_array_set_size (shuffled, 0);
      for (guint i = articles->len - 1; i > 0; i--)
        {
          guint other = (guint) g_rand_int_range (rand, 0, (gint32) i + 1), place = places[i];

          places[i] = places[other];
          places[other] = place;
        }
      for (guint i = 0; i < articles->len; i++)
        g_ptr_array_add (shuffled, articles->pdata[places[i]]);
      g_assert_cmpuint (group (shuffled, groups), ==, 6);
      g_assert_cmpuint (groups[0], ==, 0);
      for (guint i = 0; i < articles->len; i++)
        for (guint k = 0; k < i; k++)
          g_assert_cmpint (groups[i] == groups[k], ==, expected[places[i]] == expected[places[k]]);
    }
}

/* Ten copies of one article join it and move nobody else. */
static void
test_copies (void)
{
  g_autoptr (GPtrArray) articles = read_articles (all, G_N_ELEMENTS (all));
  guint before[G_N_ELEMENTS (all)], after[G_N_ELEMENTS (all) + 10];

  group (articles, before);
  for (guint i = 0; i < 10; i++)
    g_ptr_array_add (articles, read_article (&arkona_fr));
  group (articles, after);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpuint (after[i], ==, before[i]);
  for (guint i = 0; i < 10; i++)
    g_assert_cmpuint (after[G_N_ELEMENTS (all) + i], ==, before[3]);
}

/* Days years apart set the same words apart where they are sure, and not where they are guessed. */
static void
test_guessed_days (void)
{
  static const Told *const told[] = { &lock_once, &lock_again };
  g_autoptr (GPtrArray) articles = read_articles (told, G_N_ELEMENTS (told));
  guint groups[G_N_ELEMENTS (told)];

  for (guint sure = 0; sure < 2; sure++)
    {
      for (guint i = 0; i < articles->len; i++)
        {
          RcpStoryArticle *article = articles->pdata[i];

          article->day = 16000 + 1000 * (gint32) i;
          article->is_day_sure = sure;
        }
      g_assert_cmpuint (group (articles, groups), ==, 1 + sure);
    }
}

/* Two thousand articles put together from the sentences that agencies might send of one accident, among a hundred of others. */
static void
test_one_big_story (void)
{
  static const char *const sentences[] = {
    "The suspension bridge over the Varnel at Torvik collapsed on Monday morning, killing 14 people.",
    "Fourteen people died when the Torvik bridge fell into the Varnel, police said.",
    "Divers searched the Varnel for three lorries that went down with the Torvik bridge.",
    "Mayor Helga Storm said the bridge had been inspected in the spring and found sound.",
    "The bridge in Torvik was built in 1962 and carried nine thousand cars a day.",
    "Traffic between Torvik and the coast is diverted over the old bridge at Hamre.",
    "Helga Storm promised the families of the victims in Torvik a full inquiry into the collapse.",
    "Witnesses in Torvik heard a bang before the deck of the bridge broke and cars slid into the Varnel.",
    "An engineer said rust in the cables of the Torvik bridge may have caused the collapse.",
    "Nineteen injured were taken from the Varnel to the hospital in Hamre after the collapse.",
  };
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_story_article_free);
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree guint *groups = g_new (guint, 2100);
  gint64 start_us;
  guint n_together = 0;

  for (guint i = 0; i < 2100; i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (RcpFindings) findings = rcp_findings_new ();
      g_autoptr (RcpSegmentedText) text = NULL;

      for (guint k = 0; i < 2000 && k < 5; k++)
        g_string_append_printf (words, "%s ", sentences[g_rand_int_range (rand, 0, G_N_ELEMENTS (sentences))]);
      for (guint k = 0; i >= 2000 && k < 30; k++)
        g_string_append_printf (words, "w%ux ", (guint) g_rand_int_range (rand, 0, 5000));
      g_string_append_printf (words, "Number %u of the agency's bulletin.", i);
      text = rcp_segmented_text_new (words->str, "en", NULL);
      g_ptr_array_add (articles, rcp_analyser_read_story (analyser, text, findings));
    }
  start_us = g_get_monotonic_time ();
  group (articles, groups);
  /* Takes a second or two; with sanitizers on a loaded machine some more. */
  g_assert_cmpint ((g_get_monotonic_time () - start_us) / G_USEC_PER_SEC, <, 60);
  for (guint i = 0; i < 2000; i++)
    n_together += groups[i] == groups[0];
  g_assert_cmpuint (n_together, >=, 1980);
  for (guint i = 2000; i < 2100; i++)
    g_assert_cmpuint (groups[i], !=, groups[0]);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  analyser = rcp_analyser_new (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/story-grouper/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/story-grouper/order", test_order);
  g_test_add_func ("/story-grouper/copies", test_copies);
  g_test_add_func ("/story-grouper/guessed-days", test_guessed_days);
  g_test_add_func ("/story-grouper/one-big-story", test_one_big_story);
  status = g_test_run ();
  rcp_analyser_unref (analyser);
  return status;
}
