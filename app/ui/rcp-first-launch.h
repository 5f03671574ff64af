#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RCP_TYPE_FIRST_LAUNCH (rcp_first_launch_get_type ())

/**
 * RcpFirstLaunch:
 *
 * What an empty library shows: what the program is for, and the ways to begin.
 */
G_DECLARE_FINAL_TYPE (RcpFirstLaunch, rcp_first_launch, RCP, FIRST_LAUNCH, AdwBin)

#define RCP_TYPE_FIRST_PICTURE (rcp_first_picture_get_type ())

/**
 * RcpFirstPicture:
 *
 * Three lanes with one event that joins them: the program in small.
 */
G_DECLARE_FINAL_TYPE (RcpFirstPicture, rcp_first_picture, RCP, FIRST_PICTURE, GtkWidget)

G_END_DECLS
