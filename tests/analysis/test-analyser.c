#include "config.h"

#include <string.h>

#include <glib.h>

#include "rcp-analyser.h"

static RcpAnalyser *analyser;

typedef struct
{
  RcpDocument *document;
  RcpSegmentedText *text;
} Article;

static void
article_clear (Article *article)
{
  g_clear_pointer (&article->document, rcp_document_unref);
  g_clear_pointer (&article->text, rcp_segmented_text_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Article, article_clear)

static void
article_read (Article *article, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;

  article->document = rcp_document_read (bytes, NULL, "article.txt", NULL, &error);
  g_assert_no_error (error);
  article->text = rcp_segmented_text_new (article->document->text,
                                          article->document->language ? article->document->language : "",
                                          article->document->set_aside);
}

static RcpFindings *
analyse (const Article *article, const char *published)
{
  g_autoptr (RcpEdtf) date = published ? rcp_edtf_parse (published, NULL) : NULL;
  g_autoptr (RcpPublication) publication
      = date ? rcp_publication_new (date, RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL, (RcpRange){ 0, 0 }) : NULL;

  return rcp_analyser_analyse (analyser, article->document, article->text, publication, rcp_day_from_ymd (2024, 1, 1));
}

#define TEXT "Un accord de pêche entre le Portugal et le Maroc\n\n" \
             "Le Portugal a signé mardi un accord de pêche avec le Maroc. Le texte compte douze articles."

/* The publication date given is the one that "mardi" counts from, whatever the text lets infer. */
static void
test_given_publication (void)
{
  g_auto (Article) article = { NULL };
  g_autoptr (RcpFindings) early = NULL;
  g_autoptr (RcpFindings) late = NULL;
  const RcpFoundAccount *a, *b;

  article_read (&article, TEXT);
  early = analyse (&article, "2021-06-16");
  late = analyse (&article, "2022-06-16");
  g_assert_cmpint (early->publication->basis, ==, RCP_PUBLISHED_USER);
  g_assert_cmpuint (early->accounts->len, >=, 1);
  g_assert_cmpuint (early->accounts->len, ==, late->accounts->len);
  a = early->accounts->pdata[early->accounts->len - 1];
  b = late->accounts->pdata[late->accounts->len - 1];
  g_assert_cmpstr (rcp_edtf_get_string (a->when), ==, "2021-06-15");
  g_assert_cmpstr (rcp_edtf_get_string (b->when), ==, "2022-06-14");
}

static void
test_whole (void)
{
  g_auto (Article) article = { NULL };
  g_autoptr (RcpFindings) findings = NULL;

  article_read (&article, TEXT);
  findings = analyse (&article, NULL);
  g_assert_cmpuint (findings->version, ==, RCP_ANALYSIS_VERSION);
  g_assert_cmpstr (findings->language, ==, "fr");
  g_assert_cmpuint (findings->dates->len, >=, 1);
  g_assert_cmpuint (findings->actors->len, >=, 2);
  g_assert_cmpuint (findings->mentions->len, >=, findings->actors->len);
  g_assert_cmpuint (findings->fingerprints->len, >=, 1);
  g_assert_cmpuint (findings->n_words, >=, 25);
  g_assert_cmpuint (findings->n_words, <=, 28);
  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      g_assert_cmpuint (account->range.end, <=, article.text->length);
      g_assert_cmpint (account->date, <, (int) findings->dates->len);
      for (guint k = 0; k < account->actors->len; k++)
        g_assert_cmpuint (g_array_index (account->actors, guint, k), <, findings->actors->len);
      for (guint k = 1; k < account->terms->len; k++)
        g_assert_cmpuint (g_array_index (account->terms, guint32, k - 1), <, g_array_index (account->terms, guint32, k));
    }
}

/* Any thread may use one analyser, and the same input gives the same findings. */
static gpointer
analyse_in_thread (gpointer data)
{
  const Article *article = data;

  return analyse (article, "2021-06-16");
}

static void
test_threads (void)
{
  g_auto (Article) article = { NULL };
  GThread *threads[4];
  RcpFindings *findings[4];

  article_read (&article, TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("analyse", analyse_in_thread, &article);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    findings[i] = g_thread_join (threads[i]);
  for (guint i = 1; i < G_N_ELEMENTS (threads); i++)
    {
      g_assert_cmpuint (findings[i]->accounts->len, ==, findings[0]->accounts->len);
      for (guint k = 0; k < findings[0]->accounts->len; k++)
        g_assert_cmpstr (((RcpFoundAccount *) findings[i]->accounts->pdata[k])->title, ==,
                         ((RcpFoundAccount *) findings[0]->accounts->pdata[k])->title);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    rcp_findings_unref (findings[i]);
}

/* Refining gives one answer for each article: the findings themselves where nothing is to be learned. */
static void
test_refine (void)
{
  g_auto (Article) one = { NULL };
  g_auto (Article) two = { NULL };
  g_autoptr (RcpFindings) a = NULL;
  g_autoptr (RcpFindings) b = NULL;
  g_autoptr (GPtrArray) refined = NULL;

  article_read (&one, TEXT);
  article_read (&two, "Inauguration\n\nLe 3 mars 2020, le Chili a inauguré un port.");
  a = analyse (&one, "2021-06-16");
  b = analyse (&two, "2020-03-04");
  refined = rcp_analyser_refine (analyser, (RcpDocument *[]){ one.document, two.document },
                                 (RcpSegmentedText *[]){ one.text, two.text }, (RcpFindings *[]){ a, b }, NULL, 2,
                                 rcp_day_from_ymd (2024, 1, 1));
  g_assert_cmpuint (refined->len, ==, 2);
  g_assert_true (refined->pdata[0] == a);
  g_assert_true (refined->pdata[1] == b);
}

typedef struct
{
  const char *name;
  const char *text;
} Odd;

static const Odd odd[] = {
  { "empty", "" },
  { "one-word", "Bonjour" },
  { "only-punctuation", "... !!! ??? « » ( ) — ;" },
  { "one-sentence", "Le Chili a signé." },
  { "third-language", "Der Bundestag hat am Dienstag das Gesetz angenommen. Die Opposition stimmte dagegen." },
  { "only-a-date", "16 mars 2024" },
  { "open-quotation", "« Le Chili a signé l'accord avec le Pérou mardi (dit-il, et" },
};

static void
test_odd (gconstpointer data)
{
  const Odd *row = data;
  g_autoptr (GArray) set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  /* Made by hand: the reader refuses what is no article at all. */
  RcpDocument document = { .text = (char *) row->text, .language = (char *) "fr", .set_aside = set_aside };
  Article article = { &document, NULL };
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, "fr", NULL);
  g_autoptr (RcpFindings) findings = NULL;

  article.text = text;
  findings = analyse (&article, NULL);
  for (guint i = 0; i < findings->accounts->len; i++)
    {
      const RcpFoundAccount *account = findings->accounts->pdata[i];

      g_assert_cmpuint (account->range.end, <=, article.text->length);
      g_assert_true (g_utf8_validate (account->title, -1, NULL));
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
  g_test_add_func ("/analyser/given-publication", test_given_publication);
  g_test_add_func ("/analyser/whole", test_whole);
  g_test_add_func ("/analyser/threads", test_threads);
  g_test_add_func ("/analyser/refine", test_refine);
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *path = g_strconcat ("/analyser/odd/", odd[i].name, NULL);

      g_test_add_data_func (path, &odd[i], test_odd);
    }
  status = g_test_run ();
  rcp_analyser_unref (analyser);
  return status;
}
