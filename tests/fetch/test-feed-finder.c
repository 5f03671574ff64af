#include "config.h"

#include <string.h>

#include "rcp-feed-finder.h"
#include "rcp-sitemap.h"

/* Which feeds a page leads to, in which order; guesses apart. */

typedef struct
{
  const char *name;
  const char *page;
  const char *found; /* "address title clue" for each, a line each */
} Row;

static const Row rows[] = {
  { "stated", "<link rel=alternate type='application/rss+xml' title='News &amp; more' href='/rss/news'>", "https://port.example/rss/news News & more 0\n" },
  { "stated-in-order", "<link rel='alternate' type='application/atom+xml' href='b'/><link rel='alternate' type='application/rss+xml' href='a'/>",
    "https://port.example/x/b (null) 0\nhttps://port.example/x/a (null) 0\n" },
  { "comments-last", "<link rel='alternate' type='application/rss+xml' title='Comments' href='/c'><link rel='alternate' type='application/rss+xml' href='/a'>",
    "https://port.example/a (null) 0\nhttps://port.example/c Comments 0\n" },
  { "other-alternates", "<link rel='alternate' hreflang='fr' href='/fr'><link rel='stylesheet' type='application/rss+xml' href='/s'>", "" },
  { "interface-of-wordpress", "<link rel='alternate' type='application/json' href='https://port.example/wp-json/wp/v2/pages/2'>", "" },
  { "anchors", "<a href='/about'>About</a> <a class=x href='/spip.php?page=backend'>Follow <b>us</b></a>", "https://port.example/spip.php?page=backend Follow us 1\n" },
  { "stated-before-anchors", "<a href='/feed/'>F</a><link rel='alternate' type='application/rss+xml' href='/a'>",
    "https://port.example/a (null) 0\nhttps://port.example/feed/ F 1\n" },
  { "each-once", "<a href='/a.rss'>A</a><a href='/a.rss'>B</a>", "https://port.example/a.rss A 1\n" },
  { "base", "<base href='https://other.example/y/'><a href='a.rss'>A</a>", "https://other.example/y/a.rss A 1\n" },
  { "feed-scheme", "<a href='feed://other.example/a.rss'>A</a>", "https://other.example/a.rss A 1\n" },
  { "no-script-address", "<a type='application/rss+xml' href='javascript:x()'>A</a>", "" },
  { "nothing", "<p>The harbour</p>", "" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->page, strlen (row->page));
  g_autoptr (GPtrArray) found = rcp_feed_finder_list (bytes, "https://port.example/x/index.html");
  g_autoptr (GString) said = g_string_new (NULL);
  guint n_guessed = 0;

  for (guint i = 0; i < found->len; i++)
    {
      const RcpFeedCandidate *candidate = found->pdata[i];

      if (candidate->clue == RCP_FEED_CLUE_GUESSED)
        n_guessed++;
      else
        g_string_append_printf (said, "%s %s %d\n", candidate->uri, candidate->title ? candidate->title : "(null)", candidate->clue);
      /* Guesses come after all else. */
      g_assert_true (candidate->clue == RCP_FEED_CLUE_GUESSED || n_guessed == 0);
    }
  g_assert_cmpstr (said->str, ==, row->found);
  g_assert_cmpuint (n_guessed, >, 5);
}

static void
test_robots (void)
{
  g_autoptr (GPtrArray) found = rcp_sitemap_list_robots (
      "User-agent: *\nDisallow: /x\nSitemap: https://port.example/all.xml\r\nSITEMAP: /news.xml\nSitemap:\n", "https://port.example/robots.txt");

  g_assert_cmpuint (found->len, ==, 2);
  g_assert_cmpstr (found->pdata[0], ==, "https://port.example/news.xml");
  g_assert_cmpstr (found->pdata[1], ==, "https://port.example/all.xml");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/feed-finder/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/feed-finder/robots", test_robots);
  return g_test_run ();
}
