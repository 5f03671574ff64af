#include "config.h"

#include "library-fixture.h"

#include <string.h>

/* Copies of an article are no voices: the articles grow, and nothing else. */

#define N_COPIES 10
#define N_PARAGRAPHS 5

static const char *const outlets[] = { "Le Phare du Nord", "Ondes Libres", "Gazette du Golfe", "Radio Écluse", "Le Courrier des Îles",
                                       "Presse Estuaire", "Tribune du Delta", "Le Ponton", "Bulletin des Quais", "La Balise" };

static const char dispatch_title[] = "Le Pérou ferme trois ports après un séisme";
static const char *const dispatch[N_PARAGRAPHS] = {
  "Le Pérou a fermé mardi 14 mai 2019 trois ports de pêche du sud du pays, endommagés par un séisme, selon un communiqué du "
  "ministère de la Production. Les quais d’Ilo et de Matarani sont fissurés sur plusieurs dizaines de mètres.",
  "Le président péruvien Martín Vizcarra s’est entretenu mercredi 15 mai 2019 avec le président chilien Sebastián Piñera au sujet "
  "de l’aide aux pêcheurs. « Nos équipages ne peuvent pas attendre l’hiver », a déclaré le chef de l’État péruvien.",
  "Le Chili a livré jeudi 16 mai 2019 quarante tonnes de matériel de réparation à la région de Moquegua. Deux navires de la marine "
  "chilienne ont fait le trajet depuis Arica.",
  "Des centaines de pêcheurs ont manifesté vendredi 17 mai 2019 à Lima contre la lenteur des secours. La police a arrêté douze "
  "personnes, d’après un syndicat.",
  "Les assureurs refusent pour l’heure d’estimer le coût du sinistre. Une liste des bateaux perdus est attendue.",
};

static const char article_own[]
    = "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Au Pérou, la mer sans bateaux</title>"
      "<meta property=\"og:site_name\" content=\"La Vigie australe\">"
      "<meta property=\"article:published_time\" content=\"2019-05-18T08:00:00Z\"></head><body><article>"
      "<h1>Au Pérou, la mer sans bateaux</h1>"
      "<p>Plus un filet ne sort d’Ilo : le gouvernement du Pérou a ordonné le 14 mai 2019 la fermeture de trois ports, secoués par "
      "un tremblement de terre.</p>"
      "<p>À Lima, une foule de marins a défilé le 17 mai 2019 pour réclamer des aides.</p></article></body></html>";

/* A copy under another outlet's header: another title, paragraphs cut, straight quotes, other spaces. */
static char *
write_copy (guint which)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\">");
  guint cut = which % (N_PARAGRAPHS + 1);

  g_string_append_printf (page, "<title>%s%s</title><meta property=\"og:site_name\" content=\"%s\">", dispatch_title,
                          which % 3 == 1 ? " : ce que l’on sait" : "", outlets[which % G_N_ELEMENTS (outlets)]);
  g_string_append_printf (page, "<meta property=\"article:published_time\" content=\"2019-05-18T%02u:30:00Z\"></head><body><article>",
                          10 + which % 10);
  g_string_append_printf (page, "<h1>%s%s</h1>", dispatch_title, which % 3 == 1 ? " : ce que l’on sait" : "");
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      g_autoptr (GString) text = g_string_new (dispatch[i]);

      if (i + 1 == cut)
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
  g_string_append (page, "</article></body></html>");
  return g_string_free (g_steal_pointer (&page), FALSE);
}

static char *
write_original (Fixture *fixture)
{
  g_autoptr (GString) page = g_string_new ("<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\">");

  g_string_append_printf (page, "<title>%s</title><meta property=\"og:site_name\" content=\"Agence du Détroit\">"
                          "<meta property=\"article:published_time\" content=\"2019-05-18T06:00:00Z\"></head><body><article><h1>%s</h1>",
                          dispatch_title, dispatch_title);
  for (guint i = 0; i < N_PARAGRAPHS; i++)
    g_string_append_printf (page, "<p>%s</p>", dispatch[i]);
  g_string_append (page, "</article></body></html>");
  return write_file (fixture, "first/dispatch.html", page->str);
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
import_first (Fixture *fixture)
{
  g_autofree char *original = write_original (fixture);
  g_autofree char *own = write_file (fixture, "first/own.html", article_own);
  g_autofree char *folder = g_build_filename (fixture->folder, "first", NULL);

  import_and_wait (fixture->library, folder, 2);
}

static char *
write_copy_file (Fixture *fixture, guint which)
{
  g_autofree char *page = write_copy (which);
  g_autofree char *name = g_strdup_printf ("copies/%02u.html", which);

  return write_file (fixture, name, page);
}

static void
check_first (const char *before)
{
  /* The story is read at all. */
  g_assert_nonnull (strstr (before, "2019-05-14"));
  g_assert_nonnull (strstr (before, "2019-05-17"));
}

static void
test_ten_copies (Fixture *fixture, gconstpointer data)
{
  gboolean together = GPOINTER_TO_INT (data);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  import_first (fixture);
  before = describe (fixture->library, TRUE);
  check_first (before);
  for (guint i = 0; i < N_COPIES; i++)
    {
      g_autofree char *path = write_copy_file (fixture, i);

      if (!together)
        import_and_wait (fixture->library, path, 1);
    }
  if (together)
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
  gboolean backwards = GPOINTER_TO_INT (data);
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
      g_autofree char *copy = write_copy_file (fixture, backwards ? N_COPIES - 1 - i : i);

      import_and_wait (fixture->library, copy, 1);
    }
  import_first (fixture);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, flag, test) g_test_add ("/copies/" name, Fixture, GINT_TO_POINTER (flag), fixture_set_up, test, fixture_tear_down)
  ADD ("one-by-one", FALSE, test_ten_copies);
  ADD ("together", TRUE, test_ten_copies);
  ADD ("before-the-original", FALSE, test_order);
  ADD ("before-the-original-backwards", TRUE, test_order);
  return g_test_run ();
}
