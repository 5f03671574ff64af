#pragma once

#include "rcp-edtf.h"
#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_DATE_EXPRESSION (rcp_date_expression_get_type ())

/**
 * RcpDateExpression:
 * @range: where it stands in the article's text
 * @kind: what it is
 * @value: (nullable): what it means; NULL for what has no calendar value
 * @rule: how @value was reached
 * @anchor_kind: what a relative expression was counted from
 * @anchor: (nullable): that date
 * @conflict: the words contradict each other ("mardi 27 mars" on a Wednesday): shown, not hidden
 * @text: the expression as it stands in the text
 *
 * A stretch of text that places something in time, with its normalised value and how that was derived. Immutable once
 * it has left the function that made it, reference counted, any thread.
 */
typedef struct
{
  gatomicrefcount refs;
  RcpRange range;
  RcpDateKind kind;
  RcpEdtf *value;
  RcpDateRule rule;
  RcpDateAnchor anchor_kind;
  RcpEdtf *anchor;
  gboolean conflict;
  char *text;
} RcpDateExpression;

GType              rcp_date_expression_get_type (void);
RcpDateExpression *rcp_date_expression_new      (RcpRange range, const char *text, RcpDateKind kind, RcpEdtf *value,
                                                 RcpDateRule rule, RcpDateAnchor anchor_kind, RcpEdtf *anchor);
RcpDateExpression *rcp_date_expression_ref      (RcpDateExpression *self);
void               rcp_date_expression_unref    (RcpDateExpression *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDateExpression, rcp_date_expression_unref)

G_END_DECLS
