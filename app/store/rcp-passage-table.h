#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

gboolean rcp_passage_table_put_fingerprints (RcpDb *db, gint64 article_id, const GArray *fingerprints, GError **error);
gboolean rcp_passage_table_put_shared       (RcpDb *db, const RcpStoredShared *shared, GError **error);
GArray  *rcp_passage_table_list_prints      (RcpDb *db, const guint64 *hashes, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray  *rcp_passage_table_list_shared      (RcpDb *db, const gint64 *article_ids, guint n, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
