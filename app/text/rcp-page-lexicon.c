#include "config.h"

#include "rcp-page-lexicon-private.h"

#include <string.h>

#include "rcp-error.h"
#include "rcp-fold.h"
#include "rcp-tsv.h"

#define RESOURCE "/app/recoupe/Recoupe/engine/lexicon/page-head.tsv"

/* A name or a class attribute longer than this is none of those that are known. */
#define MAX_NAME_BYTES 64
#define MAX_CLASS_BYTES 400

static const char *const field_lists[RCP_N_PAGE_FIELDS]
    = { "meta-title", "meta-author", "meta-outlet", "meta-published", "meta-modified", "meta-language", "meta-address", "meta-description" };
static const char *const class_lists[]
    = { "class-author", "class-name", "class-no-author", "class-date", "class-modified", "class-far", "class-hidden" };
static const char *const word_lists[RCP_N_PAGE_WORDS]
    = { "by", "role", "nobody", "agency", "with", "revised", "stated", "month", "tracking", "rank" };

/* Kept for the life of the program. */
typedef struct
{
  GHashTable *meta;                     /* name → field * 16 + weight */
  GHashTable *classes;                  /* word → RcpPageClass */
  GHashTable *words[RCP_N_PAGE_WORDS];  /* folded words → weight */
  GError *error;
} Lexicon;

static void
add_value (Lexicon *self, const char *list, guint weight, const char *value)
{
  for (guint i = 0; i < RCP_N_PAGE_FIELDS; i++)
    if (strcmp (list, field_lists[i]) == 0)
      g_hash_table_insert (self->meta, g_strdup (value), GUINT_TO_POINTER (i * 16 + weight));
  for (guint i = 0; i < G_N_ELEMENTS (class_lists); i++)
    if (strcmp (list, class_lists[i]) == 0)
      {
        guint flags = GPOINTER_TO_UINT (g_hash_table_lookup (self->classes, value));

        g_hash_table_insert (self->classes, g_strdup (value), GUINT_TO_POINTER (flags | 1u << i));
      }
  /* Folded here, so that the table may be written as its languages are. */
  for (guint i = 0; i < RCP_N_PAGE_WORDS; i++)
    if (strcmp (list, word_lists[i]) == 0)
      g_hash_table_insert (self->words[i], i == RCP_PAGE_WORDS_TRACKING ? g_strdup (value) : rcp_fold_words (value),
                           GUINT_TO_POINTER (weight));
}

static gpointer
load (gpointer unused)
{
  Lexicon *self = g_new0 (Lexicon, 1);
  RcpTsv *tsv = rcp_tsv_new_for_resource (RESOURCE, &self->error);

  self->meta = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < RCP_N_PAGE_WORDS; i++)
    self->words[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (tsv == NULL)
    return self;
  while (rcp_tsv_next (tsv))
    {
      g_auto (GStrv) values = rcp_tsv_dup_list (tsv, "words");

      for (guint i = 0; values[i]; i++)
        add_value (self, rcp_tsv_get (tsv, "list"), g_ascii_strtoull (rcp_tsv_get (tsv, "weight"), NULL, 10), values[i]);
    }
  rcp_tsv_free (tsv);
  return self;
}

static Lexicon *
get_lexicon (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * rcp_page_lexicon_load:
 * @error: %RCP_ANALYSIS_ERROR_RESOURCE
 *
 * Reads the lexicon the first time it is called, on whatever thread.
 *
 * Returns: whether it is there.
 */
gboolean
rcp_page_lexicon_load (GError **error)
{
  const Lexicon *self = get_lexicon ();

  if (self->error)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}

/**
 * rcp_page_lexicon_meta:
 * @name: the name, property or itemprop of a <meta>
 * @field: (out): what it states
 *
 * Returns: how much it is to be believed, 1 to 9; 0 for a name that is not known.
 */
guint
rcp_page_lexicon_meta (const char *name, RcpPageField *field)
{
  char lower[MAX_NAME_BYTES];
  gsize n = strlen (name);
  guint value;

  if (n >= sizeof lower)
    return 0;
  for (gsize i = 0; i <= n; i++)
    lower[i] = g_ascii_tolower (name[i]);
  value = GPOINTER_TO_UINT (g_hash_table_lookup (get_lexicon ()->meta, lower));
  *field = value / 16;
  return value % 16;
}

/**
 * rcp_page_lexicon_class:
 * @value: a class or id attribute
 *
 * Returns: what its words say, where they stand alone, between hyphens and underscores or in camelCase; words after "has-" and
 *   "is-" tell of something else.
 */
RcpPageClass
rcp_page_lexicon_class (const char *value)
{
  GHashTable *classes = get_lexicon ()->classes;
  const char *at = value, *end = value + strnlen (value, MAX_CLASS_BYTES);
  RcpPageClass flags = 0;

  while (at < end)
    {
      char word[24];
      gsize n = 0;

      if (!g_ascii_isalpha (*at))
        {
          at++;
          continue;
        }
      do
        {
          if (n < sizeof word - 1)
            word[n] = g_ascii_tolower (*at);
          n++;
          at++;
        }
      while (at < end && g_ascii_isalpha (*at) && !(g_ascii_isupper (*at) && g_ascii_islower (at[-1])));
      if (n >= sizeof word)
        continue;
      word[n] = '\0';
      if (at < end && *at == '-' && (strcmp (word, "has") == 0 || strcmp (word, "is") == 0 || strcmp (word, "no") == 0))
        {
          while (at < end && !g_ascii_isspace (*at))
            at++;
          continue;
        }
      flags |= GPOINTER_TO_UINT (g_hash_table_lookup (classes, word));
    }
  return flags;
}

/** rcp_page_lexicon_word: the weight of folded words in a list; 0 where they are not in it. */
guint
rcp_page_lexicon_word (RcpPageWords list, const char *folded)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (get_lexicon ()->words[list], folded));
}
