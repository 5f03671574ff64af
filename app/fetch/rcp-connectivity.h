#pragma once

#include <gio/gio.h>

#include "rcp-fetched.h"

G_BEGIN_DECLS

/**
 * RcpConnectivityState:
 * @RCP_CONNECTIVITY_ONLINE: nothing stands in the way, as far as is known
 * @RCP_CONNECTIVITY_METERED: what is fetched costs; scheduled checks wait
 * @RCP_CONNECTIVITY_PORTAL: the network wants a login first; scheduled checks wait
 * @RCP_CONNECTIVITY_OFFLINE: there is no network; scheduled checks wait
 */
typedef enum
{
  RCP_CONNECTIVITY_ONLINE,
  RCP_CONNECTIVITY_METERED,
  RCP_CONNECTIVITY_PORTAL,
  RCP_CONNECTIVITY_OFFLINE,
} RcpConnectivityState;

#define RCP_TYPE_CONNECTIVITY_STATE (rcp_connectivity_state_get_type ())
GType rcp_connectivity_state_get_type (void);

#define RCP_TYPE_CONNECTIVITY (rcp_connectivity_get_type ())

/**
 * RcpConnectivity:
 *
 * What stands between the program and the web. Made, used and let go on the main thread.
 *
 * Properties:
 * - #RcpConnectivity:monitor: (construct only): what tells of the network; the system's when %NULL
 * - #RcpConnectivity:state: (read only): notifies when it changes
 */
G_DECLARE_FINAL_TYPE (RcpConnectivity, rcp_connectivity, RCP, CONNECTIVITY, GObject)

RcpConnectivity     *rcp_connectivity_new          (GNetworkMonitor *monitor) G_GNUC_WARN_UNUSED_RESULT;
RcpConnectivityState rcp_connectivity_get_state    (RcpConnectivity *self);
gboolean             rcp_connectivity_may_schedule (RcpConnectivity *self, const char *uri);
gboolean             rcp_connectivity_check        (RcpConnectivity *self, const char *uri, RcpFetched *fetched,
                                                    GError **error);

gboolean             rcp_fetched_is_portal         (RcpFetched *self, const char *uri);

G_END_DECLS
