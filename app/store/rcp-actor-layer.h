#pragma once

#include "rcp-actor-overlay.h"

G_BEGIN_DECLS

gboolean rcp_actor_layer_lay         (RcpDb *db, const gint64 *article_ids, guint n_articles, const gint64 *event_ids,
                                      guint n_events, GError **error);
gboolean rcp_actor_layer_change      (RcpDb *db, const RcpActorOverlay *before, GError **error);
gboolean rcp_actor_layer_list_actors (RcpDb *db, const gint64 *event_ids, guint n, GError **error);

G_END_DECLS
