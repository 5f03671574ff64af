#include "config.h"

#include <string.h>

#include <glib.h>

#include "rcp-analyser.h"
#include "rcp-enum-types.h"

/* Wednesday 16 June 2021. */
#define PUBLISHED "2021-06-16"

#define MAX_QUOTATIONS 4

typedef struct
{
  const char *kind;
  const char *speaker;     /* NULL for nobody known */
  const char *attribution; /* NULL for not looked at, "" for none */
  const char *medium;      /* NULL for none */
} Said;

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  Said said[MAX_QUOTATIONS]; /* all that is to be found, in order */
} Row;

/* Kinds, speakers and media in sentences of our own; each row says in its name what it is about. */
static const Row rows[] = {
#include "quotation-rows.h"
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

static const char *
get_speaker (const RcpFindings *findings, int speaker)
{
  return speaker >= 0 ? ((const RcpFoundActor *) findings->actors->pdata[speaker])->name : NULL;
}

/* Every range holds the words it is said to hold. */
static void
check_ranges (const RcpSegmentedText *text, const RcpFoundQuotation *quotation)
{
  g_autofree char *attribution = rcp_segmented_text_dup_range (text, quotation->attribution_range);
  g_autofree char *medium = rcp_segmented_text_dup_range (text, quotation->medium_range);

  g_assert_cmpuint (quotation->range.start, <, quotation->range.end);
  g_assert_cmpuint (quotation->range.end, <=, text->length);
  g_assert_cmpstr (attribution, ==, quotation->attribution ? quotation->attribution : "");
  g_assert_cmpstr (medium, ==, quotation->medium ? quotation->medium : "");
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  guint n = 0;

  while (n < MAX_QUOTATIONS && row->said[n].kind)
    n++;
  for (guint i = 0; i < findings->quotations->len; i++)
    {
      const RcpFoundQuotation *quotation = findings->quotations->pdata[i];
      const char *speaker = get_speaker (findings, quotation->speaker);
      g_autofree char *said = rcp_segmented_text_dup_range (text, quotation->range);

      g_test_message ("{ \"%s\", %s, \"%s\", %s } %s", rcp_enum_to_nick (RCP_TYPE_QUOTATION, quotation->kind),
                      speaker ? speaker : "NULL", quotation->attribution ? quotation->attribution : "",
                      quotation->medium ? quotation->medium : "NULL", said);
      check_ranges (text, quotation);
    }
  g_assert_cmpuint (findings->quotations->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const RcpFoundQuotation *quotation = findings->quotations->pdata[i];

      g_assert_cmpstr (rcp_enum_to_nick (RCP_TYPE_QUOTATION, quotation->kind), ==, row->said[i].kind);
      g_assert_cmpstr (get_speaker (findings, quotation->speaker), ==, row->said[i].speaker);
      g_assert_cmpstr (quotation->medium, ==, row->said[i].medium);
      if (row->said[i].attribution)
        g_assert_cmpstr (quotation->attribution ? quotation->attribution : "", ==, row->said[i].attribution);
    }
}

typedef struct
{
  const char *name;
  const char *language;
  const char *text;
  guint account; /* which of them */
  const char *quotation;
  const char *speaker;
  const char *attribution;
} Told;

/* On whose word an account is told: what stands beside what is said is the article's own. */
static const Told told[] = {
  { "fr/said", "fr", "La ministre Anna Berg a déclaré que la Grèce avait expulsé deux diplomates le 3 juin 2021.", 0,
    "paraphrase", "Anna Berg", "La ministre Anna Berg" },
  { "fr/beside", "fr", "Anna Berg, qui a signé l'accord le 3 juin 2021, a déclaré que la paix était proche.", 0,
    "none", NULL, NULL },
  { "fr/origin", "fr", "Selon un communiqué du ministère, la Grèce a rencontré l'Albanie le 11 juin 2021.", 0,
    "paraphrase", NULL, "Selon un communiqué du ministère" },
  { "fr/own", "fr", "La Grèce a rencontré l'Albanie le 11 juin 2021.", 0, "none", NULL, NULL },
  { "fr/announced", "fr", "Le 3 juin 2021, Anna Berg a annoncé la fermeture de l'usine.", 0,
    "paraphrase", "Anna Berg", "Anna Berg" },
  { "en/said", "en", "Minister Anna Berg said Greece had expelled two diplomats on 3 June 2021.", 0,
    "paraphrase", "Anna Berg", "Minister Anna Berg" },
  { "en/after", "en", "Two diplomats were expelled on 3 June 2021, Minister Anna Berg said.", 0,
    "paraphrase", "Anna Berg", "Minister Anna Berg" },
  { "en/beside", "en", "Anna Berg, who signed the treaty on 3 June 2021, said that peace was near.", 0,
    "none", NULL, NULL },
  { "en/own", "en", "Greece met Albania on 11 June 2021.", 0, "none", NULL, NULL },
};

static void
test_told (gconstpointer data)
{
  const Told *row = data;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = analyse (row->text, row->language, &text);
  const RcpFoundAccount *account;

  g_assert_cmpuint (findings->accounts->len, >, row->account);
  account = findings->accounts->pdata[row->account];
  g_test_message ("%s by %s, %s", rcp_enum_to_nick (RCP_TYPE_QUOTATION, account->quotation),
                  account->speaker >= 0 ? get_speaker (findings, account->speaker) : "nobody", account->attribution);
  g_assert_cmpstr (rcp_enum_to_nick (RCP_TYPE_QUOTATION, account->quotation), ==, row->quotation);
  g_assert_cmpstr (get_speaker (findings, account->speaker), ==, row->speaker);
  g_assert_cmpstr (account->attribution, ==, row->attribution);
}

/* Whole articles: what is found stands in a file beside them. */
static void
test_golden (gconstpointer data)
{
  g_autofree char *text_name = g_strdup_printf ("quotations-%s.txt", (const char *) data);
  g_autofree char *expected_name = g_strdup_printf ("quotations-%s.expected", (const char *) data);
  g_autofree char *text_path = g_test_build_filename (G_TEST_DIST, "fixtures", "articles", text_name, NULL);
  g_autofree char *expected_path = g_test_build_filename (G_TEST_DIST, "fixtures", "articles", expected_name, NULL);
  g_autofree char *article = NULL, *expected = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpFindings) findings = NULL;
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (text_path, &article, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);
  findings = analyse (article, data, &text);
  for (guint i = 0; i < findings->quotations->len; i++)
    {
      const RcpFoundQuotation *quotation = findings->quotations->pdata[i];
      const char *speaker = get_speaker (findings, quotation->speaker);
      g_autofree char *said = rcp_segmented_text_dup_range (text, quotation->range);

      check_ranges (text, quotation);
      g_string_append_printf (got, "%s | %s | %s | %s | %s\n", rcp_enum_to_nick (RCP_TYPE_QUOTATION, quotation->kind),
                              speaker ? speaker : "-", quotation->medium ? quotation->medium : "-",
                              quotation->attribution ? quotation->attribution : "-", said);
    }
  if (strcmp (got->str, expected) != 0)
    g_test_message ("found:\n%s", got->str);
  g_assert_cmpstr (got->str, ==, expected);
}

/* Marks that nothing closes, a quotation without end, a verb of saying over and over: an answer in bounded time. */
static void
test_odd_input (void)
{
  static const char *const units[] = { "« la Grèce a dit « que ", "\"", "a-t-il dit, ", "“Anna Berg said, “he said, ",
                                       "selon Anna Berg, selon ", "‘she’ said ’", "said said said ", "— a dit : « ",
                                       "Anna Berg and " };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint language = 0; language < 2; language++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autoptr (RcpSegmentedText) segmented = NULL;
        g_autoptr (RcpFindings) findings = NULL;
        gint64 start_us = g_get_monotonic_time ();

        for (guint k = 0; k < 2000; k++)
          g_string_append (text, units[i]);
        findings = analyse (text->str, language ? "en" : "fr", &segmented);
        for (guint k = 0; k < findings->quotations->len; k++)
          check_ranges (segmented, findings->quotations->pdata[k]);
        g_assert_cmpint (g_get_monotonic_time () - start_us, <, 60 * G_USEC_PER_SEC);
      }
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
      g_autofree char *path = g_strconcat ("/quotation-finder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autofree char *path = g_strconcat ("/quotation-finder/account/", told[i].name, NULL);

      g_test_add_data_func (path, &told[i], test_told);
    }
  g_test_add_data_func ("/quotation-finder/article/fr", "fr", test_golden);
  g_test_add_data_func ("/quotation-finder/article/en", "en", test_golden);
  g_test_add_func ("/quotation-finder/odd-input", test_odd_input);
  status = g_test_run ();
  rcp_analyser_unref (analyser);
  return status;
}
