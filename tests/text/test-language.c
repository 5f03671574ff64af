#include "config.h"

#include "rcp-language.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} Row;

static const Row rows[] = {
  { "fr", "Le gouvernement a annoncé que les négociations reprendraient dans la capitale avant la fin du mois.", "fr" },
  { "fr short", "Le train est arrivé à la gare.", "fr" },
  { "en", "The government said that the talks would resume in the capital before the end of the month.", "en" },
  { "en short", "The train was late and it was cold.", "en" },
  { "es", "El gobierno anunció que las negociaciones se reanudarán en la capital antes de que termine el mes.", "es" },
  { "es like fr", "La capital de la región, la Plaza de la Constitución y los barrios de la ciudad, con más calma.", "es" },
  { "pt", "O governo anunciou que as negociações serão retomadas na capital antes do fim do mês, segundo a agência.", "pt" },
  { "it", "Il governo ha annunciato che i negoziati riprenderanno nella capitale prima della fine del mese.", "it" },
  { "de", "Die Regierung teilte mit, dass die Gespräche in der Hauptstadt noch vor dem Ende des Monats beginnen.", "de" },
  { "nl", "De regering zei dat de gesprekken in de hoofdstad nog voor het einde van de maand worden hervat.", "nl" },
  { "ca", "El govern ha anunciat que les negociacions es reprendran a la capital abans que acabi el mes amb els socis.", "ca" },
  { "ro", "Guvernul a anunțat că negocierile vor fi reluate în capitală și că nu este nimic de adăugat la cele spuse.", "ro" },
  { "ar", "أعلنت الحكومة أن المفاوضات ستستأنف في العاصمة قبل نهاية الشهر", "ar" },
  { "ru", "Правительство сообщило, что переговоры возобновятся в столице до конца месяца", "ru" },
  { "zh", "政府宣布谈判将在本月底前在首都恢复", "zh" },
  { "ja", "政府は月末までに首都で交渉を再開すると発表した", "ja" },
  { "fr one word", "L'usine a fermé lundi.", "fr" },
  { "fr participle", "Le maire a démissionné.", "fr" },
  { "fr title", "Grève des cheminots jeudi", "fr" },
  { "fr name first", "Norvalis supprime trois cents postes.", "fr" },
  { "en one word", "The mayor resigned.", "en" },
  { "en title", "Two die in Lyon fire", "en" },
  { "en day", "Strike hits railways Thursday", "en" },
  { "en possessive", "Norvalis closes its plant.", "en" },
  { "en sentence", "Firefighters evacuated 40 people on Tuesday night.", "en" },
  { "short es", "El alcalde dimitió ayer.", NULL },
  { "short es with more", "La policía detuvo a tres hombres.", NULL },
  { "short it", "La fabbrica ha chiuso lunedì.", NULL },
  { "short pt", "O prefeito renunciou.", NULL },
  { "two languages", "Lundi, the mayor.", NULL },
  { "title of a paper", "The Guardian", NULL },
  { "title of a book", "Les Misérables", NULL },
  { "towns", "Paris, Lyon, Lille, Dax", NULL },
  { "names only", "Ana Lopez, Omar Diallo, Kim Park", NULL },
  { "digits", "12 34 56", NULL },
  { "empty", "", NULL },
  { "cut amid a character", "Le train est arrivé à la gare. \xc3", "fr" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;

  g_assert_cmpstr (rcp_language_detect (row->text), ==, row->expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/language/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
