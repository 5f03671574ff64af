#pragma once

#include <glib.h>
#include <stdint.h>
#include <stdio.h>

/* What a fuzz target is given: any bytes. It holds or it aborts. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

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
