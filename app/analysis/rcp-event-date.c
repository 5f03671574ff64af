#include "config.h"

#include "rcp-event-date.h"

/* How good an account is to date the event by: fewer days, unqualified, dated in its own sentence, done rather than
 * planned. */
static gboolean
dates_better (const RcpFoundAccount *a, const RcpFoundAccount *b)
{
  gint32 days_a = rcp_edtf_count_days (a->when), days_b = rcp_edtf_count_days (b->when);
  gboolean vague_a = rcp_edtf_get_flags (a->when) != RCP_EDTF_EXACT;
  gboolean vague_b = rcp_edtf_get_flags (b->when) != RCP_EDTF_EXACT;
  gboolean own_a = a->date >= 0, own_b = b->date >= 0;

  if (days_a != days_b)
    return days_a < days_b;
  if (vague_a != vague_b)
    return vague_b;
  if (own_a != own_b)
    return own_a;
  if ((a->when_rule == RCP_DATE_RULE_WRITTEN) != (b->when_rule == RCP_DATE_RULE_WRITTEN))
    return a->when_rule == RCP_DATE_RULE_WRITTEN;
  return FALSE;
}

/**
 * rcp_event_date_find:
 * @accounts: (array length=n_accounts): the accounts of one event, in an order that follows from their content
 * @best: (out) (optional): index of the account whose date is the most precise, which explains the event's
 *
 * Returns: (transfer full) (nullable): the days that all dated accounts allow, narrowed from the most precise one; NULL
 *   where no account has a date. Any thread.
 */
RcpEdtf *
rcp_event_date_find (const RcpCheckAccount *accounts, guint n_accounts, guint *best)
{
  RcpEdtf *date = NULL;
  guint first = 0;

  for (guint i = 0; i < n_accounts; i++)
    {
      const RcpFoundAccount *account = accounts[i].account;

      if (account->when && (accounts[first].account->when == NULL || dates_better (account, accounts[first].account)))
        first = i;
    }
  if (best)
    *best = first;
  if (n_accounts == 0 || accounts[first].account->when == NULL)
    return NULL;
  date = rcp_edtf_ref (accounts[first].account->when);
  for (guint i = 0; i < n_accounts; i++)
    if (accounts[i].account->when)
      {
        RcpEdtf *narrower = rcp_edtf_intersect (date, accounts[i].account->when);

        /* Nothing in common means that only a margin of "about" held them together. */
        if (narrower == NULL)
          continue;
        rcp_edtf_unref (date);
        date = narrower;
      }
  return date;
}
