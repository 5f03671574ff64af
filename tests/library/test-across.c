/* One happening that articles tell with two days, or as done and as not done, is two events: both say so, in whatever way the
 * articles come. */

#include "config.h"

#include "library-fixture.h"

#include "rcp-cross-table-export.h"
#include "rcp-event-detail.h"
#include "rcp-integrator.h"
#include "rcp-library-private.h"

/* An article: who tells it, when it appeared, what it says. */
typedef struct
{
  const char *outlet;
  const char *published;
  const char *body;
} Told;

typedef struct
{
  const char *name;
  Told told[3];
  int kind; /* what two events differ in; -1 for nothing */
} Row;

#define SIGNED(day) \
  "Le Ghana et le Togo ont signé " day " à Accra un accord sur la gestion du port de Mirande et de ses quais."

static const Row rows[] = {
  { "other-day",
    { { "Le Relais", "2024-05-20", SIGNED ("le 14 mai 2024") }, { "La Vigie", "2024-05-21", SIGNED ("le 16 mai 2024") } },
    RCP_DISCREPANCY_DATE },
  { "other-day-en",
    { { "Valley Times", "2024-05-20",
        "Ghana and Togo signed an agreement on the harbour of Mirande and its quays in Accra on 14 May 2024." },
      { "Coast Mail", "2024-05-21",
        "Ghana and Togo signed an agreement on the harbour of Mirande and its quays in Accra on 16 May 2024." } },
    RCP_DISCREPANCY_DATE },
  { "same-day",
    { { "Le Relais", "2024-05-20", SIGNED ("le 14 mai 2024") }, { "La Vigie", "2024-05-21", SIGNED ("le 14 mai 2024") } },
    -1 },
  /* A vaguer day agrees with the day. */
  { "vague",
    { { "Le Relais", "2024-05-20", SIGNED ("le 14 mai 2024") }, { "La Vigie", "2024-05-21", SIGNED ("à la mi-mai 2024") } },
    -1 },
  { "far",
    { { "Le Relais", "2024-06-20", SIGNED ("le 14 mai 2024") }, { "La Vigie", "2024-06-21", SIGNED ("le 12 juin 2024") } },
    -1 },
  /* An article that tells of both keeps them apart. */
  { "both-told",
    { { "Le Relais", "2024-05-20", SIGNED ("le 14 mai 2024") },
      { "La Vigie", "2024-05-21", SIGNED ("le 16 mai 2024") },
      { "Le Phare", "2024-05-22", SIGNED ("le 14 mai 2024") "\n\nDe nouveau, le Ghana et le Togo ont signé le 16 mai 2024 à "
                                  "Accra un accord sur la gestion du port de Mirande et de ses quais." } },
    -1 },
  /* Each attack has its day and its toll. */
  { "repeated",
    { { "Le Relais", "2024-05-15", "Des hommes armés ont attaqué le 14 mai 2024 le marché de Mirande au Togo et tué 12 habitants." },
      { "La Vigie", "2024-05-22", "Des hommes armés ont attaqué le 21 mai 2024 le marché de Mirande au Togo et tué 30 habitants." } },
    -1 },
  { "plan",
    { { "Le Relais", "2024-05-10", "Le Ghana et le Togo signeront le 14 mai 2024 à Accra un accord sur la gestion du port de "
                                   "Mirande et de ses quais." },
      { "La Vigie", "2024-05-21", SIGNED ("le 16 mai 2024") } },
    -1 },
  { "other-town",
    { { "Le Relais", "2024-05-20", "La police a arrêté le 14 mai 2024 à Accra des dockers du port de Mirande." },
      { "La Vigie", "2024-05-21", "La police a arrêté le 16 mai 2024 à Lomé des dockers du port de Mirande." } },
    -1 },
};

static char *
write_told (Fixture *fixture, const Told *told, guint number)
{
  g_autofree char *name = g_strdup_printf ("told/a%u.html", number);
  g_auto (GStrv) paragraphs = g_strsplit (told->body, "\n\n", -1);
  g_autofree char *body = g_strjoinv ("</p><p>", paragraphs);
  g_autofree char *page
      = g_strdup_printf ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Port %u</title>"
                         "<meta property=\"og:site_name\" content=\"%s\">"
                         "<meta property=\"article:published_time\" content=\"%sT08:00:00Z\"></head><body><article>"
                         "<h1>Port %u</h1><p>%s</p></article></body></html>",
                         number, told->outlet, told->published, number, body);

  return write_file (fixture, name, page);
}

static GListModel *
list_events (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GListModel *events = rcp_library_list_events (fixture->library, 0, NULL, &error);

  g_assert_no_error (error);
  return events;
}

static gint64
find_event (Fixture *fixture, const char *date)
{
  g_autoptr (GListModel) events = list_events (fixture);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (rcp_event_get_date (event) && g_str_equal (rcp_edtf_get_string (rcp_event_get_date (event)), date))
        return rcp_event_get_id (event);
    }
  return 0;
}

/* (transfer full) (nullable): what the event differs in from another. */
static RcpDiscrepancy *
find_across (Fixture *fixture, gint64 event_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (fixture->library, event_id, 0, NULL, &error);
  GListModel *list;

  g_assert_no_error (error);
  list = rcp_event_detail_get_discrepancies (detail);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (list, i);

      if (rcp_discrepancy_get_other_event_id (discrepancy) != 0)
        return g_steal_pointer (&discrepancy);
    }
  return NULL;
}

static void
test_row (Fixture *fixture, gconstpointer data)
{
  const Row *row = data;
  g_autoptr (GListModel) events = NULL;
  guint n_across = 0;

  for (guint i = 0; i < G_N_ELEMENTS (row->told) && row->told[i].outlet; i++)
    {
      g_autofree char *path = write_told (fixture, &row->told[i], i);

      /* One by one: the later one finds what is there. */
      import_and_wait (fixture->library, path, 1);
    }
  events = list_events (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (events), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (RcpDiscrepancy) across = find_across (fixture, rcp_event_get_id (event));
      g_autoptr (RcpDiscrepancy) back = NULL;

      if (across == NULL)
        continue;
      n_across++;
      g_assert_cmpint (rcp_discrepancy_get_kind (across), ==, row->kind);
      g_assert_cmpint (rcp_discrepancy_get_event_id (across), ==, rcp_event_get_id (event));
      g_assert_cmpuint (rcp_event_get_n_discrepancies (event), ==, 1);
      /* The other says the same of this one. */
      back = find_across (fixture, rcp_discrepancy_get_other_event_id (across));
      g_assert_nonnull (back);
      g_assert_cmpint (rcp_discrepancy_get_id (back), ==, rcp_discrepancy_get_id (across));
      g_assert_cmpint (rcp_discrepancy_get_other_event_id (back), ==, rcp_event_get_id (event));
      g_assert_cmpstr (rcp_discrepancy_get_other_title (back), ==, rcp_event_get_title (event));
      g_assert_true (rcp_edtf_equal (rcp_discrepancy_get_other_date (back), rcp_event_get_date (event)));
    }
  g_assert_cmpuint (n_across, ==, row->kind < 0 ? 0 : 2);
}

static const Told signing[] = {
  { "Le Relais", "2024-05-20", SIGNED ("le 14 mai 2024") },
  { "La Vigie", "2024-05-21", SIGNED ("le 16 mai 2024") },
  { "Le Phare", "2024-05-23", "Le maire de Lomé a inauguré le 22 mai 2024 une école au Togo." },
  { "Le Guetteur", "2024-05-24", SIGNED ("le 16 mai 2024") },
  /* Of the second event, in words of its own. */
  { "Le Crieur", "2024-05-24", "Un texte sur la gestion du port de Mirande a été signé à Accra le 16 mai 2024 par le Ghana et le "
                               "Togo. Les grues attendront." },
};

static void
import_signing (Fixture *fixture, guint from, guint end)
{
  for (guint i = from; i < end; i++)
    {
      g_autofree char *path = write_told (fixture, &signing[i], i);

      import_and_wait (fixture->library, path, 1);
    }
}

static RcpCrossCell
find_cell (RcpCrossTable *table, gint64 event_id, const char *outlet)
{
  GListModel *list = rcp_cross_table_get_rows (table), *outlets = rcp_cross_table_get_outlets (table);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (RcpCrossRow) row = g_list_model_get_item (list, i);

      for (guint k = 0; k < g_list_model_get_n_items (outlets); k++)
        {
          g_autoptr (RcpOutlet) one = g_list_model_get_item (outlets, k);

          if (rcp_event_get_id (rcp_cross_row_get_event (row)) == event_id && g_str_equal (rcp_outlet_get_label (one), outlet))
            return *rcp_cross_row_get_cell (row, k);
        }
    }
  g_assert_not_reached ();
}

/* Where an outlet tells it as another event, the cross-check has what it says. */
static void
test_cells (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpCrossTable) table = NULL, settled = NULL;
  g_autoptr (RcpDiscrepancy) across = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, second;

  import_signing (fixture, 0, 3);
  import_signing (fixture, 4, 5);
  first = find_event (fixture, "2024-05-14");
  second = find_event (fixture, "2024-05-16");
  table = rcp_library_cross_check (fixture->library, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (find_cell (table, first, "La Vigie").state, ==, RCP_CELL_DIFFERS);
  g_assert_cmpint (find_cell (table, first, "La Vigie").other_event_id, ==, second);
  g_assert_cmpuint (find_cell (table, first, "La Vigie").n_accounts, ==, 0);
  g_assert_cmpint (rcp_account_get_event_id (find_cell (table, first, "La Vigie").account), ==, second);
  g_assert_cmpstr (find_cell (table, first, "La Vigie").words, ==, "16 May");
  g_assert_cmpint (find_cell (table, second, "Le Relais").other_event_id, ==, first);
  g_assert_cmpint (find_cell (table, first, "Le Relais").state, ==, RCP_CELL_DIFFERS);
  g_assert_cmpint (find_cell (table, first, "Le Relais").other_event_id, ==, 0);
  g_assert_cmpint (find_cell (table, first, "Le Phare").state, ==, RCP_CELL_ABSENT);
  g_assert_cmpint (find_cell (table, first, "Le Crieur").state, ==, RCP_CELL_DIFFERS);
  g_assert_cmpint (find_cell (table, first, "Le Crieur").other_event_id, ==, second);
  /* The sentence stands on the page twice, under two names. */
  html = rcp_cross_table_export (table, RCP_CROSS_FORMAT_HTML);
  g_assert_nonnull (strstr (html, "id=\"a2-e1\""));
  g_assert_nonnull (strstr (html, "href=\"#a2-e1\""));
  g_assert_nonnull (strstr (html, "id=\"a2\""));

  across = find_across (fixture, first);
  g_assert_true (rcp_library_settle (fixture->library, rcp_discrepancy_get_id (across), TRUE, NULL, &error));
  settled = rcp_library_cross_check (fixture->library, 0, NULL, &error);
  g_assert_cmpint (find_cell (settled, first, "La Vigie").state, ==, RCP_CELL_ABSENT);
}

static guint
count_open (Fixture *fixture, gint64 event_id)
{
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (fixture->library, event_id, 0, NULL, NULL);

  return rcp_event_get_n_discrepancies (rcp_event_detail_get_event (detail));
}

/* Reads everything once more, as after an update of the program. */
static void
read_again (Fixture *fixture)
{
  RcpStore *store;
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpImport) again = NULL;

  g_assert_finalize_object (g_steal_pointer (&fixture->library));
  store = rcp_store_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  for (gint64 id = 1; id <= 2; id++)
    g_assert_true (rcp_store_set_published (store, id, NULL, NULL, &error));
  rcp_store_close (store);
  fixture->library = rcp_library_open (fixture->path, NULL, &error);
  again = rcp_library_reanalyse (fixture->library);
  g_assert_true (rcp_import_wait (again, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rcp_import_get_n_added (again), ==, 2);
}

/* What is settled stays so when all is read again, and when one outlet more says the same; it can be opened again from either
 * side. */
static void
test_settle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpDiscrepancy) across = NULL, later = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  import_signing (fixture, 0, 2);
  across = find_across (fixture, find_event (fixture, "2024-05-14"));
  g_assert_true (rcp_library_settle (fixture->library, rcp_discrepancy_get_id (across), TRUE, NULL, &error));
  g_assert_cmpuint (count_open (fixture, find_event (fixture, "2024-05-14")), ==, 0);
  g_assert_cmpuint (count_open (fixture, find_event (fixture, "2024-05-16")), ==, 0);
  read_again (fixture);
  g_assert_cmpuint (count_open (fixture, find_event (fixture, "2024-05-14")), ==, 0);
  import_signing (fixture, 3, 4);
  later = find_across (fixture, find_event (fixture, "2024-05-16"));
  g_assert_nonnull (later);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_discrepancy_get_values (later)), ==, 3);
  g_assert_true (rcp_discrepancy_get_settled (later));
  g_assert_true (rcp_library_settle (fixture->library, rcp_discrepancy_get_id (later), FALSE, NULL, &error));
  again = find_across (fixture, find_event (fixture, "2024-05-14"));
  g_assert_false (rcp_discrepancy_get_settled (again));
  g_assert_cmpuint (count_open (fixture, find_event (fixture, "2024-05-16")), ==, 1);
}

/* That it is settled between two events says nothing of a third. */
static void
test_settle_third (Fixture *fixture, gconstpointer data)
{
  const Told third = { "Le Guetteur", "2024-05-24", SIGNED ("le 19 mai 2024") };
  g_autofree char *path = write_told (fixture, &third, 7);
  g_autoptr (RcpDiscrepancy) across = NULL;
  g_autoptr (GError) error = NULL;

  import_signing (fixture, 0, 2);
  across = find_across (fixture, find_event (fixture, "2024-05-14"));
  g_assert_true (rcp_library_settle (fixture->library, rcp_discrepancy_get_id (across), TRUE, NULL, &error));
  import_and_wait (fixture->library, path, 1);
  g_assert_cmpuint (count_open (fixture, find_event (fixture, "2024-05-19")), ==, 2);
  g_assert_cmpuint (count_open (fixture, find_event (fixture, "2024-05-14")), ==, 1);
}

/* By the user's word they are one event, whose accounts differ then; taken back, they are two that do. */
static void
test_join (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpDiscrepancy) across = NULL;
  g_autoptr (GListModel) joined = NULL, parted = NULL;
  g_autoptr (RcpEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  import_signing (fixture, 0, 2);
  across = find_across (fixture, find_event (fixture, "2024-05-14"));
  g_assert_true (rcp_library_join_events (fixture->library, rcp_discrepancy_get_event_id (across),
                                          rcp_discrepancy_get_other_event_id (across), NULL, &error));
  joined = list_events (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (joined), ==, 1);
  event = g_list_model_get_item (joined, 0);
  g_assert_null (find_across (fixture, rcp_event_get_id (event)));
  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  parted = list_events (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (parted), ==, 2);
  g_clear_object (&across);
  across = find_across (fixture, find_event (fixture, "2024-05-16"));
  g_assert_nonnull (across);
}

/* With its article the difference goes, and comes back. */
static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpDiscrepancy) across = NULL;
  g_autoptr (GError) error = NULL;

  import_signing (fixture, 0, 2);
  g_assert_true (rcp_library_remove_article (fixture->library, 2, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (find_across (fixture, find_event (fixture, "2024-05-14")));
  g_assert_cmpuint (count_open (fixture, find_event (fixture, "2024-05-14")), ==, 0);
  g_assert_true (rcp_library_undo (fixture->library, 0, NULL, &error));
  across = find_across (fixture, find_event (fixture, "2024-05-14"));
  g_assert_nonnull (across);
}

/* Who was here before the second article came learns of it. */
static void
test_news (Fixture *fixture, gconstpointer data)
{
  g_autoptr (RcpNews) news = NULL;
  g_autoptr (RcpDiscrepancy) told = NULL;
  g_autoptr (GError) error = NULL;

  import_signing (fixture, 0, 1);
  g_assert_true (rcp_library_set_visit (fixture->library, 0, NOW_US, NULL, &error));
  rcp_clock_set_now_us (NOW_US + G_TIME_SPAN_HOUR);
  import_signing (fixture, 1, 2);
  news = rcp_library_load_news (fixture->library, 0, -1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_news_get_discrepancies (news)), ==, 1);
  told = g_list_model_get_item (rcp_news_get_discrepancies (news), 0);
  g_assert_cmpint (rcp_discrepancy_get_other_event_id (told), !=, 0);
  g_assert_nonnull (rcp_news_find_event (news, rcp_discrepancy_get_event_id (told)));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*func) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/across/cells", test_cells },   { "/across/settle", test_settle }, { "/across/settle-third", test_settle_third },
    { "/across/join", test_join },     { "/across/remove", test_remove }, { "/across/news", test_news },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = g_strconcat ("/across/found/", rows[i].name, NULL);

      g_test_add (name, Fixture, &rows[i], fixture_set_up, test_row, fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, fixture_set_up, tests[i].func, fixture_tear_down);
  return g_test_run ();
}
