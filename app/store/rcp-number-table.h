#pragma once

#include "rcp-db.h"

#include "rcp-store-types.h"

G_BEGIN_DECLS

GPtrArray *rcp_number_table_list (RcpDb *db, gint64 dossier_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
