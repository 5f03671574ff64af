#pragma once

#include <gtk/gtk.h>

#include "rcp-enums.h"

G_BEGIN_DECLS

/* The four families of events as the eye tells them apart: name, icon, style class, shape. Colour is never the only
 * sign. */

const char *rcp_family_get_label     (RcpFamily family);
const char *rcp_family_get_icon_name (RcpFamily family);
const char *rcp_family_get_css_class (RcpFamily family);
void        rcp_family_snapshot_mark (RcpFamily family, GtkSnapshot *snapshot, float centre_x, float centre_y,
                                      float size_px, const GdkRGBA *colour, const GdkRGBA *hollow_fill);
GtkWidget  *rcp_family_new_tag       (RcpFamily family);

G_END_DECLS
