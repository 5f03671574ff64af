#include "config.h"

#include <glib.h>
#include <string.h>

#include "rcp-document.h"

/* What a page states of itself, one rule a row: the head, the body before the paragraphs, and what is to be read. */
typedef struct
{
  const char *name;
  const char *uri;
  const char *head;
  const char *body;
  const char *title;
  const char *byline;
  const char *agency;
  const char *outlet;
  const char *published;
  const char *modified;
  const char *address;
} Row;

#define LD "<script type='application/ld+json'>"

static const Row rows[] = {
  /* Title */
  { "title/site behind", NULL, "<title>Le bac reprend - Le Fleuve</title><meta property='og:site_name' content='Le Fleuve'>", "",
    "Le bac reprend", NULL, NULL, "Le Fleuve", NULL, NULL, NULL },
  { "title/site before", NULL, "<title>Coast Daily | The ferry is back</title><meta property='og:site_name' content='Coast Daily'>", "",
    "The ferry is back", NULL, NULL, "Coast Daily", NULL, NULL, NULL },
  { "title/site known from the host", "https://www.coastdaily.example/a", "<title>The ferry is back - CoastDaily</title>", "",
    "The ferry is back", NULL, NULL, "CoastDaily", NULL, NULL, "https://www.coastdaily.example/a" },
  { "title/heading before og:title", NULL, "<title>The ferry is back - Coast Daily</title><meta property='og:title' content='You won’t believe it'>",
    "<h1>The ferry is back</h1>", "The ferry is back", NULL, NULL, "Coast Daily", NULL, NULL, NULL },
  { "title/heading that is the site", NULL, "<title>The ferry is back</title><meta property='og:site_name' content='Coast Daily'>",
    "<h1>Coast Daily</h1><h2>The ferry is back</h2>", "The ferry is back", NULL, NULL, "Coast Daily", NULL, NULL, NULL },
  { "title/heading of something else", NULL, "<title>The ferry is back</title>", "<h1>Newsletters</h1>", "The ferry is back",
    NULL, NULL, NULL, NULL, NULL, NULL },
  { "title/dash of its own", NULL, "<title>Ferry - and bridge</title>", "", "Ferry - and bridge", NULL, NULL, NULL, NULL, NULL, NULL },

  /* JSON-LD */
  { "json/graph with references", NULL,
    LD "{\"@graph\":[{\"@type\":\"WebPage\",\"name\":\"x\"},{\"@type\":\"NewsArticle\",\"headline\":\"The ferry is back\",\"author\":{\"@id\":\"#p\"},"
    "\"datePublished\":\"2019-03-12\",\"dateModified\":\"2019-03-14\",\"publisher\":{\"@id\":\"#o\"}},"
    "{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Tom Reed\"},{\"@type\":\"Organization\",\"@id\":\"#o\",\"name\":\"Coast Daily\"}]}</script>",
    "", "The ferry is back", "Tom Reed", NULL, "Coast Daily", "2019-03-12", "2019-03-14", NULL },
  { "json/several authors", NULL,
    LD "[{\"@type\":[\"Article\",\"Thing\"],\"author\":[{\"name\":\"Tom Reed\"},\"Ana Paz\",{\"name\":\"Tom Reed\"}]}]</script>", "<h1>A</h1>", "A",
    "Tom Reed, Ana Paz", NULL, NULL, NULL, NULL, NULL },
  { "json/lists of other articles", NULL,
    LD "{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"NewsArticle\",\"headline\":\"Other\",\"datePublished\":\"2001-01-01\"}]}</script>"
    "<title>The ferry is back</title>", "", "The ferry is back", NULL, NULL, NULL, NULL, NULL, NULL },
  { "json/the one that names the page", "https://c.example/b",
    LD "[{\"@type\":\"Article\",\"headline\":\"Other\",\"url\":\"https://c.example/a\"},{\"@type\":\"Article\",\"headline\":\"This\",\"url\":\"https://c.example/b\"}]</script>",
    "", "This", NULL, NULL, NULL, NULL, NULL, "https://c.example/b" },
  { "json/comment, line end, commas too many", NULL,
    LD "<!-- //<![CDATA[ \n{\"@type\":\"NewsArticle\",,\"description\":\"one\ntwo\",\"headline\":\"The \\u0066erry\",\"datePublished\":\"2019-03-12\",}\n//]]> --></script>", "",
    "The ferry", NULL, NULL, NULL, "2019-03-12", NULL, NULL },

  /* Authors */
  { "author/meta", NULL, "<meta name=author content='By Tom Reed and Ana Paz'>", "<h1>A</h1>", "A", "Tom Reed, Ana Paz", NULL, NULL, NULL, NULL, NULL },
  { "author/site is no person", NULL, "<meta property='og:site_name' content='Le Fleuve'><meta name=author content='Le Fleuve'>",
    "<h1>A</h1><p class=byline>Par <a href='/auteur/awa'>Awa Diop</a></p>", "A", "Awa Diop", NULL, "Le Fleuve", NULL, NULL, NULL },
  { "author/site where nobody signs", NULL, "<meta property='og:site_name' content='Le Fleuve'><meta name=author content='Le Fleuve'>", "<h1>A</h1>",
    "A", "Le Fleuve", NULL, "Le Fleuve", NULL, NULL, NULL },
  { "author/agency beside", NULL, "<meta name=author content='Awa Diop avec AFP'>", "<h1>A</h1>", "A", "Awa Diop", "AFP", NULL, NULL, NULL, NULL },
  { "author/agency alone", NULL, "<meta name=author content='Reuters'>", "<h1>A</h1>", "A", NULL, "Reuters", NULL, NULL, NULL, NULL },
  { "author/address is no name", NULL, "<meta property='article:author' content='https://social.example/coast'>", "<h1>A</h1>", "A", NULL, NULL, NULL,
    NULL, NULL, NULL },
  { "author/role and date cut off", NULL, "", "<h1>A</h1><div class=author>Tom Reed Senior Reporter March 11, 2015</div>", "A", "Tom Reed", NULL, NULL,
    "2015-03-11", NULL, NULL },
  { "author/card", NULL, "<meta name='twitter:label1' content='Écrit par'><meta name='twitter:data1' content='Awa Diop'>", "<h1>A</h1>", "A", "Awa Diop",
    NULL, NULL, NULL, NULL, NULL },
  { "author/microdata", NULL, "", "<h1>A</h1><span itemprop=author itemscope><span itemprop=name>Awa Diop</span></span>", "A", "Awa Diop", NULL, NULL,
    NULL, NULL, NULL },
  { "author/words alone", NULL, "", "<h1>A</h1><div>By <span>Ann Fairlie</span></div>", "A", "Ann Fairlie", NULL, NULL, NULL, NULL, NULL },
  { "author/comments are others’", NULL, "", "<h1>A</h1><div class=comments><span class=author>Bob Ray</span></div>", "A", NULL, NULL, NULL, NULL, NULL,
    NULL },

  { "author/headline is no name", NULL, "", "<h1>A</h1><div>Von Palmen die das Ufer säumen</div>", "A", NULL, NULL, NULL, NULL, NULL, NULL },
  { "author/account is no name", NULL, "<meta name=author content='tom-reed'>", "<h1>A</h1><p class=byline>Tom Reed</p>", "A", "Tom Reed", NULL, NULL,
    NULL, NULL, NULL },

  /* Dates */
  { "date/meta", NULL, "<meta property='article:published_time' content='2019-03-12T08:00:00+01:00'><meta property='article:modified_time' content='2019-03-13'>",
    "<h1>A</h1>", "A", NULL, NULL, NULL, "2019-03-12", "2019-03-13", NULL },
  { "date/address", "https://c.example/2019/03/12/ferry", "", "<h1>A</h1>", "A", NULL, NULL, NULL, "2019-03-12", NULL, "https://c.example/2019/03/12/ferry" },
  { "date/word and date in two elements", NULL, "", "<h1>A</h1><span>Publié le</span> <span>12 mars 2019</span>", "A", NULL, NULL, NULL, "2019-03-12", NULL,
    NULL },
  { "date/updated is no publication", NULL, "", "<h1>A</h1><time datetime=2019-03-12></time><div>Last updated: <time datetime=2020-01-02></time></div>", "A",
    NULL, NULL, NULL, "2019-03-12", "2020-01-02", NULL },
  { "date/change alone", NULL, "<meta property='article:modified_time' content='2019-03-13'>", "<h1>A</h1>", "A", NULL, NULL, NULL, "2019-03-13",
    "2019-03-13", NULL },
  { "date/other language", NULL, "", "<h1>A</h1><span class=datum>12. Dezember 2019</span>", "A", NULL, NULL, NULL, "2019-12-12", NULL, NULL },
  { "date/full stops", NULL, "", "<h1>A</h1><span class=datum>03.04.19</span>", "A", NULL, NULL, NULL, "2019-04-03", NULL, NULL },
  { "date/day and month not to be told apart", NULL, "", "<h1>A</h1><span class=date>03/04/2019</span>", "A", NULL, NULL, NULL, NULL, NULL, NULL },
  { "date/seconds", NULL, "<meta name=pubdate content=1552380000>", "<h1>A</h1>", "A", NULL, NULL, NULL, "2019-03-12", NULL, NULL },
  { "date/UTC after midnight", "https://c.example/2019/03/12/ferry", "<meta property='article:published_time' content='2019-03-13T02:30:00Z'>", "<h1>A</h1>",
    "A", NULL, NULL, NULL, "2019-03-12", NULL, "https://c.example/2019/03/12/ferry" },
  { "date/sidebar yields", NULL, "", "<aside><time datetime=2001-01-01></time></aside><h1>A</h1><time datetime=2019-03-12></time>", "A", NULL, NULL, NULL,
    "2019-03-12", NULL, NULL },

  { "date/UTC late in the day, and a change later", NULL, "<meta property='article:published_time' content='2019-03-12T12:23:00Z'>",
    "<h1>A</h1><span>13 March 2019</span>", "A", NULL, NULL, NULL, "2019-03-12", NULL, NULL },
  { "date/below the title before a list", NULL, "<title>The ferry is back</title>",
    "<ul><li><time datetime=2001-01-01></time><li>B<li>C</ul><h2>The ferry is back</h2><time datetime=2019-03-12></time>", "The ferry is back", NULL, NULL,
    NULL, "2019-03-12", NULL, NULL },
  { "date/a form around the page", NULL, "<title>The ferry is back</title>", "<form><h1>The ferry is back</h1><p>12.03.2019</p></form>",
    "The ferry is back", NULL, NULL, NULL, "2019-03-12", NULL, NULL },
  { "date/line that runs on", NULL, "<title>The ferry is back</title>",
    "<h1>The ferry is back</h1><p>12.3.2019 - The ferry across the bay is back since this morning, and so are those who had to go by road for eleven weeks "
    "because of the strike, says the harbour master.</p>", "The ferry is back", NULL, NULL, NULL, "2019-03-12", NULL, NULL },
  { "date/in a sentence", NULL, "<title>The ferry is back</title>", "<h1>The ferry is back</h1><p>It is the first since the strike began on the day of the "
    "great storm, 3 January 2019, they say.</p>", "The ferry is back", NULL, NULL, NULL, NULL, NULL, NULL },

  /* Address */
  { "address/relative, tracking dropped", "https://www.c.example/x?utm_source=a&id=3", "<link rel=canonical href='/ferry?id=3&fbclid=zz&UTM_medium=b#top'>",
    "<h1>A</h1>", "A", NULL, NULL, NULL, NULL, NULL, "https://www.c.example/ferry?id=3" },
  { "address/own cleaned", "https://www.c.example/x?utm_source=a&id=3", "", "<h1>A</h1>", "A", NULL, NULL, NULL, NULL, NULL,
    "https://www.c.example/x?id=3" },
  { "address/another site", "https://www.c.example/x", "<link rel=canonical href='https://other.example/y'>", "<h1>A</h1>", "A", NULL, NULL, NULL, NULL,
    NULL, "https://www.c.example/x" },
  { "address/copy on a machine at hand", "http://127.0.0.1:8080/x", "<link rel=canonical href='https://other.example/y'>", "<h1>A</h1>", "A", NULL, NULL,
    NULL, NULL, NULL, "https://other.example/y" },
  { "address/front page", "https://www.c.example/x", "<link rel=canonical href='https://www.c.example/'>", "<h1>A</h1>", "A", NULL, NULL, NULL, NULL,
    NULL, "https://www.c.example/x" },
  { "address/og:url on the mobile host", "https://m.c.example/x", "<meta property='og:url' content='https://www.c.example/y'>", "<h1>A</h1>", "A", NULL, NULL,
    NULL, NULL, NULL, "https://www.c.example/y" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *page = g_strconcat (
    "<!DOCTYPE html><html><head>", row->head, "</head><body>", row->body,
    "<p>The harbour reopened on Monday after the strike that had kept every ship at anchor for eleven days.</p>"
    "<p>The union said that its members had voted for the offer by a narrow margin on Sunday evening.</p></body></html>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, "text/html", NULL, row->uri, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->title, ==, row->title);
  g_assert_cmpstr (document->byline, ==, row->byline);
  g_assert_cmpstr (document->agency, ==, row->agency);
  g_assert_cmpstr (document->outlet, ==, row->outlet);
  g_assert_cmpstr (document->published ? rcp_edtf_get_string (document->published) : NULL, ==, row->published);
  g_assert_cmpstr (document->modified ? rcp_edtf_get_string (document->modified) : NULL, ==, row->modified);
  g_assert_cmpstr (document->uri, ==, row->address);
  /* A day of change that stands for that of publication says so. */
  if (strcmp (row->name, "date/change alone") == 0)
    g_assert_cmpstr (document->published_clue, ==, "modified, article:modified_time: 2019-03-13");
}

/* What is made to take long takes little: under half a second each, here; the checking allocator of the tests and a busy machine
 * are allowed for. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *head;
    const char *unit;
    const char *tail;
    guint n;
  } pages[] = {
    { "<html><head>", "<meta name=author content='A B, C D, E F, G H'>", "</head><body><p>Text.</p></body></html>", 50000 },
    { "<html><body>", "<div class='author byline date'><span class=author>A B</span>", "<p>Text.</p></body></html>", 2400 },
    { "<html><body>", "<h1>A title of no use</h1><h2>Another</h2>", "<p>Text.</p></body></html>", 20000 },
    { "<html><head>" LD "{\"@type\":\"Article\",\"author\":[", "{\"@id\":\"#a\"},", "]}</script></head><body><p>Text.</p></body></html>", 40000 },
    { "<html><head>" LD, "{\"a\":[", "</script></head><body><p>Text.</p></body></html>", 100000 },
    { "<html><body><p>", "1/2/", "</p><p>Text.</p></body></html>", 200000 },
    { "<html><body>", "<time datetime='2019-03-12T00:00:00Z'></time>", "<p>Text.</p></body></html>", 30000 },
    { "<html><head><title>", "a - b | ", "</title></head><body><p>Text.</p></body></html>", 100000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GString *page = g_string_new (pages[i].head);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RcpDocument) document = NULL;
      g_autoptr (GTimer) timer = NULL;

      for (guint k = 0; k < pages[i].n; k++)
        g_string_append (page, pages[i].unit);
      g_string_append (page, pages[i].tail);
      bytes = g_string_free_to_bytes (page);
      timer = g_timer_new ();
      document = rcp_document_read (bytes, "text/html", NULL, "https://c.example/a", NULL);
      g_test_message ("%" G_GSIZE_FORMAT ": %.3f s", i, g_timer_elapsed (timer, NULL));
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20.0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/page-head/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/page-head/hostile", test_hostile);
  return g_test_run ();
}
