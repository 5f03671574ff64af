#pragma once

#include "rcp-event-affinity.h"

G_BEGIN_DECLS

/**
 * RcpJoinConstraint:
 * @a: index of an account
 * @b: index of another
 * @join: they tell one event, whatever speaks against it; FALSE: they never do
 *
 * The user's word on two accounts.
 */
typedef struct
{
  guint a;
  guint b;
  gboolean join;
} RcpJoinConstraint;

void rcp_event_joiner_join (const RcpJoinAccount *accounts, guint n_accounts, const RcpJoinConstraint *constraints,
                            guint n_constraints, guint *groups);

void rcp_event_joiner_join_wordings (const RcpJoinAccount *accounts, guint n_accounts, const guint *leads,
                                     const RcpJoinConstraint *constraints, guint n_constraints, guint *groups);

gboolean rcp_event_joiner_links (const RcpJoinAccount *a, const RcpJoinAccount *b);

G_END_DECLS
