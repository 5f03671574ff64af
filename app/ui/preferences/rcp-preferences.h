#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RCP_TYPE_PREFERENCES (rcp_preferences_get_type ())

/**
 * RcpPreferences:
 *
 * What can be set: how the window looks, and where the library is.
 */
G_DECLARE_FINAL_TYPE (RcpPreferences, rcp_preferences, RCP, PREFERENCES, AdwWindow)

void rcp_preferences_present (GtkWindow *parent);

G_END_DECLS
