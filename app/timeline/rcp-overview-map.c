#include "config.h"

#include "rcp-overview-map.h"

#include <math.h>

/* An empty stretch that is more than this part of the whole is folded. */
#define FOLD_SHARE 0.2
/* Less than this is short enough to be shown whole. */
#define MIN_FOLDED_WHOLE 365.0
/* A short stretch beside a fold is shown as its whole year where the whole is many years. */
#define MIN_YEARS_WHOLE (5 * 366.0)
#define SHORT_DAYS 120.0
#define MAX_SPARSE_DAYS 740.0
#define SPARSE_SHARE 0.2
/* However short a stretch is, its label and a bar need this much. */
#define MIN_STRETCH_PX 56.0
/* Weeks up to three years, then months; years where even months would be too thin to see. */
#define MAX_WEEK_DAYS (3 * 366.0)
#define MAX_MONTH_DAYS (60 * 365.25)
#define LAST_DAY 3652059
/* An uncertain event is spread over no more bins than these: beyond, it says nothing about when. */
#define MAX_SPREAD 60

typedef enum
{
  BIN_WEEK,
  BIN_MONTH,
  BIN_YEAR,
} BinUnit;

struct _RcpOverviewMap
{
  GArray *bins;      /* of RcpOverviewBin */
  GArray *stretches; /* of RcpOverviewStretch */
  double width_px;
  double highest;
  gint32 main_first; /* of the stretch with most events; 0 without events */
  gint32 main_last;
};

static gint32
bin_start (BinUnit unit, gint32 day)
{
  RcpYmd ymd;

  day = CLAMP (day, 1, LAST_DAY);
  if (unit == BIN_WEEK)
    return day - (day - 1) % 7;
  ymd = rcp_day_to_ymd (day);
  return rcp_day_from_ymd (ymd.year, unit == BIN_MONTH ? ymd.month : 1, 1);
}

static gint32
bin_end (BinUnit unit, gint32 start)
{
  RcpYmd ymd;

  if (unit == BIN_WEEK)
    return MIN (start + 6, LAST_DAY);
  ymd = rcp_day_to_ymd (start);
  return unit == BIN_MONTH ? start + rcp_days_in_month (ymd.year, ymd.month) - 1 : rcp_day_from_ymd (ymd.year, 12, 31);
}

/* Cuts the whole at its long empty stretches. */
static void
find_stretches (RcpOverviewMap *self, const RcpTimelineIndex *index, gint32 first, gint32 last)
{
  double whole = (double) last - first + 1;
  gint32 start = first, end = first;
  guint n_events = 0;

  for (guint i = 0; i < rcp_timeline_index_get_n (index); i++)
    {
      const RcpTimelineEntry *entry = rcp_timeline_index_get (index, i);

      if ((double) entry->first_day - end > FOLD_SHARE * whole && whole > MIN_FOLDED_WHOLE)
        {
          RcpOverviewStretch stretch = { start, end + 1.0, 0, 0, n_events };

          g_array_append_val (self->stretches, stretch);
          n_events = 0;
          start = entry->first_day;
          end = entry->last_day;
        }
      n_events++;
      /* An interval longer than what may be folded holds nothing open: it is about no particular time. */
      if ((double) entry->last_day - entry->first_day <= FOLD_SHARE * whole)
        end = MAX (end, entry->last_day);
      else
        end = MAX (end, entry->first_day);
    }
  {
    RcpOverviewStretch stretch = { start, MAX (end, last) + 1.0, 0, 0, n_events };

    g_array_append_val (self->stretches, stretch);
  }
}

static BinUnit
choose_unit (RcpOverviewMap *self)
{
  double days = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const RcpOverviewStretch *s = &g_array_index (self->stretches, RcpOverviewStretch, i);

      days += s->last_day - s->first_day;
    }
  return days <= MAX_WEEK_DAYS ? BIN_WEEK : days <= MAX_MONTH_DAYS ? BIN_MONTH : BIN_YEAR;
}

/* A few days, or a year or two of which little is told: beside a story of many events it needs to be there, not more. */
static gboolean
is_short (RcpOverviewMap *self, const RcpOverviewStretch *s)
{
  double days = s->last_day - s->first_day;
  guint n = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    n += g_array_index (self->stretches, RcpOverviewStretch, i).n_events;
  return days < SHORT_DAYS || (days < MAX_SPARSE_DAYS && s->n_events <= n * SPARSE_SHARE);
}

/* Whole months, so that there is air around the first and the last bar and labels have a beginning to stand at. */
static void
widen_stretches (RcpOverviewMap *self, BinUnit unit, double whole)
{
  double before = -HUGE_VAL;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      RcpOverviewStretch *s = &g_array_index (self->stretches, RcpOverviewStretch, i);
      BinUnit to = whole > MIN_YEARS_WHOLE && self->stretches->len > 1 && is_short (self, s) ? BIN_YEAR
                   : unit == BIN_WEEK                                                       ? BIN_MONTH
                                                                                            : unit;
      gint32 first = bin_start (to, (gint32) s->first_day);
      gint32 last = bin_end (to, bin_start (to, (gint32) s->last_day - 1)) + 1;

      if (to == BIN_YEAR && i + 1 == self->stretches->len)
        {
          first = bin_start (BIN_MONTH, (gint32) s->first_day);
          last = bin_end (BIN_MONTH, bin_start (BIN_MONTH, (gint32) s->last_day - 1)) + 1;
        }
      /* A few days that stand alone need no more room than their year's number. */
      s->width_px = to == BIN_YEAR ? MIN_STRETCH_PX : 0;
      s->first_day = MAX (first, before);
      s->last_day = last;
      before = s->last_day;
      if (i + 1 < self->stretches->len)
        s->last_day = MIN (s->last_day, g_array_index (self->stretches, RcpOverviewStretch, i + 1).first_day);
    }
}

static void
lay_out_stretches (RcpOverviewMap *self, double pad_px)
{
  guint n = self->stretches->len;
  double room = MAX (self->width_px - 2 * pad_px - (n - 1) * RCP_OVERVIEW_FOLD_PX, n * 8.0);
  double least = MIN (MIN_STRETCH_PX, room / n), days = 0, small = 0, x = pad_px;
  guint n_small = 0;
  RcpOverviewStretch *s = (RcpOverviewStretch *) (void *) self->stretches->data;

  for (guint i = 0; i < n; i++)
    if (s[i].width_px == 0)
      days += s[i].last_day - s[i].first_day;
  for (guint i = 0; i < n; i++)
    {
      if (s[i].width_px > 0)
        s[i].width_px = least;
      else if ((s[i].last_day - s[i].first_day) / days * room < least)
        {
          s[i].width_px = least;
          small += s[i].last_day - s[i].first_day;
        }
      if (s[i].width_px > 0)
        n_small++;
    }
  room -= n_small * least;
  /* All of them short: they share what there is. */
  if (n_small == n)
    for (guint i = 0; i < n; i++)
      s[i].width_px += room / n;
  for (guint i = 0; i < n; i++)
    {
      if (s[i].width_px == 0)
        s[i].width_px = (s[i].last_day - s[i].first_day) / MAX (days - small, 1) * room;
      s[i].x = x;
      x += s[i].width_px + RCP_OVERVIEW_FOLD_PX;
    }
}

static void
make_bins (RcpOverviewMap *self, BinUnit unit)
{
  gint32 next = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const RcpOverviewStretch *s = &g_array_index (self->stretches, RcpOverviewStretch, i);
      BinUnit here = unit;

      /* A year that is drawn far smaller than the others is one bin, which can be seen. */
      if (s->width_px < MIN_STRETCH_PX + 1 && s->last_day - s->first_day > SHORT_DAYS)
        here = BIN_YEAR;
      for (gint32 day = MAX (bin_start (here, (gint32) s->first_day), next); day < s->last_day && day > 0;
           day = next <= LAST_DAY ? next : 0)
        {
          RcpOverviewBin bin = { .first_day = day, .last_day = bin_end (here, day) };

          bin.x = rcp_overview_map_to_x (self, MAX (day, s->first_day));
          bin.width_px = rcp_overview_map_to_x (self, MIN (bin.last_day + 1.0, s->last_day)) - bin.x;
          g_array_append_val (self->bins, bin);
          next = bin.last_day + 1;
        }
    }
}

static guint
find_bin (RcpOverviewMap *self, gint32 day)
{
  guint low = 0, high = self->bins->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->bins, RcpOverviewBin, middle).last_day < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
count_events (RcpOverviewMap *self, const RcpTimelineIndex *index)
{
  for (guint i = 0; i < rcp_timeline_index_get_n (index); i++)
    {
      const RcpTimelineEntry *entry = rcp_timeline_index_get (index, i);
      guint from, to;

      if (!rcp_timeline_index_is_shown (index, i))
        continue;
      from = find_bin (self, entry->first_day);
      to = find_bin (self, entry->last_day);
      if (from >= self->bins->len || to - from >= MAX_SPREAD)
        continue;
      to = MIN (to, self->bins->len - 1);
      if (entry->flags & RCP_TIMELINE_EXACT)
        g_array_index (self->bins, RcpOverviewBin, from).exact += 1;
      else
        for (guint b = from; b <= to; b++)
          g_array_index (self->bins, RcpOverviewBin, b).uncertain += 1;
    }
  for (guint i = 0; i < self->bins->len; i++)
    {
      const RcpOverviewBin *bin = &g_array_index (self->bins, RcpOverviewBin, i);

      self->highest = MAX (self->highest, bin->exact + bin->uncertain);
    }
}

/* The stretch with most events is what one wants to see first. */
static void
find_main (RcpOverviewMap *self, const RcpTimelineIndex *index)
{
  guint n = rcp_timeline_index_get_n (index), at = 0, most = 0;

  for (guint s = 0; s < self->stretches->len; s++)
    {
      const RcpOverviewStretch *stretch = &g_array_index (self->stretches, RcpOverviewStretch, s);
      guint from = at;
      gint32 last = 0;

      for (; at < n && (rcp_timeline_index_get (index, at)->first_day < stretch->last_day
                        || s + 1 == self->stretches->len);
           at++)
        {
          const RcpTimelineEntry *entry = rcp_timeline_index_get (index, at);

          if (entry->last_day <= stretch->last_day)
            last = MAX (last, entry->last_day);
          else
            last = MAX (last, entry->first_day);
        }
      if (at - from > most)
        {
          most = at - from;
          self->main_first = rcp_timeline_index_get (index, from)->first_day;
          self->main_last = MAX (last, self->main_first);
        }
    }
}

/**
 * rcp_overview_map_new:
 * @index: the events; all of them give the extent, those of shown families are counted
 * @width_px: the room there is
 * @pad_px: room to leave at both ends
 *
 * Returns: (transfer full): the map, which does not follow the index.
 */
RcpOverviewMap *
rcp_overview_map_new (const RcpTimelineIndex *index, double width_px, double pad_px)
{
  RcpOverviewMap *self = g_new0 (RcpOverviewMap, 1);
  gint32 first, last;
  BinUnit unit;

  self->width_px = MAX (width_px, 1);
  self->bins = g_array_new (FALSE, FALSE, sizeof (RcpOverviewBin));
  self->stretches = g_array_new (FALSE, TRUE, sizeof (RcpOverviewStretch));
  if (!rcp_timeline_index_get_span (index, &first, &last))
    return self;
  find_stretches (self, index, first, last);
  unit = choose_unit (self);
  widen_stretches (self, unit, (double) last - first + 1);
  lay_out_stretches (self, pad_px);
  make_bins (self, unit);
  count_events (self, index);
  find_main (self, index);
  return self;
}

/**
 * rcp_overview_map_free:
 */
void
rcp_overview_map_free (RcpOverviewMap *self)
{
  g_array_unref (self->bins);
  g_array_unref (self->stretches);
  g_free (self);
}

/**
 * rcp_overview_map_get_bins:
 *
 * Returns: (transfer none) (element-type RcpOverviewBin): the bins, in the order of time.
 */
const GArray *
rcp_overview_map_get_bins (const RcpOverviewMap *self)
{
  return self->bins;
}

/**
 * rcp_overview_map_get_stretches:
 *
 * Returns: (transfer none) (element-type RcpOverviewStretch): the stretches between folds, at least one if there is any
 *   event.
 */
const GArray *
rcp_overview_map_get_stretches (const RcpOverviewMap *self)
{
  return self->stretches;
}

/**
 * rcp_overview_map_get_highest:
 *
 * Returns: the most events of any bin.
 */
double
rcp_overview_map_get_highest (const RcpOverviewMap *self)
{
  return self->highest;
}

/**
 * rcp_overview_map_to_x:
 *
 * Returns: where @day is, in pixels; days of a fold are spread over its width, days outside are at the nearest end.
 */
double
rcp_overview_map_to_x (const RcpOverviewMap *self, double day)
{
  const RcpOverviewStretch *s = (const RcpOverviewStretch *) (const void *) self->stretches->data;
  guint n = self->stretches->len;

  if (n == 0)
    return 0;
  if (day <= s[0].first_day)
    return s[0].x;
  for (guint i = 0; i < n; i++)
    {
      if (day <= s[i].last_day)
        return s[i].x + (day - s[i].first_day) / (s[i].last_day - s[i].first_day) * s[i].width_px;
      if (i + 1 < n && day < s[i + 1].first_day)
        return s[i].x + s[i].width_px
               + (day - s[i].last_day) / (s[i + 1].first_day - s[i].last_day) * RCP_OVERVIEW_FOLD_PX;
    }
  return s[n - 1].x + s[n - 1].width_px;
}

/**
 * rcp_overview_map_to_day:
 *
 * Returns: the time at @x, in days; that of the nearest end outside.
 */
double
rcp_overview_map_to_day (const RcpOverviewMap *self, double x)
{
  const RcpOverviewStretch *s = (const RcpOverviewStretch *) (const void *) self->stretches->data;
  guint n = self->stretches->len;

  if (n == 0)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      double end = s[i].x + s[i].width_px;

      if (x <= end)
        return s[i].first_day + MAX (x - s[i].x, 0) / s[i].width_px * (s[i].last_day - s[i].first_day);
      if (i + 1 < n && x < s[i + 1].x)
        return s[i].last_day + (x - end) / RCP_OVERVIEW_FOLD_PX * (s[i + 1].first_day - s[i].last_day);
    }
  return s[n - 1].last_day;
}

/**
 * rcp_overview_map_get_main_span:
 * @first_day: (out): its first day
 * @last_day: (out): its last day
 *
 * Gives the days of the events in the stretch that has most of them.
 *
 * Returns: whether there is an event.
 */
gboolean
rcp_overview_map_get_main_span (const RcpOverviewMap *self, gint32 *first_day, gint32 *last_day)
{
  if (self->main_first == 0)
    return FALSE;
  *first_day = self->main_first;
  *last_day = self->main_last;
  return TRUE;
}
