#include "config.h"

#include "rcp-quotation-private.h"

#include <string.h>

/* How far before a participle its auxiliary may stand, adverbs between ("a, de son côté, notamment déclaré"). */
#define AUXILIARY_REACH 6

static const char *
word_at (const RcpQuotationReader *self, guint token)
{
  return self->text->tokens[token].folded;
}

static gboolean
is_any (const char *word, const char *const *words)
{
  return g_strv_contains (words, word);
}

/* Folding makes é and e alike; the text itself tells a participle from a present. */
static gboolean
has_acute_ending (const RcpQuotationReader *self, guint token)
{
  const RcpToken *at = &self->text->tokens[token];
  const char *text = self->text->text + at->offset_bytes;
  const char *end = text + at->length_bytes;

  for (const char *from = MAX (text, end - 4); from + 1 < end; from++)
    if ((guchar) from[0] == 0xc3 && ((guchar) from[1] == 0xa9 || (guchar) from[1] == 0x89))
      return TRUE;
  return FALSE;
}

static guint
match_pronoun (const RcpQuotationReader *self, guint token)
{
  if (token < self->limit
      && is_any (word_at (self, token),
                 (const char *const[]){ "il", "elle", "ils", "elles", "on", "je", "nous", NULL }))
    return token;
  return 0;
}

/* "a-t-il", "ajoute-t-elle", "dit-il": the pronoun after the hyphen. */
static guint
find_inverted_pronoun (const RcpQuotationReader *self, guint after)
{
  if (after + 1 >= self->limit || word_at (self, after)[0] != '-')
    return 0;
  if (strcmp (word_at (self, after + 1), "t") == 0 && after + 3 < self->limit && word_at (self, after + 2)[0] == '-')
    return match_pronoun (self, after + 3);
  return match_pronoun (self, after + 1);
}

static gboolean
is_part_of_adverb (const RcpQuotationReader *self, guint token)
{
  static const char *const words[] = { "sa", "son", "leur", "part", "cote", "tour", "pour", "de", "par", "ailleurs",
                                       "a", "en", "outre", "retour", "fin", "ce", "cette", "lundi", "mardi",
                                       "mercredi", "jeudi", "vendredi", "samedi", "dimanche", NULL };

  return is_any (word_at (self, token), words);
}

/* "a", "avait encore", "a, de son côté,": the auxiliary of the participle at @verb; @verb for none. */
static guint
find_french_auxiliary (const RcpQuotationReader *self, guint verb)
{
  for (guint i = 1; i <= AUXILIARY_REACH && verb >= self->first + i; i++)
    {
      guint at = verb - i;

      if (rcp_quotation_reader_is (self, at, RCP_SAYING_AUX) && !rcp_quotation_reader_is_preposed_a (self, at))
        return at;
      if (is_any (word_at (self, at), (const char *const[]){ "ete", "est", "sont", "etait", "etaient", NULL }))
        return verb;
      if (is_any (word_at (self, at), (const char *const[]){ "-", "t", "il", "elle", "ils", "elles", "on", NULL }))
        continue;
      if (rcp_quotation_reader_is_mark (self, at) && word_at (self, at)[0] != ',')
        return verb;
      if (!is_part_of_adverb (self, at)
          && (rcp_quotation_reader_is (self, at, RCP_SAYING_ARTICLE)
              || rcp_quotation_reader_is (self, at, RCP_SAYING_BREAK)))
        return verb;
    }
  return verb;
}

static gboolean
is_negated (const RcpQuotationReader *self, guint first)
{
  for (guint i = 1; i <= 2 && first >= self->first + i; i++)
    if (is_any (word_at (self, first - i), (const char *const[]){ "ne", "n'", "sans", NULL }))
      return TRUE;
  return FALSE;
}

static gboolean
read_french (const RcpQuotationReader *self, guint token, const RcpPhraseMatch *match, RcpSayingVerb *verb)
{
  guint inflected = token + match->inflected;
  const char *word = word_at (self, inflected);
  gboolean reflexive = is_any (word_at (self, token), (const char *const[]){ "s'", "se", NULL });
  gboolean needs_auxiliary = FALSE;

  switch (match->form)
    {
    case RCP_WORD_FORM_INFINITIVE:
    case RCP_WORD_FORM_FUTURE:
    case RCP_WORD_FORM_CONDITIONAL:
      return FALSE;
    case RCP_WORD_FORM_GERUND:
      verb->is_gerund = TRUE;
      break;
    case RCP_WORD_FORM_PARTICIPLE:
      needs_auxiliary = !g_str_has_suffix (word, "e") || has_acute_ending (self, inflected);
      break;
    case RCP_WORD_FORM_PLAIN:
      needs_auxiliary = match->n_tokens == 1 && (g_str_has_suffix (word, "u") || g_str_has_suffix (word, "i")
                                                 || g_str_has_suffix (word, "is"));
      break;
    default:
      break;
    }
  if (!reflexive && !verb->is_gerund)
    {
      guint auxiliary = find_french_auxiliary (self, token);

      if (needs_auxiliary && auxiliary == token)
        return FALSE;
      if (needs_auxiliary || match->form == RCP_WORD_FORM_PLAIN || match->form == RCP_WORD_FORM_PARTICIPLE)
        verb->group.first = auxiliary;
      if (auxiliary < token)
        verb->pronoun = find_inverted_pronoun (self, auxiliary + 1);
    }
  if (verb->pronoun == 0)
    {
      verb->pronoun = find_inverted_pronoun (self, verb->end);
      if (verb->pronoun)
        verb->group.end = verb->pronoun + 1;
    }
  /* "s'est-il félicité": the pronoun lies within the phrase. */
  for (guint i = token; reflexive && verb->pronoun == 0 && i < verb->end; i++)
    if (word_at (self, i)[0] == '-')
      verb->pronoun = match_pronoun (self, i + 1);
  /* A passive, a noun ("les dits", "la note", "une demande"), a sentence that begins with its verb. */
  if (verb->group.first == token && token > self->first && verb->pronoun == 0)
    {
      static const char *const never[] = { "est", "sont", "etait", "etaient", "ete", "etre", "fut", "de", "du", "au",
                                           "a", "-", NULL };
      const char *before = word_at (self, token - 1);
      gboolean is_noun = rcp_quotation_reader_is (self, token - 1, RCP_SAYING_ARTICLE);

      if (g_strv_contains (never, before) || (verb->is_gerund && is_noun && strcmp (before, "l'") != 0)
          || (!verb->is_gerund && (is_noun || strcmp (before, "en") == 0)))
        return FALSE;
    }
  if (token == self->first && verb->pronoun == 0 && !verb->is_gerund)
    return FALSE;
  return !is_negated (self, verb->group.first);
}

static gboolean
read_english (const RcpQuotationReader *self, guint token, const RcpPhraseMatch *match, RcpSayingVerb *verb)
{
  static const char *const passive[] = { "was", "were", "is", "are", "been", "being", "be", "am", NULL };
  static const char *const nouns_before[] = { "the", "a", "an", "of", "this", "that", "his", "her", "its", "their", "no",
                                              "any", "in", "for", "by", "with", "-", NULL };
  const char *before;
  guint first = token;

  while (first > self->first && first + 4 > token
         && (rcp_quotation_reader_is (self, first - 1, RCP_SAYING_AUX)
             || g_str_has_suffix (word_at (self, first - 1), "ly")))
    first--;
  /* An adverb belongs to the verb only after its auxiliary or its subject; never an adverb that opens the sentence. */
  if (first == self->first && first < token)
    first = token;
  before = first > self->first ? word_at (self, first - 1) : "";
  verb->is_gerund = match->form == RCP_WORD_FORM_GERUND || g_str_has_suffix (word_at (self, token), "ing");
  verb->is_base = match->form == RCP_WORD_FORM_PRESENT;
  if (is_any (before, passive)
      || (first > self->first && rcp_quotation_reader_is (self, first - 1, RCP_SAYING_REFUSAL)))
    return FALSE;
  if (!verb->is_gerund && first == token && is_any (before, nouns_before))
    return FALSE;
  /* "Officials report", but "a report": who says it in the base form is several. */
  if (verb->is_base && !g_str_has_suffix (word_at (self, token), "s") && !g_str_has_suffix (before, "s")
      && !is_any (before, (const char *const[]){ "they", "we", "i", "you", "who", "people", "police", NULL }))
    return FALSE;
  verb->group.first = first;
  return TRUE;
}

/**
 * rcp_saying_verb_read:
 * @verb: (out): the verb
 *
 * Returns: whether a verb that says something stands at a token of the sentence, finite or a gerund: not what is to be
 *   said, was not said, or was said of somebody.
 */
gboolean
rcp_saying_verb_read (const RcpQuotationReader *self, guint token, RcpSayingVerb *verb)
{
  static const RcpSayingKind kinds[] = { RCP_SAYING_SAY, RCP_SAYING_STATE, RCP_SAYING_ANNOUNCE, RCP_SAYING_TELL,
                                         RCP_SAYING_QUOTE, RCP_SAYING_JUDGE };
  RcpPhraseMatch best = { 0 };

  *verb = (RcpSayingVerb){ 0 };
  if (self->text->tokens[token].kind != RCP_TOKEN_WORD)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      RcpPhraseMatch match;

      if (!rcp_saying_lexicon_match (self->lexicon, self->text, token, self->limit, kinds[i], &match)
          || match.n_tokens < best.n_tokens)
        continue;
      if (match.n_tokens > best.n_tokens)
        verb->kinds = 0;
      /* Of two readings of a form the finite one. */
      if (match.n_tokens > best.n_tokens || best.form == RCP_WORD_FORM_INFINITIVE)
        best = match;
      verb->kinds |= 1u << kinds[i];
    }
  if (verb->kinds == 0)
    return FALSE;
  verb->end = token + best.n_tokens;
  verb->group = (RcpTokens){ token, verb->end };
  return self->french ? read_french (self, token, &best, verb) : read_english (self, token, &best, verb);
}
