#include "config.h"

#include "rcp-batch.h"

#include "rcp-event-affinity.h"

/* Which of the events that take part is what another one planned. */

/* The event that speaks most for being what the account planned; the first of those that do as much. */
static gint64
find_outcome (const RcpBatch *batch, guint plan, double *best)
{
  const RcpTelling *planned = batch->tellings->pdata[plan];
  gint64 plan_id = g_array_index (batch->event_ids, gint64, plan), found = 0;
  const RcpJoinAccount a = rcp_telling_to_join_account (planned, planned->id);

  for (guint i = 0; i < batch->tellings->len; i++)
    {
      const RcpTelling *telling = batch->tellings->pdata[i];
      gint64 event_id = g_array_index (batch->event_ids, gint64, i);
      RcpJoinAccount b;
      double affinity;

      if (event_id == plan_id || telling->found->status == RCP_STATUS_PLANNED || telling->found->when == NULL)
        continue;
      b = rcp_telling_to_join_account (telling, telling->id);
      affinity = rcp_event_affinity_outcome (&a, &b);
      if (affinity > *best)
        {
          *best = affinity;
          found = event_id;
        }
    }
  return found;
}

/* An event is a plan only where nobody tells it as done. */
static GHashTable *
list_plans (const RcpBatch *batch)
{
  GHashTable *plans = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < batch->tellings->len; i++)
    if (((RcpTelling *) batch->tellings->pdata[i])->found->status == RCP_STATUS_PLANNED)
      g_hash_table_add (plans, &g_array_index (batch->event_ids, gint64, i));
  for (guint i = 0; i < batch->tellings->len; i++)
    {
      RcpStatus status = ((RcpTelling *) batch->tellings->pdata[i])->found->status;

      if (status == RCP_STATUS_DONE || status == RCP_STATUS_BACKGROUND)
        g_hash_table_remove (plans, &g_array_index (batch->event_ids, gint64, i));
    }
  return plans;
}

typedef struct
{
  gint64 outcome_id;
  double affinity;
} Outcome;

/**
 * rcp_batch_put_outcomes:
 *
 * Links the plans among the events that take part with what came of them. To be called once the events have their rows.
 */
void
rcp_batch_put_outcomes (RcpBatch *batch)
{
  g_autoptr (GHashTable) plans = list_plans (batch);
  g_autoptr (GHashTable) outcomes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer key, value;

  if (g_hash_table_size (plans) == 0)
    return;
  for (guint i = 0; i < batch->tellings->len; i++)
    {
      gint64 *plan_id = &g_array_index (batch->event_ids, gint64, i);
      Outcome *outcome;
      gint64 found;

      if (!g_hash_table_contains (plans, plan_id))
        continue;
      outcome = g_hash_table_lookup (outcomes, plan_id);
      if (outcome == NULL)
        {
          outcome = g_new0 (Outcome, 1);
          g_hash_table_insert (outcomes, plan_id, outcome);
        }
      found = find_outcome (batch, i, &outcome->affinity);
      if (found != 0)
        outcome->outcome_id = found;
    }
  g_hash_table_iter_init (&iter, outcomes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    rcp_change_set_set_outcome (batch->changes, *(gint64 *) key, ((Outcome *) value)->outcome_id);
}
