#include "config.h"

#include "library-fixture.h"

/* Articles that date each other, whatever order they come in. */

typedef struct
{
  const char *a, *b, *c; /* states */
  const char *deal;      /* the day on which two of them sign, a Tuesday written out in French */
  const char *signed_on; /* the same day */
} Story;

static const Story stories[] = {
  { "Le Chili", "le Pérou", "la Bolivie", "mardi 4 mai 2021", "2021-05-04" },
  { "Le Ghana", "le Togo", "le Bénin", "mardi 9 mars 2021", "2021-03-09" },
  { "Le Kenya", "la Tanzanie", "l’Ouganda", "mardi 12 octobre 2021", "2021-10-12" },
};

#define N_EACH 5
#define N_ARTICLES (N_EACH * G_N_ELEMENTS (stories))

/* One dated article; one that tells the same of "mardi"; one that tells of what only the second dates; one that states
 * its date; one of something else. */
static char *
make_article (const Story *story, guint which)
{
  switch (which)
    {
    case 0:
      return g_strdup_printf ("Un accord de pêche\n\n%s et %s ont signé un accord de pêche %s au port. Les pêcheurs attendaient "
                              "ce texte depuis longtemps.\n",
                              story->a, story->b, story->deal);
    case 1:
      return g_strdup_printf ("Les pêcheurs soulagés\n\n%s et %s ont signé un accord de pêche mardi. Ce jeudi, les criées sont "
                              "pleines. Mercredi, %s a condamné %s pour ses taxes sur le poisson.\n",
                              story->a, story->b, story->a, story->c);
    case 2:
      return g_strdup_printf ("Le ton monte\n\nMercredi, %s a condamné %s pour ses taxes sur le poisson. Ce samedi, les quais "
                              "restent calmes.\n",
                              story->a, story->c);
    case 3:
      return g_strdup_printf ("Retour sur un accord\n\nPublié le 20 novembre 2021\n\n%s et %s ont signé un accord de pêche %s. Il "
                              "tient encore.\n",
                              story->a, story->b, story->deal);
    default:
      return g_strdup_printf ("Un phare à repeindre\n\nLe vieux phare de la côte sera repeint en blanc, dit la mairie de la ville "
                              "où %s a son port.\n",
                              story->a);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What the library says of each article, one line each, sorted: it has no place for the order of import. */
static char *
describe (RcpLibrary *library)
{
  g_autoptr (GListModel) articles = rcp_library_list_articles (library, 0, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (RcpArticleDetail) detail = rcp_library_load_article (library, rcp_article_get_id (article), NULL, NULL);
      RcpEdtf *published = rcp_article_get_published (article);

      g_ptr_array_add (lines, g_strdup_printf ("%s | %s best %d%s, %u clues", rcp_article_detail_get_text (detail),
                                               published ? rcp_edtf_get_string (published) : "-",
                                               rcp_article_get_best_day (article),
                                               rcp_article_get_is_sure (article) ? " sure" : "",
                                               rcp_article_detail_get_clues (detail)->len));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_published (RcpLibrary *library, const char *title, const char *actor)
{
  g_autoptr (GListModel) articles = rcp_library_list_articles (library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);
      g_autoptr (RcpArticleDetail) detail = rcp_library_load_article (library, rcp_article_get_id (article), NULL, NULL);

      if (g_str_equal (rcp_article_get_title (article), title) && strstr (rcp_article_detail_get_text (detail), actor))
        return rcp_article_get_published (article) ? g_strdup (rcp_edtf_get_string (rcp_article_get_published (article)))
                                                   : NULL;
    }
  return NULL;
}

static void
import_in_order (Fixture *fixture, const guint *order, guint from, guint n)
{
  for (guint i = from; i < from + n; i++)
    {
      g_autofree char *name = g_strdup_printf ("a%u.txt", order[i]);
      g_autofree char *text = make_article (&stories[order[i] / N_EACH], order[i] % N_EACH);
      g_autofree char *path = write_file (fixture, name, text);

      import_and_wait (fixture->library, path, 1);
    }
}

static void
shuffle (guint *order, guint n, GRand *random)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = g_rand_int_range (random, 0, i), kept = order[i - 1];

      order[i - 1] = order[j];
      order[j] = kept;
    }
}

static void
test_any_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20210504);
  g_autofree char *first = NULL;
  guint order[N_ARTICLES];

  for (guint i = 0; i < N_ARTICLES; i++)
    order[i] = i;
  for (guint round = 0; round < 6; round++)
    {
      g_autofree char *said = NULL;

      import_in_order (fixture, order, 0, N_ARTICLES);
      said = describe (fixture->library);
      if (first == NULL)
        first = g_strdup (said);
      g_assert_cmpstr (said, ==, first);
      fixture_tear_down (fixture, NULL);
      fixture_set_up (fixture, NULL);
      shuffle (order, N_ARTICLES, random);
    }
}

/* Each link of the chain is dated by the one before, also when the first comes last. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  static const guint orders[][3] = { { 0, 1, 2 }, { 2, 1, 0 }, { 1, 2, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *second = NULL;
      g_autofree char *third = NULL;

      import_in_order (fixture, orders[i], 0, 3);
      second = dup_published (fixture->library, "Les pêcheurs soulagés", "Chili");
      third = dup_published (fixture->library, "Le ton monte", "Chili");
      g_assert_cmpstr (second, ==, "2021-05-06");
      g_assert_cmpstr (third, ==, "2021-05-08?");
      fixture_tear_down (fixture, NULL);
      fixture_set_up (fixture, NULL);
    }
}

static char *
describe_events (RcpLibrary *library)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      RcpEdtf *date = rcp_event_get_date (event);

      g_string_append_printf (lines, "%s | %s | %u\n", rcp_event_get_title (event), date ? rcp_edtf_get_string (date) : "-",
                              rcp_event_get_n_accounts (event));
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static gint64
find_article (RcpLibrary *library, const char *title)
{
  g_autoptr (GListModel) articles = rcp_library_list_articles (library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);

      if (g_str_equal (rcp_article_get_title (article), title))
        return rcp_article_get_id (article);
    }
  g_assert_not_reached ();
}

/* The new date of what is called @text; NULL where it would not move. */
static const char *
find_move (GListModel *moves, const char *text, const char **old_date)
{
  for (guint i = 0; i < g_list_model_get_n_items (moves); i++)
    {
      g_autoptr (RcpDateMove) move = g_list_model_get_item (moves, i);

      if (g_str_equal (rcp_date_move_get_text (move), text))
        {
          *old_date = rcp_date_move_get_old_date (move) ? rcp_edtf_get_string (rcp_date_move_get_old_date (move)) : NULL;
          return rcp_date_move_get_new_date (move) ? rcp_edtf_get_string (rcp_date_move_get_new_date (move)) : NULL;
        }
    }
  return NULL;
}

/* What is shown before a date is set is what then happens, and undo brings all of it back. */
static void
test_preview (Fixture *fixture, gconstpointer data)
{
  static const guint order[] = { 0, 1, 2 };
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2021-05-14", NULL);
  g_autoptr (RcpDatePreview) preview = NULL;
  g_autoptr (RcpDatePreview) back = NULL;
  g_autoptr (RcpDatePreview) same = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *articles = NULL;
  g_autofree char *events = NULL;
  g_autofree char *looked = NULL;
  g_autofree char *third = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *undone_events = NULL;
  const char *old_date = NULL;
  gint64 id;

  import_in_order (fixture, order, 0, G_N_ELEMENTS (order));
  articles = describe (fixture->library);
  events = describe_events (fixture->library);
  id = find_article (fixture->library, "Les pêcheurs soulagés");

  preview = rcp_library_preview_published (fixture->library, id, date, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rcp_edtf_get_string (rcp_date_preview_get_old_date (preview)), ==, "2021-05-06");
  g_assert_cmpstr (rcp_edtf_get_string (rcp_date_preview_get_new_date (preview)), ==, "2021-05-14");
  g_assert_cmpuint (g_list_model_get_n_items (rcp_date_preview_get_expressions (preview)), ==, 3);
  g_assert_cmpstr (find_move (rcp_date_preview_get_expressions (preview), "mardi", &old_date), ==, "2021-05-11");
  g_assert_cmpstr (old_date, ==, "2021-05-04");
  g_assert_cmpuint (g_list_model_get_n_items (rcp_date_preview_get_articles (preview)), ==, 1);
  g_assert_cmpstr (find_move (rcp_date_preview_get_articles (preview), "Le ton monte", &old_date), ==, "2021-05-15?");
  g_assert_cmpstr (old_date, ==, "2021-05-08?");
  g_assert_cmpuint (g_list_model_get_n_items (rcp_date_preview_get_events (preview)), >, 0);
  /* Looking changes nothing. */
  looked = describe (fixture->library);
  g_assert_cmpstr (looked, ==, articles);

  g_assert_true (rcp_library_set_published (fixture->library, id, date, NULL, &error));
  g_assert_no_error (error);
  third = dup_published (fixture->library, "Le ton monte", "Chili");
  g_assert_cmpstr (third, ==, "2021-05-15?");
  for (guint i = 0; i < g_list_model_get_n_items (rcp_date_preview_get_events (preview)); i++)
    {
      g_autoptr (RcpDateMove) move = g_list_model_get_item (rcp_date_preview_get_events (preview), i);
      g_autoptr (RcpEventDetail) detail = NULL;

      if (rcp_date_move_get_id (move) == 0 || rcp_date_move_get_is_gone (move))
        continue;
      detail = rcp_library_load_event (fixture->library, rcp_date_move_get_id (move), 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (rcp_edtf_equal (rcp_event_get_date (rcp_event_detail_get_event (detail)),
                                     rcp_date_move_get_new_date (move)));
    }
  same = rcp_library_preview_published (fixture->library, id, date, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_date_preview_get_expressions (same)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_date_preview_get_articles (same)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_date_preview_get_events (same)), ==, 0);
  back = rcp_library_preview_published (fixture->library, id, NULL, NULL, &error);
  g_assert_cmpstr (rcp_edtf_get_string (rcp_date_preview_get_new_date (back)), ==, "2021-05-06");
  g_assert_cmpstr (find_move (rcp_date_preview_get_articles (back), "Le ton monte", &old_date), ==, "2021-05-08?");

  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  g_assert_no_error (error);
  undone = describe (fixture->library);
  undone_events = describe_events (fixture->library);
  g_assert_cmpstr (undone, ==, articles);
  g_assert_cmpstr (undone_events, ==, events);
}

/* What an article dated is dated without it when it goes, and again when it comes back. */
static void
test_removed (Fixture *fixture, gconstpointer data)
{
  static const guint order[] = { 0, 1, 2 };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  import_in_order (fixture, order, 0, G_N_ELEMENTS (order));
  before = describe (fixture->library);
  g_assert_true (rcp_library_remove_article (fixture->library, find_article (fixture->library, "Un accord de pêche"), NULL,
                                             &error));
  g_assert_no_error (error);
  second = dup_published (fixture->library, "Les pêcheurs soulagés", "Chili");
  third = dup_published (fixture->library, "Le ton monte", "Chili");
  g_assert_null (second);
  g_assert_null (third);
  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  g_assert_no_error (error);
  after = describe (fixture->library);
  g_assert_cmpstr (after, ==, before);
}

static void
preview_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;
  g_autoptr (RcpDatePreview) preview = rcp_library_preview_published_finish (RCP_LIBRARY (source), result, error);

  g_assert_null (preview);
}

static void
test_preview_cancelled (Fixture *fixture, gconstpointer data)
{
  static const guint order[] = { 0, 1 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;

  import_in_order (fixture, order, 0, G_N_ELEMENTS (order));
  g_cancellable_cancel (cancellable);
  rcp_library_preview_published_async (fixture->library, 1, NULL, cancellable, preview_cb, &error);
  wait_until (error != NULL);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (rcp_library_preview_published (fixture->library, 99, NULL, NULL, &missing));
  g_assert_error (missing, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/story/any-order", Fixture, NULL, fixture_set_up, test_any_order, fixture_tear_down);
  g_test_add ("/story/chain", Fixture, NULL, fixture_set_up, test_chain, fixture_tear_down);
  g_test_add ("/story/preview", Fixture, NULL, fixture_set_up, test_preview, fixture_tear_down);
  g_test_add ("/story/removed", Fixture, NULL, fixture_set_up, test_removed, fixture_tear_down);
  g_test_add ("/story/preview-cancelled", Fixture, NULL, fixture_set_up, test_preview_cancelled, fixture_tear_down);
  return g_test_run ();
}
