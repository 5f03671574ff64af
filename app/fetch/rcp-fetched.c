#include "config.h"

#include "rcp-fetched.h"

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
  return self;
}

RcpFetched *
rcp_fetched_ref (RcpFetched *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_fetched_unref (RcpFetched *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->uri);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self);
}
