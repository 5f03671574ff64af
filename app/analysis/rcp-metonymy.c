#include "config.h"

#include "rcp-metonymy.h"

#include <string.h>

#include "rcp-fold.h"

/* How far back a preposition governs a list of places: "à Paris, Lyon et Marseille". */
#define MAX_LIST_TOKENS 10

static gboolean
is_french (const RcpSegmentedText *text)
{
  return strcmp (text->language, "en") != 0;
}

static guint
sentence_start (const RcpSegmentedText *text, guint at)
{
  return text->sentences[text->tokens[at].sentence].first_token;
}

static guint
sentence_end (const RcpSegmentedText *text, guint at)
{
  const RcpSentence *sentence = &text->sentences[text->tokens[at].sentence];

  return sentence->first_token + sentence->n_tokens;
}

/* Whether a cue of @class, of at most three words, ends just before @at. */
static gboolean
cue_before (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint at, RcpNameCue cue)
{
  guint start = sentence_start (text, at);

  for (guint n = 1; n <= 3 && start + n <= at; n++)
    if (rcp_tokens_match_cue (lexicon, text, at - n, at, cue) == n)
      return TRUE;
  return FALSE;
}

/* The first token of the list that the name at @at goes on: back over names, commas and "et". */
static guint
list_start (const RcpSegmentedText *text, guint at)
{
  guint start = sentence_start (text, at), from = at;

  while (from > start && at - from < MAX_LIST_TOKENS)
    {
      guint before = from - 1;

      if (!rcp_tokens_is (text, before, ", et and ou or") || before == start
          || !rcp_tokens_is_name (text, before - 1))
        break;
      from = before - 1;
      while (from > start && (rcp_tokens_is_name (text, from - 1) || rcp_tokens_is (text, from - 1, "-")))
        from--;
    }
  return from;
}

/* "Dakar, 3 mai", "LONDRES, 24 (Reuter)", "VAUD. — Une enquête": where a report comes from, or a heading of its own. */
static gboolean
is_dateline (const RcpSegmentedText *text, guint first, guint end)
{
  guint start = sentence_start (text, first), stop = sentence_end (text, first);

  /* "PARIS, 29 (Havas)" after a heading without a full stop: the number or the agency tells. */
  if (text->tokens[first].flags & RCP_TOKEN_ALL_CAPITALS && text->tokens[first].end - text->tokens[first].start > 3
      && end + 1 < stop
      && (rcp_tokens_is (text, end, "(") || text->tokens[end].kind == RCP_TOKEN_NUMBER
          || (rcp_tokens_is (text, end, ", .") && text->tokens[end + 1].kind == RCP_TOKEN_NUMBER)))
    return TRUE;
  if (end + 2 < stop && rcp_tokens_is (text, end, ",") && rcp_tokens_is (text, end + 1, "ce le") && text->tokens[end + 2].kind == RCP_TOKEN_NUMBER)
    return TRUE;
  while (start < first && rcp_tokens_is (text, start, "- – — • ("))
    start++;
  return first == start
         && (end >= stop || rcp_tokens_is (text, end, ", ( – — [") || (end + 1 == stop && rcp_tokens_is (text, end, ". …"))
             || (end + 1 < stop && rcp_tokens_is (text, end, ".") && rcp_tokens_is (text, end + 1, "– — -")));
}

/* After "de": a party when the noun before takes one ("le soutien de Moscou"), else a place ("l'aéroport de
 * Niamey"). */
static gboolean
is_party_of_noun (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint of)
{
  guint start = sentence_start (text, of);

  for (guint n = 1; n <= 2 && of >= start + n; n++)
    if (rcp_tokens_match_cue (lexicon, text, of - n, of, RCP_NAME_CUE_RELATION))
      return TRUE;
  return FALSE;
}

/* "Johan de Muynck (Belgique)": where somebody is from. */
static gboolean
is_in_brackets (const RcpSegmentedText *text, guint first, guint end)
{
  return first > sentence_start (text, first) && rcp_tokens_is (text, first - 1, "( [") && end < sentence_end (text, first)
         && rcp_tokens_is (text, end, ") ]");
}

/* After "à", "au", "aux", "to": a party when something is given, sold or said to it ("vendu au Japon"), else where one goes.
 * The verb or noun stands at most so many words before. */
#define MAX_DATIVE_WORDS 5

static gboolean
has_cue_near (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint to, RcpNameCue cue)
{
  guint start = sentence_start (text, to);

  for (guint n = 1; n <= MAX_DATIVE_WORDS && to >= start + n; n++)
    {
      if (rcp_tokens_is (text, to - n, ", ; :"))
        return FALSE;
      if (rcp_tokens_match_cue (lexicon, text, to - n, to, cue))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_given_to (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint to)
{
  return has_cue_near (lexicon, text, to, RCP_NAME_CUE_DATIVE) || has_cue_near (lexicon, text, to, RCP_NAME_CUE_TURN);
}

static gboolean
seat_acts (const RcpLexicon *lexicon, const RcpSegmentedText *text, const RcpNameSpan *span)
{
  guint start = sentence_start (text, span->first), end = sentence_end (text, span->first);
  guint first = list_start (text, span->first);
  gboolean french = is_french (text);

  if (span->end < end && rcp_tokens_is (text, span->end, "-"))
    return !(span->end + 1 < end && rcp_tokens_is (text, span->end + 1, "based area"));
  if (first > start && rcp_tokens_is (text, first - 1, "-"))
    return TRUE;
  if (is_dateline (text, span->first, span->end) || is_in_brackets (text, span->first, span->end))
    return FALSE;
  if (first > start && rcp_tokens_is (text, first - 1, french ? "pour entre" : "for between")
      && has_cue_near (lexicon, text, first - 1, RCP_NAME_CUE_MOTION))
    return FALSE;
  if (cue_before (lexicon, text, first, RCP_NAME_CUE_LOCATIVE))
    return rcp_tokens_is (text, first - 1, french ? "a vers sur" : "to towards") && is_given_to (lexicon, text, first - 1)
           && !has_cue_near (lexicon, text, first - 1, RCP_NAME_CUE_MOTION);
  if (span->end < end && rcp_tokens_is (text, span->end, "("))
    return FALSE;
  if (first > start && rcp_tokens_is (text, first - 1, french ? "de du d'" : "of"))
    return is_party_of_noun (lexicon, text, first - 1);
  if (first > start && !french && span->end < end && rcp_tokens_is_name (text, span->end))
    return FALSE;
  if (first > start && rcp_tokens_is_name (text, first - 1)
      && rcp_tokens_match_cue (lexicon, text, first - 1, first, RCP_NAME_CUE_NEVER) == 0)
    return FALSE;
  /* "Paris, France" */
  if (span->end + 1 < end && rcp_tokens_is (text, span->end, ",") && rcp_tokens_is_name (text, span->end + 1)
      && !french)
    return FALSE;
  return TRUE;
}

static char *
dup_key (const RcpSegmentedText *text, const RcpNameSpan *span, const char *prefix)
{
  RcpRange range = { text->tokens[span->first].start, text->tokens[span->end - 1].end };
  g_autofree char *surface = rcp_segmented_text_dup_range (text, range);
  g_autofree char *words = rcp_fold_words (surface);

  return g_strconcat (prefix, words, NULL);
}

static void
make_place (const RcpSegmentedText *text, RcpNameSpan *span)
{
  span->kind = RCP_ACTOR_PLACE;
  span->form = RCP_MENTION_NAME;
  span->acting = FALSE;
  g_free (span->key);
  span->key = dup_key (text, span, "place:");
}

/* "Genève refuse", "vendu à Lyon", "l'Occident et ses alliés accusent": a town or a region does what only its people can,
 * or something is given to it. @first is where its list and article begin. */
static gboolean
place_acts (const RcpLexicon *lexicon, const RcpSegmentedText *text, const RcpNameSpan *span, guint first)
{
  guint start = sentence_start (text, span->first), end = sentence_end (text, span->first), next = span->end;
  gboolean french = is_french (text);

  while (first > start && rcp_tokens_is (text, first - 1, french ? "la le l' les" : "the"))
    first--;
  if (first > start && rcp_tokens_is (text, first - 1, french ? "a au aux" : "to"))
    return is_given_to (lexicon, text, first - 1) && !has_cue_near (lexicon, text, first - 1, RCP_NAME_CUE_MOTION);
  if (first > start && text->tokens[first - 1].kind == RCP_TOKEN_WORD
      && !rcp_tokens_is (text, first - 1, french ? "et que qu' car mais si ou or donc comme lorsque quand puisque"
                                                 : "and that but if or as when because while"))
    return FALSE;
  /* Past the rest of a list, "elle-même", "ne", "se" and the like to the verb. */
  for (guint i = 0; i < MAX_LIST_TOKENS && next < end; i++, next++)
    {
      if (rcp_tokens_match_cue (lexicon, text, next, end, RCP_NAME_CUE_ACTS))
        return TRUE;
      if (!rcp_tokens_is (text, next, french ? "ne n' se s' lui leur y en et , a ont aussi seul seule"
                                             : "and , has have had also alone")
          && !rcp_tokens_is_name (text, next))
        return FALSE;
    }
  return FALSE;
}

/**
 * rcp_metonymy_decide:
 * @span: a capital or a seat of power
 *
 * Decides whether it stands for its state (or, for a ministry's address, for that body) or is only a place. A
 * palace always stands for its power. A capital is a place after a preposition of place, in a dateline, or as
 * the complement of a noun that takes no party; bare, it acts: French and English put a preposition before
 * mere places.
 */
void
rcp_metonymy_decide (const RcpLexicon *lexicon, const RcpSegmentedText *text, RcpNameSpan *span)
{
  const RcpLexiconEntry *seat = span->entry;
  const char *kind = rcp_lexicon_entry_get_kind (seat);
  const char *organisation = rcp_lexicon_entry_get_scope (seat);
  const char *state = rcp_lexicon_entry_get_id (seat);
  gboolean is_town = strcmp (kind, "capital") == 0 || strcmp (kind, "city") == 0;

  if (strcmp (kind, "state") == 0 || (is_town && !seat_acts (lexicon, text, span))
      || (strcmp (kind, "city") == 0 && organisation[0] != '\0'))
    {
      make_place (text, span);
      return;
    }
  span->form = RCP_MENTION_METONYM;
  span->acting = TRUE;
  if (!is_town && strcmp (kind, "palace") != 0 && organisation[0] != '\0')
    {
      span->kind = RCP_ACTOR_ORGANISATION;
      span->key = g_strconcat ("org:", organisation, NULL);
    }
  else if (rcp_lexicon_get_state (lexicon, state))
    {
      span->kind = RCP_ACTOR_STATE;
      span->key = g_strconcat ("state:", state, NULL);
    }
  else
    make_place (text, span);
}

/**
 * rcp_metonymy_decide_acting:
 * @span: a state or another place
 *
 * A state after a preposition of place ("en Libye", "in Mali") is where something happens, not who does it; one that is
 * given, sold or told something does act, and so does one whose support or answer is told of. All else after "au" and
 * "de" is only said to be there or to have something.
 */
void
rcp_metonymy_decide_acting (const RcpLexicon *lexicon, const RcpSegmentedText *text, RcpNameSpan *span)
{
  guint start = sentence_start (text, span->first);
  guint first = list_start (text, span->first);

  if (is_in_brackets (text, span->first, span->end))
    {
      if (span->kind == RCP_ACTOR_PLACE)
        make_place (text, span);
      span->acting = FALSE;
      return;
    }
  if (span->kind == RCP_ACTOR_PLACE)
    {
      make_place (text, span);
      if (place_acts (lexicon, text, span, first))
        {
          span->kind = RCP_ACTOR_ORGANISATION;
          span->form = RCP_MENTION_METONYM;
          span->acting = TRUE;
          g_free (span->key);
          span->key = dup_key (text, span, "org:place:");
        }
      return;
    }
  while (first > start && rcp_tokens_is (text, first - 1, is_french (text) ? "la le l' les" : "the"))
    first--;
  if (first == start)
    span->acting = !is_dateline (text, span->first, span->end);
  else if (is_french (text))
    {
      if (rcp_tokens_is (text, first - 1, "en dans depuis sur vers hors jusqu'en"))
        span->acting = rcp_tokens_is (text, first - 1, "sur vers") && has_cue_near (lexicon, text, first - 1, RCP_NAME_CUE_TURN);
      else if (rcp_tokens_is (text, first - 1, "a au aux jusqu'au jusqu'aux"))
        span->acting = is_given_to (lexicon, text, first - 1);
      else if (rcp_tokens_is (text, first - 1, "de du des d'"))
        span->acting = is_party_of_noun (lexicon, text, first - 1) || has_cue_near (lexicon, text, first - 1, RCP_NAME_CUE_TURN);
    }
  else if (rcp_tokens_is (text, first - 1, "in inside across into throughout outside near around within from"))
    span->acting = FALSE;
  else if (rcp_tokens_is (text, first - 1, "of"))
    span->acting = is_party_of_noun (lexicon, text, first - 1);
}
