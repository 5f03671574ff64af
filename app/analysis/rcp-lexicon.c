#include "config.h"

#include "rcp-lexicon.h"

#include <string.h>

#include "rcp-lexicon-private.h"

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

/* What the words up to @node mean; NULL for nothing. */
static const RcpLexiconEntry *
entries_of (const RcpLexicon *self, guint32 node)
{
  guint32 first = node > 0 ? GUINT32_FROM_LE (self->edges[node - 1].entries) : 0;

  return first > 0 ? &self->entries[first - 1] : NULL;
}

/**
 * rcp_lexicon_find_key:
 * @root: one of the roots besides %RCP_LEXICON_ROOT
 * @key: what is asked for, byte by byte
 *
 * Returns: (transfer none) (nullable): what it means there.
 */
const RcpLexiconEntry *
rcp_lexicon_find_key (const RcpLexicon *self, guint32 root, const char *key)
{
  guint32 node = step (self, root, &key, '\0');

  return *key == '\0' ? entries_of (self, node) : NULL;
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
 * rcp_lexicon_prepare:
 *
 * Looks up the first word of every token once and keeps it with the text, so that rcp_lexicon_match(), which is asked for one
 * class of names after the other, mostly has its answer at once. Needed for nothing else. Any thread.
 */
void
rcp_lexicon_prepare (const RcpLexicon *self, const RcpSegmentedText *text)
{
  guint32 *nodes;

  if (rcp_segmented_text_get_memo (text, self->memo_key) != NULL)
    return;
  nodes = g_new0 (guint32, text->n_tokens + 1);
  for (guint i = 0; i < text->n_tokens; i++)
    if (text->tokens[i].kind != RCP_TOKEN_PUNCTUATION)
      nodes[i] = step_token (self, RCP_LEXICON_ROOT, text->tokens[i].folded);
  rcp_segmented_text_take_memo (text, self->memo_key, nodes);
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
  const guint32 *firsts = rcp_segmented_text_get_memo (text, self->memo_key);
  guint32 node = RCP_LEXICON_ROOT;
  guint best = 0;

  *entry = NULL;
  if (at >= limit || (firsts && !leads_to (self, firsts[at], classes)))
    return 0;
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
      node = firsts && i == at ? firsts[at] : step_token (self, node, token->folded);
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
 * rcp_lexicon_match_cue:
 * @at: index of a token
 * @limit: index one past the last token that may be used
 *
 * Returns: the number of tokens of the longest run from @at that is a cue of that class in the text's language; 0 for none.
 */
guint
rcp_lexicon_match_cue (const RcpLexicon *self, const RcpSegmentedText *text, guint at, guint limit, RcpNameCue cue)
{
  const guint32 *firsts = rcp_segmented_text_get_memo (text, self->memo_key);
  guint32 node = RCP_LEXICON_ROOT;
  guint best = 0;

  for (guint i = at; i < limit; i++)
    {
      const RcpToken *token = &text->tokens[i];

      if (token->kind == RCP_TOKEN_PUNCTUATION)
        {
          if (i == at || !joins_words (token))
            break;
          continue;
        }
      node = firsts && i == at ? firsts[at] : step_token (self, node, token->folded);
      if (node == 0 || !(GUINT32_FROM_LE (self->edges[node - 1].cues) & cue))
        break;
      for (const RcpLexiconEntry *entry = first_fitting (entries_of (self, node), RCP_LEXICON_CUE, text->language); entry;
           entry = rcp_lexicon_entry_next (entry, RCP_LEXICON_CUE, text->language))
        if (rcp_lexicon_entry_get_flags (entry) & cue)
          best = i + 1 - at;
    }
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

/** rcp_lexicon_get_state: (transfer none) (nullable): the state with that ISO code, for its names. */
const RcpLexiconEntry *
rcp_lexicon_get_state (const RcpLexicon *self, const char *code)
{
  return rcp_lexicon_find_key (self, RCP_LEXICON_ROOT_STATES, code);
}

/** rcp_lexicon_get_organisation: (transfer none) (nullable): the organisation with that id, for its names. */
const RcpLexiconEntry *
rcp_lexicon_get_organisation (const RcpLexicon *self, const char *id)
{
  return rcp_lexicon_find_key (self, RCP_LEXICON_ROOT_ORGANISATIONS, id);
}
