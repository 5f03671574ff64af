#pragma once

#include <gio/gio.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

/**
 * RcpTimelineEntryFlags:
 * @RCP_TIMELINE_EXACT: one day, stated as such
 * @RCP_TIMELINE_OPEN_START: not after its last day; nothing says since when
 * @RCP_TIMELINE_OPEN_END: not before its first day
 */
typedef enum
{
  RCP_TIMELINE_EXACT = 1 << 0,
  RCP_TIMELINE_OPEN_START = 1 << 1,
  RCP_TIMELINE_OPEN_END = 1 << 2,
} RcpTimelineEntryFlags;

/**
 * RcpTimelineEntry:
 * @id: the event
 * @position: its place in the list it came from
 * @first_day: first day it can be; where the start is open, the same as @last_day
 * @last_day: last day it can be; where the end is open, the same as @first_day
 * @lane: the highest lane it is in
 * @slot: its place among the events of the same exact day
 * @n_slots: how many these are
 * @family: #RcpFamily
 * @flags: #RcpTimelineEntryFlags
 *
 * A dated event, as geometry needs it.
 */
typedef struct
{
  gint64 id;
  guint position;
  gint32 first_day;
  gint32 last_day;
  guint lane;
  guint16 slot;
  guint16 n_slots;
  guint8 family;
  guint8 flags;
} RcpTimelineEntry;

/**
 * RcpTimelineIndex:
 *
 * The dated events of a dossier in the order of time, and for each lane the events of it, ready to be asked for those
 * of a span. Belongs to one thread at a time.
 */
typedef struct _RcpTimelineIndex RcpTimelineIndex;

#define RCP_TIMELINE_NONE G_MAXUINT

RcpTimelineIndex       *rcp_timeline_index_new          (GListModel *events, const gint64 *lane_actors, guint n_lanes)
  G_GNUC_WARN_UNUSED_RESULT;
void                    rcp_timeline_index_free         (RcpTimelineIndex *self);
void                    rcp_timeline_index_set_families (RcpTimelineIndex *self, guint families);

guint                   rcp_timeline_index_get_n        (const RcpTimelineIndex *self);
const RcpTimelineEntry *rcp_timeline_index_get          (const RcpTimelineIndex *self, guint i);
guint                   rcp_timeline_index_find         (const RcpTimelineIndex *self, gint64 id);
gboolean                rcp_timeline_index_is_shown     (const RcpTimelineIndex *self, guint i);
gboolean                rcp_timeline_index_get_span     (const RcpTimelineIndex *self, gint32 *first_day, gint32 *last_day);
guint                   rcp_timeline_index_get_n_family (const RcpTimelineIndex *self, guint family);
const GArray           *rcp_timeline_index_get_undated  (const RcpTimelineIndex *self);
guint                   rcp_timeline_index_step         (const RcpTimelineIndex *self, guint i, int direction);

guint                   rcp_timeline_index_get_n_lanes  (const RcpTimelineIndex *self);
gboolean                rcp_timeline_index_has_others   (const RcpTimelineIndex *self);
const GArray           *rcp_timeline_index_get_lane     (const RcpTimelineIndex *self, guint lane);
void                    rcp_timeline_index_query        (const RcpTimelineIndex *self, guint lane, double first_day,
                                                         double last_day, GArray *entries);
guint                   rcp_timeline_index_count        (const RcpTimelineIndex *self, guint lane, gint32 first_day,
                                                         gint32 last_day);
guint                   rcp_timeline_index_count_all    (const RcpTimelineIndex *self, gint32 first_day, gint32 last_day,
                                                         gint32 *first_event, gint32 *last_event);
guint                   rcp_timeline_index_neighbour    (const RcpTimelineIndex *self, guint lane, double day, int direction);
guint                   rcp_timeline_index_nearest      (const RcpTimelineIndex *self, guint lane, double day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RcpTimelineIndex, rcp_timeline_index_free)

G_END_DECLS
