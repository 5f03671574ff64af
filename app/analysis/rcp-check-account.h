#pragma once

#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpCheckAccount:
 * @article: identifies the article
 * @outlet: identifies the outlet
 * @published: (nullable): when the article appeared
 * @account: the account
 * @actor_ids: (nullable): identities of its actors, in the order of @account's actors; 0 for a mere place
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

G_END_DECLS
