#pragma once

#include "rcp-findings.h"

G_BEGIN_DECLS

/**
 * RcpDateFinder:
 *
 * Finds date expressions in French and English text and resolves them. Compiled once from the lexicon; immutable after,
 * so any number of threads may use one.
 */
typedef struct _RcpDateFinder RcpDateFinder;

RcpDateFinder *rcp_date_finder_new  (GError **error);
void           rcp_date_finder_free (RcpDateFinder *self);
GPtrArray     *rcp_date_finder_find (const RcpDateFinder *self, const RcpSegmentedText *text, RcpEdtf *reference)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpDateFinder, rcp_date_finder_free)

G_END_DECLS
