#pragma once

#include <gio/gio.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR (rcp_actor_get_type ())

/**
 * RcpActor:
 *
 * A person, organisation or state that acts, under all its names. Immutable.
 *
 * Properties:
 * - #RcpActor:id: row of the library
 * - #RcpActor:key: what names it across analyses: the kind, a colon, the folded name or code
 * - #RcpActor:kind: person, organisation or state
 * - #RcpActor:name: the name shown
 * - #RcpActor:alias: the most telling other name or role (nullable)
 * - #RcpActor:n-mentions: mentions in the dossier
 * - #RcpActor:n-articles: articles of the dossier that name it
 * - #RcpActor:pin-rank: place among the pinned actors, 0 the first; -1 when not pinned
 * - #RcpActor:counts: guint32 each: mentions by article in date order, those that do not name it included, where the dossier
 *   has at most 12; else by article that names it, or by week where these are more than 12
 * - #RcpActor:watched: the user watches it
 */
G_DECLARE_FINAL_TYPE (RcpActor, rcp_actor, RCP, ACTOR, GObject)

gint64        rcp_actor_get_id         (RcpActor *self);
const char   *rcp_actor_get_key        (RcpActor *self);
RcpActorKind  rcp_actor_get_kind       (RcpActor *self);
const char   *rcp_actor_get_name       (RcpActor *self);
const char   *rcp_actor_get_alias      (RcpActor *self);
guint         rcp_actor_get_n_mentions (RcpActor *self);
guint         rcp_actor_get_n_articles (RcpActor *self);
int           rcp_actor_get_pin_rank   (RcpActor *self);
GBytes       *rcp_actor_get_counts     (RcpActor *self);
gboolean      rcp_actor_get_watched    (RcpActor *self);

G_END_DECLS
