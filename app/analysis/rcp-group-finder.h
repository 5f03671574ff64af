#pragma once

#include "rcp-role-finder.h"

G_BEGIN_DECLS

/* More members than this a group is not told by a number that a reader could resolve. */
#define RCP_GROUP_MAX_MEMBERS 6

guint rcp_group_find_at (const RcpRoleContext *context, guint at, guint end);
guint rcp_group_members (const RcpLexicon *lexicon, const RcpSegmentedText *text, const GArray *spans,
                         const gpointer *owners, const gpointer *states, guint index, gpointer members[RCP_GROUP_MAX_MEMBERS]);

G_END_DECLS
