#pragma once

#include "rcp-fetched.h"

G_BEGIN_DECLS

/* No scheduled check: retired, paused, or not followed. */
#define RCP_SCHEDULE_NEVER G_MAXINT64

/* Between two scheduled checks of one source, whatever anybody says. Servers of news answer caches this often at most, and
 * the feeds' own common values (ttl 10, 15, 60 minutes) start there. Too short a value makes the program a nuisance. */
#define RCP_SCHEDULE_MIN_INTERVAL_S (10 * 60)
/* A source that is followed is looked at this often, whatever its feed or its failures say. */
#define RCP_SCHEDULE_MAX_WAIT_S (24 * 60 * 60)

/**
 * RcpSchedule:
 * @interval_s: what the user wishes between two checks; 0 when the source is not followed
 * @ttl_s: how long the feed itself says that it need not be asked (ttl of RSS 2.0, sy:updatePeriod over
 *   sy:updateFrequency); 0 when it says nothing
 * @skip_hours: hours of the day, UTC, in which the feed does not want to be asked: bit 0 for 0:00 to 0:59 (skipHours of
 *   RSS 2.0, where hour 24 is hour 0)
 * @skip_days: days of the week, UTC, likewise: bit 0 for Monday (skipDays)
 * @retry_after_us: before this the server does not want to be asked, µs UTC; 0 for nothing said
 * @fresh_until_us: before this the server says that nothing is new, µs UTC; 0 for nothing said
 * @checked_us: the last check, µs UTC; 0 for never
 * @n_failures: checks that failed since the last that worked
 * @is_paused: by the user
 * @is_retired: the server said that it is gone for good
 * @seed: spreads the sources; the row of the source, say
 *
 * What is known of a source that bears on when to ask it again. A plain value; all of it is the caller's to keep.
 */
typedef struct
{
  guint interval_s;
  guint ttl_s;
  guint32 skip_hours;
  guint8 skip_days;
  gint64 retry_after_us;
  gint64 fresh_until_us;
  gint64 checked_us;
  guint n_failures;
  gboolean is_paused;
  gboolean is_retired;
  guint64 seed;
} RcpSchedule;

gint64 rcp_schedule_next_us    (const RcpSchedule *self);
gint64 rcp_schedule_by_hand_us (const RcpSchedule *self, gint64 now_us);
void   rcp_schedule_answered   (RcpSchedule *self, RcpFetched *fetched, gint64 now_us);
void   rcp_schedule_failed     (RcpSchedule *self, gint64 now_us);

G_END_DECLS
