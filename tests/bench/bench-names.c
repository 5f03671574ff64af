#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "rcp-name-tagger.h"

/* Characters a second of the sequence model of names, on one core.  usage: bench-names LANGUAGE FILE */

#define SECONDS 3

static double
since (gint64 start_us)
{
  return (double)(g_get_monotonic_time () - start_us) / G_USEC_PER_SEC;
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
  gint64 start_us;
  double opening, took;
  guint n_rounds = 0;

  if (argc != 3 || !g_file_get_contents (argv[2], &contents, NULL, &error))
    {
      fprintf (stderr, "bench-names: %s\n", error ? error->message : "give a language and a file");
      return 2;
    }
  start_us = g_get_monotonic_time ();
  model = rcp_name_model_new_shipped (&error);
  opening = since (start_us);
  if (model == NULL)
    {
      fprintf (stderr, "bench-names: %s\n", error->message);
      return 1;
    }
  tagger = rcp_name_tagger_new (model);
  text = rcp_segmented_text_new (contents, argv[1], NULL);
  rcp_name_tagger_tag (tagger, text, names);
  start_us = g_get_monotonic_time ();
  do
    {
      g_array_set_size (names, 0);
      rcp_name_tagger_tag (tagger, text, names);
      n_rounds++;
    }
  while ((took = since (start_us)) < SECONDS);
  printf ("%s: %.2f million characters a second; %u names in %u characters; model opened in %.2f ms\n", argv[1],
          text->length / 1e6 * n_rounds / took, names->len, text->length, opening * 1e3);
  return 0;
}
