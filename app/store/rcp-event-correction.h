#pragma once

#include "rcp-db.h"
#include "rcp-store-types.h"

G_BEGIN_DECLS

/* The kinds of corrections that are of events, their accounts and who publishes these, as a list of SQL. */
#define RCP_EVENT_CORRECTIONS \
  "('event-date', 'event-status', 'event-action', 'event-actor', 'join', 'cut', 'attribution', 'credibility', 'settle'," \
  " 'reliability')"

/* Which of the accounts of one stretch @account is: its action, and the how-manieth of those it is. */
#define RCP_EVENT_CORRECTION_TOLD(account) \
  account ".action || '#' || (SELECT count (*) FROM account AS twin WHERE twin.article_id = " account ".article_id" \
  "  AND twin.start_offset = " account ".start_offset AND twin.end_offset = " account ".end_offset" \
  "  AND twin.action = " account ".action AND twin.id < " account ".id)"

/* A correction means the account of its article that it touches most; of equals, that which is told as it was. To be asked
 * of a join of both: as columns, and by the names of these. */
#define RCP_EVENT_CORRECTION_TOUCHES \
  "account.article_id = correction.article_id AND account.start_offset < correction.end_offset" \
  " AND account.end_offset > correction.start_offset"
#define RCP_EVENT_CORRECTION_FIT \
  "min (account.end_offset, correction.end_offset) - max (account.start_offset, correction.start_offset) AS fit_overlap," \
  " correction.told IS NOT " RCP_EVENT_CORRECTION_TOLD ("account") " AS fit_told," \
  " account.action IS NOT substr (correction.told, 1, instr (correction.told, '#') - 1) AS fit_action," \
  " account.id AS fit_account"
#define RCP_EVENT_CORRECTION_BEST_FIRST "fit_overlap DESC, fit_told, fit_action, fit_account"

/* The grade of an outlet of that number, whatever it was called when the user gave it. */
#define RCP_EVENT_CORRECTION_RELIABILITY(outlet) \
  "(SELECT value FROM correction WHERE kind = 'reliability' AND subject IN (SELECT key FROM outlet AS graded" \
  "  WHERE coalesce (graded.same_as, graded.id) = " outlet ") ORDER BY id DESC LIMIT 1)"

gboolean rcp_event_correction_make (RcpDb *db, const RcpEventDecision *decision, gint64 *id, GArray **dropped,
                                    GError **error);

G_END_DECLS
