#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"
#include "rcp-timeline-layout.h"
#include "rcp-timeline-palette.h"

G_BEGIN_DECLS

/**
 * RcpTimelineDrawing:
 * @palette: colours
 * @content: what is shown
 * @layout: where it goes
 * @inset: width of the column of labels
 * @width: of the widget
 * @height: of the widget
 * @shift: how far the layout has been moved since it was made
 * @rtl: whether time runs from right to left
 *
 * What drawing the lanes needs to know.
 */
typedef struct
{
  const RcpTimelinePalette *palette;
  RcpTimelineContent *content;
  const RcpTimelineLayout *layout;
  double inset;
  double width;
  double height;
  double shift;
  gboolean rtl;
} RcpTimelineDrawing;

void           rcp_timeline_drawing_ground (const RcpTimelineDrawing *self, GtkSnapshot *snapshot,
                                            const RcpTimeScale *scale);
void           rcp_timeline_drawing_lines  (const RcpTimelineDrawing *self, GtkSnapshot *snapshot);
GskRenderNode *rcp_timeline_drawing_marks  (const RcpTimelineDrawing *self) G_GNUC_WARN_UNUSED_RESULT;
void           rcp_timeline_drawing_bar    (GtkSnapshot *snapshot, const graphene_rect_t *bounds, float radius,
                                            const GdkRGBA *colour, gboolean fade_left, gboolean fade_right);
double         rcp_timeline_drawing_x      (const RcpTimelineDrawing *self, double x);

G_END_DECLS
