#include "config.h"

#include "rcp-cross-numbers.h"

#include "rcp-account-numbers.h"

/* Numbers of one thing that agree, of which one says less: "une centaine" beside "112". */

/* What one outlet says of how many there are, at its most exact. */
typedef struct
{
  const RcpStoredNumber *number;
  RcpAccount *account;
  double low;
  double high;
} Count;

/* The numbers of an account are those from @first on, while the account is the same. */
static guint
find_numbers (const RcpCrossData *data, gint64 account_id)
{
  guint low = 0, high = data->numbers->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (((RcpStoredNumber *) data->numbers->pdata[middle])->account_id < account_id)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Keeps of each thing that is counted the most exact number. */
static void
collect (const RcpCrossData *data, RcpAccount *account, GHashTable *counts)
{
  gint64 id = rcp_account_get_id (account);

  for (guint i = find_numbers (data, id); i < data->numbers->len; i++)
    {
      const RcpStoredNumber *number = data->numbers->pdata[i];
      const char *counted;
      Count count = { number, account };
      Count *before;

      if (number->account_id != id)
        break;
      counted = rcp_found_number_get_counted (&number->number);
      rcp_found_number_get_bounds (&number->number, &count.low, &count.high);
      before = g_hash_table_lookup (counts, counted);
      if (before == NULL)
        g_hash_table_insert (counts, (gpointer) counted, g_memdup2 (&count, sizeof count));
      else if (count.high - count.low < before->high - before->low)
        *before = count;
    }
}

/* The words of the number in its sentence; NULL where they are not in it. */
static char *
dup_words (const Count *count)
{
  const RcpRange *range = &count->number->number.range;
  guint start = rcp_account_get_start (count->account);
  const char *sentence = rcp_account_get_sentence (count->account);

  if (sentence == NULL || range->start < start || range->end <= range->start
      || range->end - start > (guint) g_utf8_strlen (sentence, -1))
    return NULL;
  return g_utf8_substring (sentence, range->start - start, range->end - start);
}

/**
 * rcp_cross_numbers_dup_vaguer:
 * @data: what the store holds
 * @first: the first account of an event
 * @end: one past its last
 * @column: an outlet
 *
 * A number is vaguer than another of the same thing where both may be right and it leaves more open
 * (rcp_found_number_get_bounds()). Any thread.
 *
 * Returns: (transfer full) (nullable): the words of the first number of the outlet that is vaguer than that of another outlet;
 *   %NULL for none.
 */
char *
rcp_cross_numbers_dup_vaguer (const RcpCrossData *data, guint first, guint end, guint column)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autoptr (GHashTable) others = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const Count *found = NULL;
  GHashTableIter iter;
  gpointer counted, value;

  if (data->numbers->len == 0)
    return NULL;
  for (guint i = first; i < end; i++)
    if (g_array_index (data->columns, int, i) >= 0)
      collect (data, data->accounts->pdata[i], g_array_index (data->columns, int, i) == (int) column ? own : others);
  g_hash_table_iter_init (&iter, own);
  while (g_hash_table_iter_next (&iter, &counted, &value))
    {
      const Count *mine = value, *other = g_hash_table_lookup (others, counted);

      if (other == NULL || mine->high < other->low || other->high < mine->low
          || mine->high - mine->low <= other->high - other->low || mine->number->number.value == other->number->number.value)
        continue;
      /* By place in the text, so that the order of the table does not show. */
      if (found == NULL || mine->number->account_id < found->number->account_id
          || (mine->number->account_id == found->number->account_id
              && mine->number->number.range.start < found->number->number.range.start))
        found = mine;
    }
  return found ? dup_words (found) : NULL;
}
