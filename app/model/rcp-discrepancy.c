#include "config.h"

#include "rcp-discrepancy.h"

struct _RcpDiscrepancy
{
  GObject parent_instance;

  /* owned */
  GListModel *values; /* of RcpDiscrepancyValue */
  char *other_title;
  RcpEdtf *other_date;

  /* plain */
  gint64 id;
  gint64 event_id;
  gint64 other_event_id;
  RcpDiscrepancyKind kind;
  gboolean settled;
  gboolean is_update;
};

G_DEFINE_FINAL_TYPE (RcpDiscrepancy, rcp_discrepancy, G_TYPE_OBJECT)

static void
rcp_discrepancy_finalize (GObject *object)
{
  RcpDiscrepancy *self = RCP_DISCREPANCY (object);

  g_clear_object (&self->values);
  g_clear_pointer (&self->other_title, g_free);
  g_clear_pointer (&self->other_date, rcp_edtf_unref);

  G_OBJECT_CLASS (rcp_discrepancy_parent_class)->finalize (object);
}

static void
rcp_discrepancy_class_init (RcpDiscrepancyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_discrepancy_finalize;
}

static void
rcp_discrepancy_init (RcpDiscrepancy *self)
{
}

/**
 * rcp_discrepancy_new:
 * @id: row of the library
 * @event_id: its event
 * @kind: on what the accounts differ
 * @settled: whether the user has settled it
 * @is_update: its values follow each other in time, as a toll that grows or what an outlet corrects
 * @values: (transfer none): a list of RcpDiscrepancyValue, two at least
 *
 * Returns: (transfer full)
 */
RcpDiscrepancy *
rcp_discrepancy_new (gint64 id, gint64 event_id, RcpDiscrepancyKind kind, gboolean settled, gboolean is_update,
                     GListModel *values)
{
  RcpDiscrepancy *self = g_object_new (RCP_TYPE_DISCREPANCY, NULL);

  self->id = id;
  self->event_id = event_id;
  self->kind = kind;
  self->settled = settled;
  self->is_update = is_update;
  self->values = g_object_ref (values);
  return self;
}

/**
 * rcp_discrepancy_new_across:
 * @id: row of the library
 * @event_id: an event
 * @values: (transfer none): a list of RcpDiscrepancyValue: some are of @event_id, some of @other_event_id
 * @other_event_id: another event that is the same happening, were it not for what the accounts differ in
 * @other_title: what that one is called
 * @other_date: (nullable): when that one was
 *
 * Returns: (transfer full): a difference between the accounts of two events; for the rest see rcp_discrepancy_new()
 */
RcpDiscrepancy *
rcp_discrepancy_new_across (gint64 id, gint64 event_id, RcpDiscrepancyKind kind, gboolean settled, gboolean is_update,
                            GListModel *values, gint64 other_event_id, const char *other_title, RcpEdtf *other_date)
{
  RcpDiscrepancy *self = rcp_discrepancy_new (id, event_id, kind, settled, is_update, values);

  self->other_event_id = other_event_id;
  self->other_title = g_strdup (other_title);
  self->other_date = other_date ? rcp_edtf_ref (other_date) : NULL;
  return self;
}

/** rcp_discrepancy_get_other_event_id: the event whose accounts give the other values; 0 where all are of one event. */
gint64
rcp_discrepancy_get_other_event_id (RcpDiscrepancy *self)
{
  return self->other_event_id;
}

/** rcp_discrepancy_get_other_title: (nullable): what the other event is called. */
const char *
rcp_discrepancy_get_other_title (RcpDiscrepancy *self)
{
  return self->other_title;
}

/** rcp_discrepancy_get_other_date: (transfer none) (nullable): when the other event was. */
RcpEdtf *
rcp_discrepancy_get_other_date (RcpDiscrepancy *self)
{
  return self->other_date;
}

gint64
rcp_discrepancy_get_id (RcpDiscrepancy *self)
{
  return self->id;
}

gint64
rcp_discrepancy_get_event_id (RcpDiscrepancy *self)
{
  return self->event_id;
}

RcpDiscrepancyKind
rcp_discrepancy_get_kind (RcpDiscrepancy *self)
{
  return self->kind;
}

gboolean
rcp_discrepancy_get_settled (RcpDiscrepancy *self)
{
  return self->settled;
}

gboolean
rcp_discrepancy_get_is_update (RcpDiscrepancy *self)
{
  return self->is_update;
}

/**
 * rcp_discrepancy_get_values:
 *
 * Returns: (transfer none): a list of RcpDiscrepancyValue.
 */
GListModel *
rcp_discrepancy_get_values (RcpDiscrepancy *self)
{
  return self->values;
}
