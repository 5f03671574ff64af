#include "config.h"

#include "library-fixture.h"

/* The card of an actor: what it is called and why, what it was, with whom and where it appears. */

static void
import_story (Fixture *fixture)
{
  g_autofree char *a = write_file (fixture, "story/harbour.html", article_harbour);
  g_autofree char *b = write_file (fixture, "story/relais.html", article_relais);
  g_autofree char *c = write_file (fixture, "story/inland.txt", article_inland);
  g_autofree char *folder = g_build_filename (fixture->folder, "story", NULL);

  import_and_wait (fixture->library, folder, 3);
}

static RcpActor *
find_actor (RcpLibrary *library, const char *key)
{
  g_autoptr (GListModel) actors = rcp_library_list_actors (library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      if (g_str_equal (rcp_actor_get_key (actor), key))
        return g_steal_pointer (&actor);
    }
  return NULL;
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpActor) kenyatta = NULL;
  g_autoptr (RcpActorCard) card = NULL;
  g_autoptr (RcpNote) note = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *list;
  guint n_marked = 0;

  import_story (fixture);
  kenyatta = find_actor (fixture->library, "person:uhuru kenyatta");
  g_assert_nonnull (kenyatta);
  note = g_object_new (RCP_TYPE_NOTE, "target", RCP_NOTE_ACTOR, "actor-id", rcp_actor_get_id (kenyatta), "body",
                       "Ask for an interview.", NULL);
  g_assert_true (rcp_library_save_note (fixture->library, note, NULL, &error));
  card = rcp_library_load_actor_card (fixture->library, rcp_actor_get_id (kenyatta), 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_actor_get_n_articles (rcp_actor_card_get_actor (card)), ==, 2);

  list = rcp_actor_card_get_aliases (card);
  g_assert_cmpuint (g_list_model_get_n_items (list), >=, 1);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpActorAlias) alias = g_list_model_get_item (list, i);

      g_assert_cmpstr (rcp_actor_alias_get_words (alias), !=, "");
      g_assert_cmpint (rcp_actor_alias_get_first_article_id (alias), >, 0);
      if (rcp_actor_alias_get_reason (alias) == RCP_ALIAS_REASON_NAME)
        {
          g_assert_cmpstr (rcp_actor_alias_get_text (alias), ==, "Uhuru Kenyatta");
          g_assert_cmpuint (rcp_actor_alias_get_n_articles (alias), ==, 2);
          n_marked++;
        }
    }
  g_assert_cmpuint (n_marked, ==, 1);

  list = rcp_actor_card_get_companions (card);
  g_assert_cmpuint (g_list_model_get_n_items (list), >, 0);
  g_assert_cmpuint (g_list_model_get_n_items (list), <=, RCP_ACTOR_CARD_COMPANIONS);
  {
    g_autoptr (RcpActorCompanion) first = g_list_model_get_item (list, 0);

    /* They met, both articles say. */
    g_assert_cmpstr (rcp_actor_get_name (rcp_actor_companion_get_actor (first)), ==, "Erna Solberg");
    g_assert_cmpuint (rcp_actor_companion_get_n_articles (first), ==, 2);
    g_assert_cmpuint (rcp_actor_companion_get_n_accounts (first), ==, 2);
  }
  for (guint i = 0; i < rcp_actor_card_get_ties (card)->len; i++)
    {
      const RcpActorTie *tie = &g_array_index (rcp_actor_card_get_ties (card), RcpActorTie, i);

      g_assert_cmpuint (tie->a, <, tie->b);
      g_assert_cmpuint (tie->b, <, g_list_model_get_n_items (list));
      g_assert_cmpuint (tie->n, >, 0);
    }

  list = rcp_actor_card_get_passages (card);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_cmpuint (rcp_actor_card_get_n_more (card), ==, 0);
  {
    g_autoptr (RcpActorPassage) first = g_list_model_get_item (list, 0);
    g_autofree char *marked = g_utf8_substring (rcp_actor_passage_get_sentence (first), rcp_actor_passage_get_mark_start (first),
                                                rcp_actor_passage_get_mark_end (first));

    g_assert_cmpstr (rcp_actor_passage_get_outlet (first), ==, "Harbour Ledger");
    g_assert_cmpstr (rcp_edtf_get_string (rcp_actor_passage_get_published (first)), ==, "2019-05-15");
    g_assert_nonnull (strstr (marked, "Kenyatta"));
    g_assert_true (g_str_has_suffix (rcp_actor_passage_get_sentence (first), "before the signing."));
  }
  g_assert_cmpuint (g_list_model_get_n_items (rcp_actor_card_get_notes (card)), ==, 1);
  g_assert_false (rcp_actor_card_get_watched (card));
  g_assert_null (rcp_library_load_actor_card (fixture->library, 4711, 0, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

/* What comes in after an actor is watched is new, until the card was seen. */
static void
test_watch (Fixture *fixture, gconstpointer data)
{
  g_autofree char *harbour = write_file (fixture, "harbour.html", article_harbour);
  g_autofree char *relais = write_file (fixture, "relais.html", article_relais);
  g_autoptr (RcpActor) kenya = NULL;
  g_autoptr (RcpActor) watched = NULL;
  g_autoptr (GError) error = NULL;
  guint n_new[3];
  gint64 id;

  import_and_wait (fixture->library, harbour, 1);
  kenya = find_actor (fixture->library, "state:KE");
  g_assert_nonnull (kenya);
  g_assert_false (rcp_actor_get_watched (kenya));
  id = rcp_actor_get_id (kenya);
  g_assert_true (rcp_library_watch_actor (fixture->library, id, TRUE, NULL, &error));
  rcp_clock_set_now_us (NOW_US + G_USEC_PER_SEC);
  for (guint i = 0; i < G_N_ELEMENTS (n_new); i++)
    {
      g_autoptr (RcpActorCard) card = NULL;

      if (i == 1)
        import_and_wait (fixture->library, relais, 1);
      if (i == 2)
        {
          rcp_clock_set_now_us (NOW_US + 2 * G_USEC_PER_SEC);
          g_assert_true (rcp_library_see_actor (fixture->library, id, NULL, &error));
        }
      card = rcp_library_load_actor_card (fixture->library, id, 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (rcp_actor_card_get_watched (card));
      n_new[i] = rcp_actor_card_get_n_new (card);
    }
  g_assert_cmpuint (n_new[0], ==, 0);
  g_assert_cmpuint (n_new[1], >, 0);
  g_assert_cmpuint (n_new[2], ==, 0);
  watched = find_actor (fixture->library, "state:KE");
  g_assert_true (rcp_actor_get_watched (watched));
  g_clear_object (&watched);
  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  watched = find_actor (fixture->library, "state:KE");
  g_assert_false (rcp_actor_get_watched (watched));
}

/* Every kind of decision is told in words, one entry each. */
static void
test_log (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2019-05-13", NULL);
  g_autoptr (GListModel) events = NULL;
  g_autoptr (GListModel) log = NULL;
  g_autoptr (RcpCorrection) newest = NULL;
  g_autoptr (RcpCorrection) oldest = NULL;
  g_autofree char *newest_words = NULL;
  g_autofree char *oldest_words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 event_id = 0;

  import_story (fixture);
  events = rcp_library_list_events (fixture->library, 0, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (rcp_event_get_n_accounts (event) > 1)
        event_id = rcp_event_get_id (event);
    }
  g_assert_cmpint (event_id, >, 0);
  g_assert_true (rcp_library_set_event_date (fixture->library, event_id, date, NULL, &error));
  rcp_clock_set_now_us (NOW_US + G_USEC_PER_SEC);
  g_assert_true (rcp_library_set_published (fixture->library, 1, date, NULL, &error));
  log = rcp_library_list_corrections (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (log), ==, 2);
  newest = g_list_model_get_item (log, 0);
  oldest = g_list_model_get_item (log, 1);
  g_assert_cmpint (rcp_correction_get_kind (newest), ==, RCP_CORRECTION_PUBLISHED);
  g_assert_cmpint (rcp_correction_get_kind (oldest), ==, RCP_CORRECTION_EVENT_DATE);
  newest_words = rcp_correction_describe (newest);
  oldest_words = rcp_correction_describe (oldest);
  g_assert_nonnull (strstr (newest_words, "13 May 2019"));
  g_assert_nonnull (strstr (newest_words, rcp_correction_get_subject_name (newest)));
  g_assert_nonnull (strstr (oldest_words, "13 May 2019"));
  g_assert_cmpstr (rcp_correction_get_subject_name (oldest), !=, NULL);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/actors/card", test_card },
    { "/actors/watch", test_watch },
    { "/actors/log", test_log },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
