#include "config.h"

#include "rcp-alias-merger.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-name-spelling.h"
#include "rcp-office.h"

/* A known actor under all its names, folded. */
typedef struct
{
  gint64 id;
  RcpActorKind kind;
  char *key;
  GPtrArray *names;    /* of char *: folded; a further key begins with \001 */
  GPtrArray *states;   /* of char *: whose offices it holds */
  gboolean is_lexical; /* its key comes from a lexicon */
} Known;

struct _RcpAliasMerger
{
  GHashTable *by_id;      /* of gint64 to Known; owns both */
  GHashTable *by_key;     /* of char * to GPtrArray of Known */
  GHashTable *by_name;    /* of folded names to GPtrArray of Known */
  GHashTable *by_surname; /* of last words of persons' full names to GPtrArray of Known */
  GHashTable *by_sound;   /* of the consonants of those words to GPtrArray of Known */
};

static void
known_free (Known *known)
{
  g_free (known->key);
  g_ptr_array_unref (known->names);
  g_ptr_array_unref (known->states);
  g_free (known);
}

static GHashTable *
new_index (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
}

/**
 * rcp_alias_merger_new:
 *
 * Returns: (transfer full): a merger that knows nobody.
 */
RcpAliasMerger *
rcp_alias_merger_new (void)
{
  RcpAliasMerger *self = g_new0 (RcpAliasMerger, 1);

  self->by_id = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify)known_free);
  self->by_key = new_index ();
  self->by_name = new_index ();
  self->by_surname = new_index ();
  self->by_sound = new_index ();
  return self;
}

void
rcp_alias_merger_free (RcpAliasMerger *self)
{
  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_surname);
  g_hash_table_unref (self->by_sound);
  g_hash_table_unref (self->by_id);
  g_free (self);
}

static void
index_add (GHashTable *index, const char *words, Known *known)
{
  GPtrArray *list = g_hash_table_lookup (index, words);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (index, g_strdup (words), list);
    }
  if (!g_ptr_array_find (list, known, NULL))
    g_ptr_array_add (list, known);
}

static void
index_remove (GHashTable *index, const char *words, Known *known)
{
  GPtrArray *list = g_hash_table_lookup (index, words);

  if (list == NULL)
    return;
  g_ptr_array_remove (list, known);
  if (list->len == 0)
    g_hash_table_remove (index, words);
}

static const char *
last_word (const char *words)
{
  const char *space = strrchr (words, ' ');

  return space ? space + 1 : words;
}

static gboolean
is_role_key (const char *key)
{
  return g_str_has_prefix (key, "person:role:");
}

/* Roles and collectives ("org:forces:US") are known by their key alone: "soldats" names the soldiers of any
 * state. */
static gboolean
is_known_by_key (RcpActorKind kind, const char *key)
{
  return kind == RCP_ACTOR_STATE || kind == RCP_ACTOR_PLACE || is_role_key (key)
         || (g_str_has_prefix (key, "org:") && strchr (key + strlen ("org:"), ':') != NULL);
}

/* A key that is not just the folded name comes from a lexicon, which tells bodies of one acronym apart. */
static gboolean
is_lexicon_key (const char *key, const char *name)
{
  g_autofree char *words = rcp_fold_words (name);
  const char *colon = strchr (key, ':');

  return colon == NULL || strcmp (colon + 1, words) != 0;
}

static gboolean
all_words_capitalised (const char *name)
{
  for (const char *at = name; at && *at; at = strchr (at, ' '))
    {
      at += *at == ' ' ? 1 : 0;
      if (!g_unichar_isupper (g_utf8_get_char (at)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
share_a_word (const char *a, const char *b)
{
  g_auto (GStrv) words_a = g_strsplit (a, " ", -1);
  g_auto (GStrv) words_b = g_strsplit (b, " ", -1);

  for (guint i = 0; words_a[i]; i++)
    if (g_strv_contains ((const char *const *)words_b, words_a[i]))
      return TRUE;
  return FALSE;
}

static void
add_name (RcpAliasMerger *self, Known *known, const char *name, const char *full_name)
{
  g_autofree char *words = rcp_fold_words (name);

  if (words[0] == '\0' || g_ptr_array_find_with_equal_func (known->names, words, g_str_equal, NULL))
    return;
  if (known->kind == RCP_ACTOR_PERSON && !all_words_capitalised (name))
    {
      /* "le chef de la junte" is no name; "de Gaulle" is, having a word of the full name. */
      g_autofree char *full_words = rcp_fold_words (full_name);

      if (!share_a_word (words, full_words))
        return;
    }
  index_add (self->by_name, words, known);
  if (known->kind == RCP_ACTOR_PERSON)
    {
      g_autofree char *sound = rcp_name_spelling_sound (last_word (words));

      index_add (self->by_surname, last_word (words), known);
      index_add (self->by_sound, sound, known);
    }
  g_ptr_array_add (known->names, g_steal_pointer (&words));
}

/**
 * rcp_alias_merger_add:
 * @id: row of the actor; added again, it gains the names and keeps the old ones
 * @key: its key
 * @name: its name
 * @aliases: (nullable) (array zero-terminated=1): its other names; roles among them do no harm
 *
 * Makes an actor known.
 */
void
rcp_alias_merger_add (RcpAliasMerger *self, gint64 id, RcpActorKind kind, const char *key, const char *name,
                      const char *const *aliases)
{
  Known *known = g_hash_table_lookup (self->by_id, &id);

  g_return_if_fail (key != NULL && name != NULL);

  if (known == NULL)
    {
      known = g_new0 (Known, 1);
      known->id = id;
      known->kind = kind;
      known->key = g_strdup (key);
      known->names = g_ptr_array_new_with_free_func (g_free);
      known->states = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->by_id, &known->id, known);
    }
  index_add (self->by_key, key, known);
  if (strcmp (known->key, key) != 0)
    g_ptr_array_add (known->names, g_strconcat ("\001", key, NULL)); /* so that forget() finds this key too */
  if (is_known_by_key (kind, key))
    return;
  known->is_lexical = known->is_lexical || is_lexicon_key (key, name);
  add_name (self, known, name, name);
  for (guint i = 0; aliases && aliases[i]; i++)
    add_name (self, known, aliases[i], name);
}

/* The state whose office it is; NULL where that is none, or of a body: people go from one body to another, and from a state to
 * a body, but seldom from one state to another. */
static char *
dup_state (const char *office)
{
  g_autofree char *scope = rcp_office_dup_scope (office);

  return scope && !g_str_has_prefix (scope, "org:") ? g_steal_pointer (&scope) : NULL;
}

/**
 * rcp_alias_merger_add_offices:
 * @id: an actor that was added; of any other nothing is kept
 * @offices: (element-type utf8): offices it holds, in normal form
 *
 * Makes known what tells an actor from its namesakes.
 */
void
rcp_alias_merger_add_offices (RcpAliasMerger *self, gint64 id, const GPtrArray *offices)
{
  Known *known = g_hash_table_lookup (self->by_id, &id);

  for (guint i = 0; known && known->kind == RCP_ACTOR_PERSON && i < offices->len; i++)
    {
      g_autofree char *state = dup_state (offices->pdata[i]);

      if (state && !g_ptr_array_find_with_equal_func (known->states, state, g_str_equal, NULL))
        g_ptr_array_add (known->states, g_steal_pointer (&state));
    }
}

/* Whether both hold offices of states, and none of one state. */
static gboolean
is_namesake (const Known *known, const RcpFoundActor *actor)
{
  gboolean has_state = FALSE;

  for (guint i = 0; known->states->len > 0 && i < actor->offices->len; i++)
    {
      g_autofree char *state = dup_state (actor->offices->pdata[i]);

      if (state && g_ptr_array_find_with_equal_func (known->states, state, g_str_equal, NULL))
        return FALSE;
      has_state = has_state || state != NULL;
    }
  return has_state;
}

static char *
make_namesake_key (const RcpFoundActor *actor, const char *office)
{
  g_autofree char *state = dup_state (office);

  return state ? g_strconcat (actor->key, "@", state, NULL) : NULL;
}

/**
 * rcp_alias_merger_dup_new_key:
 * @actor: one that is nobody known
 *
 * Returns: (transfer full): the key to know it by: its own, or, where that is a namesake's, with the state of its office:
 *   "person:sara holm@SE"
 */
char *
rcp_alias_merger_dup_new_key (const RcpAliasMerger *self, const RcpFoundActor *actor)
{
  for (guint i = 0; actor->kind == RCP_ACTOR_PERSON && g_hash_table_contains (self->by_key, actor->key)
                    && i < actor->offices->len; i++)
    {
      char *key = make_namesake_key (actor, actor->offices->pdata[i]);

      if (key)
        return key;
    }
  return g_strdup (actor->key);
}

/**
 * rcp_alias_merger_forget:
 * @id: row of an actor; one that is not known does no harm
 *
 * Removes an actor and all its names.
 */
void
rcp_alias_merger_forget (RcpAliasMerger *self, gint64 id)
{
  Known *known = g_hash_table_lookup (self->by_id, &id);

  if (known == NULL)
    return;
  index_remove (self->by_key, known->key, known);
  for (guint i = 0; i < known->names->len; i++)
    {
      const char *words = known->names->pdata[i];

      if (words[0] == '\001')
        index_remove (self->by_key, words + 1, known);
      else
        {
          index_remove (self->by_name, words, known);
          index_remove (self->by_surname, last_word (words), known);
          if (known->kind == RCP_ACTOR_PERSON)
            {
              g_autofree char *sound = rcp_name_spelling_sound (last_word (words));

              index_remove (self->by_sound, sound, known);
            }
        }
    }
  g_hash_table_remove (self->by_id, &id);
}

/* Whether a given name agrees with another: equal, an initial of it, or a slip of one letter in a long one.
 */
static gboolean
given_agrees (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b);
  gsize i = 0, j = 0;
  guint slips = 0;

  if (length_a == 1 || length_b == 1)
    return a[0] == b[0];
  if (MIN (length_a, length_b) < 5)
    return strcmp (a, b) == 0;
  while (i < length_a && j < length_b)
    {
      if (a[i] == b[j])
        {
          i++;
          j++;
          continue;
        }
      if (++slips > 1)
        return FALSE;
      if (length_a - i > length_b - j)
        i++;
      else if (length_a - i < length_b - j)
        j++;
      else
        {
          i++;
          j++;
        }
    }
  return slips + (length_a - i) + (length_b - j) <= 1;
}

/* Whether two full names of one surname can be one person's: every word of the shorter agrees with one of the
 * longer, in order. A surname alone agrees with any. */
static gboolean
names_agree (const char *a, const char *b)
{
  g_auto (GStrv) short_words = g_strsplit (a, " ", -1);
  g_auto (GStrv) long_words = g_strsplit (b, " ", -1);
  guint i = 0;

  if (g_strv_length (short_words) > g_strv_length (long_words))
    return names_agree (b, a);
  for (guint j = 0; short_words[i] && long_words[j]; j++)
    if (given_agrees (short_words[i], long_words[j]))
      i++;
  return short_words[i] == NULL;
}

static gboolean
known_agrees (const Known *known, const char *words)
{
  for (guint i = 0; i < known->names->len; i++)
    {
      const char *name = known->names->pdata[i];

      if (name[0] == '\001' || strcmp (last_word (name), last_word (words)) != 0)
        continue;
      if (!names_agree (name, words))
        return FALSE;
    }
  return TRUE;
}

/* The one person of a surname whose given names agree; NULL when there is none or more than one. */
static const Known *
match_surname (const RcpAliasMerger *self, const RcpFoundActor *actor, const char *words)
{
  GPtrArray *list = g_hash_table_lookup (self->by_surname, last_word (words));
  const Known *match = NULL;

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    if (known_agrees (list->pdata[i], words) && !is_namesake (list->pdata[i], actor))
      {
        if (match)
          return NULL;
        match = list->pdata[i];
      }
  /* A surname alone that several bear, even if only one agrees, says too little. */
  return strchr (words, ' ') == NULL && list->len > 1 ? NULL : match;
}

/* The one person whose full name differs only as spellings do: "Vladimir Poutine", "Vladimir Putin". */
static const Known *
match_spelling (const RcpAliasMerger *self, const RcpFoundActor *actor, const char *words)
{
  g_autofree char *sound = rcp_name_spelling_sound (last_word (words));
  GPtrArray *list = strchr (words, ' ') ? g_hash_table_lookup (self->by_sound, sound) : NULL;
  const Known *match = NULL;

  for (guint i = 0; list && i < list->len; i++)
    {
      const Known *known = list->pdata[i];
      gboolean is_variant = FALSE;

      for (guint j = 0; j < known->names->len && !is_variant; j++)
        is_variant = rcp_name_spelling_is_variant (known->names->pdata[j], words);
      is_variant = is_variant && !is_namesake (known, actor);
      if (is_variant && match)
        return NULL;
      match = is_variant ? known : match;
    }
  return match;
}

/* A key that a lexicon or the form of the key makes unmistakable. */
static const Known *
match_key (const RcpAliasMerger *self, const RcpFoundActor *actor)
{
  GPtrArray *list = g_hash_table_lookup (self->by_key, actor->key);

  /* Whoever was told apart once by an office stays so. */
  for (guint i = 0; actor->kind == RCP_ACTOR_PERSON && i < actor->offices->len; i++)
    {
      g_autofree char *key = make_namesake_key (actor, actor->offices->pdata[i]);
      const GPtrArray *apart = key ? g_hash_table_lookup (self->by_key, key) : NULL;

      if (apart)
        return apart->pdata[0];
    }
  for (guint i = 0; list && i < list->len; i++)
    {
      const Known *known = list->pdata[i];

      if ((known->kind == actor->kind || strcmp (known->key, actor->key) == 0) && !is_namesake (known, actor))
        return known;
    }
  return NULL;
}

static const Known *
match_name (const RcpAliasMerger *self, const RcpFoundActor *actor, const char *name)
{
  gboolean is_lexical = actor->kind == RCP_ACTOR_ORGANISATION && is_lexicon_key (actor->key, actor->name);
  g_autofree char *words = rcp_fold_words (name);
  GPtrArray *list = words[0] ? g_hash_table_lookup (self->by_name, words) : NULL;
  const Known *match = NULL;

  /* One word does not tell one person from another: that is for match_surname(). */
  if (actor->kind == RCP_ACTOR_PERSON && strchr (words, ' ') == NULL)
    return NULL;
  for (guint i = 0; list && i < list->len; i++)
    {
      const Known *known = list->pdata[i];

      if (known->kind != actor->kind || (is_lexical && known->is_lexical) || is_namesake (known, actor))
        continue;
      if (match)
        return NULL; /* several bear it: it does not tell */
      match = known;
    }
  return match;
}

/**
 * rcp_alias_merger_match:
 *
 * @reason: (out) (optional): why its name is one of that actor
 *
 * Which known actor this one is: by key; by a name both have, acronyms and spellings included; a person by
 * surname where just one agrees with the given names or initials, or by the full name spelt another way. Kinds never
 * mix, nor do people who hold offices of different states. A role is only the same role of the same state.
 *
 * Returns: its id; 0 for nobody known.
 */
gint64
rcp_alias_merger_match (const RcpAliasMerger *self, const RcpFoundActor *actor, RcpAliasReason *reason)
{
  RcpAliasReason why = is_role_key (actor->key) ? RCP_ALIAS_REASON_OFFICE : RCP_ALIAS_REASON_LEXICON;
  const Known *match;

  g_return_val_if_fail (actor != NULL, 0);

  match = match_key (self, actor);
  if (match == NULL && !is_known_by_key (actor->kind, actor->key))
    {
      match = match_name (self, actor, actor->name);
      why = RCP_ALIAS_REASON_SPELLING;
    }
  if (reason)
    *reason = why;
  if (match || is_known_by_key (actor->kind, actor->key))
    return match ? match->id : 0;
  if (actor->kind == RCP_ACTOR_PERSON)
    {
      g_autofree char *words = rcp_fold_words (actor->name);

      match = match_surname (self, actor, words);
      why = RCP_ALIAS_REASON_SURNAME;
      if (match == NULL && (match = match_spelling (self, actor, words)) != NULL)
        why = RCP_ALIAS_REASON_SPELLING;
    }
  for (guint i = 0; match == NULL && actor->kind == RCP_ACTOR_ORGANISATION && i < actor->aliases->len; i++)
    {
      const char *alias = actor->aliases->pdata[i];

      if (!g_ptr_array_find_with_equal_func (actor->roles, alias, g_str_equal, NULL))
        {
          match = match_name (self, actor, alias);
          why = RCP_ALIAS_REASON_ACRONYM;
        }
    }
  if (reason)
    *reason = why;
  return match ? match->id : 0;
}
