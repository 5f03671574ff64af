#include "config.h"

#include "rcp-role-finder.h"

#include <string.h>

#define MAX_COMPLEMENTS 3

static const RcpNameSpan *
name_at (const RcpRoleContext *context, const int *index, guint at)
{
  return index[at] >= 0 ? &g_array_index (context->names, RcpNameSpan, index[at]) : NULL;
}

/* An office in its normal form: "ministre de l interieur" → "ministre interieur". */
static void
append_office (GString *role, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i]; i++)
    if (strstr (" de du des d l la le les of the and et a aux ", parts[i]) == NULL || strlen (parts[i]) > 3)
      g_string_append_printf (role, "%s%s", role->len > 0 ? " " : "", parts[i]);
}

static void
append_tokens (const RcpRoleContext *context, GString *role, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (context->text->tokens[i].kind != RCP_TOKEN_PUNCTUATION)
      append_office (role, context->text->tokens[i].folded);
}

static gboolean
is_of_word (const char *words)
{
  return g_str_has_prefix (words, "de ") || g_str_has_prefix (words, "du ")
         || g_str_has_prefix (words, "des ") || g_str_has_prefix (words, "d ");
}

/* What a role says one is. */
typedef struct
{
  const char *id; /* folded base form */
  const char *kind;
  RcpLexiconFlags flags;
} Office;

static gboolean
kind_is (const Office *office, const char *kinds)
{
  return strstr (kinds, office->kind) != NULL;
}

/* Offices of whoever leads a state, under whatever title: "président", "chef de la junte", "homme fort". */
static gboolean
is_head (const Office *office)
{
  return kind_is (office, "state junta royal") && strstr (office->id, "vice") == NULL
         && strstr (office->id, "porte") == NULL && strstr (office->id, "deux") == NULL;
}

typedef struct
{
  guint first;
  guint end;
  Office office;
  const char *state;
  GString *of; /* what the office is of, normal */
  gboolean is_former;
} Role;

/* What follows the office: adjectives, and up to three complements. */
static void
read_right (const RcpRoleContext *context, Role *role, guint end)
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
      if ((n = rcp_tokens_match_cue (context->lexicon, context->text, at, end, "portfolio")) > 0)
        {
          append_tokens (context, role->of, at, at + n);
          role->end = at + n;
        }
      else if ((n = rcp_tokens_match_cue (context->lexicon, context->text, at, end, "government")) > 0)
        {
          append_tokens (context, role->of, at, at + n);
          role->end = at + n;
        }
      else if ((name = name_at (context, context->begins, at)) != NULL && name->kind != RCP_ACTOR_PERSON)
        {
          if (name->kind == RCP_ACTOR_STATE && name->entry)
            role->state = role->state ? role->state : rcp_lexicon_entry_get_id (name->entry);
          else
            append_tokens (context, role->of, name->first, name->end);
          role->end = name->end;
        }
      else
        break;
      role->end = rcp_role_adjective (context, role->end, end, &role->state);
    }
}

static gboolean
has_former_word (const RcpRoleContext *context, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (rcp_tokens_is (context->text, i,
                       "ancien ancienne ex dechu dechue renverse renversee former ousted deposed"))
      return TRUE;
  return FALSE;
}

/* The person whose name begins after the role, over a comma, an article and titles; -1 for none. */
static int
person_after (const RcpRoleContext *context, guint at, guint end, gboolean *is_direct)
{
  guint from = at;

  *is_direct = FALSE;
  if (at < end && rcp_tokens_is (context->text, at, ","))
    at++;
  if (at > from && at < end
      && rcp_tokens_is (context->text, at, context->is_french ? "le la l' m. mme" : "the"))
    at++;
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

/* The person named just before the role, over a comma and an article; -1 for none. */
static int
person_before (const RcpRoleContext *context, guint first, guint start)
{
  const RcpNameSpan *name;

  if (first > start
      && rcp_tokens_is (context->text, first - 1,
                        context->is_french ? "le la l' son sa leur un une" : "the a an his her its their"))
    first--;
  if (first <= start || !rcp_tokens_is (context->text, first - 1, ", ("))
    return -1;
  name = name_at (context, context->ends, first - 1);
  return name && name->kind == RCP_ACTOR_PERSON ? (int)name->first : -1;
}

static gboolean
is_definite (const RcpRoleContext *context, guint first, guint start)
{
  return first > start
         && rcp_tokens_is (context->text, first - 1,
                           context->is_french ? "le la l' du au son sa leur ce cet cette"
                                              : "the his her its their");
}

/* "son homologue" holds the office of the other, so which one it is only that other could tell. */
static const Office counterpart = { .id = "homologue", .kind = "government", .flags = RCP_LEXICON_OF };

/* The office that stands at @at and its length in tokens; 0 for none. */
static guint
office_at (const RcpRoleContext *context, guint at, guint end, Office *office)
{
  const RcpLexiconEntry *entry;
  guint length = rcp_lexicon_match (context->lexicon, context->text, at, end, RCP_LEXICON_OFFICE, &entry);

  for (; length > 0 && entry;
       entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_OFFICE, context->text->language))
    {
      *office = (Office) { .id = rcp_lexicon_entry_get_id (entry),
                           .kind = rcp_lexicon_entry_get_kind (entry),
                           .flags = rcp_lexicon_entry_get_flags (entry) };
      if (!(office->flags & (RCP_LEXICON_PLURAL | RCP_LEXICON_COURTESY))
          && kind_is (office, "state government junta royal diplomatic legislative org military religious spokesperson "
                              "judicial party local police"))
        return length;
    }
  *office = counterpart;
  return rcp_tokens_match_cue (context->lexicon, context->text, at, end, "counterpart");
}

static void
push_role (const RcpRoleContext *context, const Role *role, int person, gboolean is_hidden)
{
  RcpNameSpan span = { .first = role->first,
                       .end = role->end,
                       .kind = RCP_ACTOR_PERSON,
                       .form = RCP_MENTION_ROLE,
                       .acting = TRUE,
                       .certain = TRUE,
                       .is_title_of = person,
                       .is_hidden = is_hidden };
  GString *normal = g_string_new (role->is_former ? "former" : NULL);

  if (is_head (&role->office) && role->of->len == 0)
    append_office (normal, "head");
  else
    {
      append_office (normal, role->office.id);
      if (role->of->len > 0)
        g_string_append_printf (normal, " %s", role->of->str);
    }
  if (role->state)
    g_string_append_printf (normal, " %s", role->state);
  else if (!is_hidden && kind_is (&role->office, "state government junta royal spokesperson"))
    {
      const char *state = rcp_role_known_state (context, role->office.id);

      state = state ? state : context->main_state;
      if (state)
        g_string_append_printf (normal, " %s", state);
    }
  if (role->state && role->of->len == 0)
    rcp_role_note_state (context, role->office.id, role->state);
  if (role->state && !is_hidden)
    {
      /* "porte-parole du gouvernement" is later "la porte-parole". */
      g_autofree char *office = g_strdup (role->office.id);
      char *of = strstr (office, " d");
      GString *brief = g_string_new (NULL);

      if (of && is_of_word (of + 1))
        *of = '\0';
      append_office (brief, office);
      g_string_append_printf (brief, " %s", role->state);
      span.short_role = g_string_free (brief, FALSE);
    }
  span.role = g_string_free (normal, FALSE);
  g_array_append_val (context->found, span);
}

/* Reads a role whose office stands at @at; returns the token to go on from. */
static guint
find_role_at (const RcpRoleContext *context, guint at, guint start, guint end)
{
  g_autoptr (GString) of = g_string_new (NULL);
  Role role = { .of = of };
  const RcpNameSpan *name = name_at (context, context->begins, at);
  gboolean is_direct, is_strong;
  guint length;
  int person;

  if (name && name->kind != RCP_ACTOR_ORGANISATION)
    return at + 1;
  length = office_at (context, at, end, &role.office);
  if (length == 0)
    return at + 1;
  role.first = rcp_role_left (context, at, start, &role.state);
  role.end = at + length;
  read_right (context, &role, end);
  is_strong = kind_is (&role.office, "state government junta royal spokesperson");
  role.is_former = role.office.flags & RCP_LEXICON_FORMER || has_former_word (context, role.first, role.end)
                   || (role.first >= start + 2 && rcp_tokens_is (context->text, role.first - 1, "-")
                       && rcp_tokens_is (context->text, role.first - 2, "ex"));

  person = person_before (context, role.first, start);
  is_direct = FALSE;
  if (person < 0)
    person = person_after (context, role.end, end, &is_direct);
  if (is_direct && role.end == at + length && role.state == NULL)
    return at + length; /* "le général Tiani": a title, of no particular office */
  /* "le Premier ministre Zeine" is his title; "le ministre de la Défense le général Mody" names him twice. */
  if (is_direct)
    {
      const RcpNameSpan *next = name_at (context, context->begins, role.end);

      push_role (context, &role, person, next != NULL);
      return role.end;
    }
  if (role.of->len == 0 && role.state == NULL)
    {
      if (person < 0
          && (!is_strong || !context->main_state || !(role.office.flags & RCP_LEXICON_ALONE)
              || !is_definite (context, role.first, start)))
        return at + length;
    }
  else if (!is_strong && !(role.office.flags & RCP_LEXICON_OF))
    return at + length;
  push_role (context, &role, person, FALSE);
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

static void
find_all (const RcpRoleContext *context)
{
  const RcpSegmentedText *text = context->text;

  for (guint i = 0; i < text->n_sentences; i++)
    {
      guint start = text->sentences[i].first_token, end = start + text->sentences[i].n_tokens;

      if (text->sentences[i].is_set_aside)
        continue;
      for (guint at = start; at < end;)
        {
          const RcpNameSpan *name = name_at (context, context->begins, at);

          if (name && name->kind == RCP_ACTOR_STATE)
            find_leader_of_state (context, name, end);
          at = text->tokens[at].kind == RCP_TOKEN_WORD ? find_role_at (context, at, start, end) : at + 1;
        }
      for (guint at = start; at < end;)
        at = rcp_collective_find_at (context, at, end);
    }
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

          is_word = is_word
                    || (role->first <= name->first && name->end <= role->end && !role->is_hidden
                        && name->key == NULL
                        && (!name->certain || (name->first == role->first && name->end == role->end)
                            || rcp_tokens_match_cue (lexicon, text, name->first, name->end, "portfolio")
                                   == name->end - name->first));
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
  g_autofree int *begins = g_new (int, text->n_tokens + 1);
  g_autofree int *ends = g_new (int, text->n_tokens + 1);
  RcpRoleContext context = { .lexicon = lexicon,
                             .text = text,
                             .main_state = main_state,
                             .names = spans,
                             .begins = begins,
                             .ends = ends,
                             .states_of = states_of,
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
  g_array_set_size (found, 0);
  find_all (&context);
  rcp_name_spans_sort (found);
  drop_words_of_roles (lexicon, text, spans, found);
  for (guint i = 0; i < found->len; i++)
    {
      g_array_append_val (spans, g_array_index (found, RcpNameSpan, i));
      memset (&g_array_index (found, RcpNameSpan, i), 0, sizeof (RcpNameSpan));
    }
  rcp_name_spans_sort (spans);
}
