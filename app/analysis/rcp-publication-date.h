#pragma once

#include "rcp-date-finder.h"
#include "rcp-document.h"

G_BEGIN_DECLS

RcpPublication *rcp_publication_date_infer  (const RcpDateFinder *finder, const RcpDocument *document,
                                             const RcpSegmentedText *text, gint32 today) G_GNUC_WARN_UNUSED_RESULT;
RcpPublication *rcp_publication_date_fix    (const RcpDateFinder *finder, const RcpSegmentedText *text, RcpEdtf *date,
                                             gint32 today) G_GNUC_WARN_UNUSED_RESULT;
gboolean        rcp_publication_date_is_same_happening (RcpAction action, guint n_shared, const GArray *terms_a,
                                                        const GArray *terms_b);
GPtrArray      *rcp_publication_date_refine (const RcpDateFinder *finder, RcpSegmentedText *const *texts,
                                             RcpFindings *const *findings, const gboolean *frozen, guint n,
                                             gint32 today)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
