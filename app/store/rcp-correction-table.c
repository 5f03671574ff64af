#include "config.h"

#include "rcp-correction-table.h"

#include "rcp-actor-layer.h"
#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-clock.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-event-table.h"

/* The user's decisions are rows of their own, and are laid over what the engine finds after each of its turns. */

/* Numbers are in the order in which the decisions were made; one that was taken back keeps its own. */
#define NEXT_ID \
  "(SELECT 1 + max (coalesce ((SELECT max (id) FROM correction), 0), coalesce ((SELECT max (id) FROM correction_dropped), 0)))"

#define ALL_COLUMNS \
  "id, kind, article_id, start_offset, end_offset, subject, value, created_us, subject_name, value_name, part_of"

/* Shows what has become of a correction that came or went. */
static gboolean
apply_one (RcpDb *db, gint64 id, const RcpActorOverlay *before, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT kind IN " RCP_ACTOR_CORRECTIONS " FROM (SELECT id, kind FROM correction UNION ALL"
      "  SELECT id, kind FROM correction_dropped) WHERE id = :id");
  gboolean is_of_actor = FALSE;

  rcp_stmt_bind_int (stmt, ":id", id);
  if (rcp_stmt_row (stmt))
    is_of_actor = rcp_stmt_int (stmt, 0);
  if (!rcp_stmt_finish (stmt, error))
    return FALSE;
  return is_of_actor ? rcp_actor_layer_change (db, before, error) : rcp_correction_table_apply (db, error);
}

gboolean
rcp_correction_table_save (RcpDb *db, RcpCorrection *correction, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO correction (id, kind, article_id, start_offset, end_offset, subject, value, created_us, subject_name,"
      "  value_name) VALUES (" NEXT_ID ", :kind, :article, :start, :end, :subject, :value, :created, :subject_name,"
      "  :value_name)");
  g_autoptr (RcpActorOverlay) before = rcp_actor_overlay_load (db, error);
  gint64 row;

  if (!before)
    return FALSE;

  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_CORRECTION_KIND, rcp_correction_get_kind (correction));
  rcp_stmt_bind_id (stmt, ":article", rcp_correction_get_article_id (correction));
  rcp_stmt_bind_int (stmt, ":start", rcp_correction_get_start (correction));
  rcp_stmt_bind_int (stmt, ":end", rcp_correction_get_end (correction));
  rcp_stmt_bind_text (stmt, ":subject", rcp_correction_get_subject (correction));
  rcp_stmt_bind_text (stmt, ":value", rcp_correction_get_value (correction));
  rcp_stmt_bind_int (stmt, ":created", rcp_correction_get_created_us (correction));
  rcp_stmt_bind_text (stmt, ":subject_name", rcp_correction_get_subject_name (correction));
  rcp_stmt_bind_text (stmt, ":value_name", rcp_correction_get_value_name (correction));
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  row = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  if (id)
    *id = row;
  return apply_one (db, row, before, error);
}

/* Rows of one decision go together. */
static gboolean
move (RcpDb *db, gboolean back, gint64 id, GError **error)
{
#define COPY(from, into) \
  "INSERT INTO " into " (" ALL_COLUMNS ") SELECT " ALL_COLUMNS " FROM " from " WHERE id = :id OR part_of = :id"
#define DROP(from) "DELETE FROM " from " WHERE id = :id OR part_of = :id"
  g_autoptr (RcpStmt) put = back ? rcp_db_prepare (db, COPY ("correction_dropped", "correction"))
                                 : rcp_db_prepare (db, COPY ("correction", "correction_dropped"));
  g_autoptr (RcpStmt) away = back ? rcp_db_prepare (db, DROP ("correction_dropped"))
                                  : rcp_db_prepare (db, DROP ("correction"));
#undef COPY
#undef DROP

  rcp_stmt_bind_int (put, ":id", id);
  rcp_stmt_bind_int (away, ":id", id);
  if (!rcp_stmt_run_once (put, error))
    return FALSE;
  if (sqlite3_changes (rcp_db_get_handle (db)) == 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no correction %" G_GINT64_FORMAT, id);
      return FALSE;
    }
  return rcp_stmt_run_once (away, error);
}

/** rcp_correction_table_delete: what it overruled shows again, at once or, for a publication date, when read again. */
gboolean
rcp_correction_table_delete (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpActorOverlay) before = rcp_actor_overlay_load (db, error);

  return before && move (db, FALSE, id, error) &&
         apply_one (db, id, before, error);
}

/** rcp_correction_table_restore: puts back one that was deleted since the library was opened, in its place. */
gboolean
rcp_correction_table_restore (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpActorOverlay) before = rcp_actor_overlay_load (db, error);

  return before && move (db, TRUE, id, error) && apply_one (db, id, before, error);
}

/** rcp_correction_table_purge: forgets what was deleted. */
gboolean
rcp_correction_table_purge (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "DELETE FROM correction_dropped");

  return rcp_stmt_run_once (stmt, error);
}

static GListModel *
read_list (RcpStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);

  while (rcp_stmt_row (stmt))
    g_ptr_array_add (list, g_object_new (RCP_TYPE_CORRECTION, "id", rcp_stmt_int (stmt, 0), "kind",
                                         rcp_stmt_enum (stmt, 1, RCP_TYPE_CORRECTION_KIND), "article-id",
                                         rcp_stmt_int (stmt, 2), "start", (guint)rcp_stmt_int (stmt, 3), "end",
                                         (guint)rcp_stmt_int (stmt, 4), "subject", rcp_stmt_text (stmt, 5), "value",
                                         rcp_stmt_text (stmt, 6), "created-us", rcp_stmt_int (stmt, 7), "subject-name",
                                         rcp_stmt_text (stmt, 8), "value-name", rcp_stmt_text (stmt, 9), NULL));
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&list), RCP_TYPE_CORRECTION) : NULL;
}

#define COLUMNS "SELECT id, kind, coalesce (article_id, 0), start_offset, end_offset, subject, value, created_us,"

/** rcp_correction_table_list: (transfer full): of RcpCorrection, every row, the oldest first. */
GListModel *
rcp_correction_table_list (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      COLUMNS " subject_name, value_name FROM correction ORDER BY created_us, id");

  return read_list (stmt, error);
}

/** rcp_correction_table_load: (transfer full): one row; %RCP_STORE_ERROR_NOT_FOUND where there is none in force. */
RcpCorrection *
rcp_correction_table_load (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, COLUMNS " subject_name, value_name FROM correction WHERE id = :id");
  g_autoptr (GListModel) list = NULL;
  RcpCorrection *correction;

  rcp_stmt_bind_int (stmt, ":id", id);
  list = read_list (stmt, error);
  if (!list)
    return NULL;
  correction = g_list_model_get_item (list, 0);
  if (!correction)
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no correction %" G_GINT64_FORMAT, id);
  return correction;
}

/** rcp_correction_table_list_log: (transfer full): of RcpCorrection, one for each decision, the newest first; each says what
 * its subject is called. */
GListModel *
rcp_correction_table_list_log (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      COLUMNS
      " CASE WHEN kind IN ('event-date', 'settle') THEN coalesce ((SELECT event.title FROM account"
      "   JOIN event_account ON account_id = account.id JOIN event ON event.id = event_id"
      "   WHERE account.article_id = correction.article_id AND account.start_offset < correction.end_offset"
      "    AND account.end_offset > correction.start_offset ORDER BY account.id LIMIT 1), subject_name)"
      "  WHEN kind IN ('published', 'keep-text') THEN (SELECT title FROM article WHERE article.id = article_id)"
      "  ELSE subject_name END, value_name"
      " FROM correction WHERE part_of IS NULL ORDER BY created_us DESC, id DESC");

  return read_list (stmt, error);
}

/* @first (inout): the row of which this is a part; 0 where it is the first itself, whose number it then gets. */
static gboolean
insert (RcpDb *db, const char *kind, gint64 article_id, gint64 start, gint64 end, const char *subject,
        const char *value, gint64 *first, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO correction (id, kind, article_id, start_offset, end_offset, subject, value, created_us, part_of)"
      " VALUES (" NEXT_ID ", :kind, :article, :start, :end, :subject, :value, :now, :first)");

  rcp_stmt_bind_id (stmt, ":first", *first);
  rcp_stmt_bind_text (stmt, ":kind", kind);
  rcp_stmt_bind_int (stmt, ":article", article_id);
  rcp_stmt_bind_int (stmt, ":start", start);
  rcp_stmt_bind_int (stmt, ":end", end);
  rcp_stmt_bind_text (stmt, ":subject", subject);
  rcp_stmt_bind_text (stmt, ":value", value);
  rcp_stmt_bind_int (stmt, ":now", rcp_clock_now_us ());
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  if (*first == 0)
    *first = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return TRUE;
}

/* Corrections of an event's date are anchored to the sentences of all its accounts, one row each: should the event be
 * taken apart by a later analysis, the date goes with the part that has the earliest of them. */

#define OF_EVENT \
  " FROM correction WHERE kind = 'event-date' AND EXISTS (SELECT 1 FROM event_account JOIN account" \
  "  ON account.id = account_id WHERE event_id = :event AND account.article_id = correction.article_id" \
  "  AND account.start_offset < correction.end_offset AND account.end_offset > correction.start_offset)"

gboolean
rcp_correction_table_set_event_date (RcpDb *db, gint64 event_id, const RcpEdtf *date, RcpEdtf **old_date, GError **error)
{
  g_autoptr (RcpStmt) old = rcp_db_prepare (db, "SELECT value" OF_EVENT " ORDER BY id LIMIT 1");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db, "DELETE" OF_EVENT);
  g_autoptr (RcpStmt) accounts = rcp_db_prepare (db,
      "SELECT article_id, start_offset, end_offset FROM event_account JOIN account ON account.id = account_id"
      " WHERE event_id = :event ORDER BY account_id");
  gboolean found = FALSE;
  gint64 first = 0;

  rcp_stmt_bind_int (old, ":event", event_id);
  if (rcp_stmt_row (old) && old_date)
    *old_date = rcp_stmt_edtf (old, 0);
  rcp_stmt_bind_int (drop, ":event", event_id);
  if (!rcp_stmt_finish (old, error) || !rcp_stmt_run_once (drop, error))
    return FALSE;
  rcp_stmt_bind_int (accounts, ":event", event_id);
  while (rcp_stmt_row (accounts))
    {
      found = TRUE;
      if (date && !insert (db, "event-date", rcp_stmt_int (accounts, 0), rcp_stmt_int (accounts, 1),
                           rcp_stmt_int (accounts, 2), NULL, rcp_edtf_get_string (date), &first, error))
        return FALSE;
    }
  if (!rcp_stmt_finish (accounts, error))
    return FALSE;
  if (!found)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no event %" G_GINT64_FORMAT, event_id);
      return FALSE;
    }
  return rcp_event_table_set_date (db, event_id, date, error);
}

static gboolean
show_published (RcpDb *db, gint64 article_id, const RcpEdtf *date, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE reading SET published_edtf = :edtf, first_day = :first_day, last_day = :last_day, published_basis = 'user',"
      "  published_rule = 'user', published_clue = NULL, clue_start = 0, clue_end = 0,"
      "  best_day = :best_day, is_sure = :is_sure WHERE article_id = :article");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  rcp_stmt_bind_edtf (stmt, ":edtf", date);
  rcp_stmt_bind_days (stmt, date);
  if (rcp_edtf_is_bounded (date))
    rcp_stmt_bind_int (stmt, ":best_day", rcp_edtf_get_first_day (date));
  rcp_stmt_bind_int (stmt, ":is_sure", rcp_edtf_is_exact_day (date));
  return rcp_stmt_run_once (stmt, error);
}

gboolean
rcp_correction_table_set_published (RcpDb *db, gint64 article_id, const RcpEdtf *date, RcpEdtf **old_date, GError **error)
{
  g_autoptr (RcpStmt) old = rcp_db_prepare (db,
      "SELECT value FROM correction WHERE kind = 'published' AND article_id = :article ORDER BY id DESC LIMIT 1");
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db,
      "DELETE FROM correction WHERE kind = 'published' AND article_id = :article");
  gint64 first = 0;

  rcp_stmt_bind_int (old, ":article", article_id);
  if (rcp_stmt_row (old) && old_date)
    *old_date = rcp_stmt_edtf (old, 0);
  rcp_stmt_bind_int (drop, ":article", article_id);
  if (!rcp_stmt_finish (old, error) || !rcp_stmt_run_once (drop, error))
    return FALSE;
  if (!date)
    {
      g_autoptr (RcpStmt) again = rcp_db_prepare (db,
          "UPDATE reading SET analysis_version = 0 WHERE article_id = :article");

      rcp_stmt_bind_int (again, ":article", article_id);
      return rcp_stmt_run_once (again, error);
    }
  return insert (db, "published", article_id, 0, 0, NULL, rcp_edtf_get_string (date), &first, error) &&
         show_published (db, article_id, date, error);
}

/* A settled discrepancy is told by its kind and the places of its values. */

#define OF_DISCREPANCY \
  " FROM correction WHERE kind = 'settle' AND subject = (SELECT kind FROM discrepancy WHERE id = :id)" \
  " AND EXISTS (SELECT 1 FROM discrepancy_value AS value JOIN account ON account.id = account_id" \
  "  WHERE discrepancy_id = :id AND account.article_id = correction.article_id" \
  "  AND value.start_offset < correction.end_offset AND value.end_offset > correction.start_offset)"

gboolean
rcp_correction_table_settle (RcpDb *db, gint64 discrepancy_id, gboolean settled, GError **error)
{
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db, "DELETE" OF_DISCREPANCY);
  g_autoptr (RcpStmt) values = rcp_db_prepare (db,
      "SELECT account.article_id, value.start_offset, value.end_offset, discrepancy.kind FROM discrepancy_value AS value"
      " JOIN account ON account.id = account_id JOIN discrepancy ON discrepancy.id = discrepancy_id"
      " WHERE discrepancy_id = :id ORDER BY ordinal");
  g_autoptr (RcpStmt) show = rcp_db_prepare (db, "UPDATE discrepancy SET settled = :settled WHERE id = :id");
  gint64 first = 0;

  rcp_stmt_bind_int (drop, ":id", discrepancy_id);
  if (!rcp_stmt_run_once (drop, error))
    return FALSE;
  rcp_stmt_bind_int (values, ":id", discrepancy_id);
  while (settled && rcp_stmt_row (values))
    if (!insert (db, "settle", rcp_stmt_int (values, 0), rcp_stmt_int (values, 1), rcp_stmt_int (values, 2),
                 rcp_stmt_text (values, 3), NULL, &first, error))
      return FALSE;
  if (!rcp_stmt_finish (values, error))
    return FALSE;
  rcp_stmt_bind_int (show, ":id", discrepancy_id);
  rcp_stmt_bind_int (show, ":settled", settled != FALSE);
  if (!rcp_stmt_run_once (show, error))
    return FALSE;
  if (sqlite3_changes (rcp_db_get_handle (db)))
    return TRUE;
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no discrepancy %" G_GINT64_FORMAT, discrepancy_id);
  return FALSE;
}

static gboolean
apply_event_dates (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) corrected = rcp_db_prepare (db,
      "SELECT event_id, value FROM correction JOIN account ON account.article_id = correction.article_id"
      "  AND account.start_offset < correction.end_offset AND account.end_offset > correction.start_offset"
      " JOIN event_account ON account_id = account.id WHERE kind = 'event-date'"
      " GROUP BY event_id HAVING correction.id = min (correction.id)");
  g_autoptr (RcpStmt) stale = rcp_db_prepare (db,
      "SELECT event.id FROM event WHERE date_rule = 'user' AND NOT EXISTS (SELECT 1 FROM correction JOIN account"
      "  ON account.article_id = correction.article_id AND account.start_offset < correction.end_offset"
      "  AND account.end_offset > correction.start_offset JOIN event_account ON account_id = account.id"
      "  WHERE kind = 'event-date' AND event_id = event.id)");
  g_autoptr (GArray) ids = rcp_query_ids (stale, error);

  if (!ids)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!rcp_event_table_set_date (db, g_array_index (ids, gint64, i), NULL, error))
      return FALSE;
  while (rcp_stmt_row (corrected))
    {
      g_autoptr (RcpEdtf) date = rcp_stmt_edtf (corrected, 1);

      if (date && !rcp_event_table_set_date (db, rcp_stmt_int (corrected, 0), date, error))
        return FALSE;
    }
  return rcp_stmt_finish (corrected, error);
}

static gboolean
apply_published (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT article_id, value FROM correction WHERE kind = 'published' AND article_id IS NOT NULL ORDER BY id");

  while (rcp_stmt_row (stmt))
    {
      g_autoptr (RcpEdtf) date = rcp_stmt_edtf (stmt, 1);

      if (date && !show_published (db, rcp_stmt_int (stmt, 0), date, error))
        return FALSE;
    }
  return rcp_stmt_finish (stmt, error);
}

/** rcp_correction_table_apply: lays every correction that the store itself can apply over what the engine found. */
gboolean
rcp_correction_table_apply (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) settle = rcp_db_prepare (db,
      "UPDATE discrepancy SET settled = EXISTS (SELECT 1 FROM discrepancy_value AS value"
      "  JOIN account ON account.id = account_id JOIN correction ON correction.article_id = account.article_id"
      "   AND value.start_offset < correction.end_offset AND value.end_offset > correction.start_offset"
      "  WHERE discrepancy_id = discrepancy.id AND correction.kind = 'settle' AND subject = discrepancy.kind)"
      " WHERE settled OR EXISTS (SELECT 1 FROM correction WHERE correction.kind = 'settle')");

  return apply_event_dates (db, error) && apply_published (db, error) && rcp_stmt_run_once (settle, error);
}
