#include "config.h"

#include "rcp-date-finder.h"
#include "rcp-document.h"

#include <string.h>

static RcpDateFinder *finder;

typedef struct
{
  const char *name;
  const char *language;
  const char *reference; /* a day or an interval; NULL for none */
  const char *text;
  const char *expected; /* "words=value|words=value"; "-" for no value; "" for nothing found */
} Row;

static const Row rows[] = {
  /* Whole dates. */
  { "fr/full", "fr", NULL, "Le traité fut signé le 4 mars 1998 à Lomé.", "le 4 mars 1998=1998-03-04" },
  { "fr/first", "fr", NULL, "Il entre en vigueur le 1er juin 2021.", "le 1er juin 2021=2021-06-01" },
  { "fr/words", "fr", NULL, "Née le deux mai deux mille seize.", "le deux mai deux mille seize=2016-05-02" },
  { "fr/no-break-space", "fr", NULL, "Le vote du 17\xc2\xa0octobre\xc2\xa0" "2019 fut serré.",
    "17\xc2\xa0octobre\xc2\xa0" "2019=2019-10-17" },
  { "fr/abbreviated", "fr", NULL, "Tableau arrêté au 3 janv. 2020 par le greffe.", "3 janv. 2020=2020-01-03" },
  { "fr/weekday-agrees", "fr", NULL, "Elle partit le vendredi 5 juillet 2019.", "le vendredi 5 juillet 2019=2019-07-05" },
  { "fr/numeric", "fr", NULL, "Facture du 05/11/2018.", "05/11/2018=2018-11-05" },
  { "fr/points", "fr", NULL, "Décret du 09.12.2016.", "09.12.2016=2016-12-09" },
  { "fr/law", "fr", NULL, "La loi du 29 juillet 1881 le permet.", "29 juillet 1881=1881-07-29" },
  { "iso", "en", NULL, "Released on 2022-08-15 for testers.", "2022-08-15=2022-08-15" },
  { "en/full", "en", NULL, "The bridge opened on 12 April 2007.", "12 April 2007=2007-04-12" },
  { "en/month-first", "en", NULL, "The bridge opened on April 12, 2007.", "April 12, 2007=2007-04-12" },
  { "en/ordinal", "en", NULL, "On the 3rd of September 1939 war was declared.", "the 3rd of September 1939=1939-09-03" },
  { "en/stroke", "en", NULL, "Invoice of 11/05/2018.", "11/05/2018=2018-11-05" },
  /* Months and years. */
  { "fr/month-year", "fr", NULL, "Le barrage fut achevé en août 2003.", "août 2003=2003-08" },
  { "fr/year", "fr", NULL, "Le parti, fondé en 1987, a changé de nom.", "1987=1987" },
  { "fr/since-year", "fr", NULL, "La route est fermée depuis 2014.", "2014=2014-01-01/.." },
  { "fr/since-month", "fr", "2022-02-16", "Le pont est fermé depuis mars.", "mars=2021-03-01/.." },
  { "en/since-month", "en", "2022-02-16", "The bridge has been shut since March.", "March=2021-03-01/.." },
  { "fr/end-of-year", "fr", NULL, "Les travaux furent finis fin 2011.", "fin 2011=2011-11-01/2011-12-31~" },
  { "fr/before-end-of-year", "fr", NULL, "Le port rouvrit avant la fin d’année 2015.", "la fin d’année 2015=../2015-12-31~" },
  { "en/month-year", "en", NULL, "Trade resumed in October 1993.", "October 1993=1993-10" },
  { "en/since", "en", NULL, "The mine has been shut since 2009.", "2009=2009-01-01/.." },
  /* Day and month: the year nearest in the told direction. */
  { "fr/day-month-past", "fr", "2022-03-10", "Il avait été élu le 28 novembre.", "le 28 novembre=2021-11-28" },
  { "fr/day-month-future", "fr", "2022-12-20", "Le scrutin se tiendra le 8 janvier.", "le 8 janvier=2023-01-08" },
  { "fr/leap-day", "fr", "2022-03-10", "Il est né un 29 février.", "29 février=2020-02-29" },
  { "en/day-month", "en", "2022-03-10", "She was elected on November 28.", "November 28=2021-11-28" },
  { "fr/weekday-day-month", "fr", "2023-10-05", "La réunion a eu lieu mardi 3 octobre.", "mardi 3 octobre=2023-10-03" },
  { "fr/this-weekday-day-month", "fr", "2021-02-19", "Annoncée ce jeudi 18 février, la mesure surprend.",
    "ce jeudi 18 février=2021-02-18" },
  /* Bare months. */
  { "fr/month-past", "fr", "2022-02-10", "La récolte s’est terminée en novembre.", "novembre=2021-11" },
  { "fr/month-last", "fr", "2022-02-10", "Arrivé en août dernier, il repart.", "août dernier=2021-08" },
  { "fr/month-same", "fr", "2022-02-10", "En février, les prix ont monté.", "février=2022-02" },
  { "en/last-month-name", "en", "2022-02-10", "Prices fell last July.", "last July=2021-07" },
  { "fr/this-month", "fr", "2022-02-10", "Le syndicat a rompu ce mois-ci avec la ville.", "ce mois-ci=2022-02" },
  { "en/that-month-fuzzy", "en", "2022-04-01",
    "The miners left Boruna in late December 2021. Earlier that month, a delegation had come.",
    "late December 2021=2021-12-21/2021-12-31~|Earlier that month=2021-12" },
  { "en/that-month-day", "en", "2022-04-01", "The bridge fell on 4 March 2021. It had been closed that month.",
    "4 March 2021=2021-03-04|that month=2021-03" },
  { "fr/that-month-fuzzy", "fr", "2022-04-01",
    "Les mineurs ont quitté Boruna fin décembre 2021. Plus tôt dans le mois, une délégation était venue.",
    "fin décembre 2021=2021-12-21/2021-12-31~|Plus tôt dans le mois=2021-12" },
  { "fr/that-month", "fr", "2022-04-01", "Le pont est tombé mi-mars 2021. Ce mois-là, il avait plu.",
    "mi-mars 2021=2021-03-11/2021-03-20~|Ce mois-là=2021-03" },
  { "fr/last-month", "fr", "2022-01-10", "Le mois dernier, le fleuve a débordé.", "Le mois dernier=2021-12" },
  { "fr/last-year", "fr", "2022-01-10", "Le déficit de l’an dernier inquiète.", "l’an dernier=2021" },
  { "fr/next-year", "fr", "2022-01-10", "L’usine ouvrira l’année prochaine.", "l’année prochaine=2023" },
  /* Weekdays. 2022-09-14 was a Wednesday. */
  { "fr/weekday-past", "fr", "2022-09-14", "Le maire a démissionné lundi.", "lundi=2022-09-12" },
  { "fr/weekday-same", "fr", "2022-09-14", "Mercredi, la pluie a cessé.", "Mercredi=2022-09-14" },
  { "fr/weekday-future", "fr", "2022-09-14", "Les députés voteront vendredi.", "vendredi=2022-09-16" },
  { "fr/weekday-until", "fr", "2022-09-14", "L’alerte est maintenue jusqu’à samedi.", "samedi=../2022-09-17" },
  { "fr/weekday-last", "fr", "2022-09-14", "Jeudi dernier, le marché brûlait.", "Jeudi dernier=2022-09-08" },
  { "fr/weekday-evening", "fr", "2022-09-14", "Il est arrivé mardi soir.", "mardi soir=2022-09-13" },
  { "fr/night", "fr", "2022-09-14", "Le feu a pris dans la nuit de lundi à mardi.", "la nuit de lundi à mardi=2022-09-12" },
  { "en/weekday-past", "en", "2022-09-14", "The mayor resigned on Monday.", "Monday=2022-09-12" },
  { "en/weekday-future", "en", "2022-09-14", "Lawmakers will vote on Friday.", "Friday=2022-09-16" },
  { "fr/following-weekday", "fr", "2022-09-14", "Le 2 mai, il chuta. Le lundi suivant, il régnait.",
    "Le 2 mai=2022-05-02|Le lundi suivant=2022-05-09" },
  /* Days counted from the publication. */
  { "fr/yesterday", "fr", "2020-03-01", "Hier, le pont a cédé.", "Hier=2020-02-29" },
  { "fr/before-yesterday", "fr", "2020-03-01", "Avant-hier encore, il tenait.", "Avant-hier=2020-02-28" },
  { "fr/tomorrow", "fr", "2019-12-31", "Demain, tout change.", "Demain=2020-01-01" },
  { "en/yesterday", "en", "2020-03-01", "It rained yesterday.", "yesterday=2020-02-29" },
  { "en/tomorrow", "en", "2019-12-31", "Talks begin tomorrow.", "tomorrow=2020-01-01" },
  { "fr/ago", "fr", "2020-05-20", "Il y a trois jours, la digue cédait.", "Il y a trois jours=2020-05-17" },
  { "fr/years-ago", "fr", "2020-05-20", "Elle l’a fondée il y a trois ans.", "il y a trois ans=2017-05-20~" },
  { "en/years-ago", "en", "2020-05-20", "She founded it three years ago.", "three years ago=2017-05-20~" },
  /* Counted from the last date told. */
  { "fr/eve", "fr", "2020-05-20", "Le 9 avril, il partit. La veille, il avait tout vendu.",
    "Le 9 avril=2020-04-09|La veille=2020-04-08" },
  { "fr/morrow", "fr", "2020-05-20", "Le 30 avril, il partit. Le lendemain, il revint.",
    "Le 30 avril=2020-04-30|Le lendemain=2020-05-01" },
  { "fr/month-earlier", "fr", "2020-05-20", "En mars, la banque a fermé. Un mois plus tôt, elle recrutait.",
    "mars=2020-03|Un mois plus tôt=2020-02" },
  { "fr/few-days-earlier", "fr", "2020-05-20", "Le 15 avril, il céda. Quelques jours plus tôt, il refusait.",
    "Le 15 avril=2020-04-15|Quelques jours plus tôt=2020-04-06/2020-04-13~" },
  { "fr/eve-of-nothing", "fr", "2020-05-20", "La veille, tout était calme.", "La veille=2020-05-19?" },
  /* Fuzzy parts. */
  { "fr/mid-month", "fr", "2020-05-20", "Mi-avril, la grève commençait.", "Mi-avril=2020-04-11/2020-04-20~" },
  { "fr/start-of-month", "fr", "2020-05-20", "Début avril, elle s’étendait.", "Début avril=2020-04-01/2020-04-10~" },
  { "fr/end-of-month", "fr", "2020-05-20", "Fin février, elle finissait.", "Fin février=2020-02-21/2020-02-29~" },
  { "fr/start-of-week", "fr", "2022-09-15", "En début de semaine, il a plu.", "début de semaine=2022-09-12/2022-09-13~" },
  { "fr/start-of-year", "fr", "2022-09-15", "Il s’est marié en début d’année.", "début d’année=2022-01-01/2022-02-28~" },
  { "en/early-march", "en", "2022-09-15", "The strike began in early March.", "early March=2022-03-01/2022-03-10~" },
  { "fr/this-week", "fr", "2022-09-15", "Ils se sont parlé cette semaine.", "cette semaine=2022-09-12/2022-09-18" },
  { "fr/last-week", "fr", "2022-09-15", "La semaine dernière, le col était fermé.",
    "La semaine dernière=2022-09-05/2022-09-11" },
  /* Seasons, quarters, decades, centuries, days known by name. */
  { "fr/summer-year", "fr", NULL, "L’été 2019 fut très sec.", "L’été 2019=2019-22" },
  { "fr/last-spring", "fr", "2020-10-23", "Critiqué au printemps dernier, il revient.", "printemps dernier=2020-21" },
  { "fr/quarter", "fr", NULL, "Les ventes du troisième trimestre 2018 ont chuté.", "troisième trimestre 2018=2018-07-01/2018-09-30" },
  { "en/quarter-short", "en", NULL, "Sales fell in Q3 2018.", "Q3 2018=2018-07-01/2018-09-30" },
  { "fr/decade", "fr", NULL, "Dans les années 1970, le village comptait cent âmes.", "les années 1970=197X" },
  { "en/decade", "en", NULL, "In the 1990s the river was clean.", "the 1990s=199X" },
  { "fr/century", "fr", NULL, "Le château date du XVIIe siècle.", "XVIIe siècle=16XX" },
  { "fr/easter-monday", "fr", "2023-06-01", "Le stade fut pillé le lundi de Pâques.", "le lundi de Pâques=2023-04-10" },
  { "en/christmas", "en", "2023-01-10", "They met at Christmas.", "Christmas=2022-12-25" },
  /* Ranges. */
  { "fr/days-of-month", "fr", "2022-06-10", "Le festival s’est tenu du 3 au 5 mai.", "3 au 5 mai=2022-05-03/2022-05-05" },
  { "fr/between-days", "fr", NULL, "Entre le 11 et le 28 mars 2021, rien n’a bougé.", "le 11 et le 28 mars 2021=2021-03-11/2021-03-28" },
  { "fr/between-months", "fr", NULL, "Entre juillet et décembre 2020, il plut.", "juillet et décembre 2020=2020-07-01/2020-12-31" },
  { "years", "fr", NULL, "La guerre de 2012-2014 a ruiné la région.", "2012-2014=2012-01-01/2014-12-31" },
  { "en/days-of-month", "en", "2022-06-10", "The fair ran from 3 to 5 May.", "3 to 5 May=2022-05-03/2022-05-05" },
  { "en/short-months", "en", NULL, "Sales fell from Sep to Nov 2018.", "Sep to Nov 2018=2018-09-01/2018-11-30" },
  { "fr/second-fortnight", "fr", NULL, "Il vint la deuxième quinzaine d’avril 2017.",
    "la deuxième quinzaine d’avril 2017=2017-04-15/2017-04-30" },
  { "fr/across-years", "fr", "2022-06-10", "Le port a fermé du 20 décembre au 5 janvier.",
    "20 décembre au 5 janvier=2021-12-20/2022-01-05" },
  { "fr/from", "fr", "2022-06-10", "La grève commencera à partir du 20 juin.", "20 juin=2022-06-20/.." },
  /* An interval of publication gives the hull. */
  { "interval/weekday", "fr", "2022-09-14/2022-09-16", "Le maire a démissionné hier.", "hier=2022-09-13/2022-09-15" },
  { "interval/same", "fr", "2022-09-14/2022-09-16", "Le maire a démissionné lundi.", "lundi=2022-09-12" },
  { "interval/open", "fr", "2022-09-14/..", "Le maire a démissionné lundi.", "lundi=-" },
  { "none", "fr", NULL, "Le maire a démissionné lundi ; il régnait depuis le 4 mai 2001.", "lundi=-|le 4 mai 2001=2001-05-04/.." },
  /* No dates. */
  { "not/prime-minister", "fr", "2022-06-10", "Le Premier ministre a parlé au premier rang.", "" },
  { "not/participle", "fr", "2022-06-10", "Le traité a été signé et aurait été dénoncé.", "" },
  { "not/planet", "fr", "2022-06-10", "La sonde s’est posée sur Mars avec succès.", "" },
  { "not/name", "fr", "2022-06-10", "L’actrice Louise Mai y tient le premier rôle.", "" },
  { "not/may", "en", "2022-06-10", "Theresa May said they may march again.", "" },
  { "not/this-may", "en", "2022-06-10", "This may take longer than the last march.", "" },
  { "not/last-minute", "fr", "2022-06-10", "Un accord de dernière minute.", "" },
  { "not/soldiers", "fr", "2022-06-10", "Plus de 1\xc2\xa0" "000 soldats et 2000 civils, dont 110 organes de presse.", "" },
  { "not/version", "en", "2022-06-10", "Version: 3.2.14 runs on port 2020.5.", "" },
  { "not/score", "fr", "2022-06-10", "Le club l’emporte 3-1 à domicile.", "" },
  { "not/phone", "fr", "2022-06-10", "Appelez le 01 23 45 67 89 sans tarder.", "" },
  { "not/fraction", "en", "2022-06-10", "About 2/3 of voters agreed.", "" },
  /* What the calendar lacks has no value. */
  { "bad/february", "fr", "2022-06-10", "Rendez-vous le 31 février.", "le 31 février=-" },
  { "bad/day", "fr", "2022-06-10", "Rendez-vous le 45 mars.", "le 45 mars=-" },
  { "bad/leap", "en", "2022-06-10", "Due on February 29, 2021.", "February 29, 2021=-" },
  { "bad/year-zero", "fr", "2022-06-10", "En 0000, en 12024, rien.", "" },
  { "bad/arabic-digits", "fr", "2022-06-10", "Le ٢٦ mars fut calme.", "" },
};

static void
check_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, row->language, NULL);
  g_autoptr (RcpEdtf) reference = row->reference ? rcp_edtf_parse (row->reference, NULL) : NULL;
  g_autoptr (GPtrArray) found = rcp_date_finder_find (finder, text, reference);
  g_autoptr (GString) got = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    {
      const RcpDateExpression *expression = found->pdata[i];
      g_autofree char *words = rcp_segmented_text_dup_range (text, expression->range);

      g_assert_cmpstr (words, ==, expression->text);
      g_assert_true ((expression->value == NULL) == (expression->rule == RCP_DATE_RULE_NONE));
      if (expression->kind == RCP_DATE_DURATION || expression->kind == RCP_DATE_SET || expression->kind == RCP_DATE_VAGUE
          || expression->kind == RCP_DATE_TIME)
        {
          g_assert_null (expression->value);
          continue;
        }
      g_string_append_printf (got, "%s%s=%s", got->len ? "|" : "", words,
                              expression->value ? rcp_edtf_get_string (expression->value) : "-");
    }
  g_assert_cmpstr (got->str, ==, row->expected);
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  RcpDateKind kind;
} KindRow;

static const KindRow kind_rows[] = {
  { "duration", "fr", "La route resta coupée pendant trois semaines.", RCP_DATE_DURATION },
  { "duration-en", "en", "The road stayed shut for three weeks.", RCP_DATE_DURATION },
  { "duration-before-event", "fr", "Moins de deux semaines après que le pont a cédé, rien n’est fait.", RCP_DATE_DURATION },
  { "set", "fr", "Le conseil siège tous les lundis.", RCP_DATE_SET },
  { "set-per", "fr", "Il publie dix articles par jour.", RCP_DATE_SET },
  { "set-en", "en", "The board meets every Monday.", RCP_DATE_SET },
  { "time", "fr", "La porte ferme à 17 h 30.", RCP_DATE_TIME },
  { "vague", "fr", "Dans la foulée, il a rompu.", RCP_DATE_VAGUE },
  { "vague-soon", "fr", "Il partira prochainement.", RCP_DATE_VAGUE },
  { "vague-recently", "en", "It was recently rebuilt.", RCP_DATE_VAGUE },
};

static void
check_kind (gconstpointer data)
{
  const KindRow *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, row->language, NULL);
  g_autoptr (RcpEdtf) reference = rcp_edtf_parse ("2022-06-10", NULL);
  g_autoptr (GPtrArray) found = rcp_date_finder_find (finder, text, reference);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpint (((const RcpDateExpression *) found->pdata[0])->kind, ==, row->kind);
  g_assert_null (((const RcpDateExpression *) found->pdata[0])->value);
}

typedef struct
{
  const char *name;
  const char *text;
  RcpDateRule rule;
  RcpDateAnchor anchor_kind;
  const char *anchor;
} RuleRow;

/* The last expression of each text. */
static const RuleRow rule_rows[] = {
  { "written", "Il naquit le 3 mai 1950.", RCP_DATE_RULE_WRITTEN, RCP_DATE_ANCHOR_NONE, NULL },
  { "year-nearest", "Il partit le 3 mai.", RCP_DATE_RULE_YEAR_NEAREST, RCP_DATE_ANCHOR_PUBLICATION, "2022-09-14" },
  { "year-weekday", "Il partit mardi 3 mai.", RCP_DATE_RULE_YEAR_WEEKDAY, RCP_DATE_ANCHOR_PUBLICATION, "2022-09-14" },
  { "weekday-before", "Il a voté mardi.", RCP_DATE_RULE_WEEKDAY_BEFORE, RCP_DATE_ANCHOR_PUBLICATION, "2022-09-14" },
  { "weekday-after", "Il votera mardi.", RCP_DATE_RULE_WEEKDAY_AFTER, RCP_DATE_ANCHOR_PUBLICATION, "2022-09-14" },
  { "offset", "Hier, il vota.", RCP_DATE_RULE_OFFSET, RCP_DATE_ANCHOR_PUBLICATION, "2022-09-14" },
  { "offset-told", "Le 3 mai 1950, il naquit. La veille, il pleuvait.", RCP_DATE_RULE_OFFSET, RCP_DATE_ANCHOR_TEXT,
    "1950-05-03" },
  { "unit", "Il a plu cette semaine.", RCP_DATE_RULE_UNIT, RCP_DATE_ANCHOR_PUBLICATION, "2022-09-14" },
  { "fuzzy-part", "Mi-mars 1950, il naquit.", RCP_DATE_RULE_FUZZY_PART, RCP_DATE_ANCHOR_NONE, NULL },
  { "season", "Au printemps dernier, il vint.", RCP_DATE_RULE_SEASON, RCP_DATE_ANCHOR_PUBLICATION, "2022-09-14" },
  { "since", "Il règne depuis 2001.", RCP_DATE_RULE_SINCE, RCP_DATE_ANCHOR_NONE, NULL },
  { "until", "Il restera jusqu’en 2031.", RCP_DATE_RULE_UNTIL, RCP_DATE_ANCHOR_NONE, NULL },
  { "between", "Entre mars et mai 1950, il plut.", RCP_DATE_RULE_BETWEEN, RCP_DATE_ANCHOR_NONE, NULL },
};

static void
check_rule (gconstpointer data)
{
  const RuleRow *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, "fr", NULL);
  g_autoptr (RcpEdtf) reference = rcp_edtf_parse ("2022-09-14", NULL);
  g_autoptr (GPtrArray) found = rcp_date_finder_find (finder, text, reference);
  const RcpDateExpression *last;

  g_assert_cmpuint (found->len, >, 0);
  last = found->pdata[found->len - 1];
  g_assert_nonnull (last->value);
  g_assert_cmpint (last->rule, ==, row->rule);
  g_assert_cmpint (last->anchor_kind, ==, row->anchor_kind);
  g_assert_cmpstr (last->anchor ? rcp_edtf_get_string (last->anchor) : NULL, ==, row->anchor);
}

/* 27 March 2018 was a Tuesday. */
static void
check_conflict (void)
{
  g_autoptr (RcpSegmentedText) text
      = rcp_segmented_text_new ("Signé lundi 27 mars 2018, puis revu mardi 27 mars 2018.", "fr", NULL);
  g_autoptr (GPtrArray) found = rcp_date_finder_find (finder, text, NULL);

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_true (((const RcpDateExpression *) found->pdata[0])->conflict);
  g_assert_cmpstr (rcp_edtf_get_string (((const RcpDateExpression *) found->pdata[0])->value), ==, "2018-03-27");
  g_assert_false (((const RcpDateExpression *) found->pdata[1])->conflict);
}

static void
check_conflict_without_year (void)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new ("Il a parlé lundi 27 mars.", "fr", NULL);
  g_autoptr (RcpEdtf) reference = rcp_edtf_parse ("2018-03-29", NULL);
  g_autoptr (GPtrArray) found = rcp_date_finder_find (finder, text, reference);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (rcp_edtf_get_string (((const RcpDateExpression *) found->pdata[0])->value), ==, "2017-03-27");
}

static void
check_set_aside (void)
{
  const char *words = "Il a plu hier.\n\nPublié avec l’agence le 3 mai 2019.\n";
  RcpSetAside aside = { { 16, 51 }, RCP_SET_ASIDE_PUBLISHER_NOTICE };
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (GPtrArray) found = NULL;

  g_array_append_val (set_aside, aside);
  text = rcp_segmented_text_new (words, "fr", set_aside);
  found = rcp_date_finder_find (finder, text, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((const RcpDateExpression *) found->pdata[0])->text, ==, "hier");
}

/* Ten thousand dates in one line; the time is bounded by the test's own limit. */
static void
check_many (void)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (GPtrArray) found = NULL;

  for (int i = 0; i < 10000; i++)
    g_string_append (words, "le 3 mai 2019 , ");
  text = rcp_segmented_text_new (words->str, "fr", NULL);
  found = rcp_date_finder_find (finder, text, NULL);
  g_assert_cmpuint (found->len, ==, 10000);
}

/* Words that begin many patterns and end none. */
static void
check_no_backtracking (void)
{
  static const char *const runs[] = { "mardi ", "le ", "3 ", "de ", "il y a ", "mardi 3 ", "dans la nuit de ", "- ", "janv. " };

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autoptr (GString) words = g_string_new (NULL);
      g_autoptr (RcpSegmentedText) text = NULL;
      g_autoptr (RcpEdtf) reference = rcp_edtf_parse ("2022-09-14", NULL);
      g_autoptr (GPtrArray) found = NULL;
      gint64 start_us = g_get_monotonic_time ();

      for (int j = 0; j < 20000; j++)
        g_string_append (words, runs[i]);
      text = rcp_segmented_text_new (words->str, "fr", NULL);
      found = rcp_date_finder_find (finder, text, reference);
      g_assert_cmpint (g_get_monotonic_time () - start_us, <, 20 * G_USEC_PER_SEC);
    }
}

static void
check_odd_bytes (void)
{
  static const char *const texts[] = { "", "\n", "le", "-", "'", "99/99/9999", "9999-12-31 demain", "il y a 999999999 ans",
                                       "dans 99999 siècles", "le 9 du", "mi-", "fin de", "entre et", "du 3 au", "1er", "XXXe siècle",
                                       "les années", "31/12/9999 - 01/01/0001", "\xe2\x80\x94 \xc2\xa0" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (int french = 0; french <= 1; french++)
      for (int last = 0; last <= 1; last++)
        {
          g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (texts[i], french ? "fr" : "en", NULL);
          g_autoptr (RcpEdtf) reference = rcp_edtf_parse (last ? "9999-12-31" : "0001-01-01", NULL);
          g_autoptr (GPtrArray) found = rcp_date_finder_find (finder, text, reference);

          g_assert_nonnull (found);
        }
}

/* Date words in any order, from a fixed sequence: whatever is made of them stands in order and inside the text. */
static void
check_soup (void)
{
  static const char *const words[] = { "mardi", "le", "la", "l’", "3", "31", "2019", "99", "mars", "mai", "été", "de", "du", "à",
                                       "au", "et", "entre", "fin", "mi", "-", ",", ".", "il y a", "trois", "quelques", "jours",
                                       "mois", "ans", "siècle", "XIXe", "plus tôt", "après", "que", "dernier", "prochain",
                                       "ce", "semaine", "veille", "demain", "nuit", "17h30", "12/05/2020", "Noël",
                                       "deuxième", "trimestre", "T3", "1990s", "vingt", "mille", "/", ":", "«", "last", "in", "of",
                                       "the", "Monday", "May", "ago", "next", "year", "first", "24th" };
  guint32 state = 20240326;

  for (int round = 0; round < 1500; round++)
    {
      g_autoptr (GString) soup = g_string_new (NULL);
      g_autoptr (RcpSegmentedText) text = NULL;
      g_autoptr (RcpEdtf) reference = rcp_edtf_parse (round % 3 ? "2024-02-29" : "2020-12-30/2021-01-02", NULL);
      g_autoptr (GPtrArray) found = NULL;
      guint end = 0;

      for (int i = 0; i < 12; i++)
        {
          state = state * 1664525u + 1013904223u;
          g_string_append_printf (soup, "%s%s", (state >> 8) % 5 ? " " : "", words[(state >> 16) % G_N_ELEMENTS (words)]);
        }
      text = rcp_segmented_text_new (soup->str, round % 2 ? "fr" : "en", NULL);
      found = rcp_date_finder_find (finder, text, reference);
      for (guint i = 0; i < found->len; i++)
        {
          const RcpDateExpression *expression = found->pdata[i];

          g_assert_cmpuint (expression->range.start, >=, end);
          g_assert_cmpuint (expression->range.end, >, expression->range.start);
          g_assert_cmpuint (expression->range.end, <=, text->length);
          end = expression->range.end;
        }
    }
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
      g_autofree char *path = g_strconcat ("/date-finder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], check_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kind_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/date-finder/kind/", kind_rows[i].name, NULL);

      g_test_add_data_func (path, &kind_rows[i], check_kind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (rule_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/date-finder/rule/", rule_rows[i].name, NULL);

      g_test_add_data_func (path, &rule_rows[i], check_rule);
    }
  g_test_add_func ("/date-finder/conflict/with-year", check_conflict);
  g_test_add_func ("/date-finder/conflict/other-year", check_conflict_without_year);
  g_test_add_func ("/date-finder/set-aside", check_set_aside);
  g_test_add_func ("/date-finder/many", check_many);
  g_test_add_func ("/date-finder/no-backtracking", check_no_backtracking);
  g_test_add_func ("/date-finder/soup", check_soup);
  g_test_add_func ("/date-finder/odd-bytes", check_odd_bytes);
  status = g_test_run ();
  rcp_date_finder_free (finder);
  return status;
}
