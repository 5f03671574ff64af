#include "config.h"

#include "rcp-sentence-view.h"

/* How many quotations back one may begin that reaches into a sentence. */
#define MAX_BACK 64

static guint
find_first_after (const GPtrArray *quotations, guint position)
{
  guint low = 0, high = quotations->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const RcpFoundQuotation *) quotations->pdata[middle])->range.start < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What the word that tells the happening lies in; what says it, where the saying is what is told. */
static gboolean
tells (const RcpFoundQuotation *quotation, RcpRange word)
{
  return rcp_range_contains (quotation->range, word)
         || (rcp_range_length (quotation->verb_range) > 0 && rcp_range_overlaps (quotation->verb_range, word));
}

/**
 * rcp_attribution_fill:
 * @hit: (nullable): the word that tells the happening
 * @account: receives on whose word, through what and in whose words it is told
 *
 * Of what the sentence gives as said by somebody, the narrowest that holds the word: what stands beside it ("X, who signed
 * on Monday, said…") is told by the article itself.
 */
void
rcp_attribution_fill (const RcpSentenceView *view, const RcpHit *hit, RcpFoundAccount *account)
{
  const GPtrArray *quotations = view->findings->quotations;
  const RcpSentence *sentence = &view->text->sentences[view->index];
  RcpRange word = sentence->range;
  const RcpFoundQuotation *best = NULL;
  guint end = find_first_after (quotations, sentence->range.end);

  if (hit)
    word = (RcpRange){ view->text->tokens[hit->token].start, view->text->tokens[hit->end - 1].end };
  for (guint i = end; i-- > 0 && i + MAX_BACK >= end;)
    {
      const RcpFoundQuotation *quotation = quotations->pdata[i];
      gboolean fits = hit ? tells (quotation, word)
                          : 2 * rcp_range_common (quotation->range, word) >= rcp_range_length (word);

      if (fits && (best == NULL || rcp_range_length (quotation->range) < rcp_range_length (best->range)))
        best = quotation;
    }
  if (best == NULL)
    return;
  account->quotation = best->kind;
  account->speaker = best->speaker;
  account->attribution = g_strdup (best->attribution);
  account->attribution_range = best->attribution_range;
  account->medium = g_strdup (best->medium);
  account->medium_range = best->medium_range;
}
