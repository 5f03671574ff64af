#include "config.h"

#include "rcp-fetch-error-private.h"

#include <libsoup/soup.h>

#include "rcp-web-address.h"

/* What libsoup and GIO say, in our words. What is not in the table is an answer that broke off or made no sense. */
static const struct
{
  GQuark (*domain) (void);
  int code;
  RcpFetchError meaning;
} causes[] = {
  { g_io_error_quark, G_IO_ERROR_TIMED_OUT, RCP_FETCH_ERROR_TIMEOUT },
  { g_io_error_quark, G_IO_ERROR_HOST_NOT_FOUND, RCP_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_HOST_UNREACHABLE, RCP_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_NETWORK_UNREACHABLE, RCP_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_REFUSED, RCP_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_PROXY_FAILED, RCP_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_PROXY_NEED_AUTH, RCP_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_PROXY_AUTH_FAILED, RCP_FETCH_ERROR_OFFLINE },
  { g_io_error_quark, G_IO_ERROR_PROXY_NOT_ALLOWED, RCP_FETCH_ERROR_OFFLINE },
  { g_resolver_error_quark, G_RESOLVER_ERROR_NOT_FOUND, RCP_FETCH_ERROR_OFFLINE },
  { g_resolver_error_quark, G_RESOLVER_ERROR_TEMPORARY_FAILURE, RCP_FETCH_ERROR_OFFLINE },
  { g_resolver_error_quark, G_RESOLVER_ERROR_INTERNAL, RCP_FETCH_ERROR_OFFLINE },
  { g_tls_error_quark, G_TLS_ERROR_BAD_CERTIFICATE, RCP_FETCH_ERROR_CERTIFICATE },
  { g_tls_error_quark, G_TLS_ERROR_UNAVAILABLE, RCP_FETCH_ERROR_CERTIFICATE },
};

/** rcp_fetch_error_new: @message with the address it is about. */
GError *
rcp_fetch_error_new (GUri *address, RcpFetchError code, const char *message)
{
  g_autofree char *printed = rcp_web_address_print (address);

  return g_error_new (RCP_FETCH_ERROR, code, "%s: %s", printed, message);
}

/**
 * rcp_fetch_error_from_cause:
 * @cause: what libsoup or GIO says
 *
 * Returns: (transfer full): the same in %RCP_FETCH_ERROR; %G_IO_ERROR_CANCELLED stays what it is.
 */
GError *
rcp_fetch_error_from_cause (GUri *address, const GError *cause)
{
  RcpFetchError meaning = RCP_FETCH_ERROR_STATUS;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return g_error_copy (cause);
  for (guint i = 0; i < G_N_ELEMENTS (causes); i++)
    if (g_error_matches (cause, causes[i].domain (), causes[i].code))
      meaning = causes[i].meaning;
  return rcp_fetch_error_new (address, meaning, cause->message);
}

/** rcp_fetch_error_from_status: what a status that brings no page means (RFC 9110, section 15). */
GError *
rcp_fetch_error_from_status (GUri *address, guint status)
{
  g_autofree char *message = g_strdup_printf ("answered %u", status);

  return rcp_fetch_error_new (address, status == SOUP_STATUS_GONE ? RCP_FETCH_ERROR_GONE : RCP_FETCH_ERROR_STATUS,
                              message);
}
