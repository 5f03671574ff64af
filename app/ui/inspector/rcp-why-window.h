#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"

G_BEGIN_DECLS

GtkWidget *rcp_why_window_new (GtkWidget *origin, RcpLibrary *library, RcpEvent *event);

G_END_DECLS
