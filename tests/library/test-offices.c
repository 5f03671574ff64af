#include "config.h"

#include "library-fixture.h"

/* An office that is told without a name means who held it when the article appeared, whichever article came first, until the
 * one that tells so goes, and below whatever the user says. */

static const struct
{
  const char *name;
  const char *text;
} articles[] = {
  { "a.txt", "Réception au palais\n\nPublié le 12 mars 2012\n\n"
             "Le président ghanéen, Kofi Brandt, a reçu des pêcheurs chiliens le 12 mars 2012.\n" },
  { "b.txt", "Accord de pêche\n\nPublié le 20 mars 2012\n\n"
             "Le président ghanéen a signé un accord avec le Chili le 19 mars 2012.\n" },
  { "c.txt", "Nouvelle rencontre\n\nPublié le 5 mai 2024\n\n"
             "Le président du Ghana, Yaw Lindqvist, a rencontré les armateurs le 4 mai 2024.\n" },
  { "d.txt", "Accord rompu\n\nPublié le 20 mai 2024\n\n"
             "Le président ghanéen a rompu l’accord avec le Chili le 19 mai 2024.\n" },
  { "e.txt", "Visite de chantier\n\nPublié le 20 mai 2018\n\n"
             "Le président ghanéen a signé un accord avec le Chili le 19 mai 2018.\n" },
};

#define N_ARTICLES G_N_ELEMENTS (articles)
#define BRANDT "person:kofi brandt"
#define LINDQVIST "person:yaw lindqvist"
#define OFFICE "person:role:head GH"

static void
import_text (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = write_file (fixture, name, text);

  import_and_wait (fixture->library, path, 1);
}

static void
import_all (Fixture *fixture, gboolean backwards)
{
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      guint at = backwards ? N_ARTICLES - 1 - i : i;

      import_text (fixture, articles[at].name, articles[at].text);
    }
}

static gint64
find_article (Fixture *fixture, const char *title)
{
  g_autoptr (GListModel) list = rcp_library_list_articles (fixture->library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (list, i);

      if (g_str_equal (rcp_article_get_title (article), title))
        return rcp_article_get_id (article);
    }
  g_assert_not_reached ();
}

static RcpActor *
find_actor (Fixture *fixture, const char *key)
{
  g_autoptr (GListModel) list = rcp_library_list_actors (fixture->library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (list, i);

      if (g_str_equal (rcp_actor_get_key (actor), key))
        return g_steal_pointer (&actor);
    }
  return NULL;
}

/* Whoever the first mention of an article shows, and whoever takes part in its first event. */
static void
assert_acts (Fixture *fixture, const char *title, const char *key)
{
  g_autoptr (RcpActor) actor = find_actor (fixture, key);
  g_autoptr (RcpArticleDetail) detail = rcp_library_load_article (fixture->library, find_article (fixture, title), NULL, NULL);
  const GArray *mentions = rcp_article_detail_get_mentions (detail);
  g_autoptr (GListModel) events = rcp_library_list_events (fixture->library, 0, NULL, NULL);
  gboolean takes_part = FALSE;

  g_assert_nonnull (actor);
  g_assert_cmpuint (mentions->len, >, 0);
  g_assert_cmpint (g_array_index (mentions, RcpMention, 0).actor, ==, rcp_actor_get_id (actor));
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      gsize size = 0;
      const gint64 *ids = g_bytes_get_data (rcp_event_get_actor_ids (event), &size);

      for (gsize j = 0; j < size / sizeof *ids; j++)
        takes_part = takes_part || ids[j] == rcp_actor_get_id (actor);
    }
  if (!takes_part)
    g_error ("“%s”: %s takes part in nothing", title, key);
}

static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_library_check (fixture->library, findings, NULL, &error));
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_order (Fixture *fixture, gconstpointer backwards)
{
  import_all (fixture, backwards != NULL);
  assert_acts (fixture, "Réception au palais", BRANDT);
  assert_acts (fixture, "Accord de pêche", BRANDT);
  assert_acts (fixture, "Nouvelle rencontre", LINDQVIST);
  assert_acts (fixture, "Accord rompu", LINDQVIST);
  /* Nobody is seen in the office within a year of that. */
  assert_acts (fixture, "Visite de chantier", OFFICE);
  assert_sound (fixture);
}

static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpActor) actor = NULL;
  g_autoptr (RcpActorCard) card = NULL;
  g_autoptr (GError) error = NULL;
  guint n_by_office = 0, n_functions = 0;

  import_all (fixture, TRUE);
  actor = find_actor (fixture, LINDQVIST);
  card = rcp_library_load_actor_card (fixture->library, rcp_actor_get_id (actor), 0, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (rcp_actor_card_get_aliases (card)); i++)
    {
      g_autoptr (RcpActorAlias) alias = g_list_model_get_item (rcp_actor_card_get_aliases (card), i);

      if (!g_str_equal (rcp_actor_alias_get_text (alias), "président ghanéen"))
        continue;
      n_by_office++;
      g_assert_cmpint (rcp_actor_alias_get_reason (alias), ==, RCP_ALIAS_REASON_OFFICE);
      g_assert_cmpuint (rcp_actor_alias_get_n_mentions (alias), ==, 1);
    }
  g_assert_cmpuint (n_by_office, ==, 1);
  for (guint i = 0; i < g_list_model_get_n_items (rcp_actor_card_get_functions (card)); i++)
    {
      g_autoptr (RcpActorFunction) function = g_list_model_get_item (rcp_actor_card_get_functions (card), i);
      gint32 day = rcp_day_from_ymd (2024, 5, 20);

      if (!g_str_equal (rcp_actor_function_get_text (function), "président ghanéen"))
        continue;
      n_functions++;
      g_assert_cmpint (rcp_actor_function_get_first_day (function), ==, day);
      g_assert_cmpint (rcp_actor_function_get_last_day (function), ==, day);
    }
  g_assert_cmpuint (n_functions, ==, 1);
}

/* Who told it goes, and comes back. */
static void
test_removal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  import_all (fixture, FALSE);
  id = find_article (fixture, "Nouvelle rencontre");
  g_assert_true (rcp_library_remove_article (fixture->library, id, NULL, &error));
  g_assert_no_error (error);
  assert_acts (fixture, "Accord rompu", OFFICE);
  assert_acts (fixture, "Accord de pêche", BRANDT);
  g_assert_null (find_actor (fixture, LINDQVIST));
  assert_sound (fixture);
  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  g_assert_no_error (error);
  assert_acts (fixture, "Accord rompu", LINDQVIST);
  assert_sound (fixture);
}

/* What the user says of the holder holds where the office means the holder, also of what is imported later. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpActor) brandt = NULL;
  g_autoptr (RcpActor) lindqvist = NULL;
  g_autoptr (GListModel) log = NULL;
  g_autoptr (RcpCorrection) merge = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 3; i++)
    import_text (fixture, articles[i].name, articles[i].text);
  brandt = find_actor (fixture, BRANDT);
  lindqvist = find_actor (fixture, LINDQVIST);
  g_assert_true (rcp_library_merge_actors (fixture->library, rcp_actor_get_id (lindqvist), rcp_actor_get_id (brandt), NULL,
                                           &error));
  g_assert_no_error (error);
  for (guint i = 3; i < N_ARTICLES; i++)
    import_text (fixture, articles[i].name, articles[i].text);
  assert_acts (fixture, "Accord de pêche", BRANDT);
  assert_acts (fixture, "Accord rompu", BRANDT);
  assert_acts (fixture, "Visite de chantier", OFFICE);
  g_assert_null (find_actor (fixture, LINDQVIST));
  log = rcp_library_list_corrections (fixture->library, 0, NULL, NULL);
  merge = g_list_model_get_item (log, 0);
  g_assert_true (rcp_library_drop_correction (fixture->library, rcp_correction_get_id (merge), NULL, &error));
  g_assert_no_error (error);
  assert_acts (fixture, "Accord rompu", LINDQVIST);
  assert_acts (fixture, "Accord de pêche", BRANDT);
  assert_sound (fixture);
}

/* Two who are seen in it on both sides of a day: nobody knows when the one followed the other. */
static void
test_change (Fixture *fixture, gconstpointer data)
{
  import_text (fixture, articles[0].name, articles[0].text);
  import_text (fixture, articles[1].name, articles[1].text);
  assert_acts (fixture, "Accord de pêche", BRANDT);
  import_text (fixture, "f.txt", "Prise de fonctions\n\nPublié le 2 avril 2012\n\n"
                                 "Le président ghanéen, Nora Falkenberg, a visité un port le 2 avril 2012.\n");
  assert_acts (fixture, "Accord de pêche", OFFICE);
  import_text (fixture, "g.txt", "Derniers jours\n\nPublié le 25 mars 2012\n\n"
                                 "Le président ghanéen, Kofi Brandt, a remercié les dockers le 25 mars 2012.\n");
  assert_acts (fixture, "Accord de pêche", BRANDT);
  assert_sound (fixture);
}

/* Of whom no article tells the office: the lexicon knows who held it, and an article who that is. */
static void
test_lexicon (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  import_text (fixture, "a.txt", "Discours au port\n\nPublié le 4 juin 2014\n\n"
                                 "Le président français a signé un accord avec le Chili le 4 juin 2014.\n");
  assert_acts (fixture, "Discours au port", "person:role:head FR");
  import_text (fixture, "b.txt", "Retour au port\n\nPublié le 4 juin 2021\n\n"
                                 "François Hollande a visité un quai le 3 juin 2021.\n");
  assert_acts (fixture, "Discours au port", "person:francois hollande");
  id = find_article (fixture, "Retour au port");
  g_assert_true (rcp_library_remove_article (fixture->library, id, NULL, &error));
  g_assert_no_error (error);
  assert_acts (fixture, "Discours au port", "person:role:head FR");
  assert_sound (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function) g_test_add (name, Fixture, data, fixture_set_up, function, fixture_tear_down)
  ADD ("/offices/forwards", NULL, test_order);
  ADD ("/offices/backwards", articles, test_order);
  ADD ("/offices/card", NULL, test_card);
  ADD ("/offices/removal", NULL, test_removal);
  ADD ("/offices/merge", NULL, test_merge);
  ADD ("/offices/change", NULL, test_change);
  ADD ("/offices/lexicon", NULL, test_lexicon);
#undef ADD
  return g_test_run ();
}
