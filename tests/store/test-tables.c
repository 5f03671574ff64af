#include "config.h"

#include "store-fixture.h"

/* What is put in comes out the same, and the user's words outlast the engine's. */

static void
test_lists (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) articles = rcp_store_list_articles (f->store, 0, NULL, &error);
  g_autoptr (GListModel) in_dossier = rcp_store_list_articles (f->store, f->dossier, NULL, &error);
  g_autoptr (RcpArticle) first = g_list_model_get_item (articles, 0);
  g_autoptr (GListModel) events = rcp_store_list_events (f->store, f->dossier, NULL, &error);
  g_autoptr (RcpEvent) event = g_list_model_get_item (events, 0);
  g_autoptr (GListModel) actors = rcp_store_list_actors (f->store, 0, NULL, &error);
  g_autoptr (RcpActor) actor = g_list_model_get_item (actors, 0);
  g_autoptr (GListModel) dossiers = rcp_store_list_dossiers (f->store, NULL, &error);
  g_autoptr (RcpDossier) dossier = g_list_model_get_item (dossiers, 0);
  g_autoptr (GListModel) outlets = rcp_store_list_outlets (f->store, 0, NULL, &error);
  g_autoptr (RcpOutlet) unnamed = g_list_model_get_item (outlets, 1);
  RcpStoreCounts counts;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (in_dossier), ==, 1);
  g_assert_cmpstr (rcp_article_get_title (first), ==, "Port closed by strike");
  g_assert_cmpstr (rcp_article_get_outlet (first), ==, "The Quay");
  g_assert_cmpstr (rcp_edtf_get_string (rcp_article_get_published (first)), ==, "2031-05-06");
  g_assert_cmpint (rcp_article_get_published_basis (first), ==, RCP_PUBLISHED_INFERRED);
  g_assert_cmpint (rcp_article_get_published_rule (first), ==, RCP_DATE_RULE_FRESHEST);
  g_assert_cmpint (rcp_article_get_best_day (first), ==, rcp_day_from_ymd (2031, 5, 6));
  g_assert_false (rcp_article_get_is_sure (first));
  g_assert_cmpuint (rcp_article_get_n_events (first), ==, 1);
  g_assert_cmpuint (rcp_article_get_n_sharing (first), ==, 1);
  g_assert_cmpstr (rcp_event_get_title (event), ==, "Dockers strike");
  g_assert_cmpuint (rcp_event_get_n_accounts (event), ==, 2);
  g_assert_cmpuint (rcp_event_get_n_discrepancies (event), ==, 1);
  g_assert_cmpuint (g_bytes_get_size (rcp_event_get_actor_ids (event)), ==, sizeof (gint64));
  g_assert_cmpint (*(gint64 *)g_bytes_get_data (rcp_event_get_actor_ids (event), NULL), ==, f->actor);
  g_assert_cmpuint (rcp_actor_get_n_mentions (actor), ==, 2);
  g_assert_cmpuint (rcp_actor_get_n_articles (actor), ==, 2);
  g_assert_cmpstr (rcp_actor_get_alias (actor), ==, "the strikers");
  g_assert_cmpuint (g_bytes_get_size (rcp_actor_get_counts (actor)), ==, 2 * sizeof (guint32));
  g_assert_cmpuint (rcp_dossier_get_n_articles (dossier), ==, 1);
  g_assert_cmpuint (rcp_dossier_get_n_events (dossier), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (outlets), ==, 2);
  g_assert_null (rcp_outlet_get_name (unnamed));
  g_assert_cmpstr (rcp_outlet_get_label (unnamed), ==, "a.txt");
  g_assert_true (rcp_store_count (f->store, 0, &counts, NULL, &error));
  g_assert_cmpuint (counts.n_articles, ==, 2);
  g_assert_cmpuint (counts.n_events, ==, 1);
  g_assert_cmpuint (counts.n_actors, ==, 1);
}

/* In a small dossier an article that does not name the actor has its place among the counts. */
static void
test_counts (Fixture *f, gconstpointer data)
{
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (RcpDocument) document = fixture_document ("Fog", "Fog lies on the harbour.\n");
  g_autoptr (RcpFindings) findings = fixture_findings ("person:ada", "Ada", "2031-05-08");
  gint64 article = fixture_reserve (f->store, RCP_STORE_TABLE_ARTICLE, 1);
  gint64 other = fixture_reserve (f->store, RCP_STORE_TABLE_ACTOR, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpActor) actor = NULL;
  g_autoptr (RcpActor) in_dossier = NULL;
  const guint32 *counts;
  gsize size;

  fixture_put_article (f->store, changes, article, document, "The Quay", f->dossier);
  rcp_change_set_put_actor (changes, other, RCP_ACTOR_PERSON, "person:ada", "Ada");
  rcp_change_set_put_findings (changes, article, findings, 0, &other);
  g_assert_true (rcp_store_save_changes (f->store, changes, NULL, &error));
  g_assert_no_error (error);

  actor = rcp_store_load_actor (f->store, f->actor, 0, NULL, &error);
  g_assert_no_error (error);
  counts = g_bytes_get_data (rcp_actor_get_counts (actor), &size);
  g_assert_cmpuint (size, ==, 3 * sizeof *counts);
  g_assert_cmpuint (counts[0], ==, 1);
  g_assert_cmpuint (counts[1], ==, 1);
  g_assert_cmpuint (counts[2], ==, 0);
  in_dossier = rcp_store_load_actor (f->store, f->actor, f->dossier, NULL, &error);
  counts = g_bytes_get_data (rcp_actor_get_counts (in_dossier), &size);
  g_assert_cmpuint (size, ==, 2 * sizeof *counts);
  g_assert_cmpuint (counts[1], ==, 0);
}

static void
test_article (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpDocument) document = rcp_store_load_document (f->store, f->articles[0], NULL, &error);
  g_autoptr (RcpFindings) findings = rcp_store_load_findings (f->store, f->articles[0], NULL, &error);
  g_autoptr (GBytes) raw = rcp_store_load_raw (f->store, f->articles[0], NULL, &error);
  g_autoptr (GListModel) accounts = rcp_store_list_event_accounts (f->store, f->event, 0, NULL, &error);
  g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, 0);
  g_autoptr (GListModel) discrepancies = rcp_store_list_event_discrepancies (f->store, f->event, NULL, &error);
  g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, 0);
  g_autoptr (RcpDiscrepancyValue) value = g_list_model_get_item (rcp_discrepancy_get_values (discrepancy), 0);
  const RcpFoundAccount *found;
  const RcpDateExpression *date;
  const RcpPublicationClue *clue;

  g_assert_no_error (error);
  g_assert_cmpstr (document->text, ==, FIRST_TEXT);
  g_assert_cmpuint (document->set_aside->len, ==, 1);
  g_assert_cmpint (g_array_index (document->set_aside, RcpSetAside, 0).kind, ==, RCP_SET_ASIDE_SHARE_COUNTER);
  g_assert_cmpmem (g_bytes_get_data (raw, NULL), g_bytes_get_size (raw), FIRST_TEXT, strlen (FIRST_TEXT));
  found = findings->accounts->pdata[0];
  g_assert_cmpuint (found->terms->len, ==, 2);
  g_assert_cmpuint (g_array_index (found->terms, guint32, 1), ==, 4000000000u);
  g_assert_cmpfloat (g_array_index (found->numbers, RcpFoundNumber, 0).value, ==, 200.5);
  g_assert_cmpuint (g_array_index (found->actors, guint, 0), ==, 0);
  g_assert_cmpint (g_array_index (findings->mentions, RcpMention, 0).form, ==, RCP_MENTION_ROLE);
  date = findings->dates->pdata[0];
  g_assert_cmpint (date->rule, ==, RCP_DATE_RULE_WEEKDAY_BEFORE);
  g_assert_cmpstr (rcp_edtf_get_string (date->anchor), ==, "2031-05-06");
  g_assert_cmpstr (date->time, ==, "TMO");
  g_assert_cmpuint (date->steps->len, ==, 1);
  g_assert_cmpint (findings->publication->best_day, ==, rcp_day_from_ymd (2031, 5, 6));
  g_assert_false (findings->publication->is_sure);
  g_assert_cmpuint (findings->publication->clues->len, ==, 2);
  clue = findings->publication->clues->pdata[0];
  g_assert_cmpint (clue->kind, ==, RCP_PUBLICATION_CLUE_WRITTEN);
  g_assert_true (clue->agrees);
  g_assert_cmpstr (rcp_edtf_get_string (clue->allowed), ==, "2031-05-06");
  clue = findings->publication->clues->pdata[1];
  g_assert_false (clue->agrees);
  g_assert_null (clue->told);
  g_assert_cmpstr (clue->words, ==, "Friday");
  g_assert_cmpint (clue->other, ==, f->articles[0]);
  g_assert_cmpstr (rcp_account_get_sentence (account), ==, "The dockers' union went on strike on Monday.");
  g_assert_cmpstr (rcp_account_get_date_clue (account), ==, "Monday");
  g_assert_cmpuint (g_bytes_get_size (rcp_account_get_shared (account)), ==, sizeof (RcpRange));
  g_assert_cmpuint (g_list_model_get_n_items (rcp_discrepancy_get_values (discrepancy)), ==, 2);
  g_assert_cmpstr (rcp_discrepancy_value_get_text (value), ==, "dockers");
}

/* Accounts of the same action by one of the actors, near the day, or without one. */
static void
test_happenings (Fixture *f, gconstpointer data)
{
  gint32 day = rcp_day_from_ymd (2031, 5, 5);
  gint64 nobody = f->actor + 100;
  struct
  {
    RcpStoreHappening like;
    guint limit, n;
  } rows[] = {
    { { &f->actor, 1, RCP_ACTION_PROTEST, FALSE, day - 3, day + 3 }, 10, 2 },
    { { &f->actor, 1, RCP_ACTION_PROTEST, TRUE, day, day }, 10, 2 },
    { { &f->actor, 1, RCP_ACTION_PROTEST, FALSE, day, day }, 1, 1 },
    { { &f->actor, 1, RCP_ACTION_PROTEST, FALSE, day + 1, day + 9 }, 10, 0 },
    { { &f->actor, 1, RCP_ACTION_AID, FALSE, day, day }, 10, 0 },
    { { &nobody, 1, RCP_ACTION_PROTEST, FALSE, day, day }, 10, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) tellers = rcp_store_list_happenings (f->store, &rows[i].like, rows[i].limit, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (tellers->len, ==, rows[i].n);
      for (guint j = 0; j < tellers->len; j++)
        {
          const RcpStoreTeller *teller = tellers->pdata[j];

          g_assert_cmpuint (teller->n_shared, ==, 1);
          g_assert_cmpuint (teller->terms->len, ==, 2);
          g_assert_true (teller->article_id == f->articles[0] || teller->article_id == f->articles[1]);
        }
    }
}

/* A date that the user gives is shown before the article is read again: an open one has no best day, several are not sure. */
static void
test_published (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *edtf;
    int best_month;
    gboolean is_sure;
  } rows[] = { { "../2031-03-11", 0, FALSE }, { "2031-03", 3, FALSE }, { "2031-04-11", 4, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RcpEdtf) date = rcp_edtf_parse (rows[i].edtf, NULL);
      g_autoptr (RcpArticle) article = NULL;

      g_assert_true (rcp_store_set_published (f->store, f->articles[0], date, NULL, &error));
      article = rcp_store_load_article (f->store, f->articles[0], NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (rcp_edtf_get_string (rcp_article_get_published (article)), ==, rows[i].edtf);
      g_assert_cmpint (rcp_day_to_ymd (rcp_article_get_best_day (article)).month, ==, rows[i].best_month);
      g_assert_cmpint (rcp_article_get_is_sure (article), ==, rows[i].is_sure);
    }
}

static void
test_engine (Fixture *f, gconstpointer data)
{
  static const struct
  {
    gint32 days_off;
    gint64 at_most;
    guint n;
  } rows[] = { { 0, 1, 2 }, { 0, 0, 0 }, { 2, 1, 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpEdtf) day = rcp_edtf_parse ("2031-05-05", NULL);
  guint64 hashes[] = { G_GUINT64_CONSTANT (0xffffffffffffff01), 43, 43 };
  g_autoptr (GArray) prints = rcp_store_list_prints (f->store, hashes, 3, NULL, &error);
  g_autoptr (GPtrArray) known = rcp_store_list_known_actors (f->store, NULL, &error);
  g_autoptr (GArray) outdated = rcp_store_list_outdated (f->store, RCP_ANALYSIS_VERSION, NULL, &error);
  g_autoptr (GArray) all = rcp_store_list_outdated (f->store, RCP_ANALYSIS_VERSION + 1, NULL, &error);
  g_autoptr (GArray) shared = rcp_store_list_shared (f->store, &f->articles[1], 1, NULL, &error);
  RcpStoredActor *actor = known->pdata[0];
  guint n_of_second = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (prints->len, ==, 3);
  for (guint i = 0; i < prints->len; i++)
    n_of_second += g_array_index (prints, RcpSharedPrint, i).article_id == f->articles[1];
  g_assert_cmpuint (n_of_second, ==, 2);
  g_assert_cmpuint (g_strv_length (actor->aliases), ==, 2);
  g_assert_cmpuint (outdated->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (g_array_index (shared, RcpStoredShared, 0).passage.a.start, ==, 13);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint32 from = rcp_edtf_get_first_day (day) + rows[i].days_off;
      g_autoptr (GPtrArray) near = rcp_store_list_accounts_lasting (f->store, from, from + 1, 0, rows[i].at_most, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (near->len, ==, rows[i].n);
    }
}

static void
decide (Fixture *f, RcpCorrectionKind kind, gint64 id, const char *value)
{
  const RcpEventDecision decision = { kind, id, 0, value, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_store_decide_event (f->store, &decision, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Each account is told by the actor of the fixture, in pieces, in a statement. */
static void
assert_voice (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) accounts = rcp_store_list_event_accounts (f->store, f->event, 0, NULL, &error);
  g_autoptr (GPtrArray) stored = rcp_store_list_accounts_of_events (f->store, &f->event, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (stored->len, ==, g_list_model_get_n_items (accounts));
  g_assert_cmpuint (stored->len, >, 0);
  for (guint i = 0; i < stored->len; i++)
    {
      const RcpStoredAccount *found = stored->pdata[i];
      g_autoptr (RcpAccount) account = g_list_model_get_item (accounts, i);

      g_assert_cmpint (found->speaker_id, ==, f->actor);
      g_assert_cmpint (rcp_account_get_speaker_id (account), ==, f->actor);
      g_assert_cmpstr (rcp_account_get_speaker (account), ==, name);
      g_assert_cmpint (rcp_account_get_quotation (account), ==, RCP_QUOTATION_PIECES);
      g_assert_cmpstr (rcp_account_get_medium (account), ==, "a statement");
    }
}

/* What the engine joins takes the speaker along; no row keeps one that is gone. */
static void
test_merged_speaker (Fixture *f, gconstpointer data)
{
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (GError) error = NULL;
  gint64 old = f->actor;

  assert_voice (f, "Dockers’ union");
  f->actor = fixture_reserve (f->store, RCP_STORE_TABLE_ACTOR, 1);
  rcp_change_set_put_actor (changes, f->actor, RCP_ACTOR_ORGANISATION, "org:port dockers", "Port dockers");
  rcp_change_set_merge_actors (changes, old, f->actor);
  g_assert_true (rcp_store_save_changes (f->store, changes, NULL, &error));
  g_assert_no_error (error);
  assert_voice (f, "Port dockers");
}

static void
test_reanalysis (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (RcpEdtf) mine = rcp_edtf_parse ("2031-05-04", NULL);
  g_autoptr (GListModel) discrepancies = rcp_store_list_event_discrepancies (f->store, f->event, NULL, &error);
  g_autoptr (RcpDiscrepancy) discrepancy = g_list_model_get_item (discrepancies, 0);
  gint64 old_event = f->event, old_actor = f->actor, accounts[2];
  gint64 note = fixture_note (f, RCP_NOTE_EVENT, 0, f->event, 0, "Ask the harbour master");
  gint64 on_actor = fixture_note (f, RCP_NOTE_ACTOR, 0, 0, f->actor, "Who leads it?");
  RcpNewDiscrepancyValue values[2];

  decide (f, RCP_CORRECTION_EVENT_DATE, f->event, rcp_edtf_get_string (mine));
  decide (f, RCP_CORRECTION_SETTLE, rcp_discrepancy_get_id (discrepancy), "1");
  g_assert_true (rcp_store_pin_actor (f->store, f->actor, 0, NULL, &error));

  /* The engine starts afresh: other numbers for accounts, event and actor. */
  accounts[0] = fixture_reserve (f->store, RCP_STORE_TABLE_ACCOUNT, 2);
  accounts[1] = accounts[0] + 1;
  f->event = fixture_reserve (f->store, RCP_STORE_TABLE_EVENT, 1);
  f->actor = fixture_reserve (f->store, RCP_STORE_TABLE_ACTOR, 1);
  rcp_change_set_put_actor (changes, f->actor, RCP_ACTOR_ORGANISATION, "org:port dockers", "Port dockers");
  rcp_change_set_merge_actors (changes, old_actor, f->actor);
  for (guint i = 0; i < 2; i++)
    {
      fixture_put_findings (f, changes, i, accounts[i]);
      values[i] = (RcpNewDiscrepancyValue){ accounts[i], { 4, 11 } };
    }
  fixture_put_event (f, changes, accounts, 2, "2031-05");
  rcp_change_set_add_discrepancy (changes, f->event, RCP_DISCREPANCY_NUMBER, values, 2);
  g_assert_true (rcp_store_save_changes (f->store, changes, NULL, &error));
  g_assert_no_error (error);

  {
    g_autoptr (GListModel) events = rcp_store_list_events (f->store, 0, NULL, &error);
    g_autoptr (RcpEvent) event = rcp_store_load_event (f->store, f->event, NULL, &error);
    g_autoptr (RcpNote) kept = rcp_store_load_note (f->store, note, NULL, &error);
    g_autoptr (RcpNote) kept_on_actor = rcp_store_load_note (f->store, on_actor, NULL, &error);
    g_autoptr (RcpActor) actor = rcp_store_load_actor (f->store, f->actor, 0, NULL, &error);

    g_assert_no_error (error);
    g_assert_cmpuint (g_list_model_get_n_items (events), ==, 1);
    g_assert_cmpint (f->event, !=, old_event);
    g_assert_cmpint (rcp_note_get_event_id (kept), ==, f->event);
    g_assert_cmpint (rcp_note_get_actor_id (kept_on_actor), ==, f->actor);
    g_assert_cmpuint (rcp_event_get_n_notes (event), ==, 1);
    g_assert_cmpuint (rcp_event_get_n_discrepancies (event), ==, 0);
    g_assert_cmpstr (rcp_edtf_get_string (rcp_event_get_date (event)), ==, "2031-05-04");
    g_assert_cmpint (rcp_event_get_date_rule (event), ==, RCP_DATE_RULE_USER);
    g_assert_cmpint (rcp_actor_get_pin_rank (actor), ==, 0);
  }
  assert_voice (f, "Port dockers");
  {
    g_autoptr (RcpEvent) event = NULL;

    decide (f, RCP_CORRECTION_EVENT_DATE, f->event, NULL);
    event = rcp_store_load_event (f->store, f->event, NULL, &error);
    g_assert_cmpstr (rcp_edtf_get_string (rcp_event_get_date (event)), ==, "2031-05");
  }
}

static void
test_removal (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  gint64 note = fixture_note (f, RCP_NOTE_EVENT, f->articles[0], f->event, 0, "Seen on the quay");
  g_autoptr (GArray) outdated = NULL;
  gint64 id;

  rcp_change_set_remove_article (changes, f->articles[0]);
  g_assert_true (rcp_store_save_changes (f->store, changes, NULL, &error));
  {
    g_autoptr (GListModel) articles = rcp_store_list_articles (f->store, 0, NULL, &error);
    g_autoptr (RcpEvent) event = rcp_store_load_event (f->store, f->event, NULL, &error);
    g_autoptr (RcpNote) moved = rcp_store_load_note (f->store, note, NULL, &error);
    g_autoptr (GPtrArray) hits = rcp_store_search (f->store, 0, "hundred", 10, NULL, &error);
    g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, FIRST_TEXT, -1);

    g_assert_no_error (error);
    g_assert_cmpuint (g_list_model_get_n_items (articles), ==, 1);
    g_assert_cmpuint (rcp_event_get_n_accounts (event), ==, 1);
    g_assert_cmpuint (rcp_event_get_n_discrepancies (event), ==, 0);
    g_assert_cmpint (rcp_note_get_article_id (moved), ==, f->articles[1]);
    g_assert_cmpuint (hits->len, ==, 0);
    g_assert_true (rcp_store_find_content (f->store, hash, &id, NULL, &error));
    g_assert_cmpint (id, ==, 0);
  }
  g_assert_true (rcp_store_restore_articles (f->store, f->articles, 1, &error));
  outdated = rcp_store_list_outdated (f->store, RCP_ANALYSIS_VERSION, NULL, &error);
  g_assert_cmpuint (outdated->len, ==, 1);
  g_assert_cmpint (g_array_index (outdated, gint64, 0), ==, f->articles[0]);
  g_assert_false (rcp_store_restore_articles (f->store, f->articles, 1, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

static void
test_user (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *old_name = NULL;
  gint64 note = fixture_note (f, RCP_NOTE_ARTICLE, f->articles[0], 0, 0, "Call the editor"), id, twin;
  g_autoptr (GListModel) outlets = NULL;
  g_autoptr (RcpNote) gone = NULL;
  int old_rank;

  /* Notes. */
  g_assert_true (rcp_store_delete_note (f->store, note, &error));
  gone = rcp_store_load_note (f->store, note, NULL, &error);
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (rcp_store_restore_note (f->store, note, &error));
  gone = rcp_store_load_note (f->store, note, NULL, &error);
  g_assert_cmpstr (rcp_note_get_body (gone), ==, "Call the editor");

  /* Dossiers. */
  g_assert_false (rcp_store_create_dossier (f->store, "Port", &id, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (rcp_store_rename_dossier (f->store, f->dossier, "Harbour", &old_name, &error));
  g_assert_cmpstr (old_name, ==, "Port");
  g_assert_false (rcp_store_rename_dossier (f->store, 999, "Nowhere", NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* An unnamed outlet gets the name of another: one outlet, until the name is taken back. */
  twin = rcp_store_find_outlet (f->store, NULL, "a.txt", &error);
  g_assert_true (rcp_store_set_outlet_name (f->store, twin, "THE QUAY", NULL, &error));
  outlets = rcp_store_list_outlets (f->store, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (outlets), ==, 1);
  g_clear_object (&outlets);
  g_assert_true (rcp_store_set_outlet_name (f->store, twin, NULL, NULL, &error));
  outlets = rcp_store_list_outlets (f->store, 0, NULL, &error);
  g_assert_cmpuint (g_list_model_get_n_items (outlets), ==, 2);

  /* Pins. */
  g_assert_true (rcp_store_pin_actor (f->store, f->actor, G_MAXINT, &old_rank, &error));
  g_assert_cmpint (old_rank, ==, -1);
  g_assert_true (rcp_store_pin_actor (f->store, f->actor, -1, &old_rank, &error));
  g_assert_cmpint (old_rank, ==, 0);
  g_assert_false (rcp_store_pin_actor (f->store, 999, 0, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND);
}

static void
test_batch_is_whole (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (RcpDocument) other = fixture_document ("Other", "Another text altogether.");
  g_autoptr (RcpDocument) twin = fixture_document ("Twin", SECOND_TEXT);
  gint64 id = fixture_reserve (f->store, RCP_STORE_TABLE_ARTICLE, 2);
  RcpStoreCounts counts;

  fixture_put_article (f->store, changes, id, other, "The Quay", 0);
  fixture_put_article (f->store, changes, id + 1, twin, "The Quay", 0);
  g_assert_false (rcp_store_save_changes (f->store, changes, NULL, &error));
  g_assert_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (rcp_store_count (f->store, 0, &counts, NULL, &error));
  g_assert_cmpuint (counts.n_articles, ==, 2);
}

/* What the user says of an actor holds for whom the engine joins it into; and the engine joins none that the user keeps
 * apart. */
static void
test_engine_joins (Fixture *f, gconstpointer data)
{
  g_autoptr (RcpChangeSet) joined = rcp_change_set_new ();
  g_autoptr (RcpChangeSet) another = rcp_change_set_new ();
  g_autoptr (RcpChangeSet) refused = rcp_change_set_new ();
  RcpActorDecision name = { RCP_CORRECTION_ACTOR_NAME, f->actor, 0, "The strike committee" };
  RcpActorDecision apart = { RCP_CORRECTION_DISTINCT_ACTORS, 0, 0, NULL };
  gint64 into = fixture_reserve (f->store, RCP_STORE_TABLE_ACTOR, 2), other = into + 1, correction = 0;
  g_autoptr (RcpActor) actor = NULL;
  g_autoptr (RcpActor) plain = NULL;
  g_autoptr (RcpActor) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rcp_store_correct_actor (f->store, &name, &correction, NULL, &error));
  g_assert_no_error (error);
  rcp_change_set_put_actor (joined, into, RCP_ACTOR_ORGANISATION, "org:port dockers", "Port dockers");
  rcp_change_set_merge_actors (joined, f->actor, into);
  g_assert_true (rcp_store_save_changes (f->store, joined, NULL, &error));
  g_assert_no_error (error);
  actor = rcp_store_load_actor (f->store, into, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rcp_actor_get_name (actor), ==, "The strike committee");
  g_assert_cmpuint (rcp_actor_get_n_mentions (actor), ==, 2);
  g_assert_cmpuint (rcp_actor_get_n_articles (actor), ==, 2);
  g_assert_true (rcp_store_delete_corrections (f->store, &correction, 1, &error));
  plain = rcp_store_load_actor (f->store, into, 0, NULL, &error);
  g_assert_cmpstr (rcp_actor_get_name (plain), ==, "Port dockers");

  rcp_change_set_put_actor (another, other, RCP_ACTOR_ORGANISATION, "org:quay dockers", "Quay dockers");
  g_assert_true (rcp_store_save_changes (f->store, another, NULL, &error));
  apart.actor_id = into;
  apart.other_id = other;
  g_assert_true (rcp_store_correct_actor (f->store, &apart, NULL, NULL, &error));
  g_assert_no_error (error);
  rcp_change_set_merge_actors (refused, other, into);
  g_assert_true (rcp_store_save_changes (f->store, refused, NULL, &error));
  g_assert_no_error (error);
  kept = rcp_store_load_actor (f->store, other, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rcp_actor_get_name (kept), ==, "Quay dockers");
}

static guint
count_corrections (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) log = rcp_store_list_correction_log (f->store, 0, NULL, &error);

  g_assert_no_error (error);
  return g_list_model_get_n_items (log);
}

/* What the user rules is kept with what comes of it, or not at all. */
static void
test_ruling (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) cut = g_array_new (FALSE, FALSE, sizeof (gint64));
  const RcpEventDecision decision = { RCP_CORRECTION_CUT, 0, 0, NULL, cut };
  RcpRuling ruling = { .decision = &decision };
  g_autoptr (RcpChangeSet) refused = rcp_change_set_new ();
  g_autoptr (RcpChangeSet) empty = rcp_change_set_new ();
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 missing[] = { f->accounts[0] + 1000, f->accounts[1] + 1000 };

  g_array_append_val (cut, f->accounts[0]);
  g_assert_true (rcp_store_look_at_ruling (f->store, &ruling, &rules, &accounts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (rules->len, ==, 1);
  g_assert_cmpuint (accounts->len, ==, 2);
  g_assert_cmpuint (count_corrections (f), ==, 0);

  fixture_put_event (f, refused, missing, 2, "2031-05-05");
  g_assert_false (rcp_store_save_ruling (f->store, &ruling, refused, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (ruling.id, ==, 0);
  g_assert_cmpuint (count_corrections (f), ==, 0);

  g_assert_true (rcp_store_save_ruling (f->store, &ruling, empty, &error));
  g_assert_no_error (error);
  g_assert_cmpint (ruling.id, >, 0);
  g_assert_cmpuint (count_corrections (f), ==, 1);
  kept = rcp_store_list_join_rules (f->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/store/tables/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("engine-joins", test_engine_joins);
  ADD ("lists", test_lists);
  ADD ("counts", test_counts);
  ADD ("article", test_article);
  ADD ("engine", test_engine);
  ADD ("happenings", test_happenings);
  ADD ("published", test_published);
  ADD ("merged-speaker", test_merged_speaker);
  ADD ("reanalysis", test_reanalysis);
  ADD ("removal", test_removal);
  ADD ("user", test_user);
  ADD ("ruling", test_ruling);
  ADD ("batch-is-whole", test_batch_is_whole);
  return g_test_run ();
}
