#include "config.h"

#include "rcp-entry-table.h"

#include "rcp-enum-types.h"
#include "rcp-error.h"

/* What the sources have brought, one row an item. */

RcpStoredEntry *
rcp_stored_entry_new (void)
{
  return g_new0 (RcpStoredEntry, 1);
}

void
rcp_stored_entry_free (RcpStoredEntry *self)
{
  g_free (self->key);
  g_free (self->content_hash);
  g_free (self->uri);
  g_free (self->title);
  g_free (self->content_type);
  g_clear_pointer (&self->payload, g_bytes_unref);
  g_free (self);
}

RcpSourceCheck *
rcp_source_check_new (gint64 source_id)
{
  RcpSourceCheck *self = g_new0 (RcpSourceCheck, 1);

  self->source_id = source_id;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_stored_entry_free);
  return self;
}

void
rcp_source_check_free (RcpSourceCheck *self)
{
  g_free (self->title);
  g_free (self->moved_to);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->validated_uri);
  g_free (self->failure);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static void
bind_content (RcpStmt *stmt, const RcpStoredEntry *entry, gint64 now_us)
{
  rcp_stmt_bind_text (stmt, ":hash", entry->content_hash);
  rcp_stmt_bind_text (stmt, ":uri", entry->uri);
  rcp_stmt_bind_text (stmt, ":title", entry->title);
  rcp_stmt_bind_int (stmt, ":published", entry->published_us);
  rcp_stmt_bind_text (stmt, ":type", entry->content_type);
  if (entry->payload != NULL)
    rcp_stmt_bind_blob (stmt, ":payload", g_bytes_get_data (entry->payload, NULL), g_bytes_get_size (entry->payload));
  rcp_stmt_bind_int (stmt, ":summary", entry->is_summary != FALSE);
  rcp_stmt_bind_int (stmt, ":now", now_us);
  rcp_stmt_bind_enum (stmt, ":waiting", RCP_TYPE_ENTRY_STATE, RCP_ENTRY_WAITING);
}

static gboolean
insert (RcpDb *db, RcpStoredEntry *entry, gint64 now_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT INTO entry (source_id, key, content_hash, uri, title, published_us, content_type, payload, summary,"
      "  first_seen_us, last_seen_us, state) VALUES (:source, :key, :hash, :uri, :title, :published, :type, :payload,"
      "  :summary, :now, :now, :waiting)");

  rcp_stmt_bind_int (stmt, ":source", entry->source_id);
  rcp_stmt_bind_text (stmt, ":key", entry->key);
  bind_content (stmt, entry, now_us);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  entry->id = sqlite3_last_insert_rowid (rcp_db_get_handle (db));
  return TRUE;
}

static gboolean
replace (RcpDb *db, const RcpStoredEntry *entry, gint64 now_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE entry SET content_hash = :hash, uri = :uri, title = :title, published_us = :published,"
      "  content_type = :type, payload = :payload, summary = :summary, last_seen_us = :now, state = :waiting,"
      "  failure = NULL, attempts = 0, retry_us = 0 WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", entry->id);
  bind_content (stmt, entry, now_us);
  return rcp_stmt_run_once (stmt, error);
}

/**
 * rcp_entry_table_see:
 * @entry: what a source lists; its id is filled in
 * @is_new: (out): it was not known, and waits to be read
 * @is_changed: (out): it says something else than before, and waits to be read again
 *
 * Keeps an entry. One that says what it said stays what it is.
 */
gboolean
rcp_entry_table_see (RcpDb *db, RcpStoredEntry *entry, gint64 now_us, gboolean *is_new, gboolean *is_changed,
                     GError **error)
{
  g_autoptr (RcpStmt) known
      = rcp_db_prepare (db, "SELECT id, content_hash FROM entry WHERE source_id = :source AND key = :key");
  g_autoptr (RcpStmt) seen = NULL;

  rcp_stmt_bind_int (known, ":source", entry->source_id);
  rcp_stmt_bind_text (known, ":key", entry->key);
  entry->id = 0;
  *is_changed = FALSE;
  if (rcp_stmt_row (known))
    {
      entry->id = rcp_stmt_int (known, 0);
      *is_changed = g_strcmp0 (rcp_stmt_text (known, 1), entry->content_hash) != 0;
    }
  if (!rcp_stmt_finish (known, error))
    return FALSE;
  *is_new = entry->id == 0;
  if (*is_new)
    return insert (db, entry, now_us, error);
  if (*is_changed)
    return replace (db, entry, now_us, error);
  seen = rcp_db_prepare (db, "UPDATE entry SET last_seen_us = :now WHERE id = :id");
  rcp_stmt_bind_int (seen, ":now", now_us);
  rcp_stmt_bind_int (seen, ":id", entry->id);
  return rcp_stmt_run_once (seen, error);
}

/** rcp_entry_table_take: an article was made of the entry, or a version of it; inside its transaction. */
gboolean
rcp_entry_table_take (RcpDb *db, gint64 id, gint64 article_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE entry SET state = :state, article_id = :article, failure = NULL, retry_us = 0 WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", id);
  rcp_stmt_bind_enum (stmt, ":state", RCP_TYPE_ENTRY_STATE, RCP_ENTRY_TAKEN);
  rcp_stmt_bind_int (stmt, ":article", article_id);
  return rcp_stmt_run_once (stmt, error);
}

/* The article came this way too. */
static gboolean
link_article (RcpDb *db, const RcpEntryOutcome *outcome, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "INSERT OR IGNORE INTO source_article (source_id, article_id) VALUES (:source, :article)");
  g_autoptr (RcpStmt) member = NULL;

  rcp_stmt_bind_int (stmt, ":source", outcome->source_id);
  rcp_stmt_bind_int (stmt, ":article", outcome->article_id);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  if (outcome->dossier_id == 0)
    return TRUE;
  /* What the user took out of the dossier stays out. */
  member = rcp_db_prepare (db, "INSERT OR IGNORE INTO dossier_article (dossier_id, article_id, excluded)"
                               " VALUES (:dossier, :article, 0)");
  rcp_stmt_bind_int (member, ":dossier", outcome->dossier_id);
  rcp_stmt_bind_int (member, ":article", outcome->article_id);
  return rcp_stmt_run_once (member, error);
}

/** rcp_entry_table_settle: says what became of an entry; an article it has stays its article where none is named. */
gboolean
rcp_entry_table_settle (RcpDb *db, const RcpEntryOutcome *outcome, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "UPDATE entry SET state = :state, article_id = ifnull (:article, article_id), failure = :failure,"
      "  retry_us = :retry, attempts = attempts + :more WHERE id = :id");

  rcp_stmt_bind_int (stmt, ":id", outcome->entry_id);
  rcp_stmt_bind_enum (stmt, ":state", RCP_TYPE_ENTRY_STATE, outcome->state);
  rcp_stmt_bind_id (stmt, ":article", outcome->article_id);
  rcp_stmt_bind_text (stmt, ":failure", outcome->failure);
  rcp_stmt_bind_int (stmt, ":retry", outcome->state == RCP_ENTRY_WAITING ? outcome->retry_us : 0);
  rcp_stmt_bind_int (stmt, ":more", outcome->state == RCP_ENTRY_WAITING);
  if (!rcp_stmt_run_once (stmt, error))
    return FALSE;
  return outcome->article_id == 0 || outcome->source_id == 0 || link_article (db, outcome, error);
}

#define COLUMNS \
  "SELECT id, source_id, key, content_hash, uri, title, published_us, content_type, payload, summary, state, attempts," \
  "  article_id FROM entry"

static RcpStoredEntry *
read_row (RcpStmt *stmt)
{
  RcpStoredEntry *entry = rcp_stored_entry_new ();
  gsize length_bytes = 0;
  gconstpointer payload;

  entry->id = rcp_stmt_int (stmt, 0);
  entry->source_id = rcp_stmt_int (stmt, 1);
  entry->key = rcp_stmt_dup (stmt, 2);
  entry->content_hash = rcp_stmt_dup (stmt, 3);
  entry->uri = rcp_stmt_dup (stmt, 4);
  entry->title = rcp_stmt_dup (stmt, 5);
  entry->published_us = rcp_stmt_int (stmt, 6);
  entry->content_type = rcp_stmt_dup (stmt, 7);
  payload = rcp_stmt_blob (stmt, 8, &length_bytes);
  entry->payload = payload != NULL ? g_bytes_new (payload, length_bytes) : NULL;
  entry->is_summary = rcp_stmt_int (stmt, 9) != 0;
  entry->state = rcp_stmt_enum (stmt, 10, RCP_TYPE_ENTRY_STATE);
  entry->attempts = rcp_stmt_int (stmt, 11);
  entry->article_id = rcp_stmt_int (stmt, 12);
  return entry;
}

/** rcp_entry_table_load: %RCP_STORE_ERROR_NOT_FOUND where there is none. */
RcpStoredEntry *
rcp_entry_table_load (RcpDb *db, gint64 id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, COLUMNS " WHERE id = :id");
  g_autoptr (RcpStoredEntry) entry = NULL;

  rcp_stmt_bind_int (stmt, ":id", id);
  if (rcp_stmt_row (stmt))
    entry = read_row (stmt);
  if (!rcp_stmt_finish (stmt, error))
    return NULL;
  if (entry == NULL)
    g_set_error (error, RCP_STORE_ERROR, RCP_STORE_ERROR_NOT_FOUND, "entry %" G_GINT64_FORMAT, id);
  return g_steal_pointer (&entry);
}

/** rcp_entry_table_list_waiting: (transfer full): of #RcpWaitingEntry: those of sources that are there, in the order they came. */
GArray *
rcp_entry_table_list_waiting (RcpDb *db, gint64 now_us, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db,
      "SELECT entry.id, source_id FROM entry JOIN source ON source.id = source_id WHERE state = 'waiting' AND retry_us <= :now"
      " AND removed_us IS NULL ORDER BY entry.id");
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (RcpWaitingEntry));

  rcp_stmt_bind_int (stmt, ":now", now_us);
  while (rcp_stmt_row (stmt))
    {
      RcpWaitingEntry entry = { rcp_stmt_int (stmt, 0), rcp_stmt_int (stmt, 1) };

      g_array_append_val (list, entry);
    }
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&list) : NULL;
}

/** rcp_entry_table_list: (transfer full) (element-type RcpStoredEntry): all a source has brought, in the order they came. */
GPtrArray *
rcp_entry_table_list (RcpDb *db, gint64 source_id, GError **error)
{
  g_autoptr (RcpStmt) stmt = rcp_db_prepare (db, COLUMNS " WHERE source_id = :source ORDER BY id");
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) rcp_stored_entry_free);

  rcp_stmt_bind_int (stmt, ":source", source_id);
  while (rcp_stmt_row (stmt))
    g_ptr_array_add (list, read_row (stmt));
  return rcp_stmt_finish (stmt, error) ? g_steal_pointer (&list) : NULL;
}
