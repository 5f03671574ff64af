#include "config.h"

#include "library-fixture.h"

#include "rcp-store.h"

/* What a person changes: kept through a restart, taken back by undo, and left alone by every new analysis. */

static gint64
find_event (RcpLibrary *library, const char *edtf)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (rcp_event_get_date (event) != NULL
          && g_str_equal (rcp_edtf_get_string (rcp_event_get_date (event)), edtf))
        return rcp_event_get_id (event);
    }
  return 0;
}

static char *
dup_event_date (RcpLibrary *library, gint64 id, RcpDateRule *rule)
{
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, id, 0, NULL, NULL);
  RcpEvent *event;

  if (detail == NULL)
    return NULL;
  event = rcp_event_detail_get_event (detail);
  if (rule != NULL)
    *rule = rcp_event_get_date_rule (event);
  return g_strdup (rcp_event_get_date (event) ? rcp_edtf_get_string (rcp_event_get_date (event)) : "");
}

static RcpNote *
first_note (RcpLibrary *library)
{
  g_autoptr (GListModel) notes = rcp_library_list_notes (library, 0, NULL, NULL);

  return g_list_model_get_item (notes, 0);
}

static void
import_story (Fixture *fixture)
{
  g_autofree char *a = write_file (fixture, "story/harbour.html", article_harbour);
  g_autofree char *b = write_file (fixture, "story/relais.html", article_relais);
  g_autofree char *folder = g_build_filename (fixture->folder, "story", NULL);

  import_and_wait (fixture->library, folder, 2);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  fixture->library = rcp_library_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (rcp_library_get_undo_label (fixture->library));
  rcp_library_undo (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
}

/* A weekday that its date does not have is kept with the event, to be shown beside its date. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  static const char article[] = "Le pont de Mopa fermé\n\nL’armée du Pérou a fermé le pont de Mopa mardi 4 mai 2022, selon la ville.\n";
  g_autofree char *path = write_file (fixture, "mopa.txt", article);
  g_autoptr (RcpEventDetail) detail = NULL;
  g_autoptr (GError) error = NULL;
  const GPtrArray *conflicts;

  import_and_wait (fixture->library, path, 1);
  detail = rcp_library_load_event (fixture->library, find_event (fixture->library, "2022-05-04"), 0, NULL, &error);
  g_assert_no_error (error);
  conflicts = rcp_event_detail_get_conflicts (detail);
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_assert_cmpstr (((RcpDateExpression *) conflicts->pdata[0])->text, ==, "mardi 4 mai 2022");
}

/* --- Notes ------------------------------------------------------------------------------------------------------ */

static void
test_note_on_passage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (RcpNote) note = NULL;
  g_autoptr (RcpNote) kept = NULL;
  g_autoptr (RcpNote) changed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  import_story (fixture);
  articles = rcp_library_list_articles (fixture->library, 0, NULL, NULL);
  article = g_list_model_get_item (articles, 0);
  note = g_object_new (RCP_TYPE_NOTE, "target", RCP_NOTE_PASSAGE, "article-id", rcp_article_get_id (article), "start", 10u,
                       "end", 16u, "quote", "Norway", "body", "Ask the port authority.", NULL);
  g_assert_true (rcp_library_save_note (fixture->library, note, NULL, &error));
  g_assert_no_error (error);
  id = rcp_library_get_last_id (fixture->library);
  g_assert_cmpint (id, >, 0);
  reopen (fixture);
  kept = first_note (fixture->library);
  g_assert_cmpint (rcp_note_get_id (kept), ==, id);
  g_assert_cmpstr (rcp_note_get_body (kept), ==, "Ask the port authority.");
  g_assert_cmpuint (rcp_note_get_start (kept), ==, 10);
  g_assert_cmpint (rcp_note_get_created_us (kept), ==, NOW_US);

  rcp_note_set_body (kept, "Asked.");
  g_assert_true (rcp_library_save_note (fixture->library, kept, NULL, &error));
  g_assert_cmpuint (count_and_unref (rcp_library_list_notes (fixture->library, 0, NULL, NULL)), ==, 1);
  undo (fixture);
  changed = first_note (fixture->library);
  g_assert_cmpstr (rcp_note_get_body (changed), ==, "Ask the port authority.");

  g_assert_true (rcp_library_delete_note (fixture->library, id, NULL, &error));
  g_assert_cmpuint (count_and_unref (rcp_library_list_notes (fixture->library, 0, NULL, NULL)), ==, 0);
  undo (fixture);
  g_assert_cmpuint (count_and_unref (rcp_library_list_notes (fixture->library, 0, NULL, NULL)), ==, 1);
}

static void
test_note_on_event (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpNote) note = NULL;
  g_autoptr (RcpNote) kept = NULL;
  g_autoptr (RcpEventDetail) detail = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *inland = write_file (fixture, "inland.txt", article_inland);
  gint64 event_id;

  import_story (fixture);
  event_id = find_event (fixture->library, "2019-05-14");
  g_assert_cmpint (event_id, !=, 0);
  note = g_object_new (RCP_TYPE_NOTE, "target", RCP_NOTE_EVENT, "event-id", event_id, "body", "Six years or ten?", NULL);
  g_assert_true (rcp_library_save_note (fixture->library, note, NULL, &error));
  g_assert_no_error (error);
  /* Another article joins the event; the note stays on it. */
  import_and_wait (fixture->library, inland, 1);
  reopen (fixture);
  event_id = find_event (fixture->library, "2019-05-14");
  detail = rcp_library_load_event (fixture->library, event_id, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_event_detail_get_notes (detail)), ==, 1);
  kept = g_list_model_get_item (rcp_event_detail_get_notes (detail), 0);
  g_assert_cmpstr (rcp_note_get_body (kept), ==, "Six years or ten?");
}

/* --- Corrections ------------------------------------------------------------------------------------------------ */

static void
test_event_date (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2019-05-13", NULL);
  g_autofree char *inland = write_file (fixture, "inland.txt", article_inland);
  g_autofree char *set = NULL;
  g_autofree char *later = NULL;
  g_autofree char *back = NULL;
  g_autoptr (GError) error = NULL;
  RcpDateRule rule = RCP_DATE_RULE_NONE;
  gint64 id;

  import_story (fixture);
  id = find_event (fixture->library, "2019-05-14");
  g_assert_true (rcp_library_set_event_date (fixture->library, id, date, NULL, &error));
  g_assert_no_error (error);
  set = dup_event_date (fixture->library, id, &rule);
  g_assert_cmpstr (set, ==, "2019-05-13");
  g_assert_cmpint (rule, ==, RCP_DATE_RULE_USER);
  import_and_wait (fixture->library, inland, 1);
  later = dup_event_date (fixture->library, id, &rule);
  g_assert_cmpstr (later, ==, "2019-05-13");
  g_assert_cmpint (rule, ==, RCP_DATE_RULE_USER);
  undo (fixture);
  back = dup_event_date (fixture->library, id, &rule);
  g_assert_cmpstr (back, ==, "2019-05-14");
}

static void
test_published (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_file (fixture, "strike.txt",
                                      "Bakers strike in Quito\n\nBakers in Quito went on strike on Monday. Ecuador’s "
                                      "government rejected their demands on Tuesday.\n");
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2018-03-07", NULL);
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (RcpArticleDetail) detail = NULL;
  g_autoptr (RcpArticleDetail) undone = NULL;
  g_autoptr (GError) error = NULL;
  gboolean found = FALSE;

  import_and_wait (fixture->library, path, 1);
  articles = rcp_library_list_articles (fixture->library, 0, NULL, NULL);
  article = g_list_model_get_item (articles, 0);
  g_assert_true (rcp_library_set_published (fixture->library, rcp_article_get_id (article), date, NULL, &error));
  g_assert_no_error (error);
  detail = rcp_library_load_article (fixture->library, rcp_article_get_id (article), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rcp_article_get_published_basis (rcp_article_detail_get_article (detail)), ==, RCP_PUBLISHED_USER);
  /* 7 March 2018 was a Wednesday: what the article tells of "Monday" was on the 5th. */
  for (guint i = 0; i < rcp_article_detail_get_dates (detail)->len; i++)
    {
      const RcpDateExpression *expression = rcp_article_detail_get_dates (detail)->pdata[i];

      found = found || (expression->value && g_str_equal (rcp_edtf_get_string (expression->value), "2018-03-05"));
    }
  g_assert_true (found);
  undo (fixture);
  undone = rcp_library_load_article (fixture->library, rcp_article_get_id (article), NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rcp_article_get_published_basis (rcp_article_detail_get_article (undone)), !=, RCP_PUBLISHED_USER);
}

static void
test_pin (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) actors = NULL;
  g_autoptr (RcpActor) actor = NULL;
  g_autoptr (RcpActor) pinned = NULL;
  g_autoptr (RcpActor) unpinned = NULL;
  g_autoptr (GError) error = NULL;

  import_story (fixture);
  actors = rcp_library_list_actors (fixture->library, 0, NULL, NULL);
  actor = g_list_model_get_item (actors, 0);
  g_assert_cmpint (rcp_actor_get_pin_rank (actor), ==, -1);
  g_assert_true (rcp_library_pin_actor (fixture->library, rcp_actor_get_id (actor), G_MAXINT, NULL, &error));
  reopen (fixture);
  pinned = rcp_library_load_actor (fixture->library, rcp_actor_get_id (actor), 0, NULL, &error);
  g_assert_cmpint (rcp_actor_get_pin_rank (pinned), ==, 0);
  g_assert_null (rcp_library_get_undo_label (fixture->library));
  g_assert_true (rcp_library_pin_actor (fixture->library, rcp_actor_get_id (actor), -1, NULL, &error));
  undo (fixture);
  unpinned = rcp_library_load_actor (fixture->library, rcp_actor_get_id (actor), 0, NULL, &error);
  g_assert_cmpint (rcp_actor_get_pin_rank (unpinned), ==, 0);
}

/* --- Reading again ---------------------------------------------------------------------------------------------- */

/* An article that waits for analysis is read again, and everything the user said is as it was. */
static void
test_reanalyse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpEdtf) date = rcp_edtf_parse ("2019-05-13", NULL);
  g_autoptr (RcpNote) note = NULL;
  g_autoptr (RcpStore) store = NULL;
  g_autoptr (RcpImport) again = NULL;
  g_autoptr (RcpImport) nothing = NULL;
  g_autoptr (RcpEventDetail) detail = NULL;
  g_autoptr (GArray) outdated = NULL;
  g_autoptr (GError) error = NULL;
  guint n_events;
  gint64 id;

  import_story (fixture);
  nothing = rcp_library_reanalyse (fixture->library);
  g_assert_true (rcp_import_wait (nothing, NULL));
  g_assert_cmpuint (rcp_import_get_n_added (nothing), ==, 0);
  n_events = count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL));
  id = find_event (fixture->library, "2019-05-14");
  note = g_object_new (RCP_TYPE_NOTE, "target", RCP_NOTE_EVENT, "event-id", id, "body", "Six years or ten?", NULL);
  g_assert_true (rcp_library_save_note (fixture->library, note, NULL, NULL));
  g_assert_true (rcp_library_set_event_date (fixture->library, id, date, NULL, NULL));
  g_assert_finalize_object (g_steal_pointer (&fixture->library));

  /* Taking back a publication date leaves the article to be read again. */
  store = rcp_store_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (rcp_store_set_published (store, 1, NULL, NULL, &error));
  g_assert_true (rcp_store_set_published (store, 2, NULL, NULL, &error));
  outdated = rcp_store_list_outdated (store, RCP_ANALYSIS_VERSION, NULL, &error);
  g_assert_cmpuint (outdated->len, ==, 2);
  rcp_store_close (store);

  fixture->library = rcp_library_open (fixture->path, NULL, &error);
  g_assert_cmpuint (rcp_library_get_n_outdated (fixture->library), ==, 2);
  again = rcp_library_reanalyse (fixture->library);
  g_assert_true (rcp_import_wait (again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (again), ==, 2);
  g_assert_cmpuint (count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL)), ==, n_events);
  detail = rcp_library_load_event (fixture->library, id, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rcp_edtf_get_string (rcp_event_get_date (rcp_event_detail_get_event (detail))), ==, "2019-05-13");
  g_assert_cmpuint (g_list_model_get_n_items (rcp_event_detail_get_notes (detail)), ==, 1);
}

/* An actor that only an earlier reading found goes with it; when an article names it later in the same session, it is a new
 * one. */
static void
test_actor_goes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *inland = write_file (fixture, "inland.txt", article_inland);
  g_autofree char *harbour = write_file (fixture, "harbour.html", article_harbour);
  g_autoptr (RcpStore) store = NULL;
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (RcpFindings) findings = rcp_findings_new ();
  g_autoptr (RcpImport) again = NULL;
  g_autoptr (GListModel) actors = NULL;
  g_autoptr (GError) error = NULL;
  RcpMention mention = { { 0, 4 }, 0, RCP_MENTION_NAME, TRUE };
  guint n_found = 0;
  gint64 id;

  import_and_wait (fixture->library, inland, 1);
  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  store = rcp_store_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  id = rcp_store_reserve_ids (store, RCP_STORE_TABLE_ACTOR, 1, &error);
  findings->language = g_strdup ("en");
  findings->version = 1;
  g_ptr_array_add (findings->actors, rcp_found_actor_new (RCP_ACTOR_PERSON, "person:uhuru kenyatta", "Uhuru Kenyatta"));
  g_array_append_val (findings->mentions, mention);
  rcp_change_set_put_actor (changes, id, RCP_ACTOR_PERSON, "person:uhuru kenyatta", "Uhuru Kenyatta");
  rcp_change_set_put_findings (changes, 1, findings, 0, &id);
  g_assert_true (rcp_store_save_changes (store, changes, NULL, &error));
  g_assert_no_error (error);
  rcp_store_close (store);

  fixture->library = rcp_library_open (fixture->path, NULL, &error);
  g_assert_cmpuint (rcp_library_get_n_outdated (fixture->library), ==, 1);
  again = rcp_library_reanalyse (fixture->library);
  g_assert_true (rcp_import_wait (again, &error));
  g_assert_no_error (error);
  g_assert_null (rcp_library_load_actor (fixture->library, id, 0, NULL, NULL));
  import_and_wait (fixture->library, harbour, 1);
  actors = rcp_library_list_actors (fixture->library, 0, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      n_found += g_str_equal (rcp_actor_get_key (actor), "person:uhuru kenyatta");
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* --- Articles and dossiers -------------------------------------------------------------------------------------- */

static void
test_remove_article (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) articles = NULL;
  g_autoptr (RcpArticle) article = NULL;
  g_autoptr (GError) error = NULL;
  guint n_events, n_left;

  import_story (fixture);
  articles = rcp_library_list_articles (fixture->library, 0, NULL, NULL);
  article = g_list_model_get_item (articles, 0);
  n_events = count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL));
  g_assert_true (rcp_library_remove_article (fixture->library, rcp_article_get_id (article), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 1);
  n_left = count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL));
  g_assert_cmpuint (n_left, <=, n_events);
  g_assert_cmpuint (n_left, >, 0);
  undo (fixture);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 2);
  g_assert_cmpuint (count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL)), ==, n_events);
  g_assert_false (rcp_library_remove_article (fixture->library, 4711, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

static void
test_dossiers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) dossiers = NULL;
  g_autoptr (GListModel) renamed = NULL;
  g_autoptr (RcpDossier) dossier = NULL;
  g_autoptr (RcpDossier) again = NULL;
  g_autoptr (GError) error = NULL;

  import_story (fixture);
  dossiers = rcp_library_list_dossiers (fixture->library, 0, NULL, NULL);
  dossier = g_list_model_get_item (dossiers, 0);
  g_assert_true (rcp_library_rename_dossier (fixture->library, rcp_dossier_get_id (dossier), "Ports", NULL, &error));
  g_assert_no_error (error);
  undo (fixture);
  renamed = rcp_library_list_dossiers (fixture->library, 0, NULL, NULL);
  again = g_list_model_get_item (renamed, 0);
  g_assert_cmpstr (rcp_dossier_get_name (again), ==, "story");
  g_assert_true (rcp_library_delete_dossier (fixture->library, rcp_dossier_get_id (dossier), NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, 0, NULL, NULL)), ==, 0);
  g_assert_cmpuint (count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL)), ==, 0);
  undo (fixture);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (fixture->library, rcp_dossier_get_id (dossier), NULL, NULL)),
                    ==, 2);
}

/* --- Asking in the background ----------------------------------------------------------------------------------- */

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) created = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) nothing = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GListModel) dossiers = NULL;
  g_autoptr (GError) error = NULL;

  rcp_library_create_dossier_async (fixture->library, "Harbours", NULL, result_cb, &created);
  wait_until (created != NULL);
  g_assert_true (rcp_library_create_dossier_finish (fixture->library, created, &error));
  g_assert_cmpint (rcp_library_get_last_id (fixture->library), >, 0);
  rcp_library_list_dossiers_async (fixture->library, 0, NULL, result_cb, &listed);
  wait_until (listed != NULL);
  dossiers = rcp_library_list_dossiers_finish (fixture->library, listed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (dossiers), ==, 1);
  rcp_library_undo_async (fixture->library, 0, NULL, result_cb, &undone);
  wait_until (undone != NULL);
  g_assert_true (rcp_library_undo_finish (fixture->library, undone, &error));
  g_assert_null (rcp_library_get_undo_label (fixture->library));
  rcp_library_undo_async (fixture->library, 0, NULL, result_cb, &nothing);
  wait_until (nothing != NULL);
  g_assert_false (rcp_library_undo_finish (fixture->library, nothing, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  rcp_library_close (fixture->library);
  g_assert_null (rcp_library_list_events (fixture->library, 0, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_CLOSED);
}

/* --- Looking ---------------------------------------------------------------------------------------------------- */

static void
test_cross_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (GError) error = NULL;
  GListModel *rows;
  gboolean told_by_both = FALSE;

  import_story (fixture);
  table = rcp_library_cross_check (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_cross_table_get_outlets (table)), ==, 2);
  rows = rcp_cross_table_get_rows (table);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);
      const RcpCrossCell *a = rcp_cross_row_get_cell (row, 0), *b = rcp_cross_row_get_cell (row, 1);

      g_assert_null (rcp_cross_row_get_cell (row, 2));
      told_by_both = told_by_both || (a->account_id != 0 && b->account_id != 0);
      g_assert_true ((a->account_id != 0) != (a->state == RCP_CELL_ABSENT || a->state == RCP_CELL_BEFORE));
    }
  g_assert_true (told_by_both);
}

static void
test_chronology (Fixture *fixture, gconstpointer data)
{
  static const char *const wanted[] = { "2019-05-14", "2019-05-14", "14 May 2019" };
  const RcpChronologyFormat formats[] = { RCP_CHRONOLOGY_CSV, RCP_CHRONOLOGY_JSON, RCP_CHRONOLOGY_MARKDOWN };

  import_story (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (rcp_library_write_chronology (fixture->library, 0, formats[i], stream, NULL, &error));
      g_assert_no_error (error);
      g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
      g_output_stream_close (stream, NULL, NULL);
      text = g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
      g_assert_nonnull (strstr (text, wanted[i]));
      g_assert_nonnull (strstr (text, "Harbour Ledger"));
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

static void
test_backup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "copy.recoupe", NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (RcpLibrary) copy = NULL;
  g_autoptr (GError) error = NULL;

  import_story (fixture);
  g_assert_true (rcp_library_backup (fixture->library, path, NULL, &error));
  g_assert_no_error (error);
  copy = rcp_library_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_and_unref (rcp_library_list_articles (copy, 0, NULL, NULL)), ==, 2);
  g_assert_true (rcp_library_check (copy, findings, NULL, &error));
  g_assert_cmpuint (findings->len, ==, 0);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/look/conflict", test_conflict },
    { "/notes/passage", test_note_on_passage },
    { "/notes/event", test_note_on_event },
    { "/corrections/event-date", test_event_date },
    { "/corrections/published", test_published },
    { "/actors/pin", test_pin },
    { "/reanalyse", test_reanalyse },
    { "/reanalyse/actor-goes", test_actor_goes },
    { "/articles/remove", test_remove_article },
    { "/dossiers/rename-and-delete", test_dossiers },
    { "/async", test_async },
    { "/closed", test_closed },
    { "/look/cross-check", test_cross_check },
    { "/look/chronology", test_chronology },
    { "/look/backup", test_backup },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
