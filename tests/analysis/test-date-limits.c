#include "config.h"

#include <string.h>

#include "rcp-date-finder.h"

/* Texts that no writer writes: the time is bounded, and nothing is made up. */

static RcpDateFinder *finder;

static GPtrArray *
find (const char *words, const char *language)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (words, language, NULL);
  g_autoptr (RcpEdtf) reference = rcp_edtf_new_day (rcp_day_from_ymd (2024, 3, 27));

  return rcp_date_finder_find (finder, text, reference);
}

static char *
repeat (const char *words, gsize n)
{
  GString *all = g_string_sized_new (strlen (words) * n + 1);

  for (gsize i = 0; i < n; i++)
    g_string_append (all, words);
  return g_string_free (all, FALSE);
}

/* Microseconds for @n times the words; the best of three. */
static gint64
measure (const char *words, gsize n)
{
  g_autofree char *all = repeat (words, n);
  gint64 best = G_MAXINT64;

  for (int i = 0; i < 3; i++)
    {
      gint64 started = g_get_monotonic_time ();
      g_autoptr (GPtrArray) dates = find (all, "fr");

      best = MIN (best, g_get_monotonic_time () - started);
    }
  return best;
}

typedef struct
{
  const char *name;
  const char *words;
} Repeated;

static const Repeated repeated[] = {
  { "dates", "mardi 26 mars 2024 à 14 h 30 " },
  { "lists", "3, 4, 5, 6 et " },
  { "hyphens", "3-4-5-6-" },
  { "numbers", "deux cent mille trois " },
  { "digits", "12345678901234567890" },
  { "openers", "du début de la fin de la mi-" },
  { "ranges", "entre le 3 et le 5 et le 7 et " },
  { "one-word", "janvier" },
  { "capitals", "XIXE SIÈCLE " },
  { "strokes", "1/2/3/4/" },
  { "marks", "é\xcc\x81\xcc\x81\xcc\x81" },
};

/* Sixteen times the text takes sixteen times as long, not 256 times: there is room for a busy machine between the two. */
static void
test_grows_with_length (gconstpointer data)
{
  const Repeated *row = data;
  gint64 once = measure (row->words, 1000), often = measure (row->words, 16000);

  g_test_message ("%s: %d µs, %d µs", row->name, (int) once, (int) often);
  g_assert_cmpint (often, <, 80 * MAX (once, 1000));
}

static void
test_ten_thousand (void)
{
  g_autofree char *all = repeat ("mardi 26 mars 2024, ", 10000);
  g_autoptr (GPtrArray) dates = find (all, "fr");

  g_assert_cmpuint (dates->len, ==, 10000);
  for (guint i = 0; i < dates->len; i++)
    g_assert_cmpstr (rcp_edtf_get_string (((RcpDateExpression *) dates->pdata[i])->value), ==, "2024-03-26");
}

typedef struct
{
  const char *name;
  const char *language;
  const char *words;
} NoDay;

/* What names no day of the calendar gives none; what contradicts itself says so. */
static const NoDay no_days[] = {
  { "fr/31-february", "fr", "Il est parti le 31 février 2023." },
  { "fr/31-february-no-year", "fr", "Il est parti le 31 février." },
  { "fr/45-march", "fr", "Il est parti le 45 mars 2023." },
  { "en/february-30", "en", "He left on February 30, 2023." },
  { "en/45-march", "en", "He left on 45 March 2023." },
  { "en/29-february", "en", "He left on 29 February 2023." },
  { "fr/year-0", "fr", "Il est parti le 3 mars 0." },
  { "fr/year-12024", "fr", "Il est parti le 3 mars 12024." },
  { "en/year-12024", "en", "He left on March 3, 12024." },
  { "en/13-13", "en", "He left on 13/13/2023." },
  { "iso/month-13", "en", "He left on 2023-13-01." },
  { "iso/day-32", "fr", "Il est parti le 2023-01-32." },
  { "fr/weekday-contradicts", "fr", "Il est parti mardi 27 mars 2024." },
};

static void
test_no_day (gconstpointer data)
{
  const NoDay *row = data;
  g_autoptr (GPtrArray) dates = find (row->words, row->language);

  for (guint i = 0; i < dates->len; i++)
    {
      const RcpDateExpression *date = dates->pdata[i];

      g_test_message ("%s: %s", date->text, date->value ? rcp_edtf_get_string (date->value) : "none");
      g_assert_true (date->value == NULL || date->conflict || !rcp_edtf_is_exact_day (date->value));
    }
}

/* Figures that no calendar holds give no value; what is told after them is counted as if they weren't there. */
static void
test_beyond_calendar (void)
{
  static const char *const words[] = {
    "More than two weeks after 3 May 2019 it began. Ten days earlier it was quiet. Three years later it was over.",
    "More than two weeks before 3 May 2019 it began. Ten days earlier it was quiet. Three years later it was over.",
    "About 900000000 years ago it began, some 900000000 days after 3 May 2019.",
    "In the next 900000000 quarters and the first 900000000 months of 2019, week 900000000 of 2019.",
    "Christmas 900000000 years ago, 9999 years and 9999 months after 31 December 2018.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GPtrArray) dates = find (words[i], "en");

      g_assert_cmpuint (dates->len, >, 0);
      for (guint j = 0; j < dates->len; j++)
        {
          const RcpDateExpression *date = dates->pdata[j];

          g_test_message ("%s: %s", date->text, date->value ? rcp_edtf_get_string (date->value) : "none");
          g_assert_true (date->value == NULL || !strstr (date->text, "900000000"));
          g_assert_true (date->value == NULL || !rcp_edtf_is_bounded (date->value)
                         || rcp_day_to_ymd (rcp_edtf_get_first_day (date->value)).year > 2000);
        }
    }
}

static void
test_no_reference (void)
{
  g_autoptr (RcpSegmentedText) text
      = rcp_segmented_text_new ("Mardi, il y a trois ans, hier et le 3 mars, puis le 4 mai 2021.", "fr", NULL);
  g_autoptr (GPtrArray) dates = rcp_date_finder_find (finder, text, NULL);
  const RcpDateExpression *last;

  g_assert_cmpuint (dates->len, >, 1);
  for (guint i = 0; i + 1 < dates->len; i++)
    g_assert_null (((RcpDateExpression *) dates->pdata[i])->value);
  last = dates->pdata[dates->len - 1];
  g_assert_cmpstr (rcp_edtf_get_string (last->value), ==, "2021-05-04");
}

/* References at the edges of the calendar. */
static void
test_edge_reference (void)
{
  static const char *const references[] = { "0001-01-01", "9999-12-31", "../2024-03-27", "2024-03-27/..", "199X", "19XX" };
  static const char *const words
      = "Il y a deux ans, hier, mardi, lundi prochain, dans trois siècles, le mois dernier, l'an prochain, fin décembre, "
        "la semaine prochaine, le 31, à Pâques, l’hiver prochain, le week-end dernier, dans dix mille ans.";

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (words, "fr", NULL);
      g_autoptr (RcpEdtf) reference = rcp_edtf_parse (references[i], NULL);
      g_autoptr (GPtrArray) dates = rcp_date_finder_find (finder, text, reference);

      g_assert_nonnull (reference);
      g_assert_cmpuint (dates->len, >, 5);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  finder = rcp_date_finder_new (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (repeated); i++)
    {
      g_autofree char *path = g_strconcat ("/date-limits/length/", repeated[i].name, NULL);

      g_test_add_data_func (path, &repeated[i], test_grows_with_length);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_days); i++)
    {
      g_autofree char *path = g_strconcat ("/date-limits/no-day/", no_days[i].name, NULL);

      g_test_add_data_func (path, &no_days[i], test_no_day);
    }
  g_test_add_func ("/date-limits/ten-thousand", test_ten_thousand);
  g_test_add_func ("/date-limits/beyond-calendar", test_beyond_calendar);
  g_test_add_func ("/date-limits/no-reference", test_no_reference);
  g_test_add_func ("/date-limits/edge-reference", test_edge_reference);
  result = g_test_run ();
  rcp_date_finder_free (finder);
  return result;
}
