#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RcpFeedPrecision:
 * @RCP_FEED_PRECISION_NONE: no date
 * @RCP_FEED_PRECISION_YEAR: only the year is said
 * @RCP_FEED_PRECISION_MONTH: year and month
 * @RCP_FEED_PRECISION_DAY: the day, without a time
 * @RCP_FEED_PRECISION_FLOATING: day and time of day, but no zone: hours off, perhaps
 * @RCP_FEED_PRECISION_TIME: an instant
 *
 * How much a date of a feed says.
 */
typedef enum
{
  RCP_FEED_PRECISION_NONE,
  RCP_FEED_PRECISION_YEAR,
  RCP_FEED_PRECISION_MONTH,
  RCP_FEED_PRECISION_DAY,
  RCP_FEED_PRECISION_FLOATING,
  RCP_FEED_PRECISION_TIME,
} RcpFeedPrecision;

/**
 * RcpFeedDate:
 * @us: µs UTC since 1970; of what is not said, the first: midnight, the first of the month; a time without a zone is taken
 *   for UTC; 0 without a date
 * @precision: how much of it is said
 */
typedef struct
{
  gint64 us;
  RcpFeedPrecision precision;
} RcpFeedDate;

gboolean rcp_feed_date_parse  (const char *text, RcpFeedDate *date);
char    *rcp_feed_date_format (const RcpFeedDate *date) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
