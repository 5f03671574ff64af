#pragma once

#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpQuotedSpan:
 * @open: the token of the opening mark
 * @close: the token of the closing mark; one past the last quoted token where none stands
 * @is_closed: a closing mark stands there
 *
 * Words between quotation marks; a quotation inside another is part of it.
 */
typedef struct
{
  guint open;
  guint close;
  gboolean is_closed;
} RcpQuotedSpan;

GArray *rcp_quoted_spans_find (const RcpSegmentedText *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
