#include "config.h"

#include "rcp-abbreviations-private.h"

#include <stdlib.h>
#include <string.h>

typedef enum
{
  FRENCH = 1 << 0,
  ENGLISH = 1 << 1,
  BOTH = FRENCH | ENGLISH,
} Languages;

typedef struct
{
  const char *folded;
  Languages languages;
  RcpAbbreviation kind;
} Row;

/* Sorted by @folded. From the lists of the Imprimerie nationale's "Lexique des règles typographiques" and of the AP
 * Stylebook, the words that stand in press text before a name, a number or the end. A missing row cuts a sentence in
 * two; a needless one joins two. Single letters are initials and have no row, but those that abbreviate a word. */
static const Row rows[] = {
  { "adj", FRENCH, RCP_ABBREVIATION_TITLE },
  { "adm", BOTH, RCP_ABBREVIATION_TITLE },
  { "al", BOTH, RCP_ABBREVIATION_OPEN },
  { "apr", BOTH, RCP_ABBREVIATION_NUMBER },
  { "apt", ENGLISH, RCP_ABBREVIATION_NUMBER },
  { "art", BOTH, RCP_ABBREVIATION_NUMBER },
  { "assoc", BOTH, RCP_ABBREVIATION_TITLE },
  { "aug", ENGLISH, RCP_ABBREVIATION_NUMBER },
  { "av", FRENCH, RCP_ABBREVIATION_TITLE },
  { "ave", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "avr", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "bd", FRENCH, RCP_ABBREVIATION_TITLE },
  { "bld", FRENCH, RCP_ABBREVIATION_TITLE },
  { "blvd", BOTH, RCP_ABBREVIATION_OPEN },
  { "brig", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "capt", BOTH, RCP_ABBREVIATION_TITLE },
  { "cf", BOTH, RCP_ABBREVIATION_TITLE },
  { "chap", BOTH, RCP_ABBREVIATION_NUMBER },
  { "cie", FRENCH, RCP_ABBREVIATION_OPEN },
  { "cmdr", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "cmdt", FRENCH, RCP_ABBREVIATION_TITLE },
  { "co", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "col", BOTH, RCP_ABBREVIATION_TITLE },
  { "coll", FRENCH, RCP_ABBREVIATION_OPEN },
  { "corp", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "cpl", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "dec", BOTH, RCP_ABBREVIATION_NUMBER },
  { "del", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "dept", BOTH, RCP_ABBREVIATION_OPEN },
  { "dim", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "dr", BOTH, RCP_ABBREVIATION_TITLE },
  { "ed", BOTH, RCP_ABBREVIATION_OPEN },
  { "eds", BOTH, RCP_ABBREVIATION_OPEN },
  { "env", FRENCH, RCP_ABBREVIATION_TITLE },
  { "esq", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "etc", BOTH, RCP_ABBREVIATION_OPEN },
  { "ex", FRENCH, RCP_ABBREVIATION_TITLE },
  { "feb", BOTH, RCP_ABBREVIATION_NUMBER },
  { "fev", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "fevr", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "fig", BOTH, RCP_ABBREVIATION_NUMBER },
  { "fri", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "gal", FRENCH, RCP_ABBREVIATION_TITLE },
  { "gen", BOTH, RCP_ABBREVIATION_TITLE },
  { "gouv", FRENCH, RCP_ABBREVIATION_OPEN },
  { "gov", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "hab", FRENCH, RCP_ABBREVIATION_OPEN },
  { "hon", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "ibid", BOTH, RCP_ABBREVIATION_OPEN },
  { "id", BOTH, RCP_ABBREVIATION_OPEN },
  { "inc", BOTH, RCP_ABBREVIATION_OPEN },
  { "insp", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "jan", BOTH, RCP_ABBREVIATION_NUMBER },
  { "janv", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "jeu", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "jr", BOTH, RCP_ABBREVIATION_OPEN },
  { "juil", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "juill", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "jul", BOTH, RCP_ABBREVIATION_NUMBER },
  { "jun", ENGLISH, RCP_ABBREVIATION_NUMBER },
  { "lt", BOTH, RCP_ABBREVIATION_TITLE },
  { "ltd", BOTH, RCP_ABBREVIATION_OPEN },
  { "lun", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "m", BOTH, RCP_ABBREVIATION_TITLE },
  { "maj", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "mar", BOTH, RCP_ABBREVIATION_NUMBER },
  { "me", FRENCH, RCP_ABBREVIATION_TITLE },
  { "mer", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "messrs", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "mgr", FRENCH, RCP_ABBREVIATION_TITLE },
  { "mlle", FRENCH, RCP_ABBREVIATION_TITLE },
  { "mlles", FRENCH, RCP_ABBREVIATION_TITLE },
  { "mm", FRENCH, RCP_ABBREVIATION_TITLE },
  { "mme", FRENCH, RCP_ABBREVIATION_TITLE },
  { "mmes", FRENCH, RCP_ABBREVIATION_TITLE },
  { "mon", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "mr", BOTH, RCP_ABBREVIATION_TITLE },
  { "mrs", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "ms", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "mt", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "nb", FRENCH, RCP_ABBREVIATION_TITLE },
  { "no", BOTH, RCP_ABBREVIATION_NUMBER },
  { "nos", BOTH, RCP_ABBREVIATION_NUMBER },
  { "nov", BOTH, RCP_ABBREVIATION_NUMBER },
  { "oct", BOTH, RCP_ABBREVIATION_NUMBER },
  { "op", BOTH, RCP_ABBREVIATION_TITLE },
  { "p", BOTH, RCP_ABBREVIATION_NUMBER },
  { "par", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "pct", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "pdt", FRENCH, RCP_ABBREVIATION_TITLE },
  { "pfc", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "pp", BOTH, RCP_ABBREVIATION_NUMBER },
  { "pr", BOTH, RCP_ABBREVIATION_TITLE },
  { "pres", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "prof", BOTH, RCP_ABBREVIATION_TITLE },
  { "pvt", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "qqch", FRENCH, RCP_ABBREVIATION_OPEN },
  { "qqn", FRENCH, RCP_ABBREVIATION_OPEN },
  { "rep", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "rev", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "sam", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "sat", ENGLISH, RCP_ABBREVIATION_NUMBER },
  { "sec", BOTH, RCP_ABBREVIATION_NUMBER },
  { "sen", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "sens", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "sep", BOTH, RCP_ABBREVIATION_NUMBER },
  { "sept", BOTH, RCP_ABBREVIATION_NUMBER },
  { "sgt", BOTH, RCP_ABBREVIATION_TITLE },
  { "sq", BOTH, RCP_ABBREVIATION_OPEN },
  { "sr", BOTH, RCP_ABBREVIATION_OPEN },
  { "st", BOTH, RCP_ABBREVIATION_TITLE },
  { "ste", BOTH, RCP_ABBREVIATION_TITLE },
  { "sun", ENGLISH, RCP_ABBREVIATION_NUMBER },
  { "supt", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "tel", BOTH, RCP_ABBREVIATION_NUMBER },
  { "thu", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "thur", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "thurs", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "trad", FRENCH, RCP_ABBREVIATION_TITLE },
  { "tue", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "tues", ENGLISH, RCP_ABBREVIATION_OPEN },
  { "univ", BOTH, RCP_ABBREVIATION_OPEN },
  { "v", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "ven", FRENCH, RCP_ABBREVIATION_NUMBER },
  { "viz", ENGLISH, RCP_ABBREVIATION_TITLE },
  { "vol", BOTH, RCP_ABBREVIATION_NUMBER },
  { "vols", BOTH, RCP_ABBREVIATION_NUMBER },
  { "vs", BOTH, RCP_ABBREVIATION_TITLE },
  { "wed", ENGLISH, RCP_ABBREVIATION_NUMBER },
  { "weds", ENGLISH, RCP_ABBREVIATION_OPEN },
};

static int
compare_row (gconstpointer key, gconstpointer row)
{
  return strcmp (key, ((const Row *) row)->folded);
}

/**
 * rcp_abbreviation_find:
 * @folded: a folded word that a stop follows
 * @french: whether French abbreviations count
 * @english: whether English ones do
 *
 * Returns: what the stop after it may mean.
 */
RcpAbbreviation
rcp_abbreviation_find (const char *folded, gboolean french, gboolean english)
{
  const Row *row = bsearch (folded, rows, G_N_ELEMENTS (rows), sizeof rows[0], compare_row);
  Languages languages = (french ? FRENCH : 0) | (english ? ENGLISH : 0);

  return row && (row->languages & languages) ? row->kind : RCP_ABBREVIATION_NONE;
}

/**
 * rcp_is_elided:
 * @folded: the letters before an apostrophe, folded
 * @length: how many
 * @english: whether the text is English, which elides no pronoun but carries names like "Côte d’Ivoire"
 *
 * Returns: whether they are an elided French article, pronoun, preposition or conjunction.
 */
gboolean
rcp_is_elided (const char *folded, gsize length, gboolean english)
{
  static const char *const longer[] = { "jusqu", "lorsqu", "puisqu", "quoiqu" };

  if (length == 1)
    return strchr (english ? "dl" : "ldjmtsnc", folded[0]) != NULL;
  if (english)
    return FALSE;
  if (length == 2)
    return folded[0] == 'q' && folded[1] == 'u';
  for (gsize i = 0; i < G_N_ELEMENTS (longer); i++)
    if (strlen (longer[i]) == length && memcmp (longer[i], folded, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * rcp_is_sentence_opener:
 * @folded: a folded word
 * @length: its bytes
 *
 * Returns: whether the word, capitalised after an abbreviation or an initial, tells that a new sentence begins: an
 *   article, pronoun, preposition or conjunction of French or English, which no name begins with.
 */
gboolean
rcp_is_sentence_opener (const char *folded, gsize length)
{
  static const char *const words[] = {
    "a", "according", "after", "ainsi", "alors", "an", "and", "apres", "as", "at", "au", "aux", "avant",
    "avec", "but", "by", "c'", "car", "ce", "ces", "cet", "cette", "d'", "dans", "de", "depuis", "des",
    "during", "elle", "elles", "en", "et", "for", "from", "he", "her", "his", "however", "i", "if", "il",
    "ils", "in", "it", "its", "je", "l'", "la", "le", "les", "leur", "leurs", "lors", "mais", "more",
    "nous", "on", "or", "our", "par", "pour", "qu'", "quand", "qui", "s'", "sa", "selon", "ses", "she",
    "si", "since", "so", "some", "son", "sous", "sur", "that", "the", "their", "then", "there", "these",
    "they", "this", "those", "to", "tous", "un", "une", "vous", "we", "what", "when", "while", "who",
    "with", "yet", "you",
  };
  gsize low = 0, high = G_N_ELEMENTS (words);

  while (low < high)
    {
      gsize middle = (low + high) / 2;
      int order = strncmp (folded, words[middle], length);

      if (order == 0)
        order = words[middle][length] == '\0' ? 0 : -1;
      if (order == 0)
        return TRUE;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return FALSE;
}
