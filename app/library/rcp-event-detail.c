#include "config.h"

#include "rcp-event-detail.h"

struct _RcpEventDetail
{
  GObject parent_instance;

  /* owned */
  RcpEvent *event;
  GListModel *accounts;
  GListModel *actors;
  GListModel *discrepancies;
  GListModel *notes;
  GPtrArray *conflicts;
  GPtrArray *plans;
  RcpEvent *outcome; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (RcpEventDetail, rcp_event_detail, G_TYPE_OBJECT)

static void
rcp_event_detail_finalize (GObject *object)
{
  RcpEventDetail *self = RCP_EVENT_DETAIL (object);

  g_clear_object (&self->event);
  g_clear_object (&self->accounts);
  g_clear_object (&self->actors);
  g_clear_object (&self->discrepancies);
  g_clear_object (&self->notes);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_object (&self->outcome);

  G_OBJECT_CLASS (rcp_event_detail_parent_class)->finalize (object);
}

static void
rcp_event_detail_class_init (RcpEventDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_event_detail_finalize;
}

static void
rcp_event_detail_init (RcpEventDetail *self)
{
}

/**
 * rcp_event_detail_new:
 * @event: the event
 * @accounts: (element-type RcpAccount): by publication date
 * @actors: (element-type RcpActor): the most mentioned first
 * @discrepancies: (element-type RcpDiscrepancy): points on which accounts differ, settled ones included
 * @notes: (element-type RcpNote): the oldest first
 * @conflicts: (element-type RcpDateExpression): dates of its accounts whose words contradict each other
 * @plans: (element-type RcpEvent): events that planned it, by date
 * @outcome: (nullable): the event that came of it, where it is a plan
 *
 * Takes references of its own to all of them.
 *
 * Returns: (transfer full): the detail.
 */
RcpEventDetail *
rcp_event_detail_new (RcpEvent *event, GListModel *accounts, GListModel *actors, GListModel *discrepancies,
                      GListModel *notes, GPtrArray *conflicts, GPtrArray *plans, RcpEvent *outcome)
{
  RcpEventDetail *self;

  g_return_val_if_fail (RCP_IS_EVENT (event), NULL);

  self = g_object_new (RCP_TYPE_EVENT_DETAIL, NULL);
  self->event = g_object_ref (event);
  self->accounts = g_object_ref (accounts);
  self->actors = g_object_ref (actors);
  self->discrepancies = g_object_ref (discrepancies);
  self->notes = g_object_ref (notes);
  self->conflicts = g_ptr_array_ref (conflicts);
  self->plans = g_ptr_array_ref (plans);
  self->outcome = outcome ? g_object_ref (outcome) : NULL;
  return self;
}

/**
 * rcp_event_detail_get_event:
 *
 * Returns: (transfer none): the event.
 */
RcpEvent *
rcp_event_detail_get_event (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->event;
}

/**
 * rcp_event_detail_get_accounts:
 *
 * Returns: (transfer none): of #RcpAccount, by publication date.
 */
GListModel *
rcp_event_detail_get_accounts (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->accounts;
}

/**
 * rcp_event_detail_get_actors:
 *
 * Returns: (transfer none): of #RcpActor, the most mentioned first.
 */
GListModel *
rcp_event_detail_get_actors (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->actors;
}

/**
 * rcp_event_detail_get_discrepancies:
 *
 * Returns: (transfer none): of #RcpDiscrepancy, settled ones included.
 */
GListModel *
rcp_event_detail_get_discrepancies (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->discrepancies;
}

/**
 * rcp_event_detail_get_notes:
 *
 * Returns: (transfer none): of #RcpNote, the oldest first.
 */
GListModel *
rcp_event_detail_get_notes (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->notes;
}

/**
 * rcp_event_detail_get_conflicts:
 *
 * Returns: (transfer none): of #RcpDateExpression, dates of its accounts whose words contradict each other.
 */
const GPtrArray *
rcp_event_detail_get_conflicts (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->conflicts;
}

/**
 * rcp_event_detail_get_plans:
 *
 * Returns: (transfer none): of #RcpEvent: the plans that came about in it, by date.
 */
const GPtrArray *
rcp_event_detail_get_plans (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->plans;
}

/**
 * rcp_event_detail_get_outcome:
 *
 * Returns: (transfer none) (nullable): what came of it, where it is a plan.
 */
RcpEvent *
rcp_event_detail_get_outcome (RcpEventDetail *self)
{
  g_return_val_if_fail (RCP_IS_EVENT_DETAIL (self), NULL);

  return self->outcome;
}
