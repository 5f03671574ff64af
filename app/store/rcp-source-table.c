#include "config.h"

#include "rcp-source-table.h"

#include "rcp-article-query.h"
#include "rcp-enum-types.h"

/** rcp_source_table_save: a source without a number is new and gets one; %RCP_STORE_ERROR_EXISTS for a known address. */
gboolean
rcp_source_table_save (RcpDb *db, RcpSource *source, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO source (id, kind, title, uri, interval_s, paused, checked_us, succeeded_us, last_error, etag,"
      "  last_modified) VALUES (:id, :kind, :title, :uri, :interval, :paused, :checked, :succeeded, :error, :etag,"
      "  :modified) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, uri = excluded.uri,"
      "  interval_s = excluded.interval_s, paused = excluded.paused, checked_us = excluded.checked_us,"
      "  succeeded_us = excluded.succeeded_us, last_error = excluded.last_error, etag = excluded.etag,"
      "  last_modified = excluded.last_modified");

  rcp_stmt_bind_id (stmt, ":id", rcp_source_get_id (source));
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_SOURCE_KIND, rcp_source_get_kind (source));
  rcp_stmt_bind_text (stmt, ":title", rcp_source_get_title (source) ? rcp_source_get_title (source) : "");
  rcp_stmt_bind_text (stmt, ":uri", rcp_source_get_uri (source));
  rcp_stmt_bind_int (stmt, ":interval", rcp_source_get_interval_s (source));
  rcp_stmt_bind_int (stmt, ":paused", rcp_source_get_paused (source) != FALSE);
  rcp_stmt_bind_int (stmt, ":checked", rcp_source_get_checked_us (source));
  rcp_stmt_bind_int (stmt, ":succeeded", rcp_source_get_succeeded_us (source));
  rcp_stmt_bind_text (stmt, ":error", rcp_source_get_last_error (source));
  rcp_stmt_bind_text (stmt, ":etag", rcp_source_get_etag (source));
  rcp_stmt_bind_text (stmt, ":modified", rcp_source_get_last_modified (source));
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  *id = rcp_source_get_id (source);
  if (!*id)
    *id = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return TRUE;
}

/** rcp_source_table_delete: its articles stay. */
gboolean
rcp_source_table_delete (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "DELETE FROM source WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  return rcp_stmt_run_once (stmt, error);
}

GListModel *
rcp_source_table_list (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, kind, title, uri, interval_s, paused, checked_us, succeeded_us, last_error, etag, last_modified"
      " FROM source ORDER BY title COLLATE NOCASE, id");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  while (rcp_stmt_row (stmt))
    g_ptr_array_add (list, g_object_new (RCP_TYPE_SOURCE, "id", rcp_stmt_int (stmt, 0), "kind",
                                         rcp_stmt_enum (stmt, 1, RCP_TYPE_SOURCE_KIND), "title",
                                         rcp_stmt_text (stmt, 2), "uri", rcp_stmt_text (stmt, 3), "interval-s",
                                         (guint)rcp_stmt_int (stmt, 4), "paused", (gboolean)rcp_stmt_int (stmt, 5),
                                         "checked-us", rcp_stmt_int (stmt, 6), "succeeded-us", rcp_stmt_int (stmt, 7),
                                         "last-error", rcp_stmt_text (stmt, 8), "etag", rcp_stmt_text (stmt, 9),
                                         "last-modified", rcp_stmt_text (stmt, 10), NULL));
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&list), RCP_TYPE_SOURCE) : NULL;
}
