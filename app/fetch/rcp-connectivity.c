#include "config.h"

#include "rcp-connectivity.h"

#include <libsoup/soup.h>

#include "rcp-error.h"
#include "rcp-web-address.h"

struct _RcpConnectivity
{
  GObject parent_instance;

  /* owned */
  GNetworkMonitor *monitor;

  /* plain */
  RcpConnectivityState state;
  gboolean met_portal; /* on this network */
};

G_DEFINE_FINAL_TYPE (RcpConnectivity, rcp_connectivity, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (RcpConnectivityState, rcp_connectivity_state,
                    G_DEFINE_ENUM_VALUE (RCP_CONNECTIVITY_ONLINE, "online"),
                    G_DEFINE_ENUM_VALUE (RCP_CONNECTIVITY_METERED, "metered"),
                    G_DEFINE_ENUM_VALUE (RCP_CONNECTIVITY_PORTAL, "portal"),
                    G_DEFINE_ENUM_VALUE (RCP_CONNECTIVITY_OFFLINE, "offline"))

enum
{
  PROP_0,
  PROP_MONITOR,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static RcpConnectivityState
read_state (RcpConnectivity *self)
{
  if (!g_network_monitor_get_network_available (self->monitor))
    return RCP_CONNECTIVITY_OFFLINE;
  if (self->met_portal || g_network_monitor_get_connectivity (self->monitor) == G_NETWORK_CONNECTIVITY_PORTAL)
    return RCP_CONNECTIVITY_PORTAL;
  return g_network_monitor_get_network_metered (self->monitor) ? RCP_CONNECTIVITY_METERED : RCP_CONNECTIVITY_ONLINE;
}

static void
update (RcpConnectivity *self)
{
  RcpConnectivityState state = read_state (self);

  if (state == self->state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Another network, or the same after the login: what stood in the way may be gone. */
static void
changed_cb (RcpConnectivity *self)
{
  self->met_portal = FALSE;
  update (self);
}

static void
rcp_connectivity_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  RcpConnectivity *self = RCP_CONNECTIVITY (object);

  switch (prop_id)
    {
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_connectivity_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  RcpConnectivity *self = RCP_CONNECTIVITY (object);

  switch (prop_id)
    {
    case PROP_MONITOR:
      self->monitor = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
rcp_connectivity_constructed (GObject *object)
{
  RcpConnectivity *self = RCP_CONNECTIVITY (object);

  G_OBJECT_CLASS (rcp_connectivity_parent_class)->constructed (object);

  if (self->monitor == NULL)
    self->monitor = g_object_ref (g_network_monitor_get_default ());
  g_signal_connect_object (self->monitor, "network-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitor, "notify::network-metered", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->monitor, "notify::connectivity", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->state = read_state (self);
}

static void
rcp_connectivity_dispose (GObject *object)
{
  RcpConnectivity *self = RCP_CONNECTIVITY (object);

  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);

  G_OBJECT_CLASS (rcp_connectivity_parent_class)->dispose (object);
}

static void
rcp_connectivity_class_init (RcpConnectivityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = rcp_connectivity_get_property;
  object_class->set_property = rcp_connectivity_set_property;
  object_class->constructed = rcp_connectivity_constructed;
  object_class->dispose = rcp_connectivity_dispose;

  properties[PROP_MONITOR]
      = g_param_spec_object ("monitor", NULL, NULL, G_TYPE_NETWORK_MONITOR,
                             G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, RCP_TYPE_CONNECTIVITY_STATE, RCP_CONNECTIVITY_ONLINE,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
rcp_connectivity_init (RcpConnectivity *self)
{
}

/**
 * rcp_connectivity_new:
 * @monitor: (nullable): what tells of the network; the system's when %NULL
 *
 * Returns: (transfer full): what is between here and the web.
 */
RcpConnectivity *
rcp_connectivity_new (GNetworkMonitor *monitor)
{
  return g_object_new (RCP_TYPE_CONNECTIVITY, "monitor", monitor, NULL);
}

/** rcp_connectivity_get_state: see #RcpConnectivity:state. */
RcpConnectivityState
rcp_connectivity_get_state (RcpConnectivity *self)
{
  g_return_val_if_fail (RCP_IS_CONNECTIVITY (self), RCP_CONNECTIVITY_ONLINE);

  return self->state;
}

static GUri *
parse_host (const char *uri)
{
  return uri != NULL ? rcp_web_address_parse (uri, NULL, NULL) : NULL;
}

/**
 * rcp_connectivity_may_schedule:
 * @uri: the address of a source
 *
 * Whether a check that nobody asked for may be made now. What the user asks for by hand may always be tried: he knows his
 * network better, and is told how it went.
 *
 * Returns: whether nothing stands in the way; nothing does between this machine and itself.
 */
gboolean
rcp_connectivity_may_schedule (RcpConnectivity *self, const char *uri)
{
  g_autoptr (GUri) address = NULL;
  g_autoptr (GInetAddress) inet = NULL;
  const char *host;

  g_return_val_if_fail (RCP_IS_CONNECTIVITY (self), FALSE);

  if (self->state == RCP_CONNECTIVITY_ONLINE)
    return TRUE;
  address = parse_host (uri);
  host = address ? g_uri_get_host (address) : "";
  inet = g_inet_address_new_from_string (host);
  return g_ascii_strcasecmp (host, "localhost") == 0 || (inet != NULL && g_inet_address_get_is_loopback (inet));
}

/* Of one owner, as far as the list of public suffixes that libsoup asks (publicsuffix.org) tells. */
static gboolean
are_related (const char *a, const char *b)
{
  const char *base_a = soup_tld_get_base_domain (a, NULL);
  const char *base_b = soup_tld_get_base_domain (b, NULL);

  return g_ascii_strcasecmp (base_a ? base_a : a, base_b ? base_b : b) == 0;
}

/**
 * rcp_fetched_is_portal:
 * @uri: the address of a feed that was asked for
 *
 * Whether, in place of the server, the network itself has answered, which wants a login first: by status 511 (RFC 6585,
 * section 6), or by leading, not for good, from an address without encryption to a page of somebody else. An encrypted
 * address cannot be answered by anybody else; it fails. A feed that was given up in this way is taken for a login too, and
 * is looked at again later.
 */
gboolean
rcp_fetched_is_portal (RcpFetched *self, const char *uri)
{
  g_autoptr (GUri) asked = NULL;
  g_autoptr (GUri) answered = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->status == 511)
    return TRUE;
  if (!SOUP_STATUS_IS_SUCCESSFUL (self->status) || self->moved_to != NULL || self->content_type == NULL
      || !g_str_has_prefix (self->content_type, "text/html"))
    return FALSE;
  asked = parse_host (uri);
  answered = parse_host (self->uri);
  return asked != NULL && answered != NULL && g_str_equal (g_uri_get_scheme (asked), "http")
         && !are_related (g_uri_get_host (asked), g_uri_get_host (answered));
}

/**
 * rcp_connectivity_check:
 * @uri: the address of a feed that was asked for
 * @fetched: what was answered
 * @error: %RCP_FETCH_ERROR_PORTAL; or what rcp_fetched_check() says
 *
 * Does what rcp_fetched_check() does, and keeps in mind what the answer tells of the network.
 *
 * Returns: whether @fetched is what was asked for.
 */
gboolean
rcp_connectivity_check (RcpConnectivity *self, const char *uri, RcpFetched *fetched, GError **error)
{
  g_return_val_if_fail (RCP_IS_CONNECTIVITY (self), FALSE);
  g_return_val_if_fail (fetched != NULL, FALSE);

  self->met_portal = rcp_fetched_is_portal (fetched, uri);
  update (self);
  if (!self->met_portal)
    return rcp_fetched_check (fetched, error);
  g_set_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_PORTAL, "%s: the network answered for it", uri);
  return FALSE;
}
