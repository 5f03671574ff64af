#include "config.h"

#include "rcp-outlet-table.h"

#include "rcp-clock.h"
#include "rcp-correction-table.h"
#include "rcp-error.h"
#include "rcp-event-correction.h"
#include "rcp-fold.h"

/* Before the key of an outlet that its articles name. */
#define NAMED "name:"

/* What tells an outlet: the name that its articles give, or what stands for it. */
static char *
make_key (const char *name, const char *label)
{
  g_autofree char *folded = rcp_fold_words (name ? name : label);

  return g_strconcat (name ? NAMED : "label:", folded, NULL);
}

/* Outlets of one name count as the first of them; nothing is moved, so that a name can be taken back. */
static gboolean
join_names (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE outlet SET same_as = (SELECT nullif (min (other.id), outlet.id) FROM outlet AS other"
      "  WHERE other.name_key = outlet.name_key)");

  return rcp_stmt_run_once (stmt, error);
}

/** rcp_outlet_table_look_up: 0 in @id when there is none. */
gboolean
rcp_outlet_table_look_up (RcpDb *db, const char *name, const char *label, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT id FROM outlet WHERE key = :key");
  g_autofree char *key = make_key (name, label);

  *id = 0;
  rcp_stmt_bind_text (stmt, ":key", key);
  if (rcp_stmt_row (stmt))
    *id = rcp_stmt_int (stmt, 0);
  return rcp_stmt_finish (stmt, error);
}

gboolean
rcp_outlet_table_find_or_create (RcpDb *db, const char *name, const char *label, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO outlet (key, name, name_key, label) VALUES (:key, :name, :name_key, :label)");
  g_autofree char *key = make_key (name, label), *name_key = name ? rcp_fold_words (name) : NULL;

  if (!rcp_outlet_table_look_up (db, name, label, id, error))
    return FALSE;
  if (*id)
    return TRUE;
  rcp_stmt_bind_text (stmt, ":key", key);
  rcp_stmt_bind_text (stmt, ":name", name);
  rcp_stmt_bind_text (stmt, ":name_key", name_key);
  rcp_stmt_bind_text (stmt, ":label", name ? name : label);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return join_names (db, error);
}

/* The user's name for an outlet is in the log as a correction, as long as it is not what the articles call it. */
static gboolean
log_name (RcpDb *db, gint64 id, const char *name, GError **error)
{
  g_autoptr (RcpStmt) look = rcp_db_prepare (db, "SELECT key, label FROM outlet WHERE id = :id");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db,
      "DELETE FROM correction WHERE kind = 'outlet-name' AND subject = :key");
  g_autoptr (RcpCorrection) correction = NULL;
  g_autofree char *key = NULL, *label = NULL;

  rcp_stmt_bind_int (look, ":id", id);
  if (rcp_stmt_row (look))
    {
      key = rcp_stmt_dup (look, 0);
      label = rcp_stmt_dup (look, 1);
    }
  rcp_stmt_bind_text (drop, ":key", key);
  if (!rcp_stmt_finish (look, error) || !rcp_stmt_run_once (drop, error))
    return FALSE;
  if (!name || (g_str_has_prefix (key, NAMED) && strcmp (name, label) == 0))
    return TRUE;
  correction = g_object_new (RCP_TYPE_CORRECTION, "kind", RCP_CORRECTION_OUTLET_NAME, "subject", key, "value", name,
                             "subject-name", label, "created-us", rcp_clock_now_us (), NULL);
  return rcp_correction_table_save (db, correction, NULL, error);
}

/** rcp_outlet_table_find_by_key: @id (out): 0 where there is none; @name (out) (transfer full) (nullable): what its articles
 * call it. */
gboolean
rcp_outlet_table_find_by_key (RcpDb *db, const char *key, gint64 *id, char **name, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT id, label FROM outlet WHERE key = :key");

  *id = 0;
  rcp_stmt_bind_text (stmt, ":key", key);
  if (rcp_stmt_row (stmt))
    {
      *id = rcp_stmt_int (stmt, 0);
      *name = g_str_has_prefix (key, NAMED) ? rcp_stmt_dup (stmt, 1) : NULL;
    }
  return rcp_stmt_finish (stmt, error);
}

/** rcp_outlet_table_rename: @name NULL leaves it unnamed; @old_name (out) (transfer full) (nullable). */
gboolean
rcp_outlet_table_rename (RcpDb *db, gint64 id, const char *name, char **old_name, GError **error)
{
  g_autoptr (RcpStmt) old = rcp_db_prepare (db, "SELECT name FROM outlet WHERE id = :id");
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE outlet SET name = :name, name_key = :name_key WHERE id = :id");
  g_autofree char *name_key = name ? rcp_fold_words (name) : NULL;

  rcp_stmt_bind_int (old, ":id", id);
  if (!rcp_stmt_row (old))
    {
      if (rcp_stmt_finish (old, error))
        g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no outlet %" G_GINT64_FORMAT, id);
      return FALSE;
    }
  if (old_name)
    *old_name = rcp_stmt_dup (old, 0);
  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_text (stmt, ":name", name);
  rcp_stmt_bind_text (stmt, ":name_key", name_key);
  return rcp_stmt_run_once (stmt, error) && join_names (db, error) && log_name (db, id, name, error);
}

static RcpEdtf *
span (gint64 first_day, gint64 last_day)
{
  return first_day == last_day ? rcp_edtf_new_day (first_day) : rcp_edtf_new_interval (first_day, last_day, 0);
}

/**
 * rcp_outlet_table_list:
 * @dossier_id: only what it holds; 0 for the whole library
 * @only_id: only this outlet; 0 for all that have articles
 */
GListModel *
rcp_outlet_table_list (RcpDb *db, gint64 dossier_id, gint64 only_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT head.id, head.name, head.label, count (*), min (reading.first_day), max (reading.last_day),"
      "  (SELECT count (DISTINCT event_id) FROM account JOIN event_account ON account_id = account.id"
      "   JOIN article AS told ON told.id = account.article_id JOIN outlet AS teller ON teller.id = told.outlet_id"
      "   WHERE coalesce (teller.same_as, teller.id) = head.id AND (:dossier = 0 OR told.id IN"
      "     (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))),"
      "  " RCP_EVENT_CORRECTION_RELIABILITY ("head.id")
      " FROM article JOIN outlet ON outlet.id = article.outlet_id"
      " JOIN outlet AS head ON head.id = coalesce (outlet.same_as, outlet.id)"
      " LEFT JOIN reading ON reading.article_id = article.id"
      " WHERE article.removed_us IS NULL AND (:only = 0 OR head.id = :only) AND (:dossier = 0 OR article.id IN"
      "   (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0))"
      " GROUP BY head.id ORDER BY min (reading.first_day) IS NULL, min (reading.first_day), head.id");
  g_autoptr (GListStore) list = g_list_store_new (RCP_TYPE_OUTLET);

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  rcp_stmt_bind_int (stmt, ":only", only_id);
  while (rcp_stmt_row (stmt))
    {
      gboolean dated = rcp_stmt_text (stmt, 4) != NULL;
      const char *grade = rcp_stmt_text (stmt, 7);
      g_autoptr (RcpEdtf) published = dated ? span (rcp_stmt_int (stmt, 4), rcp_stmt_int (stmt, 5)) : NULL;
      g_autoptr (RcpOutlet) outlet =
          g_object_new (RCP_TYPE_OUTLET, "id", rcp_stmt_int (stmt, 0), "name", rcp_stmt_text (stmt, 1), "label",
                        rcp_stmt_text (stmt, 1) ? rcp_stmt_text (stmt, 1) : rcp_stmt_text (stmt, 2), "n-articles",
                        (guint)rcp_stmt_int (stmt, 3), "n-events", (guint)rcp_stmt_int (stmt, 6), "reliability",
                        grade ? (guint)grade[0] : 0, "published", published, NULL);

      g_list_store_append (list, outlet);
    }
  return rcp_stmt_finish (stmt, error) ? G_LIST_MODEL (g_steal_pointer (&list)) : NULL;
}
