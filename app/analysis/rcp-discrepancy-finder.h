#pragma once

#include "rcp-check-account.h"

G_BEGIN_DECLS

/**
 * RcpFoundDiscrepancyValue:
 * @account: index of the account; of accounts of two events those of the second follow those of the first
 * @range: the words, in its article
 */
typedef struct
{
  guint account;
  RcpRange range;
} RcpFoundDiscrepancyValue;

/**
 * RcpFoundDiscrepancy:
 * @kind: on what the accounts differ
 * @is_update: the values follow each other in time: whoever wrote later knew more, or an outlet corrected itself
 * @values: (element-type RcpFoundDiscrepancyValue): all values that some other value contradicts
 *
 * One point on which accounts contradict each other.
 */
typedef struct
{
  RcpDiscrepancyKind kind;
  gboolean is_update;
  GArray *values;
} RcpFoundDiscrepancy;

/* Days that lie further apart than that are two happenings, whatever the rest. A slip of a day or a weekday is near. */
#define RCP_DISCREPANCY_MAX_DAYS_APART 10

/* How many accounts of each of two events are looked at: the first in the order they are given in. */
#define RCP_DISCREPANCY_MAX_ACCOUNTS 12

void       rcp_found_discrepancy_free    (RcpFoundDiscrepancy *self);
GPtrArray *rcp_discrepancy_finder_find   (const RcpCheckAccount *accounts, guint n_accounts) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *rcp_discrepancy_finder_across (const RcpCheckAccount *a, guint n_a, const RcpCheckAccount *b, guint n_b)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean   rcp_discrepancy_finder_differ (const RcpCheckAccount *a, const RcpCheckAccount *b);

G_END_DECLS
