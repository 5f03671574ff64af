#include "config.h"

#include "rcp-news-table.h"
#include "rcp-store-private.h"

/* What is new since the user last looked. What the functions promise is in rcp-store.h. */

RcpStoredNews *
rcp_store_load_news (RcpStore *self, gint64 dossier_id, gint64 since_us, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_store_lease (self, cancellable, error);
  RcpStoredNews *news;

  if (!db)
    return NULL;
  news = rcp_news_table_load (db, dossier_id, since_us, error);
  rcp_store_give_back (self, db);
  return news;
}

gboolean
rcp_store_get_visit (RcpStore *self, gint64 dossier_id, gint64 *seen_us, GCancellable *cancellable, GError **error)
{
  RcpDb *db = rcp_store_lease (self, cancellable, error);
  gboolean ok;

  if (!db)
    return FALSE;
  ok = rcp_news_table_get_visit (db, dossier_id, seen_us, error);
  rcp_store_give_back (self, db);
  return ok;
}

typedef struct
{
  gint64 dossier_id;
  gint64 seen_us;
  gint64 was_us;
} Visit;

static gboolean
set_visit_cb (RcpDb *db, gpointer data, GError **error)
{
  Visit *visit = data;

  return rcp_news_table_get_visit (db, visit->dossier_id, &visit->was_us, error)
         && rcp_news_table_set_visit (db, visit->dossier_id, visit->seen_us, error);
}

gboolean
rcp_store_set_visit (RcpStore *self, gint64 dossier_id, gint64 seen_us, gint64 *was_us, GError **error)
{
  Visit visit = { dossier_id, seen_us, 0 };

  if (!rcp_store_write (self, RCP_DB_WRITER_USER, set_visit_cb, &visit, NULL, error))
    return FALSE;
  if (was_us)
    *was_us = visit.was_us;
  return TRUE;
}
