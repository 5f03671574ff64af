#include "config.h"

#include "rcp-account-terms.h"

/* A list of fewer words counts as that many: two words that meet are no proof. More where two languages meet, of which only
 * what both can say is compared. */
#define LEAST_TERMS 4
#define LEAST_TERMS_ACROSS 6

/* Terms are sorted: how many are smaller. */
static guint
count_below (const guint32 *terms, guint n, guint32 term)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (terms[middle] < term)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* A stem is the same in both languages but for its last bit. */
static guint
count_common (const guint32 *a, guint n_a, const guint32 *b, guint n_b)
{
  guint common = 0;

  for (guint i = 0, j = 0; i < n_a && j < n_b;)
    {
      guint32 x = a[i] | RCP_TERM_ENGLISH, y = b[j] | RCP_TERM_ENGLISH;

      common += x == y;
      i += x <= y;
      j += y <= x;
    }
  return common;
}

/**
 * rcp_account_terms_share:
 * @a: (array length=n_a): terms of an account, sorted
 * @b: (array length=n_b): those of another
 *
 * How much two accounts have in common of what they tell. Long sentences share words by chance, short ones few words at all:
 * the mean share of both lists, damped for short ones. Of accounts in two languages only what both can say is compared.
 *
 * Returns: from 0 to 1. Any thread.
 */
double
rcp_account_terms_share (const guint32 *a, guint n_a, const guint32 *b, guint n_b)
{
  guint common = count_common (a, n_a, b, n_b), least = LEAST_TERMS;

  if (common == 0)
    return 0;
  if (!((a[0] | b[0]) & RCP_TERM_COMMON) && ((a[0] ^ b[0]) & RCP_TERM_ENGLISH))
    {
      guint stems_a = count_below (a, n_a, RCP_TERM_COMMON), stems_b = count_below (b, n_b, RCP_TERM_COMMON);
      guint shared = count_common (a, stems_a, b, stems_b);

      n_a = n_a - stems_a + shared;
      n_b = n_b - stems_b + shared;
      least = LEAST_TERMS_ACROSS;
    }
  return common / (0.5 * MAX (n_a, least) + 0.5 * MAX (n_b, least));
}

static guint32
get_kind (const guint32 *terms, guint n)
{
  guint32 last = n ? terms[n - 1] : 0;

  return (last & RCP_TERM_KIND) == RCP_TERM_KIND ? last : 0;
}

static gboolean
tells_besides (const guint32 *terms, guint n, guint32 kind)
{
  guint32 term = RCP_TERM_COMMON | (kind & RCP_TERM_HASH);
  guint at = count_below (terms, n, term);

  return at < n && terms[at] == term;
}

/**
 * rcp_account_terms_compare_kinds:
 * @a: (array length=n_a): terms of an account, sorted
 * @b: (array length=n_b): those of another
 *
 * Returns: how the kinds of happening that the two tell relate. Any thread.
 */
RcpKinds
rcp_account_terms_compare_kinds (const guint32 *a, guint n_a, const guint32 *b, guint n_b)
{
  guint32 x = get_kind (a, n_a), y = get_kind (b, n_b);
  guint n;

  if (x == 0 || y == 0)
    return RCP_KINDS_UNKNOWN;
  if (x == y)
    return RCP_KINDS_SAME;
  n = tells_besides (a, n_a, y) + tells_besides (b, n_b, x);
  return n == 2 ? RCP_KINDS_CROSSED : n == 1 ? RCP_KINDS_TOUCH : RCP_KINDS_APART;
}
