#include "config.h"

#include "library-fixture.h"

#include "same-state.h"

#include "rcp-enum-types.h"

/* Whatever a person says of actors, and in whatever order: a new reading of everything changes nothing of it, articles that
 * come later are treated as those that were there, and what is taken back leaves no trace. */

#define N_ARTICLES 16
#define N_CORRECTIONS 300
#define SEED 20240316

static const char *const states[] = { "Le Chili", "Le Ghana", "Le Kenya", "La Norvège", "Le Pérou", "Le Vietnam" };
static const char *const people[] = { "Amara Berthier", "Bruno Castellan", "Celia Dorval", "Daniel Eklund",
                                      "Esther Farouk", "Farid Gaspard", "Greta Hollis", "Hugo Ibarra" };
static const char *const offices[] = { "la ministre de la Défense", "le président", "le Premier ministre", "le général" };
static const char *const bodies[] = { "l’Union africaine", "la Banque mondiale", "l’Organisation mondiale de la santé",
                                      "l’OMS", "l’ONU" };

static const char *
pick (GRand *rand, const char *const *list, guint n)
{
  return list[g_rand_int_range (rand, 0, n)];
}
#define PICK(list) pick (rand, list, G_N_ELEMENTS (list))

/* An office with or without the name of who holds it. */
static char *
tell_office (GRand *rand, guint day)
{
  static const char *const held[] = { "Le président ghanéen", "Le président chilien", "Le Premier ministre norvégien" };
  const char *office = PICK (held);

  if (g_rand_int_range (rand, 0, 3) > 0)
    return g_strdup_printf (" %s a signé un traité le %u mai 2022.", office, day);
  return g_strdup_printf (" %s, %s, a signé un traité le %u mai 2022.", office, PICK (people), day);
}

static char *
make_article (GRand *rand, guint number)
{
  const char *state = PICK (states), *other = PICK (states), *person = PICK (people), *second = PICK (people);
  const char *surname = strrchr (person, ' ') + 1;
  guint day = number + 1;
  g_autofree char *held = tell_office (rand, day);

  return g_strdup_printf ("Dépêche numéro %u\n\nPublié le %u mai 2022\n\n"
                          "%s et %s ont signé un accord de pêche le %u mai 2022. "
                          "%s, %s, a rencontré %s à la capitale le %u mai 2022. "
                          "%s a dénoncé le texte. %s a promis une aide de %u millions le %u mai 2022. "
                          "Le chef de l’armée et %s ont quitté la salle, selon %s.%s\n",
                          number, MIN (day + 2, 30), state, other, day, person, PICK (offices), second, day, surname,
                          PICK (bodies), number + 2, day, surname, PICK (bodies), held);
}

static void
write_articles (Fixture *fixture, const char *folder)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/a%02u.txt", folder, i);
      g_autofree char *text = make_article (rand, i);
      g_autofree char *path = write_file (fixture, name, text);
    }
}

/* --- What a library shows --------------------------------------------------------------------------------------- */

/* Key by row, of every actor that is shown. */
static GHashTable *
describe_actors (RcpLibrary *library, GPtrArray *lines)
{
  GHashTable *keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GListModel) actors = rcp_library_list_actors (library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);
      gint64 id = rcp_actor_get_id (actor);
      g_autoptr (RcpActorCard) card = rcp_library_load_actor_card (library, id, 0, NULL, NULL);
      g_autoptr (GPtrArray) aliases = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      g_hash_table_insert (keys, g_memdup2 (&id, sizeof id), g_strdup (rcp_actor_get_key (actor)));
      for (guint j = 0; j < g_list_model_get_n_items (rcp_actor_card_get_aliases (card)); j++)
        {
          g_autoptr (RcpActorAlias) alias = g_list_model_get_item (rcp_actor_card_get_aliases (card), j);

          g_ptr_array_add (aliases, g_strdup_printf ("%s ×%u (%s)", rcp_actor_alias_get_text (alias),
                                                     rcp_actor_alias_get_n_mentions (alias),
                                                     rcp_enum_to_nick (RCP_TYPE_ALIAS_REASON,
                                                                       rcp_actor_alias_get_reason (alias))));
        }
      g_ptr_array_sort (aliases, compare_lines);
      g_ptr_array_add (aliases, NULL);
      text = g_strjoinv (", ", (char **) aliases->pdata);
      g_ptr_array_add (lines, g_strdup_printf ("actor %s | %s | %s | %u in %u | %s", rcp_actor_get_key (actor),
                                               rcp_enum_to_nick (RCP_TYPE_ACTOR_KIND, rcp_actor_get_kind (actor)),
                                               rcp_actor_get_name (actor), rcp_actor_get_n_mentions (actor),
                                               rcp_actor_get_n_articles (actor), text));
    }
  return keys;
}

static const char *
key_of (GHashTable *keys, gint64 id)
{
  const char *key = g_hash_table_lookup (keys, &id);

  /* A mere place is in no list. */
  return key ? key : "place";
}

/* What the list counts is what the articles name; in the dossier that holds them all too. */
static void
check_counts (RcpLibrary *library, GHashTable *n_mentions, GHashTable *n_articles)
{
  for (gint64 dossier = 0; dossier <= 1; dossier++)
    {
      g_autoptr (GListModel) actors = rcp_library_list_actors (library, dossier, NULL, NULL);

      for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
        {
          g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);
          gint64 id = rcp_actor_get_id (actor);
          gsize size = 0;
          const guint32 *counts = g_bytes_get_data (rcp_actor_get_counts (actor), &size);
          guint sum = 0;

          for (gsize j = 0; j < size / sizeof *counts; j++)
            sum += counts[j];
          g_assert_cmpuint (rcp_actor_get_n_mentions (actor), ==, GPOINTER_TO_UINT (g_hash_table_lookup (n_mentions, &id)));
          g_assert_cmpuint (rcp_actor_get_n_articles (actor), ==, GPOINTER_TO_UINT (g_hash_table_lookup (n_articles, &id)));
          g_assert_cmpuint (sum, ==, rcp_actor_get_n_mentions (actor));
        }
    }
}

static void
count_one (GHashTable *counts, gint64 id)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &id));

  g_hash_table_insert (counts, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (n + 1));
}

/* Who is shown, under which names; whom each mention shows; who takes part in which event. One line each, sorted, without
 * row numbers. */
static char *
describe (RcpLibrary *library)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) keys = describe_actors (library, lines);
  g_autoptr (GListModel) articles = rcp_library_list_articles (library, 0, NULL, NULL);
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);
  g_autoptr (GHashTable) n_mentions = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) n_articles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (RcpArticleDetail) detail = rcp_library_load_article (library, rcp_article_get_id (article), NULL, NULL);
      const GArray *mentions = rcp_article_detail_get_mentions (detail);
      g_autoptr (GHashTable) named = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

      for (guint j = 0; j < mentions->len; j++)
        {
          const RcpMention *mention = &g_array_index (mentions, RcpMention, j);

          count_one (n_mentions, mention->actor);
          if (g_hash_table_add (named, g_memdup2 (&mention->actor, sizeof mention->actor)))
            count_one (n_articles, mention->actor);
          g_ptr_array_add (lines, g_strdup_printf ("%s %u-%u %s", rcp_article_get_title (article), mention->range.start,
                                                   mention->range.end, key_of (keys, mention->actor)));
        }
    }
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (GPtrArray) doers = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;
      gsize size = 0;
      const gint64 *ids = g_bytes_get_data (rcp_event_get_actor_ids (event), &size);

      for (gsize j = 0; j < size / sizeof *ids; j++)
        g_ptr_array_add (doers, g_strdup (key_of (keys, ids[j])));
      text = join_sorted (doers);
      g_strdelimit (text, "\n", ',');
      g_ptr_array_add (lines, g_strdup_printf ("event %s %s | %s", rcp_event_get_date (event)
                                                                     ? rcp_edtf_get_string (rcp_event_get_date (event)) : "-",
                                               rcp_event_get_title (event), text));
    }
  check_counts (library, n_mentions, n_articles);
  return join_sorted (lines);
}

/* --- Random decisions ------------------------------------------------------------------------------------------- */

static gint64
pick_actor (GListModel *actors, GRand *rand)
{
  guint n = g_list_model_get_n_items (actors);
  g_autoptr (RcpActor) actor = n ? g_list_model_get_item (actors, g_rand_int_range (rand, 0, n)) : NULL;

  return actor ? rcp_actor_get_id (actor) : 0;
}

static char *
pick_alias (RcpLibrary *library, GRand *rand, gint64 id)
{
  g_autoptr (RcpActorCard) card = rcp_library_load_actor_card (library, id, 0, NULL, NULL);
  GListModel *aliases = card ? rcp_actor_card_get_aliases (card) : NULL;
  guint n = aliases ? g_list_model_get_n_items (aliases) : 0;
  g_autoptr (RcpActorAlias) alias = n ? g_list_model_get_item (aliases, g_rand_int_range (rand, 0, n)) : NULL;

  return g_strdup (alias ? rcp_actor_alias_get_text (alias) : "");
}

static gint64
pick_article (RcpLibrary *library, GRand *rand, gint64 id)
{
  g_autoptr (RcpActorCard) card = rcp_library_load_actor_card (library, id, 0, NULL, NULL);
  GListModel *passages = card ? rcp_actor_card_get_passages (card) : NULL;
  guint n = passages ? g_list_model_get_n_items (passages) : 0;
  g_autoptr (RcpActorPassage) passage = n ? g_list_model_get_item (passages, g_rand_int_range (rand, 0, n)) : NULL;

  return passage ? rcp_actor_passage_get_article_id (passage) : 0;
}

/* One decision of any kind; FALSE where it makes no sense of the actors it fell on. What ignored or merged actors were is
 * remembered in @seen, so that they are spoken of again. */
static gboolean
decide (RcpLibrary *library, GRand *rand, GArray *seen, GError **error)
{
  g_autoptr (GListModel) actors = rcp_library_list_actors (library, 0, NULL, NULL);
  gint64 id = pick_actor (actors, rand), other = pick_actor (actors, rand);
  gint64 hidden = seen->len ? g_array_index (seen, gint64, g_rand_int_range (rand, 0, seen->len)) : id;
  g_autofree char *alias = NULL;
  g_autofree char *name = g_strdup_printf ("Nom %d", g_rand_int_range (rand, 0, 40));
  g_autoptr (GListModel) log = NULL;
  g_autoptr (RcpCorrection) correction = NULL;

  g_array_append_val (seen, id);
  switch (g_rand_int_range (rand, 0, 18))
    {
    case 0:
    case 1:
      return rcp_library_merge_actors (library, id, other, NULL, error);
    case 2:
    case 3:
    case 4:
      alias = pick_alias (library, rand, id);
      return rcp_library_split_actor_alias (library, id, alias, NULL, error);
    case 5:
    case 6:
      return rcp_library_split_actor_article (library, id, pick_article (library, rand, id), NULL, error);
    case 7:
      return rcp_library_rename_actor (library, id, name, NULL, error);
    case 8:
      return rcp_library_rename_actor (library, hidden, NULL, NULL, error);
    case 9:
      return rcp_library_set_actor_kind (library, id, g_rand_int_range (rand, 0, 3), NULL, error);
    case 10:
      return rcp_library_ignore_actor (library, id, TRUE, NULL, error);
    case 11:
    case 12:
      return rcp_library_ignore_actor (library, hidden, FALSE, NULL, error);
    case 13:
    case 14:
    case 15:
      return rcp_library_keep_actors_apart (library, hidden, id, NULL, error);
    default:
      log = rcp_library_list_corrections (library, 0, NULL, NULL);
      if (g_list_model_get_n_items (log) == 0)
        return FALSE;
      correction = g_list_model_get_item (log, g_rand_int_range (rand, 0, g_list_model_get_n_items (log)));
      return rcp_library_drop_correction (library, rcp_correction_get_id (correction), NULL, error);
    }
}

static void
correct_at_random (RcpLibrary *library)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + 1);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_made = 0, n_tried = 0;

  while (n_made < N_CORRECTIONS)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (++n_tried, <, 10 * N_CORRECTIONS);
      rcp_clock_set_now_us (NOW_US + n_tried * G_USEC_PER_SEC);
      if (decide (library, rand, seen, &error))
        n_made++;
      else if (error != NULL && !g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND)
               && !g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS))
        g_error ("seed %d, correction %u: %s", SEED, n_made, error->message);
    }
}

/* --- The property ----------------------------------------------------------------------------------------------- */

/* The same corrections in an empty library, and then the articles. */
static RcpLibrary *
correct_first (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "first.recoupe", NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "articles", NULL);
  g_autoptr (RcpStore) from = NULL;
  g_autoptr (RcpStore) into = NULL;
  g_autoptr (GListModel) log = NULL;
  g_autofree char *copy_path = NULL;
  g_autoptr (RcpLibrary) copy = open_copy (fixture, "log.recoupe", &copy_path);
  g_autoptr (GError) error = NULL;
  RcpLibrary *library;

  g_assert_finalize_object (g_steal_pointer (&copy));
  from = rcp_store_open (copy_path, NULL, &error);
  into = rcp_store_open (path, NULL, &error);
  g_assert_no_error (error);
  log = rcp_store_list_corrections (from, NULL, &error);
  for (guint i = 0; i < g_list_model_get_n_items (log); i++)
    {
      g_autoptr (RcpCorrection) correction = g_list_model_get_item (log, i);

      g_assert_true (rcp_store_save_correction (into, correction, NULL, &error));
      g_assert_no_error (error);
    }
  rcp_store_close (from);
  rcp_store_close (into);
  library = rcp_library_open (path, NULL, &error);
  g_assert_no_error (error);
  import_and_wait (library, folder, N_ARTICLES);
  return library;
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "articles", NULL);
  g_autofree char *before = NULL;
  g_autofree char *corrected = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  write_articles (fixture, "articles");
  import_and_wait (fixture->library, folder, N_ARTICLES);
  before = describe (fixture->library);
  /* Some are told from their namesakes by the states of their offices. */
  g_assert_nonnull (strstr (before, "@"));
  {
    g_autoptr (RcpLibrary) again = read_all_again (fixture, "plain.recoupe", N_ARTICLES);
    g_autofree char *now = describe (again);

    assert_same (SEED, "read again without corrections", before, now);
  }
  correct_at_random (fixture->library);
  corrected = describe (fixture->library);
  g_assert_cmpstr (before, !=, corrected);
  {
    g_autoptr (RcpLibrary) again = read_all_again (fixture, "again.recoupe", N_ARTICLES);
    g_autofree char *now = describe (again);

    assert_same (SEED, "read again", corrected, now);
  }
  {
    g_autoptr (RcpLibrary) first = correct_first (fixture);
    g_autofree char *now = describe (first);

    assert_same (SEED, "articles that come later", corrected, now);
  }
  for (guint i = 0; i < N_CORRECTIONS; i++)
    {
      g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
      g_assert_no_error (error);
    }
  undone = describe (fixture->library);
  assert_same (SEED, "taken back", before, undone);
  g_assert_cmpuint (count_and_unref (rcp_library_list_corrections (fixture->library, 0, NULL, NULL)), ==, 0);
  g_assert_true (rcp_library_check (fixture->library, findings, NULL, &error));
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/corrections/random", Fixture, NULL, fixture_set_up, test_random, fixture_tear_down);
  return g_test_run ();
}
