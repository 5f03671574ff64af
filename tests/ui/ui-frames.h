#pragma once

#include <gtk/gtk.h>
#include <time.h>

/* How long a frame takes, for the programs that scroll something large. */

/* The time that this thread has worked: other programs on the machine do not count. */
static inline gint64
get_work_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

typedef struct
{
  gint64 begin_us;
  GArray *times_us; /* gint64 each */
} Frames;

static inline void
before_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  frames->begin_us = get_work_us ();
}

static inline void
after_paint_cb (GdkFrameClock *clock, Frames *frames)
{
  gint64 time_us = get_work_us () - frames->begin_us;

  g_array_append_val (frames->times_us, time_us);
}

static inline int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static inline double
percentile_ms (Frames *frames, double share)
{
  return g_array_index (frames->times_us, gint64, (guint) ((frames->times_us->len - 1) * share)) / 1000.0;
}
