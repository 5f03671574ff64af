#include "config.h"

#include "rcp-source-table.h"

#include "rcp-article-query.h"
#include "rcp-clock.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"

/* A source that the user removed is kept, with what it brought, until he adds its address again. */
static gboolean
find_removed (RcpDb *db, const char *uri, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT id FROM source WHERE uri = :uri AND removed_us IS NOT NULL");

  rcp_stmt_bind_text (stmt, ":uri", uri);
  *id = rcp_stmt_row (stmt) ? rcp_stmt_int (stmt, 0) : 0;
  return rcp_stmt_finish (stmt, error);
}

static void
bind_settings (RcpStmt *stmt, RcpSource *source)
{
  rcp_stmt_bind_text (stmt, ":title", rcp_source_get_title (source) ? rcp_source_get_title (source) : "");
  rcp_stmt_bind_int (stmt, ":interval", rcp_source_get_interval_s (source));
  rcp_stmt_bind_int (stmt, ":paused", rcp_source_get_paused (source) != FALSE);
  rcp_stmt_bind_id (stmt, ":dossier", rcp_source_get_dossier_id (source));
  rcp_stmt_bind_int (stmt, ":pinned", rcp_source_get_only_pinned (source) != FALSE);
  rcp_stmt_bind_int (stmt, ":pages", rcp_source_get_full_pages (source) != FALSE);
  rcp_stmt_bind_text (stmt, ":include", rcp_source_get_include_words (source));
  rcp_stmt_bind_text (stmt, ":exclude", rcp_source_get_exclude_words (source));
}

/**
 * rcp_source_table_save:
 * @id: (out): its row
 *
 * Keeps a source. One without a number is new and gets one, that of a removed source of its address if there is one;
 * %RCP_STORE_ERROR_EXISTS for an address that is followed already.
 */
gboolean
rcp_source_table_save (RcpDb *db, RcpSource *source, gint64 *id, GError **error)
{
  gint64 row = rcp_source_get_id (source);
  g_autoptr (RcpStmt) stmt = NULL;

  if (row == 0 && rcp_source_get_uri (source) != NULL && !find_removed (db, rcp_source_get_uri (source), &row, error))
    return FALSE;
  stmt = rcp_db_prepare (db,
      "INSERT INTO source (id, kind, title, uri, interval_s, paused, checked_us, succeeded_us, last_error, etag,"
      "  last_modified, dossier_id, only_pinned, full_pages, include_words, exclude_words, created_us)"
      " VALUES (:id, :kind, :title, :uri, :interval, :paused, :checked, :succeeded, :error, :etag, :modified, :dossier,"
      "  :pinned, :pages, :include, :exclude, :created) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,"
      "  title = excluded.title, uri = excluded.uri,"
      "  interval_s = excluded.interval_s, paused = excluded.paused, checked_us = excluded.checked_us,"
      "  succeeded_us = excluded.succeeded_us, last_error = excluded.last_error, etag = excluded.etag,"
      "  last_modified = excluded.last_modified, dossier_id = excluded.dossier_id, only_pinned = excluded.only_pinned,"
      "  full_pages = excluded.full_pages, include_words = excluded.include_words,"
      "  exclude_words = excluded.exclude_words, removed_us = NULL, retired = 0, next_check_us = 0");
  rcp_stmt_bind_id (stmt, ":id", row);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_SOURCE_KIND, rcp_source_get_kind (source));
  bind_settings (stmt, source);
  rcp_stmt_bind_text (stmt, ":uri", rcp_source_get_uri (source));
  rcp_stmt_bind_int (stmt, ":checked", rcp_source_get_checked_us (source));
  rcp_stmt_bind_int (stmt, ":succeeded", rcp_source_get_succeeded_us (source));
  rcp_stmt_bind_text (stmt, ":error", rcp_source_get_last_error (source));
  rcp_stmt_bind_text (stmt, ":etag", rcp_source_get_etag (source));
  rcp_stmt_bind_text (stmt, ":modified", rcp_source_get_last_modified (source));
  rcp_stmt_bind_int (stmt, ":created",
                     rcp_source_get_created_us (source) ? rcp_source_get_created_us (source) : rcp_clock_now_us ());
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  *id = row ? row : sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return TRUE;
}

/** rcp_source_table_put_settings: what the user says of it, and nothing that its checks found. */
gboolean
rcp_source_table_put_settings (RcpDb *db, RcpSource *source, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE source SET title = :title, interval_s = :interval, paused = :paused, dossier_id = :dossier,"
      "  only_pinned = :pinned, full_pages = :pages, include_words = :include, exclude_words = :exclude"
      " WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", rcp_source_get_id (source));
  bind_settings (stmt, source);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_source_table_put_check: what came of asking it. Moves it only where nothing else is followed at the new address. */
gboolean
rcp_source_table_put_check (RcpDb *db, const RcpSourceCheck *check, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE source SET title = CASE WHEN title = '' THEN ifnull (:title, '') ELSE title END, checked_us = :checked,"
      "  succeeded_us = CASE WHEN :error IS NULL THEN :checked ELSE succeeded_us END, last_error = :error,"
      "  n_failures = :failures, retired = :retired, ttl_s = :ttl, skip_hours = :hours, skip_days = :days,"
      "  retry_after_us = :retry, fresh_until_us = :fresh, next_check_us = :next,"
      "  n_new = CASE WHEN :error IS NULL THEN :new ELSE n_new END WHERE id = :id");
  g_autoptr (RcpStmt) validators = NULL, moved = NULL;

  rcp_stmt_bind_int (stmt, ":id", check->source_id);
  rcp_stmt_bind_text (stmt, ":title", check->title);
  rcp_stmt_bind_int (stmt, ":checked", check->checked_us);
  rcp_stmt_bind_text (stmt, ":error", check->failure);
  rcp_stmt_bind_int (stmt, ":failures", check->n_failures);
  rcp_stmt_bind_int (stmt, ":retired", check->is_retired != FALSE);
  rcp_stmt_bind_int (stmt, ":ttl", check->ttl_s);
  rcp_stmt_bind_int (stmt, ":hours", check->skip_hours);
  rcp_stmt_bind_int (stmt, ":days", check->skip_days);
  rcp_stmt_bind_int (stmt, ":retry", check->retry_after_us);
  rcp_stmt_bind_int (stmt, ":fresh", check->fresh_until_us);
  rcp_stmt_bind_int (stmt, ":next", check->next_check_us);
  rcp_stmt_bind_int (stmt, ":new", check->n_new + check->n_changed);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  if (check->has_validators)
    {
      validators = rcp_db_prepare (db, "UPDATE source SET etag = :etag, last_modified = :modified, validated_uri = :uri"
                                       " WHERE id = :id");
      rcp_stmt_bind_int (validators, ":id", check->source_id);
      rcp_stmt_bind_text (validators, ":etag", check->etag);
      rcp_stmt_bind_text (validators, ":modified", check->last_modified);
      rcp_stmt_bind_text (validators, ":uri", check->validated_uri);
      if (!rcp_stmt_run_once (validators, error))
        return FALSE;
    }
  if (check->moved_to == NULL)
    return TRUE;
  moved = rcp_db_prepare (db, "UPDATE OR IGNORE source SET uri = :uri WHERE id = :id");
  rcp_stmt_bind_int (moved, ":id", check->source_id);
  rcp_stmt_bind_text (moved, ":uri", check->moved_to);
  return rcp_stmt_run_once (moved, error);
}

/** rcp_source_table_set_removed: @removed_us: µs UTC; 0 brings it back. */
gboolean
rcp_source_table_set_removed (RcpDb *db, gint64 id, gint64 removed_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE source SET removed_us = :removed WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_id (stmt, ":removed", removed_us);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_source_table_delete: its articles stay. */
gboolean
rcp_source_table_delete (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "DELETE FROM source WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_source_table_list: those that are not removed. */
GListModel *
rcp_source_table_list (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT id, kind, title, uri, interval_s, paused, checked_us, succeeded_us, last_error, etag, last_modified,"
      "  dossier_id, only_pinned, full_pages, include_words, exclude_words, created_us, next_check_us, n_failures,"
      "  retired, ttl_s, skip_hours, skip_days, retry_after_us, fresh_until_us, validated_uri, n_new,"
      "  (SELECT count(*) FROM source_article JOIN article ON article.id = article_id WHERE source_id = source.id"
      "   AND article.removed_us IS NULL),"
      "  (SELECT count(*) FROM entry WHERE source_id = source.id AND state = 'waiting')"
      " FROM source WHERE removed_us IS NULL ORDER BY title COLLATE NOCASE, id");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  while (rcp_stmt_row (stmt))
    g_ptr_array_add (list,
        g_object_new (RCP_TYPE_SOURCE, "id", rcp_stmt_int (stmt, 0),
                      "kind", rcp_stmt_enum (stmt, 1, RCP_TYPE_SOURCE_KIND),
                      "title", rcp_stmt_text (stmt, 2), "uri", rcp_stmt_text (stmt, 3),
                      "interval-s", (guint) rcp_stmt_int (stmt, 4), "paused", (gboolean) rcp_stmt_int (stmt, 5),
                      "checked-us", rcp_stmt_int (stmt, 6), "succeeded-us", rcp_stmt_int (stmt, 7),
                      "last-error", rcp_stmt_text (stmt, 8), "etag", rcp_stmt_text (stmt, 9),
                      "last-modified", rcp_stmt_text (stmt, 10), "dossier-id", rcp_stmt_int (stmt, 11),
                      "only-pinned", (gboolean) rcp_stmt_int (stmt, 12),
                      "full-pages", (gboolean) rcp_stmt_int (stmt, 13),
                      "include-words", rcp_stmt_text (stmt, 14), "exclude-words", rcp_stmt_text (stmt, 15),
                      "created-us", rcp_stmt_int (stmt, 16), "next-check-us", rcp_stmt_int (stmt, 17),
                      "n-failures", (guint) rcp_stmt_int (stmt, 18), "retired", (gboolean) rcp_stmt_int (stmt, 19),
                      "ttl-s", (guint) rcp_stmt_int (stmt, 20), "skip-hours", (guint) rcp_stmt_int (stmt, 21),
                      "skip-days", (guint) rcp_stmt_int (stmt, 22), "retry-after-us", rcp_stmt_int (stmt, 23),
                      "fresh-until-us", rcp_stmt_int (stmt, 24), "validated-uri", rcp_stmt_text (stmt, 25),
                      "n-new", (guint) rcp_stmt_int (stmt, 26), "n-articles", (guint) rcp_stmt_int (stmt, 27),
                      "n-waiting", (guint) rcp_stmt_int (stmt, 28), NULL));
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&list), RCP_TYPE_SOURCE) : NULL;
}
