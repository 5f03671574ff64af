#pragma once

#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

gboolean rcp_actor_correction_make    (RcpDb *db, const RcpActorDecision *decision, gint64 *id, gint64 *actor_id,
                                       GError **error);
gboolean rcp_actor_correction_preview (RcpDb *db, const RcpActorDecision *decision, RcpStoredPreview *preview,
                                       GError **error);

G_END_DECLS
