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

/* --- Corrections ------------------------------------------------------------------------------------------------ */

static guint
count_mentions (RcpLibrary *library, gint64 id)
{
  g_autoptr (RcpActor) actor = rcp_library_load_actor (library, id, 0, NULL, NULL);

  return actor ? rcp_actor_get_n_mentions (actor) : 0;
}

static gboolean
event_names (RcpLibrary *library, gint64 id)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);
  gboolean found = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      gsize size = 0;
      const gint64 *ids = g_bytes_get_data (rcp_event_get_actor_ids (event), &size);

      for (gsize j = 0; j < size / sizeof *ids; j++)
        found = found || ids[j] == id;
    }
  return found;
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  g_assert_no_error (error);
}

typedef struct
{
  RcpActor *kenya;
  RcpActor *norway;
  RcpActor *kenyatta;
  RcpActor *solberg;
} Cast;

static void
cast_clear (Cast *cast)
{
  g_clear_object (&cast->kenya);
  g_clear_object (&cast->norway);
  g_clear_object (&cast->kenyatta);
  g_clear_object (&cast->solberg);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cast, cast_clear)

static void
find_cast (Fixture *fixture, Cast *cast)
{
  cast->kenya = find_actor (fixture->library, "state:KE");
  cast->norway = find_actor (fixture->library, "state:NO");
  cast->kenyatta = find_actor (fixture->library, "person:uhuru kenyatta");
  cast->solberg = find_actor (fixture->library, "person:erna solberg");
  g_assert_true (cast->kenya && cast->norway && cast->kenyatta && cast->solberg);
}

/* A merged actor is the other in lists, in the text, in events; its note, its pin and its watch go with it, and all is as
 * before when that is taken back. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_auto (Cast) cast = { 0 };
  g_autoptr (RcpNote) note = NULL;
  g_autoptr (RcpActorPreview) preview = NULL;
  g_autoptr (RcpActorCard) card = NULL;
  g_autoptr (RcpActor) back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 from, into;
  guint n_from, n_into, n_merged = 0;

  import_story (fixture);
  find_cast (fixture, &cast);
  from = rcp_actor_get_id (cast.kenyatta);
  into = rcp_actor_get_id (cast.kenya);
  n_from = rcp_actor_get_n_mentions (cast.kenyatta);
  n_into = rcp_actor_get_n_mentions (cast.kenya);
  note = g_object_new (RCP_TYPE_NOTE, "target", RCP_NOTE_ACTOR, "actor-id", from, "body", "Ask him.", NULL);
  g_assert_true (rcp_library_save_note (fixture->library, note, NULL, &error));
  g_assert_true (rcp_library_pin_actor (fixture->library, from, 0, NULL, &error));
  g_assert_true (rcp_library_watch_actor (fixture->library, from, TRUE, NULL, &error));
  g_assert_true (event_names (fixture->library, from));

  preview = rcp_library_preview_actor_correction (fixture->library, RCP_CORRECTION_MERGE_ACTORS, from, into, NULL, NULL,
                                                  &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rcp_actor_preview_get_name (preview), ==, rcp_actor_get_name (cast.kenya));
  g_assert_cmpuint (rcp_actor_preview_get_n_mentions (preview), ==, n_from);
  g_assert_cmpuint (rcp_actor_preview_get_n_articles (preview), ==, 2);
  g_assert_cmpuint (rcp_actor_preview_get_n_events (preview), >, 0);
  g_assert_true (g_strv_contains (rcp_actor_preview_get_aliases (preview), "Uhuru Kenyatta"));
  g_assert_cmpuint (g_strv_length ((char **) rcp_actor_preview_get_warnings (preview)), ==, 2);
  g_assert_cmpuint (count_mentions (fixture->library, from), ==, n_from);

  g_assert_true (rcp_library_merge_actors (fixture->library, from, into, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_mentions (fixture->library, from), ==, 0);
  g_assert_cmpuint (count_mentions (fixture->library, into), ==, n_from + n_into);
  g_assert_null (find_actor (fixture->library, "person:uhuru kenyatta"));
  g_assert_false (event_names (fixture->library, from));
  card = rcp_library_load_actor_card (fixture->library, into, 0, NULL, &error);
  g_assert_cmpint (rcp_actor_get_pin_rank (rcp_actor_card_get_actor (card)), ==, 0);
  g_assert_true (rcp_actor_card_get_watched (card));
  g_assert_cmpuint (g_list_model_get_n_items (rcp_actor_card_get_notes (card)), ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (rcp_actor_card_get_aliases (card)); i++)
    {
      g_autoptr (RcpActorAlias) alias = g_list_model_get_item (rcp_actor_card_get_aliases (card), i);

      if (rcp_actor_alias_get_reason (alias) == RCP_ALIAS_REASON_MERGED)
        {
          g_assert_cmpstr (rcp_actor_alias_get_text (alias), ==, "Uhuru Kenyatta");
          n_merged++;
        }
    }
  g_assert_cmpuint (n_merged, ==, 1);
  /* Once more is no more. */
  g_assert_false (rcp_library_merge_actors (fixture->library, from, into, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS);

  undo (fixture);
  back = find_actor (fixture->library, "person:uhuru kenyatta");
  g_assert_cmpint (rcp_actor_get_id (back), ==, from);
  g_assert_cmpuint (rcp_actor_get_n_mentions (back), ==, n_from);
  g_assert_cmpint (rcp_actor_get_pin_rank (back), ==, 0);
  g_assert_true (rcp_actor_get_watched (back));
  g_assert_true (event_names (fixture->library, from));
  g_assert_cmpuint (count_mentions (fixture->library, into), ==, n_into);
}

/* Chains end at the last; the last word counts between "the same" and "never the same". */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  g_auto (Cast) cast = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 a, b, c;
  guint n_a, n_b, n_c;

  import_story (fixture);
  find_cast (fixture, &cast);
  a = rcp_actor_get_id (cast.kenyatta);
  b = rcp_actor_get_id (cast.solberg);
  c = rcp_actor_get_id (cast.norway);
  n_a = rcp_actor_get_n_mentions (cast.kenyatta);
  n_b = rcp_actor_get_n_mentions (cast.solberg);
  n_c = rcp_actor_get_n_mentions (cast.norway);
  g_assert_true (rcp_library_merge_actors (fixture->library, a, b, NULL, &error));
  g_assert_true (rcp_library_rename_actor (fixture->library, b, "The two", NULL, &error));
  g_assert_true (rcp_library_merge_actors (fixture->library, b, c, NULL, &error));
  g_assert_cmpuint (count_mentions (fixture->library, c), ==, n_a + n_b + n_c);
  /* Of three in one, the one named goes by itself. */
  g_assert_true (rcp_library_keep_actors_apart (fixture->library, a, c, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_mentions (fixture->library, a), ==, n_a);
  g_assert_cmpuint (count_mentions (fixture->library, c), ==, n_b + n_c);
  g_assert_true (rcp_library_merge_actors (fixture->library, a, c, NULL, &error));
  g_assert_cmpuint (count_mentions (fixture->library, c), ==, n_a + n_b + n_c);
  undo (fixture);
  g_assert_cmpuint (count_mentions (fixture->library, a), ==, n_a);
  undo (fixture);
  g_assert_cmpuint (count_mentions (fixture->library, c), ==, n_a + n_b + n_c);
  undo (fixture);
  g_assert_cmpuint (count_mentions (fixture->library, b), ==, n_a + n_b);
  {
    g_autoptr (RcpActor) two = rcp_library_load_actor (fixture->library, b, 0, NULL, NULL);
    g_autoptr (RcpSearchResults) results = rcp_library_search (fixture->library, 0, "The two", NULL, &error);

    g_assert_cmpstr (rcp_actor_get_name (two), ==, "The two");
    g_assert_cmpuint (g_list_model_get_n_items (rcp_search_results_get_hits (results, RCP_SEARCH_HIT_ACTOR)), ==, 1);
  }
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (count_mentions (fixture->library, a), ==, n_a);
  g_assert_cmpuint (count_mentions (fixture->library, b), ==, n_b);
}

/* By an alias, then by an article: an actor of its own that can be given a name and a kind, and keeps them over a new
 * reading. */
static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_auto (Cast) cast = { 0 };
  g_autoptr (RcpActorPreview) preview = NULL;
  g_autoptr (RcpActor) other = NULL;
  g_autoptr (RcpActorCard) card = NULL;
  g_autoptr (GError) error = NULL;
  gint64 norway, adjective, in_article;
  guint n, n_left;

  import_story (fixture);
  find_cast (fixture, &cast);
  norway = rcp_actor_get_id (cast.norway);
  n = rcp_actor_get_n_mentions (cast.norway);
  preview = rcp_library_preview_actor_correction (fixture->library, RCP_CORRECTION_SPLIT_ALIAS, norway, 0, "Norvège", NULL,
                                                  &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rcp_actor_preview_get_name (preview), ==, "Norvège");
  g_assert_cmpuint (rcp_actor_preview_get_n_mentions (preview), >, 0);
  g_assert_cmpuint (rcp_actor_preview_get_n_mentions (preview), <, n);
  g_assert_true (rcp_library_split_actor_alias (fixture->library, norway, "Norvège", NULL, &error));
  g_assert_no_error (error);
  adjective = rcp_library_get_last_id (fixture->library);
  g_assert_cmpint (adjective, !=, norway);
  n_left = count_mentions (fixture->library, norway);
  g_assert_cmpuint (n_left + count_mentions (fixture->library, adjective), ==, n);
  g_assert_cmpuint (count_mentions (fixture->library, adjective), ==, rcp_actor_preview_get_n_mentions (preview));
  g_assert_true (event_names (fixture->library, adjective));
  g_assert_false (rcp_library_split_actor_alias (fixture->library, norway, "Atlantis", NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (rcp_library_split_actor_alias (fixture->library, adjective, "Norvège", NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_true (rcp_library_rename_actor (fixture->library, adjective, "The Norwegian crown", NULL, &error));
  g_assert_true (rcp_library_set_actor_kind (fixture->library, adjective, RCP_ACTOR_ORGANISATION, NULL, &error));
  other = rcp_library_load_actor (fixture->library, adjective, 0, NULL, &error);
  g_assert_cmpstr (rcp_actor_get_name (other), ==, "The Norwegian crown");
  g_assert_cmpint (rcp_actor_get_kind (other), ==, RCP_ACTOR_ORGANISATION);
  card = rcp_library_load_actor_card (fixture->library, adjective, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_actor_card_get_aliases (card)), ==, 2);

  g_assert_true (rcp_library_split_actor_article (fixture->library, norway, 1, NULL, &error));
  g_assert_no_error (error);
  in_article = rcp_library_get_last_id (fixture->library);
  g_assert_cmpuint (count_mentions (fixture->library, in_article) + count_mentions (fixture->library, norway), ==, n_left);
  g_assert_true (rcp_library_ignore_actor (fixture->library, in_article, TRUE, NULL, &error));
  g_assert_cmpuint (count_mentions (fixture->library, in_article), ==, 0);
  g_assert_false (event_names (fixture->library, in_article));
  for (guint i = 0; i < 5; i++)
    undo (fixture);
  g_assert_cmpuint (count_mentions (fixture->library, norway), ==, n);
  g_assert_null (rcp_library_load_actor (fixture->library, adjective, 0, NULL, NULL));
}

/* A correction that is dropped from the middle of the log leaves the others, and comes back in its place. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  g_auto (Cast) cast = { 0 };
  g_autoptr (GListModel) log = NULL;
  g_autoptr (RcpCorrection) first = NULL;
  g_autofree char *words = NULL;
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2019-05-13", NULL);
  g_autoptr (GError) error = NULL;
  gint64 a, b, c;
  guint n_a, n_b, n_c;

  import_story (fixture);
  find_cast (fixture, &cast);
  a = rcp_actor_get_id (cast.kenyatta);
  b = rcp_actor_get_id (cast.solberg);
  c = rcp_actor_get_id (cast.norway);
  n_a = rcp_actor_get_n_mentions (cast.kenyatta);
  n_b = rcp_actor_get_n_mentions (cast.solberg);
  n_c = rcp_actor_get_n_mentions (cast.norway);
  g_assert_true (rcp_library_merge_actors (fixture->library, a, b, NULL, &error));
  g_assert_true (rcp_library_merge_actors (fixture->library, b, c, NULL, &error));
  log = rcp_library_list_corrections (fixture->library, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (log), ==, 2);
  first = g_list_model_get_item (log, 1);
  words = rcp_correction_describe (first);
  g_assert_cmpstr (words, ==, "“Uhuru Kenyatta” is the same as “Erna Solberg”.");
  g_assert_true (rcp_library_drop_correction (fixture->library, rcp_correction_get_id (first), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_mentions (fixture->library, a), ==, n_a);
  g_assert_cmpuint (count_mentions (fixture->library, c), ==, n_b + n_c);
  undo (fixture);
  g_assert_cmpuint (count_mentions (fixture->library, c), ==, n_a + n_b + n_c);

  /* A date is dropped as well, and the article is read again for it. */
  g_assert_true (rcp_library_set_published (fixture->library, 1, date, NULL, &error));
  g_clear_object (&log);
  g_clear_object (&first);
  log = rcp_library_list_corrections (fixture->library, 0, NULL, &error);
  first = g_list_model_get_item (log, 0);
  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (RcpCorrection) one = g_list_model_get_item (log, i);

      if (rcp_correction_get_kind (one) == RCP_CORRECTION_PUBLISHED)
        g_set_object (&first, one);
    }
  g_assert_true (rcp_library_drop_correction (fixture->library, rcp_correction_get_id (first), NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (RcpArticleDetail) detail = rcp_library_load_article (fixture->library, 1, NULL, &error);

    g_assert_cmpint (rcp_article_get_published_basis (rcp_article_detail_get_article (detail)), ==, RCP_PUBLISHED_STATED);
  }
  undo (fixture);
  {
    g_autoptr (RcpArticleDetail) detail = rcp_library_load_article (fixture->library, 1, NULL, &error);

    g_assert_cmpint (rcp_article_get_published_basis (rcp_article_detail_get_article (detail)), ==, RCP_PUBLISHED_USER);
  }
  g_assert_cmpuint (count_mentions (fixture->library, c), ==, n_a + n_b + n_c);
  g_assert_false (rcp_library_drop_correction (fixture->library, 4711, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

static gboolean
is_listed (Fixture *fixture, const char *search, const char *name)
{
  g_autoptr (RcpPagedList) list = rcp_library_new_actor_list (fixture->library, 0, RCP_ACTOR_FILTER_ALL, search);

  for (guint i = 0; i < 200 && (rcp_paged_list_get_loading (list) || i < 20); i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (RcpListItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);
      g_autoptr (RcpActor) actor = rcp_library_load_actor (fixture->library, rcp_list_item_get_id (item), 0, NULL, NULL);

      if (g_str_equal (rcp_actor_get_name (actor), name))
        return TRUE;
    }
  return FALSE;
}

/* Who is only quoted or only a scene does not act, and is found by those alone who look for him. */
static void
test_listed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpImport) import = rcp_library_import_text (
      fixture->library,
      "Le 3 mai 2021, le Chili a signé un accord avec Luis Rojas en Bolivie, rapporte Léa Fournier, de la BBC.", "Un accord", 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_import_wait (import, &error));
  g_assert_no_error (error);
  g_assert_true (is_listed (fixture, NULL, "Chili"));
  g_assert_true (is_listed (fixture, NULL, "Luis Rojas"));
  g_assert_false (is_listed (fixture, NULL, "Léa Fournier"));
  g_assert_false (is_listed (fixture, NULL, "BBC"));
  g_assert_false (is_listed (fixture, NULL, "Bolivie"));
  g_assert_true (is_listed (fixture, "Fournier", "Léa Fournier"));
  g_assert_null (find_actor (fixture->library, "person:lea fournier"));
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
    { "/actors/listed", test_listed },
    { "/actors/watch", test_watch },
    { "/actors/log", test_log },
    { "/actors/correct/merge", test_merge },
    { "/actors/correct/chain", test_chain },
    { "/actors/correct/split", test_split },
    { "/actors/correct/drop", test_drop },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
