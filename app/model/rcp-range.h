#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpRange:
 * @start: first code point
 * @end: one past the last code point
 *
 * A stretch of a text, counted in Unicode code points.
 */
typedef struct
{
  guint start;
  guint end;
} RcpRange;

static inline guint
rcp_range_length (RcpRange range)
{
  return range.end > range.start ? range.end - range.start : 0;
}

static inline gboolean
rcp_range_overlaps (RcpRange a, RcpRange b)
{
  return a.start < b.end && b.start < a.end;
}

static inline gboolean
rcp_range_contains (RcpRange outer, RcpRange inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** rcp_range_common: the number of code points that both ranges hold. */
static inline guint
rcp_range_common (RcpRange a, RcpRange b)
{
  guint start = MAX (a.start, b.start), end = MIN (a.end, b.end);

  return end > start ? end - start : 0;
}

G_END_DECLS
