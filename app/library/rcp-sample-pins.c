#include "config.h"

#include "rcp-sample-pins.h"

/* Enough lanes to show what lanes are for, few enough to be seen at once. */
#define N_PEOPLE 1
#define N_STATES 3

/**
 * rcp_sample_pins_set:
 * @store: a library that holds the sample
 *
 * Pins the most mentioned person and states, so that the sample shows lanes at first sight. Leaves a library alone in
 * which anything is pinned already: that was the user. Blocks; any thread.
 *
 * Returns: FALSE with @error set where the store fails.
 */
gboolean
rcp_sample_pins_set (RcpStore *store, GError **error)
{
  g_autoptr (GListModel) actors = rcp_store_list_actors (store, 0, NULL, error);
  guint left[] = { [RCP_ACTOR_PERSON] = N_PEOPLE, [RCP_ACTOR_ORGANISATION] = 0, [RCP_ACTOR_STATE] = N_STATES,
                   [RCP_ACTOR_PLACE] = 0 };
  int rank = 0;

  if (actors == NULL)
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (actors); i++)
    {
      g_autoptr (RcpActor) actor = g_list_model_get_item (actors, i);
      RcpActorKind kind = rcp_actor_get_kind (actor);

      /* Pinned ones come first. */
      if (rcp_actor_get_pin_rank (actor) >= 0)
        return TRUE;
      if (left[kind] == 0)
        continue;
      left[kind]--;
      if (!rcp_store_pin_actor (store, rcp_actor_get_id (actor), rank++, NULL, error))
        return FALSE;
    }
  return TRUE;
}
