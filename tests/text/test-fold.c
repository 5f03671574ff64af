#include "config.h"

#include "rcp-fold.h"

typedef struct
{
  const char *text;
  const char *folded;
  const char *words;
} Row;

static const Row rows[] = {
  { "Cédéao", "cedeao", "cedeao" },
  { "Côte-d’Ivoire", "cote-d'ivoire", "cote d ivoire" },
  { "ŒUVRE œuvre Æther", "oeuvre oeuvre aether", "oeuvre oeuvre aether" },
  { "Straße GROẞ", "strasse gross", "strasse gross" },
  { "l`avion l´avion lʼavion ‘x’", "l'avion l'avion l'avion 'x'", "l avion l avion l avion x" },
  { "1\u00a0000\u202fkm\u2009?", "1 000 km ?", "1 000 km" },
  { "Cafe\u0301 co\u00adopération", "cafe cooperation", "cafe cooperation" },
  { "Łódź Đà Nẵng İstanbul", "lodz da nang istanbul", "lodz da nang istanbul" },
  { "ﬁn ² №5", "fin 2 no5", "fin 2 no5" },
  { "Зеленський Ελλάδα", "зеленськии ελλαδα", "зеленськии ελλαδα" },
  { "हिन्दी", "हिन्दी", "हिन्दी" },
  { "  «U.S.» -- 3×4  ", "  «u.s.» -- 3×4  ", "u s 3 4" },
  { "", "", "" },
  { "…", "...", "" },
};

static void
test_fold (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *folded = rcp_fold (row->text);
  g_autofree char *words = rcp_fold_words (row->text);
  g_autofree char *again = rcp_fold (folded);

  g_assert_cmpstr (folded, ==, row->folded);
  g_assert_cmpstr (words, ==, row->words);
  g_assert_cmpstr (again, ==, folded);
}

static void
test_stem (void)
{
  g_autofree char *one = rcp_stem ("negociations", "fr");
  g_autofree char *two = rcp_stem ("negociation", "fr");
  g_autofree char *three = rcp_stem ("agreements", "en");
  g_autofree char *other = rcp_stem ("negociations", NULL);

#if HAVE_STEMMER
  g_assert_cmpstr (one, ==, two);
  g_assert_cmpstr (three, ==, "agreement");
#endif
  g_assert_cmpstr (other, ==, "negociations");
}

/* Every assigned character can be folded, and folding twice is folding once. */
static void
test_all_characters (void)
{
  for (gunichar code = 1; code < 0x30000; code++)
    {
      char text[8] = "";
      g_autofree char *folded = NULL;
      g_autofree char *again = NULL;

      if (!g_unichar_validate (code) || !g_unichar_isdefined (code))
        continue;
      g_unichar_to_utf8 (code, text);
      folded = rcp_fold (text);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      again = rcp_fold (folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/fold/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (path, &rows[i], test_fold);
    }
  g_test_add_func ("/fold/stem", test_stem);
  g_test_add_func ("/fold/all-characters", test_all_characters);
  return g_test_run ();
}
