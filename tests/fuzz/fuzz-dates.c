#include "config.h"

#include "fuzz-main.h"
#include "rcp-date-finder.h"
#include "rcp-publication-date.h"
#include "rcp-tsv.h"

/* Every two bytes choose a word of the grammar's own tables or a figure, and what stands before it: so that the text is full
 * of what dates are made of, in every order. Whatever is found lies in the text, in order, with sound values and steps. */

#define TABLES "/app/recoupe/Recoupe/engine/lexicon/"

static RcpDateFinder *finder;
static GPtrArray *words[2];

static void
read_words (guint language, const char *table)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpTsv) tsv = rcp_tsv_new_for_resource (table, &error);

  g_assert_no_error (error);
  words[language] = g_ptr_array_new_with_free_func (g_free);
  while (rcp_tsv_next (tsv))
    g_ptr_array_add (words[language], g_strdup (rcp_tsv_get (tsv, "form")));
}

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  if (finder != NULL)
    return;
  finder = rcp_date_finder_new (&error);
  g_assert_no_error (error);
  read_words (0, TABLES "dates-fr.tsv");
  read_words (1, TABLES "dates-en.tsv");
}

static char *
compose (guint language, const uint8_t *data, size_t size)
{
  static const char *const glue[] = { " ", " ", " ", " ", "-", "/", ", ", ". ", "\302\240", "\n", ":", "", " le ", " of ", "’", " (" };
  GString *text = g_string_new (NULL);

  for (size_t i = 0; i + 1 < size; i += 2)
    {
      guint choice = data[i] << 8 | data[i + 1];

      g_string_append (text, glue[choice % G_N_ELEMENTS (glue)]);
      choice /= G_N_ELEMENTS (glue);
      if (choice % 256 == 0)
        g_string_append (text, "900000000");
      else if (choice % 4 == 0)
        g_string_append_printf (text, "%u", choice / 4 % 3 == 0 ? 1900 + choice % 200 : choice / 4 % 40);
      else
        g_string_append (text, words[language]->pdata[choice % words[language]->len]);
    }
  return g_string_free (text, FALSE);
}

static void
check (const RcpSegmentedText *text, GPtrArray *dates)
{
  guint last = 0;

  for (guint i = 0; i < dates->len; i++)
    {
      const RcpDateExpression *date = dates->pdata[i];

      g_assert (date->range.start >= last && date->range.start < date->range.end && date->range.end <= text->length);
      last = date->range.end;
      g_assert ((date->value == NULL) == (date->rule == RCP_DATE_RULE_NONE));
      if (date->value)
        g_assert (rcp_edtf_get_first_day (date->value) <= rcp_edtf_get_last_day (date->value));
      for (guint j = 0; date->steps && j < date->steps->len; j++)
        g_assert (g_array_index (date->steps, RcpDateStep, j).rule != RCP_DATE_RULE_NONE);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *composed = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (RcpEdtf) reference = rcp_edtf_new_interval (rcp_day_from_ymd (2024, 3, 27), rcp_day_from_ymd (2024, 3, 29), RCP_EDTF_EXACT);
  g_autoptr (RcpPublication) published = NULL;
  guint language;

  if (size == 0)
    return 0;
  set_up ();
  language = data[0] % 2;
  composed = compose (language, data + 1, size - 1);
  text = rcp_segmented_text_new (composed, language == 0 ? "fr" : "en", NULL);
  for (int pass = 0; pass < 2; pass++)
    {
      g_autoptr (GPtrArray) dates = rcp_date_finder_find (finder, text, pass == 0 ? NULL : reference);

      check (text, dates);
    }
  published = rcp_publication_date_infer (finder, NULL, text, rcp_day_from_ymd (2024, 3, 29));
  g_assert ((published->date == NULL) == (published->basis == RCP_PUBLISHED_UNKNOWN));
  return 0;
}
