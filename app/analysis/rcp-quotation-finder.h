#pragma once

#include "rcp-findings.h"
#include "rcp-lexicon.h"

G_BEGIN_DECLS

/**
 * RcpQuotationFinder:
 *
 * Finds what a text gives as said by somebody: between quotation marks, in pieces, or in the article's words; who says it,
 * and through what. Immutable; any number of threads may use one.
 */
typedef struct _RcpQuotationFinder RcpQuotationFinder;

RcpQuotationFinder *rcp_quotation_finder_new  (GError **error);
void                rcp_quotation_finder_free (RcpQuotationFinder *self);
void                rcp_quotation_finder_find (const RcpQuotationFinder *self, const RcpLexicon *names,
                                               const RcpSegmentedText *text, RcpRange title, RcpFindings *findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpQuotationFinder, rcp_quotation_finder_free)

G_END_DECLS
