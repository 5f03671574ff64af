#include "config.h"

#include <string.h>

#include <glib.h>

#include "rcp-dossier-analysis.h"

#define MAX_ARTICLES 16

static RcpAnalyser *analyser;
static gint32 today;

typedef struct
{
  RcpDocument *documents[MAX_ARTICLES];
  RcpSegmentedText *texts[MAX_ARTICLES];
  RcpFindings *findings[MAX_ARTICLES];
  guint n;
  RcpDossierAnalysis *analysis;
} Dossier;

static void
dossier_add_text (Dossier *dossier, const char *text, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  guint i = dossier->n++;

  g_assert_cmpuint (i, <, MAX_ARTICLES);
  dossier->documents[i] = rcp_document_read (bytes, NULL, name, NULL, &error);
  g_assert_no_error (error);
  dossier->texts[i] = rcp_segmented_text_new (dossier->documents[i]->text, dossier->documents[i]->language,
                                              dossier->documents[i]->set_aside);
  dossier->findings[i] = rcp_analyser_analyse (analyser, dossier->documents[i], dossier->texts[i], NULL, today);
}

static void
dossier_add_file (Dossier *dossier, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "articles", "dam", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  dossier_add_text (dossier, text, name);
}

static void
dossier_analyse (Dossier *dossier)
{
  dossier->analysis = rcp_dossier_analysis_new (analyser, dossier->documents, dossier->texts, dossier->findings,
                                                dossier->n, today);
}

static void
dossier_clear (Dossier *dossier)
{
  g_clear_pointer (&dossier->analysis, rcp_dossier_analysis_free);
  for (guint i = 0; i < dossier->n; i++)
    {
      rcp_document_unref (dossier->documents[i]);
      rcp_segmented_text_unref (dossier->texts[i]);
      rcp_findings_unref (dossier->findings[i]);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dossier, dossier_clear)

static const char *const dam[] = { "01-courrier.txt", "02-ledger.txt", "03-echo.txt", "04-morning.txt" };

/* The event one of whose accounts contains @words. */
static const RcpDossierEvent *
find_event (const Dossier *dossier, const char *words)
{
  for (guint i = 0; i < dossier->analysis->events->len; i++)
    {
      const RcpDossierEvent *event = dossier->analysis->events->pdata[i];

      for (guint k = 0; k < event->accounts->len; k++)
        {
          const RcpDossierAccount *at = &g_array_index (event->accounts, RcpDossierAccount, k);
          const RcpFindings *findings = dossier->analysis->findings->pdata[at->article];
          const RcpFoundAccount *account = findings->accounts->pdata[at->account];
          g_autofree char *sentence = rcp_segmented_text_dup_range (dossier->texts[at->article], account->range);

          if (strstr (sentence, words))
            return event;
        }
    }
  return NULL;
}

static void
test_two_languages (void)
{
  g_auto (Dossier) dossier = { .n = 0 };
  const RcpDossierEvent *event;
  const RcpFoundDiscrepancy *discrepancy;
  guint n_discrepancies = 0;

  for (guint i = 0; i < G_N_ELEMENTS (dam); i++)
    dossier_add_file (&dossier, dam[i]);
  dossier_analyse (&dossier);

  event = find_event (&dossier, "s’est effondrée");
  g_assert_nonnull (event);
  g_assert_true (event == find_event (&dossier, "burst before dawn"));
  g_assert_cmpstr (rcp_edtf_get_string (event->date), ==, "2019-05-14");
  g_assert_cmpint (event->status, ==, RCP_STATUS_DONE);
  g_assert_cmpuint (event->n_outlets, ==, 2);
  g_assert_cmpuint (event->n_independent, ==, 2);
  g_assert_cmpuint (event->discrepancies->len, >=, 1);
  discrepancy = event->discrepancies->pdata[0];
  g_assert_cmpint (discrepancy->kind, ==, RCP_DISCREPANCY_NUMBER);
  g_assert_cmpuint (discrepancy->values->len, ==, 2);

  /* "about 2,100" and "environ 2 000" agree. */
  for (guint i = 0; i < dossier.analysis->events->len; i++)
    {
      const GPtrArray *found = ((RcpDossierEvent *) dossier.analysis->events->pdata[i])->discrepancies;

      for (guint k = 0; k < found->len; k++)
        n_discrepancies += ((RcpFoundDiscrepancy *) found->pdata[k])->kind == RCP_DISCREPANCY_NUMBER;
    }
  g_assert_cmpuint (n_discrepancies, ==, 1);
}

/* What is announced, and what came of it, are two events and know of each other; the French and the English account of either
 * are one. */
static void
test_outcome (void)
{
  static const char *const texts[] = {
    "Bergen: the ferry line to close\n\nPublished: 3 May 2021\n\nThe ferry company Fjordlinje will close its line to Haugesund on "
    "17 May 2021. The mayor of Bergen, Olav Dahl, criticised the company on Sunday.",
    "Bergen : la ligne de ferry ferme\n\nPublié le 18 mai 2021\n\nLa compagnie Fjordlinje a fermé lundi 17 mai 2021 sa ligne vers "
    "Haugesund. Des habitants ont manifesté mardi devant la mairie pour "
    "que les bateaux qui desservent les îles restent à quai moins longtemps, car il n’y a plus de médecin dans ces villages.",
    "Ferry line closed\n\nPublished: 18 May 2021\n\nFjordlinje closed its line to Haugesund on Monday, 17 May 2021. Two ships were "
    "sold to a Greek owner.",
  };
  g_auto (Dossier) dossier = { .n = 0 };
  const RcpDossierEvent *plan, *done;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    dossier_add_text (&dossier, texts[i], "ferry.txt");
  dossier_analyse (&dossier);
  plan = find_event (&dossier, "will close its line");
  done = find_event (&dossier, "a fermé lundi");
  g_assert_nonnull (plan);
  g_assert_nonnull (done);
  g_assert_true (plan != done);
  g_assert_true (done == find_event (&dossier, "closed its line to Haugesund on Monday"));
  g_assert_cmpint (plan->status, ==, RCP_STATUS_PLANNED);
  g_assert_cmpint (done->status, ==, RCP_STATUS_DONE);
  g_assert_cmpuint (plan->outcomes->len, ==, 1);
  g_assert_true (dossier.analysis->events->pdata[g_array_index (plan->outcomes, guint, 0)] == done);
  g_assert_cmpuint (done->outcomes->len, ==, 0);
}

/* Each article is in one story, stories by their first article; the alike accident elsewhere is another one. */
static void
test_stories (void)
{
  g_auto (Dossier) dossier = { .n = 0 };
  const GPtrArray *stories;

  dossier_add_text (&dossier, "Un car dans le ravin\n\nPublié le 6 juin 2018\n\nUn car de vacanciers est tombé mardi dans un ravin près "
                              "de Mostra. Neuf passagers sont morts, selon les pompiers de Mostra.\n", "a.txt");
  dossier_add_text (&dossier, "Un car se renverse à Vilhen\n\nPublié le 7 juin 2018\n\nUn car de lycéens s'est renversé mercredi à "
                              "Vilhen. Trois élèves sont blessés, selon la police de Vilhen.\n", "b.txt");
  dossier_add_text (&dossier, "Nine die as coach falls into ravine\n\nPublished 6 June 2018\n\nNine passengers died on Tuesday when "
                              "a coach fell into a ravine near Mostra, firefighters said.\n", "c.txt");
  dossier_analyse (&dossier);
  stories = dossier.analysis->stories;
  g_assert_cmpuint (stories->len, ==, 2);
  g_assert_cmpuint (((GArray *) stories->pdata[0])->len, ==, 2);
  g_assert_cmpuint (g_array_index ((GArray *) stories->pdata[0], guint, 0), ==, 0);
  g_assert_cmpuint (g_array_index ((GArray *) stories->pdata[0], guint, 1), ==, 2);
  g_assert_cmpuint (g_array_index ((GArray *) stories->pdata[1], guint, 0), ==, 1);
}

static const char *const offices[] = {
  "Réception au palais\n\nPublié le 12 mars 2012\n\n"
  "Le président ghanéen, Kofi Brandt, a reçu des pêcheurs chiliens le 12 mars 2012.\n",
  "Accord de pêche\n\nPublié le 20 mars 2012\n\n"
  "Le président ghanéen a signé un accord avec le Chili le 19 mars 2012.\n",
  "Nouvelle rencontre\n\nPublié le 5 mai 2024\n\n"
  "Le président du Ghana, Yaw Lindqvist, a rencontré les armateurs le 4 mai 2024.\n",
  "Accord rompu\n\nPublié le 20 mai 2024\n\n"
  "Le président ghanéen a rompu l’accord avec le Chili le 19 mai 2024.\n",
  "Nouveau traité\n\nPublié le 20 mai 2018\n\n"
  "Le président ghanéen a signé un traité avec le Chili le 19 mai 2018.\n",
};
static const char *const holders[] = { "person:kofi brandt", "person:kofi brandt", "person:yaw lindqvist",
                                       "person:yaw lindqvist", "person:role:head GH" };

/* An office means who held it when the article appeared, in whatever order the articles stand. */
static void
test_offices (gconstpointer backwards)
{
  g_auto (Dossier) dossier = { .n = 0 };
  guint n = G_N_ELEMENTS (offices);

  for (guint i = 0; i < n; i++)
    dossier_add_text (&dossier, offices[backwards ? n - 1 - i : i], "a.txt");
  dossier_analyse (&dossier);
  for (guint i = 0; i < n; i++)
    {
      const RcpFindings *findings = dossier.analysis->findings->pdata[i];
      const GArray *ids = dossier.analysis->actor_ids->pdata[i];
      const RcpMention *first = &g_array_index (findings->mentions, RcpMention, 0);
      const RcpDossierActor *actor = dossier.analysis->actors->pdata[g_array_index (ids, int, first->actor)];

      g_assert_cmpstr (actor->key, ==, holders[backwards ? n - 1 - i : i]);
    }
}

/* Two of one name who hold offices of two states. */
static void
test_namesakes (void)
{
  g_auto (Dossier) dossier = { .n = 0 };
  guint n_of_name = 0;

  dossier_add_text (&dossier, "Réception\n\nPublié le 12 mars 2012\n\n"
                              "Le président ghanéen, Kofi Brandt, a reçu des pêcheurs le 12 mars 2012.\n", "a.txt");
  dossier_add_text (&dossier, "Visite\n\nPublié le 14 mars 2012\n\n"
                              "Le président chilien, Kofi Brandt, a visité un port le 13 mars 2012.\n", "b.txt");
  dossier_analyse (&dossier);
  for (guint i = 0; i < dossier.analysis->actors->len; i++)
    n_of_name += g_str_has_prefix (((RcpDossierActor *) dossier.analysis->actors->pdata[i])->key, "person:kofi brandt");
  g_assert_cmpuint (n_of_name, ==, 2);
}

static void
test_refused_and_planned (void)
{
  g_auto (Dossier) dossier = { .n = 0 };
  const RcpDossierEvent *event;

  for (guint i = 0; i < G_N_ELEMENTS (dam); i++)
    dossier_add_file (&dossier, dam[i]);
  dossier_analyse (&dossier);
  event = find_event (&dossier, "rejected accusations");
  g_assert_nonnull (event);
  g_assert_true (event == find_event (&dossier, "a rejeté mi-mai"));
  g_assert_cmpstr (rcp_edtf_get_string (event->date), ==, "2019-05-17");
  event = find_event (&dossier, "Le procès");
  g_assert_nonnull (event);
  g_assert_cmpint (event->status, ==, RCP_STATUS_PLANNED);
  g_assert_cmpstr (rcp_edtf_get_string (event->date), ==, "2020-09");
}

static void
test_shared_wording (void)
{
  g_auto (Dossier) dossier = { .n = 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (dam); i++)
    dossier_add_file (&dossier, dam[i]);
  dossier_analyse (&dossier);
  for (guint i = 0; i < dossier.analysis->shared->len; i++)
    {
      const RcpSharedWording *wording = &g_array_index (dossier.analysis->shared, RcpSharedWording, i);

      g_assert_cmpuint (wording->article_a, ==, 0);
      g_assert_cmpuint (wording->article_b, ==, 2);
      found = found || wording->passage.n_words >= 15;
    }
  g_assert_true (found);
}

static int
compare_lines (gconstpointer x, gconstpointer y)
{
  return strcmp (*(const char *const *) x, *(const char *const *) y);
}

/* The events in words that do not depend on the numbers of the articles. */
static char *
describe (const Dossier *dossier, const char *const *names)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < dossier->analysis->events->len; i++)
    {
      const RcpDossierEvent *event = dossier->analysis->events->pdata[i];
      g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_free);
      GString *line = g_string_new (NULL);

      g_string_append_printf (line, "%s|%s|%u|%u|%u", event->title, event->date ? rcp_edtf_get_string (event->date) : "",
                              event->n_outlets, event->n_independent, event->discrepancies->len);
      for (guint k = 0; k < event->accounts->len; k++)
        {
          const RcpDossierAccount *at = &g_array_index (event->accounts, RcpDossierAccount, k);

          g_ptr_array_add (accounts, g_strdup_printf ("|%s %u", names[at->article], at->account));
        }
      g_ptr_array_sort (accounts, compare_lines);
      for (guint k = 0; k < accounts->len; k++)
        g_string_append (line, accounts->pdata[k]);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%s\n", (char *) lines->pdata[i]);
  return g_string_free (out, FALSE);
}

static void
test_order (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  const char *names[G_N_ELEMENTS (dam)];
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (dam); i++)
    names[i] = dam[i];
  for (guint round = 0; round < 20; round++)
    {
      g_auto (Dossier) dossier = { .n = 0 };
      g_autofree char *described = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (dam); i++)
        dossier_add_file (&dossier, names[i]);
      dossier_analyse (&dossier);
      described = describe (&dossier, names);
      if (expected == NULL)
        expected = g_strdup (described);
      g_assert_cmpstr (described, ==, expected);
      for (guint i = G_N_ELEMENTS (dam) - 1; i > 0; i--)
        {
          guint j = g_rand_int_range (rand, 0, i + 1);
          const char *keep = names[i];

          names[i] = names[j];
          names[j] = keep;
        }
    }
}

#define STORY "%s\n\nLe Portugal a signé jeudi 6 mai 2021 un accord de pêche avec le Maroc, après deux ans de pourparlers. " \
              "Le ministre portugais de la Mer a salué un texte équilibré pour les deux rives."

/* Copies under other names add articles and outlets, no voices and no events. */
static void
test_copies (void)
{
  g_auto (Dossier) one = { .n = 0 };
  g_auto (Dossier) many = { .n = 0 };
  const RcpDossierEvent *before, *after;

  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *title = g_strdup_printf ("Pêche : le texte du journal numéro %u", i);
      g_autofree char *text = g_strdup_printf (STORY, title);

      if (i == 0)
        dossier_add_text (&one, text, "a.txt");
      dossier_add_text (&many, text, "a.txt");
    }
  dossier_analyse (&one);
  dossier_analyse (&many);
  g_assert_cmpuint (one.analysis->events->len, >, 0);
  g_assert_cmpuint (many.analysis->events->len, ==, one.analysis->events->len);
  before = find_event (&one, "a signé jeudi");
  after = find_event (&many, "a signé jeudi");
  g_assert_nonnull (before);
  g_assert_nonnull (after);
  g_assert_cmpuint (before->n_independent, ==, 1);
  g_assert_cmpuint (after->n_outlets, ==, 11);
  g_assert_cmpuint (after->n_independent, ==, 1);
  g_assert_cmpuint (after->discrepancies->len, ==, 0);
  g_assert_true (rcp_edtf_equal (before->date, after->date));
}

static void
test_none (void)
{
  g_auto (Dossier) dossier = { .n = 0 };

  dossier_analyse (&dossier);
  g_assert_cmpuint (dossier.analysis->events->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  today = rcp_day_from_ymd (2024, 6, 1);
  analyser = rcp_analyser_new (&error);
  g_assert_no_error (error);
  g_test_add_data_func ("/dossier-analysis/offices/forwards", NULL, test_offices);
  g_test_add_data_func ("/dossier-analysis/offices/backwards", offices, test_offices);
  g_test_add_func ("/dossier-analysis/outcome", test_outcome);
  g_test_add_func ("/dossier-analysis/namesakes", test_namesakes);
  g_test_add_func ("/dossier-analysis/two-languages", test_two_languages);
  g_test_add_func ("/dossier-analysis/stories", test_stories);
  g_test_add_func ("/dossier-analysis/refused-and-planned", test_refused_and_planned);
  g_test_add_func ("/dossier-analysis/shared-wording", test_shared_wording);
  g_test_add_func ("/dossier-analysis/order", test_order);
  g_test_add_func ("/dossier-analysis/copies", test_copies);
  g_test_add_func ("/dossier-analysis/none", test_none);
  status = g_test_run ();
  rcp_analyser_unref (analyser);
  return status;
}
