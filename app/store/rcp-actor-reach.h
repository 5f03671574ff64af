#pragma once

#include "rcp-actor-overlay.h"

G_BEGIN_DECLS

/**
 * RcpActorReach:
 * @n_mentions: mentions that would show another actor
 * @n_articles: articles these stand in
 * @n_events: events these take part in
 * @words: (element-type utf8): what they are called, folded, without doubles
 *
 * How far a change of the corrections goes.
 */
typedef struct
{
  guint n_mentions;
  guint n_articles;
  guint n_events;
  GPtrArray *words;
} RcpActorReach;

void     rcp_actor_reach_clear   (RcpActorReach *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpActorReach, rcp_actor_reach_clear)

gboolean rcp_actor_reach_measure (RcpDb *db, RcpActorOverlay *before, RcpActorOverlay *after, RcpActorReach *reach,
                                  GError **error);

G_END_DECLS
