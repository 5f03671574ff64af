#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RCP_TYPE_APPLICATION (rcp_application_get_type ())

/**
 * RcpApplication:
 *
 * The program: one process, one window on each library. Files given to it are imported.
 */
G_DECLARE_FINAL_TYPE (RcpApplication, rcp_application, RCP, APPLICATION, AdwApplication)

RcpApplication *rcp_application_new             (void);
void            rcp_application_install_actions (RcpApplication *self);

G_END_DECLS
