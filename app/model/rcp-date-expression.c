#include "config.h"

#include "rcp-date-expression.h"

#include <string.h>

#include "rcp-enum-types.h"

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
  g_clear_pointer (&self->steps, g_array_unref);
  g_free (self->time);
  g_free (self->text);
  g_free (self);
}

static void
step_clear (gpointer data)
{
  RcpDateStep *step = data;

  rcp_edtf_unref (step->value);
}

/**
 * rcp_date_expression_add_step:
 * @rule: how the step was reached
 * @value: (transfer none): what it came to
 *
 * Adds a step to the derivation; only for the function that makes @self.
 */
void
rcp_date_expression_add_step (RcpDateExpression *self, RcpDateRule rule, RcpEdtf *value)
{
  RcpDateStep step = { rule, rcp_edtf_ref (value) };

  if (self->steps == NULL)
    {
      self->steps = g_array_new (FALSE, FALSE, sizeof (RcpDateStep));
      g_array_set_clear_func (self->steps, step_clear);
    }
  g_array_append_val (self->steps, step);
}

/**
 * rcp_date_expression_format_steps:
 *
 * Returns: (transfer full) (nullable): the steps as one line, "year-nearest 2024-03;…", to be kept; NULL for none.
 */
char *
rcp_date_expression_format_steps (const RcpDateExpression *self)
{
  GString *line;

  if (self->steps == NULL || self->steps->len == 0)
    return NULL;
  line = g_string_new (NULL);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const RcpDateStep *step = &g_array_index (self->steps, RcpDateStep, i);

      g_string_append_printf (line, "%s%s %s", i > 0 ? ";" : "", rcp_enum_to_nick (RCP_TYPE_DATE_RULE, step->rule),
                              rcp_edtf_get_string (step->value));
    }
  return g_string_free (line, FALSE);
}

/**
 * rcp_date_expression_parse_steps:
 * @steps: (nullable): what rcp_date_expression_format_steps() gave
 *
 * Adds the steps of a kept line; what cannot be read is left out.
 */
void
rcp_date_expression_parse_steps (RcpDateExpression *self, const char *steps)
{
  g_auto (GStrv) parts = g_strsplit (steps ? steps : "", ";", -1);

  for (guint i = 0; parts[i]; i++)
    {
      char *space = strchr (parts[i], ' ');
      g_autoptr (RcpEdtf) value = space ? rcp_edtf_parse (space + 1, NULL) : NULL;
      int rule;

      if (value == NULL)
        continue;
      *space = '\0';
      if (rcp_enum_from_nick (RCP_TYPE_DATE_RULE, parts[i], &rule))
        rcp_date_expression_add_step (self, rule, value);
    }
}
