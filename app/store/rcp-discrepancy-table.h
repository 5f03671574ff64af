#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

gboolean    rcp_discrepancy_table_put  (RcpDb *db, gint64 event_id, const RcpChangeDiscrepancy *discrepancy,
                                        GError **error);
GListModel *rcp_discrepancy_table_list (RcpDb *db, gint64 only_id, gint64 event_id, gint64 dossier_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
