#include "config.h"

#include "rcp-store-private.h"

#include "rcp-account-table.h"
#include "rcp-actor-card-table.h"
#include "rcp-actor-correction.h"
#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-article-table.h"
#include "rcp-correction-table.h"
#include "rcp-discrepancy-table.h"
#include "rcp-dossier-table.h"
#include "rcp-event-layer.h"
#include "rcp-event-table.h"
#include "rcp-note-table.h"
#include "rcp-number-table.h"
#include "rcp-outlet-card-table.h"
#include "rcp-outlet-table.h"
#include "rcp-reading-table.h"
#include "rcp-search.h"
#include "rcp-source-table.h"

/* What a person sees. */

/* Each leases a connection, asks, and gives it back. What the functions promise is in rcp-store.h. */
#define READ(failure, call) \
  G_STMT_START \
  { \
    RcpDb *db = rcp_store_lease (self, cancellable, error); \
    if (!db) \
      return failure; \
    __auto_type answer = call; \
    rcp_store_give_back (self, db); \
    return answer; \
  } \
  G_STMT_END

/** The model's actors for @ids, which it takes. */
static GListModel *
list_actors (RcpDb *db, gint64 dossier_id, GArray *ids, GError **error)
{
  GPtrArray *actors = ids ? rcp_actor_table_load (db, dossier_id, (gint64 *)ids->data, ids->len, error) : NULL;

  g_clear_pointer (&ids, g_array_unref);
  return actors ? rcp_query_take_list (actors, RCP_TYPE_ACTOR) : NULL;
}

static gpointer
not_found (const char *what, gint64 id, GError **error)
{
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no %s %" G_GINT64_FORMAT, what, id);
  return NULL;
}

/** The one object of @objects, which it takes (nullable, then @error is set already). */
static gpointer
first_of (GPtrArray *objects, const char *what, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) owned = objects;

  if (!owned)
    return NULL;
  return owned->len ? g_object_ref (owned->pdata[0]) : not_found (what, id, error);
}

static gpointer
first_item (GListModel *list, const char *what, gint64 id, GError **error)
{
  g_autoptr (GListModel) owned = list;
  gpointer item;

  if (!owned)
    return NULL;
  item = g_list_model_get_item (owned, 0);
  return item ? item : not_found (what, id, error);
}

GListModel *
rcp_store_list_dossiers (RcpStore *self, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_dossier_table_list (db, error));
}

GListModel *
rcp_store_list_articles (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_article_query_list (db, dossier_id, error));
}

GListModel *
rcp_store_list_events (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_event_table_list (db, dossier_id, error));
}

GListModel *
rcp_store_list_accounts (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_account_table_list (db, 0, 0, dossier_id, error));
}

GListModel *
rcp_store_list_outlets (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_outlet_table_list (db, dossier_id, 0, error));
}

GListModel *
rcp_store_list_notes (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_note_table_list (db, dossier_id, error));
}

GListModel *
rcp_store_list_corrections (RcpStore *self, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_correction_table_list (db, error));
}

GListModel *
rcp_store_list_correction_log (RcpStore *self, gint64 event_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_correction_table_list_log (db, event_id, error));
}

/** rcp_store_list_ruled_accounts: (transfer full): of gint64: the accounts that corrections in force join or cut. */
GArray *
rcp_store_list_ruled_accounts (RcpStore *self, const gint64 *ids, guint n, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_event_layer_list_ruled (db, ids, n, error));
}

GListModel *
rcp_store_list_sources (RcpStore *self, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_source_table_list (db, error));
}

GListModel *
rcp_store_list_discrepancies (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_discrepancy_table_list (db, 0, 0, dossier_id, error));
}

GListModel *
rcp_store_list_actors (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL,
        list_actors (db, dossier_id, rcp_actor_table_list_ids (db, dossier_id, RCP_STORE_ACTORS_ALL, NULL, error), error));
}

GPtrArray *
rcp_store_load_articles (RcpStore *self, const gint64 *ids, guint n, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_article_query_load (db, ids, n, error));
}

GPtrArray *
rcp_store_load_actors (RcpStore *self, gint64 dossier_id, const gint64 *ids, guint n, GCancellable *cancellable,
                       GError **error)
{
  READ (NULL, rcp_actor_table_load (db, dossier_id, ids, n, error));
}

GPtrArray *
rcp_store_load_events (RcpStore *self, const gint64 *ids, guint n, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_event_table_load (db, ids, n, error));
}

GArray *
rcp_store_list_mentions (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_reading_table_list_mentions (db, article_id, error));
}

GPtrArray *
rcp_store_list_dates (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_reading_table_list_dates (db, article_id, error));
}

GPtrArray *
rcp_store_list_event_conflicts (RcpStore *self, gint64 event_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_reading_table_list_conflicts (db, event_id, error));
}

GListModel *
rcp_store_list_article_actors (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, list_actors (db, 0, rcp_actor_table_list_of_article (db, article_id, error), error));
}

GListModel *
rcp_store_list_article_accounts (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_account_table_list (db, 0, article_id, 0, error));
}

GListModel *
rcp_store_list_article_notes (RcpStore *self, gint64 article_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_note_table_list_of_article (db, article_id, error));
}

GListModel *
rcp_store_list_event_accounts (RcpStore *self, gint64 event_id, gint64 dossier_id, GCancellable *cancellable,
                               GError **error)
{
  READ (NULL, rcp_account_table_list (db, event_id, 0, dossier_id, error));
}

GListModel *
rcp_store_list_event_actors (RcpStore *self, gint64 event_id, gint64 dossier_id, GCancellable *cancellable,
                             GError **error)
{
  READ (NULL, list_actors (db, dossier_id, rcp_actor_table_list_of_event (db, event_id, error), error));
}

GListModel *
rcp_store_list_event_discrepancies (RcpStore *self, gint64 event_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_discrepancy_table_list (db, 0, event_id, 0, error));
}

GListModel *
rcp_store_list_event_notes (RcpStore *self, gint64 event_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_note_table_list_of_event (db, event_id, error));
}

RcpNote *
rcp_store_load_note (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_note_table_load (db, id, error));
}

GListModel *
rcp_store_list_actor_aliases (RcpStore *self, gint64 actor_id, gint64 dossier_id, GCancellable *cancellable,
                              GError **error)
{
  READ (NULL, rcp_actor_card_table_list_aliases (db, actor_id, dossier_id, error));
}

GListModel *
rcp_store_list_actor_functions (RcpStore *self, gint64 actor_id, gint64 dossier_id, GCancellable *cancellable,
                                GError **error)
{
  READ (NULL, rcp_actor_card_table_list_functions (db, actor_id, dossier_id, error));
}

/** rcp_store_list_actor_companions: @ties (out) (transfer full): of RcpStoredTie, in the order of their numbers. */
GListModel *
rcp_store_list_actor_companions (RcpStore *self, gint64 actor_id, gint64 dossier_id, guint max, GArray **ties,
                                 GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_actor_card_table_list_companions (db, actor_id, dossier_id, max, ties, error));
}

/** rcp_store_list_actor_passages: @n_more (out): how many earlier mentions are left out. */
GPtrArray *
rcp_store_list_actor_passages (RcpStore *self, gint64 actor_id, gint64 dossier_id, guint max, guint *n_more,
                               GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_actor_card_table_list_passages (db, actor_id, dossier_id, max, n_more, error));
}

GPtrArray *
rcp_store_list_numbers (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_number_table_list (db, dossier_id, error));
}

GArray *
rcp_store_list_publications (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_outlet_card_table_list_publications (db, dossier_id, error));
}

GPtrArray *
rcp_store_list_outlet_sharing (RcpStore *self, gint64 outlet_id, gint64 dossier_id, guint max_passages,
                               GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_outlet_card_table_list_sharing (db, outlet_id, dossier_id, max_passages, error));
}

GListModel *
rcp_store_list_actor_notes (RcpStore *self, gint64 actor_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_note_table_list_of_actor (db, actor_id, error));
}

/** rcp_store_count_new_mentions: @n (out): mentions of articles added since a watched actor was last seen; 0 for others. */
gboolean
rcp_store_count_new_mentions (RcpStore *self, gint64 actor_id, gint64 dossier_id, guint *n, GCancellable *cancellable,
                              GError **error)
{
  READ (FALSE, rcp_actor_card_table_count_new (db, actor_id, dossier_id, n, error));
}

RcpCorrection *
rcp_store_load_correction (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_correction_table_load (db, id, error));
}

/** rcp_store_preview_correction: @preview (out caller-allocates): what rcp_store_correct_actor() would change. */
gboolean
rcp_store_preview_correction (RcpStore *self, const RcpActorDecision *decision, RcpStoredPreview *preview,
                              GCancellable *cancellable, GError **error)
{
  READ (FALSE, rcp_actor_correction_preview (db, decision, preview, error));
}

/** rcp_store_find_outlet_by_key: @id (out): 0 where there is none; @name (out) (transfer full) (nullable): what its articles
 * call it. */
gboolean
rcp_store_find_outlet_by_key (RcpStore *self, const char *key, gint64 *id, char **name, GCancellable *cancellable,
                              GError **error)
{
  READ (FALSE, rcp_outlet_table_find_by_key (db, key, id, name, error));
}

/** rcp_store_search: at most @max_of_a_kind actors, events, articles and notes; see rcp_search_match() for what @text may hold. */
GPtrArray *
rcp_store_search (RcpStore *self, gint64 dossier_id, const char *text, guint max_of_a_kind,
                  GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_search_run (db, dossier_id, text, max_of_a_kind, error));
}

RcpArticle *
rcp_store_load_article (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
{
  READ (NULL, first_of (rcp_article_query_load (db, &id, 1, error), "article", id, error));
}

RcpActor *
rcp_store_load_actor (RcpStore *self, gint64 id, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, first_of (rcp_actor_table_load (db, dossier_id, &id, 1, error), "actor", id, error));
}

RcpEvent *
rcp_store_load_event (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
{
  READ (NULL, first_of (rcp_event_table_load (db, &id, 1, error), "event", id, error));
}

RcpOutlet *
rcp_store_load_outlet (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
{
  READ (NULL, first_item (rcp_outlet_table_list (db, 0, id, error), "outlet", id, error));
}

RcpDiscrepancy *
rcp_store_load_discrepancy (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
{
  READ (NULL, first_item (rcp_discrepancy_table_list (db, id, 0, 0, error), "discrepancy", id, error));
}

GArray *
rcp_store_list_article_ids (RcpStore *self, gint64 dossier_id, RcpStoreArticleOrder order, const char *search,
                            GCancellable *cancellable, GError **error)
{
  g_autofree char *match = search ? rcp_search_match (search) : NULL;

  READ (NULL, rcp_article_query_list_ids (db, dossier_id, order, match, error));
}

GArray *
rcp_store_list_actor_ids (RcpStore *self, gint64 dossier_id, RcpStoreActorFilter filter, const char *search,
                          GCancellable *cancellable, GError **error)
{
  g_autofree char *match = search ? rcp_search_match (search) : NULL;

  READ (NULL, rcp_actor_table_list_ids (db, dossier_id, filter, match, error));
}

GArray *
rcp_store_list_only_in_dossier (RcpStore *self, gint64 dossier_id, GCancellable *cancellable, GError **error)
{
  READ (NULL, rcp_dossier_table_list_only (db, dossier_id, error));
}

static char *
load_setting (RcpDb *db, const char *key, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT value FROM setting WHERE key = :key");

  rcp_stmt_bind_text (stmt, ":key", key);
  if (rcp_stmt_row (stmt))
    return rcp_stmt_dup (stmt, 0);
  if (rcp_stmt_finish (stmt, error))
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no setting %s", key);
  return NULL;
}

char *
rcp_store_load_setting (RcpStore *self, const char *key, GCancellable *cancellable, GError **error)
{
  READ (NULL, load_setting (db, key, error));
}

gboolean
rcp_store_find_outcome (RcpStore *self, gint64 event_id, GArray **plan_ids, gint64 *outcome_id, GCancellable *cancellable,
                        GError **error)
{
  READ (FALSE, rcp_event_table_find_outcome (db, event_id, plan_ids, outcome_id, error));
}
