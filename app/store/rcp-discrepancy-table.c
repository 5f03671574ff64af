#include "config.h"

#include "rcp-discrepancy-table.h"

#include "rcp-article-query.h"
#include "rcp-discrepancy.h"
#include "rcp-enum-types.h"

gboolean
rcp_discrepancy_table_put (RcpDb *db, const RcpChangeDiscrepancy *discrepancy, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO discrepancy (event_id, other_event_id, kind, settled, is_update)"
      " VALUES (:event, :other, :kind, 0, :update)");
  g_autoptr (RcpStmt) value = rcp_db_prepare (db,
      "INSERT INTO discrepancy_value (discrepancy_id, ordinal, account_id, start_offset, end_offset)"
      " VALUES (:discrepancy, :ordinal, :account, :start, :end)");

  rcp_stmt_bind_int (stmt, ":event", discrepancy->event_id);
  rcp_stmt_bind_id (stmt, ":other", discrepancy->other_event_id);
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

/* Those of the event that is shown stand first. */
static GListModel *
list_values (RcpDb *db, gint64 discrepancy_id, gint64 event_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT value.account_id, account.article_id, value.start_offset, value.end_offset,"
      "  substr (text, value.start_offset + 1, value.end_offset - value.start_offset), outlet.name,"
      "  coalesce (event_account.event_id, 0), account.edtf"
      " FROM discrepancy_value AS value JOIN account ON account.id = value.account_id"
      " LEFT JOIN event_account ON event_account.account_id = account.id"
      " JOIN article ON article.id = account.article_id JOIN outlet ON outlet.id = outlet_id"
      " JOIN article_body ON article_body.article_id = article.id WHERE discrepancy_id = :id"
      " ORDER BY event_account.event_id IS NOT :event, ordinal");
  g_autoptr (GListStore) values = g_list_store_new (RCP_TYPE_DISCREPANCY_VALUE);

  rcp_stmt_bind_int (stmt, ":id", discrepancy_id);
  rcp_stmt_bind_int (stmt, ":event", event_id);
  while (rcp_stmt_row (stmt))
    {
      g_autoptr (RcpEdtf) date = rcp_stmt_edtf (stmt, 7);
      g_autoptr (GObject) value = g_object_new (
          RCP_TYPE_DISCREPANCY_VALUE, "account-id", rcp_stmt_int (stmt, 0), "article-id", rcp_stmt_int (stmt, 1), "start",
          (guint)rcp_stmt_int (stmt, 2), "end", (guint)rcp_stmt_int (stmt, 3), "text", rcp_stmt_text (stmt, 4), "outlet",
          rcp_stmt_text (stmt, 5), "event-id", rcp_stmt_int (stmt, 6), "date", date, NULL);

      g_list_store_append (values, value);
    }
  return rcp_stmt_finish (stmt, error) ? G_LIST_MODEL (g_steal_pointer (&values)) : NULL;
}

#define COLUMNS \
  "SELECT discrepancy.id, event_id, coalesce (other_event_id, 0), discrepancy.kind, settled, is_update, one.title, one.edtf," \
  "  other.title, other.edtf" \
  " FROM discrepancy JOIN event AS one ON one.id = event_id LEFT JOIN event AS other ON other.id = other_event_id"

#define IN_DOSSIER \
  "(SELECT event_id FROM dossier_article JOIN account ON account.article_id = dossier_article.article_id" \
  "  JOIN event_account ON account_id = account.id WHERE dossier_id = :dossier AND excluded = 0)"

/* As an event sees it the other event is the other. */
static RcpDiscrepancy *
read_row (RcpDb *db, RcpStmt *stmt, gboolean turned, GError **error)
{
  gint64 event_id = rcp_stmt_int (stmt, turned ? 2 : 1);
  g_autoptr (GListModel) values = list_values (db, rcp_stmt_int (stmt, 0), event_id, error);
  g_autoptr (RcpEdtf) date = NULL;

  if (!values)
    return NULL;
  if (rcp_stmt_int (stmt, 2) == 0)
    return rcp_discrepancy_new (rcp_stmt_int (stmt, 0), event_id, rcp_stmt_enum (stmt, 3, RCP_TYPE_DISCREPANCY_KIND),
                                rcp_stmt_int (stmt, 4), rcp_stmt_int (stmt, 5), values);
  date = rcp_stmt_edtf (stmt, turned ? 7 : 9);
  return rcp_discrepancy_new_across (rcp_stmt_int (stmt, 0), event_id, rcp_stmt_enum (stmt, 3, RCP_TYPE_DISCREPANCY_KIND),
                                     rcp_stmt_int (stmt, 4), rcp_stmt_int (stmt, 5), values,
                                     rcp_stmt_int (stmt, turned ? 1 : 2), rcp_stmt_text (stmt, turned ? 6 : 8), date);
}

/**
 * rcp_discrepancy_table_list:
 * @only_id: that difference alone; 0 for no limit
 * @event_id: those of that event, as it sees them: first those among its own accounts; 0 for no limit
 * @dossier_id: those of events that one of its articles tells; 0 for no limit; at most one limit is set
 *
 * Returns: (transfer full): of RcpDiscrepancy, by event. Errors: RCP_STORE_ERROR.
 */
GListModel *
rcp_discrepancy_table_list (RcpDb *db, gint64 only_id, gint64 event_id, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt
      = only_id    ? rcp_db_prepare (db, COLUMNS " WHERE discrepancy.id = :only")
        : event_id ? rcp_db_prepare (db, COLUMNS " WHERE discrepancy.id IN"
                                         " (SELECT id FROM discrepancy WHERE event_id = :event"
                                         "  UNION SELECT id FROM discrepancy WHERE other_event_id = :event)"
                                         " ORDER BY other_event_id IS NOT NULL, discrepancy.id")
        : dossier_id ? rcp_db_prepare (db, COLUMNS " WHERE event_id IN " IN_DOSSIER " OR other_event_id IN " IN_DOSSIER
                                           " ORDER BY event_id, discrepancy.id")
                     : rcp_db_prepare (db, COLUMNS " ORDER BY event_id, discrepancy.id");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  if (only_id)
    rcp_stmt_bind_int (stmt, ":only", only_id);
  else if (event_id)
    rcp_stmt_bind_int (stmt, ":event", event_id);
  else if (dossier_id)
    rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      RcpDiscrepancy *one = read_row (db, stmt, event_id != 0 && rcp_stmt_int (stmt, 1) != event_id, error);

      if (!one)
        return NULL;
      g_ptr_array_add (list, one);
    }
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&list), RCP_TYPE_DISCREPANCY) : NULL;
}
