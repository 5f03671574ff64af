#include "config.h"

#include "rcp-fetch-way-private.h"

#include <libsoup/soup.h>

#include "rcp-fetch-error-private.h"
#include "rcp-web-address.h"

/* RFC 2068 had five, browsers have twenty; of the feeds in use hardly one has more than three. */
#define MAX_REDIRECTS 10

/** rcp_fetch_way_is_redirect: whether @status sends on to another address (RFC 9110, section 15.4). */
gboolean
rcp_fetch_way_is_redirect (guint status)
{
  return status == SOUP_STATUS_MOVED_PERMANENTLY || status == SOUP_STATUS_FOUND || status == SOUP_STATUS_SEE_OTHER
         || status == SOUP_STATUS_TEMPORARY_REDIRECT || status == SOUP_STATUS_PERMANENT_REDIRECT;
}

/* Without cookies, an address that redirected once does so again. */
static gboolean
goes_round (RcpFetchWay *self, GUri *from, GUri *next)
{
  g_autofree char *printed = rcp_web_address_print (next);

  if (self->visited == NULL)
    self->visited = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->visited, rcp_web_address_print (from));
  return g_hash_table_contains (self->visited, printed);
}

/**
 * rcp_fetch_way_take:
 * @from: the address that redirects
 * @status: how it does
 * @location: (nullable): where to, as the server wrote it
 * @error: %RCP_FETCH_ERROR_REDIRECT: to nowhere in the web, in a circle, or too often
 *
 * Takes one step. Statuses 301 and 308 are for good, the others are not (RFC 9110, sections 15.4.2 and 15.4.9).
 *
 * Returns: (transfer full): the next address.
 */
GUri *
rcp_fetch_way_take (RcpFetchWay *self, GUri *from, guint status, const char *location, GError **error)
{
  g_autoptr (GUri) next = location ? rcp_web_address_parse (location, from, NULL) : NULL;
  const char *wrong = NULL;

  if (next == NULL)
    wrong = "redirects to nowhere in the web";
  else if (goes_round (self, from, next))
    wrong = "redirects in a circle";
  else if (self->n_redirects++ == MAX_REDIRECTS)
    wrong = "redirects too often";
  if (wrong != NULL)
    {
      g_propagate_error (error, rcp_fetch_error_new (from, RCP_FETCH_ERROR_REDIRECT, wrong));
      return NULL;
    }
  self->has_detour |= status != SOUP_STATUS_MOVED_PERMANENTLY && status != SOUP_STATUS_PERMANENT_REDIRECT;
  if (!self->has_detour)
    {
      g_clear_pointer (&self->moved_to, g_uri_unref);
      self->moved_to = g_uri_ref (next);
      self->left_https
          |= g_str_equal (g_uri_get_scheme (from), "https") && g_str_equal (g_uri_get_scheme (next), "http");
    }
  return g_steal_pointer (&next);
}

/**
 * rcp_fetch_way_dup_moved_to:
 *
 * Returns: (transfer full) (nullable): where to look from now on: as far as the way was one of permanent redirects. A way
 *   that leaves https is followed but not learnt.
 */
char *
rcp_fetch_way_dup_moved_to (RcpFetchWay *self)
{
  return self->moved_to != NULL && !self->left_https ? rcp_web_address_print (self->moved_to) : NULL;
}

/** rcp_fetch_way_clear: any number of times. */
void
rcp_fetch_way_clear (RcpFetchWay *self)
{
  g_clear_pointer (&self->visited, g_hash_table_unref);
  g_clear_pointer (&self->moved_to, g_uri_unref);
}
