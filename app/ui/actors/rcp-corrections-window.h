#pragma once

#include <adwaita.h>

#include "rcp-library.h"

G_BEGIN_DECLS

#define RCP_TYPE_CORRECTIONS_WINDOW (rcp_corrections_window_get_type ())

/**
 * RcpCorrectionsWindow:
 *
 * Every correction that the user made, the newest first, a sentence each, with a button to take it back. Follows the
 * library while it is open.
 */
G_DECLARE_FINAL_TYPE (RcpCorrectionsWindow, rcp_corrections_window, RCP, CORRECTIONS_WINDOW, AdwWindow)

GtkWidget *rcp_corrections_window_new (GtkWindow *parent, RcpLibrary *library);

G_END_DECLS
