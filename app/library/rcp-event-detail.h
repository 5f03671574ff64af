#pragma once

#include <gio/gio.h>

#include "rcp-account.h"
#include "rcp-actor.h"
#include "rcp-date-expression.h"
#include "rcp-discrepancy.h"
#include "rcp-event.h"
#include "rcp-note.h"

G_BEGIN_DECLS

#define RCP_TYPE_EVENT_DETAIL (rcp_event_detail_get_type ())

/**
 * RcpEventDetail:
 *
 * All that the inspector shows of one event. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpEventDetail, rcp_event_detail, RCP, EVENT_DETAIL, GObject)

RcpEventDetail *rcp_event_detail_new               (RcpEvent *event, GListModel *accounts, GListModel *actors,
                                                    GListModel *discrepancies, GListModel *notes, GPtrArray *conflicts,
                                                    GPtrArray *plans, RcpEvent *outcome);
RcpEvent       *rcp_event_detail_get_event         (RcpEventDetail *self);
GListModel     *rcp_event_detail_get_accounts      (RcpEventDetail *self); /* of RcpAccount, by publication date */
GListModel     *rcp_event_detail_get_actors        (RcpEventDetail *self); /* of RcpActor, the most mentioned first */
GListModel     *rcp_event_detail_get_discrepancies (RcpEventDetail *self); /* of RcpDiscrepancy */
GListModel     *rcp_event_detail_get_notes         (RcpEventDetail *self); /* of RcpNote, the oldest first */
const GPtrArray *rcp_event_detail_get_conflicts    (RcpEventDetail *self); /* of RcpDateExpression */
const GPtrArray *rcp_event_detail_get_plans        (RcpEventDetail *self); /* of RcpEvent, by date */
RcpEvent       *rcp_event_detail_get_outcome       (RcpEventDetail *self); /* (nullable) */

G_END_DECLS
