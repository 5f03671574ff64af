#pragma once

#include <gio/gio.h>

#include "rcp-discrepancy-value.h"
#include "rcp-edtf.h"
#include "rcp-enums.h"

G_BEGIN_DECLS

#define RCP_TYPE_DISCREPANCY (rcp_discrepancy_get_type ())

/**
 * RcpDiscrepancy:
 *
 * Two or more accounts of one event that give a different date, number, participant, place, act or
 * origin; or of two events that are one happening, were it not for that. Immutable.
 */
G_DECLARE_FINAL_TYPE (RcpDiscrepancy, rcp_discrepancy, RCP, DISCREPANCY, GObject)

RcpDiscrepancy     *rcp_discrepancy_new           (gint64 id, gint64 event_id, RcpDiscrepancyKind kind, gboolean settled,
                                                   gboolean is_update, GListModel *values);
RcpDiscrepancy     *rcp_discrepancy_new_across    (gint64 id, gint64 event_id, RcpDiscrepancyKind kind, gboolean settled,
                                                   gboolean is_update, GListModel *values, gint64 other_event_id,
                                                   const char *other_title, RcpEdtf *other_date);
gint64              rcp_discrepancy_get_id        (RcpDiscrepancy *self);
gint64              rcp_discrepancy_get_event_id  (RcpDiscrepancy *self);
gint64              rcp_discrepancy_get_other_event_id (RcpDiscrepancy *self);
const char         *rcp_discrepancy_get_other_title (RcpDiscrepancy *self);
RcpEdtf            *rcp_discrepancy_get_other_date (RcpDiscrepancy *self);
RcpDiscrepancyKind  rcp_discrepancy_get_kind      (RcpDiscrepancy *self);
gboolean            rcp_discrepancy_get_settled   (RcpDiscrepancy *self);
gboolean            rcp_discrepancy_get_is_update (RcpDiscrepancy *self);
GListModel         *rcp_discrepancy_get_values    (RcpDiscrepancy *self);

G_END_DECLS
