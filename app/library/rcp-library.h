#pragma once

#include <gio/gio.h>

#include "rcp-actor-card.h"
#include "rcp-actor-preview.h"
#include "rcp-article-detail.h"
#include "rcp-correction.h"
#include "rcp-cross-table.h"
#include "rcp-date-preview.h"
#include "rcp-dossier.h"
#include "rcp-event-detail.h"
#include "rcp-event-words.h"
#include "rcp-import.h"
#include "rcp-join-reason.h"
#include "rcp-note.h"
#include "rcp-news.h"
#include "rcp-outlet-detail.h"
#include "rcp-paged-list.h"
#include "rcp-search-results.h"
#include "rcp-source.h"
#include "rcp-update.h"

G_BEGIN_DECLS

#define RCP_TYPE_LIBRARY (rcp_library_get_type ())

/**
 * RcpLibrary:
 *
 * The one object the doors are given: everything the user has. It belongs to the thread that opened it (the main
 * thread of the window, the only thread of the command line); all signals are emitted there.
 *
 * Every query and change has a blocking form for the command line and the tests, and an `_async`/`_finish` pair for the
 * window; the window never calls the blocking forms. @dossier_id 0 means the whole library.
 *
 * Properties:
 * - #RcpLibrary:path: the file
 * - #RcpLibrary:import: the import or new analysis that is running (nullable)
 * - #RcpLibrary:undo-label: what undo would take back, for a person (nullable)
 *
 * Signals:
 * - #RcpLibrary::changed (RcpLibraryChanges changes): something is different in the store; coalesced, at most four a
 *   second while an import runs
 * - #RcpLibrary::updated (RcpUpdate update): an update has ended; rcp_update_dup_sum() says what came of it
 */
G_DECLARE_FINAL_TYPE (RcpLibrary, rcp_library, RCP, LIBRARY, GObject)

typedef enum
{
  RCP_LIBRARY_CHANGED_ARTICLES = 1 << 0,
  RCP_LIBRARY_CHANGED_EVENTS = 1 << 1,
  RCP_LIBRARY_CHANGED_ACTORS = 1 << 2,
  RCP_LIBRARY_CHANGED_NOTES = 1 << 3,
  RCP_LIBRARY_CHANGED_DOSSIERS = 1 << 4,
  RCP_LIBRARY_CHANGED_SOURCES = 1 << 5,
  RCP_LIBRARY_CHANGED_ALL = (1 << 6) - 1,
} RcpLibraryChanges;

typedef enum
{
  RCP_ARTICLE_ORDER_DATE,
  RCP_ARTICLE_ORDER_ADDED,
  RCP_ARTICLE_ORDER_OUTLET,
  RCP_ARTICLE_ORDER_TITLE,
} RcpArticleOrder;

/**
 * RcpActorFilter:
 * @RCP_ACTOR_FILTER_PINNED: pinned actors of any kind, by rank
 * @RCP_ACTOR_FILTER_PEOPLE: unpinned people, the most mentioned first
 * @RCP_ACTOR_FILTER_ORGANISATIONS: unpinned organisations
 * @RCP_ACTOR_FILTER_STATES: unpinned states
 * @RCP_ACTOR_FILTER_ALL: everybody
 */
typedef enum
{
  RCP_ACTOR_FILTER_PINNED,
  RCP_ACTOR_FILTER_PEOPLE,
  RCP_ACTOR_FILTER_ORGANISATIONS,
  RCP_ACTOR_FILTER_STATES,
  RCP_ACTOR_FILTER_ALL,
} RcpActorFilter;

/* Opening. @path NULL is the user's own library under XDG_DATA_HOME. Errors: RCP_STORE_ERROR, RCP_ANALYSIS_ERROR. */
RcpLibrary *rcp_library_open         (const char *path, GCancellable *cancellable, GError **error);
void        rcp_library_open_async   (const char *path, GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
RcpLibrary *rcp_library_open_finish  (GAsyncResult *result, GError **error);
void        rcp_library_close        (RcpLibrary *self);
/* What the analysis has to do without, such as a damaged lexicon: GErrors to tell once; (transfer none). */
GPtrArray  *rcp_library_get_warnings (RcpLibrary *self);
char       *rcp_library_get_default_path (void) G_GNUC_WARN_UNUSED_RESULT;
const char *rcp_library_get_path     (RcpLibrary *self);
char       *rcp_library_get_sample_path (void) G_GNUC_WARN_UNUSED_RESULT;

/* Import. Returns at once; follow the RcpImport. One import runs at a time, later ones wait their turn. */
RcpImport  *rcp_library_import_files  (RcpLibrary *self, GListModel *files, gint64 dossier_id);
RcpImport  *rcp_library_import_text   (RcpLibrary *self, const char *text, const char *title, gint64 dossier_id);
RcpImport  *rcp_library_import_sample (RcpLibrary *self, gint64 dossier_id);
RcpImport  *rcp_library_reanalyse     (RcpLibrary *self);
guint       rcp_library_get_n_outdated (RcpLibrary *self);
RcpImport  *rcp_library_get_import    (RcpLibrary *self);

/* Sources. Returns at once; follow the RcpUpdate. @ids: (nullable) (array length=n): sources, whether or not they are paused;
 * NULL: all that are neither paused nor gone. One update runs at a time: while one does, it is given. */
RcpUpdate  *rcp_library_update        (RcpLibrary *self, const gint64 *ids, gsize n) G_GNUC_WARN_UNUSED_RESULT;
RcpUpdate  *rcp_library_get_update    (RcpLibrary *self);
/* Whether sources are asked by themselves when they are due; not at first. */
void        rcp_library_set_scheduled_updates (RcpLibrary *self, gboolean scheduled);

/* Lists that page from the store; they follow the library by themselves. Items: RcpListItem. */
RcpPagedList *rcp_library_new_article_list (RcpLibrary *self, gint64 dossier_id, RcpArticleOrder order,
                                            const char *search);
RcpPagedList *rcp_library_new_actor_list   (RcpLibrary *self, gint64 dossier_id, RcpActorFilter filter,
                                            const char *search);

/* Queries. All give new objects. */
#define RCP_LIBRARY_QUERY(name, type, ...)                                                                             \
  type *rcp_library_##name        (RcpLibrary *self, __VA_ARGS__, GCancellable *cancellable, GError **error)           \
    G_GNUC_WARN_UNUSED_RESULT;                                                                                         \
  void  rcp_library_##name##_async (RcpLibrary *self, __VA_ARGS__, GCancellable *cancellable,                          \
                                    GAsyncReadyCallback callback, gpointer user_data);                                 \
  type *rcp_library_##name##_finish (RcpLibrary *self, GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT

/* A GListModel of RcpDossier, by name; @unused is 0. */
RCP_LIBRARY_QUERY (list_dossiers, GListModel, gint64 unused);
/* A GListModel of RcpEvent by date, those without a date last. */
RCP_LIBRARY_QUERY (list_events, GListModel, gint64 dossier_id);
/* A GListModel of RcpArticle by publication date: what the publications lanes and the command line show. */
RCP_LIBRARY_QUERY (list_articles, GListModel, gint64 dossier_id);
/* A GListModel of RcpActor, pinned first by rank, then the most mentioned first. */
RCP_LIBRARY_QUERY (list_actors, GListModel, gint64 dossier_id);
/* A GListModel of RcpNote, the newest first. */
RCP_LIBRARY_QUERY (list_notes, GListModel, gint64 dossier_id);
/* A GListModel of RcpEvent: those that may be the same as @event_id, the most alike first; only those whose title has the
 * words of @text (nullable). */
RCP_LIBRARY_QUERY (list_near_events, GListModel, gint64 event_id, const char *text);
/* A GListModel of RcpJoinReason, one for each account of an event that has several: why it is of it. */
RCP_LIBRARY_QUERY (explain_join, GListModel, gint64 event_id);
RCP_LIBRARY_QUERY (load_event, RcpEventDetail, gint64 event_id, gint64 dossier_id);
RCP_LIBRARY_QUERY (load_article, RcpArticleDetail, gint64 article_id);
RCP_LIBRARY_QUERY (load_actor, RcpActor, gint64 actor_id, gint64 dossier_id);
RCP_LIBRARY_QUERY (cross_check, RcpCrossTable, gint64 dossier_id);
/* A GListModel of RcpOutlet, by first publication. */
RCP_LIBRARY_QUERY (list_outlets, GListModel, gint64 dossier_id);
/* The page of an outlet. Errors: RCP_STORE_ERROR_NOT_FOUND for one without articles in the dossier. */
RCP_LIBRARY_QUERY (load_outlet, RcpOutletDetail, gint64 outlet_id, gint64 dossier_id);
/* By which words its accounts name what was done and the actors, per outlet. */
RCP_LIBRARY_QUERY (list_event_words, RcpEventWords, gint64 event_id, gint64 dossier_id);
/* What rcp_library_set_published() with the same @date would move, before it is done; @date NULL asks what giving back the
 * date the engine finds would. Changes nothing. */
RCP_LIBRARY_QUERY (preview_published, RcpDatePreview, gint64 article_id, RcpEdtf *date);
/* A GListModel of RcpCorrection: every decision of the user over the engine's that is in force, the newest first;
 * rcp_correction_describe() says each in words. @unused is 0. */
RCP_LIBRARY_QUERY (list_corrections, GListModel, gint64 unused);
/* The same, of what shows on one event: of itself, of its accounts, and by which accounts came into it or went. */
RCP_LIBRARY_QUERY (list_event_corrections, GListModel, gint64 event_id);
RCP_LIBRARY_QUERY (load_actor_card, RcpActorCard, gint64 actor_id, gint64 dossier_id);
/* What a correction would change, before it is made. @kind: one of actors; @other_id: the other actor, the article, the
 * #RcpActorKind or whether it is ignored, else 0; @text: the alias or the name (nullable). Changes nothing. Errors: as the
 * correction itself. */
RCP_LIBRARY_QUERY (preview_actor_correction, RcpActorPreview, RcpCorrectionKind kind, gint64 actor_id, gint64 other_id,
                   const char *text);
/* A GListModel of RcpSource that are followed, by title, with their counts and how they stand. @unused is 0. */
RCP_LIBRARY_QUERY (list_sources, GListModel, gint64 unused);
/* What is new in a dossier since @since_us (µs UTC); -1 for since it was last looked through, as rcp_library_set_visit() says.
 * A dossier that never was has nothing new. */
RCP_LIBRARY_QUERY (load_news, RcpNews, gint64 dossier_id, gint64 since_us);
RCP_LIBRARY_QUERY (search, RcpSearchResults, gint64 dossier_id, const char *text);

/* Changes. Each is one transaction; a note or a correction is on the disk when the call has succeeded. */
#define RCP_LIBRARY_CHANGE(name, ...)                                                                                  \
  gboolean rcp_library_##name        (RcpLibrary *self, __VA_ARGS__, GCancellable *cancellable, GError **error);       \
  void     rcp_library_##name##_async (RcpLibrary *self, __VA_ARGS__, GCancellable *cancellable,                       \
                                       GAsyncReadyCallback callback, gpointer user_data);                              \
  gboolean rcp_library_##name##_finish (RcpLibrary *self, GAsyncResult *result, GError **error)

/* The id of a new dossier is the answer of rcp_library_get_last_id(). */
RCP_LIBRARY_CHANGE (create_dossier, const char *name);
RCP_LIBRARY_CHANGE (rename_dossier, gint64 dossier_id, const char *name);
/* Takes the dossier away and, with them in no other dossier, its articles; can be undone until the library is closed. */
RCP_LIBRARY_CHANGE (delete_dossier, gint64 dossier_id);
RCP_LIBRARY_CHANGE (remove_article, gint64 article_id);
/* A note without id is new and gets one (rcp_library_get_last_id()); with one it is changed. */
RCP_LIBRARY_CHANGE (save_note, RcpNote *note);
RCP_LIBRARY_CHANGE (delete_note, gint64 note_id);
/* @rank: place among the pinned, -1 to unpin, G_MAXINT to pin last. */
RCP_LIBRARY_CHANGE (pin_actor, gint64 actor_id, int rank);
/* What the user says of actors. Each is kept as a correction, laid over what the engine finds after every analysis and for
 * articles to come, and can be undone or dropped from the log (drop_correction). The last word counts; see
 * #RcpActorOverlay for how they go together. Events are joined as the engine finds their actors; which actors they show
 * follows the corrections. Errors: %RCP_STORE_ERROR_NOT_FOUND for a row that is not there and a name that nothing has,
 * %RCP_STORE_ERROR_EXISTS where both are one actor already, and where nothing would be left of it. */
/* @actor_id becomes one with @into_id, whose name is shown. */
RCP_LIBRARY_CHANGE (merge_actors, gint64 actor_id, gint64 into_id);
/* The alias, however spelt, names somebody else: an actor of its own, whose row rcp_library_get_last_id() tells. */
RCP_LIBRARY_CHANGE (split_actor_alias, gint64 actor_id, const char *alias);
/* In that article it is somebody else: rcp_library_get_last_id() tells the row. */
RCP_LIBRARY_CHANGE (split_actor_article, gint64 actor_id, gint64 article_id);
/* @name NULL: the engine's name again. */
RCP_LIBRARY_CHANGE (rename_actor, gint64 actor_id, const char *name);
RCP_LIBRARY_CHANGE (set_actor_kind, gint64 actor_id, RcpActorKind kind);
/* Ignored actors vanish from lists, lanes and events; the text keeps no mark. */
RCP_LIBRARY_CHANGE (ignore_actor, gint64 actor_id, gboolean ignored);
/* Never the same: takes apart what was merged, and no version of the engine joins them. */
RCP_LIBRARY_CHANGE (keep_actors_apart, gint64 actor_id, gint64 other_id);
/* Takes any correction back: what it overruled shows again. Can be undone. */
RCP_LIBRARY_CHANGE (drop_correction, gint64 correction_id);
/* Watched actors are marked, and what is new of them is counted: mentions in articles added since then, or since the user
 * last saw the card. */
RCP_LIBRARY_CHANGE (watch_actor, gint64 actor_id, gboolean watched);
/* The user has seen the card: nothing of the actor is new any more. For an actor that is not watched nothing changes. Cannot
 * be undone. */
RCP_LIBRARY_CHANGE (see_actor, gint64 actor_id);
/* What the user says of events, kept and taken back in the same way; it is anchored to the sentences of the accounts. Errors:
 * %RCP_STORE_ERROR_NOT_FOUND for a row that is not there. */
/* @date NULL gives the event back the date the engine found. */
RCP_LIBRARY_CHANGE (set_event_date, gint64 event_id, RcpEdtf *date);
/* @status: a #RcpStatus; -1: the engine's. */
RCP_LIBRARY_CHANGE (set_event_status, gint64 event_id, int status);
/* @action: a #RcpAction; -1: the engine's. */
RCP_LIBRARY_CHANGE (set_event_action, gint64 event_id, int action);
/* @part: 1 the actor takes part, 0 does not, -1 as the engine finds, for everybody where @actor_id is 0. */
RCP_LIBRARY_CHANGE (set_event_actor, gint64 event_id, gint64 actor_id, int part);
/* Both are one event, from now on and for accounts that come later: rcp_library_get_last_id() tells it. Only the user can
 * join what happened on different days. %RCP_STORE_ERROR_EXISTS for one event given twice. */
RCP_LIBRARY_CHANGE (join_events, gint64 event_id, gint64 into_id);
/* @account_ids: of gint64: accounts of one event, which become an event of their own, told by rcp_library_get_last_id(), and
 * are never joined with the others again. %RCP_STORE_ERROR_EXISTS where nothing would be left. */
RCP_LIBRARY_CHANGE (cut_accounts, GArray *account_ids);
/* @words NULL: the engine's; "": the account gives no origin. */
RCP_LIBRARY_CHANGE (set_attribution, gint64 account_id, const char *words);
/* Grades are the user's own: @grade 'A' to 'F' of an outlet, 1 to 6 of an account; 0 takes it back. */
RCP_LIBRARY_CHANGE (set_reliability, gint64 outlet_id, int grade);
RCP_LIBRARY_CHANGE (set_credibility, gint64 account_id, int grade);
/* @date NULL gives the article back the date the engine found; what depends on it is read again. */
RCP_LIBRARY_CHANGE (set_published, gint64 article_id, RcpEdtf *date);
RCP_LIBRARY_CHANGE (set_outlet_name, gint64 outlet_id, const char *name);
RCP_LIBRARY_CHANGE (settle, gint64 discrepancy_id, gboolean settled);
/* A source without id is new, and is asked for the first time by the next update: rcp_library_get_last_id() tells its row.
 * With one, what the user says of it is changed: title, interval, paused, dossier, filters, full pages. Errors:
 * %RCP_STORE_ERROR_EXISTS for an address that is followed already. */
RCP_LIBRARY_CHANGE (save_source, RcpSource *source);
/* Its articles stay. */
RCP_LIBRARY_CHANGE (remove_source, gint64 source_id);
/* The user has looked through the dossier at @seen_us (µs UTC); 0 forgets it. Cannot be undone and changes nothing that is
 * shown. */
RCP_LIBRARY_CHANGE (set_visit, gint64 dossier_id, gint64 seen_us);
/* Takes back the last change of this session that can be. @unused is 0. */
RCP_LIBRARY_CHANGE (undo, gint64 unused);
gint64      rcp_library_get_last_id   (RcpLibrary *self);
const char *rcp_library_get_undo_label (RcpLibrary *self);

/**
 * RcpChronologyFormat:
 * @RCP_CHRONOLOGY_MARKDOWN: to read, in the user's language
 * @RCP_CHRONOLOGY_CSV: a table, one record an account
 * @RCP_CHRONOLOGY_JSON: for programs
 */
typedef enum
{
  RCP_CHRONOLOGY_MARKDOWN,
  RCP_CHRONOLOGY_CSV,
  RCP_CHRONOLOGY_JSON,
} RcpChronologyFormat;

/* Writes the dated, sourced chronology to @stream, event by event; @stream stays open. Errors: RCP_STORE_ERROR, those of
 * the stream. */
RCP_LIBRARY_CHANGE (write_chronology, gint64 dossier_id, RcpChronologyFormat format, GOutputStream *stream);

/* Upkeep, blocking. */
gboolean    rcp_library_check         (RcpLibrary *self, GPtrArray *findings, GCancellable *cancellable, GError **error);
gboolean    rcp_library_backup        (RcpLibrary *self, const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
