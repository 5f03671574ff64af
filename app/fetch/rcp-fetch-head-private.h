#pragma once

#include <libsoup/soup.h>

#include "rcp-fetched.h"

G_BEGIN_DECLS

void rcp_fetch_head_read (RcpFetched *fetched, SoupMessageHeaders *headers, gint64 now_us);

G_END_DECLS
