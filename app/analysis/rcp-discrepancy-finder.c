#include "config.h"

#include "rcp-discrepancy-finder.h"

#include <string.h>

/** rcp_found_discrepancy_free: frees a discrepancy. */
void
rcp_found_discrepancy_free (RcpFoundDiscrepancy *self)
{
  g_array_unref (self->values);
  g_free (self);
}

/* One account's one number of a thing; @several where it gives more than one, which says no single value. */
typedef struct
{
  double value;
  RcpRange range;
  gboolean found;
  gboolean several;
} Count;

static Count
look_up_count (const RcpFoundAccount *account, const char *counted)
{
  Count count = { 0 };

  for (guint i = 0; i < account->numbers->len; i++)
    {
      const RcpFoundNumber *number = &g_array_index (account->numbers, RcpFoundNumber, i);
      const char *name = number->counted;

      if (name == NULL || strcmp (name[0] == '~' ? name + 1 : name, counted) != 0)
        continue;
      if (name[0] == '~' || (count.found && count.value != number->value))
        count.several = TRUE;
      count.value = number->value;
      count.range = number->range;
      count.found = TRUE;
    }
  return count;
}

/* Values of one article apart from each other are that article's own affair: the first stands for it. */
static void
check_count (const RcpCheckAccount *accounts, guint n_accounts, const char *counted, GPtrArray *found)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RcpFoundDiscrepancyValue));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean differs = FALSE;
  RcpFoundDiscrepancy *discrepancy;

  for (guint i = 0; i < n_accounts; i++)
    {
      Count count = look_up_count (accounts[i].account, counted);
      RcpFoundDiscrepancyValue value = { i, count.range };
      gboolean known = FALSE;

      if (!count.found || count.several)
        continue;
      for (guint k = 0; k < values->len; k++)
        {
          const RcpFoundDiscrepancyValue *other = &g_array_index (values, RcpFoundDiscrepancyValue, k);
          const RcpCheckAccount *there = &accounts[other->account];

          if (g_array_index (numbers, double, k) != count.value)
            differs = differs || there->article != accounts[i].article;
          else
            known = known || there->article == accounts[i].article;
        }
      if (known)
        continue;
      g_array_append_val (values, value);
      g_array_append_val (numbers, count.value);
    }
  if (!differs)
    return;
  discrepancy = g_new0 (RcpFoundDiscrepancy, 1);
  discrepancy->kind = RCP_DISCREPANCY_NUMBER;
  discrepancy->values = g_steal_pointer (&values);
  g_ptr_array_add (found, discrepancy);
}

static gboolean
is_other_day (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  return a->when && b->when && rcp_edtf_is_exact_day (a->when) && rcp_edtf_is_exact_day (b->when)
         && !rcp_edtf_overlaps (a->when, b->when);
}

/* Days that exclude each other in accounts that were joined all the same, by hand. */
static void
check_dates (const RcpCheckAccount *accounts, guint n_accounts, GPtrArray *found)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (RcpFoundDiscrepancyValue));
  gboolean differs = FALSE;
  RcpFoundDiscrepancy *discrepancy;

  for (guint i = 0; i < n_accounts; i++)
    {
      RcpFoundDiscrepancyValue value = { i, accounts[i].account->range };

      if (accounts[i].account->when == NULL || !rcp_edtf_is_exact_day (accounts[i].account->when))
        continue;
      for (guint k = 0; k < values->len; k++)
        {
          guint other = g_array_index (values, RcpFoundDiscrepancyValue, k).account;

          differs = differs || is_other_day (accounts[i].account, accounts[other].account);
        }
      g_array_append_val (values, value);
    }
  if (!differs)
    return;
  discrepancy = g_new0 (RcpFoundDiscrepancy, 1);
  discrepancy->kind = RCP_DISCREPANCY_DATE;
  discrepancy->values = g_steal_pointer (&values);
  g_ptr_array_add (found, discrepancy);
}

/**
 * rcp_discrepancy_finder_find:
 * @accounts: (array length=n_accounts): the accounts of one event, in an order that follows from their content
 *
 * Finds the points on which accounts contradict each other: exact numbers of the same thing that differ, exact days that
 * differ. A vaguer value agrees with every value it may mean, and an account that gives several numbers of one thing says
 * none of them alone; a false alarm costs more trust than a miss.
 *
 * Returns: (transfer full) (element-type RcpFoundDiscrepancy): the points, dates first, then numbers in the order in which
 *   they come up. Any thread.
 */
GPtrArray *
rcp_discrepancy_finder_find (const RcpCheckAccount *accounts, guint n_accounts)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_found_discrepancy_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  check_dates (accounts, n_accounts, found);
  for (guint i = 0; i < n_accounts; i++)
    for (guint k = 0; k < accounts[i].account->numbers->len; k++)
      {
        const char *counted = g_array_index (accounts[i].account->numbers, RcpFoundNumber, k).counted;

        if (counted && counted[0] != '~' && g_hash_table_add (seen, (gpointer) counted))
          check_count (accounts, n_accounts, counted, found);
      }
  return found;
}
