#pragma once

#include "rcp-feed.h"

G_BEGIN_DECLS

/* What is longer is no feed that anybody reads; a feed of 50 entries with whole articles has 1 MB. */
#define RCP_FEED_MAX_BYTES (32 * 1024 * 1024)

RcpFeed *rcp_feed_read (GBytes *bytes, const char *content_type, const char *uri, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
