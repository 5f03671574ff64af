#include "config.h"

#include <glib.h>

#include "rcp-error.h"
#include "rcp-web-address.h"

/* What is an address of the web, and how it is written. */

typedef struct
{
  const char *name;
  const char *text;
  const char *base;
  const char *printed; /* NULL: none */
} Row;

static const Row rows[] = {
  { "plain", "https://example.org/a/b?c=d", NULL, "https://example.org/a/b?c=d" },
  { "scheme-in-capitals", "HTTPS://example.org/", NULL, "https://example.org/" },
  { "white-space-around", "  http://example.org/a \n", NULL, "http://example.org/a" },
  { "no-path", "http://example.org", NULL, "http://example.org/" },
  { "port", "http://example.org:8080/a", NULL, "http://example.org:8080/a" },
  { "address-in-numbers", "http://[::1]:8080/a", NULL, "http://[::1]:8080/a" },
  { "fragment-is-not-printed", "https://example.org/a#b", NULL, "https://example.org/a" },
  { "password-is-not-printed", "https://me:secret@example.org/a", NULL, "https://example.org/a" },
  { "letters-beyond-ascii", "https://example.org/été?q=né à", NULL,
    "https://example.org/%C3%A9t%C3%A9?q=n%C3%A9%20%C3%A0" },
  { "escapes-stay", "https://example.org/%C3%A9t%C3%A9/a%2Fb", NULL, "https://example.org/%C3%A9t%C3%A9/a%2Fb" },
  { "host-beyond-ascii", "https://bücher.example/", NULL, "https://xn--bcher-kva.example/" },
  { "relative", "../c?d", "https://example.org/a/b", "https://example.org/c?d" },
  { "relative-host", "//other.example/c", "https://example.org/a", "https://other.example/c" },
  { "relative-with-address-in-query", "/c?u=http://é/", "https://example.org/a",
    "https://example.org/c?u=http://%C3%A9/" },
  { "redirect-to-file", "file:///etc/passwd", "https://example.org/a", NULL },
  { "empty", "", NULL, NULL },
  { "blank", "   ", NULL, NULL },
  { "words", "the harbour of Mombasa", NULL, NULL },
  { "without-scheme", "example.org/a", NULL, NULL },
  { "without-host", "http:///a", NULL, NULL },
  { "only-scheme", "https:", NULL, NULL },
  { "space-in-host", "http://exa mple.org/", NULL, NULL },
  { "line-break-inside", "http://example.org/a\r\nHost: b", NULL, NULL },
  { "port-too-large", "http://example.org:99999/", NULL, NULL },
  { "ftp", "ftp://example.org/a", NULL, NULL },
  { "javascript", "javascript:alert(1)", NULL, NULL },
  { "data", "data:text/html,a", NULL, NULL },
  { "mail", "mailto:desk@example.org", NULL, NULL },
  { "not-utf8", "http://example.org/\xe9", NULL, NULL },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GUri) base = row->base ? rcp_web_address_parse (row->base, NULL, NULL) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) address = rcp_web_address_parse (row->text, base, &error);
  g_autofree char *printed = address ? rcp_web_address_print (address) : NULL;

  g_assert_cmpstr (printed, ==, row->printed);
  if (row->printed == NULL)
    g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_ADDRESS);
  else
    g_assert_no_error (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/web-address/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
