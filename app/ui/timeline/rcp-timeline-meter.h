#pragma once

#include <gtk/gtk.h>

#include "rcp-timeline-content.h"

G_BEGIN_DECLS

/**
 * RcpTimelineMeter:
 *
 * How large chips want to be, before there are any: measured with one that is never shown, and remembered.
 */
typedef struct _RcpTimelineMeter RcpTimelineMeter;

RcpTimelineMeter *rcp_timeline_meter_new        (RcpTimelineContent *content, GtkWidget *parent)
  G_GNUC_WARN_UNUSED_RESULT;
void              rcp_timeline_meter_free       (RcpTimelineMeter *self);
void              rcp_timeline_meter_forget     (RcpTimelineMeter *self);
int               rcp_timeline_meter_get_height (RcpTimelineMeter *self);
double            rcp_timeline_meter_measure    (guint entry, guint n, gpointer meter);

G_END_DECLS
