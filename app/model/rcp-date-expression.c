#include "config.h"

#include "rcp-date-expression.h"

G_DEFINE_BOXED_TYPE (RcpDateExpression, rcp_date_expression, rcp_date_expression_ref, rcp_date_expression_unref)

/**
 * rcp_date_expression_new:
 * @text: the words themselves
 * @value: (transfer none) (nullable)
 * @anchor: (transfer none) (nullable)
 *
 * Returns: (transfer full)
 */
RcpDateExpression *
rcp_date_expression_new (RcpRange range, const char *text, RcpDateKind kind, RcpEdtf *value, RcpDateRule rule,
                         RcpDateAnchor anchor_kind, RcpEdtf *anchor)
{
  RcpDateExpression *self = g_new0 (RcpDateExpression, 1);

  g_atomic_ref_count_init (&self->refs);
  self->range = range;
  self->text = g_strdup (text);
  self->kind = kind;
  self->value = value ? rcp_edtf_ref (value) : NULL;
  self->rule = rule;
  self->anchor_kind = anchor_kind;
  self->anchor = anchor ? rcp_edtf_ref (anchor) : NULL;
  return self;
}

RcpDateExpression *
rcp_date_expression_ref (RcpDateExpression *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
rcp_date_expression_unref (RcpDateExpression *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->value, rcp_edtf_unref);
  g_clear_pointer (&self->anchor, rcp_edtf_unref);
  g_free (self->text);
  g_free (self);
}
