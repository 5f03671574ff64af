#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"
#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_DISCREPANCY_VALUE (rcp_discrepancy_value_get_type ())

/**
 * RcpDiscrepancyValue:
 *
 * What one account says on a point on which accounts differ. Immutable.
 *
 * Properties:
 * - #RcpDiscrepancyValue:account-id: the account
 * - #RcpDiscrepancyValue:article-id: its article
 * - #RcpDiscrepancyValue:start: first code point in the article
 * - #RcpDiscrepancyValue:end: one past the last
 * - #RcpDiscrepancyValue:text: the words
 * - #RcpDiscrepancyValue:outlet: who says it; NULL while unnamed (nullable)
 * - #RcpDiscrepancyValue:event-id: the event of the account; 0 where nothing says
 * - #RcpDiscrepancyValue:date: when the account says it was, as it was read (nullable)
 */
G_DECLARE_FINAL_TYPE (RcpDiscrepancyValue, rcp_discrepancy_value, RCP, DISCREPANCY_VALUE, GObject)

gint64       rcp_discrepancy_value_get_account_id (RcpDiscrepancyValue *self);
gint64       rcp_discrepancy_value_get_article_id (RcpDiscrepancyValue *self);
guint        rcp_discrepancy_value_get_start      (RcpDiscrepancyValue *self);
guint        rcp_discrepancy_value_get_end        (RcpDiscrepancyValue *self);
const char  *rcp_discrepancy_value_get_text       (RcpDiscrepancyValue *self);
const char  *rcp_discrepancy_value_get_outlet     (RcpDiscrepancyValue *self);
gint64       rcp_discrepancy_value_get_event_id   (RcpDiscrepancyValue *self);
RcpEdtf     *rcp_discrepancy_value_get_date       (RcpDiscrepancyValue *self);

G_END_DECLS
