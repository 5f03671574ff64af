#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RCP_TYPE_FETCHED (rcp_fetched_get_type ())

/**
 * RcpFetched:
 * @status: of the last answer on the way (RFC 9110, section 15)
 * @bytes: the body, unpacked; empty unless the status is 2xx
 * @content_type: (nullable): its media type in lower case, followed by "; charset=…" where the server names one
 * @uri: the address that answered, after redirects; without user name, password and fragment
 * @moved_to: (nullable): the address to ask from now on: where an unbroken row of permanent redirects (301, 308) from the
 *   first address leads, when the way ended in an answer. Never from https to http. Temporary redirects give none.
 * @etag: (nullable): the validator as the server wrote it (RFC 9110, section 8.8.3). An answer of 304 that does not repeat
 *   it has the one that was sent.
 * @last_modified: (nullable): the date as the server wrote it; it is only ever given back to the same server; with 304 as
 *   @etag
 * @not_modified: status 304: what is known still holds, and @bytes is empty
 * @is_gone: status 410: there for good no more
 * @retry_after_s: how long the server asks to be left alone, in seconds from now, at most a week; -1 when it says nothing.
 *   Only with an answer that failed.
 * @fresh_until_us: until when the server says that nothing new is to be expected, µs UTC; 0 when it says nothing
 * @received_us: when the answer came, µs UTC
 *
 * What an address answered. Immutable once returned, reference counted, any thread.
 *
 * Of the two fetching functions, rcp_fetcher_fetch() gives only successful ones; the others give every answer, for
 * rcp_fetched_check() to tell.
 */
typedef struct
{
  gatomicrefcount refs;
  guint status;
  GBytes *bytes;
  char *content_type;
  char *uri;
  char *moved_to;
  char *etag;
  char *last_modified;
  gboolean not_modified;
  gboolean is_gone;
  gint64 retry_after_s;
  gint64 fresh_until_us;
  gint64 received_us;
} RcpFetched;

GType       rcp_fetched_get_type (void);
RcpFetched *rcp_fetched_new      (void) G_GNUC_WARN_UNUSED_RESULT;
RcpFetched *rcp_fetched_ref      (RcpFetched *self);
void        rcp_fetched_unref    (RcpFetched *self);
gboolean    rcp_fetched_check    (RcpFetched *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFetched, rcp_fetched_unref)

G_END_DECLS
