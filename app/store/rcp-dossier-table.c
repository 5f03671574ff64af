#include "config.h"

#include "rcp-dossier-table.h"

#include "rcp-article-query.h"
#include "rcp-clock.h"
#include "rcp-error.h"

static gboolean
was_changed (RcpDb *db, gint64 id, GError **error)
{
  if (sqlite3_changes (rcp_db_get_handle (db)))
    return TRUE;
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no dossier %" G_GINT64_FORMAT, id);
  return FALSE;
}

/** rcp_dossier_table_create: %RCP_STORE_ERROR_EXISTS for a name that another dossier has. */
gboolean
rcp_dossier_table_create (RcpDb *db, const char *name, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "INSERT INTO dossier (name, created_us) VALUES (:name, :now)");

  rcp_stmt_bind_text (stmt, ":name", name);
  rcp_stmt_bind_int (stmt, ":now", rcp_clock_now_us ());
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return TRUE;
}

gboolean
rcp_dossier_table_rename (RcpDb *db, gint64 id, const char *name, char **old_name, GError **error)
{
  g_autoptr (RcpStmt) old = rcp_db_prepare (db, "SELECT name FROM dossier WHERE id = :id");
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE dossier SET name = :name WHERE id = :id");

  rcp_stmt_bind_int (old, ":id", id);
  if (rcp_stmt_row (old) && old_name)
    *old_name = rcp_stmt_dup (old, 0);
  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_text (stmt, ":name", name);
  return rcp_stmt_finish (old, error) && rcp_stmt_run_once (stmt, error) && was_changed (db, id, error);
}

/** rcp_dossier_table_set_removed: hides a dossier, or shows it again for 0; its articles are left alone. */
gboolean
rcp_dossier_table_set_removed (RcpDb *db, gint64 id, gint64 removed_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE dossier SET removed_us = :removed WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_id (stmt, ":removed", removed_us);
  return rcp_stmt_run_once (stmt, error) && was_changed (db, id, error);
}

gboolean
rcp_dossier_table_purge (RcpDb *db, gint64 removed_before_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "DELETE FROM dossier WHERE removed_us < :before");

  rcp_stmt_bind_int (stmt, ":before", removed_before_us);
  return rcp_stmt_run_once (stmt, error);
}

gboolean
rcp_dossier_table_set_members (RcpDb *db, gint64 id, const gint64 *article_ids, guint n, gboolean in, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO dossier_article (dossier_id, article_id, excluded) VALUES (:dossier, :article, :excluded)"
      " ON CONFLICT DO UPDATE SET excluded = excluded.excluded");

  rcp_stmt_bind_int (stmt, ":dossier", id);
  rcp_stmt_bind_int (stmt, ":excluded", !in);
  for (guint i = 0; i < n; i++)
    {
      rcp_stmt_bind_int (stmt, ":article", article_ids[i]);
      if (!rcp_stmt_run (stmt))
        break;
    }
  return rcp_stmt_finish (stmt, error);
}

GArray *
rcp_dossier_table_list_only (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article_id FROM dossier_article JOIN article ON article.id = article_id"
      " WHERE dossier_id = :id AND excluded = 0 AND article.removed_us IS NULL AND NOT EXISTS"
      "  (SELECT 1 FROM dossier_article AS other JOIN dossier ON dossier.id = other.dossier_id"
      "   WHERE other.article_id = dossier_article.article_id AND other.dossier_id <> :id AND other.excluded = 0"
      "   AND dossier.removed_us IS NULL) ORDER BY article_id");

  rcp_stmt_bind_int (stmt, ":id", id);
  return rcp_query_ids (stmt, error);
}

/** rcp_dossier_table_list: (transfer full): of RcpDossier, by name. */
GListModel *
rcp_dossier_table_list (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, name FROM dossier WHERE removed_us IS NULL ORDER BY name COLLATE NOCASE, id");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  while (rcp_stmt_row (stmt))
    {
      RcpStoreCounts counts;

      if (!rcp_dossier_table_count (db, rcp_stmt_int (stmt, 0), &counts, error))
        return NULL;
      g_ptr_array_add (list, g_object_new (RCP_TYPE_DOSSIER, "id", rcp_stmt_int (stmt, 0), "name",
                                           rcp_stmt_text (stmt, 1), "n-articles", counts.n_articles, "n-outlets",
                                           counts.n_outlets, "n-events", counts.n_events, NULL));
    }
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&list), RCP_TYPE_DOSSIER) : NULL;
}

/** rcp_dossier_table_count: 0 for the whole library. */
gboolean
rcp_dossier_table_count (RcpDb *db, gint64 id, RcpStoreCounts *counts, GError **error)
{
#define MEMBERS "(SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0)"
  g_autoptr (RcpStmt) stmt = id
      ? rcp_db_prepare (db,
            "SELECT count (*), count (DISTINCT coalesce (outlet.same_as, outlet.id)),"
            "  (SELECT count (DISTINCT event_id) FROM account JOIN event_account ON account_id = account.id"
            "   WHERE article_id IN " MEMBERS "), (SELECT count (*) FROM account WHERE article_id IN " MEMBERS "),"
            "  (SELECT count (DISTINCT actor_id) FROM mention JOIN actor ON actor.id = actor_id"
            "   WHERE kind <> 'place' AND article_id IN " MEMBERS "),"
            "  (SELECT count (*) FROM note WHERE removed_us IS NULL AND article_id IN " MEMBERS "), 1"
            " FROM article JOIN outlet ON outlet.id = outlet_id"
            " WHERE removed_us IS NULL AND article.id IN " MEMBERS)
      : rcp_db_prepare (db,
            "SELECT count (*), count (DISTINCT coalesce (outlet.same_as, outlet.id)), (SELECT count (*) FROM event),"
            "  (SELECT count (*) FROM account), (SELECT count (*) FROM actor WHERE kind <> 'place'),"
            "  (SELECT count (*) FROM note WHERE removed_us IS NULL),"
            "  (SELECT count (*) FROM dossier WHERE removed_us IS NULL)"
            " FROM article JOIN outlet ON outlet.id = outlet_id WHERE removed_us IS NULL");

  if (id)
    rcp_stmt_bind_int (stmt, ":dossier", id);
  if (rcp_stmt_row (stmt))
    *counts = (RcpStoreCounts){
      .n_articles = rcp_stmt_int (stmt, 0), .n_outlets = rcp_stmt_int (stmt, 1), .n_events = rcp_stmt_int (stmt, 2),
      .n_accounts = rcp_stmt_int (stmt, 3), .n_actors = rcp_stmt_int (stmt, 4), .n_notes = rcp_stmt_int (stmt, 5),
      .n_dossiers = rcp_stmt_int (stmt, 6),
    };
  return rcp_stmt_finish (stmt, error);
}
