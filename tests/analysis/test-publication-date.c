#include "config.h"

#include "rcp-publication-date.h"

#include <string.h>

static RcpDateFinder *finder;

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* NULL for unknown */
  RcpPublishedBasis basis;
  const char *clue;
} Row;

/* Today is 20 November 2026. 8 June was a Thursday in 2023, 2017 and 2012. */
static const Row rows[] = {
  { "nothing", "Le conseil municipal se divise sur le budget.", NULL, RCP_PUBLISHED_UNKNOWN, NULL },
  { "bare-weekday", "Le maire a démissionné mardi.", NULL, RCP_PUBLISHED_UNKNOWN, NULL },
  { "weekday-date", "Le préfet s’est rendu jeudi 8 juin à la mairie.", "2023-06-08/2023-06-11?", RCP_PUBLISHED_INFERRED,
    "jeudi 8 juin" },
  { "year-bounds-from-below", "Le préfet, nommé en avril 2022, s’est rendu jeudi 8 juin à la mairie.",
    "2023-06-08/2023-06-11", RCP_PUBLISHED_INFERRED, "jeudi 8 juin" },
  { "two-weekdays-agree", "Réuni mercredi 7 juin, le comité s’est séparé jeudi 8 juin.", "2023-06-08/2023-06-11?",
    RCP_PUBLISHED_INFERRED, "jeudi 8 juin" },
  { "this-weekday", "Annoncée ce jeudi 8 juin, la hausse date de mai 2022.", "2023-06-08?", RCP_PUBLISHED_INFERRED,
    "ce jeudi 8 juin" },
  { "freshest-day", "La digue a cédé le 3 mai 2019. Elle fut bâtie en 1962.", "2019-05-03/2019-05-17~",
    RCP_PUBLISHED_INFERRED, "le 3 mai 2019" },
  { "future-is-no-evidence", "La digue a cédé le 3 mai 2019. Le procès s’ouvrira le 6 septembre 2021.",
    "2019-05-03/2019-05-17~", RCP_PUBLISHED_INFERRED, "le 3 mai 2019" },
  { "present-weekday-narrows", "La digue a cédé jeudi 8 juin, après les crues de mai 2022. Ce vendredi, la préfète a parlé.",
    "2023-06-09", RCP_PUBLISHED_INFERRED, "Ce vendredi" },
  { "dateline", "Par Jeanne Morel le 14.09.2018 à 11h46\n\nLe col rouvrira le 2 octobre.\n", "2018-09-14", RCP_PUBLISHED_STATED,
    "14.09.2018 à 11h46" },
  { "published-on", "Publié le 18 février 2017\n\nLe col a rouvert.\n", "2017-02-18", RCP_PUBLISHED_STATED,
    "18 février 2017" },
  { "impossible", "Le bal est fixé au 31 février 2019.", NULL, RCP_PUBLISHED_UNKNOWN, NULL },
  { "not-after-today", "Le plan court jusqu’au 3 mai 2039 ; il l’a dit le 4 mai 2031.", NULL, RCP_PUBLISHED_UNKNOWN, NULL },
};

static gint32
today (void)
{
  return rcp_day_from_ymd (2026, 11, 20);
}

static void
check_infer (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, "fr", NULL);
  g_autoptr (RcpPublication) publication = rcp_publication_date_infer (finder, NULL, text, today ());

  g_assert_cmpstr (publication->date ? rcp_edtf_get_string (publication->date) : NULL, ==, row->expected);
  g_assert_cmpint (publication->basis, ==, row->basis);
  if (row->clue)
    {
      g_autofree char *words = rcp_segmented_text_dup_range (text, publication->clue_range);

      g_assert_nonnull (strstr (publication->clue, row->clue));
      g_assert_cmpstr (words, ==, publication->clue);
    }
}

/* Whole pages: what the engine names as the day, whether it calls it sure, and what it says against it. */
typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *best; /* NULL for none */
  gboolean is_sure;
  RcpPublicationClueKind kind; /* a clue that is there */
  const char *words;           /* its words; NULL to ask for none */
  gboolean agrees;
} Page;

#define PROSE_FR                                                                                                         \
  "Le conseil a longuement débattu de la digue, que les riverains jugent trop basse depuis bien des hivers.\n"           \
  "La maire promet une étude, et les pêcheurs demandent que le chenal soit dragué avant la belle saison.\n"              \
  "Rien n’est décidé, mais chacun convient que le vieux quai ne tiendra pas une tempête de plus, dit-on au port.\n"
#define PROSE_EN                                                                                                         \
  "The council argued for a long while about the sea wall, which people in the lower town think is far too low.\n"       \
  "The mayor promises a survey, and the fishermen want the channel dredged before the fine season comes round.\n"        \
  "Nothing is settled, but all agree that the old quay will not stand another storm like the one they had.\n"

static const Page pages[] = {
  { "byline-with-clock", "fr", "Le quai en débat\nLéa Dorval | mardi 4 mai 2021 à 17h12\n" PROSE_FR, "2021-05-04", TRUE,
    RCP_PUBLICATION_CLUE_DATELINE, "mardi 4 mai 2021 à 17h12", TRUE },
  { "published-runs-on", "fr", "Le quai en débat\nPar Léa DORVAL Publié sur 04/05/2021 6 min lues 3 0 91 Malgré les promesses, "
    "le quai attend encore que la commune se décide, selon le dernier rapport des ingénieurs.\n" PROSE_FR,
    "2021-05-04", TRUE, RCP_PUBLICATION_CLUE_DATELINE, "04/05/2021", TRUE },
  { "published-of-a-report", "fr", "Publié le 4 mai 2021 dans la revue du port, le rapport a surpris les élus de la côte par "
    "la sévérité de ses conclusions, et la maire a demandé une contre-expertise aux services de l’État.\n",
    "2021-05-05", FALSE, RCP_PUBLICATION_CLUE_WRITTEN, "4 mai 2021", TRUE },
  { "bare-dateline", "en", "The quay in question\nBy Ann Fairlie\nMay 4, 2021\n" PROSE_EN, "2021-05-04", TRUE,
    RCP_PUBLICATION_CLUE_DATELINE, "May 4, 2021", TRUE },
  { "published-and-updated", "en", "The quay in question\nPublished 4 May 2021\nUpdated 6 May 2021\n" PROSE_EN, "2021-05-04",
    TRUE, RCP_PUBLICATION_CLUE_REVISED, "6 May 2021", TRUE },
  { "only-updated", "fr", "Le quai en débat\nArticle mis à jour le 6 mai 2021.\nLe chenal a été dragué le 28 avril 2021.\n"
    PROSE_FR, "2021-04-29", FALSE, RCP_PUBLICATION_CLUE_REVISED, "6 mai 2021", TRUE },
  { "comment-dates", "fr", "Le quai en débat\nLe chenal a été dragué le mardi 4 mai 2021.\n" PROSE_FR
    "— Le 12 juin, par Yann.\nBien dit !\n— Le 13 juin, par Maud.\n", "2021-05-05", FALSE,
    RCP_PUBLICATION_CLUE_WRITTEN, "mardi 4 mai 2021", TRUE },
  { "relayed-statement", "fr", "Nous relayons le texte des dockers.\nCommuniqué de presse – 3 mai 2021\nHier, le 2 mai 2021, la "
    "préfecture a fermé le chenal sans prévenir personne.\n", "2021-05-04", FALSE, RCP_PUBLICATION_CLUE_WRITTEN,
    "3 mai 2021", TRUE },
  { "yesterday-with-date", "fr", "Hier, mardi 4 mai 2021, le chenal a été fermé aux gros navires.\n", "2021-05-05", TRUE,
    RCP_PUBLICATION_CLUE_NEAR_DAY, "Hier, mardi 4 mai 2021", TRUE },
  { "yesterday-with-date-en", "en", "Yesterday, May 4, 2021, the channel was closed to large ships.\n", "2021-05-05", TRUE,
    RCP_PUBLICATION_CLUE_NEAR_DAY, "Yesterday, May 4, 2021", TRUE },
  { "dispatch-day-after", "en", "The harbour master resigned on Tuesday, May 4, 2021.\n", "2021-05-05", FALSE,
    RCP_PUBLICATION_CLUE_WRITTEN, "Tuesday, May 4, 2021", TRUE },
  { "not-on-a-sunday", "fr", "Le chenal a été fermé samedi 8 mai, un an après la crue de mai 2020.\n", "2021-05-10", FALSE,
    RCP_PUBLICATION_CLUE_WEEKDAY_DATE, "samedi 8 mai", TRUE },
  { "this-weekday-by-announcement", "fr", "Depuis le 12 octobre 2019, le quai est surveillé. Ce jeudi, les vents ont forci, et "
    "l’accès est interdit jusqu’au lundi 10 mai au soir.\n", "2021-05-06", FALSE, RCP_PUBLICATION_CLUE_WEEKDAY_DATE,
    "lundi 10 mai au soir", TRUE },
  { "freshest-decides-age", "fr", "Le quai fut inauguré le 12 octobre 2019. Il a été fermé mardi 4 mai 2021.\n", "2021-05-05",
    FALSE, RCP_PUBLICATION_CLUE_WRITTEN, "mardi 4 mai 2021", TRUE },
  { "this-weekday-is-the-day", "fr", "Le chenal a été fermé lundi 3 mai 2021. Ce mardi, il a rouvert.\n", "2021-05-04", TRUE,
    RCP_PUBLICATION_CLUE_PRESENT_DAY, "Ce mardi", TRUE },
  { "this-weekday-is-the-day-en", "en", "The channel was closed on Monday, May 3, 2021. It reopened this Tuesday.\n",
    "2021-05-04", TRUE, RCP_PUBLICATION_CLUE_PRESENT_DAY, "this Tuesday", TRUE },
  { "wrong-weekday", "fr", "Le chenal a été fermé lundi 4 mai 2021.\n", "2021-05-05", FALSE,
    RCP_PUBLICATION_CLUE_WEEKDAY_DATE, "lundi 4 mai 2021", FALSE },
  { "dateline-contradicted", "fr", "Le quai en débat\nPublié le 4 mai 2021\nLe chenal a été fermé le 7 mai 2021.\n", "2021-05-04",
    FALSE, RCP_PUBLICATION_CLUE_WRITTEN, "le 7 mai 2021", FALSE },
  { "meeting-is-no-dateline", "fr", "Réunion publique\nJeudi 6 mai 2021 à 19h00\n" PROSE_FR, "2021-05-07", FALSE,
    RCP_PUBLICATION_CLUE_WRITTEN, "Jeudi 6 mai 2021 à 19h00", TRUE },
  { "quoted-day-is-not-ours", "fr", "Le chenal a été fermé lundi 3 mai 2021. « Ce mercredi, nous avons eu peur », a raconté un "
    "pêcheur.\n", "2021-05-04", FALSE, RCP_PUBLICATION_CLUE_WRITTEN, "lundi 3 mai 2021", TRUE },
  { "start-of-week", "fr", "Le port a fermé en début de semaine. Le préfet a signé l’arrêté le 3 mai 2021.\n", "2021-05-05", FALSE,
    RCP_PUBLICATION_CLUE_PERIOD, "début de semaine", TRUE },
  { "no-year-no-date", "en", "The channel was closed on Tuesday, and will reopen in April.\n", NULL, FALSE,
    RCP_PUBLICATION_CLUE_USER, NULL, FALSE },
};

static const RcpPublicationClue *
find_clue (const RcpPublication *publication, RcpPublicationClueKind kind, const char *words, gboolean agrees)
{
  for (guint i = 0; i < publication->clues->len; i++)
    {
      const RcpPublicationClue *clue = publication->clues->pdata[i];

      if (clue->kind == kind && clue->agrees == agrees && clue->words && strstr (clue->words, words))
        return clue;
    }
  return NULL;
}

static void
check_page (gconstpointer data)
{
  const Page *page = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (page->text, page->language, NULL);
  g_autoptr (RcpPublication) publication = rcp_publication_date_infer (finder, NULL, text, today ());
  g_autofree char *best = publication->best_day != RCP_DAY_INVALID ? rcp_day_to_iso (publication->best_day) : NULL;

  g_assert_cmpstr (best, ==, page->best);
  g_assert_cmpint (publication->is_sure, ==, page->is_sure);
  if (best)
    {
      g_assert_cmpint (rcp_edtf_get_first_day (publication->date), <=, publication->best_day);
      g_assert_cmpint (publication->best_day, <=, rcp_edtf_get_last_day (publication->date));
      g_assert_true (!publication->is_sure || rcp_edtf_is_exact_day (publication->date));
    }
  if (page->words)
    g_assert_nonnull (find_clue (publication, page->kind, page->words, page->agrees));
  for (guint i = 0; i < publication->clues->len; i++)
    {
      const RcpPublicationClue *clue = publication->clues->pdata[i];
      g_autofree char *words = rcp_segmented_text_dup_range (text, clue->range);

      g_assert_cmpstr (words, ==, clue->words);
    }
}

/* The user's word stands, and what the text says against it is shown. */
static void
check_fix (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("La digue a cédé le 3 mai 2019.", "fr", NULL);
  g_autoptr (RcpEdtf) before = rcp_edtf_parse ("2019-05-01", NULL);
  g_autoptr (RcpEdtf) after = rcp_edtf_parse ("2019-05-06", NULL);
  g_autoptr (RcpPublication) wrong = rcp_publication_date_fix (finder, text, before, today ());
  g_autoptr (RcpPublication) right = rcp_publication_date_fix (finder, text, after, today ());

  g_assert_true (rcp_edtf_equal (wrong->date, before));
  g_assert_true (wrong->is_sure);
  g_assert_cmpint (((RcpPublicationClue *) wrong->clues->pdata[0])->kind, ==, RCP_PUBLICATION_CLUE_USER);
  g_assert_nonnull (find_clue (right, RCP_PUBLICATION_CLUE_WRITTEN, "3 mai 2019", TRUE));
  g_assert_nonnull (find_clue (wrong, RCP_PUBLICATION_CLUE_WRITTEN, "3 mai 2019", FALSE));
}

/* Ten thousand dates in a row, and the same day said ten thousand times. */
static void
check_many (void)
{
  g_autoptr (GString) long_text = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpPublication) publication = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append_printf (long_text, "Le %d mai %d, ce mardi %d juin, la digue a cédé. ", i % 31 + 1, 1000 + i % 1020, i % 28 + 1);
  text = rcp_segmented_text_new (long_text->str, "fr", NULL);
  publication = rcp_publication_date_infer (finder, NULL, text, today ());
  g_assert_false (publication->is_sure);
}

static void
check_stated (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("La digue a cédé le 3 mai 2019.", "fr", NULL);
  g_autoptr (RcpEdtf) stated = rcp_edtf_parse ("2019-06-01", NULL);
  RcpDocument document = { .published = stated, .published_clue = (char *) "<time>" };
  g_autoptr (RcpPublication) publication = rcp_publication_date_infer (finder, &document, text, today ());

  g_assert_cmpint (publication->basis, ==, RCP_PUBLISHED_STATED);
  g_assert_cmpint (publication->rule, ==, RCP_DATE_RULE_METADATA);
  g_assert_cmpstr (rcp_edtf_get_string (publication->date), ==, "2019-06-01");
  g_assert_cmpstr (publication->clue, ==, "<time>");
}

/* A page that only says when it was changed is not sure of its day. */
static void
check_stated_revision (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("La digue a cédé le 3 mai 2019.", "fr", NULL);
  g_autoptr (RcpEdtf) stated = rcp_edtf_parse ("2019-06-01", NULL);
  RcpDocument document = { .published = stated, .published_clue = (char *) "Mis à jour le 1er juin 2019" };
  g_autoptr (RcpPublication) publication = rcp_publication_date_infer (finder, &document, text, today ());

  g_assert_cmpstr (rcp_edtf_get_string (publication->date), ==, "2019-06-01?");
  g_assert_false (publication->is_sure);
  g_assert_nonnull (find_clue (publication, RCP_PUBLICATION_CLUE_REVISED, "Mis à jour", TRUE));
}

/* A small story: the port strike of 2023 in an invented country. Each article's accounts are written down by hand. */
typedef struct
{
  const char *text;
  struct
  {
    guint sentence;
    const char *clue; /* the words of the date that dates it; NULL for none */
    RcpAction action;
    const char *actors[3];
  } accounts[3];
  const char *expected; /* after refinement */
  const char *stated;
} Article;

static const Article articles[] = {
  { "Les dockers ont rencontré le ministre Varon jeudi 8 juin 2023. Ils réclament une prime.",
    { { 0, "jeudi 8 juin 2023", RCP_ACTION_CONSULT, { "org:dockers", "person:paul varon" } } },
    "2023-06-08/2023-06-11",
    NULL },
  { "Jeudi, le ministre a reçu les dockers. Ce samedi, le port reste fermé.",
    { { 0, "Jeudi", RCP_ACTION_CONSULT, { "person:varon", "org:dockers" } } },
    "2023-06-10?",
    NULL },
  { "En début de semaine, les dockers ont rencontré le ministre. Rien n’a bougé.",
    { { 0, "début de semaine", RCP_ACTION_CONSULT, { "person:varon", "org:dockers" } } },
    NULL,
    NULL },
  { "Moins d’une semaine après que les dockers ont vu le ministre, le port rouvre.",
    { { 0, NULL, RCP_ACTION_CONSULT, { "person:varon", "org:dockers" } } },
    "2023-06-08/2023-06-14",
    NULL },
  { "Jeudi, le ministre a reçu les marins.",
    { { 0, "Jeudi", RCP_ACTION_CONSULT, { "person:varon", "org:marins" } } },
    NULL,
    NULL },
  { "Jeudi, le ministre a reçu les dockers.",
    { { 0, "Jeudi", RCP_ACTION_CONSULT, { "person:varon", "org:dockers" } } },
    NULL,
    "2023-06-12" },
  { "Les dockers ont revu le ministre Varon jeudi 7 septembre 2023.",
    { { 0, "jeudi 7 septembre 2023", RCP_ACTION_CONSULT, { "org:dockers", "person:paul varon" } } },
    "2023-09-07/2023-09-10",
    NULL },
};

static guint
add_actor (RcpFindings *findings, const char *key)
{
  for (guint i = 0; i < findings->actors->len; i++)
    if (strcmp (((RcpFoundActor *) findings->actors->pdata[i])->key, key) == 0)
      return i;
  g_ptr_array_add (findings->actors, rcp_found_actor_new (RCP_ACTOR_ORGANISATION, key, key));
  return findings->actors->len - 1;
}

static RcpFindings *
make_findings (const Article *article, RcpSegmentedText *text)
{
  RcpFindings *findings = rcp_findings_new ();

  if (article->stated)
    {
      g_autoptr (RcpEdtf) stated = rcp_edtf_parse (article->stated, NULL);
      RcpDocument document = { .published = stated };

      findings->publication = rcp_publication_date_infer (finder, &document, text, today ());
    }
  else
    findings->publication = rcp_publication_date_infer (finder, NULL, text, today ());
  g_ptr_array_unref (findings->dates);
  findings->dates = rcp_date_finder_find (finder, text, findings->publication->date);
  for (guint i = 0; i < G_N_ELEMENTS (article->accounts) && article->accounts[i].actors[0]; i++)
    {
      RcpFoundAccount *account = rcp_found_account_new ();

      account->sentence = article->accounts[i].sentence;
      account->action = article->accounts[i].action;
      for (guint j = 0; article->accounts[i].clue && j < findings->dates->len; j++)
        if (strcmp (((RcpDateExpression *) findings->dates->pdata[j])->text, article->accounts[i].clue) == 0)
          account->date = j;
      g_assert_true (article->accounts[i].clue == NULL || account->date >= 0);
      for (guint j = 0; j < 3 && article->accounts[i].actors[j]; j++)
        {
          guint actor = add_actor (findings, article->accounts[i].actors[j]);

          g_array_append_val (account->actors, actor);
        }
      g_ptr_array_add (findings->accounts, account);
    }
  return findings;
}

/* Refines all articles in an order and gives each one's date, in the order of the table. */
static void
refine_in_order (const guint *order, guint n, char **dates)
{
  g_autofree RcpSegmentedText **texts = g_new0 (RcpSegmentedText *, n);
  g_autofree RcpFindings **findings = g_new0 (RcpFindings *, n);
  g_autoptr (GPtrArray) refined = NULL;

  for (guint i = 0; i < n; i++)
    {
      texts[i] = rcp_segmented_text_new (articles[order[i]].text, "fr", NULL);
      findings[i] = make_findings (&articles[order[i]], texts[i]);
    }
  refined = rcp_publication_date_refine (finder, texts, findings, NULL, n, today ());
  g_assert_cmpuint (refined->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const RcpPublication *publication = refined->pdata[i] ? refined->pdata[i] : findings[i]->publication;

      if (refined->pdata[i])
        g_assert_cmpint (publication->rule, ==, RCP_DATE_RULE_OTHER_ARTICLE);
      dates[order[i]] = publication->date ? g_strdup (rcp_edtf_get_string (publication->date)) : NULL;
      rcp_segmented_text_unref (texts[i]);
      rcp_findings_unref (findings[i]);
    }
}

static void
check_refine (void)
{
  const guint order[] = { 0, 1, 3, 4, 5 };
  char *dates[G_N_ELEMENTS (articles)] = { NULL };

  refine_in_order (order, G_N_ELEMENTS (order), dates);
  g_assert_cmpstr (dates[0], ==, articles[0].expected);
  g_assert_cmpstr (dates[1], ==, articles[1].expected);
  g_assert_cmpstr (dates[3], ==, articles[3].expected);
  /* Another meeting of the same minister says nothing. */
  g_assert_null (dates[4]);
  /* What a page states is never moved. */
  g_assert_cmpstr (dates[5], ==, "2023-06-12");
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    g_free (dates[i]);
}

/* A Thursday is no beginning of a week: the clue contradicts itself and is left out. */
static void
check_refine_contradiction (void)
{
  const guint order[] = { 0, 2 };
  char *dates[G_N_ELEMENTS (articles)] = { NULL };

  refine_in_order (order, G_N_ELEMENTS (order), dates);
  g_assert_null (dates[2]);
  g_free (dates[0]);
}

/* Two meetings of the same people: which one "jeudi" means is left open. */
static void
check_refine_two_happenings (void)
{
  const guint order[] = { 0, 1, 6 };
  char *dates[G_N_ELEMENTS (articles)] = { NULL };

  refine_in_order (order, G_N_ELEMENTS (order), dates);
  g_assert_cmpstr (dates[0], ==, articles[0].expected);
  g_assert_null (dates[1]);
  g_assert_cmpstr (dates[6], ==, articles[6].expected);
  g_free (dates[0]);
  g_free (dates[6]);
}

static void
check_refine_order (void)
{
  const guint forward[] = { 0, 1, 3, 4, 5 }, backward[] = { 5, 4, 3, 1, 0 };
  char *a[G_N_ELEMENTS (articles)] = { NULL }, *b[G_N_ELEMENTS (articles)] = { NULL };

  refine_in_order (forward, G_N_ELEMENTS (forward), a);
  refine_in_order (backward, G_N_ELEMENTS (backward), b);
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_assert_cmpstr (a[i], ==, b[i]);
      g_free (a[i]);
      g_free (b[i]);
    }
}

static void
check_refine_nothing (void)
{
  g_autoptr (GPtrArray) refined = rcp_publication_date_refine (finder, NULL, NULL, NULL, 0, today ());

  g_assert_cmpuint (refined->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  finder = rcp_date_finder_new (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/publication-date/infer/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], check_infer);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autofree char *path = g_strconcat ("/publication-date/page/", pages[i].name, NULL);

      g_test_add_data_func (path, &pages[i], check_page);
    }
  g_test_add_func ("/publication-date/fix", check_fix);
  g_test_add_func ("/publication-date/many", check_many);
  g_test_add_func ("/publication-date/stated", check_stated);
  g_test_add_func ("/publication-date/stated-revision", check_stated_revision);
  g_test_add_func ("/publication-date/refine/story", check_refine);
  g_test_add_func ("/publication-date/refine/contradiction", check_refine_contradiction);
  g_test_add_func ("/publication-date/refine/two-happenings", check_refine_two_happenings);
  g_test_add_func ("/publication-date/refine/any-order", check_refine_order);
  g_test_add_func ("/publication-date/refine/nothing", check_refine_nothing);
  status = g_test_run ();
  rcp_date_finder_free (finder);
  return status;
}
