#include "config.h"

#include "same-state.h"

#include "rcp-enum-types.h"

/* Whatever a person says of events, of their accounts and of outlets, and in whatever order: a new reading of everything
 * changes nothing of it, articles that come later leave it standing, and what is taken back leaves no trace. */

#define N_ARTICLES 18
#define N_EARLY 12
#define N_CORRECTIONS 120
#define SEED 20250611

static const char *const outlets[] = { "Harbour Ledger", "Le Relais du Port", "Coast Herald", "La Gazette du Quai",
                                       "Northern Wire" };
static const char *const states[] = { "Chile", "Ghana", "Kenya", "Norway", "Peru", "Vietnam" };
static const char *const etats[] = { "Le Chili", "Le Ghana", "Le Kenya", "La Norvège", "Le Pérou", "Le Vietnam" };

/* What one of the outlets tells, in words of its own: an agreement, and what came after it. */
static char *
tell (guint teller, guint happening, guint number, guint day)
{
  const char *a = states[happening], *b = states[(happening + 1) % 6];

  switch (teller)
    {
    case 0:
      return g_strdup_printf ("<p>%s and %s signed a fishing agreement on %u May 2022. The police of %s arrested %u people on "
                              "%u May 2022, according to a statement.</p>",
                              a, b, day, a, 10 + number, day + 1);
    case 1:
      return g_strdup_printf ("<p>%s et %s ont signé un accord de pêche le %u mai 2022. Une grève de %u dockers a été annoncée "
                              "le %u mai 2022 par le syndicat du port.</p>",
                              etats[happening], etats[(happening + 1) % 6], day, 100 + number * 10, day + 1);
    case 2:
      return g_strdup_printf ("<p>On %u May 2022 the governments of %s and %s signed a deal about fish. A day later, on %u May "
                              "2022, %u protesters were arrested by officers of %s.</p>",
                              day, a, b, day + 1, 12 + number, a);
    case 3:
      return g_strdup_printf ("<p>Le texte sur les quotas a été signé le %u mai 2022 par %s et %s. Le syndicat a appelé %u "
                              "hommes à cesser le travail le %u mai 2022.</p>",
                              day, etats[happening], etats[(happening + 1) % 6], 100 + number * 11, day + 1);
    default:
      return g_strdup_printf ("<p>Boats may cross from now on: %s signed with %s on %u May 2022. Unrest followed, and %s "
                              "detained %u fishermen on %u May 2022.</p>",
                              a, b, day, a, 14 + number, day + 1);
    }
}

/* One happening of six, each told by several outlets, with numbers that do not agree. */
static char *
make_article (guint number)
{
  guint happening = number % 6, teller = number % G_N_ELEMENTS (outlets), day = 3 + happening * 4;
  gboolean french = teller == 1 || teller == 3;
  g_autofree char *told = tell (teller, happening, number, day);

  return g_strdup_printf ("<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s %u</title>"
                          "<meta property=\"og:site_name\" content=\"%s\">"
                          "<meta property=\"article:published_time\" content=\"2022-05-%02uT08:00:00Z\"></head><body>"
                          "<article><h1>%s %u</h1>%s</article></body></html>",
                          french ? "fr" : "en", french ? "Pêche" : "Fishing", number, outlets[teller], MIN (day + 2, 28),
                          french ? "Pêche" : "Fishing", number, told);
}

static void
write_articles (Fixture *fixture)
{
  for (guint i = 0; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/a%02u.html", i < N_EARLY ? "early" : "late", i);
      g_autofree char *text = make_article (i);
      g_autofree char *path = write_file (fixture, name, text);
    }
}

/* --- What a library shows --------------------------------------------------------------------------------------- */

static void
describe_accounts (RcpEventDetail *detail, const char *event, GPtrArray *lines)
{
  GListModel *accounts = rcp_event_detail_get_accounts (detail);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);
      const char *original = "-";

      for (guint j = 0; j < g_list_model_get_n_items (accounts); j++)
        {
          g_autoptr (RcpAccount) other = g_list_model_get_item (accounts, j);

          if (rcp_account_get_id (other) == rcp_account_get_copy_of (account))
            original = rcp_account_get_article_title (other);
        }
      g_ptr_array_add (lines, g_strdup_printf ("%s: %s %u-%u from %s%s, credibility %u, as %s", event,
                                               rcp_account_get_article_title (account), rcp_account_get_start (account),
                                               rcp_account_get_end (account),
                                               rcp_account_get_attribution (account)
                                                 ? rcp_account_get_attribution (account) : "-",
                                               rcp_account_get_attribution_by_user (account) ? " (user)" : "",
                                               rcp_account_get_credibility (account), original));
    }
}

static void
describe_discrepancies (RcpEventDetail *detail, const char *event, GPtrArray *lines)
{
  GListModel *discrepancies = rcp_event_detail_get_discrepancies (detail);

  for (guint i = 0; i < g_list_model_get_n_items (discrepancies); i++)
    {
      g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, i);
      GListModel *values = rcp_discrepancy_get_values (discrepancy);
      g_autoptr (GPtrArray) said = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;

      for (guint j = 0; j < g_list_model_get_n_items (values); j++)
        {
          g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (values, j);

          g_ptr_array_add (said, g_strdup (rcp_discrepancy_value_get_text (value)));
        }
      text = join_sorted (said);
      g_strdelimit (text, "\n", '/');
      g_ptr_array_add (lines, g_strdup_printf ("%s: differ in %s %s%s", event,
                                               rcp_enum_to_nick (RCP_TYPE_DISCREPANCY_KIND,
                                                                 rcp_discrepancy_get_kind (discrepancy)),
                                               text, rcp_discrepancy_get_settled (discrepancy) ? " settled" : ""));
    }
}

static char *
list_actors (RcpEventDetail *detail)
{
  GListModel *actors = rcp_event_detail_get_actors (detail);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      g_string_append_printf (names, " %s", rcp_actor_get_key (actor));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

/* Everything that corrections of events can change, without row numbers. */
static char *
describe (RcpLibrary *library)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);
  g_autoptr (RcpCrossTable) table = rcp_library_cross_check (library, 0, NULL, NULL);
  GListModel *tellers = rcp_cross_table_get_outlets (table);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, rcp_event_get_id (event), 0, NULL, NULL);
      g_autofree char *actors = list_actors (detail);
      g_autofree char *line
          = g_strdup_printf ("event %s %s", rcp_event_get_date (event) ? rcp_edtf_get_string (rcp_event_get_date (event)) : "-",
                             rcp_event_get_title (event));

      g_ptr_array_add (lines, g_strdup_printf ("%s | %s %s %s | by user %u | %u accounts, %u outlets, %u independent |%s",
                                               line,
                                               rcp_enum_to_nick (RCP_TYPE_DATE_RULE, rcp_event_get_date_rule (event)),
                                               rcp_enum_to_nick (RCP_TYPE_ACTION, rcp_event_get_action (event)),
                                               rcp_enum_to_nick (RCP_TYPE_STATUS, rcp_event_get_status (event)),
                                               rcp_event_get_by_user (event), rcp_event_get_n_accounts (event),
                                               rcp_event_get_n_outlets (event), rcp_event_get_n_independent (event), actors));
      describe_accounts (detail, line, lines);
      describe_discrepancies (detail, line, lines);
    }
  for (guint i = 0; i < g_list_model_get_n_items (tellers); i++)
    {
      g_autoptr (RcpOutlet) outlet = g_list_model_get_item (tellers, i);

      g_ptr_array_add (lines, g_strdup_printf ("outlet %s %c", rcp_outlet_get_label (outlet),
                                               rcp_outlet_get_reliability (outlet)
                                                 ? (char) rcp_outlet_get_reliability (outlet) : '-'));
    }
  return join_sorted (lines);
}

/* --- One by one ------------------------------------------------------------------------------------------------- */

static RcpEvent *
load_event (RcpLibrary *library, gint64 id)
{
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, id, 0, NULL, NULL);

  g_assert_nonnull (detail);
  return g_object_ref (rcp_event_detail_get_event (detail));
}

static RcpAccount *
first_account (RcpLibrary *library, gint64 event_id)
{
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, event_id, 0, NULL, NULL);

  return g_list_model_get_item (rcp_event_detail_get_accounts (detail), 0);
}

/* An event with several accounts, of which the late articles bring more. */
static gint64
find_told (RcpLibrary *library)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);

      if (rcp_event_get_n_accounts (event) >= 2 && rcp_event_get_action (event) == RCP_ACTION_AGREE)
        return rcp_event_get_id (event);
    }
  g_assert_not_reached ();
}

static void
undo (RcpLibrary *library)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_library_undo (library, 0, NULL, &error));
  g_assert_no_error (error);
}

static gint64
newest (RcpLibrary *library, char **words)
{
  g_autoptr (GListModel) log = rcp_library_list_corrections (library, 0, NULL, NULL);
  g_autoptr (RcpCorrection) correction = g_list_model_get_item (log, 0);

  *words = rcp_correction_describe (correction);
  return rcp_correction_get_id (correction);
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_autofree char *early = g_build_filename (fixture->folder, "early", NULL);
  g_autofree char *late = g_build_filename (fixture->folder, "late", NULL);
  g_autofree char *words = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RcpEvent) event = NULL;
  g_autoptr (RcpEvent) again = NULL;
  g_autoptr (RcpEvent) undone = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, first;

  write_articles (fixture);
  import_and_wait (fixture->library, early, N_EARLY);
  before = describe (fixture->library);
  id = find_told (fixture->library);
  g_assert_true (rcp_library_set_event_status (fixture->library, id, RCP_STATUS_DENIED, NULL, &error));
  first = newest (fixture->library, &words);
  event = load_event (fixture->library, id);
  wanted = g_strdup_printf ("“%s” is denied.", rcp_event_get_title (event));
  g_assert_cmpstr (words, ==, wanted);
  g_assert_cmpint (rcp_event_get_status (event), ==, RCP_STATUS_DENIED);
  g_assert_cmpuint (rcp_event_get_by_user (event), ==, RCP_EVENT_BY_USER_STATUS);
  g_assert_cmpuint (count_and_unref (rcp_library_list_event_corrections (fixture->library, id, NULL, NULL)), ==, 1);

  /* The last word counts; without it the one before does. */
  g_assert_true (rcp_library_set_event_status (fixture->library, id, RCP_STATUS_PLANNED, NULL, &error));
  g_assert_true (rcp_library_drop_correction (fixture->library, first, NULL, &error));
  import_and_wait (fixture->library, late, N_ARTICLES - N_EARLY);
  again = load_event (fixture->library, id);
  g_assert_cmpuint (rcp_event_get_n_accounts (again), >, rcp_event_get_n_accounts (event));
  g_assert_cmpint (rcp_event_get_status (again), ==, RCP_STATUS_PLANNED);
  undo (fixture->library);
  g_assert_cmpuint (count_and_unref (rcp_library_list_event_corrections (fixture->library, id, NULL, NULL)), ==, 2);
  undo (fixture->library);
  undone = load_event (fixture->library, id);
  g_assert_cmpint (rcp_event_get_status (undone), ==, RCP_STATUS_DENIED);

  /* That the engine is right takes all of them back, and can be taken back itself. */
  g_assert_true (rcp_library_set_event_status (fixture->library, id, -1, NULL, &error));
  g_assert_cmpuint (count_and_unref (rcp_library_list_corrections (fixture->library, 0, NULL, NULL)), ==, 0);
  undo (fixture->library);
  g_assert_cmpuint (count_and_unref (rcp_library_list_corrections (fixture->library, 0, NULL, NULL)), ==, 1);
  undo (fixture->library);
  after = describe (fixture->library);
  g_assert_cmpuint (count_and_unref (rcp_library_list_corrections (fixture->library, 0, NULL, NULL)), ==, 0);
  g_assert_nonnull (strstr (after, "| by user 0 |"));
  g_assert_null (strstr (after, "| by user 1 |"));
  g_assert_nonnull (before);
}

static void
test_participants (Fixture *fixture, gconstpointer data)
{
  g_autofree char *early = g_build_filename (fixture->folder, "early", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RcpEventDetail) detail = NULL;
  g_autoptr (RcpEventDetail) changed = NULL;
  g_autoptr (RcpActor) gone = NULL;
  g_autoptr (RcpActor) comes = NULL;
  g_autoptr (GListModel) actors = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  gint64 id;

  write_articles (fixture);
  import_and_wait (fixture->library, early, N_EARLY);
  before = describe (fixture->library);
  id = find_told (fixture->library);
  detail = rcp_library_load_event (fixture->library, id, 0, NULL, NULL);
  gone = g_list_model_get_item (rcp_event_detail_get_actors (detail), 0);
  names = list_actors (detail);
  actors = rcp_library_list_actors (fixture->library, 0, NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (actors) && comes == NULL; i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);

      if (strstr (names, rcp_actor_get_key (actor)) == NULL)
        comes = g_steal_pointer (&actor);
    }
  g_assert_true (rcp_library_set_event_actor (fixture->library, id, rcp_actor_get_id (gone), 0, NULL, &error));
  g_assert_true (rcp_library_set_event_actor (fixture->library, id, rcp_actor_get_id (comes), 1, NULL, &error));
  changed = rcp_library_load_event (fixture->library, id, 0, NULL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (rcp_event_detail_get_actors (changed)), ==,
                    g_list_model_get_n_items (rcp_event_detail_get_actors (detail)));
  {
    g_autofree char *now = list_actors (changed);

    g_assert_null (strstr (now, rcp_actor_get_key (gone)));
    g_assert_nonnull (strstr (now, rcp_actor_get_key (comes)));
  }
  g_assert_true (rcp_library_set_event_actor (fixture->library, id, 0, -1, NULL, &error));
  after = describe (fixture->library);
  assert_same (0, "as the engine finds", before, after);
  g_assert_false (rcp_library_set_event_actor (fixture->library, id + 1000, rcp_actor_get_id (gone), 0, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

static void
test_origin (Fixture *fixture, gconstpointer data)
{
  g_autofree char *early = g_build_filename (fixture->folder, "early", NULL);
  g_autoptr (RcpAccount) account = NULL;
  g_autoptr (RcpAccount) changed = NULL;
  g_autoptr (RcpAccount) none = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, event;

  write_articles (fixture);
  import_and_wait (fixture->library, early, N_EARLY);
  before = describe (fixture->library);
  event = find_told (fixture->library);
  account = first_account (fixture->library, event);
  id = rcp_account_get_id (account);
  g_assert_true (rcp_library_set_attribution (fixture->library, id, "the harbour master", NULL, &error));
  g_assert_true (rcp_library_set_credibility (fixture->library, id, 2, NULL, &error));
  newest (fixture->library, &words);
  g_assert_true (g_str_has_suffix (words, "has the grade 2: probably true."));
  g_assert_true (rcp_library_set_reliability (fixture->library, rcp_account_get_outlet_id (account), 'C', NULL, &error));
  g_assert_no_error (error);
  changed = first_account (fixture->library, event);
  g_assert_cmpstr (rcp_account_get_attribution (changed), ==, "the harbour master");
  g_assert_true (rcp_account_get_attribution_by_user (changed));
  g_assert_cmpuint (rcp_account_get_credibility (changed), ==, 2);
  {
    g_autofree char *now = describe (fixture->library);
    g_autoptr (RcpLibrary) again = read_all_again (fixture, "again.recoupe", N_EARLY);
    g_autofree char *later = describe (again);

    assert_same (0, "read again", now, later);
    g_assert_nonnull (strstr (now, " C"));
  }
  g_assert_true (rcp_library_set_attribution (fixture->library, id, "", NULL, &error));
  none = first_account (fixture->library, event);
  g_assert_null (rcp_account_get_attribution (none));
  g_assert_true (rcp_account_get_attribution_by_user (none));
  for (guint i = 0; i < 4; i++)
    undo (fixture->library);
  after = describe (fixture->library);
  assert_same (0, "taken back", before, after);
}

static gint64
event_of (RcpLibrary *library, gint64 article_id, RcpAction action)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, rcp_event_get_id (event), 0, NULL, NULL);
      GListModel *accounts = rcp_event_detail_get_accounts (detail);

      for (guint j = 0; rcp_event_get_action (event) == action && j < g_list_model_get_n_items (accounts); j++)
        {
          g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, j);

          if (rcp_account_get_article_id (account) == article_id)
            return rcp_event_get_id (event);
        }
    }
  return 0;
}

/* Two events of different days become one and stay one, for articles to come too, until that is taken back. */
static void
test_join (Fixture *fixture, gconstpointer data)
{
  g_autofree char *early = g_build_filename (fixture->folder, "early", NULL);
  g_autofree char *late = g_build_filename (fixture->folder, "late", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *words = NULL;
  g_autoptr (RcpEvent) joined = NULL;
  g_autoptr (RcpEvent) grown = NULL;
  g_autoptr (GError) error = NULL;
  gint64 a, b, id;
  guint n_events;

  write_articles (fixture);
  import_and_wait (fixture->library, early, N_EARLY);
  before = describe (fixture->library);
  n_events = count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL));
  a = event_of (fixture->library, 1, RCP_ACTION_AGREE);
  b = event_of (fixture->library, 2, RCP_ACTION_AGREE);
  g_assert_cmpint (a, !=, b);
  g_assert_true (rcp_library_join_events (fixture->library, a, b, NULL, &error));
  g_assert_no_error (error);
  id = rcp_library_get_last_id (fixture->library);
  joined = load_event (fixture->library, id);
  g_assert_cmpint (event_of (fixture->library, 1, RCP_ACTION_AGREE), ==, id);
  g_assert_cmpint (event_of (fixture->library, 2, RCP_ACTION_AGREE), ==, id);
  g_assert_cmpuint (rcp_event_get_by_user (joined), ==, RCP_EVENT_BY_USER_JOINED);
  g_assert_cmpuint (count_and_unref (rcp_library_list_events (fixture->library, 0, NULL, NULL)), ==, n_events - 1);
  newest (fixture->library, &words);
  g_assert_true (g_str_has_suffix (words, "are one event."));
  {
    g_autofree char *now = describe (fixture->library);
    g_autoptr (RcpLibrary) again = read_all_again (fixture, "again.recoupe", N_EARLY);
    g_autofree char *later = describe (again);

    assert_same (0, "joined, read again", now, later);
  }
  g_assert_false (rcp_library_join_events (fixture->library, id, id, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS);
  undo (fixture->library);
  after = describe (fixture->library);
  assert_same (0, "join taken back", before, after);
  g_assert_true (rcp_library_join_events (fixture->library, event_of (fixture->library, 1, RCP_ACTION_AGREE),
                                          event_of (fixture->library, 2, RCP_ACTION_AGREE), NULL, NULL));
  import_and_wait (fixture->library, late, N_ARTICLES - N_EARLY);
  grown = load_event (fixture->library, event_of (fixture->library, 1, RCP_ACTION_AGREE));
  g_assert_cmpuint (rcp_event_get_n_accounts (grown), >, rcp_event_get_n_accounts (joined));
  g_assert_cmpint (event_of (fixture->library, 2, RCP_ACTION_AGREE), ==, rcp_event_get_id (grown));
}

/* One account becomes an event of its own and is never joined with the others again, until that is taken back. */
static void
test_cut (Fixture *fixture, gconstpointer data)
{
  g_autofree char *early = g_build_filename (fixture->folder, "early", NULL);
  g_autofree char *late = g_build_filename (fixture->folder, "late", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (RcpAccount) account = NULL;
  g_autoptr (RcpEvent) cut = NULL;
  g_autoptr (RcpAccount) other = NULL;
  g_autoptr (RcpEventDetail) detail = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 event, id, article;

  write_articles (fixture);
  import_and_wait (fixture->library, early, N_EARLY);
  before = describe (fixture->library);
  event = find_told (fixture->library);
  account = first_account (fixture->library, event);
  article = rcp_account_get_article_id (account);
  detail = rcp_library_load_event (fixture->library, event, 0, NULL, NULL);
  other = g_list_model_get_item (rcp_event_detail_get_accounts (detail), 1);
  id = rcp_account_get_id (account);
  g_array_append_val (ids, id);
  g_assert_true (rcp_library_cut_accounts (fixture->library, ids, NULL, &error));
  g_assert_no_error (error);
  cut = load_event (fixture->library, rcp_library_get_last_id (fixture->library));
  g_assert_cmpuint (rcp_event_get_n_accounts (cut), ==, 1);
  g_assert_cmpuint (rcp_event_get_by_user (cut), ==, RCP_EVENT_BY_USER_CUT);
  g_assert_cmpint (event_of (fixture->library, article, RCP_ACTION_AGREE), ==, rcp_event_get_id (cut));
  g_assert_false (rcp_library_cut_accounts (fixture->library, ids, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS);
  {
    g_autofree char *now = describe (fixture->library);
    g_autoptr (RcpLibrary) again = read_all_again (fixture, "again.recoupe", N_EARLY);
    g_autofree char *later = describe (again);

    assert_same (0, "cut, read again", now, later);
  }
  undo (fixture->library);
  after = describe (fixture->library);
  assert_same (0, "cut taken back", before, after);
  g_assert_true (rcp_library_cut_accounts (fixture->library, ids, NULL, NULL));
  import_and_wait (fixture->library, late, N_ARTICLES - N_EARLY);
  g_assert_cmpint (event_of (fixture->library, article, RCP_ACTION_AGREE), !=,
                   event_of (fixture->library, rcp_account_get_article_id (other), RCP_ACTION_AGREE));
}

/* --- Random decisions ------------------------------------------------------------------------------------------- */

static gpointer
pick (GListModel *model, GRand *rand)
{
  guint n = model ? g_list_model_get_n_items (model) : 0;

  return n ? g_list_model_get_item (model, g_rand_int_range (rand, 0, n)) : NULL;
}

static gboolean
decide_of_account (RcpLibrary *library, GRand *rand, RcpEventDetail *detail, GError **error)
{
  static const char *const origins[] = { NULL, "", "the harbour master", "un proche du dossier" };
  g_autoptr (RcpAccount) account = pick (rcp_event_detail_get_accounts (detail), rand);

  if (account == NULL)
    return FALSE;
  switch (g_rand_int_range (rand, 0, 3))
    {
    case 0:
      return rcp_library_set_attribution (library, rcp_account_get_id (account),
                                          origins[g_rand_int_range (rand, 0, G_N_ELEMENTS (origins))], NULL, error);
    case 1:
      return rcp_library_set_credibility (library, rcp_account_get_id (account), g_rand_int_range (rand, 0, 7), NULL, error);
    default:
      return rcp_library_set_reliability (library, rcp_account_get_outlet_id (account),
                                          g_rand_boolean (rand) ? 'A' + g_rand_int_range (rand, 0, 6) : 0, NULL, error);
    }
}

/* One decision of any kind; FALSE where it makes no sense of what it fell on. */
static gboolean
decide (RcpLibrary *library, GRand *rand, GError **error)
{
  g_autoptr (GListModel) events = rcp_library_list_events (library, 0, NULL, NULL);
  g_autoptr (RcpEvent) event = pick (events, rand);
  gint64 id = rcp_event_get_id (event);
  g_autoptr (RcpEventDetail) detail = rcp_library_load_event (library, id, 0, NULL, NULL);
  g_autofree char *day = g_strdup_printf ("2022-05-%02d", g_rand_int_range (rand, 1, 29));
  g_autoptr (RcpEdtf) date = rcp_edtf_parse (day, NULL);
  g_autoptr (RcpDiscrepancy) discrepancy = pick (rcp_event_detail_get_discrepancies (detail), rand);
  g_autoptr (GListModel) actors = NULL;
  g_autoptr (GListModel) log = NULL;
  g_autoptr (RcpActor) actor = NULL;
  g_autoptr (RcpCorrection) correction = NULL;
  g_autoptr (RcpEvent) other = pick (events, rand);
  g_autoptr (RcpAccount) account = pick (rcp_event_detail_get_accounts (detail), rand);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 account_id = account ? rcp_account_get_id (account) : 0;

  switch (g_rand_int_range (rand, 0, 16))
    {
    case 12:
    case 13:
      return rcp_library_join_events (library, id, rcp_event_get_id (other), NULL, error);
    case 14:
    case 15:
      g_array_append_val (ids, account_id);
      return rcp_library_cut_accounts (library, ids, NULL, error);
    case 0:
      return rcp_library_set_event_date (library, id, g_rand_int_range (rand, 0, 4) ? date : NULL, NULL, error);
    case 1:
    case 2:
      return rcp_library_set_event_status (library, id, g_rand_int_range (rand, -1, RCP_STATUS_BACKGROUND + 1), NULL, error);
    case 3:
      return rcp_library_set_event_action (library, id, g_rand_int_range (rand, -1, RCP_ACTION_ASSAULT + 1), NULL, error);
    case 4:
    case 5:
      actors = rcp_library_list_actors (library, 0, NULL, NULL);
      actor = g_rand_boolean (rand) ? pick (actors, rand) : pick (rcp_event_detail_get_actors (detail), rand);
      return actor != NULL
             && rcp_library_set_event_actor (library, id, rcp_actor_get_id (actor), g_rand_int_range (rand, -1, 2), NULL,
                                             error);
    case 6:
    case 7:
    case 8:
      return decide_of_account (library, rand, detail, error);
    case 9:
      return discrepancy != NULL
             && rcp_library_settle (library, rcp_discrepancy_get_id (discrepancy), !rcp_discrepancy_get_settled (discrepancy),
                                    NULL, error);
    default:
      log = rcp_library_list_corrections (library, 0, NULL, NULL);
      correction = pick (log, rand);
      return correction != NULL
             && rcp_library_drop_correction (library, rcp_correction_get_id (correction), NULL, error);
    }
}

/* Returns: how many can be undone. */
static guint
correct_at_random (RcpLibrary *library)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint n_made = 0;

  for (guint i = 0; i < N_CORRECTIONS; i++)
    {
      g_autoptr (GError) error = NULL;

      rcp_clock_set_now_us (NOW_US + (i + 1) * G_USEC_PER_SEC);
      if (decide (library, rand, &error))
        n_made++;
      else if (error != NULL && !g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND)
               && !g_error_matches (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS))
        g_error ("seed %d, correction %u: %s", SEED, i, error->message);
    }
  return n_made;
}

/* Articles that come later, in one go and one by one; and all of it read again. */
static void
check_later (Fixture *fixture, const char *late)
{
  g_autofree char *path = NULL;
  g_autofree char *other_path = NULL;
  g_autofree char *grown = NULL;
  g_autofree char *now = NULL;
  g_autofree char *later = NULL;
  Fixture at_once = { fixture->folder, NULL, open_copy (fixture, "at-once.recoupe", &path) };
  g_autoptr (RcpLibrary) one_by_one = open_copy (fixture, "one-by-one.recoupe", &other_path);
  g_autoptr (RcpLibrary) again = NULL;

  import_and_wait (at_once.library, late, N_ARTICLES - N_EARLY);
  grown = describe (at_once.library);
  for (guint i = N_EARLY; i < N_ARTICLES; i++)
    {
      g_autofree char *name = g_strdup_printf ("a%02u.html", i);
      g_autofree char *article = g_build_filename (late, name, NULL);

      import_and_wait (one_by_one, article, 1);
    }
  now = describe (one_by_one);
  assert_same (SEED, "later articles, one by one", grown, now);
  again = read_all_again (&at_once, "grown.recoupe", N_ARTICLES);
  later = describe (again);
  assert_same (SEED, "grown, read again", grown, later);
  g_object_unref (at_once.library);
}

/* Decisions that are taken back after other articles came leave what these articles give without them. */
static void
check_taken_back_later (Fixture *fixture, const char *early, const char *late)
{
  g_autofree char *path = NULL;
  g_autofree char *plain_path = g_build_filename (fixture->folder, "plain.recoupe", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *now = NULL;
  g_autoptr (RcpLibrary) grown = open_copy (fixture, "taken-back.recoupe", &path);
  g_autoptr (RcpLibrary) plain = NULL;
  g_autoptr (GError) error = NULL;

  plain = rcp_library_open (plain_path, NULL, &error);
  g_assert_no_error (error);
  import_and_wait (plain, early, N_EARLY);
  import_and_wait (plain, late, N_ARTICLES - N_EARLY);
  import_and_wait (grown, late, N_ARTICLES - N_EARLY);
  while (TRUE)
    {
      g_autoptr (GListModel) log = rcp_library_list_corrections (grown, 0, NULL, &error);
      g_autoptr (RcpCorrection) last = g_list_model_get_item (log, 0);

      if (last == NULL)
        break;
      g_assert_true (rcp_library_drop_correction (grown, rcp_correction_get_id (last), NULL, &error));
      g_assert_no_error (error);
    }
  expected = describe (plain);
  now = describe (grown);
  assert_same (SEED, "taken back after later articles", expected, now);
}

static void
test_random (Fixture *fixture, gconstpointer data)
{
  g_autofree char *early = g_build_filename (fixture->folder, "early", NULL);
  g_autofree char *late = g_build_filename (fixture->folder, "late", NULL);
  g_autofree char *before = NULL;
  g_autofree char *corrected = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  write_articles (fixture);
  import_and_wait (fixture->library, early, N_EARLY);
  before = describe (fixture->library);
  g_assert_cmpuint (correct_at_random (fixture->library), >, N_CORRECTIONS / 2);
  corrected = describe (fixture->library);
  g_assert_cmpstr (before, !=, corrected);
  {
    g_autoptr (RcpLibrary) again = read_all_again (fixture, "again.recoupe", N_EARLY);
    g_autofree char *now = describe (again);

    assert_same (SEED, "read again", corrected, now);
  }
  check_later (fixture, late);
  check_taken_back_later (fixture, early, late);
  while (rcp_library_get_undo_label (fixture->library) != NULL)
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
#define ADD(name, func) g_test_add ("/event-corrections/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("status", test_status);
  ADD ("participants", test_participants);
  ADD ("origin", test_origin);
  ADD ("join", test_join);
  ADD ("cut", test_cut);
  ADD ("random", test_random);
  return g_test_run ();
}
