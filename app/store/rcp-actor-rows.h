#pragma once

#include "rcp-actor-overlay.h"

G_BEGIN_DECLS

gboolean rcp_actor_rows_put         (RcpDb *db, RcpActorOverlay *overlay, GError **error);
gboolean rcp_actor_rows_drop        (RcpDb *db, RcpActorOverlay *overlay, GError **error);
gboolean rcp_actor_rows_lay_aliases (RcpDb *db, gint64 base_id, RcpActorUnit *unit, GError **error);
gboolean rcp_actor_rows_put_names   (RcpDb *db, RcpActorOverlay *overlay, GError **error);

G_END_DECLS
