#include "config.h"

#include "rcp-name-words.h"

#include <string.h>

#include "rcp-fold.h"
#include "rcp-name-corpus.h"
#include "rcp-name-model-private.h"
#include "rcp-tsv.h"

/* Where the classes of words come from. What the texts of the training taught (names-seen.tsv, first-names.tsv,
 * common-words.tsv) is left out: of it every name of the training is known, and of a new text few, so that a model would
 * lean on it in vain. */
static const struct
{
  const char *file;
  const char *columns[5]; /* of lists of words */
  const char *test;       /* (nullable): only rows where the column @test holds @value */
  const char *value;
  RcpNameWordClass class;
} sources[] = {
  { "states.tsv", { "name_fr", "alias_fr", "name_en", "alias_en" }, NULL, NULL, RCP_NAME_WORD_STATE },
  { "seats.tsv", { "form" }, NULL, NULL, RCP_NAME_WORD_SEAT },
  { "cities.tsv", { "name", "alias" }, NULL, NULL, RCP_NAME_WORD_CITY },
  { "organisations.tsv", { "name_fr", "alias_fr", "name_en", "alias_en" }, NULL, NULL, RCP_NAME_WORD_ORGANISATION },
  { "demonyms.tsv", { "plurals", "nouns" }, NULL, NULL, RCP_NAME_WORD_DEMONYM },
  { "demonyms.tsv", { "adjectives" }, NULL, NULL, RCP_NAME_WORD_ADJECTIVE },
  { "offices.tsv", { "forms", "plurals" }, NULL, NULL, RCP_NAME_WORD_OFFICE },
  { "offices.tsv", { "forms", "plurals" }, "flags", "c", RCP_NAME_WORD_COURTESY },
  { "forenames.tsv", { "name" }, NULL, NULL, RCP_NAME_WORD_FIRST_NAME },
  { "forenames.tsv", { "name" }, "care", "x", RCP_NAME_WORD_SMALL },
  { "surnames.tsv", { "name" }, NULL, NULL, RCP_NAME_WORD_SURNAME },
  { "surnames.tsv", { "name" }, "care", "x", RCP_NAME_WORD_SMALL },
  { "towns.tsv", { "name", "alias" }, NULL, NULL, RCP_NAME_WORD_TOWN },
  { "towns.tsv", { "name" }, "care", "x", RCP_NAME_WORD_SMALL },
  { "regions.tsv", { "name" }, NULL, NULL, RCP_NAME_WORD_REGION },
  { "roles.tsv", { "forms", "plurals" }, NULL, NULL, RCP_NAME_WORD_OFFICE },
  { "parties.tsv", { "names" }, NULL, NULL, RCP_NAME_WORD_PARTY },
  { "armed-groups.tsv", { "names" }, NULL, NULL, RCP_NAME_WORD_ORGANISATION },
  { "bodies.tsv", { "names" }, "class", "club", RCP_NAME_WORD_CLUB },
  { "bodies.tsv", { "names" }, "class", "company", RCP_NAME_WORD_COMPANY },
  { "bodies.tsv", { "names" }, "class", "outlet", RCP_NAME_WORD_MEDIUM },
  { "name-words.tsv", { "words" }, "class", "place", RCP_NAME_WORD_REGION },
  { "name-words.tsv", { "words" }, "class", "street", RCP_NAME_WORD_STREET },
  { "name-words.tsv", { "words" }, "class", "nature", RCP_NAME_WORD_NATURE },
  { "name-words.tsv", { "words" }, "class", "org-head", RCP_NAME_WORD_ORG_HEAD },
  { "name-words.tsv", { "words" }, "class", "org-tail", RCP_NAME_WORD_ORG_TAIL },
  { "name-words.tsv", { "words" }, "class", "place-head", RCP_NAME_WORD_PLACE_HEAD },
  { "name-words.tsv", { "words" }, "class", "place-tail", RCP_NAME_WORD_PLACE_TAIL },
  { "name-words.tsv", { "words" }, "class", "locative", RCP_NAME_WORD_LOCATIVE },
  { "name-words.tsv", { "words" }, "class", "particle", RCP_NAME_WORD_PARTICLE },
  { "name-words.tsv", { "words" }, "class", "never", RCP_NAME_WORD_NEVER },
  { "name-words.tsv", { "words" }, "class", "relation", RCP_NAME_WORD_RELATION },
  { "name-words.tsv", { "words" }, "class", "medium", RCP_NAME_WORD_MEDIUM },
};

static RcpNameWordSlot *
slot_for (GHashTable *words, guint32 key)
{
  RcpNameWordSlot *slot = g_hash_table_lookup (words, GUINT_TO_POINTER (key));

  if (slot == NULL)
    {
      slot = g_new0 (RcpNameWordSlot, 1);
      slot->key = key;
      g_hash_table_insert (words, GUINT_TO_POINTER (key), slot);
    }
  return slot;
}

/* The words of a phrase, one after another, each leading on to the next; the last takes the class. */
static void
add_phrase (GHashTable *words, const char *form, RcpNameWordClass class)
{
  g_autofree char *folded = rcp_fold_words (form);
  guint32 phrase = 0;

  for (char *word = folded, *space; word && *word; word = space)
    {
      guint32 hash;
      RcpNameWordSlot *slot;

      space = strchr (word, ' ');
      hash = rcp_name_hash_word (word, space ? (gsize)(space - word) : strlen (word));
      phrase = phrase ? rcp_name_mix (phrase, hash) : hash;
      slot = slot_for (words, phrase);
      if (space)
        {
          slot->goes_on = 1;
          space++;
        }
      else
        slot->classes |= 1u << class;
    }
  /* "d’" stands in a text with its apostrophe. */
  if (g_str_has_suffix (form, "'"))
    {
      g_autofree char *elided = rcp_fold (form);

      slot_for (words, rcp_name_hash_word (elided, strlen (elided)))->classes |= 1u << class;
    }
}

/* Whether a cell is the word wanted, or, where a letter is wanted, has it among its letters. */
static gboolean
row_fits (const char *cell, const char *value)
{
  return value[1] == '\0' ? strchr (cell, value[0]) != NULL : strcmp (cell, value) == 0;
}

static RcpTsv *
open_table (const char *folder, const char *file, GError **error)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, error);
  g_autoptr (GBytes) bytes = mapped ? g_mapped_file_get_bytes (mapped) : NULL;

  return bytes ? rcp_tsv_new (bytes) : NULL;
}

static gboolean
add_clusters (GHashTable *words, const char *folder, GError **error)
{
  g_autoptr (RcpTsv) table = open_table (folder, "word-clusters.tsv", error);

  if (table == NULL)
    return FALSE;
  while (rcp_tsv_next (table))
    {
      guint cluster = (guint)g_ascii_strtoull (rcp_tsv_get (table, "cluster"), NULL, 10) + 1;
      guint family = (guint)g_ascii_strtoull (rcp_tsv_get (table, "family"), NULL, 10) + 1;
      g_auto (GStrv) members = g_strsplit (rcp_tsv_get (table, "words"), " ", -1);

      for (guint i = 0; members[i]; i++)
        {
          g_autofree char *folded = rcp_fold (members[i]);
          RcpNameWordSlot *slot = slot_for (words, rcp_name_hash_word (folded, strlen (folded)));

          /* The more frequent of two words that fold into one stands first, but in which cluster cannot be told here. */
          if (slot->cluster == 0)
            {
              slot->cluster = (guint16)cluster;
              slot->family = (guint8)family;
            }
        }
    }
  return TRUE;
}

/**
 * rcp_name_words_read:
 * @folder: resources/lexicon
 * @error: of %G_FILE_ERROR when a table is missing
 *
 * What the lexicons know of words and phrases, by hash, as the model keeps it.
 *
 * Returns: (transfer full) (nullable) (element-type guint32 RcpNameWordSlot): the table, or NULL with @error set.
 */
GHashTable *
rcp_name_words_read (const char *folder, GError **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr (RcpTsv) table = open_table (folder, sources[i].file, error);

      if (table == NULL)
        return NULL;
      while (rcp_tsv_next (table))
        {
          if (sources[i].test && !row_fits (rcp_tsv_get (table, sources[i].test), sources[i].value))
            continue;
          for (guint c = 0; sources[i].columns[c]; c++)
            {
              g_auto (GStrv) forms = rcp_tsv_dup_list (table, sources[i].columns[c]);

              for (guint k = 0; forms[k]; k++)
                add_phrase (words, forms[k], sources[i].class);
            }
        }
    }
  return add_clusters (words, folder, error) ? g_steal_pointer (&words) : NULL;
}

/* A small word begins names when it does so at least so often, and at least once in so many times that it stands. */
#define HEAD_MIN_TIMES 3
#define HEAD_MIN_SHARE 20

/**
 * rcp_name_words_add_heads:
 * @corpus: (element-type RcpNameText): texts whose names are known
 *
 * Marks the words that begin names though written small ("armée", "gilets jaunes"), so that the features look at them even
 * where no capital is near.
 */
void
rcp_name_words_add_heads (GHashTable *words, const GPtrArray *corpus)
{
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) heads = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key, value;

  for (guint i = 0; i < corpus->len; i++)
    {
      const RcpNameText *text = corpus->pdata[i];

      for (guint at = 0; at < text->text->n_tokens; at++)
        {
          const RcpToken *token = &text->text->tokens[at];
          RcpNameLabel label = text->labels[at];

          if (token->kind != RCP_TOKEN_WORD || token->flags & RCP_TOKEN_CAPITALISED)
            continue;
          key = GUINT_TO_POINTER (rcp_name_hash_word (token->folded, strlen (token->folded)));
          g_hash_table_insert (all, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (all, key)) + 1));
          if (label != RCP_NAME_OUTSIDE
              && (RCP_NAME_LABEL_PLACE (label) == RCP_NAME_BEGIN || RCP_NAME_LABEL_PLACE (label) == RCP_NAME_UNIT))
            g_hash_table_insert (heads, key,
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (heads, key)) + 1));
        }
    }
  g_hash_table_iter_init (&iter, heads);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_UINT (value) >= HEAD_MIN_TIMES
        && GPOINTER_TO_UINT (value) * HEAD_MIN_SHARE >= GPOINTER_TO_UINT (g_hash_table_lookup (all, key)))
      slot_for (words, GPOINTER_TO_UINT (key))->classes |= 1u << RCP_NAME_WORD_SMALL_HEAD;
}
