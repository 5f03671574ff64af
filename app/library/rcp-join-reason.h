#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define RCP_TYPE_JOIN_REASON (rcp_join_reason_get_type ())

/**
 * RcpJoinReason:
 *
 * Why an account is of its event: what it has in common with the other account of it that is most like it. Immutable.
 *
 * Properties:
 * - #RcpJoinReason:account-id: the account
 * - #RcpJoinReason:other-id: the other one
 * - #RcpJoinReason:outlet: whose account it is (nullable)
 * - #RcpJoinReason:other-outlet: whose the other one is (nullable)
 * - #RcpJoinReason:same-date: both may have happened on one day
 * - #RcpJoinReason:n-actors: actors in common
 * - #RcpJoinReason:same-action: what was done is of one type
 * - #RcpJoinReason:n-words: words in common
 * - #RcpJoinReason:same-article: both stand in one article
 * - #RcpJoinReason:by-user: the user has joined them
 */
G_DECLARE_FINAL_TYPE (RcpJoinReason, rcp_join_reason, RCP, JOIN_REASON, GObject)

gint64      rcp_join_reason_get_account_id (RcpJoinReason *self);
gint64      rcp_join_reason_get_other_id   (RcpJoinReason *self);
const char *rcp_join_reason_get_outlet     (RcpJoinReason *self);
char       *rcp_join_reason_describe       (RcpJoinReason *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
