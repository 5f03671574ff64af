#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

GtkWidget *rcp_join_dialog_new (GtkWidget *origin, RcpLibrary *library, RcpTimelineState *state, RcpEvent *event);

G_END_DECLS
