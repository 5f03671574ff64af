#pragma once

#include <gtk/gtk.h>

#include "rcp-event-detail.h"
#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

/**
 * RcpEventActions:
 *
 * What a person can correct of the event that an inspector shows, as actions of the group "event" and as menus: of the event
 * (its status, type and participants, and with which other event it is one), and of each account (that it tells another
 * event, its origin, how far it and its outlet are believed).
 */
typedef struct _RcpEventActions RcpEventActions;

RcpEventActions *rcp_event_actions_new           (GtkWidget *inspector, RcpLibrary *library, RcpTimelineState *state);
void             rcp_event_actions_free          (RcpEventActions *self);
void             rcp_event_actions_set           (RcpEventActions *self, RcpEventDetail *detail);
GMenuModel      *rcp_event_actions_get_menu      (RcpEventActions *self);
GMenuModel      *rcp_event_actions_make_account_menu (RcpEventActions *self, RcpAccount *account)
  G_GNUC_WARN_UNUSED_RESULT;
GMenuModel      *rcp_event_actions_make_actor_menu (RcpEventActions *self, RcpActor *actor) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
