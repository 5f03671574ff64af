#include "config.h"

#include <stdio.h>
#include <time.h>

#include "rcp-name-tagger.h"

/* Characters a second of the sequence model of names, on one core.  usage: bench-names LANGUAGE FILE */

#define SECONDS 3

/* Seconds of this core, whatever else the machine does. */
static double
now (void)
{
  return (double)clock () / CLOCKS_PER_SEC;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpNameModel) model = NULL;
  g_autoptr (RcpNameTagger) tagger = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (RcpSegmentedText) text = NULL;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (RcpTaggedName));
  double start, opening, took;
  guint n_rounds = 0;

  if (argc != 3 || !g_file_get_contents (argv[2], &contents, NULL, &error))
    {
      fprintf (stderr, "bench-names: %s\n", error ? error->message : "give a language and a file");
      return 2;
    }
  start = now ();
  model = rcp_name_model_new_shipped (&error);
  opening = now () - start;
  if (model == NULL)
    {
      fprintf (stderr, "bench-names: %s\n", error->message);
      return 1;
    }
  tagger = rcp_name_tagger_new (model);
  text = rcp_segmented_text_new (contents, argv[1], NULL);
  rcp_name_tagger_tag (tagger, text, names);
  start = now ();
  do
    {
      g_array_set_size (names, 0);
      rcp_name_tagger_tag (tagger, text, names);
      n_rounds++;
    }
  while ((took = now () - start) < SECONDS);
  printf ("%s: %.2f million characters a second; %u names in %u characters; model opened in %.2f ms\n", argv[1],
          text->length / 1e6 * n_rounds / took, names->len, text->length, opening * 1e3);
  return 0;
}
