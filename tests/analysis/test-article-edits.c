#include "config.h"

#include <string.h>

#include "rcp-analyser.h"
#include "rcp-article-edits.h"

static RcpAnalyser *analyser;

#define LEAD "The tram line in Harlow reopened on Monday.\n\n"

/* @edits: "kind points" for each expected edit, in order, separated by semicolons; points as letters: d date, n number,
 * a actor, t telling, q attribution. */
typedef struct
{
  const char *name;
  const char *language;
  const char *before;
  const char *after;
  const char *edits;
} Row;

static const Row rows[] = {
  { "none", "en", LEAD "Police arrested four men on Tuesday.", LEAD "Police arrested four men on Tuesday.", "" },
  { "spelling-only", "en", LEAD "Police arrested four men, on tuesday, near the depot.",
    LEAD "Police arrested four men on Tuesday near the old depot.", "" },
  { "moved", "en", LEAD "Police arrested four men on Tuesday. The mayor of Harlow thanked the crew.",
    LEAD "The mayor of Harlow thanked the crew. Police arrested four men on Tuesday.", "" },
  { "number", "en", LEAD "The blast at the depot killed four people on Tuesday.",
    LEAD "The blast at the depot killed six people on Tuesday.", "changed n" },
  { "date", "en", LEAD "The blast at the depot killed four people on Tuesday.",
    LEAD "The blast at the depot killed four people on Wednesday.", "changed d" },
  { "status", "fr", "La digue a cédé.\n\nLa Norvège a signé lundi un accord de pêche avec l’Islande.",
    "La digue a cédé.\n\nLa Norvège n’a pas signé lundi un accord de pêche avec l’Islande.", "changed t" },
  { "actor", "fr", "La digue a cédé.\n\nLa Norvège a signé lundi un accord de pêche avec l’Islande.",
    "La digue a cédé.\n\nLa Norvège a signé lundi un accord de pêche avec l’Irlande.", "changed a" },
  { "added", "en", LEAD "The work took a while.",
    LEAD "The work took a while. Police arrested four men on Tuesday in Leeds.", "added" },
  { "removed", "en", LEAD "The work took a while. Police arrested four men on Tuesday in Leeds.",
    LEAD "The work took a while.", "removed" },
  { "nothing-told", "en", LEAD "Police arrested four men on Tuesday.",
    LEAD "Police arrested four men on Tuesday. More soon.", "" },
};

static RcpFindings *
analyse (const char *text, const char *language, RcpSegmentedText **cut)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, NULL, "article.txt", NULL, NULL);
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2023-05-11", NULL);
  g_autoptr (RcpPublication) publication = rcp_publication_new (date, RCP_PUBLISHED_USER, RCP_DATE_RULE_USER, NULL,
                                                                (RcpRange){ 0, 0 });

  *cut = rcp_segmented_text_new (document->text, language, document->set_aside);
  return rcp_analyser_analyse (analyser, document, *cut, publication, rcp_day_from_ymd (2023, 6, 1));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) text_before = NULL, text_after = NULL;
  g_autoptr (RcpFindings) before = analyse (row->before, row->language, &text_before);
  g_autoptr (RcpFindings) after = analyse (row->after, row->language, &text_after);
  g_autoptr (GArray) edits = rcp_article_edits_find (text_before, before, text_after, after);
  g_autoptr (GString) told = g_string_new (NULL);
  static const char *const kinds[] = { "added", "removed", "changed" };
  static const char letters[] = "dnatq";

  for (guint i = 0; i < edits->len; i++)
    {
      const RcpFoundEdit *edit = &g_array_index (edits, RcpFoundEdit, i);

      g_string_append_printf (told, "%s%s", i ? ";" : "", kinds[edit->kind]);
      g_assert_cmpint (edit->kind == RCP_EDIT_ADDED, ==, rcp_range_length (edit->before) == 0);
      g_assert_cmpint (edit->kind == RCP_EDIT_REMOVED, ==, rcp_range_length (edit->after) == 0);
      if (edit->kind != RCP_EDIT_CHANGED)
        continue;
      g_string_append_c (told, ' ');
      for (guint k = 0; k < strlen (letters); k++)
        if (edit->points & (1u << k))
          g_string_append_c (told, letters[k]);
    }
  g_assert_cmpstr (told->str, ==, row->edits);
}

/* A text that was written anew from one end to the other: bounded, and told as gone and come. */
static void
test_rewritten (void)
{
  g_autoptr (GString) a = g_string_new (NULL), b = g_string_new (NULL);
  g_autoptr (RcpSegmentedText) text_before = NULL, text_after = NULL;
  g_autoptr (RcpFindings) before = NULL, after = NULL;
  g_autoptr (GArray) edits = NULL;
  gint64 start_us;

  for (guint i = 0; i < 1500; i++)
    {
      g_string_append_printf (a, "On Monday the crew of boat %u left Bergen for good. ", i);
      g_string_append_printf (b, "Nobody in Oslo saw what became of wagon %u after Friday. ", i);
    }
  before = analyse (a->str, "en", &text_before);
  after = analyse (b->str, "en", &text_after);
  start_us = g_get_monotonic_time ();
  edits = rcp_article_edits_find (text_before, before, text_after, after);
  g_assert_cmpint (g_get_monotonic_time () - start_us, <, 20 * G_USEC_PER_SEC);
  g_assert_cmpuint (edits->len, >, 2000);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int failures;

  g_test_init (&argc, &argv, NULL);
  analyser = rcp_analyser_new (&error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-edits/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/article-edits/rewritten", test_rewritten);
  failures = g_test_run ();
  rcp_analyser_unref (analyser);
  return failures;
}
