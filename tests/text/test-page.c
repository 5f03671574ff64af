#include "config.h"

#include <glib.h>
#include <string.h>

#include "rcp-document.h"

/* Which part of a page is its article: what is kept, one rule a row, and pages made to take long. */

#define HEAD "<!DOCTYPE html><html lang=\"en\"><head><title>Ferry returns</title></head><body>"
#define STORY                                                                                                            \
  "<h1>Ferry returns</h1><p>The ferry between the two banks returned on Monday, the port said, after eleven weeks in dock.</p>" \
  "<p>Its owner, who had promised an earlier date, blamed a lack of parts and thanked the passengers for their patience.</p>"
#define KEPT                                                                                                             \
  "Ferry returns\n\nThe ferry between the two banks returned on Monday, the port said, after eleven weeks in dock.\n\n"  \
  "Its owner, who had promised an earlier date, blamed a lack of parts and thanked the passengers for their patience."

typedef struct
{
  const char *name;
  const char *body;
  const char *kept;
} Row;

static const Row rows[] = {
  { "bare", "<div>" STORY "</div>", KEPT },
  /* libxml2 takes all that follows a control that is never closed for its content. */
  { "unclosed-control", "<button><div>Menu</div><div id=story>" STORY "</div>", KEPT },
  { "comments",
    "<div class=story>" STORY "</div><div id=comments><div class=comment><p>I have waited for that ferry for the whole of the spring, "
    "and I am glad, very glad, that it is back at last, whatever they say.</p></div></div>",
    KEPT },
  { "said-before",
    "<div class=story>" STORY "<p>Its owner, who had promised an earlier date, blamed a lack of parts and thanked the passengers for "
    "their patience.</p></div>",
    KEPT },
  { "list", "<div class=story>" STORY "<ul><li>two decks</li><li>forty cars</li></ul></div>", KEPT "\n\n- two decks\n- forty cars" },
  { "links-around",
    "<nav><a href=/a>Home</a> <a href=/b>World</a></nav><div class=story>" STORY "</div><ul><li><a href=/c>Bridge closed for a week</a>"
    "</li><li><a href=/d>Port strike enters third day</a></li></ul><footer>Copyright Bank Post</footer>",
    KEPT },
  { "hidden-twin", "<div class=story>" STORY "</div><div style='display:none' class=print>" STORY "</div>", KEPT },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *page = g_strconcat (HEAD, row->body, "</body></html>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, "text/html", NULL, NULL, &error);
  g_autofree char *kept = NULL;

  g_assert_no_error (error);
  kept = g_strstrip (rcp_document_dup_article (document));
  g_assert_cmpstr (kept, ==, row->kept);
}

/* Bounded time whatever stands there; what is no article is an error and no crash. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *unit;
    guint n;
  } pages[] = {
    { "<div>", 100000 },
    { "<p>", 300000 },
    { "<button>", 100000 },
    { "<div class='comment related share promo nav footer'>x</div>", 60000 },
    { "<p>The same line, said once more, of a length that counts as prose.</p>", 60000 },
    { "<a href=/x>word</a> ", 200000 },
    { "&lt;&amp;", 500000 },
    { "<ul><li>", 2000 },
    { "<script>", 200000 },
    { "x", 16 * 1024 * 1024 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GString *page = g_string_new (HEAD);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (RcpDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GTimer) timer = NULL;

      for (guint k = 0; k < pages[i].n; k++)
        g_string_append (page, pages[i].unit);
      bytes = g_string_free_to_bytes (page);
      timer = g_timer_new ();
      document = rcp_document_read (bytes, "text/html", NULL, NULL, &error);
      g_test_message ("%.8s: %.3f s", pages[i].unit, g_timer_elapsed (timer, NULL));
      g_assert_true ((document == NULL) == (error != NULL));
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30.0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/page/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/page/hostile", test_hostile);
  return g_test_run ();
}
