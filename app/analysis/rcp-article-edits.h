#pragma once

#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpFoundEdit:
 * @kind: added, removed or changed
 * @points: what is said otherwise; for a sentence that was added or removed, what it tells
 * @before: the sentence in the earlier version; empty for one that was added
 * @after: the sentence in the later version; empty for one that was removed
 *
 * One edit of substance. A plain value.
 */
typedef struct
{
  RcpEditKind kind;
  RcpEditPoints points;
  RcpRange before;
  RcpRange after;
} RcpFoundEdit;

GArray *rcp_article_edits_find (const RcpSegmentedText *text_before, const RcpFindings *before,
                                const RcpSegmentedText *text_after, const RcpFindings *after)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
