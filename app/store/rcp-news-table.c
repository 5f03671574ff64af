#include "config.h"

#include "rcp-news-table.h"

#include "rcp-account-table.h"
#include "rcp-article-query.h"
#include "rcp-discrepancy-table.h"
#include "rcp-event-table.h"

/* What is new since a moment follows from when each article was added and when each text was replaced: both are kept, so
 * that a new analysis, which makes all events anew, makes nothing new. */

#define IN_DOSSIER(article) \
  " (:dossier = 0 OR " article " IN" \
  "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"

/* An account that an article tells which was added since then. */
#define FRESH \
  " FROM article JOIN account ON account.article_id = article.id JOIN event_account ON account_id = account.id" \
  " WHERE added_us > :since AND removed_us IS NULL AND" IN_DOSSIER ("article.id")

/* Whether the dossier knew the event before. */
#define KNOWN(event) \
  " EXISTS (SELECT 1 FROM event_account AS earlier JOIN account AS told ON told.id = earlier.account_id" \
  "  JOIN article AS teller ON teller.id = told.article_id WHERE earlier.event_id = " event \
  "  AND teller.added_us <= :since AND teller.removed_us IS NULL AND" IN_DOSSIER ("teller.id") ")"

/** rcp_news_table_get_visit: @seen_us: µs UTC; 0 where the dossier was never looked through. */
gboolean
rcp_news_table_get_visit (RcpDb *db, gint64 dossier_id, gint64 *seen_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT seen_us FROM visit WHERE dossier_id = :dossier");

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  *seen_us = rcp_stmt_row (stmt) ? rcp_stmt_int (stmt, 0) : 0;
  return rcp_stmt_finish (stmt, error);
}

/** rcp_news_table_set_visit: @seen_us 0 forgets that it was ever looked through. */
gboolean
rcp_news_table_set_visit (RcpDb *db, gint64 dossier_id, gint64 seen_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = seen_us
      ? rcp_db_prepare (db, "INSERT INTO visit (dossier_id, seen_us) VALUES (:dossier, :seen)"
                            " ON CONFLICT DO UPDATE SET seen_us = excluded.seen_us")
      : rcp_db_prepare (db, "DELETE FROM visit WHERE dossier_id = :dossier");

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  if (seen_us)
    rcp_stmt_bind_int (stmt, ":seen", seen_us);
  return rcp_stmt_run_once (stmt, error);
}

static GArray *
list_ids (RcpDb *db, const char *sql, gint64 dossier_id, gint64 since_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, sql);

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_int (stmt, ":since", since_us);
  return rcp_query_ids (stmt, error);
}

typedef GPtrArray *(*LoadFunc) (RcpDb *db, const gint64 *ids, guint n, GError **error);

static gboolean
load_objects (RcpDb *db, const char *sql, gint64 dossier_id, gint64 since_us, LoadFunc load, GPtrArray **objects,
              GError **error)
{
  g_autoptr (GArray) ids = list_ids (db, sql, dossier_id, since_us, error);

  *objects = ids ? load (db, (const gint64 *) (gpointer) ids->data, ids->len, error) : NULL;
  return *objects != NULL;
}

static GPtrArray *
load_discrepancies (RcpDb *db, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GListModel) one = rcp_discrepancy_table_list (db, ids[i], 0, 0, error);

      if (!one)
        return NULL;
      if (g_list_model_get_n_items (one) > 0)
        g_ptr_array_add (list, g_list_model_get_item (one, 0));
    }
  return g_steal_pointer (&list);
}

/* Of each article whose text was replaced since then, the text it had then. */
static gboolean
load_versions (RcpDb *db, gint64 dossier_id, gint64 since_us, GPtrArray **versions, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article_id, article_version.title, text, min (replaced_us) FROM article_version"
      " JOIN article ON article.id = article_id WHERE replaced_us > :since AND added_us <= :since AND removed_us IS NULL"
      " AND" IN_DOSSIER ("article_id") " GROUP BY article_id ORDER BY article_id");

  *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_stored_version_free);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_int (stmt, ":since", since_us);
  while (rcp_stmt_row (stmt))
    {
      RcpStoredVersion *version = g_new0 (RcpStoredVersion, 1);

      version->article_id = rcp_stmt_int (stmt, 0);
      version->title = rcp_stmt_dup (stmt, 1);
      version->text = rcp_stmt_dup (stmt, 2);
      version->replaced_us = rcp_stmt_int (stmt, 3);
      g_ptr_array_add (*versions, version);
    }
  return rcp_stmt_finish (stmt, error);
}

/** rcp_news_table_load: (transfer full): what is new in a dossier since a moment; 0 stands for the whole library. */
RcpStoredNews *
rcp_news_table_load (RcpDb *db, gint64 dossier_id, gint64 since_us, GError **error)
{
  static const char events[]
      = "SELECT DISTINCT event_account.event_id" FRESH " AND copy_of IS NULL AND NOT" KNOWN ("event_account.event_id")
        " ORDER BY 1";
  static const char accounts[]
      = "SELECT account.id" FRESH " AND copy_of IS NULL AND" KNOWN ("event_account.event_id")
        " ORDER BY event_account.event_id, account.id";
  static const char copies[] = "SELECT account.id" FRESH " AND copy_of IS NOT NULL ORDER BY event_id, account.id";
  static const char discrepancies[]
      = "SELECT DISTINCT discrepancy.id FROM article JOIN account ON account.article_id = article.id"
        " JOIN discrepancy_value ON account_id = account.id JOIN discrepancy ON discrepancy.id = discrepancy_id"
        " WHERE added_us > :since AND removed_us IS NULL AND settled = 0 AND" IN_DOSSIER ("article.id")
        " ORDER BY event_id, discrepancy.id";
  static const char outcomes[]
      = "SELECT DISTINCT outcome_id FROM event_outcome WHERE outcome_id IN (SELECT event_id" FRESH ")"
        " AND NOT" KNOWN ("event_outcome.outcome_id") " AND" KNOWN ("event_outcome.plan_id") " ORDER BY outcome_id";
  g_autoptr (RcpStoredNews) news = g_new0 (RcpStoredNews, 1);

  if (!load_objects (db, events, dossier_id, since_us, rcp_event_table_load, &news->events, error)
      || !load_objects (db, accounts, dossier_id, since_us, rcp_account_table_load, &news->accounts, error)
      || !load_objects (db, copies, dossier_id, since_us, rcp_account_table_load, &news->copies, error)
      || !load_objects (db, discrepancies, dossier_id, since_us, load_discrepancies, &news->discrepancies, error)
      || !load_objects (db, outcomes, dossier_id, since_us, rcp_event_table_load, &news->outcomes, error)
      || !load_versions (db, dossier_id, since_us, &news->versions, error))
    return NULL;
  return g_steal_pointer (&news);
}
