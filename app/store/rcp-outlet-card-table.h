#pragma once

#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

GArray    *rcp_outlet_card_table_list_publications (RcpDb *db, gint64 dossier_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *rcp_outlet_card_table_list_sharing      (RcpDb *db, gint64 outlet_id, gint64 dossier_id, guint max_passages,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
