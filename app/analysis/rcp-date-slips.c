#include "config.h"

#include <string.h>

#include "rcp-date-shape.h"

/* Names of months and weekdays as scanned or badly typed texts give them: "juil1et", "décernbre", "octobrre". They are sought
 * only where figures of a date stand beside a word that the grammar doesn't know. */

#define LONGEST_NAME 12

/* Names shorter than this are a letter away from other words of the language ("août" and "bout", "March" and "marsh"). */
#define SHORTEST_EDITED 7
#define SHORTEST_EDITED_IN_FULL_DATE 5

typedef struct
{
  char shape[LONGEST_NAME + 1];
  const RcpDateWord *word;
} SlipName;

/* Letters that scanners take for each other become one. Returns the length, 0 where it is too long. */
static guint
reduce (const char *folded, char shape[LONGEST_NAME + 1])
{
  guint n = 0;

  for (const char *at = folded; *at; at++)
    {
      char c = *at;

      if (n == LONGEST_NAME)
        return 0;
      if (c == 'r' && at[1] == 'n')
        {
          c = 'm';
          at++;
        }
      else if (c == 'l' || c == '1' || c == 'j' || c == '!' || c == '|')
        c = 'i';
      else if (c == '0')
        c = 'o';
      else if (c == 'u')
        c = 'n';
      else if (c == 'c')
        c = 'e';
      else if (c == 'h' || c == '6')
        c = 'b';
      else if (c == '5')
        c = 's';
      else if (c == 'y')
        c = 'v';
      else if (c == 'f')
        c = 't';
      shape[n++] = c;
    }
  shape[n] = '\0';
  return n;
}

/* One letter missing, too many, another or swapped with the next. A letter more at the end makes other words. */
static gboolean
is_one_edit (const char *word, guint n_word, const char *name, guint n_name)
{
  guint same = 0;

  while (word[same] && word[same] == name[same])
    same++;
  if (n_word == n_name)
    return strcmp (word + same + 1, name + same + 1) == 0
           || (word[same] == name[same + 1] && word[same + 1] == name[same]
               && strcmp (word + same + 2, name + same + 2) == 0);
  if (n_word == n_name + 1)
    return same < n_name && strcmp (word + same + 1, name + same) == 0;
  return n_word + 1 == n_name && strcmp (word + same, name + same + 1) == 0;
}

/**
 * rcp_date_slips_new:
 * @words: folded → #RcpDateWord
 *
 * Returns: (transfer full): the names of months and weekdays in the shape that slips of them are compared in.
 */
GArray *
rcp_date_slips_new (GHashTable *words)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (SlipName));
  GHashTableIter iter;
  gpointer folded, word;

  g_hash_table_iter_init (&iter, words);
  while (g_hash_table_iter_next (&iter, &folded, &word))
    {
      SlipName name = { .word = word };

      if ((rcp_date_word_has (word, RCP_DW_MONTH) || rcp_date_word_has (word, RCP_DW_WEEKDAY))
          && !name.word->is_abbreviation && reduce (folded, name.shape) > 0)
        g_array_append_val (names, name);
    }
  return names;
}

static const RcpDateWord *
find_slip (const GArray *names, const char *folded, RcpDateWordClass cls, guint shortest_edited)
{
  char shape[LONGEST_NAME + 1];
  guint n = reduce (folded, shape);
  const RcpDateWord *edited = NULL;
  gboolean is_ambiguous = FALSE;

  if (n < 3)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    {
      const SlipName *name = &g_array_index (names, SlipName, i);
      guint n_name = strlen (name->shape);

      if (!rcp_date_word_has (name->word, cls))
        continue;
      if (strcmp (name->shape, shape) == 0)
        return name->word;
      if (n_name >= shortest_edited && is_one_edit (shape, n, name->shape, n_name))
        {
          is_ambiguous |= edited && edited->values[cls] != name->word->values[cls];
          edited = name->word;
        }
    }
  return is_ambiguous ? NULL : edited;
}

static gboolean
is_day (const GArray *items, guint at)
{
  const RcpDateItem *item;

  if (at >= items->len)
    return FALSE;
  item = &g_array_index (items, RcpDateItem, at);
  return (item->number >= 1 && item->number <= 31 && item->n_digits <= 2) || (item->ordinal >= 1 && item->ordinal <= 31);
}

static gboolean
is_year (const GArray *items, guint at)
{
  const RcpDateItem *item;

  if (at < items->len && rcp_date_word_has (g_array_index (items, RcpDateItem, at).word, RCP_DW_COMMA))
    at++;
  if (at >= items->len)
    return FALSE;
  item = &g_array_index (items, RcpDateItem, at);
  return item->n_digits == 4 && item->number >= 1000 && item->number < 2200;
}

/**
 * rcp_date_slips_mend:
 * @items: (element-type RcpDateItem): the words of a sentence; those that stand beside figures of a date and are a slip of a
 *   month or a weekday are given its meaning
 */
void
rcp_date_slips_mend (const RcpDateGrammar *grammar, const RcpSegmentedText *text, GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      RcpDateItem *item = &g_array_index (items, RcpDateItem, i);
      const RcpToken *token = &text->tokens[item->token];
      gboolean day_before, day_beside, year_after;

      if (item->word || item->number >= 0 || token->kind == RCP_TOKEN_PUNCTUATION || item->ordinal > 0)
        continue;
      day_before = i > 0 && is_day (items, i - 1);
      day_beside = day_before || is_day (items, i + 1);
      year_after = is_year (items, i + 1);
      if (!day_beside && !year_after)
        continue;
      if (day_before || year_after || !grammar->is_french)
        item->word = find_slip (grammar->slip_names, token->folded, RCP_DW_MONTH,
                                day_beside && year_after ? SHORTEST_EDITED_IN_FULL_DATE : SHORTEST_EDITED);
      /* "mardl 3 mai": the month after the day vouches for the weekday. */
      if (item->word == NULL && is_day (items, i + 1) && i + 2 < items->len
          && rcp_date_word_has (g_array_index (items, RcpDateItem, i + 2).word, RCP_DW_MONTH))
        item->word = find_slip (grammar->slip_names, token->folded, RCP_DW_WEEKDAY, SHORTEST_EDITED_IN_FULL_DATE);
    }
}
