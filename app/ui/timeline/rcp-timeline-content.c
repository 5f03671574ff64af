#include "config.h"

#include "rcp-timeline-content.h"

struct _RcpTimelineContent
{
  GObject parent_instance;

  /* owned */
  RcpTimelineState *state;
  GListModel *events;
  GListModel *pinned;
  GListModel *articles;
  RcpTimelineIndex *index;

  /* plain */
  gint64 selected_id;
  guint selected; /* cached place of the event selected */
};

G_DEFINE_FINAL_TYPE (RcpTimelineContent, rcp_timeline_content, G_TYPE_OBJECT)

enum
{
  CHANGED,
  FADED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
families_cb (RcpTimelineState *state, GParamSpec *pspec, RcpTimelineContent *self)
{
  rcp_timeline_index_set_families (self->index, rcp_timeline_state_get_families (state));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
filter_changed_cb (RcpTimelineState *state, RcpTimelineContent *self)
{
  g_signal_emit (self, signals[FADED], 0);
}

static void
rcp_timeline_content_dispose (GObject *object)
{
  RcpTimelineContent *self = RCP_TIMELINE_CONTENT (object);

  g_clear_object (&self->state);
  g_clear_object (&self->events);
  g_clear_object (&self->pinned);
  g_clear_object (&self->articles);

  G_OBJECT_CLASS (rcp_timeline_content_parent_class)->dispose (object);
}

static void
rcp_timeline_content_finalize (GObject *object)
{
  g_clear_pointer (&RCP_TIMELINE_CONTENT (object)->index, rcp_timeline_index_free);

  G_OBJECT_CLASS (rcp_timeline_content_parent_class)->finalize (object);
}

static void
rcp_timeline_content_class_init (RcpTimelineContentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rcp_timeline_content_dispose;
  object_class->finalize = rcp_timeline_content_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FADED] = g_signal_new ("faded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
rcp_timeline_content_init (RcpTimelineContent *self)
{
  self->index = rcp_timeline_index_new (NULL, NULL, 0);
  self->selected = RCP_TIMELINE_NONE;
}

/**
 * rcp_timeline_content_new:
 * @state: what is chosen
 *
 * Returns: (transfer full): a content without events.
 */
RcpTimelineContent *
rcp_timeline_content_new (RcpTimelineState *state)
{
  RcpTimelineContent *self = g_object_new (RCP_TYPE_TIMELINE_CONTENT, NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "notify::families", G_CALLBACK (families_cb), self, 0);
  g_signal_connect_object (state, "filter-changed", G_CALLBACK (filter_changed_cb), self, 0);
  return self;
}

/**
 * rcp_timeline_content_set:
 * @events: (nullable): a list of #RcpEvent
 * @pinned_actors: (nullable): a list of #RcpActor, the highest lane first
 * @articles: (nullable): a list of #RcpArticle
 */
void
rcp_timeline_content_set (RcpTimelineContent *self, GListModel *events, GListModel *pinned_actors, GListModel *articles)
{
  g_autofree gint64 *lanes = NULL;
  guint n_lanes = pinned_actors ? g_list_model_get_n_items (pinned_actors) : 0;

  g_return_if_fail (RCP_IS_TIMELINE_CONTENT (self));

  g_set_object (&self->events, events);
  g_set_object (&self->pinned, pinned_actors);
  g_set_object (&self->articles, articles);
  lanes = g_new0 (gint64, n_lanes + 1);
  for (guint i = 0; i < n_lanes; i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (pinned_actors, i);

      lanes[i] = rcp_actor_get_id (actor);
    }
  rcp_timeline_index_free (self->index);
  self->index = rcp_timeline_index_new (events, lanes, n_lanes);
  rcp_timeline_index_set_families (self->index, rcp_timeline_state_get_families (self->state));
  self->selected_id = 0;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rcp_timeline_content_get_state:
 *
 * Returns: (transfer none): what is chosen.
 */
RcpTimelineState *
rcp_timeline_content_get_state (RcpTimelineContent *self)
{
  return self->state;
}

/**
 * rcp_timeline_content_get_index:
 *
 * Returns: (transfer none): the index of the events; another one after each change.
 */
const RcpTimelineIndex *
rcp_timeline_content_get_index (RcpTimelineContent *self)
{
  return self->index;
}

/**
 * rcp_timeline_content_get_articles:
 *
 * Returns: (transfer none) (nullable): the articles.
 */
GListModel *
rcp_timeline_content_get_articles (RcpTimelineContent *self)
{
  return self->articles;
}

/**
 * rcp_timeline_content_get_n_pinned:
 *
 * Returns: how many actors have a lane.
 */
guint
rcp_timeline_content_get_n_pinned (RcpTimelineContent *self)
{
  return self->pinned ? g_list_model_get_n_items (self->pinned) : 0;
}

/**
 * rcp_timeline_content_dup_lane_actor:
 *
 * Returns: (transfer full) (nullable): whose lane it is; NULL for the lane of everything else.
 */
RcpActor *
rcp_timeline_content_dup_lane_actor (RcpTimelineContent *self, guint lane)
{
  return lane < rcp_timeline_content_get_n_pinned (self) ? g_list_model_get_item (self->pinned, lane) : NULL;
}

/**
 * rcp_timeline_content_dup_event:
 * @entry: of the index
 *
 * Returns: (transfer full): the event.
 */
RcpEvent *
rcp_timeline_content_dup_event (RcpTimelineContent *self, guint entry)
{
  return g_list_model_get_item (self->events, rcp_timeline_index_get (self->index, entry)->position);
}

/**
 * rcp_timeline_content_dup_undated:
 * @i: which of those without a date
 *
 * Returns: (transfer full): the event.
 */
RcpEvent *
rcp_timeline_content_dup_undated (RcpTimelineContent *self, guint i)
{
  const GArray *undated = rcp_timeline_index_get_undated (self->index);

  g_return_val_if_fail (i < undated->len, NULL);

  return g_list_model_get_item (self->events, g_array_index (undated, guint, i));
}

/**
 * rcp_timeline_content_get_selected:
 *
 * Returns: the entry of the event that is selected, or %RCP_TIMELINE_NONE.
 */
guint
rcp_timeline_content_get_selected (RcpTimelineContent *self)
{
  gint64 id = rcp_timeline_state_get_selected_event (self->state);

  if (id == 0)
    return RCP_TIMELINE_NONE;
  if (id != self->selected_id)
    {
      self->selected = rcp_timeline_index_find (self->index, id);
      self->selected_id = id;
    }
  return self->selected;
}

/**
 * rcp_timeline_content_is_faded:
 * @entry: of the index
 *
 * Returns: whether the event is outside what is filtered on.
 */
gboolean
rcp_timeline_content_is_faded (RcpTimelineContent *self, guint entry)
{
  g_autoptr (RcpEvent) event = NULL;
  GBytes *bytes;
  const gint64 *ids = NULL;
  gsize size = 0;

  if (!rcp_timeline_state_has_actor_filter (self->state) && !rcp_timeline_state_has_found_events (self->state))
    return FALSE;
  event = rcp_timeline_content_dup_event (self, entry);
  bytes = rcp_event_get_actor_ids (event);
  if (bytes != NULL)
    ids = g_bytes_get_data (bytes, &size);
  return rcp_timeline_state_is_faded (self->state, rcp_event_get_id (event), ids, (guint) (size / sizeof *ids));
}
