#pragma once

#include "rcp-findings.h"
#include "rcp-lexicon.h"

G_BEGIN_DECLS

/**
 * RcpAccountFinder:
 *
 * Finds the sentences that tell a happening, and says what was done, by whom, when, and on whose word. Immutable; any
 * number of threads may use one.
 */
typedef struct _RcpAccountFinder RcpAccountFinder;

RcpAccountFinder *rcp_account_finder_new  (const RcpLexicon *names, GError **error);
void              rcp_account_finder_free (RcpAccountFinder *self);
void              rcp_account_finder_find (const RcpAccountFinder *self, const RcpSegmentedText *text, RcpRange title,
                                           RcpFindings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpAccountFinder, rcp_account_finder_free)

G_END_DECLS
