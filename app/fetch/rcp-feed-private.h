#pragma once

#include "rcp-feed.h"

G_BEGIN_DECLS

/* What the readers fill a feed with, before anybody else sees it. Each "take" keeps what is there already, and gives back
 * nothing: the first that says something counts. */
RcpFeed      *rcp_feed_new                (RcpFeedFormat format) G_GNUC_WARN_UNUSED_RESULT;
RcpFeedEntry *rcp_feed_entry_new          (void) G_GNUC_WARN_UNUSED_RESULT;
void          rcp_feed_take               (char **place, char *value);
void          rcp_feed_take_date          (RcpFeedDate *place, const char *text);
void          rcp_feed_entry_add_category (RcpFeedEntry *self, char *category);
void          rcp_feed_entry_add_enclosure (RcpFeedEntry *self, char *uri, const char *type, gint64 length_bytes);
void          rcp_feed_add_author         (char **authors, const char *name);

G_END_DECLS
