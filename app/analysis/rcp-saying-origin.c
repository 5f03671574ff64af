#include "config.h"

#include "rcp-quotation-private.h"

#include <string.h>

/* What stands between commas beside a name belongs to it up to that length. */
#define APPOSITION_TOKENS 10

static const char *
word_at (const RcpQuotationReader *self, guint token)
{
  return self->text->tokens[token].folded;
}

/** rcp_saying_add: adds a saying without a speaker. Returns: (transfer none): it, until the next is added. */
RcpSaying *
rcp_saying_add (RcpQuotationReader *self, RcpSayingForm form, RcpTokens words, RcpTokens source, RcpTokens verb,
                RcpTokens content)
{
  RcpSaying saying = { form, self->sentence, words, source, verb, content, { 0, 0 }, -1, 0, FALSE };

  g_array_append_val (self->sayings, saying);
  return &g_array_index (self->sayings, RcpSaying, self->sayings->len - 1);
}

static char
get_gender (const RcpQuotationReader *self, RcpTokens source)
{
  for (guint i = source.first; i < MIN (source.end, source.first + 3); i++)
    {
      if (rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_ARTICLE_F) > 0)
        return 'f';
      if (rcp_quotation_reader_match (self, i, source.end, RCP_SAYING_ARTICLE_M) > 0)
        return 'm';
    }
  return 0;
}

/**
 * rcp_saying_set_speaker:
 * @saying: the last one
 * @pronoun: the token of the pronoun that says it; 0 for none
 *
 * Tells who says it, a pronoun by what stands before, any other by the names in it; and through what.
 */
void
rcp_saying_set_speaker (RcpQuotationReader *self, RcpSaying *saying, guint pronoun)
{
  if (pronoun)
    {
      if (rcp_quotation_reader_is (self, pronoun, RCP_SAYING_WHOEVER))
        saying->speaker = -1;
      else if (rcp_quotation_reader_is (self, pronoun, RCP_SAYING_THEY))
        saying->is_many = TRUE;
      else
        {
          guint index = self->sayings->len - 1;
          int speaker;

          /* The saying itself is none of those before. */
          self->sayings->len--;
          speaker = rcp_speaker_resolve (self, pronoun);
          self->sayings->len++;
          g_array_index (self->sayings, RcpSaying, index).speaker = speaker;
          saying->gender = rcp_quotation_reader_is (self, pronoun, RCP_SAYING_SHE) ? 'f'
                           : rcp_quotation_reader_is (self, pronoun, RCP_SAYING_HE) ? 'm' : 0;
        }
    }
  else
    {
      saying->speaker = rcp_speaker_pick (self, saying->source, &saying->is_many);
      saying->gender = get_gender (self, saying->source);
      saying->is_many = saying->is_many || (saying->speaker < 0 && rcp_speaker_is_plural (self, saying->source));
    }
  saying->medium = rcp_medium_find (self, saying);
}

/* "according to X", "selon X" -------------------------------------------------------------------------------------- */

/**
 * rcp_saying_find_apposed_name:
 * @comma: a token after words that tell who says something
 *
 * Returns: the name between marks right after a role ("a dit le maire, Jean Morel, …"); empty for none.
 */
RcpTokens
rcp_saying_find_apposed_name (const RcpQuotationReader *self, guint comma)
{
  guint mention;
  RcpTokens run;

  if (comma + 1 >= self->limit || word_at (self, comma)[0] != ',')
    return (RcpTokens){ 0, 0 };
  mention = rcp_quotation_reader_find_mention (self, comma + 1);
  if (mention >= self->findings->mentions->len)
    return (RcpTokens){ 0, 0 };
  run = rcp_quotation_reader_mention_tokens (self, mention);
  /* "Me", "Dr." may stand before it. */
  if (run.first > comma + 1 && run.first <= comma + 3 && !rcp_quotation_reader_is_mark (self, comma + 1)
      && (self->text->tokens[comma + 1].flags & RCP_TOKEN_CAPITALISED))
    run.first = comma + 1;
  return run.first == comma + 1 && rcp_quotation_reader_is_stop (self, run.end) ? run : (RcpTokens){ 0, 0 };
}

/**
 * rcp_saying_add_apposed:
 * @apposed: what stands beside the one who speaks, between commas; empty for nothing
 *
 * Who is named there speaks where the words before name nobody; a short apposition belongs to the words.
 */
void
rcp_saying_add_apposed (const RcpQuotationReader *self, RcpSaying *saying, RcpTokens apposed)
{
  gboolean many;

  if (rcp_tokens_are_empty (apposed) || rcp_quotation_reader_find_span (self, apposed.first)
      || rcp_quotation_reader_is_relative (self, apposed.first))
    return;
  if (saying->speaker < 0 && !saying->is_many)
    saying->speaker = rcp_speaker_pick (self, apposed, &many);
  if (apposed.end - apposed.first <= APPOSITION_TOKENS)
    saying->words.end = apposed.end;
}

static gboolean
names_origin (const RcpQuotationReader *self, RcpTokens source)
{
  guint mention = rcp_quotation_reader_find_mention (self, source.first);
  guint head = source.first;

  while (head < source.end && (rcp_quotation_reader_match (self, head, source.end, RCP_SAYING_ARTICLE) > 0
                               || self->text->tokens[head].kind == RCP_TOKEN_PUNCTUATION))
    head++;
  if (head >= source.end || rcp_quotation_reader_match (self, head, source.end, RCP_SAYING_NO_ORIGIN) > 0
      || self->text->tokens[head].kind == RCP_TOKEN_NUMBER)
    {
      guint date_end;

      if (head >= source.end || mention >= self->findings->mentions->len
          || rcp_quotation_reader_is_dated (self, head, &date_end))
        return FALSE;
      return rcp_quotation_reader_mention_tokens (self, mention).first == head;
    }
  return TRUE;
}

/** rcp_saying_read_origin: reads "according to X", whose first words stand at @token and are @n. */
void
rcp_saying_read_origin (RcpQuotationReader *self, guint token, guint n)
{
  guint end = rcp_quotation_reader_end_of_phrase (self, token + n, self->limit);
  RcpTokens source = { token + n, end };
  RcpSaying *saying;

  /* "Selon lui", "according to her" end there; "according to her lawyer" does not. */
  if (!rcp_tokens_are_empty (source) && rcp_quotation_reader_is_pronoun (self, source.first)
      && !rcp_quotation_reader_is (self, source.first, RCP_SAYING_WHOEVER)
      && (self->french || source.end == source.first + 1))
    {
      source.end = source.first + 1;
      saying = rcp_saying_add (self, RCP_SAYING_FORM_ORIGIN, (RcpTokens){ token, source.end }, source,
                               (RcpTokens){ 0, 0 }, (RcpTokens){ self->first, self->limit });
      rcp_saying_set_speaker (self, saying, source.first);
      return;
    }
  /* "…, selon X, qui…" ends at its mark; "selon X que" never began. */
  if (rcp_tokens_are_empty (source) || !names_origin (self, source))
    return;
  saying = rcp_saying_add (self, RCP_SAYING_FORM_ORIGIN, (RcpTokens){ token, end }, source, (RcpTokens){ 0, 0 },
                           (RcpTokens){ self->first, self->limit });
  rcp_saying_set_speaker (self, saying, 0);
  rcp_saying_add_apposed (self, saying, rcp_saying_find_apposed_name (self, end));
}

/** rcp_saying_read_loose_origin: reads "Pour Anna Berg, « … »": only a person at the head of a sentence that quotes. */
void
rcp_saying_read_loose_origin (RcpQuotationReader *self, guint token, guint n)
{
  guint end = rcp_quotation_reader_end_of_phrase (self, token + n, self->limit);
  RcpTokens source = { token + n, end };
  gboolean quotes = FALSE, many;
  RcpSaying *saying;
  int speaker;

  for (guint i = end; i < self->limit && !quotes; i++)
    quotes = rcp_quotation_reader_get_opening (self, i) != NULL;
  if (token != self->first || end >= self->limit || word_at (self, end)[0] != ',' || !quotes)
    return;
  speaker = rcp_speaker_pick (self, source, &many);
  if (speaker < 0 || ((const RcpFoundActor *) self->findings->actors->pdata[speaker])->kind != RCP_ACTOR_PERSON)
    return;
  saying = rcp_saying_add (self, RCP_SAYING_FORM_ORIGIN, (RcpTokens){ token, end }, source, (RcpTokens){ 0, 0 },
                           (RcpTokens){ self->first, self->limit });
  rcp_saying_set_speaker (self, saying, 0);
}

/** rcp_saying_read_colon: reads "Le maire est ferme : « … »": the only person named before the colon. */
void
rcp_saying_read_colon (RcpQuotationReader *self)
{
  for (guint i = self->first + 1; i + 1 < self->limit; i++)
    {
      const RcpQuotedSpan *span = word_at (self, i)[0] == ':' ? rcp_quotation_reader_get_opening (self, i + 1) : NULL;
      RcpTokens source = { 0, 0 };
      RcpSaying *saying;
      int found = -1;

      if (span == NULL || rcp_quotation_reader_find_span (self, i))
        continue;
      for (guint k = rcp_quotation_reader_find_mention (self, self->first); k < self->findings->mentions->len; k++)
        {
          const RcpMention *mention = &g_array_index (self->findings->mentions, RcpMention, k);
          RcpTokens run = rcp_quotation_reader_mention_tokens (self, k);
          const RcpFoundActor *actor = self->findings->actors->pdata[mention->actor];
          gboolean many;

          if (run.first >= i)
            break;
          if (actor->kind != RCP_ACTOR_PERSON)
            continue;
          if (found >= 0 && found != mention->actor)
            return;
          if (found < 0)
            source = run;
          found = rcp_speaker_pick (self, (RcpTokens){ self->first, run.end }, &many);
          if (found != mention->actor)
            return;
        }
      if (found < 0)
        return;
      saying = rcp_saying_add (self, RCP_SAYING_FORM_COLON, source, source, (RcpTokens){ 0, 0 },
                               (RcpTokens){ i + 1, MAX (span->close + span->is_closed, i + 2) });
      saying->speaker = found;
      return;
    }
}

/**
 * rcp_saying_read_goes_on:
 *
 * Reads "Et d'ajouter : « … »": who spoke last goes on.
 *
 * Returns: whether the sentence says so.
 */
gboolean
rcp_saying_read_goes_on (RcpQuotationReader *self)
{
  guint at = self->first;
  RcpPhraseMatch match;
  const RcpSaying *last = self->sayings->len ? &g_array_index (self->sayings, RcpSaying, self->sayings->len - 1) : NULL;
  RcpSaying copy;

  if (!self->french || last == NULL || last->sentence + 2 < self->sentence || at + 5 > self->limit
      || strcmp (word_at (self, at), "et") != 0
      || (strcmp (word_at (self, at + 1), "de") != 0 && strcmp (word_at (self, at + 1), "d'") != 0))
    return FALSE;
  for (guint kind = RCP_SAYING_SAY; kind <= RCP_SAYING_QUOTE; kind++)
    if (rcp_saying_lexicon_match (self->lexicon, self->text, at + 2, self->limit, kind, &match)
        && match.form == RCP_WORD_FORM_INFINITIVE)
      for (guint i = at + 3; i < MIN (at + 8, self->limit); i++)
        {
          const RcpQuotedSpan *span = rcp_quotation_reader_get_opening (self, i);

          if (span == NULL && strcmp (word_at (self, i), "que") != 0 && strcmp (word_at (self, i), "qu'") != 0)
            continue;
          copy = *last;
          copy.form = RCP_SAYING_FORM_SUBJECT;
          copy.sentence = self->sentence;
          copy.verb = (RcpTokens){ at + 2, at + 3 };
          copy.content = (RcpTokens){ span ? i : i + 1, span ? MAX (span->close + span->is_closed, i + 1) : self->limit };
          g_array_append_val (self->sayings, copy);
          return TRUE;
        }
  return FALSE;
}
