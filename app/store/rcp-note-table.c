#include "config.h"

#include "rcp-note-table.h"

#include "rcp-actor-table.h"
#include "rcp-article-query.h"
#include "rcp-enum-types.h"
#include "rcp-error.h"

typedef struct
{
  gint64 article_id;
  gint64 start;
  gint64 end;
  char *actor_key;
} Anchor;

static void
anchor_clear (Anchor *self)
{
  g_free (self->actor_key);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Anchor, anchor_clear)

static gboolean
no_such (RcpStmt *stmt, const char *what, gint64 id, GError **error)
{
  if (rcp_stmt_finish (stmt, error))
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "no %s %" G_GINT64_FORMAT, what, id);
  return FALSE;
}

/** What outlasts a new analysis: for an event the sentence of its first account, for an actor its key. */
static gboolean
find_anchor (RcpDb *db, RcpNote *note, Anchor *anchor, GError **error)
{
  anchor->article_id = rcp_note_get_article_id (note);
  anchor->start = rcp_note_get_start (note);
  anchor->end = rcp_note_get_end (note);
  if (rcp_note_get_target (note) == RCP_NOTE_EVENT)
    {
      /* The caller's own choice of account holds as long as it is one of the event's. */
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
          "SELECT article_id, start_offset, end_offset FROM event_account JOIN account ON account.id = account_id"
          " WHERE event_id = :event ORDER BY NOT (article_id = :article AND start_offset < :end AND end_offset > :start),"
          "  account_id LIMIT 1");

      rcp_stmt_bind_int (stmt, ":event", rcp_note_get_event_id (note));
      rcp_stmt_bind_int (stmt, ":article", anchor->article_id);
      rcp_stmt_bind_int (stmt, ":start", anchor->start);
      rcp_stmt_bind_int (stmt, ":end", anchor->end);
      if (!rcp_stmt_row (stmt))
        return no_such (stmt, "event", rcp_note_get_event_id (note), error);
      anchor->article_id = rcp_stmt_int (stmt, 0);
      anchor->start = rcp_stmt_int (stmt, 1);
      anchor->end = rcp_stmt_int (stmt, 2);
    }
  else if (rcp_note_get_target (note) == RCP_NOTE_ACTOR)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "SELECT key FROM actor WHERE id = :id");

      rcp_stmt_bind_int (stmt, ":id", rcp_note_get_actor_id (note));
      if (!rcp_stmt_row (stmt))
        return no_such (stmt, "actor", rcp_note_get_actor_id (note), error);
      anchor->actor_key = rcp_stmt_dup (stmt, 0);
      anchor->article_id = 0;
    }
  return TRUE;
}

/** rcp_note_table_save: a note without a number is new and gets one; of any other, what it says is changed. */
gboolean
rcp_note_table_save (RcpDb *db, RcpNote *note, gint64 *id, GError **error)
{
  g_autoptr (RcpStmt) insert = rcp_db_prepare (db,
      "INSERT INTO note (target, article_id, start_offset, end_offset, quote, prefix, suffix, actor_key, body,"
      "  created_us, modified_us) VALUES (:target, :article, :start, :end, :quote, :prefix, :suffix, :actor, :body,"
      "  :created, :modified)");
  g_autoptr (RcpStmt) update = rcp_db_prepare (db,
      "UPDATE note SET body = :body, modified_us = :modified WHERE id = :id");
  g_auto (Anchor) anchor = { 0 };
  const char *body = rcp_note_get_body (note) ? rcp_note_get_body (note) : "";

  if (rcp_note_get_id (note))
    {
      rcp_stmt_bind_int (update, ":id", rcp_note_get_id (note));
      rcp_stmt_bind_text (update, ":body", body);
      rcp_stmt_bind_int (update, ":modified", rcp_note_get_modified_us (note));
      *id = rcp_note_get_id (note);
      if (!rcp_stmt_run_once (update, error))
        return FALSE;
      return sqlite3_changes (rcp_db_get_handle (db)) ? TRUE : no_such (update, "note", *id, error);
    }

  if (!find_anchor (db, note, &anchor, error))
    return FALSE;
  rcp_stmt_bind_enum (insert, ":target", RCP_TYPE_NOTE_TARGET, rcp_note_get_target (note));
  rcp_stmt_bind_id (insert, ":article", anchor.article_id);
  rcp_stmt_bind_int (insert, ":start", anchor.start);
  rcp_stmt_bind_int (insert, ":end", anchor.end);
  rcp_stmt_bind_text (insert, ":quote", rcp_note_get_quote (note));
  rcp_stmt_bind_text (insert, ":prefix", rcp_note_get_prefix (note));
  rcp_stmt_bind_text (insert, ":suffix", rcp_note_get_suffix (note));
  rcp_stmt_bind_text (insert, ":actor", anchor.actor_key);
  rcp_stmt_bind_text (insert, ":body", body);
  rcp_stmt_bind_int (insert, ":created", rcp_note_get_created_us (note));
  rcp_stmt_bind_int (insert, ":modified", rcp_note_get_modified_us (note));
  if (!rcp_stmt_run_once (insert, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return rcp_note_table_place (db, error);
}

/** rcp_note_table_set_removed: hides a note from every list, or shows it again for 0. */
gboolean
rcp_note_table_set_removed (RcpDb *db, gint64 id, gint64 removed_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "UPDATE note SET removed_us = :removed WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_id (stmt, ":removed", removed_us);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  return sqlite3_changes (rcp_db_get_handle (db)) ? TRUE : no_such (stmt, "note", id, error);
}

gboolean
rcp_note_table_purge (RcpDb *db, gint64 removed_before_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, "DELETE FROM note WHERE removed_us < :before");

  rcp_stmt_bind_int (stmt, ":before", removed_before_us);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_note_table_move_anchors: before an article goes, its notes on events move to another account of theirs. */
gboolean
rcp_note_table_move_anchors (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE note SET (article_id, start_offset, end_offset) = (other.article_id, other.start, other.end) FROM"
      " (SELECT note_id, account.article_id, account.start_offset AS start, account.end_offset AS end,"
      "   row_number () OVER (PARTITION BY note_id ORDER BY account.id) AS place"
      "  FROM note_place JOIN note ON note.id = note_id JOIN event_account ON event_account.event_id = note_place.event_id"
      "  JOIN account ON account.id = account_id"
      "  WHERE note.article_id = :article AND account.article_id <> :article) AS other"
      " WHERE note.id = other.note_id AND other.place = 1 AND note.target = 'event'");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  return rcp_stmt_run_once (stmt, error);
}

/** rcp_note_table_place: finds again which event and which actor each note is on; to be done after they change. */
gboolean
rcp_note_table_place (RcpDb *db, GError **error)
{
  static const char *const steps[] = {
    "INSERT INTO note_place (note_id, event_id)"
    /* The order of an inner question cannot look outside it, hence the third level. */
    " SELECT note.id, (SELECT event_id FROM (SELECT event_id, account.id AS account, min (account.end_offset,"
    "    note.end_offset) - max (account.start_offset, note.start_offset) AS overlap"
    "   FROM account JOIN event_account ON account_id = account.id WHERE account.article_id = note.article_id"
    "    AND account.start_offset < note.end_offset AND account.end_offset > note.start_offset)"
    "  ORDER BY overlap DESC, account LIMIT 1) FROM note WHERE target = 'event'"
    " ON CONFLICT DO UPDATE SET event_id = excluded.event_id",
    "INSERT INTO note_place (note_id, actor_id)"
    " SELECT note.id, " RCP_ACTOR_TABLE_SHOWN ("actor_key") " FROM note WHERE target = 'actor'"
    " ON CONFLICT DO UPDATE SET actor_id = excluded.actor_id",
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, steps[i]);

      if (!rcp_stmt_run_once (stmt, error))
        return FALSE;
    }
  return TRUE;
}

/* Reading. ------------------------------------------------------------------------------------------------------------ */

#define SHOWN \
  "SELECT note.id, target, coalesce (note.article_id, 0), coalesce (event_id, 0), coalesce (actor_id, 0), start_offset," \
  "  end_offset, quote, prefix, suffix, body, created_us, modified_us" \
  " FROM note LEFT JOIN note_place ON note_id = note.id LEFT JOIN article ON article.id = note.article_id" \
  " WHERE note.removed_us IS NULL AND article.removed_us IS NULL AND "

static RcpNote *
read_row (RcpStmt *stmt)
{
  return g_object_new (RCP_TYPE_NOTE, "id", rcp_stmt_int (stmt, 0), "target",
                       rcp_stmt_enum (stmt, 1, RCP_TYPE_NOTE_TARGET), "article-id", rcp_stmt_int (stmt, 2), "event-id",
                       rcp_stmt_int (stmt, 3), "actor-id", rcp_stmt_int (stmt, 4), "start",
                       (guint)rcp_stmt_int (stmt, 5), "end", (guint)rcp_stmt_int (stmt, 6), "quote",
                       rcp_stmt_text (stmt, 7), "prefix", rcp_stmt_text (stmt, 8), "suffix", rcp_stmt_text (stmt, 9),
                       "body", rcp_stmt_text (stmt, 10), "created-us", rcp_stmt_int (stmt, 11), "modified-us",
                       rcp_stmt_int (stmt, 12), NULL);
}

static GListModel *
read_rows (RcpStmt *stmt, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  while (rcp_stmt_row (stmt))
    g_ptr_array_add (notes, read_row (stmt));
  return rcp_stmt_finish (stmt, error) ? rcp_query_take_list (g_steal_pointer (&notes), RCP_TYPE_NOTE) : NULL;
}

/** rcp_note_table_list: of a dossier, notes anchored in its articles and on actors that these name. */
GListModel *
rcp_note_table_list (RcpDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      SHOWN "(:dossier = 0 OR note.article_id IN"
            "  (SELECT article_id FROM dossier_article WHERE dossier_id = :dossier AND excluded = 0)"
            " OR actor_id IN (SELECT mention.actor_id FROM dossier_article JOIN mention USING (article_id)"
            "  WHERE dossier_id = :dossier AND excluded = 0)) ORDER BY modified_us DESC, note.id DESC");

  rcp_stmt_bind_int (stmt, ":dossier", dossier_id);
  return read_rows (stmt, error);
}

GListModel *
rcp_note_table_list_of_article (RcpDb *db, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      SHOWN "note.article_id = :article ORDER BY start_offset, end_offset, note.id");

  rcp_stmt_bind_int (stmt, ":article", article_id);
  return read_rows (stmt, error);
}

GListModel *
rcp_note_table_list_of_event (RcpDb *db, gint64 event_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, SHOWN "event_id = :event ORDER BY created_us, note.id");

  rcp_stmt_bind_int (stmt, ":event", event_id);
  return read_rows (stmt, error);
}

GListModel *
rcp_note_table_list_of_actor (RcpDb *db, gint64 actor_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      SHOWN "target = 'actor' AND actor_id = :actor ORDER BY created_us, note.id");

  rcp_stmt_bind_int (stmt, ":actor", actor_id);
  return read_rows (stmt, error);
}

/** rcp_note_table_load: (transfer full): %RCP_STORE_ERROR_NOT_FOUND for one that was removed. */
RcpNote *
rcp_note_table_load (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, SHOWN "note.id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  if (rcp_stmt_row (stmt))
    return read_row (stmt);
  no_such (stmt, "note", id, error);
  return NULL;
}
