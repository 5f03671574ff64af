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
cue_before (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint at, const char *class)
{
  guint start = sentence_start (text, at);

  for (guint n = 1; n <= 3 && start + n <= at; n++)
    if (rcp_tokens_match_cue (lexicon, text, at - n, at, class) == n)
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

static gboolean
is_dateline (const RcpSegmentedText *text, guint first, guint end)
{
  return first == sentence_start (text, first) && end < sentence_end (text, first)
         && rcp_tokens_is (text, end, ", ( – — [");
}

/* After "de": a party when the noun before takes one ("le soutien de Moscou"), else a place ("l'aéroport de
 * Niamey"). */
static gboolean
is_party_of_noun (const RcpLexicon *lexicon, const RcpSegmentedText *text, guint of)
{
  guint start = sentence_start (text, of);

  for (guint n = 1; n <= 2 && of >= start + n; n++)
    if (rcp_tokens_match_cue (lexicon, text, of - n, of, "relation"))
      return TRUE;
  return FALSE;
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
  if (cue_before (lexicon, text, first, "locative") || is_dateline (text, span->first, span->end))
    return FALSE;
  if (span->end < end && rcp_tokens_is (text, span->end, "("))
    return FALSE;
  if (first > start && rcp_tokens_is (text, first - 1, french ? "de du d'" : "of"))
    return is_party_of_noun (lexicon, text, first - 1);
  if (first > start && !french && span->end < end && rcp_tokens_is_name (text, span->end))
    return FALSE;
  if (first > start && rcp_tokens_is_name (text, first - 1)
      && rcp_tokens_match_cue (lexicon, text, first - 1, first, "never") == 0)
    return FALSE;
  /* "Paris, France" */
  if (span->end + 1 < end && rcp_tokens_is (text, span->end, ",") && rcp_tokens_is_name (text, span->end + 1)
      && !french)
    return FALSE;
  return TRUE;
}

static void
make_place (const RcpSegmentedText *text, RcpNameSpan *span)
{
  RcpRange range = { text->tokens[span->first].start, text->tokens[span->end - 1].end };
  g_autofree char *surface = rcp_segmented_text_dup_range (text, range);
  g_autofree char *words = rcp_fold_words (surface);

  span->kind = RCP_ACTOR_PLACE;
  span->form = RCP_MENTION_NAME;
  span->acting = FALSE;
  g_free (span->key);
  span->key = g_strconcat ("place:", words, NULL);
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
 * A state after a preposition of place ("en Libye", "in Mali") is where something happens, not who does it.
 * "au" and "aux" are left alone: they also follow verbs that give and ask.
 */
void
rcp_metonymy_decide_acting (const RcpLexicon *lexicon, const RcpSegmentedText *text, RcpNameSpan *span)
{
  guint start = sentence_start (text, span->first);
  guint first = list_start (text, span->first);

  if (span->kind == RCP_ACTOR_PLACE)
    {
      make_place (text, span);
      return;
    }
  while (first > start && rcp_tokens_is (text, first - 1, is_french (text) ? "la le l' les" : "the"))
    first--;
  if (first == start)
    return;
  if (is_french (text))
    span->acting = !rcp_tokens_is (text, first - 1, "en dans depuis sur vers hors");
  else
    span->acting
        = !rcp_tokens_is (text, first - 1, "in inside across into throughout outside near around within");
}
