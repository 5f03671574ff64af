#include "config.h"

#include "rcp-schedule.h"

#define SECOND_US G_GINT64_CONSTANT (1000000)
#define HOUR_US (3600 * SECOND_US)
#define DAY_HOURS 24
#define WEEK_HOURS (7 * DAY_HOURS)
/* Day 0 of Unix time was a Thursday. */
#define EPOCH_WEEKDAY 3
/* Sources that were added together are not asked together for ever; more than a quarter of an hour would be felt. */
#define MAX_SPREAD_S (15 * 60)
/* With the first failure a source waits as ever, and twice as long with each after it. */
#define MAX_DOUBLINGS 20

/* A number that looks like chance and is the same for the same source at the same check: SplitMix64 (Steele, Lea and
 * Flood, "Fast splittable pseudorandom number generators", 2014). Below @n; 0 when that is 0. */
static gint64
spread (const RcpSchedule *self, guint64 salt, gint64 n)
{
  guint64 z = self->seed + salt * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (guint64) self->checked_us;

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;
  return n > 0 ? (gint64) (z % (guint64) n) : 0;
}

/* Between the last check and the next, as far as user, feed and failures say. */
static gint64
wait_s (const RcpSchedule *self)
{
  gint64 base_s = MAX (self->interval_s, MIN (self->ttl_s, RCP_SCHEDULE_MAX_WAIT_S));
  gint64 wait;

  base_s = MAX (base_s, RCP_SCHEDULE_MIN_INTERVAL_S);
  if (self->n_failures < 2)
    return base_s + spread (self, 1, MIN (base_s / 10, MAX_SPREAD_S));
  wait = MIN (base_s << MIN (self->n_failures - 1, MAX_DOUBLINGS), MAX (base_s, RCP_SCHEDULE_MAX_WAIT_S));
  /* Downwards, so that those which wait the longest are spread too. */
  return wait - spread (self, self->n_failures, MIN (wait - base_s, wait / 4));
}

static gboolean
is_skipped (const RcpSchedule *self, gint64 hour)
{
  gint64 day = hour / DAY_HOURS;

  return (self->skip_hours >> (hour % DAY_HOURS) & 1) != 0 || (self->skip_days >> ((day + EPOCH_WEEKDAY) % 7) & 1) != 0;
}

/* The feed's own hours of rest. One that rests always has made a mistake. */
static gint64
after_rest_us (const RcpSchedule *self, gint64 time_us)
{
  gint64 hour = time_us / HOUR_US;

  if (!is_skipped (self, hour))
    return time_us;
  for (guint i = 1; i <= WEEK_HOURS; i++)
    if (!is_skipped (self, hour + i))
      return (hour + i) * HOUR_US + spread (self, 0, MAX_SPREAD_S) * SECOND_US;
  return time_us;
}

/**
 * rcp_schedule_next_us:
 *
 * When the next scheduled check is due: after the user's interval, the feed's ttl, the server's max-age and Retry-After,
 * whichever ends last, and outside of the hours in which the feed rests. After failures the wait doubles, to a day at most.
 * Never before %RCP_SCHEDULE_MIN_INTERVAL_S are over; what feed and server say beyond %RCP_SCHEDULE_MAX_WAIT_S counts for
 * that long, save Retry-After. Sources are spread by some minutes. Pure; any thread.
 *
 * Returns: µs UTC, perhaps past, 0 for at once; %RCP_SCHEDULE_NEVER.
 */
gint64
rcp_schedule_next_us (const RcpSchedule *self)
{
  gint64 next_us;

  g_return_val_if_fail (self != NULL, RCP_SCHEDULE_NEVER);

  if (self->interval_s == 0 || self->is_paused || self->is_retired)
    return RCP_SCHEDULE_NEVER;
  if (self->checked_us <= 0)
    return MAX (self->retry_after_us, 0);
  next_us = self->checked_us + wait_s (self) * SECOND_US;
  next_us = MAX (next_us, MIN (self->fresh_until_us, self->checked_us + RCP_SCHEDULE_MAX_WAIT_S * SECOND_US));
  next_us = MAX (next_us, self->retry_after_us);
  return after_rest_us (self, next_us);
}

/**
 * rcp_schedule_by_hand_us:
 * @now_us: µs UTC
 *
 * When a check that the user asks for may be made: now, unless the server asked to be left alone. Pure; any thread.
 *
 * Returns: µs UTC, not before @now_us.
 */
gint64
rcp_schedule_by_hand_us (const RcpSchedule *self, gint64 now_us)
{
  g_return_val_if_fail (self != NULL, now_us);

  return MAX (now_us, self->retry_after_us);
}

/**
 * rcp_schedule_answered:
 * @fetched: the answer to a check, of any status
 * @now_us: when it came, µs UTC
 *
 * Notes what an answer says of the next check. Where it turns out to be no feed, rcp_schedule_failed() follows.
 */
void
rcp_schedule_answered (RcpSchedule *self, RcpFetched *fetched, gint64 now_us)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (fetched != NULL);

  if (!rcp_fetched_check (fetched, NULL))
    {
      rcp_schedule_failed (self, now_us);
      self->retry_after_us = fetched->retry_after_s >= 0 ? now_us + fetched->retry_after_s * SECOND_US : 0;
      self->is_retired |= fetched->is_gone;
      return;
    }
  self->checked_us = now_us;
  self->n_failures = 0;
  self->retry_after_us = 0;
  self->fresh_until_us = fetched->fresh_until_us;
  self->is_retired = FALSE;
}

/**
 * rcp_schedule_failed:
 * @now_us: µs UTC
 *
 * Notes a check that brought no answer, or one that is no use.
 */
void
rcp_schedule_failed (RcpSchedule *self, gint64 now_us)
{
  g_return_if_fail (self != NULL);

  self->checked_us = now_us;
  self->fresh_until_us = 0;
  if (self->n_failures < G_MAXUINT)
    self->n_failures++;
}
