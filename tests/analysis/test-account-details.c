#include "config.h"

#include <glib.h>

#include "rcp-account-place.h"
#include "rcp-analyser.h"
#include "rcp-enum-types.h"

static RcpAnalyser *analyser;

/* Written on Wednesday 16 June 2021. */
static RcpFindings *
analyse (const char *words, const char *language, RcpSegmentedText **text)
{
  g_autoptr (RcpEdtf) published = rcp_edtf_parse ("2021-06-16", NULL);
  g_autoptr (RcpPublication) publication
      = rcp_publication_new (published, RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL, (RcpRange){ 0, 0 });
  RcpDocument document = { .text = (char *) words, .language = (char *) language };
  RcpFindings *findings;

  document.set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  *text = rcp_segmented_text_new (words, language, NULL);
  findings = rcp_analyser_analyse (analyser, &document, *text, publication, rcp_day_from_ymd (2021, 6, 20));
  g_array_unref (document.set_aside);
  return findings;
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *numbers; /* "VALUE COUNTED" each, joined by ", " */
} NumberRow;

static const NumberRow number_rows[] = {
  { "fr/hyphens", "fr", "Trente-sept personnes ont été arrêtées mardi à Lyon.", "37 arrested" },
  { "fr/soixante-dix", "fr", "Soixante-dix-sept personnes ont été arrêtées mardi à Lyon.", "77 arrested" },
  { "fr/quatre-vingt-douze", "fr", "Quatre-vingt-douze personnes ont été arrêtées mardi à Lyon.", "92 arrested" },
  { "fr/vingt-et-un", "fr", "Vingt et un passagers ont été arrêtés mardi à Nantes.", "21 arrested" },
  { "fr/deux-cent-cinquante", "fr", "Deux cent cinquante soldats ont été envoyés mardi au Tchad.", "250 soldiers" },
  { "fr/mille-deux-cents", "fr", "Mille deux cents soldats ont été envoyés mardi au Tchad.", "1200 soldiers" },
  { "fr/une-dizaine", "fr", "Une dizaine de pompiers ont été blessés mardi à Lyon.", "10 ~hurt" },
  { "fr/des-centaines", "fr", "Des centaines de soldats ont été envoyés mardi au Tchad.", "200 >soldiers" },
  { "fr/quelque", "fr", "Quelque 300 soldats ont été envoyés mardi au Tchad.", "300 ~soldiers" },
  { "fr/moins-de", "fr", "Moins de 300 soldats ont été envoyés mardi au Tchad.", "300 <soldiers" },
  { "fr/range", "fr", "Entre 200 et 300 soldats ont été envoyés mardi au Tchad.", "200 >soldiers" },
  { "fr/participles", "fr", "L’explosion de mardi à Lyon a détruit un hangar, tuant quatre ouvriers et blessant dix-huit passants.",
    "4 dead, 18 hurt" },
  { "fr/part", "fr", "Une attaque a tué mardi à Lyon douze personnes, dont trois enfants.", "12 dead" },
  { "fr/insertion", "fr", "Douze personnes, toutes de nationalité suisse, ont été tuées mardi à Lyon.", "12 dead" },
  { "fr/one", "fr", "Une personne a été tuée mardi à Lyon.", "1 dead" },
  { "fr/article", "fr", "Un accord a été signé mardi à Lyon.", "" },
  { "fr/euros", "fr", "L’entreprise a été condamnée mardi à une amende de 1,2 million d’euros.", "1200000 euros:fine" },
  { "fr/price", "fr", "Le groupe italien Orsetti a annoncé mardi le rachat de Delmas pour 85 millions d’euros.", "85000000 euros:price" },
  { "fr/prison", "fr", "Le maire a été condamné mardi à trois ans de prison.", "36 prison-months" },
  { "fr/age", "fr", "Le maire, 43 ans, a été arrêté mardi à Lyon.", "" },
  { "fr/percent", "fr", "Le Chili a augmenté mardi ses tarifs de 12 %.", "12 percent" },
  { "fr/pour-cent", "fr", "Le Chili a augmenté mardi ses tarifs de 12 pour cent.", "12 percent" },
  { "fr/passage", "fr", "Le bilan de l’attaque de mardi à Lyon est passé de huit à onze morts.", "11 dead" },
  { "en/toll", "en", "The death toll from the attack on Tuesday in Leeds has risen to 12, police said.", "12 dead" },
  { "en/hyphens", "en", "Police arrested twenty-three people on Tuesday in Leeds.", "23 arrested" },
  { "en/hundred-and", "en", "Police arrested one hundred and fifty people on Tuesday in Leeds.", "150 arrested" },
  { "en/compound", "en", "Six factory workers were killed on Tuesday in Leeds.", "6 dead" },
  { "en/gerunds", "en", "An attack struck Leeds on Tuesday, killing six workers and injuring 41 people.", "6 dead, 41 hurt" },
  { "en/dozens", "en", "Dozens of soldiers were killed on Tuesday in Leeds.", "24 >dead" },
  { "en/a-dozen", "en", "About a dozen soldiers were killed on Tuesday in Leeds.", "12 ~dead" },
  { "en/about-a-hundred", "en", "About a hundred soldiers were killed on Tuesday in Leeds.", "100 ~dead" },
  { "en/a-hundred", "en", "Police arrested a hundred people on Tuesday in Leeds.", "100 arrested" },
  { "en/up-to", "en", "Up to 40 soldiers were killed on Tuesday in Leeds.", "40 <dead" },
  { "en/sign", "en", "The company was fined €1.2m on Tuesday.", "1200000 euros:fine" },
  { "en/dollars", "en", "The company was fined $5 billion on Tuesday.", "5000000000 dollars:fine" },
  { "en/price", "en", "Italian group Orsetti announced on Tuesday it would buy Delmas for 90 million euros.", "90000000 euros:price" },
  { "en/prison", "en", "The mayor was sentenced on Tuesday to two years in prison.", "24 prison-months" },
  { "en/age", "en", "A 43-year-old was arrested on Tuesday in Leeds.", "" },
  { "en/percent", "en", "Chile signed on Tuesday a deal on 12 percent of its exports.", "12 percent" },
};

static void
test_number (gconstpointer data)
{
  const NumberRow *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  g_autoptr (GString) numbers = g_string_new (NULL);
  const RcpFoundAccount *account;

  g_assert_cmpuint (findings->accounts->len, >=, 1);
  account = findings->accounts->pdata[0];
  for (guint i = 0; i < account->numbers->len; i++)
    {
      const RcpFoundNumber *number = &g_array_index (account->numbers, RcpFoundNumber, i);

      g_string_append_printf (numbers, "%s%.0f %s", i ? ", " : "", number->value, number->counted);
    }
  g_assert_cmpstr (numbers->str, ==, row->numbers);
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *place; /* as written; NULL for none */
  const char *key;
} PlaceRow;

static const PlaceRow place_rows[] = {
  { "fr/town", "fr", "Le maire a été arrêté mardi à Lyon.", "Lyon", "city:lyon/FR" },
  { "fr/narrowest", "fr", "Le maire a été arrêté mardi à Lyon, en France.", "Lyon", "city:lyon/FR" },
  { "fr/leading-words", "fr", "Le maire a été arrêté mardi dans la ville portuaire de Marseille.", "Marseille", "city:marseille/FR" },
  { "fr/state", "fr", "Le général a été arrêté mardi au Mali.", "Mali", "state:ML" },
  { "fr/capital", "fr", "Le général a été arrêté mardi à Londres.", "Londres", "capital:GB" },
  { "fr/whose", "fr", "Le maire de Lyon a été arrêté mardi.", NULL, NULL },
  { "fr/way", "fr", "Le convoi a été attaqué mardi de Lyon à Marseille.", NULL, NULL },
  { "fr/building", "fr", "Le maire est mort mardi à l’hôpital de Grenoble.", "Grenoble", "city:grenoble/FR" },
  { "fr/object", "fr", "La ministre a visité mardi Toulouse.", "Toulouse", "city:toulouse/FR" },
  { "en/longer-name", "en", "The mayor was arrested on Tuesday in Manchester Piccadilly.", NULL, NULL },
  { "en/town", "en", "The mayor was arrested on Tuesday in Manchester.", "Manchester", "city:manchester/GB" },
  { "en/capital", "en", "The general was arrested on Tuesday in London.", "London", "capital:GB" },
  { "en/two", "en", "The mayors were arrested on Tuesday in Manchester and in Liverpool.", NULL, NULL },
};

static void
test_place (gconstpointer data)
{
  const PlaceRow *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  const RcpFoundAccount *account;
  g_autofree char *words = NULL;

  g_assert_cmpuint (findings->accounts->len, >=, 1);
  account = findings->accounts->pdata[0];
  g_assert_cmpstr (account->place, ==, row->place);
  g_assert_cmpstr (account->place_key, ==, row->key);
  words = rcp_segmented_text_dup_range (text, account->place_range);
  g_assert_cmpstr (words, ==, row->place ? row->place : "");
}

typedef struct
{
  const char *a;
  const char *b;
  RcpPlaceRelation relation;
} Relation;

static const Relation relations[] = {
  { "city:lyon/FR", "city:lyon/FR", RCP_PLACE_SAME },
  { "city:lyon/FR", "state:FR", RCP_PLACE_WITHIN },
  { "state:FR", "capital:FR", RCP_PLACE_AROUND },
  { "city:lyon/FR", "city:nantes/FR", RCP_PLACE_APART },
  { "city:lyon/FR", "department:gironde/FR", RCP_PLACE_UNKNOWN },
  { "department:var/FR", "department:gironde/FR", RCP_PLACE_APART },
  { "region:bayern/DE", "region:baviere/DE", RCP_PLACE_UNKNOWN },
  { "city:geneve/CH", "city:geneva/CH", RCP_PLACE_UNKNOWN },
  { "state:ML", "state:TD", RCP_PLACE_APART },
  { "city:lyon/FR", "state:ML", RCP_PLACE_APART },
  { "", "state:ML", RCP_PLACE_UNKNOWN },
};

static void
test_relations (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      static const RcpPlaceRelation turned[] = { RCP_PLACE_UNKNOWN, RCP_PLACE_SAME, RCP_PLACE_AROUND, RCP_PLACE_WITHIN,
                                                 RCP_PLACE_APART };

      g_assert_cmpint (rcp_place_relate (relations[i].a, relations[i].b), ==, relations[i].relation);
      g_assert_cmpint (rcp_place_relate (relations[i].b, relations[i].a), ==, turned[relations[i].relation]);
    }
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *details; /* "KIND KEY [WORDS]" each, joined by ", "; dates left out */
} DetailRow;

static const DetailRow detail_rows[] = {
  { "fr/office", "fr", "La ministre de la Santé a visité mardi un hôpital.", "participant doer:minister/health [ministre de la Santé]" },
  { "en/office", "en", "The health minister visited a hospital on Tuesday.", "participant doer:minister/health [health minister]" },
  { "fr/office-of-a-noun", "fr", "Le ministre de l’Agriculture a ordonné mardi la fermeture du marché.",
    "participant doer:minister/agriculture [ministre de l’Agriculture]" },
  { "en/denied", "en", "The group denied on Tuesday that it had suspended the sale.", "act open [suspended], attribution company [group]" },
  { "fr/signed", "fr", "Les deux camps ont signé mardi un accord.", "act accept [signé]" },
  { "fr/not-signed", "fr", "Les deux camps n’ont pas signé mardi un accord.", "act !accept [pas signé]" },
  { "en/refused", "en", "The two sides refused on Tuesday to sign the deal.", "act !accept [refused]" },
  { "en/origin", "en", "The bridge collapsed on Tuesday, police said.", "attribution police [police]" },
  { "fr/origin", "fr", "Le pont s’est effondré mardi, selon le parquet.", "attribution prosecutor [parquet]" },
};

static void
test_detail (gconstpointer data)
{
  const DetailRow *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  g_autoptr (GString) details = g_string_new (NULL);
  const RcpFoundAccount *account;

  g_assert_cmpuint (findings->accounts->len, >=, 1);
  account = findings->accounts->pdata[0];
  for (guint i = 0; i < account->details->len; i++)
    {
      const RcpFoundDetail *detail = &g_array_index (account->details, RcpFoundDetail, i);
      g_autofree char *words = rcp_segmented_text_dup_range (text, detail->range);

      if (detail->kind == RCP_DISCREPANCY_DATE)
        g_assert_cmpstr (detail->key, ==, "");
      else
        g_string_append_printf (details, "%s%s %s [%s]", details->len ? ", " : "",
                                rcp_enum_to_nick (RCP_TYPE_DISCREPANCY_KIND, detail->kind), detail->key, words);
    }
  g_assert_cmpstr (details->str, ==, row->details);
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  analyser = rcp_analyser_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (number_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/account-details/number/", number_rows[i].name, NULL);

      g_test_add_data_func (path, &number_rows[i], test_number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (place_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/account-details/place/", place_rows[i].name, NULL);

      g_test_add_data_func (path, &place_rows[i], test_place);
    }
  g_test_add_func ("/account-details/relations", test_relations);
  for (guint i = 0; i < G_N_ELEMENTS (detail_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/account-details/detail/", detail_rows[i].name, NULL);

      g_test_add_data_func (path, &detail_rows[i], test_detail);
    }
  failed = g_test_run ();
  rcp_analyser_unref (analyser);
  return failed;
}
