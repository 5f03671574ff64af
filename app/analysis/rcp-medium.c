#include "config.h"

#include "rcp-quotation-private.h"

#include <string.h>

/* A medium is a noun with what completes it. */
#define MAX_MEDIUM_TOKENS 12
#define TAIL_REACH 14

static const RcpTokens nowhere = { 0, 0 };

static gboolean
is_hearing_verb (const RcpQuotationReader *self, guint token)
{
  return rcp_quotation_reader_is (self, token, RCP_SAYING_TELL);
}

/* From a noun on: to a mark, a clause or a day, what closes nothing left out. */
static RcpTokens
complete (const RcpQuotationReader *self, guint first, guint noun_end, guint limit)
{
  RcpTokens medium = { first, noun_end };
  guint end = noun_end, date_end;

  while (end < limit && end < first + MAX_MEDIUM_TOKENS && !rcp_quotation_reader_is_mark (self, end)
         && !rcp_quotation_reader_is_dated (self, end, &date_end)
         && rcp_quotation_reader_match (self, end, limit, RCP_SAYING_THAT) == 0)
    {
      RcpSayingVerb verb;

      /* The sentence goes on with its own verb. */
      if (end > noun_end && rcp_saying_verb_read (self, end, &verb) && !verb.is_base && !verb.is_gerund
          && rcp_quotation_reader_match (self, end, limit, RCP_SAYING_MEDIUM_TAIL) == 0)
        return (RcpTokens){ first, noun_end };
      end++;
    }
  while (end > noun_end && (rcp_quotation_reader_match (self, end - 1, end, RCP_SAYING_MEDIUM_TAIL) > 0
                            || self->text->tokens[end - 1].kind == RCP_TOKEN_PUNCTUATION))
    end--;
  medium.end = end;
  return medium;
}

/* "Sky Sports", where only "Sky" is known: as far as the name goes that begins there. */
static RcpTokens
complete_name (const RcpQuotationReader *self, RcpTokens outlet)
{
  guint mention = rcp_quotation_reader_find_mention (self, outlet.first);

  if (mention < self->findings->mentions->len)
    {
      RcpTokens run = rcp_quotation_reader_mention_tokens (self, mention);

      if (run.first == outlet.first && run.end > outlet.end)
        return run;
    }
  return outlet;
}

/* A noun of a medium or a platform at @at, which an article and a few adjectives may precede. */
static RcpTokens
read_noun (const RcpQuotationReader *self, guint at, guint limit)
{
  guint first = at, n = rcp_quotation_reader_match (self, at, limit, RCP_SAYING_PLATFORM);
  RcpTokens outlet;

  if (n > 0 && (n > 1 || strcmp (self->text->tokens[at].folded, "x") != 0
                || (self->text->tokens[at].flags & RCP_TOKEN_CAPITALISED)))
    return (RcpTokens){ at, at + n };
  if (rcp_speaker_is_outlet (self, (RcpTokens){ at, MIN (limit, at + 6) }, &outlet))
    {
      guint from = at + (outlet.first > at && rcp_quotation_reader_match (self, at, limit, RCP_SAYING_ARTICLE) > 0);

      if (outlet.first == from)
        return complete_name (self, outlet);
      /* "la chaîne américaine CNN" */
      if (rcp_lexicon_match_cue (self->names, self->text, from, outlet.first, RCP_NAME_CUE_MEDIUM) > 0)
        return (RcpTokens){ at, outlet.end };
    }
  if (at < limit && rcp_quotation_reader_match (self, at, limit, RCP_SAYING_ARTICLE) > 0)
    at++;
  for (guint i = at; i < MIN (limit, at + 4); i++)
    {
      if (self->text->tokens[i].kind == RCP_TOKEN_PUNCTUATION && self->text->tokens[i].folded[0] != '-')
        break;
      n = rcp_quotation_reader_match (self, i, limit, RCP_SAYING_MEDIUM);
      if (n > 0)
        return complete (self, first, i + n, limit);
      if (rcp_quotation_reader_match (self, i, limit, RCP_SAYING_GOVERNS) > 0
          || rcp_quotation_reader_match (self, i, limit, RCP_SAYING_COMPLEMENT) > 0)
        break;
    }
  return nowhere;
}

/* "à l'AFP", "aux journalistes", "told Reuters", "in a statement", "sur X": the first that begins in @from..@to. */
static RcpTokens
find_in (const RcpQuotationReader *self, guint from, guint to, guint limit)
{
  for (guint i = from; i < to; i++)
    {
      RcpPhraseMatch match;
      guint n = 0;

      if (rcp_quotation_reader_find_span (self, i))
        continue;
      if (rcp_saying_lexicon_match (self->lexicon, self->text, i, limit, RCP_SAYING_MEDIUM_LEAD, &match))
        n = match.n_tokens;
      else if (!is_hearing_verb (self, i))
        continue;
      else
        n = 1;
      /* "a dit" is no "à". */
      if (self->french && n == 1 && strcmp (self->text->tokens[i].folded, "a") == 0
          && !rcp_quotation_reader_is_preposed_a (self, i))
        continue;
      {
        guint at = i + n;
        RcpTokens medium = read_noun (self, at, limit);

        if (!rcp_tokens_are_empty (medium))
          return medium;
        if (at < limit && rcp_quotation_reader_match (self, at, limit, RCP_SAYING_ARTICLE) > 0)
          at++;
        n = rcp_quotation_reader_match (self, at, limit, RCP_SAYING_HEARER);
        if (n > 0)
          return (RcpTokens){ at, at + n };
      }
    }
  return nowhere;
}

static gboolean
only_a_day_follows (const RcpQuotationReader *self, guint from, guint last)
{
  guint date_end;

  if (from >= last || (rcp_quotation_reader_is_dated (self, from, &date_end) && date_end >= last))
    return TRUE;
  return from + 1 < last && rcp_quotation_reader_is_dated (self, from + 1, &date_end) && date_end >= last;
}

/* Whether something was said in the sentence before the last saying. */
static gboolean
is_second (const RcpQuotationReader *self)
{
  return self->sayings->len > 1
         && g_array_index (self->sayings, RcpSaying, self->sayings->len - 2).sentence == self->sentence;
}

/** rcp_medium_find_at: the noun of a medium that begins at a token of the sentence, with its article; empty for none. */
RcpTokens
rcp_medium_find_at (const RcpQuotationReader *self, guint token)
{
  return token < self->limit ? read_noun (self, token, self->limit) : nowhere;
}

/**
 * rcp_medium_find:
 *
 * What something is said in or at, or whom it is said to for the public: beside the verb, at the head of the sentence,
 * or at its end.
 *
 * Returns: where it stands; empty for nowhere.
 */
RcpTokens
rcp_medium_find (const RcpQuotationReader *self, const RcpSaying *saying)
{
  RcpTokens medium = nowhere;

  if (saying->form == RCP_SAYING_FORM_ORIGIN || saying->form == RCP_SAYING_FORM_COLON)
    {
      RcpTokens outlet;

      if (rcp_speaker_is_outlet (self, saying->source, &outlet))
        return outlet;
      medium = read_noun (self, saying->source.first, saying->source.end);
      if (rcp_tokens_are_empty (medium))
        medium = find_in (self, saying->source.first, saying->source.end, saying->source.end);
      return medium;
    }
  /* A communiqué that says something itself, an outlet that reports. */
  if (!rcp_tokens_are_empty (saying->source))
    {
      if (rcp_speaker_is_outlet (self, saying->source, &medium))
        return medium;
      if (saying->speaker < 0 || saying->form == RCP_SAYING_FORM_SUBJECT)
        medium = read_noun (self, saying->source.first, saying->source.end);
      if (!rcp_tokens_are_empty (medium))
        return medium;
    }
  if (rcp_tokens_are_empty (saying->verb))
    return nowhere;
  if (saying->form == RCP_SAYING_FORM_AFTER)
    medium = find_in (self, saying->words.first, MAX (saying->words.end, saying->verb.end),
                      MAX (saying->words.end, saying->verb.end));
  else if (saying->content.first > saying->verb.first && saying->content.first <= self->limit)
    medium = find_in (self, saying->verb.first, saying->content.first, saying->content.first);
  if (rcp_tokens_are_empty (medium) && saying->form == RCP_SAYING_FORM_AFTER)
    {
      guint end = rcp_quotation_reader_end_of_phrase (self, saying->verb.end, self->limit);

      medium = find_in (self, saying->verb.first, end, end);
      /* "a dit X, le maire, dans un entretien au Courrier" */
      for (guint n = 0; rcp_tokens_are_empty (medium) && n < 2 && end + 1 < self->limit; n++)
        {
          if (self->text->tokens[end].folded[0] != ',' || rcp_quotation_reader_get_opening (self, end + 1))
            break;
          medium = find_in (self, end + 1, end + 2, self->limit);
          end = rcp_quotation_reader_end_of_phrase (self, end + 1, self->limit);
        }
    }
  /* "Dans un communiqué publié lundi, le parquet…" */
  if (rcp_tokens_are_empty (medium) && !rcp_tokens_are_empty (saying->source) && saying->source.first > self->first
      && saying->form != RCP_SAYING_FORM_AFTER && !is_second (self))
    medium = find_in (self, self->first, saying->source.first, saying->source.first);
  /* "The company said it would close the plant in a statement." */
  if (rcp_tokens_are_empty (medium) && saying->form == RCP_SAYING_FORM_SUBJECT && saying->content.end == self->limit)
    {
      guint from = MAX (saying->content.first, self->limit > TAIL_REACH ? self->limit - TAIL_REACH : 0);
      guint last = self->limit;

      while (last > from && self->text->tokens[last - 1].kind == RCP_TOKEN_PUNCTUATION)
        last--;
      for (guint i = from; i < last && rcp_tokens_are_empty (medium); i++)
        {
          guint n = rcp_quotation_reader_match (self, i, last, RCP_SAYING_MEDIUM_LEAD);
          RcpTokens found = n > 0 && i > from && !rcp_quotation_reader_find_span (self, i)
                                ? find_in (self, i, i + 1, last) : nowhere;

          if (!rcp_tokens_are_empty (found) && only_a_day_follows (self, found.end, last))
            medium = found;
        }
    }
  return medium;
}
