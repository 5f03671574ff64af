#include "config.h"

#include "rcp-title-verb.h"

#include <string.h>

/* The present of a verb from any of its forms in a text: the table first, then the rules of the regular verbs. French
 * keeps its accents because the word as written is read; folding would lose them. */

static gboolean
ends_any (const char *word, const char *const *endings)
{
  for (guint i = 0; endings[i]; i++)
    if (g_str_has_suffix (word, endings[i]))
      return TRUE;
  return FALSE;
}

/* Cuts the first of the endings that fits and leaves at least two bytes before it. */
static char *
cut_ending (const char *word, const char *const *endings)
{
  for (guint i = 0; endings[i]; i++)
    if (g_str_has_suffix (word, endings[i]) && strlen (word) >= strlen (endings[i]) + 2)
      return g_strndup (word, strlen (word) - strlen (endings[i]));
  return NULL;
}

static gboolean
is_vowel (char c)
{
  return c && strchr ("aeiouy", c) != NULL;
}

/* The root before a mute e: "libér" libère, "lev" lève, "appel" appelle, "envoy" envoie. */
static char *
open_french_root (const char *root)
{
  static const char *const doubling[] = { "appel", "rejet", "jet", "ncel", "nouvel", NULL };
  static const char *const closed[] = { "ér", "él", "én", "ét", "éd", "ég", "éc", "éch", "égn", "étr", "ébr", "ém", "és", "év", NULL };
  gsize length = strlen (root);

  if (ends_any (root, (const char *const[]){ "oy", "uy", NULL }))
    return g_strdup_printf ("%.*si", (int) length - 1, root);
  if (ends_any (root, doubling))
    return g_strdup_printf ("%s%c", root, root[length - 1]);
  for (guint i = 0; closed[i]; i++)
    if (g_str_has_suffix (root, closed[i]))
      {
        gsize after = strlen (closed[i]) - strlen ("é");

        return g_strdup_printf ("%.*sè%s", (int) (length - strlen (closed[i])), root, root + length - after);
      }
  if (length >= 3 && root[length - 2] == 'e' && !is_vowel (root[length - 1]) && strchr ("vnmslct", root[length - 1])
      && !is_vowel (root[length - 3]))
    return g_strdup_printf ("%.*sè%c", (int) length - 2, root, root[length - 1]);
  return g_strdup (root);
}

static char *
conjugate_french (const char *word, RcpTitleForm form)
{
  static const char *const first[] = { "eraient", "erait", "eront", "era", "èrent", "aient", "ées", "ée", "és", "é", "ant", "ait",
                                       "er", "ent", "es", "e", "a", NULL };
  static const char *const second[] = { "issaient", "issait", "issent", "iront", "ira", "irent", "is", "it", "ir", "i",
                                        NULL };
  g_autofree char *root = cut_ending (word, second);
  g_autofree char *open = NULL;
  gsize length;

  if (root != NULL)
    return g_strconcat (root, form == RCP_TITLE_FORM_SINGULAR ? "it" : form == RCP_TITLE_FORM_PLURAL ? "issent" : "ir", NULL);
  root = cut_ending (word, first);
  if (root == NULL)
    return NULL;
  length = strlen (root);
  /* "dénonça", "engagea": what only keeps the sound before a. */
  if (g_str_has_suffix (root, "ç"))
    {
      char *soft = g_strdup_printf ("%.*sc", (int) (length - strlen ("ç")), root);

      g_free (root);
      root = soft;
    }
  else if (g_str_has_suffix (root, "ge"))
    root[length - 1] = '\0';
  if (form == RCP_TITLE_FORM_INFINITIVE)
    return g_strconcat (root, "er", NULL);
  open = open_french_root (root);
  return g_strconcat (open, form == RCP_TITLE_FORM_SINGULAR ? "e" : "ent", NULL);
}

/* Whether the base form of an English verb has a mute e that "-ed" swallowed ("denounc", but "sign"). */
static gboolean
has_mute_e (const char *root)
{
  static const char *const always[] = { "c", "v", "z", "ng", "rg", "dg", "ag", "u", "bl", "pl", "tl", "dl", "gl", "kl", "cl", "fl",
                                        "os", "is", "us", "as", "ns", "rs", "ur", "ot", "lut", "but", "cut", "put", NULL };
  static const char *const after_consonant[] = { "at", "ir", "ar", "or", "id", "ad", "am", "in", "ap", "ak", "ik", "ul", "il",
                                                 "ed", "od", NULL };
  static const char *const never[] = { "ck", "ress", "ss", "bomb", "focus", "visit", "pardon", "sponsor", "monitor", "honor",
                                       "abandon", "begin", "turn", "ing", NULL };
  gsize length = strlen (root);

  if (length < 2 || ends_any (root, never))
    return FALSE;
  if (ends_any (root, always))
    return TRUE;
  if (ends_any (root, after_consonant))
    return length >= 3 && (!is_vowel (root[length - 3]) || (length >= 4 && root[length - 3] == 'u' && root[length - 4] == 'q'));
  return FALSE;
}

/* The base form of a regular English verb. */
static char *
find_english_base (const char *word)
{
  static const char *const single[] = { "cancell", "travell", "expell", "annull", "compell", "controll", "rebell", "enroll", NULL };
  g_autofree char *root = NULL;
  gsize length;

  if (g_str_has_suffix (word, "ied") || g_str_has_suffix (word, "ies"))
    return g_strdup_printf ("%.*sy", (int) strlen (word) - 3, word);
  root = cut_ending (word, (const char *const[]){ "ed", "ing", NULL });
  if (root == NULL)
    {
      if (ends_any (word, (const char *const[]){ "sses", "shes", "ches", "xes", "zzes", NULL }))
        return g_strndup (word, strlen (word) - 2);
      if (g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "ss"))
        return g_strndup (word, strlen (word) - 1);
      return g_strdup (word);
    }
  length = strlen (root);
  if (length >= 3 && root[length - 1] == root[length - 2] && !is_vowel (root[length - 1])
      && (strchr ("lsfz", root[length - 1]) == NULL || ends_any (root, single)))
    root[length - 1] = '\0';
  else if (has_mute_e (root))
    return g_strconcat (root, "e", NULL);
  return g_steal_pointer (&root);
}

static char *
conjugate_english (const char *word, RcpTitleForm form)
{
  g_autofree char *base = find_english_base (word);
  gsize length = strlen (base);

  if (form != RCP_TITLE_FORM_SINGULAR)
    return g_steal_pointer (&base);
  if (ends_any (base, (const char *const[]){ "s", "x", "z", "sh", "ch", "o", NULL }))
    return g_strconcat (base, "es", NULL);
  if (length >= 2 && base[length - 1] == 'y' && !is_vowel (base[length - 2]))
    return g_strdup_printf ("%.*sies", (int) length - 1, base);
  return g_strconcat (base, "s", NULL);
}

/**
 * rcp_title_verb_conjugate:
 * @language: an index of rcp_language_index()
 * @word: the verb as the text has it, in any form
 * @folded: the same, folded
 *
 * Returns: (transfer full) (nullable): the verb as a title has it; NULL where neither the table nor a rule tells.
 */
char *
rcp_title_verb_conjugate (const RcpActionLexicon *lexicon, int language, const char *word, const char *folded,
                          RcpTitleForm form)
{
  const RcpVerbForms *forms = rcp_action_lexicon_find_verb (lexicon, language, folded);
  g_autofree char *lower = g_utf8_strdown (word, -1);

  if (forms != NULL)
    return g_strdup (form == RCP_TITLE_FORM_SINGULAR ? forms->singular
                     : form == RCP_TITLE_FORM_PLURAL ? forms->plural : forms->infinitive);
  if (language < 0 || *lower == '\0')
    return NULL;
  return language == 0 ? conjugate_french (lower, form) : conjugate_english (lower, form);
}
