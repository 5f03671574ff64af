#include "config.h"

#include "rcp-event-layer.h"

#include "rcp-actor-layer.h"
#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-discrepancy-table.h"
#include "rcp-enum-types.h"
#include "rcp-event-correction.h"
#include "rcp-event-table.h"

/* The user's corrections of events, laid over what the engine found after each of its turns. */

/* Where corrections hold. --------------------------------------------------------------------------------------------- */

static void
anchor_free (gpointer data)
{
  RcpEventAnchor *self = data;

  g_free (self->subject);
  g_free (self->value);
  g_free (self);
}

/** rcp_event_layer_list_anchors: of #RcpEventAnchor: every row that is anchored to an account,
 * in the order they were made. */
GPtrArray *
rcp_event_layer_list_anchors (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT correction.id, coalesce (part_of, correction.id), kind, subject, value, account.id, coalesce (event_id, 0),"
      " " RCP_EVENT_CORRECTION_FIT
      " FROM correction JOIN account ON " RCP_EVENT_CORRECTION_TOUCHES
      " LEFT JOIN event_account ON account_id = account.id"
      " WHERE kind IN " RCP_EVENT_CORRECTIONS " AND kind NOT IN ('settle', 'reliability')"
      " ORDER BY correction.id, " RCP_EVENT_CORRECTION_BEST_FIRST);
  g_autoptr (GPtrArray) anchors = g_ptr_array_new_with_free_func (anchor_free);
  gint64 last = 0;

  while (rcp_stmt_row (stmt))
    {
      RcpEventAnchor *one;

      if (rcp_stmt_int (stmt, 0) == last)
        continue;
      last = rcp_stmt_int (stmt, 0);
      one = g_new0 (RcpEventAnchor, 1);
      one->decision = rcp_stmt_int (stmt, 1);
      one->kind = rcp_stmt_enum (stmt, 2, RCP_TYPE_CORRECTION_KIND);
      one->subject = rcp_stmt_dup (stmt, 3);
      one->value = rcp_stmt_dup (stmt, 4);
      one->account_id = rcp_stmt_int (stmt, 5);
      one->event_id = rcp_stmt_int (stmt, 6);
      g_ptr_array_add (anchors, one);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&anchors) : NULL;
}

/** rcp_event_layer_find_end: one past the last row of the decision whose first row is at @start. */
guint
rcp_event_layer_find_end (const GPtrArray *anchors, guint start)
{
  const RcpEventAnchor *first = anchors->pdata[start];
  guint end = start + 1;

  while (end < anchors->len && ((const RcpEventAnchor *)anchors->pdata[end])->decision == first->decision)
    end++;
  return end;
}

/** rcp_event_layer_find_event: the event of most of the accounts a decision was made of; of equals, that of the earliest. */
gint64
rcp_event_layer_find_event (const GPtrArray *anchors, guint start, guint end)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_int64_hash, g_int64_equal);
  gint64 best = 0;
  guint n_best = 0;

  for (guint i = start; i < end; i++)
    {
      RcpEventAnchor *one = anchors->pdata[i];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &one->event_id)) + 1;

      g_hash_table_insert (counts, &one->event_id, GUINT_TO_POINTER (n));
    }
  for (guint i = start; i < end; i++)
    {
      RcpEventAnchor *one = anchors->pdata[i];
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &one->event_id));

      if (one->event_id != 0 && n > n_best)
        {
          best = one->event_id;
          n_best = n;
        }
    }
  return best;
}

static gboolean
is_of_event (RcpCorrectionKind kind)
{
  return kind == RCP_CORRECTION_EVENT_DATE || kind == RCP_CORRECTION_EVENT_STATUS || kind == RCP_CORRECTION_EVENT_ACTION
         || kind == RCP_CORRECTION_EVENT_ACTOR;
}

/* Whether a decision that holds for @event_id at present, or has an account there, says something of it. */
static gboolean
has_account (const GPtrArray *anchors, guint start, guint end, gint64 event_id)
{
  for (guint i = start; i < end; i++)
    if (((const RcpEventAnchor *)anchors->pdata[i])->event_id == event_id)
      return TRUE;
  return FALSE;
}

/**
 * rcp_event_layer_list:
 *
 * Returns: (transfer full): of gint64: the decisions that show on an event: of itself, of its accounts, and those by which
 * accounts came into it or went
 */
GArray *
rcp_event_layer_list (RcpDb *db, gint64 event_id, GError **error)
{
  g_autoptr (GPtrArray) anchors = rcp_event_layer_list_anchors (db, error);
  g_autoptr (RcpStmt) settled = rcp_db_prepare (db,
      "SELECT DISTINCT coalesce (correction.part_of, correction.id) FROM discrepancy JOIN correction"
      "   ON coalesce (correction.part_of, correction.id) IN (" RCP_DISCREPANCY_DECISIONS ("discrepancy") ")"
      " WHERE correction.kind = 'settle' AND discrepancy.id IN (SELECT id FROM discrepancy WHERE event_id = :event"
      "  UNION SELECT id FROM discrepancy WHERE other_event_id = :event) ORDER BY 1");
  GArray *ids;

  if (!anchors)
    return NULL;
  rcp_stmt_bind_int (settled, ":event", event_id);
  ids = rcp_query_ids (settled, error);
  for (guint i = 0, end; ids && i < anchors->len; i = end)
    {
      const RcpEventAnchor *one = anchors->pdata[i];

      end = rcp_event_layer_find_end (anchors, i);
      if (is_of_event (one->kind) ? rcp_event_layer_find_event (anchors, i, end) == event_id
                                  : has_account (anchors, i, end, event_id))
        g_array_append_val (ids, one->decision);
    }
  return ids;
}

/**
 * rcp_event_layer_list_ruled:
 * @ids: (array length=n): decisions
 *
 * Returns: (transfer full): of gint64: the accounts that those of them which join or cut are about, in the order they name
 *   them
 */
GArray *
rcp_event_layer_list_ruled (RcpDb *db, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (GPtrArray) anchors = rcp_event_layer_list_anchors (db, error);
  GArray *accounts = anchors ? g_array_new (FALSE, FALSE, sizeof (gint64)) : NULL;

  for (guint i = 0; anchors && i < anchors->len; i++)
    {
      const RcpEventAnchor *one = anchors->pdata[i];

      for (guint j = 0; j < n; j++)
        if (ids[j] == one->decision && (one->kind == RCP_CORRECTION_JOIN || one->kind == RCP_CORRECTION_CUT))
          {
            g_array_append_val (accounts, one->account_id);
            break;
          }
    }
  return accounts;
}

/* Laying. ------------------------------------------------------------------------------------------------------------- */

/* What the engine found shows again. */
static gboolean
restore (RcpDb *db, GError **error)
{
  static const char *const steps[] = {
    "UPDATE event SET action = found_action, status = found_status, by_user = 0 WHERE by_user <> 0",
    "UPDATE account SET user_attribution = NULL, credibility = 0 WHERE user_attribution IS NOT NULL OR credibility <> 0",
  };
  g_autoptr (RcpStmt) dated = rcp_db_prepare (db, "SELECT id FROM event WHERE date_rule = 'user'");
  g_autoptr (RcpStmt) filled = rcp_db_prepare (db, "SELECT id FROM event WHERE by_user <> 0 AND (by_user & :actors) <> 0");
  g_autoptr (GArray) dates = rcp_query_ids (dated, error);
  g_autoptr (GArray) actors = NULL;

  rcp_stmt_bind_int (filled, ":actors", RCP_EVENT_BY_USER_ACTORS);
  if (!dates || !(actors = rcp_query_ids (filled, error)))
    return FALSE;
  for (guint i = 0; i < dates->len; i++)
    if (!rcp_event_table_set_date (db, g_array_index (dates, gint64, i), NULL, error))
      return FALSE;
  if (!rcp_actor_layer_list_actors (db, (const gint64 *)(gpointer)actors->data, actors->len, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, steps[i]);

      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
mark (RcpDb *db, gint64 event_id, RcpEventByUser what, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE event SET by_user = by_user | :what WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", event_id);
  rcp_stmt_bind_int (stmt, ":what", what);
  return rcp_stmt_run_once (stmt, error);
}

static gboolean
lay_status (RcpDb *db, gint64 event_id, const char *value, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE event SET status = :value WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", event_id);
  rcp_stmt_bind_text (stmt, ":value", value);
  return rcp_stmt_run_once (stmt, error) && mark (db, event_id, RCP_EVENT_BY_USER_STATUS, error);
}

static gboolean
lay_action (RcpDb *db, gint64 event_id, const char *value, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE event SET action = :value WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", event_id);
  rcp_stmt_bind_text (stmt, ":value", value);
  return rcp_stmt_run_once (stmt, error) && mark (db, event_id, RCP_EVENT_BY_USER_ACTION, error);
}

static gboolean
lay_date (RcpDb *db, gint64 event_id, const char *value, GError **error)
{
  g_autoptr (RcpEdtf) date = value ? rcp_edtf_parse (value, NULL) : NULL;

  return !date || rcp_event_table_set_date (db, event_id, date, error);
}

/* Whoever is merged into another takes part as that one. */
static gboolean
lay_actor (RcpDb *db, gint64 event_id, const char *key, gboolean takes_part, GError **error)
{
  g_autoptr (RcpStmt) stmt = takes_part
      ? rcp_db_prepare (db,
          "INSERT INTO event_actor (event_id, rank, actor_id, by_user)"
          " SELECT :event, (SELECT coalesce (max (rank), -1) + 1 FROM event_actor WHERE event_id = :event), id, 1"
          " FROM actor WHERE id = " RCP_ACTOR_TABLE_SHOWN (":key")
          "  AND NOT EXISTS (SELECT 1 FROM event_actor WHERE event_id = :event AND actor_id = actor.id)")
      : rcp_db_prepare (db,
          "DELETE FROM event_actor WHERE event_id = :event AND actor_id = " RCP_ACTOR_TABLE_SHOWN (":key"));

  rcp_stmt_bind_int (stmt, ":event", event_id);
  rcp_stmt_bind_text (stmt, ":key", key);
  return rcp_stmt_run_once (stmt, error) && mark (db, event_id, RCP_EVENT_BY_USER_ACTORS, error);
}

static gboolean
lay_account (RcpDb *db, const RcpEventAnchor *anchor, GError **error)
{
  g_autoptr (RcpStmt) stmt = anchor->kind == RCP_CORRECTION_ATTRIBUTION
      ? rcp_db_prepare (db, "UPDATE account SET user_attribution = :value WHERE id = :id")
      : rcp_db_prepare (db, "UPDATE account SET credibility = CAST (:value AS INTEGER) WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", anchor->account_id);
  rcp_stmt_bind_text (stmt, ":value", anchor->value ? anchor->value : "");
  return rcp_stmt_run_once (stmt, error);
}

/* Of joined accounts the event that holds both sides says so, of accounts cut apart those that hold either. */
static gboolean
mark_sides (RcpDb *db, const GPtrArray *anchors, guint start, guint end, GError **error)
{
  const RcpEventAnchor *first = anchors->pdata[start];
  gboolean joins = first->kind == RCP_CORRECTION_JOIN;

  for (guint i = start; i < end; i++)
    {
      const RcpEventAnchor *a = anchors->pdata[i];
      gboolean both = !joins;

      for (guint j = start; j < end && !both; j++)
        {
          const RcpEventAnchor *b = anchors->pdata[j];

          both = b->event_id == a->event_id && g_strcmp0 (a->value, b->value) != 0;
        }
      if (a->event_id != 0 && both
          && !mark (db, a->event_id, joins ? RCP_EVENT_BY_USER_JOINED : RCP_EVENT_BY_USER_CUT, error))
        return FALSE;
      if (joins && both)
        break;
    }
  return TRUE;
}

/* What a decision is the last word on: one thing of one event. */
static char *
make_subject (const RcpEventAnchor *anchor, gint64 event_id)
{
  return g_strdup_printf ("%d %" G_GINT64_FORMAT " %s", anchor->kind, event_id, anchor->subject ? anchor->subject : "");
}

static gboolean
lay_one (RcpDb *db, const GPtrArray *anchors, guint start, guint end, GHashTable *last_words, GError **error)
{
  const RcpEventAnchor *anchor = anchors->pdata[start];
  gint64 event_id;
  g_autofree char *subject = NULL;

  if (anchor->kind == RCP_CORRECTION_JOIN || anchor->kind == RCP_CORRECTION_CUT)
    return mark_sides (db, anchors, start, end, error);
  if (!is_of_event (anchor->kind))
    return lay_account (db, anchor, error);
  event_id = rcp_event_layer_find_event (anchors, start, end);
  subject = make_subject (anchor, event_id);
  if (event_id == 0 || g_hash_table_lookup (last_words, subject) != anchor)
    return TRUE;
  switch (anchor->kind)
    {
    case RCP_CORRECTION_EVENT_DATE:
      return lay_date (db, event_id, anchor->value, error);
    case RCP_CORRECTION_EVENT_STATUS:
      return lay_status (db, event_id, anchor->value, error);
    case RCP_CORRECTION_EVENT_ACTION:
      return lay_action (db, event_id, anchor->value, error);
    default:
      return lay_actor (db, event_id, anchor->subject, g_strcmp0 (anchor->value, "0") != 0, error);
    }
}

static gboolean
lay_settled (RcpDb *db, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE discrepancy SET settled = EXISTS (" RCP_DISCREPANCY_DECISIONS ("discrepancy") ")"
      " WHERE settled OR EXISTS (SELECT 1 FROM correction WHERE correction.kind = 'settle')");

  return rcp_stmt_run_once (stmt, error);
}

/**
 * rcp_event_layer_lay:
 *
 * Shows what the user says of events and accounts over what the engine found of them, decision by decision in the order
 * they were made: the last word counts. Where accounts of one decision have come into several events, it goes with most of
 * them.
 */
gboolean
rcp_event_layer_lay (RcpDb *db, GError **error)
{
  g_autoptr (GPtrArray) anchors = rcp_event_layer_list_anchors (db, error);
  g_autoptr (GHashTable) last_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!anchors || !restore (db, error))
    return FALSE;
  for (guint i = 0, end; i < anchors->len; i = end)
    {
      end = rcp_event_layer_find_end (anchors, i);
      if (is_of_event (((const RcpEventAnchor *)anchors->pdata[i])->kind))
        g_hash_table_replace (last_words,
                              make_subject (anchors->pdata[i], rcp_event_layer_find_event (anchors, i, end)),
                              anchors->pdata[i]);
    }
  for (guint i = 0, end; i < anchors->len; i = end)
    {
      end = rcp_event_layer_find_end (anchors, i);
      if (!lay_one (db, anchors, i, end, last_words, error))
        return FALSE;
    }
  return lay_settled (db, error);
}
