/* Measures how fast actors are found, on one core.
 *
 *   bench-actors LANGUAGE FILE    FILE holds news texts, a record separator (U+001E) between them
 *
 * Prints millions of characters a second of processor time, text to actors with all their mentions, then the same for one text of growing
 * length: the cost of a character must not grow with it. */

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "rcp-actor-finder.h"

#define SEPARATOR "\x1e"

/* Each figure takes at least so long. */
#define LEAST_US (2 * G_USEC_PER_SEC)

/* Of this process alone, whatever else the machine does. */
static gint64
processor_us (void)
{
  return (gint64) clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

static guint
find (const RcpActorFinder *finder, const char *words, const char *language, guint *length)
{
  g_autoptr (RcpSegmentedText) text = rcp_segmented_text_new (words, language, NULL);
  g_autoptr (GPtrArray) actors = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_actor_free);
  g_autoptr (GArray) mentions = g_array_new (FALSE, FALSE, sizeof (RcpMention));

  rcp_actor_finder_find (finder, text, NULL, actors, mentions);
  *length = text->length;
  return mentions->len;
}

static void
measure_articles (const RcpActorFinder *finder, char **articles, const char *language)
{
  gint64 started = processor_us (), taken;
  guint64 n_characters = 0;
  guint n_mentions, n_rounds = 0;

  do
    {
      n_mentions = 0;
      for (guint i = 0; articles[i]; i++)
        {
          guint length;

          n_mentions += find (finder, articles[i], language, &length);
          n_characters += length;
        }
      n_rounds++;
      taken = processor_us () - started;
    }
  while (taken < LEAST_US);
  printf ("recoupe %s: %.2f million characters/s (%u texts of %.2f million characters in all, %u mentions, %u rounds)\n", language,
          (double) n_characters / taken, g_strv_length (articles), (double) n_characters / n_rounds / 1e6, n_mentions, n_rounds);
}

static void
measure_length (const RcpActorFinder *finder, const char *all, gsize length, const char *language)
{
  g_autoptr (GString) words = g_string_sized_new (length + 1);
  guint64 n_characters = 0;
  gint64 started, taken;

  while (words->len < length)
    g_string_append (words, all);
  g_string_truncate (words, length);
  while (!g_utf8_validate (words->str, -1, NULL))
    g_string_truncate (words, words->len - 1);
  started = processor_us ();
  do
    {
      guint n;

      find (finder, words->str, language, &n);
      n_characters += n;
      taken = processor_us () - started;
    }
  while (taken < LEAST_US / 4);
  printf ("recoupe %s: %8" G_GSIZE_FORMAT " bytes in one text: %.2f million characters/s\n", language, length,
          (double) n_characters / taken);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpLexicon) lexicon = NULL;
  g_autoptr (RcpNameModel) model = NULL;
  g_autoptr (RcpActorFinder) finder = NULL;
  g_autofree char *all = NULL;
  g_auto (GStrv) articles = NULL;

  if (argc != 3)
    {
      fputs ("usage: bench-actors LANGUAGE FILE\n", stderr);
      return 2;
    }
  lexicon = rcp_lexicon_new (&error);
  model = lexicon ? rcp_name_model_new_shipped (&error) : NULL;
  if (model == NULL || !g_file_get_contents (argv[2], &all, NULL, &error))
    {
      fprintf (stderr, "bench-actors: %s\n", error->message);
      return 1;
    }
  finder = rcp_actor_finder_new (lexicon, model);
  articles = g_strsplit (all, SEPARATOR, -1);
  measure_articles (finder, articles, argv[1]);
  for (char *at = all; *at; at++)
    if (*at == *SEPARATOR)
      *at = '\n';
  for (gsize length = 1000; length <= 10000000; length *= 10)
    measure_length (finder, all, length, argv[1]);
  return 0;
}
