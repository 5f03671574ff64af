#pragma once

#include "rcp-findings.h"
#include "rcp-shared-passages.h"

G_BEGIN_DECLS

/**
 * RcpCheckAccount:
 * @article: identifies the article
 * @outlet: identifies the outlet
 * @published: (nullable): when the article appeared
 * @account: the account
 * @actor_ids: (nullable): identities of its actors in the library, in the order of @account's actors
 *
 * One account of the event that is checked. Borrows everything.
 */
typedef struct
{
  gint64 article;
  gint64 outlet;
  RcpEdtf *published;
  const RcpFoundAccount *account;
  const gint64 *actor_ids;
} RcpCheckAccount;

/**
 * RcpSharedWording:
 * @article_a: the article of @passage's a
 * @article_b: that of its b
 */
typedef struct
{
  gint64 article_a;
  gint64 article_b;
  RcpSharedPassage passage;
} RcpSharedWording;

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

void       rcp_found_discrepancy_free      (RcpFoundDiscrepancy *self);
void       rcp_cross_check_independence    (const RcpCheckAccount *accounts, guint n_accounts,
                                            const RcpSharedWording *shared, guint n_shared, int *copy_of);
guint      rcp_cross_check_count_independent (const RcpCheckAccount *accounts, guint n_accounts, const int *copy_of);
GPtrArray *rcp_cross_check_discrepancies   (const RcpCheckAccount *accounts, guint n_accounts) G_GNUC_WARN_UNUSED_RESULT;
RcpEdtf   *rcp_cross_check_event_date      (const RcpCheckAccount *accounts, guint n_accounts, guint *best)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
