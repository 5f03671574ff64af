/* Measures the lexicon of names, on one core.
 *
 *   bench-lexicon LANGUAGE FILE    FILE holds news texts, a record separator (U+001E) between them
 *
 * Prints how long opening takes, and nanoseconds a look-up: the longest name at every token of the texts, and
 * every single word of them by itself. */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "rcp-lexicon.h"

#define SEPARATOR "\x1e"
#define N_OPENINGS 201

/* Each figure takes at least so long, in time of the processor: what else the machine does is not counted. */
#define LEAST_NS 1e9

#define CLASSES                                                                                              \
  (RCP_LEXICON_STATE | RCP_LEXICON_SEAT | RCP_LEXICON_CITY | RCP_LEXICON_ORGANISATION |                      \
   RCP_LEXICON_DEMONYM | RCP_LEXICON_SEEN_PERSON | RCP_LEXICON_SEEN_ORGANISATION | RCP_LEXICON_SEEN_PLACE)

static double
get_ns (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e9 + now.tv_nsec;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 difference = *(const gint64 *) a - *(const gint64 *) b;

  return difference < 0 ? -1 : difference > 0;
}

static void
measure_opening (void)
{
  gint64 times_us[N_OPENINGS];

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      gint64 started_us = g_get_monotonic_time ();
      RcpLexicon *lexicon = rcp_lexicon_new (NULL);

      times_us[i] = g_get_monotonic_time () - started_us;
      rcp_lexicon_free (lexicon);
    }
  printf ("opening: %.3f ms the first time", times_us[0] / 1000.0);
  qsort (times_us, N_OPENINGS, sizeof *times_us, compare_times);
  printf (", %.3f ms in the middle of %d\n", times_us[N_OPENINGS / 2] / 1000.0, N_OPENINGS);
}

static void
measure_runs (const RcpLexicon *lexicon, const GPtrArray *texts, guint classes, const char *name)
{
  double started_ns = get_ns (), taken_ns;
  guint64 n_tokens = 0, n_found = 0;

  do
    {
      for (guint i = 0; i < texts->len; i++)
        {
          const RcpSegmentedText *text = texts->pdata[i];

          for (guint at = 0; at < text->n_tokens; at++)
            {
              const RcpLexiconEntry *entry;

              n_found += rcp_lexicon_match (lexicon, text, at, text->n_tokens, classes, &entry) > 0;
            }
          n_tokens += text->n_tokens;
        }
      taken_ns = get_ns () - started_ns;
    }
  while (taken_ns < LEAST_NS);
  printf ("%s at a token: %.1f ns, %.1f %% found\n", name, taken_ns / n_tokens, 100.0 * n_found / n_tokens);
}

static void
measure_words (const RcpLexicon *lexicon, const GPtrArray *texts)
{
  double started_ns = get_ns (), taken_ns;
  guint64 n_words = 0, n_found = 0;

  do
    {
      for (guint i = 0; i < texts->len; i++)
        {
          const RcpSegmentedText *text = texts->pdata[i];

          for (guint at = 0; at < text->n_tokens; at++)
            if (text->tokens[at].kind != RCP_TOKEN_PUNCTUATION)
              {
                n_found += rcp_lexicon_look_up (lexicon, text->tokens[at].folded, 0xFFFFFFFF,
                                                text->language) != NULL;
                n_words++;
              }
        }
      taken_ns = get_ns () - started_ns;
    }
  while (taken_ns < LEAST_NS);
  printf ("any word alone: %.1f ns, %.1f %% found\n", taken_ns / n_words, 100.0 * n_found / n_words);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLexicon) lexicon = NULL;
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_segmented_text_unref);
  g_autofree char *all = NULL;
  g_auto (GStrv) articles = NULL;

  if (argc != 3)
    {
      fputs ("usage: bench-lexicon LANGUAGE FILE\n", stderr);
      return 2;
    }
  lexicon = rcp_lexicon_new (&error);
  if (lexicon == NULL || !g_file_get_contents (argv[2], &all, NULL, &error))
    {
      fprintf (stderr, "bench-lexicon: %s\n", error->message);
      return 1;
    }
  articles = g_strsplit (all, SEPARATOR, -1);
  for (guint i = 0; articles[i]; i++)
    g_ptr_array_add (texts, rcp_segmented_text_new (articles[i], argv[1], NULL));
  measure_opening ();
  measure_runs (lexicon, texts, CLASSES, "longest name");
  measure_runs (lexicon, texts, RCP_LEXICON_OFFICE, "longest office");
  measure_words (lexicon, texts);
  return 0;
}
