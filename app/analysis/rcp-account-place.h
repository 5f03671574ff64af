#pragma once

#include "rcp-lexicon.h"
#include "rcp-sentence-view.h"

G_BEGIN_DECLS

/**
 * RcpPlaceRelation:
 * @RCP_PLACE_UNKNOWN: what is known does not tell
 * @RCP_PLACE_SAME: one place
 * @RCP_PLACE_WITHIN: the first lies in the second
 * @RCP_PLACE_AROUND: the second lies in the first
 * @RCP_PLACE_APART: two places, neither of them in the other
 *
 * How two places that keys of accounts name lie to each other.
 */
typedef enum
{
  RCP_PLACE_UNKNOWN,
  RCP_PLACE_SAME,
  RCP_PLACE_WITHIN,
  RCP_PLACE_AROUND,
  RCP_PLACE_APART,
} RcpPlaceRelation;

void             rcp_account_find_place (const RcpLexicon *lexicon, const RcpSentenceView *view, const RcpHit *hit,
                                         RcpFoundAccount *account);
RcpPlaceRelation rcp_place_relate       (const char *a, const char *b);

G_END_DECLS
