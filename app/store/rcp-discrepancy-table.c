#include "config.h"

#include "rcp-discrepancy-table.h"

#include "rcp-article-query.h"
#include "rcp-discrepancy.h"
#include "rcp-enum-types.h"

gboolean
rcp_discrepancy_table_put (RcpDb *db, gint64 event_id, const RcpChangeDiscrepancy *discrepancy, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO discrepancy (event_id, kind, settled, is_update) VALUES (:event, :kind, 0, :update)");
  g_autoptr (RcpStmt) value = rcp_db_prepare (db,
      "INSERT INTO discrepancy_value (discrepancy_id, ordinal, account_id, start_offset, end_offset)"
      " VALUES (:discrepancy, :ordinal, :account, :start, :end)");

  rcp_stmt_bind_int (stmt, ":event", event_id);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_DISCREPANCY_KIND, discrepancy->kind);
  rcp_stmt_bind_int (stmt, ":update", discrepancy->is_update);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  rcp_stmt_bind_int (value, ":discrepancy", sqlite3_last_insert_rowid (rcp_db_get_handle (db)));
  for (guint i = 0; i < discrepancy->values->len; i++)
    {
      const RcpNewDiscrepancyValue *said = &g_array_index (discrepancy->values, RcpNewDiscrepancyValue, i);

      rcp_stmt_bind_int (value, ":ordinal", i);
      rcp_stmt_bind_int (value, ":account", said->account_id);
      rcp_stmt_bind_int (value, ":start", said->range.start);
      rcp_stmt_bind_int (value, ":end", said->range.end);
      rcp_stmt_run (value);
    }
  return rcp_stmt_finish (value, error);
}

static GListModel *
list_values (RcpDb *db, gint64 discrepancy_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT account_id, account.article_id, value.start_offset, value.end_offset,"
      "  substr (text, value.start_offset + 1, value.end_offset - value.start_offset), outlet.name"
      " FROM discrepancy_value AS value JOIN account ON account.id = account_id"
      " JOIN article ON article.id = account.article_id JOIN outlet ON outlet.id = outlet_id"
      " JOIN article_body ON article_body.article_id = article.id WHERE discrepancy_id = :id ORDER BY ordinal");
  g_autoptr (GListStore) values = g_list_store_new (RCP_TYPE_DISCREPANCY_VALUE);

  rcp_stmt_bind_int (stmt, ":id", discrepancy_id);
  while (rcp_stmt_row (stmt))
    {
      g_autoptr (GObject) value = g_object_new (
          RCP_TYPE_DISCREPANCY_VALUE, "account-id", rcp_stmt_int (stmt, 0), "article-id", rcp_stmt_int (stmt, 1), "start",
          (guint)rcp_stmt_int (stmt, 2), "end", (guint)rcp_stmt_int (stmt, 3), "text", rcp_stmt_text (stmt, 4), "outlet",
          rcp_stmt_text (stmt, 5), NULL);

      g_list_store_append (values, value);
    }
  return rcp_stmt_finish (stmt, error) ? G_LIST_MODEL (g_steal_pointer (&values)) : NULL;
}

/** rcp_discrepancy_table_list: (transfer full): of RcpDiscrepancy, by event; each number 0 sets no limit. */
GListModel *
rcp_discrepancy_table_list (RcpDb *db, gint64 only_id, gint64 event_id, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, event_id, kind, settled, is_update FROM discrepancy WHERE (:only = 0 OR id = :only)"
      " AND (:event = 0 OR event_id = :event) AND (:dossier = 0 OR event_id IN"
      "  (SELECT event_id FROM dossier_article JOIN account ON account.article_id = dossier_article.article_id"
      "   JOIN event_account ON account_id = account.id WHERE dossier_id = :dossier AND excluded = 0))"
      " ORDER BY event_id, id");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  rcp_stmt_bind_int (stmt, ":only", only_id);
  rcp_stmt_bind_int (stmt, ":event", event_id);
  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      g_autoptr (GListModel) values = list_values (db, rcp_stmt_int (stmt, 0), error);

      if (!values)
        return NULL;
      g_ptr_array_add (list, rcp_discrepancy_new (rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1),
                                                  rcp_stmt_enum (stmt, 2, RCP_TYPE_DISCREPANCY_KIND),
                                                  rcp_stmt_int (stmt, 3), rcp_stmt_int (stmt, 4), values));
    }
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&list), RCP_TYPE_DISCREPANCY) : NULL;
}
