#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"

G_BEGIN_DECLS

#define RCP_TYPE_TIMELINE_PUBLICATIONS (rcp_timeline_publications_get_type ())

/**
 * RcpTimelinePublications:
 *
 * Who published when: one row for each outlet. A stated date is a crisp tick, an inferred one a soft bar. A press on
 * one selects the article, a second opens it.
 */
G_DECLARE_FINAL_TYPE (RcpTimelinePublications, rcp_timeline_publications, RCP, TIMELINE_PUBLICATIONS, GtkWidget)

GtkWidget *rcp_timeline_publications_new       (RcpTimelineContent *content);
void       rcp_timeline_publications_set_inset (RcpTimelinePublications *self, int inset_px);

G_END_DECLS
