#pragma once

#include "rcp-edtf.h"
#include "rcp-range.h"

G_BEGIN_DECLS

#define RCP_TYPE_DATE_EXPRESSION (rcp_date_expression_get_type ())

/**
 * RcpDateStep:
 * @rule: how it was reached
 * @value: what it came to
 *
 * One step on the way to the value of a date expression: "mi-mars" is first the March nearest to the anchor, then its
 * middle.
 */
typedef struct
{
  RcpDateRule rule;
  RcpEdtf *value;
} RcpDateStep;

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
 * @time: (nullable): the part of the day or the clock time that is told with it, in the notation of TIMEX3 (ISO 24617-1):
 *   "TMO", "TAF", "TEV", "TNI", "T14:30", "T14:30Z", "T14:30+01:00"; @value stays in whole days
 * @steps: (nullable) (element-type RcpDateStep): what was reached before @value, in order; NULL where @rule led there at once.
 *   Expression, @anchor, @steps and @rule are the derivation of the value.
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
  char *time;
  GArray *steps;
} RcpDateExpression;

GType              rcp_date_expression_get_type (void);
RcpDateExpression *rcp_date_expression_new      (RcpRange range, const char *text, RcpDateKind kind, RcpEdtf *value,
                                                 RcpDateRule rule, RcpDateAnchor anchor_kind, RcpEdtf *anchor);
RcpDateExpression *rcp_date_expression_ref      (RcpDateExpression *self);
void               rcp_date_expression_unref    (RcpDateExpression *self);
void               rcp_date_expression_add_step (RcpDateExpression *self, RcpDateRule rule, RcpEdtf *value);
char              *rcp_date_expression_format_steps (const RcpDateExpression *self) G_GNUC_WARN_UNUSED_RESULT;
void               rcp_date_expression_parse_steps (RcpDateExpression *self, const char *steps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDateExpression, rcp_date_expression_unref)

G_END_DECLS
