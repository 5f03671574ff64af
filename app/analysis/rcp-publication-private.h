#pragma once

#include "rcp-date-finder-private.h"
#include "rcp-findings.h"

G_BEGIN_DECLS

/* Private to the inference of publication dates. */

/**
 * RcpPublicationSpan:
 * @first_day: first day that the article may have appeared
 * @last_day: last
 *
 * Both included. Empty where @first_day is after @last_day.
 */
typedef struct
{
  gint32 first_day;
  gint32 last_day;
} RcpPublicationSpan;

/* A weekday, "this month" and their like say nothing of a day farther off than this. */
#define RCP_PUBLICATION_REACH_DAYS 400

RcpPublication *rcp_publication_infer_within   (const RcpSegmentedText *text, const GArray *shapes,
                                                RcpPublicationSpan bounds, RcpDateRule rule) G_GNUC_WARN_UNUSED_RESULT;
gboolean        rcp_publication_span_of_shape  (const RcpDateShape *shape, RcpPublicationSpan day,
                                                RcpPublicationSpan *span);
gint32          rcp_publication_earliest       (const GArray *shapes, gint32 today);
gboolean        rcp_publication_is_present_day (const RcpDateShape *shape);

G_END_DECLS
