#pragma once

#include "rcp-feed-xml-private.h"

G_BEGIN_DECLS

char    *rcp_feed_construct_dup_html   (const RcpFeedNode *node) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_feed_construct_dup_line   (const RcpFeedNode *node) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_feed_construct_dup_person (const RcpFeedNode *node) G_GNUC_WARN_UNUSED_RESULT;
char    *rcp_feed_construct_dup_address (const RcpFeedNode *node) G_GNUC_WARN_UNUSED_RESULT;
gboolean rcp_feed_node_is_plain        (const RcpFeedNode *node, const char *name);

G_END_DECLS
