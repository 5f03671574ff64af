#pragma once

#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

gboolean       rcp_news_table_get_visit (RcpDb *db, gint64 dossier_id, gint64 *seen_us, GError **error);
gboolean       rcp_news_table_set_visit (RcpDb *db, gint64 dossier_id, gint64 seen_us, GError **error);
RcpStoredNews *rcp_news_table_load      (RcpDb *db, gint64 dossier_id, gint64 since_us, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
