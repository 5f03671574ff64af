#pragma once

#include "rcp-db.h"

G_BEGIN_DECLS

gboolean rcp_anchors_follow (RcpDb *db, gint64 article_id, const char *before, const char *after, GError **error);

G_END_DECLS
