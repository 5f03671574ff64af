#include "config.h"

#include "rcp-timeline-index.h"

#include "rcp-event.h"

/* Entries stand in the order of their first day, so a span's last entry is found by halving. Its first one is not, as a
 * long interval may have begun long before: entries are taken in blocks, and a block all of which ended before the span
 * is passed over whole. */
#define BLOCK 64

typedef struct
{
  GArray *members;   /* of guint: entries, in order */
  GArray *block_end; /* of gint32: the latest last day in each block */
  gint64 actor;
} Lane;

struct _RcpTimelineIndex
{
  GArray *entries;  /* of RcpTimelineEntry */
  GArray *undated;  /* of guint: positions in the list */
  GArray *actors;   /* of gint64: those of all entries */
  GArray *actors_at; /* of guint: where in @actors an entry's begin; one more than entries */
  Lane *lanes;
  guint n_lanes;
  gboolean has_others;
  guint families;
  guint n_family[RCP_N_FAMILIES];
};

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const RcpTimelineEntry *x = a, *y = b;

  if (x->first_day != y->first_day)
    return x->first_day < y->first_day ? -1 : 1;
  if (x->last_day != y->last_day)
    return x->last_day < y->last_day ? -1 : 1;
  return x->id < y->id ? -1 : x->id > y->id;
}

static gboolean
init_entry (RcpTimelineEntry *entry, RcpEvent *event, guint position)
{
  RcpEdtf *date = rcp_event_get_date (event);
  gint32 first, last;

  if (date == NULL)
    return FALSE;
  first = rcp_edtf_get_first_day (date);
  last = rcp_edtf_get_last_day (date);
  if (first == RCP_DAY_OPEN_START && last == RCP_DAY_OPEN_END)
    return FALSE;
  *entry = (RcpTimelineEntry) {
    .id = rcp_event_get_id (event),
    .position = position,
    .family = (guint8) rcp_action_get_family (rcp_event_get_action (event)),
    .n_slots = 1,
    .lane = RCP_TIMELINE_NONE,
  };
  if (first == RCP_DAY_OPEN_START)
    {
      entry->flags |= RCP_TIMELINE_OPEN_START;
      first = last;
    }
  else if (last == RCP_DAY_OPEN_END)
    {
      entry->flags |= RCP_TIMELINE_OPEN_END;
      last = first;
    }
  else if (rcp_edtf_is_exact_day (date))
    entry->flags |= RCP_TIMELINE_EXACT;
  entry->first_day = first;
  entry->last_day = last;
  return TRUE;
}

/* Events of one exact day get a place each within the day, for when a day is wide enough to hold them side by side. */
static void
number_slots (RcpTimelineIndex *self)
{
  RcpTimelineEntry *entries = (RcpTimelineEntry *) (void *) self->entries->data;

  for (guint i = 0; i < self->entries->len;)
    {
      gint32 day = entries[i].first_day;
      guint end = i, n = 0;

      for (; end < self->entries->len && entries[end].first_day == day; end++)
        if (entries[end].flags & RCP_TIMELINE_EXACT)
          {
            entries[end].slot = (guint16) MIN (n, G_MAXUINT16 - 1);
            n++;
          }
      for (; i < end; i++)
        if (entries[i].flags & RCP_TIMELINE_EXACT)
          entries[i].n_slots = (guint16) MIN (n, G_MAXUINT16);
    }
}

static void
fill_lanes (RcpTimelineIndex *self)
{
  guint n_actor_lanes = self->n_lanes - (self->has_others ? 1 : 0);

  for (guint l = 0; l < self->n_lanes; l++)
    {
      g_array_set_size (self->lanes[l].members, 0);
      g_array_set_size (self->lanes[l].block_end, 0);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      RcpTimelineEntry *entry = &g_array_index (self->entries, RcpTimelineEntry, i);
      guint from = g_array_index (self->actors_at, guint, i), to = g_array_index (self->actors_at, guint, i + 1);

      entry->lane = RCP_TIMELINE_NONE;
      if (!(self->families & 1u << entry->family))
        continue;
      for (guint l = 0; l < n_actor_lanes; l++)
        for (guint a = from; a < to; a++)
          if (g_array_index (self->actors, gint64, a) == self->lanes[l].actor)
            {
              g_array_append_val (self->lanes[l].members, i);
              entry->lane = MIN (entry->lane, l);
              break;
            }
      if (entry->lane == RCP_TIMELINE_NONE && self->has_others)
        {
          entry->lane = self->n_lanes - 1;
          g_array_append_val (self->lanes[entry->lane].members, i);
        }
    }
  for (guint l = 0; l < self->n_lanes; l++)
    {
      Lane *lane = &self->lanes[l];

      for (guint i = 0; i < lane->members->len; i++)
        {
          gint32 last = rcp_timeline_index_get (self, g_array_index (lane->members, guint, i))->last_day;

          if (i % BLOCK == 0)
            g_array_append_val (lane->block_end, last);
          else if (g_array_index (lane->block_end, gint32, i / BLOCK) < last)
            g_array_index (lane->block_end, gint32, i / BLOCK) = last;
        }
    }
}

static gboolean
any_without_lane (RcpTimelineIndex *self, const gint64 *lane_actors, guint n_lanes)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint a = g_array_index (self->actors_at, guint, i), to = g_array_index (self->actors_at, guint, i + 1);
      gboolean found = FALSE;

      for (; a < to && !found; a++)
        for (guint l = 0; l < n_lanes && !found; l++)
          found = g_array_index (self->actors, gint64, a) == lane_actors[l];
      if (!found)
        return TRUE;
    }
  return FALSE;
}

/**
 * rcp_timeline_index_new:
 * @events: a list of #RcpEvent
 * @lane_actors: (array length=n_lanes) (nullable): the actors that have a lane, the highest first
 * @n_lanes: how many; with 0 there is one lane, which holds everything
 *
 * Events of none of the actors share one more lane below the others, so that none is left out.
 *
 * Returns: (transfer full): the index, which does not follow the list.
 */
RcpTimelineIndex *
rcp_timeline_index_new (GListModel *events, const gint64 *lane_actors, guint n_lanes)
{
  RcpTimelineIndex *self = g_new0 (RcpTimelineIndex, 1);
  guint n = events ? g_list_model_get_n_items (events) : 0;

  self->families = (1u << RCP_N_FAMILIES) - 1;
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (RcpTimelineEntry), n);
  self->undated = g_array_new (FALSE, FALSE, sizeof (guint));
  self->actors = g_array_sized_new (FALSE, FALSE, sizeof (gint64), 2 * n);
  self->actors_at = g_array_sized_new (FALSE, FALSE, sizeof (guint), n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RcpEvent) event = g_list_model_get_item (events, i);
      RcpTimelineEntry entry;

      if (init_entry (&entry, event, i))
        {
          g_array_append_val (self->entries, entry);
          self->n_family[entry.family]++;
        }
      else
        g_array_append_val (self->undated, i);
    }
  g_array_sort (self->entries, compare_entries);
  number_slots (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (RcpEvent) event
          = g_list_model_get_item (events, g_array_index (self->entries, RcpTimelineEntry, i).position);
      GBytes *bytes = rcp_event_get_actor_ids (event);
      gsize size = 0;
      const gint64 *ids = bytes ? g_bytes_get_data (bytes, &size) : NULL;

      g_array_append_val (self->actors_at, self->actors->len);
      g_array_append_vals (self->actors, ids, (guint) (size / sizeof *ids));
    }
  g_array_append_val (self->actors_at, self->actors->len);

  self->has_others = n_lanes == 0 || any_without_lane (self, lane_actors, n_lanes);
  self->n_lanes = n_lanes + (self->has_others ? 1 : 0);
  self->lanes = g_new0 (Lane, self->n_lanes);
  for (guint l = 0; l < self->n_lanes; l++)
    {
      self->lanes[l].members = g_array_new (FALSE, FALSE, sizeof (guint));
      self->lanes[l].block_end = g_array_new (FALSE, FALSE, sizeof (gint32));
      if (l < n_lanes)
        self->lanes[l].actor = lane_actors[l];
    }
  fill_lanes (self);
  return self;
}

/**
 * rcp_timeline_index_free:
 */
void
rcp_timeline_index_free (RcpTimelineIndex *self)
{
  for (guint l = 0; l < self->n_lanes; l++)
    {
      g_array_unref (self->lanes[l].members);
      g_array_unref (self->lanes[l].block_end);
    }
  g_free (self->lanes);
  g_array_unref (self->entries);
  g_array_unref (self->undated);
  g_array_unref (self->actors);
  g_array_unref (self->actors_at);
  g_free (self);
}

/**
 * rcp_timeline_index_set_families:
 * @families: a bit for each #RcpFamily to show
 *
 * Events of the other families leave their lanes.
 */
void
rcp_timeline_index_set_families (RcpTimelineIndex *self, guint families)
{
  g_return_if_fail (self != NULL);

  if (self->families == families)
    return;
  self->families = families;
  fill_lanes (self);
}

/**
 * rcp_timeline_index_get_n:
 *
 * Returns: how many events have a date, shown or not.
 */
guint
rcp_timeline_index_get_n (const RcpTimelineIndex *self)
{
  return self->entries->len;
}

/**
 * rcp_timeline_index_get:
 * @i: below rcp_timeline_index_get_n()
 *
 * Returns: (transfer none): the entry at this place in the order of time.
 */
const RcpTimelineEntry *
rcp_timeline_index_get (const RcpTimelineIndex *self, guint i)
{
  g_assert (i < self->entries->len);

  return &g_array_index (self->entries, RcpTimelineEntry, i);
}

/**
 * rcp_timeline_index_find:
 * @id: an event
 *
 * Returns: its place, or %RCP_TIMELINE_NONE when it has no date or is not there.
 */
guint
rcp_timeline_index_find (const RcpTimelineIndex *self, gint64 id)
{
  for (guint i = 0; id != 0 && i < self->entries->len; i++)
    if (g_array_index (self->entries, RcpTimelineEntry, i).id == id)
      return i;
  return RCP_TIMELINE_NONE;
}

/**
 * rcp_timeline_index_is_shown:
 *
 * Returns: whether the entry's family is shown.
 */
gboolean
rcp_timeline_index_is_shown (const RcpTimelineIndex *self, guint i)
{
  return (self->families >> rcp_timeline_index_get (self, i)->family & 1u) != 0;
}

/**
 * rcp_timeline_index_get_span:
 * @first_day: (out): the first day of any event
 * @last_day: (out): the last one
 *
 * Returns: whether there is an event with a date.
 */
gboolean
rcp_timeline_index_get_span (const RcpTimelineIndex *self, gint32 *first_day, gint32 *last_day)
{
  if (self->entries->len == 0)
    return FALSE;
  *first_day = rcp_timeline_index_get (self, 0)->first_day;
  *last_day = *first_day;
  for (guint i = 0; i < self->entries->len; i++)
    *last_day = MAX (*last_day, rcp_timeline_index_get (self, i)->last_day);
  return TRUE;
}

/**
 * rcp_timeline_index_get_n_family:
 *
 * Returns: the dated events of a family, shown or not.
 */
guint
rcp_timeline_index_get_n_family (const RcpTimelineIndex *self, guint family)
{
  return family < RCP_N_FAMILIES ? self->n_family[family] : 0;
}

/**
 * rcp_timeline_index_get_undated:
 *
 * Returns: (transfer none) (element-type guint): the places, in the list, of the events that no day can be given to.
 */
const GArray *
rcp_timeline_index_get_undated (const RcpTimelineIndex *self)
{
  return self->undated;
}

/**
 * rcp_timeline_index_step:
 * @i: an entry, or %RCP_TIMELINE_NONE
 * @direction: 1 or -1
 *
 * Returns: the next shown entry in this direction; from %RCP_TIMELINE_NONE the first or the last; %RCP_TIMELINE_NONE
 *   at the end.
 */
guint
rcp_timeline_index_step (const RcpTimelineIndex *self, guint i, int direction)
{
  gint64 n = self->entries->len;
  gint64 at = i != RCP_TIMELINE_NONE ? (gint64) i + direction : direction > 0 ? 0 : n - 1;

  for (; at >= 0 && at < n; at += direction)
    if (rcp_timeline_index_is_shown (self, (guint) at))
      return (guint) at;
  return RCP_TIMELINE_NONE;
}

/**
 * rcp_timeline_index_get_n_lanes:
 *
 * Returns: how many lanes there are, that of the others included.
 */
guint
rcp_timeline_index_get_n_lanes (const RcpTimelineIndex *self)
{
  return self->n_lanes;
}

/**
 * rcp_timeline_index_has_others:
 *
 * Returns: whether the last lane is the one of events without an actor that has a lane.
 */
gboolean
rcp_timeline_index_has_others (const RcpTimelineIndex *self)
{
  return self->has_others;
}

/**
 * rcp_timeline_index_get_lane:
 *
 * Returns: (transfer none) (element-type guint): the shown entries of a lane, in the order of time.
 */
const GArray *
rcp_timeline_index_get_lane (const RcpTimelineIndex *self, guint lane)
{
  g_return_val_if_fail (lane < self->n_lanes, NULL);

  return self->lanes[lane].members;
}

static gint32
to_day (double day)
{
  return (gint32) CLAMP (day, -1e8, 1e8);
}

/* How many members of the lane begin at or before @day. */
static guint
upper_bound (const RcpTimelineIndex *self, const Lane *lane, gint32 day)
{
  guint low = 0, high = lane->members->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rcp_timeline_index_get (self, g_array_index (lane->members, guint, middle))->first_day <= day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static guint
walk (const RcpTimelineIndex *self, const Lane *lane, gint32 first, gint32 last, GArray *entries)
{
  guint end = upper_bound (self, lane, last), n = 0;

  for (guint i = 0; i < end;)
    {
      guint stop = MIN (end, i / BLOCK * BLOCK + BLOCK);

      if (g_array_index (lane->block_end, gint32, i / BLOCK) < first)
        i = stop;
      for (; i < stop; i++)
        {
          guint entry = g_array_index (lane->members, guint, i);

          if (rcp_timeline_index_get (self, entry)->last_day < first)
            continue;
          n++;
          if (entries != NULL)
            g_array_append_val (entries, entry);
        }
    }
  return n;
}

/**
 * rcp_timeline_index_query:
 * @lane: a lane
 * @first_day: left edge of a span
 * @last_day: right edge
 * @entries: (element-type guint): emptied, then filled with the entries that may be in it, in the order of time
 */
void
rcp_timeline_index_query (const RcpTimelineIndex *self, guint lane, double first_day, double last_day, GArray *entries)
{
  g_return_if_fail (lane < self->n_lanes);

  g_array_set_size (entries, 0);
  walk (self, &self->lanes[lane], to_day (first_day), to_day (last_day), entries);
}

/**
 * rcp_timeline_index_count:
 *
 * Returns: how many events of the lane may be between two days, both included.
 */
guint
rcp_timeline_index_count (const RcpTimelineIndex *self, guint lane, gint32 first_day, gint32 last_day)
{
  g_return_val_if_fail (lane < self->n_lanes, 0);

  return walk (self, &self->lanes[lane], first_day, last_day, NULL);
}

/**
 * rcp_timeline_index_count_all:
 * @first_event: (out) (optional): where the first of them begins, not before @first_day
 * @last_event: (out) (optional): where the last of them ends, not after @last_day
 *
 * Returns: how many shown events may be between two days, each counted once however many lanes it is in.
 */
guint
rcp_timeline_index_count_all (const RcpTimelineIndex *self, gint32 first_day, gint32 last_day, gint32 *first_event,
                              gint32 *last_event)
{
  gint32 first = last_day, last = first_day;
  guint n = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const RcpTimelineEntry *entry = rcp_timeline_index_get (self, i);

      if (entry->first_day > last_day)
        break;
      if (entry->last_day < first_day || !(self->families >> entry->family & 1u))
        continue;
      n++;
      first = MIN (first, entry->first_day);
      last = MAX (last, entry->last_day);
    }
  if (first_event != NULL)
    *first_event = MAX (first, first_day);
  if (last_event != NULL)
    *last_event = MIN (last, last_day);
  return n;
}

/**
 * rcp_timeline_index_neighbour:
 * @lane: a lane
 * @day: an edge
 * @direction: -1 for what ended before it, 1 for what begins after it
 *
 * Returns: the nearest such entry, or %RCP_TIMELINE_NONE.
 */
guint
rcp_timeline_index_neighbour (const RcpTimelineIndex *self, guint lane, double day, int direction)
{
  const Lane *l;
  guint end;

  g_return_val_if_fail (lane < self->n_lanes, RCP_TIMELINE_NONE);

  l = &self->lanes[lane];
  end = upper_bound (self, l, to_day (day));
  if (direction > 0)
    return end < l->members->len ? g_array_index (l->members, guint, end) : RCP_TIMELINE_NONE;
  while (end-- > 0)
    {
      guint entry = g_array_index (l->members, guint, end);

      if (rcp_timeline_index_get (self, entry)->last_day + 1 <= day)
        return entry;
    }
  return RCP_TIMELINE_NONE;
}

/**
 * rcp_timeline_index_nearest:
 *
 * Returns: the entry of the lane whose middle is nearest to @day, or %RCP_TIMELINE_NONE in an empty lane.
 */
guint
rcp_timeline_index_nearest (const RcpTimelineIndex *self, guint lane, double day)
{
  guint best = RCP_TIMELINE_NONE;
  double best_distance = 0;

  g_return_val_if_fail (lane < self->n_lanes, RCP_TIMELINE_NONE);

  for (guint i = 0; i < self->lanes[lane].members->len; i++)
    {
      guint e = g_array_index (self->lanes[lane].members, guint, i);
      const RcpTimelineEntry *entry = rcp_timeline_index_get (self, e);
      double distance = ABS ((entry->first_day + (double) entry->last_day + 1) / 2 - day);

      if (best == RCP_TIMELINE_NONE || distance < best_distance)
        {
          best = e;
          best_distance = distance;
        }
    }
  return best;
}
