#pragma once

#include <gio/gio.h>

#include "rcp-error.h"
#include "rcp-fetch-request.h"
#include "rcp-fetched.h"

G_BEGIN_DECLS

/* What a page may have when nothing else is said: the same as an article. */
#define RCP_FETCHER_MAX_BYTES (32 * 1024 * 1024)

#define RCP_TYPE_FETCHER (rcp_fetcher_get_type ())

/**
 * RcpFetcher:
 *
 * Brings what stands at an address of the web, within limits: at most two requests to a host and eight in all at once,
 * the hosts served in turn; ten redirects, a time, a number of bytes counted before and after they are unpacked.
 * Certificates that do not hold are refused. It tells servers the program's name, version and home page and nothing else:
 * no cookie, no referrer, no language, no login but the one that stands in the address itself.
 *
 * It talks only to addresses it is given, and to those they redirect to.
 *
 * Its work is done on a thread of its own; hundreds of requests may wait at once, and none of them has a thread.
 *
 * Properties, set when it is made:
 * - #RcpFetcher:max-bytes: more is too large; %RCP_FETCHER_MAX_BYTES
 * - #RcpFetcher:idle-timeout-ms: how long a server may say nothing at all
 * - #RcpFetcher:total-timeout-ms: how long one answer may take with its redirects, from when its turn has come
 * - #RcpFetcher:tls-database: who vouches for certificates; those whom the system trusts when %NULL
 */
G_DECLARE_FINAL_TYPE (RcpFetcher, rcp_fetcher, RCP, FETCHER, GObject)

RcpFetcher *rcp_fetcher_new           (void) G_GNUC_WARN_UNUSED_RESULT;
RcpFetched *rcp_fetcher_fetch         (RcpFetcher *self, const char *uri, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
RcpFetched *rcp_fetcher_fetch_request (RcpFetcher *self, RcpFetchRequest *request, GCancellable *cancellable,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void        rcp_fetcher_fetch_async   (RcpFetcher *self, RcpFetchRequest *request, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
RcpFetched *rcp_fetcher_fetch_finish  (RcpFetcher *self, GAsyncResult *result, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

gboolean    rcp_fetch_error_is_temporary (const GError *error);

G_END_DECLS
