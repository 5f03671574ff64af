#include "config.h"

#include "rcp-name-spelling.h"

#include <string.h>

/* A name that comes from another script is spelt as each language hears it: "Poutine", "Putin"; "Sergueï", "Sergei". What
 * such spellings keep are the consonants. */

/* Fewer consonants than this are those of many names. */
#define MIN_SOUND 3

/* Beyond so many letters' difference it is another name. */
#define MAX_LETTERS 2

/**
 * rcp_name_spelling_sound:
 * @word: one folded word
 *
 * Returns: (transfer full): its consonants as they sound, doubles once: "zelenskyy" and "zelensky" are "zlnsk".
 */
char *
rcp_name_spelling_sound (const char *word)
{
  static const struct
  {
    const char *letters;
    char sound;
  } sounds[] = { { "tch", 'x' }, { "sch", 'x' }, { "sh", 'x' }, { "ch", 'x' }, { "ph", 'f' }, { "kh", 'k' }, { "gh", 'g' },
                 { "dj", 'j' },  { "ck", 'k' },  { "q", 'k' },  { "c", 'k' },  { "w", 'v' },  { "z", 'z' } };
  GString *sound = g_string_new (NULL);

  while (*word)
    {
      char c = *word;
      gsize length = 1;

      for (guint i = 0; i < G_N_ELEMENTS (sounds); i++)
        if (g_str_has_prefix (word, sounds[i].letters))
          {
            c = sounds[i].sound;
            length = strlen (sounds[i].letters);
            break;
          }
      if (strchr ("aeiouyh'", c) == NULL && (sound->len == 0 || sound->str[sound->len - 1] != c))
        g_string_append_c (sound, c);
      word += length;
    }
  return g_string_free (sound, FALSE);
}

/* Letters to add, take away or exchange (Levenshtein); at most %MAX_LETTERS + 1. Words are short: a row at a time. */
static guint
distance (const char *a, const char *b)
{
  guint row[64], n = strlen (b);

  if (n >= G_N_ELEMENTS (row) || strlen (a) > n + MAX_LETTERS || n > strlen (a) + MAX_LETTERS)
    return MAX_LETTERS + 1;
  for (guint j = 0; j <= n; j++)
    row[j] = j;
  for (guint i = 0; a[i]; i++)
    {
      guint diagonal = row[0];

      row[0] = i + 1;
      for (guint j = 0; j < n; j++)
        {
          guint above = row[j + 1];

          row[j + 1] = MIN (MIN (above, row[j]) + 1, diagonal + (a[i] != b[j]));
          diagonal = above;
        }
    }
  return row[n];
}

static gboolean
is_word_variant (const char *a, const char *b)
{
  g_autofree char *sound_a = rcp_name_spelling_sound (a);
  g_autofree char *sound_b = rcp_name_spelling_sound (b);

  return a[0] == b[0] && strlen (sound_a) >= MIN_SOUND && strcmp (sound_a, sound_b) == 0 && distance (a, b) <= MAX_LETTERS;
}

/**
 * rcp_name_spelling_is_variant:
 * @a: a folded full name
 * @b: another
 *
 * Returns: whether they are two spellings of one name: as many words, at least one of them the same, the others with the
 * same consonants and at most two letters apart.
 */
gboolean
rcp_name_spelling_is_variant (const char *a, const char *b)
{
  g_auto (GStrv) words_a = g_strsplit (a, " ", -1);
  g_auto (GStrv) words_b = g_strsplit (b, " ", -1);
  guint n_same = 0, n = g_strv_length (words_a);

  if (n < 2 || n != g_strv_length (words_b))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (strcmp (words_a[i], words_b[i]) == 0)
      n_same++;
    else if (!is_word_variant (words_a[i], words_b[i]))
      return FALSE;
  return n_same > 0;
}
