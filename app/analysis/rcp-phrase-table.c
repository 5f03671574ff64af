#include "config.h"

#include "rcp-phrase-table.h"

#include <string.h>

/* The longest phrases of the lexicons have five words. */
#define MAX_WORDS 6

typedef struct
{
  const char *suffix;
  RcpWordForm form;
} Ending;

typedef struct
{
  const char *name;
  const Ending *endings;
  guint n_endings;
} Class;

/* Endings as they stand after folding: é and e are one, which the reader of a match tells apart where it matters. */
static const Ending er_endings[] = {
  { "er", RCP_WORD_FORM_INFINITIVE }, { "e", RCP_WORD_FORM_PARTICIPLE }, { "es", RCP_WORD_FORM_PARTICIPLE },
  { "ee", RCP_WORD_FORM_PARTICIPLE }, { "ees", RCP_WORD_FORM_PARTICIPLE }, { "ent", RCP_WORD_FORM_PRESENT },
  { "ons", RCP_WORD_FORM_PRESENT }, { "ez", RCP_WORD_FORM_PRESENT }, { "a", RCP_WORD_FORM_PAST },
  { "ea", RCP_WORD_FORM_PAST }, { "erent", RCP_WORD_FORM_PAST }, { "ait", RCP_WORD_FORM_PAST },
  { "eait", RCP_WORD_FORM_PAST }, { "aient", RCP_WORD_FORM_PAST }, { "eaient", RCP_WORD_FORM_PAST },
  { "ant", RCP_WORD_FORM_GERUND }, { "eant", RCP_WORD_FORM_GERUND }, { "era", RCP_WORD_FORM_FUTURE },
  { "eront", RCP_WORD_FORM_FUTURE }, { "erait", RCP_WORD_FORM_CONDITIONAL },
  { "eraient", RCP_WORD_FORM_CONDITIONAL },
};

static const Ending ir_endings[] = {
  { "ir", RCP_WORD_FORM_INFINITIVE }, { "i", RCP_WORD_FORM_PARTICIPLE }, { "is", RCP_WORD_FORM_PARTICIPLE },
  { "ie", RCP_WORD_FORM_PARTICIPLE }, { "ies", RCP_WORD_FORM_PARTICIPLE }, { "it", RCP_WORD_FORM_PRESENT },
  { "issent", RCP_WORD_FORM_PRESENT }, { "issait", RCP_WORD_FORM_PAST }, { "issaient", RCP_WORD_FORM_PAST },
  { "irent", RCP_WORD_FORM_PAST }, { "issant", RCP_WORD_FORM_GERUND }, { "ira", RCP_WORD_FORM_FUTURE },
  { "iront", RCP_WORD_FORM_FUTURE }, { "irait", RCP_WORD_FORM_CONDITIONAL }, { "iraient", RCP_WORD_FORM_CONDITIONAL },
};

static const Ending re_endings[] = {
  { "re", RCP_WORD_FORM_INFINITIVE }, { "", RCP_WORD_FORM_PRESENT }, { "t", RCP_WORD_FORM_PRESENT },
  { "ent", RCP_WORD_FORM_PRESENT }, { "u", RCP_WORD_FORM_PARTICIPLE }, { "us", RCP_WORD_FORM_PARTICIPLE },
  { "ue", RCP_WORD_FORM_PARTICIPLE }, { "ues", RCP_WORD_FORM_PARTICIPLE }, { "it", RCP_WORD_FORM_PAST },
  { "irent", RCP_WORD_FORM_PAST }, { "ait", RCP_WORD_FORM_PAST }, { "aient", RCP_WORD_FORM_PAST },
  { "ant", RCP_WORD_FORM_GERUND }, { "ra", RCP_WORD_FORM_FUTURE }, { "ront", RCP_WORD_FORM_FUTURE },
  { "rait", RCP_WORD_FORM_CONDITIONAL }, { "raient", RCP_WORD_FORM_CONDITIONAL },
};

static const Ending ed_endings[] = {
  { "", RCP_WORD_FORM_PRESENT }, { "s", RCP_WORD_FORM_PRESENT }, { "es", RCP_WORD_FORM_PRESENT },
  { "e", RCP_WORD_FORM_PRESENT }, { "ed", RCP_WORD_FORM_PARTICIPLE }, { "d", RCP_WORD_FORM_PARTICIPLE },
  { "ing", RCP_WORD_FORM_GERUND },
};

static const Ending s_endings[] = {
  { "", RCP_WORD_FORM_PLAIN }, { "s", RCP_WORD_FORM_PLURAL }, { "x", RCP_WORD_FORM_PLURAL },
};

static const Class classes[] = {
  { "er", er_endings, G_N_ELEMENTS (er_endings) }, { "ir", ir_endings, G_N_ELEMENTS (ir_endings) },
  { "re", re_endings, G_N_ELEMENTS (re_endings) }, { "ed", ed_endings, G_N_ELEMENTS (ed_endings) },
  { "s", s_endings, G_N_ELEMENTS (s_endings) },
};

/* One word of a phrase: @root and the class of its endings, or just the word. */
typedef struct
{
  char *root;
  gsize length;
  const Class *class;
} Word;

typedef struct
{
  Word words[MAX_WORDS];
  guint n_words;
  guint max_gap;
  gint64 value;
} Phrase;

struct _RcpPhraseTable
{
  /* owned */
  GPtrArray *phrases; /* of Phrase */
  GHashTable *firsts; /* char * → GArray of guint: phrases that may begin with that word */
};

static void
phrase_free (gpointer data)
{
  Phrase *phrase = data;

  for (guint i = 0; i < phrase->n_words; i++)
    g_free (phrase->words[i].root);
  g_free (phrase);
}

RcpPhraseTable *
rcp_phrase_table_new (void)
{
  RcpPhraseTable *self = g_new0 (RcpPhraseTable, 1);

  self->phrases = g_ptr_array_new_with_free_func (phrase_free);
  self->firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  return self;
}

void
rcp_phrase_table_free (RcpPhraseTable *self)
{
  g_ptr_array_unref (self->phrases);
  g_hash_table_unref (self->firsts);
  g_free (self);
}

static void
file_first (RcpPhraseTable *self, char *word, guint phrase)
{
  GArray *list = g_hash_table_lookup (self->firsts, word);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->firsts, word, list);
    }
  else
    g_free (word);
  g_array_append_val (list, phrase);
}

static Word
read_word (const char *text, gsize length)
{
  const char *plus = memchr (text, '+', length);
  Word word = { NULL, plus ? (gsize) (plus - text) : length, NULL };

  for (guint i = 0; plus && i < G_N_ELEMENTS (classes); i++)
    if (strlen (classes[i].name) == length - word.length - 1 && strncmp (classes[i].name, plus + 1, length - word.length - 1) == 0)
      word.class = &classes[i];
  if (plus && word.class == NULL)
    {
      /* Not a class: one irregular ending. */
      g_autofree char *head = g_strndup (text, word.length);
      g_autofree char *tail = g_strndup (plus + 1, length - word.length - 1);

      word.root = g_strconcat (head, tail, NULL);
    }
  else
    word.root = g_strndup (text, word.length);
  word.length = strlen (word.root);
  return word;
}

/**
 * rcp_phrase_table_add:
 * @phrase: folded words parted by spaces, hyphens or after an apostrophe; "root+class" stands for all forms of a class
 *   (er, ir, re, ed, s), "root+x" of no class for the word they make
 * @max_gap: how many tokens may stand between two of its words
 * @value: told back by a match
 *
 * Words beyond the sixth are left out.
 */
void
rcp_phrase_table_add (RcpPhraseTable *self, const char *phrase, guint max_gap, gint64 value)
{
  Phrase *added = g_new0 (Phrase, 1);

  added->max_gap = max_gap;
  added->value = value;
  for (const char *from = phrase; *from && added->n_words < MAX_WORDS;)
    {
      gsize length = strcspn (from, " -'");

      if (from[length] == '\'')
        length++;
      if (length > 0)
        added->words[added->n_words++] = read_word (from, length);
      from += length;
      while (*from == ' ' || *from == '-')
        from++;
    }
  g_ptr_array_add (self->phrases, added);
  if (added->n_words == 0)
    return;
  if (added->words[0].class == NULL)
    file_first (self, g_strdup (added->words[0].root), self->phrases->len - 1);
  else
    for (guint i = 0; i < added->words[0].class->n_endings; i++)
      file_first (self, g_strconcat (added->words[0].root, added->words[0].class->endings[i].suffix, NULL),
                  self->phrases->len - 1);
}

static gboolean
word_matches (const Word *word, const char *folded, RcpWordForm *form)
{
  if (strncmp (folded, word->root, word->length) != 0)
    return FALSE;
  *form = RCP_WORD_FORM_PLAIN;
  if (word->class == NULL)
    return folded[word->length] == '\0';
  for (guint i = 0; i < word->class->n_endings; i++)
    if (strcmp (folded + word->length, word->class->endings[i].suffix) == 0)
      {
        *form = word->class->endings[i].form;
        return TRUE;
      }
  return FALSE;
}

static gboolean
phrase_matches (const Phrase *phrase, const RcpSegmentedText *text, guint at, guint limit, RcpPhraseMatch *match)
{
  guint token = at;

  match->form = RCP_WORD_FORM_PLAIN;
  match->inflected = 0;
  for (guint i = 0; i < phrase->n_words; i++)
    {
      guint skipped = 0;
      RcpWordForm form;

      while (token < limit && i > 0 && !word_matches (&phrase->words[i], text->tokens[token].folded, &form))
        {
          gboolean hyphen = strcmp (text->tokens[token].folded, "-") == 0;

          if (!hyphen && (skipped++ >= phrase->max_gap || text->tokens[token].kind == RCP_TOKEN_PUNCTUATION))
            return FALSE;
          token++;
        }
      if (token >= limit || !word_matches (&phrase->words[i], text->tokens[token].folded, &form))
        return FALSE;
      if (phrase->words[i].class && match->form == RCP_WORD_FORM_PLAIN)
        {
          match->form = form;
          match->inflected = token - at;
        }
      token++;
    }
  match->value = phrase->value;
  match->n_tokens = token - at;
  return TRUE;
}

/**
 * rcp_phrase_table_match:
 * @at: index of a token
 * @limit: tokens from here on are not looked at
 * @match: (out): the longest phrase that begins at @at; of two as long the one added first
 *
 * Returns: whether there is one. Any thread.
 */
gboolean
rcp_phrase_table_match (const RcpPhraseTable *self, const RcpSegmentedText *text, guint at, guint limit,
                        RcpPhraseMatch *match)
{
  const GArray *list = at < limit ? g_hash_table_lookup (self->firsts, text->tokens[at].folded) : NULL;
  RcpPhraseMatch found;
  gboolean any = FALSE;

  for (guint i = 0; list && i < list->len; i++)
    if (phrase_matches (self->phrases->pdata[g_array_index (list, guint, i)], text, at, limit, &found)
        && (!any || found.n_tokens > match->n_tokens))
      {
        *match = found;
        any = TRUE;
      }
  return any;
}

/** rcp_phrase_table_has: whether some phrase begins at @at. */
gboolean
rcp_phrase_table_has (const RcpPhraseTable *self, const RcpSegmentedText *text, guint at, guint limit)
{
  RcpPhraseMatch match;

  return rcp_phrase_table_match (self, text, at, limit, &match);
}
