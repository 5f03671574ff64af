#include "config.h"

#include "rcp-lexicon-format.h"

#include <string.h>

#define N_LANES 4

/**
 * rcp_lexicon_checksum:
 * @data: bytes
 * @n_bytes: how many
 *
 * Four sums side by side over words of eight bytes, each step (sum xor word) times an odd number, turned: for
 * one word fixed each step is one to one, so no change within a single word goes unseen, and others do once
 * in 2⁶⁴. Some 10 GB/s. It is no protection against a file made to deceive.
 *
 * Returns: the checksum. Any thread.
 */
guint64
rcp_lexicon_checksum (const void *data, gsize n_bytes)
{
  const guint64 factor = G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  guint64 sums[N_LANES] = { 1, 2, 3, 4 };
  const char *at = data;
  guint64 sum = n_bytes;

  for (; n_bytes >= sizeof sums; n_bytes -= sizeof sums, at += sizeof sums)
    for (guint i = 0; i < N_LANES; i++)
      {
        guint64 word;

        memcpy (&word, at + i * sizeof word, sizeof word);
        sums[i] = (sums[i] ^ GUINT64_FROM_LE (word)) * factor;
        sums[i] = sums[i] << 29 | sums[i] >> 35;
      }
  for (; n_bytes > 0; n_bytes--, at++)
    sums[0] = (sums[0] ^ (guchar) *at) * factor;
  for (guint i = 0; i < N_LANES; i++)
    {
      sum = (sum ^ sums[i]) * factor;
      sum ^= sum >> 31;
    }
  return sum;
}
