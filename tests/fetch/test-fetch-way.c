#include "config.h"

#include <glib.h>

#include "rcp-error.h"
#include "rcp-fetch-way-private.h"
#include "rcp-web-address.h"

/* Redirects from one address to the next: how far they are followed, and what is learnt of them. */

typedef struct
{
  const char *name;
  const char *from;
  struct
  {
    guint status;
    const char *location;
  } steps[4];
  const char *to; /* NULL when the last step is refused */
  const char *moved_to;
} Row;

static const Row rows[] = {
  { "for-good", "http://a.org/feed", { { 301, "http://b.org/feed" } }, "http://b.org/feed", "http://b.org/feed" },
  { "for-now", "http://a.org/feed", { { 302, "http://b.org/feed" } }, "http://b.org/feed", NULL },
  { "for-good-then-now", "http://a.org/feed", { { 308, "/new" }, { 307, "/today" } }, "http://a.org/today",
    "http://a.org/new" },
  { "for-now-then-good", "http://a.org/feed", { { 303, "/today" }, { 301, "/new" } }, "http://a.org/new", NULL },
  { "relative", "http://a.org/x/feed?q#here", { { 301, "../y/feed" } }, "http://a.org/y/feed", "http://a.org/y/feed" },
  { "only-host", "http://a.org/feed", { { 301, "//b.org/" } }, "http://b.org/", "http://b.org/" },
  { "into-https", "http://a.org/feed", { { 301, "https://a.org/feed" } }, "https://a.org/feed", "https://a.org/feed" },
  { "out-of-https", "https://a.org/feed", { { 301, "http://a.org/feed" } }, "http://a.org/feed", NULL },
  { "out-of-https-and-back", "https://a.org/feed", { { 301, "http://a.org/x" }, { 301, "https://a.org/y" } },
    "https://a.org/y", NULL },
  { "out-of-https-for-now", "https://a.org/feed", { { 301, "/x" }, { 302, "http://a.org/y" } }, "http://a.org/y",
    "https://a.org/x" },
  { "no-password-is-learnt", "http://a.org/feed", { { 301, "http://me:secret@b.org/feed" } }, "http://b.org/feed",
    "http://b.org/feed" },
  { "circle", "http://a.org/feed", { { 301, "/x" }, { 301, "/feed#again" } }, NULL, NULL },
  { "itself", "http://a.org/feed", { { 302, "" } }, NULL, NULL },
  { "nowhere", "http://a.org/feed", { { 302, NULL } }, NULL, NULL },
  { "file", "http://a.org/feed", { { 302, "file:///etc/hostname" } }, NULL, NULL },
  { "script", "http://a.org/feed", { { 302, "javascript:go()" } }, NULL, NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GUri) at = rcp_web_address_parse (row->from, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *to = NULL;
  g_autofree char *moved_to = NULL;
  RcpFetchWay way = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (row->steps) && row->steps[i].status != 0; i++)
    {
      g_autoptr (GUri) next = NULL;

      g_assert_no_error (error);
      next = rcp_fetch_way_take (&way, at, row->steps[i].status, row->steps[i].location, &error);
      g_clear_pointer (&at, g_uri_unref);
      at = g_steal_pointer (&next);
    }
  to = at ? rcp_web_address_print (at) : NULL;
  g_assert_cmpstr (to, ==, row->to);
  if (row->to == NULL)
    g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_REDIRECT);
  else
    {
      moved_to = rcp_fetch_way_dup_moved_to (&way);
      g_assert_cmpstr (moved_to, ==, row->moved_to);
    }
  rcp_fetch_way_clear (&way);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch-way/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
