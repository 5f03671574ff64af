#include "config.h"

#include "library-fixture.h"

#include <string.h>

/* Copies of an article are no voices: the articles grow, and nothing else. */

#define N_COPIES 10
#define N_PARAGRAPHS 5

static const char *const outlets[] = { "Le Phare du Nord", "Ondes Libres", "Gazette du Golfe", "Radio Écluse", "Le Courrier des Îles",
                                       "Presse Estuaire", "Tribune du Delta", "Le Ponton", "Bulletin des Quais", "La Balise" };

/* A story: an article that others copy, and one in words of its own. */
typedef struct
{
  const char *language;
  const char *published; /* the day it states */
  const char *title;
  const char *more;      /* what some put behind the title */
  const char *paragraphs[N_PARAGRAPHS];
  const char *own_title;
  const char *own_paragraphs[2];
  gboolean is_bare;      /* copies state no day, and days are told from it */
  const char *days[2];   /* two that the story has */
} Story;

static const Story dated = {
  "fr", "2019-05-18", "Le Pérou ferme trois ports après un séisme", " : ce que l’on sait",
  { "Le Pérou a fermé mardi 14 mai 2019 trois ports de pêche du sud du pays, endommagés par un séisme, selon un communiqué du "
    "ministère de la Production. Les quais d’Ilo et de Matarani sont fissurés sur plusieurs dizaines de mètres.",
    "Le président péruvien Martín Vizcarra s’est entretenu mercredi 15 mai 2019 avec le président chilien Sebastián Piñera au sujet "
    "de l’aide aux pêcheurs. « Nos équipages ne peuvent pas attendre l’hiver », a déclaré le chef de l’État péruvien.",
    "Le Chili a livré jeudi 16 mai 2019 quarante tonnes de matériel de réparation à la région de Moquegua. Deux navires de la marine "
    "chilienne ont fait le trajet depuis Arica.",
    "Des centaines de pêcheurs ont manifesté vendredi 17 mai 2019 à Lima contre la lenteur des secours. La police a arrêté douze "
    "personnes, d’après un syndicat.",
    "Les assureurs refusent pour l’heure d’estimer le coût du sinistre. Une liste des bateaux perdus est attendue." },
  "Au Pérou, la mer sans bateaux",
  { "Plus un filet ne sort d’Ilo : le gouvernement du Pérou a ordonné le 14 mai 2019 la fermeture de trois ports, secoués par "
    "un tremblement de terre.",
    "À Lima, une foule de marins a défilé le 17 mai 2019 pour réclamer des aides." },
  FALSE, { "2019-05-14", "2019-05-17" }
};

/* Days are told as one tells them the day after: a copy without its header does not say which Tuesday. */
static const Story bare_fr = {
  "fr", "2022-09-15", "La Bolivie suspend ses exportations de lithium vers l’Argentine", " : l’essentiel",
  { "La Bolivie a suspendu mardi ses exportations de lithium vers l’Argentine, dénonçant l’accord commercial conclu en mars 2021 "
    "avec Buenos Aires. Le ministre bolivien de l’Énergie, Ramiro Quispe, l’a annoncé à La Paz.",
    "Mercredi, le président bolivien Luis Arce s’est entretenu par téléphone avec son homologue argentin Alberto Fernández. Les deux "
    "dirigeants ont discuté du prix du minerai, selon un communiqué de la présidence bolivienne.",
    "Dans la foulée, la police a arrêté neuf mineurs près de la ville d’Uyuni. Ils avaient bloqué la route qui mène au désert de sel.",
    "L’Argentine avait livré début septembre des camions-citernes à la Bolivie. L’ambassadeur argentin à La Paz a quitté le pays lundi, "
    "d’après deux diplomates.",
    "Le prix de la tonne n’a guère bougé sur les marchés. Les analystes s’attendent à de longues semaines d’incertitude." },
  "Lithium : le bras de fer",
  { "Le 13 septembre 2022, la Bolivie a cessé d’exporter son lithium vers l’Argentine.",
    "L’arrestation de neuf mineurs à Uyuni, le 14 septembre 2022, a choqué les syndicats." },
  TRUE, { "2022-09-13", "2022-09-14" }
};

static const Story bare_en = {
  "en", "2023-06-08", "Ghana recalls its ambassador from Togo over fishing dispute", ": what we know",
  { "Ghana recalled its ambassador from Togo on Tuesday and accused the Togolese navy of seizing two trawlers. Foreign Minister "
    "Shirley Botchwey announced the decision in Accra.",
    "On Wednesday the two presidents spoke by telephone, a Togolese government statement said. They discussed the release of the "
    "fourteen sailors held in Lomé since last week.",
    "Hundreds of fishermen protested in the port of Tema on the same day. Police arrested 23 people, a union official said.",
    "The two countries had signed a maritime agreement in May 2021. Togo has since delivered three patrol boats to the regional "
    "coastguard, officials noted.",
    "Traders said the price of tuna had barely moved. Few of them expect the quarrel to last beyond the end of the month." },
  "A quarrel over fish",
  { "Ghana called its ambassador to Togo home on 6 June 2023, the ministry confirmed.",
    "On 7 June 2023, police in Tema arrested 23 protesters, fishermen for the most part." },
  TRUE, { "2023-06-06", "2023-06-07" }
};

/* A page of an outlet; @hour under 0 for one that does not say when it appeared. */
static GString *
begin_page (const Story *story, const char *title, const char *more, const char *outlet, int hour)
{
  GString *page = g_string_new (NULL);

  g_string_printf (page, "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s%s</title>"
                   "<meta property=\"og:site_name\" content=\"%s\">", story->language, title, more, outlet);
  if (hour >= 0)
    g_string_append_printf (page, "<meta property=\"article:published_time\" content=\"%sT%02d:30:00Z\">", story->published, hour);
  g_string_append_printf (page, "</head><body><article><h1>%s%s</h1>", title, more);
  return page;
}

static char *
end_page (GString *page)
{
  g_string_append (page, "</article></body></html>");
  return g_string_free (page, FALSE);
}

/* A copy under another outlet's header: another title, paragraphs cut, straight quotes, other spaces; the last cut in half. */
static char *
write_copy (const Story *story, guint which)
{
  GString *page = begin_page (story, story->title, which % 3 == 1 ? story->more : "", outlets[which % G_N_ELEMENTS (outlets)],
                              story->is_bare ? -1 : (int) (10 + which % 10));
  guint cut = which % (N_PARAGRAPHS + 1);

  for (guint i = 0; i < (which + 1 == N_COPIES ? N_PARAGRAPHS / 2 : N_PARAGRAPHS); i++)
    {
      g_autoptr (GString) text = g_string_new (story->paragraphs[i]);

      /* Of days that are told from each other, the first is not cut. */
      if (i + 1 == cut && !(story->is_bare && cut < 3))
        continue;
      if (which % 2 == 1)
        {
          g_string_replace (text, "’", "'", 0);
          g_string_replace (text, "« ", "\"", 0);
          g_string_replace (text, " »", "\"", 0);
        }
      if (which % 4 == 2)
        g_string_replace (text, ", ", " , ", 0);
      g_string_append_printf (page, "<p>%s</p>", text->str);
    }
  return end_page (page);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Every event: its date, act, status and independent outlets; titles and rows where @with_rows. */
static char *
describe (RcpLibrary *library, gboolean with_rows)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (events);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      RcpEdtf *date = rcp_event_get_date (event);
      g_autofree char *row = with_rows ? g_strdup_printf (" %" G_GINT64_FORMAT, rcp_event_get_id (event)) : g_strdup ("");

      g_ptr_array_add (lines, g_strdup_printf ("%s %d %d %u %u %s%s", date ? rcp_edtf_get_string (date) : "-",
                                               rcp_event_get_action (event), rcp_event_get_status (event),
                                               rcp_event_get_n_independent (event), rcp_event_get_n_discrepancies (event),
                                               rcp_event_get_title (event), row));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
write_page (Fixture *fixture, const char *name, GString *page)
{
  g_autofree char *text = end_page (page);

  g_free (write_file (fixture, name, text));
}

static void
import_first (Fixture *fixture, const Story *story)
{
  GString *original = begin_page (story, story->title, "", "Agence du Détroit", 6);
  GString *own = begin_page (story, story->own_title, "", "La Vigie australe", 8);
  g_autofree char *folder = g_build_filename (fixture->folder, "first", NULL);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (original, "<p>%s</p>", story->paragraphs[i]);
  for (guint i = 0; i < G_N_ELEMENTS (story->own_paragraphs); i++)
    g_string_append_printf (own, "<p>%s</p>", story->own_paragraphs[i]);
  write_page (fixture, "first/dispatch.html", original);
  write_page (fixture, "first/own.html", own);
  import_and_wait (fixture->library, folder, 2);
}

static char *
write_copy_file (Fixture *fixture, const Story *story, guint which)
{
  g_autofree char *page = write_copy (story, which);
  g_autofree char *name = g_strdup_printf ("copies/%02u.html", which);

  return write_file (fixture, name, page);
}

typedef struct
{
  const char *name;
  const Story *story;
  gboolean flag; /* all at once; backwards */
} Case;

static void
test_ten_copies (Fixture *fixture, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_first (fixture, one->story);
  before = describe (fixture->library, TRUE);
  /* The story is read at all. */
  g_assert_nonnull (strstr (before, one->story->days[0]));
  g_assert_nonnull (strstr (before, one->story->days[1]));
  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autofree char *path = write_copy_file (fixture, one->story, i);

      if (!one->flag)
        import_and_wait (fixture->library, path, 1);
    }
  if (one->flag)
    {
      g_autofree char *folder = g_build_filename (fixture->folder, "copies", NULL);

      import_and_wait (fixture->library, folder, N_COPIES);
    }
  after = describe (fixture->library, TRUE);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 2 + N_COPIES);
  g_assert_cmpstr (after, ==, before);
}

/* The copies first, in the one order and in the other: the same in the end. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *found = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "other.recoupe", NULL);
  g_autoptr (RcpLibrary) other = NULL;
  g_autoptr (GError) error = NULL;
  const char *folders[3] = { NULL };
  g_autofree char *first = g_build_filename (fixture->folder, "first", NULL);
  g_autofree char *copies = g_build_filename (fixture->folder, "copies", NULL);
  g_autoptr (RcpImport) all = NULL;

  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autofree char *copy = write_copy_file (fixture, one->story, one->flag ? N_COPIES - 1 - i : i);

      import_and_wait (fixture->library, copy, 1);
    }
  import_first (fixture, one->story);
  found = describe (fixture->library, FALSE);

  other = rcp_library_open (path, NULL, &error);
  g_assert_no_error (error);
  folders[0] = first;
  folders[1] = copies;
  all = import_paths (other, folders, 0);
  rcp_import_wait (all, &error);
  g_assert_no_error (error);
  expected = describe (other, FALSE);
  g_assert_cmpstr (found, ==, expected);
  rcp_library_close (other);
}

/* Two meetings told in one set phrase, in articles that have nothing else in common, are two; a copy of the one is none. */
static void
test_set_phrase (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
      = { "Conseil municipal de Brest\n\nPublié le 3 mars 2021\n\nLa réunion des maires de la côte et du ministre de l’Intérieur s’est tenue mardi à la préfecture, devant les élus du département.\n\n"
          "Le tramway coûtera quatre millions de plus que prévu, et sa ligne ouvrira un an plus tard.\n",
          "Vignes et gel\n\nPublié le 24 mars 2021\n\nLa réunion des maires de la côte et du ministre de l’Intérieur s’est tenue mardi à la préfecture, devant les élus du département.\n\n"
          "Les vignerons du Jura demandent des bougies, et des prêts sans intérêt jusqu’à la vendange.\n",
          "À la une\n\nLe Rappel, le 4 mars 2021\n\nLa réunion des maires de la côte et du ministre de l’Intérieur s’est tenue mardi à la préfecture, devant les élus du département.\n\n"
          "Le tramway coûtera quatre millions de plus que prévu, et sa ligne ouvrira un an plus tard.\n" };
  static const guint n_events[] = { 1, 2, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *path = write_file (fixture, name, texts[i]);
      g_autofree char *said = NULL;
      guint n = 0;

      import_and_wait (fixture->library, path, 1);
      said = describe (fixture->library, FALSE);
      for (const char *at = strstr (said, "2021-03-"); at != NULL; at = strstr (at + 1, "2021-03-"))
        n++;
      g_assert_cmpuint (n, ==, n_events[i]);
    }
}

static const Case copied[] = {
  { "/copies/one-by-one", &dated, FALSE },           { "/copies/together", &dated, TRUE },
  { "/copies/bare/fr/one-by-one", &bare_fr, FALSE }, { "/copies/bare/fr/together", &bare_fr, TRUE },
  { "/copies/bare/en/one-by-one", &bare_en, FALSE }, { "/copies/bare/en/together", &bare_en, TRUE },
};

static const Case ordered[] = {
  { "/copies/before-the-original", &dated, FALSE },
  { "/copies/before-the-original-backwards", &dated, TRUE },
  { "/copies/bare/fr/before-the-original", &bare_fr, FALSE },
  { "/copies/bare/en/before-the-original", &bare_en, TRUE },
};

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (copied); i++)
    g_test_add (copied[i].name, Fixture, &copied[i], fixture_set_up, test_ten_copies, fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    g_test_add (ordered[i].name, Fixture, &ordered[i], fixture_set_up, test_order, fixture_tear_down);
  g_test_add ("/copies/set-phrase", Fixture, NULL, fixture_set_up, test_set_phrase, fixture_tear_down);
  return g_test_run ();
}
