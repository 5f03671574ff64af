#pragma once

#include "rcp-sentence-view.h"

G_BEGIN_DECLS

/* Private to the account finder: which verb or noun of a sentence tells what happens. */

typedef gboolean (*RcpHitFunc) (const RcpSentenceView *view, const RcpHit *hit, gpointer data);

const RcpTrigger *rcp_account_choice_trigger         (const RcpSentenceView *view, const RcpHit *hit);
gboolean          rcp_account_choice_tells_undated   (const RcpSentenceView *view, const RcpHit *hit);
const RcpHit     *rcp_account_choice_best            (const RcpSentenceView *view, RcpHitFunc accepts, gpointer data);
gboolean          rcp_account_choice_has_date        (const RcpSentenceView *view, const RcpHit *hit, gpointer data);
gboolean          rcp_account_choice_tells_any       (const RcpSentenceView *view, const RcpHit *hit, gpointer data);
gboolean          rcp_account_choice_tells_loosely   (const RcpSentenceView *view, const RcpHit *hit, gpointer data);
gboolean          rcp_account_choice_is_no_statement (const RcpSentenceView *view, const RcpHit *hit, gpointer data);
gboolean          rcp_account_choice_is_told         (const RcpHit *hit, const RcpConcept *const *concepts, guint n,
                                                      const RcpSentenceView *view);
gboolean          rcp_account_choice_has_strong_hit  (const RcpSentenceView *view);
gboolean          rcp_account_choice_is_atmosphere   (const RcpSentenceView *view);
gboolean          rcp_account_choice_tells_unknown   (const RcpSentenceView *view);
gboolean          rcp_account_choice_is_main_dated   (const RcpSentenceView *view);

G_END_DECLS
