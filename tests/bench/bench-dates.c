/* Measures how fast dates are found and resolved, on one core.
 *
 *   bench-dates LANGUAGE FILE    FILE holds news texts, a record separator (U+001E) between them
 *
 * Prints megabytes a second over the articles, text to expressions, then the same for one text of growing length: the cost of
 * a byte must not grow with it. */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "rcp-date-finder.h"

#define SEPARATOR "\x1e"

/* Each figure takes at least so long. */
#define LEAST_US (2 * G_USEC_PER_SEC)

static guint
find (const RcpDateFinder *finder, const char *words, const char *language, RcpEdtf *reference)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (words, language, NULL);
  g_autoptr (GPtrArray) dates = rcp_date_finder_find (finder, text, reference);

  return dates->len;
}

static void
measure_articles (const RcpDateFinder *finder, char **articles, const char *language, RcpEdtf *reference)
{
  gint64 started = g_get_monotonic_time (), taken;
  gsize n_bytes = 0;
  guint n_dates = 0, n_rounds = 0;

  do
    {
      n_dates = 0;
      for (guint i = 0; articles[i]; i++)
        {
          n_dates += find (finder, articles[i], language, reference);
          n_bytes += strlen (articles[i]);
        }
      n_rounds++;
      taken = g_get_monotonic_time () - started;
    }
  while (taken < LEAST_US);
  printf ("recoupe %s: %.1f MB/s (%u texts of %.0f kB in all, %u expressions, %u rounds)\n", language,
          (double) n_bytes / taken, g_strv_length (articles), (double) n_bytes / n_rounds / 1000, n_dates, n_rounds);
}

static void
measure_length (const RcpDateFinder *finder, const char *all, gsize length, const char *language, RcpEdtf *reference)
{
  g_autoptr (GString) words = g_string_sized_new (length + 1);
  gint64 started, taken;
  guint n_rounds = 0;

  while (words->len < length)
    g_string_append (words, all);
  g_string_truncate (words, length);
  while (!g_utf8_validate (words->str, -1, NULL))
    g_string_truncate (words, words->len - 1);
  started = g_get_monotonic_time ();
  do
    {
      find (finder, words->str, language, reference);
      n_rounds++;
      taken = g_get_monotonic_time () - started;
    }
  while (taken < LEAST_US / 4);
  printf ("recoupe %s: %9" G_GSIZE_FORMAT " bytes in one line: %.1f MB/s\n", language, length, (double) words->len * n_rounds / taken);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDateFinder) finder = NULL;
  g_autoptr (RcpEdtf) reference = rcp_edtf_new_day (rcp_day_from_ymd (2024, 3, 27));
  g_autofree char *all = NULL;
  g_auto (GStrv) articles = NULL;

  if (argc != 3)
    {
      fputs ("usage: bench-dates LANGUAGE FILE\n", stderr);
      return 2;
    }
  finder = rcp_date_finder_new (&error);
  if (finder == NULL || !g_file_get_contents (argv[2], &all, NULL, &error))
    {
      fprintf (stderr, "bench-dates: %s\n", error->message);
      return 1;
    }
  articles = g_strsplit (all, SEPARATOR, -1);
  measure_articles (finder, articles, argv[1], reference);
  for (char *at = all; *at; at++)
    if (*at == '\n' || *at == *SEPARATOR)
      *at = ' ';
  for (gsize length = 1000; length <= 10000000; length *= 10)
    measure_length (finder, all, length, argv[1], reference);
  measure_length (finder, all, 50000000, argv[1], reference);
  return 0;
}
