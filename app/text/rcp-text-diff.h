#pragma once

#include "rcp-segmented-text.h"

G_BEGIN_DECLS

/**
 * RcpTextDiff:
 *
 * What two versions of one text have in common, word by word. Immutable, any thread.
 */
typedef struct _RcpTextDiff RcpTextDiff;

RcpTextDiff *rcp_text_diff_new       (const RcpSegmentedText *before, const RcpSegmentedText *after)
  G_GNUC_WARN_UNUSED_RESULT;
void         rcp_text_diff_free      (RcpTextDiff *self);
double       rcp_text_diff_get_likeness (const RcpTextDiff *self);
gboolean     rcp_text_diff_map_range (const RcpTextDiff *self, RcpRange range, RcpRange *mapped);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpTextDiff, rcp_text_diff_free)

G_END_DECLS
