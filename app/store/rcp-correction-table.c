#include "config.h"

#include "rcp-correction-table.h"

#include "rcp-actor-layer.h"
#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-clock.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-event-correction.h"
#include "rcp-event-layer.h"

/* The user's decisions are rows of their own, and are laid over what the engine finds after each of its turns. */

/* Numbers are in the order in which the decisions were made; one that was taken back keeps its own. */
#define NEXT_ID \
  "(SELECT 1 + max (coalesce ((SELECT max (id) FROM correction), 0), coalesce ((SELECT max (id) FROM correction_dropped), 0)))"

#define ALL_COLUMNS \
  "id, kind, article_id, start_offset, end_offset, subject, value, created_us, subject_name, value_name, part_of, told"

/* Shows what has become of a correction that came or went. Who is one with whom also decides who takes part in events. */
static gboolean
apply_one (RcpDb *db, gint64 id, const RcpActorOverlay *before, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT kind IN " RCP_ACTOR_CORRECTIONS " FROM (SELECT id, kind, part_of FROM correction UNION ALL"
      "  SELECT id, kind, part_of FROM correction_dropped) WHERE id = :id OR part_of = :id LIMIT 1");
  gboolean is_of_actor = FALSE;

  rcp_stmt_bind_int (stmt, ":id", id);
  if (rcp_stmt_row (stmt))
    is_of_actor = rcp_stmt_int (stmt, 0);
  if (!rcp_stmt_finish (stmt, error))
    return FALSE;
  return (!is_of_actor || rcp_actor_layer_change (db, before, error)) && rcp_correction_table_apply (db, error);
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

/** rcp_correction_table_move: of gint64: decisions that go, or come @back in their places. Shows nothing of it yet. */
gboolean
rcp_correction_table_move (RcpDb *db, const GArray *ids, gboolean back, GError **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!move (db, back, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

/** rcp_correction_table_delete: what it overruled shows again, at once or, for a publication date, when read again. */
gboolean
rcp_correction_table_delete (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpActorOverlay) before = rcp_actor_overlay_load (db, error);

  return before && move (db, FALSE, id, error) && apply_one (db, id, before, error);
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

/* One for each decision, which its number stands for even where the article of its first row is gone. */
#define DECISIONS \
  "SELECT coalesce (part_of, correction.id), kind, coalesce (article_id, 0), start_offset, end_offset, subject, value," \
  "  created_us,"
#define FIRST_ROWS \
  " FROM correction WHERE NOT EXISTS (SELECT 1 FROM correction AS former WHERE former.id < correction.id" \
  "  AND coalesce (former.part_of, former.id) = coalesce (correction.part_of, correction.id))"

/** rcp_correction_table_load: (transfer full): one decision; %RCP_STORE_ERROR_NOT_FOUND where there is none in force. */
RcpCorrection *
rcp_correction_table_load (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      DECISIONS " subject_name, value_name" FIRST_ROWS " AND coalesce (part_of, correction.id) = :id");
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

/* What the subject of a decision is called at present. */
#define TITLES \
  " CASE WHEN kind IN " RCP_EVENT_CORRECTIONS " AND kind NOT IN ('join', 'cut', 'reliability') THEN" \
  /* The order of an inner question cannot look outside it. */ \
  "   coalesce ((SELECT title FROM (SELECT event.title AS title, " RCP_EVENT_CORRECTION_FIT " FROM account" \
  "     JOIN event_account ON account_id = account.id JOIN event ON event.id = event_id" \
  "     WHERE " RCP_EVENT_CORRECTION_TOUCHES ") ORDER BY " RCP_EVENT_CORRECTION_BEST_FIRST " LIMIT 1), subject_name)" \
  "  WHEN kind IN ('published', 'keep-text') THEN (SELECT title FROM article WHERE article.id = article_id)" \
  "  ELSE subject_name END, value_name"

/**
 * rcp_correction_table_list_log:
 * @event_id: only what shows on this event; 0 for all
 *
 * Returns: (transfer full): of RcpCorrection, one for each decision, the newest first; each says what its subject is called
 */
GListModel *
rcp_correction_table_list_log (RcpDb *db, gint64 event_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      DECISIONS TITLES FIRST_ROWS
      " AND (:all OR coalesce (part_of, correction.id) IN (SELECT value FROM json_each (:ids)))"
      " ORDER BY created_us DESC, correction.id DESC");
  g_autoptr (GArray) ids = event_id ? rcp_event_layer_list (db, event_id, error) : NULL;

  if (event_id && !ids)
    return NULL;
  rcp_stmt_bind_int (stmt, ":all", event_id == 0);
  rcp_stmt_bind_ids (stmt, ":ids", ids ? (gint64 *)ids->data : NULL, ids ? ids->len : 0);
  return read_list (stmt, error);
}

/**
 * rcp_correction_table_add:
 * @first: (inout): the row of which this is a part; 0 where it is the first itself, whose number it then gets
 */
gboolean
rcp_correction_table_add (RcpDb *db, const RcpCorrectionRow *row, gint64 *first, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO correction (" ALL_COLUMNS ") VALUES (" NEXT_ID ", :kind, :article, :start, :end, :subject, :value, :now,"
      "  :subject_name, :value_name, :first, :told)");

  rcp_stmt_bind_id (stmt, ":first", *first);
  rcp_stmt_bind_enum (stmt, ":kind", RCP_TYPE_CORRECTION_KIND, row->kind);
  rcp_stmt_bind_id (stmt, ":article", row->article_id);
  rcp_stmt_bind_int (stmt, ":start", row->start);
  rcp_stmt_bind_int (stmt, ":end", row->end);
  rcp_stmt_bind_text (stmt, ":subject", row->subject);
  rcp_stmt_bind_text (stmt, ":value", row->value);
  rcp_stmt_bind_int (stmt, ":now", rcp_clock_now_us ());
  rcp_stmt_bind_text (stmt, ":subject_name", row->subject_name);
  rcp_stmt_bind_text (stmt, ":value_name", row->value_name);
  rcp_stmt_bind_text (stmt, ":told", row->told);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  if (*first == 0)
    *first = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return TRUE;
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
  const RcpCorrectionRow row = { .kind = RCP_CORRECTION_PUBLISHED, .article_id = article_id,
                                 .value = date ? rcp_edtf_get_string (date) : NULL };
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
  return rcp_correction_table_add (db, &row, &first, error) &&
         show_published (db, article_id, date, error);
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
  return apply_published (db, error) && rcp_event_layer_lay (db, error);
}
