#include "config.h"

#include "library-fixture.h"

#include "rcp-article-edit.h"

/* What is new since the last visit: what nothing told before, what is told once more, what known articles say otherwise. */

#define PAGE(address, outlet, day, title, body)                                                                           \
  "<html lang=\"en\"><head><title>" title "</title><link rel=\"canonical\" href=\"" address "\">"                         \
  "<meta property=\"og:site_name\" content=\"" outlet "\"><meta property=\"article:published_time\" content=\"" day       \
  "T08:00:00Z\"></head><body><article><h1>" title "</h1>" body "</article></body></html>"

#define BLAST(number) "<p>A blast at the tram depot in Harlow killed " number " people on Tuesday 9 May 2023, police said.</p>"
#define VISIT "<p>The mayor, Anna Reed, visited the depot on Wednesday 10 May 2023.</p>"

static const char first[] = PAGE ("https://post.example/depot", "Harlow Post", "2023-05-11", "Blast at the depot in Harlow",
                                  BLAST ("four") VISIT);
static const char later[] = PAGE ("https://post.example/depot", "Harlow Post", "2023-05-11", "Blast at the depot in Harlow",
                                  "<p>Updated at noon.</p>" BLAST ("six") VISIT);
static const char other[] = PAGE ("https://valley.example/x", "Valley Times", "2023-05-12", "Harlow depot: five dead",
                                  "<p>Five people died when a blast tore through the tram depot in Harlow on 9 May 2023.</p>"
                                  "<p>Norway signed a fishing treaty with Iceland on Friday 12 May 2023 in Oslo.</p>");
static const char copy[] = PAGE ("https://copy.example/z", "Daily Echo", "2023-05-13", "Deadly blast",
                                 "<p>Five people died when a blast tore through the tram depot in Harlow on 9 May 2023.</p>"
                                 "<p>Norway signed a fishing treaty with Iceland on Friday 12 May 2023 in Oslo.</p>");
static const char front[] = PAGE ("https://post.example/depot", "Harlow Post", "2023-06-02", "Ferry sold",
                                  "<p>Denmark sold an old ferry to Greece on Thursday 1 June 2023.</p>"
                                  "<p>Shipowners in Athens hope for a long summer of full boats between the islands.</p>");

static const char plan[] = PAGE ("https://post.example/tram", "Harlow Post", "2023-05-11", "Trams to run again",
                                 "<p>Northline will reopen the tram line in Harlow on Friday 12 May 2023.</p>");
static const char outcome[] = PAGE ("https://valley.example/tram", "Valley Times", "2023-05-13", "Trams run again",
                                    "<p>Northline reopened the tram line in Harlow on Friday 12 May 2023.</p>");

static RcpNews *
load_news (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RcpNews *news = rcp_library_load_news (fixture->library, 0, -1, NULL, &error);

  g_assert_no_error (error);
  return news;
}

/* Now, and from here on an hour later. */
static void
look_through (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  rcp_library_set_visit (fixture->library, 0, rcp_clock_now_us (), NULL, &error);
  g_assert_no_error (error);
  rcp_clock_set_now_us (rcp_clock_now_us () + G_TIME_SPAN_HOUR);
}

static void
import_text (Fixture *fixture, const char *name, const char *text, guint n_added)
{
  g_autofree char *path = write_file (fixture, name, text);

  import_and_wait (fixture->library, path, n_added);
}

static guint
count (GListModel *list)
{
  return g_list_model_get_n_items (list);
}

/* Who was never here is told nothing, and who was, only what came since. */
static void
test_first_visit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpNews) before = NULL, after = NULL;

  import_text (fixture, "first.html", first, 1);
  before = load_news (fixture);
  g_assert_cmpint (rcp_news_get_since_us (before), ==, 0);
  g_assert_cmpuint (rcp_news_count (before), ==, 0);
  look_through (fixture);
  after = load_news (fixture);
  g_assert_cmpuint (rcp_news_count (after), ==, 0);
}

/* New events, accounts and differences; what repeats others is apart; a new analysis makes nothing new. */
static void
test_new_articles (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpNews) news = NULL, again = NULL, seen = NULL;
  g_autoptr (RcpEvent) event = NULL;
  g_autoptr (RcpAccount) account = NULL;
  g_autoptr (RcpImport) reading = NULL;
  gboolean number = FALSE;

  import_text (fixture, "first.html", first, 1);
  look_through (fixture);
  import_text (fixture, "other.html", other, 1);
  import_text (fixture, "copy.html", copy, 1);
  news = load_news (fixture);
  g_assert_cmpuint (count (rcp_news_get_events (news)), ==, 1);
  event = g_list_model_get_item (rcp_news_get_events (news), 0);
  g_assert_cmpstr (rcp_edtf_get_string (rcp_event_get_date (event)), ==, "2023-05-12");
  g_assert_cmpuint (count (rcp_news_get_accounts (news)), ==, 1);
  account = g_list_model_get_item (rcp_news_get_accounts (news), 0);
  g_assert_cmpstr (rcp_account_get_outlet (account), ==, "Valley Times");
  g_assert_nonnull (rcp_news_find_event (news, rcp_account_get_event_id (account)));
  for (guint i = 0; i < count (rcp_news_get_discrepancies (news)); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (rcp_news_get_discrepancies (news), i);

      number = number || rcp_discrepancy_get_kind (discrepancy) == RCP_DISCREPANCY_NUMBER;
    }
  g_assert_true (number);
  g_assert_cmpuint (count (rcp_news_get_copies (news)), ==, 2);
  g_assert_cmpuint (count (rcp_news_get_edits (news)), ==, 0);

  reading = rcp_library_reanalyse (fixture->library);
  g_assert_true (rcp_import_wait (reading, NULL));
  again = load_news (fixture);
  g_assert_cmpuint (rcp_news_count (again), ==, rcp_news_count (news));
  look_through (fixture);
  seen = load_news (fixture);
  g_assert_cmpuint (rcp_news_count (seen), ==, 0);
  g_assert_cmpuint (count (rcp_news_get_copies (seen)), ==, 0);
}

/* A page of the same address with other words is a later version: one article, what it said before is told, and a note
 * stays with its words. */
static void
test_later_version (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpNews) news = NULL;
  g_autoptr (RcpArticleEdit) edit = NULL;
  g_autoptr (GListModel) articles = NULL, notes = NULL;
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (RcpArticleDetail) before = NULL, after = NULL;
  g_autoptr (RcpNote) note = NULL, kept = NULL;
  g_autoptr (RcpImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = write_file (fixture, "later.html", later), *found = NULL;
  const char *paths[] = { path, NULL }, *text, *place;
  guint start;

  import_text (fixture, "first.html", first, 1);
  articles = rcp_library_list_articles (fixture->library, 0, NULL, NULL);
  article = g_list_model_get_item (articles, 0);
  before = rcp_library_load_article (fixture->library, rcp_article_get_id (article), NULL, &error);
  g_assert_no_error (error);
  text = rcp_article_detail_get_text (before);
  place = strstr (text, "Anna Reed");
  g_assert_nonnull (place);
  start = g_utf8_pointer_to_offset (text, place);
  note = g_object_new (RCP_TYPE_NOTE, "target", RCP_NOTE_PASSAGE, "article-id", rcp_article_get_id (article), "start", start,
                       "end", start + 9, "quote", "Anna Reed", "body", "Ask her office.", NULL);
  g_assert_true (rcp_library_save_note (fixture->library, note, NULL, &error));
  g_assert_no_error (error);
  look_through (fixture);

  import = import_paths (fixture->library, paths, 0);
  g_assert_true (rcp_import_wait (import, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (import), ==, 0);
  g_assert_cmpuint (rcp_import_get_n_updated (import), ==, 1);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 1);

  news = load_news (fixture);
  g_assert_cmpuint (count (rcp_news_get_events (news)), ==, 0);
  g_assert_cmpuint (count (rcp_news_get_edits (news)), ==, 1);
  edit = g_list_model_get_item (rcp_news_get_edits (news), 0);
  g_assert_cmpint (rcp_article_edit_get_kind (edit), ==, RCP_EDIT_CHANGED);
  g_assert_cmpuint (rcp_article_edit_get_points (edit), ==, RCP_EDIT_POINT_NUMBER);
  g_assert_nonnull (strstr (rcp_article_edit_get_before (edit), "four people"));
  g_assert_nonnull (strstr (rcp_article_edit_get_after (edit), "six people"));

  after = rcp_library_load_article (fixture->library, rcp_article_get_id (article), NULL, &error);
  g_assert_no_error (error);
  notes = rcp_library_list_notes (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (notes), ==, 1);
  kept = g_list_model_get_item (notes, 0);
  text = rcp_article_detail_get_text (after);
  found = g_utf8_substring (text, rcp_note_get_start (kept), rcp_note_get_end (kept));
  g_assert_cmpstr (found, ==, "Anna Reed");
  g_assert_cmpuint (rcp_note_get_start (kept), >, start);
}

/* What was planned when the user last looked, and has come about since, in whatever order the articles come. */
static void
test_outcome (Fixture *fixture, gconstpointer data)
{
  gboolean backwards = GPOINTER_TO_INT (data);
  g_autoptr (GListModel) events = NULL;
  g_autoptr (GError) error = NULL;
  guint n_plans = 0;

  import_text (fixture, "first.html", backwards ? outcome : plan, 1);
  look_through (fixture);
  import_text (fixture, "second.html", backwards ? plan : outcome, 1);
  events = rcp_library_list_events (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (RcpEventDetail) detail = rcp_library_load_event (fixture->library, rcp_event_get_id (event), 0, NULL, &error);
      g_autoptr (RcpEventDetail) there = NULL;
      RcpEvent *came = NULL;

      g_assert_no_error (error);
      came = rcp_event_detail_get_outcome (detail);
      if (came == NULL)
        continue;
      n_plans++;
      g_assert_cmpint (rcp_event_get_status (event), ==, RCP_STATUS_PLANNED);
      g_assert_cmpint (rcp_event_get_status (came), ==, RCP_STATUS_DONE);
      there = rcp_library_load_event (fixture->library, rcp_event_get_id (came), 0, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rcp_event_detail_get_plans (there)->len, ==, 1);
      g_assert_true (rcp_event_get_id (rcp_event_detail_get_plans (there)->pdata[0]) == rcp_event_get_id (event));
    }
  g_assert_cmpuint (n_plans, ==, 1);
  if (!backwards)
    {
      g_autoptr (RcpNews) news = load_news (fixture);

      g_assert_cmpuint (count (rcp_news_get_outcomes (news)), ==, 1);
      g_assert_cmpuint (count (rcp_news_get_events (news)), ==, 0);
    }
}

/* A page that has the address of another and nothing else of it is an article of its own. */
static void
test_same_address (Fixture *fixture, gconstpointer data)
{
  import_text (fixture, "first.html", first, 1);
  import_text (fixture, "front.html", front, 1);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/news/" path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("first-visit", test_first_visit);
  ADD ("new-articles", test_new_articles);
  ADD ("later-version", test_later_version);
  ADD ("same-address", test_same_address);
  ADD ("outcome", test_outcome);
  g_test_add ("/news/outcome-backwards", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up, test_outcome, fixture_tear_down);
  return g_test_run ();
}
