#include "config.h"

#include "rcp-group-finder.h"
#include "rcp-role-private.h"

#include <string.h>

static const RcpNameSpan *
name_at (const RcpRoleContext *context, const int *index, guint at)
{
  return index[at] >= 0 ? &g_array_index (context->names, RcpNameSpan, index[at]) : NULL;
}

/* The state an office is of where its own words do not say. */
static const char *
state_of (const RcpRoleContext *context, const RcpRole *role, gboolean is_hidden)
{
  const char *state;

  if (role->state || is_hidden || role->is_of_body || role->is_of_words
      || !rcp_role_kind_is (role->office, RCP_ROLE_STRONG))
    return role->state;
  state = rcp_role_known_state (context, rcp_lexicon_entry_get_id (role->office));
  return state ? state : context->main_state;
}

/* An office beside a name: told again by its noun alone, it is that person's. */
static void
note_named (const RcpRoleContext *context, const RcpLexiconEntry *office)
{
  g_hash_table_add (context->offices_named, g_strdup (rcp_lexicon_entry_get_id (office)));
  g_hash_table_add (context->offices_named, rcp_role_head (rcp_lexicon_entry_get_id (office), context->is_french));
}

static void
push_role (const RcpRoleContext *context, const RcpRole *role, int person, gboolean is_hidden, gboolean is_elsewhere)
{
  RcpNameSpan span = { .first = role->first,
                       .end = role->end,
                       .kind = RCP_ACTOR_PERSON,
                       .form = RCP_MENTION_ROLE,
                       .acting = TRUE,
                       .certain = TRUE,
                       .is_title_of = person,
                       .is_hidden = is_hidden };

  if (role->state && role->of->len == 0 && !is_elsewhere)
    rcp_role_note_state (context, rcp_lexicon_entry_get_id (role->office), role->state);
  if (role->state && !is_hidden)
    span.short_role = rcp_role_brief (role->office, role->state);
  else if (role->is_of_body && rcp_role_leads_formally (role->office))
    span.short_role = g_strdup_printf ("lead %s", role->of->str);
  span.role = rcp_role_normal (role->office, role->of->str, role->is_of_body, state_of (context, role, is_hidden), role->is_former);
  span.office = rcp_lexicon_entry_get_id (role->office);
  span.state = role->state;
  span.is_elsewhere = is_elsewhere;
  span.is_bare = role->of->len == 0 && role->state == NULL;
  if (person >= 0 && !is_elsewhere)
    {
      note_named (context, role->office);
      g_hash_table_add (context->roles_named, g_strdup (span.role));
    }
  g_array_append_val (context->found, span);
}

/* "le général Tiani": a title says who is later "le général", but is no office of anything. */
static void
push_title (const RcpRoleContext *context, const RcpRole *role, int person)
{
  RcpNameSpan span = { .first = role->first,
                       .end = role->end,
                       .kind = RCP_ACTOR_PERSON,
                       .form = RCP_MENTION_ROLE,
                       .is_title_of = person,
                       .is_hidden = TRUE,
                       .is_bare = TRUE,
                       .office = rcp_lexicon_entry_get_id (role->office) };

  span.role = g_strconcat ("title ", rcp_lexicon_entry_get_id (role->office), NULL);
  note_named (context, role->office);
  g_array_append_val (context->found, span);
}

/* "secrétaire général de l'ONU" is one office of one body. */
static gboolean
says_of_what (const RcpLexiconEntry *office)
{
  return rcp_lexicon_entry_get_flags (office) & RCP_LEXICON_ALONE && rcp_role_kind_is (office, "org legislative junta state government")
         && (strstr (rcp_lexicon_entry_get_id (office), " de ") || strstr (rcp_lexicon_entry_get_id (office), " du ") || strstr (rcp_lexicon_entry_get_id (office), " of "));
}

/* Whether a role without a name beside it still says who is meant. */
static gboolean
stands_alone (const RcpRoleContext *context, const RcpRole *role, guint start)
{
  gboolean is_strong = rcp_role_kind_is (role->office, RCP_ROLE_STRONG);
  gboolean is_definite = rcp_role_is_definite (context, role->first, start);

  if (rcp_role_is_counterpart (role->office))
    return is_definite || role->state != NULL;
  if (role->is_of_words)
    {
      g_autofree char *normal = rcp_role_normal (role->office, role->of->str, role->is_of_body, role->state, role->is_former);

      return g_hash_table_contains (context->roles_named, normal);
    }
  if (role->of->len == 0 && role->state == NULL)
    return is_definite
           && (g_hash_table_contains (context->offices_named, rcp_lexicon_entry_get_id (role->office))
               || (is_strong && context->main_state && rcp_lexicon_entry_get_flags (role->office) & RCP_LEXICON_ALONE
                   && !rcp_role_kind_is (role->office, "royal"))
               || says_of_what (role->office));
  if (rcp_role_kind_is (role->office, RCP_ROLE_CALLINGS))
    return FALSE;
  return is_strong || rcp_lexicon_entry_get_flags (role->office) & RCP_LEXICON_OF;
}

/* "son homologue russe" holds the office that was told last; "celui de l'Intérieur" as well. */
static void
take_over_office (RcpRoleContext *context, RcpRole *role)
{
  const RcpLexiconEntry *office = context->last_office;

  if (office == NULL || context->text->tokens[role->first].sentence > context->last_sentence + 1)
    return;
  if (rcp_role_is_counterpart (role->office) && role->of->len == 0)
    g_string_assign (role->of, context->last_of->str);
  role->office = office;
}

static void
remember_office (RcpRoleContext *context, const RcpRole *role)
{
  if (rcp_role_is_counterpart (role->office) || role->is_former)
    return;
  context->last_office = role->office;
  context->last_sentence = context->text->tokens[role->first].sentence;
  g_string_assign (context->last_of, role->is_of_words ? "" : role->of->str);
}

/* Common words are what an office is of where a name stands beside them, or did elsewhere; as many as make it so. */
static int
try_with_words (const RcpRoleContext *context, RcpRole *role, guint start, guint end, int person, gboolean *is_direct)
{
  const RcpRole before = *role;

  for (guint max_words = RCP_ROLE_MAX_WORDS; max_words > 0; max_words--)
    {
      int found = person;

      rcp_role_read_right (context, role, end, max_words);
      if (found < 0 && role->is_of_words)
        found = rcp_role_person_after (context, role->end, end, is_direct);
      if (role->is_of_words && (found >= 0 || stands_alone (context, role, start)))
        return found;
      g_string_truncate (role->of, 0);
      *role = before;
    }
  return person;
}

/* Reads a role whose office stands at @at; returns the token to go on from. */
static guint
find_role_at (RcpRoleContext *context, guint at, guint start, guint end)
{
  g_autoptr (GString) of = g_string_new (NULL);
  RcpRole role = { .of = of };
  const RcpNameSpan *name = name_at (context, context->begins, at);
  gboolean is_direct = FALSE, is_elsewhere;
  guint length;
  int person;

  if (name && name->kind != RCP_ACTOR_ORGANISATION)
    return at + 1;
  role.office = rcp_role_office_at (context, at, end, &length);
  if (role.office == NULL && context->is_french && context->last_office
      && rcp_tokens_is (context->text, at, "celui celle") && rcp_role_of (context, at + 1, end) > at + 1)
    {
      role.office = context->last_office;
      length = 1;
      if (context->text->tokens[at].sentence != context->last_sentence)
        return at + 1;
    }
  if (role.office == NULL)
    return at + 1;
  role.first = rcp_role_left (context, at, start, &role.state);
  role.office_end = role.end = at + length;
  rcp_role_read_right (context, &role, end, 0);
  is_elsewhere = rcp_role_is_counterpart (role.office);
  if (is_elsewhere)
    take_over_office (context, &role);
  role.is_former = rcp_role_is_former (context, &role, start);

  person = rcp_role_person_before (context, role.first, start);
  if (person < 0)
    person = rcp_role_person_after (context, role.end, end, &is_direct);
  if (role.of->len == 0 && !is_direct)
    person = try_with_words (context, &role, start, end, person, &is_direct);
  if (is_direct && role.end == at + length && role.state == NULL)
    {
      push_title (context, &role, person);
      return at + length;
    }
  /* "le Premier ministre Zeine" is his title; "le ministre de la Défense le général Mody" names him twice. */
  if (is_direct)
    {
      name = name_at (context, context->begins, role.end);
      push_role (context, &role, person, name != NULL, is_elsewhere);
      if (!is_elsewhere)
        remember_office (context, &role);
      return role.end;
    }
  if (person < 0 && !stands_alone (context, &role, start))
    return at + length;
  push_role (context, &role, person, FALSE, is_elsewhere);
  if (!is_elsewhere)
    remember_office (context, &role);
  return role.end;
}

/* "la Russie de Vladimir Poutine": who leads a state. A hidden title over the state's name says so. */
static void
find_leader_of_state (const RcpRoleContext *context, const RcpNameSpan *state, guint end)
{
  guint of = rcp_role_of (context, state->end, end);
  const RcpNameSpan *person = of > state->end && of < end ? name_at (context, context->begins, of) : NULL;
  RcpNameSpan span = { .kind = RCP_ACTOR_PERSON, .form = RCP_MENTION_ROLE, .is_hidden = TRUE };

  if (!context->is_french || person == NULL || person->kind != RCP_ACTOR_PERSON
      || !rcp_tokens_is (context->text, state->end, "de d'") || state->entry == NULL
      || state->kind != RCP_ACTOR_STATE)
    return;
  span.first = state->first;
  span.end = state->end;
  span.is_title_of = person->first;
  span.role = g_strconcat ("head ", rcp_lexicon_entry_get_id (state->entry), NULL);
  g_array_append_val (context->found, span);
}

/* Past the group that holds @at; @at where none does. @next is the first of the groups, in text order, that may. */
static guint
past_group (const RcpRoleContext *context, guint *next, guint n_groups, guint at)
{
  while (*next < n_groups && g_array_index (context->found, RcpNameSpan, *next).end <= at)
    (*next)++;
  return *next < n_groups && g_array_index (context->found, RcpNameSpan, *next).first <= at
           ? g_array_index (context->found, RcpNameSpan, *next).end
           : at;
}

static void
find_in_sentence (RcpRoleContext *context, guint start, guint end)
{
  guint first = context->found->len, n_groups, next, past;

  for (guint at = start; at < end;)
    at = rcp_group_find_at (context, at, end);
  n_groups = context->found->len;
  next = first;
  for (guint at = start; at < end;)
    {
      const RcpNameSpan *name = name_at (context, context->begins, at);

      if (name && name->kind == RCP_ACTOR_STATE)
        find_leader_of_state (context, name, end);
      if ((past = past_group (context, &next, n_groups, at)) > at)
        at = past;
      else
        at = context->text->tokens[at].kind == RCP_TOKEN_WORD ? find_role_at (context, at, start, end) : at + 1;
    }
  next = first;
  for (guint at = start; at < end;)
    at = (past = past_group (context, &next, n_groups, at)) > at ? past : rcp_collective_find_at (context, at, end);
}

static void
find_all (RcpRoleContext *context)
{
  const RcpSegmentedText *text = context->text;

  context->last_office = NULL;
  for (guint i = 0; i < text->n_sentences; i++)
    if (!text->sentences[i].is_set_aside)
      find_in_sentence (context, text->sentences[i].first_token,
                        text->sentences[i].first_token + text->sentences[i].n_tokens);
}

/* Names that are only the words of a role: the "Intérieur" in "ministre de l'Intérieur". */
static void
drop_words_of_roles (const RcpLexicon *lexicon, const RcpSegmentedText *text, GArray *names,
                     const GArray *found)
{
  guint kept = 0, i = 0;

  for (guint n = 0; n < names->len; n++)
    {
      RcpNameSpan *name = &g_array_index (names, RcpNameSpan, n);
      gboolean is_word = FALSE;

      while (i < found->len && g_array_index (found, RcpNameSpan, i).end <= name->first)
        i++;
      for (guint j = i; j < found->len && g_array_index (found, RcpNameSpan, j).first <= name->first; j++)
        {
          const RcpNameSpan *role = &g_array_index (found, RcpNameSpan, j);

          if (role->first <= name->first && name->end <= role->end && (name->key == NULL || name->entry == NULL))
            is_word = is_word || (!role->is_hidden && (!name->certain || (name->first == role->first && name->end == role->end)))
                      || rcp_tokens_match_cue (lexicon, text, name->first, name->end, RCP_NAME_CUE_PORTFOLIO) == name->end - name->first;
        }
      if (is_word)
        {
          g_clear_pointer (&name->key, g_free);
          g_clear_pointer (&name->role, g_free);
          g_clear_pointer (&name->short_role, g_free);
          continue;
        }
      if (kept != n)
        {
          g_array_index (names, RcpNameSpan, kept) = *name;
          memset (name, 0, sizeof *name);
        }
      kept++;
    }
  g_array_set_size (names, kept);
}

/**
 * rcp_role_finder_find:
 * @main_state: (nullable): from rcp_role_main_state()
 * @spans: (element-type RcpNameSpan): the names, in text order; roles and collectives are put between them
 *
 * Finds who is named by office ("le chef de la junte nigérienne", "the Russian president") and the
 * collectives that act for a state ("les autorités nigériennes", "US troops"), and which name stands beside
 * which office.
 */
void
rcp_role_finder_find (const RcpLexicon *lexicon, const RcpSegmentedText *text, const char *main_state,
                      GArray *spans)
{
  g_autoptr (GArray) found = rcp_name_spans_new ();
  g_autoptr (GHashTable) states_of = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) offices_named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) roles_named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) last_of = g_string_new (NULL);
  g_autofree int *begins = g_new (int, text->n_tokens + 1);
  g_autofree int *ends = g_new (int, text->n_tokens + 1);
  RcpRoleContext context = { .lexicon = lexicon,
                             .text = text,
                             .main_state = main_state,
                             .names = spans,
                             .begins = begins,
                             .ends = ends,
                             .states_of = states_of,
                             .offices_named = offices_named,
                             .roles_named = roles_named,
                             .last_of = last_of,
                             .found = found };

  context.is_french = strcmp (text->language, "en") != 0;
  for (guint i = 0; i <= text->n_tokens; i++)
    begins[i] = ends[i] = -1;
  for (guint i = 0; i < spans->len; i++)
    {
      begins[g_array_index (spans, RcpNameSpan, i).first] = i;
      ends[g_array_index (spans, RcpNameSpan, i).end] = i;
    }
  /* The first pass learns whose each office and collective is where the text says so. */
  find_all (&context);
  if (g_hash_table_size (states_of) > 0 || g_hash_table_size (offices_named) > 0)
    {
      g_array_set_size (found, 0);
      find_all (&context);
    }
  rcp_name_spans_sort (found);
  drop_words_of_roles (lexicon, text, spans, found);
  for (guint i = 0; i < found->len; i++)
    {
      g_array_append_val (spans, g_array_index (found, RcpNameSpan, i));
      memset (&g_array_index (found, RcpNameSpan, i), 0, sizeof (RcpNameSpan));
    }
  rcp_name_spans_sort (spans);
}
