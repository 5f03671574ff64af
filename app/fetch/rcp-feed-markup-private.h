#pragma once

#include "rcp-feed-private.h"
#include "rcp-feed-xml-private.h"

G_BEGIN_DECLS

RcpFeed      *rcp_feed_markup_read (const RcpFeedTree *tree, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpFeedEntry *rcp_feed_item_read   (const RcpFeedNode *item, const RcpFeed *feed) G_GNUC_WARN_UNUSED_RESULT;
char         *rcp_feed_item_dup_link (const RcpFeedNode *node, const char *rel) G_GNUC_WARN_UNUSED_RESULT;
RcpFeed      *rcp_feed_json_read   (const char *text, const char *uri, GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpFeed      *rcp_sitemap_build    (const RcpFeedTree *tree) G_GNUC_WARN_UNUSED_RESULT;
char         *rcp_feed_charset_decode (GBytes *bytes, const char *content_type, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
