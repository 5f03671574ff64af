#include "config.h"

#include "rcp-outlet-detail-private.h"

struct _RcpOutletDetail
{
  GObject parent_instance;

  /* owned */
  RcpOutletFindings findings;
};

G_DEFINE_FINAL_TYPE (RcpOutletDetail, rcp_outlet_detail, G_TYPE_OBJECT)

/** rcp_outlet_findings_clear: frees what the value owns. */
void
rcp_outlet_findings_clear (RcpOutletFindings *self)
{
  g_clear_object (&self->outlet);
  g_clear_object (&self->told);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->sharing, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
}

/** rcp_outlet_passage_free: frees the value; a GDestroyNotify. */
void
rcp_outlet_passage_free (RcpOutletPassage *self)
{
  g_free (self->text);
  g_free (self->other_text);
  g_free (self);
}

/** rcp_outlet_sharing_free: frees the value; a GDestroyNotify. */
void
rcp_outlet_sharing_free (RcpOutletSharing *self)
{
  g_free (self->outlet);
  g_clear_pointer (&self->passages, g_ptr_array_unref);
  g_free (self);
}

/** rcp_outlet_source_free: frees the value; a GDestroyNotify. */
void
rcp_outlet_source_free (RcpOutletSource *self)
{
  g_free (self->words);
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_free (self);
}

/** rcp_outlet_gap_free: frees the value; a GDestroyNotify. */
void
rcp_outlet_gap_free (RcpOutletGap *self)
{
  g_clear_object (&self->event);
  g_clear_object (&self->account);
  g_strfreev (self->outlets);
  g_free (self);
}

static void
rcp_outlet_detail_finalize (GObject *object)
{
  RcpOutletDetail *self = RCP_OUTLET_DETAIL (object);

  rcp_outlet_findings_clear (&self->findings);

  G_OBJECT_CLASS (rcp_outlet_detail_parent_class)->finalize (object);
}

static void
rcp_outlet_detail_class_init (RcpOutletDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rcp_outlet_detail_finalize;
}

static void
rcp_outlet_detail_init (RcpOutletDetail *self)
{
}

/**
 * rcp_outlet_detail_new:
 * @findings: what it is made of; empty afterwards
 *
 * Returns: (transfer full): the detail.
 */
RcpOutletDetail *
rcp_outlet_detail_new (RcpOutletFindings *findings)
{
  RcpOutletDetail *self = g_object_new (RCP_TYPE_OUTLET_DETAIL, NULL);

  self->findings = *findings;
  *findings = (RcpOutletFindings){ 0 };
  return self;
}

/** rcp_outlet_detail_get_outlet: (transfer none): the outlet. */
RcpOutlet *
rcp_outlet_detail_get_outlet (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), NULL);

  return self->findings.outlet;
}

/** rcp_outlet_detail_get_told: (transfer none): the events it tells, with its column alone. */
RcpCrossTable *
rcp_outlet_detail_get_told (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), NULL);

  return self->findings.told;
}

/** rcp_outlet_detail_get_n_events: how many events there are in all. */
guint
rcp_outlet_detail_get_n_events (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), 0);

  return self->findings.n_events;
}

/** rcp_outlet_detail_get_n_unknowable: how many of them came after all that the outlet published. */
guint
rcp_outlet_detail_get_n_unknowable (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), 0);

  return self->findings.n_unknowable;
}

/** rcp_outlet_detail_get_n_first: how many events it published first, for certain. */
guint
rcp_outlet_detail_get_n_first (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), 0);

  return self->findings.n_first;
}

/** rcp_outlet_detail_get_n_comparable: for how many of the events it tells publication dates allow to say who was first. */
guint
rcp_outlet_detail_get_n_comparable (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), 0);

  return self->findings.n_comparable;
}

/** rcp_outlet_detail_get_left_out: (transfer none): of #RcpOutletGap, by date. */
const GPtrArray *
rcp_outlet_detail_get_left_out (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), NULL);

  return self->findings.left_out;
}

/** rcp_outlet_detail_get_sharing: (transfer none): of #RcpOutletSharing, those with the most words in common first. */
const GPtrArray *
rcp_outlet_detail_get_sharing (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), NULL);

  return self->findings.sharing;
}

/** rcp_outlet_detail_get_sources: (transfer none): of #RcpOutletSource, the most cited first. */
const GPtrArray *
rcp_outlet_detail_get_sources (RcpOutletDetail *self)
{
  g_return_val_if_fail (RCP_IS_OUTLET_DETAIL (self), NULL);

  return self->findings.sources;
}
