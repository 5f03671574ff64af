#include "config.h"

#include "rcp-event-table.h"

#include "rcp-article-query.h"
#include "rcp-discrepancy-table.h"
#include "rcp-enum-types.h"

/* Writing. ------------------------------------------------------------------------------------------------------------ */

static gboolean
put_row (RcpDb *db, const RcpNewEvent *event, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO event (id, title, edtf, first_day, last_day, date_rule, found_edtf, found_rule, date_clue,"
      "  anchor_kind, anchor_edtf, action, status, found_action, found_status, n_accounts, n_outlets, n_independent)"
      " VALUES (:id, :title, :edtf, :first_day, :last_day, :rule, :edtf, :rule, :clue, :anchor_kind, :anchor, :action,"
      "  :status, :action, :status, :n_accounts, :n_outlets, :n_independent)"
      " ON CONFLICT (id) DO UPDATE SET title = excluded.title, edtf = excluded.edtf, first_day = excluded.first_day,"
      "  last_day = excluded.last_day, date_rule = excluded.date_rule, found_edtf = excluded.found_edtf,"
      "  found_rule = excluded.found_rule, date_clue = excluded.date_clue, anchor_kind = excluded.anchor_kind,"
      "  anchor_edtf = excluded.anchor_edtf, action = excluded.action, status = excluded.status,"
      "  found_action = excluded.found_action, found_status = excluded.found_status, by_user = 0,"
      "  n_accounts = excluded.n_accounts, n_outlets = excluded.n_outlets, n_independent = excluded.n_independent");

  rcp_stmt_bind_int (stmt, ":id", event->id);
  rcp_stmt_bind_text (stmt, ":title", event->title);
  rcp_stmt_bind_edtf (stmt, ":edtf", event->date);
  rcp_stmt_bind_days (stmt, event->date);
  rcp_stmt_bind_enum (stmt, ":rule", RCP_TYPE_DATE_RULE, event->date_rule);
  rcp_stmt_bind_text (stmt, ":clue", event->date_clue);
  rcp_stmt_bind_enum (stmt, ":anchor_kind", RCP_TYPE_DATE_ANCHOR, event->date_anchor_kind);
  rcp_stmt_bind_edtf (stmt, ":anchor", event->date_anchor);
  rcp_stmt_bind_enum (stmt, ":action", RCP_TYPE_ACTION, event->action);
  rcp_stmt_bind_enum (stmt, ":status", RCP_TYPE_STATUS, event->status);
  rcp_stmt_bind_int (stmt, ":n_accounts", event->n_accounts);
  rcp_stmt_bind_int (stmt, ":n_outlets", event->n_outlets);
  rcp_stmt_bind_int (stmt, ":n_independent", event->n_independent);
  return rcp_stmt_run_once (stmt, error);
}

static gboolean
drop_parts (RcpDb *db, gint64 id, GError **error)
{
  static const char *const deletions[] = {
    "DELETE FROM event_actor WHERE event_id = :event",
    "DELETE FROM event_account WHERE event_id = :event",
    "DELETE FROM discrepancy WHERE event_id = :event",
    "DELETE FROM discrepancy WHERE other_event_id = :event",
  };

  for (guint i = 0; i < G_N_ELEMENTS (deletions); i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, deletions[i]);

      rcp_stmt_bind_int (stmt, ":event", id);
      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_parts (RcpDb *db, const RcpNewEvent *event, GError **error)
{
  g_autoptr (RcpStmt) actor = rcp_db_prepare (db,
      "INSERT INTO event_actor (event_id, rank, actor_id) VALUES (:event, :rank, :actor)");
  g_autoptr (RcpStmt) account = rcp_db_prepare (db,
      "INSERT INTO event_account (account_id, event_id, copy_of) VALUES (:account, :event, :copy_of)"
      " ON CONFLICT DO UPDATE SET event_id = excluded.event_id, copy_of = excluded.copy_of");

  rcp_stmt_bind_int (actor, ":event", event->id);
  for (guint i = 0; i < event->n_actors; i++)
    {
      rcp_stmt_bind_int (actor, ":rank", i);
      rcp_stmt_bind_int (actor, ":actor", event->actor_ids[i]);
      rcp_stmt_run (actor);
    }
  rcp_stmt_bind_int (account, ":event", event->id);
  for (guint i = 0; i < event->n_accounts; i++)
    {
      rcp_stmt_bind_int (account, ":account", event->account_ids[i]);
      rcp_stmt_bind_id (account, ":copy_of", event->copy_of ? event->copy_of[i] : 0);
      rcp_stmt_run (account);
    }
  return rcp_stmt_finish (actor, error) && rcp_stmt_finish (account, error);
}

/** rcp_event_table_put: adds or replaces an event with its accounts, actors and discrepancies. */
gboolean
rcp_event_table_put (RcpDb *db, const RcpChangeEvent *change, GError **error)
{
  if (!put_row (db, &change->event, error) || !drop_parts (db, change->event.id, error) ||
      !put_parts (db, &change->event, error))
    return FALSE;
  for (guint i = 0; i < change->discrepancies->len; i++)
    if (!rcp_discrepancy_table_put (db, change->discrepancies->pdata[i], error))
      return FALSE;
  return TRUE;
}

/** rcp_event_table_set_outcome: @outcome_id 0: nothing is known to have come of it. */
gboolean
rcp_event_table_set_outcome (RcpDb *db, gint64 plan_id, gint64 outcome_id, GError **error)
{
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db, "DELETE FROM event_outcome WHERE plan_id = :plan");
  g_autoptr (RcpStmt) put = rcp_db_prepare (db,
      "INSERT INTO event_outcome (plan_id, outcome_id) SELECT :plan, id FROM event WHERE id = :outcome");

  rcp_stmt_bind_int (drop, ":plan", plan_id);
  if (!rcp_stmt_run_once (drop, error))
    return FALSE;
  rcp_stmt_bind_int (put, ":plan", plan_id);
  rcp_stmt_bind_int (put, ":outcome", outcome_id);
  return rcp_stmt_run_once (put, error);
}

/** rcp_event_table_find_outcome: @plan_ids (out) (transfer full): the plans that came about in it; @outcome_id (out): what came
 * of it; 0 for nothing that is known. */
gboolean
rcp_event_table_find_outcome (RcpDb *db, gint64 event_id, GArray **plan_ids, gint64 *outcome_id, GError **error)
{
  g_autoptr (RcpStmt) outcome = rcp_db_prepare (db, "SELECT outcome_id FROM event_outcome WHERE plan_id = :event");
  g_autoptr (RcpStmt) plans = rcp_db_prepare (db,
      "SELECT plan_id FROM event_outcome JOIN event ON event.id = plan_id WHERE outcome_id = :event"
      " ORDER BY first_day, plan_id");

  rcp_stmt_bind_int (outcome, ":event", event_id);
  *outcome_id = rcp_stmt_row (outcome) ? rcp_stmt_int (outcome, 0) : 0;
  if (!rcp_stmt_finish (outcome, error))
    return FALSE;
  rcp_stmt_bind_int (plans, ":event", event_id);
  *plan_ids = rcp_query_ids (plans, error);
  return *plan_ids != NULL;
}

gboolean
rcp_event_table_remove (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "DELETE FROM event WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_event_table_refresh: counts the accounts of these events again and drops those that have none left. */
gboolean
rcp_event_table_refresh (RcpDb *db, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) drop = rcp_db_prepare (db,
      "DELETE FROM event WHERE id = :id AND NOT EXISTS (SELECT 1 FROM event_account WHERE event_id = :id)");
  g_autoptr (RcpStmt) count = rcp_db_prepare (db,
      "UPDATE event SET n_accounts = (SELECT count (*) FROM event_account WHERE event_id = :id) WHERE id = :id");
  g_autoptr (RcpStmt) moot = rcp_db_prepare (db,
      "DELETE FROM discrepancy WHERE event_id = :id AND (SELECT count (*) FROM discrepancy_value"
      "  WHERE discrepancy_id = discrepancy.id) < 2");
  g_autoptr (RcpStmt) parted = rcp_db_prepare (db,
      "DELETE FROM discrepancy WHERE other_event_id = :id AND (SELECT count (DISTINCT event_account.event_id)"
      "  FROM discrepancy_value JOIN event_account USING (account_id) WHERE discrepancy_id = discrepancy.id) < 2");

  for (guint i = 0; i < n; i++)
    {
      rcp_stmt_bind_int (drop, ":id", ids[i]);
      rcp_stmt_bind_int (count, ":id", ids[i]);
      rcp_stmt_bind_int (moot, ":id", ids[i]);
      rcp_stmt_run (drop);
      rcp_stmt_run (count);
      rcp_stmt_run (moot);
      rcp_stmt_bind_int (parted, ":id", ids[i]);
      rcp_stmt_run (parted);
    }
  return rcp_stmt_finish (drop, error) && rcp_stmt_finish (count, error) && rcp_stmt_finish (moot, error)
         && rcp_stmt_finish (parted, error);
}

/** rcp_event_table_set_date: shows the user's date, or the engine's again for NULL. */
gboolean
rcp_event_table_set_date (RcpDb *db, gint64 id, const RcpEdtf *date, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE event SET edtf = :edtf, first_day = :first_day, last_day = :last_day,"
      "  date_rule = iif (:user, 'user', found_rule) WHERE id = :id");
  g_autoptr (RcpEdtf) found = NULL;

  if (!date)
    {
      g_autoptr (RcpStmt) look = rcp_db_prepare (db, "SELECT found_edtf FROM event WHERE id = :id");

      rcp_stmt_bind_int (look, ":id", id);
      if (rcp_stmt_row (look))
        found = rcp_stmt_edtf (look, 0);
      if (!rcp_stmt_finish (look, error))
        return FALSE;
    }
  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_int (stmt, ":user", date != NULL);
  rcp_stmt_bind_edtf (stmt, ":edtf", date ? date : found);
  rcp_stmt_bind_days (stmt, date ? date : found);
  return rcp_stmt_run_once (stmt, error);
}

/* Reading. ------------------------------------------------------------------------------------------------------------ */

GArray *
rcp_event_table_list_touched (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT DISTINCT event_id FROM account JOIN event_account ON account_id = account.id"
      " WHERE article_id IN (SELECT value FROM json_each (:ids)) ORDER BY event_id");

  rcp_stmt_bind_ids (stmt, ":ids", article_ids, n);
  return rcp_query_ids (stmt, error);
}

/** rcp_event_table_list_of_accounts: the events that these accounts are in, by id. */
GArray *
rcp_event_table_list_of_accounts (RcpDb *db, const gint64 *account_ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT DISTINCT event_id FROM event_account WHERE account_id IN (SELECT value FROM json_each (:ids)) ORDER BY 1");

  rcp_stmt_bind_ids (stmt, ":ids", account_ids, n);
  return rcp_query_ids (stmt, error);
}

#define COLUMNS \
  "SELECT id, title, edtf, date_rule, date_clue, anchor_kind, anchor_edtf, action, status, n_accounts, n_outlets," \
  "  n_independent, (SELECT count (*) FROM discrepancy WHERE event_id = event.id AND settled = 0)" \
  "  + (SELECT count (*) FROM discrepancy WHERE other_event_id = event.id AND settled = 0)," \
  "  (SELECT count (*) FROM note_place JOIN note ON note.id = note_id WHERE event_id = event.id" \
  "   AND note.removed_us IS NULL), by_user FROM event"

static RcpEvent *
read_row (RcpStmt *stmt, const GArray *actor_ids)
{
  g_autoptr (RcpEdtf) date = rcp_stmt_edtf (stmt, 2);
  g_autoptr (RcpEdtf) anchor = rcp_stmt_edtf (stmt, 6);
  g_autoptr (GBytes) actors = g_bytes_new (actor_ids->data, actor_ids->len * sizeof (gint64));

  return g_object_new (RCP_TYPE_EVENT, "id", rcp_stmt_int (stmt, 0), "title", rcp_stmt_text (stmt, 1), "date", date,
                       "date-rule", rcp_stmt_enum (stmt, 3, RCP_TYPE_DATE_RULE), "date-clue", rcp_stmt_text (stmt, 4),
                       "date-anchor-kind", rcp_stmt_enum (stmt, 5, RCP_TYPE_DATE_ANCHOR), "date-anchor", anchor,
                       "action", rcp_stmt_enum (stmt, 7, RCP_TYPE_ACTION), "status",
                       rcp_stmt_enum (stmt, 8, RCP_TYPE_STATUS), "n-accounts", (guint)rcp_stmt_int (stmt, 9),
                       "n-outlets", (guint)rcp_stmt_int (stmt, 10), "n-independent", (guint)rcp_stmt_int (stmt, 11),
                       "n-discrepancies", (guint)rcp_stmt_int (stmt, 12), "n-notes", (guint)rcp_stmt_int (stmt, 13),
                       "by-user", (guint)rcp_stmt_int (stmt, 14), "actor-ids", actors, NULL);
}

/** Reads two questions side by side, both in the order of event numbers: asking anew for each event costs four times. */
static GPtrArray *
read_rows (RcpStmt *events, RcpStmt *actors, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) actor_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean more = rcp_stmt_row (actors);

  while (rcp_stmt_row (events))
    {
      gint64 id = rcp_stmt_int (events, 0);

      g_array_set_size (actor_ids, 0);
      while (more && rcp_stmt_int (actors, 0) < id)
        more = rcp_stmt_row (actors);
      for (; more && rcp_stmt_int (actors, 0) == id; more = rcp_stmt_row (actors))
        {
          gint64 actor = rcp_stmt_int (actors, 1);

          g_array_append_val (actor_ids, actor);
        }
      g_ptr_array_add (list, read_row (events, actor_ids));
    }
  if (!rcp_stmt_finish (events, error) || !rcp_stmt_finish (actors, error))
    return NULL;
  return g_steal_pointer (&list);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  RcpEvent *x = *(RcpEvent *const *)a, *y = *(RcpEvent *const *)b;
  int order = rcp_edtf_compare (rcp_event_get_date (x), rcp_event_get_date (y));
  gint64 id_x = rcp_event_get_id (x), id_y = rcp_event_get_id (y);

  return order ? order : (id_x > id_y) - (id_x < id_y);
}

/** rcp_event_table_list: (transfer full): of RcpEvent, by date; of a dossier those that one of its articles tells. */
GListModel *
rcp_event_table_list (RcpDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) actors = rcp_db_prepare (db, "SELECT event_id, actor_id FROM event_actor ORDER BY event_id, rank");
  g_autoptr (RcpStmt) events = dossier_id
      ? rcp_db_prepare (db, COLUMNS " WHERE id IN (SELECT event_id FROM dossier_article JOIN account"
                                    "   ON account.article_id = dossier_article.article_id"
                                    "  JOIN event_account ON account_id = account.id"
                                    "  WHERE dossier_id = :dossier AND excluded = 0) ORDER BY id")
      : rcp_db_prepare (db, COLUMNS " ORDER BY id");
  GPtrArray *list;

  if (dossier_id)
    rcp_stmt_bind_int (events, ":dossier", dossier_id);
  list = read_rows (events, actors, error);
  if (!list)
    return NULL;
  g_ptr_array_sort (list, compare_events);
  return rcp_query_take_list (list, RCP_TYPE_EVENT);
}

/** rcp_event_table_load: (transfer full): of RcpEvent, in the order of @ids. */
GPtrArray *
rcp_event_table_load (RcpDb *db, const gint64 *ids, guint n, GError **error)
{
  g_autoptr (RcpStmt) events = rcp_db_prepare (db,
      COLUMNS " WHERE id IN (SELECT value FROM json_each (:ids)) ORDER BY id");
  g_autoptr (RcpStmt) actors = rcp_db_prepare (db,
      "SELECT event_id, actor_id FROM event_actor WHERE event_id IN (SELECT value FROM json_each (:ids))"
      " ORDER BY event_id, rank");
  g_autoptr (GPtrArray) list = NULL;

  rcp_stmt_bind_ids (events, ":ids", ids, n);
  rcp_stmt_bind_ids (actors, ":ids", ids, n);
  list = read_rows (events, actors, error);
  return list ? rcp_query_in_order (list, ids, n) : NULL;
}
