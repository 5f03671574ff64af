#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"
#include "rcp-enums.h"
#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_ACCOUNT (rcp_account_get_type ())

/**
 * RcpAccount:
 *
 * What one article says of one event. Immutable.
 *
 * Properties:
 * - #RcpAccount:id: row of the library
 * - #RcpAccount:event-id: its event
 * - #RcpAccount:article-id: its article
 * - #RcpAccount:start: first code point of the sentence in the article
 * - #RcpAccount:end: one past the last code point
 * - #RcpAccount:sentence: the sentence
 * - #RcpAccount:date: when this account says it happened; NULL when it does not say (nullable)
 * - #RcpAccount:date-rule: how the date was reached
 * - #RcpAccount:date-clue: the words the date was read from (nullable)
 * - #RcpAccount:date-anchor-kind: what a relative date was counted from
 * - #RcpAccount:date-anchor: that date (nullable)
 * - #RcpAccount:action: what was done
 * - #RcpAccount:status: done, planned, denied…
 * - #RcpAccount:attribution: whom the account gives as its origin, as it stands in the text (nullable)
 * - #RcpAccount:attribution-by-user: that the attribution is the user's word, NULL for none
 * - #RcpAccount:credibility: how far the user believes it, 1 to 6; 0 for no grade
 * - #RcpAccount:quotation: in whose words it is told
 * - #RcpAccount:speaker-id: the actor who says it; 0 for nobody known
 * - #RcpAccount:speaker: the name of that actor (nullable)
 * - #RcpAccount:medium: through what it was said, as it stands in the text (nullable)
 * - #RcpAccount:mode: the mode of the action in PLOVER (nullable)
 * - #RcpAccount:place: where it happened, as it stands in the text (nullable)
 * - #RcpAccount:reliability: how far the user trusts its outlet, 'A' to 'F'; 0 for no grade
 * - #RcpAccount:outlet-id: row of the outlet
 * - #RcpAccount:outlet: name of the outlet; NULL while unnamed (nullable)
 * - #RcpAccount:article-title: title of the article
 * - #RcpAccount:published: when the article appeared (nullable)
 * - #RcpAccount:published-basis: how that is known
 * - #RcpAccount:copy-of: the account with an earlier date that has the same wording; 0 for own words
 * - #RcpAccount:unmarked: words of the sentence that another account of the event quotes stand in it without marks
 * - #RcpAccount:shared: RcpRange each, in the article: words of the sentence that another account of the
 *   event has too
 */
G_DECLARE_FINAL_TYPE (RcpAccount, rcp_account, RCP, ACCOUNT, GObject)

gint64             rcp_account_get_id               (RcpAccount *self);
gint64             rcp_account_get_event_id         (RcpAccount *self);
gint64             rcp_account_get_article_id       (RcpAccount *self);
guint              rcp_account_get_start            (RcpAccount *self);
guint              rcp_account_get_end              (RcpAccount *self);
const char        *rcp_account_get_sentence         (RcpAccount *self);
RcpEdtf           *rcp_account_get_date             (RcpAccount *self);
RcpDateRule        rcp_account_get_date_rule        (RcpAccount *self);
const char        *rcp_account_get_date_clue        (RcpAccount *self);
RcpDateAnchor      rcp_account_get_date_anchor_kind (RcpAccount *self);
RcpEdtf           *rcp_account_get_date_anchor      (RcpAccount *self);
RcpAction          rcp_account_get_action           (RcpAccount *self);
RcpStatus          rcp_account_get_status           (RcpAccount *self);
const char        *rcp_account_get_attribution      (RcpAccount *self);
gboolean           rcp_account_get_attribution_by_user (RcpAccount *self);
guint              rcp_account_get_credibility      (RcpAccount *self);
RcpQuotation       rcp_account_get_quotation        (RcpAccount *self);
gint64             rcp_account_get_speaker_id       (RcpAccount *self);
const char        *rcp_account_get_speaker          (RcpAccount *self);
const char        *rcp_account_get_medium           (RcpAccount *self);
const char        *rcp_account_get_mode             (RcpAccount *self);
const char        *rcp_account_get_place            (RcpAccount *self);
guint              rcp_account_get_reliability      (RcpAccount *self);
gint64             rcp_account_get_outlet_id        (RcpAccount *self);
const char        *rcp_account_get_outlet           (RcpAccount *self);
const char        *rcp_account_get_article_title    (RcpAccount *self);
RcpEdtf           *rcp_account_get_published        (RcpAccount *self);
RcpPublishedBasis  rcp_account_get_published_basis  (RcpAccount *self);
gint64             rcp_account_get_copy_of          (RcpAccount *self);
gboolean           rcp_account_get_unmarked         (RcpAccount *self);
GBytes            *rcp_account_get_shared           (RcpAccount *self);

G_END_DECLS
