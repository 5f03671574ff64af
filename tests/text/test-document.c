#include "config.h"

#include <string.h>

#include "rcp-document.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"

/* Each row: a file, what is read from it, and what is set aside as "kind: text" lines. */
typedef struct
{
  const char *name;
  const char *file;
  const char *content;
  const char *title;
  const char *byline;
  const char *outlet;
  const char *via;
  const char *published;
  const char *set_aside;
} Row;

#define PROSE_FR \
  "Le ministre des Transports a inauguré lundi le nouveau pont de la ville, après trois ans de travaux.\n\n" \
  "Les habitants de la rive gauche l’attendaient depuis longtemps, et ils sont venus nombreux pour le traverser.\n"
#define PROSE_EN \
  "The harbour reopened on Monday after the strike that had kept every ship at anchor for eleven days.\n\n" \
  "The union said that its members had voted for the offer by a narrow margin on Sunday evening.\n"

static const Row rows[] = {
  { "plain article", "a.txt", PROSE_FR, NULL, NULL, NULL, NULL, NULL, "" },
  { "title", "a.txt", "Un pont pour la rive gauche\n\n" PROSE_FR, "Un pont pour la rive gauche", NULL, NULL, NULL, NULL, "" },
  { "outlet above the title", "a.txt", "Rive-Presse\n\nUn pont pour la rive gauche\n\nPar Awa Diop\n\n" PROSE_FR,
    "Un pont pour la rive gauche", "Awa Diop", "Rive-Presse", NULL, NULL, "navigation: Rive-Presse\nbyline: Par Awa Diop\n" },
  { "outlet and its sections", "a.txt", "COAST DAILY\nNews | World | Sport\nHarbour reopens after strike\n\n" PROSE_EN,
    "Harbour reopens after strike", NULL, "COAST DAILY", NULL, NULL, "navigation: COAST DAILY\nnavigation: News | World | Sport\n" },
  { "outlet that the foot names again", "a.txt", "Le Fleuve\nUn pont pour la rive gauche\n\n" PROSE_FR "\n© Le Fleuve 2019\n",
    "Un pont pour la rive gauche", NULL, "Le Fleuve", NULL, NULL, "navigation: Le Fleuve\ncaption: © Le Fleuve 2019\n" },
  { "a short title is no outlet", "a.txt", "Le fleuve monte\nUn pont pour la rive gauche\n\n" PROSE_FR, "Le fleuve monte", NULL, NULL, NULL, NULL, "" },
  { "a title of outlets’ words above its standfirst", "a.txt", "La presse en grève\nLes journaux ne paraîtront pas lundi.\n\n" PROSE_FR,
    "La presse en grève", NULL, NULL, NULL, NULL, "" },
  { "title said again, counter", "a.txt",
    "Un pont pour la rive gauche\n\n128\nUn pont pour la rive gauche\n\n" PROSE_FR, "Un pont pour la rive gauche", NULL,
    NULL, NULL, NULL, "share-counter: 128\nduplicate-title: Un pont pour la rive gauche\n" },
  { "a date in digits is no counter", "a.txt", "Un pont pour la rive gauche\n\n04/05/2021\n128\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, NULL, NULL, "2021-05-04", "byline: 04/05/2021\nshare-counter: 128\n" },
  { "day or month first", "a.txt", "Harbour reopens after strike\n\n04/05/2021\n" PROSE_EN, "Harbour reopens after strike",
    NULL, NULL, NULL, NULL, "byline: 04/05/2021\n" },
  { "signature with its date", "a.txt", "Harbour reopens after strike\nBy Ann Fairlie | May 4, 2021\n\n" PROSE_EN,
    "Harbour reopens after strike", "Ann Fairlie | May 4, 2021", NULL, NULL, "2021-05-04",
    "byline: By Ann Fairlie | May 4, 2021\n" },
  { "title glued to itself", "a.txt", "Un pont pour la rive gaucheUn pont pour la rive gauche\n\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, NULL, NULL, NULL, "duplicate-title: Un pont pour la rive gauche\n" },
  { "counter between", "a.txt", "Un pont pour la rive gauche 12 Un pont pour la rive gauche\n\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, NULL, NULL, NULL, "duplicate-title:  12 Un pont pour la rive gauche\n" },
  { "title with the site", "a.txt", "Harbour reopens after strike\nHarbour reopens after strike | Coast Daily\n\n" PROSE_EN,
    "Harbour reopens after strike", NULL, "Coast Daily", NULL, NULL,
    "duplicate-title: Harbour reopens after strike | Coast Daily\n" },
  { "loading, comment form", "a.txt",
    "Chargement en cours\n\nUn pont pour la rive gauche\n\n" PROSE_FR
    "\nLaisser un commentaire\nVotre adresse e-mail ne sera pas publiée.\nNom\nE-mail",
    "Un pont pour la rive gauche", NULL, NULL, NULL, NULL,
    "navigation: Chargement en cours\ncomment-form: Laisser un commentaire\n"
    "comment-form: Votre adresse e-mail ne sera pas publiée.\ncomment-form: Nom\ncomment-form: E-mail\n" },
  { "english form", "a.txt", "Harbour reopens after strike\n\n" PROSE_EN "\nLEAVE A REPLY\nPlease enter your comment!", 
    "Harbour reopens after strike", NULL, NULL, NULL, NULL,
    "comment-form: LEAVE A REPLY\ncomment-form: Please enter your comment!\n" },
  { "promotion names the outlet", "a.txt",
    "Un pont pour la rive gauche\n\n" PROSE_FR "\nPour plus d’informations sur la ville, suivez Rive-Presse",
    "Un pont pour la rive gauche", NULL, "Rive-Presse", NULL, NULL,
    "promotion: Pour plus d’informations sur la ville, suivez Rive-Presse\n" },
  { "see also", "a.txt",
    "Un pont pour la rive gauche\n\n" PROSE_FR "\nÀ voir également sur Le Fleuve :\n\nLe bac cesse de passer\nUn tunnel pour 2030",
    "Un pont pour la rive gauche", NULL, "Le Fleuve", NULL, NULL,
    "related: À voir également sur Le Fleuve :\nrelated: Le bac cesse de passer\nrelated: Un tunnel pour 2030\n" },
  { "read also, amid", "a.txt",
    "Un pont pour la rive gauche\n\nLe pont est long de deux cents mètres et il a coûté neuf millions.\n\n"
    "Lire aussi : Le bac cesse de passer\n\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, NULL, NULL, NULL, "related: Lire aussi : Le bac cesse de passer\n" },
  { "teaser between paragraphs, crosshead kept", "a.txt",
    "Un pont pour la rive gauche\n\nLe pont est long de deux cents mètres et il a coûté neuf millions.\n\n"
    "Le bac va-t-il cesser de passer ? La mairie ne répond pas encore\n\n" PROSE_FR "\nUne attente de trente ans\n\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, NULL, NULL, NULL,
    "related: Le bac va-t-il cesser de passer ? La mairie ne répond pas encore\n" },
  { "caption and credit", "a.txt",
    "Un pont pour la rive gauche\n\nLe pont vu de la rive droite, un matin de mars.\n"
    "- / AFP Le pont vu de la rive droite, un matin de mars.\n\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, NULL, NULL, NULL,
    "caption: Le pont vu de la rive droite, un matin de mars.\n"
    "caption: - / AFP Le pont vu de la rive droite, un matin de mars.\n" },
  { "what a photo shows is text", "a.txt",
    "Un pont pour la rive gauche\n\nSur la photo publiée par la mairie, on voit le ministre aux côtés du maire.\n\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, NULL, NULL, NULL, "" },
  { "republisher", "a.txt",
    "Harbour reopens after strike\n\n" PROSE_EN "\nCoastNet publishes around 300 articles a day from more than 90 newsrooms.\n\n"
    "Articles and commentaries that identify CoastNet as the publisher are produced by CoastNet.",
    "Harbour reopens after strike", NULL, NULL, "CoastNet", NULL,
    "publisher-notice: CoastNet publishes around 300 articles a day from more than 90 newsrooms.\n"
    "publisher-notice: Articles and commentaries that identify CoastNet as the publisher are produced by CoastNet.\n" },
  { "byline and date", "a.txt", "Un pont pour la rive gauche\nPar Awa Diop\nPublié le 12 mars 2019 à 10h30\n\n" PROSE_FR,
    "Un pont pour la rive gauche", "Awa Diop", NULL, NULL, "2019-03-12",
    "byline: Par Awa Diop\nbyline: Publié le 12 mars 2019 à 10h30\n" },
  { "english byline and date", "a.txt", "Harbour reopens after strike\nBy Tom Reed and Ana Paz\nMarch 12, 2019\n\n" PROSE_EN,
    "Harbour reopens after strike", "Tom Reed and Ana Paz", NULL, NULL, "2019-03-12",
    "byline: By Tom Reed and Ana Paz\nbyline: March 12, 2019\n" },
  { "day and month that cannot be told apart", "a.txt", "Harbour reopens after strike\nPosted on 03/04/2019\n\n" PROSE_EN,
    "Harbour reopens after strike", NULL, NULL, NULL, NULL, "byline: Posted on 03/04/2019\n" },
  { "byline glued to the end", "a.txt", 
    "Le ministre des Transports a inauguré lundi le nouveau pont de la ville, après trois ans de travaux sur les deux "
    "rives. Les habitants de la rive gauche l’attendaient depuis longtemps.La Rédaction",
    NULL, "La Rédaction", NULL, NULL, NULL, "byline: La Rédaction\n" },
  { "dateline", "a.txt", "Un pont pour la rive gauche\n\nRive-Presse – Lyon. Le ministre a inauguré le pont lundi, après trois ans de travaux.\n\n" PROSE_FR,
    "Un pont pour la rive gauche", NULL, "Rive-Presse", NULL, NULL, "" },
  { "agency dateline", "a.txt", "Harbour reopens after strike\n\nLISBON (Reuters) - The harbour reopened on Monday after the strike of eleven days.\n\n" PROSE_EN,
    "Harbour reopens after strike", NULL, "Reuters", NULL, NULL, "" },
  { "two places are no outlet", "a.txt", "Un accord\n\nLima – Quito. Les deux capitales ont signé lundi un accord sur les trains de nuit.\n\n" PROSE_FR,
    "Un accord", NULL, NULL, NULL, NULL, "" },
  { "markdown", "a.md",
    "---\ntitle: \"Harbour reopens\"\nauthor: Tom Reed\ndate: 2019-03-12\n---\n# Harbour reopens\n\nThe **harbour** [reopened](http://e.org) on "
    "Monday after a strike_of_sorts that lasted eleven days.\n\n* one\n\n---\n",
    "Harbour reopens", "Tom Reed", NULL, NULL, "2019-03-12", "" },
  { "html", "a.html",
    "<!DOCTYPE html><html lang=fr><head><meta charset=utf-8><title>Un pont pour la rive gauche - Le Fleuve</title>"
    "<link rel=canonical href='https://fleuve.example/pont'>"
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"2019-03-12T08:00:00+01:00\","
    "\"author\":[{\"@type\":\"Person\",\"name\":\"Awa Diop\"}],\"publisher\":{\"name\":\"Le Fleuve\"}}</script></head>"
    "<body class='has-sidebar'><header><a href=/>Le Fleuve</a></header><nav><ul><li><a href=/>Accueil</a></ul></nav>"
    "<article><h1>Un pont pour la rive gauche</h1><figure><img src=x><figcaption>Le pont en mars</figcaption></figure>"
    "<p>Le ministre des Transports a inauguré lundi le nouveau pont de la ville, après trois ans de travaux.</p>"
    "<h2>Une longue attente</h2><p>Les habitants l’attendaient depuis longtemps,<br>et ils sont venus nombreux pour le "
    "traverser à pied.</p><ul><li>Deux voies</li><li>Un trottoir</li></ul>"
    "<div class='share-buttons'>Envoyer à un ami</div></article>"
    "<aside><p>Le bac cesse de passer, et personne ne sait encore quand il reprendra son service.</p></aside>"
    "<div id=comments><p>Bravo pour cet article</p></div><footer>Fleuve SARL</footer></body></html>",
    "Un pont pour la rive gauche", "Awa Diop", "Le Fleuve", NULL, "2019-03-12",
    "navigation: Le Fleuve\nnavigation: Accueil\ncaption: Le pont en mars\nshare-counter: Envoyer à un ami\n"
    "related: Le bac cesse de passer, et personne ne sait encore quand il reprendra son service.\n"
    "comment-form: Bravo pour cet article\npublisher-notice: Fleuve SARL\n" },
  { "html without marks", "b",
    "<html><head><title>Harbour reopens</title></head><body><div><a href=/a>Home</a> <a href=/b>World</a></div><div><div>"
    "<p>The harbour reopened on Monday after the strike that had kept every ship at anchor for eleven days.</p>"
    "<p>The union said that its members had voted for the offer by a narrow margin on Sunday evening.</p></div></div>"
    "<div><a href=/c>Storm nears</a></div></body></html>",
    "Harbour reopens", NULL, NULL, NULL, NULL, "navigation: Home World\nnavigation: Storm nears\n" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (row->content, strlen (row->content));
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, NULL, row->file, NULL, &error);
  g_autoptr (GString) set_aside = g_string_new (NULL);
  guint last = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < document->set_aside->len; i++)
    {
      const RcpSetAside *aside = &g_array_index (document->set_aside, RcpSetAside, i);
      g_autofree char *text = g_utf8_substring (document->text, aside->range.start, aside->range.end);

      g_assert_cmpuint (aside->range.start, >=, last);
      last = aside->range.end;
      g_string_append_printf (set_aside, "%s: %s\n", rcp_enum_to_nick (RCP_TYPE_SET_ASIDE_KIND, aside->kind), text);
    }
  g_assert_cmpstr (set_aside->str, ==, row->set_aside);
  g_assert_cmpstr (document->title, ==, row->title);
  g_assert_cmpstr (document->byline, ==, row->byline);
  g_assert_cmpstr (document->outlet, ==, row->outlet);
  g_assert_cmpstr (document->via, ==, row->via);
  g_assert_cmpstr (document->published ? rcp_edtf_get_string (document->published) : NULL, ==, row->published);
  if (rcp_range_length (document->title_range) > 0)
    {
      g_autofree char *title = g_utf8_substring (document->text, document->title_range.start, document->title_range.end);

      g_assert_cmpstr (title, ==, document->title);
    }
}

static void
assert_error (GBytes *bytes, const char *type, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, type, NULL, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, RCP_TEXT_ERROR, code);
}

static GBytes *
repeat (const char *head, const char *unit, gsize n, const char *tail)
{
  GString *text = g_string_new (head);

  for (gsize i = 0; i < n; i++)
    g_string_append (text, unit);
  g_string_append (text, tail);
  return g_string_free_to_bytes (text);
}

static void
test_bad_input (void)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) binary = g_bytes_new_static ("\x7f" "ELF\2\1\1\0\0\0", 10);
  g_autoptr (GBytes) deep = repeat ("<html><body>", "<div>", 100000, "a");
  g_autoptr (GBytes) no_text = g_bytes_new_static ("<html><body><script>x()</script></body></html>", 46);
  g_autoptr (GBytes) digits = g_bytes_new_static ("12\n34\n", 6);
  g_autofree char *zeroes = g_malloc0 (RCP_DOCUMENT_MAX_BYTES + 1);
  g_autoptr (GBytes) large = g_bytes_new_static (zeroes, RCP_DOCUMENT_MAX_BYTES + 1);

  assert_error (empty, NULL, RCP_TEXT_ERROR_EMPTY);
  assert_error (binary, NULL, RCP_TEXT_ERROR_BINARY);
  assert_error (deep, "text/html", RCP_TEXT_ERROR_TOO_DEEP);
  assert_error (no_text, "text/html", RCP_TEXT_ERROR_NO_ARTICLE);
  assert_error (digits, NULL, RCP_TEXT_ERROR_NO_ARTICLE);
  assert_error (large, NULL, RCP_TEXT_ERROR_TOO_LARGE);
}

/* What is cut short, declares what it is not, or tries to exhaust the reader is read as far as it goes. */
static void
test_odd_input (void)
{
  static const struct
  {
    const char *head;
    const char *unit;
    gsize n;
    const char *tail;
    const char *type;
  } odd[] = {
    { "<html><body><p>The harbour reopened on Monday after the strike that had kept every ship at anc", "", 0, "", NULL },
    { "<html><body>", "<p><b>", 4000, "The harbour reopened.", "text/html" },
    { "<html><body>", "</div></x>", 200000, "The harbour reopened.", "text/html" },
    { "<html><body><p>", "a &amp; b ", 300000, "", "text/html" },
    { "", "<!-- ", 300000, "text", "text/html" },
    { "<!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>"
      "<html><body><p>The harbour reopened on Monday &c;&c;&c;",
      "&c;", 10000, "</p></body></html>", "text/html" },
    { "", "mot ", 7500000, "", NULL },
    { "", "a\n", 500000, "", NULL },
    { "", "Titre du jour ", 50000, "", NULL },
    { "", "Par ", 3000, "\n", NULL },
    { "", "[", 300000, "a](b)", "text/markdown" },
    { "<html><body>", "<p>Il a dit oui. <br>", 100000, "", "text/html" },
    { "<html><body><table>", "<tr><td>mot <table>", 1500, "", "text/html" },
    { "<html><body><script>", "</scrip ", 100000, "", "text/html" },
    { "<html><body><p>The harbour reopened on Monday. <script type='application/ld+json'>", "{\"a\":[", 100000, "", "text/html" },
    { "{", "<a class='a b c d e f g h i j k l m n'>", 4900, "texte", "text/html" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autoptr (GBytes) bytes = repeat (odd[i].head, odd[i].unit, odd[i].n, odd[i].tail);
      g_autoptr (GError) error = NULL;
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (RcpDocument) document = rcp_document_read (bytes, odd[i].type, NULL, NULL, &error);

      g_test_message ("%" G_GSIZE_FORMAT ": %.2f s", i, g_timer_elapsed (timer, NULL));
      g_assert_true ((document == NULL) == (error != NULL));
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 30.0);
      if (document)
        {
          g_assert_true (g_utf8_validate (document->text, -1, NULL));
          /* No entity of the page's own has been expanded. */
          g_assert_cmpuint (strlen (document->text), <=, g_bytes_get_size (bytes) + 64);
        }
    }
}

/* Pages that forget to close their elements nest deeper than the parser's own limit. */
static void
test_depth (void)
{
  g_autoptr (GBytes) bytes = repeat ("<html><body>", "<div>", 3000, "<p>The harbour reopened on Monday after the strike.</p>");
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_document_read (bytes, "text/html", NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (document->text, ==, "The harbour reopened on Monday after the strike.");
}

/* The text has been decoded before the parser sees it: what the page declares must not count a second time. */
static void
test_declared_charset (void)
{
  static const char utf8[] = "<html><head><meta charset='iso-8859-1'></head><body><p>L\xc3\xa9gende : l\xe2\x80\x99\xc3\xa9t\xc3\xa9 "
                             "sera chaud dans toute la r\xc3\xa9gion.</p></body></html>";
  static const char latin1[] = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'></head>"
                               "<body><p>L\xe9gende : l\x92\xe9t\xe9 sera chaud dans toute la r\xe9gion.</p></body></html>";
  static const struct
  {
    const char *page;
    const char *charset;
  } pages[] = { { utf8, "UTF-8" }, { latin1, "windows-1252" } };

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (pages[i].page, strlen (pages[i].page));
      g_autoptr (GError) error = NULL;
      g_autoptr (RcpDocument) document = rcp_document_read (bytes, NULL, "a.html", NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (document->text, ==, "Légende : l’été sera chaud dans toute la région.");
      g_assert_cmpstr (document->charset, ==, pages[i].charset);
    }
}

static void
test_formats (void)
{
  static const char page[] = "<html><body><p>The harbour reopened on Monday after the strike.</p></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, sizeof page - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) sniffed = rcp_document_read (bytes, NULL, NULL, "http://e.org/1", &error);
  g_autoptr (RcpDocument) as_text = rcp_document_read (bytes, "text/plain; charset=utf-8", "a.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sniffed->text, ==, "The harbour reopened on Monday after the strike.");
  g_assert_cmpstr (sniffed->uri, ==, "http://e.org/1");
  g_assert_cmpstr (sniffed->language, ==, "en");
  g_assert_cmpstr (as_text->text, ==, page);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/read/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/document/formats", test_formats);
  g_test_add_func ("/document/declared-charset", test_declared_charset);
  g_test_add_func ("/document/depth", test_depth);
  g_test_add_func ("/document/bad-input", test_bad_input);
  g_test_add_func ("/document/odd-input", test_odd_input);
  return g_test_run ();
}
