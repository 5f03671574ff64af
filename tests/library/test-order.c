#include "config.h"

#include "library-fixture.h"

#include "rcp-event-detail.h"
#include "rcp-integrator.h"
#include "rcp-library-private.h"

#include <string.h>

/* The same articles give the same events, whatever order and batches they come in. What is compared is all that an event says,
 * by content: its rows are numbered as they came, and an actor is called as the first article called it. */

#define N_ROUNDS 20

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sort_and_join (GPtrArray *lines)
{
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static const char *
say_date (RcpEdtf *date)
{
  return date ? rcp_edtf_get_string (date) : "-";
}

static RcpAccount *
find_account (GListModel *accounts, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      if (rcp_account_get_id (account) == id)
        return g_steal_pointer (&account);
    }
  return NULL;
}

static void
describe_accounts (GListModel *accounts, GPtrArray *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);
      g_autoptr (RcpAccount) original = find_account (accounts, rcp_account_get_copy_of (account));

      g_ptr_array_add (lines, g_strdup_printf ("  %s | %s %u | %s | as %s %s", rcp_account_get_outlet (account),
                                               rcp_account_get_article_title (account), rcp_account_get_start (account),
                                               say_date (rcp_account_get_date (account)),
                                               original ? rcp_account_get_outlet (original) : "-",
                                               original ? rcp_account_get_sentence (original) : "-"));
    }
}

static void
describe_discrepancies (GListModel *discrepancies, GPtrArray *lines)
{
  for (guint i = 0; i < g_list_model_get_n_items (discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);
      GListModel *values = rcp_discrepancy_get_values (discrepancy);
      g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *joined = NULL;

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, j);

          g_ptr_array_add (said, g_strdup_printf ("    %s %u %s", rcp_discrepancy_value_get_outlet (value),
                                                  rcp_discrepancy_value_get_start (value),
                                                  rcp_discrepancy_value_get_text (value)));
        }
      joined = sort_and_join (said);
      g_ptr_array_add (lines, g_strdup_printf ("  differ %d %s %s\n%s", rcp_discrepancy_get_kind (discrepancy),
                                               rcp_discrepancy_get_other_title (discrepancy)
                                                   ? rcp_discrepancy_get_other_title (discrepancy) : "here",
                                               say_date (rcp_discrepancy_get_other_date (discrepancy)), joined));
    }
}

static void
describe_outcome (RcpEvent *outcome, GPtrArray *lines)
{
  if (outcome != NULL)
    g_ptr_array_add (lines, g_strdup_printf ("  came of it: %s | %s | %u", rcp_event_get_title (outcome),
                                             say_date (rcp_event_get_date (outcome)), rcp_event_get_n_accounts (outcome)));
}

static char *
describe_event (RcpLibrary *library, RcpEvent *event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, rcp_event_get_id (event), 0, NULL, &error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  describe_accounts (rcp_event_detail_get_accounts (detail), lines);
  describe_discrepancies (rcp_event_detail_get_discrepancies (detail), lines);
  describe_outcome (rcp_event_detail_get_outcome (detail), lines);
  joined = sort_and_join (lines);
  return g_strdup_printf ("%s | %s | %d %d | %u %u %u\n%s", rcp_event_get_title (event), say_date (rcp_event_get_date (event)),
                          rcp_event_get_action (event), rcp_event_get_status (event), rcp_event_get_n_accounts (event),
                          rcp_event_get_n_outlets (event), rcp_event_get_n_independent (event), joined);
}

static char *
describe (RcpLibrary *library)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      g_ptr_array_add (lines, describe_event (library, event));
    }
  return sort_and_join (lines);
}

static void
add_folder (GPtrArray *paths, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
}

/* A strike that spreads over days and towns, told vaguely by some: what is of one event hangs on a third account. */
static void
add_strike (Fixture *fixture, GPtrArray *paths)
{
  static const char *const towns[] = { "Lima", "Oslo" };
  static const char *const days[] = { "lundi 6 mai 2024", "mardi 7 mai 2024", "en mai 2024", "début mai 2024" };
  static const char *const outlets[] = { "Le Relais", "La Vigie", "Le Phare" };

  for (guint i = 0; i < 12; i++)
    {
      const char *town = towns[i % 2], *day = days[i % 4], *outlet = outlets[i % 3];
      g_autofree char *name = g_strdup_printf ("strike%u.txt", i);
      g_autofree char *text
          = g_strdup_printf ("Grève à %s (%u)\n\n%s, le 12 mai 2024\n\nDes dockers ont manifesté %s à %s contre la baisse des "
                             "salaires, et %u d’entre eux ont été arrêtés. La France a condamné %s les violences de %s.\n",
                             town, i, outlet, day, town, 10 + i % 3, days[(i + 1) % 4], town);

      g_ptr_array_add (paths, write_file (fixture, name, text));
    }
}

/* What is told with other days by some: differences stand between events. */
static void
add_days (Fixture *fixture, GPtrArray *paths)
{
  static const char *const days[] = { "le 14 mai 2024", "le 16 mai 2024", "le 17 mai 2024" };
  static const char *const outlets[] = { "Le Relais", "La Vigie", "Le Phare", "Le Guetteur" };

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("days%u.txt", i);
      g_autofree char *text
          = g_strdup_printf ("Un accord (%u)\n\n%s, le %u mai 2024\n\nLe Ghana et le Togo ont signé %s à Accra un accord sur la "
                             "gestion du port de Mirande et de ses %u quais.%s\n",
                             i, outlets[i % 4], 20 + i % 3, days[i * i % 7 % 3], 10 + i % 2,
                             i == 8 ? " Le maire de Lomé s’en félicite." : "");

      g_ptr_array_add (paths, write_file (fixture, name, text));
    }
}

static GPtrArray *
list_articles (Fixture *fixture)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *factory = g_test_build_filename (G_TEST_DIST, "fixtures", "dossiers", "factory", "articles", NULL);
  g_autofree char *sample = g_test_build_filename (G_TEST_DIST, "..", "resources", "sample", NULL);

  add_folder (paths, factory);
  add_folder (paths, sample);
  add_strike (fixture, paths);
  add_days (fixture, paths);
  g_assert_cmpuint (paths->len, >, 20);
  g_ptr_array_sort (paths, compare_lines);
  return paths;
}

static void
import (RcpLibrary *library, const GPtrArray *paths, guint from, guint n)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (RcpImport) running = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = from; i < from + n; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (paths->pdata[i]);

      g_list_store_append (files, file);
    }
  running = rcp_library_import_files (library, G_LIST_MODEL (files), 0);
  rcp_import_wait (running, &error);
  g_assert_no_error (error);
}

static void
shuffle (GPtrArray *paths, GRand *random)
{
  for (guint i = paths->len; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i);
      gpointer kept = paths->pdata[i - 1];

      paths->pdata[i - 1] = paths->pdata[j];
      paths->pdata[j] = kept;
    }
}

/* Where the two first differ, in few words. */
static void
assert_same (const char *said, const char *first, guint round)
{
  g_auto (GStrv) a = g_strsplit (first, "\n", -1), b = g_strsplit (said, "\n", -1);

  for (guint i = 0; a[i] != NULL || b[i] != NULL; i++)
    if (g_strcmp0 (a[i], b[i]) != 0)
      {
        g_test_message ("round %u, line %u:\n- %s\n+ %s", round, i, a[i], b[i]);
        g_test_fail ();
        return;
      }
}

/* @data: whether what is at hand and what is joined at once is bounded far below the size of the library. */
static void
test_any_order (Fixture *fixture, gconstpointer data)
{
  gboolean is_bounded = GPOINTER_TO_INT (data);
  g_autoptr (GRand) random = g_rand_new_with_seed (20240506);
  g_autoptr (GPtrArray) paths = list_articles (fixture);
  g_autofree char *first = NULL;

  for (guint round = 0; round <= (is_bounded ? N_ROUNDS / 2 : N_ROUNDS); round++)
    {
      g_autofree char *name = g_strdup_printf ("round%u.recoupe", round);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autofree char *said = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (RcpLibrary) library = rcp_library_open (path, NULL, &error);

      g_assert_no_error (error);
      if (is_bounded)
        rcp_integrator_set_bounds (rcp_library_get_integrator (library), RCP_INTEGRATOR_STORY_ACCOUNTS, 0);
      if (round == 0)
        import (library, paths, 0, paths->len);
      else
        {
          /* One by one, and in batches that grow. */
          guint size = 1 + (round - 1) % 5 * 3;

          shuffle (paths, random);
          for (guint i = 0; i < paths->len; i += size)
            import (library, paths, i, MIN (size, paths->len - i));
        }
      said = describe (library);
      if (first == NULL)
        first = g_strdup (said);
      g_assert_cmpuint (strlen (first), >, 2000);
      /* Some of it differs between two events. */
      g_assert_nonnull (strstr (first, "  differ 0 Le Ghana et le Togo signent à Accra un accord 2024-05-1"));
      assert_same (said, first, round);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/order/any", Fixture, GINT_TO_POINTER (FALSE), fixture_set_up, test_any_order, fixture_tear_down);
  g_test_add ("/order/any-by-the-month", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, test_any_order, fixture_tear_down);
  return g_test_run ();
}
