#include "config.h"

#include "rcp-entry-table.h"
#include "rcp-source-table.h"
#include "rcp-store-private.h"

/* What sources bring and what becomes of it. What the functions promise is in rcp-store.h. */

static gboolean
save_check (RcpDb *db, RcpSourceCheck *check, GError **error)
{
  check->n_new = check->n_changed = 0;
  for (guint i = 0; i < check->entries->len; i++)
    {
      gboolean is_new, is_changed;

      if (!rcp_entry_table_see (db, check->entries->pdata[i], check->checked_us, &is_new, &is_changed, error))
        return FALSE;
      check->n_new += is_new;
      check->n_changed += is_changed;
    }
  return rcp_source_table_put_check (db, check, error);
}

static gboolean
save_checks_cb (RcpDb *db, gpointer data, GError **error)
{
  GPtrArray *checks = data;

  for (guint i = 0; i < checks->len; i++)
    if (!save_check (db, checks->pdata[i], error))
      return FALSE;
  return TRUE;
}

gboolean
rcp_store_save_checks (RcpStore *self, GPtrArray *checks, GError **error)
{
  return rcp_store_write (self, RCP_DB_WRITER_ENGINE, save_checks_cb, checks, NULL, error);
}

static gboolean
settle_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_entry_table_settle (db, data, error);
}

gboolean
rcp_store_settle_entry (RcpStore *self, const RcpEntryOutcome *outcome, GError **error)
{
  return rcp_store_write (self, RCP_DB_WRITER_ENGINE, settle_cb, (gpointer) outcome, NULL, error);
}

RcpStoredEntry *
rcp_store_load_entry (RcpStore *self, gint64 id, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_store_lease (self, cancellable, error);
  RcpStoredEntry *entry = db ? rcp_entry_table_load (db, id, error) : NULL;

  if (db)
    rcp_store_give_back (self, db);
  return entry;
}

GArray *
rcp_store_list_waiting_entries (RcpStore *self, gint64 now_us, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_store_lease (self, cancellable, error);
  GArray *ids = db ? rcp_entry_table_list_waiting (db, now_us, error) : NULL;

  if (db)
    rcp_store_give_back (self, db);
  return ids;
}

GPtrArray *
rcp_store_list_entries (RcpStore *self, gint64 source_id, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_store_lease (self, cancellable, error);
  GPtrArray *entries = db ? rcp_entry_table_list (db, source_id, error) : NULL;

  if (db)
    rcp_store_give_back (self, db);
  return entries;
}

static gboolean
set_settings_cb (RcpDb *db, gpointer data, GError **error)
{
  return rcp_source_table_put_settings (db, data, error);
}

gboolean
rcp_store_save_source_settings (RcpStore *self, RcpSource *source, GError **error)
{
  return rcp_store_write (self, RCP_DB_WRITER_USER, set_settings_cb, source, NULL, error);
}

typedef struct
{
  gint64 id;
  gint64 removed_us;
} Removal;

static gboolean
set_removed_cb (RcpDb *db, gpointer data, GError **error)
{
  Removal *removal = data;

  return rcp_source_table_set_removed (db, removal->id, removal->removed_us, error);
}

gboolean
rcp_store_set_source_removed (RcpStore *self, gint64 id, gint64 removed_us, GError **error)
{
  Removal removal = { id, removed_us };

  return rcp_store_write (self, RCP_DB_WRITER_USER, set_removed_cb, &removal, NULL, error);
}
