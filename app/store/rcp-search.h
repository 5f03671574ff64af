#pragma once

#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

char      *rcp_search_match (const char *text) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *rcp_search_run   (RcpDb *db, gint64 dossier_id, const char *text, guint max_of_a_kind, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
