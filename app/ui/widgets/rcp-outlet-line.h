#pragma once

#include <gtk/gtk.h>

#include "rcp-edtf.h"

G_BEGIN_DECLS

GtkWidget *rcp_outlet_line_new (const char *outlet, RcpEdtf *published);

G_END_DECLS
