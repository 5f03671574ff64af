#pragma once

#include "rcp-outlet-detail.h"

G_BEGIN_DECLS

/**
 * RcpOutletFindings:
 *
 * What an #RcpOutletDetail is made of; it takes all of it over.
 */
typedef struct
{
  RcpOutlet *outlet;
  RcpCrossTable *told;
  guint n_events;
  guint n_unknowable;
  guint n_first;
  guint n_comparable;
  GPtrArray *left_out;
  GPtrArray *sharing;
  GPtrArray *sources;
} RcpOutletFindings;

void             rcp_outlet_findings_clear (RcpOutletFindings *self);
RcpOutletDetail *rcp_outlet_detail_new     (RcpOutletFindings *findings) G_GNUC_WARN_UNUSED_RESULT;
void             rcp_outlet_passage_free   (RcpOutletPassage *self);
void             rcp_outlet_sharing_free   (RcpOutletSharing *self);
void             rcp_outlet_source_free    (RcpOutletSource *self);
void             rcp_outlet_gap_free       (RcpOutletGap *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RcpOutletFindings, rcp_outlet_findings_clear)

G_END_DECLS
