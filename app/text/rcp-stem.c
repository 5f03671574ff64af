#include "config.h"

#include "rcp-fold.h"

#include <string.h>

#if HAVE_STEMMER
#include <libstemmer.h>
#endif

#if HAVE_STEMMER

/* A stemmer is not thread-safe and dear to make: each thread keeps its own two. */
typedef struct
{
  struct sb_stemmer *french;
  struct sb_stemmer *english;
} Stemmers;

static void
stemmers_free (gpointer data)
{
  Stemmers *stemmers = data;

  g_clear_pointer (&stemmers->french, sb_stemmer_delete);
  g_clear_pointer (&stemmers->english, sb_stemmer_delete);
  g_free (stemmers);
}

static GPrivate thread_stemmers = G_PRIVATE_INIT (stemmers_free);

static struct sb_stemmer *
get_stemmer (const char *language)
{
  Stemmers *stemmers = g_private_get (&thread_stemmers);

  if (stemmers == NULL)
    {
      stemmers = g_new0 (Stemmers, 1);
      stemmers->french = sb_stemmer_new ("french", "UTF_8");
      stemmers->english = sb_stemmer_new ("english", "UTF_8");
      g_private_set (&thread_stemmers, stemmers);
    }
  if (g_strcmp0 (language, "fr") == 0)
    return stemmers->french;
  return g_strcmp0 (language, "en") == 0 ? stemmers->english : NULL;
}

#endif

/**
 * rcp_stem:
 * @folded_word: one word as rcp_fold() gives it
 * @language: (nullable): "fr" or "en"
 *
 * Snowball's stem (the French and the English stemmer of snowballstem.org). The French one expects accents and gets none
 * here, so its stems are not those of dictionaries: they only serve to compare words that were folded alike.
 *
 * Returns: (transfer full): the stem; a copy of the word for other languages and in builds without libstemmer. Any thread.
 */
char *
rcp_stem (const char *folded_word, const char *language)
{
  g_return_val_if_fail (folded_word != NULL, NULL);

#if HAVE_STEMMER
  {
    struct sb_stemmer *stemmer = get_stemmer (language);
    gsize length = strlen (folded_word);

    /* The longest words of the languages are well under this; a base64 line is no word. */
    if (stemmer && length < 256)
      {
        const sb_symbol *stem = sb_stemmer_stem (stemmer, (const sb_symbol *) folded_word, length);

        if (stem)
          return g_strndup ((const char *) stem, sb_stemmer_length (stemmer));
      }
  }
#endif
  return g_strdup (folded_word);
}
