#pragma once

#include <gio/gio.h>

#include "rcp-actor-alias.h"
#include "rcp-actor-companion.h"
#include "rcp-actor-function.h"
#include "rcp-actor-passage.h"

G_BEGIN_DECLS

#define RCP_ACTOR_CARD_COMPANIONS 12
#define RCP_ACTOR_CARD_PASSAGES 200

/**
 * RcpActorTie:
 * @a: index of a companion
 * @b: index of another, larger than @a
 * @n: in how many accounts both take part
 *
 * A line of the small graph of companions.
 */
typedef struct
{
  guint a;
  guint b;
  guint n;
} RcpActorTie;

#define RCP_TYPE_ACTOR_CARD (rcp_actor_card_get_type ())

/**
 * RcpActorCard:
 *
 * All that is shown of one actor. Immutable.
 *
 * Properties:
 * - #RcpActorCard:actor: the actor, counted within the dossier
 * - #RcpActorCard:aliases: a GListModel of #RcpActorAlias: its names, the most used first; those nothing of the
 *   dossier uses last
 * - #RcpActorCard:functions: a GListModel of #RcpActorFunction: by first day, those without one last
 * - #RcpActorCard:companions: a GListModel of #RcpActorCompanion: those with the most accounts together first, then
 *   articles; at most %RCP_ACTOR_CARD_COMPANIONS
 * - #RcpActorCard:ties: #RcpActorTie each, a < b: which companions take part in accounts together
 * - #RcpActorCard:passages: a GListModel of #RcpActorPassage: one for each sentence, by date of publication, then
 *   place in the article; of the latest %RCP_ACTOR_CARD_PASSAGES mentions
 * - #RcpActorCard:n-more: how many mentions of earlier articles @passages leaves out
 * - #RcpActorCard:notes: a GListModel of #RcpNote: on the actor, the oldest first
 * - #RcpActorCard:watched: the user watches it
 * - #RcpActorCard:n-new: where it is watched, mentions in articles that were added since rcp_library_see_actor();
 *   else 0
 */
G_DECLARE_FINAL_TYPE (RcpActorCard, rcp_actor_card, RCP, ACTOR_CARD, GObject)

RcpActor    *rcp_actor_card_get_actor      (RcpActorCard *self);
GListModel  *rcp_actor_card_get_aliases    (RcpActorCard *self);
GListModel  *rcp_actor_card_get_functions  (RcpActorCard *self);
GListModel  *rcp_actor_card_get_companions (RcpActorCard *self);
GArray      *rcp_actor_card_get_ties       (RcpActorCard *self);
GListModel  *rcp_actor_card_get_passages   (RcpActorCard *self);
guint        rcp_actor_card_get_n_more     (RcpActorCard *self);
GListModel  *rcp_actor_card_get_notes      (RcpActorCard *self);
gboolean     rcp_actor_card_get_watched    (RcpActorCard *self);
guint        rcp_actor_card_get_n_new      (RcpActorCard *self);

G_END_DECLS
