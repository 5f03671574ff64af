#include "config.h"

#include "rcp-fetch-request.h"

G_DEFINE_BOXED_TYPE (RcpFetchRequest, rcp_fetch_request, rcp_fetch_request_ref, rcp_fetch_request_unref)

/**
 * rcp_fetch_request_new:
 * @uri: an address; whether it is one shows when it is fetched
 *
 * Returns: (transfer full): a request for it, without validators.
 */
RcpFetchRequest *
rcp_fetch_request_new (const char *uri)
{
  RcpFetchRequest *self;

  g_return_val_if_fail (uri != NULL, NULL);

  self = g_new0 (RcpFetchRequest, 1);
  g_atomic_ref_count_init (&self->refs);
  self->uri = g_strdup (uri);
  return self;
}

/** rcp_fetch_request_ref: any thread. */
RcpFetchRequest *
rcp_fetch_request_ref (RcpFetchRequest *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/** rcp_fetch_request_unref: any thread. */
void
rcp_fetch_request_unref (RcpFetchRequest *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->uri);
  g_free (self->accept);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->validated_uri);
  g_free (self);
}
