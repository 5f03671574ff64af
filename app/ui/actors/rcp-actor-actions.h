#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

/* What a person can do with an actor, wherever one is shown: a group of actions that a widget puts under "actor", each
 * taking the id of the actor, and the menu that lists them.
 *
 * | action | parameter | does |
 * |---|---|---|
 * | show-card | x | opens the card |
 * | filter, filter-add | x | filters the timeline on it, alone or beside the others |
 * | pin, watch | x | turns its lane, or the mark, on or off |
 * | rename, merge, keep-apart | x | asks how, or with whom |
 * | merge-two | (xx) | shows what merging the first into the second would change |
 * | split-alias | (xs) | shows what taking the alias away would change |
 * | split-article | (xx) | shows what taking its mentions in the article away would change |
 * | set-kind | (xs) | the nick of another kind |
 * | ignore | x | makes it vanish |
 */

GSimpleActionGroup *rcp_actor_actions_new      (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state);
GMenuModel         *rcp_actor_actions_new_menu (RcpActor *actor, gboolean with_card);

G_END_DECLS
