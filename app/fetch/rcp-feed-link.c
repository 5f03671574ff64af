#include "config.h"

#include "rcp-feed-link-private.h"

#include <string.h>

/* Everything is left as it was written: feeds hold addresses that are none by the letter of RFC 3986, and browsers take
 * them. Spaces and the like inside are for the fetcher to escape. */
#define FLAGS                                                                                                          \
  (G_URI_FLAGS_PARSE_RELAXED | G_URI_FLAGS_ENCODED | G_URI_FLAGS_NON_DNS)

static gsize
scheme_length (const char *uri)
{
  gsize n = 0;

  if (!g_ascii_isalpha (uri[0]))
    return 0;
  while (g_ascii_isalnum (uri[n]) || uri[n] == '+' || uri[n] == '-' || uri[n] == '.')
    n++;
  return uri[n] == ':' ? n : 0;
}

/* Line ends and tabs inside an address say nothing (WHATWG URL, "basic URL parser"). */
static char *
clean (const char *reference)
{
  char *text = g_strdup (reference), *out = text;

  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at >= 0x20)
      *out++ = *at;
  *out = '\0';
  return g_strstrip (text);
}

/**
 * rcp_feed_link_resolve:
 * @base: (nullable): what @reference is relative to
 * @reference: (nullable): as it stands in a feed
 *
 * Returns: (transfer full) (nullable): the address, absolute where @base allows it (RFC 3986, section 5); NULL for an
 *   empty one.
 */
char *
rcp_feed_link_resolve (const char *base, const char *reference)
{
  g_autofree char *text = reference ? clean (reference) : NULL;
  g_autoptr (GUri) base_uri = NULL;
  g_autoptr (GUri) uri = NULL;

  if (text == NULL || *text == '\0')
    return NULL;
  if (scheme_length (text) > 0 || base == NULL)
    return g_steal_pointer (&text);
  base_uri = g_uri_parse (base, FLAGS, NULL);
  uri = base_uri ? g_uri_parse_relative (base_uri, text, FLAGS, NULL) : NULL;
  return uri ? g_uri_to_string (uri) : g_steal_pointer (&text);
}

/**
 * rcp_feed_link_is_safe:
 * @uri: as a feed's HTML has it
 *
 * Returns: whether following it cannot run anything here: it is relative, or its scheme is one of the web or of mail.
 */
gboolean
rcp_feed_link_is_safe (const char *uri)
{
  static const char *const schemes[] = { "http", "https", "mailto", "ftp", "tel", "geo", "news", "magnet", "feed", "tag" };
  g_autofree char *text = clean (uri);
  gsize n = scheme_length (text);
  const char *colon = strchr (text, ':');

  if (n == 0)
    /* What hides a scheme from us need not hide it from others: "java&#1;script:". */
    return colon == NULL || strcspn (text, "/?#") < (gsize) (colon - text);
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (strlen (schemes[i]) == n && g_ascii_strncasecmp (schemes[i], text, n) == 0)
      return TRUE;
  return FALSE;
}

/** rcp_feed_link_is_web: whether @uri is an absolute address of http or https. */
gboolean
rcp_feed_link_is_web (const char *uri)
{
  return g_ascii_strncasecmp (uri, "http://", 7) == 0 || g_ascii_strncasecmp (uri, "https://", 8) == 0;
}
