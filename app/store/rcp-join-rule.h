#pragma once

#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

GPtrArray *rcp_join_rule_list (RcpDb *db, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
