#pragma once

#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpSharedPassage:
 * @a: in the first text
 * @b: in the second
 * @n_words: words they have in common
 * @n_own_words: those of them that stand outside quotation marks in both
 * @kind: own wording, or a quotation in one or both: quoting one statement is no copying
 *
 * A stretch that two texts have in common, word for word or nearly. A plain value.
 */
typedef struct
{
  RcpRange a;
  RcpRange b;
  guint n_words;
  guint n_own_words;
  RcpSharedKind kind;
} RcpSharedPassage;

GArray *rcp_shared_passages_fingerprint (const RcpSegmentedText *text) G_GNUC_WARN_UNUSED_RESULT;
GArray *rcp_shared_passages_compare     (const RcpSegmentedText *a, const RcpSegmentedText *b) G_GNUC_WARN_UNUSED_RESULT;

/* Outlets that share a passage of this many words outside quotation marks count as one voice (design, inspector). */
#define RCP_SHARED_PASSAGE_MIN_WORDS 8

G_END_DECLS
