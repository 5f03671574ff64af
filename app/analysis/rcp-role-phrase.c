#include "config.h"

#include "rcp-role-private.h"

#include <string.h>

#define MAX_COMPLEMENTS 3

static const RcpNameSpan *
name_at (const RcpRoleContext *context, const int *index, guint at)
{
  return index[at] >= 0 ? &g_array_index (context->names, RcpNameSpan, index[at]) : NULL;
}

/** rcp_role_is_counterpart: whether it is the office of whoever was told of before, elsewhere ("son homologue russe"). */
gboolean
rcp_role_is_counterpart (const RcpLexiconEntry *office)
{
  return strcmp (rcp_lexicon_entry_get_id (office), "homologue") == 0;
}

/**
 * rcp_role_office_at:
 * @length: (out): its tokens; 0 for none
 *
 * Returns: (transfer none) (nullable): the office of one holder that stands at @at.
 */
const RcpLexiconEntry *
rcp_role_office_at (const RcpRoleContext *context, guint at, guint end, guint *length)
{
  const RcpLexiconEntry *entry;

  *length = rcp_lexicon_match (context->lexicon, context->text, at, end, RCP_LEXICON_OFFICE, &entry);
  /* "secrétaire général de l'ONU": the body is read as such, by whatever name. */
  for (guint i = at + 1; *length > 1 && i < at + *length; i++)
    if (context->begins[i] >= 0 && rcp_role_kind_is (entry, "org spokesperson")
        && name_at (context, context->begins, i)->kind == RCP_ACTOR_ORGANISATION)
      end = i;
  *length = rcp_lexicon_match (context->lexicon, context->text, at, end, RCP_LEXICON_OFFICE, &entry);
  for (; *length > 0 && entry;
       entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_OFFICE, context->text->language))
    if (!(rcp_lexicon_entry_get_flags (entry) & (RCP_LEXICON_PLURAL | RCP_LEXICON_COURTESY))
        && rcp_role_kind_is (entry, RCP_ROLE_POSTS " " RCP_ROLE_CALLINGS))
      return entry;
  *length = 0;
  return NULL;
}

static gboolean
is_small_word (const RcpRoleContext *context, guint at, guint end)
{
  const RcpToken *token = &context->text->tokens[at];

  return at < end && token->kind == RCP_TOKEN_WORD && context->begins[at] < 0 && token->end - token->start > 2 && rcp_tokens_match_cue (context->lexicon, context->text, at, at + 1, RCP_NAME_CUE_NEVER) == 0;
}

/* A body that the lexicon knows is the same under all its names. */
static void
append_name (GString *of, const RcpSegmentedText *text, const RcpNameSpan *name)
{
  if (name->key && g_str_has_prefix (name->key, "org:"))
    g_string_append_printf (of, "%s%s", of->len > 0 ? " " : "", name->key);
  else
    rcp_role_append_tokens (of, text, name->first, name->end);
}

/* "région Bretagne", "groupe Norcape": the name that a noun of bodies or places leads to; NULL for none. */
static const RcpNameSpan *
name_after_noun (const RcpRoleContext *context, guint at, guint end)
{
  const RcpNameSpan *name;

  if (at + 1 >= end
      || (rcp_tokens_match_cue (context->lexicon, context->text, at, at + 1, RCP_NAME_CUE_PLACE_HEAD) == 0
          && rcp_tokens_match_cue (context->lexicon, context->text, at, at + 1, RCP_NAME_CUE_ORG_HEAD) == 0))
    return NULL;
  name = name_at (context, context->begins, at + 1);
  return name && name->kind != RCP_ACTOR_PERSON ? name : NULL;
}

/* "du port", "de la caisse régionale": a noun, and the adjectives that go on with it. */
static guint
read_words (const RcpRoleContext *context, RcpRole *role, guint at, guint end, guint max_words)
{
  guint stop = at;

  for (guint n = 0; n < max_words && is_small_word (context, stop, end); n++)
    {
      stop++;
      if (!context->is_french && stop < end && context->text->tokens[stop].kind == RCP_TOKEN_PUNCTUATION)
        break;
    }
  if (stop > at)
    {
      rcp_role_append_tokens (role->of, context->text, at, stop);
      role->is_of_words = TRUE;
    }
  return stop;
}

/* "président du conseil départemental, Jean…": an adjective of the body, by its ending, right before the comma. */
static guint
read_last_adjective (const RcpRoleContext *context, RcpRole *role, guint end)
{
  static const char *const endings[] = { "al", "ale", "el", "elle", "if", "ive", "ique", "aire", "aux", "iste", "ien", "ienne" };
  const RcpToken *token = &context->text->tokens[role->end];

  if (!context->is_french || role->end + 1 >= end || token->kind != RCP_TOKEN_WORD || token->flags & RCP_TOKEN_CAPITALISED
      || token->end - token->start < 6 || !rcp_tokens_is (context->text, role->end + 1, ", ("))
    return role->end;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (token->folded, endings[i]))
      {
        rcp_role_append_tokens (role->of, context->text, role->end, role->end + 1);
        return role->end + 1;
      }
  return role->end;
}

/**
 * rcp_role_read_right:
 * @role: its office is known; what it is of and its state are added, and its end
 * @max_words: how many common words may tell what it is of; 0 for none
 *
 * What follows the office: adjectives, and up to three complements.
 */
void
rcp_role_read_right (const RcpRoleContext *context, RcpRole *role, guint end, guint max_words)
{
  role->end = rcp_role_adjective (context, role->end, end, &role->state);
  for (guint i = 0; i < MAX_COMPLEMENTS; i++)
    {
      guint from = role->end, at, n;
      const RcpNameSpan *name;

      if (role->of->len > 0 && from < end && rcp_tokens_is (context->text, from, "et and"))
        from++;
      at = rcp_role_of (context, from, end);
      if (at == from || at >= end)
        break;
      if ((n = rcp_tokens_match_cue (context->lexicon, context->text, at, end, RCP_NAME_CUE_PORTFOLIO)) > 0
          || (n = rcp_tokens_match_cue (context->lexicon, context->text, at, end, RCP_NAME_CUE_GOVERNMENT)) > 0)
        {
          rcp_role_append_tokens (role->of, context->text, at, at + n);
          role->end = at + n;
        }
      else if ((name = name_at (context, context->begins, at)) != NULL && name->kind != RCP_ACTOR_PERSON)
        {
          if (name->kind == RCP_ACTOR_STATE && name->entry)
            role->state = role->state ? role->state : rcp_lexicon_entry_get_id (name->entry);
          else
            {
              append_name (role->of, context->text, name);
              role->is_of_body = TRUE;
            }
          role->end = name->end;
        }
      else if ((name = name_after_noun (context, at, end)) != NULL)
        {
          append_name (role->of, context->text, name);
          role->is_of_body = TRUE;
          role->end = name->end;
        }
      else if (max_words > 0 && (n = read_words (context, role, at, end, max_words)) > at)
        role->end = n;
      else
        break;
      role->end = rcp_role_adjective (context, role->end, end, &role->state);
    }
  role->end = read_last_adjective (context, role, end);
}

/* "l'Algérien Ramtane Lamamra": where a person is from, as a noun before the name. */
static guint
skip_demonym (const RcpRoleContext *context, guint at, guint end)
{
  const RcpLexiconEntry *entry;

  return at < end && context->text->tokens[at].flags & RCP_TOKEN_CAPITALISED
           ? at + rcp_lexicon_match (context->lexicon, context->text, at, end,
                                     context->is_french ? RCP_LEXICON_DEMONYM : RCP_LEXICON_ADJECTIVE, &entry)
           : at;
}

/* "l'entraîneur marseillais Roberto…": a word between an office and a name that is neither a verb nor a preposition. By
 * its ending, since no list has the adjectives of all towns and parties. */
static guint
skip_epithet (const RcpRoleContext *context, guint at, guint end)
{
  static const char *const endings[] = { "ais", "aise", "ois", "oise", "ien", "ienne", "ain", "aine", "iste", "ique", "eux", "ichois" };
  const RcpToken *token = &context->text->tokens[at];

  if (!context->is_french || at + 1 >= end || token->kind != RCP_TOKEN_WORD || token->flags & RCP_TOKEN_CAPITALISED
      || token->end - token->start < 5)
    return at;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (token->folded, endings[i]))
      {
        const RcpNameSpan *name = name_at (context, context->begins, at + 1);

        return name && name->kind == RCP_ACTOR_PERSON ? at + 1 : at;
      }
  return at;
}

/**
 * rcp_role_person_after:
 * @is_direct: (out): no comma parts the two
 *
 * Returns: the first token of the person whose name begins after the role, over a comma, an article and titles; -1 for none.
 */
int
rcp_role_person_after (const RcpRoleContext *context, guint at, guint end, gboolean *is_direct)
{
  guint from = at;

  *is_direct = FALSE;
  /* "chef des Forces de soutien rapide (FSR), Mohamed…" */
  if (at + 3 < end && rcp_tokens_is (context->text, at, "(") && rcp_tokens_is (context->text, at + 2, ")"))
    from = at = at + 3;
  if (at < end && rcp_tokens_is (context->text, at, ","))
    at++;
  if (at > from && at < end && rcp_tokens_is (context->text, at, context->is_french ? "le la l' m. mme" : "the"))
    at = skip_demonym (context, at + 1, end);
  else if (at == from && at < end)
    at = from = skip_epithet (context, at, end);
  for (guint i = 0; i < 3 && at < end; i++)
    {
      const RcpNameSpan *name = name_at (context, context->begins, at);
      const RcpLexiconEntry *entry;
      guint n;

      if (name && name->kind == RCP_ACTOR_PERSON)
        {
          *is_direct = at == from || !rcp_tokens_is (context->text, from, ",");
          return name->first;
        }
      n = rcp_lexicon_match (context->lexicon, context->text, at, end, RCP_LEXICON_OFFICE, &entry);
      if (n == 0 || !(rcp_lexicon_entry_get_flags (entry) & RCP_LEXICON_BEFORE_NAME))
        break;
      at += n;
      if (at < end && rcp_tokens_is (context->text, at, "."))
        at++;
    }
  return -1;
}

/** rcp_role_person_before: the first token of the person named just before the role, over a comma and an article; -1 for none. */
int
rcp_role_person_before (const RcpRoleContext *context, guint first, guint start)
{
  const RcpNameSpan *name;

  if (first > start
      && rcp_tokens_is (context->text, first - 1,
                        context->is_french ? "le la l' son sa leur un une" : "the a an his her its their"))
    first--;
  if (first <= start || !rcp_tokens_is (context->text, first - 1, ", ("))
    return -1;
  /* "Benoît Hamon (PS), ancien ministre" */
  if (first >= start + 5 && rcp_tokens_is (context->text, first - 2, ")") && rcp_tokens_is (context->text, first - 4, "("))
    first -= 3;
  name = name_at (context, context->ends, first - 1);
  return name && name->kind == RCP_ACTOR_PERSON ? (int)name->first : -1;
}

/** rcp_role_is_definite: whether the words before tell of one that the reader knows: "le", "son", "ce". */
gboolean
rcp_role_is_definite (const RcpRoleContext *context, guint first, guint start)
{
  return first > start
         && rcp_tokens_is (context->text, first - 1,
                           context->is_french ? "le la l' du au son sa leur ce cet cette"
                                              : "the his her its their");
}

/** rcp_role_is_former: whether the office was held before, by its own words or those beside it. */
gboolean
rcp_role_is_former (const RcpRoleContext *context, const RcpRole *role, guint start)
{
  for (guint i = role->first; i < role->end; i++)
    if (rcp_tokens_is (context->text, i,
                       "ancien ancienne ex dechu dechue renverse renversee former ousted deposed"))
      return TRUE;
  return rcp_lexicon_entry_get_flags (role->office) & RCP_LEXICON_FORMER
         || (role->first > start && rcp_tokens_is (context->text, role->first - 1, "ancien ancienne former"))
         || (role->first >= start + 2 && rcp_tokens_is (context->text, role->first - 1, "-")
             && rcp_tokens_is (context->text, role->first - 2, "ex"));
}
