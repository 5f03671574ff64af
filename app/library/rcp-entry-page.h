#pragma once

#include "rcp-feed.h"
#include "rcp-stored-entry.h"

G_BEGIN_DECLS

RcpStoredEntry *rcp_entry_page_new (gint64 source_id, const RcpFeed *feed, RcpFeedEntry *entry, const char *key)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
