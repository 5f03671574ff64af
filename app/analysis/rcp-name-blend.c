#include "config.h"

#include "rcp-name-scan-private.h"

#include <string.h>

#include "rcp-metonymy.h"

/* What the sequence model finds and what the lexicon and the rules find become one list of names. The model says where a
 * name begins and ends and what it is; the lexicon says who it is, and stands where it knows a state, a seat of power or a
 * body that the model passed over. */

/* A name that the model is less sure of than this, in nats, gives way to one of the lexicon's that it cuts. */
#define SURE_MARGIN 2.0f

static RcpActorKind
kind_of (RcpNameType type)
{
  return type == RCP_NAME_PERSON ? RCP_ACTOR_PERSON : type == RCP_NAME_PLACE ? RCP_ACTOR_PLACE : RCP_ACTOR_ORGANISATION;
}

static gboolean
is_known (const RcpNameSpan *span)
{
  return span->entry != NULL
         && rcp_lexicon_entry_get_class (span->entry)
              & (RCP_LEXICON_STATE | RCP_LEXICON_SEAT | RCP_LEXICON_ORGANISATION | RCP_LEXICON_DEMONYM);
}

/* Whether the model's type and what the lexicon knows can both be right: a capital may be a place or a power. */
static gboolean
agrees (const RcpNameSpan *span, RcpNameType type)
{
  switch (span->kind)
    {
    case RCP_ACTOR_PERSON:
      return type == RCP_NAME_PERSON;
    case RCP_ACTOR_ORGANISATION:
      return type == RCP_NAME_ORGANISATION;
    case RCP_ACTOR_PLACE:
      return type == RCP_NAME_PLACE || (type == RCP_NAME_ORGANISATION && is_known (span));
    case RCP_ACTOR_STATE:
    default:
      return type == RCP_NAME_PLACE || type == RCP_NAME_ORGANISATION;
    }
}

/* The folded words of a stretch, parted by spaces. */
static char *
words_of (const RcpNameScan *scan, guint first, guint end)
{
  GString *words = g_string_new (NULL);

  for (guint i = first; i < end; i++)
    if (rcp_token_is_word (&scan->text->tokens[i]))
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", scan->text->tokens[i].folded);
  return g_string_free (words, FALSE);
}

/* The model's name as a span of its own, with what the lexicon knows of just these words. */
static void
push_tagged (RcpNameScan *scan, const RcpTaggedName *name)
{
  RcpActorKind kind = kind_of (name->type);
  RcpNameSpan *span;

  if (kind != RCP_ACTOR_PERSON && name->end == name->first + 1)
    {
      g_autofree char *words = words_of (scan, name->first, name->end);
      const RcpLexiconEntry *entry;

      /* "Burhane", where "Abdel Fattah al-Burhane" is a person, unless it names a town as well. */
      if (GPOINTER_TO_UINT (g_hash_table_lookup (scan->named, words)) == RCP_ACTOR_PERSON + 1
          && rcp_lexicon_match (scan->lexicon, scan->text, name->first, name->end,
                                RCP_LEXICON_STATE | RCP_LEXICON_SEAT | RCP_LEXICON_CITY, &entry) == 0)
        kind = RCP_ACTOR_PERSON;
    }
  if (kind != RCP_ACTOR_PERSON && rcp_name_push_known_at (scan, name->first, name->end, kind))
    return;
  span = rcp_name_push (scan, name->first, name->end, kind, TRUE);
  if (kind == RCP_ACTOR_PLACE)
    rcp_metonymy_decide_acting (scan->lexicon, scan->text, span);
}

/**
 * rcp_name_blend_words:
 * @names: (element-type RcpTaggedName): the names of the model
 *
 * Returns: (transfer full): the words of all of them, and the last of people's names, each to its kind plus one: what this
 *   text is sure to call a name.
 */
GHashTable *
rcp_name_blend_words (const RcpNameScan *scan, const GArray *names)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const RcpTaggedName *name = &g_array_index (names, RcpTaggedName, i);

      if (name->type != RCP_NAME_OTHER)
        g_hash_table_insert (words, words_of (scan, name->first, name->end), GUINT_TO_POINTER (kind_of (name->type) + 1));
    }
  /* A full name says of its last word what that word alone leaves open. */
  for (guint i = 0; i < names->len; i++)
    {
      const RcpTaggedName *name = &g_array_index (names, RcpTaggedName, i);

      if (name->type == RCP_NAME_PERSON && name->end > name->first + 1)
        g_hash_table_insert (words, words_of (scan, name->end - 1, name->end), GUINT_TO_POINTER (RCP_ACTOR_PERSON + 1));
    }
  return words;
}

/* Whether a span of the rules stays beside the names of the model, none of which has its tokens: what the lexicon knows, what
 * names a person elsewhere in the text, whoever has a title ("le général Ould Amar"), and bodies told by a small noun ("le
 * ministère russe de la Défense"). */
static gboolean
stays (RcpNameScan *scan, RcpNameSpan *span)
{
  g_autofree char *words = NULL;

  /* Armies and governments are found as collectives. */
  if (is_known (span)
      || (span->certain && !(scan->text->tokens[span->first].flags & RCP_TOKEN_CAPITALISED)
          && rcp_tokens_match_cue (scan->lexicon, scan->text, span->first, span->end, RCP_NAME_CUE_FORCES) == 0
          && rcp_tokens_match_cue (scan->lexicon, scan->text, span->first, span->end, RCP_NAME_CUE_GOVERNMENT) == 0)
      || (span->certain && span->kind == RCP_ACTOR_PERSON && rcp_name_title_before (scan, span->first)))
    return TRUE;
  words = words_of (scan, span->first, span->end);
  if (GPOINTER_TO_UINT (g_hash_table_lookup (scan->named, words)) != RCP_ACTOR_PERSON + 1)
    return FALSE;
  span->kind = RCP_ACTOR_PERSON;
  span->acting = TRUE;
  return TRUE;
}

/* "Moscou-Niamey", "Le Caire et Riyad": two that the lexicon knows where the model sees one. */
static gboolean
is_pair (const RcpNameScan *scan, const RcpNameSpan *rules, guint n, const RcpTaggedName *name)
{
  return n >= 2 && rules[0].first == name->first && rules[1].end == name->end && rules[1].first == rules[0].end + 1
         && is_known (&rules[0]) && is_known (&rules[1]) && rcp_tokens_is (scan->text, rules[0].end, "- – et and ,");
}

/* "Chile's Luis Rojas", "Britain's Competition Authority": a state and whoever is of it, where the model sees one name. Returns
 * the first token of the latter; 0 where it is no such name. */
static guint
possessed_at (const RcpNameScan *scan, const RcpNameSpan *span, const RcpTaggedName *name)
{
  guint at = span->end;

  if (scan->is_french || span->first != name->first || !is_known (span) || at + 1 >= name->end)
    return 0;
  if (rcp_tokens_is (scan->text, at, "'s ’s"))
    return at + 1;
  return rcp_tokens_is (scan->text, at, "' ’") && rcp_tokens_is (scan->text, at + 1, "s") && at + 2 < name->end ? at + 2 : 0;
}

static void
push_possessed (RcpNameScan *scan, const RcpTaggedName *name, guint first)
{
  RcpTaggedName rest = *name;
  g_autofree char *words = words_of (scan, first, name->end);
  guint kind = GPOINTER_TO_UINT (g_hash_table_lookup (scan->named, words));

  rest.first = first;
  if (kind == RCP_ACTOR_PERSON + 1)
    rest.type = RCP_NAME_PERSON;
  if (rest.type != RCP_NAME_OTHER)
    push_tagged (scan, &rest);
}

/* "Valéry Girard d'Estrelles": a person and a place to the model, one name to the rules. */
static gboolean
goes_on (const RcpNameSpan *span, const RcpTaggedName *name, const GArray *names, guint next)
{
  const RcpTaggedName *rest = next + 1 < names->len ? &g_array_index (names, RcpTaggedName, next + 1) : NULL;

  return rest && span->kind == RCP_ACTOR_PERSON && name->type == RCP_NAME_PERSON
         && rest->type == RCP_NAME_PLACE && span->first == name->first && rest->end == span->end
         && rest->first == name->end + 1;
}

/**
 * rcp_name_blend:
 * @scan: whose spans from @from on are those of one sentence by the rules, in text order; they become the blended ones
 * @names: (element-type RcpTaggedName): the names of the model
 * @next: (inout): index of the first of @names that may stand in the sentence
 * @sentence_start: the first token of the sentence
 *
 * Linear in the names and spans of the sentence.
 */
void
rcp_name_blend (RcpNameScan *scan, guint from, const GArray *names, guint *next, guint sentence_start)
{
  guint n_rules = scan->spans->len, at = from;
  g_autofree RcpNameSpan *rules = g_memdup2 (&g_array_index (scan->spans, RcpNameSpan, from), (n_rules - from) * sizeof (RcpNameSpan));

  /* The strings of the spans go with the copies. */
  for (guint i = from; i < n_rules; i++)
    memset (&g_array_index (scan->spans, RcpNameSpan, i), 0, sizeof (RcpNameSpan));
  g_array_set_size (scan->spans, from);
  while (*next < names->len && g_array_index (names, RcpTaggedName, *next).end <= sentence_start)
    (*next)++;
  for (; at < n_rules || (*next < names->len && g_array_index (names, RcpTaggedName, *next).first < scan->sentence_end);)
    {
      const RcpTaggedName *name = *next < names->len && g_array_index (names, RcpTaggedName, *next).first < scan->sentence_end
                                    ? &g_array_index (names, RcpTaggedName, *next)
                                    : NULL;
      RcpNameSpan *span = at < n_rules ? &rules[at - from] : NULL;
      guint possessed;

      if (span && (name == NULL || span->end <= name->first))
        {
          if (stays (scan, span))
            g_array_append_val (scan->spans, *span);
          else
            rcp_name_span_clear (span);
          at++;
        }
      else if (span == NULL || name->end <= span->first)
        {
          if (name->type != RCP_NAME_OTHER)
            push_tagged (scan, name);
          (*next)++;
        }
      else if (is_pair (scan, span, n_rules - at, name))
        {
          g_array_append_vals (scan->spans, span, 2);
          at += 2;
          (*next)++;
        }
      else if ((possessed = possessed_at (scan, span, name)) > 0)
        {
          g_array_append_val (scan->spans, *span);
          push_possessed (scan, name, possessed);
          at++;
          for (; at < n_rules && rules[at - from].first < name->end; at++)
            rcp_name_span_clear (&rules[at - from]);
          (*next)++;
        }
      else if (goes_on (span, name, names, *next))
        {
          g_array_append_val (scan->spans, *span);
          at++;
          *next += 2;
        }
      else if (span->first == name->first && span->end == name->end)
        {
          if ((is_known (span) && (agrees (span, name->type) || name->margin < SURE_MARGIN)) || (name->type != RCP_NAME_OTHER && agrees (span, name->type)))
            {
              span->certain = TRUE;
              g_array_append_val (scan->spans, *span);
            }
          else
            {
              rcp_name_span_clear (span);
              if (name->type != RCP_NAME_OTHER)
                push_tagged (scan, name);
            }
          at++;
          (*next)++;
        }
      else
        {
          gboolean keeps = is_known (span) && name->margin < SURE_MARGIN;

          if (keeps)
            (*next)++; /* the other names that it cuts go the same way */
          else
            {
              rcp_name_span_clear (span);
              at++;
            }
        }
    }
}
