#include "config.h"

#include "library-fixture.h"

/* Who says what an account tells: shown under the name the actor has now, whatever the user makes of it. */

#define BERG "person:anna berg"
#define GIRARD "person:paul girard"

static const char article[]
  = "La digue du nord\n\nPublié le 4 juin 2021\n\n"
    "Paul Girard a visité le port de Riga le 2 juin 2021.\n\n"
    "La digue s'est effondrée le 3 juin 2021 à Riga, a indiqué Anna Berg dans un communiqué.\n";

static gint64
find_actor (Fixture *fixture, const char *key)
{
  g_autoptr (GListModel) actors = rcp_library_list_actors (fixture->library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (rcp_actor_get_key (actor), key))
        return rcp_actor_get_id (actor);
    }
  g_assert_not_reached ();
}

/* The account of the dike. */
static RcpAccount *
find_account (Fixture *fixture)
{
  g_autoptr (GListModel) events = rcp_library_list_events (fixture->library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (RcpEventDetail) detail
        = rcp_library_load_event (fixture->library, rcp_event_get_id (event), 0, NULL, NULL);
      GListModel *accounts = rcp_event_detail_get_accounts (detail);

      for (guint k = 0; k < g_list_model_get_n_items (accounts); k++)
        {
          g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, k);

          if (strstr (rcp_account_get_sentence (account), "effondrée") != NULL)
            return g_steal_pointer (&account);
        }
    }
  g_assert_not_reached ();
}

static void
assert_speaker (Fixture *fixture, const char *name)
{
  g_autoptr (RcpAccount) account = find_account (fixture);

  g_assert_cmpstr (rcp_account_get_speaker (account), ==, name);
  g_assert_cmpint (rcp_account_get_speaker_id (account) != 0, ==, name != NULL);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture)
{
  g_autofree char *path = write_file (fixture, "digue.txt", article);

  import_and_wait (fixture->library, path, 1);
}

static void
test_shown (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpAccount) account = NULL;

  set_up (fixture);
  account = find_account (fixture);
  g_assert_cmpstr (rcp_account_get_speaker (account), ==, "Anna Berg");
  g_assert_cmpint (rcp_account_get_speaker_id (account), ==, find_actor (fixture, BERG));
  g_assert_cmpint (rcp_account_get_quotation (account), ==, RCP_QUOTATION_PARAPHRASE);
  g_assert_cmpstr (rcp_account_get_medium (account), ==, "un communiqué");
  g_assert_cmpstr (rcp_account_get_attribution (account), ==, "a indiqué Anna Berg dans un communiqué");
}

static void
test_corrected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 berg, girard;

  set_up (fixture);
  berg = find_actor (fixture, BERG);
  girard = find_actor (fixture, GIRARD);
  g_assert_true (rcp_library_rename_actor (fixture->library, berg, "Anna Berg-Lund", NULL, &error));
  assert_speaker (fixture, "Anna Berg-Lund");
  g_assert_true (rcp_library_merge_actors (fixture->library, berg, girard, NULL, &error));
  assert_speaker (fixture, "Paul Girard");
  undo (fixture);
  assert_speaker (fixture, "Anna Berg-Lund");
  g_assert_true (rcp_library_ignore_actor (fixture->library, berg, TRUE, NULL, &error));
  assert_speaker (fixture, NULL);
  undo (fixture);
  undo (fixture);
  assert_speaker (fixture, "Anna Berg");
}

/* Whom the user names as the origin stands above the engine's speaker. */
static void
test_attributed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpAccount) account = NULL;
  g_autoptr (RcpAccount) set = NULL;
  g_autoptr (GError) error = NULL;

  set_up (fixture);
  account = find_account (fixture);
  g_assert_true (rcp_library_set_attribution (fixture->library, rcp_account_get_id (account), "the harbour office", NULL,
                                              &error));
  g_assert_no_error (error);
  set = find_account (fixture);
  g_assert_cmpstr (rcp_account_get_attribution (set), ==, "the harbour office");
  g_assert_null (rcp_account_get_speaker (set));
  g_assert_null (rcp_account_get_medium (set));
  undo (fixture);
  assert_speaker (fixture, "Anna Berg");
}

/* Words that one article quotes and another uses as its own: the other is marked, not the one that quotes. */
static void
test_unmarked (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quoting = write_file (fixture, "quoting.txt",
      "Un pont à Riga\n\nPublié le 4 juin 2021\n\n"
      "Le pont de Riga « s'est effondré le 3 juin 2021 sous le poids de trois camions chargés de sable mouillé venus du port », "
      "a indiqué Anna Berg.\n");
  g_autofree char *using = write_file (fixture, "using.txt",
      "La ville coupée en deux\n\nPublié le 5 juin 2021\n\n"
      "Le pont de Riga s'est effondré le 3 juin 2021 sous le poids de trois camions chargés de sable mouillé venus du port.\n");
  g_autoptr (GListModel) events = NULL;
  guint n_marked = 0, n_unmarked = 0;

  import_and_wait (fixture->library, quoting, 1);
  import_and_wait (fixture->library, using, 1);
  events = rcp_library_list_events (fixture->library, 0, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (RcpEventDetail) detail
        = rcp_library_load_event (fixture->library, rcp_event_get_id (event), 0, NULL, NULL);
      GListModel *accounts = rcp_event_detail_get_accounts (detail);

      for (guint k = 0; k < g_list_model_get_n_items (accounts); k++)
        {
          g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, k);

          if (strstr (rcp_account_get_sentence (account), "«") != NULL)
            {
              g_assert_false (rcp_account_get_unmarked (account));
              n_marked++;
            }
          else
            n_unmarked += rcp_account_get_unmarked (account);
        }
    }
  g_assert_cmpuint (n_marked, ==, 1);
  g_assert_cmpuint (n_unmarked, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/voices/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("shown", test_shown);
  ADD ("corrected", test_corrected);
  ADD ("attributed", test_attributed);
  ADD ("unmarked", test_unmarked);
#undef ADD
  return g_test_run ();
}
