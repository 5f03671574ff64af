#include "config.h"

#include <stdint.h>
#include <stdio.h>

#include "rcp-document.h"
#include "rcp-segmented-text.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* Any bytes are either refused with an error or read into a document whose ranges lie in its text and can be cut. The
 * first byte chooses the media type. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const char *const types[] = { NULL, "text/plain", "text/html", "text/markdown", "text/html; charset=iso-8859-15" };
  const char *type = size > 0 ? types[data[0] % G_N_ELEMENTS (types)] : NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (size > 0 ? data + 1 : data, size > 0 ? size - 1 : 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, type, NULL, NULL, &error);
  g_autoptr (RcpSegmentedText) segmented = NULL;
  guint last = 0;

  g_assert ((document == NULL) == (error != NULL));
  if (document == NULL)
    return 0;
  g_assert (g_utf8_validate (document->text, -1, NULL));
  segmented = rcp_segmented_text_new (document->text, document->language, document->set_aside);
  for (guint i = 0; i < document->set_aside->len; i++)
    {
      const RcpSetAside *aside = &g_array_index (document->set_aside, RcpSetAside, i);

      g_assert (aside->range.start >= last && aside->range.start < aside->range.end
                && aside->range.end <= segmented->length);
      last = aside->range.end;
    }
  g_assert (document->title_range.end <= segmented->length);
  for (guint i = 0; i < segmented->n_tokens; i++)
    g_assert (segmented->tokens[i].start < segmented->tokens[i].end && segmented->tokens[i].sentence < segmented->n_sentences
              && segmented->tokens[i].end <= segmented->length);
  return 0;
}

#ifndef RCP_LIBFUZZER
/* Without libFuzzer: reads the files named, and each of them again with bytes changed and cut by a fixed sequence. */
int
main (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *content = NULL;
      g_autoptr (GRand) random = g_rand_new_with_seed (20240326);
      gsize length;

      if (!g_file_get_contents (argv[i], &content, &length, NULL))
        {
          fprintf (stderr, "cannot read %s\n", argv[i]);
          return 1;
        }
      LLVMFuzzerTestOneInput ((const uint8_t *) content, length);
      for (int round = 0; round < 200 && length > 0; round++)
        {
          g_autofree char *changed = g_memdup2 (content, length);
          gsize cut = g_rand_int_range (random, 0, length) + 1;

          for (int k = 0; k < 8; k++)
            changed[g_rand_int_range (random, 0, length)] = g_rand_int_range (random, 0, 256);
          LLVMFuzzerTestOneInput ((const uint8_t *) changed, round % 2 ? length : cut);
        }
    }
  return 0;
}
#endif
