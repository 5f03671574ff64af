#include "config.h"

#include <string.h>

#include "rcp-role-finder.h"

typedef struct
{
  guint head;
  guint first;
  guint end;
  const char *state;
  gboolean is_definite;
  gboolean is_possessive;
} Phrase;

static gboolean
is_cue (const RcpRoleContext *context, guint at, guint end, RcpNameCue cue)
{
  return at < end && rcp_tokens_match_cue (context->lexicon, context->text, at, end, cue) > 0;
}

static void
push (const RcpRoleContext *context, const Phrase *phrase, RcpActorKind kind, gboolean acting,
      const char *key)
{
  int same = context->begins[phrase->first];
  RcpNameSpan span = { .first = phrase->first,
                       .end = phrase->end,
                       .kind = kind,
                       .form = RCP_MENTION_ROLE,
                       .acting = acting,
                       .certain = TRUE,
                       .is_title_of = -1 };

  /* "armée malienne" is the name of a body that the lexicon knows. */
  if (same >= 0 && g_array_index (context->names, RcpNameSpan, same).end == phrase->end)
    return;
  span.key = g_strdup (key);
  span.state = phrase->state;
  g_array_append_val (context->found, span);
}

/* How far back a possessive may look. */
#define MAX_BACK 100

/* The state named last before @at in the sentence: whose "leurs soldats" are. */
static const char *
state_before (const RcpRoleContext *context, guint at)
{
  guint start = context->text->sentences[context->text->tokens[at].sentence].first_token;

  for (guint i = 0; i < MAX_BACK && at > start; i++)
    {
      const RcpNameSpan *name
          = context->ends[at] >= 0 ? &g_array_index (context->names, RcpNameSpan, context->ends[at]) : NULL;

      if (name && name->kind == RCP_ACTOR_STATE && name->entry)
        return rcp_lexicon_entry_get_id (name->entry);
      at--;
    }
  return NULL;
}

/* Adjectives and "du Mali" after the noun; also the state of a body of which it is ("du ministère russe…").
 */
static void
read_right (const RcpRoleContext *context, Phrase *phrase, guint end)
{
  guint of;

  phrase->end = rcp_role_adjective (context, phrase->end, end, &phrase->state);
  of = rcp_role_of (context, phrase->end, end);
  if (of == phrase->end || of >= end || context->begins[of] < 0)
    return;
  else
    {
      const RcpNameSpan *name = &g_array_index (context->names, RcpNameSpan, context->begins[of]);

      if (name->kind == RCP_ACTOR_STATE && name->entry && phrase->state == NULL)
        {
          phrase->state = rcp_lexicon_entry_get_id (name->entry);
          phrase->end = name->end;
        }
      else if (name->kind == RCP_ACTOR_ORGANISATION && phrase->state == NULL)
        for (guint i = name->first; i < name->end; i++)
          rcp_role_adjective (context, i, i + 1, &phrase->state);
    }
}

static gboolean
push_government (const RcpRoleContext *context, const Phrase *phrase)
{
  /* Nouns that are as often something else want their state beside them. */
  static const char strict[]
      = "pouvoir executif diplomatie presidence dirigeants administration leadership officials";
  const char *state = phrase->state;
  g_autofree char *key = NULL;

  if (state == NULL
      && (rcp_tokens_is (context->text, phrase->head, strict)
          || (!phrase->is_definite && !phrase->is_possessive)))
    return FALSE;
  if (state == NULL && phrase->is_possessive)
    state = state_before (context, phrase->first);
  if (phrase->state == NULL && state == NULL)
    state = rcp_role_known_state (context, context->text->tokens[phrase->head].folded);
  else if (phrase->state)
    rcp_role_note_state (context, context->text->tokens[phrase->head].folded, phrase->state);
  state = state ? state : context->main_state;
  if (state == NULL || rcp_lexicon_get_state (context->lexicon, state) == NULL)
    return FALSE;
  key = g_strconcat ("state:", state, NULL);
  push (context, phrase, RCP_ACTOR_STATE, TRUE, key);
  return TRUE;
}

static gboolean
push_forces (const RcpRoleContext *context, const Phrase *phrase, guint start)
{
  const char *state = phrase->state;
  g_autofree char *key = NULL;
  guint before = phrase->first;
  const RcpToken *next
      = phrase->head + 1 < context->text->n_tokens ? &context->text->tokens[phrase->head + 1] : NULL;

  /* "military accord", "army chief": there too, unless a verb or a preposition follows. */
  if (!context->is_french && rcp_tokens_is (context->text, phrase->head, "military army navy marine") && next
      && next->kind == RCP_TOKEN_WORD
      && !rcp_tokens_is (context->text, phrase->head + 1,
                         "has have had is are was were will would could can may said says "
                         "and or in on of from for that which who to at by"))
    return FALSE;

  /* "coopération militaire": there it is an adjective. */
  if (rcp_tokens_is (context->text, phrase->head, "militaire militaires military") && !phrase->is_definite
      && !phrase->is_possessive && phrase->first == phrase->head
      && (before == start || !rcp_tokens_is (context->text, before - 1, "de des d' aux quelques plusieurs")))
    return FALSE;
  if (state == NULL
      && (phrase->is_possessive
          || (before >= start + 2 && rcp_tokens_is (context->text, before - 2, "dont whose"))))
    state = state_before (context, phrase->first);
  if (state == NULL && phrase->is_definite && rcp_tokens_is (context->text, phrase->head, "militaires")
      && phrase->end == phrase->head + 1)
    state = context->main_state;
  if (state == NULL)
    return FALSE;
  key = g_strconcat ("org:forces:", state, NULL);
  push (context, phrase, RCP_ACTOR_ORGANISATION, TRUE, key);
  return TRUE;
}

static gboolean
push_militants (const RcpRoleContext *context, Phrase *phrase, guint end, gboolean is_noun)
{
  guint at = phrase->head + 1;
  gboolean is_rebel = rcp_tokens_is (context->text, phrase->head,
                                     "rebelles insurges separatistes rebels insurgents separatists");

  if (!is_noun)
    {
      if (context->is_french && is_cue (context, at, end, RCP_NAME_CUE_MILITANT_ADJECTIVE))
        {
          is_rebel = rcp_tokens_is (context->text, at, "rebelle rebelles armes separatistes");
          phrase->end = at + 1;
        }
      else if (!context->is_french && phrase->head > 0
               && is_cue (context, phrase->head - 1, phrase->head, RCP_NAME_CUE_MILITANT_ADJECTIVE))
        {
          is_rebel = rcp_tokens_is (context->text, phrase->head - 1, "rebel armed separatist");
          phrase->first = phrase->head - 1;
          phrase->end = at;
        }
      else if (at < end
               && rcp_tokens_is (context->text, at,
                                 "affilie affilies affiliees lies liees affiliated linked"))
        phrase->end = at;
      else
        return FALSE;
    }
  else if (!phrase->is_definite)
    return FALSE;
  push (context, phrase, RCP_ACTOR_ORGANISATION, TRUE, is_rebel ? "org:group:rebels" : "org:group:militants");
  return TRUE;
}

static gboolean
push_country (const RcpRoleContext *context, Phrase *phrase, guint start, guint end)
{
  g_autofree char *key = NULL;
  const RcpLexiconEntry *entry;

  if (context->main_state == NULL || phrase->first == start || phrase->first != phrase->head
      || !rcp_tokens_is (context->text, phrase->first - 1, context->is_french ? "le ce du au" : "the"))
    return FALSE;
  phrase->end = phrase->head + 1;
  if (context->is_french && phrase->end < end
      && rcp_lexicon_match (context->lexicon, context->text, phrase->end, end, RCP_LEXICON_ADJECTIVE, &entry)
             == 1)
    {
      if (rcp_lexicon_entry_get_id (entry)[0] != '-')
        return FALSE;
      phrase->end++;
    }
  if (phrase->end < end && rcp_tokens_is (context->text, phrase->end, "d' des de"))
    return FALSE;
  key = g_strconcat ("state:", context->main_state, NULL);
  push (context, phrase, RCP_ACTOR_STATE,
        !(phrase->first >= start + 2
          && rcp_tokens_is (context->text, phrase->first - 2, "dans in across throughout")),
        key);
  return TRUE;
}

static gboolean
push_medium (const RcpRoleContext *context, Phrase *phrase, guint end)
{
  gboolean has_qualifier = FALSE;
  g_autofree char *key = NULL;
  const char *state = NULL;
  guint n;

  phrase->end = phrase->head + 1;
  while (phrase->end < end)
    {
      guint next = rcp_role_adjective (context, phrase->end, phrase->end + 1, &state);

      if ((n = rcp_tokens_match_cue (context->lexicon, context->text, phrase->end, end, RCP_NAME_CUE_MEDIUM_QUALIFIER))
          > 0)
        phrase->end += n;
      else if (next > phrase->end)
        phrase->end = next;
      else
        break;
      has_qualifier = TRUE;
    }
  if (!has_qualifier)
    return FALSE;
  state = state ? state : context->main_state;
  key = g_strconcat ("org:", context->text->tokens[phrase->head].folded, state ? ":" : NULL, state, NULL);
  push (context, phrase, RCP_ACTOR_ORGANISATION, FALSE, key);
  return TRUE;
}

static gboolean
push_of_state (const RcpRoleContext *context, const Phrase *phrase, const char *what)
{
  g_autofree char *key = NULL;

  if (phrase->state == NULL)
    return FALSE;
  key = g_strconcat ("org:", what, ":", phrase->state, NULL);
  push (context, phrase, RCP_ACTOR_ORGANISATION, TRUE, key);
  return TRUE;
}

/**
 * rcp_collective_find_at:
 *
 * Finds a collective whose noun stands at @at: who governs a state stands for it ("la junte nigérienne", "the
 * authorities"); its forces, delegations and people are actors of their own; a broadcaster is quoted, and
 * does not act. Where no state stands beside the noun, it is the one the article is most about.
 *
 * Returns: the token to go on from.
 */
guint
rcp_collective_find_at (const RcpRoleContext *context, guint at, guint end)
{
  const RcpSegmentedText *text = context->text;
  guint start = text->sentences[text->tokens[at].sentence].first_token;
  Phrase phrase = { .head = at, .first = at, .end = at + 1 };
  gboolean found = FALSE;

  /* A capital or a name that holds the word makes it part of a name. */
  if (text->tokens[at].kind != RCP_TOKEN_WORD || context->begins[at] >= 0
      || (text->tokens[at].flags & RCP_TOKEN_CAPITALISED
          && !(text->tokens[at].flags & RCP_TOKEN_SENTENCE_START)))
    return at + 1;
  /* Most words are none of these, and one question tells. */
  if (!is_cue (context, at, at + 1,
               RCP_NAME_CUE_GOVERNMENT | RCP_NAME_CUE_FORCES | RCP_NAME_CUE_PEOPLE | RCP_NAME_CUE_DELEGATION | RCP_NAME_CUE_COUNTRY | RCP_NAME_CUE_MEDIUM
                 | RCP_NAME_CUE_MILITANTS | RCP_NAME_CUE_MILITANT_NOUN))
    return at + 1;
  if (rcp_tokens_match_cue (context->lexicon, text, at, at + 1, RCP_NAME_CUE_QUALIFIER)
      && !is_cue (context, at, at + 1, RCP_NAME_CUE_FORCES))
    return at + 1;
  phrase.first = rcp_role_left (context, at, start, &phrase.state);
  phrase.is_definite
      = phrase.first > start
        && rcp_tokens_is (text, phrase.first - 1,
                          context->is_french ? "le la l' les du des au aux ce cette ces" : "the these those");
  phrase.is_possessive
      = phrase.first > start
        && rcp_tokens_is (text, phrase.first - 1,
                          context->is_french ? "son sa ses leur leurs" : "its their his her");
  read_right (context, &phrase, end);

  if (is_cue (context, at, at + 1, RCP_NAME_CUE_GOVERNMENT))
    found = push_government (context, &phrase);
  if (!found && is_cue (context, at, at + 1, RCP_NAME_CUE_FORCES))
    found = push_forces (context, &phrase, start);
  if (!found && is_cue (context, at, at + 1, RCP_NAME_CUE_PEOPLE))
    found = push_of_state (context, &phrase, "people");
  if (!found && is_cue (context, at, at + 1, RCP_NAME_CUE_DELEGATION))
    found = push_of_state (context, &phrase, text->tokens[at].folded);
  if (!found && is_cue (context, at, at + 1, RCP_NAME_CUE_COUNTRY))
    found = push_country (context, &phrase, start, end);
  if (!found && is_cue (context, at, at + 1, RCP_NAME_CUE_MEDIUM))
    found = push_medium (context, &phrase, end);
  if (!found && is_cue (context, at, at + 1, RCP_NAME_CUE_MILITANTS))
    found = push_militants (context, &phrase, end, FALSE);
  if (!found && is_cue (context, at, at + 1, RCP_NAME_CUE_MILITANT_NOUN))
    found = push_militants (context, &phrase, end, TRUE);
  return found ? MAX (phrase.end, at + 1) : at + 1;
}
