#include "config.h"

#include "rcp-lexicon.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-resources.h"
#include "rcp-tsv.h"

#define RESOURCE_FOLDER "/app/recoupe/Recoupe/engine/lexicon/"
#define ENTRIES_PER_BLOCK 1024

/* A trie over folded words: an edge leads from a node by a word to the next node. All edges stand in one
 * table of open addressing, so a step costs a hash and, nearly always, one comparison. */
struct _RcpLexicon
{
  /* owned */
  GStringChunk *strings;
  GHashTable *word_ids; /* of char * to guint, from 1 */
  GPtrArray *blocks;    /* of RcpLexiconEntry[ENTRIES_PER_BLOCK] */
  GPtrArray *first;     /* of RcpLexiconEntry *, by node; borrowed from blocks */
  guint64 *edge_keys;   /* node << 32 | word; 0 for a free place */
  guint32 *edge_nodes;
  GHashTable *states;        /* of code to RcpLexiconEntry *, borrowed */
  GHashTable *organisations; /* of id to RcpLexiconEntry *, borrowed */

  /* plain */
  guint n_in_block;
  guint n_edges;
  guint n_places; /* a power of two */
};

static guint
edge_place (const RcpLexicon *self, guint64 key)
{
  guint place = (guint)((key * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> 32) & (self->n_places - 1);

  while (self->edge_keys[place] != 0 && self->edge_keys[place] != key)
    place = (place + 1) & (self->n_places - 1);
  return place;
}

static void
grow_edges (RcpLexicon *self)
{
  guint64 *keys = self->edge_keys;
  guint32 *nodes = self->edge_nodes;
  guint n_places = self->n_places;

  self->n_places = n_places ? n_places * 2 : 1 << 16;
  self->edge_keys = g_new0 (guint64, self->n_places);
  self->edge_nodes = g_new0 (guint32, self->n_places);
  for (guint i = 0; i < n_places; i++)
    if (keys[i] != 0)
      {
        guint place = edge_place (self, keys[i]);

        self->edge_keys[place] = keys[i];
        self->edge_nodes[place] = nodes[i];
      }
  g_free (keys);
  g_free (nodes);
}

/* The node that @word leads to from @node; 0 for none. Node 0 is the root, to which nothing leads. */
static guint
step (const RcpLexicon *self, guint node, const char *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->word_ids, word));
  guint place;

  if (id == 0)
    return 0;
  place = edge_place (self, (guint64)node << 32 | id);
  return self->edge_keys[place] ? self->edge_nodes[place] : 0;
}

static guint
step_or_add (RcpLexicon *self, guint node, const char *word)
{
  guint id = GPOINTER_TO_UINT (g_hash_table_lookup (self->word_ids, word));
  guint64 key;
  guint place;

  if (id == 0)
    {
      id = g_hash_table_size (self->word_ids) + 1;
      g_hash_table_insert (self->word_ids, g_string_chunk_insert (self->strings, word),
                           GUINT_TO_POINTER (id));
    }
  if (self->n_edges * 2 >= self->n_places)
    grow_edges (self);
  key = (guint64)node << 32 | id;
  place = edge_place (self, key);
  if (self->edge_keys[place] == 0)
    {
      self->edge_keys[place] = key;
      self->edge_nodes[place] = self->first->len;
      self->n_edges++;
      g_ptr_array_add (self->first, NULL);
    }
  return self->edge_nodes[place];
}

static const char *
keep (RcpLexicon *self, const char *text)
{
  return text && *text ? g_string_chunk_insert_const (self->strings, text) : "";
}

static gboolean
is_all_capitals (const char *form)
{
  guint n = 0;

  for (; *form; form = g_utf8_next_char (form))
    {
      gunichar code = g_utf8_get_char (form);

      if (g_unichar_islower (code) || g_unichar_isspace (code))
        return FALSE;
      n += g_unichar_isupper (code) ? 1 : 0;
    }
  return n > 0;
}

static RcpLexiconEntry *
new_entry (RcpLexicon *self, const RcpLexiconEntry *values)
{
  RcpLexiconEntry *entry;

  if (self->blocks->len == 0 || self->n_in_block == ENTRIES_PER_BLOCK)
    {
      g_ptr_array_add (self->blocks, g_new0 (RcpLexiconEntry, ENTRIES_PER_BLOCK));
      self->n_in_block = 0;
    }
  entry = (RcpLexiconEntry *)self->blocks->pdata[self->blocks->len - 1] + self->n_in_block++;
  *entry = *values;
  return entry;
}

/* Adds a meaning to the words of @form; the ids of @values are kept. */
static RcpLexiconEntry *
add (RcpLexicon *self, const char *form, const RcpLexiconEntry *values)
{
  g_autofree char *words = rcp_fold_words (form);
  RcpLexiconEntry *entry;
  RcpLexiconEntry **at;
  guint node = 0;

  if (words[0] == '\0')
    return NULL;
  for (char *from = words, *space; from; from = space)
    {
      space = strchr (from, ' ');
      if (space)
        *space++ = '\0';
      node = step_or_add (self, node, from);
    }
  for (at = (RcpLexiconEntry **)&self->first->pdata[node]; *at; at = (RcpLexiconEntry **)&(*at)->next)
    if ((*at)->class == values->class && (*at)->id == values->id && (*at)->language == values->language)
      return *at;
  entry = new_entry (self, values);
  if (is_all_capitals (form))
    entry->flags |= RCP_LEXICON_ACRONYM;
  *at = entry;
  return entry;
}

static void
add_list (RcpLexicon *self, RcpTsv *table, const char *column, RcpLexiconEntry values, char language)
{
  g_auto (GStrv) forms = rcp_tsv_dup_list (table, column);

  values.language = language;
  for (guint i = 0; forms[i]; i++)
    add (self, forms[i], &values);
}

/* Raises @flag on what the forms of @column mean already in the class and with the id of @values. */
static void
flag_list (RcpLexicon *self, RcpTsv *table, const char *column, const RcpLexiconEntry *values,
           RcpLexiconFlags flag)
{
  g_auto (GStrv) forms = rcp_tsv_dup_list (table, column);

  for (guint i = 0; forms[i]; i++)
    {
      g_autofree char *words = rcp_fold_words (forms[i]);
      const RcpLexiconEntry *entry = rcp_lexicon_look_up (self, words, values->class, NULL);

      for (; entry; entry = rcp_lexicon_entry_next (entry, values->class, NULL))
        if (entry->id == values->id)
          ((RcpLexiconEntry *)entry)->flags |= flag;
    }
}

static void
add_states (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconEntry values = { .class = RCP_LEXICON_STATE,
                                 .id = keep (self, rcp_tsv_get (table, "iso2")),
                                 .name = keep (self, rcp_tsv_get (table, "name_fr")),
                                 .name_en = keep (self, rcp_tsv_get (table, "name_en")),
                                 .kind = keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = "" };

      if (strcmp (values.kind, "state") != 0)
        values.flags = RCP_LEXICON_TERRITORY;
      add_list (self, table, "name_fr", values, 'f');
      add_list (self, table, "alias_fr", values, 'f');
      add_list (self, table, "name_en", values, 'e');
      add_list (self, table, "alias_en", values, 'e');
      flag_list (self, table, "care", &values, RCP_LEXICON_CARE);
      g_hash_table_insert (self->states, (gpointer)values.id, new_entry (self, &values));
    }
}

static void
add_seats (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconEntry values = { .class = RCP_LEXICON_SEAT,
                                 .id = keep (self, rcp_tsv_get (table, "iso2")),
                                 .name = "",
                                 .name_en = "",
                                 .kind = keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = keep (self, rcp_tsv_get (table, "org")) };

      add_list (self, table, "form", values, rcp_tsv_get (table, "lang")[0]);
    }
}

static void
add_cities (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values = { .class = RCP_LEXICON_CITY, .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    {
      values.id = keep (self, rcp_tsv_get (table, "iso2"));
      add_list (self, table, "name", values, 0);
      add_list (self, table, "alias", values, 0);
    }
}

static void
add_organisations (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      RcpLexiconEntry values = { .class = RCP_LEXICON_ORGANISATION,
                                 .id = keep (self, rcp_tsv_get (table, "id")),
                                 .name = keep (self, rcp_tsv_get (table, "name_fr")),
                                 .name_en = keep (self, rcp_tsv_get (table, "name_en")),
                                 .kind = keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = keep (self, rcp_tsv_get (table, "scope")) };

      add_list (self, table, "name_fr", values, 'f');
      add_list (self, table, "alias_fr", values, 'f');
      add_list (self, table, "name_en", values, 'e');
      add_list (self, table, "alias_en", values, 'e');
      flag_list (self, table, "care", &values, RCP_LEXICON_CARE);
      flag_list (self, table, "shared", &values, RCP_LEXICON_SHARED);
      g_hash_table_insert (self->organisations, (gpointer)values.id, new_entry (self, &values));
    }
}

static void
add_demonyms (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconEntry values = {
        .id = keep (self, rcp_tsv_get (table, "iso2")), .name = "", .name_en = "", .kind = "", .scope = ""
      };

      values.class = RCP_LEXICON_DEMONYM;
      values.flags = RCP_LEXICON_PLURAL;
      add_list (self, table, "plurals", values, language);
      values.flags = 0;
      add_list (self, table, "nouns", values, language);
      values.class = RCP_LEXICON_ADJECTIVE;
      add_list (self, table, "adjectives", values, language);
    }
}

static void
add_offices (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      const char *flags = rcp_tsv_get (table, "flags");
      g_autofree char *id = rcp_fold_words (rcp_tsv_get (table, "office"));
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconEntry values = { .class = RCP_LEXICON_OFFICE,
                                 .id = keep (self, id),
                                 .name = "",
                                 .name_en = "",
                                 .kind = keep (self, rcp_tsv_get (table, "kind")),
                                 .scope = "" };

      values.flags |= strchr (flags, 'n') ? RCP_LEXICON_BEFORE_NAME : 0;
      values.flags |= strchr (flags, 'd') ? RCP_LEXICON_ALONE : 0;
      values.flags |= strchr (flags, 'c') ? RCP_LEXICON_COURTESY : 0;
      values.flags |= strchr (flags, 'o') ? RCP_LEXICON_OF : 0;
      values.flags |= strchr (flags, 'x') ? RCP_LEXICON_FORMER : 0;
      add_list (self, table, "forms", values, language);
      values.flags |= RCP_LEXICON_PLURAL;
      add_list (self, table, "plurals", values, language);
    }
}

static void
add_first_names (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values
      = { .class = RCP_LEXICON_FIRST_NAME, .id = "", .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    add (self, rcp_tsv_get (table, "name"), &values);
}

static void
add_common_words (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values
      = { .class = RCP_LEXICON_COMMON_WORD, .id = "", .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    {
      values.language = rcp_tsv_get (table, "lang")[0];
      add (self, rcp_tsv_get (table, "word"), &values);
    }
}

static void
add_names_seen (RcpLexicon *self, RcpTsv *table)
{
  RcpLexiconEntry values = { .id = "", .name = "", .name_en = "", .kind = "", .scope = "" };

  while (rcp_tsv_next (table))
    {
      const char *kind = rcp_tsv_get (table, "kind");

      values.class = kind[0] == 'P'   ? RCP_LEXICON_SEEN_PERSON
                     : kind[0] == 'O' ? RCP_LEXICON_SEEN_ORGANISATION
                                      : RCP_LEXICON_SEEN_PLACE;
      add (self, rcp_tsv_get (table, "name"), &values);
    }
}

static void
add_name_words (RcpLexicon *self, RcpTsv *table)
{
  while (rcp_tsv_next (table))
    {
      char language = rcp_tsv_get (table, "lang")[0];
      RcpLexiconEntry values = { .class = RCP_LEXICON_CUE,
                                 .id = keep (self, rcp_tsv_get (table, "class")),
                                 .name = "",
                                 .name_en = "",
                                 .kind = "",
                                 .scope = "" };

      if (strcmp (values.id, "place") == 0)
        values.class = RCP_LEXICON_SEEN_PLACE;
      add_list (self, table, "words", values, language);
    }
}

/**
 * rcp_lexicon_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE when a table is missing
 *
 * Reads every table of names, some 30,000 forms, in about 15 ms.
 *
 * Returns: (transfer full) (nullable): the lexicon, or NULL with @error set.
 */
RcpLexicon *
rcp_lexicon_new (GError **error)
{
  static const struct
  {
    const char *file;
    void (*add) (RcpLexicon *self, RcpTsv *table);
  } tables[] = {
    { "states.tsv", add_states },
    { "seats.tsv", add_seats },
    { "organisations.tsv", add_organisations },
    { "cities.tsv", add_cities },
    { "demonyms.tsv", add_demonyms },
    { "offices.tsv", add_offices },
    { "first-names.tsv", add_first_names },
    { "names-seen.tsv", add_names_seen },
    { "name-words.tsv", add_name_words },
    { "common-words.tsv", add_common_words },
  };
  g_autoptr (RcpLexicon) self = g_new0 (RcpLexicon, 1);

  rcp_engine_resources_ensure ();
  self->strings = g_string_chunk_new (64 * 1024);
  self->word_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->first = g_ptr_array_new ();
  self->states = g_hash_table_new (g_str_hash, g_str_equal);
  self->organisations = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->first, NULL);
  grow_edges (self);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat (RESOURCE_FOLDER, tables[i].file, NULL);
      g_autoptr (RcpTsv) table = rcp_tsv_new_for_resource (path, error);

      if (table == NULL)
        {
          g_prefix_error (error, "reading the names: ");
          return NULL;
        }
      tables[i].add (self, table);
    }
  return g_steal_pointer (&self);
}

void
rcp_lexicon_free (RcpLexicon *self)
{
  g_clear_pointer (&self->word_ids, g_hash_table_unref);
  g_clear_pointer (&self->states, g_hash_table_unref);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_free (self->edge_keys);
  g_free (self->edge_nodes);
  g_free (self);
}

static gboolean
entry_fits (const RcpLexiconEntry *entry, guint classes, const char *language)
{
  return (entry->class & classes) != 0
         && (entry->language == 0 || language == NULL || language[0] == '\0'
             || entry->language == language[0]);
}

static const RcpLexiconEntry *
first_fitting (const RcpLexiconEntry *entry, guint classes, const char *language)
{
  while (entry && !entry_fits (entry, classes, language))
    entry = entry->next;
  return entry;
}

/**
 * rcp_lexicon_entry_next:
 *
 * Returns: (transfer none) (nullable): the next meaning of the same words in one of @classes and in
 * @language.
 */
const RcpLexiconEntry *
rcp_lexicon_entry_next (const RcpLexiconEntry *entry, guint classes, const char *language)
{
  return first_fitting (entry->next, classes, language);
}

/* Follows the words of one folded token, which an apostrophe may part ("qa'ida"); 0 where no edge leads on.
 */
static guint
step_token (const RcpLexicon *self, guint node, const char *folded)
{
  char part[128];

  while (*folded)
    {
      gsize length = strcspn (folded, "'");

      if (length >= sizeof part)
        return 0;
      if (length > 0)
        {
          memcpy (part, folded, length);
          part[length] = '\0';
          node = step (self, node, part);
          if (node == 0)
            return 0;
        }
      folded += length + (folded[length] == '\'');
    }
  return node;
}

static gboolean
joins_words (const RcpToken *token)
{
  return token->kind == RCP_TOKEN_PUNCTUATION && (token->flags & RCP_TOKEN_GLUED)
         && strchr ("-'./", token->folded[0]) != NULL && token->folded[0] != '\0';
}

/**
 * rcp_lexicon_match:
 * @at: index of a token
 * @limit: index one past the last token that may be used
 * @classes: the classes wanted
 * @entry: (out) (transfer none) (nullable): the first meaning of the longest run found
 *
 * The longest run of tokens from @at that the lexicon knows in one of @classes, in the text's language. Case
 * and diacritics do not count, nor do hyphens, apostrophes and full stops inside ("U.N.").
 *
 * Returns: the number of tokens of the run; 0 for none.
 */
guint
rcp_lexicon_match (const RcpLexicon *self, const RcpSegmentedText *text, guint at, guint limit, guint classes,
                   const RcpLexiconEntry **entry)
{
  guint node = 0;
  guint best = 0;

  *entry = NULL;
  for (guint i = at; i < limit; i++)
    {
      const RcpToken *token = &text->tokens[i];
      const RcpLexiconEntry *found;

      if (token->kind == RCP_TOKEN_PUNCTUATION)
        {
          if (i == at || !joins_words (token))
            break;
          continue;
        }
      node = step_token (self, node, token->folded);
      if (node == 0)
        break;
      found = first_fitting (self->first->pdata[node], classes, text->language);
      if (found)
        {
          best = i + 1 - at;
          *entry = found;
        }
    }
  /* The last full stop of "U.N." belongs to it. */
  if (best > 2 && at + best < limit && text->tokens[at + 1].folded[0] == '.'
      && joins_words (&text->tokens[at + best]) && text->tokens[at + best].folded[0] == '.')
    best++;
  return best;
}

/**
 * rcp_lexicon_look_up:
 * @words: folded words, parted by single spaces, as rcp_fold_words() gives them
 * @classes: the classes wanted
 * @language: (nullable): "fr" or "en"; NULL or "" for any
 *
 * Returns: (transfer none) (nullable): the first meaning of exactly these words.
 */
const RcpLexiconEntry *
rcp_lexicon_look_up (const RcpLexicon *self, const char *words, guint classes, const char *language)
{
  char part[128];
  guint node = 0;

  if (*words == '\0')
    return NULL;
  while (*words)
    {
      gsize length = strcspn (words, " '");

      if (length >= sizeof part)
        return NULL;
      if (length > 0)
        {
          memcpy (part, words, length);
          part[length] = '\0';
          node = step (self, node, part);
          if (node == 0)
            return NULL;
        }
      words += length + (words[length] != '\0');
    }
  return first_fitting (self->first->pdata[node], classes, language);
}

/** rcp_lexicon_has_cue: whether @words are in the class @class of name-words.tsv in @language. */
gboolean
rcp_lexicon_has_cue (const RcpLexicon *self, const char *words, const char *class, const char *language)
{
  const RcpLexiconEntry *entry = rcp_lexicon_look_up (self, words, RCP_LEXICON_CUE, language);

  for (; entry; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_CUE, language))
    if (strcmp (entry->id, class) == 0)
      return TRUE;
  return FALSE;
}

/** rcp_lexicon_get_state: (transfer none) (nullable): the state with that ISO code, for its names. */
const RcpLexiconEntry *
rcp_lexicon_get_state (const RcpLexicon *self, const char *code)
{
  return g_hash_table_lookup (self->states, code);
}

/** rcp_lexicon_get_organisation: (transfer none) (nullable): the organisation with that id, for its names. */
const RcpLexiconEntry *
rcp_lexicon_get_organisation (const RcpLexicon *self, const char *id)
{
  return g_hash_table_lookup (self->organisations, id);
}
