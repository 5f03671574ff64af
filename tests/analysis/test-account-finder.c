#include "config.h"

#include <string.h>

#include <glib.h>

#include "rcp-account-terms.h"
#include "rcp-analyser.h"
#include "rcp-enum-types.h"

/* Wednesday 16 June 2021: what "mardi" and "hier" count from. */
#define PUBLISHED "2021-06-16"

#define MAX_ACCOUNTS 3

typedef struct
{
  const char *action;
  const char *status;
  const char *when; /* "" for none */
} Told;

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  Told told[MAX_ACCOUNTS]; /* all that is to be found, in order */
  const char *attribution; /* of the last account; NULL for not looked at */
} Row;

static const Row rows[] = {
  { "fr/meeting", "fr", "La ministre norvégienne a rencontré mardi 15 juin 2021 son homologue suédois à Oslo.",
    { { "consult", "done", "2021-06-15" } } },
  { "fr/denounced", "fr", "La Bolivie a dénoncé le 3 juin 2021 le traité commercial avec le Pérou.",
    { { "reject", "done", "2021-06-03" } } },
  { "fr/passive", "fr", "Un traité de pêche entre l'Islande et la Norvège avait été signé en mai 2009.",
    { { "agree", "background", "2009-05" } } },
  { "fr/future", "fr", "Le Portugal va livrer le 20 juillet 2021 deux avions au Mozambique.",
    { { "aid", "planned", "2021-07-20" } } },
  { "fr/future-tense", "fr", "Le Japon livrera le 20 juillet 2021 deux navires au Vietnam.",
    { { "aid", "planned", "2021-07-20" } } },
  { "fr/hearsay", "fr", "Le Chili aurait expulsé le 2 juin 2021 un diplomate argentin.",
    { { "sanction", "hypothetical", "2021-06-02" } } },
  { "fr/denied", "fr", "Le Danemark n'a pas signé l'accord avec la Suède le 8 juin 2021.",
    { { "agree", "denied", "2021-06-08" } } },
  { "fr/noun", "fr", "Une rencontre a eu lieu le 9 juin 2021 entre l'Irlande et la Belgique.",
    { { "consult", "done", "2021-06-09" } } },
  { "fr/two-happenings", "fr",
    "L'Équateur, dont les soldats ont quitté la région en mars 2021, a signé le 10 juin 2021 un accord avec la Colombie.",
    { { "retreat", "background", "2021-03" }, { "agree", "done", "2021-06-10" } } },
  { "fr/date-of-other-clause", "fr",
    "Depuis le coup d'État de mai 2018, la Zambie a rejeté deux fois l'accord avec le Malawi.",
    { { "coerce", "background", "2018-05" }, { "reject", "done", "" } } },
  { "fr/attribution", "fr", "Selon un communiqué du ministère, la Grèce a rencontré l'Albanie le 11 juin 2021.",
    { { "consult", "done", "2021-06-11" } }, "Selon un communiqué du ministère" },
  { "fr/awaited", "fr", "Dans l'attente du départ des troupes canadiennes, la Lettonie espère.", { { NULL } } },
  { "en/awaited", "en", "Awaiting the withdrawal of Canadian troops, Latvia hopes.", { { NULL } } },
  { "fr/state-of-things", "fr", "La Finlande est un pays du nord de l'Europe.", { { NULL } } },
  { "fr/no-actor-no-date", "fr", "Il faut toujours signer avec soin les lettres que l'on envoie.", { { NULL } } },
  { "fr/purpose-is-no-happening", "fr", "L'Autriche dispose d'un budget pour signer des contrats.", { { NULL } } },
  { "en/meeting", "en", "The Norwegian minister met his Swedish counterpart in Oslo on 15 June 2021.",
    { { "consult", "done", "2021-06-15" } } },
  { "en/future", "en", "Portugal will sign a treaty with Mozambique on 20 July 2021.",
    { { "agree", "planned", "2021-07-20" } } },
  { "en/hearsay", "en", "Chile reportedly expelled an Argentine diplomat on 2 June 2021.",
    { { "sanction", "hypothetical", "2021-06-02" } } },
  { "en/denied", "en", "Denmark did not sign the agreement with Sweden on 8 June 2021.",
    { { "agree", "denied", "2021-06-08" } } },
  { "en/pluperfect", "en", "Iceland had signed a fishing treaty with Norway in May 2009.",
    { { "agree", "background", "2009-05" } } },
  { "en/attribution", "en", "According to a statement by the ministry, Greece met Albania on 11 June 2021.",
    { { "consult", "done", "2021-06-11" } }, "According to a statement by the ministry" },
  { "en/noun-not-verb", "en", "The strike in Portugal began on 7 June 2021.", { { "protest", "done", "2021-06-07" } } },
  /* How it is told: as done, ahead, supposed, denied, known before. */
  { "fr/status/hearsay-passive", "fr", "Des menaces auraient été proférées, et Paul Rémy aurait été licencié le 3 juin 2021.",
    { { "sanction", "hypothetical", "2021-06-03" } } },
  { "fr/status/goes-to", "fr", "Le club de Bergen va vendre son stade le 1er juillet 2021.",
    { { "other", "planned", "2021-07-01" } } },
  { "fr/status/must", "fr", "Le tribunal de Lyon doit juger Anne Perrot le 5 juillet 2021.",
    { { "coerce", "planned", "2021-07-05" } } },
  { "fr/status/plans", "fr", "La société Aldana prévoit de supprimer 80 postes en septembre 2021.",
    { { "other", "planned", "2021-09" } } },
  { "fr/status/counts-on", "fr", "La Norvège compte envoyer deux avions à Malte le 2 juillet 2021.",
    { { "aid", "planned", "2021-07-02" } } },
  { "fr/status/noun-of-a-future-verb", "fr", "Le président du club, Jean Mollard, présentera sa démission le 22 juin 2021.",
    { { "retreat", "planned", "2021-06-22" } } },
  { "fr/status/subject-of-a-future-verb", "fr", "Le procès de Paul Rémy débutera le 4 octobre 2021 à Lyon.",
    { { "coerce", "planned", "2021-10-04" } } },
  { "fr/status/negation", "fr", "Le jury n'a pas condamné Paul Rémy le 7 juin 2021.",
    { { "sanction", "denied", "2021-06-07" } } },
  { "fr/status/only", "fr", "Le jury n'a condamné que Paul Rémy le 7 juin 2021.", { { "sanction", "done", "2021-06-07" } } },
  { "en/status/due", "en", "The mayor of Bergen, Olav Dahl, is due to resign on 22 June 2021.",
    { { "retreat", "planned", "2021-06-22" } } },
  { "en/status/plans", "en", "Aldana Mining plans to cut 80 jobs in September 2021.", { { "other", "planned", "2021-09" } } },
  { "en/status/to-vote", "en", "The Icelandic parliament is to vote on the bill on 5 July 2021.",
    { { "agree", "planned", "2021-07-05" } } },
  { "en/status/allegedly", "en", "Paul Reed allegedly stole 30 paintings on 2 June 2021.",
    { { "other", "hypothetical", "2021-06-02" } } },
  { "en/status/never", "en", "Paul Reed never attacked the guard on 2 June 2021.", { { "assault", "denied", "2021-06-02" } } },
  { "en/status/background", "en", "Aldana Mining had sold the pit to a Dutch fund in May 2015.",
    { { "other", "background", "2015-05" } } },
  /* Happenings of all kinds. */
  { "fr/kind/trial", "fr", "Le tribunal de Lyon a acquitté mardi 15 juin 2021 Anne Perrot.", { { "concede", "done", "2021-06-15" } } },
  { "fr/kind/sport", "fr", "Le Valencia CF a battu Brest mardi 15 juin 2021.", { { "other", "done", "2021-06-15" } } },
  { "fr/kind/business", "fr", "La société Aldana a déposé le bilan mardi 15 juin 2021.", { { "other", "done", "2021-06-15" } } },
  { "fr/kind/theft", "fr", "Deux tableaux de Munch ont été dérobés le 14 juin 2021 à Oslo.", { { "other", "done", "2021-06-14" } } },
  { "fr/kind/strike", "fr", "Les dockers de Bergen se sont mis en grève le 14 juin 2021.", { { "protest", "done", "2021-06-14" } } },
  { "fr/kind/toll-of-a-cause", "fr", "Une fusillade a tué trois personnes à Oslo le 14 juin 2021.",
    { { "assault", "done", "2021-06-14" } } },
  { "fr/kind/toll-of-an-accident", "fr", "Un incendie a tué trois personnes à Oslo le 14 juin 2021.",
    { { "other", "done", "2021-06-14" } } },
  { "en/kind/appeal", "en", "Anne Perrot appealed against the sentence on 15 June 2021.", { { "reject", "done", "2021-06-15" } } },
  { "en/kind/acquittal", "en", "A court in Oslo acquitted Anne Perrot on 15 June 2021.", { { "concede", "done", "2021-06-15" } } },
  { "en/kind/takeover", "en", "Aldana Mining bought a rival in Bergen on 14 June 2021.", { { "other", "done", "2021-06-14" } } },
  { "en/kind/launch", "en", "Iceland launched its first satellite on 14 June 2021.", { { "other", "done", "2021-06-14" } } },
  { "en/kind/outbreak", "en", "Malta vaccinated 900 children against measles on 14 June 2021.", { { "aid", "done", "2021-06-14" } } },
  { "en/kind/toll-of-an-accident", "en", "A fire killed three people in Oslo on 14 June 2021.", { { "other", "done", "2021-06-14" } } },
  { "other-language", "", "Das Parlament hat am 7. Juni 2021 getagt.", { { NULL } } },
  { "empty", "fr", "", { { NULL } } },
};

static RcpAnalyser *analyser;

static RcpFindings *
analyse (const char *text, const char *language, RcpSegmentedText **segmented)
{
  g_autoptr (RcpEdtf) published = rcp_edtf_parse (PUBLISHED, NULL);
  g_autoptr (RcpPublication) publication
      = rcp_publication_new (published, RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL, (RcpRange){ 0, 0 });
  RcpDocument document = { .text = (char *) text, .language = (char *) language };
  RcpFindings *findings;

  document.set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  *segmented = rcp_segmented_text_new (text, language, NULL);
  findings = rcp_analyser_analyse (analyser, &document, *segmented, publication, rcp_day_from_ymd (2021, 6, 20));
  g_array_unref (document.set_aside);
  return findings;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  guint n = 0;

  while (n < MAX_ACCOUNTS && row->told[n].action)
    n++;
  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      g_test_message ("%s %s %s “%s” by %s", rcp_enum_to_nick (RCP_TYPE_ACTION, account->action),
                      rcp_enum_to_nick (RCP_TYPE_STATUS, account->status),
                      account->when ? rcp_edtf_get_string (account->when) : "undated", account->title,
                      account->attribution ? account->attribution : "nobody");
    }
  g_assert_cmpuint (findings->accounts->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      g_assert_cmpstr (rcp_enum_to_nick (RCP_TYPE_ACTION, account->action), ==, row->told[i].action);
      g_assert_cmpstr (rcp_enum_to_nick (RCP_TYPE_STATUS, account->status), ==, row->told[i].status);
      g_assert_cmpstr (account->when ? rcp_edtf_get_string (account->when) : "", ==, row->told[i].when);
      g_assert_true (account->title && account->title[0]);
      if (i + 1 == n && row->attribution)
        g_assert_cmpstr (account->attribution, ==, row->attribution);
    }
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *mode; /* NULL for none */
} Mode;

static const Mode modes[] = {
  { "fr/phone", "fr", "La Norvège et la Suède ont eu un échange téléphonique mardi 15 juin 2021, a annoncé Oslo.", "phone" },
  { "fr/visit", "fr", "La ministre norvégienne s'est rendue à Stockholm le 15 juin 2021.", "visit" },
  { "fr/arrest", "fr", "La police norvégienne a interpellé Paul Rémy le 15 juin 2021.", "arrest" },
  { "fr/strike", "fr", "Les dockers de Bergen se sont mis en grève le 14 juin 2021.", "strike" },
  { "fr/firearms", "fr", "Un homme a ouvert le feu sur des soldats norvégiens le 14 juin 2021.", "firearms" },
  { "fr/convict", "fr", "Le tribunal de Lyon a condamné Paul Rémy le 15 juin 2021.", "convict" },
  { "fr/ban", "fr", "La Norvège a interdit la pêche au thon le 15 juin 2021.", "ban" },
  { "en/resign", "en", "The Norwegian minister resigned on 15 June 2021.", "resign" },
  { "en/release", "en", "Norway freed two Swedish sailors on 15 June 2021.", "release" },
  { "en/curfew", "en", "Norway ordered a curfew in Bergen on 15 June 2021.", "restrict" },
  { "en/phone", "en", "The Norwegian minister phoned his Swedish counterpart on 15 June 2021.", "phone" },
  { "en/none", "en", "Bolivia scrapped the trade treaty with Peru on 3 June 2021.", NULL },
};

static void
test_mode (gconstpointer data)
{
  const Mode *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);

  g_assert_cmpuint (findings->accounts->len, >=, 1);
  g_assert_cmpstr (((const RcpFoundAccount *) findings->accounts->pdata[0])->mode, ==, row->mode);
}

/* What both languages can say of one happening. */
static void
test_languages_meet (void)
{
  g_autoptr (RcpSegmentedText) text = NULL, other_text = NULL, third_text = NULL;
  g_autoptr (RcpFindings) french
      = analyse ("La police a arrêté 14 dockers mardi 15 juin 2021 dans le port de Bergen, en Norvège.", "fr", &text);
  g_autoptr (RcpFindings) english = analyse ("Police arrested 14 dockers in the port of Bergen, Norway, on 15 June 2021.", "en",
                                             &other_text);
  g_autoptr (RcpFindings) other = analyse ("Police arrested two bankers in Malta on 15 June 2021.", "en", &third_text);
  const GArray *a, *b, *c;

  g_assert_cmpuint (french->accounts->len, ==, 1);
  g_assert_cmpuint (english->accounts->len, ==, 1);
  g_assert_cmpuint (other->accounts->len, ==, 1);
  a = ((const RcpFoundAccount *) french->accounts->pdata[0])->terms;
  b = ((const RcpFoundAccount *) english->accounts->pdata[0])->terms;
  c = ((const RcpFoundAccount *) other->accounts->pdata[0])->terms;
  g_assert_cmpint (rcp_account_terms_compare_kinds ((guint32 *) (gpointer) a->data, a->len, (guint32 *) (gpointer) b->data, b->len),
                   ==, RCP_KINDS_SAME);
  g_assert_cmpfloat (rcp_account_terms_share ((guint32 *) (gpointer) a->data, a->len, (guint32 *) (gpointer) b->data, b->len), >,
                     0.7);
  g_assert_cmpfloat (rcp_account_terms_share ((guint32 *) (gpointer) a->data, a->len, (guint32 *) (gpointer) c->data, c->len), <,
                     0.6);
}

/* A title names no day and leaves verbs out: it has the day of what it names. */
static void
test_headline (void)
{
  static const char article[] = "Aldana to cut 80 jobs after blaze\n\nAldana Mining announced on 14 June 2021 that it would cut 80 jobs "
                                "in Bergen. The pit had burned for three days in May.";
  g_autoptr (RcpDocument) document = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (article, strlen (article));
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = NULL;
  const RcpFoundAccount *title;

  document = rcp_document_read (bytes, NULL, "aldana.txt", NULL, &error);
  g_assert_no_error (error);
  text = rcp_segmented_text_new (document->text, document->language, document->set_aside);
  findings = rcp_analyser_analyse (analyser, document, text, NULL, rcp_day_from_ymd (2021, 6, 20));
  g_assert_cmpuint (findings->accounts->len, >=, 2);
  title = findings->accounts->pdata[0];
  g_assert_cmpuint (title->range.start, ==, 0);
  g_assert_cmpint (title->status, ==, RCP_STATUS_PLANNED);
  g_assert_nonnull (title->when);
  g_assert_cmpstr (rcp_edtf_get_string (title->when), ==, "2021-06-14");
  g_assert_cmpint (title->date, ==, -1);
}

/* A sentence alone, 3,000 names, 2 MB, a table: in bounded time. */
static void
test_sizes (void)
{
  g_autoptr (GString) names = g_string_new ("Le 3 juin 2021, ");
  g_autoptr (GString) large = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) text = NULL, other_text = NULL, third_text = NULL;
  g_autoptr (RcpFindings) one = analyse ("La Norvège a arrêté un espion.", "fr", &text);
  g_autoptr (RcpFindings) many = NULL;
  g_autoptr (RcpFindings) long_one = NULL;
  gint64 start_us = g_get_monotonic_time ();

  g_assert_cmpuint (one->accounts->len, ==, 1);
  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (names, "Jean Mol%c%cin%s", 'a' + i % 26, 'a' + i / 26 % 26, i < 2999 ? ", " : " ont signé un accord.");
  many = analyse (names->str, "fr", &other_text);
  g_assert_cmpuint (many->accounts->len, <=, 3);
  for (guint i = 0; large->len < 2000000; i++)
    g_string_append_printf (large, "La Norvège a condamné le %u juin 2021 une société de Bergen à %u euros d'amende. ", i % 28 + 1, i);
  long_one = analyse (large->str, "fr", &third_text);
  g_assert_cmpuint (long_one->accounts->len, <=, 3 * third_text->n_sentences);
  g_test_message ("%.2f s", (g_get_monotonic_time () - start_us) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 240 * G_USEC_PER_SEC);
}

/* How things stood is no happening, whoever says so. */
static void
test_atmosphere (void)
{
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings
      = analyse ("La Grèce et l'Albanie se sont entretenues mardi 15 juin 2021. D'après plusieurs sources, l'air était lourd.",
                 "fr", &text);

  g_assert_cmpuint (findings->accounts->len, ==, 1);
}

/* An outlet before a dash, a weekday and a month do nothing. */
static void
test_no_actors (void)
{
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings
      = analyse ("The Hill Gazette – The Boruna bridge in Latvia fell on Friday, 4 May 2018. Engineers met in May.", "en", &text);

  for (guint i = 0; i < findings->actors->len; i++)
    {
      const RcpFoundActor *actor = findings->actors->pdata[i];

      g_test_message ("%s", actor->name);
      g_assert_null (strstr (actor->name, "Gazette"));
      g_assert_cmpstr (actor->name, !=, "Friday");
      g_assert_cmpstr (actor->name, !=, "May");
      g_assert_false (g_str_has_prefix (actor->name, "The "));
    }
}

/* What goes on with a happening takes over its date; what names another one does not. */
static void
test_inherited (void)
{
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings
      = analyse ("La Grèce et l'Albanie se sont entretenues mardi 15 juin 2021. L'entretien a duré deux heures. "
                 "Selon le communiqué, les deux pays sont satisfaits.", "fr", &text);

  g_assert_cmpuint (findings->accounts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      g_assert_nonnull (account->when);
      g_assert_cmpstr (rcp_edtf_get_string (account->when), ==, "2021-06-15");
      g_assert_cmpint (account->when_rule == RCP_DATE_RULE_INHERITED, ==, i > 0);
      g_assert_cmpint (account->date >= 0, ==, i == 0);
      g_assert_cmpuint (account->sentence, ==, i);
    }
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  double value;
  const char *counted;
} Number;

static const Number numbers[] = {
  { "fr/spaces", "fr", "Le 2 juin 2021, la Grèce a évacué 1 200 habitants du village.", 1200, "evacuated" },
  { "fr/point", "fr", "Le 2 juin 2021, la Grèce a envoyé 1.200 soldats.", 1200, "soldiers" },
  { "fr/dead", "fr", "L'attaque du 2 juin 2021 en Grèce a tué 12 personnes.", 12, "dead" },
  { "fr/vague", "fr", "Le 2 juin 2021, la Grèce a envoyé plus de 300 soldats.", 300, ">soldiers" },
  { "en/comma", "en", "Greece sent 1,200 soldiers on 2 June 2021.", 1200, "soldiers" },
  { "en/dead", "en", "The attack on 2 June 2021 in Greece killed twelve people.", 12, "dead" },
  { "en/vague", "en", "Greece sent at least 300 soldiers on 2 June 2021.", 300, ">soldiers" },
};

static void
test_number (gconstpointer data)
{
  const Number *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  const RcpFoundAccount *account;
  const RcpFoundNumber *number;

  g_assert_cmpuint (findings->accounts->len, >=, 1);
  account = findings->accounts->pdata[0];
  g_assert_cmpuint (account->numbers->len, ==, 1);
  number = &g_array_index (account->numbers, RcpFoundNumber, 0);
  g_assert_cmpfloat (number->value, ==, row->value);
  g_assert_cmpstr (number->counted, ==, row->counted);
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  const char *title;
} Title;

static const Title titles[] = {
  { "fr/verb", "fr", "La Bolivie a dénoncé le 3 juin 2021 le traité commercial avec le Pérou.", NULL },
  { "fr/object", "fr", "Le 3 juin 2021, la Bolivie a dénoncé le traité commercial avec le Pérou.",
    "La Bolivie dénonce le traité commercial" },
  { "fr/noun", "fr", "Le départ des troupes canadiennes a eu lieu le 3 juin 2021, selon la Lettonie.",
    "Départ des troupes canadiennes" },
  { "en/object", "en", "On 3 June 2021, Bolivia scrapped the trade treaty with Peru.",
    "Bolivia scraps trade treaty with Peru" },
  { "fr/not-an-actor", "fr", "La digue du nord s'est effondrée le 3 juin 2021 en Lettonie.",
    "La digue du nord s’effondre en Lettonie" },
  { "fr/state", "fr", "Le 3 juin 2021, le gouvernement bolivien a rompu l'accord de pêche.",
    "Le gouvernement bolivien rompt l’accord" },
  { "fr/soldiers", "fr", "En juin 2021, les dernières troupes canadiennes ont quitté la Lettonie.",
    "Les troupes canadiennes quittent la Lettonie" },
  { "fr/place", "fr", "Des milliers de personnes ont manifesté le 3 juin 2021 à Riga pour exiger des élections.",
    "Des milliers de personnes manifestent à Riga" },
  { "fr/reflexive", "fr", "Une délégation suédoise s'est rendue à Riga le 3 juin 2021 pour discuter.",
    "Une délégation suédoise se rend à Riga" },
  { "fr/relative", "fr", "La société Aldana, qui exploite le barrage, a rejeté le 3 juin 2021 les accusations de négligence.",
    "La société Aldana rejette les accusations" },
  { "fr/passive", "fr", "Une enquête a été ouverte le 3 juin 2021 par le parquet de Riga.", "Enquête ouverte par le parquet de Riga" },
  { "fr/future", "fr", "Le Portugal livrera le 20 juillet 2021 deux avions au Mozambique.", "Le Portugal va livrer deux avions" },
  { "en/soldiers", "en", "Canadian troops withdrew from Latvia on 3 June 2021.", "Canadian troops withdraw from Latvia" },
  { "en/crowd", "en", "On 3 June 2021, tens of thousands of people rallied in Riga in support of the strike.",
    "Tens of thousands of people rally in Riga" },
  { "en/dam", "en", "The northern dam in Latvia burst before dawn on 3 June 2021.", "Northern dam bursts" },
  { "en/future", "en", "Portugal will sign a treaty with Mozambique on 20 July 2021.", "Portugal to sign treaty with Mozambique" },
  { "en/hearsay", "en", "Chile reportedly expelled an Argentine diplomat on 2 June 2021.",
    "Chile reportedly expels Argentine diplomat" },
  { "en/apposition", "en", "On 3 June 2021, Vodarna, the company that runs the dam, rejected accusations of negligence.",
    "Company rejects accusations of negligence" },
  { "en/power", "en", "On 3 June 2021, General Marco Salvi took power in Bolivia.",
    "Salvi takes power in Bolivia" },
};

static void
test_title (gconstpointer data)
{
  const Title *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  const RcpFoundAccount *account;

  g_assert_cmpuint (findings->accounts->len, >=, 1);
  account = findings->accounts->pdata[0];
  g_assert_cmpint (g_utf8_strlen (account->title, -1), <=, 48);
  g_test_message ("%s", account->title);
  if (row->title)
    g_assert_cmpstr (account->title, ==, row->title);
}

/* A table, a sentence without end, and a list of dates: an answer in bounded time, whatever it is. */
static void
test_odd_input (void)
{
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = NULL;
  gint64 start_us = g_get_monotonic_time ();

  for (guint i = 0; i < 4000; i++)
    g_string_append_printf (table, "la Grèce a signé le %u juin 2021 un accord, ", i % 28 + 1);
  findings = analyse (table->str, "fr", &text);
  g_assert_cmpuint (findings->accounts->len, <=, 3 * text->n_sentences);
  g_test_message ("%.2f s", (g_get_monotonic_time () - start_us) / 1e6);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 60 * G_USEC_PER_SEC);
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
      g_autofree char *path = g_strconcat ("/account-finder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strconcat ("/account-finder/number/", numbers[i].name, NULL);

      g_test_add_data_func (path, &numbers[i], test_number);
    }
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *path = g_strconcat ("/account-finder/title/", titles[i].name, NULL);

      g_test_add_data_func (path, &titles[i], test_title);
    }
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *path = g_strconcat ("/account-finder/mode/", modes[i].name, NULL);

      g_test_add_data_func (path, &modes[i], test_mode);
    }
  g_test_add_func ("/account-finder/languages-meet", test_languages_meet);
  g_test_add_func ("/account-finder/headline", test_headline);
  g_test_add_func ("/account-finder/sizes", test_sizes);
  g_test_add_func ("/account-finder/inherited", test_inherited);
  g_test_add_func ("/account-finder/atmosphere", test_atmosphere);
  g_test_add_func ("/account-finder/no-actors", test_no_actors);
  g_test_add_func ("/account-finder/odd-input", test_odd_input);
  status = g_test_run ();
  rcp_analyser_unref (analyser);
  return status;
}
