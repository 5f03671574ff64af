/* Articles as no newsroom writes them: the right answer or none, in bounded time and memory. */

#include "config.h"

#include "library-fixture.h"

#include <sys/resource.h>

/* Far above what they take (each under ten seconds and 300 MB on one core of 2020), and above what sanitizers make of that; an
 * algorithm that takes the square of what it is given goes beyond. */
#define MAX_SECONDS 240
#define MAX_MEMORY_KB (1536 * 1024)

#define SIGNING "Kenya and Norway signed a military cooperation agreement on Tuesday 14 May 2019 in Nairobi."

static char *
dup_page (const char *language, const char *outlet, const char *body)
{
  return g_strdup_printf ("<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title>"
                          "<meta property=\"og:site_name\" content=\"%s\">"
                          "<meta property=\"article:published_time\" content=\"2019-05-15T08:00:00Z\"></head><body><article>"
                          "<h1>From the %s</h1>%s</article></body></html>",
                          language, outlet, outlet, outlet, body);
}

static void
write_page (Fixture *fixture, const char *name, const char *language, const char *outlet, const char *body)
{
  g_autofree char *page = dup_page (language, outlet, body);

  g_free (write_file (fixture, name, page));
}

static void
import_story (Fixture *fixture, guint n_added)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "story", NULL);
  g_autoptr (GTimer) timer = g_timer_new ();
  struct rusage usage;

  import_and_wait (fixture->library, folder, n_added);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, MAX_SECONDS);
  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);
  g_assert_cmpint (usage.ru_maxrss, <, MAX_MEMORY_KB);
}

static GListModel *
list_events (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GListModel *events = rcp_library_list_events (fixture->library, 0, NULL, &error);

  g_assert_no_error (error);
  return events;
}

static guint
count_articles (Fixture *fixture)
{
  return count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL));
}

/* (transfer full): the one event of the day; fails where there are more or none. */
static RcpEvent *
get_event_of (Fixture *fixture, const char *date)
{
  g_autoptr (GListModel) events = list_events (fixture);
  RcpEvent *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (rcp_event_get_date (event) && g_str_equal (rcp_edtf_get_string (rcp_event_get_date (event)), date))
        {
          g_assert_null (found);
          found = g_object_ref (event);
        }
    }
  g_assert_nonnull (found);
  return found;
}

/* Under two names in one import, then again. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpEvent) event = NULL;

  write_page (fixture, "story/a.html", "en", "Harbour Ledger", "<p>" SIGNING "</p>");
  write_page (fixture, "story/b.html", "en", "Harbour Ledger", "<p>" SIGNING "</p>");
  import_story (fixture, 1);
  import_story (fixture, 0);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  event = get_event_of (fixture, "2019-05-14");
  g_assert_cmpuint (rcp_event_get_n_outlets (event), ==, 1);
}

/* Two million bytes around one happening. */
static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (RcpEvent) event = NULL;

  for (guint i = 0; body->len < 2 * 1000 * 1000; i++)
    {
      g_string_append_printf (body, "<p>Row %u of the old garden is full of roses, and the gate behind it is made of oak. "
                                    "Nobody knows how many there are, or whose they may be.</p>", i);
      if (i == 5000)
        g_string_append (body, "<p>" SIGNING "</p>");
    }
  write_page (fixture, "story/long.html", "en", "Garden Review", body->str);
  import_story (fixture, 1);
  event = get_event_of (fixture, "2019-05-14");
  g_assert_cmpuint (rcp_event_get_n_outlets (event), ==, 1);
}

static void
test_names (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "ba", "ke", "mo", "ri", "ta", "lu", "no", "sa", "ve", "di" };
  g_autoptr (GString) body = g_string_new (NULL);
  GListModel *actors;
  guint n;

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (body, "<p>Anna G%s%s%s%s spoke to the ferrymen on Tuesday.</p>", parts[i % 10], parts[i / 10 % 10],
                            parts[i / 100 % 10], parts[i / 1000]);
  write_page (fixture, "story/names.html", "en", "Lake Register", body->str);
  import_story (fixture, 1);
  actors = rcp_library_list_actors (fixture->library, 0, NULL, NULL);
  n = count_and_unref (actors);
  /* Some of the names are words, or spelt like another. */
  g_assert_cmpuint (n, >, 2500);
  g_assert_cmpuint (n, <=, 3010);
}

static void
test_one_sentence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) events = NULL;
  g_autoptr (RcpEvent) event = NULL;

  g_free (write_file (fixture, "story/one.txt", SIGNING "\n"));
  import_story (fixture, 1);
  event = get_event_of (fixture, "2019-05-14");
  events = list_events (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 1);
}

/* Cells are no sentences: nothing is told. */
static void
test_table (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) events = NULL;

  write_page (fixture, "story/table.html", "en", "Score Sheet",
              "<table><tr><th>Town</th><th>Points</th><th>Day</th></tr><tr><td>Nairobi</td><td>12</td><td>14 May 2019</td></tr>"
              "<tr><td>Kisumu</td><td>7</td><td>15 May 2019</td></tr></table>");
  import_story (fixture, 1);
  events = list_events (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 0);
}

/* A language that is not read: kept, and nothing guessed. */
static void
test_third_language (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) events = NULL;

  write_page (fixture, "story/es.html", "es", "Diario del Lago",
              "<p>Kenia y Noruega firmaron el martes 14 de mayo de 2019 un acuerdo de cooperación militar en Nairobi. El puerto se "
              "abre a los barcos noruegos, según el ministerio, que no dio más detalles sobre la visita.</p>");
  import_story (fixture, 1);
  g_assert_cmpuint (count_articles (fixture), ==, 1);
  events = list_events (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (events), ==, 0);
}

/* The same sentence as text, again, and between marks: one happening of one outlet, which contradicts nobody. */
static void
test_self_quoting (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpEvent) event = NULL;
  g_autoptr (RcpEventDetail) detail = NULL;
  g_autoptr (GError) error = NULL;

  write_page (fixture, "story/self.html", "en", "Harbour Ledger",
              "<p>" SIGNING "</p><p>The cranes stood still.</p><p>" SIGNING "</p><blockquote>“" SIGNING "”</blockquote>");
  import_story (fixture, 1);
  event = get_event_of (fixture, "2019-05-14");
  g_assert_cmpuint (rcp_event_get_n_outlets (event), ==, 1);
  detail = rcp_library_load_event (fixture->library, rcp_event_get_id (event), 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_event_detail_get_discrepancies (detail)), ==, 0);
}

/* A thousand outlets with the text of one agency: one happening, told by all. */
static void
test_thousand_copies (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpEvent) event = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("story/%04u.html", i);
      g_autofree char *outlet = g_strdup_printf ("Paper %u", i);

      write_page (fixture, name, "en", outlet,
                  "<p>" SIGNING "</p><p>The harbour of Mombasa opens to Norwegian patrol ships for six years.</p>");
    }
  import_story (fixture, 1000);
  event = get_event_of (fixture, "2019-05-14");
  g_assert_cmpuint (rcp_event_get_n_outlets (event), ==, 1000);
}

#define ADD(name, func) g_test_add ("/odd-articles/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("twice", test_twice);
  ADD ("long", test_long);
  ADD ("names", test_names);
  ADD ("one-sentence", test_one_sentence);
  ADD ("table", test_table);
  ADD ("third-language", test_third_language);
  ADD ("self-quoting", test_self_quoting);
  ADD ("thousand-copies", test_thousand_copies);
  return g_test_run ();
}
