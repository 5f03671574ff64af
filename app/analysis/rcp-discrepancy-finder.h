#pragma once

#include "rcp-check-account.h"

G_BEGIN_DECLS

/**
 * RcpFoundDiscrepancyValue:
 * @account: index of the account
 * @range: the words, in its article
 */
typedef struct
{
  guint account;
  RcpRange range;
} RcpFoundDiscrepancyValue;

typedef struct
{
  RcpDiscrepancyKind kind;
  GArray *values; /* of RcpFoundDiscrepancyValue */
} RcpFoundDiscrepancy;

void       rcp_found_discrepancy_free  (RcpFoundDiscrepancy *self);
GPtrArray *rcp_discrepancy_finder_find (const RcpCheckAccount *accounts, guint n_accounts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
