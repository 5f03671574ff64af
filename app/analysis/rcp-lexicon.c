#include "config.h"

#include "rcp-lexicon.h"

#include <string.h>

#include "rcp-data-file.h"
#include "rcp-error.h"
#include "rcp-lexicon-format.h"

struct _RcpLexicon
{
  /* owned */
  GBytes *bytes; /* nullable: an empty lexicon has none */

  /* borrowed from bytes */
  const RcpLexiconPlace *places;
  const RcpLexiconEdge *edges;
  const RcpLexiconEntry *entries;
  const char *strings;

  /* plain */
  guint n_places;
};

static const gsize item_sizes[RCP_LEXICON_N_SECTIONS] = { sizeof (RcpLexiconPlace), sizeof (RcpLexiconEdge),
                                                          sizeof (RcpLexiconEntry), 1 };

/* What the header says of the file; NULL where it holds, else what is wrong. */
static const char *
find_header_fault (const RcpLexiconHeader *header, gsize size)
{
  const gsize checked = G_STRUCT_OFFSET (RcpLexiconHeader, checksum) + sizeof header->checksum;
  guint64 at = sizeof *header;

  if (size < sizeof *header || memcmp (header->magic, RCP_LEXICON_MAGIC, sizeof header->magic) != 0)
    return "no compiled lexicon";
  if (GUINT32_FROM_LE (header->byte_order) != RCP_LEXICON_BYTE_ORDER)
    return "bytes in another order";
  if (GUINT32_FROM_LE (header->version) != RCP_LEXICON_VERSION)
    return "made for another version of the program";
  if (GUINT32_FROM_LE (header->size_bytes) != size)
    return "cut short or too long";
  if (GUINT64_FROM_LE (header->checksum) !=
      rcp_lexicon_checksum ((const char *) header + checked, size - checked))
    return "damaged";
  for (guint i = 0; i < RCP_LEXICON_N_SECTIONS; i++)
    {
      if (GUINT32_FROM_LE (header->sections[i].offset_bytes) != at)
        return "sections out of place";
      at += ((guint64) GUINT32_FROM_LE (header->sections[i].n_items) * item_sizes[i] + 7) & ~(guint64) 7;
      if (at > size)
        return "sections out of place";
    }
  return NULL;
}

static gboolean
has_string (guint32 n_strings, gint64 entry_to_strings, gint32 distance)
{
  gint64 offset = (gint64) GINT32_FROM_LE (distance) - entry_to_strings;

  return offset >= 0 && offset < n_strings;
}

/* Whatever a look-up follows leads to a place inside the file and comes to an end; NULL where that holds. A
 * checksum that is right says the same of every file but one made to deceive. */
static const char *
find_content_fault (const RcpLexicon *self, const RcpLexiconHeader *header)
{
  const guint32 n_edges = GUINT32_FROM_LE (header->sections[RCP_LEXICON_EDGES].n_items);
  const guint32 n_entries = GUINT32_FROM_LE (header->sections[RCP_LEXICON_ENTRIES].n_items);
  const guint32 n_strings = GUINT32_FROM_LE (header->sections[RCP_LEXICON_STRINGS].n_items);
  guint n_free = 0;
  gboolean is_sound = TRUE;

  if (n_strings == 0 || self->strings[n_strings - 1] != '\0')
    return "strings without an end";
  if (n_entries > 0 && !self->entries[n_entries - 1].is_last)
    return "entries without an end";
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].tag == 0)
      n_free++;
    else
      is_sound &= GUINT32_FROM_LE (self->places[i].edge) < n_edges;
  if (n_free == 0)
    return "no free place";
  for (guint i = 0; i < n_edges; i++)
    is_sound &= GUINT32_FROM_LE (self->edges[i].word) < n_strings &&
                GUINT32_FROM_LE (self->edges[i].entries) <= n_entries;
  for (guint i = 0; i < n_entries; i++)
    {
      const RcpLexiconEntry *entry = &self->entries[i];
      gint64 to_strings = self->strings - (const char *) entry;

      is_sound &=
          has_string (n_strings, to_strings, entry->id) && has_string (n_strings, to_strings, entry->name) &&
          has_string (n_strings, to_strings, entry->name_en) &&
          has_string (n_strings, to_strings, entry->kind) && has_string (n_strings, to_strings, entry->scope);
    }
  return is_sound ? NULL : "an offset leads nowhere";
}

/**
 * rcp_lexicon_new_for_bytes:
 * @bytes: (transfer none): a compiled lexicon, as the lexicon compiler writes it
 * @error: %RCP_ANALYSIS_ERROR_LEXICON when it is damaged or of another version
 *
 * Checks all of it once, so that look-ups need not; the checks read the file once.
 *
 * Returns: (transfer full) (nullable): the lexicon, which keeps @bytes, or NULL with @error set.
 */
RcpLexicon *
rcp_lexicon_new_for_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (RcpLexicon) self = rcp_lexicon_new_empty ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const RcpLexiconHeader *header = (const RcpLexiconHeader *) data;
  const char *fault;

  self->bytes = g_bytes_ref (bytes);
  if ((guintptr) data % sizeof (guint64) != 0)
    fault = "not aligned";
  else
    fault = find_header_fault (header, size);
  if (fault == NULL)
    {
      self->places =
          (gconstpointer) (data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_PLACES].offset_bytes));
      self->edges =
          (gconstpointer) (data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_EDGES].offset_bytes));
      self->entries =
          (gconstpointer) (data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_ENTRIES].offset_bytes));
      self->strings = data + GUINT32_FROM_LE (header->sections[RCP_LEXICON_STRINGS].offset_bytes);
      self->n_places = GUINT32_FROM_LE (header->sections[RCP_LEXICON_PLACES].n_items);
      fault = find_content_fault (self, header);
    }
  if (fault == NULL)
    return g_steal_pointer (&self);
  g_set_error_literal (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_LEXICON, fault);
  return NULL;
}

/**
 * rcp_lexicon_new:
 * @error: %RCP_ANALYSIS_ERROR_LEXICON when the file is missing, damaged or of another version
 *
 * Maps the compiled lexicon, some 40,000 forms, from the data folder: well under a millisecond.
 *
 * Returns: (transfer full) (nullable): the lexicon, or NULL with @error set.
 */
RcpLexicon *
rcp_lexicon_new (GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = rcp_data_file_map (RCP_LEXICON_FILE, &reason);
  RcpLexicon *self = bytes ? rcp_lexicon_new_for_bytes (bytes, &reason) : NULL;

  if (self == NULL)
    {
      g_autofree char *path = rcp_data_file_dup_path (RCP_LEXICON_FILE);

      g_set_error (error, RCP_ANALYSIS_ERROR, RCP_ANALYSIS_ERROR_LEXICON, "reading the names from %s: %s",
                   path, reason->message);
    }
  return self;
}

/**
 * rcp_lexicon_new_empty:
 *
 * Returns: (transfer full): a lexicon that knows no name, for those who go on without one.
 */
RcpLexicon *
rcp_lexicon_new_empty (void)
{
  return g_new0 (RcpLexicon, 1);
}

void
rcp_lexicon_free (RcpLexicon *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* The node that the word at *@at leads to from @node; 0 for none. Node 0 is the root, to which nothing leads.
 * The word goes to the next apostrophe or @stop; *@at is moved there. */
static inline guint32
step (const RcpLexicon *self, guint32 node, const char **at, char stop)
{
  const char *word = *at, *end = word;
  guint64 hash = RCP_LEXICON_HASH_START;
  guint32 tag, place;

  for (; *end != '\0' && *end != '\'' && *end != stop; end++)
    hash = rcp_lexicon_hash_byte (hash, *end);
  *at = end;
  hash = rcp_lexicon_hash_node (hash, node);
  tag = GUINT32_TO_LE (rcp_lexicon_hash_tag (hash));
  place = rcp_lexicon_hash_place (hash, self->n_places);
  if (self->n_places == 0)
    return 0;
  for (; self->places[place].tag != 0; place = place + 1 < self->n_places ? place + 1 : 0)
    if (self->places[place].tag == tag)
      {
        guint32 index = GUINT32_FROM_LE (self->places[place].edge);
        const RcpLexiconEdge *edge = &self->edges[index];
        const char *found = self->strings + GUINT32_FROM_LE (edge->word);
        const char *given = word;

        while (given < end && *found == *given)
          {
            found++;
            given++;
          }
        if (given == end && *found == '\0' && GUINT32_FROM_LE (edge->node) == node)
          return index + 1;
      }
  return 0;
}

/* Whether @node or what lies beyond it means something in one of @classes. */
static inline gboolean
leads_to (const RcpLexicon *self, guint32 node, guint classes)
{
  return node > 0 && (GUINT32_FROM_LE (self->edges[node - 1].classes) & classes) != 0;
}

/* The node that a code leads to from one of the other roots. */
static guint32
step_key (const RcpLexicon *self, guint32 root, const char *key)
{
  guint32 node = step (self, root, &key, '\0');

  return *key == '\0' ? node : 0;
}

/* What the words up to @node mean; NULL for nothing. */
static const RcpLexiconEntry *
entries_of (const RcpLexicon *self, guint32 node)
{
  guint32 first = node > 0 ? GUINT32_FROM_LE (self->edges[node - 1].entries) : 0;

  return first > 0 ? &self->entries[first - 1] : NULL;
}

static gboolean
entry_fits (const RcpLexiconEntry *entry, guint classes, const char *language)
{
  return (GUINT32_FROM_LE (entry->class) & classes) != 0 &&
         (entry->language == 0 || language == NULL || language[0] == '\0' || entry->language == language[0]);
}

static const RcpLexiconEntry *
first_fitting (const RcpLexiconEntry *entry, guint classes, const char *language)
{
  while (entry && !entry_fits (entry, classes, language))
    entry = entry->is_last ? NULL : entry + 1;
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
  return first_fitting (entry->is_last ? NULL : entry + 1, classes, language);
}

/** rcp_lexicon_entry_get_class: what it is. */
RcpLexiconClass
rcp_lexicon_entry_get_class (const RcpLexiconEntry *entry)
{
  return GUINT32_FROM_LE (entry->class);
}

/** rcp_lexicon_entry_get_flags: how it is to be taken. */
RcpLexiconFlags
rcp_lexicon_entry_get_flags (const RcpLexiconEntry *entry)
{
  return GUINT32_FROM_LE (entry->flags);
}

/** rcp_lexicon_entry_get_language: 'f', 'e', or 0 for any. */
char
rcp_lexicon_entry_get_language (const RcpLexiconEntry *entry)
{
  return entry->language;
}

/** rcp_lexicon_entry_get_id: (transfer none): identifies what is named, as its class says; "" where that has
 * none. */
const char *
rcp_lexicon_entry_get_id (const RcpLexiconEntry *entry)
{
  return (const char *) entry + GINT32_FROM_LE (entry->id);
}

/** rcp_lexicon_entry_get_name: (transfer none): a name to show in French, for states and organisations; ""
 * for others. */
const char *
rcp_lexicon_entry_get_name (const RcpLexiconEntry *entry)
{
  return (const char *) entry + GINT32_FROM_LE (entry->name);
}

/** rcp_lexicon_entry_get_name_en: (transfer none): the same in English. */
const char *
rcp_lexicon_entry_get_name_en (const RcpLexiconEntry *entry)
{
  return (const char *) entry + GINT32_FROM_LE (entry->name_en);
}

/** rcp_lexicon_entry_get_kind: (transfer none): a finer kind, as its table gives it; "". */
const char *
rcp_lexicon_entry_get_kind (const RcpLexiconEntry *entry)
{
  return (const char *) entry + GINT32_FROM_LE (entry->kind);
}

/**
 * rcp_lexicon_entry_get_scope:
 *
 * Returns: (transfer none): for organisations, the state it belongs to, or a continent; for seats, the
 * organisation it stands for; "" for others.
 */
const char *
rcp_lexicon_entry_get_scope (const RcpLexiconEntry *entry)
{
  return (const char *) entry + GINT32_FROM_LE (entry->scope);
}

/* Follows the words of one folded token, which an apostrophe may part ("qa'ida"); 0 where no edge leads on.
 */
static guint32
step_token (const RcpLexicon *self, guint32 node, const char *folded)
{
  for (; *folded; folded += *folded == '\'')
    if (*folded != '\'')
      {
        node = step (self, node, &folded, '\'');
        if (node == 0)
          return 0;
      }
  return node;
}

static gboolean
joins_words (const RcpToken *token)
{
  return token->kind == RCP_TOKEN_PUNCTUATION && (token->flags & RCP_TOKEN_GLUED) &&
         strchr ("-'./", token->folded[0]) != NULL && token->folded[0] != '\0';
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
  guint32 node = RCP_LEXICON_ROOT;
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
      if (!leads_to (self, node, classes))
        break;
      found = first_fitting (entries_of (self, node), classes, text->language);
      if (found)
        {
          best = i + 1 - at;
          *entry = found;
        }
    }
  /* The last full stop of "U.N." belongs to it. */
  if (best > 2 && at + best < limit && text->tokens[at + 1].folded[0] == '.' &&
      joins_words (&text->tokens[at + best]) && text->tokens[at + best].folded[0] == '.')
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
  guint32 node = RCP_LEXICON_ROOT;

  for (; *words; words += *words != '\0')
    if (*words != ' ' && *words != '\'')
      {
        node = step (self, node, &words, ' ');
        if (!leads_to (self, node, classes))
          return NULL;
      }
  return first_fitting (entries_of (self, node), classes, language);
}

/** rcp_lexicon_has_cue: whether @words are in the class @class of name-words.tsv in @language. */
gboolean
rcp_lexicon_has_cue (const RcpLexicon *self, const char *words, const char *class, const char *language)
{
  const RcpLexiconEntry *entry = rcp_lexicon_look_up (self, words, RCP_LEXICON_CUE, language);

  for (; entry; entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_CUE, language))
    if (strcmp (rcp_lexicon_entry_get_id (entry), class) == 0)
      return TRUE;
  return FALSE;
}

/** rcp_lexicon_get_state: (transfer none) (nullable): the state with that ISO code, for its names. */
const RcpLexiconEntry *
rcp_lexicon_get_state (const RcpLexicon *self, const char *code)
{
  return entries_of (self, step_key (self, RCP_LEXICON_ROOT_STATES, code));
}

/** rcp_lexicon_get_organisation: (transfer none) (nullable): the organisation with that id, for its names. */
const RcpLexiconEntry *
rcp_lexicon_get_organisation (const RcpLexicon *self, const char *id)
{
  return entries_of (self, step_key (self, RCP_LEXICON_ROOT_ORGANISATIONS, id));
}
