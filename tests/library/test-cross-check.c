/* Events against outlets: who says what, who was first, who cannot know; the page of an outlet; the words of an event. */

#include "config.h"

#include "library-fixture.h"

#include "rcp-cross-table-export.h"

#define PAGE(outlet, day, title, body)                                                                                  \
  "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" title "</title>"                              \
  "<meta property=\"og:site_name\" content=\"" outlet "\">"                                                              \
  "<meta property=\"article:published_time\" content=\"" day "T08:00:00Z\"></head><body><article>"                       \
  "<h1>" title "</h1>" body "</article></body></html>"

/* Told two days after the strike, with a sentence that another outlet has as well. */
static const char article_gazette[]
    = PAGE ("Coast &amp; &lt;i&gt;Gazette&lt;/i&gt;", "2019-05-20", "Mombasa dockers stop work",
            "<p>Dock workers protested in Mombasa on Saturday 18 May 2019 against the agreement with Norway. The cranes along "
            "the eastern quay stood still from dawn until the last ferry had left the old harbour basin.</p>");
static const char article_standard[]
    = PAGE ("Upland Standard", "2019-05-21", "A quiet Saturday on the quays",
            "<p>Angry about the pact with Norway, Mombasa’s dock workers staged a protest on 18 May 2019. The cranes along the "
            "eastern quay stood still from dawn until the last ferry had left the old harbour basin.</p>");
/* Still publishes after that, of something else. */
static const char article_harbour_later[]
    = PAGE ("Harbour Ledger", "2019-05-24", "New ferry for Lamu",
            "<p>The governor of Lamu opened a ferry line on Thursday 23 May 2019. Tickets cost 200 shillings.</p>");

static void
import_all (Fixture *fixture)
{
  const struct
  {
    const char *name;
    const char *text;
  } files[] = { { "story/harbour.html", article_harbour },   { "story/relais.html", article_relais },
                { "story/gazette.html", article_gazette },   { "story/standard.html", article_standard },
                { "story/later.html", article_harbour_later } };
  g_autofree char *folder = g_build_filename (fixture->folder, "story", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    g_free (write_file (fixture, files[i].name, files[i].text));
  import_and_wait (fixture->library, folder, G_N_ELEMENTS (files));
}

static RcpCrossTable *
load_table (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RcpCrossTable *table = rcp_library_cross_check (fixture->library, 0, NULL, &error);

  g_assert_no_error (error);
  return table;
}

static guint
find_outlet (RcpCrossTable *table, const char *label)
{
  GListModel *outlets = rcp_cross_table_get_outlets (table);

  for (guint i = 0; i < g_list_model_get_n_items (outlets); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (outlets, i);

      if (g_str_equal (rcp_outlet_get_label (outlet), label))
        return i;
    }
  g_assert_not_reached ();
}

static gint64
outlet_id (RcpCrossTable *table, const char *label)
{
  g_autoptr (RcpOutlet) outlet = g_list_model_get_item (rcp_cross_table_get_outlets (table), find_outlet (table, label));

  return rcp_outlet_get_id (outlet);
}

/* (transfer none): the row of the day that the most outlets tell; the table keeps it. */
static RcpCrossRow *
find_row (RcpCrossTable *table, const char *date)
{
  GListModel *rows = rcp_cross_table_get_rows (table);
  RcpCrossRow *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (rows, i);
      RcpEdtf *when = rcp_event_get_date (rcp_cross_row_get_event (row));

      if (when && g_str_equal (rcp_edtf_get_string (when), date)
          && (best == NULL || rcp_cross_row_count_telling (row) > rcp_cross_row_count_telling (best)))
        best = row;
    }
  g_assert_nonnull (best);
  return best;
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL;
  RcpCrossRow *signing, *strike;
  guint harbour, relais, gazette, n_could, n_events;

  import_all (fixture);
  table = load_table (fixture);
  harbour = find_outlet (table, "Harbour Ledger");
  relais = find_outlet (table, "Le Relais du Port");
  gazette = find_outlet (table, "Coast & <i>Gazette</i>");
  signing = find_row (table, "2019-05-14");
  strike = find_row (table, "2019-05-18");

  g_assert_cmpint (rcp_cross_row_get_cell (signing, harbour)->account_id, !=, 0);
  g_assert_cmpint (rcp_cross_row_get_cell (signing, relais)->account_id, !=, 0);
  g_assert_cmpint (rcp_account_get_id (rcp_cross_row_get_cell (signing, relais)->account), ==,
                   rcp_cross_row_get_cell (signing, relais)->account_id);
  g_assert_cmpint (rcp_cross_row_get_cell (signing, gazette)->state, ==, RCP_CELL_ABSENT);
  /* All that the one published is older than the strike; the other still published, and left it out. */
  g_assert_cmpint (rcp_cross_row_get_cell (strike, relais)->state, ==, RCP_CELL_BEFORE);
  g_assert_cmpint (rcp_cross_row_get_cell (strike, harbour)->state, ==, RCP_CELL_ABSENT);

  n_events = g_list_model_get_n_items (rcp_cross_table_get_rows (table));
  g_assert_cmpuint (rcp_cross_table_count_told (table, relais, &n_could), >=, 1);
  g_assert_cmpuint (n_could, <, n_events);
  rcp_cross_table_count_told (table, harbour, &n_could);
  g_assert_cmpuint (n_could, ==, n_events);
}

/* Numbers that agree: the one that leaves more open is marked, with its words. */
static void
test_vaguer_number (Fixture *fixture, gconstpointer data)
{
  static const char exact[]
      = PAGE ("Harbour Ledger", "2019-05-15", "Police detain protesters in Nairobi",
              "<p>Kenyan police arrested 112 protesters in Nairobi on Tuesday 14 May 2019.</p>");
  static const char vague[]
      = PAGE ("Upland Standard", "2019-05-15", "Arrests in Nairobi",
              "<p>About a hundred protesters were arrested by Kenyan police on 14 May 2019, after a march through Nairobi.</p>");
  static const char again[]
      = PAGE ("Morning Post", "2019-05-15", "Nairobi police hold protesters",
              "<p>A morning of unrest ended when Kenyan police arrested 112 protesters near the markets of Nairobi on 14 May 2019.</p>");
  g_autoptr (RcpCrossTable) table = NULL;
  RcpCrossRow *row;

  g_free (write_file (fixture, "story/exact.html", exact));
  g_free (write_file (fixture, "story/vague.html", vague));
  g_free (write_file (fixture, "story/again.html", again));
  {
    g_autofree char *folder = g_build_filename (fixture->folder, "story", NULL);

    import_and_wait (fixture->library, folder, 3);
  }
  table = load_table (fixture);
  row = find_row (table, "2019-05-14");
  g_assert_cmpuint (rcp_cross_row_count_telling (row), ==, 3);
  g_assert_cmpint (rcp_cross_row_get_cell (row, find_outlet (table, "Upland Standard"))->state, ==, RCP_CELL_OTHER);
  g_assert_nonnull (strstr (rcp_cross_row_get_cell (row, find_outlet (table, "Upland Standard"))->words, "hundred"));
  g_assert_cmpint (rcp_cross_row_get_cell (row, find_outlet (table, "Harbour Ledger"))->state, ==, RCP_CELL_REPORTED);
  g_assert_null (rcp_cross_row_get_cell (row, find_outlet (table, "Harbour Ledger"))->words);
  g_assert_null (rcp_cross_row_get_cell (row, find_outlet (table, "Morning Post"))->words);
}

static void
test_first (Fixture *fixture, gconstpointer data)
{
  static const char same_day[]
      = PAGE ("Morning Post", "2019-05-15", "A pact is signed",
              "<p>Kenya and Norway signed a military cooperation agreement on Tuesday 14 May 2019 in Nairobi.</p>");
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (RcpCrossTable) again = NULL;
  g_autofree char *path = NULL;

  import_all (fixture);
  table = load_table (fixture);
  g_assert_cmpint (rcp_cross_row_get_first (find_row (table, "2019-05-14")), ==, (int) find_outlet (table, "Harbour Ledger"));
  /* One outlet alone is not first. */
  g_assert_cmpint (rcp_cross_row_get_first (find_row (table, "2019-05-23")), ==, -1);

  path = write_file (fixture, "same-day.html", same_day);
  import_and_wait (fixture->library, path, 1);
  again = load_table (fixture);
  g_assert_cmpuint (rcp_cross_row_count_telling (find_row (again, "2019-05-14")), ==, 3);
  g_assert_cmpint (rcp_cross_row_get_first (find_row (again, "2019-05-14")), ==, -1);
}

static guint
count_rows (RcpCrossTable *table, RcpCrossSelection selection)
{
  g_autoptr (RcpCrossTable) selected = rcp_cross_table_select (table, &selection);

  return g_list_model_get_n_items (rcp_cross_table_get_rows (selected));
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (RcpCrossTable) one = NULL;
  g_autoptr (RcpEdtf) range = rcp_edtf_parse ("2019-05-17/2019-05-19", NULL);
  gint64 chosen, nobody = 987654;
  guint n_all, n_families = 0, at;

  import_all (fixture);
  table = load_table (fixture);
  n_all = g_list_model_get_n_items (rcp_cross_table_get_rows (table));
  g_assert_cmpuint (count_rows (table, (RcpCrossSelection){ 0 }), ==, n_all);
  for (guint i = 0; i < RCP_N_FAMILIES; i++)
    n_families += count_rows (table, (RcpCrossSelection){ .families = 1u << i });
  g_assert_cmpuint (n_families, ==, n_all);
  g_assert_cmpuint (count_rows (table, (RcpCrossSelection){ .only_single = TRUE }), ==, rcp_cross_table_count_single (table));
  g_assert_cmpuint (count_rows (table, (RcpCrossSelection){ .actors = &nobody, .n_actors = 1 }), ==, 0);
  g_assert_cmpuint (count_rows (table, (RcpCrossSelection){ .range = range }), >=, 1);
  g_assert_cmpuint (count_rows (table, (RcpCrossSelection){ .range = range }), <, n_all);

  /* One outlet: its column, its events; who was first stays true of it alone. */
  chosen = outlet_id (table, "Harbour Ledger");
  one = rcp_cross_table_select (table, &(RcpCrossSelection){ .outlets = &chosen, .n_outlets = 1 });
  at = find_outlet (table, "Harbour Ledger");
  g_assert_cmpuint (g_list_model_get_n_items (rcp_cross_table_get_outlets (one)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_cross_table_get_rows (one)), ==, rcp_cross_table_count_told (table, at, NULL));
  g_assert_cmpint (rcp_cross_row_get_first (find_row (one, "2019-05-14")), ==, 0);
  g_assert_cmpuint (rcp_cross_row_count_telling (find_row (one, "2019-05-14")), ==, 2);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (RcpCrossTable) sorted = NULL;
  GListModel *rows;

  import_all (fixture);
  table = load_table (fixture);
  sorted = rcp_cross_table_select (table, &(RcpCrossSelection){ .order = RCP_CROSS_ORDER_INDEPENDENT });
  rows = rcp_cross_table_get_rows (sorted);
  for (guint i = 1; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (RcpCrossRow) a = g_list_model_get_item (rows, i - 1);
      g_autoptr (RcpCrossRow) b = g_list_model_get_item (rows, i);

      g_assert_cmpuint (rcp_event_get_n_independent (rcp_cross_row_get_event (a)), >=,
                        rcp_event_get_n_independent (rcp_cross_row_get_event (b)));
    }
}

static void
test_outlet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (RcpOutletDetail) harbour = NULL;
  g_autoptr (RcpOutletDetail) relais = NULL;
  g_autoptr (RcpOutletDetail) gazette = NULL;
  g_autoptr (RcpOutletDetail) none = NULL;
  g_autoptr (GError) error = NULL;
  const RcpOutletSharing *with;
  const RcpOutletPassage *passage;
  const RcpOutletGap *gap;

  import_all (fixture);
  table = load_table (fixture);
  harbour = rcp_library_load_outlet (fixture->library, outlet_id (table, "Harbour Ledger"), 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_outlet_detail_get_left_out (harbour)->len, ==, 1);
  gap = rcp_outlet_detail_get_left_out (harbour)->pdata[0];
  g_assert_cmpstr (rcp_edtf_get_string (rcp_event_get_date (gap->event)), ==, "2019-05-18");
  g_assert_cmpuint (g_strv_length (gap->outlets), ==, 2);
  g_assert_cmpuint (rcp_outlet_detail_get_n_first (harbour), >=, 1);
  g_assert_cmpuint (rcp_outlet_detail_get_n_unknowable (harbour), ==, 0);

  /* It stopped before the strike: nothing is left out of what nobody could know. */
  relais = rcp_library_load_outlet (fixture->library, outlet_id (table, "Le Relais du Port"), 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_outlet_detail_get_left_out (relais)->len, ==, 0);
  g_assert_cmpuint (rcp_outlet_detail_get_n_unknowable (relais), >, 0);
  g_assert_cmpuint (rcp_outlet_detail_get_n_first (relais), ==, 0);

  gazette = rcp_library_load_outlet (fixture->library, outlet_id (table, "Coast & <i>Gazette</i>"), 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_outlet_detail_get_sharing (gazette)->len, ==, 1);
  with = rcp_outlet_detail_get_sharing (gazette)->pdata[0];
  g_assert_cmpstr (with->outlet, ==, "Upland Standard");
  g_assert_cmpuint (with->n_words, >=, 15);
  passage = with->passages->pdata[0];
  g_assert_nonnull (strstr (passage->text, "eastern quay stood still"));
  g_assert_nonnull (strstr (passage->other_text, "eastern quay stood still"));

  none = rcp_library_load_outlet (fixture->library, 987654, 0, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

static void
check_use (Fixture *fixture, const RcpWordUse *use, const char *word)
{
  g_autoptr (RcpArticleDetail) article = rcp_library_load_article (fixture->library, use->article_id, NULL, NULL);
  g_autofree char *text = g_utf8_substring (rcp_article_detail_get_text (article), use->range.start, use->range.end);
  g_autofree char *a = g_utf8_casefold (text, -1);
  g_autofree char *b = g_utf8_casefold (word, -1);

  g_assert_cmpstr (a, ==, b);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL;
  g_autoptr (RcpEventWords) words = NULL;
  g_autoptr (GError) error = NULL;
  gboolean signed_found = FALSE, signe_found = FALSE, actor_found = FALSE;
  GListModel *list;

  import_all (fixture);
  table = load_table (fixture);
  words = rcp_library_list_event_words (
    fixture->library, rcp_event_get_id (rcp_cross_row_get_event (find_row (table, "2019-05-14"))), 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (rcp_event_words_get_outlets (words)), ==, 2);
  list = rcp_event_words_get_words (words);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpEventWord) word = g_list_model_get_item (list, i);
      const GArray *uses = rcp_event_word_get_uses (word);
      guint counted = 0;

      g_assert_cmpuint (uses->len, >, 0);
      for (guint j = 0; j < uses->len; j++)
        check_use (fixture, &g_array_index (uses, RcpWordUse, j), rcp_event_word_get_text (word));
      for (guint j = 0; j < 2; j++)
        counted += rcp_event_word_count (word, j);
      g_assert_cmpuint (counted, ==, uses->len);
      g_assert_true ((rcp_event_word_get_actor (word) == 0) == (rcp_event_word_get_name (word) == NULL));
      signed_found |= rcp_event_word_get_actor (word) == 0 && strstr (rcp_event_word_get_text (word), "signed");
      signe_found |= rcp_event_word_get_actor (word) == 0 && strstr (rcp_event_word_get_text (word), "signé");
      actor_found |= g_strcmp0 (rcp_event_word_get_text (word), "Norvège") == 0 && rcp_event_word_get_actor (word) != 0;
    }
  g_assert_true (signed_found);
  g_assert_true (signe_found);
  g_assert_true (actor_found);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *html = NULL;

  import_all (fixture);
  table = load_table (fixture);
  csv = rcp_cross_table_export (table, RCP_CROSS_FORMAT_CSV);
  g_assert_true (g_str_has_prefix (csv, "\"date\",\"event\",\"Harbour Ledger\","));
  g_assert_nonnull (strstr (csv, "\"independent\",\"first\"\r\n"));
  g_assert_nonnull (strstr (csv, "\"before\""));
  html = rcp_cross_table_export (table, RCP_CROSS_FORMAT_HTML);
  g_assert_true (g_str_has_prefix (html, "<!DOCTYPE html>"));
  g_assert_true (g_str_has_suffix (html, "</html>\n"));
  /* A name is text, and the page asks for no other file. */
  g_assert_null (strstr (html, "<i>"));
  g_assert_nonnull (strstr (html, "Coast &amp; &lt;i&gt;Gazette&lt;/i&gt;"));
  g_assert_null (strstr (html, "http"));
  g_assert_null (strstr (html, "<script"));
  g_assert_nonnull (strstr (html, "Kenya and Norway signed a military cooperation agreement"));
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = load_table (fixture);
  g_autofree char *csv = rcp_cross_table_export (table, RCP_CROSS_FORMAT_CSV);
  g_autofree char *html = rcp_cross_table_export (table, RCP_CROSS_FORMAT_HTML);

  g_assert_cmpuint (g_list_model_get_n_items (rcp_cross_table_get_rows (table)), ==, 0);
  g_assert_cmpstr (csv, ==, "\"date\",\"event\",\"independent\",\"first\"\r\n");
  g_assert_nonnull (strstr (html, "</table>"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/cross-check/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("cells", test_cells);
  ADD ("vaguer-number", test_vaguer_number);
  ADD ("first", test_first);
  ADD ("selection", test_selection);
  ADD ("order", test_order);
  ADD ("outlet", test_outlet);
  ADD ("words", test_words);
  ADD ("export", test_export);
  ADD ("empty", test_empty);
#undef ADD
  return g_test_run ();
}
