#pragma once

#include "rcp-date-expression.h"

G_BEGIN_DECLS

char *rcp_date_expression_to_timex (const RcpDateExpression *self) G_GNUC_WARN_UNUSED_RESULT;
const char *rcp_date_expression_get_timex_type (const RcpDateExpression *self);

G_END_DECLS
