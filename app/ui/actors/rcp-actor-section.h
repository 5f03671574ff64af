#pragma once

#include <gio/gio.h>

#include "rcp-paged-list.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACTOR_SECTION (rcp_actor_section_get_type ())

/**
 * RcpActorSection:
 *
 * One part of the list of actors: as a GListModel it holds itself, as the heading, and then the rows of its list; nothing
 * at all while the list is empty.
 */
G_DECLARE_FINAL_TYPE (RcpActorSection, rcp_actor_section, RCP, ACTOR_SECTION, GObject)

RcpActorSection *rcp_actor_section_new       (const char *title, gboolean pinned, RcpPagedList *list);
const char      *rcp_actor_section_get_title (RcpActorSection *self);
gboolean         rcp_actor_section_get_pinned (RcpActorSection *self);
RcpPagedList    *rcp_actor_section_get_list  (RcpActorSection *self);

G_END_DECLS
