#pragma once

#include <gtk/gtk.h>

#include "rcp-library.h"

G_BEGIN_DECLS

GtkWidget *rcp_origin_dialog_new (GtkWidget *origin, RcpLibrary *library, RcpAccount *account);

G_END_DECLS
