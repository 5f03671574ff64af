#include "config.h"

#include "rcp-number-table.h"

#include "rcp-stmt.h"

/* The numbers that accounts give, with what they count. */

/** rcp_stored_number_free: frees a number. */
void
rcp_stored_number_free (RcpStoredNumber *number)
{
  g_free (number->number.counted);
  g_free (number);
}

/**
 * rcp_number_table_list:
 * @dossier_id: only of articles in this dossier; 0 for all
 *
 * Returns: (transfer full): of RcpStoredNumber, by account: those that say what they count, of accounts of events.
 */
GPtrArray *
rcp_number_table_list (RcpDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT account.id, account_number.start_offset, account_number.end_offset, value, counted FROM account_number"
      " JOIN account ON account.id = account_number.account_id"
      " WHERE counted IS NOT NULL AND account.id IN (SELECT account_id FROM event_account)"
      " AND (:dossier = 0 OR account.article_id IN"
      "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"
      " ORDER BY account.id, ordinal");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_stored_number_free);

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  while (rcp_stmt_row (stmt))
    {
      RcpStoredNumber *number = g_new0 (RcpStoredNumber, 1);

      number->account_id = rcp_stmt_int (stmt, 0);
      number->number.range = (RcpRange){ rcp_stmt_int (stmt, 1), rcp_stmt_int (stmt, 2) };
      number->number.value = rcp_stmt_double (stmt, 3);
      number->number.counted = rcp_stmt_dup (stmt, 4);
      g_ptr_array_add (list, number);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&list) : NULL;
}
