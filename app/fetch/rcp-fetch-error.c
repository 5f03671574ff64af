#include "config.h"

#include "rcp-fetch-error-private.h"

#include <libsoup/soup.h>

#include "rcp-fetcher.h"
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
  { g_tls_error_quark, G_TLS_ERROR_EOF, RCP_FETCH_ERROR_CUT },
  { g_io_error_quark, G_IO_ERROR_PARTIAL_INPUT, RCP_FETCH_ERROR_CUT },
  { g_io_error_quark, G_IO_ERROR_CONNECTION_CLOSED, RCP_FETCH_ERROR_CUT },
  { g_io_error_quark, G_IO_ERROR_INVALID_DATA, RCP_FETCH_ERROR_PACKING },
  { g_io_error_quark, G_IO_ERROR_NO_SPACE, RCP_FETCH_ERROR_TOO_LARGE },
};

/* What statuses mean that bring no page (RFC 9110, section 15; 425 in RFC 8470; 429 and 511 in RFC 6585; 451 in RFC 7725).
 * Others of the 500s are faults of the server, and what is left is an answer without sense. */
static const struct
{
  guint status;
  RcpFetchError meaning;
} statuses[] = {
  { 401, RCP_FETCH_ERROR_DENIED },  { 402, RCP_FETCH_ERROR_DENIED },    { 403, RCP_FETCH_ERROR_DENIED },
  { 404, RCP_FETCH_ERROR_NOT_FOUND }, { 407, RCP_FETCH_ERROR_DENIED },  { 408, RCP_FETCH_ERROR_TIMEOUT },
  { 410, RCP_FETCH_ERROR_GONE },    { 425, RCP_FETCH_ERROR_BUSY },      { 429, RCP_FETCH_ERROR_BUSY },
  { 451, RCP_FETCH_ERROR_DENIED },  { 503, RCP_FETCH_ERROR_BUSY },      { 504, RCP_FETCH_ERROR_TIMEOUT },
  { 511, RCP_FETCH_ERROR_PORTAL },
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

/**
 * rcp_fetch_error_from_status:
 * @uri: the address that answered
 * @status: one that brings no page
 *
 * Returns: (transfer full): what it means, in %RCP_FETCH_ERROR.
 */
GError *
rcp_fetch_error_from_status (const char *uri, guint status)
{
  RcpFetchError meaning = status >= 500 && status < 600 ? RCP_FETCH_ERROR_SERVER : RCP_FETCH_ERROR_STATUS;

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i].status == status)
      meaning = statuses[i].meaning;
  return g_error_new (RCP_FETCH_ERROR, meaning, "%s: answered %u", uri, status);
}

/**
 * rcp_fetch_error_is_temporary:
 * @error: what a fetch failed with
 *
 * Returns: whether the same may work a little later without anybody doing anything: no answer, a busy or broken server, an
 *   answer that broke off. A fetch that was cancelled did not fail.
 */
gboolean
rcp_fetch_error_is_temporary (const GError *error)
{
  static const RcpFetchError temporary[]
      = { RCP_FETCH_ERROR_OFFLINE, RCP_FETCH_ERROR_TIMEOUT, RCP_FETCH_ERROR_BUSY,
          RCP_FETCH_ERROR_SERVER,  RCP_FETCH_ERROR_CUT,     RCP_FETCH_ERROR_PORTAL };

  g_return_val_if_fail (error != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (temporary); i++)
    if (g_error_matches (error, RCP_FETCH_ERROR, temporary[i]))
      return TRUE;
  return FALSE;
}
