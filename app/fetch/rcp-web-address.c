#include "config.h"

#include "rcp-web-address.h"

#include <string.h>

#include "rcp-error.h"

/* How HTTP wants an address taken apart: path and query stay as they were written (RFC 9110, section 4.2). */
#define FLAGS                                                                                                          \
  (G_URI_FLAGS_HAS_PASSWORD | G_URI_FLAGS_ENCODED_PATH | G_URI_FLAGS_ENCODED_QUERY | G_URI_FLAGS_ENCODED_FRAGMENT      \
   | G_URI_FLAGS_SCHEME_NORMALIZE)

/* An address as it stands in a browser's bar has letters that HTTP does not: RFC 3987, section 3.1, has their UTF-8 bytes
 * escaped. The host is left alone: GUri writes it in its ASCII form. */
static char *
escape (const char *text)
{
  static const char unsafe[] = " \"<>\\^`{|}";
  GString *out = g_string_sized_new (strlen (text) + 16);
  const char *authority = strstr (text, "://");
  const char *path = text;

  if (authority != NULL)
    path = authority + 3 + strcspn (authority + 3, "/?#");
  g_string_append_len (out, text, path - text);
  for (const char *at = path; *at != '\0'; at++)
    if ((guchar) *at >= 0x7f || strchr (unsafe, *at) != NULL)
      g_string_append_printf (out, "%%%02X", (guchar) *at);
    else
      g_string_append_c (out, *at);
  return g_string_free (out, FALSE);
}

static gboolean
has_control (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return TRUE;
  return FALSE;
}

/**
 * rcp_web_address_parse:
 * @text: an address as somebody wrote it; white space around it is no part of it
 * @base: (nullable): where @text is relative to
 * @error: %RCP_FETCH_ERROR_ADDRESS
 *
 * Takes an address apart, if it is one of the web: http or https, with a host. Letters beyond ASCII are escaped as UTF-8.
 * Any thread.
 *
 * Returns: (transfer full): the address.
 */
GUri *
rcp_web_address_parse (const char *text, GUri *base, GError **error)
{
  g_autofree char *trimmed = NULL;
  g_autofree char *escaped = NULL;
  g_autoptr (GUri) address = NULL;
  const char *scheme, *host;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_utf8_validate (text, -1, NULL))
    {
      trimmed = g_strstrip (g_strdup (text));
      escaped = has_control (trimmed) ? NULL : escape (trimmed);
    }
  if (escaped != NULL && *escaped != '\0')
    address = base ? g_uri_parse_relative (base, escaped, FLAGS, NULL) : g_uri_parse (escaped, FLAGS, NULL);
  scheme = address ? g_uri_get_scheme (address) : "";
  host = address ? g_uri_get_host (address) : NULL;
  if ((g_str_equal (scheme, "http") || g_str_equal (scheme, "https")) && host != NULL && *host != '\0'
      && strpbrk (host, " %<>\"") == NULL)
    return g_steal_pointer (&address);
  g_set_error_literal (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_ADDRESS, "no address of the web (http or https)");
  return NULL;
}

/**
 * rcp_web_address_print:
 *
 * Returns: (transfer full): @address without the name and the password it may hold, which are nobody else's, and without
 *   the place in the page.
 */
char *
rcp_web_address_print (GUri *address)
{
  return g_uri_to_string_partial (address, G_URI_HIDE_USERINFO | G_URI_HIDE_FRAGMENT);
}
