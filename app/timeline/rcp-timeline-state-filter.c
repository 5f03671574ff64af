#include "config.h"

#include "rcp-timeline-state-private.h"

#include <stdlib.h>

/* Which events are faded: by the actors filtered on, and by the words of a search. */

/**
 * rcp_timeline_state_has_actor_filter:
 *
 * Returns: whether events are filtered on actors.
 */
gboolean
rcp_timeline_state_has_actor_filter (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), FALSE);

  return g_hash_table_size (self->actors) > 0;
}

/**
 * rcp_timeline_state_get_actor_filtered:
 *
 * Returns: whether @actor_id is one of the actors filtered on.
 */
gboolean
rcp_timeline_state_get_actor_filtered (RcpTimelineState *self, gint64 actor_id)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), FALSE);

  return g_hash_table_contains (self->actors, &actor_id);
}

/**
 * rcp_timeline_state_set_actor_filter:
 * @actor_id: an actor
 * @add: whether the other actors stay filtered on
 *
 * Filters on @actor_id, alone or beside the others. Asked again for an actor that is filtered on, takes it out: a
 * second click undoes the first.
 */
void
rcp_timeline_state_set_actor_filter (RcpTimelineState *self, gint64 actor_id, gboolean add)
{
  gboolean was_in;
  guint was_size;

  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  was_in = g_hash_table_contains (self->actors, &actor_id);
  was_size = g_hash_table_size (self->actors);
  if (!add)
    g_hash_table_remove_all (self->actors);
  if (!was_in || (!add && was_size > 1))
    g_hash_table_add (self->actors, g_memdup2 (&actor_id, sizeof actor_id));
  else
    g_hash_table_remove (self->actors, &actor_id);
  rcp_timeline_state_filter_changed (self);
}

/**
 * rcp_timeline_state_clear_actor_filter:
 *
 * Filters on no actor.
 */
void
rcp_timeline_state_clear_actor_filter (RcpTimelineState *self)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (g_hash_table_size (self->actors) == 0)
    return;
  g_hash_table_remove_all (self->actors);
  rcp_timeline_state_filter_changed (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

/**
 * rcp_timeline_state_list_actor_filter:
 * @n: (out): how many
 *
 * Returns: (transfer full) (array length=n): the actors filtered on, by id.
 */
gint64 *
rcp_timeline_state_list_actor_filter (RcpTimelineState *self, guint *n)
{
  GHashTableIter iter;
  gpointer key;
  gint64 *ids;

  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), NULL);

  ids = g_new (gint64, g_hash_table_size (self->actors) + 1);
  *n = 0;
  g_hash_table_iter_init (&iter, self->actors);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    ids[(*n)++] = *(gint64 *) key;
  qsort (ids, *n, sizeof *ids, compare_ids);
  return ids;
}

/**
 * rcp_timeline_state_set_found_events:
 * @event_ids: (array length=n) (nullable): the events a search found; NULL filters nothing
 * @n: how many; 0 with an array fades every event
 */
void
rcp_timeline_state_set_found_events (RcpTimelineState *self, const gint64 *event_ids, guint n)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (event_ids == NULL)
    {
      rcp_timeline_state_clear_found_events (self);
      return;
    }
  g_clear_pointer (&self->found, g_hash_table_unref);
  self->found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->found, g_memdup2 (&event_ids[i], sizeof event_ids[i]));
  rcp_timeline_state_filter_changed (self);
}

/**
 * rcp_timeline_state_clear_found_events:
 *
 * Forgets the search.
 */
void
rcp_timeline_state_clear_found_events (RcpTimelineState *self)
{
  g_return_if_fail (RCP_IS_TIMELINE_STATE (self));

  if (self->found == NULL)
    return;
  g_clear_pointer (&self->found, g_hash_table_unref);
  rcp_timeline_state_filter_changed (self);
}

/**
 * rcp_timeline_state_has_found_events:
 *
 * Returns: whether events are filtered by a search.
 */
gboolean
rcp_timeline_state_has_found_events (RcpTimelineState *self)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), FALSE);

  return self->found != NULL;
}

/**
 * rcp_timeline_state_is_faded:
 * @event_id: an event
 * @actor_ids: (array length=n_actors): its actors
 *
 * Returns: whether the event is outside the filters on actors and words, and so shown at 38 %.
 */
gboolean
rcp_timeline_state_is_faded (RcpTimelineState *self, gint64 event_id, const gint64 *actor_ids, guint n_actors)
{
  g_return_val_if_fail (RCP_IS_TIMELINE_STATE (self), FALSE);

  if (self->found != NULL && !g_hash_table_contains (self->found, &event_id))
    return TRUE;
  if (g_hash_table_size (self->actors) == 0)
    return FALSE;
  for (guint i = 0; i < n_actors; i++)
    if (g_hash_table_contains (self->actors, &actor_ids[i]))
      return FALSE;
  return TRUE;
}
