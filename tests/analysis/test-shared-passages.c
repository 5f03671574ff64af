#include "config.h"

#include <glib.h>

#include "rcp-document.h"
#include "rcp-shared-passages.h"

typedef struct
{
  const char *name;
  const char *a;
  const char *b;
  const char *in_a; /* NULL for no passage */
  const char *in_b;
  RcpSharedKind kind;
} Row;

#define PORT "les dockers ont bloqué hier les trois portes du terminal et brûlé des palettes devant la grille"

static const Row rows[] = {
  { "same-words", "Au matin, " PORT ".", "D'après nos informations, " PORT " sans incident.", PORT, PORT },
  { "case-accents-punctuation", "Au matin, " PORT ".",
    "LES DOCKERS ont bloque, hier, les trois portes du terminal - et brule des palettes devant la grille !", PORT,
    "LES DOCKERS ont bloque, hier, les trois portes du terminal - et brule des palettes devant la grille" },
  { "word-changed", "Au matin, " PORT ".",
    "Le soir les dockers ont bloqué hier les quatre portes du terminal et brûlé des palettes devant la grille verte.", PORT,
    "les dockers ont bloqué hier les quatre portes du terminal et brûlé des palettes devant la grille" },
  { "inflected", "Il faut renforcer rapidement la coopération portuaire entre les deux villes de la côte.",
    "Ils ont renforcé rapidement la coopération portuaire entre les deux villes de la côte.",
    "renforcer rapidement la coopération portuaire entre les deux villes de la côte.",
    "renforcé rapidement la coopération portuaire entre les deux villes de la côte." },
  { "quotation", "Il a dit : « Nous ne quitterons pas ce quai avant la signature d'un accord juste » hier.",
    "« Nous ne quitterons pas ce quai avant la signature d'un accord juste », répète un docker.",
    "Nous ne quitterons pas ce quai avant la signature d'un accord juste",
    "Nous ne quitterons pas ce quai avant la signature d'un accord juste", RCP_SHARED_QUOTE },
  { "quoted-in-one", "Selon elle, « la criée rouvrira quand les chambres froides seront réparées », sans date.",
    "La direction dit que la criée rouvrira quand les chambres froides seront réparées, sans donner de jour.",
    "la criée rouvrira quand les chambres froides seront réparées", "la criée rouvrira quand les chambres froides seront réparées",
    RCP_SHARED_UNMARKED_QUOTE },
  { "words-around-a-quotation", "Elle exige que « les chambres froides soient réparées avant la prochaine saison de pêche » et part.",
    "Le maire exige que « les chambres froides soient réparées avant la prochaine saison de pêche » et reste.",
    "les chambres froides soient réparées avant la prochaine saison de pêche",
    "les chambres froides soient réparées avant la prochaine saison de pêche", RCP_SHARED_QUOTE },
  { "quotation-in-a-dispatch", "Hier soir, " PORT " aux cris de « rendez-nous nos postes ».",
    "Au port, " PORT " aux cris de « rendez-nous nos postes ».", PORT " aux cris de « rendez-nous nos postes ».",
    PORT " aux cris de « rendez-nous nos postes »." },
  { "whole-sentence-with-its-marks", "« La passerelle nord restera fermée aux camions jusqu'au printemps. » Rien d'autre.",
    "Il pleut. \"La passerelle nord restera fermée aux camions jusqu'au printemps.\" On attend.",
    "« La passerelle nord restera fermée aux camions jusqu'au printemps. »",
    "\"La passerelle nord restera fermée aux camions jusqu'au printemps.\"", RCP_SHARED_QUOTE },
  { "next-sentence-begins-alike", "Hier soir, " PORT ". Le vent tombe.", "Au port, " PORT ". Le maire se tait.", PORT ".", PORT "." },
  { "office-and-name", "La ministre déléguée de la Mer et des Ports intérieurs, Odile Varenne, a inauguré une digue.",
    "Une élue a croisé hier la ministre déléguée de la Mer et des Ports intérieurs, Odile Varenne, au salon.", NULL, NULL },
  { "names", "Accord de pêche entre la Norvège, les États-Unis, le Canada et l'Islande hier.",
    "L'accord de pêche entre la Norvège, les États-Unis, le Canada et l'Islande est vieux.", NULL, NULL },
  { "same-subject", "Les dockers du port ont voté la grève lundi soir.",
    "Lundi, la grève a été votée par les employés du terminal.", NULL, NULL },
  { "set-phrase", "Il n'en reste pas moins que le port ferme.", "Il n'en reste pas moins que le train roule.", NULL, NULL },
  { "empty", "", "Les dockers du port ont voté la grève lundi soir.", NULL, NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) a = rcp_segmented_text_new (row->a, "fr", NULL);
  g_autoptr (RcpSegmentedText) b = rcp_segmented_text_new (row->b, "fr", NULL);
  g_autoptr (GArray) found = rcp_shared_passages_compare (a, b);
  g_autofree char *in_a = NULL;
  g_autofree char *in_b = NULL;
  const RcpSharedPassage *passage;

  if (row->in_a == NULL)
    {
      g_assert_cmpuint (found->len, ==, 0);
      return;
    }
  g_assert_cmpuint (found->len, ==, 1);
  passage = &g_array_index (found, RcpSharedPassage, 0);
  in_a = rcp_segmented_text_dup_range (a, passage->a);
  in_b = rcp_segmented_text_dup_range (b, passage->b);
  g_assert_cmpstr (in_a, ==, row->in_a);
  g_assert_cmpstr (in_b, ==, row->in_b);
  g_assert_cmpint (passage->kind, ==, row->kind);
  g_assert_cmpint (passage->n_own_words >= RCP_SHARED_PASSAGE_MIN_WORDS, ==, row->kind == RCP_SHARED_WORDING);
  g_assert_cmpuint (passage->n_words, >=, RCP_SHARED_PASSAGE_MIN_WORDS);
}

static void
test_set_aside (void)
{
  const RcpSetAside aside = { { 0, 96 }, RCP_SET_ASIDE_PUBLISHER_NOTICE };
  const char *notice = "Toute reproduction de cet article est interdite sans accord écrit de la rédaction du journal.\n\n";
  g_autofree char *with = g_strconcat (notice, "Le port a fermé hier soir.", NULL);
  g_autofree char *also = g_strconcat (notice, "La mairie rouvre ce matin.", NULL);
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  g_autoptr (RcpSegmentedText) a = NULL;
  g_autoptr (RcpSegmentedText) b = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) prints = NULL;

  g_array_append_val (set_aside, aside);
  a = rcp_segmented_text_new (with, "fr", set_aside);
  b = rcp_segmented_text_new (also, "fr", set_aside);
  found = rcp_shared_passages_compare (a, b);
  g_assert_cmpuint (found->len, ==, 0);
  prints = rcp_shared_passages_fingerprint (a);
  for (guint i = 0; i < prints->len; i++)
    g_assert_cmpuint (g_array_index (prints, RcpFingerprint, i).start, >=, 90);
}

/* Winnowing guarantees that eight common words in a row leave a common fingerprint, wherever they stand. */
static void
test_fingerprints (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) one = g_string_new (NULL);
      g_autoptr (GString) two = g_string_new (NULL);
      g_autoptr (RcpSegmentedText) a = NULL;
      g_autoptr (RcpSegmentedText) b = NULL;
      g_autoptr (GArray) in_a = NULL;
      g_autoptr (GArray) in_b = NULL;
      guint before_a = g_rand_int_range (rand, 0, 9), before_b = g_rand_int_range (rand, 0, 9);
      gboolean met = FALSE;

      for (guint i = 0; i < before_a; i++)
        g_string_append_printf (one, "alpha%u ", g_rand_int_range (rand, 0, 1000));
      for (guint i = 0; i < before_b; i++)
        g_string_append_printf (two, "beta%u ", g_rand_int_range (rand, 0, 1000));
      for (guint i = 0; i < 8; i++)
        {
          int word = g_rand_int_range (rand, 0, 100000);

          g_string_append_printf (one, "mot%d ", word);
          g_string_append_printf (two, "mot%d ", word);
        }
      g_string_append (one, "gamma delta epsilon zeta eta theta");
      g_string_append (two, "iota kappa lambda mu nu xi omikron");
      a = rcp_segmented_text_new (one->str, "en", NULL);
      b = rcp_segmented_text_new (two->str, "en", NULL);
      in_a = rcp_shared_passages_fingerprint (a);
      in_b = rcp_shared_passages_fingerprint (b);
      for (guint i = 0; i < in_a->len; i++)
        for (guint j = 0; j < in_b->len; j++)
          met = met || g_array_index (in_a, RcpFingerprint, i).hash == g_array_index (in_b, RcpFingerprint, j).hash;
      g_assert_true (met);
    }
}

/* A text that says one sentence a thousand times: bounded time, no passage twice. */
static void
test_repetition (void)
{
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) a = NULL;
  g_autoptr (GArray) found = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (many, PORT ". ");
  a = rcp_segmented_text_new (many->str, "fr", NULL);
  found = rcp_shared_passages_compare (a, a);
  g_assert_cmpuint (found->len, >, 0);
  for (guint i = 1; i < found->len; i++)
    {
      RcpRange x = g_array_index (found, RcpSharedPassage, i - 1).a, y = g_array_index (found, RcpSharedPassage, i).a;

      g_assert_cmpuint (2 * rcp_range_common (x, y), <=, rcp_range_length (y));
    }
}

typedef struct
{
  const char *name;
  const char *unit; /* said again and again; %u is a number that changes */
  guint n_units;
} Large;

/* Texts of two million characters and such as repeat themselves. */
static const Large larges[] = {
  { "prose", "Au jour %u le bateau %u quitta la rade %u chargé de %u caisses vers un port lointain. ", 24000 },
  { "refrain", PORT ". ", 20000 },
  { "refrain-between", PORT " %u. ", 20000 },
  { "one-word", "encore ", 250000 },
  { "table", "12 ; 40 ; 7,5 ; %u\n", 60000 },
  { "table-of-one-value", "0 ; 0 ; 0 ; 0\n", 60000 },
};

static char *
write_units (const Large *large, guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) parts = g_strsplit (large->unit, "%u", -1);

  for (guint i = 0; i < large->n_units; i++)
    for (guint k = 0; parts[k] != NULL; k++)
      {
        g_string_append (text, parts[k]);
        if (parts[k + 1] != NULL)
          g_string_append_printf (text, "%d", g_rand_int_range (rand, 0, 5000));
      }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Against itself and against another of its kind: bounded time, and no stretch twice. */
static void
test_large (gconstpointer data)
{
  const Large *large = data;
  g_autofree char *one = write_units (large, 1);
  g_autofree char *two = write_units (large, 2);
  g_autoptr (RcpSegmentedText) a = rcp_segmented_text_new (one, "fr", NULL);
  g_autoptr (RcpSegmentedText) b = rcp_segmented_text_new (two, "fr", NULL);
  g_autoptr (GArray) same = NULL;
  g_autoptr (GArray) other = NULL;
  gint64 started = g_get_monotonic_time ();

  same = rcp_shared_passages_compare (a, a);
  g_test_message ("%s: %.1f s with itself", large->name, (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC);
  started = g_get_monotonic_time ();
  other = rcp_shared_passages_compare (a, b);
  g_test_message ("%s: %.1f s with another", large->name, (double) (g_get_monotonic_time () - started) / G_USEC_PER_SEC);
  g_assert_cmpint (g_get_monotonic_time () - started, <, 60 * G_USEC_PER_SEC);
  for (guint i = 1; i < other->len; i++)
    g_assert_cmpuint (g_array_index (other, RcpSharedPassage, i - 1).a.start, <=,
                      g_array_index (other, RcpSharedPassage, i).a.start);
  if (same->len > 0)
    g_assert_cmpuint (g_array_index (same, RcpSharedPassage, 0).a.start, ==, g_array_index (same, RcpSharedPassage, 0).b.start);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/shared-passages/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/shared-passages/set-aside", test_set_aside);
  g_test_add_func ("/shared-passages/fingerprints", test_fingerprints);
  for (guint i = 0; i < G_N_ELEMENTS (larges); i++)
    {
      g_autofree char *path = g_strconcat ("/shared-passages/large/", larges[i].name, NULL);

      g_test_add_data_func (path, &larges[i], test_large);
    }
  g_test_add_func ("/shared-passages/repetition", test_repetition);
  return g_test_run ();
}
