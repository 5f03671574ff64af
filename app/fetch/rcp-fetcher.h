#pragma once

#include <gio/gio.h>

#include "rcp-error.h"
#include "rcp-fetched.h"

G_BEGIN_DECLS

/* What a page may have when nothing else is said: the same as an article. */
#define RCP_FETCHER_MAX_BYTES (32 * 1024 * 1024)

#define RCP_TYPE_FETCHER (rcp_fetcher_get_type ())

/**
 * RcpFetcher:
 *
 * Brings what stands at an address of the web, within limits: at most two connections to a host and eight in all, ten
 * redirects, a time, a number of bytes counted after decompression. Certificates that do not hold are refused. It tells
 * servers the program's name and version and nothing else: no cookie, no referrer, no language.
 *
 * It talks only to addresses it is given, and to those they redirect to.
 *
 * Properties, set when it is made:
 * - #RcpFetcher:max-bytes: more is too large; %RCP_FETCHER_MAX_BYTES
 * - #RcpFetcher:idle-timeout-ms: how long a server may say nothing at all
 * - #RcpFetcher:total-timeout-ms: how long one answer may take with its redirects, from when its turn has come
 */
G_DECLARE_FINAL_TYPE (RcpFetcher, rcp_fetcher, RCP, FETCHER, GObject)

RcpFetcher *rcp_fetcher_new   (void) G_GNUC_WARN_UNUSED_RESULT;
RcpFetched *rcp_fetcher_fetch (RcpFetcher *self, const char *uri, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
