#include "config.h"

#include "rcp-lexicon.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-lexicon-private.h"
#include "rcp-resources.h"

#define ENTRIES_PER_BLOCK 1024

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

const char *
rcp_lexicon_keep (RcpLexicon *self, const char *text)
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

RcpLexiconEntry *
rcp_lexicon_new_entry (RcpLexicon *self, const RcpLexiconEntry *values)
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
RcpLexiconEntry *
rcp_lexicon_add (RcpLexicon *self, const char *form, const RcpLexiconEntry *values)
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
  entry = rcp_lexicon_new_entry (self, values);
  if (is_all_capitals (form))
    entry->flags |= RCP_LEXICON_ACRONYM;
  *at = entry;
  return entry;
}

/**
 * rcp_lexicon_new:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE when a table is missing
 *
 * Reads every table of names, some 30,000 forms, in about 15 ms (release build).
 *
 * Returns: (transfer full) (nullable): the lexicon, or NULL with @error set.
 */
RcpLexicon *
rcp_lexicon_new (GError **error)
{
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

  if (!rcp_lexicon_read_tables (self, error))
    return NULL;
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
