#pragma once

#include "rcp-change-set-private.h"
#include "rcp-db.h"

G_BEGIN_DECLS

/* The decisions that settle a difference: those of its kind that were made of two of its values or more, of a difference between
 * two events of one in each. @discrepancy is what the question calls its table. */
#define RCP_DISCREPANCY_DECISIONS(discrepancy) \
  "SELECT coalesce (part_of, correction.id) AS decision FROM discrepancy_value AS value" \
  "  JOIN account ON account.id = value.account_id JOIN event_account ON event_account.account_id = account.id" \
  "  JOIN correction ON correction.article_id = account.article_id" \
  "   AND value.start_offset < correction.end_offset AND value.end_offset > correction.start_offset" \
  " WHERE discrepancy_id = " discrepancy ".id AND correction.kind = 'settle' AND subject = " discrepancy ".kind" \
  " GROUP BY 1 HAVING count (DISTINCT ordinal) > 1" \
  "  AND (" discrepancy ".other_event_id IS NULL OR count (DISTINCT event_account.event_id) > 1)"

gboolean    rcp_discrepancy_table_put  (RcpDb *db, const RcpChangeDiscrepancy *discrepancy, GError **error);
GListModel *rcp_discrepancy_table_list (RcpDb *db, gint64 only_id, gint64 event_id, gint64 dossier_id, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
