#include "config.h"

#include <glib.h>
#include <string.h>

#include "rcp-document.h"

/* What is written in a page or a plain text, what is read, and what is said to have been repaired. */
typedef struct
{
  const char *name;
  const char *written;
  const char *read;
  RcpTextRepairs repairs;
} Row;

static const Row rows[] = {
  { "encoding/accents", "Le cafÃ© du thÃ©Ã¢tre a rouvert", "Le café du théâtre a rouvert", RCP_TEXT_REPAIR_ENCODING },
  { "encoding/quotes", "The mayorâ€™s â€œbridgeâ€ is open", "The mayor’s “bridgeâ€ is open", RCP_TEXT_REPAIR_ENCODING },
  { "encoding/one pair, nothing else", "Le cafÃ© a rouvert", "Le café a rouvert", RCP_TEXT_REPAIR_ENCODING },
  { "encoding/capitals and ligature", "Ã‰cole, cÅ“ur, Ã€ lire", "École, cœur, À lire", RCP_TEXT_REPAIR_ENCODING },
  { "encoding/a pair that is meant", "On lit « cafÃ© » pour « café » dans un courriel mal réglé", "On lit « cafÃ© » pour « café » dans un courriel mal réglé",
    RCP_TEXT_REPAIR_NONE },
  { "encoding/Portuguese capitals", "“AMANHÔ e “MANHÔ", "“AMANHÔ e “MANHÔ", RCP_TEXT_REPAIR_NONE },
  { "encoding/good text", "Été, ça, œuvre, « né », 5 €", "Été, ça, œuvre, « né », 5 €", RCP_TEXT_REPAIR_NONE },
  { "invisible/soft hyphens", "Le minis\302\255tre des Trans\302\255ports", "Le ministre des Transports", RCP_TEXT_REPAIR_INVISIBLE },
  { "invisible/zero width", "un\342\200\213 pont\342\201\240 neuf", "un pont neuf", RCP_TEXT_REPAIR_INVISIBLE },
  { "invisible/joiners stay", "می\342\200\214خواهم", "می\342\200\214خواهم", RCP_TEXT_REPAIR_NONE },
};

static RcpDocument *
read_text (const char *text, const char *type)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  RcpDocument *document = rcp_document_read (bytes, type, NULL, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
test_plain (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RcpDocument) document = read_text (row->written, "text/plain");

  g_assert_cmpstr (document->text, ==, row->read);
  g_assert_cmpuint (document->repairs, ==, row->repairs);
}

static void
test_title (void)
{
  static const struct
  {
    const char *written;
    const char *read;
    RcpTextRepairs repairs;
  } titles[] = {
    { "Le caf&amp;eacute; &amp;amp; le bar", "Le café & le bar", RCP_TEXT_REPAIR_ENTITIES },
    { "L&amp;#39;&amp;eacute;cole", "L'école", RCP_TEXT_REPAIR_ENTITIES },
    { "Q&amp;A with the mayor", "Q&A with the mayor", RCP_TEXT_REPAIR_NONE },
    { "The  ferry&nbsp; is\n back", "The ferry is back", RCP_TEXT_REPAIR_NONE },
    { "Minis&shy;terium", "Ministerium", RCP_TEXT_REPAIR_INVISIBLE },
    { "AT&amp;amp;T", "AT&T", RCP_TEXT_REPAIR_ENTITIES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *page = g_strdup_printf ("<html><head><meta charset=utf-8><title>%s</title></head><body><p>The harbour reopened on Monday "
                                               "after the strike of eleven days.</p></body></html>", titles[i].written);
      g_autoptr (RcpDocument) document = read_text (page, "text/html");

      g_assert_cmpstr (document->title, ==, titles[i].read);
      g_assert_cmpuint (document->repairs, ==, titles[i].repairs);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/text-repair/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_plain);
    }
  g_test_add_func ("/text-repair/title", test_title);
  return g_test_run ();
}
