#pragma once

#include "rcp-feed-xml-private.h"

G_BEGIN_DECLS

RcpFeedSpace rcp_feed_space_of_uri    (const char *uri);
RcpFeedSpace rcp_feed_space_of_prefix (const char *prefix);

G_END_DECLS
