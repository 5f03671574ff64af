#include "config.h"

#include "rcp-date-finder.h"
#include "rcp-enum-types.h"

/* How a value was reached: the rule, the steps before it, and the time of day that stays beside it. */

static RcpDateFinder *finder;

typedef struct
{
  const char *name;
  const char *language;
  const char *reference;
  const char *text;
  const char *value;
  const char *rule;
  const char *steps; /* NULL for none */
  const char *time;  /* NULL for none */
} Row;

static const Row rows[] = {
  { "fr/written", "fr", NULL, "Fondé le 4 mars 1998.", "1998-03-04", "written", NULL, NULL },
  { "fr/nearest-year", "fr", "2022-09-14", "Il est parti le 3 août.", "2022-08-03", "year-nearest", NULL, NULL },
  { "fr/fuzzy", "fr", "2022-09-14", "Il est parti à la mi-août.", "2022-08-11/2022-08-20~", "fuzzy-part",
    "year-nearest 2022-08", NULL },
  { "fr/until", "fr", "2022-09-14", "Le pont restera fermé jusqu’à vendredi.", "../2022-09-16", "until",
    "weekday-after 2022-09-16", NULL },
  { "fr/since", "fr", "2022-09-14", "La mine est fermée depuis 2009.", "2009-01-01/..", "since", "written 2009", NULL },
  { "en/after", "en", "2022-09-14", "It has been quiet after 3 May 2021.", "2021-05-04/..", "after", "written 2021-05-03",
    NULL },
  { "en/before", "en", "2022-09-14", "It must be paid before 3 May 2021.", "../2021-05-02", "before", "written 2021-05-03",
    NULL },
  { "fr/between", "fr", "2022-09-14", "La foire a duré du 3 au 5 mai.", "2022-05-03/2022-05-05", "between",
    "year-nearest 2022-05-03;year-nearest 2022-05-05", NULL },
  { "fr/weekday-of-week", "fr", "2022-09-14", "Il a voté mardi de la semaine dernière.", "2022-09-06", "nth",
    "unit 2022-09-05/2022-09-11", NULL },
  { "en/nth", "en", "2022-09-14", "It fell on the first Monday of March 2021.", "2021-03-01", "nth", "written 2021-03", NULL },
  { "en/week-of", "en", "2022-09-14", "They met in the week of May 3 2021.", "2021-05-03/2021-05-09", "unit",
    "written 2021-05-03", NULL },
  { "en/holiday", "en", "2022-09-14", "Shops closed on Christmas 2020.", "2020-12-25", "holiday", NULL, NULL },
  { "fr/evening", "fr", "2022-09-14", "Il est arrivé mardi soir.", "2022-09-13", "weekday-before", NULL, "TEV" },
  { "fr/clock", "fr", "2022-09-14", "Il est arrivé mardi à 14 h 30.", "2022-09-13", "weekday-before", NULL, "T14:30" },
  { "fr/zone", "fr", "2022-09-14", "Le train est parti mardi à 14h30 GMT.", "2022-09-13", "weekday-before", NULL, "T14:30Z" },
  { "en/zone", "en", "2022-09-14", "The train left on Tuesday at 14:30 CEST.", "2022-09-13", "weekday-before", NULL,
    "T14:30+02:00" },
  { "fr/interval-reference", "fr", "2022-09-12/2022-09-14", "Il part en fin de semaine.", "2022-09-15/2022-09-18~",
    "fuzzy-part", "unit 2022-09-12/2022-09-18", NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (row->text, row->language, NULL);
  g_autoptr (RcpEdtf) reference = row->reference ? rcp_edtf_parse (row->reference, NULL) : NULL;
  g_autoptr (GPtrArray) dates = rcp_date_finder_find (finder, text, reference);
  const RcpDateExpression *date;
  g_autofree char *steps = NULL;

  g_assert_cmpuint (dates->len, >, 0);
  date = dates->pdata[dates->len - 1];
  steps = rcp_date_expression_format_steps (date);
  g_assert_cmpstr (rcp_edtf_get_string (date->value), ==, row->value);
  g_assert_cmpstr (rcp_enum_to_nick (RCP_TYPE_DATE_RULE, date->rule), ==, row->rule);
  g_assert_cmpstr (steps, ==, row->steps);
  g_assert_cmpstr (date->time, ==, row->time);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  finder = rcp_date_finder_new (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/date-steps/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  result = g_test_run ();
  rcp_date_finder_free (finder);
  return result;
}
