#include "config.h"

#include "rcp-sharing-choice.h"

/* Which articles are compared with a new one word for word, of those that have fingerprints in common with it. */

/* How many at the most. */
#define MAX_CHOSEN 16

/* Each part of the new article is compared with so many others that have it, as far as there are: who has the wording of one
 * has that of all, so a dispatch that a thousand carry needs no more. */
#define ENOUGH 8

/* The same for what is found in very many: boilerplate, or a dispatch of which all have what the first have. */
#define ENOUGH_OF_MANY 2

/* Two passages of eight words have at least one winnowed fingerprint in common; a single one is often a set phrase. */
#define MIN_COMMON 2

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a, y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static int
compare_prints (gconstpointer a, gconstpointer b)
{
  const RcpSharedPrint *x = a, *y = b;

  if (x->article_id != y->article_id)
    return x->article_id < y->article_id ? -1 : 1;
  return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Puts in place of each hash its number among all. Returns how many articles are wanted for each. */
static guint *
number_hashes (GArray *prints)
{
  g_autofree guint64 *sorted = g_new (guint64, prints->len + 1);
  guint *wanted = g_new0 (guint, prints->len + 1);
  guint n = 0;

  for (guint i = 0; i < prints->len; i++)
    sorted[i] = g_array_index (prints, RcpSharedPrint, i).hash;
  qsort (sorted, prints->len, sizeof *sorted, compare_hashes);
  for (guint i = 0; i < prints->len; i++)
    if (i == 0 || sorted[i] != sorted[n - 1])
      sorted[n++] = sorted[i];
  for (guint i = 0; i < prints->len; i++)
    {
      guint64 *hash = &g_array_index (prints, RcpSharedPrint, i).hash;

      *hash = (guint64) ((guint64 *) bsearch (hash, sorted, n, sizeof *sorted, compare_hashes) - sorted);
      wanted[*hash]++;
    }
  for (guint i = 0; i < n; i++)
    wanted[i] = wanted[i] >= RCP_STORE_MAX_OWNERS ? ENOUGH_OF_MANY : ENOUGH;
  return wanted;
}

static guint
find_end (const GArray *prints, guint from)
{
  guint end = from;

  while (end < prints->len
         && g_array_index (prints, RcpSharedPrint, end).article_id == g_array_index (prints, RcpSharedPrint, from).article_id)
    end++;
  return end;
}

/**
 * rcp_sharing_choice_make:
 * @prints: (element-type RcpSharedPrint) (inout): who has which fingerprints of the new article; put in another order
 *
 * Returns: (transfer full) (element-type gint64): the articles to compare it with, those with the most in common that others
 *   do not have first.
 */
GArray *
rcp_sharing_choice_make (GArray *prints)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree guint *wanted = NULL;

  g_array_sort (prints, compare_prints);
  wanted = number_hashes (prints);
  while (chosen->len < MAX_CHOSEN)
    {
      guint best = 0, best_end = 0, most = 0;

      for (guint i = 0, end; i < prints->len; i = end)
        {
          guint n = 0;

          end = find_end (prints, i);
          for (guint k = i; k < end; k++)
            n += wanted[g_array_index (prints, RcpSharedPrint, k).hash] > 0;
          if (end - i >= MIN_COMMON && n > most)
            {
              best = i;
              best_end = end;
              most = n;
            }
        }
      if (most == 0)
        return chosen;
      g_array_append_val (chosen, g_array_index (prints, RcpSharedPrint, best).article_id);
      for (guint k = best; k < best_end; k++)
        {
          guint *left = &wanted[g_array_index (prints, RcpSharedPrint, k).hash];

          *left -= *left > 0;
        }
      g_array_remove_range (prints, best, best_end - best);
    }
  return chosen;
}
