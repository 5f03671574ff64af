/* The articles, the reader and the cross-check on a real library: the sample, imported into a file of the test's own. */

#include "config.h"

#include "ui-find.h"
#include "ui-library.h"
#include "ui-test.h"

#include "rcp-articles-view.h"
#include "rcp-cross-check-view.h"
#include "rcp-mark-popover.h"
#include "rcp-reader.h"

typedef struct
{
  char *folder;
  RcpLibrary *library;
  RcpTimelineState *state;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->library = ui_library_open (&fixture->folder);
  g_assert_cmpuint (ui_library_wait (rcp_library_import_sample (fixture->library, 0)), ==, 11);

  fixture->state = rcp_timeline_state_new ();
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 1200, 800);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->state);
  ui_library_close (fixture->library, fixture->folder);
}

static GtkWidget *
present (Fixture *fixture, GtkWidget *view)
{
  g_object_set (view, "library", fixture->library, "state", fixture->state, NULL);
  gtk_window_set_child (fixture->window, view);
  gtk_window_present (fixture->window);
  return view;
}

static gboolean
reader_has_text (gpointer view)
{
  GtkWidget *reader = find_type (view, RCP_TYPE_READER);

  return reader && gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader))) > 100;
}

static void
test_reader_opens_the_first_article (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = present (fixture, rcp_articles_view_new ());

  wait_until (reader_has_text (view));
  g_assert_cmpint (rcp_timeline_state_get_selected_article (fixture->state), !=, 0);
}

static void
test_reader_buffer_is_the_article (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = present (fixture, rcp_articles_view_new ());
  g_autoptr (RcpArticleDetail) detail = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *shown = NULL;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  GtkWidget *reader;
  const GPtrArray *dates;

  wait_until (reader_has_text (view));
  reader = find_type (view, RCP_TYPE_READER);
  detail = rcp_library_load_article (fixture->library, rcp_timeline_state_get_selected_article (fixture->state), NULL,
                                     &error);
  g_assert_no_error (error);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  /* Offsets in the buffer are code points of the article only as long as the two are the same. */
  g_assert_cmpstr (shown, ==, rcp_article_detail_get_text (detail));

  dates = rcp_article_detail_get_dates (detail);
  g_assert_cmpuint (dates->len, >, 0);
  for (guint i = 0; i < dates->len; i++)
    {
      RcpDateExpression *date = dates->pdata[i];

      g_assert_true (rcp_reader_find_date (RCP_READER (reader), date->range.start) != NULL);
      g_assert_true (rcp_reader_find_date (RCP_READER (reader), date->range.end) != date);
    }
}

static gboolean
reader_shows_wanted (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *reader = find_type (gtk_window_get_child (fixture->window), RCP_TYPE_READER);
  g_autoptr (RcpArticleDetail) wanted = rcp_library_load_article (
    fixture->library, rcp_timeline_state_get_selected_article (fixture->state), NULL, NULL);
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &start, &end);
  shown = gtk_text_buffer_get_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (reader)), &start, &end, TRUE);
  return g_strcmp0 (shown, rcp_article_detail_get_text (wanted)) == 0;
}

/* A passage of another article is asked for twice in a row, as what is selected and as what to scroll to: the article shown
 * meanwhile must not be taken for the one that is on its way. */
static void
test_reader_opens_a_passage_of_another (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = present (fixture, rcp_articles_view_new ());
  g_autoptr (GListModel) articles = rcp_library_list_articles (fixture->library, 0, NULL, NULL);

  wait_until (reader_has_text (view));
  for (guint i = 0; i < g_list_model_get_n_items (articles); i++)
    {
      g_autoptr (RcpArticle) article = g_list_model_get_item (articles, i);

      if (rcp_article_get_id (article) == rcp_timeline_state_get_selected_article (fixture->state))
        continue;
      rcp_timeline_state_open_article (fixture->state, rcp_article_get_id (article), 20, 40);
      wait_until (reader_shows_wanted (fixture));
      return;
    }
  g_assert_not_reached ();
}

static gboolean
is_narrow_list (gpointer view)
{
  return !gtk_widget_get_child_visible (gtk_widget_get_last_child (view));
}

static void
test_narrow_shows_one_pane (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = rcp_articles_view_new ();

  gtk_window_set_default_size (fixture->window, 380, 700);
  present (fixture, view);
  wait_until (is_narrow_list (view));
}

static gboolean
table_is_shown (gpointer view)
{
  GtkWidget *stack = find_type (view, GTK_TYPE_STACK);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "table") == 0;
}

static void
test_cross_check_fills (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = present (fixture, rcp_cross_check_view_new ());
  GtkWidget *list;

  wait_until (table_is_shown (view));
  list = find_class (view, "rcp-cross-list");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))), >, 5);
}

static void
test_destroyed_while_loading (Fixture *fixture, gconstpointer data)
{
  GtkWidget *views[] = { rcp_articles_view_new (), rcp_cross_check_view_new () };

  /* Nothing is waited for: the answers come after the widgets are gone. */
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      present (fixture, views[i]);
      g_main_context_iteration (NULL, FALSE);
      gtk_window_set_child (fixture->window, NULL);
    }
}

int
main (int argc, char *argv[])
{
  if (!ui_test_init (&argc, &argv))
    return 0;

#define ADD(name, func) g_test_add ("/pages/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("reader/opens-the-first-article", test_reader_opens_the_first_article);
  ADD ("reader/buffer-is-the-article", test_reader_buffer_is_the_article);
  ADD ("reader/opens-a-passage-of-another", test_reader_opens_a_passage_of_another);
  ADD ("articles/narrow-shows-one-pane", test_narrow_shows_one_pane);
  ADD ("cross-check/fills", test_cross_check_fills);
  ADD ("destroyed-while-loading", test_destroyed_while_loading);
#undef ADD
  return g_test_run ();
}
