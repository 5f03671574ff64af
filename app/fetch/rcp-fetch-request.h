#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What is asked for first where a feed is expected, and where a page is. */
#define RCP_FETCH_ACCEPT_FEED                                                                                          \
  "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "                      \
  "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.6, */*;q=0.5"
#define RCP_FETCH_ACCEPT_PAGE                                                                                          \
  "text/html, application/xhtml+xml, text/markdown;q=0.9, text/plain;q=0.9, */*;q=0.5"

#define RCP_TYPE_FETCH_REQUEST (rcp_fetch_request_get_type ())

/**
 * RcpFetchRequest:
 * @uri: the address, http or https, as somebody wrote it
 * @accept: (nullable): the media types wished for; %RCP_FETCH_ACCEPT_PAGE when %NULL
 * @etag: (nullable): sent as If-None-Match, as it stood in #RcpFetched (RFC 9110, section 13.1.2)
 * @last_modified: (nullable): sent as If-Modified-Since, as it stood in #RcpFetched (RFC 9110, section 13.1.3)
 * @validated_uri: (nullable): the address that gave the two, #RcpFetched's uri. They are sent to that address alone: what
 *   a redirect leads to by now may be another thing with an older date, and the two are nobody else's business. When
 *   %NULL, they are sent along the whole way.
 * @max_bytes: of the body, unpacked; 0 for what the fetcher allows. Never more than that.
 *
 * What to ask an address for. Filled by whoever made it, and not changed after it was handed over; reference counted.
 */
typedef struct
{
  gatomicrefcount refs;
  char *uri;
  char *accept;
  char *etag;
  char *last_modified;
  char *validated_uri;
  guint64 max_bytes;
} RcpFetchRequest;

GType            rcp_fetch_request_get_type (void);
RcpFetchRequest *rcp_fetch_request_new      (const char *uri) G_GNUC_WARN_UNUSED_RESULT;
RcpFetchRequest *rcp_fetch_request_ref      (RcpFetchRequest *self);
void             rcp_fetch_request_unref    (RcpFetchRequest *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFetchRequest, rcp_fetch_request_unref)

G_END_DECLS
