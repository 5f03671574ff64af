#include "config.h"

#include "rcp-join-rule.h"

#include "rcp-stmt.h"

/* Which accounts the user joined and cut apart. */

/** rcp_join_rule_list: (transfer full): of RcpJoinRule, in the order in which they were decided. */
GPtrArray *
rcp_join_rule_list (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT coalesce (part_of, id), kind = 'join', article_id, start_offset, end_offset, told, value IS 'b' FROM correction"
      " WHERE kind IN ('join', 'cut') AND article_id IS NOT NULL ORDER BY 1, id");
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func ((GDestroyNotify)rcp_join_rule_free);
  RcpJoinRule *rule = NULL;

  while (rcp_stmt_row (stmt))
    {
      RcpJoinAnchor anchor = { rcp_stmt_int (stmt, 2), { rcp_stmt_int (stmt, 3), rcp_stmt_int (stmt, 4) },
                               rcp_stmt_dup (stmt, 5), rcp_stmt_int (stmt, 6) != 0 };

      if (!rule || rule->id != rcp_stmt_int (stmt, 0))
        {
          rule = g_new0 (RcpJoinRule, 1);
          rule->id = rcp_stmt_int (stmt, 0);
          rule->join = rcp_stmt_int (stmt, 1) != 0;
          rule->anchors = g_array_new (FALSE, FALSE, sizeof (RcpJoinAnchor));
          g_ptr_array_add (rules, rule);
        }
      g_array_append_val (rule->anchors, anchor);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&rules) : NULL;
}
