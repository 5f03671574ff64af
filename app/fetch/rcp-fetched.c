#include "config.h"

#include "rcp-fetched.h"

#include "rcp-fetch-error-private.h"

G_DEFINE_BOXED_TYPE (RcpFetched, rcp_fetched, rcp_fetched_ref, rcp_fetched_unref)

/**
 * rcp_fetched_new:
 *
 * Returns: (transfer full): an empty answer, for the fetcher to fill before anybody else sees it.
 */
RcpFetched *
rcp_fetched_new (void)
{
  RcpFetched *self = g_new0 (RcpFetched, 1);

  g_atomic_ref_count_init (&self->refs);
  self->retry_after_s = -1;
  return self;
}

/** rcp_fetched_ref: any thread. */
RcpFetched *
rcp_fetched_ref (RcpFetched *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/** rcp_fetched_unref: any thread. */
void
rcp_fetched_unref (RcpFetched *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->uri);
  g_free (self->moved_to);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}

/**
 * rcp_fetched_check:
 * @error: %RCP_FETCH_ERROR_NOT_FOUND, _GONE, _DENIED, _BUSY, _SERVER, _PORTAL, _STATUS
 *
 * Tells by its status whether @self is what was asked for, or the news that it is unchanged.
 *
 * Returns: whether it is.
 */
gboolean
rcp_fetched_check (RcpFetched *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if ((self->status >= 200 && self->status < 300) || self->not_modified)
    return TRUE;
  g_propagate_error (error, rcp_fetch_error_from_status (self->uri, self->status));
  return FALSE;
}
