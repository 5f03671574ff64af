#include "config.h"

#include "rcp-timeline-state-private.h"

#include <math.h>

#define ALL_FAMILIES ((1u << RCP_N_FAMILIES) - 1)

/* The years 1 to 9999, and room beside them: what a span may show at most. */
#define MIN_DAY (-36525.0)
#define MAX_DAY (3652059.0 + 36525.0)

G_DEFINE_FINAL_TYPE (RcpTimelineState, rcp_timeline_state, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOSSIER_ID,
  PROP_FIRST_DAY,
  PROP_LAST_DAY,
  PROP_RANGE,
  PROP_SELECTED_EVENT,
  PROP_SELECTED_ACTOR,
  PROP_SELECTED_ARTICLE,
  PROP_FAMILIES,
  N_PROPS
};

enum
{
  FILTER_CHANGED,
  OPEN_ARTICLE,
  OPEN_EVENT,
  FIT_RANGE,
  FIT_ALL,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
rcp_timeline_state_finalize (GObject *object)
{
  RcpTimelineState *self = RCP_TIMELINE_STATE (object);

  g_clear_pointer (&self->range, rcp_edtf_unref);
  g_clear_pointer (&self->actors, g_hash_table_unref);
  g_clear_pointer (&self->found, g_hash_table_unref);

  G_OBJECT_CLASS (rcp_timeline_state_parent_class)->finalize (object);
}

static void
rcp_timeline_state_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpTimelineState *self = RCP_TIMELINE_STATE (object);

  switch (prop_id)
    {
    case PROP_DOSSIER_ID:
      g_value_set_int64 (value, self->dossier_id);
      break;
    case PROP_FIRST_DAY:
      g_value_set_double (value, self->first_day);
      break;
    case PROP_LAST_DAY:
      g_value_set_double (value, self->last_day);
      break;
    case PROP_RANGE:
      g_value_set_boxed (value, self->range);
      break;
    case PROP_SELECTED_EVENT:
      g_value_set_int64 (value, self->selected_event);
      break;
    case PROP_SELECTED_ACTOR:
      g_value_set_int64 (value, self->selected_actor);
      break;
    case PROP_SELECTED_ARTICLE:
      g_value_set_int64 (value, self->selected_article);
      break;
    case PROP_FAMILIES:
      g_value_set_uint (value, self->families);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_timeline_state_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpTimelineState *self = RCP_TIMELINE_STATE (object);

  switch (prop_id)
    {
    case PROP_DOSSIER_ID:
      rcp_timeline_state_set_dossier_id (self, g_value_get_int64 (value));
      break;
    case PROP_FIRST_DAY:
      rcp_timeline_state_set_span (self, g_value_get_double (value), self->last_day);
      break;
    case PROP_LAST_DAY:
      rcp_timeline_state_set_span (self, self->first_day, g_value_get_double (value));
      break;
    case PROP_RANGE:
      rcp_timeline_state_set_range (self, g_value_get_boxed (value));
      break;
    case PROP_SELECTED_EVENT:
      rcp_timeline_state_set_selected_event (self, g_value_get_int64 (value));
      break;
    case PROP_SELECTED_ACTOR:
      rcp_timeline_state_set_selected_actor (self, g_value_get_int64 (value));
      break;
    case PROP_SELECTED_ARTICLE:
      rcp_timeline_state_set_selected_article (self, g_value_get_int64 (value));
      break;
    case PROP_FAMILIES:
      rcp_timeline_state_set_families (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_timeline_state_class_init (RcpTimelineStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = rcp_timeline_state_finalize;
  object_class->get_property = rcp_timeline_state_get_property;
  object_class->set_property = rcp_timeline_state_set_property;

  properties[PROP_DOSSIER_ID] = g_param_spec_int64 ("dossier-id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FIRST_DAY] = g_param_spec_double ("first-day", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_LAST_DAY] = g_param_spec_double ("last-day", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
  properties[PROP_RANGE] = g_param_spec_boxed ("range", NULL, NULL, RCP_TYPE_EDTF, flags);
  properties[PROP_SELECTED_EVENT] = g_param_spec_int64 ("selected-event", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SELECTED_ACTOR] = g_param_spec_int64 ("selected-actor", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SELECTED_ARTICLE] = g_param_spec_int64 ("selected-article", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_FAMILIES] = g_param_spec_uint ("families", NULL, NULL, 0, ALL_FAMILIES, ALL_FAMILIES, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
  signals[OPEN_ARTICLE] = g_signal_new ("open-article", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_UINT, G_TYPE_UINT);
  signals[OPEN_EVENT] = g_signal_new ("open-event", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[FIT_RANGE] = g_signal_new ("fit-range", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
  signals[FIT_ALL] = g_signal_new ("fit-all", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
rcp_timeline_state_init (RcpTimelineState *self)
{
  self->actors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->families = ALL_FAMILIES;
}

/**
 * rcp_timeline_state_new:
 *
 * Returns: (transfer full): a state in which nothing is chosen and everything is shown.
 */
RcpTimelineState *
rcp_timeline_state_new (void)
{
  return g_object_new (RCP_TYPE_TIMELINE_STATE, NULL);
}

/** rcp_timeline_state_filter_changed: tells everyone that other events are faded now. */
void
rcp_timeline_state_filter_changed (RcpTimelineState *self)
{
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

/**
 * rcp_timeline_state_get_dossier_id:
 *
 * Returns: the dossier shown, 0 for the whole library.
 */
gint64
rcp_timeline_state_get_dossier_id (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), 0);

  return self->dossier_id;
}

/**
 * rcp_timeline_state_set_dossier_id:
 * @dossier_id: a dossier, or 0 for the whole library
 *
 * Shows another dossier. What was chosen in the one before means nothing in this one: the range, the selection and the
 * filters on actors and words are dropped.
 */
void
rcp_timeline_state_set_dossier_id (RcpTimelineState *self, gint64 dossier_id)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (self->dossier_id == dossier_id)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->dossier_id = dossier_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER_ID]);
  rcp_timeline_state_set_range (self, NULL);
  rcp_timeline_state_set_selected_event (self, 0);
  rcp_timeline_state_set_selected_article (self, 0);
  rcp_timeline_state_clear_actor_filter (self);
  rcp_timeline_state_clear_found_events (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rcp_timeline_state_get_first_day:
 *
 * Returns: the left edge of the visible span, in days; 0 (like the last day) before a timeline has set it.
 */
double
rcp_timeline_state_get_first_day (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), 0);

  return self->first_day;
}

/**
 * rcp_timeline_state_get_last_day:
 *
 * Returns: the right edge of the visible span, in days.
 */
double
rcp_timeline_state_get_last_day (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), 0);

  return self->last_day;
}

/**
 * rcp_timeline_state_set_span:
 * @first_day: left edge, in days
 * @last_day: right edge, not before it
 *
 * Sets what is visible. Both notifications come after both edges have been set. Edges that are no numbers are ignored;
 * those far outside the calendar are brought back to it.
 */
void
rcp_timeline_state_set_span (RcpTimelineState *self, double first_day, double last_day)
{
  gboolean first_changed, last_changed;

  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (!isfinite (first_day) || !isfinite (last_day))
    return;
  first_day = CLAMP (first_day, MIN_DAY, MAX_DAY);
  last_day = CLAMP (last_day, first_day, MAX_DAY);
  first_changed = self->first_day != first_day;
  last_changed = self->last_day != last_day;
  self->first_day = first_day;
  self->last_day = last_day;

  g_object_freeze_notify (G_OBJECT (self));
  if (first_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_DAY]);
  if (last_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_DAY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * rcp_timeline_state_get_range:
 *
 * Returns: (transfer none) (nullable): the range chosen on the axis.
 */
RcpEdtf *
rcp_timeline_state_get_range (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), NULL);

  return self->range;
}

/**
 * rcp_timeline_state_set_range:
 * @range: (nullable): the range chosen on the axis
 */
void
rcp_timeline_state_set_range (RcpTimelineState *self, RcpEdtf *range)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (self->range == range || (self->range && range && rcp_edtf_equal (self->range, range)))
    return;
  if (range != NULL)
    rcp_edtf_ref (range);
  g_clear_pointer (&self->range, rcp_edtf_unref);
  self->range = range;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RANGE]);
}

/**
 * rcp_timeline_state_get_selected_event:
 *
 * Returns: the event selected, 0 for none.
 */
gint64
rcp_timeline_state_get_selected_event (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), 0);

  return self->selected_event;
}

/**
 * rcp_timeline_state_set_selected_event:
 * @event_id: an event, or 0 for none
 *
 * An event that is chosen, be it the one chosen before, takes the place of an actor's card.
 */
void
rcp_timeline_state_set_selected_event (RcpTimelineState *self, gint64 event_id)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (event_id != 0)
    rcp_timeline_state_set_selected_actor (self, 0);
  if (self->selected_event == event_id)
    return;
  self->selected_event = event_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_EVENT]);
}

/**
 * rcp_timeline_state_get_selected_actor:
 *
 * Returns: the actor whose card is shown, 0 for none.
 */
gint64
rcp_timeline_state_get_selected_actor (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), 0);

  return self->selected_actor;
}

/**
 * rcp_timeline_state_set_selected_actor:
 * @actor_id: an actor, or 0 for none
 *
 * The event selected stays so: when the card is closed, it is shown again.
 */
void
rcp_timeline_state_set_selected_actor (RcpTimelineState *self, gint64 actor_id)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (self->selected_actor == actor_id)
    return;
  self->selected_actor = actor_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ACTOR]);
}

/**
 * rcp_timeline_state_get_selected_article:
 *
 * Returns: the article selected, 0 for none.
 */
gint64
rcp_timeline_state_get_selected_article (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), 0);

  return self->selected_article;
}

/**
 * rcp_timeline_state_set_selected_article:
 * @article_id: an article, or 0 for none
 */
void
rcp_timeline_state_set_selected_article (RcpTimelineState *self, gint64 article_id)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (self->selected_article == article_id)
    return;
  self->selected_article = article_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ARTICLE]);
}

/**
 * rcp_timeline_state_get_families:
 *
 * Returns: a bit for each #RcpFamily that is shown.
 */
guint
rcp_timeline_state_get_families (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), ALL_FAMILIES);

  return self->families;
}

/**
 * rcp_timeline_state_set_families:
 * @families: a bit for each #RcpFamily to show; other bits are ignored
 */
void
rcp_timeline_state_set_families (RcpTimelineState *self, guint families)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  families &= ALL_FAMILIES;
  if (self->families == families)
    return;
  self->families = families;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FAMILIES]);
}

/**
 * rcp_timeline_state_open_article:
 * @article_id: an article
 * @start: first code point of a passage of it
 * @end: one past the last; equal to @start for no passage
 *
 * Selects the article and asks the reader to show the passage.
 */
void
rcp_timeline_state_open_article (RcpTimelineState *self, gint64 article_id, guint start, guint end)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  rcp_timeline_state_set_selected_article (self, article_id);
  g_signal_emit (self, signals[OPEN_ARTICLE], 0, article_id, start, end);
}

/**
 * rcp_timeline_state_open_event:
 * @event_id: an event
 *
 * Selects the event and asks the timeline to show it.
 */
void
rcp_timeline_state_open_event (RcpTimelineState *self, gint64 event_id)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  rcp_timeline_state_set_selected_event (self, event_id);
  g_signal_emit (self, signals[OPEN_EVENT], 0, event_id);
}

/**
 * rcp_timeline_state_fit:
 * @to_range: whether to show the range chosen rather than the whole dossier
 *
 * Asks the timeline to zoom so that all of it shows.
 */
void
rcp_timeline_state_fit (RcpTimelineState *self, gboolean to_range)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  g_signal_emit (self, signals[to_range ? FIT_RANGE : FIT_ALL], 0);
}
