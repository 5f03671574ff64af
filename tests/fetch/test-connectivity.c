#include "config.h"

#include "rcp-connectivity.h"
#include "rcp-error.h"

/* What stands between the program and the web: a network that says what the test lets it say. */

#define TEST_TYPE_NETWORK (test_network_get_type ())
G_DECLARE_FINAL_TYPE (TestNetwork, test_network, TEST, NETWORK, GObject)

struct _TestNetwork
{
  GObject parent_instance;

  gboolean available;
  gboolean metered;
  GNetworkConnectivity connectivity;
};

enum
{
  PROP_0,
  PROP_AVAILABLE,
  PROP_METERED,
  PROP_CONNECTIVITY
};

static void
test_network_init_interface (GNetworkMonitorInterface *iface)
{
}

static gboolean
test_network_init_initable (GInitable *initable, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
test_network_initable (GInitableIface *iface)
{
  iface->init = test_network_init_initable;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestNetwork, test_network, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, test_network_initable)
                                   G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, test_network_init_interface))

static void
test_network_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  TestNetwork *self = TEST_NETWORK (object);

  switch (prop_id)
    {
    case PROP_AVAILABLE:
      g_value_set_boolean (value, self->available);
      break;
    case PROP_METERED:
      g_value_set_boolean (value, self->metered);
      break;
    case PROP_CONNECTIVITY:
      g_value_set_enum (value, self->connectivity);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
test_network_class_init (TestNetworkClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = test_network_get_property;
  g_object_class_override_property (object_class, PROP_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
test_network_init (TestNetwork *self)
{
  self->available = TRUE;
  self->connectivity = G_NETWORK_CONNECTIVITY_FULL;
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* --- States ------------------------------------------------------------------------------------------------------- */

static const struct
{
  gboolean available;
  gboolean metered;
  GNetworkConnectivity connectivity;
  RcpConnectivityState state;
} states[] = {
  { TRUE, FALSE, G_NETWORK_CONNECTIVITY_FULL, RCP_CONNECTIVITY_ONLINE },
  { TRUE, FALSE, G_NETWORK_CONNECTIVITY_LIMITED, RCP_CONNECTIVITY_ONLINE },
  { TRUE, TRUE, G_NETWORK_CONNECTIVITY_FULL, RCP_CONNECTIVITY_METERED },
  { TRUE, TRUE, G_NETWORK_CONNECTIVITY_PORTAL, RCP_CONNECTIVITY_PORTAL },
  { TRUE, FALSE, G_NETWORK_CONNECTIVITY_PORTAL, RCP_CONNECTIVITY_PORTAL },
  { FALSE, TRUE, G_NETWORK_CONNECTIVITY_LOCAL, RCP_CONNECTIVITY_OFFLINE },
};

static void
test_states (void)
{
  g_autoptr (TestNetwork) network = g_object_new (TEST_TYPE_NETWORK, NULL);
  RcpConnectivity *connectivity = rcp_connectivity_new (G_NETWORK_MONITOR (network));
  RcpConnectivityState before = rcp_connectivity_get_state (connectivity);
  guint n_notified = 0;

  g_assert_cmpint (before, ==, RCP_CONNECTIVITY_ONLINE);
  g_signal_connect_swapped (connectivity, "notify::state", G_CALLBACK (count_cb), &n_notified);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      guint n_before = n_notified;

      network->available = states[i].available;
      network->metered = states[i].metered;
      network->connectivity = states[i].connectivity;
      g_signal_emit_by_name (network, "network-changed", network->available);
      g_assert_cmpint (rcp_connectivity_get_state (connectivity), ==, states[i].state);
      g_assert_cmpuint (n_notified - n_before, ==, states[i].state != before);
      before = states[i].state;
      g_assert_cmpint (rcp_connectivity_may_schedule (connectivity, "https://example.org/feed"), ==,
                       states[i].state == RCP_CONNECTIVITY_ONLINE);
      g_assert_true (rcp_connectivity_may_schedule (connectivity, "http://127.0.0.1:8080/feed"));
      g_assert_true (rcp_connectivity_may_schedule (connectivity, "http://[::1]:8080/feed"));
      g_assert_true (rcp_connectivity_may_schedule (connectivity, "http://localhost/feed"));
    }
  /* The rest of the world may change while nobody is told what. */
  network->available = TRUE;
  network->metered = FALSE;
  network->connectivity = G_NETWORK_CONNECTIVITY_FULL;
  g_object_notify (G_OBJECT (network), "connectivity");
  g_assert_cmpint (rcp_connectivity_get_state (connectivity), ==, RCP_CONNECTIVITY_ONLINE);
  network->metered = TRUE;
  g_object_notify (G_OBJECT (network), "network-metered");
  g_assert_cmpint (rcp_connectivity_get_state (connectivity), ==, RCP_CONNECTIVITY_METERED);
  g_assert_finalize_object (connectivity);
}

/* --- Answers in another's place ----------------------------------------------------------------------------------- */

typedef struct
{
  const char *name;
  const char *asked;
  const char *answered;
  const char *content_type;
  guint status;
  gboolean for_good;
  gboolean is_portal;
} Answer;

static const Answer answers[] = {
  { "feed", "http://example.org/feed", "http://example.org/feed", "application/rss+xml", 200, FALSE, FALSE },
  { "page-of-the-site", "http://example.org/feed", "http://example.org/", "text/html", 200, FALSE, FALSE },
  { "page-of-its-www", "http://feeds.example.org/a", "http://www.example.org/", "text/html; charset=utf-8", 200, FALSE,
    FALSE },
  { "login-elsewhere", "http://example.org/feed", "https://login.hotel.example/?to=x", "text/html; charset=utf-8", 200,
    FALSE, TRUE },
  { "login-at-a-router", "http://example.org/feed", "http://192.168.1.1/login", "text/html", 200, FALSE, TRUE },
  { "neighbours-under-a-public-suffix", "http://a.co.uk/feed", "http://b.co.uk/login", "text/html", 200, FALSE, TRUE },
  { "encrypted", "https://example.org/feed", "https://other.example/", "text/html", 200, FALSE, FALSE },
  { "moved-for-good", "http://example.org/feed", "http://other.example/", "text/html", 200, TRUE, FALSE },
  { "feed-elsewhere", "http://example.org/feed", "http://cdn.example/feed", "application/xml", 200, FALSE, FALSE },
  { "feed-without-a-kind", "http://example.org/feed", "http://cdn.example/feed", NULL, 200, FALSE, FALSE },
  { "missing-elsewhere", "http://example.org/feed", "http://other.example/", "text/html", 404, FALSE, FALSE },
  { "511", "http://example.org/feed", "http://example.org/feed", "text/html", 511, FALSE, TRUE },
};

static void
test_answer (gconstpointer data)
{
  const Answer *answer = data;
  g_autoptr (TestNetwork) network = g_object_new (TEST_TYPE_NETWORK, NULL);
  g_autoptr (RcpConnectivity) connectivity = rcp_connectivity_new (G_NETWORK_MONITOR (network));
  g_autoptr (RcpFetched) fetched = rcp_fetched_new ();
  g_autoptr (RcpFetched) good = rcp_fetched_new ();
  g_autoptr (GError) error = NULL;

  fetched->status = answer->status;
  fetched->uri = g_strdup (answer->answered);
  fetched->content_type = g_strdup (answer->content_type);
  fetched->moved_to = answer->for_good ? g_strdup (answer->answered) : NULL;
  g_assert_cmpint (rcp_fetched_is_portal (fetched, answer->asked), ==, answer->is_portal);
  g_assert_cmpint (rcp_connectivity_check (connectivity, answer->asked, fetched, &error), ==,
                   !answer->is_portal && answer->status == 200);
  g_assert_cmpint (rcp_connectivity_get_state (connectivity), ==,
                   answer->is_portal ? RCP_CONNECTIVITY_PORTAL : RCP_CONNECTIVITY_ONLINE);
  if (!answer->is_portal)
    return;
  g_assert_error (error, RCP_FETCH_ERROR, RCP_FETCH_ERROR_PORTAL);
  g_assert_false (rcp_connectivity_may_schedule (connectivity, answer->asked));
  /* Another network, or a server that answers itself, ends it. */
  g_signal_emit_by_name (network, "network-changed", TRUE);
  g_assert_cmpint (rcp_connectivity_get_state (connectivity), ==, RCP_CONNECTIVITY_ONLINE);
  g_assert_false (rcp_connectivity_check (connectivity, answer->asked, fetched, NULL));
  good->status = 200;
  good->uri = g_strdup (answer->asked);
  good->content_type = g_strdup ("application/atom+xml");
  g_assert_true (rcp_connectivity_check (connectivity, answer->asked, good, NULL));
  g_assert_cmpint (rcp_connectivity_get_state (connectivity), ==, RCP_CONNECTIVITY_ONLINE);
}

/* The system's own network is one of the states, whichever. */
static void
test_system (void)
{
  RcpConnectivity *connectivity = rcp_connectivity_new (NULL);

  g_assert_cmpint (rcp_connectivity_get_state (connectivity), <=, RCP_CONNECTIVITY_OFFLINE);
  g_assert_finalize_object (connectivity);
}

int
main (int argc, char **argv)
{
  g_setenv ("GIO_USE_NETWORK_MONITOR", "base", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/connectivity/states", test_states);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strconcat ("/connectivity/answer/", answers[i].name, NULL);

      g_test_add_data_func (path, &answers[i], test_answer);
    }
  g_test_add_func ("/connectivity/system", test_system);
  return g_test_run ();
}
