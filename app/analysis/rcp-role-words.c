#include "config.h"

#include <string.h>

#include "rcp-role-finder.h"

/* No role has more adjectives on one side than this; a text that repeats one for ever must not cost its square. */
#define MAX_WORDS 6

static const RcpNameSpan *
name_at (const RcpRoleContext *context, const int *index, guint at)
{
  return index[at] >= 0 ? &g_array_index (context->names, RcpNameSpan, index[at]) : NULL;
}

/**
 * rcp_role_adjective:
 * @state: (inout): set to the state that the adjectives name, where they do
 *
 * Adjectives that belong to a role or a collective: of a state ("nigérienne"), or of rank and time
 * ("militaire", "actuel").
 *
 * Returns: the end of the adjectives from @at; @at where there is none.
 */
guint
rcp_role_adjective (const RcpRoleContext *context, guint at, guint end, const char **state)
{
  for (guint i = 0; i < MAX_WORDS && at < end; i++)
    {
      const RcpLexiconEntry *entry;
      guint n = rcp_lexicon_match (context->lexicon, context->text, at, end, RCP_LEXICON_ADJECTIVE, &entry);

      /* French writes them small; a shouted line says nothing. */
      if (n > 0 && (context->is_french != (context->text->tokens[at].flags & RCP_TOKEN_CAPITALISED ? 1 : 0)
                    || (context->text->tokens[at].flags & RCP_TOKEN_ALL_CAPITALS
                        && context->text->tokens[at].end - context->text->tokens[at].start > 3)))
        {
          if (rcp_lexicon_entry_get_id (entry)[0] != '-' && *state == NULL)
            *state = rcp_lexicon_entry_get_id (entry);
        }
      else
        n = rcp_tokens_match_cue (context->lexicon, context->text, at, end, RCP_NAME_CUE_QUALIFIER);
      /* "autorités sanitaires congolaises": no list has all adjectives; the state beyond one tells that it is one. */
      if (n == 0 && context->is_french && at + 1 < end && context->text->tokens[at].kind == RCP_TOKEN_WORD
          && !(context->text->tokens[at].flags & RCP_TOKEN_CAPITALISED)
          && context->text->tokens[at].end - context->text->tokens[at].start > 4
          && rcp_tokens_match_cue (context->lexicon, context->text, at, at + 1, RCP_NAME_CUE_NEVER) == 0
          && rcp_lexicon_match (context->lexicon, context->text, at + 1, end, RCP_LEXICON_ADJECTIVE, &entry) > 0
          && !(context->text->tokens[at + 1].flags & RCP_TOKEN_CAPITALISED) && rcp_lexicon_entry_get_id (entry)[0] != '-')
        n = 1;
      if (n == 0)
        break;
      at += n;
    }
  return at;
}

/** rcp_role_of: the end of "de", "du", "de la", "of the"… at @at; @at where there is none. */
guint
rcp_role_of (const RcpRoleContext *context, guint at, guint end)
{
  const RcpSegmentedText *text = context->text;

  if (at >= end || !rcp_tokens_is (text, at, context->is_french ? "de du des d' aux" : "of for to"))
    return at;
  at++;
  if (at < end && rcp_tokens_is (text, at, context->is_french ? "la l' le les" : "the"))
    at++;
  return at;
}

/**
 * rcp_role_left:
 * @state: (inout): the state named, where one is
 *
 * Returns: where the words before @head begin that belong to it: "nouvelles autorités", "Russian president",
 * "Niger's junta".
 */
guint
rcp_role_left (const RcpRoleContext *context, guint head, guint start, const char **state)
{
  guint first = head;

  for (guint i = 0; i < MAX_WORDS && first > start; i++)
    {
      const RcpLexiconEntry *entry;
      const RcpNameSpan *name = name_at (context, context->ends, first);
      guint before = first - 1;

      if (rcp_tokens_match_cue (context->lexicon, context->text, before, first, RCP_NAME_CUE_QUALIFIER))
        first = before;
      else if (context->is_french)
        break;
      else if (context->text->tokens[before].flags & RCP_TOKEN_CAPITALISED
               && rcp_lexicon_match (context->lexicon, context->text, before, first, RCP_LEXICON_ADJECTIVE,
                                     &entry)
                      == 1)
        {
          if (*state == NULL && rcp_lexicon_entry_get_id (entry)[0] != '-')
            *state = rcp_lexicon_entry_get_id (entry);
          first = before;
        }
      else if (name && name->kind == RCP_ACTOR_STATE && name->entry)
        {
          *state = *state ? *state : rcp_lexicon_entry_get_id (name->entry);
          return name->first;
        }
      else if (rcp_tokens_is (context->text, before, "'s ’s s") && before > start)
        {
          guint of = rcp_tokens_is (context->text, before, "s") && before > start
                             && rcp_tokens_is (context->text, before - 1, "' ’")
                         ? before - 1
                         : before;

          name = name_at (context, context->ends, of);
          if (name == NULL || name->kind != RCP_ACTOR_STATE || name->entry == NULL)
            break;
          *state = *state ? *state : rcp_lexicon_entry_get_id (name->entry);
          return name->first;
        }
      else if (rcp_tokens_match_cue (context->lexicon, context->text, before, first, RCP_NAME_CUE_PORTFOLIO)
               || rcp_tokens_match_cue (context->lexicon, context->text, before, first, RCP_NAME_CUE_GOVERNMENT))
        first = before;
      else
        break;
    }
  return first;
}

/** rcp_role_known_state: (transfer none) (nullable): the one state that stands beside @noun elsewhere in the
 * article. */
const char *
rcp_role_known_state (const RcpRoleContext *context, const char *noun)
{
  const char *state = g_hash_table_lookup (context->states_of, noun);

  return state && state[0] ? state : NULL;
}

/** rcp_role_note_state: remembers that @state stands beside @noun; both must live as long as the lexicon or
 * the text. */
void
rcp_role_note_state (const RcpRoleContext *context, const char *noun, const char *state)
{
  const char *known = g_hash_table_lookup (context->states_of, noun);

  if (known == NULL)
    g_hash_table_insert (context->states_of, (gpointer)noun, (gpointer)state);
  else if (strcmp (known, state) != 0)
    g_hash_table_insert (context->states_of, (gpointer)noun, (gpointer) "");
}

static void
count_state (GHashTable *counts, const char *code)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code)) + 1;

  g_hash_table_insert (counts, (gpointer)code, GUINT_TO_POINTER (n));
}

/**
 * rcp_role_main_state:
 *
 * The state that the article is most about: the one it names most, its capital and its adjective counted.
 * That is whose "le gouvernement" and "le pays" are when nothing nearer says.
 *
 * Returns: (transfer full) (nullable): its ISO code; NULL where none is named twice or two are named as
 * often.
 */
char *
rcp_role_main_state (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *spans)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  const char *best = NULL;
  guint most = 0, n_best = 0;
  GHashTableIter iter;
  gpointer code, count;

  for (guint i = 0; i < spans->len; i++)
    {
      const RcpNameSpan *span = &g_array_index (spans, RcpNameSpan, i);

      if (span->entry && rcp_lexicon_entry_get_class (span->entry) & (RCP_LEXICON_STATE | RCP_LEXICON_SEAT))
        count_state (counts, rcp_lexicon_entry_get_id (span->entry));
    }
  for (guint i = 0; i < text->n_sentences; i++)
    for (guint at = text->sentences[i].first_token, end = at + text->sentences[i].n_tokens; at < end; at++)
      {
        const RcpLexiconEntry *entry;

        if (!text->sentences[i].is_set_aside && text->tokens[at].kind == RCP_TOKEN_WORD
            && rcp_lexicon_match (lexicon, text, at, end, RCP_LEXICON_ADJECTIVE, &entry) > 0
            && rcp_lexicon_entry_get_id (entry)[0] != '-')
          {
            const char *adjective = rcp_lexicon_entry_get_id (entry);

            /* "US" is both, and was counted as a name. */
            if (rcp_lexicon_match (lexicon, text, at, end, RCP_LEXICON_STATE, &entry) == 0)
              count_state (counts, adjective);
          }
      }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &code, &count))
    if (GPOINTER_TO_UINT (count) > most)
      {
        most = GPOINTER_TO_UINT (count);
        best = code;
        n_best = 1;
      }
    else if (GPOINTER_TO_UINT (count) == most)
      n_best++;
  return most >= 2 && n_best == 1 ? g_strdup (best) : NULL;
}
