#include "config.h"

#include "rcp-group-finder.h"

#include <string.h>

/* Several actors under one name: told by adjectives ("les ministres russe et nigérien"), or by a number and a common noun
 * ("les deux pays"), whose members stand beside it or were named just before. */

/* How many sentences back the members of "les deux pays" may stand. */
#define MAX_SENTENCES_BACK 4

/* Nor further back than so many names. */
#define MAX_NAMES_BACK 60

static gboolean
is_cue (const RcpRoleContext *context, guint at, guint end, RcpNameCue cue)
{
  return at < end && rcp_tokens_match_cue (context->lexicon, context->text, at, end, cue) > 0;
}

/* The number of a closed class of words; 0 for none. */
static guint
count_at (const RcpRoleContext *context, guint at)
{
  static const struct
  {
    const char *words;
    guint n;
  } counts[] = { { "deux two both 2", 2 }, { "trois three 3", 3 }, { "quatre four 4", 4 }, { "cinq five 5", 5 }, { "six 6", 6 } };

  if (strchr ("dtqcsbf23456", context->text->tokens[at].folded[0]) == NULL)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (rcp_tokens_is (context->text, at, counts[i].words))
      return counts[i].n;
  return 0;
}

static RcpNameSpan *
push (const RcpRoleContext *context, guint first, guint end, RcpActorKind kind)
{
  RcpNameSpan span = { .first = first,
                       .end = end,
                       .kind = kind,
                       .form = RCP_MENTION_GROUP,
                       .acting = TRUE,
                       .certain = TRUE,
                       .is_title_of = -1 };

  g_array_append_val (context->found, span);
  return &g_array_index (context->found, RcpNameSpan, context->found->len - 1);
}

/* "les deux pays voisins", "both countries", "the two men": a span without members, which the names around will give. */
static guint
find_counted (const RcpRoleContext *context, guint at, guint end)
{
  const RcpSegmentedText *text = context->text;
  guint start = text->sentences[text->tokens[at].sentence].first_token;
  guint n = count_at (context, at), head = at + 1, noun, before;
  const char *state = NULL;
  gboolean is_other;
  RcpActorKind kind;
  RcpNameSpan *span;

  if (n == 0 || head >= end)
    return at + 1;
  if (!rcp_tokens_is (text, at, "both")
      && (at == start || !rcp_tokens_is (text, at - 1, context->is_french ? "les des aux ces nos" : "the these")))
    return at + 1;
  is_other = rcp_tokens_is (text, head, "autres other");
  while (head < end && head < at + 4 && is_cue (context, head, end, RCP_NAME_CUE_GROUP_QUALIFIER))
    head++;
  if (is_cue (context, head, end, RCP_NAME_CUE_GROUP_STATE))
    kind = RCP_ACTOR_STATE;
  else if (is_cue (context, head, end, RCP_NAME_CUE_GROUP_PERSON))
    kind = RCP_ACTOR_PERSON;
  else
    return at + 1;
  noun = head;
  head += rcp_tokens_match_cue (context->lexicon, text, head, end, kind == RCP_ACTOR_STATE ? RCP_NAME_CUE_GROUP_STATE : RCP_NAME_CUE_GROUP_PERSON);
  if (context->is_french)
    {
      head = rcp_role_adjective (context, head, end, &state);
      while (head < end && is_cue (context, head, end, RCP_NAME_CUE_GROUP_QUALIFIER))
        head++;
    }
  if (state != NULL && kind == RCP_ACTOR_PERSON)
    return at + 1; /* which of the people are of that state is not known here */
  before = rcp_tokens_is (text, at, "both") ? at : at - 1;
  span = push (context, at, head, kind);
  span->group_size = n;
  span->gender = rcp_tokens_is (text, noun, "hommes men freres brothers") ? 'm' : rcp_tokens_is (text, noun, "femmes women") ? 'f' : 0;
  span->is_object = before > start
                    && !rcp_tokens_is (text, before - 1, ", ; : ( « que qu' et mais car dont ou that and but entre between where");
  span->is_other = is_other;
  return head;
}

/* The states that adjectives from @at tell one after the other, "russe et nigérien", "Russian, Malian and Turkish". */
static guint
read_states (const RcpRoleContext *context, guint at, guint end, const char *states[RCP_GROUP_MAX_MEMBERS], guint *n)
{
  guint last = at;

  *n = 0;
  while (at < end && *n < RCP_GROUP_MAX_MEMBERS)
    {
      const RcpLexiconEntry *entry;
      guint length = rcp_lexicon_match (context->lexicon, context->text, at, end, RCP_LEXICON_ADJECTIVE, &entry);
      gboolean is_capital = (context->text->tokens[at].flags & RCP_TOKEN_CAPITALISED) != 0;

      if (length == 0 || is_capital == context->is_french || rcp_lexicon_entry_get_id (entry)[0] == '-')
        break;
      states[(*n)++] = rcp_lexicon_entry_get_id (entry);
      last = at + length;
      if (last >= end || !rcp_tokens_is (context->text, last, ", et and"))
        break;
      at = last + 1;
      if (at < end && rcp_tokens_is (context->text, at, "and et"))
        at++;
    }
  return last;
}

static void
push_members (const RcpRoleContext *context, guint first, guint end, guint noun, const RcpLexiconEntry *office,
              const char *of, const char *const *states, guint n)
{
  gboolean is_forces = is_cue (context, noun, noun + 1, RCP_NAME_CUE_FORCES);

  for (guint i = 0; i < n; i++)
    {
      RcpNameSpan *span = push (context, first, end, office      ? RCP_ACTOR_PERSON
                                                     : is_forces ? RCP_ACTOR_ORGANISATION
                                                                 : RCP_ACTOR_STATE);

      if (office)
        span->role = rcp_role_normal (office, of, FALSE, states[i], FALSE);
      else
        span->key = g_strconcat (is_forces ? "org:forces:" : "state:", states[i], NULL);
    }
}

/* A plural office or collective at @at with the states of its members on one side. */
static guint
find_coordinated (const RcpRoleContext *context, guint at, guint end)
{
  const RcpSegmentedText *text = context->text;
  guint start = text->sentences[text->tokens[at].sentence].first_token;
  const char *states[RCP_GROUP_MAX_MEMBERS];
  g_autoptr (GString) of = g_string_new (NULL);
  const RcpLexiconEntry *entry = NULL, *office = NULL;
  guint length = rcp_lexicon_match (context->lexicon, text, at, end, RCP_LEXICON_OFFICE, &entry);
  guint first = at, last, n = 0;

  for (; length > 0 && entry && !office; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_OFFICE, text->language))
    if (rcp_lexicon_entry_get_flags (entry) & RCP_LEXICON_PLURAL && strstr ("state government junta royal diplomatic military", rcp_lexicon_entry_get_kind (entry)))
      office = entry;
  if (office == NULL)
    {
      if (!is_cue (context, at, end, RCP_NAME_CUE_GROUP_NOUN | RCP_NAME_CUE_FORCES))
        return at + 1;
      length = 1;
    }
  last = at + length;
  if (context->is_french)
    last = read_states (context, last, end, states, &n);
  else
    /* "Russian and Nigerien officials": back from the noun. */
    for (guint from = at; from > start && at - from < 12; from--)
      {
        guint stop = read_states (context, from - 1, at, states, &n);

        if (stop == at && n >= 2)
          first = from - 1;
        else if (first < at)
          break;
      }
  if (!context->is_french && first < at)
    read_states (context, first, at, states, &n);
  if (n < 2 || (!context->is_french && first == at))
    return at + 1;
  if (office)
    {
      guint complement = rcp_role_of (context, last, end), more;

      if (complement > last && (more = rcp_tokens_match_cue (context->lexicon, text, complement, end, RCP_NAME_CUE_PORTFOLIO)) > 0)
        {
          for (guint i = complement; i < complement + more; i++)
            if (text->tokens[i].kind != RCP_TOKEN_PUNCTUATION)
              rcp_role_append (of, text->tokens[i].folded);
          last = complement + more;
        }
    }
  push_members (context, first, last, at, office, of->str, states, n);
  return last;
}

/**
 * rcp_group_find_at:
 *
 * Finds a group whose number or noun stands at @at. A group told by adjectives becomes one span for each member; one told
 * by a number a single span with its size, for rcp_group_members().
 *
 * Returns: the token to go on from.
 */
guint
rcp_group_find_at (const RcpRoleContext *context, guint at, guint end)
{
  guint next = find_counted (context, at, end);

  return next > at + 1 || context->text->tokens[at].kind != RCP_TOKEN_WORD ? next : find_coordinated (context, at, end);
}

/* Whether the first name of a person is one of the other sex only. */
static gboolean
is_of_other_gender (const RcpLexicon *lexicon, const RcpSegmentedText *text, const RcpNameSpan *span, char gender)
{
  const RcpLexiconEntry *entry;
  RcpLexiconFlags flags;

  if (gender == 0 || span->form != RCP_MENTION_NAME || span->end < span->first + 2
      || rcp_lexicon_match (lexicon, text, span->first, span->first + 1, RCP_LEXICON_FORENAME, &entry) == 0)
    return FALSE;
  flags = rcp_lexicon_entry_get_flags (entry) & (RCP_LEXICON_FEMININE | RCP_LEXICON_MASCULINE);
  return flags == (gender == 'm' ? RCP_LEXICON_FEMININE : RCP_LEXICON_MASCULINE);
}

static gboolean
is_member (const RcpNameSpan *span, RcpActorKind kind)
{
  if (span->group_size > 0 || span->is_hidden)
    return FALSE;
  return span->kind == kind && (kind != RCP_ACTOR_PERSON || span->acting);
}

static gboolean
add_member (gpointer members[RCP_GROUP_MAX_MEMBERS], guint *n, gpointer owner)
{
  for (guint i = 0; i < *n; i++)
    if (members[i] == owner)
      return FALSE;
  members[(*n)++] = owner;
  return TRUE;
}

/* Whether only what joins a list stands between two tokens. */
static gboolean
is_joined (const RcpSegmentedText *text, guint from, guint to)
{
  if (to < from || to - from > 4)
    return FALSE;
  for (guint i = from; i < to; i++)
    if (!rcp_tokens_is (text, i, ", : ( et and ou or le la l' les the puis plus avec de du d' – — -"))
      return FALSE;
  return TRUE;
}

/* "deux autres pays, le Mali et le Burkina Faso": the names right after, just as many as there should be. */
static guint
listed_after (const RcpSegmentedText *text, const GArray *spans, const gpointer *owners, guint index, guint size,
              RcpActorKind kind, gpointer members[RCP_GROUP_MAX_MEMBERS])
{
  const RcpNameSpan *group = &g_array_index (spans, RcpNameSpan, index);
  guint end = group->end, n = 0;

  for (guint i = index + 1; i < spans->len && n < size; i++)
    {
      const RcpNameSpan *span = &g_array_index (spans, RcpNameSpan, i);

      if (span->first < end)
        continue;
      if (owners[i] == NULL || !is_member (span, kind) || !is_joined (text, end, span->first)
          || text->tokens[span->first].sentence != text->tokens[group->first].sentence)
        break;
      add_member (members, &n, owners[i]);
      end = span->end;
    }
  return n;
}

/**
 * rcp_group_members:
 * @spans: (element-type RcpNameSpan): in text order
 * @owners: (array): the actor of each span; NULL for none
 * @states: (array): the state that each span tells of by the way, as a role does; NULL for none
 * @index: a span with a group size
 * @members: receives the actors, each once
 *
 * Who "les deux pays" are: those listed right after, or else the ones of that kind that were named last, not further than
 * four sentences back.
 *
 * Returns: how many; 0 where they are not as many as the text says.
 */
guint
rcp_group_members (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *spans, const gpointer *owners, const gpointer *states,
                   guint index, gpointer members[RCP_GROUP_MAX_MEMBERS])
{
  const RcpNameSpan *group = &g_array_index (spans, RcpNameSpan, index);
  guint size = MIN (group->group_size, RCP_GROUP_MAX_MEMBERS), n;
  guint sentence = text->tokens[group->first].sentence;

  n = listed_after (text, spans, owners, index, size, group->kind, members);
  if (n == size || group->is_other)
    return n == size ? n : 0;
  n = 0;
  /* Who acts before where something happens: "en Libye" is the scenery of two other countries' quarrel. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = index, looked = 0; i-- > 0 && looked < MAX_NAMES_BACK && n < size; looked++)
      {
        const RcpNameSpan *span = &g_array_index (spans, RcpNameSpan, i);

        if (text->tokens[span->first].sentence + MAX_SENTENCES_BACK < sentence)
          break;
        if ((pass == 0 && !span->acting)
            || (group->is_object && text->tokens[span->first].sentence == sentence)
            || is_of_other_gender (lexicon, text, span, group->gender))
          continue;
        if (owners[i] != NULL && is_member (span, group->kind))
          add_member (members, &n, owners[i]);
        else if (states[i] != NULL && group->kind == RCP_ACTOR_STATE)
          add_member (members, &n, states[i]);
      }
  return n == size ? n : 0;
}
