#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

#define RCP_TYPE_EVENT (rcp_event_get_type ())

/**
 * RcpEvent:
 *
 * What happened once, as told by one or more accounts. Immutable.
 *
 * Properties:
 * - #RcpEvent:id: row of the library
 * - #RcpEvent:title: a few words that name it, in the language of its accounts
 * - #RcpEvent:date: when it happened; NULL when no account says (nullable)
 * - #RcpEvent:date-rule: how the date was reached
 * - #RcpEvent:date-clue: the words the date was read from (nullable)
 * - #RcpEvent:date-anchor-kind: what a relative date was counted from
 * - #RcpEvent:date-anchor: that date (nullable)
 * - #RcpEvent:action: what was done
 * - #RcpEvent:status: done, planned, denied…
 * - #RcpEvent:n-accounts: accounts of it
 * - #RcpEvent:n-outlets: outlets that tell it
 * - #RcpEvent:n-independent: outlets that tell it in their own words
 * - #RcpEvent:n-discrepancies: points on which accounts differ, settled ones left out
 * - #RcpEvent:n-notes: notes on it
 * - #RcpEvent:by-user: what of it is the user's word, as #RcpEventByUser flags
 * - #RcpEvent:actor-ids: gint64 each: its actors, the most mentioned first
 */
G_DECLARE_FINAL_TYPE (RcpEvent, rcp_event, RCP, EVENT, GObject)

gint64         rcp_event_get_id               (RcpEvent *self);
const char    *rcp_event_get_title            (RcpEvent *self);
RcpEdtf       *rcp_event_get_date             (RcpEvent *self);
RcpDateRule    rcp_event_get_date_rule        (RcpEvent *self);
const char    *rcp_event_get_date_clue        (RcpEvent *self);
RcpDateAnchor  rcp_event_get_date_anchor_kind (RcpEvent *self);
RcpEdtf       *rcp_event_get_date_anchor      (RcpEvent *self);
RcpAction      rcp_event_get_action           (RcpEvent *self);
RcpStatus      rcp_event_get_status           (RcpEvent *self);
guint          rcp_event_get_n_accounts       (RcpEvent *self);
guint          rcp_event_get_n_outlets        (RcpEvent *self);
guint          rcp_event_get_n_independent    (RcpEvent *self);
guint          rcp_event_get_n_discrepancies  (RcpEvent *self);
guint          rcp_event_get_n_notes          (RcpEvent *self);
guint          rcp_event_get_by_user          (RcpEvent *self);
GBytes        *rcp_event_get_actor_ids        (RcpEvent *self);

G_END_DECLS
