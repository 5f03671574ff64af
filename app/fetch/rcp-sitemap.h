#pragma once

#include "rcp-feed.h"

G_BEGIN_DECLS

GPtrArray *rcp_sitemap_list_robots (const char *text, const char *uri) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
