#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"
#include "rcp-reader.h"
#include "rcp-timeline-state.h"

G_BEGIN_DECLS

void rcp_mark_popover_open (RcpReader *reader, RcpArticleDetail *detail, RcpLibrary *library, RcpTimelineState *state,
                            guint position);

G_END_DECLS
