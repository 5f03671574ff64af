#pragma once

#include "rcp-date-finder.h"
#include "rcp-date-shape.h"
#include "rcp-page-dates.h"

G_BEGIN_DECLS

const RcpDateGrammar *rcp_date_finder_get_grammar (const RcpDateFinder *self, const char *language);
const RcpPageDates   *rcp_date_finder_get_page_dates (const RcpDateFinder *self);
GArray               *rcp_date_finder_scan        (const RcpDateFinder *self, const RcpSegmentedText *text)
  G_GNUC_WARN_UNUSED_RESULT;
GArray               *rcp_date_finder_read        (const RcpDateFinder *self, const RcpSegmentedText *text,
                                                   const GArray *shapes, gint32 reference) G_GNUC_WARN_UNUSED_RESULT;

/**
 * RcpDateFound:
 * @has_value: whether @reading holds anything
 * @reading: what the expression means
 * @told_first: first day of the date told before it; %RCP_DAY_INVALID for none
 * @told_last: its last day
 */
typedef struct
{
  gboolean has_value;
  RcpDateReading reading;
  gint32 told_first;
  gint32 told_last;
} RcpDateFound;

G_END_DECLS
