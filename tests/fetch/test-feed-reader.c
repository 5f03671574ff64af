#include "config.h"

#include <string.h>

#include "rcp-feed-reader.h"

/* One rule of the formats a row: what a small feed says in the end. */

typedef struct
{
  const char *name;
  const char *feed;
  const char *said; /* "feed title|feed link|n entries|field=value of the first entry", the last left out where empty */
  const char *content_type;
} Row;

#define RSS(items) "<rss version='2.0'><channel><title>Port news</title><link>https://port.example/</link>" items "</channel></rss>"
#define ATOM(entries)                                                                                                  \
  "<feed xmlns='http://www.w3.org/2005/Atom'><title>Port news</title><link href='https://port.example/'/>" entries "</feed>"
#define HEAD "Port news|https://port.example/|1|"

static const Row rows[] = {
  { "rss/title", RSS ("<item><title>Cranes &amp;amp; ships</title></item>"), HEAD "title=Cranes & ships", NULL },
  { "rss/title-with-markup", RSS ("<item><title>&lt;b&gt;Cranes&lt;/b&gt; move</title></item>"), HEAD "title=Cranes move", NULL },
  { "rss/less-than-is-text", RSS ("<item><title>3 &lt; 4</title></item>"), HEAD "title=3 < 4", NULL },
  { "rss/link", RSS ("<item><link> https://port.example/a?b=1&amp;c=2 </link></item>"), HEAD "link=https://port.example/a?b=1&c=2", NULL },
  { "rss/link-relative", RSS ("<item><link>a/b</link></item>"), HEAD "link=https://port.example/feeds/a/b", NULL },
  { "rss/guid", RSS ("<item><guid isPermaLink='false'>x-1</guid></item>"), HEAD "guid=x-1", NULL },
  { "rss/guid-is-link", RSS ("<item><guid>https://port.example/1</guid></item>"), HEAD "link=https://port.example/1", NULL },
  { "rss/guid-is-no-link", RSS ("<item><guid isPermaLink='false'>https://port.example/1</guid></item>"), HEAD "link=(null)", NULL },
  { "rss/date", RSS ("<item><pubDate>Tue, 19 Mar 2024 08:15:30 +0100</pubDate></item>"), HEAD "published=2024-03-19T07:15:30Z", NULL },
  { "rss/dublin-core", RSS ("<item xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:date>2024-03-19</dc:date><dc:creator>Jo Doe</dc:creator></item>"), HEAD "author=Jo Doe", NULL },
  { "rss/undeclared-prefix", RSS ("<item><dc:creator>Jo Doe</dc:creator></item>"), HEAD "author=Jo Doe", NULL },
  { "rss/content-encoded", RSS ("<item><description>Short</description><content:encoded><![CDATA[<p>Long &eacute;</p>]]></content:encoded></item>"), HEAD "content=<p>Long é</p>", NULL },
  { "rss/html-entity-without-dtd", RSS ("<item><title>caf&eacute; &nbsp;&hellip;</title></item>"), HEAD "title=café \u00a0…", NULL },
  { "rss/author-with-mail", RSS ("<item><author>jo@port.example (Jo Doe)</author></item>"), HEAD "author=Jo Doe", NULL },
  { "rss/category", RSS ("<item><category>Trade</category><category>Trade</category><category>Sea</category></item>"), HEAD "categories=Trade;Sea", NULL },
  { "rss/enclosure", RSS ("<item><enclosure url='/a.mp3' type='audio/mpeg' length='12'/></item>"), HEAD "enclosures=https://port.example/a.mp3 audio/mpeg 12", NULL },
  { "rss/media", RSS ("<item xmlns:media='http://search.yahoo.com/mrss/'><media:group><media:content url='https://port.example/a.jpg'/></media:group></item>"), HEAD "enclosures=https://port.example/a.jpg (null) -1", NULL },
  { "rss/source", RSS ("<item><source url='https://other.example/rss'>Other news</source></item>"), HEAD "source=Other news https://other.example/rss", NULL },
  { "rss/atom-inside", RSS ("<item xmlns:a='http://www.w3.org/2005/Atom'><a:link rel='self' href='/no'/><link>/yes</link></item>"), HEAD "link=https://port.example/yes", NULL },
  { "rss/capitals", "<RSS><CHANNEL><TITLE>Port news</TITLE><LINK>https://port.example/</LINK><ITEM><TITLE>Cranes</TITLE></ITEM></CHANNEL></RSS>", HEAD "title=Cranes", NULL },
  { "rss/item-in-extension-is-none", RSS ("<item><title>A</title><x:old xmlns:x='urn:x'><item><title>B</title></item></x:old></item>"), HEAD "title=A", NULL },
  { "rdf/items-beside-the-channel", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>Port news</title><link>https://port.example/</link></channel><item rdf:about='https://port.example/1'><title>Cranes</title></item></rdf:RDF>", HEAD "guid=https://port.example/1", NULL },
  { "atom/xhtml", ATOM ("<entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>A <b>b</b></p></div></content></entry>"), HEAD "content=<p>A <b>b</b></p>", NULL },
  { "atom/text-is-text", ATOM ("<entry><title type='text'>1 &lt;i> 2</title></entry>"), HEAD "title=1 <i> 2", NULL },
  { "atom/html", ATOM ("<entry><title type='html'>1 &lt;i>2&lt;/i></title></entry>"), HEAD "title=1 2", NULL },
  { "atom/base64", "<feed xmlns='http://purl.org/atom/ns#' version='0.3'><title>Port news</title><link rel='alternate' href='https://port.example/'/><entry><content type='text/html' mode='base64'>PHA+QTwvcD4=</content></entry></feed>", HEAD "content=<p>A</p>", NULL },
  { "atom/link-alternate", ATOM ("<entry><link rel='edit' href='/e'/><link rel='alternate' type='text/html' href='/a'/></entry>"), HEAD "link=https://port.example/a", NULL },
  { "atom/base-in-base", ATOM ("<entry xml:base='https://other.example/x/'><link xml:base='y/' href='z'/></entry>"), HEAD "link=https://other.example/x/y/z", NULL },
  { "atom/dates", ATOM ("<entry><published>2024-03-19T08:00:00Z</published><updated>2024-03-20T08:00:00Z</updated></entry>"), HEAD "updated=2024-03-20T08:00:00Z", NULL },
  { "atom/author-of-the-feed", ATOM ("<author><name>Jo Doe</name></author><entry><title>A</title></entry>"), HEAD "author=Jo Doe", NULL },
  { "atom/two-authors", ATOM ("<entry><author><name>Jo Doe</name></author><author><name>Ann Roe</name></author></entry>"), HEAD "author=Jo Doe, Ann Roe", NULL },
  { "atom/language", ATOM ("<entry xml:lang='fr_CM'><title>A</title></entry>"), HEAD "language=fr-CM", NULL },
  { "atom/category-label", ATOM ("<entry><category term='t-1' label='Trade'/></entry>"), HEAD "categories=Trade", NULL },
  { "json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Port news\",\"home_page_url\":\"https://port.example/\",\"items\":[{\"id\":7,\"url\":\"/a\",\"content_html\":\"<p>A</p>\",\"authors\":[{\"name\":\"Jo Doe\"}]}]}", HEAD "guid=7", NULL },
  { "json/relative", "{\"title\":\"Port news\",\"home_page_url\":\"https://port.example/\",\"items\":[{\"id\":\"7\",\"url\":\"/a\"}]}", HEAD "link=https://port.example/a", NULL },
  { "json/author-of-the-feed", "{\"title\":\"Port news\",\"home_page_url\":\"https://port.example/\",\"authors\":[{\"name\":\"Jo Doe\"}],\"items\":[{\"id\":\"7\"}]}", HEAD "author=Jo Doe", NULL },
  { "cdf", "<CHANNEL HREF='https://port.example/'><TITLE>Port news</TITLE><ITEM HREF='/1' LASTMOD='2024-03-19T08:00:00Z'><ABSTRACT>A</ABSTRACT></ITEM></CHANNEL>", HEAD "link=https://port.example/1", NULL },
  { "sitemap", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://port.example/1</loc><news:news><news:publication><news:name>Port news</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-03-19</news:publication_date><news:title>Cranes</news:title></news:news></url></urlset>", "Port news|(null)|1|title=Cranes", NULL },
  { "sitemap-index", "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>https://port.example/s1.xml</loc><lastmod>2024-03-19</lastmod></sitemap></sitemapindex>", "(null)|(null)|1|link=https://port.example/s1.xml", NULL },

  { "charset/declared", "<?xml version='1.0' encoding='iso-8859-1'?>" RSS ("<item><title>caf\xe9</title></item>"), HEAD "title=café", NULL },
  { "charset/header-wins", "<?xml version='1.0' encoding='iso-8859-1'?>" RSS ("<item><title>\xcc\xee\xf0\xe5</title></item>"), HEAD "title=Море", "text/xml; charset=windows-1251" },
  { "charset/utf8-whatever-is-declared", "<?xml version='1.0' encoding='iso-8859-1'?>" RSS ("<item><title>café</title></item>"), HEAD "title=café", NULL },
  { "charset/windows-in-numbers", RSS ("<item><title>don&#146;t</title></item>"), HEAD "title=don’t", NULL },

  { "clean/script", RSS ("<item><description>A&lt;script>x()&lt;/script>B</description></item>"), HEAD "summary=AB", NULL },
  { "clean/style", RSS ("<item><description>A&lt;style>p{}&lt;/style>B</description></item>"), HEAD "summary=AB", NULL },
  { "clean/handler", RSS ("<item><description>&lt;p onclick='x()'>A&lt;/p></description></item>"), HEAD "summary=<p>A</p>", NULL },
  { "clean/dangerous-address", RSS ("<item><description>&lt;a href='java&amp;#10;script:x()'>A&lt;/a></description></item>"), HEAD "summary=<a>A</a>", NULL },
  { "clean/frame", RSS ("<item><description>&lt;iframe src='x'>&lt;/iframe>A</description></item>"), HEAD "summary=A", NULL },
  { "clean/address-absolute", RSS ("<item><description>&lt;img src='/i.jpg'></description></item>"), HEAD "summary=<img src=\"https://port.example/i.jpg\">", NULL },

  { "sick/junk-before", "Warning: no such table\n\n<?xml version='1.0'?>" RSS ("<item><title>A</title></item>"), HEAD "title=A", NULL },
  { "sick/markup-before", "<br /><b>Warning</b>: x<br />" RSS ("<item><title>A</title></item>"), HEAD "title=A", NULL },
  { "sick/cut-off", "<rss><channel><title>Port news</title><link>https://port.example/</link><item><title>Cranes mo", HEAD "title=Cranes mo", NULL },
  { "sick/stray-ampersand", RSS ("<item><title>A & B &unknown; C</title></item>"), HEAD "title=A & B &unknown; C", NULL },
  { "sick/stray-less-than", RSS ("<item><title>A < B</title></item>"), HEAD "title=A < B", NULL },
  { "sick/control-characters", RSS ("<item><title>A\x01\x02\x03""B</title></item>"), HEAD "title=AB", NULL },
  { "sick/unclosed-element", RSS ("<item><description>A<br>B</description><title>C</title></item>"), HEAD "title=C", NULL },
  { "sick/attribute-without-quotes", RSS ("<item><enclosure url=https://port.example/a.mp3 length=3 /></item>"), HEAD "enclosures=https://port.example/a.mp3 (null) 3", NULL },
  { "sick/comment-never-closed", RSS ("<!-- oops\n<item><title>A</title></item>"), HEAD "title=A", NULL },
  { "sick/title-never-closed", "<rss><channel><link>https://port.example/</link><title>Port news<item><title>A</item>", HEAD "title=A", NULL },
  { "sick/own-entity", "<!DOCTYPE rss [<!ENTITY port 'Mombasa'>]>" RSS ("<item><title>&port;</title></item>"), HEAD "title=Mombasa", NULL },
  { "sick/entity-from-elsewhere", "<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" RSS ("<item><title>&x;</title></item>"), HEAD "title=&x;", NULL },
};

static char *
dup_field (const RcpFeedEntry *entry, const char *name)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (strcmp (name, "published") == 0)
    return rcp_feed_date_format (&entry->published);
  if (strcmp (name, "updated") == 0)
    return rcp_feed_date_format (&entry->updated);
  if (strcmp (name, "source") == 0)
    return g_strdup_printf ("%s %s", entry->source_title, entry->source_uri);
  for (guint i = 0; strcmp (name, "categories") == 0 && i < entry->categories->len; i++)
    g_string_append_printf (list, "%s%s", i ? ";" : "", (char *) entry->categories->pdata[i]);
  for (guint i = 0; strcmp (name, "enclosures") == 0 && i < entry->enclosures->len; i++)
    {
      const RcpFeedEnclosure *enclosure = entry->enclosures->pdata[i];

      g_string_append_printf (list, "%s%s %s %" G_GINT64_FORMAT, i ? ";" : "", enclosure->uri, enclosure->type ? enclosure->type : "(null)",
                              enclosure->length_bytes);
    }
  if (list->len > 0)
    return g_strdup (list->str);
  return g_strdup (strcmp (name, "title") == 0      ? entry->title
                   : strcmp (name, "link") == 0     ? entry->link
                   : strcmp (name, "guid") == 0     ? entry->guid
                   : strcmp (name, "summary") == 0  ? entry->summary
                   : strcmp (name, "content") == 0  ? entry->content
                   : strcmp (name, "author") == 0   ? entry->author
                   : strcmp (name, "language") == 0 ? entry->language
                                                    : "no such field");
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->feed, strlen (row->feed));
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpFeed) feed = rcp_feed_read (bytes, row->content_type, "https://port.example/feeds/rss", &error);
  g_autofree char *said = NULL;
  const char *field = strrchr (row->said, '|') + 1;
  g_autofree char *name = g_strndup (field, strcspn (field, "="));
  g_autofree char *value = NULL;

  /* Values hold "|" nowhere; the name is before the first "=". */
  g_assert_no_error (error);
  g_assert_cmpuint (feed->entries->len, >, 0);
  value = dup_field (feed->entries->pdata[0], name);
  said = g_strdup_printf ("%s|%s|%u|%s=%s", feed->title ? feed->title : "(null)", feed->link ? feed->link : "(null)", feed->entries->len,
                          name, value ? value : "(null)");
  g_assert_cmpstr (said, ==, row->said);
}

static RcpFeed *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RcpFeed *feed = rcp_feed_read (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return feed;
}

static void
test_schedule (void)
{
  g_autoptr (RcpFeed) feed
      = read_text ("<rss><channel><title>A</title><ttl>90</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>77</hour>"
                   "</skipHours><skipDays><day>Monday</day><day>Sunday</day></skipDays></channel></rss>");
  g_autoptr (RcpFeed) syndicated
      = read_text ("<rss><channel><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel></rss>");

  g_assert_cmpuint (feed->ttl_s, ==, 90 * 60);
  g_assert_cmpuint (feed->skip_hours, ==, (1u << 0) | (1u << 5));
  g_assert_cmpuint (feed->skip_days, ==, (1u << 0) | (1u << 6));
  g_assert_cmpuint (feed->entries->len, ==, 0);
  g_assert_cmpuint (syndicated->ttl_s, ==, 30 * 60);
}

static void
test_related_addresses (void)
{
  g_autoptr (RcpFeed) feed
      = read_text (ATOM ("<link rel='self' href='https://port.example/f'/><link rel='hub' href='https://hub.example/'/>"
                         "<link rel='next' href='https://port.example/f?p=2'/>"));

  g_assert_cmpstr (feed->self_uri, ==, "https://port.example/f");
  g_assert_cmpstr (feed->hub_uri, ==, "https://hub.example/");
  g_assert_cmpstr (feed->next_uri, ==, "https://port.example/f?p=2");
}

static void
test_identity (void)
{
  g_autoptr (RcpFeed) feed
      = read_text (RSS ("<item><guid>same</guid><link>https://port.example/2</link></item>"
                        "<item><guid>same</guid><link>https://port.example/1</link></item>"
                        "<item><guid>same</guid><link>https://port.example/1</link></item>"
                        "<item><guid>other</guid></item><item><title>A</title></item><item><description>B</description></item>"));
  g_autoptr (GPtrArray) keys = rcp_feed_list_keys (feed);

  g_assert_cmpuint (feed->entries->len, ==, 6);
  g_assert_cmpuint (keys->len, ==, 6);
  for (guint i = 0; i < keys->len; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (keys->pdata[i], !=, keys->pdata[k]);
  g_assert_cmpstr (keys->pdata[3], ==, "g:other");
  g_assert_true (g_str_has_prefix (keys->pdata[4], "t:"));
  g_assert_true (g_str_has_prefix (keys->pdata[5], "c:"));
}

static void
test_edits (void)
{
  static const char *const items[]
      = { "<item><guid>1</guid><title>A</title><description>one  two</description><pubDate>1 Mar 2024</pubDate></item>",
          "<item><guid>1</guid><title>A</title><description>one two\n</description><pubDate>2 Mar 2024</pubDate></item>",
          "<item><guid>1</guid><title>A</title><description>one three</description><pubDate>2 Mar 2024</pubDate></item>" };
  char *hashes[3] = { NULL, NULL, NULL };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *text = g_strconcat ("<rss><channel>", items[i], "</channel></rss>", NULL);
      g_autoptr (RcpFeed) feed = read_text (text);

      hashes[i] = rcp_feed_entry_dup_hash (feed->entries->pdata[0]);
    }
  g_assert_cmpstr (hashes[0], ==, hashes[1]);
  g_assert_cmpstr (hashes[1], !=, hashes[2]);
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    g_clear_pointer (&hashes[i], g_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/feed-reader/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/feed-reader/schedule", test_schedule);
  g_test_add_func ("/feed-reader/related-addresses", test_related_addresses);
  g_test_add_func ("/feed-reader/identity", test_identity);
  g_test_add_func ("/feed-reader/edits", test_edits);
  return g_test_run ();
}
