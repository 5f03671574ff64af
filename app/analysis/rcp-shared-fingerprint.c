#include "config.h"

#include "rcp-shared-passages.h"

#include "rcp-shared-words-private.h"

/* Fingerprints find which of many texts to compare: hashes of runs of GRAM folded words, winnowed over WINDOW of them
 * (Schleimer, Wilkerson, Aiken: Winnowing, SIGMOD 2003): any run of GRAM + WINDOW - 1 = 8 common words, the least that
 * counts as shared wording, leaves a hash in both. */
#define GRAM 5
#define WINDOW 4

/**
 * rcp_shared_passages_fingerprint:
 * @text: the text; what is set aside leaves no fingerprint
 *
 * Returns: (transfer full) (element-type RcpFingerprint): the winnowed fingerprints in text order; empty for a text of
 *   under 5 words. Any thread.
 */
GArray *
rcp_shared_passages_fingerprint (const RcpSegmentedText *text)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (RcpFingerprint));
  g_autoptr (GArray) words = rcp_shared_words_read (text, FALSE);
  guint n_grams = words->len >= GRAM ? words->len - GRAM + 1 : 0;
  g_autofree guint64 *grams = g_new (guint64, n_grams + 1);
  gint64 last = -1;

  for (guint i = 0; i < n_grams; i++)
    grams[i] = rcp_shared_words_hash (&g_array_index (words, RcpSharedWord, i), GRAM);
  for (guint from = 0; from < n_grams && (from == 0 || from + WINDOW <= n_grams); from++)
    {
      guint least = from;

      for (guint i = from + 1; i < MIN (from + WINDOW, n_grams); i++)
        if (grams[i] <= grams[least])
          least = i;
      if (least > last)
        {
          const RcpToken *first = &text->tokens[g_array_index (words, RcpSharedWord, least).token];
          const RcpToken *end = &text->tokens[g_array_index (words, RcpSharedWord, least + GRAM - 1).token];
          RcpFingerprint fingerprint = { grams[least], first->start, end->end };

          g_array_append_val (found, fingerprint);
          last = least;
        }
    }
  return found;
}
