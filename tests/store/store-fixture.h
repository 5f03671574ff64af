#pragma once

#include <glib/gstdio.h>

#include "rcp-store.h"

/* A library in a folder of its own, and articles about an invented strike in an invented port. */

static inline char *
fixture_path (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rcp-store-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return g_build_filename (folder, "library.recoupe", NULL);
}

static inline void
fixture_remove (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);

      g_unlink (child);
    }
  g_rmdir (folder);
}

static inline RcpDocument *
fixture_document (const char *title, const char *text)
{
  RcpDocument *document = g_new0 (RcpDocument, 1);

  g_atomic_ref_count_init (&document->refs);
  document->title = g_strdup (title);
  document->text = g_strdup (text);
  document->charset = g_strdup ("UTF-8");
  document->set_aside = g_array_new (FALSE, FALSE, sizeof (RcpSetAside));
  return document;
}

static inline RcpRange
fixture_find (const char *text, const char *words)
{
  const char *at = strstr (text, words);
  RcpRange range;

  g_assert_nonnull (at);
  range.start = g_utf8_pointer_to_offset (text, at);
  range.end = range.start + g_utf8_strlen (words, -1);
  return range;
}

static inline RcpFoundAccount *
fixture_account (const char *text, const char *sentence, const char *edtf, RcpAction action)
{
  RcpFoundAccount *account = rcp_found_account_new ();
  guint32 terms[] = { 7, 4000000000u };
  RcpFoundNumber number = { { 0, 3 }, 200.5, g_strdup ("dock") };

  account->range = fixture_find (text, sentence);
  account->when = edtf ? rcp_edtf_parse (edtf, NULL) : NULL;
  account->when_rule = edtf ? RCP_DATE_RULE_WRITTEN : RCP_DATE_RULE_NONE;
  account->action = action;
  account->status = RCP_STATUS_DONE;
  account->title = g_strdup ("Strike");
  account->attribution = g_strdup ("the port authority");
  account->quotation = RCP_QUOTATION_PIECES;
  account->speaker = 0;
  account->medium = g_strdup ("a statement");
  account->is_lead = TRUE;
  g_array_append_vals (account->terms, terms, G_N_ELEMENTS (terms));
  g_array_append_val (account->numbers, number);
  return account;
}

/** Findings with one actor, named once at the beginning, and a publication date. */
static inline RcpFindings *
fixture_findings (const char *key, const char *name, const char *published)
{
  RcpFindings *findings = rcp_findings_new ();
  RcpMention mention = { { 0, 5 }, 0, RCP_MENTION_ROLE, TRUE };
  g_autoptr (RcpEdtf) date = published ? rcp_edtf_parse (published, NULL) : NULL;

  findings->language = g_strdup ("en");
  findings->n_words = 20;
  findings->publication = rcp_publication_new (date, date ? RCP_PUBLISHED_INFERRED : RCP_PUBLISHED_UNKNOWN,
                                               RCP_DATE_RULE_FRESHEST, "Tuesday", (RcpRange){ 2, 9 });
  g_ptr_array_add (findings->publication->clues,
                   rcp_publication_clue_new (RCP_PUBLICATION_CLUE_WRITTEN, "Tuesday", (RcpRange){ 2, 9 }, date, date, TRUE,
                                             RCP_PUBLICATION_CLUE_NO_OTHER));
  g_ptr_array_add (findings->publication->clues,
                   rcp_publication_clue_new (RCP_PUBLICATION_CLUE_WEEKDAY, "Friday", (RcpRange){ 4, 10 }, NULL, NULL, FALSE,
                                             1));
  g_ptr_array_add (findings->actors, rcp_found_actor_new (RCP_ACTOR_ORGANISATION, key, name));
  g_array_append_val (findings->mentions, mention);
  return findings;
}

static inline gint64
fixture_reserve (RcpStore *store, RcpStoreTable table, guint n)
{
  g_autoptr (GError) error = NULL;
  gint64 id = rcp_store_reserve_ids (store, table, n, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

/** Adds one article with its bytes to a set. */
static inline void
fixture_put_article (RcpStore *store, RcpChangeSet *changes, gint64 id, RcpDocument *document, const char *outlet,
                     gint64 dossier_id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, document->text, -1);
  g_autoptr (GBytes) raw = g_bytes_new (document->text, strlen (document->text));
  RcpNewArticle article = {
    .id = id, .document = document, .raw = raw, .content_type = "text/plain", .name = "a.txt", .content_hash = hash,
    .outlet_id = rcp_store_find_outlet (store, outlet, "a.txt", &error), .added_us = 1000 + id, .dossier_id = dossier_id,
  };

  g_assert_no_error (error);
  rcp_change_set_put_article (changes, &article);
}

/* Two articles that tell of one strike, the second with another number: one event, one shared passage, one
 * discrepancy. */

#define FIRST_TEXT "The dockers' union went on strike on Monday. Two hundred men stayed out.\nShare this page\n"
#define SECOND_TEXT "À Port-Réal, les dockers ont cessé le travail lundi. L’accord d'été est rompu.\n"

typedef struct
{
  RcpStore *store;
  char *path;
  gint64 dossier;
  gint64 articles[2];
  gint64 accounts[2];
  gint64 actor;
  gint64 event;
  gint64 note_event;
  gint64 note_actor;
} Fixture;

static inline void
fixture_put_event (Fixture *self, RcpChangeSet *changes, const gint64 *accounts, guint n, const char *date)
{
  g_autoptr (RcpEdtf) when = rcp_edtf_parse (date, NULL);
  gint64 copies[2] = { 0, 0 };
  RcpNewEvent event = {
    .id = self->event, .title = "Dockers strike", .date = when, .date_rule = RCP_DATE_RULE_WRITTEN,
    .date_clue = "Monday", .action = RCP_ACTION_PROTEST, .status = RCP_STATUS_DONE, .n_outlets = n, .n_independent = n,
    .account_ids = accounts, .copy_of = copies, .n_accounts = n, .actor_ids = &self->actor, .n_actors = 1,
  };

  rcp_change_set_put_event (changes, &event);
}

static inline void
fixture_put_findings (Fixture *self, RcpChangeSet *changes, guint which, gint64 account_id)
{
  g_autoptr (RcpFindings) findings = fixture_findings ("org:dockers union", "Dockers’ union",
                                                       which ? "2031-05-07" : "2031-05-06");
  const char *text = which ? SECOND_TEXT : FIRST_TEXT;
  const char *sentence = which ? "les dockers ont cessé le travail lundi" : "The dockers' union went on strike on Monday.";
  RcpFoundAccount *account = fixture_account (text, sentence, "2031-05-05", RCP_ACTION_PROTEST);
  guint first = 0;
  RcpFingerprint prints[] = { { G_GUINT64_CONSTANT (0xffffffffffffff01), 0, 4 }, { 42 + which, 2, 9 } };

  g_array_append_val (account->actors, first);
  g_ptr_array_add (findings->accounts, account);
  g_array_append_vals (findings->fingerprints, prints, 2);
  g_ptr_array_add (findings->dates,
                   rcp_date_expression_new ((RcpRange){ 3, 9 }, "Monday", RCP_DATE_POINT, account->when,
                                            RCP_DATE_RULE_WEEKDAY_BEFORE, RCP_DATE_ANCHOR_PUBLICATION,
                                            findings->publication->date));
  ((RcpDateExpression *) findings->dates->pdata[0])->time = g_strdup ("TMO");
  rcp_date_expression_add_step (findings->dates->pdata[0], RCP_DATE_RULE_UNIT, findings->publication->date);
  account->date = 0;
  rcp_change_set_put_findings (changes, self->articles[which], findings, account_id, &self->actor);
}

static inline void
fixture_fill (Fixture *self)
{
  g_autoptr (RcpChangeSet) changes = rcp_change_set_new ();
  g_autoptr (GError) error = NULL;
  RcpSharedPassage passage = { { 4, 20 }, { 13, 30 }, 9, FALSE };
  RcpSetAside share = { fixture_find (FIRST_TEXT, "Share this page"), RCP_SET_ASIDE_SHARE_COUNTER };
  RcpNewDiscrepancyValue values[2];
  g_autoptr (RcpDocument) first = fixture_document ("Port closed by strike", FIRST_TEXT);
  g_autoptr (RcpDocument) second = fixture_document ("Grève à Port-Réal", SECOND_TEXT);

  rcp_store_create_dossier (self->store, "Port", &self->dossier, &error);
  g_assert_no_error (error);
  g_array_append_val (first->set_aside, share);
  self->articles[0] = fixture_reserve (self->store, RCP_STORE_TABLE_ARTICLE, 2);
  self->articles[1] = self->articles[0] + 1;
  self->accounts[0] = fixture_reserve (self->store, RCP_STORE_TABLE_ACCOUNT, 2);
  self->accounts[1] = self->accounts[0] + 1;
  self->actor = fixture_reserve (self->store, RCP_STORE_TABLE_ACTOR, 1);
  self->event = fixture_reserve (self->store, RCP_STORE_TABLE_EVENT, 1);

  fixture_put_article (self->store, changes, self->articles[0], first, "The Quay", self->dossier);
  fixture_put_article (self->store, changes, self->articles[1], second, NULL, 0);
  rcp_change_set_put_actor (changes, self->actor, RCP_ACTOR_ORGANISATION, "org:dockers union", "Dockers’ union");
  rcp_change_set_add_alias (changes, self->actor, "syndicat des dockers", FALSE, "article", 0);
  rcp_change_set_add_alias (changes, self->actor, "the strikers", TRUE, "article", 0);
  for (guint i = 0; i < 2; i++)
    {
      fixture_put_findings (self, changes, i, self->accounts[i]);
      values[i] = (RcpNewDiscrepancyValue){ self->accounts[i], { 4, 11 } };
    }
  fixture_put_event (self, changes, self->accounts, 2, "2031-05-05");
  rcp_change_set_add_discrepancy (changes, self->event, RCP_DISCREPANCY_NUMBER, values, 2);
  rcp_change_set_add_shared (changes, self->articles[1], self->articles[0],
                             &(RcpSharedPassage){ passage.b, passage.a, 9, FALSE });
  rcp_store_save_changes (self->store, changes, NULL, &error);
  g_assert_no_error (error);
}

static inline gint64
fixture_note (Fixture *self, RcpNoteTarget target, gint64 article, gint64 event, gint64 actor, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RcpNote) note = g_object_new (RCP_TYPE_NOTE, "target", target, "article-id", article, "event-id", event,
                                           "actor-id", actor, "body", body, "created-us", G_GINT64_CONSTANT (5),
                                           "modified-us", G_GINT64_CONSTANT (5), NULL);
  gint64 id = 0;

  rcp_store_save_note (self->store, note, &id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, >, 0);
  return id;
}

static inline void
fixture_set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->path = fixture_path ();
  self->store = rcp_store_open (self->path, NULL, &error);
  g_assert_no_error (error);
  fixture_fill (self);
}

static inline void
fixture_tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->store);
  fixture_remove (self->path);
  g_free (self->path);
}
