#include "config.h"

#include "rcp-event-correction.h"

#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-correction-table.h"
#include "rcp-discrepancy-table.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"
#include "rcp-event-layer.h"

/* What the user says of an event is anchored to the sentences of its accounts, one row each, so that it outlasts every new
 * analysis and holds for articles that come later: what the accounts have become decides. The rows of one decision carry
 * the number of the first. */

static gboolean
not_found (const char *what, gint64 id, GError **error)
{
  g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no %s %" G_GINT64_FORMAT, what, id);
  return FALSE;
}

/* Making. ------------------------------------------------------------------------------------------------------------- */

/* Writes one row for each account that @accounts gives: article, start, end and what tells it from others there. */
static gboolean
anchor (RcpDb *db, RcpStmt *accounts, RcpCorrectionRow *row, guint *n, gint64 *first, GError **error)
{
  while (rcp_stmt_row (accounts))
    {
      g_autofree char *told = rcp_stmt_dup (accounts, 3);

      row->article_id = rcp_stmt_int (accounts, 0);
      row->start = rcp_stmt_int (accounts, 1);
      row->end = rcp_stmt_int (accounts, 2);
      row->told = told;
      ++*n;
      if (!rcp_correction_table_add (db, row, first, error))
        return FALSE;
    }
  return rcp_stmt_finish (accounts, error);
}

#define ANCHORS \
  "SELECT account.article_id, account.start_offset, account.end_offset, " RCP_EVENT_CORRECTION_TOLD ("account") \
  " FROM account"

/* @but (nullable): accounts of the event that are left out. */
static gboolean
anchor_event (RcpDb *db, gint64 event_id, const GArray *but, RcpCorrectionRow *row, gint64 *first, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      ANCHORS " JOIN event_account ON account_id = account.id WHERE event_id = :event"
              "  AND account.id NOT IN (SELECT value FROM json_each (:but)) ORDER BY account.id");
  guint n = 0;

  rcp_stmt_bind_int (stmt, ":event", event_id);
  rcp_stmt_bind_ids (stmt, ":but", but ? (const gint64 *)(gpointer)but->data : NULL, but ? but->len : 0);
  if (!anchor (db, stmt, row, &n, first, error))
    return FALSE;
  return n > 0 || not_found ("event", event_id, error);
}

static gboolean
anchor_accounts (RcpDb *db, const gint64 *ids, guint n_ids, RcpCorrectionRow *row, gint64 *first, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      ANCHORS " WHERE account.id IN (SELECT value FROM json_each (:ids)) ORDER BY account.id");
  guint n = 0;

  rcp_stmt_bind_ids (stmt, ":ids", ids, n_ids);
  if (!anchor (db, stmt, row, &n, first, error))
    return FALSE;
  return n > 0 || not_found ("account", n_ids > 0 ? ids[0] : 0, error);
}

/* A difference is told by its kind and the places of its values. */
static gboolean
anchor_values (RcpDb *db, gint64 discrepancy_id, RcpCorrectionRow *row, gint64 *first, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT account.article_id, value.start_offset, value.end_offset, NULL FROM discrepancy_value AS value"
      " JOIN account ON account.id = account_id WHERE discrepancy_id = :id ORDER BY ordinal");
  guint n = 0;

  rcp_stmt_bind_int (stmt, ":id", discrepancy_id);
  if (!anchor (db, stmt, row, &n, first, error))
    return FALSE;
  return n > 0 || not_found ("discrepancy", discrepancy_id, error);
}

/* The first column of a question about one row, or an error that there is no such row. */
static gboolean
look_up (RcpStmt *question, gint64 id, const char *what, char **text, GError **error)
{
  g_autoptr (RcpStmt) stmt = question;

  rcp_stmt_bind_int (stmt, ":id", id);
  if (rcp_stmt_row (stmt))
    {
      *text = rcp_stmt_dup (stmt, 0);
      return rcp_stmt_finish (stmt, error);
    }
  return rcp_stmt_finish (stmt, error) && not_found (what, id, error);
}

static gboolean
find_title (RcpDb *db, gint64 event_id, char **title, GError **error)
{
  return look_up (rcp_db_prepare (db, "SELECT title FROM event WHERE id = :id"), event_id, "event", title, error);
}

#define TELLER \
  "SELECT coalesce (outlet.name, label) FROM account JOIN article ON article.id = article_id" \
  " JOIN outlet ON outlet.id = outlet_id WHERE account.id = :id"

static gboolean
find_account (RcpDb *db, gint64 id, char **title, char **outlet, GError **error)
{
  return look_up (rcp_db_prepare (db,
      "SELECT coalesce (event.title, account.title, '') FROM account LEFT JOIN event_account ON account_id = account.id"
      " LEFT JOIN event ON event.id = event_id WHERE account.id = :id"), id, "account", title, error) &&
         look_up (rcp_db_prepare (db, TELLER), id, "account", outlet, error);
}

static gboolean
make_join (RcpDb *db, const RcpEventDecision *decision, gint64 *first, GError **error)
{
  g_autofree char *title = NULL, *into = NULL;
  RcpCorrectionRow row = { .kind = decision->kind };

  if (!find_title (db, decision->id, &title, error) || !find_title (db, decision->other_id, &into, error))
    return FALSE;
  if (decision->id == decision->other_id)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS, "event %" G_GINT64_FORMAT " is one event", decision->id);
      return FALSE;
    }
  row.subject_name = title;
  row.value_name = into;
  row.value = "a";
  if (!anchor_event (db, decision->id, NULL, &row, first, error))
    return FALSE;
  row.value = "b";
  return anchor_event (db, decision->other_id, NULL, &row, first, error);
}

static gboolean
make_cut (RcpDb *db, const RcpEventDecision *decision, gint64 *first, GError **error)
{
  g_autoptr (RcpStmt) events = rcp_db_prepare (db,
      "SELECT DISTINCT event_id FROM event_account WHERE account_id IN (SELECT value FROM json_each (:ids))");
  g_autoptr (RcpStmt) left = rcp_db_prepare (db,
      "SELECT count (*) FROM event_account WHERE event_id = :event"
      " AND account_id NOT IN (SELECT value FROM json_each (:ids))");
  g_autoptr (GArray) of = NULL;
  g_autofree char *title = NULL, *outlet = NULL;
  RcpCorrectionRow row = { .kind = decision->kind, .value = "a" };
  gint64 event_id, n_left = 0;

  rcp_stmt_bind_ids (events, ":ids", (const gint64 *)(gpointer)decision->ids->data, decision->ids->len);
  of = rcp_query_ids (events, error);
  if (!of)
    return FALSE;
  if (of->len != 1)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "accounts of %u events, not of one", of->len);
      return FALSE;
    }
  event_id = g_array_index (of, gint64, 0);
  rcp_stmt_bind_int (left, ":event", event_id);
  rcp_stmt_bind_ids (left, ":ids", (const gint64 *)(gpointer)decision->ids->data, decision->ids->len);
  if (rcp_stmt_row (left))
    n_left = rcp_stmt_int (left, 0);
  if (!rcp_stmt_finish (left, error))
    return FALSE;
  if (n_left == 0)
    {
      g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_EXISTS, "nothing would be left of event %" G_GINT64_FORMAT,
                   event_id);
      return FALSE;
    }
  if (!find_title (db, event_id, &title, error)
      || !look_up (rcp_db_prepare (db, TELLER), g_array_index (decision->ids, gint64, 0), "account", &outlet, error))
    return FALSE;
  row.subject_name = title;
  row.value_name = outlet;
  if (!anchor_accounts (db, (const gint64 *)(gpointer)decision->ids->data, decision->ids->len, &row, first, error))
    return FALSE;
  row.value = "b";
  return anchor_event (db, event_id, decision->ids, &row, first, error);
}

/* What a decision of any other kind is about, in words and keys. */
typedef struct
{
  char *subject;
  char *subject_name;
  char *value_name;
} Terms;

static void
terms_clear (Terms *self)
{
  g_free (self->subject);
  g_free (self->subject_name);
  g_free (self->value_name);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Terms, terms_clear)

static gboolean
put_in_terms (RcpDb *db, const RcpEventDecision *decision, Terms *terms, GError **error)
{
  switch (decision->kind)
    {
    case RCP_CORRECTION_EVENT_ACTOR:
      if (!find_title (db, decision->id, &terms->subject_name, error))
        return FALSE;
      if (decision->other_id == 0)
        return TRUE;
      return rcp_actor_table_find_key (db, decision->other_id, &terms->subject, error) &&
             look_up (rcp_db_prepare (db, "SELECT name FROM actor WHERE id = :id"), decision->other_id, "actor",
                      &terms->value_name, error);
    case RCP_CORRECTION_ATTRIBUTION:
    case RCP_CORRECTION_CREDIBILITY:
      return find_account (db, decision->id, &terms->subject_name, &terms->value_name, error);
    case RCP_CORRECTION_RELIABILITY:
      return look_up (rcp_db_prepare (db, "SELECT key FROM outlet WHERE id = :id"), decision->id, "outlet",
                      &terms->subject, error) &&
             look_up (rcp_db_prepare (db, "SELECT coalesce (name, label) FROM outlet WHERE id = :id"), decision->id,
                      "outlet", &terms->subject_name, error);
    case RCP_CORRECTION_SETTLE:
      return look_up (rcp_db_prepare (db, "SELECT kind FROM discrepancy WHERE id = :id"), decision->id, "discrepancy",
                      &terms->subject, error) &&
             look_up (rcp_db_prepare (db,
      "SELECT event.title FROM discrepancy JOIN event ON event.id = event_id WHERE discrepancy.id = :id"), decision->id,
                      "discrepancy", &terms->subject_name, error);
    default:
      return find_title (db, decision->id, &terms->subject_name, error);
    }
}

static gboolean
make_row (RcpDb *db, const RcpEventDecision *decision, const Terms *terms, gint64 *first, GError **error)
{
  RcpCorrectionRow row = { .kind = decision->kind, .subject = terms->subject, .value = decision->value,
                           .subject_name = terms->subject_name, .value_name = terms->value_name };

  switch (decision->kind)
    {
    case RCP_CORRECTION_ATTRIBUTION:
    case RCP_CORRECTION_CREDIBILITY:
      return anchor_accounts (db, &decision->id, 1, &row, first, error);
    case RCP_CORRECTION_RELIABILITY:
      return rcp_correction_table_add (db, &row, first, error);
    case RCP_CORRECTION_SETTLE:
      return anchor_values (db, decision->id, &row, first, error);
    default:
      return anchor_event (db, decision->id, NULL, &row, first, error);
    }
}

/* Giving back to the engine. ------------------------------------------------------------------------------------------ */

/* The decisions of @decision's kind that hold for what it is about. */
static GArray *
list_like (RcpDb *db, const RcpEventDecision *decision, const Terms *terms, GError **error)
{
  g_autoptr (GPtrArray) anchors = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (decision->kind == RCP_CORRECTION_RELIABILITY)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
          "SELECT id FROM correction WHERE kind = 'reliability' AND subject IN (SELECT key FROM outlet"
          "  WHERE coalesce (same_as, id) = (SELECT coalesce (same_as, id) FROM outlet WHERE id = :id)) ORDER BY id");

      rcp_stmt_bind_int (stmt, ":id", decision->id);
      return rcp_query_ids (stmt, error);
    }
  if (decision->kind == RCP_CORRECTION_SETTLE)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
          "SELECT DISTINCT coalesce (part_of, correction.id) FROM correction JOIN discrepancy ON discrepancy.id = :id"
          " WHERE correction.kind = 'settle'"
          "  AND coalesce (part_of, correction.id) IN (" RCP_DISCREPANCY_DECISIONS ("discrepancy") ") ORDER BY 1");

      rcp_stmt_bind_int (stmt, ":id", decision->id);
      return rcp_query_ids (stmt, error);
    }
  anchors = rcp_event_layer_list_anchors (db, error);
  if (!anchors)
    return NULL;
  for (guint i = 0, end; i < anchors->len; i = end)
    {
      const RcpEventAnchor *one = anchors->pdata[i];
      gint64 id;

      end = rcp_event_layer_find_end (anchors, i);
      if (one->kind != decision->kind
          || (one->kind == RCP_CORRECTION_EVENT_ACTOR && terms->subject && g_strcmp0 (one->subject, terms->subject) != 0))
        continue;
      id = one->kind == RCP_CORRECTION_ATTRIBUTION || one->kind == RCP_CORRECTION_CREDIBILITY
               ? one->account_id
               : rcp_event_layer_find_event (anchors, i, end);
      if (id == decision->id)
        g_array_append_val (ids, one->decision);
    }
  return g_steal_pointer (&ids);
}

/**
 * rcp_event_correction_make:
 * @db: the writing connection, in a transaction
 * @decision: what the user says; without a value, that the engine is right
 * @id: (out): the correction; 0 where none was made
 * @dropped: (out) (transfer full): of gint64: those that were taken back, where the engine is said to be right
 * @error: return location; %RCP_STORE_ERROR_NOT_FOUND for a row that is not there, %RCP_STORE_ERROR_EXISTS where two events
 *   are one already and where nothing would be left of one
 *
 * Keeps a correction of an event, an account, an outlet or a difference, and shows it. Accounts are joined and cut by the
 * next joining.
 */
gboolean
rcp_event_correction_make (RcpDb *db, const RcpEventDecision *decision, gint64 *id, GArray **dropped, GError **error)
{
  g_auto (Terms) terms = { 0 };
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first = 0;

  if (decision->kind == RCP_CORRECTION_JOIN || decision->kind == RCP_CORRECTION_CUT)
    {
      if (!(decision->kind == RCP_CORRECTION_JOIN ? make_join : make_cut) (db, decision, &first, error))
        return FALSE;
    }
  else if (!put_in_terms (db, decision, &terms, error))
    return FALSE;
  else if (decision->value)
    {
      if (!make_row (db, decision, &terms, &first, error))
        return FALSE;
    }
  else
    {
      g_clear_pointer (&gone, g_array_unref);
      gone = list_like (db, decision, &terms, error);
      if (!gone || !rcp_correction_table_move (db, gone, FALSE, error))
        return FALSE;
    }
  *id = first;
  *dropped = g_steal_pointer (&gone);
  return rcp_event_layer_lay (db, error);
}
