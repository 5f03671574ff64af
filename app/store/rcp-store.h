#pragma once

#include "rcp-account.h"
#include "rcp-actor.h"
#include "rcp-article.h"
#include "rcp-change-set.h"
#include "rcp-correction.h"
#include "rcp-discrepancy.h"
#include "rcp-dossier.h"
#include "rcp-error.h"
#include "rcp-event.h"
#include "rcp-note.h"
#include "rcp-outlet.h"
#include "rcp-source.h"
#include "rcp-stored-entry.h"

G_BEGIN_DECLS

#define RCP_TYPE_STORE (rcp_store_get_type ())

/**
 * RcpStore:
 *
 * One library file. Every call blocks until it is done and may be made on any thread, by any number of threads at
 * once; a thread that runs a main loop for a person should leave them to a worker.
 *
 * Reads (`list`, `load`, `find`, `count`, `search`) lease one of a few reading connections, see everything that was
 * committed before they began, and stop with %G_IO_ERROR_CANCELLED when their cancellable is cancelled. What they
 * return is new and belongs to the caller. Writes (`save`, `delete`, `set`…) are queued to the one writing thread and
 * return when they are committed; what the user says (notes, corrections, pins, dossiers) goes before what the engine
 * says, and is on the disk when the call returns. A write that has begun is always finished.
 *
 * @dossier_id 0 means the whole library. Articles that were removed are in no list, until they are restored.
 *
 * Errors are %RCP_STORE_ERROR throughout, %RCP_STORE_ERROR_NOT_FOUND for a row that is not there,
 * %RCP_STORE_ERROR_CLOSED after rcp_store_close().
 */
G_DECLARE_FINAL_TYPE (RcpStore, rcp_store, RCP, STORE, GObject)

/* Opening. Makes the file when there is none; its folder must be there. */
RcpStore   *rcp_store_open                 (const char *path, GCancellable *cancellable, GError **error);
void        rcp_store_close                (RcpStore *self);
const char *rcp_store_get_path             (RcpStore *self);

/* Upkeep. */
gboolean    rcp_store_check                (RcpStore *self, GPtrArray *findings, GCancellable *cancellable,
                                            GError **error);
gboolean    rcp_store_backup               (RcpStore *self, const char *path, GCancellable *cancellable,
                                            GError **error);
gboolean    rcp_store_count                (RcpStore *self, gint64 dossier_id, RcpStoreCounts *counts,
                                            GCancellable *cancellable, GError **error);

/* Analysed articles and what follows from them. */
gint64      rcp_store_reserve_ids          (RcpStore *self, RcpStoreTable table, guint n, GError **error);
gboolean    rcp_store_save_changes         (RcpStore *self, RcpChangeSet *changes, GCancellable *cancellable,
                                            GError **error);
gboolean    rcp_store_restore_articles     (RcpStore *self, const gint64 *ids, guint n, GError **error);

/* What the engine asks before it joins. Arrays of gint64 are GArrays; GPtrArrays free their elements. */
GPtrArray  *rcp_store_list_known_actors    (RcpStore *self, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredActor, by id */
GPtrArray  *rcp_store_list_all_accounts    (RcpStore *self, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredAccount, by id */
GPtrArray  *rcp_store_list_accounts_lasting (RcpStore *self, gint32 first_day, gint32 last_day, gint64 more_than,
                                            gint64 at_most, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredAccount, by id */
GPtrArray  *rcp_store_list_accounts_of_events (RcpStore *self, const gint64 *event_ids, guint n,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredAccount, by event, then id */
GPtrArray  *rcp_store_list_accounts_of_articles (RcpStore *self, const gint64 *article_ids, guint n,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredAccount, by article, in text order */
GArray     *rcp_store_list_touched_events  (RcpStore *self, const gint64 *article_ids, guint n,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of gint64: events with an account in these articles, by id */
GArray     *rcp_store_list_events_of_accounts (RcpStore *self, const gint64 *account_ids, guint n,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of gint64, by id */
GPtrArray  *rcp_store_list_join_rules      (RcpStore *self, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpJoinRule, in the order they were decided */
GArray     *rcp_store_list_prints          (RcpStore *self, const guint64 *hashes, guint n, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of RcpSharedPrint */
GArray     *rcp_store_list_shared          (RcpStore *self, const gint64 *article_ids, guint n,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredShared with an end in these articles, that end as a */
GPtrArray  *rcp_store_list_happenings      (RcpStore *self, const RcpStoreHappening *like, guint limit,
                                            GCancellable *cancellable, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_store_list_dated_by        (RcpStore *self, const gint64 *article_ids, guint n, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_store_list_publication_clues (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_store_list_outdated        (RcpStore *self, guint analysis_version, GCancellable *cancellable,
                                            GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of gint64: articles analysed by an earlier version, by id */
RcpDocument *rcp_store_load_document       (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
RcpFindings *rcp_store_load_findings       (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes     *rcp_store_load_raw             (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is there already. */
gboolean    rcp_store_find_content         (RcpStore *self, const char *content_hash, gint64 *article_id,
                                            GCancellable *cancellable, GError **error);
gboolean    rcp_store_find_uri             (RcpStore *self, const char *uri, gint64 *article_id,
                                            GCancellable *cancellable, GError **error);
gint64      rcp_store_find_outlet          (RcpStore *self, const char *name, const char *label, GError **error);

/* Lists of the model's objects, new at each call. */
GListModel *rcp_store_list_dossiers        (RcpStore *self, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* by name */
GListModel *rcp_store_list_articles        (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* by publication date */
GListModel *rcp_store_list_actors          (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* pinned by rank, then the most mentioned first */
GListModel *rcp_store_list_events          (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* by date, those without one last */
GListModel *rcp_store_list_accounts        (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* RcpAccount that have an event, by event, then publication date; shared left empty */
GListModel *rcp_store_list_outlets         (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* by first publication */
GListModel *rcp_store_list_notes           (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* the newest first */
GListModel *rcp_store_list_correction_log  (RcpStore *self, gint64 event_id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* RcpCorrection, one a decision, the newest first; only what shows on an event, unless 0 */
GListModel *rcp_store_list_corrections     (RcpStore *self, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* the oldest first */
GArray     *rcp_store_list_ruled_accounts  (RcpStore *self, const gint64 *ids, guint n, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_store_list_sources         (RcpStore *self, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* by title */

/* Paging: the ids of all rows first, then rows by their ids. Rows that are gone are left out. */
GArray     *rcp_store_list_article_ids     (RcpStore *self, gint64 dossier_id, RcpStoreArticleOrder order,
                                            const char *search, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_store_list_actor_ids       (RcpStore *self, gint64 dossier_id, RcpStoreActorFilter filter,
                                            const char *search, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GPtrArray  *rcp_store_load_articles        (RcpStore *self, const gint64 *ids, guint n, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* in the order of @ids */
GPtrArray  *rcp_store_load_actors          (RcpStore *self, gint64 dossier_id, const gint64 *ids, guint n,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* in the order of @ids */
GPtrArray  *rcp_store_load_events          (RcpStore *self, const gint64 *ids, guint n, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* in the order of @ids */

/* One article. */
RcpArticle *rcp_store_load_article         (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
char       *rcp_store_load_text            (RcpStore *self, gint64 article_id, GArray **set_aside,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* @set_aside: (out) (optional) of RcpSetAside */
GArray     *rcp_store_list_mentions        (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of RcpMention */
GPtrArray  *rcp_store_list_dates           (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* of RcpDateExpression */
GPtrArray  *rcp_store_list_event_conflicts (RcpStore *self, gint64 event_id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpDateExpression: those that date the event and contradict themselves */
GListModel *rcp_store_list_article_actors  (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* RcpActor, most named first */
GListModel *rcp_store_list_article_accounts (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* RcpAccount, in text order */
GListModel *rcp_store_list_article_notes   (RcpStore *self, gint64 article_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* by place */

/* What is new in a dossier, or in the library for 0, since a moment in µs UTC. */
RcpStoredNews *rcp_store_load_news         (RcpStore *self, gint64 dossier_id, gint64 since_us, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* When it was last looked through; 0 for never. */
gboolean    rcp_store_get_visit            (RcpStore *self, gint64 dossier_id, gint64 *seen_us, GCancellable *cancellable,
                                            GError **error);
/* @seen_us 0 forgets it; @was_us: (out) (optional): when it was before. */
gboolean    rcp_store_set_visit            (RcpStore *self, gint64 dossier_id, gint64 seen_us, gint64 *was_us,
                                            GError **error);

/* One event, one actor, one note. */
/* @plan_ids: (out) (transfer full) of gint64: plans that came about in it; @outcome_id: (out): what came of it; 0 for nothing. */
gboolean    rcp_store_find_outcome         (RcpStore *self, gint64 event_id, GArray **plan_ids, gint64 *outcome_id,
                                            GCancellable *cancellable, GError **error);
RcpEvent   *rcp_store_load_event           (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GListModel *rcp_store_list_event_accounts  (RcpStore *self, gint64 event_id, gint64 dossier_id,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* RcpAccount with shared ranges, by publication date */
GListModel *rcp_store_list_event_actors    (RcpStore *self, gint64 event_id, gint64 dossier_id,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* RcpActor in the event's order */
GListModel *rcp_store_list_event_discrepancies (RcpStore *self, gint64 event_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* RcpDiscrepancy */
GListModel *rcp_store_list_event_notes     (RcpStore *self, gint64 event_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* the oldest first */
GListModel *rcp_store_list_discrepancies   (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT; /* RcpDiscrepancy, by event */
RcpActor   *rcp_store_load_actor           (RcpStore *self, gint64 id, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What the card of an actor shows, counted within the dossier. */
GListModel *rcp_store_list_actor_aliases   (RcpStore *self, gint64 actor_id, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* RcpActorAlias, the most used first */
GListModel *rcp_store_list_actor_functions (RcpStore *self, gint64 actor_id, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* RcpActorFunction by first day */
GListModel *rcp_store_list_actor_companions (RcpStore *self, gint64 actor_id, gint64 dossier_id, guint max, GArray **ties,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* RcpActorCompanion, those with the most in common first */
GPtrArray  *rcp_store_list_actor_passages  (RcpStore *self, gint64 actor_id, gint64 dossier_id, guint max, guint *n_more,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredPassage: the latest, by date and place */
GListModel *rcp_store_list_actor_notes     (RcpStore *self, gint64 actor_id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* the oldest first */
gboolean    rcp_store_count_new_mentions   (RcpStore *self, gint64 actor_id, gint64 dossier_id, guint *n,
                                            GCancellable *cancellable, GError **error);
RcpNote    *rcp_store_load_note            (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
RcpOutlet  *rcp_store_load_outlet          (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
/* What the page of an outlet shows, and who published when. */
GPtrArray  *rcp_store_list_numbers         (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredNumber, by account: those that count something */
GArray     *rcp_store_list_publications    (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredPublication, by article */
GPtrArray  *rcp_store_list_outlet_sharing  (RcpStore *self, gint64 outlet_id, gint64 dossier_id, guint max_passages,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredSharing, those with the most words in common first */
RcpDiscrepancy *rcp_store_load_discrepancy (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Search: words are folded and stemmed, all must be there, the last may be a beginning, "…" is a phrase. */
GPtrArray  *rcp_store_search               (RcpStore *self, gint64 dossier_id, const char *text, guint max_of_a_kind,
                                            GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoreHit: by kind, the best first */

/* What the user says. */
gboolean    rcp_store_save_note            (RcpStore *self, RcpNote *note, gint64 *id, GError **error);
gboolean    rcp_store_delete_note          (RcpStore *self, gint64 id, GError **error);
gboolean    rcp_store_restore_note         (RcpStore *self, gint64 id, GError **error);
gboolean    rcp_store_pin_actor            (RcpStore *self, gint64 actor_id, int rank, int *old_rank, GError **error);
gboolean    rcp_store_watch_actor          (RcpStore *self, gint64 actor_id, gint64 seen_us, gint64 *was_us,
                                            GError **error);
gboolean    rcp_store_look_at_ruling       (RcpStore *self, RcpRuling *ruling, GPtrArray **rules, GArray **accounts,
                                            GError **error);
gboolean    rcp_store_save_ruling          (RcpStore *self, RcpRuling *ruling, RcpChangeSet *changes, GError **error);
gboolean    rcp_store_decide_event         (RcpStore *self, const RcpEventDecision *decision, gint64 *id, GArray **dropped,
                                            GError **error);
gboolean    rcp_store_set_published        (RcpStore *self, gint64 article_id, RcpEdtf *date, RcpEdtf **old_date,
                                            GError **error);
gboolean    rcp_store_set_outlet_name      (RcpStore *self, gint64 outlet_id, const char *name, char **old_name,
                                            GError **error);
gboolean    rcp_store_find_outlet_by_key   (RcpStore *self, const char *key, gint64 *id, char **name,
                                            GCancellable *cancellable, GError **error);
gboolean    rcp_store_save_correction      (RcpStore *self, RcpCorrection *correction, gint64 *id, GError **error);
gboolean    rcp_store_delete_corrections   (RcpStore *self, const gint64 *ids, guint n, GError **error);
gboolean    rcp_store_restore_corrections  (RcpStore *self, const gint64 *ids, guint n, GError **error);
RcpCorrection *rcp_store_load_correction   (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_store_correct_actor        (RcpStore *self, const RcpActorDecision *decision, gint64 *id, gint64 *actor_id,
                                            GError **error);
gboolean    rcp_store_preview_correction   (RcpStore *self, const RcpActorDecision *decision, RcpStoredPreview *preview,
                                            GCancellable *cancellable, GError **error);

gboolean    rcp_store_create_dossier       (RcpStore *self, const char *name, gint64 *id, GError **error);
gboolean    rcp_store_rename_dossier       (RcpStore *self, gint64 id, const char *name, char **old_name,
                                            GError **error);
gboolean    rcp_store_delete_dossier       (RcpStore *self, gint64 id, GError **error);
gboolean    rcp_store_restore_dossier      (RcpStore *self, gint64 id, GError **error);
gboolean    rcp_store_add_to_dossier       (RcpStore *self, gint64 dossier_id, const gint64 *article_ids, guint n,
                                            GError **error);
gboolean    rcp_store_remove_from_dossier  (RcpStore *self, gint64 dossier_id, const gint64 *article_ids, guint n,
                                            GError **error);
GArray     *rcp_store_list_only_in_dossier (RcpStore *self, gint64 dossier_id, GCancellable *cancellable,
                                            GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of gint64: articles that are in this dossier and in no other, by id */

gboolean    rcp_store_save_source          (RcpStore *self, RcpSource *source, gint64 *id, GError **error);
gboolean    rcp_store_delete_source        (RcpStore *self, gint64 id, GError **error);
/* Only what the user says: title, interval, paused, dossier, filters, full pages. */
gboolean    rcp_store_save_source_settings (RcpStore *self, RcpSource *source, GError **error);
/* A removed source is in no list, and keeps what it brought; its articles stay. @removed_us: µs UTC; 0 brings it back. */
gboolean    rcp_store_set_source_removed   (RcpStore *self, gint64 id, gint64 removed_us, GError **error);

/* What sources bring. @checks: (element-type RcpSourceCheck): what came of asking sources: their entries, the validators
 * that vouch for them and how they stand are kept in one transaction. */
gboolean    rcp_store_save_checks          (RcpStore *self, GPtrArray *checks, GError **error);
gboolean    rcp_store_settle_entry         (RcpStore *self, const RcpEntryOutcome *outcome, GError **error);
RcpStoredEntry *rcp_store_load_entry       (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray     *rcp_store_list_waiting_entries (RcpStore *self, gint64 now_us, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpWaitingEntry: those to read by now, in the order they came */
GPtrArray  *rcp_store_list_entries         (RcpStore *self, gint64 source_id, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT; /* of RcpStoredEntry: all of a source, in the order they came */

/* Small settings that belong to the library and not to the machine. */
char       *rcp_store_load_setting         (RcpStore *self, const char *key, GCancellable *cancellable, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean    rcp_store_save_setting         (RcpStore *self, const char *key, const char *value, GError **error);

G_END_DECLS
