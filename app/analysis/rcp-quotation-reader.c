#include "config.h"

#include "rcp-quotation-private.h"

#include <string.h>

/* An attribution is a phrase, not a sentence. */
#define MAX_PHRASE_TOKENS 18

/** rcp_quotation_reader_match: how many tokens the longest words of a kind that begin at @token cover; 0 for none. */
guint
rcp_quotation_reader_match (const RcpQuotationReader *self, guint token, guint limit, RcpSayingKind kind)
{
  RcpPhraseMatch match;

  if (token >= limit || !rcp_saying_lexicon_match (self->lexicon, self->text, token, limit, kind, &match))
    return 0;
  return match.n_tokens;
}

/** rcp_quotation_reader_is: whether words of a kind begin at a token of the sentence. */
gboolean
rcp_quotation_reader_is (const RcpQuotationReader *self, guint token, RcpSayingKind kind)
{
  return rcp_quotation_reader_match (self, token, self->limit, kind) > 0;
}

/** rcp_quotation_reader_is_mark: whether a mark stands there that parts phrases. */
gboolean
rcp_quotation_reader_is_mark (const RcpQuotationReader *self, guint token)
{
  const RcpToken *at = &self->text->tokens[token];

  return at->kind == RCP_TOKEN_PUNCTUATION && (strchr ("-'.&/", at->folded[0]) == NULL
                                               || rcp_quotation_reader_next_span (self, token) != NULL);
}

/** rcp_quotation_reader_is_stop: whether a mark that parts phrases stands there, or nothing but marks follows. */
gboolean
rcp_quotation_reader_is_stop (const RcpQuotationReader *self, guint token)
{
  if (token >= self->limit || rcp_quotation_reader_is_mark (self, token))
    return TRUE;
  for (guint i = token; i < self->limit; i++)
    if (self->text->tokens[i].kind != RCP_TOKEN_PUNCTUATION)
      return FALSE;
  return TRUE;
}

/** rcp_quotation_reader_is_preposed_a: French: whether it is "à", which folds to "a". */
gboolean
rcp_quotation_reader_is_preposed_a (const RcpQuotationReader *self, guint token)
{
  const RcpToken *at = &self->text->tokens[token];

  return self->french && strcmp (at->folded, "a") == 0 && at->length_bytes == 2;
}

/**
 * rcp_quotation_reader_is_dated:
 * @end: (out): one past the date
 *
 * Returns: whether a date expression begins at @token or covers it.
 */
gboolean
rcp_quotation_reader_is_dated (const RcpQuotationReader *self, guint token, guint *end)
{
  const GPtrArray *dates = self->findings->dates;
  guint position = self->text->tokens[token].start, low = 0, high = dates->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (((const RcpDateExpression *) dates->pdata[middle])->range.end <= position)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == dates->len || ((const RcpDateExpression *) dates->pdata[low])->range.start > position)
    return FALSE;
  *end = token;
  while (*end < self->limit
         && self->text->tokens[*end].start < ((const RcpDateExpression *) dates->pdata[low])->range.end)
    (*end)++;
  return TRUE;
}

/** rcp_quotation_reader_next_span: (nullable): the span that one of the marks at @token opens or closes. */
const RcpQuotedSpan *
rcp_quotation_reader_next_span (const RcpQuotationReader *self, guint token)
{
  guint low = 0, high = self->spans->len;
  const RcpQuotedSpan *span;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->spans, RcpQuotedSpan, middle).close < token)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->spans->len)
    return NULL;
  span = &g_array_index (self->spans, RcpQuotedSpan, low);
  return span->open == token || (span->is_closed && span->close == token) ? span : NULL;
}

/** rcp_quotation_reader_find_span: (nullable): the span whose quoted words hold @token, its marks left out. */
const RcpQuotedSpan *
rcp_quotation_reader_find_span (const RcpQuotationReader *self, guint token)
{
  guint low = 0, high = self->spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->spans, RcpQuotedSpan, middle).close <= token)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->spans->len || g_array_index (self->spans, RcpQuotedSpan, low).open >= token)
    return NULL;
  return &g_array_index (self->spans, RcpQuotedSpan, low);
}

/** rcp_quotation_reader_find_mention: the first mention that begins at or after @token; their number for none. */
guint
rcp_quotation_reader_find_mention (const RcpQuotationReader *self, guint token)
{
  const GArray *mentions = self->findings->mentions;
  guint low = 0, high = mentions->len;

  if (token >= self->text->n_tokens)
    return mentions->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (mentions, RcpMention, middle).range.start < self->text->tokens[token].start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/** rcp_quotation_reader_mention_tokens: the tokens of a mention. */
RcpTokens
rcp_quotation_reader_mention_tokens (const RcpQuotationReader *self, guint mention)
{
  RcpRange range = g_array_index (self->findings->mentions, RcpMention, mention).range;
  RcpTokens tokens = { rcp_segmented_text_find_token (self->text, range.start), 0 };

  tokens.end = tokens.first;
  while (tokens.end < self->text->n_tokens && self->text->tokens[tokens.end].start < range.end)
    tokens.end++;
  return tokens;
}

/** rcp_quotation_reader_end_of_phrase: where a phrase from @from on ends: at a mark, a final stop left out. */
guint
rcp_quotation_reader_end_of_phrase (const RcpQuotationReader *self, guint from, guint limit)
{
  guint end = from;

  while (end < limit && end < from + MAX_PHRASE_TOKENS && !rcp_quotation_reader_is_mark (self, end))
    end++;
  while (end > from && self->text->tokens[end - 1].kind == RCP_TOKEN_PUNCTUATION)
    end--;
  return end;
}

/** rcp_quotation_reader_is_pronoun: whether a pronoun of the third person, or one that stands for nobody, is there. */
gboolean
rcp_quotation_reader_is_pronoun (const RcpQuotationReader *self, guint token)
{
  return rcp_quotation_reader_is (self, token, RCP_SAYING_HE) || rcp_quotation_reader_is (self, token, RCP_SAYING_SHE)
         || rcp_quotation_reader_is (self, token, RCP_SAYING_IT) || rcp_quotation_reader_is (self, token, RCP_SAYING_THEY)
         || rcp_quotation_reader_is (self, token, RCP_SAYING_WHOEVER);
}

/** rcp_quotation_reader_get_opening: (nullable): the span whose opening mark stands there. */
const RcpQuotedSpan *
rcp_quotation_reader_get_opening (const RcpQuotationReader *self, guint token)
{
  const RcpQuotedSpan *span = token < self->text->n_tokens ? rcp_quotation_reader_next_span (self, token) : NULL;

  return span && span->open == token ? span : NULL;
}

/** rcp_quotation_reader_is_relative: whether a relative pronoun that may be a subject stands there. */
gboolean
rcp_quotation_reader_is_relative (const RcpQuotationReader *self, guint token)
{
  const char *word = self->text->tokens[token].folded;

  if (self->text->tokens[token].flags & RCP_TOKEN_CAPITALISED)
    return FALSE;
  return self->french ? strcmp (word, "qui") == 0 : strcmp (word, "who") == 0 || strcmp (word, "which") == 0;
}
