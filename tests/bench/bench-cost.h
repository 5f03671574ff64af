#pragma once

#include <glib.h>
#include <sys/resource.h>

/* What benches of the main loop measure alike. */

/**
 * BenchStall:
 * @last_us: when the loop last came round; set it before the first time
 * @longest_us: the longest it took from one time to the next
 */
typedef struct
{
  gint64 last_us;
  gint64 longest_us;
} BenchStall;

/* Of a short timeout, with a #BenchStall. */
static inline gboolean
bench_stall_cb (gpointer data)
{
  BenchStall *stall = data;
  gint64 now_us = g_get_monotonic_time ();

  stall->longest_us = MAX (stall->longest_us, now_us - stall->last_us);
  stall->last_us = now_us;
  return G_SOURCE_CONTINUE;
}

/* Seconds of processor time that this process has taken. */
static inline double
bench_processor_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}
