#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define RCP_TYPE_FETCHED (rcp_fetched_get_type ())

/**
 * RcpFetched:
 * @bytes: the body, decompressed
 * @content_type: (nullable): its media type in lower case, followed by "; charset=…" where the server names one
 * @uri: the address that answered, after redirects; without user name, password and fragment
 * @etag: (nullable): the validator as the server wrote it (RFC 9110, section 8.8.3)
 * @last_modified: (nullable): the date as the server wrote it; it is only ever given back to the same server
 *
 * What an address answered. Immutable once returned, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  GBytes *bytes;
  char *content_type;
  char *uri;
  char *etag;
  char *last_modified;
} RcpFetched;

GType       rcp_fetched_get_type (void);
RcpFetched *rcp_fetched_new      (void) G_GNUC_WARN_UNUSED_RESULT;
RcpFetched *rcp_fetched_ref      (RcpFetched *self);
void        rcp_fetched_unref    (RcpFetched *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpFetched, rcp_fetched_unref)

G_END_DECLS
