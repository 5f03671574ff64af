#pragma once

#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpKinds:
 * @RCP_KINDS_APART: each tells of something else
 * @RCP_KINDS_UNKNOWN: the lexicon does not know what kind of happening one of them tells
 * @RCP_KINDS_TOUCH: what the one tells, the other tells besides
 * @RCP_KINDS_CROSSED: each tells besides what the other tells
 * @RCP_KINDS_SAME: both tell the same kind of happening
 *
 * How the kinds of happening that two accounts tell relate.
 */
typedef enum
{
  RCP_KINDS_APART,
  RCP_KINDS_UNKNOWN,
  RCP_KINDS_TOUCH,
  RCP_KINDS_CROSSED,
  RCP_KINDS_SAME,
} RcpKinds;

double   rcp_account_terms_share         (const guint32 *a, guint n_a, const guint32 *b, guint n_b);
RcpKinds rcp_account_terms_compare_kinds (const guint32 *a, guint n_a, const guint32 *b, guint n_b);

G_END_DECLS
